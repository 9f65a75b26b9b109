//! A film in the form that its file's name asks for: an animated picture, or a video where this build can write one.

use super::animation::Animation;
#[cfg(feature = "h264")]
use super::video::Video;
use crate::twin::diagnostic::Diagnostic;
use image::RgbaImage;
use std::path::Path;

/// Whether this build writes videos: its feature `h264`.
pub const WRITES_VIDEO: bool = cfg!(feature = "h264");

/// What a film is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// An animated GIF.
    Animation,
    /// A video: H.264 in MP4.
    Video,
}

impl Form {
    /// The form of a file, by its ending: `.mp4` is a video, whatever else an animated picture.
    ///
    /// # Errors
    /// `film-no-h264` where this build writes no videos.
    pub fn of(path: &Path) -> Result<Self, Diagnostic> {
        let is_video = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("mp4"));
        match (is_video, WRITES_VIDEO) {
            (false, _) => Ok(Self::Animation),
            (true, true) => Ok(Self::Video),
            (true, false) => Err(Diagnostic::error("film-no-h264")),
        }
    }

    /// Frames a second where nobody asks for others.
    pub fn rate(self) -> f64 {
        match self {
            Self::Animation => 12.5,
            Self::Video => 25.0,
        }
    }

    /// Pixels across where nobody asks for others: what a slide or a letter carries, or a whole screen.
    pub fn width(self) -> u32 {
        match self {
            Self::Animation => 800,
            Self::Video => 1_920,
        }
    }

    /// Frames at most: eight and ten minutes.
    pub fn longest(self) -> usize {
        match self {
            Self::Animation => 6_000,
            Self::Video => 15_000,
        }
    }
}

/// A film that grows frame by frame.
pub enum Film {
    /// An animated GIF.
    Animation(Box<Animation>),
    /// A video.
    #[cfg(feature = "h264")]
    Video(Box<Video>),
}

impl Film {
    /// An empty film of a size [pixels] and so many frames a second.
    ///
    /// # Errors
    /// `film-size-odd`, `film-video-size`, `film-no-h264`, `film-unwritable`.
    pub fn new(form: Form, size: [u32; 2], rate: f64) -> Result<Self, Diagnostic> {
        match form {
            Form::Animation => Ok(Self::Animation(Box::new(Animation::new(size, rate)?))),
            #[cfg(feature = "h264")]
            Form::Video => Ok(Self::Video(Box::new(Video::new(size, rate)?))),
            #[cfg(not(feature = "h264"))]
            Form::Video => Err(Diagnostic::error("film-no-h264")),
        }
    }

    /// Adds a frame; one of another size is stretched.
    ///
    /// # Errors
    /// `film-unwritable` with the reason.
    pub fn add(&mut self, picture: &RgbaImage) -> Result<(), Diagnostic> {
        match self {
            Self::Animation(film) => film.add(picture),
            #[cfg(feature = "h264")]
            Self::Video(film) => film.add(picture),
        }
    }

    /// Frames so far.
    pub fn frames(&self) -> u32 {
        match self {
            Self::Animation(film) => film.frames(),
            #[cfg(feature = "h264")]
            Self::Video(film) => film.frames(),
        }
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// `film-empty` without a frame, `film-unwritable` with the reason.
    pub fn finish(self) -> Result<Vec<u8>, Diagnostic> {
        match self {
            Self::Animation(film) => film.finish(),
            #[cfg(feature = "h264")]
            Self::Video(film) => film.finish(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Words;
    use crate::twin::model::names::Language;

    #[test]
    fn the_ending_chooses_the_form() {
        assert_eq!(["film.gif", "film", "mp4"].map(|name| Form::of(Path::new(name)).ok()), [Some(Form::Animation); 3]);
        let video = ["film.mp4", "FILM.MP4"].map(|name| Form::of(Path::new(name)).map_err(|fault| fault.code));
        assert_eq!(video, [if WRITES_VIDEO { Ok(Form::Video) } else { Err("film-no-h264") }; 2]);
    }

    #[test]
    fn a_build_without_videos_says_what_to_do() {
        let refused = Diagnostic::error("film-no-h264");
        for language in Language::ALL {
            let told = Words::new(language).diagnostic(&refused);
            assert!(told.contains("--features h264") && told.contains("GIF"), "{told}");
        }
    }
}
