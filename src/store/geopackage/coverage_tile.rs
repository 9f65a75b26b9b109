//! One tile of heights as a 16-bit PNG with its own scale and offset: whole metres stay whole, the rest comes back within centimetres.

use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::{ColorType, ExtendedColorType, ImageDecoder, ImageEncoder};
use std::io::Cursor;

/// Width and height of a tile in samples.
pub const TILE: usize = 256;
/// The sample that stands for an unknown height.
pub const VOID: u16 = u16::MAX;

/// A tile as a file holds it: height = sample · scale + offset.
#[derive(Clone, Debug)]
pub struct Tile {
    /// A PNG of 16-bit grey, [`TILE`] × [`TILE`].
    pub png: Vec<u8>,
    /// Metres per step.
    pub scale: f64,
    /// Height of sample zero [m].
    pub offset: f64,
    /// What is known of the heights: least, greatest, mean, standard deviation [m].
    pub statistics: Option<[f64; 4]>,
}

impl Tile {
    /// Packs [`TILE`]² heights, row by row; unknown ones are NaN.
    ///
    /// # Errors
    /// The encoder's, which cannot happen while it writes to memory.
    pub fn pack(heights: &[f32]) -> image::ImageResult<Self> {
        let statistics = statistics(heights);
        let (scale, offset) = statistics.map_or((1.0, 0.0), |[low, high, ..]| steps(heights, low, high));
        let sample = |height: &f32| match height.is_finite() {
            true => ((f64::from(*height) - offset) / scale).round().clamp(0.0, f64::from(VOID - 1)) as u16,
            false => VOID,
        };
        let bytes: Vec<u8> = heights.iter().flat_map(|height| sample(height).to_ne_bytes()).collect();
        let mut png = Vec::new();
        PngEncoder::new_with_quality(&mut png, CompressionType::Default, FilterType::Adaptive).write_image(
            &bytes,
            TILE as u32,
            TILE as u32,
            ExtendedColorType::L16,
        )?;
        Ok(Self { png, scale, offset, statistics })
    }
}

/// Heights of a tile's image; none where it is no 16-bit grey image of the right size.
pub fn unpack(png: &[u8], scale: f64, offset: f64) -> Option<Vec<f32>> {
    let decoder = PngDecoder::new(Cursor::new(png)).ok()?;
    if decoder.dimensions() != (TILE as u32, TILE as u32) || decoder.color_type() != ColorType::L16 {
        return None;
    }
    let mut bytes = vec![0; TILE * TILE * 2];
    decoder.read_image(&mut bytes).ok()?;
    let samples = bytes.chunks_exact(2).map(|pair| u16::from_ne_bytes([pair[0], pair[1]]));
    Some(samples.map(|sample| if sample == VOID { f32::NAN } else { (f64::from(sample) * scale + offset) as f32 }).collect())
}

fn statistics(heights: &[f32]) -> Option<[f64; 4]> {
    let known = || heights.iter().filter(|height| height.is_finite()).map(|&height| f64::from(height));
    let count = known().count() as f64;
    let mean = known().sum::<f64>() / count;
    let low = known().reduce(f64::min)?;
    let high = known().reduce(f64::max)?;
    let variance = known().map(|height| (height - mean).powi(2)).sum::<f64>() / count;
    Some([low, high, mean, variance.sqrt()])
}

/// Heights that differ by less are the same [m].
const SAME: f64 = 5e-4;

/// Scale and offset: the coarsest steps in which every height is itself again, else the finest that reach from low to high.
fn steps(heights: &[f32], low: f64, high: f64) -> (f64, f64) {
    let base = |step: f64| (low / step).floor() * step;
    let reaches = |step: &f64| (high - base(*step)) / step <= f64::from(VOID - 1);
    let is_exact = |step: &f64| {
        let base = base(*step);
        let again = |height: f32| ((f64::from(height) - base) / step).round() * step + base;
        heights.iter().filter(|height| height.is_finite()).all(|&height| (again(height) - f64::from(height)).abs() < SAME)
    };
    let exact = [1.0, 0.1, 0.01].into_iter().filter(reaches).find(is_exact);
    let step = exact.or_else(|| [0.01, 0.02, 0.05, 0.1, 1.0].into_iter().find(reaches));
    match step {
        Some(step) => (step, base(step)),
        None => ((high - low) / f64::from(VOID - 1), low),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn check(height: impl Fn(usize) -> f32, tolerance: f32) {
        let heights: Vec<f32> = (0..TILE * TILE).map(height).collect();
        let tile = Tile::pack(&heights).unwrap();
        let back = unpack(&tile.png, tile.scale, tile.offset).unwrap();
        for (before, after) in heights.iter().zip(&back) {
            assert_eq!(before.is_nan(), after.is_nan());
            assert!(before.is_nan() || (before - after).abs() <= tolerance, "{before} came back as {after}");
        }
    }

    #[test]
    fn heights_come_back() {
        check(|index| (index % 700) as f32 - 30.0, 0.0);
        check(|index| (index % 9_000) as f32 / 10.0 - 100.0, 1e-4);
        check(|index| 130.0 + (index as f32 * 0.37).sin() * 50.0, 0.005_1);
        check(|index| (index as f32 * 0.37).sin() * 3_000.0, 0.051);
        check(|index| if index % 3 == 0 { f32::NAN } else { 163.25 }, 0.0);
        check(|_| f32::NAN, 0.0);
    }

    #[test]
    fn broken_images_are_refused() {
        let mut png = Tile::pack(&vec![1.0; TILE * TILE]).unwrap().png;
        assert!(unpack(b"", 1.0, 0.0).is_none());
        assert!(unpack(&png[..png.len() / 2], 1.0, 0.0).is_none());
        png[19] = 255;
        assert!(unpack(&png, 1.0, 0.0).is_none());
    }
}
