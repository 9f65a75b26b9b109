//! Where a placed solution gets from what it needs: the road before it, fibre or a mast, the institutions of its settlement.

use super::Outcome;
use super::ground::Ground;
use super::supply::{self, Amount, FeatureRef, Party, Supplier, per_resident};
use crate::choice;
use crate::twin::catalog::kind::Solution;
use crate::twin::catalog::resource::Resource;
use crate::twin::catalog::survey::Survey;
use crate::twin::model::origin::Origin;
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;

/// How far a street for vehicles may be to give access [m].
const ROAD_REACH: f64 = 100.0;
/// How far a mast carries data to a building [m].
const MAST_REACH: f64 = 5_000.0;
/// Institutions that are named, nearest first.
const NAMED: usize = 3;
/// How far institutions are looked for [m].
const INSTITUTION_REACH: f64 = 30_000.0;

choice! {
    /// How it was judged whether a need is met.
    pub enum Rule in "need-rule" {
        /// The model knows no network of it: the operator has to be asked.
        Operator = "operator",
        /// The model has no data on it.
        Unmodelled = "unmodelled",
        /// A street for vehicles within a hundred metres.
        Road = "road",
        /// Fibre in the settlement or within two kilometres, else the nearest mast within five.
        Internet = "internet",
        /// What the settlement's institutions have to spare.
        Institutions = "institutions",
    }
}

/// A need of a solution and where it is met from.
#[derive(Clone, Debug, PartialEq)]
pub struct NeedReport {
    /// The resource.
    pub resource: Resource,
    /// How much, in the unit of the resource; none where the template's formula has no value there.
    pub amount: Option<f64>,
    /// Who gives it, nearest first.
    pub suppliers: Vec<Supplier>,
    /// Whether it is enough.
    pub outcome: Outcome,
    /// How that was judged.
    pub rule: Rule,
}

/// Every need of a solution, in the template's order.
pub fn reports(base: &Region, survey: &Survey, solution: &Solution, ground: &Ground) -> Vec<NeedReport> {
    let report = |flow| {
        let amount = supply::amount(solution, flow);
        let (rule, suppliers, outcome) = judge(base, survey, ground, flow.what, amount.unwrap_or(0.0));
        let outcome = if amount.is_some() { outcome } else { Outcome::Unknown };
        NeedReport { resource: flow.what, amount, suppliers, outcome, rule }
    };
    solution.fit.template.needs.iter().map(report).collect()
}

type Judgement = (Rule, Vec<Supplier>, Outcome);

fn judge(base: &Region, survey: &Survey, ground: &Ground, resource: Resource, needed: f64) -> Judgement {
    match resource {
        Resource::Road => road(base, survey, ground, needed),
        Resource::Internet => internet(base, survey, ground, needed),
        resource if !resource.institutions().is_empty() => institutions(base, survey, ground, resource, needed),
        Resource::Power | Resource::Heat | Resource::Water | Resource::Sewage => (Rule::Operator, Vec::new(), Outcome::Unknown),
        _ => (Rule::Unmodelled, Vec::new(), Outcome::Unknown),
    }
}

fn road(base: &Region, survey: &Survey, ground: &Ground, needed: f64) -> Judgement {
    let Some((street, distance)) = ground.nearest(&survey.streets, &base.streets.shapes) else {
        return (Rule::Road, Vec::new(), if survey.streets.is_empty() { Outcome::Unknown } else { Outcome::Short(needed) });
    };
    let supplier = Supplier {
        party: Party::Feature(FeatureRef::new(&base.streets, street)),
        amount: Amount::Ample,
        origin: Origin::Observed,
        distance: Some(distance),
    };
    (Rule::Road, vec![supplier], if distance <= ROAD_REACH { Outcome::Met } else { Outcome::Short(needed) })
}

fn internet(base: &Region, survey: &Survey, ground: &Ground, needed: f64) -> Judgement {
    if survey.fibre.is_empty() && survey.masts.is_empty() {
        return (Rule::Internet, Vec::new(), Outcome::Unknown);
    }
    if let Some(fibre) = fibre(base, survey, ground.anchor) {
        return (Rule::Internet, vec![fibre], Outcome::Met);
    }
    let nearest = survey.masts.nearest(&base.masts.shapes, ground.anchor).filter(|(_, distance)| *distance <= MAST_REACH);
    let mast = nearest.map(|(mast, distance)| Supplier { distance: Some(distance), ..supply::mast(base, mast, supply::bandwidth) });
    let outcome = match mast.map_or(Amount::Known(0.0), |mast| mast.amount) {
        Amount::Known(given) if given < needed => Outcome::Short(needed - given),
        Amount::Unknown => Outcome::Unknown,
        Amount::Known(_) | Amount::Ample => Outcome::Met,
    };
    (Rule::Internet, mast.into_iter().collect(), outcome)
}

/// Fibre near a place, or in the settlement about it.
fn fibre(base: &Region, survey: &Survey, at: Position) -> Option<Supplier> {
    let around = survey.settlement(at).filter(|settlement| settlement.at.distance(at) <= settlement.reach());
    let led_through = || {
        let led = around.and_then(|settlement| supply::fibre(base, survey, settlement.at, settlement.reach()))?;
        let nearest = survey.fibre.nearest(&base.cables.shapes, at).map(|(_, distance)| distance);
        Some(Supplier { distance: nearest, ..led })
    };
    supply::fibre(base, survey, at, 0.0).or_else(led_through)
}

/// What the institutions of the settlement have beyond what its residents need.
fn institutions(base: &Region, survey: &Survey, ground: &Ground, resource: Resource, needed: f64) -> Judgement {
    let near = survey.amenities_near(resource.institutions(), ground.anchor, INSTITUTION_REACH);
    let supplier =
        |(index, at): &(u32, _)| Supplier { distance: Some(ground.anchor.distance(*at)), ..supply::institution(base, *index as usize) };
    let named = near.iter().take(NAMED).map(supplier).collect();
    (Rule::Institutions, named, spare(base, survey, ground, resource, needed).unwrap_or(Outcome::Unknown))
}

fn spare(base: &Region, survey: &Survey, ground: &Ground, resource: Resource, needed: f64) -> Option<Outcome> {
    let settlement = survey.settlement(ground.anchor)?;
    let rate = per_resident(resource, survey)?;
    let mut provided = 0.0;
    for supplier in supply::standing(base, survey, settlement, resource)? {
        provided += if let Amount::Known(amount) = supplier.amount { amount } else { return None };
    }
    let short = needed - (provided - settlement.population * rate.value.value).max(0.0);
    Some(if short > 0.0 { Outcome::Short(short) } else { Outcome::Met })
}
