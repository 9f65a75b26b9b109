//! Buildings: footprint, height, storeys, roof and use, each knowing whether it was observed or inferred.

use super::feature::Decimetres;
use super::id::FeatureId;
use super::names::{Name, TextId};
use super::origin::Sourced;
use crate::{choice, feature};

choice! {
    /// What a building is used for.
    pub enum BuildingUse in "use" {
        /// Not known.
        Unknown = "unknown",
        /// Detached or semi-detached house.
        House = "house",
        /// Block of flats.
        Apartments = "apartments",
        /// Shops.
        Retail = "retail",
        /// Offices and other business.
        Office = "office",
        /// Factories and works.
        Industrial = "industrial",
        /// Warehouses and hangars.
        Storage = "storage",
        /// Schools, kindergartens, universities.
        Education = "education",
        /// Hospitals and clinics.
        Health = "health",
        /// Administration, culture, services to the public.
        Public = "public",
        /// Places of worship.
        Religious = "religious",
        /// Stations and other transport.
        Transport = "transport",
        /// Farm buildings.
        Farm = "farm",
        /// Garages.
        Garage = "garage",
        /// Sheds and other outbuildings.
        Outbuilding = "outbuilding",
        /// Greenhouses.
        Greenhouse = "greenhouse",
        /// Open on the sides.
        Roof = "roof",
        /// Hotels and other lodging.
        Lodging = "lodging",
        /// Halls and grounds for sport.
        Sport = "sport",
    }
}

choice! {
    /// The form of a roof.
    pub enum RoofShape in "roof" {
        /// Flat.
        Flat = "flat",
        /// Two slopes and two gables.
        Gabled = "gabled",
        /// Four slopes to a ridge.
        Hipped = "hipped",
        /// All slopes to one point.
        Pyramidal = "pyramidal",
        /// One slope.
        Skillion = "skillion",
        /// A half sphere.
        Dome = "dome",
    }
}

choice! {
    /// How a building stands to others that share its ground.
    pub enum Part in "part" {
        /// A building of its own.
        Whole = "whole",
        /// An outline whose volume its parts describe: drawn only through them.
        Outline = "outline",
        /// A part of an outline.
        Part = "part",
    }
}

/// A building, or a part of one. The shape is its footprint.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Building {
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
    /// What it is used for.
    pub usage: Sourced<BuildingUse>,
    /// Storeys above ground, roof storeys not counted.
    pub levels: Sourced<u8>,
    /// From the ground to the top of the roof.
    pub height: Sourced<Decimetres>,
    /// From the ground to the underside (bridges between buildings, parts above others).
    pub min_height: Decimetres,
    /// The form of the roof.
    pub roof: Sourced<RoofShape>,
    /// From the eaves to the top; part of `height`.
    pub roof_height: Decimetres,
    /// Whether the ridge runs across the longer side instead of along it.
    pub roof_across: bool,
    /// How it stands to others on its ground.
    pub part: Part,
    /// Street of the address.
    pub street: TextId,
    /// House number.
    pub house_number: TextId,
    /// Year of building; zero is unknown.
    pub year: u16,
}

feature!(Building in "buildings" {
    sourced_choice usage: BuildingUse, "";
    sourced levels: u8, "";
    sourced height: Decimetres, "metres";
    plain min_height: Decimetres, "metres";
    sourced_choice roof: RoofShape, "";
    plain roof_height: Decimetres, "metres";
    plain roof_across: bool, "";
    choice part: Part, "";
    plain street: TextId, "";
    plain house_number: TextId, "";
    plain year: u16, "";
});

impl Building {
    /// Whether people live in it; in an outline they live in its parts.
    pub fn is_lived_in(&self) -> bool {
        matches!(self.usage.value, BuildingUse::House | BuildingUse::Apartments) && self.part != Part::Outline
    }

    /// Height of the walls' top edge above the ground [m].
    pub fn eaves(&self) -> f64 {
        (self.height.value.metres() - self.roof_height.metres()).max(self.min_height.metres())
    }
}
