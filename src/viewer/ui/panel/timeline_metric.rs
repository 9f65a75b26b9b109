//! A metric of the scenario that is shown, year by year: chosen from a list, drawn as steps under what it costs, beside the value of what
//! is.

use super::compare::made;
use super::timeline_chart as chart;
use crate::i18n::Arg;
use crate::twin::catalog::resource::Unit;
use crate::twin::catalog::template::Sphere;
use crate::twin::metrics::metric::{METRICS, Metric};
use crate::twin::metrics::years::MetricYears;
use crate::twin::model::choice::Choice;
use crate::viewer::app::command::Invoke;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::widget::{self, named};
use crate::viewer::ui::{fonts, theme};
use bevy_egui::egui::{ComboBox, RichText, Stroke, Ui};
use egui_phosphor::regular as icon;
use egui_plot::{GridInput, GridMark, HLine, Line, LineStyle, PlotPoints};
use std::ops::RangeInclusive;

/// Width of the list [points].
const LIST: f32 = 340.0;
/// Widest that a sentence about a metric becomes [points].
const SENTENCE: f32 = 420.0;
/// Room above and below the line, as a share of its height, and of its highest value at least.
const ROOM: f64 = 0.15;
const LEAST_ROOM: f64 = 0.02;
/// Stretches between marks of values at most.
const STRETCHES: f64 = 3.0;
/// Marks of values at most.
const MOST: usize = 20;
/// How solid a line is that is out of date.
const PALE: f32 = 0.45;

/// Draws the list of metrics, and the chart of the one that is chosen.
pub fn show(look: &Look, years: &RangeInclusive<u32>, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.horizontal_wrapped(|ui| choice(look, ui, out));
    let Some(metric) = look.yearly.metric() else { return };
    state(look, ui);
    if let Some(told) = look.yearly.figures() {
        let pointed = plot(look, metric, told, years, ui);
        // The year that is pointed at, else the last: then everything is at work.
        tell(look, metric, told, pointed.unwrap_or(*years.end()), ui);
    }
}

/// The list of metrics by sphere, and what the broken line is.
fn choice(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let chosen = look.yearly.metric();
    let shown = chosen.map_or_else(|| look.text("timeline-metric"), |metric| look.words.metric_in_unit(metric));
    let combo = ComboBox::from_id_salt("timeline metric")
        .selected_text(shown)
        .width(theme::size(ui, LIST).min(ui.available_width()))
        .show_ui(ui, |ui| {
            let off = look.text("timeline-metric-off");
            let option = ui.selectable_label(chosen.is_none(), off);
            if named(ui, "timeline-metric-off", option).clicked() {
                out.push(Invoke::new("year-metric"));
            }
            for sphere in Sphere::ALL {
                let weak = theme::palette(ui.ctx()).weak;
                let heading = RichText::new(look.words.choice(*sphere).into_owned()).font(fonts::strong(theme::size(ui, 12.5)));
                ui.label(heading.color(weak));
                for metric in METRICS.iter().filter(|metric| metric.sphere == *sphere) {
                    let words = look.words.metric_in_unit(metric);
                    let option = ui.selectable_label(chosen == Some(metric), words.as_str());
                    if named(ui, &words, option).clicked() {
                        out.push(Invoke::with("year-metric", metric.id));
                    }
                }
            }
        });
    let list = named(ui, "timeline-metric", combo.response);
    let Some(metric) = chosen else { return };
    list.on_hover_ui(|ui| {
        ui.set_max_width(theme::size(ui, SENTENCE));
        made(look, metric, ui, out);
        widget::weak(ui, look.text("years-note"));
    });
    if widget::small_button(ui, icon::X, &look.text("timeline-metric-off")).clicked() {
        out.push(Invoke::new("year-metric"));
    }
    widget::dot(ui, 5.0, theme::palette(ui.ctx()).weak);
    widget::weak(ui, look.text("scenario-base"));
}

/// Whether figures are still to come, and whether those that are there still hold.
fn state(look: &Look, ui: &mut Ui) {
    if look.yearly.is_working() {
        let percent = (f64::from(look.yearly.progress()) * 100.0).round();
        widget::working(ui, look.words.format("timeline-metric-working", &[("percent", percent.into())]));
    } else if look.yearly.has_failed() || look.comparing.has_failed() {
        widget::weak(ui, format!("{} {}", icon::WARNING, look.text("timeline-metric-failed")));
    }
    if look.yearly.is_out_of_date() {
        widget::weak(ui, format!("{} {}", icon::WARNING, look.text("timeline-metric-out-of-date")));
    }
}

/// A metric in a year, with its difference from what is.
fn tell(look: &Look, metric: &Metric, told: &MetricYears, year: u32, ui: &mut Ui) {
    let shown = |value: f64| look.words.metric_value(metric, value);
    let (value, base) = (told.value(metric.id, year), told.base.get(metric.id).copied());
    let (Some(value), Some(base)) = (value, base) else {
        return widget::weak(ui, format!("{year}: {}", value.map_or_else(|| "—".to_owned(), shown)));
    };
    let mut args: Vec<(&str, Arg)> = vec![("year", year.to_string().into()), ("value", shown(value).into())];
    let key = match look.words.metric_change(metric, value - base) {
        Some(change) => {
            args.extend([("change", change.into()), ("base", shown(base).into())]);
            "timeline-metric-year"
        }
        None => "timeline-metric-year-same",
    };
    widget::weak(ui, look.words.format(key, &args));
}

/// The chart itself; the year that is pointed at.
fn plot(look: &Look, metric: &'static Metric, told: &MetricYears, years: &RangeInclusive<u32>, ui: &mut Ui) -> Option<u32> {
    let palette = theme::palette(ui.ctx());
    let (low, high) = heights(metric, told)?;
    let own = look.proposals.current().map_or(palette.accent, theme::scenario_colour);
    let own = if look.yearly.is_out_of_date() { own.gamma_multiply(PALE) } else { own };
    let line = |(number, corners): (usize, Vec<[f64; 2]>)| {
        Line::new(format!("metric {number}"), PlotPoints::from(corners)).stroke(Stroke::new(2.0, own)).allow_hover(false)
    };
    let lines: Vec<Line> = corners(metric, told).into_iter().enumerate().map(line).collect();
    let base = told.base.get(metric.id).map(|base| {
        let line = HLine::new("base", *base).stroke(Stroke::new(1.5, palette.weak));
        line.style(LineStyle::dashed_dense()).allow_hover(false)
    });
    let moment = chart::moment(look, palette.text);
    let mut plot = chart::frame("timeline metric chart", years, ui)
        .include_y(low)
        .include_y(high)
        .y_grid_spacer(few_rounds)
        .y_axis_formatter(move |mark, _| tick(look, metric, mark));
    // Sums carry their unit with them: thousands or millions.
    if let Some(unit) = look.words.metric_unit(metric).filter(|_| metric.unit != Unit::Tenge) {
        plot = plot.y_axis_label(RichText::new(unit).small());
    }
    let shown = plot.show(ui, |plot| {
        base.into_iter().for_each(|line| plot.hline(line));
        lines.into_iter().for_each(|line| plot.line(line));
        moment.into_iter().for_each(|line| plot.vline(line));
        plot.pointer_coordinate()
    });
    let pointed = shown.inner.filter(|_| shown.response.hovered())?;
    (pointed.x > 0.0).then(|| pointed.x.round() as u32)
}

/// The lines of a metric as corners (year, value), each year about its middle; broken where nobody can know.
fn corners(metric: &Metric, told: &MetricYears) -> Vec<Vec<[f64; 2]>> {
    let mut lines = Vec::new();
    let mut line = Vec::new();
    for (step, span) in told.steps.iter().zip(told.spans()) {
        match step.values.get(metric.id) {
            Some(&value) => {
                let (begin, end) = (f64::from(*span.start()) - 0.5, f64::from(*span.end()) + 0.5);
                line.extend([[begin, value], [end, value]]);
            }
            None => lines.push(std::mem::take(&mut line)),
        }
    }
    lines.push(line);
    lines.retain(|line| !line.is_empty());
    lines
}

/// The least and the highest value that the chart shows, with some room; none where nothing is known.
fn heights(metric: &Metric, told: &MetricYears) -> Option<(f64, f64)> {
    let all = told.steps.iter().map(|step| &step.values).chain([&told.base]);
    let values = all.filter_map(|values| values.get(metric.id).copied());
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    if low > high {
        return None;
    }
    let room = ((high - low) * ROOM).max(high.abs().max(low.abs()) * LEAST_ROOM);
    let room = if room > 0.0 { room } else { 1.0 };
    // What is never below zero is not shown as if it could be.
    let lower = if low >= 0.0 { (low - room).max(0.0) } else { low - room };
    Some((lower, high + room))
}

/// A few marks at round values: one, two or five of a power of ten apart.
fn few_rounds(input: GridInput) -> Vec<GridMark> {
    let (low, high) = input.bounds;
    let wanted = (high - low) / STRETCHES;
    if !wanted.is_normal() || wanted < 0.0 {
        return Vec::new();
    }
    let power = 10f64.powf(wanted.log10().floor());
    let step = [1.0, 2.0, 5.0].map(|times| times * power).into_iter().find(|step| *step >= wanted).unwrap_or(10.0 * power);
    let (first, last) = ((low / step).ceil() as i64, (high / step).floor() as i64);
    (first..=last).take(MOST).map(|number| GridMark { value: number as f64 * step, step_size: step }).collect()
}

/// A mark in words: with as many decimals as tell marks apart.
fn tick(look: &Look, metric: &Metric, mark: GridMark) -> String {
    if metric.unit == Unit::Tenge {
        return look.words.money(mark.value);
    }
    let decimals = (-mark.step_size.log10().floor()).clamp(0.0, 3.0) as usize;
    look.words.number(mark.value, decimals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::metrics::metric::find;
    use crate::twin::metrics::years::Step;
    use std::collections::{BTreeMap, BTreeSet};

    fn told(loads: [Option<f64>; 3], base: f64) -> MetricYears {
        let step = |(from, load): (u32, Option<f64>)| Step {
            from,
            at_work: BTreeSet::new(),
            values: load.map(|load| ("school-load", load)).into_iter().collect(),
        };
        let steps = [2026, 2028, 2031].into_iter().zip(loads).map(step).collect();
        MetricYears { years: 2026..=2032, base: BTreeMap::from([("school-load", base)]), steps, notes: Vec::new() }
    }

    #[test]
    fn a_step_lies_between_years_and_the_line_breaks_where_nobody_knows() {
        let metric = find("school-load").expect("a metric");
        let whole = corners(metric, &told([Some(120.0), Some(100.0), Some(80.0)], 120.0));
        let expected = [[2025.5, 120.0], [2027.5, 120.0], [2027.5, 100.0], [2030.5, 100.0], [2030.5, 80.0], [2032.5, 80.0]];
        assert_eq!(whole, [expected.to_vec()]);
        let broken = corners(metric, &told([Some(120.0), None, Some(80.0)], 120.0));
        assert_eq!(broken, [expected[..2].to_vec(), expected[4..].to_vec()]);
        assert_eq!(corners(metric, &told([None; 3], 120.0)), Vec::<Vec<[f64; 2]>>::new());
    }

    #[test]
    fn a_line_that_does_not_move_has_room_about_it() {
        let metric = find("school-load").expect("a metric");
        let (low, high) = heights(metric, &told([Some(100.0); 3], 100.0)).expect("known");
        assert!(low < 99.0 && high > 101.0, "{low} {high}");
        assert_eq!(heights(metric, &told([Some(0.0); 3], 0.0)), Some((0.0, 1.0)));
    }

    #[test]
    fn marks_stand_at_round_values() {
        let marks = |low, high| {
            let found = few_rounds(GridInput { bounds: (low, high), base_step_size: 1.0 });
            found.into_iter().map(|mark| mark.value).collect::<Vec<_>>()
        };
        assert_eq!(marks(97.0, 123.0), [100.0, 110.0, 120.0]);
        assert_eq!(marks(59.7, 65.3), [60.0, 62.0, 64.0]);
        assert_eq!((marks(1.0, 1.0), marks(f64::NAN, 1.0)), (Vec::new(), Vec::new()));
        assert!(marks(-1e12, 1e12).len() <= 4);
    }
}
