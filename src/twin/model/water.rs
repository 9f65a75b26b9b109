//! Standing and running water, as areas and as lines.

use super::feature::Decimetres;
use super::id::FeatureId;
use super::names::Name;
use super::origin::Sourced;
use crate::{choice, feature};

choice! {
    /// What kind of water it is.
    pub enum WaterKind in "water" {
        /// Lake.
        Lake = "lake",
        /// Pond.
        Pond = "pond",
        /// Reservoir.
        Reservoir = "reservoir",
        /// River.
        River = "river",
        /// Stream.
        Stream = "stream",
        /// Canal.
        Canal = "canal",
        /// Ditch or drain.
        Ditch = "ditch",
        /// Basin: storm water, treatment.
        Basin = "basin",
        /// Swimming pool, fountain.
        Pool = "pool",
        /// Sea.
        Sea = "sea",
    }
}

/// A body or a course of water. The shape is an area, or the centre line of a course.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Water {
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
    /// What it is.
    pub kind: WaterKind,
    /// Bank to bank; of courses only.
    pub width: Sourced<Decimetres>,
    /// How deep a basin is that is proposed; zero where nobody knows.
    pub depth: Decimetres,
    /// Whether it falls dry for part of the year.
    pub intermittent: bool,
    /// Whether it runs in a pipe or culvert.
    pub covered: bool,
}

feature!(Water in "water" {
    choice kind: WaterKind, "";
    sourced width: Decimetres, "metres";
    plain depth: Decimetres, "metres";
    plain intermittent: bool, "";
    plain covered: bool, "";
});
