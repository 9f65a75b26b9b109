//! What is handed out after a meeting: a document, a page, tables and maps, all made from one structure that is worded already.

pub mod animation;
pub mod csv;
pub mod film;
pub mod geojson;
pub mod gltf;
pub mod handout;
pub mod imprint;
pub mod labels;
pub mod material;
#[cfg(feature = "h264")]
mod mp4;
pub mod page;
pub mod pdf;
pub mod picture;
pub mod roadmap;
pub mod sun;
pub mod typesetting;
#[cfg(feature = "h264")]
pub mod video;
pub mod write;

pub use handout::Handout;
pub use material::Material;
pub use write::{Written, write};

/// What can be handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A PNG of each stop.
    Pictures,
    /// A PDF.
    Document,
    /// A page of HTML that holds everything.
    Page,
    /// The figures as CSV.
    Figures,
    /// The proposals as GeoJSON.
    Proposals,
    /// What is in view as glTF.
    Model,
    /// A flight from stop to stop as an animated picture.
    Film,
    /// The same as a video.
    Video,
    /// A stop at three hours on the solstices and equinoxes, as a PDF.
    SunStudy,
}

impl Format {
    /// What is handed out where nobody says what. Models and films are large: they are made where they are asked for.
    pub const USUAL: [Self; 5] = [Self::Pictures, Self::Document, Self::Page, Self::Figures, Self::Proposals];

    /// Whether pictures have to be drawn for it.
    pub fn needs_drawing(self) -> bool {
        !matches!(self, Self::Figures | Self::Proposals)
    }
}
