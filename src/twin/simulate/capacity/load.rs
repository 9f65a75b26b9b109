//! What load people put on institutions: pupils against places, shifts, the way they have, and buses they need.

use super::super::routing::reach::Reach;
use super::transport::{Assignment, Flow, Unmet, assign};
use crate::choice;
use crate::twin::diagnostic::{Diagnostic, Report};

/// Shifts that a school can work; one more is the failure that the country fights.
pub const MOST_SHIFTS: u32 = 2;

choice! {
    /// How an institution stands its load (local practice, Almaty).
    pub enum LoadClass in "load" {
        /// Below 90 %.
        Good = "good",
        /// 90 to 110 %.
        Normal = "normal",
        /// 110 to 130 %.
        Raised = "raised",
        /// 130 to 150 %.
        Overloaded = "overloaded",
        /// Above 150 %.
        Critical = "critical",
    }
}

impl LoadClass {
    /// The class of people for each place.
    pub fn of(load: f64) -> Self {
        match load {
            load if load < 0.9 => Self::Good,
            load if load <= 1.1 => Self::Normal,
            load if load <= 1.3 => Self::Raised,
            load if load <= 1.5 => Self::Overloaded,
            _ => Self::Critical,
        }
    }
}

/// How people come to their institution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// Everybody to the nearest that has places at all, however full it is.
    Nearest,
    /// So that all ways together are least, and nobody beyond the places in so many shifts.
    LeastCost {
        /// Shifts that an institution works at most.
        shifts: u32,
        /// What is done about those who find no place.
        unmet: Unmet,
    },
}

/// The load of one institution.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Load {
    /// People who come.
    pub people: u64,
    /// Places in one shift.
    pub places: u64,
    /// Their class.
    pub class: LoadClass,
    /// Shifts that they need: ⌈people/places⌉.
    pub shifts: u64,
    /// Mean way; zero where nobody comes.
    pub mean: f64,
    /// Longest way.
    pub longest: f64,
    /// People who live beyond the distance from which a bus is needed.
    pub bus: u64,
}

impl Load {
    /// Whether there would be a third shift.
    pub fn is_failure(&self) -> bool {
        self.shifts > u64::from(MOST_SHIFTS)
    }
}

/// All institutions with their loads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loads {
    /// By institution.
    pub institutions: Vec<Load>,
    /// Who goes where.
    pub assignment: Assignment,
    /// Mean way of all who have a place.
    pub mean: f64,
    /// Longest way.
    pub longest: f64,
    /// People who need a bus.
    pub bus: u64,
}

/// Puts people (by place) into institutions with so many places in one shift. Beyond `bus_from`, in the unit of the reach, a bus
/// is needed.
///
/// Notes: `capacity-people-odd`, `capacity-places-odd`, `capacity-no-places`, `capacity-people-without-place`,
/// `capacity-third-shift`.
pub fn loads(reach: &Reach, people: &[f64], places: &[f64], rule: Rule, bus_from: f64) -> Report<Loads> {
    let mut notes = Vec::new();
    let people = whole(people, reach.starts(), Diagnostic::warning("capacity-people-odd"), &mut notes);
    let places = whole(places, reach.ends(), Diagnostic::warning("capacity-places-odd"), &mut notes);
    let closed = places.iter().filter(|places| **places == 0).count();
    if closed > 0 {
        notes.push(Diagnostic::warning("capacity-no-places").with("count", closed));
    }
    let assignment = match rule {
        Rule::Nearest => nearest(reach, &people, &places),
        Rule::LeastCost { shifts, unmet } => {
            let capacity: Vec<u64> = places.iter().map(|places| places.saturating_mul(u64::from(shifts))).collect();
            assign(reach, &people, &capacity, unmet)
        }
    };
    let loads = Loads::of(assignment, &places, bus_from);
    notes.extend(loads.complaints());
    Report { value: loads, notes }
}

/// Everybody to the nearest institution with places; of equally near ones the first.
fn nearest(reach: &Reach, people: &[u64], places: &[u64]) -> Assignment {
    let mut flows = Vec::new();
    for (start, (row, &people)) in reach.rows().zip(people).enumerate().filter(|(_, (_, people))| **people > 0) {
        let open = row.iter().filter(|(end, _)| places[*end as usize] > 0);
        if let Some(&(end, cost)) = open.min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0))) {
            flows.push(Flow { start: start as u32, end, people, cost });
        }
    }
    Assignment::of(flows, people, reach.ends())
}

impl Loads {
    fn of(assignment: Assignment, places: &[u64], bus_from: f64) -> Self {
        let load = |(people, places): (&u64, &u64)| Load {
            people: *people,
            places: *places,
            class: LoadClass::of(if *people > 0 { *people as f64 / *places as f64 } else { 0.0 }),
            shifts: people.div_ceil((*places).max(1)),
            ..Load::default()
        };
        let mut institutions: Vec<Load> = assignment.load.iter().zip(places).map(load).collect();
        let mut all = Load::default();
        for flow in &assignment.flows {
            for load in [&mut institutions[flow.end as usize], &mut all] {
                // The way of all together first, their mean below.
                load.mean += flow.people as f64 * flow.cost;
                load.longest = load.longest.max(flow.cost);
                load.bus += if flow.cost > bus_from { flow.people } else { 0 };
            }
        }
        all.people = assignment.load.iter().sum();
        for load in institutions.iter_mut().chain([&mut all]) {
            load.mean /= load.people.max(1) as f64;
        }
        Self { institutions, mean: all.mean, longest: all.longest, bus: all.bus, assignment }
    }

    /// People who found no place, and institutions in a third shift.
    fn complaints(&self) -> Vec<Diagnostic> {
        let mut notes = Vec::new();
        let unmet: u64 = self.assignment.unmet.iter().sum();
        if unmet > 0 {
            notes.push(Diagnostic::warning("capacity-people-without-place").with("people", unmet));
        }
        let failing = self.institutions.iter().filter(|load| load.is_failure()).count();
        if failing > 0 {
            notes.push(Diagnostic::warning("capacity-third-shift").with("count", failing));
        }
        notes
    }
}

/// Amounts as whole numbers that add up to the rounded sum: the largest remainders are rounded up (Hamilton 1792). What is
/// negative, infinite, no number or missing counts as none, with a note of how many there were.
fn whole(amounts: &[f64], expected: usize, note: Diagnostic, notes: &mut Vec<Diagnostic>) -> Vec<u64> {
    const MOST: f64 = 1e12;
    let is_sound = |amount: &f64| (0.0..=MOST).contains(amount);
    let odd = amounts.iter().filter(|amount| !is_sound(amount)).count() + amounts.len().abs_diff(expected);
    if odd > 0 {
        notes.push(note.with("count", odd));
    }
    let sound: Vec<f64> = (0..expected).map(|index| amounts.get(index).copied().filter(is_sound).unwrap_or(0.0)).collect();
    let mut whole: Vec<u64> = sound.iter().map(|amount| amount.floor() as u64).collect();
    let remainders: f64 = sound.iter().map(|amount| amount.fract()).sum();
    let mut order: Vec<usize> = (0..expected).filter(|index| sound[*index].fract() > 0.0).collect();
    order.sort_by(|a, b| sound[*b].fract().total_cmp(&sound[*a].fract()).then(a.cmp(b)));
    order.iter().take(remainders.round() as usize).for_each(|index| whole[*index] += 1);
    whole
}
