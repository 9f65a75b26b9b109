//! Plays a script in the real window: commands, keys and pointer moves, with waits and pictures. Tests, help pictures and acceptance drive the program this way.

use super::capture::{PictureTaken, TakePicture};
use super::command::Invoke;
use super::comparison::Comparing;
use super::export::{Exporting, ModelSaved};
use super::film::{Film, FilmMade};
use super::navigate::Flight;
use super::open::Opening;
use super::overlay::Overlay;
use super::present::{self, Presenting};
use super::proposals::Proposals;
use super::report::Report;
use super::session::Activity;
use super::settings::Wording;
use super::yearly::Yearly;
use crate::cli::printer;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::notation;
use bevy::input::keyboard::{Key, KeyboardInput, NativeKey};
use bevy::input::mouse::{MouseButtonInput, MouseScrollUnit, MouseWheel};
use bevy::input::{ButtonState, InputSystems, touch::TouchPhase};
use bevy::prelude::*;
use bevy::window::{CursorMoved, PrimaryWindow, WindowEvent};
use serde::Deserialize;
use std::collections::VecDeque;
use std::path::PathBuf;

/// One line of a script. Points are logical pixels from the upper left.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum Step {
    /// Carries out a command of the table with its argument.
    Command(String, String),
    /// Presses and releases a key, by the name of its place ("KeyL", "F1"); modifiers before it ("Control+KeyF").
    Key(String),
    /// Types a text.
    Type(String),
    /// Moves the pointer.
    PointerMove(f32, f32),
    /// Clicks at a point, or on the widget of that label.
    Click(Target),
    /// Presses at one point, moves, and releases at another.
    Drag((f32, f32), (f32, f32)),
    /// Turns the wheel at the pointer, lines upward.
    Wheel(f32),
    /// Waits until opening, tiles, flights, a flood's water, sheets of values, models, films and metrics by year are done.
    WaitComplete,
    /// Waits for seconds.
    Wait(f32),
    /// Saves a picture.
    Shot(String),
    /// Prints the state as a JSON object.
    Report,
    /// Loses the graphics device.
    LoseDevice,
}

/// Asks for the graphics device to be lost.
#[derive(Message, Clone, Debug, Default)]
pub struct LoseDevice;

/// What is clicked on.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum Target {
    /// A point.
    At(f32, f32),
    /// A widget, by its label in the current language.
    Label(String),
}

/// Where the panels' widgets are, by label; the panels fill it while they draw.
#[derive(Resource, Default)]
pub struct Widgets(pub Vec<(String, Rect)>);

/// Seconds that a click waits for its widget.
const PATIENCE: f32 = 10.0;

/// A script under way.
#[derive(Resource, Default)]
pub struct Script {
    steps: VecDeque<Step>,
    waiting: f32,
    settled: u32,
    /// Seconds that a widget has been looked for.
    looking: f32,
    picture: bool,
    /// Inputs for the coming frames, one a frame, so that each is seen.
    inputs: VecDeque<Input>,
    pointer: Vec2,
    finished: bool,
    /// Whether a step could not be done: the program then ends with an error.
    failed: bool,
}

#[derive(Clone, Debug)]
enum Input {
    Move(Vec2),
    Button(ButtonState),
    Key(KeyCode, ButtonState, Option<String>),
    Wheel(f32),
}

impl Script {
    /// The script of one picture, once everything is there, of a scenario or of the region as it is.
    pub fn picture(path: &std::path::Path, scenario: Option<&str>) -> Self {
        let show = scenario.map(|id| [Step::WaitComplete, Step::Command("scenario".into(), id.to_owned())]);
        let take = [Step::WaitComplete, Step::Shot(path.to_string_lossy().into_owned())];
        Self { steps: show.into_iter().flatten().chain(take).collect(), ..Self::default() }
    }

    /// A script of steps.
    pub fn of(steps: Vec<Step>) -> Self {
        Self { steps: steps.into(), ..Self::default() }
    }

    /// Reads a script.
    ///
    /// # Errors
    /// `ron-syntax` with line, column and reason.
    pub fn parse(text: &str, file: &str) -> Result<Self, Diagnostic> {
        let steps: Vec<Step> = notation::parse(text, file)?;
        Ok(Self { steps: steps.into(), ..Self::default() })
    }
}

impl Script {
    /// Whether nothing happens until some time has passed.
    pub fn is_pausing(&self) -> bool {
        self.waiting > 0.0 && self.inputs.is_empty()
    }

    /// Whether a picture is being taken, or all is quiet before one.
    pub fn is_looking(&self) -> bool {
        self.picture || self.settled > 0
    }

    /// Says why a step cannot be done, and goes on: the next ones may tell more.
    fn fail(&mut self, diagnostic: &Diagnostic, wording: &Wording) {
        printer::say(&wording.diagnostic(diagnostic));
        self.failed = true;
    }
}

/// Adds the playing.
pub fn plugin(app: &mut App) {
    app.init_resource::<Widgets>()
        .add_message::<LoseDevice>()
        .add_plugins(super::report::plugin)
        .add_systems(PreUpdate, (play, feed).chain().before(InputSystems).run_if(resource_exists::<Script>));
}

/// Everything that must be quiet before a picture is worth taking.
#[derive(bevy::ecs::system::SystemParam)]
struct Quiet<'w> {
    opening: Res<'w, Opening>,
    activity: Res<'w, Activity>,
    flight: Res<'w, Flight>,
    exporting: Res<'w, Exporting>,
    film: Res<'w, Film>,
    overlay: Res<'w, Overlay>,
    presenting: Res<'w, Presenting>,
    comparing: Res<'w, Comparing>,
    proposals: Res<'w, Proposals>,
    yearly: Res<'w, Yearly>,
}

impl Quiet<'_> {
    fn is_quiet(&self) -> bool {
        let is_written = self.exporting.0 == 0 && !self.film.is_under_way();
        // What cannot be computed is not waited for.
        let is_shown = self.overlay.is_ready() && (self.overlay.shown().is_none() || self.comparing.missing() == 0);
        let is_told = is_shown && present::is_ready(&self.presenting, &self.comparing, &self.proposals) || self.comparing.has_failed();
        is_written
            && is_told
            && !self.yearly.is_working()
            && !self.opening.is_busy()
            && self.activity.is_settled()
            && !self.flight.is_flying()
    }
}

/// Models and films that commands have asked for.
#[derive(bevy::ecs::system::SystemParam)]
struct Made<'w, 's> {
    models: MessageReader<'w, 's, ModelSaved>,
    films: MessageReader<'w, 's, FilmMade>,
}

impl Made<'_, '_> {
    /// Why some of them were not written.
    fn faults(&mut self) -> Vec<Diagnostic> {
        let models = self.models.read().filter_map(|saved| saved.result.clone().err());
        models.chain(self.films.read().filter_map(|made| made.result.clone().err())).collect()
    }
}

#[allow(clippy::too_many_arguments)]
fn play(
    time: Res<Time<Real>>,
    quiet: Quiet,
    report: Report,
    mut script: ResMut<Script>,
    widgets: Res<Widgets>,
    mut taken: MessageReader<PictureTaken>,
    mut made: Made,
    mut invocations: MessageWriter<Invoke>,
    (mut pictures, mut losses): (MessageWriter<TakePicture>, MessageWriter<LoseDevice>),
    mut exit: MessageWriter<AppExit>,
) {
    for taken in taken.read() {
        script.picture = false;
        if let Err(diagnostic) = &taken.result {
            script.fail(diagnostic, &report.wording);
        }
    }
    made.faults().iter().for_each(|fault| script.fail(fault, &report.wording));
    script.waiting -= time.delta_secs();
    if script.picture || script.waiting > 0.0 || !script.inputs.is_empty() {
        return;
    }
    let Some(step) = script.steps.front().cloned() else {
        if !std::mem::replace(&mut script.finished, true) {
            exit.write(if script.failed { AppExit::error() } else { AppExit::Success });
        }
        return;
    };
    if step == Step::WaitComplete {
        // Where nothing could be opened there is nothing to wait for.
        if let (None, Some(failure)) = (report.session.region(), quiet.opening.failure()) {
            let failure = failure.clone();
            script.fail(&failure, &report.wording);
            script.steps.retain(|step| *step != Step::WaitComplete);
            return;
        }
        script.settled = if quiet.is_quiet() { script.settled + 1 } else { 0 };
        // A few frames more, until what has arrived is on screen.
        if script.settled < 4 {
            return;
        }
        script.settled = 0;
    }
    script.steps.pop_front();
    match step {
        Step::Command(id, argument) => _ = invocations.write(Invoke { id, argument }),
        Step::Key(name) => queue_key(&mut script, &name, &report.wording),
        Step::Type(text) => text.chars().for_each(|letter| {
            let letter = letter.to_string();
            script.inputs.push_back(Input::Key(KeyCode::F24, ButtonState::Pressed, Some(letter.clone())));
            script.inputs.push_back(Input::Key(KeyCode::F24, ButtonState::Released, Some(letter)));
        }),
        Step::PointerMove(x, y) => script.inputs.push_back(Input::Move(Vec2::new(x, y))),
        Step::Click(Target::At(x, y)) => queue_click(&mut script, Vec2::new(x, y)),
        Step::Click(Target::Label(label)) => match widgets.0.iter().find(|(known, _)| *known == label) {
            Some((_, rect)) => queue_click(&mut script, rect.center()),
            // What was opened just now may come a few frames later.
            None if script.looking < PATIENCE => {
                script.looking += time.delta_secs();
                script.steps.push_front(Step::Click(Target::Label(label)));
                return;
            }
            None => script.fail(&Diagnostic::error("unknown-widget").with("label", label), &report.wording),
        },
        Step::Drag(from, to) => queue_drag(&mut script, from.into(), to.into()),
        Step::Wheel(lines) => script.inputs.push_back(Input::Wheel(lines)),
        Step::WaitComplete => {}
        Step::Wait(seconds) => script.waiting = seconds,
        Step::Shot(path) => {
            script.picture = true;
            pictures.write(TakePicture { path: PathBuf::from(path) });
        }
        Step::LoseDevice => _ = losses.write(LoseDevice),
        Step::Report => _ = printer::result(&report.json().to_string()),
    }
    script.looking = 0.0;
}

fn queue_click(script: &mut Script, point: Vec2) {
    script.inputs.extend([Input::Move(point), Input::Button(ButtonState::Pressed), Input::Button(ButtonState::Released)]);
}

fn queue_drag(script: &mut Script, from: Vec2, to: Vec2) {
    script.inputs.extend([Input::Move(from), Input::Button(ButtonState::Pressed)]);
    script.inputs.extend((1..=8).map(|step| Input::Move(from.lerp(to, step as f32 / 8.0))));
    script.inputs.push_back(Input::Button(ButtonState::Released));
}

fn queue_key(script: &mut Script, name: &str, wording: &Wording) {
    let codes: Option<Vec<KeyCode>> = name.split('+').map(key_code).collect();
    let Some(codes) = codes else {
        return script.fail(&Diagnostic::error("unknown-key").with("key", name), wording);
    };
    script.inputs.extend(codes.iter().map(|code| Input::Key(*code, ButtonState::Pressed, None)));
    script.inputs.extend(codes.iter().rev().map(|code| Input::Key(*code, ButtonState::Released, None)));
}

/// The key of a name; beside those of the commands, the ones that navigation and text fields use.
fn key_code(name: &str) -> Option<KeyCode> {
    use KeyCode::*;
    const KEYS: &[KeyCode] = &[
        ArrowUp, ArrowDown, ArrowLeft, ArrowRight, PageUp, PageDown, Enter, Tab, Space, Backspace, Slash, KeyA, KeyD, KeyE, KeyQ, KeyS,
        KeyV, KeyW, KeyX, KeyY, KeyZ, Delete, Comma, Period,
    ];
    let known = super::command::COMMANDS.iter().filter_map(|command| command.shortcut).map(|shortcut| shortcut.key);
    let known = known.chain(present::keys::KEYS.iter().map(|key| key.key));
    match name {
        "Control" => Some(ControlLeft),
        "Shift" => Some(ShiftLeft),
        _ => known.chain(KEYS.iter().copied()).find(|code| format!("{code:?}") == name),
    }
}

/// Hands the next input to window, engine and panels alike.
fn feed(
    mut script: ResMut<Script>,
    mut window: Single<(Entity, &mut Window), With<PrimaryWindow>>,
    mut moves: MessageWriter<CursorMoved>,
    mut buttons: MessageWriter<MouseButtonInput>,
    mut keys: MessageWriter<KeyboardInput>,
    mut wheels: MessageWriter<MouseWheel>,
    // The same once more, in the order of the window's: panels read pointer and buttons there.
    mut events: MessageWriter<WindowEvent>,
) {
    let (entity, window) = &mut *window;
    let entity = *entity;
    // The real pointer may be anywhere: the script's stays where the script put it.
    let pointer = script.pointer;
    let scale = window.scale_factor();
    if window.physical_cursor_position() != Some(pointer * scale) {
        window.set_physical_cursor_position(Some((pointer * scale).as_dvec2()));
    }
    match script.inputs.pop_front() {
        Some(Input::Move(point)) => {
            let delta = Some(point - pointer);
            script.pointer = point;
            window.set_physical_cursor_position(Some((point * scale).as_dvec2()));
            let moved = CursorMoved { window: entity, position: point, delta };
            events.write(moved.clone().into());
            moves.write(moved);
        }
        Some(Input::Button(state)) => {
            let pressed = MouseButtonInput { button: MouseButton::Left, state, window: entity };
            events.write(pressed.into());
            buttons.write(pressed);
        }
        Some(Input::Key(key_code, state, text)) => {
            let logical_key = text.as_ref().map_or(logical(key_code), |text| Key::Character(text.as_str().into()));
            let text = text.map(|text| text.as_str().into());
            keys.write(KeyboardInput { key_code, logical_key, state, text, repeat: false, window: entity });
        }
        Some(Input::Wheel(y)) => {
            wheels.write(MouseWheel { unit: MouseScrollUnit::Line, x: 0.0, y, window: entity, phase: TouchPhase::Moved });
        }
        None => {}
    }
}

fn logical(key: KeyCode) -> Key {
    match key {
        KeyCode::Enter => Key::Enter,
        KeyCode::Tab => Key::Tab,
        KeyCode::Escape => Key::Escape,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Home => Key::Home,
        KeyCode::ControlLeft => Key::Control,
        KeyCode::ShiftLeft => Key::Shift,
        KeyCode::F1 => Key::F1,
        KeyCode::ArrowUp => Key::ArrowUp,
        KeyCode::ArrowDown => Key::ArrowDown,
        _ => Key::Unidentified(NativeKey::Unidentified),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_a_list_of_steps() {
        let text = r#"[ WaitComplete, Command("layers", ""), Key("Control+KeyF"), Click(At(3, 4)), Click(Label("Слои")), Drag((1, 2), (3, 4)), Shot("a.png") ]"#;
        assert_eq!(Script::parse(text, "a.ron").map(|script| script.steps.len()), Ok(7));
        let error = Script::parse("[\n Wobble ]", "b.ron").err().expect("no such step");
        assert_eq!(error.code, "ron-syntax");
    }

    #[test]
    fn keys_of_commands_have_names() {
        assert_eq!(key_code("KeyL"), Some(KeyCode::KeyL));
        assert_eq!(key_code("Control"), Some(KeyCode::ControlLeft));
        assert_eq!(key_code("KeyÄ"), None);
    }
}
