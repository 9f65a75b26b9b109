//! What models take for granted, each with its unit, source and bounds, and a field to set it by hand.

use crate::twin::metrics::assumption_specs;
use crate::twin::simulate::assumption::AssumptionSpec;
use crate::viewer::app::command::Invoke;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::widget;
use bevy_egui::egui::{CollapsingHeader, DragValue, Grid, Ui};
use egui_phosphor::regular as icon;

/// Draws the list, closed at first.
pub fn show(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.add_space(8.0);
    let header = CollapsingHeader::new(look.text("compare-assumptions")).id_salt("assumptions").show(ui, |ui| {
        widget::weak(ui, look.text("compare-assumptions-hint"));
        Grid::new("assumptions").num_columns(2).spacing([16.0, 4.0]).striped(true).show(ui, |ui| {
            for spec in assumption_specs() {
                row(look, spec, ui, out);
                ui.end_row();
            }
        });
    });
    widget::named(ui, "assumptions", header.header_response);
}

fn row(look: &Look, spec: &AssumptionSpec, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let assumptions = look.comparing.assumptions();
    let mut value = assumptions.get(spec);
    ui.horizontal(|ui| {
        let speed = (spec.most - spec.least) / 500.0;
        let field = ui.add(DragValue::new(&mut value).range(spec.least..=spec.most).speed(speed).max_decimals(2));
        if widget::named(ui, spec.id, field).changed() {
            out.push(Invoke::with("assume", format!("{}={value}", spec.id)));
        }
        if assumptions.0.contains_key(spec.id)
            && widget::small_button(ui, icon::ARROW_U_UP_LEFT, &look.text("compare-assumption-back")).clicked()
        {
            out.push(Invoke::with("assume", format!("{}=", spec.id)));
        }
    });
    ui.label(look.words.assumption(spec, assumptions.get(spec)));
}
