//! A talk on the screen: words and figures of the stop, the overview of all stops, black and white, the light that points.

mod card;
mod figures;
mod overview;

use super::look::Look;
use super::theme;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::present::talk::{Blank, Talk};
use bevy_egui::egui::{Area, Color32, Context, CursorIcon, Id, Order, Stroke, pos2};

/// Names of the cards of a talk, as reports tell of them.
pub const CARDS: [&str; 3] = ["talk-card", "talk-figures", "overlay"];

/// Draws what a talk lays over the picture.
pub fn draw(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    let Some(talk) = look.presenting.talk() else { return };
    if let Some(blank) = talk.blank {
        return fill(look, context, if blank == Blank::Black { Color32::BLACK } else { Color32::WHITE });
    }
    if talk.overview {
        return overview::show(look, context, talk, out);
    }
    if !talk.bare {
        figures::show(look, context, talk);
        card::show(look, context, talk);
    }
    if talk.pointer {
        light(look, context);
    }
}

fn fill(look: &Look, context: &Context, colour: Color32) {
    Area::new(Id::new("talk-blank")).order(Order::Foreground).fixed_pos(pos2(0.0, 0.0)).show(context, |ui| {
        ui.painter().rect_filled(look.screen_rect(), 0.0, colour);
        ui.allocate_space(look.screen_rect().size());
    });
    context.set_cursor_icon(CursorIcon::None);
}

/// A red light where the pointer is.
fn light(look: &Look, context: &Context) {
    let Some(at) = context.pointer_latest_pos() else { return };
    let radius = look.size.points.y / 120.0;
    let painter = context.layer_painter(bevy_egui::egui::LayerId::new(Order::Tooltip, Id::new("talk-light")));
    painter.circle_filled(at, radius * 2.2, Color32::from_rgba_unmultiplied(255, 40, 30, 70));
    painter.circle(at, radius, Color32::from_rgb(255, 40, 30), Stroke::new(1.5, Color32::WHITE));
    context.set_cursor_icon(CursorIcon::None);
}

/// A value of a metric in a scenario, as far as it is known.
fn value(look: &Look, scenario: &str, metric: &str) -> Option<f64> {
    look.comparing.measured(scenario)?.values.get(metric).copied()
}

/// The words of a stop with their figures.
fn words(look: &Look, talk: &Talk) -> String {
    let Some(stop) = talk.stop() else { return String::new() };
    look.words.stop_text(&stop.text, stop.scenario_id(), &|scenario, metric| value(look, scenario, metric))
}

/// Space of a card about its words.
fn margin(look: &Look) -> f32 {
    (look.size.points.y / 60.0).max(theme::GAP)
}
