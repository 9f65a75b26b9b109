//! The levees of a region as barriers: their crests above the ground, and the stretch that gives way.

use super::assumed::Assumed;
use super::barrier::Barrier;
use super::course::Course;
use super::weir::Breach;
use crate::twin::model::feature::Decimetres;
use crate::twin::model::plane::Position;
use crate::twin::model::region::Region;
use crate::twin::simulate::cells::Cells;

/// Coefficient of the weir that an earth wall is [m^½/s]: broad, rounded, grown over.
const WEIR: f64 = 1.5;
/// Seconds in which a metre of a breach gives way: 0.011 h (United States Bureau of Reclamation 1988, ACER Technical Memorandum 11).
const FORMATION: f64 = 0.011 * 3_600.0;

/// The levees in the square: their crests as high above the ground as they are, everywhere along the line. One with a breach gives way in
/// its middle, down to the ground, from when the river reaches its peak. A breach is at least a cell wide: the grid knows none that is narrower.
pub fn levees(region: &Region, course: &Course, cells: &Cells, assumed: &Assumed) -> Vec<Barrier> {
    let within = region.levees.iter().filter(|(_, shape)| shape.bounds().intersects(&course.square));
    let barriers = within.flat_map(|(feature, shape)| {
        let [height, breach] = [feature.height.value, feature.breach].map(Decimetres::metres);
        shape.parts().map(move |line| levee(region, cells, line, height, (breach, assumed.rise)))
    });
    barriers.collect()
}

/// A levee of a height [m] along a line, with a breach of a width [m] at a time [s].
fn levee(region: &Region, cells: &Cells, line: &[Position], height: f64, (width, start): (f64, f64)) -> Barrier {
    let places = stepped(line, cells.side);
    let ground: Vec<f64> = places.iter().map(|at| region.terrain.height(region.frame.geo_from_metres(*at))).collect();
    Barrier {
        crest: ground.iter().map(|ground| ground + height).collect(),
        breaches: breach(&places, &ground, width, (start, cells.side)).into_iter().collect(),
        line: places.iter().map(|at| [0, 1].map(|axis| at[axis] - cells.origin[axis])).collect(),
        coefficient: WEIR,
        ..Barrier::default()
    }
}

/// Places along a line, a cell apart at most.
fn stepped(line: &[Position], side: f64) -> Vec<[f64; 2]> {
    let mut places = Vec::new();
    for pair in line.windows(2) {
        let steps = (pair[0].distance(pair[1]) / side).ceil().clamp(1.0, 1e5) as usize;
        let (a, b) = (pair[0].metres(), pair[1].metres());
        places.extend((0..steps).map(|step| [0, 1].map(|axis| a[axis] + (b[axis] - a[axis]) * (step as f64 / steps as f64))));
    }
    places.extend(line.last().map(|last| last.metres()));
    places
}

/// The stretch in the middle that gives way; none without a width.
fn breach(places: &[[f64; 2]], ground: &[f64], width: f64, (start, side): (f64, f64)) -> Option<Breach> {
    let far: Vec<f64> = std::iter::once(0.0)
        .chain(places.windows(2).scan(0.0, |far, pair| {
            *far += (pair[1][0] - pair[0][0]).hypot(pair[1][1] - pair[0][1]);
            Some(*far)
        }))
        .collect();
    let length = far.last().copied().filter(|_| width > 0.0)?;
    let half = width.max(side) / 2.0;
    let (from, to) = (length / 2.0 - half, length / 2.0 + half);
    // The lowest ground beneath it, and as far as the next known place.
    let beneath = far.iter().zip(ground).filter(|(far, _)| (from - side..=to + side).contains(*far)).map(|(_, ground)| *ground);
    let bottom = beneath.reduce(f64::min)?;
    Some(Breach { from, to, start, duration: FORMATION * width, bottom })
}
