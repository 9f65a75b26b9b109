//! A talk: at which stop it is, and what the presenter has laid over it.

use super::stop::Seen;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::tour::{Stop, Tour};
use std::sync::Arc;
use std::time::Instant;

/// What hides the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// All black.
    Black,
    /// All white.
    White,
}

/// Letters are at most so much larger or smaller than usual.
const SCALES: [f32; 2] = [0.6, 2.0];

/// A talk under way.
pub struct Talk {
    tour: Arc<Tour>,
    /// The stop, counted from 0.
    at: usize,
    /// What of the stop could not be shown, and where its camera stands.
    seen: Seen,
    /// When the stop was reached.
    since: Option<Instant>,
    began: Instant,
    /// What hides the picture.
    pub blank: Option<Blank>,
    /// Whether the words of the stop are shown.
    pub words: bool,
    /// Whether its figures are.
    pub figures: bool,
    /// Whether only the model is seen.
    pub bare: bool,
    /// Whether a light follows the pointer.
    pub pointer: bool,
    /// Whether all stops are seen at once.
    pub overview: bool,
    /// Digits typed in the overview.
    pub typed: String,
    /// How much larger letters are than usual.
    pub scale: f32,
}

impl Talk {
    /// A talk that has not begun.
    pub fn new(tour: Arc<Tour>) -> Self {
        Self {
            tour,
            at: 0,
            seen: Seen::default(),
            since: None,
            began: Instant::now(),
            blank: None,
            words: true,
            figures: true,
            bare: false,
            pointer: false,
            overview: false,
            typed: String::new(),
            scale: 1.0,
        }
    }

    /// The tour.
    pub fn tour(&self) -> &Arc<Tour> {
        &self.tour
    }

    /// The stop, counted from 0.
    pub fn number(&self) -> usize {
        self.at
    }

    /// The stop that is shown.
    pub fn stop(&self) -> Option<&Stop> {
        self.tour.stops.get(self.at)
    }

    /// What of it could not be shown.
    pub fn notices(&self) -> &[Diagnostic] {
        &self.seen.notices
    }

    /// Where its camera stands; none where it stayed.
    pub fn seen(&self) -> &Seen {
        &self.seen
    }

    /// How long the talk has lasted [s].
    pub fn lasted(&self) -> u64 {
        self.began.elapsed().as_secs()
    }

    /// Is at a stop now.
    pub(super) fn arrive(&mut self, at: usize, seen: Seen) {
        (self.at, self.seen, self.since, self.blank, self.overview) = (at, seen, None, None, false);
        self.typed.clear();
    }

    /// Goes on with the tour as somebody wrote it anew.
    pub(super) fn rewrite(&mut self, tour: Arc<Tour>) {
        self.tour = tour;
    }

    /// Letters larger or smaller.
    pub fn rescale(&mut self, by: f32) {
        self.scale = (self.scale + by).clamp(SCALES[0], SCALES[1]);
    }

    /// Whether the stop gives way by itself.
    pub fn counts(&self) -> bool {
        let is_last = self.at + 1 >= self.tour.stops.len();
        self.stop().is_some_and(|stop| stop.seconds.is_some()) && !is_last && !self.overview && self.blank.is_none()
    }

    /// Whether it is time for the next stop; the seconds count from the end of the flight.
    pub(super) fn is_over(&mut self, flying: bool, now: Instant) -> bool {
        if flying || !self.counts() {
            self.since = None;
            return false;
        }
        let since = *self.since.get_or_insert(now);
        self.stop().and_then(|stop| stop.seconds).is_some_and(|seconds| now.duration_since(since).as_secs_f64() >= seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::read_file;
    use std::time::Duration;

    fn talk() -> Talk {
        let words = r#"(kk: "а", ru: "б", en: "c")"#;
        let text = format!(
            r#"(version: 1, id: "t", name: {words}, stops: [
                (id: "one", title: {words}, seconds: Some(4.0)), (id: "two", title: {words}), (id: "three", title: {words}, seconds: Some(4.0))])"#
        );
        let (tour, faults) = read_file::<Tour>(&text);
        assert_eq!(faults, []);
        Talk::new(Arc::new(tour.expect("a tour")))
    }

    #[test]
    fn a_stop_gives_way_when_its_seconds_are_over_and_nothing_lies_on_it() {
        let (mut talk, start) = (talk(), Instant::now());
        let after = |seconds: u64| start + Duration::from_secs(seconds);
        assert!(!talk.is_over(true, after(9)), "the flight does not count");
        assert!(!talk.is_over(false, after(10)) && !talk.is_over(false, after(13)));
        assert!(talk.is_over(false, after(14)));
        talk.blank = Some(Blank::Black);
        assert!(!talk.is_over(false, after(99)));
        talk.arrive(1, Seen::default());
        assert!(!talk.counts() && talk.blank.is_none(), "the presenter goes on");
        talk.arrive(2, Seen::default());
        assert!(!talk.counts(), "after the last there is nothing");
    }
}
