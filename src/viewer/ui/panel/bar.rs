//! The bar at the upper right: what one does most, icons with words, or icons alone where the window is narrow.

use crate::viewer::app::command::{Invoke, find};
use crate::viewer::app::interface::{Sheet, Side};
use crate::viewer::ui::arrange;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, CARD_WIDTH, GAP};
use crate::viewer::ui::widget::{icon_toggle, toggle};
use bevy_egui::egui::{Align2, Area, Context, Id};
use egui_phosphor::regular as icon;

/// Draws the bar.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    let (sheet, side) = (look.interface.sheet, look.interface.side);
    let buttons = [
        ("library", icon::BOOKS, side == Some(Side::Library)),
        ("scenarios", icon::TREE_STRUCTURE, side == Some(Side::Scenarios)),
        ("tours", icon::PRESENTATION, side == Some(Side::Tours)),
        ("compare", icon::SCALES, sheet == Some(Sheet::Compare)),
        ("layers", icon::STACK, side == Some(Side::Layers)),
        ("open-dialog", icon::FOLDER_OPEN, sheet == Some(Sheet::Open)),
        ("import-dialog", icon::DOWNLOAD_SIMPLE, sheet == Some(Sheet::Import)),
        ("measure", icon::RULER, look.measure.active),
        ("report", icon::CLIPBOARD_TEXT, sheet == Some(Sheet::Report)),
        ("settings", icon::GEAR_SIX, sheet == Some(Sheet::Settings)),
        ("help", icon::QUESTION, sheet == Some(Sheet::Help)),
    ];
    // The search field stands at the left.
    let room = look.screen_rect().width() - CARD_WIDTH - 3.0 * GAP;
    arrange::within(look, context, "bar", room, |in_full| {
        let area = Area::new(Id::new("bar")).anchor(Align2::RIGHT_TOP, [-GAP, GAP]).show(context, |ui| {
            theme::card(context).inner_margin(6).show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 3.0;
                    for (id, icon, on) in buttons {
                        let shortcut = find(id).and_then(|command| command.shortcut).map(|shortcut| shortcut.label);
                        let button = if in_full { toggle } else { icon_toggle };
                        if button(ui, icon, &look.text(&format!("button-{id}")), on, shortcut).clicked() {
                            out.push(Invoke::new(id));
                        }
                    }
                });
            });
        });
        area.response.rect.width()
    });
}
