//! What is taken for granted about lines: named values, each with its unit, where it comes from, and how sure it is.

use super::crowding::Crowding;
use crate::twin::model::origin::Origin;
use crate::twin::model::transit::TransitMode;

/// A value that may be set. Its word in the locales is `assumption-<name>`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assumption {
    /// Stable name, kebab case.
    pub name: &'static str,
    /// The value.
    pub value: f64,
    /// Key of its unit in the locales (`unit-<unit>`); empty for none.
    pub unit: &'static str,
    /// How it came to be.
    pub status: Origin,
}

impl Assumption {
    /// Key of the text that says where it comes from.
    pub fn source(&self) -> String {
        format!("assumption-{}-source", self.name)
    }
}

/// Declares the assumptions once: field, name, value, unit, status.
macro_rules! assumptions {
    ($($(#[$meta:meta])* $field:ident = $name:literal, $value:expr, $unit:literal, $status:ident;)*) => {
        /// All assumptions about lines.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct Assumptions {
            $($(#[$meta])* pub $field: Assumption,)*
        }

        impl Default for Assumptions {
            fn default() -> Self {
                Self { $($field: Assumption { name: $name, value: $value, unit: $unit, status: Origin::$status },)* }
            }
        }

        impl Assumptions {
            /// All of them, in the order in which people see them.
            pub fn list(&self) -> Vec<Assumption> {
                vec![$(self.$field),*]
            }

            /// The one of that name, to set its value.
            pub fn get_mut(&mut self, name: &str) -> Option<&mut Assumption> {
                match name {
                    $($name => Some(&mut self.$field),)*
                    _ => None,
                }
            }
        }
    };
}

assumptions! {
    /// Speed in streets, stops included [km/h].
    street_speed = "street-speed", 18.0, "kilometres-per-hour", Assumed;
    /// Speed on rails and water, stops included [km/h].
    rail_speed = "rail-speed", 35.0, "kilometres-per-hour", Assumed;
    /// Interval of a line of which nobody knows it [min].
    default_headway = "default-headway", 30.0, "minutes", Assumed;
    /// How many times longer intervals are outside the peaks.
    off_peak_headway = "off-peak-headway", 1.5, "", Assumed;
    /// First hour of the morning peak.
    morning_peak = "morning-peak", 7.0, "", Assumed;
    /// First hour of the evening peak.
    evening_peak = "evening-peak", 17.0, "", Assumed;
    /// How long each peak lasts [hours].
    peak_length = "peak-length", 2.0, "", Assumed;
    /// Share of the day's riders in each hour of the peaks [percent].
    peak_share = "peak-share", 10.0, "percent", Assumed;
    /// Rest at both ends, in percent of the time under way.
    layover = "layover", 15.0, "percent", Assumed;
    /// Hour of the first departures.
    first_hour = "first-hour", 6.0, "", Assumed;
    /// Hour of the last departures.
    last_hour = "last-hour", 22.0, "", Assumed;
    /// Passengers that a bus carries.
    bus_capacity = "bus-capacity", 85.0, "places", Assumed;
    /// Passengers that a tram carries.
    tram_capacity = "tram-capacity", 160.0, "places", Assumed;
    /// Passengers that a train carries.
    train_capacity = "train-capacity", 600.0, "places", Assumed;
    /// Cost of a kilometre of a vehicle [tenge].
    kilometre_cost = "kilometre-cost", 700.0, "tenge", Assumed;
    /// What a ride brings in, discounts included [tenge].
    fare = "fare", 90.0, "tenge", Assumed;
    /// Days of a year, weekends counted by what runs then.
    days = "days-of-service", 340.0, "", Assumed;
    /// Longest walk between stops as the crow flies [m].
    walk_reach = "walk-reach", 400.0, "metres", Assumed;
    /// Speed on foot, detours included [km/h].
    walk_speed = "walk-speed", 3.5, "kilometres-per-hour", Assumed;
    /// By how many percent a ride feels longer when the vehicle is as full as it may be.
    crowding = "crowding", 15.0, "percent", Assumed;
    /// How steeply that grows with the load: the exponent of the Bureau of Public Roads (1964).
    crowding_exponent = "crowding-exponent", 4.0, "", Assumed;
}

impl Assumptions {
    /// Speed of a mode, stops included [km/h].
    pub fn speed(&self, mode: TransitMode) -> f64 {
        match mode {
            TransitMode::Bus | TransitMode::Trolleybus | TransitMode::Tram => self.street_speed.value,
            TransitMode::Train | TransitMode::Subway | TransitMode::Ferry => self.rail_speed.value,
        }
    }

    /// Passengers that a vehicle of a mode carries.
    pub fn capacity(&self, mode: TransitMode) -> f64 {
        match mode {
            TransitMode::Bus | TransitMode::Trolleybus | TransitMode::Ferry => self.bus_capacity.value,
            TransitMode::Tram => self.tram_capacity.value,
            TransitMode::Train | TransitMode::Subway => self.train_capacity.value,
        }
    }

    /// Hours in which vehicles depart.
    pub fn hours(&self) -> impl Iterator<Item = u8> + use<> {
        let (first, last) = (self.first_hour.value, self.last_hour.value);
        (0..24).filter(move |hour| (first..=last).contains(&f64::from(*hour)))
    }

    /// Whether an hour belongs to a peak.
    fn in_peak(&self, hour: u8) -> bool {
        let within = |first: f64| (first..first + self.peak_length.value).contains(&f64::from(hour));
        within(self.morning_peak.value) || within(self.evening_peak.value)
    }

    /// Interval in an hour of a line with an interval in the peak [min].
    pub fn headway(&self, peak: f64, hour: u8) -> f64 {
        if self.in_peak(hour) { peak } else { peak * self.off_peak_headway.value }
    }

    /// Share of the day's riders in an hour of service, 0 to 1; over all of them 1, as far as the peaks leave something.
    pub fn share(&self, hour: u8) -> f64 {
        let peaks = self.hours().filter(|hour| self.in_peak(*hour)).count() as f64;
        let others = self.hours().count() as f64 - peaks;
        let each = self.peak_share.value / 100.0;
        if self.in_peak(hour) { each } else { ((1.0 - each * peaks) / others.max(1.0)).max(0.0) }
    }

    /// How crowding is reckoned.
    pub fn crowding(&self) -> Crowding {
        Crowding { alpha: self.crowding.value / 100.0, beta: self.crowding_exponent.value, ..Crowding::default() }
    }
}
