//! Cities, towns, villages and their quarters.

use super::id::FeatureId;
use super::names::Name;
use super::origin::Sourced;
use crate::{choice, feature};

choice! {
    /// What kind of place it is, largest first.
    pub enum PlaceKind in "place" {
        /// Any named spot.
        Locality = "locality",
        /// City.
        City = "city",
        /// Town.
        Town = "town",
        /// Village.
        Village = "village",
        /// Hamlet.
        Hamlet = "hamlet",
        /// Suburb, part of a city.
        Suburb = "suburb",
        /// Quarter, neighbourhood.
        Quarter = "quarter",
        /// Lone farm.
        Farm = "farm",
        /// Island.
        Island = "island",
    }
}

impl PlaceKind {
    /// Whether people of their own live here: such places' populations add up to the region's.
    pub fn is_settlement(self) -> bool {
        matches!(self, PlaceKind::City | PlaceKind::Town | PlaceKind::Village | PlaceKind::Hamlet | PlaceKind::Farm)
    }
}

/// A named place. The shape is a point.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
    /// What it is.
    pub kind: PlaceKind,
    /// Residents, if known.
    pub population: Sourced<Option<u32>>,
    /// Internet that reaches it [Mbit/s], if known.
    pub internet: Sourced<Option<u32>>,
    /// Whether it is the seat of its district or of a greater territory.
    pub seat: bool,
}

feature!(Place in "places" {
    choice kind: PlaceKind, "";
    sourced population: Option<u32>, "people";
    sourced internet: Option<u32>, "megabits";
    plain seat: bool, "";
});
