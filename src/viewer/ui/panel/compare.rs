//! Scenarios side by side: every metric with its value, the difference from what is, and the best of each row.

use super::sheet::sheet;
use super::{assumed, hours, truth};
use crate::twin::catalog::template::Sphere;
use crate::twin::metrics::compare::{Cell, Comparison};
use crate::twin::metrics::metric::Metric;
use crate::twin::metrics::shift::Side;
use crate::twin::model::choice::Choice;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::Sheet;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::{fonts, solution, theme, widget};
use bevy_egui::egui::{Context, Grid, Id, RichText, ScrollArea, Ui};
use egui_phosphor::regular as icon;

/// Draws the sheet.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    sheet(Sheet::Compare, "sheet-compare", 980.0, look, context, out, |ui, out| {
        let table = look.comparing.table();
        if look.comparing.missing() > 0 {
            let key = if table.columns.is_empty() { "compare-working" } else { "compare-out-of-date" };
            widget::working(ui, look.words.format(key, &[("count", look.comparing.missing().into())]));
        }
        if table.columns.is_empty() {
            return;
        }
        ui.horizontal(|ui| {
            widget::weak(ui, look.text("compare-modelled"));
            for form in ["csv", "json"] {
                let label = look.words.format("compare-export", &[("form", form.to_uppercase().into())]);
                if widget::icon_button(ui, icon::DOWNLOAD_SIMPLE, &label, None).clicked() {
                    out.push(Invoke::with("export-comparison", form));
                }
            }
            if widget::icon_button(ui, icon::SEAL_CHECK, &look.text("command-truth"), None).clicked() {
                out.push(Invoke::with("truth", "all"));
            }
        });
        ScrollArea::horizontal().show(ui, |ui| rows(look, table, ui, out));
        shifts(look, table, ui);
        hours::show(look, table, ui);
        assumed::show(look, ui, out);
    });
}

/// Who is better and who worse off, scenario by scenario.
fn shifts(look: &Look, table: &Comparison, ui: &mut Ui) {
    let (Some(region), Some(survey)) = (look.session.region(), look.solutions.survey(&look.session)) else { return };
    let place = |side: &Side| {
        let settlement = side.settlement.and_then(|index| survey.settlements().get(index as usize));
        settlement.map_or_else(|| "—".to_owned(), |settlement| settlement.name.read(look.words.language(), &region.strings).to_owned())
    };
    let palette = theme::palette(ui.ctx());
    if table.columns.iter().any(|column| !column.measured.shifts.is_empty()) {
        solution::title(look, "compare-shifts", ui);
    }
    for column in table.columns.iter().filter(|column| !column.measured.shifts.is_empty()) {
        ui.label(RichText::new(&column.name).font(fonts::strong(theme::size(ui, 13.5))));
        for shift in &column.measured.shifts {
            let sides = [(&shift.better, true, icon::CHECK, palette.accent), (&shift.worse, false, icon::WARNING, palette.warning)];
            for (side, better, mark, colour) in sides.into_iter().filter(|(side, ..)| side.people >= 0.5) {
                solution::line(ui, mark, colour, &look.words.shift(shift.field, side, better, &place(side)));
            }
        }
    }
}

/// By sphere, or, where the name of a scenario was pressed, by how much it changes, the most first.
fn rows(look: &Look, table: &Comparison, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let mut rows = table.rows();
    let id = Id::new("compare sorted by");
    let sorted: Option<usize> = ui.data(|data| data.get_temp(id)).filter(|column| *column < table.columns.len());
    Grid::new("compare").num_columns(table.columns.len() + 1).striped(true).spacing([22.0, 6.0]).show(ui, |ui| {
        ui.label("");
        for (index, column) in table.columns.iter().enumerate() {
            let name = RichText::new(&column.name).font(fonts::strong(theme::size(ui, 14.0)));
            let label = ui.selectable_label(sorted == Some(index), name).on_hover_text(look.text("compare-sort"));
            if widget::named(ui, &column.name, label).clicked() {
                let next = Some(index).filter(|index| sorted != Some(*index));
                ui.data_mut(|data| match next {
                    Some(next) => _ = data.insert_temp(id, next),
                    None => data.remove::<usize>(id),
                });
            }
        }
        ui.end_row();
        if let Some(column) = sorted {
            rows.sort_by(|(_, a), (_, b)| b[column].change().total_cmp(&a[column].change()));
            rows.iter().for_each(|row| line(look, row, ui, out));
            return;
        }
        for sphere in Sphere::ALL {
            let of_sphere: Vec<_> = rows.iter().filter(|(metric, _)| metric.sphere == *sphere).collect();
            if of_sphere.is_empty() {
                continue;
            }
            let weak = theme::palette(ui.ctx()).weak;
            ui.label(RichText::new(look.words.choice(*sphere)).font(fonts::strong(theme::size(ui, 12.5))).color(weak));
            ui.end_row();
            of_sphere.into_iter().for_each(|row| line(look, row, ui, out));
        }
    });
}

fn line(look: &Look, (metric, cells): &(&Metric, Vec<Cell>), ui: &mut Ui, out: &mut Vec<Invoke>) {
    name(look, metric, ui, out);
    cells.iter().for_each(|cell| value(look, metric, cell, ui));
    ui.end_row();
}

/// What a metric is called; pointed at, how it is made and what is assumed.
fn name(look: &Look, metric: &Metric, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.label(look.words.metric(metric).into_owned()).on_hover_ui(|ui| {
        ui.set_max_width(420.0);
        made(look, metric, ui, out);
    });
}

/// How a metric is made, what is assumed, and how true its model is.
pub(super) fn made(look: &Look, metric: &Metric, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.label(look.words.metric_made(metric).into_owned());
    let maker = look.words.get(&format!("simulation-{}", metric.maker)).into_owned();
    let facts =
        [maker, look.words.choice(metric.origin).into_owned(), look.words.choice(metric.better).into_owned(), metric.tag.to_owned()];
    widget::weak(ui, facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · "));
    metric.assumptions().iter().for_each(|spec| widget::weak(ui, look.words.assumption(spec, look.comparing.assumptions().get(spec))));
    truth::link(look, metric.maker, ui, out);
}

/// A value with its difference: better and worse are told by a mark as well as by colour.
fn value(look: &Look, metric: &Metric, cell: &Cell, ui: &mut Ui) {
    let palette = theme::palette(ui.ctx());
    ui.horizontal(|ui| {
        let text = cell.value.map_or_else(|| "—".to_owned(), |value| look.words.metric_value(metric, value));
        ui.label(if cell.is_best { RichText::new(text).font(fonts::strong(theme::size(ui, 14.0))) } else { RichText::new(text) });
        let Some(change) = cell.delta.and_then(|delta| look.words.metric_change(metric, delta)) else { return };
        let (mark, colour) = match cell.is_better {
            Some(true) => (icon::CHECK, palette.accent),
            Some(false) => (icon::WARNING, palette.warning),
            None => (icon::ARROWS_LEFT_RIGHT, palette.weak),
        };
        let text = format!("{mark} {change}");
        ui.label(RichText::new(text).small().color(colour));
    });
}
