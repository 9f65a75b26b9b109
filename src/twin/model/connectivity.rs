//! Networks of communication: masts and cables.

use super::feature::Decimetres;
use super::id::FeatureId;
use super::names::Name;
use super::origin::Sourced;
use crate::{choice, feature};

choice! {
    /// The newest technology of a mast.
    pub enum RadioTechnology in "radio" {
        /// Not known.
        Unknown = "unknown",
        /// Second generation.
        G2 = "2g",
        /// Third generation.
        G3 = "3g",
        /// Fourth generation.
        G4 = "4g",
        /// Fifth generation.
        G5 = "5g",
        /// Radio and television.
        Broadcast = "broadcast",
    }
}

choice! {
    /// What a cable carries.
    pub enum CableKind in "cable" {
        /// Fibre.
        Fibre = "fibre",
        /// Overhead power line.
        PowerLine = "power-line",
        /// Pipeline.
        Pipeline = "pipeline",
    }
}

/// A mast with antennas. The shape is a point.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mast {
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
    /// Newest technology.
    pub technology: Sourced<RadioTechnology>,
    /// Height above the ground.
    pub height: Sourced<Decimetres>,
}

feature!(Mast in "masts" {
    sourced_choice technology: RadioTechnology, "";
    sourced height: Decimetres, "metres";
});

/// A cable or line. The shape is its course.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cable {
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
    /// What it carries.
    pub kind: Sourced<CableKind>,
}

feature!(Cable in "cables" {
    sourced_choice kind: CableKind, "";
});
