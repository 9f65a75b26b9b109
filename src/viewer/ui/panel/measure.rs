//! What is being measured: length of the line, area within it.

use crate::viewer::app::command::Invoke;
use crate::viewer::ui::arrange;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{GAP, TOP};
use crate::viewer::ui::widget;
use crate::viewer::ui::{fonts, theme};
use bevy_egui::egui::{Align2, Area, Context, Id, RichText};

/// Draws the card while measuring.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    let Some(region) = look.session.region().filter(|_| look.measure.active) else { return };
    let free = arrange::middle(look, context);
    let top = arrange::card(context, "sketch-mark").map_or(TOP, |mark| mark.bottom() + GAP);
    Area::new(Id::new("measure")).pivot(Align2::CENTER_TOP).fixed_pos([free.center(), top]).show(context, |ui| {
        theme::card(context).show(ui, |ui| {
            ui.set_max_width(free.span() - 26.0);
            ui.horizontal_wrapped(|ui| {
                if look.measure.points.len() < 2 {
                    ui.label(look.text("measure-hint"));
                } else {
                    ui.label(RichText::new(look.words.length(look.measure.length(region))).font(fonts::strong(theme::size(ui, 18.0))));
                    if let Some(area) = look.measure.area(region) {
                        ui.separator();
                        ui.label(RichText::new(look.words.area(area)).font(fonts::strong(theme::size(ui, 18.0))));
                    }
                }
                if widget::small_button(ui, egui_phosphor::regular::X, &look.text("close")).clicked() {
                    out.push(Invoke::new("measure"));
                }
            });
        });
    });
}
