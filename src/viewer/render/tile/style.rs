//! How tiles are to look: the quality, how solid the layers are that far tiles have painted onto their ground, and what each view shows.

use crate::viewer::app::layers::Layers;
use crate::viewer::app::quality::Quality;
use crate::viewer::app::views::MOST;

/// Layers that are painted onto the ground of far tiles, where they are too small for triangles.
const PAINTED: [&str; 4] = ["landcover", "highways", "trees", "buildings"];

/// What a tile is built for; a tile built for another style has to be built anew.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// How much the picture may cost.
    pub quality: Quality,
    opacities: [f32; PAINTED.len()],
    /// How many views there are.
    views: usize,
    /// The outcome that each shows, by its number; zero for none.
    dresses: [u64; MOST],
}

impl Style {
    /// The style that people have chosen.
    pub fn new(quality: Quality, layers: &Layers, views: usize, dresses: [u64; MOST]) -> Self {
        let opacities = PAINTED.map(|layer| Some(layers.look_of(layer)).filter(|look| look.visible).map_or(0.0, |look| look.opacity));
        Self { quality, opacities, views, dresses }
    }

    /// Takes over an outcome in a view whose last one looks the same there.
    pub fn redress(&mut self, view: usize, before: u64, now: u64) {
        if let Some(number) = self.dresses.get_mut(view).filter(|number| **number == before) {
            *number = now;
        }
    }

    /// How solid a painted layer is, 0 to 1.
    pub fn opacity(&self, layer: &str) -> f32 {
        PAINTED.iter().position(|name| *name == layer).map_or(0.0, |index| self.opacities[index])
    }
}

impl From<Quality> for Style {
    /// All layers as they are at first, in one view without an outcome.
    fn from(quality: Quality) -> Self {
        Self::new(quality, &Layers::default(), 1, [0; MOST])
    }
}
