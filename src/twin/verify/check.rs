//! One check: what was published, what is found, and how far apart they may be.

use crate::choice;
use std::borrow::Cow;

choice! {
    /// Which model is checked.
    pub enum Subject in "verify-model" {
        /// Loss in free space.
        FreeSpace = "free-space",
        /// Okumura–Hata and COST 231.
        Hata = "hata",
        /// Longley–Rice.
        Itm = "itm",
        /// Recommendation ITU-R P.1812.
        P1812 = "p1812",
        /// Water over the ground.
        Flood = "flood",
        /// Trips on roads.
        Traffic = "traffic",
        /// Riders on lines.
        Transit = "transit",
        /// Supply within reach.
        Access = "access",
        /// Where the sun stands.
        Sun = "sun",
    }
}

choice! {
    /// What kind of case it is; its word has a place for the case's own name.
    pub enum CaseKind in "verify-case" {
        /// A radio link.
        Link = "link",
        /// The same in a town.
        Town = "town",
        /// The same in a suburb.
        Suburb = "suburb",
        /// The same in open country.
        Open = "open",
        /// The same in a large city.
        City = "city",
        /// A radio path over a profile of the ground.
        Path = "path",
        /// Radio over ground of which only the roughness is known.
        Area = "area",
        /// A dam that breaks.
        DamBreak = "dam-break",
        /// A lake at rest.
        Lake = "lake",
        /// A channel with friction.
        Channel = "channel",
        /// A bump under running water.
        Bump = "bump",
        /// A plain that is flooded.
        Plain = "plain",
        /// All water on it.
        PlainWater = "plain-water",
        /// Walls that are overtopped.
        Levees = "levees",
        /// The channel between them.
        Middle = "middle",
        /// The channel on their right.
        Right = "right",
        /// The channel on their left.
        Left = "left",
        /// A weir.
        Weir = "weir",
        /// A network of roads.
        Network = "network",
        /// The same with a link closed.
        Closed = "closed",
        /// The same where all together fare best.
        Optimum = "optimum",
        /// Lines of public transport.
        Lines = "lines",
        /// One of them.
        Line = "line",
        /// People and what they reach, in two steps.
        TwoStep = "two-step",
        /// The same in three steps.
        ThreeStep = "three-step",
        /// People and what they cost to serve, as somebody's own table has it.
        Costs = "costs",
        /// Ground, inflow and gauges of somebody's own.
        Ground = "ground",
        /// All water on it.
        GroundWater = "ground-water",
        /// Where the sun stands.
        SunPosition = "sun-position",
        /// When it rises and sets.
        Almanac = "almanac",
    }
}

choice! {
    /// What is compared.
    pub enum Measured in "verify-measured" {
        /// Basic transmission loss.
        Loss = "loss",
        /// The greatest difference among all values on the way to the result.
        OnTheWay = "on-the-way",
        /// The greatest flow where there is none.
        Flow = "flow",
        /// Mean difference of depths.
        DepthOff = "depth-off",
        /// The same as a share of the mean depth.
        DepthShare = "depth-share",
        /// Depth of water.
        Depth = "depth",
        /// Level of water.
        Level = "level",
        /// Discharge over a metre of crest.
        Discharge = "discharge",
        /// Water that came.
        Volume = "volume",
        /// Water that came from nowhere, as a share of all.
        Balance = "balance",
        /// Beckmann's objective.
        Objective = "objective",
        /// Travel time of all together.
        TotalTime = "total-time",
        /// Relative gap.
        Gap = "gap",
        /// Expected travel time.
        ExpectedTime = "expected-time",
        /// Share of the riders.
        Share = "share",
        /// Supply for each resident.
        Access = "access",
        /// All supply that is shared out.
        Supply = "supply",
        /// Supply within a cost.
        Opportunities = "opportunities",
        /// Supply for each resident, in two steps.
        TwoStep = "two-step",
        /// The same, in three.
        ThreeStep = "three-step",
        /// Cost of all who are assigned.
        TotalCost = "total-cost",
        /// Mean cost to the nearest of the best places.
        MeanCost = "mean-cost",
        /// Places of demand that the best places leave uncovered.
        Uncovered = "uncovered",
        /// The highest level of water.
        HighestLevel = "highest-level",
        /// Direction of the sun.
        Azimuth = "azimuth",
        /// Its angle from overhead.
        Zenith = "zenith",
        /// When it rises.
        Sunrise = "sunrise",
        /// When it sets.
        Sunset = "sunset",
        /// Days on which it does neither.
        PolarDays = "polar-days",
    }
}

impl Subject {
    /// What is checked of a model of a region, by the model's id; nothing where there is no published case for it.
    pub fn of_model(id: &str) -> &'static [Self] {
        match id {
            "radio" => &[Self::FreeSpace, Self::Hata, Self::Itm, Self::P1812],
            "flood" => &[Self::Flood],
            "traffic" => &[Self::Traffic],
            "transit" => &[Self::Transit],
            "services" | "schooling" | "care" => &[Self::Access],
            "sun" => &[Self::Sun],
            _ => &[],
        }
    }
}

/// The case that a check belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Which model it is for.
    pub subject: Subject,
    /// What kind of case.
    pub kind: CaseKind,
    /// Its own name: a file, a place, numbers.
    pub name: String,
    /// Who published the expected values, and when; the file that holds them where nobody says.
    pub source: Cow<'static, str>,
}

/// A check.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// What was run.
    pub case: Case,
    /// What is compared.
    pub measured: Measured,
    /// Its unit, by its name in the locales (`unit-<name>`); none where it is empty.
    pub unit: &'static str,
    /// What was published.
    pub expected: f64,
    /// What the model finds.
    pub found: f64,
    /// How far apart the two may be.
    pub tolerance: f64,
}

impl Case {
    /// A case.
    pub fn new(subject: Subject, kind: CaseKind, name: impl Into<String>, source: impl Into<Cow<'static, str>>) -> Self {
        Self { subject, kind, name: name.into(), source: source.into() }
    }

    /// A check of this case: what is compared with its unit, and the values `[expected, found, tolerance]`.
    pub fn check(&self, (measured, unit): (Measured, &'static str), [expected, found, tolerance]: [f64; 3]) -> Check {
        Check { case: self.clone(), measured, unit, expected, found, tolerance }
    }
}

impl Check {
    /// What is found less what is expected.
    pub fn difference(&self) -> f64 {
        self.found - self.expected
    }

    /// Whether the difference is a number within the tolerance.
    pub fn holds(&self) -> bool {
        self.difference().abs() <= self.tolerance
    }

    /// With how many decimals its values are told: one more than the tolerance needs, so that the difference is seen.
    pub fn decimals(&self) -> usize {
        let size = self.tolerance.abs();
        if (1e-16..1.0).contains(&size) { 1 + (-size.log10()).ceil() as usize } else { 1 }
    }
}
