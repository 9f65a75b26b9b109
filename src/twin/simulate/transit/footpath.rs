//! Changes on foot between stops: those that a timetable names, and those that lie near enough.

use crate::twin::model::space::LocalFrame;
use crate::twin::model::timetable::Timetable;
use rstar::RTree;
use rstar::primitives::GeomWithData;
use std::collections::BTreeMap;

/// How people walk from stop to stop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Walking {
    /// How far apart stops may be as the crow flies [m].
    pub reach: f64,
    /// Metres of way for a metre as the crow flies.
    pub detour: f64,
    /// Walking speed [m/s].
    pub speed: f64,
    /// Least time between getting off and getting on at one stop [s].
    pub change: i32,
}

impl Default for Walking {
    /// 400 m at 4.5 km/h with a detour of 1.3, no time to change.
    fn default() -> Self {
        Self { reach: 400.0, detour: 1.3, speed: 1.25, change: 0 }
    }
}

impl Walking {
    /// Time for so many metres as the crow flies [s], rounded up; none where it cannot be told.
    pub fn seconds(&self, metres: f64) -> Option<i32> {
        let seconds = (metres * self.detour / self.speed).ceil();
        (0.0..1e6).contains(&seconds).then_some(seconds as i32)
    }
}

/// Changes by the stop where they begin: one walk between two rides, never two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Footpaths {
    first: Vec<u32>,
    paths: Vec<(u32, i32)>,
}

impl Footpaths {
    /// The changes of a timetable and those by its stops' places.
    ///
    /// What the timetable says of two stops counts more than what their distance tells: `transfers.txt` may forbid a
    /// change or ask for more time. Changing at a stop takes the general time unless the timetable names another.
    pub fn new(timetable: &Timetable, walking: &Walking) -> Self {
        let mut times = near(timetable, walking);
        for stop in 0..timetable.stops.len() as u32 {
            times.insert((stop, stop), Some(walking.change.max(0)));
        }
        for transfer in &timetable.transfers {
            let by_foot = times.get(&(transfer.from, transfer.to)).copied().flatten().unwrap_or(0);
            times.insert((transfer.from, transfer.to), transfer.seconds.map(|least| if least > 0 { least } else { by_foot }));
        }
        let possible = times.into_iter().filter_map(|((from, to), seconds)| Some((from, to, seconds?)));
        Self::from_list(timetable.stops.len(), possible)
    }

    /// Changes `(from, to, seconds)` in ascending order of `from`, among so many stops; others are passed over.
    fn from_list(stops: usize, paths: impl IntoIterator<Item = (u32, u32, i32)>) -> Self {
        let mut footpaths = Self { first: vec![0; stops + 1], paths: Vec::new() };
        let known = |(from, to, seconds): &(u32, u32, i32)| (*from as usize) < stops && (*to as usize) < stops && *seconds >= 0;
        for (from, to, seconds) in paths.into_iter().filter(known) {
            footpaths.paths.push((to, seconds));
            footpaths.first[from as usize + 1] += 1;
        }
        for stop in 0..stops {
            footpaths.first[stop + 1] += footpaths.first[stop];
        }
        footpaths
    }

    /// Where one can change to after getting off at a stop, each with the time that it takes [s].
    pub fn from(&self, stop: u32) -> &[(u32, i32)] {
        match self.first.get(stop as usize..stop as usize + 2) {
            Some(&[first, end]) => &self.paths[first as usize..end as usize],
            _ => &[],
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.paths.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }
}

/// Times between stops within reach, and between stops of one station that have no place of their own.
fn near(timetable: &Timetable, walking: &Walking) -> BTreeMap<(u32, u32), Option<i32>> {
    let origin = timetable.stops.iter().find_map(|stop| stop.at).unwrap_or_default();
    let frame = LocalFrame::new(origin);
    let places = (0u32..).zip(&timetable.stops).filter_map(|(index, stop)| {
        let at = stop.at.filter(|at| at.is_valid())?;
        Some(GeomWithData::new(frame.metres_from_geo(at), index))
    });
    let tree = RTree::bulk_load(places.collect());
    let reach = if walking.reach.is_finite() { walking.reach.max(0.0) } else { 0.0 };
    let mut times = BTreeMap::new();
    for stop in &tree {
        for (other, distance_2) in tree.nearest_neighbor_iter_with_distance_2(stop.geom()).take_while(|near| near.1 <= reach * reach) {
            times.insert((stop.data, other.data), walking.seconds(distance_2.sqrt()));
        }
    }
    times
}
