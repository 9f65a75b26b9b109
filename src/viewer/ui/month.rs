//! A field for a month: the year to be dragged, the month to be chosen.

use super::look::Look;
use super::widget::named;
use crate::twin::scenario::month::Month;
use bevy_egui::egui::{ComboBox, DragValue, Ui};

/// Years that can be set.
const YEARS: std::ops::RangeInclusive<u32> = 2000..=2100;

/// Draws the field; another month, where somebody set one, and whether the pull at it has ended.
pub fn month_field(look: &Look, label: &str, month: Month, ui: &mut Ui) -> (Option<Month>, bool) {
    let (mut year, mut number) = (month.year(), month.number());
    let name = |number: u32| look.text(&format!("month-name-{number}"));
    let combo = ComboBox::from_id_salt(("month", label)).selected_text(name(number)).width(90.0).show_ui(ui, |ui| {
        for other in 1..=12 {
            ui.selectable_value(&mut number, other, name(other));
        }
    });
    named(ui, &format!("{label} month"), combo.response);
    let field = ui.add(DragValue::new(&mut year).range(YEARS).speed(0.1).custom_formatter(|year, _| format!("{year:.0}")));
    let field = named(ui, &format!("{label} year"), field);
    let set = Month::january(year).after(number - 1);
    let has_ended = field.drag_stopped() || field.lost_focus() || number != month.number();
    ((set != month).then_some(set), has_ended)
}
