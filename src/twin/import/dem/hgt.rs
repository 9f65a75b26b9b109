//! HGT: the tiles of the Shuttle Radar Topography Mission, one square degree each, placed by their name.

use super::grid::{CoordinateSystem, Grid, Placement, plausible};
use super::{MOST_SAMPLES, grid};
use crate::twin::diagnostic::Diagnostic;

/// "Unknown" in the format.
const VOID: i16 = -32_768;

/// Reads a tile: n × n big-endian 16-bit heights, the outermost samples on the whole degrees of its edges.
pub(super) fn grid_from_bytes(name: &str, bytes: &[u8]) -> Result<Grid, Diagnostic> {
    let Some([west, south]) = south_west_corner(name) else {
        return Err(Diagnostic::error("dem-hgt-name").with("file", name));
    };
    let Some(side) = side(bytes) else {
        return Err(Diagnostic::error("dem-hgt-size").with("file", name).with("bytes", bytes.len()));
    };
    grid::sample_count(side as u64, side as u64)?;
    let heights = bytes.as_chunks::<2>().0.iter().map(|&pair| match i16::from_be_bytes(pair) {
        VOID => f32::NAN,
        height => plausible(f32::from(height)),
    });
    let cell = 1.0 / (side - 1) as f64;
    Ok(Grid {
        columns: side,
        heights: heights.collect(),
        placement: Placement::north_up([west, south + 1.0], cell, cell),
        system: CoordinateSystem::Degrees,
    })
}

/// Whether both the name and the size are those of a tile.
pub(super) fn is_tile(name: &str, bytes: &[u8]) -> bool {
    has_extension(name) && side(bytes).is_some()
}

/// Whether the name ends in `.hgt`.
pub(super) fn has_extension(name: &str) -> bool {
    name.len() >= 4 && name.as_bytes()[name.len() - 4..].eq_ignore_ascii_case(b".hgt")
}

/// Whether the size is one that the mission's tiles have: 1201² or 3601² samples.
pub(super) fn has_tile_size(bytes: &[u8]) -> bool {
    matches!(side(bytes), Some(1201 | 3601))
}

/// Samples along an edge, if there is a square of them.
fn side(bytes: &[u8]) -> Option<usize> {
    let samples = bytes.len() / 2;
    let side = samples.isqrt();
    (bytes.len().is_multiple_of(2) && side * side == samples && side >= 2 && samples <= MOST_SAMPLES).then_some(side)
}

/// Longitude and latitude of the south-western corner, from a name that begins like `N47E009`.
pub(super) fn south_west_corner(name: &str) -> Option<[f64; 2]> {
    let file = name.rsplit(['/', '\\']).next()?.as_bytes();
    let number = |range: std::ops::Range<usize>| std::str::from_utf8(file.get(range)?).ok()?.parse::<u16>().ok().map(f64::from);
    let sign = |index: usize, positive: u8, negative: u8| match file.get(index)?.to_ascii_uppercase() {
        letter if letter == positive => Some(1.0),
        letter if letter == negative => Some(-1.0),
        _ => None,
    };
    let latitude = sign(0, b'N', b'S')? * number(1..3)?;
    let longitude = sign(3, b'E', b'W')? * number(4..7)?;
    ((-90.0..=89.0).contains(&latitude) && (-180.0..=179.0).contains(&longitude)).then_some([longitude, latitude])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_gives_the_place() {
        for (name, expected) in [
            ("N47E009.hgt", Some([9.0, 47.0])),
            ("tiles/s03w060.HGT", Some([-60.0, -3.0])),
            ("C:\\dem\\N53E063.SRTMGL1.hgt", Some([63.0, 53.0])),
            ("elevation.hgt", None),
            ("N97E009.hgt", None),
            ("N47E1.hgt", None),
            ("N4+E009.hgt", None),
            ("Жер.hgt", None),
        ] {
            assert_eq!(south_west_corner(name), expected, "{name}");
        }
    }
}
