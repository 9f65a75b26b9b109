//! Streets, roads and paths: one feature per way of the source; the routable graph stands in `network`.

use super::feature::Decimetres;
use super::id::FeatureId;
use super::names::{Name, TextId};
use super::origin::Sourced;
use crate::{choice, feature};

choice! {
    /// Importance of a street in the network (OpenStreetMap `highway`).
    pub enum StreetClass in "street" {
        /// No class that we know.
        Other = "other",
        /// Motorway.
        Motorway = "motorway",
        /// Slip road of a motorway.
        MotorwayLink = "motorway-link",
        /// Expressway.
        Trunk = "trunk",
        /// Slip road of an expressway.
        TrunkLink = "trunk-link",
        /// Main road between towns.
        Primary = "primary",
        /// Its slip road.
        PrimaryLink = "primary-link",
        /// Road between smaller towns.
        Secondary = "secondary",
        /// Its slip road.
        SecondaryLink = "secondary-link",
        /// Road between villages, main street of a quarter.
        Tertiary = "tertiary",
        /// Its slip road.
        TertiaryLink = "tertiary-link",
        /// Public road of no greater class.
        Unclassified = "unclassified",
        /// Street of houses.
        Residential = "residential",
        /// Street where those on foot come first.
        LivingStreet = "living-street",
        /// Access road, yard, alley.
        Service = "service",
        /// Street for those on foot.
        Pedestrian = "pedestrian",
        /// Field or forest track.
        Track = "track",
        /// Road for buses only.
        Busway = "busway",
        /// Footway.
        Footway = "footway",
        /// Bicycle path.
        Cycleway = "cycleway",
        /// Path.
        Path = "path",
        /// Bridle path.
        Bridleway = "bridleway",
        /// Steps.
        Steps = "steps",
        /// Planned.
        Proposed = "proposed",
        /// Being built.
        Construction = "construction",
    }
}

choice! {
    /// Which way vehicles may go, seen along the way's points.
    pub enum Direction in "direction" {
        /// Both ways.
        Both = "both",
        /// Along the points only.
        Forward = "forward",
        /// Against the points only.
        Backward = "backward",
    }
}

choice! {
    /// What a street is paved with.
    pub enum Surface in "surface" {
        /// Not known.
        Unknown = "unknown",
        /// Asphalt.
        Asphalt = "asphalt",
        /// Concrete.
        Concrete = "concrete",
        /// Paving stones and slabs.
        Paved = "paved",
        /// Cobbles and setts.
        Cobbles = "cobbles",
        /// Gravel and crushed stone.
        Gravel = "gravel",
        /// Earth, sand, grass.
        Earth = "earth",
    }
}

/// A street, road or path. The shape is its centre line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Street {
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
    /// Road number ("A-21").
    pub reference: TextId,
    /// Importance.
    pub class: StreetClass,
    /// Lanes for vehicles, both directions together; 0 for paths.
    pub lanes: Sourced<u8>,
    /// Speed limit, km/h; 0 where vehicles may not go.
    pub speed: Sourced<u8>,
    /// Kerb to kerb.
    pub width: Sourced<Decimetres>,
    /// Which way vehicles may go.
    pub direction: Direction,
    /// What it is paved with.
    pub surface: Sourced<Surface>,
    /// Whether it stands on a bridge.
    pub bridge: bool,
    /// Whether it runs through a tunnel or a covered passage.
    pub tunnel: bool,
    /// Whether it is a roundabout.
    pub roundabout: bool,
    /// Whether the public's vehicles may not use it.
    pub private: bool,
    /// Order where ways cross without meeting: 0 ground, above positive.
    pub level: i8,
}

feature!(Street in "highways" {
    plain reference: TextId, "";
    choice class: StreetClass, "";
    sourced lanes: u8, "";
    sourced speed: u8, "kilometres-per-hour";
    sourced width: Decimetres, "metres";
    choice direction: Direction, "";
    sourced_choice surface: Surface, "";
    plain bridge: bool, "";
    plain tunnel: bool, "";
    plain roundabout: bool, "";
    plain private: bool, "";
    plain level: i8, "";
});

impl StreetClass {
    /// Whether motor vehicles of the public use streets of this class.
    pub fn is_drivable(self) -> bool {
        use StreetClass::{Bridleway, Busway, Construction, Cycleway, Footway, Other, Path, Pedestrian, Proposed, Steps, Track};
        !matches!(self, Other | Pedestrian | Track | Busway | Footway | Cycleway | Path | Bridleway | Steps | Proposed | Construction)
    }

    /// Whether people may walk along streets of this class.
    pub fn is_walkable(self) -> bool {
        use StreetClass::{Busway, Construction, Motorway, MotorwayLink, Other, Proposed, Trunk, TrunkLink};
        !matches!(self, Motorway | MotorwayLink | Trunk | TrunkLink | Busway | Other | Proposed | Construction)
    }

    /// Rank for drawing and for levels of detail: 0 is the most important.
    pub fn rank(self) -> u8 {
        use StreetClass::*;
        match self {
            Motorway | Trunk => 0,
            Primary | MotorwayLink | TrunkLink => 1,
            Secondary | PrimaryLink => 2,
            Tertiary | SecondaryLink => 3,
            Unclassified | Residential | LivingStreet | TertiaryLink | Busway => 4,
            Pedestrian | Service => 5,
            Track | Cycleway => 6,
            Footway | Path | Bridleway | Steps | Proposed | Construction | Other => 7,
        }
    }
}
