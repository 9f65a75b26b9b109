//! Flow through a face by the solver of Harten, Lax and van Leer, with the ground as it is (Audusse et al. 2004).

use super::GRAVITY;

/// Water that is shallower than this has no velocity [m]: fronts of dam breaks are thinner than those that friction slows.
pub const THIN: f32 = 1e-5;

/// Water on a side of a face.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Side {
    /// Depth above the higher ground of the two sides [m].
    pub depth: f32,
    /// Velocity through the face [m/s].
    pub normal: f32,
    /// Velocity along the face [m/s].
    pub along: f32,
}

/// What goes through a face in a second, for a metre of it. Momentum is that beyond the pressure of the water's own depth: at rest it is zero.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Flux {
    /// Water [m²/s].
    pub mass: f32,
    /// Momentum through the face, for the side before it [m³/s²].
    pub first: f32,
    /// The same for the side beyond it.
    pub second: f32,
    /// Momentum along the face.
    pub along: f32,
}

impl Side {
    /// The same water on the other side of a mirror.
    pub fn mirrored(self) -> Self {
        Self { normal: -self.normal, ..self }
    }

    fn pressure(&self) -> f32 {
        0.5 * GRAVITY * self.depth * self.depth
    }
}

/// What goes through a face between two sides.
pub fn flux(a: Side, b: Side) -> Flux {
    let (ca, cb) = ((GRAVITY * a.depth).sqrt(), (GRAVITY * b.depth).sqrt());
    let is_dry = |side: &Side| side.depth <= 0.0;
    let (slow, fast) = match (is_dry(&a), is_dry(&b)) {
        (true, true) => return Flux::default(),
        (false, true) => (a.normal - ca, a.normal + 2.0 * ca),
        (true, false) => (b.normal - 2.0 * cb, b.normal + cb),
        (false, false) => {
            // Einfeldt's bounds, with the depth and speed between rarefactions.
            let mean = 0.5 * (a.normal + b.normal) + ca - cb;
            let between = 0.5 * (ca + cb) + 0.25 * (a.normal - b.normal);
            ((a.normal - ca).min(mean - between), (b.normal + cb).max(mean + between))
        }
    };
    let (qa, qb) = (a.depth * a.normal, b.depth * b.normal);
    let (fa, fb) = (qa * a.normal + a.pressure(), qb * b.normal + b.pressure());
    let (mass, momentum) = if slow >= 0.0 {
        (qa, fa)
    } else if fast <= 0.0 {
        (qb, fb)
    } else {
        // Written as the first side's and what is different: two equal sides give just that.
        let share = slow / (fast - slow);
        (qa + share * ((qa - qb) + fast * (b.depth - a.depth)), fa + share * ((fa - fb) + fast * (qb - qa)))
    };
    let along = mass * if mass >= 0.0 { a.along } else { b.along };
    Flux { mass, first: momentum - a.pressure(), second: momentum - b.pressure(), along }
}

/// Velocity of so much discharge in such a depth [m/s]: none where it is dry.
pub fn velocity(discharge: f32, depth: f32) -> f32 {
    if depth > THIN { discharge / depth } else { 0.0 }
}
