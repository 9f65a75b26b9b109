//! The moment in which what is proposed is seen: not begun, consented, under construction or built; and what it costs year by year.

use super::comparison::Comparing;
use super::library::Solutions;
use super::proposals::{DrawSystems, ProposalSystems, Proposals};
use super::session::Session;
use crate::twin::metrics::spending::Outlook;
use crate::twin::scenario::month::Month;
use crate::twin::simulate::assumption::Assumptions;
use bevy::prelude::*;
use std::ops::RangeInclusive;

/// Seconds that a year takes while the timeline is played.
const YEAR: f64 = 2.0;

/// The moment in which what is proposed is seen.
#[derive(Resource, Debug, Default)]
pub struct Timeline {
    /// In years: 2027.5 lies in July 2027. None: everything is built.
    pub year: Option<f64>,
    /// Whether it runs.
    pub playing: bool,
    /// Whether the bar along the lower edge is shown.
    pub open: bool,
    outlook: Outlook,
    of: Option<Of>,
}

/// What an outlook is of: scene, picture, library, scenario with its year, assumptions.
#[derive(Clone, Debug, PartialEq)]
struct Of {
    opened: u64,
    drawn: u64,
    library: u64,
    scenario: Option<(String, u32)>,
    assumptions: Assumptions,
}

impl Timeline {
    /// Shows a year as it ends; none shows everything built. So stops of tours set it.
    pub fn show(&mut self, year: Option<u32>) {
        self.set(year.map(Month::december));
    }

    /// Shows a month; none shows everything built.
    pub fn set(&mut self, month: Option<Month>) {
        self.year = month.map(Month::moment);
        self.playing = false;
    }

    /// The month that is shown; none where everything is built.
    pub fn month(&self) -> Option<Month> {
        self.year.map(Month::at)
    }

    /// What the scenario that is shown builds and costs, and when.
    pub fn outlook(&self) -> &Outlook {
        &self.outlook
    }

    /// The years worth showing; none where nothing is planned.
    pub fn years(&self) -> Option<RangeInclusive<u32>> {
        self.outlook.years()
    }

    /// Begins to play, from the start where it stands at the end; or pauses.
    pub fn play_or_pause(&mut self) {
        let Some(years) = self.years() else { return };
        self.playing = !self.playing;
        let (first, last) = ends(&years);
        if self.playing && self.year.is_none_or(|year| !(first..last).contains(&year)) {
            self.year = Some(first);
        }
    }

    /// Moves on by seconds; at the end it stands still.
    fn run(&mut self, seconds: f64) {
        let (Some(year), Some(years)) = (self.year, self.years()) else {
            self.playing = false;
            return;
        };
        let last = ends(&years).1;
        let next = year + seconds / YEAR;
        self.year = Some(next.min(last));
        self.playing = next < last;
    }
}

/// The moments at which years begin and, as far as months go, end.
fn ends(years: &RangeInclusive<u32>) -> (f64, f64) {
    (Month::january(*years.start()).moment(), Month::december(*years.end()).moment())
}

/// Adds the timeline.
pub fn plugin(app: &mut App) {
    app.init_resource::<Timeline>()
        .add_systems(Update, run.after(super::command::CommandSystems).before(DrawSystems))
        .add_systems(Update, look_ahead.after(ProposalSystems));
}

fn run(time: Res<Time<Real>>, mut timeline: ResMut<Timeline>) {
    if timeline.playing {
        timeline.run(time.delta_secs_f64());
    }
}

/// Brings what is built when, and what it costs, up to date with what is drawn.
fn look_ahead(
    session: Res<Session>,
    solutions: Res<Solutions>,
    proposals: Res<Proposals>,
    comparing: Res<Comparing>,
    mut timeline: ResMut<Timeline>,
) {
    let drawn = proposals.drawn();
    let scenario = proposals.current().map(|scenario| (scenario.id.clone(), scenario.heading.year));
    let of = Of {
        opened: session.opened(),
        drawn: drawn.number,
        library: solutions.generation(),
        scenario,
        assumptions: comparing.assumptions().clone(),
    };
    if timeline.of.as_ref() == Some(&of) {
        return;
    }
    let timeline = timeline.bypass_change_detection();
    // Another scene begins with everything built.
    if timeline.of.as_ref().is_some_and(|known| known.opened != of.opened) {
        timeline.set(None);
    }
    timeline.outlook = match &of.scenario {
        Some((_, year)) => Outlook::new(&drawn.plan, &solutions.catalog, *year, &of.assumptions),
        None => Outlook::default(),
    };
    timeline.of = Some(of);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::scenario::schedule::Course;

    fn timeline() -> Timeline {
        let begin = Month::january(2026);
        let mut timeline = Timeline::default();
        timeline.outlook.schedule.courses.insert(1, Course { begin, stages: Vec::new(), end: begin.after(18) });
        timeline
    }

    #[test]
    fn it_plays_from_the_first_year_to_the_last_and_stands() {
        let mut timeline = timeline();
        assert_eq!(timeline.years(), Some(2026..=2028));
        timeline.play_or_pause();
        assert!(timeline.playing && timeline.month() == Some(Month::january(2026)));
        timeline.run(YEAR);
        assert!(timeline.playing && timeline.month() == Some(Month::january(2027)));
        timeline.play_or_pause();
        assert!(!timeline.playing && timeline.month() == Some(Month::january(2027)), "a pause keeps its place");
        timeline.play_or_pause();
        timeline.run(10.0 * YEAR);
        assert!(!timeline.playing && timeline.month() == Some(Month::december(2028)));
        timeline.play_or_pause();
        assert_eq!(timeline.month(), Some(Month::january(2026)), "from the end it begins anew");
    }

    #[test]
    fn a_year_is_seen_as_it_ends_and_none_shows_all() {
        let mut timeline = timeline();
        timeline.show(Some(2027));
        assert_eq!(timeline.month(), Some(Month::december(2027)));
        timeline.show(None);
        assert_eq!(timeline.month(), None);
    }

    #[test]
    fn where_nothing_is_planned_nothing_plays() {
        let mut timeline = Timeline::default();
        timeline.play_or_pause();
        assert!(!timeline.playing && timeline.year.is_none());
    }
}
