//! The presenter's own window: notes, the next stop, the clock. It opens by itself where there is a second screen.

use super::look::Look;
use super::{fonts, theme};
use crate::viewer::app::interface::Interface;
use crate::viewer::app::present::Presenting;
use crate::viewer::app::present::talk::Talk;
use bevy::camera::RenderTarget;
use bevy::camera::visibility::RenderLayers;
use bevy::ecs::schedule::ScheduleLabel;
use bevy::prelude::*;
use bevy::window::{Monitor, OnMonitor, PrimaryWindow, WindowRef, WindowResolution};
use bevy_egui::egui::{self, Area, Id, Label, RichText, ScrollArea, TextWrapMode, Ui, vec2};
use bevy_egui::{EguiContext, EguiSchedule};

/// When the window's content is drawn.
#[derive(ScheduleLabel, Clone, Debug, PartialEq, Eq, Hash)]
struct NotesPass;

/// The window, and the camera that draws into it.
#[derive(Component)]
struct Notes;

/// A layer that nothing is on: the camera draws texts alone.
const NOTHING: usize = 31;
/// Letters, as a multiple of those in the editor: read while one stands.
const SCALE: f32 = 1.5;

/// Adds the window.
pub fn plugin(app: &mut App) {
    app.add_systems(Update, (ask_on_second_screen, keep_window).chain()).add_systems(NotesPass, draw);
}

/// Where there is a second screen, a talk opens the window; its end closes it.
fn ask_on_second_screen(presenting: Res<Presenting>, monitors: Query<&Monitor>, mut interface: ResMut<Interface>, mut was_on: Local<bool>) {
    let is_on = presenting.is_on();
    if is_on != std::mem::replace(&mut *was_on, is_on) {
        interface.notes = is_on && monitors.iter().count() > 1;
    }
}

fn keep_window(
    interface: Res<Interface>,
    main: Query<Option<&OnMonitor>, With<PrimaryWindow>>,
    monitors: Query<Entity, With<Monitor>>,
    there: Query<(Entity, Option<&Window>), With<Notes>>,
    mut commands: Commands,
    mut opened: Local<bool>,
) {
    // Without the picture there is nothing to note.
    let Ok(on) = main.single() else { return there.iter().for_each(|(entity, _)| commands.entity(entity).despawn()) };
    let is_open = there.iter().any(|(_, window)| window.is_some());
    if interface.notes && !is_open && !*opened {
        let picture = on.map(|on| on.0);
        open(&mut commands, monitors.iter().find(|monitor| Some(*monitor) != picture));
    } else if !(interface.notes && (is_open || !*opened)) {
        there.iter().for_each(|(entity, _)| commands.entity(entity).despawn());
    }
    // Whoever closes it by its cross does not want it any more, until the key is pressed twice.
    *opened = interface.notes;
}

fn open(commands: &mut Commands, monitor: Option<Entity>) {
    let position = monitor.map_or(WindowPosition::Automatic, |monitor| WindowPosition::Centered(MonitorSelection::Entity(monitor)));
    let window =
        Window { title: "aimaq".into(), name: Some("aimaq".into()), resolution: WindowResolution::new(900, 640), position, ..default() };
    let window = commands.spawn((Notes, window)).id();
    commands.spawn((
        Notes,
        Camera2d,
        Msaa::Off,
        RenderTarget::Window(WindowRef::Entity(window)),
        RenderLayers::layer(NOTHING),
        EguiSchedule::new(NotesPass),
    ));
}

fn draw(
    mut contexts: Query<(&mut EguiContext, &Camera), With<Notes>>,
    look: Look,
    mut dressed: Local<Option<(Entity, theme::Dress)>>,
    entities: Query<Entity, (With<Notes>, With<Camera>)>,
) {
    let (Some((mut context, camera)), Some(entity)) = (contexts.iter_mut().next(), entities.iter().next()) else { return };
    let context = context.get_mut();
    let dress = theme::Dress::of(&look).scaled(SCALE);
    if dressed.is_none_or(|(known, _)| known != entity) {
        fonts::install(context);
    }
    if *dressed != Some((entity, dress)) {
        dress.put_on(context);
        *dressed = Some((entity, dress));
    }
    let (Some(talk), Some(size)) = (look.presenting.talk(), camera.logical_viewport_size()) else { return };
    if fonts::are_ready(context) {
        page(&look, context, talk, vec2(size.x, size.y));
    }
}

fn page(look: &Look, context: &egui::Context, talk: &Talk, size: egui::Vec2) {
    let palette = theme::palette(context);
    let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, size);
    context.layer_painter(egui::LayerId::background()).rect_filled(screen, 0.0, palette.card);
    Area::new(Id::new("notes")).fixed_pos([theme::GAP * 2.0, theme::GAP * 2.0]).show(context, |ui| {
        ui.set_width(size.x - 4.0 * theme::GAP);
        ui.set_height(size.y - 4.0 * theme::GAP);
        clock(look, talk, ui);
        ui.add_space(theme::GAP);
        let Some(stop) = talk.stop() else { return };
        wrapped(ui, RichText::new(look.words.local(&stop.title)).heading());
        let note = look.words.local(&stop.note);
        let room = (ui.available_height() - theme::size(ui, 70.0)).max(60.0);
        ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
            ui.set_width(size.x - 4.0 * theme::GAP);
            match note.is_empty() {
                true => wrapped(ui, RichText::new(look.text("talk-no-note")).color(palette.weak)),
                false => wrapped(ui, RichText::new(note)),
            }
            for notice in talk.notices() {
                wrapped(ui, RichText::new(look.words.diagnostic(notice)).small().color(palette.warning));
            }
        });
        ui.separator();
        let next = talk.tour().stops.get(talk.number() + 1);
        let next = next
            .map_or_else(|| look.text("talk-last-stop"), |next| format!("{}: {}", look.text("talk-next"), look.words.local(&next.title)));
        wrapped(ui, RichText::new(next).color(palette.weak));
    });
}

/// Where in the tour it is, what the clock says, and how long the talk has lasted.
fn clock(look: &Look, talk: &Talk, ui: &mut Ui) {
    let palette = theme::palette(ui.ctx());
    let now = jiff::Zoned::now();
    let lasted = talk.lasted();
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(format!("{} / {}", talk.number() + 1, talk.tour().stops.len())).font(fonts::strong(theme::size(ui, 15.0))));
        ui.label(RichText::new(format!("{:02}:{:02}", now.hour(), now.minute())).font(fonts::strong(theme::size(ui, 15.0))));
        let lasted = format!("{}:{:02} {}", lasted / 60, lasted % 60, look.text("talk-elapsed"));
        ui.label(RichText::new(lasted).color(palette.weak));
    });
}

fn wrapped(ui: &mut Ui, text: RichText) {
    ui.add(Label::new(text).wrap_mode(TextWrapMode::Wrap).selectable(false));
}
