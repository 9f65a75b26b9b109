//! What is run, and how: ground, edges, barriers and sources; scheme, time and memory.

use super::barrier::Barrier;
use super::boundary::Edge;
use super::grid::Grid;
use super::source::Source;

/// Which scheme moves the water.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// Without convection: rivers and floods that run slower than their waves.
    #[default]
    LocalInertial,
    /// All of the shallow-water equations: dam breaks and rapids.
    FiniteVolume,
}

/// How a run is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Which scheme moves the water.
    pub scheme: Scheme,
    /// When it ends [s].
    pub duration: f64,
    /// Weight of a face's own flow against that of its neighbours (de Almeida's θ).
    pub theta: f64,
    /// The longest step [s].
    pub longest_step: f64,
    /// The shortest step that is worth going on with [s].
    pub shortest_step: f64,
    /// From which depth on water has come [m].
    pub arrival_depth: f64,
    /// Time between snapshots [s]; none without.
    pub snapshots: Option<f64>,
    /// The most memory that may be used [bytes].
    pub most_bytes: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            scheme: Scheme::LocalInertial,
            duration: 86_400.0,
            theta: 0.8,
            longest_step: 10.0,
            shortest_step: 1e-4,
            arrival_depth: 0.01,
            snapshots: None,
            most_bytes: 2_000_000_000,
        }
    }
}

impl Settings {
    /// Courant number of the scheme. Bates (2010) gives up to 0.7 for the local inertial one, which is just below 1/√2, where waves in two
    /// directions are no longer damped: with it a pond does not come to rest, with a little less it does.
    pub fn courant(&self) -> f64 {
        if self.scheme == Scheme::LocalInertial { 0.65 } else { 0.5 }
    }
}

/// Ground, and what happens on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    /// The ground.
    pub grid: Grid,
    /// Edges that are not closed.
    pub edges: Vec<Edge>,
    /// Levees, walls, bridges.
    pub barriers: Vec<Barrier>,
    /// Rivers, rain, snow.
    pub sources: Vec<Source>,
}
