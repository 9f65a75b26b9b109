//! What is short in a region, before anybody asks: in each settlement the places, visits and networks that its people need and have
//! not, and the institutions that they have not within reach; ranked by the people whom it touches.

use super::kind::{self, AdviceKind, KINDS};
use super::plot::SIDE;
use super::ways::Ways;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::kind::geometry;
use crate::twin::catalog::resource::Resource;
use crate::twin::catalog::site::Geometry;
use crate::twin::catalog::survey::{Home, Settlement};
use crate::twin::conformity::{Balance, of_settlement};
use crate::twin::model::choice::Choice;
use crate::twin::simulate::outcome::Field;
use crate::twin::simulate::{self, Setting, Simulation, rescue, services};
use rayon::prelude::*;

/// The models whose fields tell how far homes are from institutions.
pub static MODELS: [&Simulation; 2] = [&services::SIMULATION, &rescue::SIMULATION];

/// Fewer people than this are no shortfall: they are what rounding leaves.
const FEWEST: f64 = 1.0;
/// People on a square metre of a settlement, and how much longer ways are than straight: for a first guess of how many are needed.
const SETTLED: f64 = 0.002;
const DETOUR: f64 = 1.3;
/// The share of a park that is green, for a first guess.
const GREEN: f64 = 0.8;

/// Something that a settlement is short of.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortfall {
    /// What is short: the name of a resource (`school-places`, `kindergarten-places`, `visits`, `internet`, `coverage`, `green`), or
    /// of a lack of something in reach (`school-reach`, `clinic-reach`, `hub-reach` …).
    pub id: &'static str,
    /// The settlement, by its index in the survey.
    pub settlement: usize,
    /// People who are concerned: those of the settlement.
    pub people: f64,
    /// The share, 0 to 1, of what they should have that is missing.
    pub gap: f64,
    /// People times gap: what shortfalls are ranked by.
    pub weight: f64,
    /// The template that would mend it; none where the library has none that can be placed.
    pub template: Option<String>,
    /// How many of it: by what one gives; of institutions in reach a first guess by how densely people live.
    pub count: usize,
}

/// What is short, the heaviest first. What nobody knows is not short. It runs [`MODELS`]; who has their outcomes asks
/// [`ranked`].
pub fn shortfalls(setting: &Setting, catalog: &Catalog) -> Vec<Shortfall> {
    let outcomes = simulate::run(&MODELS, setting);
    ranked(setting, catalog, &|id| outcomes.iter().flat_map(|outcome| &outcome.fields).find(|field| field.id == id))
}

/// The same by fields that are known already, found by their ids.
pub fn ranked<'f>(setting: &Setting, catalog: &Catalog, field: &(dyn Fn(&str) -> Option<&'f Field> + Sync)) -> Vec<Shortfall> {
    let settlements = setting.survey.settlements();
    let of_balances = || -> Vec<Shortfall> {
        let all = 0..settlements.len();
        all.into_par_iter().flat_map_iter(|settlement| short_of(setting, catalog, settlement)).collect()
    };
    let of_reach = || -> Vec<Shortfall> {
        let homes: Vec<&Home> = setting.survey.all_homes().collect();
        let beyond = |kind: &'static AdviceKind| kind.lack.and_then(|lack| field(lack.field)).map(|field| (kind, field));
        let known: Vec<_> = KINDS.iter().filter_map(beyond).collect();
        known.into_par_iter().flat_map_iter(|(kind, field)| out_of_reach(setting, catalog, kind, field, &homes)).collect()
    };
    let (balances, reach) = rayon::join(of_balances, of_reach);
    let mut all: Vec<Shortfall> = balances.into_iter().chain(reach).filter(|shortfall| shortfall.weight >= FEWEST).collect();
    all.sort_by(|a, b| b.weight.total_cmp(&a.weight).then((a.settlement, a.id).cmp(&(b.settlement, b.id))));
    all
}

/// What a settlement has too little of.
fn short_of(setting: &Setting, catalog: &Catalog, settlement: usize) -> Vec<Shortfall> {
    let Setting { region, survey, .. } = setting;
    let people = survey.settlements()[settlement].population;
    let short = |balance: Balance| {
        let gap = balance.short() / balance.needed();
        let (template, count) = remedy(setting, catalog, &balance).unzip();
        let count = count.unwrap_or_default();
        Shortfall { id: balance.resource.name(), settlement, people, gap, weight: people * gap, template, count }
    };
    let balances = of_settlement(region, survey, catalog, settlement, &[]).into_iter();
    balances.filter(|balance| balance.short() > 0.0).map(short).collect()
}

/// The first solution that supplies a lack and can be placed without being drawn, and how many of it.
fn remedy(setting: &Setting, catalog: &Catalog, balance: &Balance) -> Option<(String, usize)> {
    let needs_kind = |geometry: Geometry| match geometry {
        Geometry::Point | Geometry::Area => kind::mending(balance.resource.name()).is_some(),
        // A cable can be led from where there is one.
        Geometry::Line => balance.resource == Resource::Internet && !setting.survey.fibre.is_empty(),
        Geometry::Existing => false,
    };
    let placeable = |id: &str| catalog.template(id).is_some_and(|template| needs_kind(geometry(template)));
    let remedy = balance.remedies.iter().find(|remedy| placeable(&remedy.template))?;
    let by_area = || (balance.short() / (SIDE * SIDE * GREEN)).ceil();
    Some((remedy.template.clone(), remedy.count(balance.short()).unwrap_or_else(by_area).max(1.0) as usize))
}

/// Settlements whose people have no institution of a kind within reach. The homes are in the order of their buildings, as the field.
fn out_of_reach(setting: &Setting, catalog: &Catalog, kind: &'static AdviceKind, field: &Field, homes: &[&Home]) -> Vec<Shortfall> {
    let settlements = setting.survey.settlements();
    let (Some(lack), false) = (kind.lack, kind.standing(setting.region).is_empty()) else { return Vec::new() };
    let norm = setting.assumptions.get(kind.norm);
    let (mut all, mut beyond) = (vec![0.0; settlements.len()], vec![0.0; settlements.len()]);
    let mut values = field.values.iter().peekable();
    for home in homes {
        while values.next_if(|(building, _)| *building < home.building).is_some() {}
        let found = values.peek().filter(|(building, _)| *building == home.building);
        let (settlement, residents) = (home.settlement as usize, f64::from(home.residents));
        all[settlement] += residents;
        if found.is_none_or(|(_, cost)| f64::from(*cost) > norm) {
            beyond[settlement] += residents;
        }
    }
    let short = |(settlement, place): (usize, &Settlement)| {
        let (people, weight) = (all[settlement], beyond[settlement]);
        let template = Some(kind.template_in(place.kind)).filter(|id| catalog.template(id).is_some()).map(str::to_owned);
        let count = if template.is_some() { (weight / served_by_one(kind, norm)).ceil().max(1.0) as usize } else { 0 };
        (people > 0.0).then(|| Shortfall { id: lack.id, settlement, people, gap: weight / people, weight, template, count })
    };
    settlements.iter().enumerate().filter_map(short).collect()
}

/// People whom one institution has in its reach where they live as densely as is usual.
fn served_by_one(kind: &AdviceKind, norm: f64) -> f64 {
    match kind.ways {
        Ways::OnFoot => SETTLED * std::f64::consts::PI * (norm / DETOUR).powi(2),
        Ways::Radio => SETTLED * std::f64::consts::PI * norm.powi(2),
        // By car a settlement is crossed in time.
        Ways::ByCar => f64::INFINITY,
    }
}
