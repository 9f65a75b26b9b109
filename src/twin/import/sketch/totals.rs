//! Makes services add up: pupils, places and names, so that the totals that are known hold.

use super::draft::APART;
use super::facts::Facts;
use super::plane::dist;
use super::settlements::{Settlement, apportion};
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::id::unit_fraction;
use crate::twin::model::names::Name;
use crate::twin::model::origin::Sourced;
use crate::twin::model::region::Region;
use std::collections::BTreeMap;

/// The settlement of a service, by the number in its reference.
fn settlement_of(number: i64) -> Option<usize> {
    let settlement = number >> 24;
    (settlement < APART).then(|| (settlement - 1) as usize)
}

/// Indices of the services of a kind, by settlement.
fn by_settlement(region: &Region, kind: AmenityKind) -> BTreeMap<usize, Vec<usize>> {
    let mut services: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, amenity) in region.amenities.features.iter().enumerate().filter(|(_, amenity)| amenity.kind == kind) {
        if let Some(settlement) = settlement_of(amenity.id.number()) {
            services.entry(settlement).or_default().push(index);
        }
    }
    services
}

/// Fills in pupils, children, places, shifts and names.
pub fn fill(region: &mut Region, facts: &Facts, settlements: &[Settlement]) {
    schools(region, facts, settlements);
    kindergartens(region, facts, settlements);
    health(region, settlements);
    names(region, settlements);
}

/// Pupils by where people live; a village without a school sends its pupils to the nearest one.
fn schools(region: &mut Region, facts: &Facts, settlements: &[Settlement]) {
    let schools = by_settlement(region, AmenityKind::School);
    let mut residents: BTreeMap<usize, f64> = schools.keys().map(|&settlement| (settlement, 0.0)).collect();
    for (index, settlement) in settlements.iter().enumerate() {
        let near = |&&other: &&usize| dist(settlements[other].at, settlement.at);
        let school =
            if schools.contains_key(&index) { Some(index) } else { schools.keys().min_by(|a, b| near(a).total_cmp(&near(b))).copied() };
        if let Some(sum) = school.and_then(|school| residents.get_mut(&school)) {
            *sum += f64::from(settlement.population.value);
        }
    }
    let mut weights = vec![0.0; region.amenities.len()];
    for (settlement, list) in &schools {
        let drawn: Vec<f64> = list.iter().map(|&index| 0.55 + unit_fraction(region.amenities.features[index].id.seed())).collect();
        let total: f64 = drawn.iter().sum();
        for (&index, weight) in list.iter().zip(&drawn) {
            weights[index] = residents[settlement] * weight / total;
        }
    }
    let pupils = apportion(facts.sketch.services_totals.pupils, &weights);
    for &index in schools.values().flatten() {
        let amenity = &mut region.amenities.features[index];
        let (enrolled, draw) = (pupils[index], unit_fraction(amenity.id.seed() ^ 1));
        // Larger schools are the fuller ones: most work two shifts.
        let shifts = if enrolled > 420 && draw < 0.78 { 2 } else { 1 };
        let filled = f64::from(enrolled) / f64::from(shifts) * (1.02 + 0.35 * unit_fraction(amenity.id.seed() ^ 2));
        let step = if filled < 200.0 { 20.0 } else { 50.0 };
        amenity.enrolled = Sourced::assumed(Some(enrolled));
        amenity.shifts = Sourced::assumed(shifts);
        amenity.capacity = Sourced::assumed(Some(((filled / step).ceil() * step).max(40.0) as u32));
    }
}

/// Children by where people live; places are short by the queues that are known.
fn kindergartens(region: &mut Region, facts: &Facts, settlements: &[Settlement]) {
    let totals = &facts.sketch.services_totals;
    for (settlement, list) in by_settlement(region, AmenityKind::Kindergarten) {
        let known = settlements[settlement].known;
        let queue = totals.kindergarten_queue.iter().find(|entry| Some(entry.0) == known).map_or(0, |entry| entry.1);
        let children = (f64::from(settlements[settlement].population.value) / 1000.0 * totals.kindergarten_children).round() as u32;
        let seeds: Vec<u64> = list.iter().map(|&index| region.amenities.features[index].id.seed()).collect();
        let places =
            apportion(children.saturating_sub(queue), &seeds.iter().map(|&seed| 0.7 + unit_fraction(seed ^ 3)).collect::<Vec<_>>());
        let waiting = waiting(region, facts, &list, queue);
        for ((&index, places), waiting) in list.iter().zip(places).zip(waiting) {
            let amenity = &mut region.amenities.features[index];
            amenity.capacity = Sourced::assumed(Some(places));
            amenity.enrolled = Sourced::assumed(Some(places + waiting));
            amenity.shifts = Sourced::assumed(1);
        }
    }
}

/// How a settlement's queue is spread over its kindergartens: first as is known of some quarters, the rest evenly.
fn waiting(region: &Region, facts: &Facts, list: &[usize], queue: u32) -> Vec<u32> {
    let mut waiting = vec![0; list.len()];
    let mut left = queue;
    let mut free = vec![1.0; list.len()];
    for &(lon, lat, radius, children) in &facts.sketch.services_totals.queue_about {
        let centre = facts.at((lon, lat));
        let about = |&index: &usize| dist(region.amenities.shapes.get(index).anchor().metres(), centre) < radius;
        let weights: Vec<f64> = list.iter().map(|index| f64::from(u8::from(about(index)))).collect();
        if queue == 0 || weights.iter().sum::<f64>() == 0.0 {
            continue;
        }
        for (slot, share) in apportion(children.min(left), &weights).into_iter().enumerate() {
            waiting[slot] += share;
        }
        left = left.saturating_sub(children);
        free.iter_mut().zip(&weights).filter(|(_, weight)| **weight > 0.0).for_each(|(free, _)| *free = 0.0);
    }
    for (slot, share) in apportion(left, &free).into_iter().enumerate() {
        waiting[slot] += share;
    }
    waiting
}

/// Beds and visits a shift.
fn health(region: &mut Region, settlements: &[Settlement]) {
    let per_1000 =
        [(AmenityKind::Hospital, 6.2), (AmenityKind::Polyclinic, 24.0), (AmenityKind::Clinic, 14.0), (AmenityKind::MedicalPoint, 22.0)];
    for (kind, norm) in per_1000 {
        for (settlement, list) in by_settlement(region, kind) {
            let people = f64::from(settlements[settlement].population.value);
            for &index in &list {
                let amenity = &mut region.amenities.features[index];
                let share = people * (0.8 + 0.5 * unit_fraction(amenity.id.seed() ^ 5)) / list.len() as f64;
                amenity.capacity = Sourced::assumed(Some((share / 1000.0 * norm).round().max(5.0) as u32));
                if kind != AmenityKind::Hospital {
                    amenity.enrolled = Sourced::assumed(Some((people / list.len() as f64).round() as u32));
                }
            }
        }
    }
}

/// Names for schools, kindergartens and clinics that have none: by number in towns, by the village elsewhere.
fn names(region: &mut Region, settlements: &[Settlement]) {
    let numbered = [
        (AmenityKind::School, ["жалпы білім беретін мектеп", "Общеобразовательная школа", "Secondary School"], 20),
        (AmenityKind::Kindergarten, ["балабақша", "Ясли-сад", "Kindergarten"], 70),
        (AmenityKind::Polyclinic, ["емхана", "Поликлиника", "Polyclinic"], 7),
    ];
    for (kind, [kk, ru, en], free_from) in numbered {
        for (settlement, list) in by_settlement(region, kind) {
            let place = settlements[settlement].name.clone();
            let unnamed: Vec<usize> = list.iter().copied().filter(|&index| region.amenities.features[index].name.is_empty()).collect();
            let first = if unnamed.len() < list.len() { free_from } else { 1 };
            for (rank, &index) in unnamed.iter().enumerate() {
                let number = first + rank;
                let name = if list.len() > 1 {
                    [format!("№ {number} {kk}"), format!("{ru} № {number}"), format!("{en} No. {number}")]
                } else {
                    [format!("{} {}", place.0, owned(kk)), format!("{ru}, {}", place.1), format!("{} {en}", place.2)]
                };
                region.amenities.features[index].name = Name::of(&mut region.strings, &name[0], &name[1], &name[2]);
            }
        }
    }
}

/// The possessive of the Kazakh words used here ("мектеп" → "мектебі").
fn owned(words: &str) -> String {
    if let Some(stem) = words.strip_suffix('п') {
        format!("{stem}бі")
    } else if words.ends_with("ша") || words.ends_with("на") {
        format!("{words}сы")
    } else {
        words.to_owned()
    }
}
