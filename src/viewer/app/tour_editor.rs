//! What is being done to the tours in the window: which tour and which stop are open, and what was taken away and can be put back.

use super::session::Session;
use crate::twin::model::local_text::LocalText;
use crate::twin::model::names::Language;
use crate::twin::text::Spot;
use crate::twin::tour::{Sharing, Stop, Tour};
use bevy::prelude::*;

/// Seconds of a flight to a new stop.
const FLIGHT: f64 = 2.0;

/// What is open in the editor.
#[derive(Resource, Default)]
pub struct TourEditor {
    /// Id of the tour that is open.
    pub tour: Option<String>,
    /// Id of its stop that is open.
    pub stop: Option<String>,
    /// What was taken away last.
    pub removed: Option<Removed>,
    /// The scene's opening that it belongs to.
    opened: u64,
}

/// Something that was taken away.
#[derive(Clone, Debug, PartialEq)]
pub enum Removed {
    /// A whole tour.
    Tour(Tour),
    /// A stop.
    Stop {
        /// Id of its tour.
        tour: String,
        /// Where it stood among the stops.
        place: usize,
        /// The stop.
        stop: Box<Stop>,
    },
}

impl TourEditor {
    /// Opens a tour; none closes the one that is open.
    pub fn open(&mut self, tour: Option<String>) {
        (self.tour, self.stop) = (tour, None);
    }
}

/// A stop that says nothing yet: the region as it is, seen from where one is.
pub fn blank(id: String, title: LocalText) -> Stop {
    Stop {
        id: Spot::new(id),
        title,
        text: LocalText::default(),
        note: LocalText::default(),
        camera: None,
        flight: FLIGHT,
        scenario: None,
        against: Vec::new(),
        sharing: Sharing::default(),
        divider: 0.5,
        overlay: None,
        difference: false,
        flood_hour: None,
        at: None,
        hidden: Vec::new(),
        shown: Vec::new(),
        year: None,
        metrics: Vec::new(),
        seconds: None,
    }
}

/// An id of a stop that is not taken.
pub fn free_id(is_taken: impl Fn(&str) -> bool) -> String {
    (1u32..).map(|number| format!("stop-{number}")).find(|id| !is_taken(id)).unwrap_or_default()
}

/// Writes a text in a language. A language that has none yet, or had the same, gets it too, and one that is emptied takes over what another
/// says: a file has a text in all three or in none.
pub fn set_text(text: &mut LocalText, language: Language, written: &str) {
    let (written, old) = (written.trim(), text.read(language).to_owned());
    for own in [&mut text.kk, &mut text.ru, &mut text.en] {
        if *own == old || own.is_empty() {
            written.clone_into(own);
        }
    }
    let other = [&text.kk, &text.ru, &text.en].into_iter().find(|own| !own.is_empty()).cloned().unwrap_or_default();
    for own in [&mut text.kk, &mut text.ru, &mut text.en] {
        if own.is_empty() {
            own.clone_from(&other);
        }
    }
}

/// Adds the editor.
pub fn plugin(app: &mut App) {
    app.init_resource::<TourEditor>().add_systems(Update, forget.after(super::command::CommandSystems));
}

/// The tours of another scene are other tours.
fn forget(session: Res<Session>, mut editor: ResMut<TourEditor>) {
    if editor.opened != session.opened() {
        *editor = TourEditor { opened: session.opened(), ..TourEditor::default() };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::{Writable, read, write};

    fn check(start: [&str; 3], language: Language, written: &str, expected: [&str; 3]) {
        let [kk, ru, en] = start.map(str::to_owned);
        let mut text = LocalText { kk, ru, en };
        set_text(&mut text, language, written);
        assert_eq!([text.kk, text.ru, text.en], expected.map(str::to_owned), "{start:?} {written}");
    }

    #[test]
    fn a_text_stands_in_all_languages_or_in_none() {
        check(["", "", ""], Language::Russian, "Мост", ["Мост", "Мост", "Мост"]);
        check(["Мост", "Мост", "Мост"], Language::Kazakh, " Көпір ", ["Көпір", "Көпір", "Көпір"]);
        check(["Көпір", "Мост", "Bridge"], Language::English, "The bridge", ["Көпір", "Мост", "The bridge"]);
        check(["Көпір", "Мост", ""], Language::English, "Bridge", ["Көпір", "Мост", "Bridge"]);
        check(["Көпір", "Мост", "Bridge"], Language::Russian, "", ["Көпір", "Көпір", "Bridge"]);
        check(["Мост", "Мост", "Мост"], Language::English, "", ["", "", ""]);
    }

    #[test]
    fn a_blank_stop_is_written_briefly_and_read_again() {
        let title = LocalText { kk: "а".into(), ru: "б".into(), en: "c".into() };
        let stop = blank("stop-1".into(), title);
        let text = write(&stop.to_node());
        assert_eq!(read::<Stop>(&text), (Some(stop), Vec::new()), "{text}");
        assert!(!text.contains("flight") && !text.contains("divider"), "what a file says by itself is not written: {text}");
    }

    #[test]
    fn new_ids_are_free() {
        assert_eq!(free_id(|id| ["stop-1", "stop-2"].contains(&id)), "stop-3");
    }
}
