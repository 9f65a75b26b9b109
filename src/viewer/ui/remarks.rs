//! Readers' remarks in the picture: a pin where each was made, and the one that is read as a card beside its pin.

use super::look::Look;
use super::theme::{self, CREDIT, GAP, TOP};
use super::{fonts, widget};
use crate::viewer::app::command::Invoke;
use crate::viewer::app::ground;
use crate::viewer::app::remarks::Said;
use bevy::math::DVec2;
use bevy_egui::egui::{
    Align2, Area, Context, CursorIcon, FontId, Id, Order, Pos2, Rect, RichText, ScrollArea, Sense, Stroke, Ui, pos2, vec2,
};
use egui_phosphor::regular as icon;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Pins drawn at most: beyond, they hide one another.
const MOST: usize = 200;
/// Radius of a pin's head [points].
const HEAD: f32 = 11.0;
/// From the place to the head [points].
const STEM: f32 = 24.0;
/// Width of the card [points].
const WIDTH: f32 = 320.0;

/// Draws pins and card.
pub fn draw(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    if look.interface.hidden || look.remarks.all().is_empty() {
        return;
    }
    let mut taken: Vec<Pos2> = Vec::new();
    for (index, said) in look.remarks.all().iter().enumerate().take(MOST) {
        let Some(foot) = place(look, said) else { continue };
        let mut head = foot - vec2(0.0, STEM);
        // Several remarks at one stop stand beside one another.
        while taken.iter().any(|other| other.distance(head) < HEAD) {
            head.x += 2.0 * HEAD;
        }
        taken.push(head);
        pin(look, context, index, foot, head, out);
        if look.remarks.open == Some(index) {
            card(look, context, index, said, head, out);
        }
    }
}

/// Where a remark is on screen.
fn place(look: &Look, said: &Said) -> Option<Pos2> {
    let (scene, region) = look.session.scene().zip(look.session.region())?;
    let view = said.view(&look.tours, scene)?;
    let place = DVec2::from_array(region.frame.metres_from_geo(view.look_at));
    look.on_screen(place.extend(ground::height(region, place))).map(|(at, _)| at)
}

fn pin(look: &Look, context: &Context, index: usize, foot: Pos2, head: Pos2, out: &mut Vec<Invoke>) {
    let palette = theme::palette(context);
    let is_open = look.remarks.open == Some(index);
    look.painter(context).line_segment([foot, head], Stroke::new(2.0, palette.accent));
    let area = Area::new(Id::new(("remark", index))).order(Order::Middle).fixed_pos(head - vec2(HEAD, HEAD)).show(context, |ui| {
        let (rect, response) = ui.allocate_exact_size(vec2(HEAD, HEAD) * 2.0, Sense::click());
        let (fill, ink) = if is_open { (palette.on_accent, palette.accent) } else { (palette.accent, palette.on_accent) };
        ui.painter().circle(rect.center(), HEAD - 1.0, fill, Stroke::new(1.5, palette.card));
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon::CHAT_TEXT, FontId::proportional(HEAD * 1.2), ink);
        widget::named(ui, &format!("remark {}", index + 1), response)
    });
    if area.inner.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        let argument = if is_open { String::new() } else { (index + 1).to_string() };
        out.push(Invoke::with("remark", argument));
    }
}

fn card(look: &Look, context: &Context, index: usize, said: &Said, head: Pos2, out: &mut Vec<Invoke>) {
    // A pin at the edge has its card inside the picture.
    let free = Rect::from_min_max(pos2(GAP, TOP), context.content_rect().max - vec2(GAP, TOP + CREDIT));
    let area = Area::new(Id::new("remark card")).pivot(Align2::LEFT_CENTER).fixed_pos(head + vec2(HEAD + 6.0, 0.0)).constrain_to(free);
    area.show(context, |ui| {
        theme::card(context).show(ui, |ui| {
            ui.set_width(WIDTH.min(free.width() - 2.0 * GAP));
            if widget::heading(ui, &author(look, said), &look.text("close")) {
                out.push(Invoke::new("remark"));
            }
            widget::weak(ui, beside(look, said));
            ScrollArea::vertical().max_height(240.0).show(ui, |ui| {
                ui.add(bevy_egui::egui::Label::new(&said.remark.text).wrap().selectable(true));
            });
            go(look, index, ui, out);
        });
    });
}

/// The button that leads to a remark's place.
pub fn go(look: &Look, index: usize, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let label = look.text("readers-remark-go");
    let button = ui.button(RichText::new(format!("{}  {label}", icon::CROSSHAIR)).font(fonts::strong(theme::size(ui, 13.0))));
    if widget::named(ui, &format!("{label} {}", index + 1), button).clicked() {
        out.push(Invoke::with("remark-go", index + 1));
    }
}

/// Who says so.
pub fn author(look: &Look, said: &Said) -> String {
    if said.remark.author.is_empty() { look.text("readers-remark-nameless") } else { said.remark.author.clone() }
}

/// Stop, scenario and time, as far as they are known.
pub fn beside(look: &Look, said: &Said) -> String {
    let stop = said.stop(&look.tours).map_or(said.remark.stop.as_str(), |stop| look.words.local(&stop.title)).to_owned();
    let scenario = said.remark.scenario.as_deref().and_then(|id| look.proposals.find(id));
    let scenario = scenario.map(|scenario| look.words.local(&scenario.heading.name).to_owned());
    let parts = std::iter::once(stop).chain(scenario).chain([time(look, &said.remark.time)]);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Day and hour in the scene's civil time; what cannot be read as such stays as it was written.
fn time(look: &Look, text: &str) -> String {
    let Ok(moment) = text.parse::<Timestamp>() else { return text.to_owned() };
    let zone = look.session.region().and_then(|region| TimeZone::get(&region.timezone).ok()).unwrap_or(TimeZone::UTC);
    look.words.moment(moment.to_zoned(zone).datetime())
}
