//! Electricity of solar modules on a roof: the chain of PVWatts 5 (Dobos 2014, NREL/TP-6A20-62641) over twelve mean days, under a horizon.

use super::horizon::Horizon;
use super::position::{Air, Moment, SunPosition, midnight};
use super::sky::{Plane, clear, incidence, on_plane, overcast};
use crate::twin::model::space::GeoPoint;
use std::f64::consts::TAU;

/// The day of each month whose sun is that of the month (Klein 1977), and the days that it stands for.
const MEAN_DAYS: [(u32, f64); 12] = [
    (17, 31.0),
    (16, 28.25),
    (16, 31.0),
    (15, 30.0),
    (15, 31.0),
    (11, 30.0),
    (17, 31.0),
    (16, 31.0),
    (15, 30.0),
    (15, 31.0),
    (14, 30.0),
    (10, 31.0),
];
/// The year whose sun it is.
const YEAR: i32 = 2026;
/// Steps of an hour.
const STEPS: i32 = 2;
/// Light that the ground throws back, of what falls on it.
const ALBEDO: f64 = 0.2;
/// Change of power with the cell's temperature [1/K]: a premium module of PVWatts.
const PER_KELVIN: f64 = -0.0035;
/// Temperature of the cell in operation close over a roof [°C], as PVWatts has it.
const IN_OPERATION: f64 = 49.0;
/// Direct current for which the inverter is made, in parts of its alternating current.
const RATIO: f64 = 1.1;
/// Efficiency of the inverter at its nominal power, and that of the reference curve.
const INVERTER: [f64; 2] = [0.96, 0.9637];

/// Weather in which modules work, and what is lost on the way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Climate {
    /// Share of the day's hours in which the sun shines, 0 to 1.
    pub sunshine: f64,
    /// Air in the coldest month [°C].
    pub winter: f64,
    /// Air in the warmest month [°C].
    pub summer: f64,
    /// Share that dirt, cables, mismatch and standstill take, 0 to 1.
    pub losses: f64,
}

impl Climate {
    /// The air's temperature on a day of the year [°C]: a wave that is lowest in the middle of January, in the south half a year later.
    fn air(&self, day: f64, latitude: f64) -> f64 {
        let half = if latitude < 0.0 { 182.5 } else { 0.0 };
        let wave = (TAU * (day - 15.0 - half) / 365.0).cos();
        (self.winter + self.summer) / 2.0 - (self.summer - self.winter) / 2.0 * wave
    }
}

/// Part of the beam that comes through the cover glass, of what does when it falls straight (De Soto et al. 2006: n = 1.526, 4/m, 2 mm).
pub fn through_glass(cos_incidence: f64) -> f64 {
    let pass = |angle: f64| {
        let bent = (angle.sin() / 1.526).asin();
        let reflected = if angle < 1e-4 {
            (0.526f64 / 2.526).powi(2)
        } else {
            let (less, more) = (bent - angle, bent + angle);
            0.5 * ((less.sin() / more.sin()).powi(2) + (less.tan() / more.tan()).powi(2))
        };
        (-4.0 * 0.002 / bent.cos()).exp() * (1.0 - reflected)
    };
    if cos_incidence <= 0.0 { 0.0 } else { (pass(cos_incidence.min(1.0).acos()) / pass(0.0)).max(0.0) }
}

/// Power of a module of one kilowatt [kW] under light [W/m²] at a temperature of its cells [°C], before losses.
pub fn direct_current(light: f64, cell: f64) -> f64 {
    (light / 1_000.0 * (1.0 + PER_KELVIN * (cell - 25.0))).max(0.0)
}

/// What the inverter for modules of one kilowatt makes of their power [kW].
pub fn alternating_current(direct: f64) -> f64 {
    let [nominal, reference] = INVERTER;
    let most = 1.0 / RATIO;
    let load = direct / (most / nominal);
    if load <= 0.0 {
        return 0.0;
    }
    let efficiency = nominal / reference * (-0.0162 * load - 0.0059 / load + 0.9858);
    (efficiency * direct).clamp(0.0, most)
}

/// The sun over twelve mean days at a latitude: each moment with the day of the year and the hours that it stands for.
#[derive(Clone, Debug, Default)]
pub struct Suns {
    latitude: f64,
    all: Vec<(SunPosition, f64, f64)>,
}

impl Suns {
    /// At a latitude [°].
    pub fn new(latitude: f64) -> Self {
        let latitude = latitude.clamp(-90.0, 90.0);
        let mut all = Vec::new();
        for (month, (date, days)) in (1u32..).zip(MEAN_DAYS) {
            let start = midnight(YEAR, month, date);
            let day = start - midnight(YEAR, 1, 1) + 1.0;
            for step in 0..24 * STEPS {
                let moment = Moment::new(start + (f64::from(step) + 0.5) / f64::from(24 * STEPS));
                let sun = moment.and_then(|moment| moment.sun(GeoPoint::new(0.0, latitude), Air::STANDARD));
                all.extend(sun.filter(|sun| sun.elevation > 0.0).map(|sun| (sun, day, days / f64::from(STEPS))));
            }
        }
        Self { latitude, all }
    }
}

/// A moment of the year: where the sun stands, and what a kilowatt of modules gives while it stands for it [kWh].
#[derive(Clone, Copy, Debug, PartialEq)]
struct Ray {
    azimuth: f64,
    slope: f64,
    /// With the sun in sight.
    whole: f64,
    /// Without it.
    scattered: f64,
}

/// What a kilowatt of modules on a plane gives in a year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Year {
    rays: Vec<Ray>,
    open: f64,
}

impl Year {
    /// The year of a plane under the suns of a latitude.
    pub fn new(suns: &Suns, plane: Plane, climate: &Climate) -> Self {
        let of = |(sun, day, hours): &(SunPosition, f64, f64)| ray(*sun, plane, *day, *hours, climate, climate.air(*day, suns.latitude));
        let rays: Vec<Ray> = suns.all.iter().map(of).collect();
        Self { open: rays.iter().map(|ray| ray.whole).sum(), rays }
    }

    /// What it gives under a horizon whose plane's north is `convergence` [rad] off true north [kWh].
    pub fn under(&self, horizon: &Horizon, convergence: f64) -> f64 {
        if horizon.is_open() {
            return self.open;
        }
        // What the horizon takes from the sky's light is taken off in proportion.
        let missing = 1.0 - horizon.sky();
        let of = |ray: &Ray| {
            let seen = if horizon.hides(ray.azimuth - convergence, ray.slope) { ray.scattered } else { ray.whole };
            seen - missing * ray.scattered
        };
        self.rays.iter().map(of).sum()
    }

    /// What it gives under an open sky [kWh].
    pub fn open(&self) -> f64 {
        self.open
    }
}

fn ray(sun: SunPosition, plane: Plane, day: f64, hours: f64, climate: &Climate, air: f64) -> Ray {
    let power = |light: f64| {
        let cell = air + light / 800.0 * (IN_OPERATION - 20.0);
        alternating_current(direct_current(light, cell) * (1.0 - climate.losses))
    };
    let [beam, sky] = on_plane(clear(sun.elevation, day), sun, plane, day, ALBEDO);
    let [_, grey] = on_plane(overcast(sun.elevation, day), sun, plane, day, ALBEDO);
    let beam = beam * through_glass(incidence(sun, plane));
    let (sunny, dull) = (climate.sunshine * hours, (1.0 - climate.sunshine) * hours);
    let clouded = dull * power(grey);
    Ray {
        azimuth: sun.azimuth,
        slope: sun.elevation.tan(),
        whole: sunny * power(beam + sky) + clouded,
        scattered: sunny * power(sky) + clouded,
    }
}
