//! The sun in the dwellings of a building: storey by storey, and along its walls flat by flat.

use super::facade::{Piece, pieces};
use super::hours::{Column, Hours, Scene, Workspace};
use super::prisms::{Prism, distance};
use super::solids::Heights;

/// How far out of its walls a dwelling is asked for at most [m].
pub const OUT: f64 = 0.5;

/// What is asked of dwellings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Demand {
    /// Least minutes of sun.
    pub minutes: f64,
    /// How far a flat goes from a piece of wall: through the building and round its corners [m].
    pub reach: f64,
}

/// The sun in the dwellings of a building.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lit {
    /// In the darkest of them.
    pub darkest: Hours,
    /// Share of the dwellings whose longest stretch of sun is shorter than what is asked for.
    pub short: f32,
    /// The same of all sun together.
    pub short_in_all: f32,
}

/// The sun in a flat at a piece of wall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flat {
    /// What the best of its walls has.
    pub hours: Hours,
    /// Length of the piece [m].
    length: f64,
}

/// Heights of the middles of a building's storeys above its floor [m].
pub fn storeys(heights: &Heights) -> impl Iterator<Item = f64> + use<> {
    let Heights { base, eaves, storeys, .. } = *heights;
    let each = (eaves - base).max(0.0) / f64::from(storeys.max(1));
    (0..storeys.max(1)).map(move |storey| base + (f64::from(storey) + 0.5) * each)
}

/// The sun in the dwellings of a building; none where no wall of it is in the open. Of a house that is one dwelling (`is_one`) the best
/// storey counts.
pub fn lit(scene: &Scene, prism: &Prism, floor: f64, heights: &Heights, is_one: bool, demand: Demand, room: &mut Workspace) -> Option<Lit> {
    judge(&flats(scene, prism, floor, heights, is_one, demand.reach, room), demand.minutes)
}

/// The flats of a building, storey by storey and piece by piece along its walls: in the same order whatever stands about it, and none where
/// a piece is not in the open. A flat goes so far from its piece of wall [m].
pub fn flats(
    scene: &Scene,
    prism: &Prism,
    floor: f64,
    heights: &Heights,
    is_one: bool,
    reach: f64,
    room: &mut Workspace,
) -> Vec<Option<Flat>> {
    let pieces = pieces(scene.prisms.rings(prism));
    let heights: Vec<f64> = storeys(heights).map(|height| floor + height).collect();
    let lowest = heights.iter().copied().fold(f64::INFINITY, f64::min);
    room.look_around(scene, prism.centre, prism.radius + OUT, lowest);
    let of = |piece: &Piece| room.hours(scene, &Column { at: piece.at, outward: Some(piece.outward), heights: &heights });
    let hours: Vec<Vec<Option<Hours>>> = pieces.iter().map(of).collect();
    let at = |piece: usize, storey: usize| hours.get(piece)?.get(storey).copied().flatten();
    let on = |piece: usize, storey: usize| {
        let storeys = if is_one { 0..heights.len() } else { storey..storey + 1 };
        storeys.filter_map(|storey| at(piece, storey)).reduce(Hours::best)
    };
    let flat = |(storey, number, piece): (usize, usize, &Piece)| {
        let own = on(number, storey)?;
        let near = pieces.iter().enumerate().filter(|(_, other)| distance(other.at, piece.at) <= reach);
        Some(Flat { hours: near.filter_map(|(other, _)| on(other, storey)).fold(own, Hours::best), length: piece.length })
    };
    let storeys = if is_one { heights.len().min(1) } else { heights.len() };
    (0..storeys).flat_map(|storey| pieces.iter().enumerate().map(move |(number, piece)| (storey, number, piece))).map(flat).collect()
}

/// Judges flats by the minutes of sun that are asked for.
fn judge(flats: &[Option<Flat>], minutes: f64) -> Option<Lit> {
    let mut darkest: Option<Hours> = None;
    let (mut all, mut short, mut short_in_all) = (0.0, 0.0, 0.0);
    for Flat { hours, length } in flats.iter().flatten() {
        darkest = Some(darkest.map_or(*hours, |darkest| darkest.worst(*hours)));
        all += length;
        short += if f64::from(hours.longest) < minutes { *length } else { 0.0 };
        short_in_all += if f64::from(hours.total) < minutes { *length } else { 0.0 };
    }
    let share = |part: f64| if all > 0.0 { (part / all) as f32 } else { 0.0 };
    darkest.map(|darkest| Lit { darkest, short: share(short), short_in_all: share(short_in_all) })
}
