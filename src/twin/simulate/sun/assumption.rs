//! What the sun model takes for granted: norms of insolation, what counts as sun, and solar modules.

use super::yield_pv::Climate;
use crate::twin::catalog::resource::Unit;
use crate::twin::simulate::assumption::{AssumptionSpec, Assumptions};

/// Sun that a dwelling should have a day.
pub static DWELLING: AssumptionSpec = AssumptionSpec::assumed("sun-dwelling", Unit::Minutes, 150.0, 0.0, 1_440.0, "sun-the-steppe");
/// Sun that grounds of schools and playgrounds should have a day.
pub static GROUND: AssumptionSpec = AssumptionSpec::assumed("sun-ground", Unit::Minutes, 180.0, 0.0, 1_440.0, "sun-tengrinews");
/// Time after sunrise and before sunset that does not count.
pub static LOW: AssumptionSpec = AssumptionSpec::assumed("sun-low", Unit::Minutes, 60.0, 0.0, 240.0, "sun-practice");
/// How far a flat goes from its wall, through the building and round the corner.
pub static REACH: AssumptionSpec = AssumptionSpec::assumed("sun-reach", Unit::Metres, 15.0, 0.0, 100.0, "sun-best-facade");
/// Share of a roof's area that modules cover.
pub static COVER: AssumptionSpec = AssumptionSpec::assumed("pv-cover", Unit::Percent, 30.0, 0.0, 100.0, "pv-gagnon");
/// Share of the light that modules turn into electricity.
pub static EFFICIENCY: AssumptionSpec = AssumptionSpec::assumed("pv-efficiency", Unit::Percent, 19.0, 1.0, 50.0, "pvwatts");
/// What is lost on the way.
pub static LOSSES: AssumptionSpec = AssumptionSpec::assumed("pv-losses", Unit::Percent, 14.0, 0.0, 90.0, "pvwatts");
/// Tilt of modules on flat roofs.
pub static TILT: AssumptionSpec = AssumptionSpec::assumed("pv-tilt", Unit::Degrees, 35.0, 0.0, 60.0, "own-estimate");
/// Share of the day's hours in which the sun shines.
pub static SUNSHINE: AssumptionSpec = AssumptionSpec::assumed("pv-sunshine", Unit::Percent, 50.0, 0.0, 100.0, "sun-climate");
/// Air in the coldest month.
pub static WINTER: AssumptionSpec = AssumptionSpec::assumed("pv-winter", Unit::Celsius, -15.0, -60.0, 40.0, "sun-climate");
/// Air in the warmest month.
pub static SUMMER: AssumptionSpec = AssumptionSpec::assumed("pv-summer", Unit::Celsius, 21.0, -60.0, 50.0, "sun-climate");

/// All of them, in the order in which people see them.
pub static ASSUMPTIONS: &[&AssumptionSpec] =
    &[&DWELLING, &GROUND, &LOW, &REACH, &COVER, &EFFICIENCY, &LOSSES, &TILT, &SUNSHINE, &WINTER, &SUMMER];

/// The assumptions in force, in the units of the model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SunAssumptions {
    /// Sun that a dwelling should have [min].
    pub dwelling: f64,
    /// Sun that a ground should have [min].
    pub ground: f64,
    /// Time after sunrise and before sunset that does not count [min].
    pub low: f64,
    /// How far a flat goes from its wall [m].
    pub reach: f64,
    /// Power of modules on a square metre of roof [kW].
    pub power: f64,
    /// Tilt of modules on flat roofs [rad].
    pub tilt: f64,
    /// The weather in which they work.
    pub climate: Climate,
}

impl SunAssumptions {
    /// Those in force.
    pub fn of(set: &Assumptions) -> Self {
        let share = |spec| set.get(spec) / 100.0;
        Self {
            dwelling: set.get(&DWELLING),
            ground: set.get(&GROUND),
            low: set.get(&LOW),
            reach: set.get(&REACH),
            power: share(&COVER) * share(&EFFICIENCY),
            tilt: set.get(&TILT).to_radians(),
            climate: Climate { sunshine: share(&SUNSHINE), winter: set.get(&WINTER), summer: set.get(&SUMMER), losses: share(&LOSSES) },
        }
    }
}
