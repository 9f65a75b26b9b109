//! Several views in one window: the name of each, the divider that can be dragged, and the cross that leads back to one.

use crate::viewer::app::command::Invoke;
use crate::viewer::ui::arrange::PLATES;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, GAP, TOP};
use crate::viewer::ui::{fonts, widget};
use bevy_egui::egui::{Align2, Area, Context, CursorIcon, Id, LayerId, Order, RichText, Sense, Stroke, pos2, vec2};
use egui_phosphor::regular as icon;

/// From the lower edge of the window to the names: above time and scale [points].
const BELOW: f32 = 92.0;
/// Width of the strip that takes the divider [points].
const STRIP: f32 = 18.0;

/// Draws names and divider.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    if look.views.count() < 2 {
        return;
    }
    let rects = look.views.rects(&look.size);
    for (view, (rect, id)) in rects.iter().zip(look.views.ids(&look.proposals)).enumerate() {
        let area = if look.presenting.is_on() {
            // Words and figures of a talk have the lower edge.
            Area::new(Id::new(PLATES[view])).pivot(Align2::CENTER_TOP).fixed_pos(pos2(rect.center().x, rect.min.y + GAP))
        } else {
            let is_inside = rect.max.y < look.size.points.y;
            let (area, lower) = if is_inside { (Id::new(("view name", view)), GAP) } else { (Id::new(PLATES[view]), BELOW) };
            Area::new(area).pivot(Align2::CENTER_BOTTOM).fixed_pos(pos2(rect.center().x, rect.max.y - lower))
        };
        name(look, context, area, (view, id), out);
    }
    if look.views.is_swipe() {
        divider(look, context, rects[0].max.x, out);
    } else {
        let painter = context.layer_painter(LayerId::background());
        for rect in &rects[1..] {
            let line = Stroke::new(2.0, theme::palette(context).card);
            painter.line_segment([pos2(rect.min.x, rect.min.y), pos2(rect.min.x, rect.max.y)], line);
            painter.line_segment([pos2(rect.min.x, rect.min.y), pos2(rect.max.x, rect.min.y)], line);
        }
    }
}

/// The name of a view's scenario, with its colour.
fn name(look: &Look, context: &Context, area: Area, (view, id): (usize, &str), out: &mut Vec<Invoke>) {
    let scenario = look.proposals.find(id);
    let text = scenario.map_or_else(|| look.text("scenario-base"), |scenario| look.words.local(&scenario.heading.name).to_owned());
    let colour = scenario.map_or(theme::palette(context).weak, theme::scenario_colour);
    area.show(context, |ui| {
        theme::card(context).inner_margin(7).show(ui, |ui| {
            ui.horizontal(|ui| {
                widget::dot(ui, 6.0, colour);
                ui.label(RichText::new(text).font(fonts::strong(theme::size(ui, 14.0))));
                if view > 0 && !look.presenting.is_on() && widget::small_button(ui, icon::X, &look.text("views-close")).clicked() {
                    out.push(Invoke::with("close-view", view + 1));
                }
            });
        });
    });
}

fn divider(look: &Look, context: &Context, x: f32, out: &mut Vec<Invoke>) {
    let height = look.size.points.y;
    let palette = theme::palette(context);
    let painter = context.layer_painter(LayerId::background());
    painter.line_segment([pos2(x, 0.0), pos2(x, height)], Stroke::new(3.0, palette.card));
    Area::new(Id::new("divider")).order(Order::Middle).fixed_pos([x - STRIP / 2.0, TOP + GAP]).show(context, |ui| {
        let (rect, response) = ui.allocate_exact_size(vec2(STRIP, (height - TOP - 150.0).max(40.0)), Sense::drag());
        let middle = rect.center();
        ui.painter().circle(middle, 17.0, palette.card, Stroke::new(1.5, palette.line));
        ui.painter().text(
            middle,
            Align2::CENTER_CENTER,
            icon::ARROWS_LEFT_RIGHT,
            bevy_egui::egui::FontId::proportional(18.0),
            palette.text,
        );
        let response = widget::named(ui, "divider", response).on_hover_cursor(CursorIcon::ResizeHorizontal);
        if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) {
            out.push(Invoke::with("divider", pointer.x / look.size.points.x.max(1.0)));
        }
    });
}
