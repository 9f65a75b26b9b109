//! How long a step may be.

use super::GRAVITY;

/// What bounds a step.
#[derive(Clone, Copy, Debug)]
pub struct Bound {
    /// Side of a cell [m].
    pub cell: f64,
    /// Courant number.
    pub courant: f64,
    /// Greatest depth [m].
    pub depth: f64,
    /// Speed of waves beyond that of the depth: of finite volumes, of which `depth` is then what is added alone [m/s].
    pub wave: f64,
    /// How fast sources raise the water [m/s].
    pub rise: f64,
    /// The longest step [s].
    pub longest: f64,
}

impl Bound {
    /// The longest step within the Courant number, with the water that comes in it [s].
    pub fn step(&self) -> f64 {
        let allowed = |seconds: f64| {
            let speed = self.wave + (f64::from(GRAVITY) * (self.depth + self.rise * seconds)).sqrt();
            if speed > 0.0 { self.courant * self.cell / speed } else { f64::INFINITY }
        };
        if allowed(self.longest) >= self.longest {
            return self.longest;
        }
        let (mut short, mut long) = (0.0, self.longest);
        for _ in 0..30 {
            let middle = 0.5 * (short + long);
            *if allowed(middle) >= middle { &mut short } else { &mut long } = middle;
        }
        short
    }
}
