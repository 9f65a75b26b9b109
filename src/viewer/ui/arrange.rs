//! Where cards lie so that none covers another, however narrow the window and however large the letters.
//!
//! Each card knows the others as they were drawn the frame before: what changes settles within a few frames.

use super::look::Look;
use super::theme::GAP;
use bevy_egui::egui::{Context, Id, LayerId, Order, Rangef, Rect, ScrollArea, Ui};

/// Cards that lie below others.
const BELOW: [&str; 9] = ["minimap", "time", "scale", "sketch-mark-below", "timeline", PLATES[0], PLATES[1], PLATES[2], PLATES[3]];
/// The names of views that end at the lower edge.
pub const PLATES: [&str; 4] = ["plate-1", "plate-2", "plate-3", "plate-4"];
/// Cards of the lower edge that the timeline lies above.
const EDGE: [&str; 2] = ["time", "scale"];
/// Cards on the left.
const LEFT: [&str; 7] = ["minimap", "layers", "library", "scenarios", "advice", "tours", "remarks"];
/// Cards on the right; at most one is shown.
const RIGHT: [&str; 3] = ["inspector", "proposal", "placing"];
/// Height of the strip along the lower edge that time and scale take, one over the other [points].
const STRIP: f32 = 160.0;
/// Least height of what is scrolled [points].
const LEAST: f32 = 80.0;

/// Cards that a talk lays over the picture, with the names of the views.
const TALK: [&str; 9] = ["talk-card", "talk-figures", "overlay", "sketch-mark", "credit", PLATES[0], PLATES[1], PLATES[2], PLATES[3]];

/// Where the cards of a talk are, by name.
pub fn talk_cards(context: &Context) -> impl Iterator<Item = (&'static str, Rect)> {
    TALK.into_iter().filter_map(|name| Some((name, card(context, name)?)))
}

/// Where a card was the frame before; none if it is not shown.
pub fn card(context: &Context, name: &str) -> Option<Rect> {
    let id = Id::new(name);
    context.memory(|memory| memory.area_rect(id).filter(|_| memory.areas().is_visible(&LayerId::new(Order::Middle, id))))
}

/// The free stretch between the cards on the left and the one on the right, below search field and bar.
pub fn middle(look: &Look, context: &Context) -> Rangef {
    let left = LEFT.iter().skip(1).filter_map(|name| card(context, name)).map(|rect| rect.right()).fold(0.0, f32::max);
    let right = RIGHT.iter().filter_map(|name| card(context, name)).map(|rect| rect.left()).fold(look.screen_rect().right(), f32::min);
    Rangef::new(left + GAP, right - GAP)
}

/// The free stretch of the lower edge, right of the cards that reach down to it.
pub fn lower(look: &Look, context: &Context) -> Rangef {
    let screen = look.screen_rect();
    let reaching = LEFT.iter().filter_map(|name| card(context, name)).filter(|rect| rect.bottom() > screen.bottom() - STRIP);
    Rangef::new(reaching.map(|rect| rect.right()).fold(0.0, f32::max) + GAP, screen.right() - GAP)
}

/// Just above the cards along the lower edge.
pub fn above_edge(look: &Look, context: &Context) -> f32 {
    let below = EDGE.iter().filter_map(|name| card(context, name));
    below.map(|rect| rect.top()).fold(look.screen_rect().bottom(), f32::min) - GAP
}

/// The lowest that a card may reach in a stretch of the window: just above what lies below.
pub fn floor(look: &Look, context: &Context, stretch: Rangef) -> f32 {
    let below = BELOW.iter().filter_map(|name| card(context, name)).filter(|rect| rect.x_range().intersects(stretch));
    below.map(|rect| rect.top()).fold(look.screen_rect().bottom(), f32::min) - GAP
}

/// Draws a card in full where there is room for it, else in brief; `draw` is told whether in full, and returns the width.
pub fn within(look: &Look, context: &Context, name: &str, room: f32, draw: impl FnOnce(bool) -> f32) {
    let settings = (look.settings.get().text_scale.to_bits(), look.words.language() as usize);
    let id = Id::new((name, "in full", settings));
    let in_full = context.data(|data| data.get_temp::<f32>(id)).is_none_or(|width| width <= room);
    let width = draw(in_full);
    if in_full {
        context.data_mut(|data| data.insert_temp(id, width));
    }
}

/// What is scrolled in a card that begins at `top`: as high as the card can become without reaching what lies below.
pub fn scroll(look: &Look, ui: &mut Ui, name: &str, top: f32, content: impl FnOnce(&mut Ui)) {
    let id = Id::new((name, "scrolled"));
    let before = card(ui.ctx(), name);
    let scrolled: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    // What else the card holds: headings, fields, buttons.
    let beside = before.map_or(LEAST, |rect| (rect.height() - scrolled).max(LEAST));
    let stretch = before.map_or(ui.max_rect().x_range(), |rect| rect.x_range());
    let room = (floor(look, ui.ctx(), stretch) - top - beside).max(LEAST);
    let shown = ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, content);
    ui.data_mut(|data| data.insert_temp(id, shown.inner_rect.height()));
}
