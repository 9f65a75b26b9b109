//! Plans in time: what is built when, what it costs and what is measured of it in which year, and the roadmap that tells of it.

#[path = "support/program.rs"]
mod program;

use aimaq::i18n::Words;
use aimaq::publish::imprint::Imprint;
use aimaq::publish::roadmap::PrintedRoadmap;
use aimaq::store::{library, roadmaps, scenarios, scene};
use aimaq::twin::catalog::Catalog;
use aimaq::twin::catalog::survey::Survey;
use aimaq::twin::import::Unwatched;
use aimaq::twin::metrics::baseline::Baseline;
use aimaq::twin::metrics::money;
use aimaq::twin::metrics::spending::Outlook;
use aimaq::twin::metrics::years::by_year;
use aimaq::twin::model::names::Language;
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::GeoPoint;
use aimaq::twin::roadmap::table::Table;
use aimaq::twin::scenario::file::ScenarioFile;
use aimaq::twin::scenario::month::Month;
use aimaq::twin::scenario::placed::Placed;
use aimaq::twin::scenario::resolve::{Ground, Plan};
use aimaq::twin::scenario::schedule::{Schedule, Status};
use aimaq::twin::scenario::{Scenario, family};
use aimaq::twin::simulate::assumption::Assumptions;
use aimaq::twin::text;
use aimaq::twin::text::Spot;
use aimaq::twin::text::update::update;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

struct Kostanay {
    region: Region,
    survey: Survey,
    catalog: Catalog,
    scenarios: Vec<Scenario>,
}

fn kostanay() -> Kostanay {
    let region = scene::open("kostanay", &Unwatched).expect("the scene opens").region;
    let (survey, catalog) = (Survey::new(&region), library::of_scene(None));
    let templates: Vec<&str> = catalog.templates.iter().map(|template| template.id.as_str()).collect();
    let loaded = scenarios::load("kostanay", Some(Path::new("scenes/kostanay")), &templates);
    let scenarios = loaded.scenarios.into_values().map(|stored| stored.scenario).collect();
    Kostanay { region, survey, catalog, scenarios }
}

impl Kostanay {
    fn plan(&self, scenario: &Scenario) -> Plan {
        let ground = Ground { region: &self.region, survey: &self.survey, catalog: &self.catalog };
        Plan::new(family::standing(scenario, &self.scenarios), ground, &Plan::default())
    }

    fn outlooks(&self) -> BTreeMap<String, Outlook> {
        let outlook = |scenario: &Scenario| {
            let outlook = Outlook::new(&self.plan(scenario), &self.catalog, scenario.heading.year, &Assumptions::default());
            (scenario.id.clone(), outlook)
        };
        self.scenarios.iter().map(outlook).collect()
    }
}

#[test]
fn every_story_is_planned_built_and_paid_for_to_the_tenge() {
    let kostanay = kostanay();
    for scenario in &kostanay.scenarios {
        let plan = kostanay.plan(scenario);
        let outlook = Outlook::new(&plan, &kostanay.catalog, scenario.heading.year, &Assumptions::default());
        assert_eq!(outlook.schedule.courses.len(), plan.solutions.len(), "{}", scenario.id);
        let before = Month::january(scenario.heading.year).before();
        let after = outlook.schedule.end().expect("an end");
        for key in plan.solutions.keys() {
            assert_eq!(outlook.schedule.status(*key, before), Status::Planned, "{} {key}", scenario.id);
            assert_eq!(outlook.schedule.status(*key, after), Status::Built, "{} {key}", scenario.id);
        }
        // What is spent year by year is what the comparison says that it costs.
        let values: BTreeMap<&str, Option<f64>> =
            money::values(&plan, &kostanay.catalog, &kostanay.survey, &Assumptions::default()).into_iter().collect();
        let years = outlook.years().expect("years");
        let (last, spent) = (*years.end(), years.map(|year| outlook.capital(year)).sum::<f64>());
        let near = |a: f64, b: Option<f64>| b.is_some_and(|b| (a - b).abs() <= 1e-9 * b.abs().max(1.0));
        assert!(near(spent, values["capital"]), "{}: {spent} and {:?}", scenario.id, values["capital"]);
        assert!(near(outlook.running(last), values["yearly"]), "{}: {} and {:?}", scenario.id, outlook.running(last), values["yearly"]);
    }
}

/// Two schools of a town: one of 600 places, at work in the last month of 2027, and one of 1,200, whose works wait until 2030.
fn two_schools(region: &Region, survey: &Survey, catalog: &Catalog) -> Plan {
    let school = |(key, places, builds_from): (u32, f64, Option<&str>)| {
        let points = vec![GeoPoint { lon: 13.26 + 0.002 * f64::from(key), lat: 53.556 }];
        let template = Spot { value: "school".to_owned(), span: 0..0 };
        let set = BTreeMap::from([("places".to_owned(), places)]);
        let (from, builds_from) = (Month::parse("2026-01"), builds_from.and_then(Month::parse));
        (key, Placed { key, template, points, bearing: 0.0, set, on: None, from, builds_from })
    };
    let standing = BTreeMap::from([(1, 600.0, None), (2, 1_200.0, Some("2030-01"))].map(school));
    let plan = Plan::new(standing, Ground { region, survey, catalog }, &Plan::default());
    assert!(plan.faults.is_empty(), "{:?}", plan.faults);
    plan
}

#[test]
fn school_places_step_up_in_the_very_years_in_which_schools_come_to_be_at_work() {
    let region = scene::open("neubrandenburg", &Unwatched).expect("the scene opens").region;
    let (survey, catalog) = (Survey::new(&region), library::of_scene(None));
    let plan = two_schools(&region, &survey, &catalog);
    let baseline = Baseline::new(Arc::new(region), Arc::new(survey), Assumptions::default());

    let mut asked = Vec::new();
    let mut note = |done: usize, all: usize| {
        asked.push((done, all));
        true
    };
    let told = by_year(&baseline, &plan, &catalog, 2026, &mut note).expect("nobody stops it");
    assert_eq!((told.years.clone(), asked), (2026..=2032, vec![(0, 3), (1, 3), (2, 3)]), "each state is measured once");
    let steps: Vec<(u32, Vec<u32>)> = told.steps.iter().map(|step| (step.from, step.at_work.iter().copied().collect())).collect();
    assert_eq!(steps, [(2026, vec![]), (2027, vec![1]), (2031, vec![1, 2])]);
    assert_eq!(told.steps[0].values, baseline.measured().values, "before anything is at work all is as it is, to the bit");
    assert_eq!(told.steps[2].values, baseline.with(&plan, &catalog).values, "at the end it is what the comparison says");

    // The load is pupils by places, and pupils are the same: places are told by what one more of them takes off it.
    let places = |year: u32| 1.0 / told.value("school-load", year).expect("it is known");
    assert!(places(2027) > places(2026) && places(2031) > places(2030));
    let ratio = (places(2031) - places(2030)) / (places(2027) - places(2026));
    assert!((ratio - 2.0).abs() < 1e-6, "1,200 places are twice 600: {ratio}");
    for (year, other) in [(2028, 2027), (2029, 2027), (2030, 2027), (2032, 2031)] {
        assert_eq!(places(year), places(other), "nothing comes to be at work in {year}");
    }
    assert_eq!(by_year(&baseline, &plan, &catalog, 2026, &mut |done, _| done < 1), None, "it stops when it is told to");

    let nothing = by_year(&baseline, &Plan::default(), &catalog, 2026, &mut |_, _| true).expect("nobody stops it");
    assert_eq!((nothing.years.clone(), nothing.steps.len()), (2026..=2027, 1));
    assert!(nothing.base == baseline.measured().values && nothing.steps[0].values == nothing.base, "nothing planned changes nothing");
}

#[test]
fn a_later_beginning_moves_everything_and_is_written_where_it_belongs() {
    let kostanay = kostanay();
    let quarter = kostanay.scenarios.iter().find(|scenario| scenario.id == "kunai-2").expect("the quarter");
    let text = std::fs::read_to_string("scenes/kostanay/scenarios/kunai-2.ron").expect("its file");
    assert_eq!(update(&text, &ScenarioFile::of(quarter)), text, "what is not set is not written");

    let mut file = text::read_file::<ScenarioFile>(&text).0.expect("a scenario");
    file.solutions[0].from = Month::parse("2027-03");
    file.solutions[0].builds_from = Month::parse("2029-01");
    let changed = update(&text, &file);
    assert!(changed.contains("from: \"2027-03\"") && changed.contains("builds_from: \"2029-01\""), "{changed}");
    assert_eq!(text::read_file::<ScenarioFile>(&changed), (Some(file.clone()), Vec::new()));

    let later = Scenario { id: "kunai-2".into(), ..file.scenario() };
    let [usual, moved] = [quarter, &later].map(|scenario| Schedule::new(&kostanay.plan(scenario), &kostanay.catalog, 2025));
    assert_eq!((usual.courses[&1].begin, moved.courses[&1].begin), (Month::january(2025), Month::january(2027).after(2)));
    // A year for design and consents, then it waits.
    assert_eq!(moved.status(1, Month::january(2028).after(6)), Status::Consented);
    assert_eq!(moved.status(1, Month::january(2029)), Status::Construction);
    assert!(moved.end() > usual.end());
}

#[test]
fn a_month_that_is_none_is_told_of_in_its_place() {
    let text = std::fs::read_to_string("scenes/kostanay/scenarios/kunai-2.ron").expect("its file");
    let broken = text.replace("key: 1,", "key: 1, from: \"spring\",");
    let (_, faults) = text::read_file::<ScenarioFile>(&broken);
    assert_eq!(faults.iter().map(|fault| fault.diagnostic.code).collect::<Vec<_>>(), ["not-a-month"]);
}

#[test]
fn the_roadmap_of_the_default_scene_follows_from_its_scenarios() {
    let kostanay = kostanay();
    let ids: Vec<&str> = kostanay.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    let stored = roadmaps::load("kostanay", Some(Path::new("scenes/kostanay")), &ids).expect("no faults").expect("a roadmap");
    let outlooks = kostanay.outlooks();
    let table = Table::new(&stored.roadmap, &outlooks, &|_, _| None);
    assert!(table.rows.len() >= 8);
    for row in &table.rows {
        assert_eq!(row.is_computed, row.project.scenario.is_some(), "{}", row.project.id.as_str());
        assert_eq!(row.is_computed, !row.costs.is_empty(), "{}", row.project.id.as_str());
        assert!(!row.project.kpis.is_empty(), "{}", row.project.id.as_str());
    }
    // The two projects of the quarter share out its scenario, and pay each solution once.
    let year = 2026;
    let cost = |id: &str| table.rows.iter().find(|row| row.project.id.as_str() == id).expect("a row").cost(year);
    let whole = &outlooks["kunai-2-with-services"];
    let both = cost("kunai-2-homes") + cost("kunai-2-services");
    assert!((both - whole.capital(year) - whole.running(year)).abs() < 1.0, "{both}");
    assert!(table.from_budget(year) < table.total(year), "builders pay most of the homes");
}

#[test]
fn in_print_every_project_stands_once_under_its_direction_and_says_where_its_figures_come_from() {
    let kostanay = kostanay();
    let ids: Vec<&str> = kostanay.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    let stored = roadmaps::load("kostanay", Some(Path::new("scenes/kostanay")), &ids).expect("no faults").expect("a roadmap");
    let outlooks = kostanay.outlooks();
    let mut table = Table::new(&stored.roadmap, &outlooks, &|_, metric| (metric.id == "transit-overload").then_some(0.0));
    table.budget.insert(2026, 1.0);
    let over: Vec<u32> = table.years.iter().copied().filter(|year| table.is_over(*year)).collect();
    for language in Language::ALL {
        let words = Words::new(language);
        let imprint = Imprint { region: "Қостанай <b>".into(), date: "2026".into(), sketch: None, credit: "© office".into() };
        let printed = PrintedRoadmap::new(&words, &table, stored.roadmap.budget_basis.as_ref(), &Assumptions::default(), imprint);
        let projects: Vec<_> = printed.groups.iter().flat_map(|group| &group.projects).collect();
        assert_eq!(projects.len(), table.rows.len());
        assert_eq!(printed.groups.last().map(|group| group.name.as_str()), Some(&*words.get("roadmap-no-direction")));
        for (row, told) in table.rows.iter().map(|row| (row, words.local(&row.project.name))) {
            let line = projects.iter().find(|line| line.name == told).expect("its line");
            assert_eq!((line.costs.len(), line.kpis.len()), (table.years.len(), row.kpis.len()), "{told}");
            assert!(line.kpis.iter().all(|kpi| kpi.note.is_some()) && line.costs_note.is_some() == (line.total != "—"), "{told}");
        }
        let own = words.get("origin-modelled");
        let kpi = projects.iter().flat_map(|line| &line.kpis).find(|kpi| kpi.is_reached == Some(true)).expect("one that is modelled");
        assert_eq!(kpi.baseline_note.and_then(|note| printed.notes.get(note - 1)).map(String::as_str), Some(&*own));
        let marked: Vec<&str> = printed.years.iter().filter(|year| year.is_over).map(|year| year.name.as_str()).collect();
        assert_eq!(marked, over.iter().map(u32::to_string).collect::<Vec<_>>());

        let document = printed.pdf().expect("a document");
        assert!(document.bytes.starts_with(b"%PDF") && (1..=6).contains(&document.pages), "{} pages", document.pages);
        let html = printed.html().expect("a page");
        assert!(html.contains("Қостанай &lt;b&gt;") && projects.iter().all(|line| html.contains(&line.name)));
        // In the head, and by the part of the budget.
        assert_eq!(html.matches(&format!(">{}<", words.get("roadmap-over-limit"))).count(), 2 * over.len());
        assert!(["http:", "https:", "src=", "@import", "url("].iter().all(|outside| !html.contains(outside)));
    }
}

fn aimaq(arguments: &[&str]) -> (bool, String, String) {
    let settings = tempfile::tempdir().expect("a folder");
    let (code, out, words) = program::run(settings.path(), &[arguments, &["--lang", "en"]].concat());
    (code == Some(0), out, words)
}

#[test]
fn the_command_line_tells_it_in_three_forms() {
    let (done, json, complaint) = aimaq(&["roadmap", "kostanay", "--json"]);
    assert!(done, "{complaint}");
    let told: Value = serde_json::from_str(&json).expect("an object");
    let projects = told["projects"].as_array().expect("projects");
    let buses = projects.iter().find(|project| project["id"] == "bus-intervals").expect("the buses");
    assert!(buses["kpis"].as_array().is_some_and(|kpis| kpis.iter().any(|kpi| kpi["modelled"].is_number())), "{buses}");

    let (_, csv, _) = aimaq(&["roadmap", "kostanay", "--csv"]);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let head = reader.headers().expect("a head").clone();
    let years = told["years"].as_array().expect("years");
    for year in years.iter().map(|year| year["year"].to_string()) {
        assert!(head.iter().any(|name| name == year), "{year} in {head:?}");
    }
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows of one length");
    assert!(["total", "from_budget", "budget"].iter().all(|id| rows.iter().any(|row| &row[0] == *id)), "{csv}");

    let (_, text, _) = aimaq(&["roadmap", "kostanay"]);
    assert!(text.contains("Housing quarter Kunai-2") && text.contains("Deadline: December 2030"), "{text}");
}

#[test]
fn the_command_line_writes_it_for_print_and_as_a_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = ["roadmap.pdf", "roadmap.html"].map(|name| folder.path().join(name).to_string_lossy().into_owned());
    let (done, told, complaint) = aimaq(&["roadmap", "kostanay", "--pdf", &files[0], "--html", &files[1]]);
    assert!(done && files.iter().all(|file| told.contains(file.as_str())), "{told}{complaint}");
    assert!(std::fs::read(&files[0]).expect("a file").starts_with(b"%PDF"));
    assert!(std::fs::read_to_string(&files[1]).expect("a file").contains("Housing quarter Kunai-2"));
    let beside = folder.path().join("no-such-folder/roadmap.pdf").to_string_lossy().into_owned();
    let (done, told, complaint) = aimaq(&["roadmap", "kostanay", "--pdf", &beside]);
    assert!(!done && told.is_empty() && complaint.contains("no-such-folder"), "{told}{complaint}");
}

#[test]
fn a_new_roadmap_is_one_that_a_scene_can_have() {
    let folder = tempfile::tempdir().expect("a folder");
    let scene = folder.path().to_string_lossy().into_owned();
    let (done, told, complaint) = aimaq(&["new", "roadmap", &scene]);
    let path = folder.path().join("roadmap.ron");
    assert!(done && told.contains("roadmap.ron"), "{told}{complaint}");
    let (done, told, _) = aimaq(&["check", &path.to_string_lossy()]);
    assert!(done, "{told}");
    let stored = roadmaps::load("own", Some(folder.path()), &[]).expect("no faults").expect("a roadmap");
    let table = Table::new(&stored.roadmap, &BTreeMap::new(), &|_, _| None);
    assert_eq!((table.rows.len(), table.total(2027), table.from_budget(2027)), (1, 900e6, 630e6));
    let (again, _, complaint) = aimaq(&["new", "roadmap", &scene]);
    assert!(!again && complaint.contains("roadmap.ron"), "nothing is written over: {complaint}");
}

#[test]
fn a_scene_without_a_roadmap_says_what_to_do() {
    let (done, _, complaint) = aimaq(&["roadmap", "neubrandenburg"]);
    assert!(!done && complaint.contains("roadmap.ron"), "{complaint}");
}

#[test]
fn a_broken_roadmap_is_told_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("roadmap.ron");
    let text = std::fs::read_to_string("scenes/kostanay/roadmap.ron").expect("the file");
    std::fs::write(&path, text.replace("\"bus-intervals-14\"", "\"bus-intervals-15\"")).expect("written");
    let (done, told, _) = aimaq(&["check", &path.to_string_lossy()]);
    assert!(!done && told.contains("roadmap.ron:") && told.contains("bus-intervals-14"), "{told}");
    std::fs::write(&path, text).expect("written");
    let (done, told, _) = aimaq(&["check", &path.to_string_lossy()]);
    assert!(done, "{told}");
}
