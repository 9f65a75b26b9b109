//! Moving the eye like a map: grab the ground and it sticks to the cursor, the wheel goes to the cursor, right button turns, keys do all of it too.

use super::film;
use super::ground;
use super::interface::Focus;
use super::measure::Measure;
use super::present::Presenting;
use super::selection::Clicked;
use super::session::Session;
use super::tool::Tool;
use super::view_size::ViewSize;
use super::viewpoint::Viewpoint;
use super::views::{Frame, Views};
use crate::twin::model::region::Region;
use bevy::input::mouse::{MouseScrollUnit, MouseWheel};
use bevy::math::{DVec2, DVec3};
use bevy::prelude::*;
use bevy::window::PrimaryWindow;

/// Seconds of a flight.
const FLIGHT: f64 = 0.9;
/// Least height of the eye above the ground [m].
const CLEARANCE: f64 = 2.5;
/// Pixels that the pointer may move during a click.
const CLICK: f32 = 4.0;
/// Seconds between the clicks of a double click.
const DOUBLE: f32 = 0.35;

/// A glide from one viewpoint to another.
#[derive(Resource, Clone, Copy, Debug, Default)]
pub struct Flight {
    target: Option<Viewpoint>,
    start: Option<Viewpoint>,
    /// How long it takes [s].
    seconds: f64,
    passed: f64,
}

impl Flight {
    /// Sets out for a viewpoint.
    pub fn to(&mut self, target: Viewpoint) {
        self.to_within(target, FLIGHT);
    }

    /// Sets out for a viewpoint, to be there in so many seconds.
    pub fn to_within(&mut self, target: Viewpoint, seconds: f64) {
        *self = Self { target: Some(target), start: None, seconds: seconds.max(0.01), passed: 0.0 };
    }

    /// Where the eye will be when it has arrived.
    pub fn destination(&self, current: &Viewpoint) -> Viewpoint {
        self.target.unwrap_or(*current)
    }

    /// Whether the eye is under way.
    pub fn is_flying(&self) -> bool {
        self.target.is_some()
    }
}

/// Where the pointer is, and what it means.
#[derive(Resource, Clone, Copy, Debug, Default)]
pub struct Pointer {
    /// Point of the picture [logical pixels], where it is over the model.
    pub point: Option<Vec2>,
    /// The ground under it (east, north, up).
    pub ground: Option<DVec3>,
    /// The view that it is in.
    pub view: usize,
    /// The same as a part of the window.
    pub frame: Option<Frame>,
}

/// What is held with the pointer.
#[derive(Resource, Clone, Copy, Debug, Default)]
struct Grip {
    pressed: Option<Vec2>,
    /// The ground that was grabbed, and the view that it was grabbed in.
    ground: Option<DVec3>,
    frame: Option<Frame>,
    dragging: bool,
    last_click: Option<(f32, Vec2)>,
    last_point: Vec2,
}

/// Adds the movements.
pub fn plugin(app: &mut App) {
    app.init_resource::<Flight>().init_resource::<Pointer>().init_resource::<Grip>().add_systems(
        Update,
        (find_pointer, drag, go_to_double_click, wheel, keys, fly, stay_above)
            .chain()
            .after(super::command::CommandSystems)
            // The eye of a film follows its course alone.
            .run_if(not(film::is_shooting)),
    );
}

fn find_pointer(
    window: Query<&Window, With<PrimaryWindow>>,
    session: Res<Session>,
    viewpoint: Res<Viewpoint>,
    size: Res<ViewSize>,
    views: Res<Views>,
    focus: Res<Focus>,
    mut pointer: ResMut<Pointer>,
) {
    pointer.point = window.single().ok().and_then(Window::cursor_position);
    pointer.view = pointer.point.map_or(0, |point| views.at(point, &size));
    let frame = views.frame(pointer.view, &size);
    pointer.frame = Some(frame);
    pointer.ground = pointer.point.filter(|_| !focus.pointer).and_then(|point| under(&session, &viewpoint, &frame, point));
}

fn under(session: &Session, viewpoint: &Viewpoint, frame: &Frame, point: Vec2) -> Option<DVec3> {
    let ray = viewpoint.ray(frame.centred(point), frame.aspect());
    ground::meet(session.region()?, viewpoint.eye(), ray, viewpoint.distance * 60.0)
}

#[allow(clippy::too_many_arguments)]
fn drag(
    buttons: Res<ButtonInput<MouseButton>>,
    board: Res<ButtonInput<KeyCode>>,
    pointer: Res<Pointer>,
    focus: Res<Focus>,
    time: Res<Time<Real>>,
    mut grip: ResMut<Grip>,
    mut viewpoint: ResMut<Viewpoint>,
    mut flight: ResMut<Flight>,
    mut clicks: MessageWriter<Clicked>,
) {
    let Some(point) = pointer.point else { return };
    let turning = [MouseButton::Right, MouseButton::Middle].into_iter().any(|button| buttons.pressed(button))
        || buttons.pressed(MouseButton::Left) && (board.pressed(KeyCode::ControlLeft) || board.pressed(KeyCode::ControlRight));
    let began = buttons.any_just_pressed([MouseButton::Left, MouseButton::Right, MouseButton::Middle]);
    if began && !focus.pointer {
        (grip.pressed, grip.ground, grip.frame, grip.dragging) = (Some(point), pointer.ground, pointer.frame, false);
    }
    if let Some(pressed) = grip.pressed {
        grip.dragging |= pressed.distance(point) > CLICK;
        if grip.dragging && point != grip.last_point {
            flight.target = None;
            if turning {
                turn(&mut viewpoint, point - grip.last_point);
            } else if let (Some(held), Some(frame)) = (grip.ground, grip.frame) {
                hold(&mut viewpoint, held, frame.centred(point), frame.aspect());
            }
        }
    }
    if buttons.just_released(MouseButton::Left) && grip.pressed.is_some() && !grip.dragging && !turning {
        let now = time.elapsed_secs();
        let double = grip.last_click.is_some_and(|(then, place)| now - then < DOUBLE && place.distance(point) < CLICK * 2.0);
        grip.last_click = (!double).then_some((now, point));
        clicks.write(Clicked { point, ground: pointer.ground, double });
    }
    if !buttons.any_pressed([MouseButton::Left, MouseButton::Right, MouseButton::Middle]) {
        grip.pressed = None;
    }
    grip.last_point = point;
}

/// Turns about the place looked at.
fn turn(viewpoint: &mut Viewpoint, moved: Vec2) {
    viewpoint.heading += f64::from(moved.x) * 0.006;
    viewpoint.tilt += f64::from(moved.y) * 0.005;
    *viewpoint = viewpoint.clamped();
}

/// Moves so that the grabbed ground is under the pointer again.
fn hold(viewpoint: &mut Viewpoint, held: DVec3, point: DVec2, aspect: f64) {
    let ray = viewpoint.ray(point, aspect);
    let eye = viewpoint.eye();
    // Close to the horizon a pixel is kilometres: the ground slips there instead of flying.
    let way = (held.z - eye.z) / ray.z.min(-0.02);
    if way > 0.0 {
        viewpoint.focus += held.truncate() - (eye + ray * way).truncate();
    }
}

/// Goes to where a double click was, unless clicks set points.
fn go_to_double_click(
    mut clicks: MessageReader<Clicked>,
    session: Res<Session>,
    viewpoint: Res<Viewpoint>,
    measure: Res<Measure>,
    tool: Res<Tool>,
    mut flight: ResMut<Flight>,
) {
    let Some(click) = clicks.read().last().filter(|click| click.double && !measure.active && tool.placing().is_none()) else { return };
    if let (Some(place), Some(region)) = (click.ground, session.region()) {
        let target = Viewpoint {
            focus: place.truncate(),
            height: ground::height(region, place.truncate()),
            distance: viewpoint.distance * 0.4,
            ..*viewpoint
        };
        flight.to(target.clamped());
    }
}

fn wheel(
    mut turned: MessageReader<MouseWheel>,
    pointer: Res<Pointer>,
    focus: Res<Focus>,
    mut viewpoint: ResMut<Viewpoint>,
    mut flight: ResMut<Flight>,
) {
    let steps: f64 = turned.read().map(|event| f64::from(if event.unit == MouseScrollUnit::Line { event.y } else { event.y / 60.0 })).sum();
    if steps == 0.0 || focus.pointer {
        return;
    }
    flight.target = None;
    let before = viewpoint.distance;
    let wanted = Viewpoint { distance: before * 0.84_f64.powf(steps), ..*viewpoint }.clamped();
    let share = 1.0 - wanted.distance / before;
    // The ground under the pointer stays where it is.
    if let Some(place) = pointer.ground {
        let toward = place.truncate() - viewpoint.focus;
        viewpoint.focus += toward.clamp_length_max(before * 3.0) * share;
    }
    viewpoint.distance = wanted.distance;
}

fn keys(
    board: Res<ButtonInput<KeyCode>>,
    focus: Res<Focus>,
    presenting: Res<Presenting>,
    time: Res<Time<Real>>,
    mut viewpoint: ResMut<Viewpoint>,
    mut flight: ResMut<Flight>,
) {
    let held = |keys: &[KeyCode]| f64::from(u8::from(keys.iter().any(|key| board.pressed(*key))));
    // In a talk keys are those of slides.
    if focus.keyboard || presenting.is_on() || board.pressed(KeyCode::ControlLeft) || board.pressed(KeyCode::ControlRight) {
        return;
    }
    let seconds = time.delta_secs_f64().min(0.1);
    let right = held(&[KeyCode::ArrowRight, KeyCode::KeyD]) - held(&[KeyCode::ArrowLeft, KeyCode::KeyA]);
    let ahead = held(&[KeyCode::ArrowUp, KeyCode::KeyW]) - held(&[KeyCode::ArrowDown, KeyCode::KeyS]);
    let turn = held(&[KeyCode::KeyE]) - held(&[KeyCode::KeyQ]);
    let tilt = held(&[KeyCode::PageDown]) - held(&[KeyCode::PageUp]);
    let zoom = held(&[KeyCode::KeyZ]) - held(&[KeyCode::KeyX]);
    if [right, ahead, turn, tilt, zoom].iter().all(|axis| *axis == 0.0) {
        return;
    }
    flight.target = None;
    let speed = if board.pressed(KeyCode::ShiftLeft) || board.pressed(KeyCode::ShiftRight) { 2.5 } else { 1.0 };
    let (sin, cos) = viewpoint.heading.sin_cos();
    let step = viewpoint.distance * 0.8 * speed * seconds;
    viewpoint.focus += (DVec2::new(cos, -sin) * right + DVec2::new(sin, cos) * ahead) * step;
    viewpoint.heading += turn * speed * seconds;
    viewpoint.tilt += tilt * 0.6 * speed * seconds;
    viewpoint.distance *= (-zoom * 1.2 * speed * seconds).exp();
    *viewpoint = viewpoint.clamped();
}

fn fly(time: Res<Time<Real>>, mut flight: ResMut<Flight>, mut viewpoint: ResMut<Viewpoint>) {
    let Some(target) = flight.target else { return };
    let start = *flight.start.get_or_insert(*viewpoint);
    // The first frame after a rest is late, the flight is not.
    flight.passed += time.delta_secs_f64().min(0.1) / flight.seconds;
    if flight.passed >= 1.0 {
        *viewpoint = target;
        *flight = Flight::default();
        return;
    }
    *viewpoint = between(&start, &target, flight.passed);
}

/// A point of the way between two viewpoints: far ones rise in between, so that one sees where one goes.
pub fn between(start: &Viewpoint, target: &Viewpoint, passed: f64) -> Viewpoint {
    let t = passed * passed * (3.0 - 2.0 * passed);
    let far = start.focus.distance(target.focus);
    let rise = (far * 0.9).max(start.distance.max(target.distance)) / start.distance.max(target.distance);
    let turn = (target.heading - start.heading + std::f64::consts::PI).rem_euclid(std::f64::consts::TAU) - std::f64::consts::PI;
    let distance = (start.distance.ln() * (1.0 - t) + target.distance.ln() * t + rise.ln() * 4.0 * t * (1.0 - t)).exp();
    Viewpoint {
        focus: start.focus.lerp(target.focus, t),
        height: start.height + (target.height - start.height) * t,
        distance,
        heading: start.heading + turn * t,
        tilt: start.tilt + (target.tilt - start.tilt) * t,
    }
    .clamped()
}

/// The place looked at follows the ground, and the eye never goes under it.
fn stay_above(session: Res<Session>, mut viewpoint: ResMut<Viewpoint>) {
    let Some(region) = session.region() else { return };
    if viewpoint.is_changed() || session.is_changed() {
        let next = above(region, &viewpoint);
        viewpoint.set_if_neq(next);
    }
}

/// A viewpoint a step nearer to the height of the ground that is looked at, and never under the ground.
pub fn above(region: &Region, viewpoint: &Viewpoint) -> Viewpoint {
    let mut next = *viewpoint;
    let reach = region.extent.grown(region.extent.size()[0].max(20_000.0));
    next.focus = next.focus.clamp(DVec2::from_array(reach.min), DVec2::from_array(reach.max));
    let ground_here = ground::height(region, next.focus);
    // Ease, so that small hills do not shake the picture.
    next.height += (ground_here - next.height) * if (ground_here - next.height).abs() > 200.0 { 1.0 } else { 0.35 };
    let eye = next.eye();
    let short = ground::height(region, eye.truncate()) + CLEARANCE - eye.z;
    if short > 0.0 {
        next.tilt = (next.tilt + (short / next.distance).min(0.5)).min(super::viewpoint::TILTS[1]);
        if next.eye().z < ground::height(region, next.eye().truncate()) + CLEARANCE {
            next.height += short;
        }
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grabbed_ground_stays_under_the_pointer() {
        let mut view = Viewpoint { focus: DVec2::new(10.0, 20.0), distance: 900.0, tilt: 0.7, heading: 0.4, height: 0.0 };
        let (from, to) = (DVec2::new(0.2, -0.3), DVec2::new(-0.5, 0.1));
        let held = view.on_level(view.ray(from, 1.5)).expect("ground").extend(0.0);
        hold(&mut view, held, to, 1.5);
        let (point, _) = view.project(held, 1.5).expect("in front");
        assert!(point.distance(to) < 1e-9, "{point}");
    }

    #[test]
    fn a_flight_begins_and_ends_where_it_should() {
        let start = Viewpoint { heading: 6.2, ..Viewpoint::default() };
        let target = Viewpoint { focus: DVec2::new(5e4, 0.0), heading: 0.1, distance: 500.0, ..Viewpoint::default() };
        assert!((between(&start, &target, 0.0).distance - start.distance).abs() < 1e-6);
        let end = between(&start, &target, 1.0);
        assert!((end.distance - target.distance).abs() < 1e-6 && end.focus == target.focus);
        assert!(between(&start, &target, 0.5).distance > 10_000.0, "a far flight rises");
    }
}
