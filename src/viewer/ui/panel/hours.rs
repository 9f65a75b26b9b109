//! Charts of the time of day: a line for each scenario.

use crate::twin::metrics::compare::Comparison;
use crate::twin::scenario::COLOURS;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::{fonts, theme};
use bevy_egui::egui::{Color32, RichText, Stroke, Ui};
use egui_plot::{Legend, Line, Plot, PlotPoints};

/// Series that have a chart.
const CHARTS: [&str; 2] = ["riders", "overloaded-lines"];
/// Height of a chart [points].
const HEIGHT: f32 = 190.0;

/// Draws the charts of what is known.
pub fn show(look: &Look, table: &Comparison, ui: &mut Ui) {
    for id in CHARTS.into_iter().filter(|id| table.columns.iter().any(|column| column.measured.series(id).is_some())) {
        ui.add_space(8.0);
        ui.label(RichText::new(look.text(&format!("series-{id}"))).font(fonts::strong(theme::size(ui, 14.0))));
        chart(look, table, id, ui);
    }
}

fn chart(look: &Look, table: &Comparison, id: &str, ui: &mut Ui) {
    let weak = theme::palette(ui.ctx()).weak;
    let hour = |hour: f64| format!("{hour:02.0}:00");
    let value = |value: f64| look.words.number(value, 0);
    let plot = Plot::new(("series", id))
        .height(HEIGHT)
        .legend(Legend::default())
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .show_background(false)
        .include_y(0.0)
        .x_axis_formatter(move |mark, _| hour(mark.value))
        .y_axis_formatter(move |mark, _| value(mark.value));
    plot.show(ui, |plot| {
        for column in &table.columns {
            let Some(series) = column.measured.series(id) else { continue };
            let points: PlotPoints = series.values.iter().map(|(hour, value)| [f64::from(*hour), *value]).collect();
            let colour = look.proposals.find(&column.id).map_or(weak, |scenario| {
                let [red, green, blue] = COLOURS[scenario.heading.colour];
                Color32::from_rgb(red, green, blue)
            });
            plot.line(Line::new(column.name.clone(), points).stroke(Stroke::new(2.0, colour)));
        }
    });
}
