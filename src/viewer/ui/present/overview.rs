//! All stops at once, each with its number: typed or clicked, one is there.

use super::margin;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::present::talk::Talk;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, GAP};
use crate::viewer::ui::{fonts, widget};
use bevy_egui::egui::{Align2, Area, Context, Id, Label, Order, RichText, ScrollArea, Sense, TextWrapMode, Ui, UiBuilder, vec2};
use egui_phosphor::regular as icon;

/// Stops beside one another.
const COLUMNS: usize = 2;

/// Draws the sheet over the picture.
pub fn show(look: &Look, context: &Context, talk: &Talk, out: &mut Vec<Invoke>) {
    let size = vec2(look.size.points.x * 0.8, look.size.points.y * 0.86);
    Area::new(Id::new("talk-overview")).order(Order::Foreground).anchor(Align2::CENTER_CENTER, [0.0, 0.0]).show(context, |ui| {
        theme::card(context).inner_margin(margin(look)).show(ui, |ui| {
            ui.set_width(size.x);
            ui.label(RichText::new(look.words.local(&talk.tour().name)).heading());
            let hint = look.text("talk-overview-hint");
            widget::weak(ui, if talk.typed.is_empty() { hint } else { format!("{}  {}", talk.typed, icon::ARROW_ELBOW_DOWN_LEFT) });
            ui.add_space(GAP);
            let room = size.y - margin(look) * 2.0 - theme::size(ui, 90.0);
            ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| stops(look, talk, ui, out));
            rehearsed(look, talk, ui);
        });
    });
}

fn stops(look: &Look, talk: &Talk, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let width = (ui.available_width() - GAP) / COLUMNS as f32;
    let rows = talk.tour().stops.len().div_ceil(COLUMNS);
    for row in 0..rows {
        ui.horizontal_top(|ui| {
            // Numbers run down the columns, as one reads a list.
            for place in (0..COLUMNS).map(|column| column * rows + row).filter(|place| *place < talk.tour().stops.len()) {
                let response = ui.scope_builder(UiBuilder::new().sense(Sense::click()), |ui| line(look, talk, place, width, ui)).response;
                if response.clicked() {
                    out.push(Invoke::with("stop", talk.tour().stops[place].id.as_str()));
                }
            }
        });
    }
}

fn line(look: &Look, talk: &Talk, place: usize, width: f32, ui: &mut Ui) {
    let palette = theme::palette(ui.ctx());
    let stop = &talk.tour().stops[place];
    let is_here = place == talk.number();
    let problems: Vec<String> = look
        .presenting
        .rehearsal()
        .map(|rehearsal| rehearsal.of(talk.tour().id.as_str(), place).map(|problem| look.words.diagnostic(problem)).collect())
        .unwrap_or_default();
    ui.horizontal_top(|ui| {
        ui.set_width(width);
        let colour = if is_here { palette.accent } else { palette.weak };
        let number = RichText::new(format!("{}", place + 1)).font(fonts::strong(theme::size(ui, 14.0))).color(colour);
        ui.add_sized([theme::size(ui, 26.0), theme::size(ui, 20.0)], Label::new(number).selectable(false));
        ui.vertical(|ui| {
            ui.set_width(width - theme::size(ui, 40.0));
            let title = RichText::new(look.words.local(&stop.title));
            ui.add(Label::new(if is_here { title.color(palette.accent) } else { title }).wrap_mode(TextWrapMode::Wrap).selectable(false));
            for problem in problems {
                let text = RichText::new(format!("{}  {problem}", icon::WARNING)).small().color(palette.warning);
                ui.add(Label::new(text).wrap_mode(TextWrapMode::Wrap).selectable(false));
            }
        });
    });
}

/// How the last rehearsal went.
fn rehearsed(look: &Look, talk: &Talk, ui: &mut Ui) {
    let Some(rehearsal) = look.presenting.rehearsal().filter(|rehearsal| rehearsal.is_of(talk.tour().id.as_str())) else { return };
    ui.add_space(GAP);
    let text = match rehearsal.took {
        None => look.text("talk-rehearsing"),
        Some(seconds) => look
            .words
            .format("talk-rehearsed", &[("problems", rehearsal.problems.len().into()), ("seconds", look.words.number(seconds, 1).into())]),
    };
    widget::weak(ui, text);
}
