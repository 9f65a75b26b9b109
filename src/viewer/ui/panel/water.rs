//! The hour of the flood, below what its colours mean: a handle to pull, play, and the highest water.

use crate::viewer::app::command::Invoke;
use crate::viewer::app::water::shown_until;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::widget::{self, named};
use crate::viewer::ui::{fonts, theme};
use bevy_egui::egui::{Label, RichText, Slider, Ui};
use egui_phosphor::regular as icon;

/// Width of the handle's line [points].
const WIDTH: f32 = 150.0;

/// Draws the hour where the water of a flood is seen; in a talk nothing but what it is.
pub fn show(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let Some(last) = shown_until(&look.overlay, &look.comparing, &look.proposals) else { return };
    let hour = look.water.hour().map(|hour| hour.min(last));
    let font = fonts::strong(theme::size(ui, 14.0));
    let strong = |shown: String| RichText::new(shown).font(font.clone());
    // Nobody sees there what the number is of.
    if look.presenting.is_on() {
        ui.label(strong(look.words.flood_hour(hour.map(f64::from))));
        return;
    }
    let shown = strong(hour.map_or_else(|| look.text("flood-highest"), |hour| look.words.measured(f64::from(hour), 0, "hours")));
    ui.horizontal(|ui| {
        let (mark, key) = if look.water.is_playing() { (icon::PAUSE, "flood-pause") } else { (icon::PLAY, "flood-play") };
        if widget::small_button(ui, mark, &look.text(key)).clicked() {
            out.push(Invoke::new("flood-play"));
        }
        let mut place = hour.unwrap_or(last);
        ui.spacing_mut().slider_width = theme::size(ui, WIDTH);
        let slider = ui.add(Slider::new(&mut place, 0.0..=last).show_value(false));
        if named(ui, "flood-handle", slider).on_hover_text(look.text("flood-hours")).changed() {
            out.push(Invoke::with("flood-hour", place));
        }
        if widget::icon_toggle(ui, icon::ARROW_LINE_UP, &look.text("flood-highest"), hour.is_none(), None).clicked() {
            out.push(Invoke::with("flood-hour", "most"));
        }
        ui.add(Label::new(shown).extend());
    });
}
