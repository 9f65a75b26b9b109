//! What covers the ground and what it is used for.

use super::id::FeatureId;
use super::names::Name;
use crate::{choice, feature};

choice! {
    /// Cover or use of an area.
    pub enum CoverKind in "cover" {
        /// Grass, lawn, village green.
        Grass = "grass",
        /// Meadow, pasture, grassland, heath.
        Meadow = "meadow",
        /// Steppe.
        Steppe = "steppe",
        /// Field.
        Farmland = "farmland",
        /// Farm with its yards.
        Farmyard = "farmyard",
        /// Orchard, vineyard, plant nursery.
        Orchard = "orchard",
        /// Forest, wood.
        Forest = "forest",
        /// Scrub.
        Scrub = "scrub",
        /// Park.
        Park = "park",
        /// Garden.
        Garden = "garden",
        /// Allotments, garden societies.
        Allotments = "allotments",
        /// Cemetery.
        Cemetery = "cemetery",
        /// Playground, pitch, sports ground.
        Sport = "sport",
        /// Housing.
        Residential = "residential",
        /// Shops.
        Retail = "retail",
        /// Offices.
        Commercial = "commercial",
        /// Works, storage.
        Industrial = "industrial",
        /// School, hospital, and other institutions' grounds.
        Institution = "institution",
        /// Railway land.
        Railway = "railway",
        /// Airport.
        Airport = "airport",
        /// Runway, taxiway, apron.
        Runway = "runway",
        /// Car park.
        Parking = "parking",
        /// Paved place.
        Square = "square",
        /// Military.
        Military = "military",
        /// Building site, brownfield.
        Construction = "construction",
        /// Quarry, dump.
        Quarry = "quarry",
        /// Sand, beach.
        Sand = "sand",
        /// Rock, scree, bare ground.
        Rock = "rock",
        /// Glacier.
        Ice = "ice",
        /// Marsh, reeds.
        Wetland = "wetland",
    }
}

/// An area of one cover. The shape is an area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cover {
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
    /// What it is.
    pub kind: CoverKind,
}

feature!(Cover in "landcover" {
    choice kind: CoverKind, "";
});
