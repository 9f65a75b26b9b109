//! What is taken for granted about lines: speeds, intervals outside the peak, capacities, money, walking.

use super::crowding::Crowding;
use crate::twin::catalog::resource::Unit;
use crate::twin::model::transit::TransitMode;
use crate::twin::simulate::assumption::{AssumptionSpec, Assumptions};

/// Stops farther apart lie in different settlements [m].
const BETWEEN_SETTLEMENTS: f64 = 3_000.0;

/// Declares the assumptions once: field, id, unit, value, bounds. Each has its source in the locales under its own id.
macro_rules! assumptions {
    ($($(#[$meta:meta])* $field:ident = $id:literal, $unit:ident, $value:literal, $least:literal to $most:literal;)*) => {
        /// The assumptions about lines in force.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct LineAssumptions {
            $($(#[$meta])* pub $field: f64,)*
        }

        /// All assumptions about lines, in the order in which people see them.
        pub static ASSUMPTIONS: &[&AssumptionSpec] = &[$(&AssumptionSpec::assumed($id, Unit::$unit, $value, $least, $most, $id)),*];

        impl LineAssumptions {
            /// Those in force.
            pub fn of(set: &Assumptions) -> Self {
                let mut values = ASSUMPTIONS.iter().map(|spec| set.get(spec));
                Self { $($field: values.next().unwrap_or($value),)* }
            }
        }
    };
}

assumptions! {
    /// Speed in streets, stops included [km/h].
    street_speed = "street-speed", KilometresPerHour, 18.0, 3.0 to 80.0;
    /// Speed between settlements, where stops lie far apart [km/h].
    rural_speed = "rural-speed", KilometresPerHour, 50.0, 5.0 to 110.0;
    /// Speed on rails and water, stops included [km/h].
    rail_speed = "rail-speed", KilometresPerHour, 35.0, 5.0 to 200.0;
    /// Interval of a line of which nobody knows it [min].
    default_headway = "default-headway", Minutes, 30.0, 1.0 to 720.0;
    /// How many times longer intervals are outside the peaks.
    off_peak_headway = "off-peak-headway", Count, 1.5, 1.0 to 10.0;
    /// First hour of the morning peak.
    morning_peak = "morning-peak", Count, 7.0, 0.0 to 23.0;
    /// First hour of the evening peak.
    evening_peak = "evening-peak", Count, 17.0, 0.0 to 23.0;
    /// How long each peak lasts [hours].
    peak_length = "peak-length", Count, 2.0, 1.0 to 6.0;
    /// Share of the day's riders in each hour of the peaks [percent].
    peak_share = "peak-share", Percent, 10.0, 1.0 to 50.0;
    /// Rest at both ends, in percent of the time under way.
    layover = "layover", Percent, 15.0, 0.0 to 200.0;
    /// Hour of the first departures.
    first_hour = "first-hour", Count, 6.0, 0.0 to 23.0;
    /// Hour of the last departures.
    last_hour = "last-hour", Count, 22.0, 0.0 to 23.0;
    /// Passengers that a bus carries.
    bus_capacity = "bus-capacity", Places, 85.0, 5.0 to 300.0;
    /// Passengers that a tram carries.
    tram_capacity = "tram-capacity", Places, 160.0, 5.0 to 600.0;
    /// Passengers that a train carries.
    train_capacity = "train-capacity", Places, 600.0, 5.0 to 3000.0;
    /// Cost of a kilometre of a vehicle [tenge].
    kilometre_cost = "kilometre-cost", Tenge, 700.0, 0.0 to 100000.0;
    /// What a ride brings in, discounts included [tenge].
    fare = "fare", Tenge, 90.0, 0.0 to 10000.0;
    /// Days of a year, weekends counted by what runs then.
    days = "days-of-service", Count, 340.0, 1.0 to 366.0;
    /// Longest walk between stops as the crow flies [m].
    walk_reach = "walk-reach", Metres, 400.0, 0.0 to 5000.0;
    /// Speed on foot, detours included [km/h].
    walk_speed = "walk-speed", KilometresPerHour, 3.5, 0.5 to 10.0;
    /// Longest walk between home or work and a stop as the crow flies [m].
    stop_reach = "stop-reach", Metres, 1200.0, 100.0 to 10000.0;
    /// What getting on is felt to take, waiting apart [min].
    boarding = "boarding", Minutes, 10.0, 0.0 to 30.0;
    /// By how many percent a ride feels longer when the vehicle is as full as it may be.
    crowding = "crowding", Percent, 15.0, 0.0 to 1000.0;
    /// How steeply that grows with the load: the exponent of the Bureau of Public Roads (1964).
    crowding_exponent = "crowding-exponent", Count, 4.0, 1.0 to 12.0;
}

impl Default for LineAssumptions {
    fn default() -> Self {
        Self::of(&Assumptions::default())
    }
}

impl LineAssumptions {
    /// Speed of a mode over a way without a stop [m], stops included [km/h].
    pub fn speed(&self, mode: TransitMode, way: f64) -> f64 {
        match mode {
            TransitMode::Bus | TransitMode::Trolleybus | TransitMode::Tram => {
                if way > BETWEEN_SETTLEMENTS {
                    self.rural_speed
                } else {
                    self.street_speed
                }
            }
            TransitMode::Train | TransitMode::Subway | TransitMode::Ferry => self.rail_speed,
        }
    }

    /// Passengers that a vehicle of a mode carries.
    pub fn capacity(&self, mode: TransitMode) -> f64 {
        match mode {
            TransitMode::Bus | TransitMode::Trolleybus | TransitMode::Ferry => self.bus_capacity,
            TransitMode::Tram => self.tram_capacity,
            TransitMode::Train | TransitMode::Subway => self.train_capacity,
        }
    }

    /// Hours in which vehicles depart.
    pub fn hours(&self) -> impl Iterator<Item = u8> + use<> {
        let (first, last) = (self.first_hour, self.last_hour);
        (0..24).filter(move |hour| (first..=last).contains(&f64::from(*hour)))
    }

    /// Whether an hour belongs to a peak.
    pub fn in_peak(&self, hour: u8) -> bool {
        let within = |first: f64| (first..first + self.peak_length).contains(&f64::from(hour));
        within(self.morning_peak) || within(self.evening_peak)
    }

    /// Interval in an hour of a line with an interval in the peak [min].
    pub fn headway(&self, peak: f64, hour: u8) -> f64 {
        if self.in_peak(hour) { peak } else { peak * self.off_peak_headway }
    }

    /// Share of the day's riders in an hour of service, 0 to 1; over all of them 1, as far as the peaks leave something.
    pub fn share(&self, hour: u8) -> f64 {
        let peaks = self.hours().filter(|hour| self.in_peak(*hour)).count() as f64;
        let others = self.hours().count() as f64 - peaks;
        let each = self.peak_share / 100.0;
        if self.in_peak(hour) { each } else { ((1.0 - each * peaks) / others.max(1.0)).max(0.0) }
    }

    /// How crowding is reckoned.
    pub fn crowding(&self) -> Crowding {
        Crowding { alpha: self.crowding / 100.0, beta: self.crowding_exponent, ..Crowding::default() }
    }

    /// How far one comes on foot in a minute [m].
    pub fn walk_per_minute(&self) -> f64 {
        self.walk_speed * 1_000.0 / 60.0
    }
}
