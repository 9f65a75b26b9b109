//! Water over a crest: the weir law, submergence after Villemonte, and crests that give way.

/// Discharge over a metre of crest [m²/s]: `C·H^1.5`, less where the water beyond stands above the crest, too (Villemonte 1947). Positive from
/// the first side to the second. Levels and crest in metres above the same zero.
pub fn discharge(first: f32, second: f32, crest: f32, coefficient: f32) -> f32 {
    let (above, below) = (first.max(second) - crest, first.min(second) - crest);
    if above <= 0.0 {
        return 0.0;
    }
    let free = coefficient * above * above.sqrt();
    let drowned = (below.max(0.0) / above).min(1.0);
    let flow = free * (1.0 - drowned * drowned.sqrt()).max(0.0).powf(0.385);
    if first >= second { flow } else { -flow }
}

/// A stretch of a barrier that gives way: its crest sinks evenly from what it was to the bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Breach {
    /// Where it begins, along the line [m].
    pub from: f64,
    /// Where it ends [m].
    pub to: f64,
    /// When it begins [s].
    pub start: f64,
    /// How long it takes [s].
    pub duration: f64,
    /// Height of what is left [m].
    pub bottom: f64,
}

impl Breach {
    /// Height of the crest at a place along the line and a time [m].
    pub fn crest(&self, whole: f64, along: f64, time: f64) -> f64 {
        if !(self.from..=self.to).contains(&along) || whole <= self.bottom {
            return whole;
        }
        let gone = if self.duration > 0.0 { (time - self.start) / self.duration } else { f64::from(u8::from(time >= self.start)) };
        whole + (self.bottom - whole) * gone.clamp(0.0, 1.0)
    }
}
