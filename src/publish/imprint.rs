//! What stands on every printed page: the region, the day, that it is a sketch, the credit lines of its data.

use crate::i18n::Words;
use crate::twin::model::region::{Region, Standing};
use crate::twin::scene::Scene;
use jiff::civil::Date;
use serde::Serialize;

/// What stands on every page, worded.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Imprint {
    /// What the region is called.
    pub region: String,
    /// The day, in words.
    pub date: String,
    /// That the region is a sketch, where it is one.
    pub sketch: Option<String>,
    /// The credit lines of the data, in one line.
    pub credit: String,
}

impl Imprint {
    /// Words it.
    pub fn new(words: &Words, today: Date, scene: &Scene, region: &Region) -> Self {
        Self {
            region: region_name(words, scene, region),
            date: words.date(today),
            sketch: sketch(words, region),
            credit: region.credits().join(" · "),
        }
    }
}

/// What a region is called: as the scene says, else as the data do.
pub fn region_name(words: &Words, scene: &Scene, region: &Region) -> String {
    match words.local(&scene.name) {
        "" => region.name.read(words.language(), &region.strings).to_owned(),
        name => name.to_owned(),
    }
}

/// That a region is a sketch, where it is one.
pub fn sketch(words: &Words, region: &Region) -> Option<String> {
    (region.standing == Standing::Sketch).then(|| words.get("handout-sketch").into_owned())
}
