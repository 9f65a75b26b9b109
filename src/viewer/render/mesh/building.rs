//! Buildings: walls with their windows, and roofs.

use super::polygon::Ring;
use super::roof::Roof;
use super::surface::{Colour, Surface};
use crate::twin::model::building::RoofShape;
use bevy::math::{DVec2, Vec2, Vec3};

/// Everything that a building's mesh depends on.
#[derive(Clone, Debug)]
pub struct Form {
    /// Footprint about the tile's centre: outer rings followed by their holes.
    pub rings: Vec<Ring>,
    /// Engine height where the walls begin [m].
    pub base: f64,
    /// Engine height of the walls' top [m].
    pub eaves: f64,
    /// From the eaves to the top of the roof [m].
    pub rise: f64,
    /// The form of the roof.
    pub roof: RoofShape,
    /// Whether the ridge runs across the longer side.
    pub ridge_across: bool,
    /// Storeys between base and eaves; 0 for walls without windows.
    pub storeys: u8,
    /// Colour of the walls; the mark says how many windows are lit at night.
    pub wall: Colour,
    /// Colour of the roof.
    pub cover: Colour,
    /// What varies from one building to the next.
    pub seed: u64,
}

/// Where the two materials of buildings go.
#[derive(Default)]
pub struct Built {
    /// Walls with windows.
    pub facades: Surface,
    /// Everything else that stands: roofs, blind walls, trees, decks.
    pub solids: Surface,
}

/// Width of wall that one window takes [m].
const BAY: f64 = 3.2;

/// Adds a building with its roof and windows.
pub fn add_building(form: &Form, built: &mut Built) {
    let Some(outer) = form.rings.first() else { return };
    let roof = Roof::over(outer, form.roof, form.rise, form.ridge_across);
    for ring in &form.rings {
        for (&a, &b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            add_wall(form, a, b, built);
            add_gable(form, &roof, a, b, &mut built.solids);
        }
    }
    roof.add_to(&form.rings, form.eaves, form.cover, &mut built.solids);
}

/// Adds a building as a plain block, for the distance; walls lower than `least` metres are left out.
pub fn add_block(form: &Form, least: f64, built: &mut Built) {
    let top = form.eaves + form.rise * 0.5;
    let walls = if top - form.base < least { &[][..] } else { &form.rings };
    for ring in walls {
        for (&a, &b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            if let Some((corners, normal)) = wall_quad(a, b, form.base, top) {
                built.solids.quad(corners, normal, form.wall, [Vec2::ZERO; 4]);
            }
        }
    }
    Roof::over(&[], RoofShape::Flat, 0.0, false).add_to(&form.rings, top, form.cover, &mut built.solids);
}

fn engine(point: DVec2, height: f64) -> Vec3 {
    Vec3::new(point.x as f32, height as f32, -point.y as f32)
}

/// Corners and outward normal of the wall over an edge of a ring whose inside is on the left.
fn wall_quad(a: DVec2, b: DVec2, low: f64, high: f64) -> Option<([Vec3; 4], Vec3)> {
    let outward = -(b - a).perp().try_normalize()?;
    let corners = [engine(a, low), engine(b, low), engine(b, high), engine(a, high)];
    Some((corners, Vec3::new(outward.x as f32, 0.0, -outward.y as f32)))
}

fn add_wall(form: &Form, a: DVec2, b: DVec2, built: &mut Built) {
    let Some((corners, normal)) = wall_quad(a, b, form.base, form.eaves) else { return };
    let bays = (a.distance(b) / BAY).round();
    if form.storeys == 0 || bays < 1.0 {
        return built.solids.quad(corners, normal, form.wall, [Vec2::ZERO; 4]);
    }
    // A wall begins at a whole number that differs between walls, so that not the same windows are lit everywhere.
    let first = (form.seed.wrapping_add((a.x * 7.0 + a.y * 13.0).to_bits() >> 40) % 97) as f32;
    let (last, storeys) = (first + bays as f32, f32::from(form.storeys));
    let details = [(first, 0.0), (last, 0.0), (last, storeys), (first, storeys)].map(|(u, v)| Vec2::new(u, v));
    built.facades.quad(corners, normal, form.wall, details);
}

/// The part of a wall above the eaves, up to the roof.
fn add_gable(form: &Form, roof: &Roof, a: DVec2, b: DVec2, solids: &mut Surface) {
    let breaks = roof.breaks(a, b);
    let points: Vec<DVec2> = std::iter::once(a).chain(breaks.into_iter().map(|t| a.lerp(b, t))).chain([b]).collect();
    let Some(outward) = (b - a).perp().try_normalize().map(|left| -left) else { return };
    let normal = Vec3::new(outward.x as f32, 0.0, -outward.y as f32);
    for pair in points.windows(2) {
        let [left, right] = [pair[0], pair[1]].map(|point| form.eaves + roof.height(point));
        if left.max(right) > form.eaves + 0.05 {
            let corners = [engine(pair[0], form.eaves), engine(pair[1], form.eaves), engine(pair[1], right), engine(pair[0], left)];
            solids.quad(corners, normal, form.wall, [Vec2::ZERO; 4]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walls_face_outwards_and_the_volume_is_right() {
        let ring: Ring = [(0.0, 0.0), (20.0, 0.0), (20.0, 10.0), (0.0, 10.0)].map(|(x, y)| DVec2::new(x, y)).to_vec();
        let form = Form {
            rings: vec![ring],
            base: 0.0,
            eaves: 6.0,
            rise: 4.0,
            roof: RoofShape::Gabled,
            ridge_across: false,
            storeys: 2,
            wall: [0; 4],
            cover: [0; 4],
            seed: 1,
        };
        let mut built = Built::default();
        add_building(&form, &mut built);
        // Signed volume over all faces (divergence theorem); the open floor at height 0 adds nothing.
        let volume: f32 = [&built.facades, &built.solids]
            .into_iter()
            .flat_map(|surface| {
                surface.indices.chunks(3).map(|t| [0, 1, 2].map(|corner| Vec3::from(surface.positions[t[corner] as usize])))
            })
            .map(|[a, b, c]| a.dot(b.cross(c)) / 6.0)
            .sum();
        assert!((volume - (1200.0 + 400.0)).abs() < 0.5, "{volume}");
    }
}
