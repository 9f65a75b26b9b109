//! The streets of a region as a graph for one mode of travel.

use super::graph::{Graph, UNREACHED, ticks};
use super::travel::Travel;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::network::parts;
use crate::twin::model::region::Region;

/// A stretch of a street that is open to the mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its number in the region's network.
    pub edge: u32,
    /// Node at its start.
    pub from: u32,
    /// Node at its end.
    pub to: u32,
    /// Cost along its points [ticks]; [`UNREACHED`] where that is not allowed.
    pub ahead: u32,
    /// Cost against its points [ticks].
    pub back: u32,
}

/// Streets open to a mode. Nodes have the numbers that they have in the region's network.
#[derive(Clone, Debug, Default)]
pub struct Streets {
    /// The graph: costs are thousandths of seconds.
    pub graph: Graph,
    /// Its stretches, in the order of the network.
    pub links: Vec<Link>,
    /// How one travels, odd values set right.
    pub travel: Travel,
}

impl Streets {
    /// The streets of a region that are open to a mode.
    ///
    /// Notes: `routing-speed-odd`, `routing-stretches-odd`, `routing-no-streets`, `routing-parts-apart`.
    pub fn new(region: &Region, travel: &Travel) -> Report<Self> {
        let mut notes = Vec::new();
        let travel = travel.checked(&mut notes);
        let (links, odd) = links(region, &travel);
        if odd > 0 {
            notes.push(Diagnostic::warning("routing-stretches-odd").with("count", odd));
        }
        let nodes = region.network.nodes.len();
        notes.extend(connectivity(nodes, &links));
        let arcs = links.iter().flat_map(|link| [(link.from, link.to, link.ahead), (link.to, link.from, link.back)]);
        let graph = Graph::new(nodes, &arcs.collect::<Vec<_>>());
        Report { value: Self { graph, links, travel }, notes }
    }
}

/// The stretches that are open, and how many are damaged.
fn links(region: &Region, travel: &Travel) -> (Vec<Link>, usize) {
    let streets = &region.streets.features;
    let mut odd = 0;
    let mut links = Vec::with_capacity(region.network.edges.len());
    for (index, edge) in region.network.edges.iter().enumerate() {
        if !region.is_sound(edge) {
            odd += 1;
            continue;
        }
        let street = &streets[edge.street as usize];
        let Some(speed) = travel.speed(street) else { continue };
        let cost = ticks(f64::from(edge.length) / speed);
        let [ahead, back] = travel.ways(street).map(|open| if open { cost } else { UNREACHED });
        links.push(Link { edge: index as u32, from: edge.from, to: edge.to, ahead, back });
    }
    (links, odd)
}

/// Whether one can get about at all, and everywhere.
fn connectivity(nodes: usize, links: &[Link]) -> Option<Diagnostic> {
    if links.is_empty() {
        return Some(Diagnostic::warning("routing-no-streets"));
    }
    let part = parts(nodes, links.iter().map(|link| (link.from, link.to)));
    let mut lengths = vec![0_usize; nodes];
    links.iter().for_each(|link| lengths[part[link.from as usize] as usize] += 1);
    let largest = lengths.iter().copied().max().unwrap_or(0);
    let apart = lengths.iter().filter(|length| **length > 0).count() - 1;
    (apart > 0).then(|| Diagnostic::note("routing-parts-apart").with("count", apart).with("stretches", links.len() - largest))
}
