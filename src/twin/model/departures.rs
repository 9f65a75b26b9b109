//! Exact departures of lines on a typical working day: stops, times under way, and when vehicles leave.

use super::id::FeatureId;
use super::origin::Sourced;
use super::timetable::LATEST;
use super::transit::TransitLine;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A call of a pattern.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PatternCall {
    /// At which stop, by reference.
    pub stop: FeatureId,
    /// Whether passengers may get on.
    pub boarding: bool,
    /// Whether passengers may get off.
    pub alighting: bool,
}

/// When a vehicle is at a stop, since its departure from the first one [s].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// When it arrives [s].
    pub arrival: u32,
    /// When it departs [s].
    pub departure: u32,
}

/// Trips that take the same time from stop to stop ("timing pattern" in Transmodel, EN 12896).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimingPattern {
    /// A moment for each call of the pattern, ascending; at the first zero.
    pub moments: Vec<Moment>,
    /// When trips leave the first stop, in seconds since the start of the day of service, ascending: more than 24 hours after midnight.
    pub departures: Vec<u32>,
}

/// Trips that call at the same stops ("journey pattern" in Transmodel).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JourneyPattern {
    /// Calls in order, at least two.
    pub calls: Vec<PatternCall>,
    /// Times under way.
    pub timings: Vec<TimingPattern>,
}

/// All trips of a line on the day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineDepartures {
    /// The interval that these departures were told by [min]: see [`TransitLine::headway`].
    pub headway: u16,
    /// Patterns; the first calls where the line says that it does.
    pub patterns: Vec<JourneyPattern>,
}

impl TimingPattern {
    /// Whether trips can run so: times ascend and end within the longest day, and something departs.
    fn is_sound(&self, calls: usize) -> bool {
        let times = || self.moments.iter().flat_map(|moment| [moment.arrival, moment.departure]);
        let within = |time: Option<&u32>| time.is_some_and(|time| *time <= LATEST as u32);
        self.moments.len() == calls
            && self.moments.first() == Some(&Moment::default())
            && times().is_sorted()
            && within(times().last().as_ref())
            && self.departures.is_sorted()
            && within(self.departures.last())
    }
}

impl LineDepartures {
    /// Whether all its trips can run: what is read from a damaged file may not.
    pub fn is_sound(&self) -> bool {
        let sound = |pattern: &JourneyPattern| {
            pattern.calls.len() > 1
                && !pattern.timings.is_empty()
                && pattern.timings.iter().all(|timing| timing.is_sound(pattern.calls.len()))
        };
        !self.patterns.is_empty() && self.patterns.iter().all(sound)
    }

    /// How many trips there are.
    pub fn trips(&self) -> usize {
        self.patterns.iter().flat_map(|pattern| &pattern.timings).map(|timing| timing.departures.len()).sum()
    }

    /// Whether a line still runs as it did when these were its departures: at the interval that was observed, by the same stops.
    fn hold_for(&self, line: &TransitLine) -> bool {
        let mut path: Vec<FeatureId> = self.patterns.first().into_iter().flat_map(|pattern| &pattern.calls).map(|call| call.stop).collect();
        path.dedup();
        line.headway == Sourced::observed(self.headway) && line.stops.0 == path
    }
}

/// Departures by line. What is built in a region does not touch them, so that all regions made of one share them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Departures(Arc<BTreeMap<FeatureId, LineDepartures>>);

impl Departures {
    /// Sets a line's departures.
    pub fn set(&mut self, line: FeatureId, departures: LineDepartures) {
        Arc::make_mut(&mut self.0).insert(line, departures);
    }

    /// The departures of a line; none where nobody knows them, and where the interval or the stops of the line are others by now.
    pub fn of(&self, line: &TransitLine) -> Option<&LineDepartures> {
        self.0.get(&line.id).filter(|departures| departures.hold_for(line))
    }

    /// Lines with their departures, by reference.
    pub fn iter(&self) -> impl Iterator<Item = (FeatureId, &LineDepartures)> {
        self.0.iter().map(|(line, departures)| (*line, departures))
    }

    /// Forgets the departures of lines that are not wanted.
    pub fn retain(&mut self, wanted: impl Fn(FeatureId) -> bool) {
        if self.0.keys().any(|line| !wanted(*line)) {
            Arc::make_mut(&mut self.0).retain(|line, _| wanted(*line));
        }
    }

    /// How many lines have them.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no line has any.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many trips there are altogether.
    pub fn trips(&self) -> usize {
        self.0.values().map(LineDepartures::trips).sum()
    }
}
