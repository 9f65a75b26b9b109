//! GeoTIFF: the first band of the first picture as heights, placed by its tags.

use super::coordinate_system::geographic;
use super::grid::{self, CoordinateSystem, Grid, Placement, plausible};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::quality::{Finding, Quality};
use std::io::Cursor;
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;
use tiff::{TiffError, TiffResult};

type Tiff<'a> = Decoder<Cursor<&'a [u8]>>;

/// Whether the content is a TIFF or BigTIFF.
pub(super) fn is_tiff(bytes: &[u8]) -> bool {
    [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"].iter().any(|magic| bytes.starts_with(*magic))
}

/// Reads strips or tiles of 8 to 64-bit integers or floating-point numbers, packed or not.
pub(super) fn grid_from_bytes(name: &str, bytes: &[u8], quality: &mut Quality) -> Result<Grid, Diagnostic> {
    let named = |diagnostic: Diagnostic| diagnostic.in_file(name);
    let mut tiff = Decoder::new(Cursor::new(bytes)).map_err(unreadable).map_err(named)?;
    let layout = Layout::read(&mut tiff, bytes.len()).map_err(named)?;
    let placement = placement(&mut tiff).ok_or_else(|| named(Diagnostic::error("dem-tiff-no-place")))?;
    let keys = GeoKeys::read(&mut tiff);
    let placement = if keys.samples_are_points() { placement } else { centred(placement) };

    let mut limits = Limits::default();
    limits.decoding_buffer_size = layout.samples.saturating_mul(16);
    limits.intermediate_buffer_size = limits.intermediate_buffer_size.max(bytes.len());
    let mut tiff = tiff.with_limits(limits);
    let read = heights(&mut tiff, &layout).map_err(unreadable).map_err(named)?;
    if read.saturated > 0 {
        quality.note(Finding::ElevationSaturated, name);
        quality.count(Finding::ElevationSaturated, read.saturated - 1);
    }
    let unit = keys.metres_per_vertical_unit();
    let heights = read.heights.into_iter().map(|height| plausible(height * unit)).collect();
    Ok(Grid { columns: layout.columns, heights, placement, system: keys.system() })
}

fn unreadable(error: TiffError) -> Diagnostic {
    match error {
        TiffError::UnsupportedError(reason) => Diagnostic::error("dem-tiff-unsupported").with("reason", reason.to_string()),
        other => Diagnostic::error("dem-tiff-broken").with("reason", other.to_string()),
    }
}

/// The most samples that count for one tile that a file leaves out: 512 × 512, the greatest usual tile.
const LEFT_OUT_SAMPLES: u64 = 512 * 512;

/// How the samples are laid out in the file.
struct Layout {
    columns: usize,
    samples: usize,
    /// Samples of all bands that stand together.
    bands: usize,
    /// Bytes that each strip or tile takes; none where the file does not say.
    chunk_bytes: Vec<u64>,
    /// What stands for "unknown".
    unknown: Option<f64>,
}

impl Layout {
    /// Reads and checks the dimensions, before anything is reserved for them.
    fn read(tiff: &mut Tiff, length: usize) -> Result<Self, Diagnostic> {
        let (columns, rows) = tiff.dimensions().map_err(unreadable)?;
        let (columns, rows) = (u64::from(columns), u64::from(rows));
        let samples = grid::sample_count(columns, rows)?;
        let number = |tiff: &mut Tiff, tag| tiff.find_tag_unsigned::<u64>(tag).ok().flatten();
        if matches!(number(tiff, Tag::PhotometricInterpretation), Some(2 | 3 | 5..)) {
            return Err(Diagnostic::error("dem-tiff-picture"));
        }
        let bits = number(tiff, Tag::BitsPerSample).unwrap_or(8);
        if !matches!(bits, 8 | 16 | 32 | 64) {
            return Err(Diagnostic::error("dem-tiff-unsupported").with("reason", format!("{bits} bit")));
        }
        let chunk_bytes = [Tag::TileByteCounts, Tag::StripByteCounts]
            .into_iter()
            .find_map(|tag| tiff.find_tag_unsigned_vec::<u64>(tag).ok().flatten())
            .unwrap_or_default();
        let packing = greatest_packing(number(tiff, Tag::Compression).unwrap_or(1));
        let left_out = chunk_bytes.iter().filter(|bytes| **bytes == 0).count() as u64 * LEFT_OUT_SAMPLES;
        if samples as u64 * (bits / 8) > (length as u64).saturating_mul(packing).saturating_add(left_out * (bits / 8)) {
            return Err(grid::cut_short(columns, rows));
        }
        let planar = number(tiff, Tag::PlanarConfiguration) == Some(2);
        let bands = if planar { 1 } else { number(tiff, Tag::SamplesPerPixel).unwrap_or(1).clamp(1, 65_535) as usize };
        let unknown = tiff.find_tag(Tag::GdalNodata).ok().flatten().and_then(|value| value.into_string().ok());
        let unknown = unknown.and_then(|text| text.trim_matches(['\0', ' ']).parse().ok());
        Ok(Self { columns: columns as usize, samples, bands, chunk_bytes, unknown })
    }
}

/// How many times smaller than its content a strip or tile can be at most, by the compression's code.
fn greatest_packing(compression: u64) -> u64 {
    match compression {
        1 => 1,
        // Lempel–Ziv–Welch: a code of 12 bits stands for fewer than 4,096 bytes.
        5 => 4096,
        8 | 32_946 => 1032,
        32_773 => 64,
        _ => 100_000,
    }
}

/// What was read of the samples.
struct Heights {
    heights: Vec<f32>,
    /// Samples at the greatest value of an 8-bit format.
    saturated: u64,
}

/// Reads the first band, strip by strip or tile by tile. A tile that the file leaves out is unknown.
fn heights(tiff: &mut Tiff, layout: &Layout) -> TiffResult<Heights> {
    let rows = layout.samples / layout.columns;
    let (width, height) = tiff.chunk_dimensions();
    let (width, height) = (width as usize, height as usize);
    if width == 0 || height == 0 {
        return Err(TiffError::IntSizeError);
    }
    let across = layout.columns.div_ceil(width);
    let mut read = Heights { heights: vec![f32::NAN; layout.samples], saturated: 0 };
    for index in 0..across * rows.div_ceil(height) {
        let chunk = u32::try_from(index)?;
        if layout.chunk_bytes.get(index) == Some(&0) {
            continue;
        }
        let content = tiff.read_chunk(chunk)?;
        let (chunk_width, _) = tiff.chunk_data_dimensions(chunk);
        let (left, top) = (index % across * width, index / across * height);
        let mut take = |position: usize, height: f32| {
            let (column, row) = (left + position % chunk_width as usize, top + position / chunk_width as usize);
            if column < layout.columns && row < rows {
                read.heights[row * layout.columns + column] = height;
            }
        };
        read.saturated += each_sample(&content, layout, &mut take);
    }
    Ok(read)
}

/// Hands on every sample of the first band with its position, and counts the saturated ones.
fn each_sample(content: &DecodingResult, layout: &Layout, take: &mut impl FnMut(usize, f32)) -> u64 {
    macro_rules! samples {
        ($samples:expr, $greatest:expr) => {{
            let unknown = layout.unknown.map(|unknown| unknown as f32);
            let mut saturated = 0;
            for (position, &sample) in $samples.iter().step_by(layout.bands).enumerate() {
                let height = sample as f32;
                let known = Some(height) != unknown;
                saturated += u64::from(known && Some(height) == $greatest);
                take(position, if known { height } else { f32::NAN });
            }
            saturated
        }};
    }
    match content {
        DecodingResult::U8(samples) => samples!(samples, Some(255.0)),
        DecodingResult::I8(samples) => samples!(samples, Some(127.0)),
        DecodingResult::U16(samples) => samples!(samples, None),
        DecodingResult::I16(samples) => samples!(samples, None),
        DecodingResult::U32(samples) => samples!(samples, None),
        DecodingResult::I32(samples) => samples!(samples, None),
        DecodingResult::U64(samples) => samples!(samples, None),
        DecodingResult::I64(samples) => samples!(samples, None),
        DecodingResult::F32(samples) => samples!(samples, None),
        DecodingResult::F64(samples) => samples!(samples, None),
        DecodingResult::F16(samples) => {
            let samples: Vec<f32> = samples.iter().map(|sample| sample.to_f32()).collect();
            samples!(samples, None)
        }
    }
}

/// Where raster point (0, 0) and its neighbours lie, by scale and tie point or by a transformation.
fn placement(tiff: &mut Tiff) -> Option<Placement> {
    let numbers = |tiff: &mut Tiff, tag| tiff.find_tag(tag).ok().flatten().and_then(|value| value.into_f64_vec().ok());
    let placement = if let Some(matrix) = numbers(tiff, Tag::ModelTransformationTag).filter(|matrix| matrix.len() >= 8) {
        Placement { first: [matrix[3], matrix[7]], column: [matrix[0], matrix[4]], row: [matrix[1], matrix[5]] }
    } else {
        let scale = numbers(tiff, Tag::ModelPixelScaleTag).filter(|scale| scale.len() >= 2)?;
        let tie = numbers(tiff, Tag::ModelTiepointTag).filter(|tie| tie.len() >= 6)?;
        Placement::north_up([tie[3] - tie[0] * scale[0], tie[4] + tie[1] * scale[1]], scale[0], scale[1])
    };
    Some(placement).filter(Placement::is_sound)
}

/// From the corners of cells to their centres.
fn centred(placement: Placement) -> Placement {
    Placement { first: placement.at(0.5, 0.5), ..placement }
}

/// The keys of the file's coordinate system: pairs of key and value.
struct GeoKeys(Vec<(u16, u16)>);

impl GeoKeys {
    const MODEL_TYPE: u16 = 1024;
    const RASTER_TYPE: u16 = 1025;
    const GEOGRAPHIC: u16 = 2048;
    const PROJECTED: u16 = 3072;
    const VERTICAL_UNITS: u16 = 4099;
    const USER_DEFINED: u16 = 32_767;

    fn read(tiff: &mut Tiff) -> Self {
        let directory = tiff.find_tag(Tag::GeoKeyDirectoryTag).ok().flatten().and_then(|value| value.into_u16_vec().ok());
        let entries = directory.as_deref().and_then(|directory| directory.get(4..)).unwrap_or_default();
        Self(entries.as_chunks::<4>().0.iter().filter(|entry| entry[1] == 0).map(|entry| (entry[0], entry[3])).collect())
    }

    fn get(&self, key: u16) -> Option<u16> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
    }

    /// Whether the file's raster points are the samples themselves rather than the corners of cells.
    fn samples_are_points(&self) -> bool {
        self.get(Self::RASTER_TYPE) == Some(2)
    }

    fn system(&self) -> CoordinateSystem {
        let stated = |key| self.get(key).filter(|code| *code != Self::USER_DEFINED && *code != 0);
        match (self.get(Self::MODEL_TYPE), stated(Self::PROJECTED), stated(Self::GEOGRAPHIC)) {
            (Some(2), _, Some(code)) | (None, None, Some(code)) => geographic(code),
            (Some(2), _, None) => CoordinateSystem::Degrees,
            (_, Some(code), _) => CoordinateSystem::Epsg(code),
            _ => CoordinateSystem::Unstated,
        }
    }

    /// Heights are in metres unless the file says feet (international or of the US survey).
    fn metres_per_vertical_unit(&self) -> f32 {
        match self.get(Self::VERTICAL_UNITS) {
            Some(9002) => 0.3048,
            Some(9003) => 0.304_800_6,
            _ => 1.0,
        }
    }
}
