//! How true the models are: published cases by model, each with what is expected, what is found and how far apart the two may be.

use super::sheet::sheet;
use crate::i18n::verify::COLUMNS;
use crate::twin::model::choice::Choice;
use crate::twin::verify::{Check, Subject};
use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::Sheet;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::{fonts, theme, widget};
use bevy_egui::egui::{Context, Grid, RichText, ScrollArea, Ui};
use egui_phosphor::regular as icon;

/// Draws the sheet.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    sheet(Sheet::Truth, "sheet-truth", 1_240.0, look, context, out, |ui, out| {
        widget::weak(ui, look.text("truth-hint"));
        models(look, ui, out);
        ui.add_space(6.0);
        let Some(found) = look.truth.found() else { return waiting(look, ui) };
        let checks: Vec<&Check> = found.checks.iter().filter(|check| look.truth.shows(check.case.subject)).collect();
        held(look, &checks, ui);
        ScrollArea::horizontal().show(ui, |ui| table(look, &checks, ui));
        for note in &found.notes {
            ui.label(RichText::new(look.words.complaint(note)).color(theme::palette(ui.ctx()).warning));
        }
    });
}

/// Which models are seen.
fn models(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.horizontal_wrapped(|ui| {
        let all = ui.selectable_label(look.truth.only().is_empty(), look.text("truth-all"));
        if widget::named(ui, "truth all", all).clicked() {
            out.push(Invoke::with("truth", "all"));
        }
        for subject in Subject::ALL {
            let chosen = look.truth.only().contains(subject);
            let option = ui.selectable_label(chosen, look.words.choice(*subject).into_owned());
            if widget::named(ui, &format!("truth {}", subject.name()), option).clicked() {
                out.push(Invoke::with("truth", subject.name()));
            }
        }
    });
}

/// The cases run, or the work broke off.
fn waiting(look: &Look, ui: &mut Ui) {
    if look.truth.is_lost() {
        ui.label(RichText::new(look.text("truth-lost")).color(theme::palette(ui.ctx()).warning));
        return;
    }
    let percent = (f64::from(look.truth.progress()) * 100.0).round();
    widget::working(ui, look.words.format("truth-working", &[("percent", percent.into())]));
}

/// How many checks hold.
fn held(look: &Look, checks: &[&Check], ui: &mut Ui) {
    let held = checks.iter().filter(|check| check.holds()).count();
    let text = look.words.format("verify-held", &[("held", held.into()), ("count", checks.len().into())]);
    ui.label(RichText::new(text).font(fonts::strong(theme::size(ui, 15.0))));
}

/// A table for each model, one below the other, with the same columns.
fn table(look: &Look, checks: &[&Check], ui: &mut Ui) {
    Grid::new("truth").num_columns(COLUMNS.len()).striped(true).spacing([18.0, 6.0]).show(ui, |ui| {
        for subject in Subject::ALL {
            let of_subject: Vec<&Check> = checks.iter().copied().filter(|check| check.case.subject == *subject).collect();
            if of_subject.is_empty() {
                continue;
            }
            ui.label(RichText::new(look.words.choice(*subject).into_owned()).font(fonts::strong(theme::size(ui, 14.0))));
            ui.end_row();
            let weak = theme::palette(ui.ctx()).weak;
            for key in COLUMNS {
                ui.label(RichText::new(look.text(key)).color(weak));
            }
            ui.end_row();
            of_subject.into_iter().for_each(|check| row(look, check, ui));
        }
    });
}

/// A check: whether it holds is told by a mark as well as by colour.
fn row(look: &Look, check: &Check, ui: &mut Ui) {
    let palette = theme::palette(ui.ctx());
    let (mark, colour, key) = match check.holds() {
        true => (icon::CHECK, palette.accent, "truth-holds"),
        false => (icon::WARNING, palette.warning, "truth-holds-not"),
    };
    let [case, rest @ ..] = look.words.verify_row(check);
    ui.label(RichText::new(format!("{mark} {case}")).color(colour)).on_hover_text(look.text(key));
    for cell in rest {
        ui.label(cell);
    }
    ui.end_row();
}

/// What leads from a figure to the published cases of the model that made it; nothing where there are none.
pub(super) fn link(look: &Look, model: &str, ui: &mut Ui, out: &mut Vec<Invoke>) {
    // A talk shows no sheets.
    if Subject::of_model(model).is_empty() || look.presenting.is_on() {
        return;
    }
    let link = ui.link(format!("{}  {}", icon::SEAL_CHECK, look.text("command-truth")));
    if widget::named(ui, &format!("how true {model}"), link).clicked() {
        out.push(Invoke::with("truth", model));
    }
}
