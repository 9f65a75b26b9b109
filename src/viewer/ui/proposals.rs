//! What is proposed, marked in the picture: pins of what stands, outlines of what is chosen, and the ghost under the pointer.

use super::look::Look;
use super::theme;
use crate::twin::catalog::kind;
use crate::twin::catalog::site::Geometry;
use crate::twin::conformity::supply::Party;
use crate::twin::model::feature::Feature;
use crate::twin::model::layer::{Layer, Shape, ShapeKind};
use crate::twin::model::region::Region;
use crate::twin::model::space::{Bounds, Position};
use crate::twin::model::street::Street;
use crate::twin::scenario::resolve::Resolved;
use crate::twin::scenario::schedule::Status;
use crate::viewer::app::ground;
use crate::viewer::app::proposals::{Drawn, Piece};
use crate::viewer::app::selection::{FeatureAt, Selection};
use bevy::math::{DVec2, DVec3};
use bevy_egui::egui::{Color32, Context, Painter, Pos2, Rect, Shape as Drawing, Stroke, vec2};
use std::sync::Arc;

/// Pins drawn at most: beyond, they hide one another.
const MOST_PINS: usize = 400;
/// Pins are drawn as far as so many times the eye's distance.
const REACH: f64 = 3.0;
/// Length of a pin and radius of the head of one that is chosen [points].
const PIN: f32 = 26.0;
const HEAD: f32 = 9.0;
/// Solutions whose buildings names keep clear of at most.
const MOST_ROOMS: usize = 60;
/// Share of the screen's sides up to which names keep clear of what a solution builds.
const LARGEST: f32 = 0.4;
/// How solid the ghost's walls are.
const GHOST: f32 = 0.28;
/// How solid the line around what is being designed is, beside that of what is consented.
const PALE: f32 = 0.5;
/// Buildings marked at most of what is not built yet: beyond, marks hide one another.
const MOST_MARKS: usize = 300;

/// Draws all three.
pub fn draw(look: &Look, context: &Context) {
    let Some(region) = look.session.region() else { return };
    let painter = look.painter(context);
    let drawn = look.proposals.drawn();
    let colour = Color32::from_rgb(drawn.colour[0], drawn.colour[1], drawn.colour[2]);
    let pencil = Pencil { look, region, painter: &painter };
    let near = |resolved: &&Arc<Resolved>| {
        let at = resolved.site.points.first().map_or(DVec2::ZERO, |point| DVec2::from_array(point.metres()));
        at.distance(look.viewpoint.focus) < look.viewpoint.distance * REACH
    };
    pencil.unbuilt(drawn, colour);
    let has_begun = |resolved: &&std::sync::Arc<Resolved>| {
        let piece = drawn.pieces.get(&resolved.placed.key);
        piece.is_none_or(|piece| piece.status != Status::Planned)
    };
    for resolved in drawn.plan.solutions.values().filter(has_begun).filter(near).take(MOST_PINS) {
        pencil.pin(resolved, colour, look.proposals.chosen.contains(&resolved.placed.key), theme::palette(context).accent);
    }
    if let Some(ghost) = look.tool.placing().and(look.tool.ghost()) {
        let accent = theme::palette(context).accent;
        pencil.additions(&ghost.additions, accent);
        pencil.way(&ghost.resolved, Stroke::new(2.0, accent));
    } else if let Some(placing) = look.tool.placing() {
        let accent = theme::palette(context).accent;
        for point in &placing.points {
            if let Some(at) = pencil.at(region.frame.position_from_geo(*point), 0.0) {
                painter.circle_filled(at, 4.0, accent);
            }
        }
    }
}

/// The room on screen that proposals take, and that names keep clear of: their pins, and what they would build where that is not most
/// of the picture.
pub fn rooms(look: &Look) -> Vec<Rect> {
    let Some(region) = look.session.region() else { return Vec::new() };
    let drawn = look.proposals.drawn();
    let pins = drawn.plan.solutions.values().take(MOST_PINS).filter_map(|resolved| {
        let foot = foot(look, region, resolved)?;
        Some(Rect::from_two_pos(foot, foot - vec2(0.0, PIN)).expand(HEAD))
    });
    let near = |piece: &&Arc<Piece>| {
        let is_built = !piece.additions.buildings.features.is_empty() && !piece.bounds.is_empty();
        is_built && DVec2::from_array(piece.bounds.centre()).distance(look.viewpoint.focus) < look.viewpoint.distance * REACH
    };
    pins.chain(drawn.pieces.values().filter(near).take(MOST_ROOMS).filter_map(|piece| built(look, region, piece))).collect()
}

/// The room on screen of the buildings of a solution; none where it is a large part of the picture.
fn built(look: &Look, region: &Region, piece: &Piece) -> Option<Rect> {
    let heights = piece.additions.buildings.features.iter().map(|building| building.height.value.metres());
    let ground = ground::height(region, DVec2::from_array(piece.bounds.centre()));
    let levels = [ground, ground + heights.fold(0.0, f64::max)];
    let Bounds { min: [west, south], max: [east, north] } = piece.bounds;
    let corners = [(west, south), (east, south), (west, north), (east, north)];
    let places = corners.into_iter().flat_map(|(east, north)| levels.map(|level| DVec3::new(east, north, level)));
    let seen: Vec<Pos2> = places.filter_map(|place| look.around_screen(place)).collect();
    let (room, largest) = (Rect::from_points(&seen), look.screen_rect().size() * LARGEST);
    (!seen.is_empty() && room.width() < largest.x && room.height() < largest.y).then_some(room)
}

/// Where a place so high above the ground is on screen.
fn at(look: &Look, region: &Region, position: Position, above: f64) -> Option<Pos2> {
    let place = DVec2::from_array(position.metres());
    look.around_screen(place.extend(ground::height(region, place) + above))
}

/// Where the pin of a solution stands; none outside of the picture.
fn foot(look: &Look, region: &Region, resolved: &Resolved) -> Option<Pos2> {
    let template = look.solutions.catalog.template(&resolved.placed.template)?;
    at(look, region, resolved.site.anchor(kind::geometry(template)), 0.0).filter(|foot| look.screen_rect().contains(*foot))
}

struct Pencil<'a> {
    look: &'a Look<'a>,
    region: &'a Region,
    painter: &'a Painter,
}

impl Pencil<'_> {
    /// What is not built yet in the month that is shown: consented, an outline on the ground; being designed, a paler one; under
    /// construction, the edges of what it becomes.
    fn unbuilt(&self, drawn: &Drawn, colour: Color32) {
        let mut left = MOST_MARKS;
        let is_near = |piece: &Piece| {
            let focus = self.look.viewpoint.focus;
            let nearest = focus.clamp(DVec2::from_array(piece.bounds.min), DVec2::from_array(piece.bounds.max));
            nearest.distance(focus) < self.look.viewpoint.distance * REACH
        };
        for piece in drawn.pieces.values().filter(|piece| !piece.bounds.is_empty() && is_near(piece)) {
            match piece.status {
                Status::Built | Status::Planned => {}
                Status::Construction => self.scaffold(&piece.additions, colour, &mut left),
                Status::Consented => self.footprint(&piece.additions, Stroke::new(2.0, colour), &mut left),
                Status::Preparation => self.footprint(&piece.additions, Stroke::new(1.2, colour.gamma_multiply(PALE)), &mut left),
            }
        }
    }

    /// The edges of buildings that are being built.
    fn scaffold(&self, new: &Region, colour: Color32, left: &mut usize) {
        for (building, shape) in new.buildings.iter().take(*left) {
            self.prism(shape, building.height.value.metres(), Color32::TRANSPARENT, Stroke::new(1.0, colour));
        }
        *left = left.saturating_sub(new.buildings.features.len());
    }

    /// Outlines of what would be new, flat on the ground.
    fn footprint(&self, new: &Region, stroke: Stroke, left: &mut usize) {
        self.rings(&new.buildings, stroke, left);
        self.rings(&new.cover, stroke, left);
        self.rings(&new.water, stroke, left);
        self.lines(&new.streets, stroke);
        self.lines(&new.cables, stroke);
        self.lines(&new.lines, stroke);
        for (_, shape) in new.masts.iter() {
            if let Some(foot) = self.at(shape.anchor(), 0.0) {
                self.painter.circle_stroke(foot, 6.0, stroke);
            }
        }
    }

    fn rings<T: Feature>(&self, layer: &Layer<T>, stroke: Stroke, left: &mut usize) {
        for (_, shape) in layer.iter().filter(|(_, shape)| shape.kind == ShapeKind::Area) {
            if *left == 0 {
                return;
            }
            *left -= 1;
            if let Some(outline) = self.outline(shape.first(), 0.0) {
                self.painter.add(Drawing::closed_line(outline, stroke));
            }
        }
    }

    /// Where a place so high above the ground is on screen.
    fn at(&self, position: Position, above: f64) -> Option<Pos2> {
        at(self.look, self.region, position, above)
    }

    fn pin(&self, resolved: &Resolved, colour: Color32, chosen: bool, accent: Color32) {
        let Some(foot) = foot(self.look, self.region, resolved) else { return };
        let (head, radius) = (foot - vec2(0.0, PIN), if chosen { HEAD } else { 7.0 });
        self.painter.line_segment([foot, head], Stroke::new(2.0, colour));
        self.painter.circle(
            head,
            radius,
            colour,
            Stroke::new(if chosen { 3.0 } else { 1.5 }, if chosen { accent } else { Color32::WHITE }),
        );
        if chosen {
            self.way(resolved, Stroke::new(2.5, accent));
            self.supplies(resolved.placed.key, foot, accent);
        }
        self.thing(resolved, Stroke::new(if chosen { 4.0 } else { 2.5 }, colour));
    }

    /// Where the needs of a solution come from: a thread to each thing that supplies it. A road is beside it anyway.
    fn supplies(&self, key: u32, foot: Pos2, accent: Color32) {
        let needs = self.look.fitness.report(key).map_or(&[][..], |report| &report.needs);
        let suppliers = needs.iter().flat_map(|need| &need.suppliers).filter_map(|supplier| match &supplier.party {
            Party::Feature(feature) if feature.layer != Street::LAYER => {
                Some(FeatureAt { layer: feature.layer, index: feature.index as usize })
            }
            _ => None,
        });
        for at in suppliers {
            if let Some(end) = self.at(Selection::facts(self.region, at).anchor, 0.0) {
                self.painter.line_segment([foot, end], Stroke::new(1.0, accent.gamma_multiply(0.6)));
                self.painter.circle(end, 5.0, Color32::WHITE, Stroke::new(2.0, accent));
            }
        }
    }

    /// The line or the outline that somebody drew.
    fn way(&self, resolved: &Resolved, stroke: Stroke) {
        let points = &resolved.site.points;
        let template = self.look.solutions.catalog.template(&resolved.placed.template);
        let closed = template.is_some_and(|template| kind::geometry(template) == Geometry::Area) && points.len() > 2;
        let ring: Vec<Position> = points.iter().chain(points.first().filter(|_| closed)).copied().collect();
        self.line(&ring, 0.0, stroke);
        if points.len() > 1 {
            points.iter().filter_map(|point| self.at(*point, 0.0)).for_each(|at| _ = self.painter.circle_filled(at, 3.5, stroke.color));
        }
    }

    /// Something that stands and is changed.
    fn thing(&self, resolved: &Resolved, stroke: Stroke) {
        let Some(at) = resolved.placed.on.as_deref().and_then(|on| Selection::by_id(self.region, on)) else { return };
        for part in &Selection::facts(self.region, at).parts {
            self.line(part, 0.5, stroke);
        }
    }

    fn line(&self, line: &[Position], above: f64, stroke: Stroke) {
        let points: Vec<Option<Pos2>> = line.iter().map(|point| self.at(*point, above)).collect();
        for pair in points.windows(2) {
            if let [Some(a), Some(b)] = pair {
                self.painter.line_segment([*a, *b], stroke);
            }
        }
    }

    /// What would be new, as glass.
    fn additions(&self, new: &Region, colour: Color32) {
        let glass = colour.gamma_multiply(GHOST);
        let stroke = Stroke::new(1.2, colour);
        self.areas(&new.cover, colour.gamma_multiply(GHOST * 0.6), stroke);
        self.areas(&new.water, colour.gamma_multiply(GHOST * 0.6), stroke);
        self.lines(&new.streets, Stroke::new(3.0, colour));
        self.lines(&new.cables, Stroke::new(2.0, colour));
        self.lines(&new.lines, Stroke::new(3.0, colour));
        for (building, shape) in new.buildings.iter() {
            self.prism(shape, building.height.value.metres(), glass, stroke);
        }
        for (mast, shape) in new.masts.iter() {
            let foot = shape.anchor();
            if let (Some(a), Some(b)) = (self.at(foot, 0.0), self.at(foot, mast.height.value.metres())) {
                self.painter.line_segment([a, b], Stroke::new(3.0, colour));
            }
        }
        for (tree, shape) in new.trees.iter() {
            if let Some(at) = self.at(shape.anchor(), tree.height.value.metres() * 0.6) {
                self.painter.circle_filled(at, 3.0, glass);
            }
        }
    }

    fn areas<T: Feature>(&self, layer: &Layer<T>, fill: Color32, stroke: Stroke) {
        for (_, shape) in layer.iter().filter(|(_, shape)| shape.kind == ShapeKind::Area) {
            if let Some(outline) = self.outline(shape.first(), 0.0) {
                self.painter.add(Drawing::convex_polygon(outline, fill, stroke));
            }
        }
    }

    fn lines<T: Feature>(&self, layer: &Layer<T>, stroke: Stroke) {
        layer.iter().flat_map(|(_, shape)| shape.parts()).for_each(|part| self.line(part, 0.0, stroke));
    }

    fn outline(&self, ring: &[Position], above: f64) -> Option<Vec<Pos2>> {
        ring.iter().map(|point| self.at(*point, above)).collect()
    }

    fn prism(&self, shape: Shape<'_>, height: f64, glass: Color32, stroke: Stroke) {
        let ring = shape.first();
        let (Some(floor), Some(top)) = (self.outline(ring, 0.0), self.outline(ring, height)) else { return };
        for index in 0..ring.len() {
            let next = (index + 1) % ring.len();
            let wall = vec![floor[index], floor[next], top[next], top[index]];
            self.painter.add(Drawing::convex_polygon(wall, glass, Stroke::NONE));
            self.painter.line_segment([floor[index], top[index]], stroke);
        }
        self.painter.add(Drawing::convex_polygon(top, glass, stroke));
        self.painter.add(Drawing::closed_line(floor, stroke));
    }
}
