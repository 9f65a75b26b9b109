//! Institutions, services and shops: what people go to.

use super::id::FeatureId;
use super::names::Name;
use super::origin::Sourced;
use crate::{choice, feature};

choice! {
    /// What kind of institution or service it is.
    pub enum AmenityKind in "amenity" {
        /// None of the others.
        Other = "other",
        /// School.
        School = "school",
        /// Kindergarten.
        Kindergarten = "kindergarten",
        /// School of music, art or sport beside the ordinary one.
        ArtsSchool = "arts-school",
        /// College.
        College = "college",
        /// University.
        University = "university",
        /// Hospital.
        Hospital = "hospital",
        /// Polyclinic.
        Polyclinic = "polyclinic",
        /// Other clinic, doctor's ambulatory.
        Clinic = "clinic",
        /// Medical point of a village.
        MedicalPoint = "medical-point",
        /// Ambulance station.
        AmbulanceStation = "ambulance-station",
        /// Pharmacy.
        Pharmacy = "pharmacy",
        /// Dentist.
        Dentist = "dentist",
        /// Shop.
        Shop = "shop",
        /// Supermarket.
        Supermarket = "supermarket",
        /// Shopping centre.
        Mall = "mall",
        /// Market.
        Market = "market",
        /// Restaurant, café, bar.
        Food = "food",
        /// Bank, cash machine.
        Bank = "bank",
        /// Post office, parcel point.
        Post = "post",
        /// Administration, public service point.
        Administration = "administration",
        /// Library.
        Library = "library",
        /// Theatre, cinema, house of culture.
        Culture = "culture",
        /// Museum, monument.
        Museum = "museum",
        /// Place of worship.
        Worship = "worship",
        /// Sports hall, pool, stadium.
        Sport = "sport",
        /// Playground.
        Playground = "playground",
        /// Park.
        Park = "park",
        /// Police.
        Police = "police",
        /// Fire station.
        FireStation = "fire-station",
        /// Filling station.
        Fuel = "fuel",
        /// Car park.
        Parking = "parking",
        /// Bus station.
        BusStation = "bus-station",
        /// Railway station.
        RailwayStation = "railway-station",
        /// Airport.
        Airport = "airport",
        /// Hotel, hostel.
        Lodging = "lodging",
        /// IT hub, co-working.
        ItHub = "it-hub",
        /// Toilets, benches and other small things of public space.
        StreetFurniture = "street-furniture",
    }
}

/// An institution, service or shop. The shape is a point, or its ground.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Amenity {
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
    /// What it is.
    pub kind: AmenityKind,
    /// Places in one shift: pupils, children, beds, visits a shift.
    pub capacity: Sourced<Option<u32>>,
    /// Pupils, children or registered patients.
    pub enrolled: Sourced<Option<u32>>,
    /// Shifts worked; 0 is unknown.
    pub shifts: Sourced<u8>,
    /// Its internet [Mbit/s], if known.
    pub internet: Sourced<Option<u32>>,
}

feature!(Amenity in "amenities" {
    choice kind: AmenityKind, "";
    sourced capacity: Option<u32>, "places";
    sourced enrolled: Option<u32>, "people";
    sourced shifts: u8, "";
    sourced internet: Option<u32>, "megabits";
});
