//! What a solution opens or changes, as a template writes it.

use super::formula::Formula;
use crate::twin::model::amenity::AmenityKind;
use crate::{readable_choices, record, variants};

readable_choices!(AmenityKind);

variants! {
    /// What a solution opens or changes: what is pointed at, or else what it brought itself.
    pub enum Effect in "effect" {
        /// Opens an institution.
        Amenity(Institution),
        /// Adds so many places to an institution.
        Capacity(Formula),
        /// Sets the speed limit of a street [km/h].
        Speed(Formula),
        /// Closes a street to cars.
        Closed,
        /// Sets the minutes between vehicles of a line.
        Interval(Formula),
        /// Brings so much internet [Mbit/s] to an institution or a settlement, the nearest one where none is pointed at.
        Connect(Formula),
        /// Sets the generation of a mast: 2 to 5.
        Technology(Formula),
    }
}

record! {
    /// An institution that opens.
    pub struct Institution in "institution" {
        /// What it is.
        kind: AmenityKind,
        /// Places in one shift.
        capacity: Option<Formula>,
        /// Pupils, children or registered patients.
        enrolled: Option<Formula>,
    }
}

impl Effect {
    /// Its formulas.
    pub fn formulas(&self) -> Vec<&Formula> {
        match self {
            Effect::Amenity(institution) => institution.capacity.iter().chain(&institution.enrolled).collect(),
            Effect::Closed => Vec::new(),
            Effect::Capacity(amount)
            | Effect::Speed(amount)
            | Effect::Interval(amount)
            | Effect::Connect(amount)
            | Effect::Technology(amount) => vec![amount],
        }
    }
}
