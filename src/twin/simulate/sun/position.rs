//! Where the sun stands: NREL's solar position algorithm (Reda & Andreas 2004, ±0.0003°), and when it rises and sets.

use crate::twin::model::space::GeoPoint;
use solar_positioning::time::JulianDate;
use solar_positioning::{Horizon, Location, RefractionCorrection, SolarEvents, SolarPositions, delta_t};

/// Julian day of the moment from which machines count.
const UNIX_EPOCH: f64 = 2_440_587.5;
/// Julian day of the noon that begins this century's reckoning.
const J2000: f64 = 2_451_545.0;
/// Difference of terrestrial and universal time where no estimate reaches [s].
const DELTA_T: f64 = 70.0;

/// Where the sun stands, as it is seen: refraction is in its height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SunPosition {
    /// Compass direction [rad clockwise from true north].
    pub azimuth: f64,
    /// Height of its centre above the horizon [rad].
    pub elevation: f64,
}

/// The air that light is bent by, and how high the eye is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Air {
    /// Above the sea [m].
    pub height: f64,
    /// Pressure [hPa].
    pub pressure: f64,
    /// Temperature [°C].
    pub temperature: f64,
}

impl Air {
    /// The standard atmosphere at the sea.
    pub const STANDARD: Self = Self { height: 0.0, pressure: 1013.25, temperature: 15.0 };
}

/// The Julian day (universal time) of a moment, counted in milliseconds since 1970.
pub fn julian_day(milliseconds: i64) -> f64 {
    milliseconds as f64 / 86_400_000.0 + UNIX_EPOCH
}

/// The Julian day on which a date of the Gregorian calendar begins at Greenwich (Meeus, *Astronomical Algorithms* 1998, ch. 7).
pub fn midnight(year: i32, month: u32, day: u32) -> f64 {
    let (year, month) = if month > 2 { (f64::from(year), f64::from(month)) } else { (f64::from(year) - 1.0, f64::from(month) + 12.0) };
    let century = (year / 100.0).floor();
    let gregorian = 2.0 - century + (century / 4.0).floor();
    (365.25 * (year + 4716.0)).floor() + (30.6001 * (month + 1.0)).floor() + f64::from(day) + gregorian - 1524.5
}

/// The mean noon of the sun on a day that begins at Greenwich at `midnight`, at a longitude [°].
pub fn solar_noon(midnight: f64, longitude: f64) -> f64 {
    midnight + 0.5 - longitude / 360.0
}

/// A moment, with all of it worked out that is the same everywhere.
#[derive(Clone, Copy, Debug)]
pub struct Moment(solar_positioning::PreparedPositions);

impl Moment {
    /// The moment of a Julian day (universal time); none for years that the algorithm does not reach (−2000 to 6000).
    pub fn new(julian: f64) -> Option<Self> {
        Self::with_delta_t(julian, delta_t::estimate(year_of(julian)).unwrap_or(DELTA_T))
    }

    /// The same with a difference of terrestrial and universal time [s].
    pub fn with_delta_t(julian: f64, delta_t: f64) -> Option<Self> {
        let julian = JulianDate::new(julian, delta_t).ok()?;
        SolarPositions::new().for_time_from_julian(julian).ok().map(Self)
    }

    /// Where the sun stands at a place; none for places that are not on the globe.
    pub fn sun(&self, place: GeoPoint, air: Air) -> Option<SunPosition> {
        let refraction = RefractionCorrection::new(air.pressure, air.temperature).ok()?;
        let location = Location { latitude: place.lat, longitude: place.lon };
        let sun = self.0.at(location, air.height, Some(refraction)).ok()?;
        Some(SunPosition { azimuth: sun.azimuth().to_radians(), elevation: sun.elevation_angle().to_radians() })
    }
}

/// Where the sun stands at a place on a Julian day (universal time), in the standard atmosphere: what the picture and the models share.
pub fn sun(place: GeoPoint, julian: f64) -> Option<SunPosition> {
    Moment::new(julian)?.sun(place, Air::STANDARD)
}

/// Where its middle is as it rises or sets in almanacs: half its width and the bent light, 50′ below level [°].
const ALMANAC_HORIZON: f64 = -50.0 / 60.0;

/// What the sun does in a day; upper edge and mean refraction, as almanacs count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Daylight {
    /// It rises or sets; Julian days, none where one of the two does not happen in that day.
    Changes {
        /// When it rises first.
        rise: Option<f64>,
        /// When it sets first.
        set: Option<f64>,
    },
    /// It stays above the horizon.
    Always,
    /// It stays below.
    Never,
}

/// Rise and set in the day from `start` (Julian day, universal time) on; none for years and places that are not reached.
pub fn daylight(place: GeoPoint, start: f64) -> Option<Daylight> {
    let (events, horizon) = (SolarEvents::new(), Horizon::SunriseSunset);
    let location = Location { latitude: place.lat, longitude: place.lon };
    let delta_t = delta_t::estimate(year_of(start)).unwrap_or(DELTA_T);
    let rise = events.next_rise_from_julian(start, start + 1.0, location, delta_t, horizon).ok()?;
    let set = events.next_set_from_julian(start, start + 1.0, location, delta_t, horizon).ok()?;
    if rise.is_some() || set.is_some() {
        return Some(Daylight::Changes { rise, set });
    }
    // It neither rises nor sets: at any moment its middle, light unbent, is on the side of the almanacs' horizon on which it stays.
    let middle = Moment::new(start)?.0.at(location, 0.0, None).ok()?.elevation_angle();
    Some(if middle > ALMANAC_HORIZON { Daylight::Always } else { Daylight::Never })
}

/// The year of a Julian day, with its fraction.
fn year_of(julian: f64) -> f64 {
    2000.0 + (julian - J2000) / 365.2425
}
