//! A stop as a page: its words with figures put in, its picture, the figures beside it.

use super::super::material::{Material, said};
use super::{colour, common_standing, judgement};
use crate::twin::metrics::compare::Cell;
use crate::twin::metrics::metric::Metric;
use crate::twin::model::origin::Origin;
use crate::twin::scene::View;
use crate::twin::tour::Stop;
use serde::Serialize;

/// A stop as a page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StopPage {
    /// Short name within the tour.
    pub id: String,
    /// Its number, from 1.
    pub number: usize,
    /// Its heading.
    pub title: String,
    /// What is said, with figures.
    pub text: String,
    /// Id of the scenario that is shown; none for the region as it is.
    pub scenario_id: Option<String>,
    /// What that is called.
    pub scenario: String,
    /// Its colour, `#rrggbb`; none for the region as it is.
    pub colour: Option<String>,
    /// What it is held against, by name.
    pub against: Vec<String>,
    /// Day and hour in words, where they are set.
    pub moment: Option<String>,
    /// The hour of the flood whose water is seen, in words, where one is set.
    pub flood: Option<String>,
    /// The year that proposals are seen in, where one is set.
    pub year: Option<String>,
    /// Where it is looked at from.
    pub view: View,
    /// The picture's name among those that the document carries; none where none was drawn.
    pub picture: Option<String>,
    /// What the picture shows, for those who do not see it.
    pub alt: String,
    /// How far the figures can be trusted, where that is the same for all of them.
    pub standing: Option<String>,
    /// The figures beside it.
    pub figures: Vec<Figure>,
    /// What the stop names and is not there.
    pub notices: Vec<String>,
}

/// A figure of a stop.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Id of the metric.
    pub id: &'static str,
    /// What is counted.
    pub name: String,
    /// The value with its unit.
    pub value: String,
    /// The region as it is, where something else is shown.
    pub base: Option<String>,
    /// The difference from it, with its sign.
    pub change: Option<String>,
    /// `better` or `worse`; none where it makes no difference.
    pub judgement: Option<&'static str>,
    /// How far it can be trusted, where that is not the same for all figures of the stop.
    pub status: Option<String>,
}

/// A metric with its value in each column.
type Row = (&'static Metric, Vec<Cell>);

/// The stops as pages, in their order.
pub fn stops(material: &Material) -> Vec<StopPage> {
    let rows = material.comparison.rows();
    let views = material.views();
    let numbered = (1..).zip(&material.tour.stops).zip(views);
    numbered.map(|((number, stop), view)| page(material, &rows, number, stop, view)).collect()
}

/// The name of a stop's picture in a document: numbers only, so that any stop has one.
pub fn picture_name(number: usize) -> String {
    format!("stop-{number}.jpg")
}

fn page(material: &Material, rows: &[Row], number: usize, stop: &Stop, view: View) -> StopPage {
    let words = material.words;
    let shown = stop.scenario.as_ref().map(|id| id.value.as_str()).filter(|id| !id.is_empty());
    let own = shown.unwrap_or("");
    let (title, scenario) = (said(words, &stop.title).to_owned(), name_of(material, own));
    let (figures, standing, gone) = figures(material, rows, stop, own);
    StopPage {
        id: stop.id.value.clone(),
        number,
        text: words.stop_text(&stop.text, own, &|scenario: &str, metric: &str| material.value(scenario, metric)),
        scenario_id: shown.map(str::to_owned),
        colour: material.scenario(own).map(colour),
        against: stop.against.iter().map(|id| name_of(material, &id.value)).collect(),
        moment: stop.moment().map(|at| words.moment(at)),
        flood: stop.flood_hour.map(|hour| words.flood_hour(Some(hour))),
        year: stop.year.map(|year| year.to_string()),
        view,
        picture: material.pictures.contains_key(&stop.id.value).then(|| picture_name(number)),
        alt: format!("{title} — {scenario}"),
        standing: standing.map(|origin| words.choice(origin).into_owned()),
        figures,
        notices: scenarios_gone(material, stop).chain(gone).collect(),
        title,
        scenario,
    }
}

/// What a scenario is called; one that is gone keeps its id.
fn name_of(material: &Material, id: &str) -> String {
    match material.scenario(id) {
        _ if id.is_empty() => material.words.get("scenario-base").into_owned(),
        Some(scenario) => said(material.words, &scenario.heading.name).to_owned(),
        None => id.to_owned(),
    }
}

fn scenarios_gone<'a>(material: &'a Material, stop: &'a Stop) -> impl Iterator<Item = String> + 'a {
    let gone = stop.scenarios().filter(move |id| material.scenario(id).is_none());
    gone.map(move |id| material.words.format("handout-gone-scenario", &[("name", id.into())]))
}

/// The figures of a stop, how far all of them can be trusted, and what to say of those that nobody knows any more.
fn figures(material: &Material, rows: &[Row], stop: &Stop, own: &str) -> (Vec<Figure>, Option<Origin>, Vec<String>) {
    let (mut figures, mut origins, mut gone) = (Vec::new(), Vec::new(), Vec::new());
    let column = material.comparison.columns.iter().position(|column| column.id == own);
    for id in &stop.metrics {
        let row = rows.iter().find(|(metric, _)| metric.id == id.value);
        match column.zip(row).and_then(|(column, (metric, cells))| Some((metric.origin, figure(material, metric, cells, column)?))) {
            Some((origin, figure)) => {
                figures.push(figure);
                origins.push(origin);
            }
            None => gone.push(material.words.format("handout-gone-figure", &[("name", id.value.as_str().into())])),
        }
    }
    let standing = common_standing(&origins);
    if standing.is_none() {
        figures.iter_mut().zip(origins).for_each(|(figure, origin)| figure.status = Some(material.words.choice(origin).to_lowercase()));
    }
    (figures, standing, gone)
}

fn figure(material: &Material, metric: &'static Metric, cells: &[Cell], column: usize) -> Option<Figure> {
    let words = material.words;
    let cell = cells.get(column)?;
    let is_other = column > 0;
    let base = cells.first().and_then(|base| base.value).filter(|_| is_other);
    let change = cell.delta.filter(|_| is_other).and_then(|delta| words.metric_change(metric, delta));
    Some(Figure {
        id: metric.id,
        name: words.metric(metric).into_owned(),
        value: words.metric_value(metric, cell.value?),
        base: base.map(|value| words.metric_value(metric, value)),
        judgement: change.as_ref().and_then(|_| judgement(cell.is_better)),
        change,
        status: None,
    })
}
