//! The card of a stop: its heading, its words, where in the tour it is, and in small what could not be shown.

use super::{margin, words};
use crate::viewer::app::present::talk::Talk;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, GAP};
use crate::viewer::ui::{fonts, widget};
use bevy_egui::egui::{Align2, Area, Color32, Context, Id, Label, RichText, Sense, TextWrapMode, Ui, vec2};
use egui_phosphor::regular as icon;

/// Share of the screen's width that the words have.
const WIDE: f32 = 0.38;

/// Draws the card into the lower left corner.
pub fn show(look: &Look, context: &Context, talk: &Talk) {
    let Some(stop) = talk.stop().filter(|_| talk.words) else { return };
    Area::new(Id::new("talk-card")).anchor(Align2::LEFT_BOTTOM, [GAP, -GAP]).interactable(false).show(context, |ui| {
        theme::card(context).inner_margin(margin(look)).show(ui, |ui| {
            ui.set_width(look.size.points.x * WIDE);
            wrapped(ui, RichText::new(look.words.local(&stop.title)).font(fonts::strong(theme::size(ui, 19.0))));
            let words = words(look, talk);
            if !words.is_empty() {
                wrapped(ui, RichText::new(words));
            }
            for notice in talk.notices().iter().chain(look.notices.of_the_machine()) {
                let colour = theme::palette(context).warning;
                wrapped(ui, RichText::new(format!("{}  {}", icon::WARNING, look.words.diagnostic(notice))).small().color(colour));
            }
            ui.add_space(theme::size(ui, 4.0));
            foot(look, talk, ui);
        });
    });
}

fn wrapped(ui: &mut Ui, text: RichText) {
    ui.add(Label::new(text).wrap_mode(TextWrapMode::Wrap).selectable(false));
}

/// The number of the stop, the scenario, day and hour, and how to come back.
fn foot(look: &Look, talk: &Talk, ui: &mut Ui) {
    let palette = theme::palette(ui.ctx());
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(format!("{} / {}", talk.number() + 1, talk.tour().stops.len())).small().color(palette.weak));
        if look.views.count() == 1
            && let Some(scenario) = look.proposals.current()
        {
            dot(ui, theme::scenario_colour(scenario));
            ui.label(RichText::new(look.words.local(&scenario.heading.name)).small().color(palette.weak));
        }
        if talk.stop().is_some_and(|stop| stop.at.is_some()) {
            widget::weak(ui, format!("{}  {}", icon::CLOCK, look.words.moment(look.clock.moment())));
        }
        if let Some(year) = talk.stop().and_then(|stop| stop.year) {
            widget::weak(ui, format!("{}  {year}", icon::CALENDAR_BLANK));
        }
        let is_away = talk.seen().viewpoint.is_some_and(|seen| !look.viewpoint.is_near(&seen));
        if is_away && !look.flight.is_flying() {
            ui.label(RichText::new(format!("{}  {}", icon::ARROW_U_UP_LEFT, look.text("talk-away"))).small().color(palette.accent));
        }
    });
}

fn dot(ui: &mut Ui, colour: Color32) {
    let side = theme::size(ui, 10.0);
    let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
    ui.painter().circle_filled(rect.center(), side / 2.0, colour);
}
