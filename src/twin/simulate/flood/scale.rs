//! Heights as whole numbers: what leaves a cell is exactly what its neighbour gets, and a lake at rest is at rest.

/// Height of what no water gets over.
pub const WALL: i32 = 1 << 30;

/// Heights and depths as whole multiples of a power of two of a metre, counted from the lowest ground.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Height above sea level of zero [m].
    pub datum: f64,
    /// One unit [m].
    pub unit: f64,
}

/// Room above the highest ground or water [m].
const ROOM: f64 = 60.0;

impl Scale {
    /// Wide enough for all between two heights [m], and no coarser: 2⁻²⁴ m on a plain, 2⁻²² m over two hundred metres.
    pub fn new(lowest: f64, highest: f64) -> Self {
        let range = (highest - lowest).clamp(0.0, 1e6) + ROOM;
        let exponent = (f64::from(WALL) / range).log2().floor().min(24.0);
        Self { datum: lowest, unit: (-exponent).exp2() }
    }

    /// A height above sea level in units.
    pub fn level(&self, height: f64) -> i32 {
        self.depth(height - self.datum)
    }

    /// A depth in units: never negative, never as high as a wall.
    pub fn depth(&self, metres: f64) -> i32 {
        (metres / self.unit).round().clamp(0.0, f64::from(WALL - 1)) as i32
    }

    /// Metres of so many units.
    pub fn metres(&self, units: i32) -> f64 {
        f64::from(units) * self.unit
    }
}

/// The greatest change of a cell through one face in one step: four of them, and the cell itself, fit into a number.
const MOST: f32 = (1 << 28) as f32;
/// Added to a number of a few millions at most, it leaves the nearest whole number in the last digits.
const ROUND: f32 = 12_582_912.0;

/// Whole units that so many of them are: without conversion, so that it is quick for many at once.
#[inline(always)]
pub fn whole(units: f32) -> i32 {
    let bounded = units.clamp(-MOST, MOST);
    let many = bounded * (1.0 / 1_048_576.0) + ROUND;
    let few = (bounded - (many - ROUND) * 1_048_576.0) + ROUND;
    let bits = |value: f32| value.to_bits() as i32 - ROUND.to_bits() as i32;
    (bits(many) << 20) + bits(few)
}
