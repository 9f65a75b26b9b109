//! What is known of the data's quality: completeness by layer, and everything repaired, dropped or guessed, counted and named.

use crate::choice;

choice! {
    /// What was found in the data. People read `finding-<name>` in the locales, with the count.
    pub enum Finding in "finding" {
        /// Ways that name nodes which the file lacks (usually at the edge of an extract): the rest is kept.
        MissingNodes = "missing-nodes",
        /// Relations that name members which the file lacks: the rest is kept.
        MissingMembers = "missing-members",
        /// Features left with too few points to be drawn: dropped.
        TooFewPoints = "too-few-points",
        /// Coordinates that are not on the globe: dropped.
        CoordinatesOutOfRange = "coordinates-out-of-range",
        /// Objects far from everything else: kept, not framed.
        FarOutliers = "far-outliers",
        /// Areas whose ring was not closed: closed.
        OpenRings = "open-rings",
        /// Areas whose outline crosses itself: untangled.
        SelfCrossing = "self-crossing",
        /// Multipolygons whose ways do not make rings: the rings that could be made are kept.
        BrokenMultipolygons = "broken-multipolygons",
        /// Ids that stand twice: the last one counts.
        DuplicateIds = "duplicate-ids",
        /// Attribute values that cannot be read ("maxspeed=fast"): left out.
        OddValues = "odd-values",
        /// Buildings without a height: inferred.
        HeightsInferred = "heights-inferred",
        /// Buildings without storeys: inferred.
        LevelsInferred = "levels-inferred",
        /// Buildings without a use: inferred.
        UsesInferred = "uses-inferred",
        /// Buildings without a roof shape: inferred.
        RoofsInferred = "roofs-inferred",
        /// Streets without lanes: inferred from their class.
        LanesInferred = "lanes-inferred",
        /// Streets without a speed limit: inferred from their class.
        SpeedsInferred = "speeds-inferred",
        /// Parts of the street network that cannot be reached from the rest.
        DisconnectedNetwork = "disconnected-network",
        /// Elevation samples that were unknown: filled from their neighbours.
        ElevationVoids = "elevation-voids",
        /// Places without elevation: taken as flat.
        NoElevation = "no-elevation",
        /// Elevation that reaches the format's greatest value: the true height may be greater.
        ElevationSaturated = "elevation-saturated",
        /// Elevation without a statement of its coordinate system: taken by its extent.
        ElevationWithoutCrs = "elevation-without-crs",
        /// Table rows that cannot be read: left out.
        BadRows = "bad-rows",
        /// Table rows that match no feature: added as new ones.
        UnmatchedRows = "unmatched-rows",
        /// Places without a population.
        PopulationUnknown = "population-unknown",
        /// Objects made by the sketch's generator, seeded: not observed.
        Generated = "generated",
        /// Capacities that were estimated.
        CapacitiesEstimated = "capacities-estimated",
        /// Corrections by hand that were put back.
        CorrectionsKept = "corrections-kept",
        /// Corrections whose object is no longer there: kept, without effect.
        CorrectionsOrphaned = "corrections-orphaned",
        /// Data blocks that could not be read: skipped.
        BrokenBlocks = "broken-blocks",
        /// Tables or columns that a timetable must have and lacks: read without them.
        TimetableIncomplete = "timetable-incomplete",
        /// Trips that cannot run as they are written: left out.
        OddTrips = "odd-trips",
        /// Trips without times at some stops: interpolated.
        TimesInterpolated = "times-interpolated",
    }
}

choice! {
    /// What was done about a [`Finding`].
    pub enum Treatment in "treatment" {
        /// Only noted.
        Noted = "noted",
        /// Repaired.
        Repaired = "repaired",
        /// Left out.
        Dropped = "dropped",
        /// Completed by a rule or an assumption.
        Guessed = "guessed",
    }
}

choice! {
    /// The data's grade: A is fit for decisions, E only for pictures.
    pub enum Grade in "grade" {
        /// Not graded yet.
        Ungraded = "ungraded",
        /// Nearly everything observed and whole.
        A = "a",
        /// Good.
        B = "b",
        /// Usable with care.
        C = "c",
        /// Much is guessed.
        D = "d",
        /// Mostly guessed or generated.
        E = "e",
    }
}

impl Finding {
    /// What the importer does about it.
    pub fn treatment(self) -> Treatment {
        use Finding::*;
        match self {
            MissingNodes | MissingMembers | OpenRings | SelfCrossing | BrokenMultipolygons | DuplicateIds | ElevationVoids => {
                Treatment::Repaired
            }
            TooFewPoints | CoordinatesOutOfRange | OddValues | BadRows | BrokenBlocks | OddTrips => Treatment::Dropped,
            HeightsInferred | LevelsInferred | UsesInferred | RoofsInferred | LanesInferred | SpeedsInferred | NoElevation
            | ElevationWithoutCrs | Generated | CapacitiesEstimated | TimesInterpolated => Treatment::Guessed,
            FarOutliers | DisconnectedNetwork | ElevationSaturated | UnmatchedRows | PopulationUnknown | CorrectionsKept
            | CorrectionsOrphaned | TimetableIncomplete => Treatment::Noted,
        }
    }
}

/// One thing found, how often, and where first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QualityEntry {
    /// What was found.
    pub finding: Finding,
    /// How often.
    pub count: u64,
    /// The first few places, as ids or `file:row`.
    pub examples: Vec<String>,
}

/// How complete one layer is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayerQuality {
    /// Name of the layer.
    pub layer: String,
    /// Objects of that kind in the sources.
    pub found: u64,
    /// Objects kept.
    pub kept: u64,
    /// Share of the attribute values that were observed rather than guessed, 0 to 1.
    pub observed_share: f64,
}

/// The quality report of a region.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quality {
    /// Overall.
    pub grade: Grade,
    /// By layer.
    pub layers: Vec<LayerQuality>,
    /// Everything found, in the order of [`Finding`].
    pub entries: Vec<QualityEntry>,
}

/// How many examples an entry keeps.
const EXAMPLES: usize = 5;

impl Quality {
    /// Counts one more of a finding, with where it was.
    pub fn note(&mut self, finding: Finding, example: impl ToString) {
        let entry = self.entry(finding);
        entry.count += 1;
        if entry.examples.len() < EXAMPLES {
            entry.examples.push(example.to_string());
        }
    }

    /// Counts so many more of a finding.
    pub fn count(&mut self, finding: Finding, count: u64) {
        if count > 0 {
            self.entry(finding).count += count;
        }
    }

    /// Takes in what another report found.
    pub fn merge(&mut self, other: &Quality) {
        for entry in &other.entries {
            let own = self.entry(entry.finding);
            own.count += entry.count;
            let free = EXAMPLES - own.examples.len().min(EXAMPLES);
            own.examples.extend(entry.examples.iter().take(free).cloned());
        }
        self.layers.extend(other.layers.iter().cloned());
    }

    /// How often something was found.
    pub fn count_of(&self, finding: Finding) -> u64 {
        self.entries.iter().find(|entry| entry.finding == finding).map_or(0, |entry| entry.count)
    }

    fn entry(&mut self, finding: Finding) -> &mut QualityEntry {
        let index = match self.entries.binary_search_by_key(&finding, |entry| entry.finding) {
            Ok(index) => index,
            Err(index) => {
                self.entries.insert(index, QualityEntry { finding, ..Default::default() });
                index
            }
        };
        &mut self.entries[index]
    }
}
