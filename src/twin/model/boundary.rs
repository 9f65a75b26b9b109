//! Outlines of administrative territories.

use super::id::FeatureId;
use super::names::{Name, TextId};
use super::origin::Sourced;
use crate::{choice, feature};

choice! {
    /// What kind of territory it is, largest first.
    pub enum BoundaryKind in "boundary" {
        /// Anything else that is administered.
        Other = "other",
        /// State.
        Country = "country",
        /// Region (oblast).
        Region = "region",
        /// District, or a city of regional rank.
        District = "district",
        /// Municipality, rural district.
        Municipality = "municipality",
        /// Part of a city.
        CityPart = "city-part",
    }
}

/// A territory. The shape is an area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Boundary {
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
    /// What it is.
    pub kind: BoundaryKind,
    /// Official code (KATO in Kazakhstan).
    pub code: TextId,
    /// Residents, if known.
    pub population: Sourced<Option<u32>>,
}

feature!(Boundary in "boundaries" {
    choice kind: BoundaryKind, "";
    plain code: TextId, "";
    sourced population: Option<u32>, "people";
});
