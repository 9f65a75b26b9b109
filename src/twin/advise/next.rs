//! Where the next so many institutions of a kind would serve most people, or shorten their way most, beside those that stand.

use super::kind::AdviceKind;
use super::plot::Plot;
use super::price::{least_cost, prices};
use super::siting::Siting;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::site::Site;
use crate::twin::catalog::survey::Home;
use crate::twin::catalog::template::Template;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::space::Position;
use crate::twin::simulate::Setting;
use crate::twin::simulate::routing::reach::Reach;
use crate::twin::simulate::zones::{Spot, Zoning};
use rayon::prelude::*;

/// A place by its number, and what the way there costs.
type Way = (u32, f64);

/// Places to choose from at most.
const PLACES: usize = 400;
/// Gatherings of homes at most.
const GATHERED: usize = 1_500;
/// Where the least way is asked for, no way longer than this is looked at [m, by car s], unless the norm's reach is longer still.
const LONGEST: f64 = 10_000.0;

/// What is wanted of places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Objective {
    /// Most people within the norm's reach (maximal covering).
    #[default]
    MostPeople,
    /// Least way of all people together (p-median).
    LeastWay,
    /// As few places as bring everybody who can be within the norm's reach (location set covering); where their prices differ, the cheapest
    /// choice that is found.
    Everybody,
}

impl Objective {
    /// Its name in arguments and results; `advice-<this>` in the locales.
    pub fn name(self) -> &'static str {
        match self {
            Objective::MostPeople => "most-people",
            Objective::LeastWay => "least-way",
            Objective::Everybody => "everybody",
        }
    }
}

/// A question: institutions of which kind, and where.
#[derive(Clone)]
pub struct Question {
    /// Of which kind.
    pub kind: &'static AdviceKind,
    /// The template that is to be placed.
    pub template: String,
    /// What is wanted of the places.
    pub objective: Objective,
    /// The settlement whose people are asked for, by its index in the survey; all where none is named.
    pub settlement: Option<usize>,
    /// The territory whose people are asked for, by its number in the layer of boundaries; the whole region where none is named.
    pub district: Option<usize>,
}

impl Question {
    /// Where in the region most people would have one of that kind within reach.
    pub fn new(kind: &'static AdviceKind) -> Self {
        Self { kind, template: kind.template.to_owned(), objective: Objective::default(), settlement: None, district: None }
    }
}

/// Something that is advised: a solution and where it should stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Advised {
    /// The template.
    pub template: String,
    /// Where.
    pub site: Site,
    /// People who have such an institution within the norm's reach only by this one.
    pub people: f64,
}

/// The answer to a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// What is advised.
    pub advised: Vec<Advised>,
    /// What the choice gives: people within reach of any institution, standing or new; or the mean way of all [m, by car s]. People
    /// are counted as they are gathered for choosing.
    pub value: f64,
    /// What no choice among the places can be better than.
    pub bound: f64,
    /// How far the choice may be from the best, as a share of it.
    pub gap: f64,
    /// People who come within the norm's reach, home by home, as the models count them.
    pub newly: f64,
    /// All people who were asked for.
    pub people: f64,
    /// What it costs to build, and what no choice can be cheaper than [tenge, in the prices of the template's year]; where everybody was asked
    /// for, and the library knows the price of every place.
    pub cost: Option<[f64; 2]>,
}

/// A question made ready to be answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Homes gathered, with their ways to every place; the place after all others stands for the nearest institution that there is.
    pub siting: Siting,
    /// The places that can be chosen.
    pub plots: Vec<Plot>,
    /// What is near enough, in the unit of the ways.
    pub within: f64,
}

impl Asked {
    /// Gathers homes, looks for free ground among them, and finds the ways between.
    pub fn new(setting: &Setting, template: &Template, question: &Question) -> Self {
        let kind = question.kind;
        let spots = spots(setting, question);
        let gathered: Vec<_> = Zoning::new(&spots, GATHERED).filled(&spots).all.into_iter().filter(|zone| zone.residents > 0.0).collect();
        let middles = Zoning::new(&spots, PLACES).filled(&spots).places();
        let plots = apart(middles.par_iter().map(|middle| Plot::near(setting, template, *middle)).collect());
        let within = kind.within(setting.assumptions);
        let limit = match question.objective {
            Objective::MostPeople | Objective::Everybody => within,
            Objective::LeastWay => within.max(LONGEST),
        };
        let homes: Vec<Position> = gathered.iter().map(|zone| zone.at).collect();
        let places: Vec<Position> = plots.iter().map(|plot| plot.at).collect();
        let ways = kind.ways.reach(setting, &homes, &places, limit);
        let nearest = kind.ways.nearest(setting, &homes, &kind.standing(setting.region), limit);
        let stands = places.len() as u32;
        let row =
            |(row, nearest): (&[Way], Option<Way>)| row.iter().copied().chain(nearest.map(|(_, cost)| (stands, cost))).collect::<Vec<_>>();
        let reach = Reach::from_rows(places.len() + 1, ways.rows().zip(nearest).map(row));
        let people = gathered.iter().map(|zone| zone.residents).collect();
        Self { siting: Siting { reach, people, standing: vec![stands], without: limit }, plots, within }
    }
}

/// Where the next `count` institutions of a kind should stand. Notes: `siting-no-people`, `siting-too-few-places`, `advice-no-ground`
/// where no ground is free, `solution-unknown` where the library lacks the template, `advice-nobody-without` where everybody was to be
/// covered and is. Where everybody is asked for, `count` is of no matter.
pub fn next(setting: &Setting, catalog: &Catalog, question: &Question, count: usize) -> Report<Answer> {
    let nothing = |note: Diagnostic| Report { value: Answer::default(), notes: vec![note] };
    let Some(template) = catalog.template(&question.template) else {
        let known: Vec<&str> = catalog.templates.iter().map(|template| template.id.as_str()).collect();
        return nothing(Diagnostic::error("solution-unknown").with("name", question.template.as_str()).with("known", known.join(", ")));
    };
    let asked = Asked::new(setting, template, question);
    if asked.siting.people.is_empty() {
        return nothing(Diagnostic::warning("siting-no-people"));
    }
    if asked.plots.is_empty() {
        return nothing(Diagnostic::warning("advice-no-ground"));
    }
    let Report { value: mut sited, mut notes } = match question.objective {
        Objective::MostPeople => asked.siting.most_covered(count, asked.within),
        Objective::LeastWay => asked.siting.median(count),
        Objective::Everybody => asked.siting.fewest_to_cover(asked.within),
    };
    // In a region of villages most people are beyond the reach of any one place: that is no fault of the question.
    notes.retain(|note| note.code != "siting-people-out-of-reach");
    let people: f64 = asked.siting.people.iter().sum();
    if notes.iter().any(|note| note.code == "siting-no-people") {
        // Where nobody gets to any place, none is better than another.
        return Report { value: Answer { people, ..Answer::default() }, notes };
    }
    if question.objective == Objective::Everybody && sited.sites.is_empty() {
        notes.push(Diagnostic::note("advice-nobody-without"));
    }
    let priced = (question.objective == Objective::Everybody)
        .then(|| least_cost(&asked, &sited, &prices(setting, template, &asked.plots)?))
        .flatten();
    let cost = priced.as_ref().map(|priced| [priced.cost, priced.least]);
    if let Some(priced) = priced {
        sited.value = priced.sites.len() as f64;
        sited.sites = priced.sites;
    }
    let plots: Vec<&Plot> = sited.sites.iter().filter_map(|site| asked.plots.get(*site as usize)).collect();
    let newly = newly(setting, question.kind, &plots, asked.within);
    let advised = plots.iter().zip(&newly).map(|(plot, people)| Advised {
        template: question.template.clone(),
        site: plot.site.clone(),
        people: *people,
    });
    let value = Answer {
        advised: advised.collect(),
        value: sited.value,
        bound: sited.bound,
        gap: sited.gap(),
        newly: newly.iter().sum(),
        people,
        cost,
    };
    Report { value, notes }
}

/// Homes with their people; of one settlement or one territory, where one is named.
fn spots(setting: &Setting, question: &Question) -> Vec<Spot> {
    let boundaries = &setting.region.boundaries;
    let district = question.district.filter(|district| *district < boundaries.len()).map(|district| boundaries.shapes.get(district));
    let inside = |home: &Home| district.as_ref().is_none_or(|district| district.contains(home.at));
    let of_settlement = |home: &Home| question.settlement.is_none_or(|settlement| home.settlement as usize == settlement);
    let wanted = |home: &&Home| home.residents > 0.0 && of_settlement(home) && inside(home);
    let homes = setting.survey.all_homes().filter(wanted);
    homes.map(|home| Spot { at: home.at.metres(), residents: f64::from(home.residents), jobs: 0.0 }).collect()
}

/// Plots that are not in each other's way; of two that are, the first.
fn apart(found: Vec<Option<Plot>>) -> Vec<Plot> {
    let mut plots: Vec<Plot> = Vec::new();
    for plot in found.into_iter().flatten() {
        if plots.iter().all(|other| other.at.distance(plot.at) > other.radius + plot.radius) {
            plots.push(plot);
        }
    }
    plots
}

/// People of single homes who come within reach, by the plot that is nearest to them.
fn newly(setting: &Setting, kind: &AdviceKind, plots: &[&Plot], within: f64) -> Vec<f64> {
    let places: Vec<Position> = plots.iter().map(|plot| plot.at).collect();
    let radius = kind.ways.radius(within);
    let mut homes: Vec<Home> = places.iter().flat_map(|place| setting.survey.homes(*place, radius).map(|(home, _)| home)).collect();
    homes.sort_unstable_by_key(|home| home.building);
    homes.dedup_by_key(|home| home.building);
    let at: Vec<Position> = homes.iter().map(|home| home.at).collect();
    let before = kind.ways.nearest(setting, &at, &kind.standing(setting.region), within);
    let after = kind.ways.nearest(setting, &at, &places, within);
    let mut people = vec![0.0; plots.len()];
    for ((home, before), after) in homes.iter().zip(before).zip(after) {
        if let (None, Some((plot, _))) = (before, after) {
            people[plot as usize] += f64::from(home.residents);
        }
    }
    people
}
