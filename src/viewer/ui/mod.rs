//! Panels and labels: what people read and press. A panel is a function of what it may look at; it answers with commands.

pub mod arrange;
pub mod balances;
pub mod flow;
pub mod fonts;
pub mod handles;
pub mod labels;
pub mod look;
pub mod month;
mod notes;
pub mod outline;
pub mod panel;
pub mod picture;
pub mod present;
pub mod proposals;
pub mod reach;
pub mod remarks;
pub mod solution;
pub mod theme;
pub mod widget;

use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::Focus;
use crate::viewer::app::script::Widgets;
use bevy::prelude::*;
use bevy::shader::Shader;
use bevy_egui::egui::{Event, Modifiers};
use bevy_egui::render::EGUI_SHADER_HANDLE;
use bevy_egui::{EguiContexts, EguiInput, EguiPlugin, EguiPreUpdateSet, EguiPrimaryContextPass};
use look::Look;

/// Adds fonts, theme, labels and panels.
pub fn plugin(app: &mut App) {
    app.add_plugins((EguiPlugin::default(), notes::plugin));
    // Our own shader in place of egui's: the same look for a third of the work.
    let shader = Shader::from_wgsl(include_str!("../../../assets/shaders/interface.wgsl"), "assets/shaders/interface.wgsl");
    let _ = app.world_mut().resource_mut::<Assets<Shader>>().insert(&EGUI_SHADER_HANDLE, shader);
    app.init_resource::<labels::LabelSource>()
        .add_systems(PreUpdate, drop_echoes.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass))
        .add_systems(Update, labels::collect)
        .add_systems(EguiPrimaryContextPass, (prepare, draw).chain());
}

/// Drops what tells nothing new: the engine's adapter repeats in every frame which modifier keys are held, and to egui everything that it
/// is told is a reason for another frame, so that a window would never rest.
fn drop_echoes(mut inputs: Query<&mut EguiInput>, mut held: Local<Modifiers>) {
    for mut input in &mut inputs {
        input.events.retain(|event| match event {
            Event::ModifiersChanged(now) => std::mem::replace(&mut *held, *now) != *now,
            _ => true,
        });
    }
}

/// Fonts once; theme and size of texts whenever they change.
fn prepare(mut contexts: EguiContexts, look: Look, mut dressed: Local<Option<theme::Dress>>) -> Result {
    let context = contexts.ctx_mut()?;
    let dress = theme::Dress::of(&look);
    if dressed.is_none() {
        fonts::install(context);
    }
    if *dressed != Some(dress) {
        dress.put_on(context);
        *dressed = Some(dress);
    }
    Ok(())
}

fn draw(
    mut contexts: EguiContexts,
    look: Look,
    mut invocations: MessageWriter<Invoke>,
    mut focus: ResMut<Focus>,
    mut widgets: ResMut<Widgets>,
) -> Result {
    let context = contexts.ctx_mut()?;
    // Fonts that were installed this frame are there from the next one on.
    if !fonts::are_ready(context) {
        return Ok(());
    }
    let mut commands = Vec::new();
    outline::draw(&look, context);
    flow::draw(&look, context);
    reach::draw(&look, context, &mut commands);
    proposals::draw(&look, context);
    handles::draw(&look, context, &mut commands);
    remarks::draw(&look, context, &mut commands);
    for panel in panel::PANELS {
        if panel.is_shown(&look) {
            (panel.show)(&look, context, &mut commands);
        }
    }
    present::draw(&look, context, &mut commands);
    // Last, so that names keep clear of the panels; they lie beneath them all the same.
    labels::draw(&look, context);
    widgets.0 = widget::take_named(context);
    if look.presenting.is_on() {
        let rect = |rect: bevy_egui::egui::Rect| Rect::new(rect.min.x, rect.min.y, rect.max.x, rect.max.y);
        widgets.0.extend(arrange::talk_cards(context).map(|(name, card)| (name.to_owned(), rect(card))));
    }
    let pointer = context.egui_wants_pointer_input() || context.is_pointer_over_egui();
    focus.set_if_neq(Focus { keyboard: context.egui_wants_keyboard_input(), pointer });
    invocations.write_batch(commands);
    Ok(())
}
