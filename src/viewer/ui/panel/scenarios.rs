//! The scenarios: which is shown, what it is called, what is different in it, what it costs, and what is still short.

use crate::twin::scenario::{COLOURS, Scenario};
use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::{Sheet, Side};
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, CARD_WIDTH, GAP, TOP};
use crate::viewer::ui::widget::{self, named};
use crate::viewer::ui::{arrange, balances, fonts, solution};
use bevy_egui::egui::{Area, Color32, Context, Id, RichText, Sense, Ui, vec2};
use egui_phosphor::regular as icon;

/// Sentences shown at most.
const MOST_LINES: usize = 200;

/// Draws the card.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    if look.interface.side != Some(Side::Scenarios) || look.session.region().is_none() {
        return;
    }
    Area::new(Id::new("scenarios")).fixed_pos([GAP, TOP]).show(context, |ui| {
        theme::card(context).show(ui, |ui| {
            ui.set_width(CARD_WIDTH + 60.0);
            if widget::heading(ui, &look.text("panel-scenarios"), &look.text("close")) {
                out.push(Invoke::new("scenarios"));
            }
            row(look, None, ui, out);
            for scenario in look.proposals.all() {
                row(look, Some(scenario), ui, out);
            }
            new_ones(look, ui, out);
            if !look.proposals.all().is_empty() {
                side_by_side(look, ui, out);
            }
            arrange::scroll(look, ui, "scenarios", TOP, |ui| {
                ui.set_width(ui.available_width() - 10.0);
                match look.proposals.current() {
                    Some(scenario) => page(look, scenario, ui, out),
                    None => {
                        widget::weak(ui, look.text("scenario-base-hint"));
                        if widget::icon_button(ui, icon::LIGHTBULB, &look.text("button-advice"), Some("H")).clicked() {
                            out.push(Invoke::new("advice"));
                        }
                    }
                }
                balances::show(look, ui, out);
            });
        });
    });
}

/// A line of the list: colour, name, year; the one that is shown stands out.
fn row(look: &Look, scenario: Option<&Scenario>, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let shown = look.proposals.current().map(|current| &current.id) == scenario.map(|scenario| &scenario.id);
    let name = scenario.map_or_else(|| look.text("scenario-base"), |scenario| look.words.local(&scenario.heading.name).to_owned());
    ui.horizontal(|ui| {
        let colour = scenario.map_or(theme::palette(ui.ctx()).weak, theme::scenario_colour);
        widget::dot(ui, 6.0, colour);
        let label = ui.selectable_label(shown, RichText::new(&name).font(fonts::strong(theme::size(ui, 13.5))));
        if named(ui, &name, label).clicked() {
            out.push(Invoke::with("scenario", scenario.map_or("", |scenario| &scenario.id)));
        }
        if let Some(scenario) = scenario {
            widget::weak(ui, scenario.heading.year.to_string());
            if scenario.parent.is_some() {
                ui.label(RichText::new(icon::LINK).color(theme::palette(ui.ctx()).weak)).on_hover_text(look.text("scenario-follows"));
            }
            if look.saving.is_held(&scenario.id) {
                for (command, icon) in [("scenario-keep-own", icon::FLOPPY_DISK), ("scenario-take-theirs", icon::DOWNLOAD_SIMPLE)] {
                    if widget::small_button(ui, icon, &look.text(&format!("command-{command}"))).clicked() {
                        out.push(Invoke::with(command, &scenario.id));
                    }
                }
            }
        }
    });
}

/// Ways to see the scenario that is shown: beside what is, along the years, as projects.
fn side_by_side(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.horizontal_wrapped(|ui| {
        let swipes = look.views.is_swipe();
        let several = look.views.count() > 1;
        let ways = [
            ("swipe", icon::SQUARE_SPLIT_HORIZONTAL, swipes),
            ("beside", icon::COLUMNS, several && !swipes),
            ("timeline", icon::CALENDAR_DOTS, look.timeline.open),
            ("roadmap", icon::KANBAN, look.interface.sheet == Some(Sheet::Roadmap)),
        ];
        for (command, icon, on) in ways {
            let label = look.text(&format!("button-{command}"));
            if widget::toggle(ui, icon, &label, on, None).on_hover_text(look.text(&format!("command-{command}"))).clicked() {
                out.push(Invoke::new(command));
            }
        }
    });
}

fn new_ones(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.horizontal_wrapped(|ui| {
        for (command, icon) in [("scenario-new", icon::PLUS), ("scenario-copy", icon::COPY), ("scenario-link", icon::LINK)] {
            let needs_one = command != "scenario-new";
            if (!needs_one || look.proposals.current().is_some())
                && widget::icon_button(ui, icon, &look.text(&format!("button-{command}")), None)
                    .on_hover_text(look.text(&format!("command-{command}")))
                    .clicked()
            {
                out.push(Invoke::new(command));
            }
        }
    });
}

fn page(look: &Look, scenario: &Scenario, ui: &mut Ui, out: &mut Vec<Invoke>) {
    heading(look, scenario, ui, out);
    steps(look, ui, out);
    solution::title(look, "scenario-changes", ui);
    let summary = look.fitness.summary();
    let lines = summary.map_or(&[][..], |summary| &summary.lines);
    if lines.is_empty() {
        widget::weak(ui, look.text("scenario-nothing"));
    }
    for (key, text) in lines.iter().take(MOST_LINES) {
        let chosen = look.proposals.chosen.contains(key);
        let row = ui.selectable_label(chosen, text);
        if named(ui, text, row).clicked() {
            out.push(Invoke::with("choose", key));
        }
    }
    if lines.len() > MOST_LINES {
        widget::weak(ui, look.words.format("scenario-more", &[("count", (lines.len() - MOST_LINES).into())]));
    }
    for (key, fault) in &look.proposals.drawn().plan.faults {
        let palette = theme::palette(ui.ctx());
        solution::line(ui, icon::WARNING_CIRCLE, palette.error, &format!("{key}: {}", look.words.diagnostic(fault)));
    }
    if let Some(summary) = summary.filter(|summary| !summary.lines.is_empty()) {
        solution::title(look, "library-cost", ui);
        ui.label(look.words.format("scenario-capital", &[("sum", look.words.money(summary.capital).into())]));
        ui.label(look.words.format("scenario-yearly", &[("sum", look.words.money(summary.yearly).into())]));
        widget::weak(ui, look.text("scenario-cost-basis"));
    }
}

/// Name, year, colour.
fn heading(look: &Look, scenario: &Scenario, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let id = Id::new(("scenario name", &scenario.id));
    let shown = look.words.local(&scenario.heading.name);
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let written = widget::draft(ui, "scenario-name", id, shown, (1, 200.0));
        out.extend(written.map(|name| Invoke::with("scenario-rename", name)));
        let mut year = scenario.heading.year;
        let drag =
            ui.add(bevy_egui::egui::DragValue::new(&mut year).range(2020..=2100).speed(0.1).custom_formatter(|year, _| format!("{year}")));
        if drag.changed() {
            out.push(Invoke::with("scenario-year", year));
        }
        if widget::small_button(ui, icon::TRASH, &look.text("command-scenario-remove")).clicked() {
            out.push(Invoke::new("scenario-remove"));
        }
    });
    ui.horizontal(|ui| {
        for (index, [red, green, blue]) in COLOURS.into_iter().enumerate() {
            let (rect, response) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::click());
            let chosen = index == scenario.heading.colour;
            ui.painter().circle_filled(rect.center(), if chosen { 9.0 } else { 6.5 }, Color32::from_rgb(red, green, blue));
            if named(ui, &format!("colour {}", index + 1), response).clicked() {
                out.push(Invoke::with("scenario-colour", index + 1));
            }
        }
    });
}

/// Undo and redo, each with what it would take back or do again.
fn steps(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let Some(history) = look.proposals.history() else { return };
    ui.horizontal(|ui| {
        let steps = [("undo", icon::ARROW_U_UP_LEFT, history.last()), ("redo", icon::ARROW_U_UP_RIGHT, history.next())];
        for (command, icon, edit) in steps {
            if let Some(edit) = edit {
                let label = format!("{}: {}", look.text(&format!("command-{command}")), look.text(&format!("edit-{}", edit.deed.name())));
                if widget::small_button(ui, icon, &label).clicked() {
                    out.push(Invoke::new(command));
                }
            }
        }
    });
}
