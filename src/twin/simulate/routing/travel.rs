//! How somebody travels: which streets are open to a mode, in which direction, and how fast.

use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::id::FeatureId;
use crate::twin::model::street::{Direction, Street, StreetClass};

/// Walking speed where none is given [m/s]: 5 km/h, as planning norms reckon.
const WALKING: f64 = 5.0 / 3.6;
/// Cycling speed where none is given [m/s]: 15 km/h.
const CYCLING: f64 = 15.0 / 3.6;
/// Speeds that people and vehicles go at [m/s]; anything else is a slip of the pen.
const SPEEDS: std::ops::RangeInclusive<f64> = 0.1..=100.0;

/// What one travels with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// On foot.
    #[default]
    Walk,
    /// By bicycle.
    Bicycle,
    /// By car.
    Car,
}

/// A mode with everything that its speed depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct Travel {
    /// What one travels with.
    pub mode: Mode,
    /// Speed on foot [m/s]; also off the streets, and where a bicycle is pushed.
    pub walking_speed: f64,
    /// Speed by bicycle [m/s].
    pub cycling_speed: f64,
    /// Share of its speed that a mode keeps on snow and ice; 1 in summer.
    pub winter_factor: f64,
    /// Streets that nobody may use: works, floods, a bridge taken away.
    pub closed: Vec<FeatureId>,
}

impl Travel {
    /// A mode in summer at its usual speed, every street open.
    pub fn new(mode: Mode) -> Self {
        Self { mode, walking_speed: WALKING, cycling_speed: CYCLING, winter_factor: 1.0, closed: Vec::new() }
    }

    /// On foot at 1 m/s: seconds are metres.
    pub fn on_foot_in_metres() -> Self {
        Self { walking_speed: 1.0, ..Self::new(Mode::Walk) }
    }

    /// The same with odd speeds replaced by the usual ones, each named, and its closed streets in order.
    pub(super) fn checked(&self, notes: &mut Vec<Diagnostic>) -> Self {
        let usual = Self::new(self.mode);
        let mut check = |speed: f64, usual: f64, range: std::ops::RangeInclusive<f64>| {
            if range.contains(&speed) {
                return speed;
            }
            notes.push(Diagnostic::warning("routing-speed-odd").with("value", speed).with("usual", usual));
            usual
        };
        let mut checked = Self {
            mode: self.mode,
            walking_speed: check(self.walking_speed, usual.walking_speed, SPEEDS),
            cycling_speed: check(self.cycling_speed, usual.cycling_speed, SPEEDS),
            winter_factor: check(self.winter_factor, usual.winter_factor, 0.01..=1.0),
            closed: self.closed.clone(),
        };
        checked.closed.sort_unstable();
        checked
    }

    /// Speed on foot in this season [m/s].
    pub fn on_foot(&self) -> f64 {
        self.walking_speed * self.winter_factor
    }

    /// Speed along a street [m/s]; none where it is not open to the mode. The closed streets must be in order.
    pub(super) fn speed(&self, street: &Street) -> Option<f64> {
        if self.closed.binary_search(&street.id).is_ok() {
            return None;
        }
        let class = street.class;
        match self.mode {
            Mode::Walk => class.is_walkable().then(|| self.on_foot()),
            Mode::Bicycle if !class.is_walkable() => None,
            // Where those on foot are by themselves, a bicycle is pushed.
            Mode::Bicycle if matches!(class, StreetClass::Steps | StreetClass::Footway) => Some(self.on_foot()),
            Mode::Bicycle => Some(self.cycling_speed * self.winter_factor),
            Mode::Car => {
                let open = class.is_drivable() && !street.private && street.speed.value > 0;
                open.then(|| f64::from(street.speed.value) / 3.6 * self.winter_factor)
            }
        }
    }

    /// Whether a street is open along its points, and against them. One-way streets bind vehicles only.
    pub(super) fn ways(&self, street: &Street) -> [bool; 2] {
        match street.direction {
            _ if self.mode == Mode::Walk => [true, true],
            Direction::Both => [true, true],
            Direction::Forward => [true, false],
            Direction::Backward => [false, true],
        }
    }
}

impl Default for Travel {
    fn default() -> Self {
        Self::new(Mode::default())
    }
}
