//! Readers' remarks as a list: who says what at which stop, each with a way to its place.

use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::Side;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, CARD_WIDTH, GAP, TOP};
use crate::viewer::ui::{arrange, fonts, remarks, widget};
use bevy_egui::egui::{Area, Context, Id, Label, RichText};
use egui_phosphor::regular as icon;

/// Draws the card.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    if look.interface.side != Some(Side::Remarks) || look.session.region().is_none() {
        return;
    }
    Area::new(Id::new("remarks")).fixed_pos([GAP, TOP]).show(context, |ui| {
        theme::card(context).show(ui, |ui| {
            ui.set_width(CARD_WIDTH + 60.0);
            if widget::heading(ui, &look.text("panel-remarks"), &look.text("close")) {
                out.push(Invoke::new("remarks"));
            }
            let all = look.remarks.all();
            if all.is_empty() {
                ui.add(Label::new(look.text("readers-remarks-hint")).wrap());
                return;
            }
            if widget::icon_button(ui, icon::TRASH, &look.text("button-remarks-clear"), None).clicked() {
                out.push(Invoke::new("remarks-clear"));
            }
            arrange::scroll(look, ui, "remarks", TOP, |ui| {
                ui.set_width(ui.available_width() - 10.0);
                for (index, said) in all.iter().enumerate() {
                    ui.add(Label::new(RichText::new(remarks::author(look, said)).font(fonts::strong(theme::size(ui, 14.0)))).wrap());
                    widget::weak(ui, remarks::beside(look, said));
                    ui.add(Label::new(&said.remark.text).wrap().selectable(true));
                    remarks::go(look, index, ui, out);
                    ui.separator();
                }
            });
        });
    });
}
