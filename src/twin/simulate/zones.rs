//! Zones: where trips begin and end. Homes and work places are gathered so that each zone has about as many people on about as little
//! ground. A region with something built in it keeps the zones of the region as it is, so that the two can be compared.

use crate::twin::model::space::{Bounds, Position};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// No zone is cut that goes less far [m].
const SMALLEST: f64 = 400.0;
/// Zones at most for what lies outside those that there are.
const OUTSIDE: usize = 40;

/// Where trips begin and end.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Zone {
    /// The spot nearest to the middle of its people, as they were when zones were cut.
    pub at: Position,
    /// Who lives there.
    pub residents: f64,
    /// Work places.
    pub jobs: f64,
}

/// A home or a work place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Where it is [m].
    pub at: [f64; 2],
    /// Who lives there.
    pub residents: f64,
    /// Work places.
    pub jobs: f64,
}

/// How the ground is cut into zones.
#[derive(Clone, Debug, PartialEq)]
pub struct Zoning {
    /// Inner nodes and leaves of the cuts, the root first; none where nobody lives.
    nodes: Vec<Node>,
    places: Vec<Place>,
}

/// A part of the ground.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Node {
    /// Cut across an axis: to the node where less, else to the other one.
    Cut { axis: usize, at: f64, less: u32, more: u32 },
    /// A zone.
    Zone(u32),
}

/// Where a zone is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    at: Position,
    /// How far its spots lie from its middle at most [m].
    radius: f64,
}

/// Spots that lie together.
struct Cell {
    spots: Vec<Spot>,
    /// People times how far they live apart: what is cut first.
    spread: f64,
    /// Its node.
    node: u32,
}

impl Zoning {
    /// Cuts the ground of some spots into so many zones at most.
    pub fn new(spots: &[Spot], most: usize) -> Self {
        let lived: Vec<Spot> = spots.iter().filter(|spot| spot.weight() > 0.0).copied().collect();
        if lived.is_empty() || most == 0 {
            return Self { nodes: Vec::new(), places: Vec::new() };
        }
        let mut nodes = vec![Node::Zone(0)];
        let mut open = BinaryHeap::from([Cell::new(lived, 0)]);
        let mut whole = Vec::new();
        while open.len() + whole.len() < most {
            let Some(cell) = open.pop() else { break };
            match cell.halves(nodes.len() as u32) {
                Ok((cut, halves)) => {
                    nodes[cut.0 as usize] = cut.1;
                    nodes.extend([Node::Zone(0); 2]);
                    open.extend(halves);
                }
                Err(cell) => whole.push(cell),
            }
        }
        whole.extend(open);
        let mut placed: Vec<(Place, u32)> = whole.iter().map(|cell| (cell.place(), cell.node)).collect();
        placed.sort_by(|(a, _), (b, _)| a.at.east().total_cmp(&b.at.east()).then(a.at.north().total_cmp(&b.at.north())));
        for ((_, node), number) in placed.iter().zip(0..) {
            nodes[*node as usize] = Node::Zone(number);
        }
        Self { nodes, places: placed.into_iter().map(|(place, _)| place).collect() }
    }

    /// The zone of a place; none where it lies too far from all that its zone was cut from.
    pub fn zone_of(&self, at: [f64; 2]) -> Option<u32> {
        let mut node = self.nodes.first()?;
        loop {
            match *node {
                Node::Cut { axis, at: cut, less, more } => node = &self.nodes[if at[axis] < cut { less } else { more } as usize],
                Node::Zone(zone) => {
                    let place = &self.places[zone as usize];
                    let [east, north] = place.at.metres();
                    return ((at[0] - east).hypot(at[1] - north) <= place.radius.max(SMALLEST)).then_some(zone);
                }
            }
        }
    }

    /// The zones with who lives and works there now. What lies outside all of them becomes zones of its own, after the others.
    pub fn filled(&self, spots: &[Spot]) -> Zones {
        let mut zones = Zones { inner: self.clone(), outer: Self::new(&[], 0), all: self.empty() };
        let outside: Vec<Spot> = spots.iter().filter(|spot| !zones.take(spot)).copied().collect();
        if !outside.is_empty() {
            zones.outer = Self::new(&outside, OUTSIDE);
            zones.all.extend(zones.outer.empty());
            outside.iter().for_each(|spot| _ = zones.take(spot));
        }
        zones
    }

    fn empty(&self) -> Vec<Zone> {
        self.places.iter().map(|place| Zone { at: place.at, ..Zone::default() }).collect()
    }
}

/// Zones with their people.
#[derive(Clone, Debug, PartialEq)]
pub struct Zones {
    inner: Zoning,
    outer: Zoning,
    /// Those of the zoning, then those outside it; each from west to east.
    pub all: Vec<Zone>,
}

impl Zones {
    /// The zone of a place; none where nobody lives or works near it.
    pub fn zone_of(&self, at: [f64; 2]) -> Option<u32> {
        let outer = || Some(self.inner.places.len() as u32 + self.outer.zone_of(at)?);
        self.inner.zone_of(at).or_else(outer)
    }

    /// Where they are.
    pub fn places(&self) -> Vec<Position> {
        self.all.iter().map(|zone| zone.at).collect()
    }

    /// Adds a spot to its zone; says whether it has one.
    fn take(&mut self, spot: &Spot) -> bool {
        let Some(zone) = self.zone_of(spot.at).and_then(|zone| self.all.get_mut(zone as usize)) else { return false };
        zone.residents += spot.residents;
        zone.jobs += spot.jobs;
        true
    }
}

impl Spot {
    fn weight(&self) -> f64 {
        self.residents + self.jobs
    }
}

impl Cell {
    fn new(spots: Vec<Spot>, node: u32) -> Self {
        let people: f64 = spots.iter().map(Spot::weight).sum();
        let [wide, high] = bounds(&spots).size();
        Self { spread: people * wide.hypot(high), spots, node }
    }

    /// The cell cut across its longer side where half of its people are, with its node and what that becomes; the cell itself where it
    /// is small. The halves are the next two nodes.
    fn halves(mut self, next: u32) -> Result<((u32, Node), [Self; 2]), Self> {
        let [wide, high] = bounds(&self.spots).size();
        if wide.hypot(high) < SMALLEST || self.spots.len() < 2 {
            return Err(self);
        }
        let axis = usize::from(high > wide);
        self.spots.sort_by(|a, b| order(a, b, axis));
        let half: f64 = self.spots.iter().map(Spot::weight).sum::<f64>() / 2.0;
        let mut before = 0.0;
        let middle = self.spots.iter().position(|spot| {
            before += spot.weight();
            before >= half
        });
        // Spots in one line across stay together; where that leaves nothing on one side, the other end of the line is taken.
        let at = |index: usize| self.spots[index.min(self.spots.len() - 1)].at[axis];
        let first_of = |value: f64| self.spots.partition_point(|spot| spot.at[axis] < value);
        let value = at(middle.map_or(1, |last| last + 1));
        let cut = if first_of(value) > 0 { first_of(value) } else { self.spots.partition_point(|spot| spot.at[axis] <= value) };
        if cut == 0 || cut >= self.spots.len() {
            return Err(self);
        }
        let value = at(cut);
        let rest = self.spots.split_off(cut);
        let node = Node::Cut { axis, at: value, less: next, more: next + 1 };
        Ok(((self.node, node), [Self::new(self.spots, next), Self::new(rest, next + 1)]))
    }

    fn place(&self) -> Place {
        let sum = |value: &dyn Fn(&Spot) -> f64| self.spots.iter().map(value).sum::<f64>();
        let people = sum(&Spot::weight);
        let [east, north] = [0, 1].map(|axis| sum(&|spot| spot.at[axis] * spot.weight()) / people);
        // The spot nearest to the middle: the middle of some villages is open steppe.
        let from_middle = |spot: &&Spot| (spot.at[0] - east).hypot(spot.at[1] - north);
        let [east, north] =
            self.spots.iter().min_by(|a, b| from_middle(a).total_cmp(&from_middle(b))).map_or([east, north], |spot| spot.at);
        let radius = self.spots.iter().map(|spot| (spot.at[0] - east).hypot(spot.at[1] - north)).fold(0.0, f64::max);
        // A little more, so that rounding leaves none of them outside.
        Place { at: Position::from_metres(east, north), radius: radius + 1.0 }
    }
}

/// Along one axis, then along the other; alike spots keep their order.
fn order(a: &Spot, b: &Spot, axis: usize) -> Ordering {
    a.at[axis].total_cmp(&b.at[axis]).then(a.at[1 - axis].total_cmp(&b.at[1 - axis]))
}

fn bounds(spots: &[Spot]) -> Bounds {
    let mut bounds = Bounds::default();
    spots.iter().for_each(|spot| bounds.include(spot.at));
    bounds
}

impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Cell {}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> Ordering {
        self.spread.total_cmp(&other.spread).then(other.node.cmp(&self.node))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn town() -> Vec<Spot> {
        let spot = |index: u32| {
            let (column, row) = (f64::from(index % 40), f64::from(index / 40));
            Spot { at: [column * 150.0, row * 130.0], residents: 1.0 + f64::from(index % 7), jobs: f64::from(index % 3) }
        };
        (0..1_600).map(spot).collect()
    }

    #[test]
    fn everybody_is_counted_once() {
        let spots = town();
        let zones = Zoning::new(&spots, 60).filled(&spots);
        assert_eq!(zones.all.len(), 60);
        let sum = |value: &dyn Fn(&Zone) -> f64| zones.all.iter().map(value).sum::<f64>();
        let residents: f64 = spots.iter().map(|spot| spot.residents).sum();
        let jobs: f64 = spots.iter().map(|spot| spot.jobs).sum();
        assert!((sum(&|zone| zone.residents) - residents).abs() < 1e-6 && (sum(&|zone| zone.jobs) - jobs).abs() < 1e-6);
    }

    #[test]
    fn what_is_built_within_changes_its_zone_alone_and_what_lies_outside_makes_its_own() {
        let spots = town();
        let zoning = Zoning::new(&spots, 60);
        let before = zoning.filled(&spots);
        let school = Spot { at: [1_500.0, 1_300.0], residents: 0.0, jobs: 50.0 };
        let quarter = (0..30).map(|index| Spot { at: [12_000.0 + f64::from(index) * 40.0, 500.0], residents: 20.0, jobs: 0.0 });
        let after = zoning.filled(&spots.iter().copied().chain([school]).chain(quarter).collect::<Vec<_>>());
        let home = zoning.zone_of(school.at).expect("within");
        for (zone, (before, after)) in (0u32..).zip(before.all.iter().zip(&after.all)) {
            assert_eq!(before.at, after.at);
            assert_eq!(after.jobs - before.jobs, if zone == home { 50.0 } else { 0.0 }, "{zone}");
        }
        let outside: f64 = after.all[60..].iter().map(|zone| zone.residents).sum();
        assert_eq!(outside, 600.0);
        assert!(after.zone_of([12_300.0, 500.0]).is_some_and(|zone| zone >= 60) && after.zone_of([50_000.0, 0.0]).is_none());
    }

    #[test]
    fn nobody_makes_no_zone_and_one_place_makes_one() {
        assert_eq!(Zoning::new(&[], 9).filled(&[]).all, []);
        let here = [Spot { at: [5.0, 5.0], residents: 3.0, jobs: 0.0 }; 8];
        assert_eq!(Zoning::new(&here, 9).filled(&here).all.len(), 1);
    }
}
