//! Day and hour: a slider for the hour, steps for the date, and how high the sun stands.

use crate::viewer::app::command::Invoke;
use crate::viewer::ui::arrange;
use crate::viewer::ui::fonts;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, CREDIT, GAP};
use crate::viewer::ui::widget::{self, named};
use bevy_egui::egui::{Align2, Area, Context, Id, Pos2, RichText, Slider, Ui, pos2};
use egui_phosphor::regular as icon;
use jiff::ToSpan;

/// Draws the card.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    if look.session.region().is_none() {
        return;
    }
    let (at, pivot) = place(look, context);
    arrange::within(look, context, "time", arrange::lower(look, context).span(), |in_full| {
        let area = Area::new(Id::new("time")).pivot(pivot).fixed_pos(at).show(context, |ui| {
            theme::card(context).inner_margin(8).show(ui, |ui| ui.horizontal(|ui| content(look, in_full, ui, out)));
        });
        area.response.rect.width()
    });
}

/// Between the cards at the lower edge where they leave room, else above the scale.
fn place(look: &Look, context: &Context) -> (Pos2, Align2) {
    let screen = look.screen_rect();
    let free = arrange::lower(look, context);
    let scale = arrange::card(context, "scale");
    let right = scale.map_or(free.max, |scale| scale.left() - GAP);
    let half = arrange::card(context, "time").map_or(0.0, |time| time.width() / 2.0);
    if free.min + half <= right - half {
        let centre = screen.center().x.clamp(free.min + half, right - half);
        return (pos2(centre, screen.bottom() - GAP - CREDIT), Align2::CENTER_BOTTOM);
    }
    (pos2(free.max, scale.map_or(screen.bottom() - GAP - CREDIT, |scale| scale.top() - GAP)), Align2::RIGHT_BOTTOM)
}

fn content(look: &Look, in_full: bool, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let moment = look.clock.moment();
    ui.label(RichText::new(if look.day.elevation > 0.0 { icon::SUN } else { icon::MOON }).size(theme::size(ui, 18.0)));
    let mut minute = look.clock.minute_of_day();
    let slider = Slider::new(&mut minute, 0..=1439).show_value(false);
    ui.spacing_mut().slider_width = 150.0;
    let response = ui.add(slider);
    if named(ui, "hour", response).changed() {
        out.push(Invoke::with("time", format!("{:02}:{:02}", minute / 60, minute % 60)));
    }
    ui.label(RichText::new(format!("{:02}:{:02}", moment.hour(), moment.minute())).font(fonts::strong(theme::size(ui, 14.0))));
    ui.separator();
    for (icon, label, days) in [(icon::CARET_LEFT, "day-earlier", -7), (icon::CARET_RIGHT, "day-later", 7)] {
        if days > 0 {
            ui.label(look.words.date(moment.date()));
        }
        if widget::small_button(ui, icon, &look.text(label)).clicked() {
            out.push(Invoke::with("date", moment.date().saturating_add(i64::from(days).days())));
        }
    }
    if in_full {
        let height = look.words.number(f64::from(look.day.elevation.to_degrees()), 0);
        widget::weak(ui, look.words.format("sun-height", &[("degrees", height.into())]));
    }
}
