//! Where water goes: shallow flow over a grid of cells, past levees and under bridges, from a river, rain or snow.

pub mod assumed;
pub mod barrier;
pub mod basin;
pub mod boundary;
pub mod bridges;
pub mod case;
pub mod course;
pub mod cover;
pub mod estimate;
pub mod finite_volume;
pub mod grid;
pub mod hll;
pub mod known;
pub mod levees;
pub mod limit;
pub mod local_inertial;
pub mod model;
pub mod moment;
pub mod result;
pub mod roughness;
pub mod run;
pub mod scale;
pub mod source;
pub mod stepping;
pub mod surface;
pub mod tiles;
pub mod valley;
pub mod weir;

/// Acceleration of gravity [m/s²].
pub const GRAVITY: f32 = 9.81;
/// Water that is shallower than this lies still [m].
pub const DRY: f32 = 1e-3;
