//! From door to door by public transport: on foot along the streets to the stops, with what comes next (RAPTOR), and on foot from there.

use super::network::Network;
use super::raptor::{NEVER, Search};
use crate::twin::simulate::access::isochrone::{Isochrone, isochrone};
use crate::twin::simulate::routing::anchor::Anchor;
use crate::twin::simulate::routing::graph::seconds;
use crate::twin::simulate::routing::router::{Anchors, Router};

/// Departures of an hour that are looked at: which vehicle one just catches is chance, so the median counts.
const DEPARTURES: i32 = 6;
const HOUR: i32 = 3_600;

/// When and how one sets out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outing {
    /// Hour of the day in which one sets out.
    pub hour: u8,
    /// Walking speed along the streets [m/s].
    pub pace: f64,
    /// Longest walk to the first stop [m].
    pub stop_reach: f64,
    /// How long it may take altogether [s].
    pub limit: f64,
}

/// All that is reached from a place, on foot or with lines, whichever is sooner. `foot` counts streets in metres, and so does what is
/// found: divided by the pace it is the time. `stops` are the stops of the network on those streets.
pub fn reached(foot: &Router, network: &Network, stops: &Anchors, from: &Anchor, outing: &Outing) -> Isochrone {
    let metres = |seconds: f64| seconds * outing.pace;
    let travel = travel_times(foot, network, stops, from, outing);
    let starts = stops.iter().zip(travel).filter_map(|(stop, seconds)| {
        let late = metres(f64::from(seconds.filter(|seconds| f64::from(*seconds) <= outing.limit)?));
        Some(Some(stop.as_ref()?.later(late)))
    });
    let starts: Anchors = std::iter::once(Some(*from)).chain(starts).collect();
    isochrone(&foot.streets, &starts, metres(outing.limit))
}

/// Seconds from setting out until each stop is reached, in the median of the hour; none where more often than not it is not.
fn travel_times(foot: &Router, network: &Network, stops: &Anchors, from: &Anchor, outing: &Outing) -> Vec<Option<i32>> {
    let walkable = isochrone(&foot.streets, &[Some(*from)], outing.stop_reach.min(outing.limit * outing.pace));
    let mut walk = vec![f64::INFINITY; foot.streets.graph.nodes()];
    walkable.nodes.iter().for_each(|(node, metres)| walk[*node as usize] = *metres);
    let to_stop = |(stop, anchor): (u32, &Option<Anchor>)| {
        let arrivals = anchor.as_ref()?.arrive.into_iter().map(|(node, cost)| walk[node as usize] + seconds(cost));
        let metres = arrivals.min_by(f64::total_cmp).filter(|metres| *metres <= outing.stop_reach)?;
        Some((stop, (metres / outing.pace).ceil() as i32))
    };
    let access: Vec<(u32, i32)> = (0..).zip(stops).filter_map(to_stop).collect();
    let mut search = Search::new(network);
    let mut times = vec![Vec::with_capacity(DEPARTURES as usize); stops.len()];
    for number in 0..DEPARTURES {
        let departure = i32::from(outing.hour) * HOUR + number * HOUR / DEPARTURES;
        search.reset();
        search.run(departure, &access);
        let arrivals = search.arrivals();
        times.iter_mut().zip(arrivals).for_each(|(times, arrival)| times.push(if arrival == NEVER { NEVER } else { arrival - departure }));
    }
    let median = |mut times: Vec<i32>| {
        times.sort_unstable();
        times.get(times.len() / 2).copied().filter(|time| *time < NEVER)
    };
    times.into_iter().map(median).collect()
}

#[cfg(test)]
mod tests {
    use super::super::assumption::LineAssumptions;
    use super::super::lines::services;
    use super::super::schedule;
    use super::*;
    use crate::twin::model::id::{FeatureId, IdKind};
    use crate::twin::model::layer::ShapeKind;
    use crate::twin::model::network::Edge;
    use crate::twin::model::origin::Sourced;
    use crate::twin::model::region::Region;
    use crate::twin::model::space::Position;
    use crate::twin::model::street::{Street, StreetClass};
    use crate::twin::model::transit::{StopSequence, TransitLine, TransitStop};
    use crate::twin::simulate::routing::travel::Travel;

    /// A street of ten kilometres with a node at every kilometre, a stop at the first and the ninth, and a bus every twenty minutes.
    fn region() -> Region {
        let mut region = Region::default();
        let at = |kilometre: f64| Position::from_metres(kilometre * 1_000.0, 0.0);
        let street = Street { class: StreetClass::Residential, ..Street::default() };
        let points: Vec<Position> = (0..=10).map(|kilometre| at(f64::from(kilometre))).collect();
        region.streets.push(street, ShapeKind::Line, [&points[..]]);
        for kilometre in 0..=10u16 {
            region.network.nodes.push(at(f64::from(kilometre)));
            if kilometre > 0 {
                let (from, to) = (u32::from(kilometre) - 1, u32::from(kilometre));
                let ends = (kilometre - 1, kilometre);
                region.network.edges.push(Edge { from, to, street: 0, first_point: ends.0, last_point: ends.1, length: 1_000.0 });
            }
        }
        let ids = ["a", "b"].map(|key| FeatureId::keyed(IdKind::Table, key));
        for (id, kilometre) in ids.into_iter().zip([1.0, 9.0]) {
            region.stops.push_point(TransitStop { id, ..TransitStop::default() }, at(kilometre));
        }
        let id = FeatureId::keyed(IdKind::Table, "line");
        let line = TransitLine { id, headway: Sourced::observed(20), stops: StopSequence(ids.to_vec()), ..TransitLine::default() };
        region.lines.push(line, ShapeKind::Line, [&[at(1.0), at(9.0)][..]]);
        region
    }

    #[test]
    fn a_journey_is_walking_waiting_riding_and_walking() {
        let region = region();
        let assumptions = LineAssumptions::default();
        let lines = services(&region, &assumptions).value;
        let network = schedule::network(&region, &lines, &assumptions);
        let foot = Router::new(&region, &Travel::on_foot_in_metres()).value;
        let places: Vec<Position> = region.stops.iter().map(|(_, shape)| shape.anchor()).collect();
        let stops = foot.anchors(&region, &places, 400.0).value;
        let from = foot.anchors(&region, &[Position::default()], 400.0).value[0].expect("on the street");
        let pace = 5.0 / 3.6;
        let time = |hour: u8, node: u32| {
            let outing = Outing { hour, pace, stop_reach: 1_200.0, limit: 7_200.0 };
            let found = reached(&foot, &network, &stops, &from, &outing);
            found.nodes.iter().find(|(known, _)| *known == node).map(|(_, metres)| metres / pace)
        };
        // 1 km on foot, up to a whole interval of waiting, 8 km at 50 km/h, 1 km on foot.
        let (walk, ride) = (720.0, 8.0 / 50.0 * 3_600.0);
        let there = time(8, 10).expect("reached");
        assert!((2.0 * walk + ride..=2.0 * walk + ride + 1_201.0).contains(&there), "{there}");
        assert!((time(8, 9).expect("reached") - (there - walk)).abs() < 0.01, "the last kilometre is walked");
        // Nobody rides where walking is sooner, and nothing runs at night.
        assert_eq!(time(8, 1).map(f64::round), Some(720.0));
        assert_eq!(time(2, 10).map(f64::round), Some(7_200.0));
    }
}
