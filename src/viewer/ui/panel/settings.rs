//! Language, theme, quality of the picture, size of texts.

use super::sheet::sheet;
use crate::twin::model::names::Language;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::Sheet;
use crate::viewer::app::quality::Quality;
use crate::viewer::app::settings::Theme;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::widget::{named, toggle};
use bevy_egui::egui::{Context, Grid, Ui};
use egui_phosphor::regular as icon;

/// What languages call themselves: the same in every language.
const OWN_NAMES: [&str; 3] = ["Қазақша", "Русский", "English"];

/// Draws the sheet.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    sheet(Sheet::Settings, "sheet-settings", 460.0, look, context, out, |ui, out| {
        Grid::new("settings").num_columns(2).spacing([20.0, 12.0]).show(ui, |ui| {
            row(ui, &look.text("setting-language"), |ui| {
                for (language, name) in Language::ALL.into_iter().zip(OWN_NAMES) {
                    let chosen = language == look.words.language();
                    let response = ui.selectable_label(chosen, name);
                    if named(ui, name, response).clicked() {
                        out.push(Invoke::with("language", language.code()));
                    }
                }
            });
            row(ui, &look.text("setting-theme"), |ui| {
                let themes =
                    [("system", icon::DESKTOP, Theme::System), ("light", icon::SUN, Theme::Light), ("dark", icon::MOON, Theme::Dark)];
                for (id, icon, theme) in themes {
                    let chosen = look.settings.get().theme == theme;
                    if toggle(ui, icon, &look.text(&format!("theme-{id}")), chosen, None).clicked() {
                        out.push(Invoke::with("theme", id));
                    }
                }
            });
            row(ui, &look.text("setting-quality"), |ui| {
                for (quality, icon) in [(Quality::Lite, icon::LIGHTNING), (Quality::Full, icon::SPARKLE)] {
                    let label = look.text(&format!("quality-{}", quality.name()));
                    if toggle(ui, icon, &label, *look.quality == quality, None).clicked() {
                        out.push(Invoke::with("quality", quality.name()));
                    }
                }
            });
            row(ui, &look.text("setting-text"), |ui| {
                if ui.button(icon::MINUS).clicked() {
                    out.push(Invoke::new("text-smaller"));
                }
                ui.label(format!("{} %", look.words.number(f64::from(look.settings.get().text_scale) * 100.0, 0)));
                if ui.button(icon::PLUS).clicked() {
                    out.push(Invoke::new("text-larger"));
                }
            });
        });
    });
}

fn row(ui: &mut Ui, label: &str, content: impl FnOnce(&mut Ui)) {
    ui.label(label);
    ui.horizontal(content);
    ui.end_row();
}
