//! The road network that trips are assigned to: zones, nodes and directed links.

/// A directed link between two nodes. Times, lengths and capacities may be of any units, as long as they are of the same.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RoadLink {
    /// Node at its start.
    pub from: u32,
    /// Node at its end.
    pub to: u32,
    /// Vehicles an hour at which the travel time is `1 + b` times the free one; nothing drives where it is 0.
    pub capacity: f64,
    /// Length.
    pub length: f64,
    /// Travel time of an empty link.
    pub free_flow_time: f64,
    /// Factor of the delay; 0 where the time never changes.
    pub b: f64,
    /// Power of the delay.
    pub power: f64,
    /// Speed limit; not used, the free-flow time has it already.
    pub speed: f64,
    /// What its use is charged.
    pub toll: f64,
    /// Whether it is closed to all.
    pub closed: bool,
}

/// Nodes and links. The first nodes are the zones, where trips begin and end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoadNetwork {
    /// How many of the nodes are zones.
    pub zones: usize,
    /// How many nodes there are, zones included.
    pub nodes: usize,
    /// The first node that may be driven through; at those before it, trips only begin and end.
    pub first_through_node: usize,
    /// The links. Several may join the same two nodes.
    pub links: Vec<RoadLink>,
}

impl RoadLink {
    /// Whether vehicles can use it.
    pub fn is_open(&self) -> bool {
        !self.closed && self.capacity > 0.0
    }
}

impl RoadNetwork {
    /// Whether a link leads from one of its nodes to another one.
    pub fn joins(&self, link: &RoadLink) -> bool {
        link.from != link.to && (link.from.max(link.to) as usize) < self.nodes
    }

    /// Closes every link from one node to another, and says how many there are.
    pub fn close(&mut self, from: u32, to: u32) -> usize {
        let joining = self.links.iter_mut().filter(|link| (link.from, link.to) == (from, to));
        joining.map(|link| link.closed = true).count()
    }
}
