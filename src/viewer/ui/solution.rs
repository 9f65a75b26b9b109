//! A solution in its parts, as the library and what stands show it: parameters with their reasons, needs, costs, norms, verdicts.

use super::look::Look;
use super::widget::{self, named};
use super::{fonts, theme};
use crate::twin::catalog::fit::{Fit, Reason};
use crate::twin::catalog::template::{Flow, Parameter, Template};
use crate::twin::conformity::{Outcome, SiteReport};
use crate::viewer::app::command::Invoke;
use bevy_egui::egui::{Color32, ComboBox, Context, DragValue, Grid, RichText, Ui};
use egui_phosphor::regular as icon;

/// A title within a card.
pub fn title(look: &Look, key: &str, ui: &mut Ui) {
    ui.add_space(8.0);
    ui.label(RichText::new(look.text(key)).font(fonts::strong(theme::size(ui, 14.0))));
}

/// Every parameter with its value and why it has it.
pub fn reasons(look: &Look, fit: &Fit, ui: &mut Ui) {
    if fit.settings.is_empty() {
        return;
    }
    title(look, "library-parameters", ui);
    for (index, parameter) in fit.template.parameters.iter().enumerate() {
        widget::weak(ui, look.words.local(&parameter.name));
        ui.label(look.words.reason(fit, index));
    }
}

/// The same, each to be set by hand and given back to its rule.
pub fn settings(look: &Look, fit: &Fit, ui: &mut Ui, out: &mut Vec<Invoke>) {
    if fit.settings.is_empty() {
        return;
    }
    title(look, "library-parameters", ui);
    for (index, parameter) in fit.template.parameters.iter().enumerate() {
        widget::weak(ui, look.words.local(&parameter.name));
        let mut value = fit.settings[index].value;
        ui.horizontal(|ui| {
            let id = parameter.id.as_str();
            let changed = if parameter.options.is_empty() {
                let drag = DragValue::new(&mut value).range(parameter.least..=parameter.most).speed(*parameter.step / 4.0);
                let field = ui.add(drag.custom_formatter(|value, _| look.words.parameter_value(parameter, value)));
                let field = named(ui, id, field);
                if field.drag_stopped() || field.lost_focus() {
                    out.push(Invoke::new("settle"));
                }
                field.changed()
            } else {
                choose_option(look, parameter, &mut value, ui)
            };
            let nearest = parameter.nearest(value);
            if changed && nearest != fit.settings[index].value {
                out.push(Invoke::with("set", format!("{id} {nearest}")));
            }
            if fit.settings[index].reason == Reason::Hand
                && widget::small_button(ui, icon::ARROW_COUNTER_CLOCKWISE, &look.text("parameter-release")).clicked()
            {
                out.push(Invoke::with("release", id));
            }
        });
        widget::weak(ui, look.words.reason(fit, index));
        let note = look.words.local(&parameter.note);
        if !note.is_empty() {
            widget::weak(ui, note);
        }
    }
}

/// A parameter that stands for something: its options by their names.
fn choose_option(look: &Look, parameter: &Parameter, value: &mut f64, ui: &mut Ui) -> bool {
    let before = *value;
    let chosen = look.words.parameter_value(parameter, *value);
    let combo = ComboBox::from_id_salt(("option", parameter.id.as_str())).selected_text(chosen).show_ui(ui, |ui| {
        for option in &parameter.options {
            ui.selectable_value(value, option.value.value, look.words.local(&option.name));
        }
    });
    named(ui, parameter.id.as_str(), combo.response);
    *value != before
}

/// What flows, with how much.
pub fn flows(look: &Look, key: &str, flows: &[Flow], fit: &Fit, ui: &mut Ui) {
    if flows.is_empty() {
        return;
    }
    title(look, key, ui);
    Grid::new(key).num_columns(2).spacing([18.0, 4.0]).max_col_width((ui.available_width() - 18.0) / 2.0).show(ui, |ui| {
        for flow in flows {
            let (name, amount) = look.words.flow(flow, fit);
            widget::fact(ui, &name, &amount);
        }
    });
    look.words.flow_bases(flows).into_iter().for_each(|basis| widget::weak(ui, basis));
}

/// What it costs, once and every year, and how long it takes.
pub fn cost(look: &Look, fit: &Fit, ui: &mut Ui) {
    let (words, cost) = (&look.words, &fit.template.cost);
    let months: Option<f64> = fit.template.phases.iter().map(|phase| fit.value(&phase.months).ok()).sum();
    title(look, "library-cost", ui);
    Grid::new("library cost").num_columns(2).spacing([18.0, 4.0]).max_col_width((ui.available_width() - 18.0) / 2.0).show(ui, |ui| {
        let sum = |value: Result<f64, _>| value.map_or_else(|_| "—".to_owned(), |sum: f64| words.money(sum.abs()));
        let year = cost.year.value.to_string();
        widget::fact(ui, &words.format("library-capital", &[("year", year.into())]), &sum(fit.capital()));
        let saves = fit.yearly().is_ok_and(|sum| sum < 0.0);
        widget::fact(ui, &look.text(if saves { "library-saved" } else { "library-yearly" }), &sum(fit.yearly()));
        if let Some(months) = months {
            widget::fact(ui, &look.text("library-duration"), &words.measured(months, 0, "months"));
        }
    });
    words.cost_bases(cost).into_iter().for_each(|basis| widget::weak(ui, basis));
}

/// The norms that a solution has to meet, where nothing can be measured yet.
pub fn norms(look: &Look, template: &Template, ui: &mut Ui) {
    let mut known = template.norms.iter().filter_map(|norm| look.solutions.catalog.norm(norm)).peekable();
    if known.peek().is_some() {
        title(look, "library-norms", ui);
    }
    known.for_each(|norm| {
        ui.label(look.words.norm(norm));
    });
}

/// How a solution fits its place: conflicts first, then norms.
pub fn verdicts(look: &Look, report: &SiteReport, ui: &mut Ui) {
    let palette = theme::palette(ui.ctx());
    for conflict in &report.conflicts {
        line(ui, icon::WARNING, palette.warning, &look.words.conflict(conflict));
    }
    for verdict in &report.verdicts {
        let Some(norm) = look.solutions.catalog.norm(&verdict.norm) else { continue };
        let (mark, colour) = mark_of(&verdict.outcome, ui.ctx());
        line(ui, mark, colour, &look.words.verdict(verdict, norm));
    }
}

/// Where each need comes from.
pub fn supplies(look: &Look, report: &SiteReport, ui: &mut Ui) {
    let Some(region) = look.session.region().filter(|_| !report.needs.is_empty()) else { return };
    title(look, "library-needs", ui);
    for need in &report.needs {
        let (mark, colour) = mark_of(&need.outcome, ui.ctx());
        line(ui, mark, colour, &look.words.need(need, region));
    }
}

/// The mark and the colour of an outcome: never plain green for a norm that nobody has read.
pub fn mark_of(outcome: &Outcome, context: &Context) -> (&'static str, Color32) {
    let palette = theme::palette(context);
    match outcome {
        Outcome::Met => (icon::CHECK_CIRCLE, palette.accent),
        Outcome::Short(_) => (icon::WARNING_CIRCLE, palette.error),
        Outcome::Unknown => (icon::QUESTION, palette.weak),
    }
}

/// A sentence with a mark before it.
pub fn line(ui: &mut Ui, mark: &str, colour: Color32, text: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new(mark).size(theme::size(ui, 15.0)).color(colour));
        ui.add(bevy_egui::egui::Label::new(text).wrap());
    });
}
