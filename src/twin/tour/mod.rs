//! A tour: stops that a presenter goes through in a meeting, and hands out afterwards. What a designer writes in `tours/<id>.ron`.
//!
//! A stop says all that is seen at it, so that a presenter may jump to any of them; only its camera may stay where it was.

pub mod remark;

use crate::twin::model::local_text::LocalText;
use crate::twin::scene::View;
use crate::twin::text::Spot;
use crate::twin::text::upgrade::{Upgrade, Versioned};
use crate::{choice, readable_choices, record, variants};

choice! {
    /// How scenarios that are held against each other share the picture.
    pub enum Sharing in "sharing" {
        /// One picture, cut by a divider.
        Swipe = "swipe",
        /// A picture each, all from the same viewpoint.
        Beside = "beside",
    }
}

readable_choices!(Sharing);

variants! {
    /// Where a stop is looked at from.
    pub enum Camera in "camera" {
        /// A view worth coming back to, by its id in the scene.
        Bookmark(Spot<String>),
        /// A view of the stop's own.
        View(View),
    }
}

record! {
    /// A tour.
    pub struct Tour in "tour" {
        /// Version of the file's form.
        version: Spot<u32>,
        /// Short name; the file is called by it.
        id: Spot<String>,
        /// What people call it.
        name: LocalText,
        /// What it shows, in a sentence or two: the words of the cover.
        summary: LocalText = LocalText::default(),
        /// The stops, in their order.
        stops: Vec<Stop>,
    }
}

impl Versioned for Tour {
    const UPGRADES: &'static [Upgrade] = &[];
}

record! {
    /// A stop of a tour: everything that is seen at it.
    pub struct Stop in "stop" {
        /// Short name within the tour; remarks and pictures are called by it.
        id: Spot<String>,
        /// Its heading.
        title: LocalText,
        /// What is said to the public, in a few sentences. `{metric}`, `{base.metric}` and `{scenario.metric}` stand for figures.
        text: LocalText = LocalText::default(),
        /// What only the presenter reads.
        note: LocalText = LocalText::default(),
        /// Where it is looked at from; as before where none is named.
        camera: Option<Camera>,
        /// How long the flight there takes [s].
        flight: f64 = 2.0,
        /// The scenario that is shown; the region as it is where none is named.
        scenario: Option<Spot<String>>,
        /// What it is held against: scenarios by id, empty for the region as it is.
        against: Vec<Spot<String>> = Vec::new(),
        /// How they share the picture.
        sharing: Sharing = Sharing::Swipe,
        /// Where the divider is, 0 at the left edge and 1 at the right.
        divider: f64 = 0.5,
        /// The outcome on the map.
        overlay: Option<Spot<String>>,
        /// Whether the difference from the region as it is is seen, instead of values.
        difference: bool = false,
        /// Day and hour in the scene's civil time, such as `2026-06-21 09:00`; as it was where none is named.
        at: Option<Spot<String>>,
        /// Layers that are hidden.
        hidden: Vec<Spot<String>> = Vec::new(),
        /// Layers that are shown, though they are hidden at first.
        shown: Vec<Spot<String>> = Vec::new(),
        /// The year that the proposals are seen in; all of them built where none is named.
        year: Option<u32>,
        /// Figures that stand beside the picture, by the ids of metrics.
        metrics: Vec<Spot<String>> = Vec::new(),
        /// Seconds until the next stop; where none are named, the presenter goes on.
        seconds: Option<f64>,
    }
}
