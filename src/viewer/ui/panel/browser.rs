//! The browser of files that sheets share: ways into folders, a path to type, and what the open folder holds.

use crate::viewer::app::browse::Entry;
use crate::viewer::app::command::Invoke;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme;
use crate::viewer::ui::widget::{self, icon_button, named};
use bevy_egui::egui::{Align2, Id, Key, RichText, ScrollArea, Sense, TextEdit, TextStyle, TextWrapMode, Ui, WidgetText, pos2, vec2};
use egui_phosphor::regular as icon;
use std::path::Path;

/// Height of the listing at usual letters [points].
const HEIGHT: f32 = 200.0;
/// Widths of its columns with day and size [points].
const COLUMNS: [f32; 2] = [150.0, 80.0];
/// Folders of recent scenes that are offered.
const MOST: usize = 4;

/// Draws the browser; a folder is entered and a file chosen by the command `browse`.
pub fn show(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ways(look, ui, out);
    path(look, ui, out);
    if let Some(failure) = look.browser.failure() {
        ui.label(RichText::new(look.words.diagnostic(failure)).color(theme::palette(ui.ctx()).error));
    }
    listing(look, ui, out);
}

/// Up, home, and the folders of recent scenes.
fn ways(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.horizontal_wrapped(|ui| {
        for (target, icon, label) in [("..", icon::ARROW_UP, "browse-up"), ("~", icon::HOUSE, "browse-home")] {
            if icon_button(ui, icon, &look.text(label), None).clicked() {
                out.push(Invoke::with("browse", target));
            }
        }
        let mut folders: Vec<&Path> = Vec::new();
        for folder in look.settings.get().recent_scenes.iter().filter_map(|scene| Path::new(scene).parent()) {
            if folder.is_absolute() && !folders.contains(&folder) && folders.len() < MOST {
                folders.push(folder);
            }
        }
        for folder in folders {
            let name = folder.file_name().map_or_else(|| folder.to_string_lossy(), |name| name.to_string_lossy());
            if icon_button(ui, icon::CLOCK_COUNTER_CLOCKWISE, &name, None).on_hover_text(folder.to_string_lossy()).clicked() {
                out.push(Invoke::with("browse", folder.display()));
            }
        }
    });
}

/// The path of the open folder, to be typed over.
fn path(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let id = Id::new("browse path");
    let open = look.browser.folder().display().to_string();
    let (mut known, mut text): (String, String) = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if known != open {
        (known, text) = (open.clone(), open);
    }
    ui.horizontal(|ui| {
        let go = look.text("browse-go");
        let room = ui.available_width() - 90.0 * look.settings.get().text_scale;
        let field = ui.add(TextEdit::singleline(&mut text).hint_text(look.text("browse-path")).desired_width(room));
        let field = named(ui, "browse-path", field);
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let button = ui.button(go.clone());
        if (named(ui, &go, button).clicked() || entered) && !text.trim().is_empty() {
            out.push(Invoke::with("browse", text.trim()));
        }
    });
    ui.data_mut(|data| data.insert_temp(id, (known, text)));
}

fn listing(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let entries = look.browser.entries();
    if entries.is_empty() && !look.browser.is_reading() && look.browser.failure().is_none() {
        widget::weak(ui, look.text("browse-empty"));
    }
    let scale = look.settings.get().text_scale;
    let height = ui.text_style_height(&TextStyle::Body) + 6.0;
    let folder = look.browser.folder().display().to_string();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        // A folder of its own begins at its top.
        let scroll = ScrollArea::vertical().id_salt(("browse", folder)).max_height(HEIGHT * scale).auto_shrink([false, true]);
        scroll.show_rows(ui, height, entries.len(), |ui, rows| {
            entries[rows].iter().for_each(|entry| row(look, entry, height, ui, out));
        });
    });
}

fn row(look: &Look, entry: &Entry, height: f32, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let palette = theme::palette(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let response = named(ui, &entry.name, response);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 5.0, palette.hover);
    }
    let small = TextStyle::Small.resolve(ui.style());
    let facts = [entry.changed.map(|day| look.words.date(day)), entry.size.map(|size| look.words.file_size(size))];
    let mut right = rect.right() - 12.0;
    for (fact, width) in facts.into_iter().zip(COLUMNS) {
        let text = fact.unwrap_or_default();
        ui.painter().text(pos2(right, rect.center().y), Align2::RIGHT_CENTER, text, small.clone(), palette.weak);
        right -= width * look.settings.get().text_scale;
    }
    let name = WidgetText::from(format!("{}  {}", icon_of(entry), entry.name));
    let left = rect.left() + 6.0;
    let name = name.into_galley(ui, Some(TextWrapMode::Truncate), right - left, TextStyle::Body);
    ui.painter().galley(pos2(left, rect.center().y - name.size().y / 2.0), name, palette.text);
    if response.clicked() {
        out.push(Invoke::with("browse", entry.path.display()));
    }
}

/// A folder, or what the name promises.
fn icon_of(entry: &Entry) -> &'static str {
    if entry.size.is_none() {
        return icon::FOLDER;
    }
    match entry.path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).as_deref() {
        Some("gpkg") => icon::PACKAGE,
        Some("ron" | "pbf" | "osm" | "xml") => icon::MAP_TRIFOLD,
        Some("hgt" | "zip" | "gz" | "tif" | "tiff" | "asc") => icon::MOUNTAINS,
        Some("geojson" | "json") => icon::POLYGON,
        Some("csv" | "tsv" | "txt") => icon::TABLE,
        _ => icon::FILE,
    }
}
