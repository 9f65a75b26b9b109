//! Sections of a path by radio-climatic zone: how much lies over the sea, how long the longest stretches over land are (§3.3, §3.6).

use super::path::Path;

/// A radio-climatic zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Seas and other large bodies of water, B.
    Sea,
    /// Land next to the sea, up to 100 m above it and 50 km from it, A1.
    Coast,
    /// All other land, A2.
    Inland,
}

impl Zone {
    /// The zone of a code of ITU-R databanks: 1 sea, 3 coast, 4 inland.
    pub fn from_code(code: u32) -> Option<Self> {
        match code {
            1 => Some(Self::Sea),
            3 => Some(Self::Coast),
            4 => Some(Self::Inland),
            _ => None,
        }
    }
}

/// Sections of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sections {
    /// Share of the path over the sea, ω, 0 to 1.
    pub over_sea: f64,
    /// Longest stretch over land, d_tm [km].
    pub longest_land: f64,
    /// Longest stretch inland, d_lm [km].
    pub longest_inland: f64,
}

impl Sections {
    /// Those of a path.
    pub fn of(path: &Path) -> Self {
        let longest = |stretches: Vec<f64>| stretches.into_iter().fold(0.0, f64::max);
        let over_sea: f64 = stretches(path, |zone| zone == Zone::Sea).iter().sum();
        Self {
            // Rounding must not leave more than all of a path at sea, and the sum of nothing is −0.
            over_sea: (0.0 + over_sea / path.length()).min(1.0),
            longest_land: longest(stretches(path, |zone| zone != Zone::Sea)),
            longest_inland: longest(stretches(path, |zone| zone == Zone::Inland)),
        }
    }
}

/// Lengths of the stretches of points of some zones [km]; each ends halfway to the next point.
fn stretches(path: &Path, wanted: impl Fn(Zone) -> bool) -> Vec<f64> {
    let mut lengths = Vec::new();
    let mut before: Option<f64> = None;
    // Half the way from the point before, first and last point of the stretch at hand.
    let mut open: Option<(f64, f64, f64)> = None;
    for (&distance, &zone) in path.distances().iter().zip(path.zones()) {
        open = match open {
            Some((lead, first, _)) if wanted(zone) => Some((lead, first, distance)),
            Some((lead, first, last)) => {
                lengths.push(last - first + ((distance - last) / 2.0 + lead));
                None
            }
            None if wanted(zone) => Some((before.map_or(0.0, |before| (distance - before) / 2.0), distance, distance)),
            None => None,
        };
        before = Some(distance);
    }
    lengths.extend(open.map(|(lead, first, last)| last - first + lead));
    lengths
}
