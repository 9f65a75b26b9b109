//! ESRI ASCII grids: a few lines of header, then heights as text, row by row from the north.

use super::grid::{self, CoordinateSystem, Grid, Placement, plausible};
use crate::twin::diagnostic::Diagnostic;

/// Whether the content begins like such a grid.
pub(super) fn is_ascii_grid(bytes: &[u8]) -> bool {
    let first = words(bytes).next().unwrap_or_default();
    ["ncols", "nrows", "xllcorner", "xllcenter", "cellsize"].iter().any(|key| first.eq_ignore_ascii_case(key.as_bytes()))
}

/// Reads a grid. Numbers may have a decimal point or comma; one that cannot be read counts as unknown.
pub(super) fn grid_from_bytes(name: &str, bytes: &[u8]) -> Result<Grid, Diagnostic> {
    let mut words = words(bytes).peekable();
    let mut header = Header::default();
    while let Some(word) = words.next_if(|word| word.first().is_some_and(|byte| byte.is_ascii_alphabetic() && !is_nan(word))) {
        header.take(word, words.next().and_then(number));
    }
    let missing = |field: &str| Diagnostic::error("dem-asc-header").with("file", name).with("field", field);
    let count = |value: Option<f64>| value.filter(|value| value.fract() == 0.0 && (0.0..1e12).contains(value)).map(|value| value as u64);
    let columns = count(header.columns).ok_or_else(|| missing("ncols"))?;
    let rows = count(header.rows).ok_or_else(|| missing("nrows"))?;
    let samples = grid::sample_count(columns, rows)?;
    // Each sample takes at least a digit and a blank, so that a false header reserves no more than the text is long.
    if samples > bytes.len().div_ceil(2) {
        return Err(grid::cut_short(columns, rows));
    }
    let placement = header.placement(rows as f64).map_err(missing)?;
    let unknown = header.unknown.unwrap_or(-9999.0) as f32;
    let height = |word: &[u8]| {
        let height = number(word).map_or(f32::NAN, |height| height as f32);
        if height == unknown { f32::NAN } else { plausible(height) }
    };
    let heights: Vec<f32> = words.take(samples).map(height).collect();
    if heights.len() < samples {
        return Err(grid::cut_short(columns, rows));
    }
    Ok(Grid { columns: columns as usize, heights, placement, system: CoordinateSystem::Unstated })
}

/// What stands above the heights.
#[derive(Default)]
struct Header {
    columns: Option<f64>,
    rows: Option<f64>,
    west: Option<f64>,
    south: Option<f64>,
    west_centre: Option<f64>,
    south_centre: Option<f64>,
    width: Option<f64>,
    height: Option<f64>,
    unknown: Option<f64>,
}

impl Header {
    /// Takes in one line; unknown keys are passed over.
    fn take(&mut self, key: &[u8], value: Option<f64>) {
        match key.to_ascii_lowercase().as_slice() {
            b"ncols" => self.columns = value,
            b"nrows" => self.rows = value,
            b"xllcorner" => self.west = value,
            b"yllcorner" => self.south = value,
            b"xllcenter" | b"xllcentre" => self.west_centre = value,
            b"yllcenter" | b"yllcentre" => self.south_centre = value,
            b"cellsize" => (self.width, self.height) = (value, value),
            b"dx" => self.width = value,
            b"dy" => self.height = value,
            b"nodata_value" | b"nodata" => self.unknown = value,
            _ => {}
        }
    }

    /// Where the samples stand, or the field that is missing for it.
    fn placement(&self, rows: f64) -> Result<Placement, &'static str> {
        let width = self.width.filter(|width| *width > 0.0).ok_or("cellsize")?;
        let height = self.height.filter(|height| *height > 0.0).ok_or("cellsize")?;
        let west = self.west_centre.or(self.west.map(|west| west + width / 2.0)).ok_or("xllcorner")?;
        let south = self.south_centre.or(self.south.map(|south| south + height / 2.0)).ok_or("yllcorner")?;
        Ok(Placement::north_up([west, south + (rows - 1.0) * height], width, height))
    }
}

/// What stands between blanks; a byte order mark is passed over.
fn words(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    text.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty())
}

fn is_nan(word: &[u8]) -> bool {
    word.eq_ignore_ascii_case(b"nan")
}

/// A finite number with a decimal point or comma.
fn number(word: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(word).ok()?;
    let number = text.parse::<f64>().or_else(|_| text.replacen(',', ".", 1).parse());
    number.ok().filter(|number| number.is_finite())
}
