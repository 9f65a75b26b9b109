//! The layers: what is shown, how solid, and what its colours mean.

use crate::twin::model::choice::Choice;
use crate::twin::model::cover::CoverKind;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::Side;
use crate::viewer::app::layers::LAYERS;
use crate::viewer::app::overlay::spec::OVERLAYS;
use crate::viewer::ui::arrange;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::solution;
use crate::viewer::ui::theme::{self, CARD_WIDTH, GAP, TOP};
use crate::viewer::ui::widget::{self, named, small_button};
use bevy_egui::egui::{Area, Color32, Context, Id, RichText, Slider, Ui, vec2};
use egui_phosphor::regular as icon;

/// Draws the card.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    if look.interface.side != Some(Side::Layers) || look.session.region().is_none() {
        return;
    }
    Area::new(Id::new("layers")).fixed_pos([GAP, TOP]).show(context, |ui| {
        theme::card(context).show(ui, |ui| {
            ui.set_width(CARD_WIDTH - 24.0);
            if widget::heading(ui, &look.text("panel-layers"), &look.text("close")) {
                out.push(Invoke::new("layers"));
            }
            arrange::scroll(look, ui, "layers", TOP, |ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                for index in 0..LAYERS.len() {
                    row(look, index, ui, out);
                }
                outcomes(look, ui, out);
            });
        });
    });
}

fn row(look: &Look, index: usize, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let spec = LAYERS[index];
    let shown = look.layers.look(index);
    let open_id = Id::new(("layer details", spec.name));
    let open: bool = ui.data(|data| data.get_temp(open_id).unwrap_or(false));
    let palette = theme::palette(ui.ctx());
    ui.horizontal(|ui| {
        let name = look.words.layer(spec.name).into_owned();
        let eye = if shown.visible { icon::EYE } else { icon::EYE_SLASH };
        if small_button(ui, eye, &look.words.format("layer-switch", &[("layer", name.clone().into())])).clicked() {
            out.push(Invoke::with("layer", spec.name));
        }
        let colour = if shown.visible { palette.text } else { palette.weak };
        let response = ui.add(
            bevy_egui::egui::Label::new(RichText::new(format!("{}  {name}", spec.icon)).color(colour))
                .sense(bevy_egui::egui::Sense::click()),
        );
        if named(ui, &name, response).clicked() {
            out.push(Invoke::with("layer", spec.name));
        }
        ui.with_layout(bevy_egui::egui::Layout::right_to_left(bevy_egui::egui::Align::Center), |ui| {
            let caret = if open { icon::CARET_UP } else { icon::CARET_DOWN };
            if small_button(ui, caret, &look.text("layer-more")).clicked() {
                ui.data_mut(|data| data.insert_temp(open_id, !open));
            }
        });
    });
    if open {
        ui.indent(open_id, |ui| details(look, index, ui, out));
    }
}

/// What can be shown of what happens; one at a time.
fn outcomes(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    solution::title(look, "panel-outcomes", ui);
    for spec in OVERLAYS {
        let label = look.text(&format!("overlay-{}", spec.id));
        if widget::toggle(ui, spec.icon, &label, look.overlay.shown() == Some(spec), None).clicked() {
            out.push(Invoke::with("overlay", spec.id));
        }
    }
}

fn details(look: &Look, index: usize, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let spec = LAYERS[index];
    if let Some((_, count)) = look.session.region().and_then(|region| region.counts().into_iter().find(|(name, _)| *name == spec.name)) {
        widget::weak(ui, look.words.format("layer-count", &[("count", count.into())]));
    }
    if !matches!(spec.name, "places" | "amenities") {
        let mut share = look.layers.look(index).opacity;
        ui.horizontal(|ui| {
            ui.label(look.text("layer-opacity"));
            if ui.add(Slider::new(&mut share, 0.1..=1.0).show_value(false)).changed() {
                out.push(Invoke::with("layer-opacity", format!("{} {share:.2}", spec.name)));
            }
        });
    }
    if spec.name == "landcover" {
        for kind in CoverKind::ALL {
            swatch(ui, look.labels.cover_colour(*kind), &look.words.choice(*kind));
        }
    }
}

/// A colour and what it means.
fn swatch(ui: &mut Ui, colour: Color32, text: &str) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(16.0, 12.0), bevy_egui::egui::Sense::hover());
        ui.painter().rect_filled(rect, 3.0, colour);
        widget::weak(ui, text);
    });
}
