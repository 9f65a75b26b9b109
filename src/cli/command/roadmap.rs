//! `aimaq roadmap`: the projects of a scene with their indicators, deadlines and costs by year, as text, CSV or JSON, in print or as a page.

use super::{Context, check};
use crate::cli::exit::Exit;
use crate::cli::printer;
use crate::cli::progress::Watch;
use crate::cli::task::{Form, RoadmapPlan};
use crate::cli::workbench::Workbench;
use crate::i18n::Words;
use crate::publish::imprint::Imprint;
use crate::publish::roadmap::PrintedRoadmap;
use crate::store::{files, roadmaps};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::metrics;
use crate::twin::metrics::Measured;
use crate::twin::metrics::baseline::Baseline;
use crate::twin::metrics::spending::{Outlook, rests_on};
use crate::twin::roadmap::Roadmap;
use crate::twin::roadmap::table::{Row, Table};
use crate::twin::simulate::assumption::Assumptions;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// Prints the roadmap of a scene. Models run where an indicator asks for them.
///
/// # Errors
/// What is wrong with the scene; `roadmap-missing`; `sheet-broken`; those of [`metrics::assumptions`] and [`files::replace`].
pub fn run(plan: &RoadmapPlan, context: &Context) -> Result<Exit, Diagnostic> {
    let words = &context.words;
    let watch = Watch::new(words);
    let bench = Workbench::open(&plan.scene, &watch)?;
    let assumptions = metrics::assumptions(&plan.assume)?;
    let known: Vec<&str> = bench.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    let stored = match roadmaps::load(&bench.scene, bench.folder.as_deref(), &known) {
        Ok(stored) => stored.ok_or_else(|| Diagnostic::error("roadmap-missing").with("scene", bench.scene.as_str()))?,
        Err(complaints) => {
            complaints.iter().for_each(|complaint| printer::say(&check::to_text(complaint, words)));
            return Ok(Exit::Input);
        }
    };
    let figures = Figures::new(&stored.roadmap, &bench, &assumptions, words)?;
    let table = Table::new(&stored.roadmap, &figures.outlooks, &|scenario, metric| {
        figures.measured.get(scenario).and_then(|measured| measured.values.get(metric.id)).copied()
    });
    let written = write(plan, &bench, &stored.roadmap, &table, &assumptions, words)?;
    context.say_timings(&watch.finish());
    if plan.form != Form::Text && !written.is_empty() {
        printer::say(&written.join("\n"));
    }
    Ok(printer::result(&match plan.form {
        Form::Json => format!("{:#}", table.to_json()),
        Form::Csv => words.roadmap_csv(&table),
        Form::Text if written.is_empty() => to_text(&table, &assumptions, words),
        Form::Text => written.join("\n"),
    }))
}

/// Writes the files that are asked for; a sentence each.
fn write(
    plan: &RoadmapPlan,
    bench: &Workbench,
    roadmap: &Roadmap,
    table: &Table,
    assumptions: &Assumptions,
    words: &Words,
) -> Result<Vec<String>, Diagnostic> {
    let mut written = Vec::new();
    if plan.pdf.is_none() && plan.html.is_none() {
        return Ok(written);
    }
    let imprint = Imprint::new(words, jiff::Zoned::now().date(), &bench.file, &bench.region);
    let printed = PrintedRoadmap::new(words, table, roadmap.budget_basis.as_ref(), assumptions, imprint);
    let mut put = |path: &Path, bytes: &[u8]| -> Result<(), Diagnostic> {
        files::replace(path, bytes)?;
        written.push(words.format("cli-written", &[("file", files::shown(path).into())]));
        Ok(())
    };
    if let Some(path) = &plan.pdf {
        put(path, &printed.pdf()?.bytes)?;
    }
    if let Some(path) = &plan.html {
        put(path, printed.html()?.as_bytes())?;
    }
    Ok(written)
}

/// What the scenarios of a roadmap cost, and what is measured of them.
struct Figures {
    outlooks: BTreeMap<String, Outlook>,
    /// By scenario; empty for the region as it is.
    measured: BTreeMap<String, Arc<Measured>>,
}

impl Figures {
    fn new(roadmap: &Roadmap, bench: &Workbench, assumptions: &Assumptions, words: &Words) -> Result<Self, Diagnostic> {
        let is_modelled = roadmap.projects.iter().flat_map(|project| &project.kpis).any(|kpi| kpi.metric.is_some());
        let baseline = is_modelled.then(|| Baseline::new(bench.region.clone(), bench.survey.clone(), assumptions.clone()));
        let mut figures = Self { outlooks: BTreeMap::new(), measured: BTreeMap::new() };
        if let Some(baseline) = &baseline {
            figures.measured.insert(String::new(), baseline.measured().clone());
        }
        let ids: BTreeSet<&str> =
            roadmap.projects.iter().filter_map(|project| project.scenario.as_ref()).map(|scenario| scenario.as_str()).collect();
        for id in ids {
            let scenario = bench.scenario(id)?;
            let plan = bench.plan(Some(scenario));
            plan.faults.values().for_each(|fault| printer::say(&words.complaint(fault)));
            let outlook = Outlook::new(&plan, &bench.catalog, scenario.heading.year, assumptions);
            figures.outlooks.insert(id.to_owned(), outlook);
            if let Some(baseline) = &baseline {
                figures.measured.insert(id.to_owned(), Arc::new(baseline.with(&plan, &bench.catalog)));
            }
        }
        Ok(figures)
    }
}

fn to_text(table: &Table, assumptions: &Assumptions, words: &Words) -> String {
    let mut lines: Vec<String> = table.rows.iter().flat_map(|row| project(row, table, words)).collect();
    lines.push(words.get("roadmap-years").into_owned());
    for &year in &table.years {
        let budget = table.budget.get(&year).map_or_else(|| "—".to_owned(), |budget| words.money(*budget));
        let args = [
            ("year", year.to_string().into()),
            ("total", words.money(table.total(year)).into()),
            ("own", words.money(table.from_budget(year)).into()),
            ("budget", budget.into()),
        ];
        lines.push(format!("  {}", words.format(if table.is_over(year) { "roadmap-year-over" } else { "roadmap-year" }, &args)));
    }
    lines.extend(rests_on().map(|spec| words.assumption(spec, assumptions.get(spec))));
    lines.join("\n")
}

fn project(row: &Row, table: &Table, words: &Words) -> Vec<String> {
    let project = row.project;
    let flagship = project.flagship.then(|| words.get("roadmap-flagship").into_owned());
    let facts = [
        project.direction.map(|direction| words.choice(direction).into_owned()),
        Some(words.choice(project.sphere).into_owned()),
        Some(words.choice(project.level).into_owned()),
        flagship,
    ];
    let mut lines = vec![
        words.local(&project.name).to_owned(),
        format!("  {}", facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")),
        format!("  {}: {}", words.get("roadmap-owner"), words.local(&project.owner)),
        format!("  {}: {}", words.get("roadmap-deadline"), words.month(project.deadline.value)),
    ];
    if let Some(at_work) = row.at_work {
        let key = if row.is_late() { "roadmap-at-work-late" } else { "roadmap-at-work" };
        lines.push(format!("  {}", words.format(key, &[("month", words.month(at_work).into())])));
    }
    if !project.funding.is_empty() {
        lines.push(format!("  {}: {}", words.get("roadmap-funding"), words.funding(&project.funding)));
    }
    lines.extend(row.kpis.iter().map(|kpi| format!("  {}", words.kpi_line(kpi))));
    let costs = table.years.iter().filter(|year| row.cost(**year) != 0.0).map(|&year| format!("{year}: {}", words.money(row.cost(year))));
    let costs = costs.collect::<Vec<_>>().join("; ");
    if !costs.is_empty() {
        let key = if row.is_computed { "roadmap-costs-computed" } else { "roadmap-costs" };
        lines.push(format!("  {} — {costs}", words.get(key)));
    }
    lines.push(String::new());
    lines
}
