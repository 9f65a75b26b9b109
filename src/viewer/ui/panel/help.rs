//! The keys, from the same table as the commands.

use super::sheet::sheet;
use crate::viewer::app::command::{COMMANDS, Invoke};
use crate::viewer::app::interface::Sheet;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::{fonts, theme};
use bevy_egui::egui::{Context, Grid, RichText, Ui};

/// What pointer and held keys do: a key of the locales each for the movement and for what it does.
const MOVEMENTS: &[&str] = &["pan", "wheel", "turn", "double-click", "click", "arrows", "qe", "page", "zx", "shift"];

/// Draws the sheet.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    sheet(Sheet::Help, "sheet-help", 760.0, look, context, out, |ui, _| {
        ui.columns(2, |columns| {
            columns[0].label(RichText::new(look.text("help-moving")).font(fonts::strong(15.0)));
            rows(
                &mut columns[0],
                "moving",
                MOVEMENTS.iter().map(|id| (look.text(&format!("help-{id}-keys")), look.text(&format!("help-{id}")))),
            );
            columns[1].label(RichText::new(look.text("help-commands")).font(fonts::strong(15.0)));
            let commands = COMMANDS
                .iter()
                .filter_map(|command| Some((command.shortcut?.label.to_owned(), look.text(&format!("command-{}", command.id)))));
            rows(&mut columns[1], "commands", commands);
        });
    });
}

fn rows(ui: &mut Ui, id: &str, rows: impl Iterator<Item = (String, String)>) {
    let palette = theme::palette(ui.ctx());
    Grid::new(id).num_columns(2).spacing([14.0, 5.0]).show(ui, |ui| {
        for (keys, meaning) in rows {
            ui.label(RichText::new(keys).color(palette.accent).font(fonts::strong(13.0)));
            ui.label(meaning);
            ui.end_row();
        }
    });
}
