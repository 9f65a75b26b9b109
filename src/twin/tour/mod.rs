//! A tour: stops that a presenter goes through in a meeting, and hands out afterwards. What a designer writes in `tours/<id>.ron`.
//!
//! A stop says all that is seen at it, so that a presenter may jump to any of them; only its camera may stay where it was.

pub mod check;
pub mod figure;
pub mod names;
pub mod notices;
mod places;
pub mod remark;

use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::local_text::LocalText;
use crate::twin::scene::{Bookmark, Scene, View};
use crate::twin::text::Spot;
use crate::twin::text::readable::unknown_name;
use crate::twin::text::upgrade::{Upgrade, Versioned};
use crate::{choice, readable_choices, record, variants};
use jiff::civil::DateTime;

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
        /// What is said to the public, in a few sentences. `{metric}`, `{base.metric}`, `{change.metric}` and
        /// `{scenario.metric}` stand for figures ([`figure`]).
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
        /// The hour of the flood whose water is seen, since its river began to rise [h]; the highest water where none is named.
        flood_hour: Option<f64>,
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

impl Tour {
    /// The place of a stop among the others, by its id.
    ///
    /// # Errors
    /// `tour-stop-unknown`, with the one that may be meant.
    pub fn place(&self, id: &str) -> Result<usize, Diagnostic> {
        self.stops.iter().position(|stop| stop.id.as_str() == id).ok_or_else(|| {
            let known: Vec<&str> = self.stops.iter().map(|stop| stop.id.as_str()).collect();
            unknown_name(Diagnostic::error("tour-stop-unknown"), id, &known)
        })
    }

    /// The scenarios that it shows or holds against others, by id, each once, in the order in which they come.
    pub fn scenarios(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for id in self.stops.iter().flat_map(Stop::scenarios) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
}

/// What is said of a tour that is not there.
pub fn unknown(id: &str, known: &[&str]) -> Diagnostic {
    unknown_name(Diagnostic::error("tour-unknown"), id, known)
}

impl Stop {
    /// The scenarios that it shows or holds against others, by id. The region as it is, is none.
    pub fn scenarios(&self) -> impl Iterator<Item = &str> {
        self.scenario.iter().chain(&self.against).map(|id| id.as_str()).filter(|id| !id.is_empty())
    }

    /// Where it is looked at from; none where it names no camera, or a bookmark that the scene does not have.
    pub fn view(&self, scene: &Scene) -> Option<View> {
        match self.camera.as_ref()? {
            Camera::View(view) => Some(*view),
            Camera::Bookmark(id) => Bookmark::find(scene.bookmarks.iter(), id).ok().map(|bookmark| bookmark.view),
        }
    }

    /// Day and hour in the scene's civil time; none where none are named, or what is named is none.
    pub fn moment(&self) -> Option<DateTime> {
        // A day alone would be read as its midnight, and nobody means that.
        self.at.as_ref().filter(|at| at.contains(':')).and_then(|at| at.trim().parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::read_file;

    #[test]
    fn stops_are_found_by_their_ids_and_scenarios_are_named_once() {
        let words = r#"(kk: "а", ru: "б", en: "c")"#;
        let text = format!(
            r#"(version: 1, id: "t", name: {words}, stops: [
                (id: "one", title: {words}, scenario: Some("b"), against: ["", "a"]), (id: "two", title: {words}, scenario: Some("a"))])"#
        );
        let (tour, faults) = read_file::<Tour>(&text);
        assert_eq!(faults, []);
        let tour = tour.expect("a tour");
        assert_eq!((tour.place("two"), tour.scenarios()), (Ok(1), vec!["b", "a"]));
        let told = tour.place("twoo").expect_err("unknown");
        assert_eq!((told.code, told.text("suggestion")), ("tour-stop-unknown", Some("two")));
    }
}
