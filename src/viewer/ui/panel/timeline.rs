//! The timeline along the lower edge: the month in which the scenario is seen, to be pulled or played, and below it what it costs and what is
//! measured of it by year.

use super::{timeline_chart as chart, timeline_metric as metric};
use crate::twin::model::choice::Choice;
use crate::twin::scenario::month::Month;
use crate::twin::scenario::schedule::Status;
use crate::viewer::app::command::Invoke;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme;
use crate::viewer::ui::widget::{self, named};
use crate::viewer::ui::{arrange, fonts};
use bevy_egui::egui::{Align2, Area, Context, Id, Label, RichText, Slider, Ui, pos2};
use egui_phosphor::regular as icon;
use std::ops::RangeInclusive;

/// Width of the card, where there is room for it [points].
const WIDTH: f32 = 760.0;
/// Least width [points].
const LEAST: f32 = 300.0;
/// Room that the buttons and the month beside the handle take [points].
const BESIDE: f32 = 330.0;

/// Draws the card.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    if !look.timeline.open || look.session.region().is_none() {
        return;
    }
    let free = arrange::lower(look, context);
    let width = (WIDTH * look.settings.get().text_scale).min(free.span() - 20.0).max(LEAST);
    let at = pos2(free.center(), arrange::above_edge(look, context));
    Area::new(Id::new("timeline")).pivot(Align2::CENTER_BOTTOM).fixed_pos(at).show(context, |ui| {
        theme::card(context).inner_margin(10).show(ui, |ui| {
            ui.set_width(width);
            if widget::heading(ui, &look.text("timeline-title"), &look.text("close")) {
                out.push(Invoke::new("timeline"));
            }
            let Some(years) = look.timeline.years().filter(|_| look.proposals.current().is_some()) else {
                return widget::weak(ui, look.text("timeline-nothing"));
            };
            ui.horizontal(|ui| handle(look, &years, ui, out));
            statuses(look, ui);
            chart::show(look, &years, ui);
            metric::show(look, &years, ui, out);
        });
    });
}

/// Play, the handle, the month that is shown, and the way back to everything built.
fn handle(look: &Look, years: &RangeInclusive<u32>, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let (mark, key) = if look.timeline.playing { (icon::PAUSE, "timeline-pause") } else { (icon::PLAY, "timeline-play") };
    if widget::small_button(ui, mark, &look.text(key)).clicked() {
        out.push(Invoke::new("play"));
    }
    let first = Month::january(*years.start());
    let last = first.until(Month::december(*years.end()));
    let shown = look.timeline.month();
    let mut place = shown.map_or(last, |month| first.until(month).min(last));
    ui.spacing_mut().slider_width = (ui.available_width() - BESIDE * look.settings.get().text_scale).max(80.0);
    let slider = ui.add(Slider::new(&mut place, 0..=last).show_value(false));
    if named(ui, "timeline-handle", slider).changed() {
        out.push(Invoke::with("year", first.after(place)));
    }
    let month = shown.map_or_else(|| look.text("timeline-all"), |month| look.words.month(month));
    ui.add(Label::new(RichText::new(month).font(fonts::strong(theme::size(ui, 14.0)))).extend());
    if shown.is_some() && widget::icon_button(ui, icon::CHECK_CIRCLE, &look.text("timeline-all"), None).clicked() {
        out.push(Invoke::new("year"));
    }
}

/// How many solutions have come how far, in the month that is shown.
fn statuses(look: &Look, ui: &mut Ui) {
    let Some(month) = look.timeline.month() else { return };
    let courses = &look.timeline.outlook().schedule.courses;
    let counted = Status::ALL.iter().rev().filter_map(|status| {
        let count = courses.values().filter(|course| course.status(month) == *status).count();
        let args = [("status", look.words.choice(*status).into_owned().into()), ("count", count.into())];
        (count > 0).then(|| look.words.format("timeline-count", &args))
    });
    widget::weak(ui, counted.collect::<Vec<_>>().join(" · "));
}
