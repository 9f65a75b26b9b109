//! The field of masts over a window of ground: how strong it is for who stands there, and the ring within which it passes a limit at some height.

use super::antenna::bearing;
use super::exposure::{NEAR, antennas, ground};
use super::field::{Emitter, HEAD, strongest};
use super::station::Network;
use crate::twin::model::region::Region;
use crate::twin::simulate::cells::Cells;
use crate::twin::simulate::sheet::{Piece, Sheet};
use crate::twin::simulate::wanted::Wanted;
use rayon::prelude::*;

/// From height to height at which the field is looked at [m].
const STEP: f64 = 1.0;
/// Where all main beams together would have less than this share of the limit, the field is not looked at height by height.
const WEAK: f64 = 0.25;

/// Power density in the middle of each cell at the height of a head above the ground [µW/cm²], as in a house of one storey: that of all
/// antennas within 400 m together. No value where there are none, and outside of the region. None once nobody waits any more.
pub fn field(region: &Region, network: &Network, cells: Cells, wanted: &Wanted) -> Option<Sheet> {
    over(region, network, cells, wanted, |place, emitters| strongest(emitters, place, 1, 0.0).0)
}

/// The line around masts within which the power density passes a limit [µW/cm²] at some height, from the head of who stands on the ground up to
/// the highest antenna: where nobody is to live so high. None once nobody waits any more.
pub fn ring(region: &Region, network: &Network, limit: f64, cells: Cells, wanted: &Wanted) -> Option<Vec<Piece>> {
    let highest = |[east, north, base]: [f64; 3], emitters: &[Emitter]| {
        let of = |emitter: &Emitter| {
            let (_, away) = bearing([east - emitter.at[0], north - emitter.at[1]]);
            (emitter.ring(limit) / away.max(STEP)).powi(2)
        };
        let most = emitters.iter().map(of).sum::<f64>();
        if most < WEAK {
            return most * limit;
        }
        let top = emitters.iter().map(|emitter| emitter.at[2]).fold(base, f64::max);
        let heights = ((top - base - HEAD) / STEP).ceil().clamp(0.0, 1_000.0) as u32 + 1;
        strongest(emitters, [east, north, base], heights, STEP).0
    };
    // The field falls with the square of the distance: its inverse root grows evenly, and a circle remains one between the cells.
    let even = |density: f32| density.max(f32::MIN_POSITIVE).sqrt().recip();
    let strongest = over(region, network, cells, wanted, highest)?;
    Some(strongest.map(|density| if density.is_nan() { density } else { even(density) }).contour(even(limit as f32)))
}

/// A value for each cell with antennas near it: of the ground in its middle [m east, north, above the sea], and of the antennas.
fn over(
    region: &Region,
    network: &Network,
    cells: Cells,
    wanted: &Wanted,
    value: impl Fn([f64; 3], &[Emitter]) -> f64 + Sync,
) -> Option<Sheet> {
    let around = cells.bounds().grown(NEAR);
    let stations = (0..network.stations.len()).filter(|number| around.contains(network.stations[*number].at));
    let stations: Vec<([f64; 2], Vec<Emitter>)> =
        stations.map(|number| (network.stations[number].at, antennas(region, network, number))).collect();
    let of_cell = |cell: usize| {
        let at = cells.middle(cell);
        if !wanted.is_wanted() || !region.extent.is_empty() && !region.extent.contains(at) {
            return f32::NAN;
        }
        let is_near = |mast: [f64; 2]| bearing([at[0] - mast[0], at[1] - mast[1]]).1 <= NEAR;
        let near = stations.iter().filter(|(mast, _)| is_near(*mast)).flat_map(|(_, emitters)| emitters);
        let near: Vec<Emitter> = near.copied().collect();
        if near.is_empty() { f32::NAN } else { value([at[0], at[1], ground(region, at)], &near) as f32 }
    };
    let values = (0..cells.count()).into_par_iter().map(of_cell).collect();
    wanted.is_wanted().then_some(Sheet { cells, values })
}
