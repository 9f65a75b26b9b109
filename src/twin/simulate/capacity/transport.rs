//! The transportation problem: people to places at the least cost in all, nobody beyond a capacity (Hitchcock 1941).

use super::super::routing::reach::Reach;
use super::simplex;

/// Costs are reckoned in whole thousandths, so that the least is the least to the bit.
const STEPS: f64 = 1000.0;
/// People in one place that can be reckoned with; more count as so many.
const MOST: u64 = 1_000_000_000_000;
/// Cost that can be reckoned with, in the unit of the reach.
const DEAREST: f64 = 1e9;

/// What is done about people for whom there is no place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Unmet {
    /// Nobody stays without a place while a reassignment finds one in reach.
    #[default]
    Avoided,
    /// To stay without a place costs so much a person: whoever would cost more does.
    At(f64),
}

/// People who go from one place to one institution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flow {
    /// Where they live.
    pub start: u32,
    /// Where they go.
    pub end: u32,
    /// How many.
    pub people: u64,
    /// What it costs each.
    pub cost: f64,
}

/// Everybody assigned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assignment {
    /// Who goes where, start after start.
    pub flows: Vec<Flow>,
    /// People without a place, by where they live.
    pub unmet: Vec<u64>,
    /// People who come, by institution.
    pub load: Vec<u64>,
    /// What all flows cost together.
    pub cost: f64,
}

impl Assignment {
    /// The assignment that flows make up.
    pub(super) fn of(flows: Vec<Flow>, people: &[u64], ends: usize) -> Self {
        let (mut unmet, mut load) = (people.to_vec(), vec![0; ends]);
        for flow in &flows {
            unmet[flow.start as usize] -= flow.people;
            load[flow.end as usize] += flow.people;
        }
        let cost = flows.iter().map(|flow| flow.people as f64 * flow.cost).sum();
        Self { flows, unmet, load, cost }
    }
}

/// Assigns people to institutions at the least cost in all: exact, by the network simplex. People and capacities that are missing
/// count as none.
pub fn assign(reach: &Reach, people: &[u64], capacity: &[u64], unmet: Unmet) -> Assignment {
    let amount = |amounts: &[u64], index: usize| amounts.get(index).copied().unwrap_or(0).min(MOST);
    let people: Vec<u64> = (0..reach.starts()).map(|start| amount(people, start)).collect();
    let capacity: Vec<u64> = (0..reach.ends()).map(|end| amount(capacity, end)).collect();
    let steps = |cost: f64| (cost.clamp(0.0, DEAREST) * STEPS).round() as i64;
    let penalty = match unmet {
        Unmet::At(cost) => steps(cost),
        Unmet::Avoided => {
            let dearest = reach.rows().flatten().map(|(_, cost)| steps(*cost)).max().unwrap_or(0);
            // To find a place for one more, at most every institution passes one on.
            (dearest + 1) * (reach.ends() as i64 + 1)
        }
    };
    let mut arcs = Vec::new();
    let mut costs = Vec::new();
    for (start, row) in reach.rows().enumerate().filter(|(start, _)| people[*start] > 0) {
        for &(end, cost) in row.iter().filter(|(end, _)| capacity[*end as usize] > 0) {
            arcs.push((start as u32, end, steps(cost)));
            costs.push(cost);
        }
    }
    let moved = simplex::solve(&people, &capacity, &arcs, penalty);
    let flow = |((start, end, _), (people, cost)): (&(u32, u32, i64), (u64, f64))| Flow { start: *start, end: *end, people, cost };
    let flows = arcs.iter().zip(moved.into_iter().zip(costs)).map(flow).filter(|flow| flow.people > 0).collect();
    Assignment::of(flows, &people, reach.ends())
}
