//! A film as an animated GIF, which every browser, letter and slide can show: frame by frame, each with colours of its own.

use crate::twin::diagnostic::Diagnostic;
use gif::{Encoder, EncodingError, Frame, Repeat};
use image::{RgbaImage, imageops};

/// Frames a second that a GIF can have: it counts hundredths, and programs play what is faster than two of them slower.
pub const RATES: [f64; 2] = [1.0, 50.0];

/// How roughly colours are chosen, 1 to 30: what NeuQuant (Dekker 1994) looks at is every so manieth pixel.
const ROUGHNESS: i32 = 10;

/// A film that grows frame by frame.
pub struct Animation {
    encoder: Encoder<Vec<u8>>,
    width: u16,
    height: u16,
    rate: f64,
    frames: u32,
    /// The pixels that are shown last, and the number of the frame that they began with.
    last: Option<(Vec<u8>, u32)>,
}

impl Animation {
    /// An empty film of a size [pixels] and so many frames a second, which begins anew when it is over.
    ///
    /// # Errors
    /// `film-size-odd` where a side has no pixel, or more than the 65,535 that the format can hold.
    pub fn new([width, height]: [u32; 2], rate: f64) -> Result<Self, Diagnostic> {
        let odd = || Diagnostic::error("film-size-odd").with("width", u64::from(width)).with("height", u64::from(height));
        let side = |length: u32| u16::try_from(length).ok().filter(|length| *length > 0);
        let (width, height) = side(width).zip(side(height)).ok_or_else(odd)?;
        let rate = if rate.is_nan() { RATES[0] } else { rate.clamp(RATES[0], RATES[1]) };
        let mut encoder = Encoder::new(Vec::new(), width, height, &[]).map_err(|error| broken(&error))?;
        encoder.set_repeat(Repeat::Infinite).map_err(|error| broken(&error))?;
        Ok(Self { encoder, width, height, rate, frames: 0, last: None })
    }

    /// Adds a frame; one of another size is stretched. A picture that stands still is written once and shown longer.
    ///
    /// # Errors
    /// `film-unwritable` with the reason.
    pub fn add(&mut self, picture: &RgbaImage) -> Result<(), Diagnostic> {
        let (width, height) = (u32::from(self.width), u32::from(self.height));
        let mut pixels = if picture.dimensions() == (width, height) {
            picture.clone().into_raw()
        } else {
            imageops::thumbnail(picture, width, height).into_raw()
        };
        // What is drawn hides what is behind the window.
        pixels.iter_mut().skip(3).step_by(4).for_each(|opacity| *opacity = u8::MAX);
        if self.last.as_ref().is_none_or(|(last, _)| *last != pixels) {
            self.write_last()?;
            self.last = Some((pixels, self.frames));
        }
        self.frames += 1;
        Ok(())
    }

    /// Writes the picture that was shown last. How long it stays [1/100 s] is rounded so that the film as a whole is neither slower nor faster.
    fn write_last(&mut self) -> Result<(), Diagnostic> {
        let Some((mut pixels, since)) = self.last.take() else { return Ok(()) };
        let until = |frames: u32| (f64::from(frames) * 100.0 / self.rate).round();
        let delay = (until(self.frames) - until(since)) as u16;
        let frame = Frame { delay, ..Frame::from_rgba_speed(self.width, self.height, &mut pixels, ROUGHNESS) };
        self.encoder.write_frame(&frame).map_err(|error| broken(&error))
    }

    /// Frames so far.
    pub fn frames(&self) -> u32 {
        self.frames
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// `film-empty` without a frame, `film-unwritable` with the reason.
    pub fn finish(mut self) -> Result<Vec<u8>, Diagnostic> {
        if self.frames == 0 {
            return Err(Diagnostic::warning("film-empty"));
        }
        self.write_last()?;
        self.encoder.into_inner().map_err(|error| broken(&error))
    }
}

fn broken(error: &EncodingError) -> Diagnostic {
    Diagnostic::error("film-unwritable").with("reason", error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use gif::{ColorOutput, DecodeOptions};
    use image::Rgba;

    #[test]
    fn frames_come_back_with_their_colours_and_times() {
        let colours = [[200, 30, 40, 255], [30, 200, 40, 255], [30, 40, 200, 0], [9, 9, 9, 255]];
        let mut film = Animation::new([6, 4], 30.0).expect("a film");
        for (index, colour) in colours.into_iter().enumerate() {
            // The last is twice as large.
            let scale = if index == 3 { 2 } else { 1 };
            film.add(&RgbaImage::from_pixel(6 * scale, 4 * scale, Rgba(colour))).expect("a frame");
        }
        assert_eq!(film.frames(), 4);
        let bytes = film.finish().expect("bytes");
        let mut options = DecodeOptions::new();
        options.set_color_output(ColorOutput::RGBA);
        let mut film = options.read_info(&bytes[..]).expect("a film");
        assert_eq!((film.width(), film.height()), (6, 4));
        let mut delays = Vec::new();
        for [red, green, blue, _] in colours {
            let frame = film.read_next_frame().expect("readable").expect("a frame");
            assert_eq!((frame.width, frame.height), (6, 4));
            assert_eq!(&frame.buffer[..4], [red, green, blue, 255]);
            delays.push(frame.delay);
        }
        // Thirty frames a second are three and a third hundredths each.
        assert_eq!(delays, [3, 4, 3, 3]);
        assert!(film.read_next_frame().expect("readable").is_none());
    }

    #[test]
    fn a_picture_that_stands_still_is_written_once() {
        let mut film = Animation::new([2, 2], 30.0).expect("a film");
        for shade in [7, 7, 7, 8, 7] {
            film.add(&RgbaImage::from_pixel(2, 2, Rgba([shade, 0, 0, 255]))).expect("a frame");
        }
        assert_eq!(film.frames(), 5);
        let bytes = film.finish().expect("bytes");
        let mut film = DecodeOptions::new().read_info(&bytes[..]).expect("a film");
        let delays: Vec<u16> = std::iter::from_fn(|| film.read_next_frame().expect("readable").map(|frame| frame.delay)).collect();
        assert_eq!(delays, [10, 3, 4]);
    }

    #[test]
    fn more_colours_than_a_frame_can_hold_come_close() {
        let picture = RgbaImage::from_fn(256, 256, |x, y| Rgba([x as u8, y as u8, 128, 255]));
        let mut film = Animation::new([256, 256], 10.0).expect("a film");
        film.add(&picture).expect("a frame");
        let bytes = film.finish().expect("bytes");
        let mut options = DecodeOptions::new();
        options.set_color_output(ColorOutput::RGBA);
        let mut film = options.read_info(&bytes[..]).expect("a film");
        let frame = film.read_next_frame().expect("readable").expect("a frame");
        let stray: u32 = frame.buffer.iter().zip(picture.as_raw()).map(|(a, b)| u32::from(a.abs_diff(*b))).sum();
        assert!(f64::from(stray) / f64::from(256 * 256 * 3) < 16.0, "{stray}");
    }

    #[test]
    fn odd_sizes_and_empty_films_are_refused() {
        for size in [[0, 4], [4, 70_000]] {
            assert_eq!(Animation::new(size, 10.0).err().map(|fault| fault.code), Some("film-size-odd"));
        }
        let film = Animation::new([4, 4], f64::NAN).expect("a film");
        assert_eq!(film.finish().map_err(|fault| fault.code), Err("film-empty"));
    }
}
