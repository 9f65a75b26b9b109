//! Handles about what is chosen, to be pulled with the pointer: move it, turn it, shift the points of its line or area.

use super::look::Look;
use super::theme;
use super::widget::named;
use crate::twin::catalog::kind;
use crate::twin::catalog::site::Geometry;
use crate::twin::model::space::GeoPoint;
use crate::twin::scenario::placed::Placed;
use crate::twin::scenario::resolve::Resolved;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::ground;
use bevy::math::{DVec2, Vec2};
use bevy_egui::egui::{Area, Color32, Context, CursorIcon, Id, Order, Pos2, Response, Sense, Stroke, vec2};
use egui_phosphor::regular as icon;

/// Points from the middle to the handle that turns.
const ARM: f32 = 58.0;

/// Draws the handles of the one solution that is chosen.
pub fn draw(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    if look.tool.placing().is_some() || look.interface.hidden {
        return;
    }
    let keys: Vec<u32> = look.proposals.chosen.iter().copied().collect();
    let [key] = keys[..] else { return };
    let Some(resolved) = look.proposals.drawn().plan.solutions.get(&key) else { return };
    let Some(template) = look.solutions.catalog.template(&resolved.placed.template) else { return };
    let geometry = kind::geometry(template);
    if geometry == Geometry::Existing {
        return;
    }
    let Some(middle) = resolved.placed.points.first().and(crate::viewer::app::command::middle(&resolved.placed)) else { return };
    let Some(centre) = on_screen(look, middle) else { return };
    let moved = handle(context, "move", &look.text("handle-move"), centre, icon::ARROWS_OUT_CARDINAL);
    if let Some(to) = pulled(look, &moved) {
        out.push(Invoke::with("move", format!("{:.7} {:.7}", to.lon, to.lat)));
    }
    end(&moved, out);
    if geometry == Geometry::Point {
        turning(look, context, resolved, centre, out);
    } else {
        vertices(look, context, &resolved.placed, geometry, out);
    }
}

fn on_screen(look: &Look, point: GeoPoint) -> Option<Pos2> {
    let region = look.session.region()?;
    let place = DVec2::from_array(region.frame.metres_from_geo(point));
    look.on_screen(place.extend(ground::height(region, place))).map(|(at, _)| at)
}

/// The ground under a handle that is being pulled.
fn pulled(look: &Look, handle: &Response) -> Option<GeoPoint> {
    let at = handle.interact_pointer_pos().filter(|_| handle.dragged())?;
    let region = look.session.region()?;
    let ray = look.viewpoint.ray(look.frame().centred(Vec2::new(at.x, at.y)), look.frame().aspect());
    let place = ground::meet(region, look.viewpoint.eye(), ray, look.viewpoint.distance * 60.0)?;
    Some(region.frame.geo_from_metres(place.truncate().to_array()))
}

/// A pull that ends is a step of its own.
fn end(handle: &Response, out: &mut Vec<Invoke>) {
    if handle.drag_stopped() {
        out.push(Invoke::new("settle"));
    }
}

fn turning(look: &Look, context: &Context, resolved: &Resolved, centre: Pos2, out: &mut Vec<Invoke>) {
    // Seen from the eye, the front of a solution points to the right by its bearing less the eye's heading.
    let angle = (resolved.placed.bearing.to_radians() - look.viewpoint.heading) as f32;
    let at = centre + vec2(angle.sin(), -angle.cos()) * ARM;
    context
        .layer_painter(bevy_egui::egui::LayerId::background())
        .line_segment([centre, at], Stroke::new(1.5, theme::palette(context).accent));
    let turned = handle(context, "turn", &look.text("handle-turn"), at, icon::ARROW_CLOCKWISE);
    if let Some(pointer) = turned.interact_pointer_pos().filter(|_| turned.dragged()) {
        let way = pointer - centre;
        let bearing = (f64::from(way.x.atan2(-way.y)) + look.viewpoint.heading).to_degrees().rem_euclid(360.0);
        out.push(Invoke::with("turn", format!("{bearing:.1}")));
    }
    end(&turned, out);
}

/// Points that can be pulled, and between them those that make new ones; a double click takes one away.
fn vertices(look: &Look, context: &Context, placed: &Placed, geometry: Geometry, out: &mut Vec<Invoke>) {
    let points = &placed.points;
    let reshape = |points: &[GeoPoint]| {
        let text: Vec<String> = points.iter().map(|point| format!("{:.7} {:.7}", point.lon, point.lat)).collect();
        Invoke::with("reshape", text.join(" "))
    };
    for (index, point) in points.iter().enumerate() {
        let Some(at) = on_screen(look, *point) else { continue };
        let vertex = handle(context, &format!("vertex {}", index + 1), &look.text("handle-vertex"), at, icon::CIRCLE);
        let mut changed = points.clone();
        if let Some(to) = pulled(look, &vertex) {
            changed[index] = to;
            out.push(reshape(&changed));
        } else if vertex.double_clicked() && points.len() > geometry.least_points() {
            changed.remove(index);
            out.extend([reshape(&changed), Invoke::new("settle")]);
        }
        end(&vertex, out);
    }
    let closing = usize::from(geometry == Geometry::Area);
    for index in 0..(points.len() + closing).saturating_sub(1) {
        let (a, b) = (points[index], points[(index + 1) % points.len()]);
        let between = GeoPoint::new((a.lon + b.lon) / 2.0, (a.lat + b.lat) / 2.0);
        let Some(at) = on_screen(look, between) else { continue };
        let plus = handle(context, &format!("between {}", index + 1), &look.text("handle-between"), at, icon::PLUS);
        if plus.clicked() {
            let mut changed = points.clone();
            changed.insert(index + 1, between);
            out.extend([reshape(&changed), Invoke::new("settle")]);
        }
    }
}

fn handle(context: &Context, name: &str, hint: &str, at: Pos2, icon: &str) -> Response {
    let palette = theme::palette(context);
    let radius = if icon == egui_phosphor::regular::PLUS { 8.0 } else { 12.0 };
    let area = Area::new(Id::new(("handle", name))).order(Order::Middle).fixed_pos(at - vec2(radius, radius)).show(context, |ui| {
        let (rect, response) = ui.allocate_exact_size(vec2(radius, radius) * 2.0, Sense::click_and_drag());
        let fill = if response.hovered() || response.dragged() { palette.accent } else { palette.card };
        let ink = if response.hovered() || response.dragged() { palette.on_accent } else { palette.accent };
        ui.painter().circle(rect.center(), radius - 1.0, fill, Stroke::new(1.5, Color32::WHITE));
        ui.painter().text(
            rect.center(),
            bevy_egui::egui::Align2::CENTER_CENTER,
            icon,
            bevy_egui::egui::FontId::proportional(radius * 1.25),
            ink,
        );
        named(ui, name, response)
    });
    area.inner.on_hover_text(hint).on_hover_cursor(CursorIcon::Grab)
}
