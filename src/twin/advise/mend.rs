//! What would mend a shortfall: solutions at places in the settlement that is short, ready to be put into a scenario.

use super::kind::mending;
use super::next::{Advised, Answer, Objective, Question, next};
use super::plot::foot;
use super::shortfall::Shortfall;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::kind::geometry;
use crate::twin::catalog::site::{Geometry, Site};
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::vector::position;
use crate::twin::simulate::Setting;

/// Solutions that are advised at once at most: more are a programme, not a proposal.
pub const MOST: usize = 12;

/// What would mend a shortfall, [`MOST`] solutions at most. Institutions out of reach are put where most people get one, places that
/// are too few where ways become shortest. Notes: those of [`next`]; `advice-nothing-to-place` where nothing of the library can be
/// placed.
pub fn mend(setting: &Setting, catalog: &Catalog, shortfall: &Shortfall) -> Report<Answer> {
    let nothing = || Report { value: Answer::default(), notes: vec![Diagnostic::warning("advice-nothing-to-place")] };
    let Some(template) = shortfall.template.as_deref().and_then(|id| catalog.template(id)) else { return nothing() };
    if geometry(template) == Geometry::Line {
        let Some(site) = line_to(setting, shortfall.settlement) else { return nothing() };
        let advised = Advised { template: template.id.value.clone(), site, people: shortfall.weight };
        let value = Answer { newly: shortfall.weight, people: shortfall.people, advised: vec![advised], ..Answer::default() };
        return Report { value, notes: Vec::new() };
    }
    let Some(kind) = mending(shortfall.id) else { return nothing() };
    let is_reach = kind.lack.is_some_and(|lack| lack.id == shortfall.id);
    let question = Question {
        template: template.id.value.clone(),
        objective: if is_reach { Objective::MostPeople } else { Objective::LeastWay },
        settlement: Some(shortfall.settlement),
        ..Question::new(kind)
    };
    next(setting, catalog, &question, shortfall.count.clamp(1, MOST))
}

/// The straight line from the nearest fibre to the middle of a settlement; whoever builds it knows a better way.
fn line_to(setting: &Setting, settlement: usize) -> Option<Site> {
    let Setting { region, survey, .. } = setting;
    let middle = survey.settlements().get(settlement)?.at;
    let (cable, _) = survey.fibre.nearest(&region.cables.shapes, middle)?;
    let (from, _) = foot(region.cables.shapes.get(cable), middle)?;
    Some(Site { points: vec![position(from), middle], bearing: 0.0 })
}
