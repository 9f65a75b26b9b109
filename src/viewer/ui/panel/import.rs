//! Map files to a region package: which files, into which package; progress and the quality report follow.

use super::sheet::sheet;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::Sheet;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::widget::{self, named};
use bevy_egui::egui::{Context, Id, TextEdit};

/// Draws the sheet.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    sheet(Sheet::Import, "sheet-import", 560.0, look, context, out, |ui, out| {
        let id = Id::new("import draft");
        let [mut files, mut package]: [String; 2] = ui.data(|data| data.get_temp(id).unwrap_or_default());
        ui.label(look.text("import-files"));
        let field =
            ui.add(TextEdit::multiline(&mut files).desired_rows(5).desired_width(f32::INFINITY).hint_text(look.text("import-files-hint")));
        named(ui, "import-files", field);
        widget::weak(ui, look.text("import-kinds"));
        ui.add_space(6.0);
        ui.label(look.text("import-package"));
        let field = ui.add(TextEdit::singleline(&mut package).desired_width(f32::INFINITY).hint_text("region.gpkg"));
        named(ui, "import-package", field);
        widget::weak(ui, look.text("import-kept"));
        ui.add_space(10.0);
        let ready = !files.trim().is_empty() && !package.trim().is_empty();
        let start = ui.add_enabled(ready, bevy_egui::egui::Button::new(look.text("import-start")));
        if named(ui, &look.text("import-start"), start).clicked() {
            let list: Vec<&str> =
                std::iter::once(package.trim()).chain(files.lines().map(str::trim).filter(|line| !line.is_empty())).collect();
            out.push(Invoke::with("import", list.join("|")));
            out.push(Invoke::new("clear"));
        }
        ui.data_mut(|data| data.insert_temp(id, [files, package]));
    });
}
