//! Charts of the time of day: a line for each scenario.

use crate::twin::metrics::compare::Comparison;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::{fonts, theme, widget};
use bevy_egui::egui::{Color32, RichText, Stroke, Ui};
use egui_plot::{Line, Plot, PlotPoints};

/// Series that have a chart.
const CHARTS: [&str; 2] = ["riders", "overloaded-lines"];
/// Height of a chart [points].
const HEIGHT: f32 = 190.0;

/// Draws the charts of what is known.
pub fn show(look: &Look, table: &Comparison, ui: &mut Ui) {
    let mut is_first = true;
    for id in CHARTS.into_iter().filter(|id| table.columns.iter().any(|column| column.measured.series(id).is_some())) {
        ui.add_space(8.0);
        let name = RichText::new(look.text(&format!("series-{id}"))).font(fonts::strong(theme::size(ui, 14.0)));
        ui.label(name).on_hover_text(look.text(&format!("series-made-{id}")));
        // One list of names serves all charts, and hides no line.
        if std::mem::take(&mut is_first) {
            names(look, table, ui);
        }
        chart(look, table, id, ui);
    }
}

/// The scenarios with their colours.
fn names(look: &Look, table: &Comparison, ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        for column in &table.columns {
            let colour = colour(look, &column.id, ui);
            widget::dot(ui, 5.0, colour);
            ui.label(&column.name);
            ui.add_space(10.0);
        }
    });
}

fn colour(look: &Look, id: &str, ui: &Ui) -> Color32 {
    look.proposals.find(id).map_or(theme::palette(ui.ctx()).weak, theme::scenario_colour)
}

fn chart(look: &Look, table: &Comparison, id: &str, ui: &mut Ui) {
    let colours: Vec<Color32> = table.columns.iter().map(|column| colour(look, &column.id, ui)).collect();
    let hour = |hour: f64| format!("{hour:02.0}:00");
    let value = |value: f64| look.words.number(value, 0);
    let plot = widget::still(Plot::new(("series", id)))
        .height(HEIGHT)
        .include_y(0.0)
        .x_axis_formatter(move |mark, _| hour(mark.value))
        .y_axis_formatter(move |mark, _| value(mark.value));
    plot.show(ui, |plot| {
        for (column, colour) in table.columns.iter().zip(colours) {
            let Some(series) = column.measured.series(id) else { continue };
            let points: PlotPoints = series.values.iter().map(|(hour, value)| [f64::from(*hour), *value]).collect();
            plot.line(Line::new(column.name.clone(), points).stroke(Stroke::new(2.0, colour)));
        }
    });
}
