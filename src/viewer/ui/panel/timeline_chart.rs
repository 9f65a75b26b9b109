//! What the scenario that is shown costs by year: building and running, with the years that the roadmap's budget cannot pay marked.

use crate::twin::metrics::spending::rests_on;
use crate::twin::roadmap::table::by_year;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::{theme, widget};
use bevy_egui::egui::{Color32, Stroke, Ui};
use egui_phosphor::regular as icon;
use egui_plot::{Bar, BarChart, GridInput, GridMark, Line, Plot, PlotPoints, VLine};
use std::ops::RangeInclusive;

/// Height of a chart [points].
const HEIGHT: f32 = 96.0;
/// Least width of the marks of values [points].
const MARKS: f32 = 70.0;
/// Marks of years at most.
const MOST: usize = 200;
/// Width of a bar [years].
const WIDE: f64 = 0.7;
/// How solid the part of a bar is that stands for running costs.
const PALE: f32 = 0.45;

/// What a year costs [tenge].
struct Year {
    year: u32,
    capital: f64,
    running: f64,
    budget: Option<f64>,
}

impl Year {
    fn is_over(&self) -> bool {
        self.budget.is_some_and(|budget| self.capital + self.running > budget)
    }
}

/// Draws the chart with its names, and what it rests on.
pub fn show(look: &Look, years: &RangeInclusive<u32>, ui: &mut Ui) {
    let outlook = look.timeline.outlook();
    let budget = look.roadmaps.roadmap().map(|roadmap| by_year(&roadmap.budget)).unwrap_or_default();
    let year = |year| Year { year, capital: outlook.capital(year), running: outlook.running(year), budget: budget.get(&year).copied() };
    let all: Vec<Year> = years.clone().map(year).collect();
    let palette = theme::palette(ui.ctx());
    let own = look.proposals.current().map_or(palette.accent, theme::scenario_colour);
    names(look, [(own, "timeline-capital"), (own.gamma_multiply(PALE), "timeline-running"), (palette.warning, "timeline-budget")], ui);
    let pointed = plot(look, years, &all, own, ui);
    // The year that is pointed at, else those that cost too much.
    match pointed.and_then(|pointed| all.iter().find(|year| year.year == pointed)) {
        Some(year) => tell(look, year, ui),
        None => tell_over(look, &all, ui),
    }
}

/// The years that the budget cannot pay.
fn tell_over(look: &Look, all: &[Year], ui: &mut Ui) {
    let over: Vec<String> = all.iter().filter(|year| year.is_over()).map(|year| year.year.to_string()).collect();
    if !over.is_empty() {
        let text = look.words.format("timeline-over", &[("years", over.join(", ").into())]);
        widget::weak(ui, format!("{} {text}", icon::WARNING));
    }
}

/// What the colours are; pointed at, what the sums rest on.
fn names(look: &Look, names: [(Color32, &str); 3], ui: &mut Ui) {
    let row = ui.horizontal_wrapped(|ui| {
        for (colour, key) in names {
            widget::dot(ui, 5.0, colour);
            widget::weak(ui, look.text(key));
            ui.add_space(8.0);
        }
    });
    row.response.on_hover_ui(|ui| {
        for spec in rests_on() {
            widget::weak(ui, look.words.assumption(spec, look.comparing.assumptions().get(spec)));
        }
    });
}

fn tell(look: &Look, year: &Year, ui: &mut Ui) {
    let mut args = vec![
        ("year", year.year.to_string().into()),
        ("capital", look.words.money(year.capital).into()),
        ("running", look.words.money(year.running).into()),
    ];
    match year.budget.filter(|_| year.is_over()) {
        Some(budget) => {
            args.push(("budget", look.words.money(budget).into()));
            let text = look.words.format("timeline-year-over", &args);
            widget::weak(ui, format!("{} {text}", icon::WARNING));
        }
        None => widget::weak(ui, look.words.format("timeline-year", &args)),
    }
}

/// The chart itself; the year that is pointed at.
fn plot(look: &Look, years: &RangeInclusive<u32>, all: &[Year], own: Color32, ui: &mut Ui) -> Option<u32> {
    let palette = theme::palette(ui.ctx());
    let over = Stroke::new(2.0, palette.warning);
    let capital = BarChart::new("capital", bars(all, own, over, |year| year.capital)).allow_hover(false);
    let running = BarChart::new("running", bars(all, own.gamma_multiply(PALE), over, |year| year.running));
    let running = running.allow_hover(false).stack_on(&[&capital]);
    let budget: PlotPoints = all.iter().filter_map(|year| Some([f64::from(year.year), year.budget?])).collect();
    let moment = moment(look, palette.text);
    let plot = frame("timeline chart", years, ui).include_y(0.0).y_axis_formatter(|mark, _| look.words.money(mark.value));
    let shown = plot.show(ui, |plot| {
        plot.bar_chart(capital);
        plot.bar_chart(running);
        plot.line(Line::new("budget", budget).stroke(Stroke::new(2.0, palette.warning)));
        moment.into_iter().for_each(|line| plot.vline(line));
        plot.pointer_coordinate()
    });
    let pointed = shown.inner.filter(|_| shown.response.hovered())?;
    (pointed.x > 0.0).then(|| pointed.x.round() as u32)
}

/// A chart without content: a mark a year, and charts that lie under one another have their years under one another.
pub(super) fn frame<'a>(name: &'static str, years: &RangeInclusive<u32>, ui: &Ui) -> Plot<'a> {
    widget::still(Plot::new(name))
        .height(HEIGHT)
        .show_x(false)
        .show_y(false)
        .include_x(f64::from(*years.start()) - 0.5)
        .include_x(f64::from(*years.end()) + 0.5)
        .y_axis_min_width(theme::size(ui, MARKS))
        .x_grid_spacer(every_year)
        .x_axis_formatter(|mark, _| format!("{:.0}", mark.value))
}

/// The month that is shown. What stands for a year is drawn about its middle.
pub(super) fn moment(look: &Look, colour: Color32) -> Option<VLine> {
    look.timeline.year.map(|moment| VLine::new("moment", moment - 0.5).stroke(Stroke::new(1.5, colour)))
}

/// A bar a year; those of years that cost too much have an edge.
fn bars(all: &[Year], fill: Color32, over: Stroke, value: fn(&Year) -> f64) -> Vec<Bar> {
    let bar = |year: &Year| {
        let edge = if year.is_over() { over } else { Stroke::NONE };
        Bar::new(f64::from(year.year), value(year)).width(WIDE).fill(fill).stroke(edge)
    };
    all.iter().map(bar).collect()
}

/// A mark a year.
fn every_year(input: GridInput) -> Vec<GridMark> {
    let (first, last) = (input.bounds.0.ceil() as i64, input.bounds.1.floor() as i64);
    (first..=last).take(MOST).map(|year| GridMark { value: year as f64, step_size: 1.0 }).collect()
}
