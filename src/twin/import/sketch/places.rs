//! Puts settlements, their quarters and the airport into the region.

use super::draft::{APART, Ground};
use super::facts::QuarterKind;
use super::plane::{Oblong, add, heading, position, positions, scale};
use super::settlements::Settlement;
use crate::twin::model::amenity::{Amenity, AmenityKind};
use crate::twin::model::cover::{Cover, CoverKind};
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::origin::Sourced;
use crate::twin::model::place::{Place, PlaceKind};
use crate::twin::model::region::Region;

/// What fibre brings to a settlement [Mbit/s]: a little over the national mean of 94.
const FIBRE: u32 = 100;

/// Adds the settlements, then the quarters of those that the sketch knows more of.
pub fn add_to(region: &mut Region, ground: &Ground, settlements: &[Settlement], connected: &[bool]) {
    for (index, settlement) in settlements.iter().enumerate() {
        let place = Place {
            id: FeatureId::new(IdKind::Sketch, (index as i64 + 1) << 24),
            name: settlement.name.name(&mut region.strings),
            kind: settlement.kind,
            population: Sourced { value: Some(settlement.population.value), origin: settlement.population.origin },
            seat: settlement.seat,
            internet: Sourced::assumed(connected.get(index).is_some_and(|connected| *connected).then_some(FIBRE)),
        };
        region.places.push_point(place, position(settlement.at));
    }
    let mut next = 0;
    for quarter in ground.facts.sketch.towns.iter().flat_map(|town| &town.quarters) {
        next += 1;
        let id = FeatureId::new(IdKind::Sketch, ((APART + 8) << 24) | next);
        let name = quarter.name.name(&mut region.strings);
        let at = position(ground.facts.at(quarter.at));
        match quarter.kind {
            QuarterKind::Park => {
                region.amenities.push_point(Amenity { id, name, kind: AmenityKind::Park, ..Default::default() }, at);
            }
            QuarterKind::Quarter => {
                region.places.push_point(Place { id, name, kind: PlaceKind::Quarter, ..Default::default() }, at);
            }
            QuarterKind::Suburb => {
                region.places.push_point(Place { id, name, kind: PlaceKind::Suburb, ..Default::default() }, at);
            }
        }
    }
    airports(region, ground);
}

fn airports(region: &mut Region, ground: &Ground) {
    for (index, airport) in ground.facts.sketch.airports.iter().enumerate() {
        let id = |part: i64| FeatureId::new(IdKind::Sketch, ((APART + 9) << 24) | ((index as i64) << 4) | part);
        let name = airport.name.name(&mut region.strings);
        let (centre, along) = (ground.facts.at(airport.at), heading(airport.heading));
        let aside = scale(super::plane::left(along), 180.0);
        let parts = [
            (CoverKind::Airport, Oblong::new(add(centre, aside), along, airport.length + 600.0, 720.0)),
            (CoverKind::Runway, Oblong::new(centre, along, airport.length, 45.0)),
            (CoverKind::Runway, Oblong::new(add(centre, scale(aside, 1.4)), along, 320.0, 110.0)),
            (CoverKind::Runway, Oblong::new(add(centre, scale(aside, 0.6)), super::plane::left(along), 190.0, 24.0)),
        ];
        for (part, (kind, ground)) in parts.into_iter().enumerate() {
            region.cover.push(Cover { id: id(part as i64), name, kind }, ShapeKind::Area, [&positions(&ground.corners())[..]]);
        }
        let amenity = Amenity { id: id(9), name, kind: AmenityKind::Airport, ..Default::default() };
        region.amenities.push_point(amenity, position(ground.facts.at(airport.terminal)));
    }
}
