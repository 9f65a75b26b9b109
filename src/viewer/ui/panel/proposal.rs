//! A solution that stands in the scenario: its parameters to be set, where its needs come from, whether it meets the norms, what it costs.

use super::dates;
use crate::twin::catalog::template::Template;
use crate::twin::scenario::resolve::Resolved;
use crate::viewer::app::command::Invoke;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::{arrange, solution, theme, widget};
use bevy_egui::egui::{Align2, Area, Context, Id, Ui};
use egui_phosphor::regular as icon;

/// Draws the card of what is chosen.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    let chosen = &look.proposals.chosen;
    let Some(key) = chosen.first().filter(|_| look.tool.placing().is_none()) else { return };
    let drawn = look.proposals.drawn();
    let Some(resolved) = drawn.plan.solutions.get(key) else { return };
    let Some(template) = look.solutions.catalog.template(&resolved.placed.template) else { return };
    Area::new(Id::new("proposal")).anchor(Align2::RIGHT_TOP, [-theme::GAP, theme::TOP]).show(context, |ui| {
        theme::card(context).show(ui, |ui| {
            ui.set_width(330.0);
            let title = match chosen.len() {
                1 => look.words.local(&template.name).to_owned(),
                count => look.words.format("proposal-several", &[("count", count.into())]),
            };
            if widget::heading(ui, &title, &look.text("close")) {
                out.push(Invoke::new("clear"));
            }
            actions(look, ui, out);
            arrange::scroll(look, ui, "proposal", theme::TOP, |ui| {
                ui.set_width(ui.available_width() - 10.0);
                if chosen.len() == 1 {
                    page(look, resolved, template, ui, out);
                }
            });
        });
    });
}

fn actions(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let buttons = [
        ("turn-left", icon::ARROW_COUNTER_CLOCKWISE),
        ("turn-right", icon::ARROW_CLOCKWISE),
        ("copy", icon::COPY),
        ("paste", icon::CLIPBOARD),
        ("remove", icon::TRASH),
    ];
    ui.horizontal(|ui| {
        for (command, icon) in buttons {
            if widget::small_button(ui, icon, &look.text(&format!("command-{command}"))).clicked() {
                out.push(Invoke::new(command));
            }
        }
    });
}

fn page(look: &Look, resolved: &Resolved, template: &Template, ui: &mut Ui, out: &mut Vec<Invoke>) {
    widget::weak(ui, look.words.local(&template.summary));
    let Ok(fit) = resolved.fit(&look.solutions.catalog) else {
        return widget::weak(ui, look.text("library-undefined"));
    };
    match look.fitness.report(resolved.placed.key) {
        Some(report) => {
            solution::verdicts(look, report, ui);
            solution::settings(look, &fit, ui, out);
            solution::supplies(look, report, ui);
        }
        None => {
            widget::weak(ui, look.text("proposal-measuring"));
            solution::settings(look, &fit, ui, out);
        }
    }
    solution::flows(look, "library-provides", &template.provides, &fit, ui);
    solution::cost(look, &fit, ui);
    dates::show(look, resolved, &fit, ui, out);
}
