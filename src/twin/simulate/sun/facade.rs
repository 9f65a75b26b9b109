//! Walls with windows: where on a footprint's walls the sun is asked for, and which way they look.

use super::prisms::distance;
use crate::twin::model::space::Position;

/// Width of a flat along the wall: the sun is asked for at the middle of each such piece [m].
const PIECE: f64 = 12.0;
/// Pieces of a wall at most: what is longer than a street is no house.
const MOST: f64 = 64.0;
/// Walls shorter than this have no window [m].
const SHORTEST: f64 = 2.0;
/// How far before the wall the sun is asked for, so that the wall itself is not in the way, but one that touches it is [m].
const BEFORE: f64 = 0.2;

/// A piece of wall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// Just before its middle [m].
    pub at: [f64; 2],
    /// Unit vector out of the building.
    pub outward: [f64; 2],
    /// Its length [m].
    pub length: f64,
}

/// The pieces of the walls over rings with the building on the left of their edges. Short walls count only where there is no longer one.
pub fn pieces<'a>(rings: impl Iterator<Item = &'a [Position]> + Clone) -> Vec<Piece> {
    let long = along(rings.clone(), SHORTEST);
    if long.is_empty() { along(rings, 0.01) } else { long }
}

fn along<'a>(rings: impl Iterator<Item = &'a [Position]>, shortest: f64) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for ring in rings.filter(|ring| ring.len() >= 3) {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let (a, b) = (a.metres(), b.metres());
            let length = distance(a, b);
            if length < shortest {
                continue;
            }
            let (along, count) = ([(b[0] - a[0]) / length, (b[1] - a[1]) / length], (length / PIECE).ceil().min(MOST));
            let outward = [along[1], -along[0]];
            for piece in 0..count as u32 {
                let to = (f64::from(piece) + 0.5) * length / count;
                let at = [0, 1].map(|axis| a[axis] + along[axis] * to + outward[axis] * BEFORE);
                pieces.push(Piece { at, outward, length: length / count });
            }
        }
    }
    pieces
}
