//! Bringing a bush up to date: unused branches go, branches of cheaper routes come, and no circle is ever closed.

use super::survey::{Ground, Survey};
use super::{Branch, Bush, refill};
use crate::twin::simulate::traffic::cheapest::Cheapest;
use crate::twin::simulate::traffic::demand::Trips;
use crate::twin::simulate::traffic::graph::NONE;

/// A branch with less than this share of what comes through its node carries nothing but errors of rounding.
const SMALLEST_SHARE: f64 = 1e-14;

/// Brings bushes up to date, one after another in the same memory.
#[derive(Clone, Debug, Default)]
pub struct Gardener {
    survey: Survey,
    /// By position in the old bush: an arc that is added to those that enter the node.
    added: Vec<u32>,
    /// Position in the new bush of a node.
    position: Vec<u32>,
    visits: Vec<Visit>,
    /// Trips that come through the node of a position.
    through: Vec<f64>,
    /// Memory of the bush as it was.
    old: Bush,
}

/// What is to be done with a node on the way back to the origin.
#[derive(Clone, Copy, Debug)]
enum Visit {
    /// Go on to all nodes before it.
    Enter(u32),
    /// Place it, as all nodes before it are placed.
    Leave(u32),
}

impl Gardener {
    /// Sends trips through a bush with the shares at every node as they are. Says whether all arrive: where a node is not in the bush, or
    /// nobody came through it so far, nobody knows how they would.
    pub fn send_as_before(&mut self, bush: &mut Bush, nodes: usize, trips: &[Trips]) -> bool {
        refill(&mut self.position, nodes, NONE);
        bush.nodes.iter().zip(0..).for_each(|(node, position)| self.position[*node as usize] = position);
        refill(&mut self.through, bush.nodes.len(), 0.0);
        for trips in trips {
            let Some(through) = self.through.get_mut(self.position[trips.destination as usize] as usize) else { return false };
            *through += trips.count;
        }
        self.let_through(bush)
    }

    /// Brings a bush up to date, and says what it would be if all its trips went the cheapest way.
    pub fn tend(&mut self, bush: &mut Bush, ground: Ground) -> Cheapest {
        self.survey.make(bush, ground);
        bush.route.copy_from_slice(&self.survey.routes.arc);
        if self.choose_branches(bush, ground) {
            self.regrow(bush, ground);
        }
        self.settle_flows(bush, ground);
        bush.excess = f64::INFINITY;
        Cheapest::of(ground.trips, &self.survey.routes.cost)
    }

    /// Chooses the arcs to add, and says whether the bush changes at all.
    ///
    /// An arc in use never leads to a node whose dearest route in use is cheaper; one that is added has to lead to one where it
    /// is dearer. So no circle is ever closed (Bar-Gera, 2002; Dial, 2006).
    fn choose_branches(&mut self, bush: &Bush, ground: Ground) -> bool {
        refill(&mut self.added, bush.nodes.len(), NONE);
        let survey = &mut self.survey;
        let is_new = |survey: &Survey| survey.reached(ground.trips).any(|trips| survey.position[trips.destination as usize] == NONE);
        let mut changes = survey.is_used.contains(&false) || is_new(survey);
        for position in 1..bush.nodes.len() {
            let node = bush.nodes[position];
            let arc = survey.routes.arc[node as usize];
            if survey.position[node as usize] == NONE || bush.entering(position).any(|index| bush.branches[index].arc == arc) {
                continue;
            }
            if survey.dearest_to(ground.graph.tail[arc as usize], ground) < survey.dearest_to(node, ground) {
                self.added[position] = arc;
                changes = true;
            }
        }
        changes
    }

    /// Builds the bush anew, from its destinations back to the origin.
    fn regrow(&mut self, bush: &mut Bush, ground: Ground) {
        self.clear(bush, ground.graph.nodes());
        self.visits.extend(ground.trips.iter().rev().map(|trips| Visit::Enter(trips.destination)));
        while let Some(visit) = self.visits.pop() {
            let (Visit::Enter(node) | Visit::Leave(node)) = visit;
            if self.position[node as usize] != NONE || self.survey.routes.arc[node as usize] == NONE {
                continue;
            }
            let before = entering(&self.old, &self.survey, &self.added, node);
            if let Visit::Enter(_) = visit {
                self.visits.push(Visit::Leave(node));
                self.visits.extend(before.map(|(arc, _)| Visit::Enter(ground.graph.tail[arc as usize])));
            } else {
                let position = |arc: u32| self.position[ground.graph.tail[arc as usize] as usize];
                bush.branches.extend(before.map(|(arc, flow)| Branch { arc, tail: position(arc), flow }));
                bush.first.push(bush.branches.len() as u32);
                self.position[node as usize] = bush.nodes.len() as u32;
                bush.nodes.push(node);
            }
        }
        std::mem::swap(&mut self.position, &mut self.survey.position);
    }

    /// Takes everything but the origin out of a bush, and keeps it as the old one.
    fn clear(&mut self, bush: &mut Bush, nodes: usize) {
        std::mem::swap(&mut self.old.nodes, &mut bush.nodes);
        std::mem::swap(&mut self.old.first, &mut bush.first);
        std::mem::swap(&mut self.old.branches, &mut bush.branches);
        refill(&mut bush.nodes, 1, bush.origin);
        refill(&mut bush.first, 2, 0);
        bush.branches.clear();
        refill(&mut self.position, nodes, NONE);
        self.position[bush.origin as usize] = 0;
    }

    /// Lets all trips through, with the shares at every node as they were: so errors of rounding never add up.
    fn settle_flows(&mut self, bush: &mut Bush, ground: Ground) {
        refill(&mut self.through, bush.nodes.len(), 0.0);
        for trips in self.survey.reached(ground.trips) {
            self.through[self.survey.position[trips.destination as usize] as usize] += trips.count;
        }
        self.let_through(bush);
    }

    /// Lets what comes through the nodes go back to the origin; says whether all of it got there.
    fn let_through(&mut self, bush: &mut Bush) -> bool {
        let mut all_arrive = true;
        for position in (1..bush.nodes.len()).rev() {
            let (through, entering) = (self.through[position], bush.entering(position));
            let branches = &mut bush.branches[entering];
            let (before, is_only) = (branches.iter().map(|branch| branch.flow).sum::<f64>(), branches.len() == 1);
            all_arrive &= is_only || before > 0.0 || through == 0.0;
            for branch in branches {
                let share = if is_only { 1.0 } else { branch.flow / before };
                branch.flow = if share > SMALLEST_SHARE { through * share } else { 0.0 };
                self.through[branch.tail as usize] += branch.flow;
            }
        }
        all_arrive
    }
}

/// The arcs that shall enter a node, with what they carried.
fn entering(old: &Bush, survey: &Survey, added: &[u32], node: u32) -> impl Iterator<Item = (u32, f64)> {
    let (kept, new) = match survey.position[node as usize] {
        NONE => (0..0, survey.routes.arc[node as usize]),
        position => (old.entering(position as usize), added[position as usize]),
    };
    let kept = kept.filter(|&index| survey.is_used[index]).map(|index| (old.branches[index].arc, old.branches[index].flow));
    kept.chain((new != NONE).then_some((new, 0.0)))
}
