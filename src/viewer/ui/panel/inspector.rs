//! What is pointed at: what it is, its values, whether each was observed or inferred, its source, and a way to set it right.

use crate::twin::model::feature::{Field, Value};
use crate::viewer::app::command::Invoke;
use crate::viewer::app::selection::{Facts, Selection};
use crate::viewer::ui::arrange;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, GAP, TOP};
use crate::viewer::ui::widget::{self, named};
use bevy_egui::egui::{Align2, Area, Context, Grid, Id, RichText, TextEdit, Ui};
use egui_phosphor::regular as icon;

/// Draws the card.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    let (Some(at), Some(region)) = (look.selection.at(), look.session.region()) else { return };
    let facts = Selection::facts(region, at);
    let name = facts.name.read(look.words.language(), &region.strings).to_owned();
    let kind = look.labels.kind_of(region, at, &look.words);
    Area::new(Id::new("inspector")).anchor(Align2::RIGHT_TOP, [-GAP, TOP]).show(context, |ui| {
        theme::card(context).show(ui, |ui| {
            ui.set_width(330.0);
            let title = if name.is_empty() { kind.clone() } else { name };
            if widget::heading(ui, &title, &look.text("close")) {
                out.push(Invoke::new("clear"));
            }
            widget::weak(ui, format!("{kind} · {}", facts.id));
            arrange::scroll(look, ui, "inspector", TOP, |ui| {
                Grid::new("facts").num_columns(2).spacing([14.0, 6.0]).show(ui, |ui| values(look, &facts, ui));
                ui.add_space(4.0);
                sources(look, ui);
            });
            correction(look, &facts, ui, out);
        });
    });
}

/// A value and, where it has one, its origin column.
fn values(look: &Look, facts: &Facts, ui: &mut Ui) {
    let origin = |name: &str| facts.values.iter().find(|(field, _)| field.name == format!("{name}_origin")).map(|(_, value)| value);
    for (field, value) in facts.values.iter().filter(|(field, _)| !field.name.ends_with("_origin")) {
        if is_dull(field, value) {
            continue;
        }
        let palette = theme::palette(ui.ctx());
        ui.label(RichText::new(look.words.field(field).into_owned()).color(palette.weak));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.label(look.words.value(field, value));
            if let Some(Value::Text(origin)) = origin(field.name) {
                let observed = origin == "observed";
                let colour = if observed { palette.accent } else { palette.warning };
                ui.label(RichText::new(look.text(&format!("origin-{origin}"))).small().color(colour));
            }
        });
        ui.end_row();
    }
    if facts.area > 0.0 {
        widget::fact(ui, &look.text("fact-area"), &look.words.area(facts.area));
    }
    if facts.length > 0.0 {
        widget::fact(ui, &look.text("fact-length"), &look.words.length(facts.length));
    }
}

/// What says nothing: flags that are off, zeroes of unknown.
fn is_dull(field: &Field, value: &Value) -> bool {
    match value {
        Value::Integer(0) => !matches!(field.name, "lanes" | "levels"),
        Value::Real(number) => *number == 0.0,
        Value::Text(text) => text.is_empty() || text == "unknown" || text == "whole",
        Value::Null | Value::Integer(_) => false,
    }
}

fn sources(look: &Look, ui: &mut Ui) {
    let Some(region) = look.session.region() else { return };
    let names: Vec<&str> = region.sources.iter().map(|source| source.name.as_str()).collect();
    widget::weak(ui, look.words.format("fact-sources", &[("sources", names.join("; ").into())]));
}

/// A value set right by hand, with who says so.
fn correction(look: &Look, facts: &Facts, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let id = Id::new(("correction", facts.id.to_string()));
    let mut draft: Option<[String; 3]> = ui.data(|data| data.get_temp(id)).flatten();
    let fields: Vec<&Field> = facts.values.iter().map(|(field, _)| field).filter(|field| !field.name.ends_with("_origin")).collect();
    match &mut draft {
        None => {
            if widget::icon_button(ui, icon::PENCIL_SIMPLE, &look.text("correct"), None).clicked() {
                draft = fields.first().map(|field| [field.name.to_owned(), String::new(), String::new()]);
            }
        }
        Some([field, value, source]) => {
            let chosen =
                fields.iter().find(|known| known.name == field).map_or_else(String::new, |known| look.words.field(known).into_owned());
            bevy_egui::egui::ComboBox::from_id_salt("correct field").selected_text(chosen).width(310.0).show_ui(ui, |ui| {
                for known in &fields {
                    ui.selectable_value(field, known.name.to_owned(), look.words.field(known).into_owned());
                }
            });
            ui.add(TextEdit::singleline(value).hint_text(look.text("correct-value")).desired_width(310.0));
            ui.add(TextEdit::singleline(source).hint_text(look.text("correct-source")).desired_width(310.0));
            let mut done = false;
            ui.horizontal(|ui| {
                let complete = !value.trim().is_empty() && !source.trim().is_empty();
                let save = ui.add_enabled(complete, bevy_egui::egui::Button::new(look.text("correct-save")));
                if named(ui, "correct-save", save).clicked() {
                    out.push(Invoke::with("correct", format!("{field}|{}|{}", value.trim(), source.trim())));
                    done = true;
                }
                done |= ui.button(look.text("correct-cancel")).clicked();
            });
            if done {
                draft = None;
            }
        }
    }
    ui.data_mut(|data| data.insert_temp(id, draft));
}
