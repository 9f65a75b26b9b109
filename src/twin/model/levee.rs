//! Walls against water.

use super::feature::Decimetres;
use super::id::FeatureId;
use super::names::Name;
use super::origin::Sourced;
use crate::feature;

/// A levee or dyke. The shape is the line of its crest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Levee {
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
    /// From the ground to the crest.
    pub height: Sourced<Decimetres>,
    /// From foot to foot.
    pub width: Sourced<Decimetres>,
    /// How much of it gives way in a flood, in its middle; zero where it holds.
    pub breach: Decimetres,
}

feature!(Levee in "levees" {
    sourced height: Decimetres, "metres";
    sourced width: Decimetres, "metres";
    plain breach: Decimetres, "metres";
});
