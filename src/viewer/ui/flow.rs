//! Cars as dots that move along the streets: as dense on the map as in the model, each for so many cars, faster than life.

use super::look::Look;
use super::theme;
use crate::twin::model::space::{Position, along, length};
use crate::viewer::app::ground;
use bevy::math::DVec2;
use bevy_egui::egui::{Color32, Context, Stroke};

/// Dots at most: more would cost frames and tell no more.
const MOST: usize = 900;
/// How much faster than life they move.
const PACE: f64 = 6.0;
/// Dots are drawn from no farther than this [m].
const NEAR: f64 = 9_000.0;
/// As far as so many times the eye's distance.
const REACH: f64 = 1.3;

/// Cars that one dot stands for, from a distance [m].
pub fn cars_a_dot(distance: f64) -> f64 {
    match distance {
        near if near < 800.0 => 1.0,
        near if near < 2_500.0 => 5.0,
        _ => 20.0,
    }
}

/// Draws them where flows are the outcome and the eye is near enough.
pub fn draw(look: &Look, context: &Context) {
    let (Some(region), Some(dress)) = (look.session.region(), look.overlay.dress(0)) else { return };
    let distance = look.viewpoint.distance;
    if dress.flows.is_empty() || distance > NEAR || look.overlay.difference || look.views.count() > 1 {
        return;
    }
    let painter = look.painter(context);
    // They move by themselves.
    context.request_repaint();
    let seconds = context.input(|input| input.time);
    let cars = cars_a_dot(distance);
    let stroke = Stroke::new(1.0, theme::palette(context).text);
    let mut left = MOST;
    let near = |at: Position| DVec2::from_array(at.metres()).distance(look.viewpoint.focus) < distance * REACH;
    for flow in &dress.flows {
        let line =
            if (flow.street as usize) < region.streets.len() { region.streets.shapes.get(flow.street as usize).first() } else { &[] };
        let (Some(first), Some(last)) = (line.first(), line.last()) else { continue };
        if !near(*first) && !near(*last) {
            continue;
        }
        let (whole, spacing) = (length(line), flow.spacing * cars);
        let shift = (seconds * flow.speed * PACE) % spacing;
        let count = ((whole - shift) / spacing).floor().max(-1.0) as usize + usize::from(whole > shift);
        for dot in 0..count.min(left) {
            let at = along(line, (shift + spacing * dot as f64) / whole);
            let place = DVec2::from_array(at.metres());
            if let Some((point, _)) = look.on_screen(place.extend(ground::height(region, place) + 1.0)) {
                painter.circle(point, 2.6, Color32::WHITE, stroke);
            }
        }
        left = left.saturating_sub(count);
        if left == 0 {
            break;
        }
    }
}
