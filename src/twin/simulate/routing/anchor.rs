//! Where places meet the streets: the nearest point of a street that is open, and what it costs to get to and from its ends.

use super::graph::{UNREACHED, plus, ticks};
use super::streets::{Link, Streets};
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::network::Edge;
use crate::twin::model::region::Region;
use crate::twin::model::space::{Position, length};
use crate::twin::model::vector::{dist, from_segment};
use rayon::prelude::*;
use rstar::RTree;
use rstar::primitives::{GeomWithData, Line};

/// The point of a street nearest to a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    /// Its stretch, by its number in [`Streets::links`].
    pub link: u32,
    /// How far along the stretch it lies, 0 to 1.
    pub along: f64,
    /// Straight from the place to it [m].
    pub off_street: f64,
    /// Nodes that one can go to from the place, with the cost [ticks]; [`UNREACHED`] where that is not allowed.
    pub leave: [(u32, u32); 2],
    /// Nodes from which one can come to the place, with the cost [ticks].
    pub arrive: [(u32, u32); 2],
}

/// A piece of a street: its link, and the first of its two points in the street's line.
type Piece = GeomWithData<Line<[f64; 2]>, (u32, u16)>;

/// Finds the nearest streets.
#[derive(Clone, Debug, Default)]
pub struct Anchoring {
    pieces: RTree<Piece>,
}

impl Anchoring {
    /// The streets of a region that are open to a mode, ready to be asked.
    pub fn new(region: &Region, streets: &Streets) -> Self {
        let mut pieces = Vec::new();
        for (link, number) in streets.links.iter().zip(0..) {
            let edge = &region.network.edges[link.edge as usize];
            for (ends, first) in points(region, edge).windows(2).zip(edge.first_point..) {
                if ends[0] != ends[1] {
                    pieces.push(GeomWithData::new(Line::new(ends[0].metres(), ends[1].metres()), (number, first)));
                }
            }
        }
        Self { pieces: RTree::bulk_load(pieces) }
    }

    /// The anchors of places, none where no street is within so many metres. Note: `places-without-street`.
    pub fn anchors(&self, region: &Region, streets: &Streets, places: &[Position], within: f64) -> Report<Vec<Option<Anchor>>> {
        let anchors: Vec<_> = places.par_iter().map(|place| self.anchor(region, streets, *place, within)).collect();
        let lost = anchors.iter().filter(|anchor| anchor.is_none()).count();
        let note = || Diagnostic::warning("places-without-street").with("count", lost).with("all", places.len()).with("metres", within);
        Report { value: anchors, notes: (lost > 0).then(note).into_iter().collect() }
    }

    fn anchor(&self, region: &Region, streets: &Streets, place: Position, within: f64) -> Option<Anchor> {
        let place = place.metres();
        let piece = self.pieces.nearest_neighbor(&place)?;
        let (off_street, share) = from_segment(place, piece.geom().from, piece.geom().to);
        if off_street > within {
            return None;
        }
        let (number, first) = piece.data;
        let link = &streets.links[number as usize];
        let edge = &region.network.edges[link.edge as usize];
        let points = points(region, edge);
        let before = length(&points[..=usize::from(first - edge.first_point)]);
        let whole = length(points);
        let on_piece = share * dist(piece.geom().from, piece.geom().to);
        let along = if whole > 0.0 { ((before + on_piece) / whole).clamp(0.0, 1.0) } else { 0.0 };
        let off_cost = ticks(off_street / streets.travel.on_foot());
        Some(Anchor { link: number, along, off_street, leave: link.leave(along, off_cost), arrive: link.arrive(along, off_cost) })
    }
}

impl Anchor {
    /// The same place for one who gets there only so much later, in what its streets count at the pace at which one walks off them: what
    /// is reached from it is reached so much later.
    #[must_use]
    pub fn later(&self, cost: f64) -> Self {
        let leave = self.leave.map(|(node, from)| (node, plus(from, ticks(cost))));
        Self { off_street: self.off_street + cost, leave, ..*self }
    }
}

/// The points of an edge.
pub fn points<'a>(region: &'a Region, edge: &Edge) -> &'a [Position] {
    &region.streets.shapes.get(edge.street as usize).first()[usize::from(edge.first_point)..=usize::from(edge.last_point)]
}

impl Link {
    fn leave(&self, along: f64, off: u32) -> [(u32, u32); 2] {
        [(self.from, plus(off, part(self.back, along))), (self.to, plus(off, part(self.ahead, 1.0 - along)))]
    }

    fn arrive(&self, along: f64, off: u32) -> [(u32, u32); 2] {
        [(self.from, plus(off, part(self.ahead, along))), (self.to, plus(off, part(self.back, 1.0 - along)))]
    }
}

/// A part of a cost, to the nearest tick.
fn part(cost: u32, share: f64) -> u32 {
    if cost < UNREACHED { (f64::from(cost) * share).round() as u32 } else { UNREACHED }
}

/// What it costs to get from one anchor straight to another on the same stretch [ticks]; [`UNREACHED`] where they are on different
/// ones or that is not allowed.
pub fn straight(streets: &Streets, from: &Anchor, to: &Anchor) -> u32 {
    if from.link != to.link {
        return UNREACHED;
    }
    let link = &streets.links[from.link as usize];
    let way = if to.along >= from.along { link.ahead } else { link.back };
    let off = ticks((from.off_street + to.off_street) / streets.travel.on_foot());
    plus(part(way, (to.along - from.along).abs()), off)
}
