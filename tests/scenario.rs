//! Scenarios: edits that can all be taken back, files that keep what was written in them, variants that follow, regions that stay as they are.

use aimaq::store::library;
use aimaq::store::scenarios::{self, parse, to_text};
use aimaq::twin::catalog::Catalog;
use aimaq::twin::catalog::kind;
use aimaq::twin::catalog::site::Geometry;
use aimaq::twin::catalog::survey::Survey;
use aimaq::twin::import::synthetic;
use aimaq::twin::model::feature::Feature;
use aimaq::twin::model::layer::Layer;
use aimaq::twin::model::names::Strings;
use aimaq::twin::model::region::{LayerVisitor, Region};
use aimaq::twin::model::space::{GeoPoint, Position};
use aimaq::twin::scenario::apply::{additions, apply};
use aimaq::twin::scenario::edit::{Deed, Edit};
use aimaq::twin::scenario::history::History;
use aimaq::twin::scenario::placed::Placed;
use aimaq::twin::scenario::resolve::{Ground, Plan};
use aimaq::twin::scenario::{Entry, Scenario, family};
use aimaq::twin::text::Spot;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static REGION: LazyLock<Region> = LazyLock::new(|| synthetic::region(60));
static SURVEY: LazyLock<Survey> = LazyLock::new(|| Survey::new(&REGION));
static CATALOG: LazyLock<Catalog> = LazyLock::new(|| library::load(&[], &Catalog::default()).0);

fn ground() -> Ground<'static> {
    Ground { region: &REGION, survey: &SURVEY, catalog: &CATALOG }
}

/// Everything that a region holds, in its own words: equal texts are equal regions, to the bit.
fn everything(region: &Region) -> String {
    struct Tell(String);
    impl LayerVisitor for Tell {
        fn visit<T: Feature>(&mut self, layer: &Layer<T>, strings: &Strings) {
            use std::fmt::Write;
            for (feature, shape) in layer.iter() {
                let values: Vec<_> = T::ATTRIBUTES.iter().map(|attribute| (attribute.get)(feature, strings)).collect();
                writeln!(self.0, "{} {} {values:?} {:?}", T::LAYER, feature.id(), shape.points()).expect("a text");
            }
        }
    }
    let mut tell = Tell(format!("{:?}", region.network));
    region.visit_layers(&mut tell);
    tell.0
}

/// A solution at a place of the region, drawn as its kind wants it.
fn placed(key: u32, template: usize, east: f64, north: f64, set: Option<f64>) -> Placed {
    let template = &CATALOG.templates[template % CATALOG.templates.len()];
    let at = |x: f64, y: f64| REGION.frame.geo_from_position(Position::from_metres(east + x, north + y));
    let points: Vec<GeoPoint> = match kind::geometry(template) {
        Geometry::Point | Geometry::Existing => vec![at(0.0, 0.0)],
        Geometry::Line => vec![at(0.0, 0.0), at(90.0, 40.0), at(200.0, 60.0)],
        Geometry::Area => vec![at(0.0, 0.0), at(120.0, 0.0), at(130.0, 90.0), at(10.0, 100.0)],
    };
    let set = template.parameters.first().zip(set).map(|(parameter, share)| {
        (parameter.id.value.clone(), parameter.nearest(parameter.least + share * (parameter.most - parameter.least)))
    });
    Placed {
        key,
        template: Spot { value: template.id.value.clone(), span: 0..0 },
        points,
        bearing: (east * 7.0).rem_euclid(360.0),
        set: set.into_iter().collect(),
        on: None,
        from: None,
        builds_from: None,
    }
}

/// What one may do to a scenario.
#[derive(Clone, Debug)]
enum Step {
    Place(usize, f64, f64),
    Move(usize, f64),
    Turn(usize, f64),
    Set(usize, f64),
    Remove(usize),
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (any::<usize>(), -300.0..300.0, -300.0..300.0).prop_map(|(template, east, north)| Step::Place(template, east, north)),
        2 => (any::<usize>(), -0.001..0.001).prop_map(|(which, by)| Step::Move(which, by)),
        1 => (any::<usize>(), 0.0..360.0).prop_map(|(which, bearing)| Step::Turn(which, bearing)),
        2 => (any::<usize>(), 0.0..1.0).prop_map(|(which, share)| Step::Set(which, share)),
        1 => any::<usize>().prop_map(Step::Remove),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
    ];
    prop::collection::vec(step, 1..24)
}

fn carry_out(step: Step, scenario: &mut Scenario, history: &mut History) {
    let keys: Vec<u32> = scenario.own.keys().copied().collect();
    let pick = |which: usize| keys.get(which % keys.len().max(1)).copied();
    let standing = |key: u32| match scenario.own.get(&key) {
        Some(Entry::Stands(placed)) => placed.clone(),
        _ => panic!("{key} stands"),
    };
    let (deed, key, entry) = match step {
        Step::Undo => {
            history.undo(scenario);
            return;
        }
        Step::Redo => {
            history.redo(scenario);
            return;
        }
        Step::Place(template, east, north) => {
            let key = family::new_keys(scenario, &[], 1).start;
            (Deed::Place, key, Some(placed(key, template, east, north, None)))
        }
        Step::Move(which, by) => {
            let Some(key) = pick(which) else { return };
            let mut placed = standing(key);
            placed.points.iter_mut().for_each(|point| *point = GeoPoint::new(point.lon + by, point.lat - by));
            (Deed::Move, key, Some(placed))
        }
        Step::Turn(which, bearing) => {
            let Some(key) = pick(which) else { return };
            (Deed::Turn, key, Some(Placed { bearing, ..standing(key) }))
        }
        Step::Set(which, share) => {
            let Some(key) = pick(which) else { return };
            let mut placed = standing(key);
            let template = CATALOG.template(&placed.template).expect("known");
            let Some(parameter) = template.parameters.first() else { return };
            placed.set.insert(parameter.id.value.clone(), parameter.least + share * (parameter.most - parameter.least));
            (Deed::Set, key, Some(placed))
        }
        Step::Remove(which) => {
            let Some(key) = pick(which) else { return };
            (Deed::Remove, key, None)
        }
    };
    let wanted = entry.map(Entry::Stands);
    if let Some(edit) = Edit::entries(scenario, deed, [(key, wanted)]) {
        history.make(scenario, edit);
    }
}

fn region_of(scenario: &Scenario) -> String {
    let plan = Plan::new(family::standing(scenario, &[]), ground(), &Plan::default());
    everything(&apply(&REGION, &plan, &CATALOG))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn whatever_was_done_can_be_taken_back_and_done_again(steps in steps()) {
        let (mut scenario, mut history) = (Scenario::default(), History::default());
        for step in steps {
            carry_out(step, &mut scenario, &mut history);
            history.close();
        }
        let (done, region) = (scenario.clone(), region_of(&scenario));
        let count = history.len();
        while history.undo(&mut scenario).is_some() {}
        prop_assert_eq!(&scenario, &Scenario::default());
        prop_assert!(region_of(&scenario) == everything(&REGION), "an empty scenario changes the region");
        for _ in 0..count {
            prop_assert!(history.redo(&mut scenario).is_some());
        }
        prop_assert_eq!(&scenario, &done);
        prop_assert!(region_of(&scenario) == region, "the same scenario gives another region");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn a_scenario_survives_its_file(steps in steps(), colour in 0usize..7, year in 2020u32..2100) {
        let (mut scenario, mut history) = (Scenario::default(), History::default());
        steps.into_iter().for_each(|step| carry_out(step, &mut scenario, &mut history));
        scenario.id = "plan".into();
        (scenario.heading.colour, scenario.heading.year) = (colour, year);
        for text in [&mut scenario.heading.name.kk, &mut scenario.heading.name.ru, &mut scenario.heading.name.en] {
            *text = "Жоспар «А» \"1\"\\".into();
        }
        let ids: Vec<&str> = CATALOG.templates.iter().map(|template| template.id.as_str()).collect();
        let text = to_text(&scenario, "");
        prop_assert_eq!(parse("plan", &text, &ids).expect("readable"), scenario.clone(), "{}", text);
        prop_assert_eq!(to_text(&scenario, &text), text, "saving once more changes nothing");
    }
}

#[test]
fn saving_keeps_what_a_designer_wrote() {
    let text = r#"// The school that the quarter waits for.
(
    version: 1,
    id: "plan",
    name: (kk: "Жоспар", ru: "План", en: "Plan"), year: 2027,
    solutions: [
        // By the park.
        (key: 1, template: "school", points: [(63.62, 53.21)], bearing: 45, set: {"places": 300}),

        // Not yet agreed!
        (key: 2, template: "kindergarten", points: [(63.63, 53.22)]), // two groups
    ],
)
"#;
    let ids = ["school", "kindergarten"];
    let mut scenario = parse("plan", text, &ids).expect("readable");
    assert_eq!(to_text(&scenario, text), text);
    if let Some(Entry::Stands(placed)) = scenario.own.get_mut(&1) {
        placed.set.insert("places".into(), 420.0);
    }
    assert_eq!(to_text(&scenario, text), text.replace("300", "420"));
    scenario.own.remove(&1);
    let without = to_text(&scenario, text);
    assert!(without.contains("// Not yet agreed!") && without.contains("// two groups") && !without.contains("school\""), "{without}");
    assert!(parse("plan", &without, &ids).expect("readable").own.len() == 1);
}

#[test]
fn faults_of_a_scenario_are_told_at_once() {
    let text = "(\n  version: 1,\n  id: \"plan\",\n  name: (kk: \"а\", ru: \"б\", en: \"c\"),\n  colour: 9,\n  year: 2027,\n  solutions: [(key: 1, template: \"shcool\", points: [(63.6, 153.2)]), (key: 1, template: \"school\")],\n)";
    let faults = parse("plan", text, &["school"]).expect_err("faults");
    let told: Vec<String> = faults.iter().map(|fault| format!("{}: {}", fault.place(text).line, fault.diagnostic.code)).collect();
    assert_eq!(told, ["7: text-place-outside"], "what cannot be read comes first");
    let text = text.replace("153.2", "53.2");
    let faults = parse("plan", &text, &["school"]).expect_err("faults");
    let told: Vec<String> = faults.iter().map(|fault| format!("{}: {}", fault.place(&text).line, fault.diagnostic.code)).collect();
    assert_eq!(told, ["5: colour-unknown", "7: solution-unknown", "7: key-repeated"]);
    assert_eq!(faults[1].diagnostic.text("suggestion"), Some("school"));
}

#[test]
fn a_variant_follows_its_parent_in_what_it_does_not_say_itself() {
    let stands = |key, east| (key, Entry::Stands(placed(key, 0, east, 0.0, None)));
    let parent = Scenario { id: "parent".into(), own: [stands(1, 0.0), stands(2, 50.0), stands(3, 90.0)].into(), ..Scenario::default() };
    let own = [(2, Entry::Gone), stands(3, 150.0), stands(100_001, 200.0)].into();
    let child = Scenario { id: "child".into(), parent: Some("parent".into()), own, ..Scenario::default() };
    let mut all = vec![child, parent];
    let keys = |all: &[Scenario]| family::standing(&all[0], all).into_keys().collect::<Vec<_>>();
    assert_eq!(keys(&all), [1, 3, 100_001]);
    assert_eq!(family::standing(&all[0], &all)[&3], placed(3, 0, 150.0, 0.0, None));
    all[1].own.insert(4, Entry::Stands(placed(4, 1, 10.0, 10.0, None)));
    assert_eq!(keys(&all), [1, 3, 4, 100_001], "what the parent gets later stands here too");
    assert_eq!(family::new_keys(&all[0], &all, 2), 100_002..100_004, "its own keys lie apart");
    // Put back as the parent has it, the variant says nothing of it any more.
    assert_eq!(family::entry_for(&all[0], &all, 3, Some(placed(3, 0, 90.0, 0.0, None))), None);
    assert_eq!(family::entry_for(&all[0], &all, 1, None), Some(Entry::Gone));
    all[1].parent = Some("child".into());
    assert_eq!(family::lineage(&all[0], &all).expect_err("a circle").code, "scenario-circle");
}

#[test]
fn the_same_plan_is_looked_up_once_and_adds_what_it_adds() {
    let standing: BTreeMap<u32, Placed> =
        (0..CATALOG.templates.len() as u32).map(|key| (key + 1, placed(key + 1, key as usize, f64::from(key) * 3.0, 5.0, None))).collect();
    let first = Plan::new(standing.clone(), ground(), &Plan::default());
    assert_eq!(first.faults.values().map(|fault| fault.code).collect::<Vec<_>>(), Vec::<&str>::new());
    let mut moved = standing.clone();
    moved.insert(1, placed(1, 0, 77.0, 77.0, None));
    let second = Plan::new(moved, ground(), &first);
    let same = |key: u32| std::sync::Arc::ptr_eq(&first.solutions[&key], &second.solutions[&key]);
    assert!(!same(1) && (2..=standing.len() as u32).all(same), "only what moved is looked up again");
    let new: usize = first.solutions.values().map(|resolved| additions(&REGION, resolved, &CATALOG).buildings.len()).sum();
    let whole = apply(&REGION, &first, &CATALOG);
    assert_eq!(whole.buildings.len(), REGION.buildings.len() + new);
    assert_eq!(everything(&apply(&REGION, &first, &CATALOG)), everything(&whole));
}

#[test]
fn a_file_is_saved_whole_with_its_last_versions_and_never_over_another_hand() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("scenarios").join("plan.ron");
    let mut scenario = Scenario { id: "plan".into(), ..Scenario::default() };
    (scenario.heading.name.kk, scenario.heading.name.ru, scenario.heading.name.en) = ("а".into(), "б".into(), "c".into());
    let mut text = scenarios::save(&scenario, "", &path).expect("saved");
    for year in 2027..2045 {
        scenario.heading.year = year;
        text = scenarios::save(&scenario, &text, &path).expect("saved");
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    assert_eq!(std::fs::read_to_string(&path).expect("there"), text);
    let earlier = scenarios::earlier(&path);
    assert_eq!(earlier.len(), 10);
    assert!(std::fs::read_to_string(&earlier[0]).expect("there").contains("2043"), "the newest first");
    std::fs::write(&path, text.replace("2044", "2050")).expect("written by another hand");
    scenario.heading.year = 2060;
    assert_eq!(scenarios::save(&scenario, &text, &path).expect_err("kept").code, "file-changed-outside");
    assert!(std::fs::read_to_string(&path).expect("there").contains("2050"));
}
