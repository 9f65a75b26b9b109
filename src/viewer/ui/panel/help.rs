//! The keys, from the same table as the commands.

use super::sheet::sheet;
use crate::viewer::app::command::{COMMANDS, Invoke};
use crate::viewer::app::interface::Sheet;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::{fonts, theme, widget};
use bevy_egui::egui::{Context, Grid, RichText, TextStyle, Ui};
use egui_phosphor::regular as icon;

/// What pointer and held keys do: a key of the locales each for the movement and for what it does.
const MOVEMENTS: &[&str] = &["pan", "wheel", "turn", "double-click", "click", "arrows", "qe", "page", "zx", "shift"];

/// Draws the sheet.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    sheet(Sheet::Help, "sheet-help", 760.0, look, context, out, |ui, out| {
        let movements = MOVEMENTS.iter().map(|id| (look.text(&format!("help-{id}-keys")), look.text(&format!("help-{id}"))));
        let commands =
            COMMANDS.iter().filter_map(|command| Some((command.shortcut?.label.to_owned(), look.text(&format!("command-{}", command.id)))));
        if widget::icon_button(ui, icon::SEAL_CHECK, &look.text("command-truth"), None).clicked() {
            out.push(Invoke::with("truth", "all"));
        }
        // Side by side as wide as each is: large letters in a long language must not run into the neighbour.
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| rows(ui, &look.text("help-moving"), movements));
            ui.add_space(28.0);
            ui.vertical(|ui| rows(ui, &look.text("help-commands"), commands));
        });
    });
}

fn rows(ui: &mut Ui, title: &str, rows: impl Iterator<Item = (String, String)>) {
    let palette = theme::palette(ui.ctx());
    let body = TextStyle::Body.resolve(ui.style()).size;
    ui.label(RichText::new(title).font(fonts::strong(body + 1.0)));
    Grid::new(title).num_columns(2).spacing([14.0, 5.0]).show(ui, |ui| {
        for (keys, meaning) in rows {
            ui.label(RichText::new(keys).color(palette.accent).font(fonts::strong(body - 1.0)));
            ui.label(meaning);
            ui.end_row();
        }
    });
}
