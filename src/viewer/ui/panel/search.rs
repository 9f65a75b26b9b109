//! The search field with its suggestions, and the name of what is open.

use crate::viewer::app::command::Invoke;
use crate::viewer::app::selection::Selection;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, CARD_WIDTH, GAP};
use crate::viewer::ui::widget::named;
use bevy_egui::egui::{Area, Context, Id, Key, Order, RichText, TextEdit, Ui};
use egui_phosphor::regular as icon;

/// Suggestions shown.
const MOST: usize = 8;

/// Draws field and suggestions.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    let text_id = Id::new("search text");
    let mut text: String = context.data(|data| data.get_temp(text_id).unwrap_or_default());
    Area::new(Id::new("search")).order(Order::Foreground).fixed_pos([GAP, GAP]).show(context, |ui| {
        theme::card(context).inner_margin(8).show(ui, |ui| {
            ui.set_width(CARD_WIDTH - 16.0);
            let field = field(look, &mut text, ui);
            let found = look.search.find(&text, MOST);
            if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && !text.trim().is_empty() {
                out.push(Invoke::with("search", text.trim()));
                text.clear();
            } else if field.has_focus() || !text.is_empty() {
                suggestions(look, &mut text, &found, ui, out);
            }
        });
    });
    context.data_mut(|data| data.insert_temp(text_id, text));
}

fn field(look: &Look, text: &mut String, ui: &mut Ui) -> bevy_egui::egui::Response {
    let name = look.session.region().map(|region| region.name.read(look.words.language(), &region.strings).to_owned());
    let place = name.unwrap_or_else(|| look.text("search-hint"));
    let hint = look.words.format("search-in", &[("place", place.into())]);
    let field = ui
        .horizontal(|ui| {
            ui.label(RichText::new(icon::MAGNIFYING_GLASS).size(theme::size(ui, 18.0)));
            let field = TextEdit::singleline(text)
                .frame(bevy_egui::egui::Frame::NONE)
                .hint_text(hint)
                .desired_width(f32::INFINITY)
                .id_salt("search field");
            let response = ui.add(field);
            named(ui, "search", response)
        })
        .inner;
    let (id, asked) = (Id::new("searches"), look.interface.searches);
    if ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(id), asked)) != asked {
        field.request_focus();
    }
    field
}

fn suggestions(look: &Look, text: &mut String, found: &[crate::viewer::app::selection::FeatureAt], ui: &mut Ui, out: &mut Vec<Invoke>) {
    let Some(region) = look.session.region() else { return };
    let palette = theme::palette(ui.ctx());
    if found.is_empty() && text.chars().count() > 1 {
        ui.label(RichText::new(look.text("search-nothing")).color(palette.weak));
    }
    for at in found {
        let name = Selection::name_of(region, *at, look.words.language());
        let kind = look.labels.kind_of(region, *at, &look.words);
        let row = ui.selectable_label(false, RichText::new(format!("{name}   ")).color(palette.text)).on_hover_text(&kind);
        let row = named(ui, &name, row);
        let end = row.rect.right_center() + bevy_egui::egui::vec2(4.0, 0.0);
        ui.painter().text(
            end,
            bevy_egui::egui::Align2::LEFT_CENTER,
            kind,
            bevy_egui::egui::FontId::proportional(theme::size(ui, 12.0)),
            palette.weak,
        );
        if row.clicked() {
            out.push(Invoke::with("find", format!("{} {}", at.layer, Selection::id_of(region, *at))));
            text.clear();
        }
    }
}
