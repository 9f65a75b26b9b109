//! Widgets that panels share: buttons with icon and word, rows of facts, and the register of labels that scripts click on.

use super::theme;
use bevy::math::Rect;
use bevy_egui::egui::{self, Color32, Context, Id, Response, RichText, Sense, Ui, vec2};
use egui_phosphor::regular as icon;
use egui_plot::Plot;

/// Remembers where a widget with a label is, and hands the response on.
pub fn named(ui: &Ui, label: &str, response: Response) -> Response {
    let rect = response.rect;
    let entry = (label.to_owned(), Rect::new(rect.min.x, rect.min.y, rect.max.x, rect.max.y));
    ui.ctx().data_mut(|data| data.get_temp_mut_or_default::<Vec<(String, Rect)>>(Id::new("named widgets")).push(entry));
    response
}

/// The widgets of this frame, by label.
pub fn take_named(context: &Context) -> Vec<(String, Rect)> {
    context.data_mut(|data| std::mem::take(data.get_temp_mut_or_default::<Vec<(String, Rect)>>(Id::new("named widgets"))))
}

/// A button with icon and word; its shortcut shows when it is pointed at.
pub fn icon_button(ui: &mut Ui, icon: &str, label: &str, shortcut: Option<&str>) -> Response {
    let response = ui.button(format!("{icon}  {label}"));
    let response = named(ui, label, response);
    match shortcut {
        Some(shortcut) => response.on_hover_text(format!("{label} — {shortcut}")),
        None => response,
    }
}

/// The button that is meant first: in the accent.
pub fn main_button(ui: &mut Ui, icon: &str, label: &str) -> Response {
    let palette = theme::palette(ui.ctx());
    let text = RichText::new(format!("{icon}  {label}")).color(palette.on_accent);
    let response = ui.add(egui::Button::new(text).fill(palette.accent));
    named(ui, label, response)
}

/// A button that is only an icon; its label shows when it is pointed at.
pub fn small_button(ui: &mut Ui, icon: &str, label: &str) -> Response {
    let response = ui.add(egui::Button::new(RichText::new(icon).size(theme::size(ui, 17.0))).frame(false).min_size(egui::vec2(26.0, 26.0)));
    named(ui, label, response).on_hover_text(label)
}

/// A button that is on or off.
pub fn toggle(ui: &mut Ui, icon: &str, label: &str, on: bool, shortcut: Option<&str>) -> Response {
    let response = ui.selectable_label(on, format!("{icon}  {label}"));
    let response = named(ui, label, response);
    match shortcut {
        Some(shortcut) => response.on_hover_text(format!("{label} — {shortcut}")),
        None => response,
    }
}

/// A button that is on or off and only an icon; its label shows when it is pointed at.
pub fn icon_toggle(ui: &mut Ui, icon: &str, label: &str, on: bool, shortcut: Option<&str>) -> Response {
    let response = ui.selectable_label(on, RichText::new(icon).size(theme::size(ui, 17.0)));
    let response = named(ui, label, response);
    match shortcut {
        Some(shortcut) => response.on_hover_text(format!("{label} — {shortcut}")),
        None => response.on_hover_text(label),
    }
}

/// A heading with a cross that closes; true where it was pressed.
pub fn heading(ui: &mut Ui, title: &str, close: &str) -> bool {
    // The cross first: a long title is broken beside it.
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
        let closed = small_button(ui, egui_phosphor::regular::X, close).clicked();
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Min), |ui| {
            ui.add(egui::Label::new(RichText::new(title).heading()).wrap());
        });
        closed
    })
    .inner
}

/// A field that is written in at leisure: what it says is given back once it is left, where that is different from what is shown. It is so
/// wide [points], infinite for all that there is.
pub fn draft(ui: &mut Ui, name: &str, id: Id, shown: &str, (lines, width): (usize, f32)) -> Option<String> {
    let mut draft: String = ui.data(|data| data.get_temp(id)).unwrap_or_else(|| shown.to_owned());
    let field = match lines {
        1 => egui::TextEdit::singleline(&mut draft),
        _ => egui::TextEdit::multiline(&mut draft).desired_rows(lines),
    };
    let response = ui.add(field.id(id.with("field")).desired_width(width));
    let field = named(ui, name, response);
    let written = (field.lost_focus() && draft != shown).then(|| draft.clone());
    let writing = field.has_focus();
    ui.data_mut(|data| {
        if writing {
            data.insert_temp(id, draft);
        } else {
            data.remove::<String>(id);
        }
    });
    written
}

/// A dot of a colour, as wide as a letter.
pub fn dot(ui: &mut Ui, radius: f32, colour: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
    ui.painter().circle_filled(rect.center(), radius, colour);
}

/// A quiet line of text.
pub fn weak(ui: &mut Ui, text: impl Into<String>) {
    let colour = theme::palette(ui.ctx()).weak;
    ui.label(RichText::new(text).small().color(colour));
}

/// Says that work is under way. It stands still: a picture that turned would keep the window drawing, and take from the work.
pub fn working(ui: &mut Ui, text: impl Into<String>) {
    weak(ui, format!("{}  {}", icon::HOURGLASS_MEDIUM, text.into()));
}

/// A plot that nobody moves, with nothing behind it.
pub fn still(plot: Plot<'_>) -> Plot<'_> {
    plot.allow_drag(false).allow_zoom(false).allow_scroll(false).allow_boxed_zoom(false).show_background(false)
}

/// A line of a table of facts: what it is on the left, the value on the right.
pub fn fact(ui: &mut Ui, name: &str, value: &str) {
    let colour = theme::palette(ui.ctx()).weak;
    ui.label(RichText::new(name).color(colour));
    ui.label(value);
    ui.end_row();
}
