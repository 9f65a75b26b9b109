//! `aimaq advise`: what is short in a region, the heaviest first; or where the next institutions of a kind should stand, as a scenario.

use super::Context;
use crate::cli::exit::Exit;
use crate::cli::printer;
use crate::cli::progress::Watch;
use crate::cli::task::{AdvisePlan, Form, QuestionPlan};
use crate::cli::workbench::Workbench;
use crate::i18n::spreadsheet::to_csv;
use crate::i18n::{Words, advice};
use crate::store::{data_folder, files, scenarios};
use crate::twin::advise::kind::{KINDS, kind};
use crate::twin::advise::ways::Ways;
use crate::twin::advise::{Advised, Answer, Objective, Question, Shortfall, next, shortfalls};
use crate::twin::catalog::survey::Survey;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::metrics;
use crate::twin::model::boundary::Boundary;
use crate::twin::model::change::Change;
use crate::twin::model::names::Language;
use crate::twin::model::region::Region;
use crate::twin::model::space::{GeoPoint, Position};
use crate::twin::scenario::advised::scenario;
use crate::twin::scenario::apply::apply;
use crate::twin::scenario::{COLOURS, Heading, Scenario};
use crate::twin::simulate::Setting;
use crate::twin::simulate::shared::Shared;
use crate::twin::text::readable::{suggest, unknown_name};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Prints what is short, or finds places for what is asked.
///
/// # Errors
/// What is wrong with the scene; `scenario-unknown`; `advice-kind-unknown` and `district-unknown` with the one that may be meant; those of
/// [`metrics::assumptions`] and of saving; `advice-nothing-to-place` where there is nothing to save.
pub fn run(plan: &AdvisePlan, context: &Context) -> Result<Exit, Diagnostic> {
    let words = &context.words;
    let asked = plan.question.as_ref().map(|asked| question(asked).map(|question| (asked, question))).transpose()?;
    let watch = Watch::new(words);
    let bench = Workbench::open(&plan.scene, &watch)?;
    let asked =
        asked.map(|(asked, question)| in_district(question, asked.district.as_deref(), &bench.region).map(|question| (asked, question)));
    let asked = asked.transpose()?;
    let base = plan.scenario.as_deref().map(|id| bench.scenario(id)).transpose()?;
    let assumptions = metrics::assumptions(&plan.assume)?;
    let as_it_is = Shared::new(&bench.region, &bench.survey, &assumptions);
    let region = apply(&bench.region, &bench.plan(base), &bench.catalog);
    let survey = Survey::new(&region);
    let shared = as_it_is.changed(&region, &survey, &assumptions, &Change::between(&bench.region, &region));
    let setting = Setting { region: &region, survey: &survey, assumptions: &assumptions, shared: &shared };
    let telling = Telling { words, setting: &setting, bench: &bench };
    let told = match &asked {
        None => telling.shortfalls(&shortfalls(&setting, &bench.catalog), plan.most, plan.form),
        Some((asked, question)) => {
            let answer = next(&setting, &bench.catalog, question, asked.count);
            let saved = asked.save.then(|| save(&answer.value, question, base, &bench)).transpose()?;
            telling.answer(&answer, question, saved, plan.form)
        }
    };
    context.say_timings(&watch.finish());
    Ok(printer::result(&told))
}

fn question(asked: &QuestionPlan) -> Result<Question, Diagnostic> {
    let kind = kind(&asked.kind).ok_or_else(|| {
        let known: Vec<&str> = KINDS.iter().map(|kind| kind.id).collect();
        unknown_name(Diagnostic::error("advice-kind-unknown"), &asked.kind, &known)
    })?;
    let objective = match (asked.everybody, asked.least_way) {
        (true, _) => Objective::Everybody,
        (_, true) => Objective::LeastWay,
        _ => Objective::MostPeople,
    };
    Ok(Question { objective, ..Question::new(kind) })
}

/// The same question for the people of a district, by its name in any language or its code.
fn in_district(question: Question, name: Option<&str>, region: &Region) -> Result<Question, Diagnostic> {
    let Some(name) = name else { return Ok(question) };
    let wanted = name.trim().to_lowercase();
    let names = |boundary: &Boundary| -> Vec<&str> {
        let named = Language::ALL.iter().map(|language| boundary.name.read(*language, &region.strings));
        named.chain([region.strings.get(boundary.code)]).filter(|name| !name.is_empty()).collect()
    };
    let is_named = |boundary: &Boundary| names(boundary).iter().any(|name| name.to_lowercase() == wanted);
    let found = region.boundaries.features.iter().position(is_named);
    let district = found.ok_or_else(|| {
        let known: Vec<&str> = region.boundaries.features.iter().flat_map(names).collect();
        suggest(Diagnostic::error("district-unknown").with("name", name), name, &known)
    })?;
    Ok(Question { district: Some(district), ..question })
}

/// The id of a scenario and the file that it was saved to.
type Saved = (String, PathBuf);

/// Saves an answer as a scenario that follows the one that it builds on.
fn save(answer: &Answer, question: &Question, base: Option<&Scenario>, bench: &Workbench) -> Result<Saved, Diagnostic> {
    if answer.advised.is_empty() {
        return Err(Diagnostic::error("advice-nothing-to-place"));
    }
    let count = answer.advised.len();
    let year = u32::try_from(jiff::Zoned::now().year()).unwrap_or(2026) + 1;
    let heading = Heading { name: advice::answer_name(question, count), colour: bench.scenarios.len() % COLOURS.len(), year };
    let sites: Vec<_> = answer.advised.iter().map(|advised| (advised.template.clone(), advised.site.clone())).collect();
    let id = format!("advice-{}-{count}", question.kind.id);
    let made = scenario(&id, heading, base, &bench.scenarios, &sites, &bench.region);
    let home = scenarios::home(&bench.scene, bench.folder.as_deref())?;
    let path = home.join(format!("{}.ron", data_folder::file_name(&made.id)));
    scenarios::save(&made, "", &path)?;
    Ok((made.id, path))
}

/// What is told, and what it takes to tell it.
struct Telling<'a> {
    words: &'a Words,
    setting: &'a Setting<'a>,
    bench: &'a Workbench,
}

impl Telling<'_> {
    fn shortfalls(&self, short: &[Shortfall], most: usize, form: Form) -> String {
        let listed = &short[..most.min(short.len())];
        match form {
            Form::Json => {
                let listed: Vec<Value> = listed.iter().map(|shortfall| self.shortfall_json(shortfall)).collect();
                format!("{:#}", json!({ "count": short.len(), "shortfalls": listed }))
            }
            Form::Csv => {
                let head = ["id", "settlement", "lon", "lat", "people", "gap", "weight", "template", "count"];
                table(&head, listed.iter().map(|shortfall| self.shortfall_row(shortfall)))
            }
            Form::Text if short.is_empty() => self.words.get("advice-nothing").into_owned(),
            Form::Text => {
                let line = |(number, shortfall): (usize, &Shortfall)| {
                    let advice = self.words.advice(shortfall, self.place(shortfall).0, &self.bench.catalog);
                    format!("{}. {advice}", self.words.number(number as f64, 0))
                };
                let rest = (short.len() - listed.len()) as f64;
                let more = (rest > 0.0).then(|| self.words.format("advice-more", &[("count", self.words.number(rest, 0).into())]));
                (1..).zip(listed).map(line).chain(more).collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// The name of the settlement that is short, and where it is.
    fn place(&self, shortfall: &Shortfall) -> (&str, GeoPoint) {
        let settlement = &self.setting.survey.settlements()[shortfall.settlement];
        (settlement.name.read(self.words.language(), &self.setting.region.strings), self.geo(settlement.at))
    }

    fn geo(&self, at: Position) -> GeoPoint {
        self.setting.region.frame.geo_from_position(at)
    }

    fn shortfall_json(&self, shortfall: &Shortfall) -> Value {
        let (settlement, at) = self.place(shortfall);
        let Shortfall { id, people, gap, weight, template, count, .. } = shortfall;
        json!({ "id": id, "name": self.words.advice_subject(shortfall), "settlement": settlement, "lon": at.lon, "lat": at.lat,
            "people": people, "gap": gap, "weight": weight, "template": template, "count": count })
    }

    fn shortfall_row(&self, shortfall: &Shortfall) -> Vec<String> {
        let (settlement, at) = self.place(shortfall);
        let numbers = [at.lon, at.lat, shortfall.people, shortfall.gap, shortfall.weight].map(|number| number.to_string());
        let named = [shortfall.id.to_owned(), settlement.to_owned()];
        let remedy = [shortfall.template.clone().unwrap_or_default(), shortfall.count.to_string()];
        named.into_iter().chain(numbers).chain(remedy).collect()
    }

    fn answer(&self, answer: &Report<Answer>, question: &Question, saved: Option<Saved>, form: Form) -> String {
        let Report { value: answer, notes } = answer;
        let notes: Vec<String> = notes.iter().map(|note| self.words.complaint(note)).collect();
        match form {
            Form::Json => format!("{:#}", self.answer_json(answer, question, &notes, saved)),
            Form::Csv => {
                notes.iter().for_each(|note| printer::say(note));
                let row = |advised: &Advised| {
                    let at = self.place_of(advised);
                    let numbers = [at.lon, at.lat, advised.site.bearing, advised.people].map(|number| number.to_string());
                    std::iter::once(advised.template.clone()).chain(numbers).collect()
                };
                table(&["template", "lon", "lat", "bearing", "people"], answer.advised.iter().map(row))
            }
            Form::Text => {
                let within = question.kind.within(self.setting.assumptions);
                let told = (!answer.advised.is_empty()).then(|| self.words.advice_answer(answer, question, within));
                let site = |(number, advised)| self.words.advice_site(number, advised, self.place_of(advised));
                let saved = saved.map(|(_, file)| self.words.format("cli-written", &[("file", files::shown(&file).into())]));
                told.into_iter().chain((1..).zip(&answer.advised).map(site)).chain(notes).chain(saved).collect::<Vec<_>>().join("\n")
            }
        }
    }

    fn answer_json(&self, answer: &Answer, question: &Question, notes: &[String], saved: Option<Saved>) -> Value {
        let site = |advised: &Advised| {
            let at = self.place_of(advised);
            json!({ "template": advised.template, "lon": at.lon, "lat": at.lat, "bearing": advised.site.bearing, "people": advised.people })
        };
        let sites: Vec<Value> = answer.advised.iter().map(site).collect();
        let Answer { value, bound, gap, newly, people, cost, .. } = answer;
        let cost = cost.map(|[cost, least]| json!({ "value": cost, "bound": least, "unit": "tenge" }));
        let within = question.kind.within(self.setting.assumptions);
        let unit = if question.kind.ways == Ways::ByCar { "seconds" } else { "metres" };
        let saved = saved.map(|(id, file)| json!({ "id": id, "file": files::shown(&file) }));
        json!({ "kind": question.kind.id, "objective": question.objective.name(), "within": within, "unit": unit, "value": value,
            "bound": bound, "gap": gap, "newly": newly, "people": people, "cost": cost, "sites": sites, "scenario": saved, "diagnostics": notes })
    }

    /// Where something stands; of an area the first corner.
    fn place_of(&self, advised: &Advised) -> GeoPoint {
        self.geo(advised.site.points.first().copied().unwrap_or_default())
    }
}

/// Rows for spreadsheets, plain numbers in them.
fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let head = head.iter().map(|cell| (*cell).to_owned()).collect();
    to_csv(std::iter::once(head).chain(rows))
}
