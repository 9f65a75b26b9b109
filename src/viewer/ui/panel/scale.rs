//! Scale bar, north, and the coordinates under the pointer.

use crate::viewer::app::command::Invoke;
use crate::viewer::ui::arrange;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, CREDIT, GAP};
use bevy_egui::egui::{Align2, Area, Context, FontId, Id, Sense, Stroke, Ui, Vec2, pos2, vec2};

/// Longest scale bar [points].
const LONGEST: f64 = 110.0;

/// Draws the card.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    if look.session.region().is_none() {
        return;
    }
    arrange::within(look, context, "scale", arrange::lower(look, context).span(), |in_full| {
        let area = Area::new(Id::new("scale")).anchor(Align2::RIGHT_BOTTOM, [-GAP, -GAP - CREDIT]).show(context, |ui| {
            theme::card(context).inner_margin(8).show(ui, |ui| {
                ui.horizontal(|ui| {
                    if in_full {
                        coordinates(look, ui);
                    }
                    bar(look, ui);
                    north(look, ui, out);
                });
            });
        });
        area.response.rect.width()
    });
}

/// Longitude, latitude and height under the pointer, else of the place looked at.
fn coordinates(look: &Look, ui: &mut Ui) {
    let Some(region) = look.session.region() else { return };
    let place = look.pointer.ground.unwrap_or(look.viewpoint.focus.extend(look.viewpoint.height));
    let geo = region.frame.geo_from_metres(place.truncate().to_array());
    let number = |value: f64| look.words.number(value, 5);
    let height = if region.terrain.is_known() { format!("  {}", look.words.measured(place.z, 0, "metres")) } else { String::new() };
    ui.label(format!("{}°  {}°{height}", number(geo.lat), number(geo.lon)));
}

/// A round length that fits, at the place looked at.
fn bar(look: &Look, ui: &mut Ui) {
    let pixel = look.viewpoint.metres_per_pixel(f64::from(look.size.points.y));
    let most = pixel * LONGEST;
    let power = 10f64.powf(most.log10().floor());
    let length = [5.0, 2.0, 1.0].into_iter().map(|step| step * power).find(|length| *length <= most).unwrap_or(power);
    let width = (length / pixel) as f32;
    let palette = theme::palette(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(LONGEST as f32, 22.0), Sense::hover());
    let (left, right, y) = (rect.right() - width, rect.right(), rect.bottom() - 4.0);
    let stroke = Stroke::new(1.5, palette.text);
    let painter = ui.painter();
    painter.line_segment([pos2(left, y), pos2(right, y)], stroke);
    [left, right].into_iter().for_each(|x| _ = painter.line_segment([pos2(x, y - 4.0), pos2(x, y)], stroke));
    painter.text(
        pos2((left + right) / 2.0, y - 3.0),
        Align2::CENTER_BOTTOM,
        look.words.length(length),
        FontId::proportional(11.5),
        palette.text,
    );
}

/// An arrow to true north; pressed, the view turns north up.
fn north(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let Some(region) = look.session.region() else { return };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(30.0), Sense::click());
    let palette = theme::palette(ui.ctx());
    let place = region.frame.geo_from_metres(look.viewpoint.focus.to_array());
    // Grid north lies east of true north by the convergence.
    let angle = -(look.viewpoint.heading + region.frame.convergence(place)) as f32;
    let (sin, cos) = angle.sin_cos();
    let at = |x: f32, y: f32| rect.center() + vec2(x * cos - y * sin, x * sin + y * cos);
    let painter = ui.painter();
    painter.circle_filled(rect.center(), 14.0, if response.hovered() { palette.hover } else { palette.field });
    painter.add(bevy_egui::egui::Shape::convex_polygon(vec![at(0.0, -11.0), at(4.5, 1.0), at(-4.5, 1.0)], palette.accent, Stroke::NONE));
    painter.add(bevy_egui::egui::Shape::convex_polygon(vec![at(0.0, 11.0), at(-4.5, 1.0), at(4.5, 1.0)], palette.line, Stroke::NONE));
    if response.on_hover_text(look.text("command-north")).clicked() {
        out.push(Invoke::new("north"));
    }
}
