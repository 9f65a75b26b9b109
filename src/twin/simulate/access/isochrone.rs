//! Isochrones: all that is reached from places within a time, street by street, with the time at every point.

use super::super::routing::anchor::{Anchor, points};
use super::super::routing::graph::{UNREACHED, seconds, ticks};
use super::super::routing::search::Search;
use super::super::routing::streets::{Link, Streets};
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use crate::twin::model::vector::{dist, lerp, position};

/// A piece of a street that is reached, in the direction of travel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// Its stretch, by its number in the region's network.
    pub edge: u32,
    /// Where it begins and ends on the stretch, 0 to 1; the end comes first where one travels against the points.
    pub span: [f64; 2],
    /// Time at its beginning and its end [s]; it grows evenly between.
    pub times: [f64; 2],
}

/// What is reached from some places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Isochrone {
    /// Nodes of the network with their times [s], in their order.
    pub nodes: Vec<(u32, f64)>,
    /// Pieces of streets, in the order of the network.
    pub pieces: Vec<Piece>,
}

/// All that is reached from places within a time [s]: each point from the place that is nearest in time.
pub fn isochrone(streets: &Streets, from: &[Option<Anchor>], limit: f64) -> Isochrone {
    let limit = ticks(limit).min(UNREACHED - 1);
    let mut search = Search::new(streets.graph.nodes());
    let starts: Vec<(u32, u32)> = from.iter().flatten().flat_map(|anchor| anchor.leave).collect();
    let mut nodes: Vec<u32> = search.run(&streets.graph, &starts, limit).to_vec();
    nodes.sort_unstable();
    let mut here: Vec<&Anchor> = from.iter().flatten().collect();
    here.sort_by(|a, b| a.link.cmp(&b.link).then(a.along.total_cmp(&b.along)));
    let mut pieces = Vec::new();
    for (link, number) in streets.links.iter().zip(0..) {
        let first = here.partition_point(|anchor| anchor.link < number);
        let on_it = here[first..].iter().take_while(|anchor| anchor.link == number);
        let ends = [link.from, link.to].map(|node| seconds(search.cost(node)));
        spread(link, &sources(streets, link, on_it.copied(), ends), seconds(limit), &mut pieces);
    }
    Isochrone { nodes: nodes.into_iter().map(|node| (node, seconds(search.cost(node)))).collect(), pieces }
}

/// The line of a piece in the plane, from its beginning to its end, and the time at each of its points [s].
pub fn line(region: &Region, piece: &Piece) -> Vec<(Position, f64)> {
    let points: Vec<[f64; 2]> = points(region, &region.network.edges[piece.edge as usize]).iter().map(|point| point.metres()).collect();
    let steps: Vec<f64> = points.windows(2).map(|pair| dist(pair[0], pair[1])).collect();
    let whole: f64 = steps.iter().sum();
    let [low, high] = if piece.span[0] <= piece.span[1] { piece.span } else { [piece.span[1], piece.span[0]] };
    let time = |share: f64| {
        let part = (share - piece.span[0]) / (piece.span[1] - piece.span[0]);
        piece.times[0] + (piece.times[1] - piece.times[0]) * part
    };
    let mut line = Vec::new();
    let mut before = 0.0;
    for (pair, step) in points.windows(2).zip(steps).filter(|(_, step)| *step > 0.0) {
        let [start, end] = [before / whole, (before + step) / whole];
        before += step;
        if end <= low || start >= high {
            continue;
        }
        let at = |share: f64| (position(lerp(pair[0], pair[1], (share - start) / (end - start))), time(share));
        if line.is_empty() {
            line.push(at(start.max(low)));
        }
        line.push(at(end.min(high)));
    }
    if piece.span[0] > piece.span[1] {
        line.reverse();
    }
    line
}

/// Points of a stretch from which it is entered, `(share, seconds)`: its ends and the places on it, in order along it, each with
/// the least time that it takes to get there.
fn sources<'a>(streets: &Streets, link: &Link, places: impl Iterator<Item = &'a Anchor>, ends: [f64; 2]) -> Vec<(f64, f64)> {
    let places = places.map(|place| (place.along, place.off_street / streets.travel.on_foot()));
    let mut sources: Vec<_> = std::iter::once((0.0, ends[0])).chain(places).chain([(1.0, ends[1])]).collect();
    let (ahead, back) = (seconds(link.ahead), seconds(link.back));
    for index in 1..sources.len() {
        let (before, here) = (sources[index - 1], &mut sources[index]);
        here.1 = here.1.min(before.1 + along(ahead, here.0 - before.0));
    }
    for index in (1..sources.len()).rev() {
        let (after, here) = (sources[index], &mut sources[index - 1]);
        here.1 = here.1.min(after.1 + along(back, after.0 - here.0));
    }
    sources
}

/// Between every two sources time runs from both, until the limit or until they meet.
fn spread(link: &Link, sources: &[(f64, f64)], limit: f64, pieces: &mut Vec<Piece>) {
    let [ahead, back] = [link.ahead, link.back].map(seconds);
    let mut add = |from: (f64, f64), to: f64, cost: f64| {
        if to != from.0 {
            pieces.push(Piece { edge: link.edge, span: [from.0, to], times: [from.1, from.1 + cost * (to - from.0).abs()] });
        }
    };
    for pair in sources.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let meeting = match (ahead.is_finite() && a.1.is_finite(), back.is_finite() && b.1.is_finite()) {
            (true, true) if ahead + back > 0.0 => ((b.1 - a.1 + ahead * a.0 + back * b.0) / (ahead + back)).clamp(a.0, b.0),
            (true, _) => b.0,
            (false, true) => a.0,
            (false, false) => continue,
        };
        add(a, meeting.min(a.0 + share(limit - a.1, ahead)).max(a.0), ahead);
        add(b, meeting.max(b.0 - share(limit - b.1, back)).min(b.0), back);
    }
}

/// How far a time goes on a stretch that takes so long, as a share of it; nowhere where it is closed.
fn share(time: f64, whole: f64) -> f64 {
    if !(time >= 0.0 && whole.is_finite()) {
        0.0
    } else if whole > 0.0 {
        time / whole
    } else {
        1.0
    }
}

/// Time along a share of a stretch; a closed one takes forever, however little of it.
fn along(whole: f64, share: f64) -> f64 {
    if whole.is_finite() { whole * share } else { f64::INFINITY }
}
