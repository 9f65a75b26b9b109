//! Planning norms, with how far each can be trusted: what designers write in `norms/*.ron`.

use super::formula::Formula;
use super::resource::Unit;
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::local_text::LocalText;
use crate::twin::text::upgrade::Upgrade;
use crate::twin::text::{Spot, Versioned};
use crate::{choice, readable_choices, record};

choice! {
    /// How far a norm can be trusted.
    pub enum Status in "norm-status" {
        /// From memory.
        Memory = "memory",
        /// A foreign or older act; the one in force is still to be read.
        Analogue = "analogue",
        /// A summary by the press or an office.
        Secondary = "secondary",
        /// The clause itself was read.
        Verified = "verified",
    }
}

choice! {
    /// On which side of its value a norm is met.
    pub enum Side in "norm-side" {
        /// So much or less.
        AtMost = "at-most",
        /// So much or more.
        AtLeast = "at-least",
    }
}

choice! {
    /// What is measured, to be held against a norm.
    pub enum Measure in "measure" {
        /// How far people live from a service: the farthest home that a new one serves [m]; for anything else, the service
        /// nearest to its farthest corner.
        ServiceDistance = "service-distance",
        /// As far, to a stop; of a line, the homes along it [m].
        StopDistance = "stop-distance",
        /// Minutes by vehicle from the farthest settlement that it serves.
        DriveTime = "drive-time",
        /// Residents to whom it becomes the nearest service of its sort.
        ResidentsServed = "residents-served",
        /// Learners among them, as far as it has places.
        LearnersServed = "learners-served",
        /// Places that its settlement has a thousand residents, with it.
        PlacesPerThousand = "places-per-thousand",
        /// Green that its settlement has a resident, with it [m²].
        GreenPerResident = "green-per-resident",
        /// What residents ask for in percent of what its settlement has, with it.
        Load = "load",
        /// Ground for each place [m²].
        SitePerPlace = "site-per-place",
        /// Green in percent of the ground.
        GreenShare = "green-share",
        /// Places to park for each home.
        ParkingPerHome = "parking-per-home",
        /// Metres to the nearest home.
        HomeDistance = "home-distance",
        /// Metres to the nearest overhead power line.
        PowerLineDistance = "power-line-distance",
        /// Metres to the nearest pipe.
        PipeDistance = "pipe-distance",
        /// Metres to the nearest buried power cable.
        PowerCableDistance = "power-cable-distance",
        /// Minutes of sun without a break on 22 March in the darkest of its dwellings; where institutions are named, on their grounds.
        SunHours = "sun-hours",
        /// The same of dwellings or grounds about it, of those alone that have enough without it and from which its shade takes some.
        SunLeft = "sun-left",
        /// Noise.
        Noise = "noise",
        /// The field of all antennas together.
        RadioField = "radio-field",
    }
}

readable_choices!(Status, Side, Measure);

record! {
    /// A list of norms.
    pub struct Norms in "norms" {
        /// Version of the file's form.
        version: Spot<u32>,
        /// The norms.
        norms: Vec<Norm>,
    }
}

impl Versioned for Norms {
    const UPGRADES: &'static [Upgrade] = &[];
}

record! {
    /// A norm.
    pub struct Norm in "norm" {
        /// Short name, by which templates name it.
        id: Spot<String>,
        /// What it asks for.
        name: LocalText,
        /// What is measured.
        measure: Measure,
        /// Of which institutions, where it asks for any.
        of: Vec<AmenityKind> = Vec::new(),
        /// Where the norm applies: not zero. It may know the territory and the parameters of the solution.
        when: Formula = Formula::constant(1.0),
        /// On which side it is met.
        side: Side,
        /// The value.
        value: f64,
        /// What it is counted in.
        unit: Unit,
        /// The document and its clause.
        document: String,
        /// How far it can be trusted.
        status: Status,
    }
}
