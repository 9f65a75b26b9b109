//! The frame that all sheets share: a card over the picture with a title and a cross.

use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::Sheet;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::{theme, widget};
use bevy_egui::egui::{Align2, Area, Context, Id, Order, ScrollArea, Ui};

/// Draws a sheet if it is the one that is open.
pub fn sheet(
    which: Sheet,
    title: &str,
    width: f32,
    look: &Look,
    context: &Context,
    out: &mut Vec<Invoke>,
    content: impl FnOnce(&mut Ui, &mut Vec<Invoke>),
) {
    if look.interface.sheet != Some(which) {
        return;
    }
    let screen = look.screen_rect();
    let width = (width * look.settings.get().text_scale).min(screen.width() - 60.0);
    Area::new(Id::new(("sheet", title))).order(Order::Foreground).anchor(Align2::CENTER_CENTER, [0.0, 10.0]).show(context, |ui| {
        theme::card(context).inner_margin(18).show(ui, |ui| {
            ui.set_width(width);
            if widget::heading(ui, &look.text(title), &look.text("close")) {
                out.push(Invoke::new("clear"));
            }
            ui.add_space(4.0);
            let height = screen.height() - 210.0;
            ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
                ui.set_width(width - 10.0);
                content(ui, out);
            });
        });
    });
}
