//! What is wrong with a feed: each sort counted by table, with the first example.

use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::quality::{Finding, Quality};
use std::collections::BTreeMap;

/// A sort of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// A table that a feed must have is not there.
    TableMissing,
    /// A column that a table must have is not there.
    ColumnMissing,
    /// A row without what it must say, or that cannot be read: left out.
    RowBroken,
    /// A row that names something of another table which is not there: left out.
    ReferenceUnknown,
    /// An id that stands twice: the first counts.
    IdRepeated,
    /// A value that is none of those known: the usual one is taken.
    ValueOdd,
    /// A stop without a place on the globe: kept, but nobody can walk to it.
    StopWithoutPlace,
    /// Days of running that never come.
    ServiceNever,
    /// A trip whose times run backwards: left out.
    TripBackwards,
    /// A trip with fewer than two calls that have times: left out.
    TripShort,
    /// An interval that is none: the trip runs once, at its own times.
    IntervalOdd,
    /// A trip with calls without times: interpolated.
    TimesMissing,
}

impl Fault {
    fn diagnostic(self) -> Diagnostic {
        match self {
            Fault::TableMissing => Diagnostic::warning("gtfs-table-missing"),
            Fault::ColumnMissing => Diagnostic::warning("gtfs-column-missing"),
            Fault::RowBroken => Diagnostic::warning("gtfs-row-broken"),
            Fault::ReferenceUnknown => Diagnostic::warning("gtfs-reference-unknown"),
            Fault::IdRepeated => Diagnostic::warning("gtfs-id-repeated"),
            Fault::ValueOdd => Diagnostic::warning("gtfs-value-odd"),
            Fault::StopWithoutPlace => Diagnostic::warning("gtfs-stop-without-place"),
            Fault::ServiceNever => Diagnostic::warning("gtfs-service-never"),
            Fault::TripBackwards => Diagnostic::warning("gtfs-trip-backwards"),
            Fault::TripShort => Diagnostic::warning("gtfs-trip-short"),
            Fault::IntervalOdd => Diagnostic::warning("gtfs-interval-odd"),
            Fault::TimesMissing => Diagnostic::note("gtfs-times-missing"),
        }
    }

    /// What the quality report of a region calls it.
    fn finding(self) -> Finding {
        match self {
            Fault::TableMissing | Fault::ColumnMissing => Finding::TimetableIncomplete,
            Fault::RowBroken | Fault::ReferenceUnknown => Finding::BadRows,
            Fault::IdRepeated => Finding::DuplicateIds,
            Fault::ValueOdd | Fault::IntervalOdd => Finding::OddValues,
            Fault::StopWithoutPlace => Finding::CoordinatesOutOfRange,
            Fault::ServiceNever | Fault::TripBackwards | Fault::TripShort => Finding::OddTrips,
            Fault::TimesMissing => Finding::TimesInterpolated,
        }
    }
}

#[derive(Clone, Debug, Default)]
struct Found {
    count: u64,
    example: String,
}

/// All faults of a feed.
#[derive(Clone, Debug, Default)]
pub(super) struct Faults(BTreeMap<(Fault, &'static str), Found>);

impl Faults {
    /// Counts one more of a sort in a table.
    pub fn note(&mut self, fault: Fault, table: &'static str, example: impl ToString) {
        let found = self.0.entry((fault, table)).or_default();
        if found.count == 0 {
            found.example = example.to_string();
        }
        found.count += 1;
    }

    /// Takes in what was noticed elsewhere.
    pub fn merge(&mut self, other: Self) {
        for (sort, theirs) in other.0 {
            let found = self.0.entry(sort).or_default();
            if found.count == 0 {
                found.example = theirs.example;
            }
            found.count += theirs.count;
        }
    }

    /// One diagnostic a sort and table: the file, the table, how many, and the first.
    pub fn notes(&self, file: &str) -> Vec<Diagnostic> {
        let worded = self.0.iter().map(|((fault, table), found)| {
            let diagnostic = fault.diagnostic().with("file", file).with("table", format!("{table}.txt"));
            diagnostic.with("count", found.count).with("example", found.example.as_str())
        });
        worded.collect()
    }

    /// Puts them into a quality report.
    pub fn add_to(&self, quality: &mut Quality) {
        for ((fault, table), found) in &self.0 {
            quality.note(fault.finding(), format!("{table}.txt: {}", found.example));
            quality.count(fault.finding(), found.count - 1);
        }
    }
}
