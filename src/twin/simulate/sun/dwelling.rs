//! The sun in the dwellings of a building: storey by storey, and along its walls flat by flat.

use super::facade::{Piece, pieces};
use super::hours::{Column, Hours, Scene, Workspace};
use super::prisms::{Prism, distance};
use super::solids::Heights;

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

/// Heights of the middles of a building's storeys above its floor [m].
pub fn storeys(heights: &Heights) -> impl Iterator<Item = f64> + use<> {
    let Heights { base, eaves, storeys, .. } = *heights;
    let each = (eaves - base).max(0.0) / f64::from(storeys.max(1));
    (0..storeys.max(1)).map(move |storey| base + (f64::from(storey) + 0.5) * each)
}

/// The sun in the dwellings of a building; none where no wall of it is in the open. Of a house that is one dwelling (`is_one`) the best
/// storey counts.
pub fn lit(scene: &Scene, prism: &Prism, floor: f64, heights: &Heights, is_one: bool, demand: Demand, room: &mut Workspace) -> Option<Lit> {
    let pieces = pieces(scene.prisms.rings(prism));
    let heights: Vec<f64> = storeys(heights).map(|height| floor + height).collect();
    let lowest = heights.first().copied()?;
    room.look_around(scene, prism.centre, prism.radius + 0.5, lowest);
    let of = |piece: &Piece| room.hours(scene, &Column { at: piece.at, outward: Some(piece.outward), heights: &heights });
    let hours: Vec<Vec<Option<Hours>>> = pieces.iter().map(of).collect();
    judge(&pieces, &hours, is_one, demand)
}

/// Judges dwellings by the sun at pieces of wall, storey by storey.
fn judge(pieces: &[Piece], hours: &[Vec<Option<Hours>>], is_one: bool, demand: Demand) -> Option<Lit> {
    let mut darkest: Option<Hours> = None;
    let (mut all, mut short, mut short_in_all) = (0.0, 0.0, 0.0);
    let storeys = hours.first().map_or(0, Vec::len);
    let at = |piece: usize, storey: usize| hours.get(piece)?.get(storey).copied().flatten();
    let on = |piece: usize, storey: usize| {
        let storeys = if is_one { 0..storeys } else { storey..storey + 1 };
        storeys.filter_map(|storey| at(piece, storey)).reduce(Hours::best)
    };
    for storey in 0..if is_one { storeys.min(1) } else { storeys } {
        for (number, piece) in pieces.iter().enumerate() {
            let Some(own) = on(number, storey) else { continue };
            let near = pieces.iter().enumerate().filter(|(_, other)| distance(other.at, piece.at) <= demand.reach);
            let best = near.filter_map(|(other, _)| on(other, storey)).fold(own, Hours::best);
            darkest = Some(darkest.map_or(best, |darkest| darkest.worst(best)));
            all += piece.length;
            short += if f64::from(best.longest) < demand.minutes { piece.length } else { 0.0 };
            short_in_all += if f64::from(best.total) < demand.minutes { piece.length } else { 0.0 };
        }
    }
    let share = |part: f64| if all > 0.0 { (part / all) as f32 } else { 0.0 };
    darkest.map(|darkest| Lit { darkest, short: share(short), short_in_all: share(short_in_all) })
}
