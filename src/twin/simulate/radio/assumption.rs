//! What coverage takes for granted: the networks on the masts, the receivers, the busy hour, the limit of the field.

use crate::twin::catalog::resource::Unit;
use crate::twin::simulate::assumption::AssumptionSpec;
use crate::twin::simulate::digital::GOOD_INTERNET;

/// How the loss of a path is found: 1 ITM, 2 ITU-R P.1812-8, 3 Okumura–Hata in open country, 4 free space.
pub static PROPAGATION: AssumptionSpec = AssumptionSpec::assumed("radio-propagation", Unit::Count, 1.0, 1.0, 4.0, "radio-propagation");
/// Carrier of the third and fourth generation.
pub static FREQUENCY: AssumptionSpec = AssumptionSpec::assumed("radio-frequency", Unit::Megahertz, 800.0, 400.0, 4_000.0, "radio-usual");
/// Carrier of the fifth generation.
pub static FREQUENCY_5G: AssumptionSpec =
    AssumptionSpec::assumed("radio-frequency-5g", Unit::Megahertz, 3_500.0, 400.0, 6_000.0, "radio-usual");
/// Channel of the third generation.
pub static BANDWIDTH_3G: AssumptionSpec = AssumptionSpec::assumed("radio-bandwidth-3g", Unit::Megahertz, 5.0, 1.4, 20.0, "radio-usual");
/// Channels of the fourth generation, together.
pub static BANDWIDTH: AssumptionSpec = AssumptionSpec::assumed("radio-bandwidth", Unit::Megahertz, 20.0, 1.4, 100.0, "radio-usual");
/// Channel of the fifth generation.
pub static BANDWIDTH_5G: AssumptionSpec = AssumptionSpec::assumed("radio-bandwidth-5g", Unit::Megahertz, 80.0, 5.0, 400.0, "radio-usual");
/// Power of a sector in its main direction, as a round antenna would need it, for each generation.
pub static POWER: AssumptionSpec = AssumptionSpec::assumed("radio-power", Unit::Watts, 1_000.0, 1.0, 100_000.0, "own-estimate");
/// Sectors of a mast.
pub static SECTORS: AssumptionSpec = AssumptionSpec::assumed("radio-sectors", Unit::Count, 3.0, 1.0, 12.0, "radio-usual");
/// Generation of a mast of which nobody knows it.
pub static GENERATION: AssumptionSpec = AssumptionSpec::assumed("radio-generation", Unit::Count, 4.0, 2.0, 5.0, "own-estimate");
/// Height of a mast of which nobody knows it.
pub static MAST_HEIGHT: AssumptionSpec = AssumptionSpec::assumed("radio-mast-height", Unit::Metres, 30.0, 3.0, 300.0, "own-estimate");
/// Height of a receiver above the ground.
pub static RECEIVER_HEIGHT: AssumptionSpec = AssumptionSpec::assumed("radio-receiver-height", Unit::Metres, 1.5, 0.5, 30.0, "radio-usual");
/// What walls and houses around take away.
pub static WALLS: AssumptionSpec = AssumptionSpec::assumed("radio-walls", Unit::Ratio, 12.0, 0.0, 60.0, "own-estimate");
/// How much of the time the other sectors send in the busy hour.
pub static LOAD: AssumptionSpec = AssumptionSpec::assumed("radio-load", Unit::Percent, 50.0, 0.0, 100.0, "own-estimate");
/// Residents who are served at the same moment in the busy hour.
pub static ONLINE: AssumptionSpec = AssumptionSpec::assumed("radio-online", Unit::Percent, 0.5, 0.01, 100.0, "own-estimate");
/// Mobile internet in the busy hour with which somebody counts as covered.
pub static ENOUGH: AssumptionSpec = AssumptionSpec::assumed("radio-enough", Unit::Megabits, 5.0, 0.1, 1_000.0, "service-floor");
/// Limit of the field of all antennas together.
pub static FIELD_LIMIT: AssumptionSpec =
    AssumptionSpec::assumed("mast-field-limit", Unit::MicrowattsPerSquareCentimetre, 10.0, 0.1, 1_000.0, "mast-field");

/// All of them.
pub static ALL: &[&AssumptionSpec] = &[
    &PROPAGATION,
    &FREQUENCY,
    &FREQUENCY_5G,
    &BANDWIDTH_3G,
    &BANDWIDTH,
    &BANDWIDTH_5G,
    &POWER,
    &SECTORS,
    &GENERATION,
    &MAST_HEIGHT,
    &RECEIVER_HEIGHT,
    &WALLS,
    &LOAD,
    &ONLINE,
    &ENOUGH,
    &GOOD_INTERNET,
    &FIELD_LIMIT,
];
