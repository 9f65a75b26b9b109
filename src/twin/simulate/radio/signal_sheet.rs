//! The mobile signal over a window of ground: what a home would have wherever it stood, by the same rules as for those that stand.

use super::antenna::bearing;
use super::path::PathModel;
use super::relief::STEP;
use super::service::{Arriving, FARTHEST, LISTENED, near};
use super::station::{GENERATIONS, Network};
use super::sweep::Sweep;
use crate::twin::model::region::Region;
use crate::twin::simulate::cells::Cells;
use crate::twin::simulate::sheet::Sheet;
use crate::twin::simulate::wanted::Wanted;
use rayon::prelude::*;

/// Steps to the nearest cell at least: half of one is a hundredth of the way, less than a fifth of a decibel.
const STEPS: f64 = 50.0;
/// In the place of the number of a mast: there is none.
const NOBODY: u32 = u32::MAX;

/// The masts that a cell listens to, the nearest first; at the end nobody.
type Listened = [u32; LISTENED];

/// From a mast to a cell.
#[derive(Clone, Copy)]
struct Path {
    /// Angle at which the receiver is seen from the antenna [°, above level].
    elevation: f32,
    /// Losses by generation [dB]; infinite where the mast does not carry it.
    losses: [f32; GENERATIONS],
}

/// Power of a resource element of the sector that would serve somebody in the middle of each cell [dBm]; no value where nothing is heard, and
/// outside of the region, where nobody knows the masts. As [`Service`](super::service::Service) finds it for receivers, but for the ground
/// between, which is that of the nearest radial of each mast: at most half a cell beside. The same to the bit on any number of threads. None
/// once nobody waits any more.
pub fn signal(region: &Region, network: &Network, cells: Cells, wanted: &Wanted) -> Option<Sheet> {
    let listened = listened(region, network, &cells);
    // Numbers of the places of masts in what is listened to, by mast.
    let mut places: Vec<Vec<u32>> = vec![Vec::new(); network.stations.len()];
    for (place, station) in (0..).zip(listened.as_flattened()) {
        places.get_mut(*station as usize).into_iter().for_each(|places| places.push(place));
    }
    let swept = places.par_iter().enumerate().filter(|(_, places)| !places.is_empty());
    let swept = swept.map(|(station, places)| swept_by(region, network, station, &cells, places, wanted));
    let swept: Vec<Vec<(u32, Path)>> = swept.collect::<Option<_>>()?;
    let mut paths = vec![Path { elevation: 0.0, losses: [f32::INFINITY; GENERATIONS] }; cells.count() * LISTENED];
    swept.into_iter().flatten().for_each(|(place, path)| paths[place as usize] = path);
    let cell = |((number, listened), paths): ((usize, &Listened), &[Path])| arrives(network, cells.middle(number), listened, paths);
    let values = listened.par_iter().enumerate().zip(paths.par_chunks_exact(LISTENED)).map(cell).collect();
    wanted.is_wanted().then_some(Sheet { cells, values })
}

/// What the middle of each cell listens to.
fn listened(region: &Region, network: &Network, cells: &Cells) -> Vec<Listened> {
    let around = cells.bounds().grown(FARTHEST);
    let stations = network.stations.iter().enumerate().filter(|(_, station)| around.contains(station.at));
    let among: Vec<usize> = stations.map(|(number, _)| number).collect();
    let listened = |cell: usize| {
        let (at, mut all) = (cells.middle(cell), [NOBODY; LISTENED]);
        if region.extent.is_empty() || region.extent.contains(at) {
            let near = near(&network.stations, among.iter().copied(), at);
            all.iter_mut().zip(near).for_each(|(own, (station, _))| *own = station as u32);
        }
        all
    };
    (0..cells.count()).into_par_iter().map(listened).collect()
}

/// The paths from a mast to the cells that listen to it, whose places are told.
fn swept_by(
    region: &Region,
    network: &Network,
    station: usize,
    cells: &Cells,
    places: &[u32],
    wanted: &Wanted,
) -> Option<Vec<(u32, Path)>> {
    let station = &network.stations[station];
    let middle = |place: u32| cells.middle(place as usize / LISTENED);
    let distance = |place: &u32| bearing([0, 1].map(|axis| middle(*place)[axis] - station.at[axis])).1;
    let (nearest, reach) = places.iter().map(distance).fold((f64::MAX, cells.side), |(least, most), at| (least.min(at), most.max(at)));
    // Between large cells the relief matters, too; from afar small ones need no step as short as their side.
    let step = (nearest / STEPS).clamp(cells.side.min(STEP), STEP);
    let sweep = Sweep::new(station.at, reach, [cells.side, step], places, middle);
    let carried: Vec<usize> = (0..GENERATIONS).filter(|generation| station.carries[*generation]).collect();
    let models: Vec<&dyn PathModel> = carried.iter().map(|generation| &*network.bands[*generation].model).collect();
    let heights = [station.height, network.receiver];
    let radials = (0..sweep.count()).into_par_iter();
    let answers = radials.map(|radial| wanted.is_wanted().then(|| sweep.answer(radial, heights, region, &models)));
    let answers: Vec<_> = answers.collect::<Option<_>>()?;
    let mut paths = Vec::with_capacity(places.len());
    let mut next = sweep.cells();
    for answered in &answers {
        for (index, (elevation, place)) in answered.elevations.iter().zip(&mut next).enumerate() {
            let mut path = Path { elevation: *elevation, losses: [f32::INFINITY; GENERATIONS] };
            carried.iter().zip(&answered.losses).for_each(|(generation, losses)| path.losses[*generation] = losses[index]);
            paths.push((place, path));
        }
    }
    Some(paths)
}

/// What arrives in the middle of a cell over its paths.
fn arrives(network: &Network, at: [f64; 2], listened: &Listened, paths: &[Path]) -> f32 {
    let mut arriving = Arriving::new(network);
    for (station, path) in listened.iter().zip(paths).take_while(|(station, _)| **station != NOBODY) {
        let station = *station as usize;
        let from = network.stations[station].at;
        let (azimuth, _) = bearing([at[0] - from[0], at[1] - from[1]]);
        for (generation, loss) in path.losses.iter().enumerate().filter(|(_, loss)| loss.is_finite()) {
            arriving.add(generation, station, [azimuth, f64::from(path.elevation)], f64::from(*loss));
        }
    }
    arriving.link().map_or(f32::NAN, |link| link.rsrp as f32)
}
