//! A film as a video: frames become planes of luma and chroma (BT.709), an encoder makes H.264 of them, and all goes into an MP4.

use super::animation::RATES;
use super::mp4::{Frame, Movie};
use crate::twin::diagnostic::Diagnostic;
use image::{RgbaImage, imageops};
use openh264::encoder::{EncodedBitStream, Encoder, EncoderConfig, FrameRate, IntraFramePeriod, RateControlMode, VuiConfig};
use openh264::formats::YUVSlices;
use openh264::{OpenH264API, Timestamp};

/// Sides that the encoder takes [pixels]: the shorter and the longer at most, and any at least.
const LARGEST: [u32; 2] = [2_160, 3_840];
const SMALLEST: u32 = 16;
/// Seconds from a frame that stands by itself to the next: a player can jump to these.
const JUMP: f64 = 2.0;
/// Ticks a second: divisible by all usual rates.
const TICKS: u32 = 90_000;

/// A video that grows frame by frame.
pub struct Video {
    encoder: Encoder,
    /// As it was asked for; the video has the even part of it.
    size: [u32; 2],
    rate: f64,
    planes: Planes,
    movie: Movie,
}

impl Video {
    /// An empty video of a size [pixels] and so many frames a second. Chroma is halved, so an odd line or column at the end is cut off.
    ///
    /// # Errors
    /// `film-video-size` where the encoder does not take the size, `film-unwritable` with the reason.
    pub fn new(size: [u32; 2], rate: f64) -> Result<Self, Diagnostic> {
        let even = size.map(|side| side & !1);
        let (shorter, longer) = (even[0].min(even[1]), even[0].max(even[1]));
        if shorter < SMALLEST || shorter > LARGEST[0] || longer > LARGEST[1] {
            return Err(Diagnostic::error("film-video-size").with("width", u64::from(size[0])).with("height", u64::from(size[1])));
        }
        let rate = if rate.is_nan() { RATES[0] } else { rate.clamp(RATES[0], RATES[1]) };
        let config = EncoderConfig::new()
            // Every frame as sharp as the others (quantiser 26), however many bits that takes: lines and letters stay legible.
            .rate_control_mode(RateControlMode::Off)
            .max_frame_rate(FrameRate::from_hz(rate as f32))
            .intra_frame_period(IntraFramePeriod::from_num_frames((rate * JUMP).round() as u32))
            // Every frame is in the film, and the film is the same on every machine.
            .skip_frames(false)
            .num_threads(1)
            .vui(VuiConfig::bt709());
        let encoder = Encoder::with_api_config(OpenH264API::from_source(), config).map_err(|error| broken(&error))?;
        let movie = Movie::new(even.map(|side| side as u16), TICKS);
        Ok(Self { encoder, size, rate, planes: Planes::new(even), movie })
    }

    /// Adds a frame; one of another size is stretched.
    ///
    /// # Errors
    /// `film-unwritable` with the reason.
    pub fn add(&mut self, picture: &RgbaImage) -> Result<(), Diagnostic> {
        let [width, height] = self.size;
        if picture.dimensions() == (width, height) {
            self.planes.fill(picture);
        } else {
            self.planes.fill(&imageops::thumbnail(picture, width, height));
        }
        let (ticks, moment) = (self.ticks(), f64::from(self.frames()) * 1_000.0 / self.rate);
        let stream = self.encoder.encode_at(&self.planes.slices(), Timestamp::from_millis(moment.round() as u64));
        let stream = stream.map_err(|error| broken(&error))?;
        self.movie.add(Frame { units: &units(&stream), ticks })
    }

    /// How long the next frame stays: rounded so that the film as a whole is neither slower nor faster.
    fn ticks(&self) -> u32 {
        let until = |frames: u32| (f64::from(frames) * f64::from(TICKS) / self.rate).round();
        let frames = self.frames();
        (until(frames + 1) - until(frames)) as u32
    }

    /// Frames so far.
    pub fn frames(&self) -> u32 {
        self.movie.frames()
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// `film-empty` without a frame, `film-unwritable` with the reason.
    pub fn finish(self) -> Result<Vec<u8>, Diagnostic> {
        self.movie.finish()
    }
}

fn broken(error: &openh264::Error) -> Diagnostic {
    Diagnostic::error("film-unwritable").with("reason", error.to_string())
}

/// The units of a frame, without what marks their beginnings in a stream.
fn units<'a>(stream: &EncodedBitStream<'a>) -> Vec<Vec<u8>> {
    let layers = (0..stream.num_layers()).filter_map(|index| stream.layer(index));
    let units = layers.flat_map(|layer| (0..layer.nal_count()).filter_map(move |index| layer.nal_unit(index).map(<[u8]>::to_vec)));
    let bare = |mut unit: Vec<u8>| {
        let zeros = unit.iter().take_while(|byte| **byte == 0).count();
        unit.drain(..(zeros + 1).min(unit.len()));
        unit
    };
    units.map(bare).filter(|unit| !unit.is_empty()).collect()
}

/// A frame as luma and chroma: 8 bits, chroma halved either way (4:2:0).
struct Planes {
    width: usize,
    height: usize,
    luma: Vec<u8>,
    /// Blue, then red.
    chroma: [Vec<u8>; 2],
}

/// BT.709 in video range, in 1/65536: luma, blue and red difference of red, green and blue (ITU-R BT.709-6, items 3.2 to 3.4).
const LUMA: [i32; 3] = [11_966, 40_254, 4_064];
const CHROMA: [[i32; 3]; 2] = [[-6_596, -22_189, 28_785], [28_784, -26_145, -2_639]];

/// A weighted sum, rounded, over its zero.
fn weighted(weights: [i32; 3], colour: [i32; 3], zero: i32) -> u8 {
    let sum: i32 = weights.iter().zip(colour).map(|(weight, part)| weight * part).sum();
    (((sum + 32_768) >> 16) + zero).clamp(0, 255) as u8
}

impl Planes {
    fn new([width, height]: [u32; 2]) -> Self {
        let (width, height) = (width as usize, height as usize);
        let quarter = vec![128; width / 2 * (height / 2)];
        Self { width, height, luma: vec![16; width * height], chroma: [quarter.clone(), quarter] }
    }

    /// Takes over a picture that is at least as large.
    fn fill(&mut self, picture: &RgbaImage) {
        let colour = |x: usize, y: usize| {
            let [red, green, blue, _] = picture.get_pixel(x as u32, y as u32).0;
            [red, green, blue].map(i32::from)
        };
        for (y, line) in self.luma.chunks_exact_mut(self.width).enumerate() {
            line.iter_mut().enumerate().for_each(|(x, luma)| *luma = weighted(LUMA, colour(x, y), 16));
        }
        let half = self.width / 2;
        for (plane, weights) in self.chroma.iter_mut().zip(CHROMA) {
            for (y, line) in plane.chunks_exact_mut(half).enumerate() {
                for (x, chroma) in line.iter_mut().enumerate() {
                    let four = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(right, down)| colour(2 * x + right, 2 * y + down));
                    let mean = [0, 1, 2].map(|part| (four.iter().map(|colour| colour[part]).sum::<i32>() + 2) / 4);
                    *chroma = weighted(weights, mean, 128);
                }
            }
        }
    }

    fn slices(&self) -> YUVSlices<'_> {
        let half = self.width / 2;
        let [blue, red] = &self.chroma;
        YUVSlices::new((&self.luma, blue, red), (self.width, self.height), (self.width, half, half))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgba;

    #[test]
    fn colours_are_those_of_bt_709() {
        // Rec. ITU-R BT.709-6: black 16, white 235, chroma 16 to 240; red, green and blue of full strength.
        let told = |colour: [i32; 3]| [weighted(LUMA, colour, 16), weighted(CHROMA[0], colour, 128), weighted(CHROMA[1], colour, 128)];
        assert_eq!(told([0, 0, 0]), [16, 128, 128]);
        assert_eq!(told([255, 255, 255]), [235, 128, 128]);
        assert_eq!(told([255, 0, 0]), [63, 102, 240]);
        assert_eq!(told([0, 255, 0]), [173, 42, 26]);
        assert_eq!(told([0, 0, 255]), [32, 240, 118]);
    }

    #[test]
    fn sizes_that_the_encoder_does_not_take_are_told() {
        for size in [[0, 100], [100, 15], [3_842, 100], [2_400, 2_400]] {
            assert_eq!(Video::new(size, 25.0).err().map(|fault| fault.code), Some("film-video-size"), "{size:?}");
        }
        let empty = Video::new([64, 48], f64::NAN).expect("a video");
        assert_eq!(empty.finish().map_err(|fault| fault.code), Err("film-empty"));
    }

    #[test]
    fn the_same_frames_make_the_same_file() {
        let film = || {
            let mut film = Video::new([64, 48], 25.0).expect("a video");
            for shade in [0, 120, 240] {
                film.add(&RgbaImage::from_fn(64, 48, |x, y| Rgba([shade, (4 * x) as u8, (5 * y) as u8, 255]))).expect("a frame");
            }
            film.finish().expect("bytes")
        };
        assert_eq!(film(), film());
    }
}
