//! What is pointed at, outlined in the picture, and the line being measured.

use super::look::Look;
use super::theme;
use crate::twin::model::space::Position;
use crate::viewer::app::ground;
use crate::viewer::app::selection::Selection;
use bevy::math::DVec2;
use bevy_egui::egui::{Context, Painter, Pos2, Stroke};

/// Most points of an outline that are drawn.
const MOST: usize = 3_000;

/// Draws both.
pub fn draw(look: &Look, context: &Context) {
    let painter = look.painter(context);
    selected(look, &painter, context);
    measured(look, &painter, context);
}

fn selected(look: &Look, painter: &Painter, context: &Context) {
    let (Some(at), Some(region)) = (look.selection.at(), look.session.region()) else { return };
    let facts = Selection::facts(region, at);
    let stroke = Stroke::new(2.5, theme::palette(context).accent);
    let (floor, top) = if at.layer == "buildings" {
        let height = region.buildings.features.get(at.index).map_or(0.0, |building| building.height.value.metres());
        let floor = ground::height(region, DVec2::from_array(facts.anchor.metres()));
        (Some(floor), Some(floor + height))
    } else {
        (None, None)
    };
    let step = facts.parts.iter().map(Vec::len).sum::<usize>() / MOST + 1;
    for part in &facts.parts {
        let ring: Vec<Position> = part.iter().step_by(step).chain(part.first().filter(|_| facts.closed)).copied().collect();
        for height in [floor, top] {
            outline(look, painter, &ring, height.filter(|_| floor.is_some()), stroke);
            if floor.is_none() {
                break;
            }
        }
    }
    let anchor = DVec2::from_array(facts.anchor.metres());
    if !facts.closed
        && facts.length == 0.0
        && let Some((point, _)) = look.on_screen(anchor.extend(ground::height(region, anchor)))
    {
        painter.circle_stroke(point, 9.0, stroke);
    }
}

/// A line through places; at a height, or on the ground.
fn outline(look: &Look, painter: &Painter, line: &[Position], height: Option<f64>, stroke: Stroke) {
    let Some(region) = look.session.region() else { return };
    let points: Vec<Option<Pos2>> = line
        .iter()
        .map(|position| {
            let place = DVec2::from_array(position.metres());
            look.around_screen(place.extend(height.unwrap_or_else(|| ground::height(region, place))))
        })
        .collect();
    for pair in points.windows(2) {
        if let [Some(a), Some(b)] = pair {
            painter.line_segment([*a, *b], stroke);
        }
    }
}

fn measured(look: &Look, painter: &Painter, context: &Context) {
    let Some(region) = look.session.region().filter(|_| look.measure.active) else { return };
    let stroke = Stroke::new(2.5, theme::palette(context).accent);
    let next = look.pointer.ground.map(|place| place.truncate());
    let points: Vec<Option<Pos2>> = look
        .measure
        .points
        .iter()
        .copied()
        .chain(next)
        .map(|place| look.around_screen(place.extend(ground::height(region, place))))
        .collect();
    for pair in points.windows(2) {
        if let [Some(a), Some(b)] = pair {
            painter.line_segment([*a, *b], stroke);
        }
    }
    points.iter().flatten().for_each(|point| _ = painter.circle_filled(*point, 4.0, stroke.color));
}
