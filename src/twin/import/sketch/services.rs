//! Which services each settlement has: the known ones at their places, and how many more there must be.

use super::facts::Facts;
use super::plane::{Oblong, dist};
use super::settlements::{Settlement, apportion};
use crate::twin::model::amenity::AmenityKind;

/// The kind of a service of the table.
pub fn kind_of(word: &str) -> AmenityKind {
    match word {
        "school" => AmenityKind::School,
        "arts_school" => AmenityKind::ArtsSchool,
        "kindergarten" => AmenityKind::Kindergarten,
        "polyclinic" => AmenityKind::Polyclinic,
        "hospital" => AmenityKind::Hospital,
        "clinic" => AmenityKind::Clinic,
        "ambulance_station" => AmenityKind::AmbulanceStation,
        "mall" => AmenityKind::Mall,
        "railway_station_area" => AmenityKind::RailwayStation,
        _ => AmenityKind::Other,
    }
}

/// The settlement that a known service belongs to: the one whose reach it lies deepest in.
fn settlement_of(settlements: &[Settlement], service: &super::facts::KnownService) -> Option<usize> {
    let depth = |index: usize| dist(settlements[index].at, service.at) / settlements[index].radius;
    (0..settlements.len()).filter(|&index| depth(index) < 1.5).min_by(|&a, &b| depth(a).total_cmp(&depth(b)))
}

/// The known services of each settlement, by index.
pub fn known_by_settlement(facts: &Facts, settlements: &[Settlement]) -> Vec<Vec<usize>> {
    let mut known = vec![Vec::new(); settlements.len()];
    for (index, service) in facts.services.iter().enumerate() {
        if let Some(settlement) = settlement_of(settlements, service) {
            known[settlement].push(index);
        }
    }
    known
}

/// Buildings of known services at their places, along the settlement's streets, smaller where two stand close.
pub fn known_grounds(facts: &Facts, settlement: &Settlement, services: &[usize]) -> Vec<(usize, Oblong)> {
    let mut grounds: Vec<(usize, Oblong)> = Vec::new();
    for &service in services {
        let known = &facts.services[service];
        let (length, depth) = super::sites::building_size(kind_of(&known.kind));
        let sized = |times: f64| Oblong::new(known.at, settlement.along, length * times, depth * times);
        let free = |oblong: &Oblong| grounds.iter().all(|(_, other)| !oblong.grown(5.0).overlaps(other));
        let oblong = [1.0, 0.75, 0.55, 0.4, 0.25].into_iter().map(sized).find(free);
        if let Some(oblong) = oblong {
            grounds.push((service, oblong));
        }
    }
    grounds
}

/// Services that each settlement has beside the known ones, the greater ones first.
pub fn needs(facts: &Facts, settlements: &[Settlement], known: &[Vec<usize>]) -> Vec<Vec<AmenityKind>> {
    let schools = schools(facts, settlements);
    let missing = |index: usize| {
        let mut needs = wanted(&settlements[index], schools[index]);
        for &service in &known[index] {
            let kind = kind_of(&facts.services[service].kind);
            if let Some(at) = needs.iter().position(|&need| need == kind) {
                needs.remove(at);
            }
        }
        needs
    };
    (0..settlements.len()).map(missing).collect()
}

/// How many schools each settlement has, together exactly as many as the region: towns by residents, then the greatest villages one each.
fn schools(facts: &Facts, settlements: &[Settlement]) -> Vec<usize> {
    let each = |settlement: &Settlement| match settlement.population.value {
        people @ 15_000.. => (f64::from(people) / 6300.0).round() as usize,
        4500.. => 2,
        _ => 0,
    };
    let mut schools: Vec<usize> = settlements.iter().map(each).collect();
    let total = facts.sketch.services_totals.schools;
    let mut order: Vec<usize> = (0..settlements.len()).collect();
    order.sort_by_key(|&index| (std::cmp::Reverse(settlements[index].population.value), index));
    let mut missing = total.saturating_sub(schools.iter().sum());
    for &index in order.iter().filter(|&&index| settlements[index].population.value < 4500) {
        if missing > 0 {
            schools[index] += 1;
            missing -= 1;
        }
    }
    if missing > 0 {
        let weights: Vec<f64> = settlements.iter().map(|settlement| f64::from(settlement.population.value)).collect();
        let more = apportion(missing as u32, &weights);
        schools.iter_mut().zip(more).for_each(|(count, more)| *count += more as usize);
    }
    schools
}

/// Everything that a settlement of its size has.
fn wanted(settlement: &Settlement, schools: usize) -> Vec<AmenityKind> {
    use AmenityKind::*;
    let people = f64::from(settlement.population.value);
    let (town, seat) = (settlement.population.value >= 4500, settlement.seat);
    let one_each = |residents: f64| (people / residents).round() as usize;
    let at_least = |count: usize, holds: bool| if holds { count.max(1) } else { count };
    let big = people >= 15_000.0;
    let rural = match settlement.population.value {
        0..=500 => MedicalPoint,
        501..=1500 => MedicalPoint,
        _ => Clinic,
    };
    let counts = [
        (School, schools),
        (University, if people > 100_000.0 { 2 } else { 0 }),
        (Hospital, at_least(one_each(40_000.0), seat || big)),
        (Polyclinic, at_least(one_each(36_000.0), seat || big)),
        (Market, at_least(one_each(60_000.0), seat || big)),
        (College, at_least(one_each(30_000.0), seat && people > 7000.0)),
        (Sport, at_least(one_each(22_000.0), seat || people > 3000.0)),
        (Kindergarten, at_least(one_each(3300.0), people > 450.0)),
        (rural, usize::from(!town && !seat && people > 60.0)),
        (Administration, at_least(one_each(60_000.0), people > 260.0)),
        (Culture, at_least(one_each(45_000.0), people > 500.0)),
        (FireStation, at_least(one_each(45_000.0), seat || people > 6000.0)),
        (Police, at_least(one_each(25_000.0), seat || people > 1500.0)),
        (BusStation, usize::from(seat || big)),
        (Worship, at_least(one_each(25_000.0), people > 800.0)),
        (AmbulanceStation, usize::from(big)),
        (Museum, usize::from(seat)),
        (Fuel, at_least(one_each(12_000.0), seat || people > 1800.0)),
        (ArtsSchool, at_least(one_each(60_000.0), seat)),
        (Clinic, if town { one_each(30_000.0) } else { 0 }),
        (Lodging, at_least(one_each(30_000.0), seat)),
        (Supermarket, one_each(8000.0)),
        (Pharmacy, at_least(one_each(2600.0), people > 1200.0)),
        (Shop, at_least(one_each(650.0), people > 100.0)),
        (Post, at_least(one_each(9000.0), people > 450.0)),
        (Bank, at_least(one_each(9000.0), seat)),
        (Food, one_each(3000.0)),
        (Dentist, one_each(11_000.0)),
        (Library, at_least(one_each(18_000.0), people > 900.0)),
    ];
    counts.into_iter().flat_map(|(kind, count)| std::iter::repeat_n(kind, count)).collect()
}
