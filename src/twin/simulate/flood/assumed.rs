//! What the flood of a river takes for granted.

use crate::twin::catalog::resource::Unit;
use crate::twin::model::origin::Origin;
use crate::twin::simulate::assumption::{AssumptionSpec, Assumptions};

const fn own(id: &'static str, unit: Unit, value: f64, least: f64, most: f64) -> AssumptionSpec {
    AssumptionSpec::assumed(id, unit, value, least, most, "own-estimate")
}

/// How much water comes at the peak: what was let out of Karatomar in April 2024.
pub static PEAK: AssumptionSpec = AssumptionSpec {
    id: "flood-peak",
    unit: Unit::CubicMetresPerSecond,
    value: 3_300.0,
    least: 1.0,
    most: 30_000.0,
    origin: Origin::Observed,
    source: "karatomar-2024",
};
/// How long the river rises.
pub static RISE: AssumptionSpec = own("flood-rise", Unit::Hours, 12.0, 1.0, 240.0);
/// How long it stays at its peak.
pub static HELD: AssumptionSpec = own("flood-held", Unit::Hours, 24.0, 1.0, 240.0);
/// Side of the square that is looked at.
pub static REACH: AssumptionSpec = own("flood-reach", Unit::Kilometres, 16.0, 1.0, 60.0);
/// Side of a cell.
pub static CELL: AssumptionSpec = own("flood-cell", Unit::Metres, 100.0, 5.0, 500.0);
/// How deep the bed of the river lies beneath the water of the map.
pub static BED: AssumptionSpec = own("flood-bed", Unit::Metres, 2.0, 0.0, 30.0);
/// How deep a basin is whose depth nobody knows.
pub static BASIN: AssumptionSpec = own("flood-basin", Unit::Metres, 2.0, 0.0, 20.0);
/// Smoothness of ground and bed, after Strickler [m^⅓/s]: one over Manning's n.
pub static SMOOTHNESS: AssumptionSpec = AssumptionSpec::assumed("flood-smoothness", Unit::Count, 25.0, 5.0, 100.0, "channel-tables");
/// Water of the snow that lies when it begins to melt. None: the river's flood and that of the town's own snow are two, and are told apart;
/// every cell is then at work, and a run takes some three times as long.
pub static SNOW: AssumptionSpec = own("flood-snow", Unit::Millimetres, 0.0, 0.0, 500.0);
/// Mean temperature of the air while it melts.
pub static WARM: AssumptionSpec = own("flood-warm", Unit::Celsius, 5.0, 0.0, 30.0);
/// What melts in a day for each degree above zero: of open ground (Martinec, Rango and Roberts 2008).
pub static DEGREE_DAY: AssumptionSpec =
    AssumptionSpec::assumed("flood-degree-day", Unit::Millimetres, 4.0, 0.5, 10.0, "snowmelt-runoff-model");
/// Rain upon all of it.
pub static RAIN: AssumptionSpec = own("flood-rain", Unit::MillimetresPerHour, 0.0, 0.0, 200.0);
/// How long it rains, from the beginning.
pub static RAINS: AssumptionSpec = own("flood-rain-hours", Unit::Hours, 3.0, 0.1, 240.0);
/// Share of melt water and rain that runs off: frozen ground lets little of it seep away.
pub static RUNOFF: AssumptionSpec = own("flood-runoff", Unit::Percent, 60.0, 0.0, 100.0);
/// From which depth on a house is hit.
pub static HIT: AssumptionSpec = own("flood-hit", Unit::Metres, 0.2, 0.01, 3.0);
/// From which depth on a road is cut.
pub static CUT: AssumptionSpec = own("flood-cut", Unit::Metres, 0.3, 0.01, 3.0);

/// All of it.
pub static ALL: &[&AssumptionSpec] =
    &[&PEAK, &RISE, &HELD, &REACH, &CELL, &BED, &BASIN, &SMOOTHNESS, &SNOW, &WARM, &DEGREE_DAY, &RAIN, &RAINS, &RUNOFF, &HIT, &CUT];

/// What the water itself depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assumed {
    /// Discharge at the peak [m³/s].
    pub peak: f64,
    /// How long the river rises [s].
    pub rise: f64,
    /// How long it stays at its peak [s].
    pub held: f64,
    /// Side of the square that is looked at [m].
    pub reach: f64,
    /// Side of a cell [m].
    pub cell: f64,
    /// Depth of the river's bed [m].
    pub bed: f64,
    /// Depth of a basin whose depth nobody knows [m].
    pub basin: f64,
    /// Manning's n.
    pub manning: f64,
    /// Water of the snow [mm].
    pub snow: f64,
    /// Temperature of the air while it melts [°C].
    pub warm: f64,
    /// What melts [mm/(°C·d)].
    pub degree_day: f64,
    /// Rain [mm/h].
    pub rain: f64,
    /// How long it rains [s].
    pub rains: f64,
    /// Share of melt water and rain that runs off.
    pub runoff: f64,
}

impl Assumed {
    /// From the assumptions in force.
    pub fn of(assumptions: &Assumptions) -> Self {
        let get = |spec: &AssumptionSpec| assumptions.get(spec);
        Self {
            peak: get(&PEAK),
            rise: 3_600.0 * get(&RISE),
            held: 3_600.0 * get(&HELD),
            reach: 1_000.0 * get(&REACH),
            cell: get(&CELL),
            bed: get(&BED),
            basin: get(&BASIN),
            manning: 1.0 / get(&SMOOTHNESS),
            snow: get(&SNOW),
            warm: get(&WARM),
            degree_day: get(&DEGREE_DAY),
            rain: get(&RAIN),
            rains: 3_600.0 * get(&RAINS),
            runoff: get(&RUNOFF) / 100.0,
        }
    }
}
