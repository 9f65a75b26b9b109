//! What solutions need and provide, and what quantities are counted in.

use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::choice::Choice;
use crate::{choice, readable_choices};

choice! {
    /// Something that flows between a solution and what is around it.
    pub enum Resource in "resource" {
        /// Electric power.
        Power = "power",
        /// Heat.
        Heat = "heat",
        /// Drinking water.
        Water = "water",
        /// Waste water taken away.
        Sewage = "sewage",
        /// Internet.
        Internet = "internet",
        /// Access by road.
        Road = "road",
        /// People who work there.
        Staff = "staff",
        /// Places in schools.
        SchoolPlaces = "school-places",
        /// Places in kindergartens.
        KindergartenPlaces = "kindergarten-places",
        /// Visits to a doctor.
        Visits = "visits",
        /// Calls of an ambulance that are answered.
        Calls = "calls",
        /// Public services given.
        Services = "services",
        /// People who learn.
        Learners = "learners",
        /// Homes.
        Homes = "homes",
        /// Jobs.
        Jobs = "jobs",
        /// Start-ups that work there.
        Startups = "startups",
        /// Parcels handed over.
        Parcels = "parcels",
        /// Data kept.
        Storage = "storage",
        /// Places that are watched or measured.
        Watched = "watched",
        /// People whose data or lives are protected.
        Protected = "protected",
        /// People with mobile internet.
        Coverage = "coverage",
        /// Passengers carried.
        Passengers = "passengers",
        /// Vehicles that can pass.
        Vehicles = "vehicles",
        /// Green.
        Green = "green",
        /// Water held back.
        Retention = "retention",
        /// Energy made or saved.
        Energy = "energy",
    }
}

choice! {
    /// What a quantity is counted in (`unit-<name>` in the locales).
    pub enum Unit in "unit" {
        /// Plain number.
        Count = "count",
        /// People.
        People = "people",
        /// Places.
        Places = "places",
        /// Metres.
        Metres = "metres",
        /// Millimetres.
        Millimetres = "millimetres",
        /// Millimetres an hour.
        MillimetresPerHour = "millimetres-per-hour",
        /// Square metres.
        SquareMetres = "square-metres",
        /// Hectares.
        Hectares = "hectares",
        /// Cubic metres.
        CubicMetres = "cubic-metres",
        /// Cubic metres a day.
        CubicMetresPerDay = "cubic-metres-per-day",
        /// Cubic metres a second.
        CubicMetresPerSecond = "cubic-metres-per-second",
        /// Square kilometres.
        SquareKilometres = "square-kilometres",
        /// Kilowatts.
        Kilowatts = "kilowatts",
        /// Kilowatt-hours a year.
        KilowattHoursPerYear = "kilowatt-hours-per-year",
        /// Megawatt-hours a year.
        MegawattHoursPerYear = "megawatt-hours-per-year",
        /// Megabits a second.
        Megabits = "megabits",
        /// Terabytes.
        Terabytes = "terabytes",
        /// A day, of things that happen.
        PerDay = "per-day",
        /// A year, of things that happen.
        PerYear = "per-year",
        /// An hour, of things that happen.
        PerHour = "per-hour",
        /// Minutes.
        Minutes = "minutes",
        /// Kilometres an hour.
        KilometresPerHour = "kilometres-per-hour",
        /// Months.
        Months = "months",
        /// Storeys.
        Storeys = "storeys",
        /// Percent.
        Percent = "percent",
        /// Homes on a hectare.
        HomesPerHectare = "homes-per-hectare",
        /// Tenge.
        Tenge = "tenge",
        /// Grams on a kilometre.
        GramsPerKilometre = "grams-per-kilometre",
        /// Kilograms.
        Kilograms = "kilograms",
        /// Kilometres.
        Kilometres = "kilometres",
        /// Hours of all together.
        Hours = "hours",
        /// Years.
        Years = "years",
        /// A year of the calendar.
        CalendarYear = "calendar-year",
        /// Degrees of an angle.
        Degrees = "degrees",
        /// Degrees Celsius.
        Celsius = "celsius",
        /// A-weighted decibels.
        Decibels = "decibels",
        /// Microwatts on a square centimetre.
        MicrowattsPerSquareCentimetre = "microwatts-per-square-centimetre",
        /// Megahertz.
        Megahertz = "megahertz",
        /// Watts.
        Watts = "watts",
        /// Decibels of a ratio.
        Ratio = "ratio",
        /// Decibels above a milliwatt.
        DecibelMilliwatts = "decibel-milliwatts",
    }
}

readable_choices!(Resource, Unit);

impl Resource {
    /// What it is counted in.
    pub fn unit(self) -> Unit {
        match self {
            Resource::Power | Resource::Heat => Unit::Kilowatts,
            Resource::Water | Resource::Sewage => Unit::CubicMetresPerDay,
            Resource::Internet => Unit::Megabits,
            Resource::Staff | Resource::Coverage | Resource::Protected | Resource::Jobs => Unit::People,
            Resource::SchoolPlaces | Resource::KindergartenPlaces => Unit::Places,
            Resource::Visits | Resource::Calls | Resource::Services | Resource::Parcels | Resource::Passengers => Unit::PerDay,
            Resource::Learners => Unit::PerYear,
            Resource::Vehicles => Unit::PerHour,
            Resource::Storage => Unit::Terabytes,
            Resource::Green => Unit::SquareMetres,
            Resource::Retention => Unit::CubicMetres,
            Resource::Energy => Unit::KilowattHoursPerYear,
            Resource::Road | Resource::Homes | Resource::Startups | Resource::Watched => Unit::Count,
        }
    }

    /// The key of its name in the locales.
    pub fn key(self) -> String {
        format!("{}-{}", Self::SET, self.name())
    }

    /// The institutions that give it.
    pub fn institutions(self) -> &'static [AmenityKind] {
        use AmenityKind::*;
        match self {
            Resource::SchoolPlaces => &[School],
            Resource::KindergartenPlaces => &[Kindergarten],
            Resource::Visits => &[Polyclinic, Clinic, MedicalPoint],
            Resource::Calls => &[AmbulanceStation],
            Resource::Services => &[Administration],
            Resource::Parcels => &[Post],
            Resource::Startups => &[ItHub],
            _ => &[],
        }
    }
}
