//! Settlements: the known ones with their names and residents, then the generated villages that make up the rest.

use super::chance::Chance;
use super::districts::district_of;
use super::facts::{Facts, TownKind, Words, by_latitude};
use super::names::village_names;
use super::plane::{P, area, dist, from_segment, heading, inside};
use super::waters::Waters;
use crate::twin::model::origin::Sourced;
use crate::twin::model::place::PlaceKind;
use crate::twin::model::street::StreetClass;

/// A settlement to be drawn.
#[derive(Clone, Debug)]
pub struct Settlement {
    /// Number of the table; none of a generated village.
    pub known: Option<i64>,
    /// Index among the sketch's towns, where it is one of them.
    pub fact: Option<usize>,
    pub name: Words,
    pub kind: PlaceKind,
    pub population: Sourced<u32>,
    pub seat: bool,
    pub at: P,
    /// About how far it reaches, metres.
    pub radius: f64,
    /// Direction of its main street.
    pub along: P,
    /// Class of its main street.
    pub main_class: StreetClass,
}

impl Settlement {
    /// Whether it is drawn as a town, with a grid of streets, rather than as a village.
    pub fn is_town(&self) -> bool {
        self.population.value >= 4500
    }
}

/// About how far a settlement of so many residents reaches, metres.
fn radius_of(population: u32) -> f64 {
    let people = f64::from(population);
    if population >= 4500 {
        (people * (2200.0 / people.powf(0.22)) / std::f64::consts::PI).sqrt() + 200.0
    } else {
        320.0 + 17.0 * people.sqrt()
    }
}

/// How far a drawn plan reaches, metres.
fn radius_of_plan(plan: &super::facts::PlanFact) -> f64 {
    plan.along.iter().chain(&plan.across).fold(0.0f64, |reach, line| reach.max(line.abs()))
}

/// The settlements that the tables know.
pub fn known(facts: &Facts) -> Vec<Settlement> {
    let sketch = &facts.sketch;
    let make = |place: &super::facts::KnownPlace| {
        let fact = sketch.towns.iter().position(|town| town.id == place.id);
        let town = fact.map(|index| &sketch.towns[index]);
        let known = town.and_then(|town| town.population).or((place.population > 0).then_some(place.population));
        let population = match known {
            Some(population) => Sourced::observed(population),
            None => Sourced::assumed(town.and_then(|town| town.estimate).unwrap_or(500)),
        };
        let at = facts.frame.metres_from_geo(place.at);
        let shift = town.map_or((0.0, 0.0), |town| town.shift);
        let plain = || Words(place.name.clone(), place.name.clone(), place.name.clone());
        let bearing = town.and_then(|town| town.plan.as_ref().map(|plan| plan.heading).or(town.heading));
        let seeded = Chance::of(sketch.seed, &[place.id]).range(0.0, 180.0);
        Settlement {
            known: Some(place.id),
            fact,
            name: town.map_or_else(plain, |town| town.name.clone()),
            kind: match town.map(|town| town.kind) {
                Some(TownKind::City) => PlaceKind::City,
                Some(TownKind::Town) => PlaceKind::Town,
                _ => PlaceKind::Village,
            },
            population,
            seat: town.is_some_and(|town| town.seat),
            at: [at[0] + shift.0, at[1] + shift.1],
            radius: town.and_then(|town| town.plan.as_ref()).map_or(radius_of(population.value), radius_of_plan),
            along: heading(bearing.unwrap_or(seeded)),
            main_class: StreetClass::Tertiary,
        }
    };
    facts.places.iter().map(make).collect()
}

/// Adds the generated villages.
pub fn add_villages(facts: &Facts, waters: &Waters, settlements: &mut Vec<Settlement>) {
    let seed = facts.sketch.seed;
    let taken: Vec<&Words> = settlements.iter().map(|settlement| &settlement.name).collect();
    let mut names = village_names(&facts.sketch.villages, &taken, seed).into_iter();
    let trunks = trunk_lines(facts);
    let quotas = quotas(facts);
    let mut villages = Vec::new();
    for (district, &quota) in quotas.iter().enumerate() {
        let mut chance = Chance::of(seed, &[13, district as i64]);
        let ring = &facts.districts[district].ring;
        let mut placed = 0;
        for attempt in 0..6000 {
            if placed == quota {
                break;
            }
            // The longer the search, the less choosy.
            let ease = f64::from(attempt) / 6000.0;
            let p = place_in(ring, &mut chance);
            let spacing = facts.sketch.villages.spacing * chance.range(1.0, 1.9 - 0.8 * ease).max(1.0);
            if chance.happens(appeal(waters, &trunks, p) + ease)
                && district_of(&facts.districts, p) == Some(district)
                && waters.clearance(p) > 650.0
                && clear(settlements, &villages, p, spacing)
            {
                villages.push((p, district));
                placed += 1;
            }
        }
    }
    let residents = residents(facts, settlements, villages.len());
    for ((p, _), population) in villages.into_iter().zip(residents) {
        let name = names.next().unwrap_or_default();
        settlements.push(Settlement {
            known: None,
            fact: None,
            name,
            kind: if population < 150 { PlaceKind::Hamlet } else { PlaceKind::Village },
            population: Sourced::assumed(population),
            seat: false,
            at: p,
            radius: radius_of(population),
            along: [1.0, 0.0],
            main_class: StreetClass::Residential,
        });
    }
}

fn clear(settlements: &[Settlement], villages: &[(P, usize)], p: P, spacing: f64) -> bool {
    settlements.iter().all(|other| dist(other.at, p) > other.radius + spacing)
        && villages.iter().all(|&(other, _)| dist(other, p) > spacing)
}

/// A place in a ring.
fn place_in(ring: &[P], chance: &mut Chance) -> P {
    let mut bounds = crate::twin::model::space::Bounds::default();
    ring.iter().for_each(|&p| bounds.include(p));
    for _ in 0..60 {
        let p = [chance.range(bounds.min[0], bounds.max[0]), chance.range(bounds.min[1], bounds.max[1])];
        if inside(ring, p) {
            return p;
        }
    }
    ring[0]
}

/// How much a place invites a village, 0 to 1: by water and by a main road.
fn appeal(waters: &Waters, trunks: &[(P, P)], p: P) -> f64 {
    let by_water = if waters.clearance(p) < super::waters::FAR { 0.55 } else { 0.0 };
    let away = trunks.iter().map(|&(a, b)| from_segment(p, a, b).0).fold(f64::MAX, f64::min);
    let by_road = if away < 2500.0 { 0.6 } else { 0.25 * (1.0 - away / 30_000.0).max(0.0) };
    (0.06 + by_water + by_road).min(1.0)
}

fn trunk_lines(facts: &Facts) -> Vec<(P, P)> {
    let point = |stop: &super::facts::Stop| match *stop {
        super::facts::Stop::At(lon, lat) => Some(facts.at((lon, lat))),
        super::facts::Stop::Town(id) => facts.places.iter().find(|place| place.id == id).map(|place| facts.frame.metres_from_geo(place.at)),
    };
    let lines = facts.sketch.roads.iter().map(|road| road.stops.iter().filter_map(point).collect::<Vec<P>>());
    lines.flat_map(|line| line.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()).collect()
}

/// How many villages each district gets: by its area and how settled its latitude is; cities of regional rank get few.
fn quotas(facts: &Facts) -> Vec<usize> {
    let weight = |ring: &Vec<P>| {
        let mut chance = Chance::of(facts.sketch.seed, &[17]);
        let mean = (0..40).map(|_| by_latitude(&facts.sketch.villages.density, facts.latitude(place_in(ring, &mut chance)))).sum::<f64>();
        let size = area(ring).abs() / 1e6;
        if size < 700.0 { 0.0 } else { mean / 40.0 * size }
    };
    let weights: Vec<f64> = facts.districts.iter().map(|district| weight(&district.ring)).collect();
    apportion(facts.sketch.villages.count as u32, &weights).into_iter().map(|quota| quota as usize).collect()
}

/// Residents of the generated villages: log-normal, together what the region has beyond the known places.
fn residents(facts: &Facts, settlements: &[Settlement], count: usize) -> Vec<u32> {
    let villages = &facts.sketch.villages;
    let known: u32 = settlements.iter().map(|settlement| settlement.population.value).sum();
    let missing = facts.sketch.population.saturating_sub(known);
    let mut chance = Chance::of(facts.sketch.seed, &[19]);
    let drawn: Vec<f64> = (0..count).map(|_| (0.75 * chance.normal()).exp()).collect();
    let (least, greatest) = (f64::from(villages.least), f64::from(villages.greatest));
    let total = |factor: f64| drawn.iter().map(|size| (size * factor).clamp(least, greatest)).sum::<f64>();
    let (mut low, mut high) = (1.0, greatest);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if total(middle) < f64::from(missing) { low = middle } else { high = middle }
    }
    drawn.iter().map(|size| (size * low).clamp(least, greatest).round() as u32).collect()
}

/// Whole shares of a total in proportion to weights, exact in sum (largest remainders).
pub fn apportion(total: u32, weights: &[f64]) -> Vec<u32> {
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 {
        return vec![0; weights.len()];
    }
    let exact: Vec<f64> = weights.iter().map(|weight| weight / sum * f64::from(total)).collect();
    let mut shares: Vec<u32> = exact.iter().map(|share| share.floor() as u32).collect();
    let mut order: Vec<usize> = (0..weights.len()).filter(|&index| weights[index] > 0.0).collect();
    order.sort_by(|&a, &b| exact[b].fract().total_cmp(&exact[a].fract()).then(a.cmp(&b)));
    let missing = total.saturating_sub(shares.iter().sum());
    for &index in order.iter().cycle().take(missing as usize) {
        shares[index] += 1;
    }
    shares
}
