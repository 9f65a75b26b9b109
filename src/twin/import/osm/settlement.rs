//! Places, and the institutions, services and shops in them.

use super::builder::{Builder, Object};
use super::polygon::Ring;
use super::tables::{AMENITIES, PLACES};
use super::values;
use crate::twin::model::amenity::{Amenity, AmenityKind};
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::origin::Sourced;
use crate::twin::model::place::Place;
use crate::twin::model::quality::Finding;
use crate::twin::model::space::Position;

/// A place that is mapped as an area is the same as a point of that name within this distance [m].
const SAME_PLACE: f64 = 10_000.0;

impl Builder<'_> {
    /// Adds a place, if tags name one; as a second object of the same name nearby it is left out.
    pub fn add_place(&mut self, object: &Object<'_>, position: Position, from_area: bool) {
        let Some(kind) = object.tags.look_up(PLACES) else { return };
        let name = object.name(&mut self.region.strings);
        let known = |(place, shape): (&Place, crate::twin::model::layer::Shape<'_>)| {
            place.name.local == name.local && shape.anchor().distance(position) < SAME_PLACE
        };
        if name.is_empty() || (from_area && self.region.places.iter().any(known)) {
            return;
        }
        let population = self.value(object, &["population"], values::count);
        if population.is_none() && kind.is_settlement() {
            self.region.quality.note(Finding::PopulationUnknown, object.id);
        }
        let seat = matches!(object.tags.get("capital"), Some("yes" | "2" | "3" | "4" | "5" | "6"))
            || object.tags.first(&["state_capital", "region_capital", "district_capital"]).is_some_and(|value| value == "yes");
        let place = Place { id: object.id, name, kind, population: Sourced::observed(population), seat, ..Place::default() };
        self.region.places.push_point(place, position);
    }

    /// Adds what is tagged as an institution, service or shop, at a point.
    pub fn add_amenity_point(&mut self, object: &Object<'_>, position: Position) {
        if let Some(amenity) = self.amenity(object) {
            self.region.amenities.push_point(amenity, position);
        }
    }

    /// Adds what is tagged as an institution, service or shop, with its ground.
    pub fn add_amenity_area(&mut self, object: &Object<'_>, rings: &[Ring]) {
        if let Some(amenity) = self.amenity(object) {
            self.region.amenities.push(amenity, ShapeKind::Area, rings.iter().map(Vec::as_slice));
        }
    }

    fn amenity(&mut self, object: &Object<'_>) -> Option<Amenity> {
        let kind = object.tags.look_up(AMENITIES).map(|kind| refined(kind, object))?;
        let read = |text: &str| values::count(text);
        let capacity = self.value(object, &["capacity", "capacity:persons", "beds", "capacity:beds"], read);
        let enrolled = self.value(object, &["students", "capacity:students"], read);
        let name = object.name(&mut self.region.strings);
        Some(Amenity {
            id: object.id,
            name,
            kind,
            capacity: Sourced::observed(capacity),
            enrolled: Sourced::observed(enrolled),
            ..Amenity::default()
        })
    }
}

/// Words in names that tell institutions apart where the tags of the region's mappers do not.
const NAME_HINTS: &[(AmenityKind, &str, AmenityKind)] = &[
    (AmenityKind::School, "музыкальн", AmenityKind::ArtsSchool),
    (AmenityKind::School, "художественн", AmenityKind::ArtsSchool),
    (AmenityKind::School, "школа искусств", AmenityKind::ArtsSchool),
    (AmenityKind::School, "өнер мектебі", AmenityKind::ArtsSchool),
    (AmenityKind::School, "спортивная школа", AmenityKind::ArtsSchool),
    (AmenityKind::Clinic, "поликлини", AmenityKind::Polyclinic),
    (AmenityKind::Clinic, "емхана", AmenityKind::Polyclinic),
    (AmenityKind::Hospital, "поликлини", AmenityKind::Polyclinic),
    (AmenityKind::Hospital, "емхана", AmenityKind::Polyclinic),
    (AmenityKind::Clinic, "медпункт", AmenityKind::MedicalPoint),
    (AmenityKind::Clinic, "медицинский пункт", AmenityKind::MedicalPoint),
    (AmenityKind::Clinic, "фельдшер", AmenityKind::MedicalPoint),
];

fn refined(kind: AmenityKind, object: &Object<'_>) -> AmenityKind {
    if !NAME_HINTS.iter().any(|hint| hint.0 == kind) {
        return kind;
    }
    let name = object.tags.get("name").unwrap_or("").to_lowercase();
    NAME_HINTS.iter().find(|hint| hint.0 == kind && name.contains(hint.1)).map_or(kind, |hint| hint.2)
}
