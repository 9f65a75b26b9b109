//! Map files to a region package: which files and what each is taken for, the columns of tables, into which package.

use super::browser;
use super::sheet::sheet;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::import_draft::{DraftFile, TableDraft, Taken};
use crate::viewer::app::interface::Sheet;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::widget::{self, named, small_button};
use crate::viewer::ui::{fonts, theme};
use bevy_egui::egui::{Align, Button, ComboBox, Context, Grid, Label, Layout, RichText, TextEdit, TextWrapMode, Ui};
use egui_phosphor::regular as icon;

/// Draws the sheet.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    sheet(Sheet::Import, "sheet-import", 640.0, look, context, out, |ui, out| {
        title(look, "import-files", ui);
        if look.draft.files.is_empty() {
            widget::weak(ui, look.text("import-none"));
        }
        for (index, chosen) in look.draft.files.iter().enumerate() {
            file(look, index, chosen, ui, out);
        }
        ui.add_space(8.0);
        browser::show(look, ui, out);
        widget::weak(ui, look.text("import-kinds"));
        ui.add_space(8.0);
        package(look, ui, out);
        let start = ui.add_enabled(look.draft.is_ready(), Button::new(look.text("import-start")));
        if named(ui, &look.text("import-start"), start).clicked() {
            out.push(Invoke::new("import-start"));
            out.push(Invoke::new("clear"));
        }
    });
}

fn title(look: &Look, key: &str, ui: &mut Ui) {
    ui.label(RichText::new(look.text(key)).font(fonts::strong(theme::size(ui, 14.0))));
}

/// A file, what it is taken for, and a cross that takes it out.
fn file(look: &Look, index: usize, file: &DraftFile, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let palette = theme::palette(ui.ctx());
    let path = file.path.to_string_lossy();
    let name = file.path.file_name().map_or_else(|| path.clone(), |name| name.to_string_lossy());
    let (mark, taken) = match &file.taken {
        Taken::Unread => (icon::HOURGLASS, look.text("taken-unread")),
        Taken::Map => (icon::MAP_TRIFOLD, look.text("taken-map")),
        Taken::Elevation => (icon::MOUNTAINS, look.text("taken-elevation")),
        Taken::Timetables => (icon::BUS, look.text("taken-timetables")),
        Taken::Districts => (icon::POLYGON, look.text("taken-districts")),
        Taken::Table(_) => (icon::TABLE, look.text("taken-table")),
        Taken::Nothing(reason) => (icon::WARNING, look.words.diagnostic(reason)),
    };
    let colour = if matches!(file.taken, Taken::Nothing(_)) { palette.error } else { palette.weak };
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if small_button(ui, icon::X, &look.text("import-remove")).clicked() {
                out.push(Invoke::with("import-remove", index));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(format!("{mark}  {name}")).on_hover_text(&*path);
                ui.add(Label::new(RichText::new(taken).color(colour)).wrap_mode(TextWrapMode::Wrap));
            });
        });
    });
    if let Taken::Table(table) = &file.taken {
        ui.indent(("table", index), |ui| columns(look, index, table, ui, out));
    }
}

/// What the rows of a table are, and which field each of its columns fills.
fn columns(look: &Look, index: usize, table: &TableDraft, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let layers = TableDraft::layers();
    let Some(layer) = layers.iter().find(|layer| layer.layer == table.mapping.layer) else { return };
    Grid::new(("columns", index)).num_columns(2).spacing([14.0, 4.0]).show(ui, |ui| {
        ui.label(look.text("table-rows"));
        ComboBox::from_id_salt(("layer", index)).selected_text(look.words.layer(layer.layer).into_owned()).width(240.0).show_ui(ui, |ui| {
            for other in layers {
                if ui.selectable_label(other == layer, look.words.layer(other.layer).into_owned()).clicked() {
                    out.push(Invoke::with("import-layer", format!("{index} {}", other.layer)));
                }
            }
        });
        ui.end_row();
        for (column, name) in table.header.iter().enumerate() {
            let filled = table.field(name);
            ui.label(name);
            ComboBox::from_id_salt(("column", index, column)).selected_text(called(look, filled)).width(240.0).show_ui(ui, |ui| {
                for field in std::iter::once("").chain(layer.fields.iter().copied()) {
                    if ui.selectable_label(field == filled, called(look, field)).clicked() {
                        out.push(Invoke::with("import-column", format!("{index} {column} {field}")));
                    }
                }
            });
            ui.end_row();
        }
    });
}

/// A field in words.
fn called(look: &Look, field: &str) -> String {
    look.text(&if field.is_empty() { "table-left-out".to_owned() } else { format!("field-{field}") })
}

/// The package to write: proposed, until one is typed.
fn package(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    title(look, "import-package", ui);
    let mut text = look.draft.package();
    let field = ui.add(TextEdit::singleline(&mut text).desired_width(f32::INFINITY).hint_text("region.gpkg"));
    if named(ui, "import-package", field).changed() {
        out.push(Invoke::with("import-package", text));
    }
    widget::weak(ui, look.text("import-kept"));
    ui.add_space(10.0);
}
