//! What can be opened: scenes that come with the program, the views of what is open, scenes opened before, files.

use super::browser;
use super::sheet::sheet;
use crate::twin::model::local_text::LocalText;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::Sheet;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::widget::{self, icon_button};
use crate::viewer::ui::{fonts, theme};
use bevy_egui::egui::{Context, RichText, Ui};
use egui_phosphor::regular as icon;

/// Draws the sheet.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    sheet(Sheet::Open, "sheet-open", 640.0, look, context, out, |ui, out| {
        heading(ui, &look.text("open-embedded"));
        ui.horizontal_wrapped(|ui| {
            for scene in &look.library.scenes {
                target(ui, icon::MAP_TRIFOLD, &in_language(look, &scene.name), &scene.id, out);
            }
        });
        views(look, ui, out);
        let recent = &look.settings.get().recent_scenes;
        if !recent.is_empty() {
            heading(ui, &look.text("open-recent"));
            recent.iter().for_each(|path| target(ui, icon::CLOCK_COUNTER_CLOCKWISE, path, path, out));
        }
        heading(ui, &look.text("open-file"));
        browser::show(look, ui, out);
        widget::weak(ui, look.text("open-drop"));
    });
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(8.0);
    ui.label(RichText::new(text).font(fonts::strong(theme::size(ui, 14.0))).color(theme::palette(ui.ctx()).weak));
}

/// A text in the reader's language.
pub fn in_language(look: &Look, text: &LocalText) -> String {
    [&text.kk, &text.ru, &text.en][look.words.language() as usize].clone()
}

fn target(ui: &mut Ui, icon: &str, label: &str, target: &str, out: &mut Vec<Invoke>) {
    if icon_button(ui, icon, label, None).clicked() {
        out.push(Invoke::with("open", target));
        out.push(Invoke::new("clear"));
    }
}

/// Views worth coming back to: the scene's and one's own.
fn views(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let Some(scene) = look.session.scene() else { return };
    heading(ui, &look.text("open-views"));
    let own = look.settings.get().bookmarks.get(&scene.id);
    ui.horizontal_wrapped(|ui| {
        for bookmark in &scene.bookmarks {
            if icon_button(ui, icon::BOOKMARK_SIMPLE, &in_language(look, &bookmark.name), None).clicked() {
                out.push(Invoke::with("bookmark-go", &bookmark.id));
                out.push(Invoke::new("clear"));
            }
        }
        for bookmark in own.into_iter().flatten() {
            let name = look.words.format("own-view", &[("name", in_language(look, &bookmark.name).into())]);
            let response = icon_button(ui, icon::STAR, &name, None);
            if response.clicked() {
                out.push(Invoke::with("bookmark-go", &bookmark.id));
                out.push(Invoke::new("clear"));
            }
            response.context_menu(|ui| {
                if ui.button(look.text("command-bookmark-remove")).clicked() {
                    out.push(Invoke::with("bookmark-remove", &bookmark.id));
                }
            });
        }
        if icon_button(ui, icon::PLUS, &look.text("command-bookmark-add"), Some("Ctrl+B")).clicked() {
            out.push(Invoke::new("bookmark-add"));
        }
    });
}
