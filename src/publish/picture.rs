//! Pictures as handouts carry them: no wider than they are seen, and small.

use crate::twin::diagnostic::Diagnostic;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::{FilterType, resize};
use image::{ImageFormat, RgbImage, load_from_memory_with_format};

/// Quality of the JPEG, in percent: no artefact can be seen about letters at arm's length.
const QUALITY: u8 = 88;

/// A PNG as JPEG, at most so many pixels wide.
///
/// # Errors
/// `picture-unreadable`, with the name by which messages call it.
pub fn jpeg(name: &str, png: &[u8], widest: u32) -> Result<Vec<u8>, Diagnostic> {
    let failed = |error: image::ImageError| Diagnostic::error("picture-unreadable").with("file", name).with("reason", error.to_string());
    let picture = load_from_memory_with_format(png, ImageFormat::Png).map_err(failed)?.to_rgb8();
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&no_wider(picture, widest)).map_err(failed)?;
    Ok(bytes)
}

fn no_wider(picture: RgbImage, widest: u32) -> RgbImage {
    let (width, height) = picture.dimensions();
    if width <= widest {
        return picture;
    }
    let scaled = (f64::from(height) * f64::from(widest) / f64::from(width)).round().max(1.0);
    resize(&picture, widest, scaled as u32, FilterType::Lanczos3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    /// A picture of one colour, as PNG.
    fn plain(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        RgbImage::from_pixel(width, height, image::Rgb([90, 120, 140])).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
        bytes.into_inner()
    }

    #[test]
    fn a_picture_is_no_wider_than_it_is_seen() {
        let small = jpeg("a.png", &plain(400, 300), 200).expect("a picture");
        let read = load_from_memory_with_format(&small, ImageFormat::Jpeg).expect("a JPEG");
        assert_eq!((read.width(), read.height()), (200, 150));
        let kept = jpeg("a.png", &plain(100, 30), 200).expect("a picture");
        assert_eq!(load_from_memory_with_format(&kept, ImageFormat::Jpeg).expect("a JPEG").width(), 100);
        assert_eq!(jpeg("a.png", b"no picture", 200).map_err(|error| error.code), Err("picture-unreadable"));
    }
}
