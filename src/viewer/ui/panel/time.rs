//! Day and hour: a slider for the hour, steps for the date, and how high the sun stands.

use crate::viewer::app::command::Invoke;
use crate::viewer::ui::fonts;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, GAP};
use crate::viewer::ui::widget::{self, named};
use bevy_egui::egui::{Align2, Area, Context, Id, RichText, Slider};
use egui_phosphor::regular as icon;
use jiff::ToSpan;

/// Draws the card.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    if look.session.region().is_none() {
        return;
    }
    let moment = look.clock.moment();
    Area::new(Id::new("time")).anchor(Align2::CENTER_BOTTOM, [-36.0, -GAP]).show(context, |ui| {
        theme::card(context).inner_margin(8).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(RichText::new(if look.day.elevation > 0.0 { icon::SUN } else { icon::MOON }).size(18.0));
                let mut minute = look.clock.minute_of_day();
                let slider = Slider::new(&mut minute, 0..=1439).show_value(false);
                ui.spacing_mut().slider_width = 150.0;
                let response = ui.add(slider);
                if named(ui, "hour", response).changed() {
                    out.push(Invoke::with("time", format!("{:02}:{:02}", minute / 60, minute % 60)));
                }
                ui.label(RichText::new(format!("{:02}:{:02}", moment.hour(), moment.minute())).font(fonts::strong(14.0)));
                ui.separator();
                for (icon, label, days) in [(icon::CARET_LEFT, "day-earlier", -7), (icon::CARET_RIGHT, "day-later", 7)] {
                    if days > 0 {
                        ui.label(look.words.date(moment.date()));
                    }
                    if widget::small_button(ui, icon, &look.text(label)).clicked() {
                        out.push(Invoke::with("date", moment.date().saturating_add(i64::from(days).days())));
                    }
                }
                let height = look.words.number(f64::from(look.day.elevation.to_degrees()), 0);
                widget::weak(ui, look.words.format("sun-height", &[("degrees", height.into())]));
            });
        });
    });
}
