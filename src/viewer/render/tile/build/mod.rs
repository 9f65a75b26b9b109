//! What one tile shows at its level of detail.

mod detail;
mod flat;
mod grounds;
mod levee;
mod paint;
mod standing;
mod tree;
mod way;

use super::key::TileKey;
use super::scenery::{Proposed, Scenery};
use super::select::nearness;
use super::style::Style;
use crate::twin::model::feature::Feature;
use crate::twin::model::layer::Shape;
use crate::twin::model::space::Position;
use crate::twin::model::transit::TransitLine;
use crate::viewer::app::overlay::dress::Dress;
use crate::viewer::app::palette;
use crate::viewer::render::kind::Kind;
use crate::viewer::render::mesh::building::Built;
use crate::viewer::render::mesh::drape::Ground;
use crate::viewer::render::mesh::polygon::{Ring, clip_square, simplify_line};
use crate::viewer::render::mesh::ribbon::{Ends, near_tile, ribbon};
use crate::viewer::render::mesh::surface::{Colour, Surface};
use bevy::math::DVec2;
use detail::{Detail, detail};
use std::sync::Arc;

/// The meshes of a tile, in metres about its centre at `base` above sea level.
#[derive(Default)]
pub struct Tile {
    /// Height of the meshes' zero above sea level [m].
    pub base: f64,
    /// One surface a kind, in the order of [`Kind::ALL`].
    pub surfaces: [Surface; Kind::ALL.len()],
    /// Texels of the picture on the ground, where the tile has one (see [`Canvas::into_levels`](crate::viewer::render::mesh::canvas::Canvas::into_levels)).
    pub picture: Option<Vec<u8>>,
}

impl Tile {
    fn of(&mut self, kind: Kind) -> &mut Surface {
        &mut self.surfaces[kind as usize]
    }
}

/// What a view shows of the region: what is proposed there, and what an outcome makes of it.
#[derive(Clone, Default)]
pub struct Guise {
    /// What is proposed.
    pub proposed: Arc<Proposed>,
    /// The colours of an outcome.
    pub dress: Option<Arc<Dress>>,
}

impl Guise {
    /// Whether a tile looks the same in another one.
    fn is_like(&self, other: &Self, key: TileKey) -> bool {
        let same =
            |a: &Option<Arc<Dress>>, b: &Option<Arc<Dress>>| a.as_ref().map(|dress| dress.number) == b.as_ref().map(|dress| dress.number);
        let untouched = |guise: &Self| guise.proposed.within(&key.bounds()).is_empty();
        same(&self.dress, &other.dress) && (Arc::ptr_eq(&self.proposed, &other.proposed) || untouched(self) && untouched(other))
    }
}

/// Draws one tile as each view shows it; one for all where they show the same.
pub fn build(scenery: &Scenery, guises: &[Guise], key: TileKey, style: Style) -> Vec<Tile> {
    let Some((first, others)) = guises.split_first() else { return Vec::new() };
    let all_alike = others.iter().all(|other| first.is_like(other, key));
    let wanted = if all_alike { &guises[..1] } else { guises };
    wanted.iter().map(|guise| build_one(scenery, guise, key, style)).collect()
}

/// What is there, and over it what is proposed.
fn build_one(scenery: &Scenery, Guise { proposed, dress }: &Guise, key: TileKey, style: Style) -> Tile {
    let builder = Builder { proposed: Some(proposed), dress: dress.as_deref(), ..Builder::new(scenery, key, style) };
    let mut tile = Tile { base: builder.base, picture: builder.paint(), ..Tile::default() };
    *tile.of(Kind::Ground) = builder.terrain();
    builder.fill(&mut tile);
    // One builder serves every solution: the ground, the key and the detail are the same.
    let mut builder = Builder { proposed: None, dress: None, ..builder };
    for (solution, scenery) in proposed.within(&key.bounds()) {
        let works = proposed.is_under_construction(solution);
        let colour = if works { palette::scaffold(proposed.colour) } else { proposed.colour };
        let mut new = Tile::default();
        builder.scenery = scenery;
        builder.fill(&mut new);
        for (kind, mut new) in Kind::ALL.into_iter().zip(new.surfaces) {
            new.tint(colour);
            tile.of(kind.when_proposed()).append(&new);
        }
    }
    tile
}

/// Pixels that a tile is about wide where its level is shown.
const PIXELS: f64 = 600.0;
/// Pixels that a tile is about wide at a distance of its own side.
const STROKES: f64 = 650.0;
/// Last level at which the loads of lines are seen.
const LINES_UNTIL: u8 = 7;
/// Wider tiles than those of this level are seen at a low angle and through haze.
const FLAT: u8 = 3;

struct Builder<'a> {
    scenery: &'a Scenery,
    /// What is proposed: what is there makes room for it.
    proposed: Option<&'a Proposed>,
    /// The colours of an outcome.
    dress: Option<&'a Dress>,
    key: TileKey,
    centre: DVec2,
    base: f64,
    ground: Ground,
    /// Metres that about one pixel covers where this level is shown: what detail is measured by.
    pixel: f64,
    /// Metres that make a line one pixel wide: what far lines are drawn with, alike in both qualities.
    stroke: f64,
    style: Style,
    detail: &'static Detail,
}

impl<'a> Builder<'a> {
    fn new(scenery: &'a Scenery, key: TileKey, style: Style) -> Self {
        let centre = DVec2::from_array(key.centre());
        let base = scenery.ground(key.centre());
        let half = key.size() / 2.0;
        // At most; flat ground takes far fewer. The finest level follows the kinks between the samples of a steep slope.
        let cells = match key.level {
            _ if !scenery.region.terrain.is_known() => 1,
            0 => 128,
            _ => 16,
        };
        let pixel = key.size() / PIXELS;
        let stroke = key.size() * nearness(style.quality) / STROKES;
        let tolerance = pixel * if key.level == 0 || key.level > FLAT { 0.7 } else { 0.3 };
        let ground = Ground::new(half, cells, tolerance, |point| scenery.ground((centre + point).to_array()) - base);
        Self {
            scenery,
            proposed: None,
            dress: None,
            key,
            centre,
            base,
            ground,
            pixel,
            stroke,
            style,
            detail: detail(style.quality, key.level),
        }
    }

    /// Adds everything but the ground itself.
    fn fill(&self, tile: &mut Tile) {
        let scenery = self.scenery;
        if tile.picture.is_none() {
            self.add_cover(tile.of(Kind::Cover));
        }
        self.add_water(tile.of(Kind::Water));
        self.add_railways(tile.of(Kind::Railway));
        let (mut streets, mut bridges) = (Surface::default(), Surface::default());
        self.add_streets(&mut streets, &mut bridges);
        (*tile.of(Kind::Street), *tile.of(Kind::Bridge)) = (streets, bridges);
        self.add_lines(tile.of(Kind::Boundary), &scenery.boundaries, &scenery.region.boundaries, 4..=11, |_| (palette::BOUNDARY, 1.8));
        self.add_lines(tile.of(Kind::Line), &scenery.lines, &scenery.region.lines, 0..=6, |line| (palette::line(line.id.seed()), 1.6));
        self.add_loads(tile.of(Kind::Boundary));
        self.add_grounds(tile.of(Kind::Boundary));
        self.add_lines(tile.of(Kind::Cable), &scenery.cables, &scenery.region.cables, 0..=8, |cable| {
            (palette::cable(cable.kind.value), 1.0)
        });
        let mut built = Built::default();
        self.add_buildings(&mut built);
        (*tile.of(Kind::Facade), *tile.of(Kind::Roof)) = (built.facades, built.solids);
        self.add_shade(tile.of(Kind::Shade));
        self.add_trees(tile.of(Kind::Tree));
        self.add_masts(tile.of(Kind::Mast));
        self.add_levees(tile.of(Kind::Levee));
    }

    /// The colour that an outcome gives a feature; none where it keeps its own.
    fn dressed(&self, layer: &str, feature: usize) -> Option<Colour> {
        self.dress?.of(layer, feature)
    }

    /// How full the vehicles of lines get, where that is the outcome: a line as wide as it is full, on top of the streets.
    fn add_loads(&self, surface: &mut Surface) {
        let layer = &self.scenery.region.lines;
        let Some(dress) = self.dress.filter(|dress| dress.is_of(TransitLine::LAYER) && self.key.level <= LINES_UNTIL) else { return };
        for feature in self.scenery.lines.touching(self.key, 4.0 * self.pixel) {
            let look = |feature: usize| dress.value(TransitLine::LAYER, feature).zip(dress.width(TransitLine::LAYER, feature));
            let Some((colour, width)) = look(feature as usize) else { continue };
            let half_width = (self.stroke * (0.8 + 3.2 * f64::from(width))).max(1.0 + 5.0 * f64::from(width));
            for part in layer.shapes.get(feature as usize).parts() {
                self.add_ribbon(part, half_width, Ends::Round, colour, surface);
            }
        }
    }

    /// How far the edge of a flat area may stray [m].
    fn flat_tolerance(&self) -> f64 {
        self.pixel * if self.key.level > FLAT { 1.6 } else { 0.8 }
    }

    fn local(&self, position: Position) -> DVec2 {
        DVec2::from_array(position.metres()) - self.centre
    }

    fn rings(&self, shape: Shape<'_>) -> Vec<Ring> {
        shape.parts().map(|ring| ring.iter().map(|&point| self.local(point)).collect()).collect()
    }

    /// Lays a line with a width onto the ground.
    fn add_ribbon(&self, line: &[Position], half_width: f64, ends: Ends, colour: Colour, surface: &mut Surface) {
        let points: Vec<DVec2> = line.iter().map(|&point| self.local(point)).collect();
        self.add_local_ribbon(&points, half_width, ends, colour, surface);
    }

    fn add_local_ribbon(&self, points: &[DVec2], half_width: f64, ends: Ends, colour: Colour, surface: &mut Surface) {
        let ends = if half_width < 1.1 * self.pixel { Ends::Open } else { ends };
        for mut piece in near_tile(points, self.ground.half(), half_width) {
            if self.key.level > 0 {
                simplify_line(&mut piece, self.pixel * 0.5);
            }
            ribbon(&piece, half_width, ends, 0.3 * self.pixel, |triangle| self.drape_within(triangle, colour, surface));
        }
    }

    /// Lays a triangle onto the ground, as far as the tile goes.
    fn drape_within(&self, triangle: [DVec2; 3], colour: Colour, surface: &mut Surface) {
        let half = self.ground.half();
        if triangle.iter().all(|point| point.x.abs() <= half && point.y.abs() <= half) {
            return self.ground.drape_triangle(triangle, colour, surface);
        }
        let clipped = clip_square(&triangle, half);
        for corner in 1..clipped.len().saturating_sub(1) {
            self.ground.drape_triangle([clipped[0], clipped[corner], clipped[corner + 1]], colour, surface);
        }
    }
}
