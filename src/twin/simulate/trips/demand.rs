//! Trips of the hour of the morning peak: from homes to work, school and errands, and what they are made with.

use super::ways::Ways;
use super::{gravity, split};
use crate::twin::catalog::resource::Unit;
use crate::twin::simulate::assumption::{AssumptionSpec, Assumptions};
use crate::twin::simulate::traffic::demand::TripTable;
use crate::twin::simulate::zones::Zone;
use std::iter::zip;

/// Trips of a pair of zones that are not worth a route.
const FEW: f64 = 0.01;
/// On foot [km/min].
const WALKING: f64 = 5.0 / 60.0;
/// Looking for a place to park and walking from it [min].
const PARKING: f64 = 4.0;

/// Trips of a resident in the hour of the morning peak.
pub static PEAK_TRIPS: AssumptionSpec = AssumptionSpec::assumed("peak-trips", Unit::Count, 0.22, 0.0, 2.0, "travel-surveys");
/// Trips that a resident draws, for school, shop and errands, against those that a work place draws [percent].
pub static RESIDENT_PULL: AssumptionSpec = AssumptionSpec::assumed("resident-pull", Unit::Percent, 35.0, 0.0, 500.0, "own-estimate");
/// How much a minute of driving deters from a destination [percent].
pub static DETERRENCE: AssumptionSpec = AssumptionSpec::assumed("deterrence", Unit::Percent, 8.0, 0.1, 100.0, "travel-surveys");
/// Residents who can take a car.
pub static CAR_ACCESS: AssumptionSpec = AssumptionSpec::assumed("car-access", Unit::Percent, 55.0, 0.0, 100.0, "own-estimate");
/// People in a car.
pub static OCCUPANCY: AssumptionSpec = AssumptionSpec::assumed("car-occupancy", Unit::People, 1.3, 1.0, 5.0, "travel-surveys");
/// Waiting and walking of a journey by bus, where no line is known.
pub static BUS_ACCESS: AssumptionSpec = AssumptionSpec::assumed("bus-access", Unit::Minutes, 14.0, 0.0, 120.0, "own-estimate");
/// Speed of buses with their stops, where no line is known.
pub static BUS_SPEED: AssumptionSpec = AssumptionSpec::assumed("bus-speed", Unit::KilometresPerHour, 18.0, 3.0, 80.0, "own-estimate");
/// How much a minute counts in the choice [percent].
pub static CHOICE_SCALE: AssumptionSpec = AssumptionSpec::assumed("choice-scale", Unit::Percent, 6.0, 0.1, 100.0, "travel-surveys");

/// All that is assumed about trips.
pub static ASSUMPTIONS: &[&AssumptionSpec] =
    &[&PEAK_TRIPS, &RESIDENT_PULL, &DETERRENCE, &CAR_ACCESS, &OCCUPANCY, &BUS_ACCESS, &BUS_SPEED, &CHOICE_SCALE];

/// Who goes where with what in the hour.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Demand {
    /// Trips of people from zone to zone, row by row, whatever they are made with.
    pub trips: Vec<f64>,
    /// Cars from zone to zone.
    pub cars: TripTable,
    /// Trips by public transport: from zone, to zone, people.
    pub riders: Vec<(u32, u32, f64)>,
    /// Trips of people by car, by public transport, on foot.
    pub by_mode: [f64; 3],
}

impl Demand {
    /// The trips between zones. `ride` is the time of each pair by public transport [min], infinite where there is no way; none where
    /// no line is known at all: then buses are taken to run everywhere.
    pub fn new(zones: &[Zone], ways: &Ways, ride: Option<&[f64]>, assumptions: &Assumptions) -> Self {
        let of = |spec: &AssumptionSpec| assumptions.get(spec);
        let productions: Vec<f64> = zones.iter().map(|zone| zone.residents * of(&PEAK_TRIPS)).collect();
        let pull = of(&RESIDENT_PULL) / 100.0;
        let attractions: Vec<f64> = zones.iter().map(|zone| zone.jobs + pull * zone.residents).collect();
        let per_minute = of(&DETERRENCE) / 100.0;
        let deterrence: Vec<f64> =
            ways.minutes.iter().map(|minutes| if minutes.is_finite() { (-per_minute * minutes).exp() } else { 0.0 }).collect();
        let trips = gravity::distribute(&productions, &attractions, &deterrence);
        let (scale, access) = (of(&CHOICE_SCALE) / 100.0, of(&CAR_ACCESS) / 100.0);
        let assumed = |kilometres: f64| of(&BUS_ACCESS) + kilometres / of(&BUS_SPEED) * 60.0;
        let (mut by_mode, mut cars, mut riders) = ([0.0; 3], Vec::new(), Vec::new());
        for (pair, &count) in trips.iter().enumerate().filter(|(_, count)| **count > 0.0) {
            let (kilometres, minutes) = (ways.kilometres[pair], ways.minutes[pair]);
            let bus = ride.map_or_else(|| assumed(kilometres), |ride| ride[pair]);
            let walk = kilometres / WALKING;
            let with_car = split::shares([minutes + PARKING, bus, walk], scale);
            let without = split::shares([f64::INFINITY, bus, walk], scale);
            let split: [f64; 3] = std::array::from_fn(|mode| count * (access * with_car[mode] + (1.0 - access) * without[mode]));
            zip(&mut by_mode, split).for_each(|(sum, trips)| *sum += trips);
            let (from, to) = ((pair / zones.len()) as u32, (pair % zones.len()) as u32);
            cars.extend((split[0] > FEW).then(|| (from, to, split[0] / of(&OCCUPANCY))));
            riders.extend((split[1] > FEW && from != to).then_some((from, to, split[1])));
        }
        Self { trips, cars: TripTable::new(cars), riders, by_mode }
    }
}
