//! The quality report of the open region: grade, completeness, everything repaired, dropped or guessed, sources.

use super::sheet::sheet;
use crate::twin::model::region::Standing;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::Sheet;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::{fonts, theme, widget};
use bevy_egui::egui::{Context, Grid, RichText, Ui};

/// Draws the sheet.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    sheet(Sheet::Report, "sheet-report", 680.0, look, context, out, |ui, _| {
        let Some(region) = look.session.region() else { return };
        let palette = theme::palette(ui.ctx());
        ui.label(RichText::new(look.words.choice(region.quality.grade)).font(fonts::strong(theme::size(ui, 22.0))).color(palette.accent));
        if region.standing == Standing::Sketch {
            ui.label(RichText::new(look.text("report-sketch")).color(palette.warning));
        }
        ui.add_space(6.0);
        layers(look, ui);
        ui.add_space(10.0);
        ui.label(RichText::new(look.text("report-findings")).font(fonts::strong(theme::size(ui, 15.0))));
        for entry in &region.quality.entries {
            ui.label(look.words.finding(entry.finding, entry.count));
            let places = entry.examples.join(", ");
            let treated = look.words.choice(entry.finding.treatment()).into_owned();
            widget::weak(ui, if places.is_empty() { treated } else { format!("{treated} · {places}") });
        }
        ui.add_space(10.0);
        ui.label(RichText::new(look.text("report-sources")).font(fonts::strong(theme::size(ui, 15.0))));
        for source in &region.sources {
            ui.label(format!("{} — {}", source.name, source.licence));
            if !source.credit.is_empty() {
                widget::weak(ui, source.credit.clone());
            }
        }
    });
}

fn layers(look: &Look, ui: &mut Ui) {
    let Some(region) = look.session.region() else { return };
    Grid::new("report layers").num_columns(3).striped(true).spacing([24.0, 6.0]).show(ui, |ui| {
        for key in ["report-layer", "report-kept", "report-observed"] {
            ui.label(RichText::new(look.text(key)).color(theme::palette(ui.ctx()).weak));
        }
        ui.end_row();
        for layer in &region.quality.layers {
            ui.label(look.words.layer(&layer.layer).into_owned());
            let (kept, found) = (look.words.number(layer.kept as f64, 0), look.words.number(layer.found as f64, 0));
            ui.label(look.words.format("report-kept-of", &[("kept", kept.into()), ("found", found.into())]));
            ui.label(format!("{} %", look.words.number(layer.observed_share * 100.0, 0)));
            ui.end_row();
        }
    });
}
