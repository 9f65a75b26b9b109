//! What a settlement and the region need of each resource, who gives it, and what is short.

use super::Outcome;
use super::remedy::{Remedy, remedies};
use super::supply::{Amount, Assumption, Party, Supplier, amount, per_resident, standing};
use crate::twin::catalog::Catalog;
use crate::twin::catalog::kind::Solution;
use crate::twin::catalog::resource::Resource;
use crate::twin::catalog::survey::{Settlement, Survey};
use crate::twin::catalog::template::Flow;
use crate::twin::model::choice::Choice;
use crate::twin::model::origin::{Origin, Sourced};
use crate::twin::model::place::PlaceKind;
use crate::twin::model::region::Region;

/// Less than this is nothing, in any unit.
const NOTHING: f64 = 1e-6;

/// Who needs how much of a resource.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Demand {
    /// Who.
    pub party: Party,
    /// How much, in the unit of the resource.
    pub amount: Sourced<f64>,
    /// What one resident is taken to need; for others all of it.
    pub rate: f64,
    /// Why so much.
    pub assumption: Assumption,
}

/// A resource with all who need it and all who give it.
#[derive(Clone, Debug, PartialEq)]
pub struct Balance {
    /// The resource.
    pub resource: Resource,
    /// Who needs it.
    pub demands: Vec<Demand>,
    /// Who gives it.
    pub suppliers: Vec<Supplier>,
    /// Whether the model has data on what stands to give it.
    pub is_known: bool,
    /// Templates that would give what is short, the fitting ones first.
    pub remedies: Vec<Remedy>,
}

impl Balance {
    /// All that is needed.
    pub fn needed(&self) -> f64 {
        self.demands.iter().map(|demand| demand.amount.value).sum()
    }

    /// All that is given, as far as it is known.
    pub fn provided(&self) -> f64 {
        self.suppliers.iter().filter_map(|supplier| if let Amount::Known(amount) = supplier.amount { Some(amount) } else { None }).sum()
    }

    /// Whether it is enough. What nobody knows is neither nothing nor enough.
    pub fn outcome(&self) -> Outcome {
        let gives = |amount: Amount| self.suppliers.iter().any(|supplier| supplier.amount == amount);
        let short = self.needed() - self.provided();
        match short {
            _ if self.needed() < NOTHING => Outcome::Met,
            _ if !self.is_known => Outcome::Unknown,
            short if short < NOTHING || gives(Amount::Ample) => Outcome::Met,
            _ if gives(Amount::Unknown) => Outcome::Unknown,
            short => Outcome::Short(short),
        }
    }

    /// How much is short; zero where it is enough or nobody knows.
    pub fn short(&self) -> f64 {
        if let Outcome::Short(short) = self.outcome() { short } else { 0.0 }
    }
}

/// The balances of a settlement, in the order of the resources; empty for one that there is not. Of the proposed solutions those
/// count that stand in it.
pub fn of_settlement(base: &Region, survey: &Survey, catalog: &Catalog, settlement: usize, proposed: &[Solution]) -> Vec<Balance> {
    let own: Vec<&Solution> = proposed.iter().filter(|solution| home_of(survey, solution) == Some(settlement)).collect();
    balances(base, survey, catalog, settlement, &own)
}

/// The settlement that a solution stands in.
pub fn home_of(survey: &Survey, solution: &Solution) -> Option<usize> {
    survey.settlement_index(super::ground::anchor(solution))
}

fn balances(base: &Region, survey: &Survey, catalog: &Catalog, settlement: usize, own: &[&Solution]) -> Vec<Balance> {
    let Some(place) = survey.settlements().get(settlement) else { return Vec::new() };
    let mut balances: Vec<Balance> = Resource::ALL
        .iter()
        .filter_map(|&resource| {
            let standing = standing(base, survey, place, resource);
            let is_known = standing.is_some();
            let suppliers = standing.into_iter().flatten().chain(proposed_supply(resource, own)).collect();
            let demands: Vec<Demand> =
                residents_demand(survey, place, resource).into_iter().chain(proposed_demand(resource, own)).collect();
            let balance = Balance { resource, demands, suppliers, is_known, remedies: Vec::new() };
            (!balance.demands.is_empty() || !balance.suppliers.is_empty()).then_some(balance)
        })
        .collect();
    if balances.iter().any(|balance| balance.short() > 0.0) {
        let territory = survey.territory(base, place.at, 0.0, 0.0);
        for balance in balances.iter_mut().filter(|balance| balance.short() > 0.0) {
            balance.remedies = remedies(catalog, &territory, balance.resource, balance.short());
        }
    }
    balances
}

fn residents_demand(survey: &Survey, place: &Settlement, resource: Resource) -> Option<Demand> {
    let population = place.population;
    // Where houses have gardens nobody asks for parks.
    let asks = population > 0.0 && (resource != Resource::Green || matches!(place.kind, PlaceKind::City | PlaceKind::Town));
    let rate = per_resident(resource, survey).filter(|_| asks)?;
    let amount = Sourced { value: population * rate.value.value, origin: rate.value.origin };
    Some(Demand { party: Party::Residents, amount, rate: rate.value.value, assumption: rate.assumption })
}

fn proposed_demand(resource: Resource, own: &[&Solution]) -> Vec<Demand> {
    let flows = own.iter().flat_map(|solution| solution.fit.template.needs.iter().map(move |flow| (*solution, flow)));
    let demand = |(solution, flow)| {
        let needed = amount(solution, flow)?;
        let amount = Sourced { value: needed, origin: Origin::Modelled };
        Some(Demand { party: Party::Proposal(solution.key), amount, rate: needed, assumption: Assumption::Template })
    };
    flows.filter(|(_, flow)| flow.what == resource).filter_map(demand).collect()
}

fn proposed_supply(resource: Resource, own: &[&Solution]) -> Vec<Supplier> {
    let flows = own.iter().flat_map(|solution| solution.fit.template.provides.iter().map(move |flow| (*solution, flow)));
    let supplier = |(solution, flow): (&Solution, &Flow)| Supplier {
        party: Party::Proposal(solution.key),
        amount: amount(solution, flow).map_or(Amount::Unknown, Amount::Known),
        origin: Origin::Modelled,
        distance: None,
    };
    flows.filter(|(_, flow)| flow.what == resource).map(supplier).collect()
}

/// Something that a settlement is short of.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortfall {
    /// The settlement, by its index in the survey.
    pub settlement: usize,
    /// Residents that it touches: the settlement's, by the share that is short.
    pub people: f64,
    /// What is short, with its remedies.
    pub balance: Balance,
}

/// What all settlements together need and have of a resource.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total {
    /// The resource.
    pub resource: Resource,
    /// All that is needed.
    pub needed: f64,
    /// All that is given, as far as it is known.
    pub provided: f64,
    /// How many give it.
    pub suppliers: usize,
    /// What settlements are short of: what one has to spare is no help to another.
    pub short: f64,
    /// Settlements of which nobody knows whether they have enough.
    pub unknown: usize,
}

/// The region's totals and where something is short.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegionReport {
    /// Sums over the settlements, in the order of the resources.
    pub totals: Vec<Total>,
    /// What settlements are short of, first what touches the most people.
    pub shortfalls: Vec<Shortfall>,
}

/// The balances of all settlements together, and everything that one of them is short of.
pub fn of_region(base: &Region, survey: &Survey, catalog: &Catalog, proposed: &[Solution]) -> RegionReport {
    let mut own: Vec<Vec<&Solution>> = vec![Vec::new(); survey.settlements().len()];
    for solution in proposed {
        if let Some(settlement) = home_of(survey, solution) {
            own[settlement].push(solution);
        }
    }
    let mut report = RegionReport::default();
    for (settlement, place) in survey.settlements().iter().enumerate() {
        for balance in balances(base, survey, catalog, settlement, &own[settlement]) {
            report.add(&balance);
            if balance.short() > 0.0 {
                let people = place.population * (balance.short() / balance.needed());
                report.shortfalls.push(Shortfall { settlement, people, balance });
            }
        }
    }
    report.totals.sort_by_key(|total| total.resource);
    report.shortfalls.sort_by(|a, b| {
        let order = (a.settlement, a.balance.resource).cmp(&(b.settlement, b.balance.resource));
        b.people.total_cmp(&a.people).then(order)
    });
    report
}

impl RegionReport {
    /// Adds a settlement's balance to the totals.
    fn add(&mut self, balance: &Balance) {
        let of = |total: &Total| total.resource == balance.resource;
        let index = self.totals.iter().position(of).unwrap_or_else(|| {
            self.totals.push(Total { resource: balance.resource, needed: 0.0, provided: 0.0, suppliers: 0, short: 0.0, unknown: 0 });
            self.totals.len() - 1
        });
        let total = &mut self.totals[index];
        total.needed += balance.needed();
        total.provided += balance.provided();
        total.suppliers += balance.suppliers.len();
        total.short += balance.short();
        total.unknown += usize::from(balance.outcome() == Outcome::Unknown);
    }
}
