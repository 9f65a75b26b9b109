//! Advice: the next institutions serve as many as any others would, on free ground, and as many as is said; what is short is ranked.

use aimaq::store::{library, scene};
use aimaq::twin::advise::kind::{KINDS, kind};
use aimaq::twin::advise::next::Asked;
use aimaq::twin::advise::{Answer, Objective, Question, mend, next, shortfalls};
use aimaq::twin::catalog::Catalog;
use aimaq::twin::catalog::survey::Survey;
use aimaq::twin::diagnostic::Report;
use aimaq::twin::import::Unwatched;
use aimaq::twin::model::region::Region;
use aimaq::twin::scenario::Heading;
use aimaq::twin::scenario::advised::scenario;
use aimaq::twin::scenario::apply::apply;
use aimaq::twin::scenario::family::standing;
use aimaq::twin::scenario::resolve::{Ground, Plan};
use aimaq::twin::simulate::assumption::Assumptions;
use aimaq::twin::simulate::shared::Shared;
use aimaq::twin::simulate::{Setting, services};
use std::sync::LazyLock;

/// A town with all that models need of it.
struct Town {
    region: Region,
    survey: Survey,
    catalog: Catalog,
    assumptions: Assumptions,
    shared: Shared,
}

impl Town {
    fn new(region: Region) -> Self {
        let (survey, assumptions) = (Survey::new(&region), Assumptions::default());
        let shared = Shared::new(&region, &survey, &assumptions);
        Self { region, survey, catalog: library::of_scene(None), assumptions, shared }
    }

    fn setting(&self) -> Setting<'_> {
        Setting { region: &self.region, survey: &self.survey, assumptions: &self.assumptions, shared: &self.shared }
    }

    /// What is planned where an answer is taken over.
    fn plan(&self, answer: &Answer) -> Plan {
        let sites: Vec<_> = answer.advised.iter().map(|advised| (advised.template.clone(), advised.site.clone())).collect();
        let made = scenario("advice", Heading::default(), None, &[], &sites, &self.region);
        let ground = Ground { region: &self.region, survey: &self.survey, catalog: &self.catalog };
        let plan = Plan::new(standing(&made, &[]), ground, &Plan::default());
        assert_eq!((plan.faults.len(), plan.solutions.len()), (0, answer.advised.len()), "{:?}", plan.faults);
        plan
    }
}

static TOWN: LazyLock<Town> = LazyLock::new(|| Town::new(scene::open("neubrandenburg", &Unwatched).expect("the scene opens").region));

fn question(id: &str) -> Question {
    Question::new(kind(id).expect("a kind"))
}

/// People within reach of a school, as the model of services counts them.
fn within_reach(setting: &Setting, metric: &str) -> f64 {
    let outcome = (services::SIMULATION.run)(setting);
    let percent = outcome.values.iter().find(|(id, _)| *id == metric).and_then(|(_, value)| *value).expect("known");
    let residents: f64 = setting.survey.all_homes().map(|home| f64::from(home.residents)).sum();
    percent / 100.0 * residents
}

/// Numbers that look random and are the same every time (Knuth's MMIX generator).
fn numbers(seed: u64) -> impl Iterator<Item = usize> {
    let step = |state: &u64| Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407));
    std::iter::successors(Some(seed), step).skip(1).map(|state| (state >> 33) as usize)
}

#[test]
fn two_schools_serve_at_least_as_many_as_any_two_others() {
    let setting = TOWN.setting();
    let question = question("school");
    let template = TOWN.catalog.template(&question.template).expect("a template");
    let Asked { siting, plots, within } = Asked::new(&setting, template, &question);
    let covered = |chosen: &[u32]| -> f64 {
        let is_open = |site: &u32| chosen.contains(site) || siting.standing.contains(site);
        let is_served = |row: &&[(u32, f64)]| row.iter().any(|(site, way)| *way <= within && is_open(site));
        siting.reach.rows().zip(&siting.people).filter(|(row, _)| is_served(row)).map(|(_, people)| people).sum()
    };
    let answer = next(&setting, &TOWN.catalog, &question, 2).value;
    let mut random = numbers(7).map(|number| (number % plots.len()) as u32);
    for _ in 0..50 {
        let pair = [random.next().expect("endless"), random.next().expect("endless")];
        assert!(covered(&pair) <= answer.value + 1e-6, "{pair:?} serve {}, the answer {}", covered(&pair), answer.value);
    }
    assert!(answer.value > covered(&[]), "somebody lives beyond the reach of every school");
    assert!(answer.bound >= answer.value && (0.0..=1.0).contains(&answer.gap), "{answer:?}");
    assert!(answer.people >= answer.bound - 1e-6, "{answer:?}");
}

#[test]
fn the_scenario_of_an_answer_stands_on_free_ground_and_serves_as_many_as_it_says() {
    let setting = TOWN.setting();
    for (id, metric) in [("school", "reach-school"), ("clinic", "reach-clinic")] {
        let Report { value: answer, notes } = next(&setting, &TOWN.catalog, &question(id), 2);
        assert_eq!((answer.advised.len(), notes), (2, Vec::new()), "{id}");
        let plan = TOWN.plan(&answer);
        for resolved in plan.solutions.values() {
            let at = resolved.site.points[0];
            let hit = TOWN.region.buildings.iter().any(|(_, building)| building.contains(at));
            let wet = TOWN.region.water.iter().any(|(water, shape)| !water.covered && shape.contains(at));
            assert!(!hit && !wet, "{id} at {at:?}");
        }
        let built = Town::new(apply(&TOWN.region, &plan, &TOWN.catalog));
        let more = within_reach(&built.setting(), metric) - within_reach(&setting, metric);
        // Home by home, and the streets stay as they are: only the order of a sum can make a difference.
        assert!((more - answer.newly).abs() < 1e-3, "{id}: {more} more, {} said", answer.newly);
        let by_site: f64 = answer.advised.iter().map(|advised| advised.people).sum();
        assert!((by_site - answer.newly).abs() < 1e-9 && answer.newly > 0.0, "{id}");
    }
}

#[test]
fn what_is_advised_has_nothing_in_its_way() {
    let setting = TOWN.setting();
    for known in &KINDS {
        let answer = next(&setting, &TOWN.catalog, &Question::new(known), 2).value;
        for (key, resolved) in TOWN.plan(&answer).solutions {
            let fit = resolved.fit(&TOWN.catalog).expect("it fits");
            let solution = resolved.solution(&fit);
            let mut additions = Region::default();
            solution.build(&mut additions);
            let ground = aimaq::twin::conformity::ground::Ground::new(&solution, &additions);
            let conflicts = aimaq::twin::conformity::conflict::conflicts(&TOWN.region, &TOWN.survey, &solution, &ground);
            assert_eq!(conflicts, [], "{} {key}", known.id);
        }
    }
}

#[test]
fn the_least_way_is_shorter_with_more_and_never_below_its_bound() {
    let setting = TOWN.setting();
    let question = Question { objective: Objective::LeastWay, ..question("kindergarten") };
    let [one, three] = [1, 3].map(|count| next(&setting, &TOWN.catalog, &question, count).value);
    assert!(three.value < one.value && three.bound <= three.value && one.bound <= one.value, "{one:?} {three:?}");
    assert!((0.0..=1.0).contains(&three.gap), "{three:?}");
}

#[test]
fn more_than_there_are_places_is_told() {
    let setting = TOWN.setting();
    let question = question("mast");
    let Report { value, notes } = next(&setting, &TOWN.catalog, &question, 5_000);
    assert!(notes.iter().any(|note| note.code == "siting-too-few-places"), "{notes:?}");
    assert!(!value.advised.is_empty() && value.advised.len() < 5_000);
}

#[test]
fn what_is_short_is_ranked_and_the_same_every_time() {
    let setting = TOWN.setting();
    let short = shortfalls(&setting, &TOWN.catalog);
    assert!(!short.is_empty(), "a real town has shortfalls");
    assert_eq!(short, shortfalls(&setting, &TOWN.catalog));
    assert!(short.is_sorted_by(|a, b| a.weight >= b.weight), "{short:?}");
    let settlements = TOWN.survey.settlements().len();
    for shortfall in &short {
        assert!(shortfall.gap > 0.0 && shortfall.gap <= 1.0 + 1e-9 && shortfall.settlement < settlements, "{shortfall:?}");
        assert!((shortfall.weight - shortfall.people * shortfall.gap).abs() < 1e-6, "{shortfall:?}");
        let known = shortfall.template.as_deref().map(|id| TOWN.catalog.template(id).is_some());
        assert!(known.map_or(shortfall.count == 0, |known| known && shortfall.count > 0), "{shortfall:?}");
    }
}

#[test]
fn what_is_short_can_be_mended_by_a_scenario() {
    let setting = TOWN.setting();
    let short = shortfalls(&setting, &TOWN.catalog);
    let reached = short.iter().find(|shortfall| shortfall.id == "school-reach").expect("schools are out of reach for some");
    let Report { value: answer, notes } = mend(&setting, &TOWN.catalog, reached);
    assert!(!answer.advised.is_empty() && answer.newly > 0.0, "{reached:?}: {notes:?}");
    let built = Town::new(apply(&TOWN.region, &TOWN.plan(&answer), &TOWN.catalog));
    let after = shortfalls(&built.setting(), &TOWN.catalog);
    let left = after.iter().find(|other| (other.id, other.settlement) == (reached.id, reached.settlement)).map_or(0.0, |left| left.weight);
    assert!(left < reached.weight, "{left} of {} are left", reached.weight);
}

#[test]
fn an_empty_region_gets_no_advice() {
    let nowhere = Town::new(Region::default());
    let setting = nowhere.setting();
    assert_eq!(shortfalls(&setting, &nowhere.catalog), []);
    for known in &KINDS {
        let Report { value, notes } = next(&setting, &nowhere.catalog, &Question::new(known), 3);
        assert_eq!(value, Answer::default(), "{}", known.id);
        assert_eq!(notes.iter().map(|note| note.code).collect::<Vec<_>>(), ["siting-no-people"]);
    }
    let Report { value, notes } = next(&setting, &Catalog::default(), &question("school"), 3);
    assert_eq!((value, notes[0].code), (Answer::default(), "solution-unknown"));
}

#[test]
fn the_fewest_masts_reach_everybody_of_a_district() {
    let setting = TOWN.setting();
    let question = Question { objective: Objective::Everybody, ..question("mast") };
    let Report { value: all, notes } = next(&setting, &TOWN.catalog, &question, 1);
    assert!(all.bound <= all.value && all.value == all.advised.len() as f64, "{all:?}");
    assert!(!all.advised.is_empty() || notes.iter().any(|note| note.code == "advice-nobody-without"), "{notes:?}");
    // Nobody lives in a district that there is not: the number is that of no boundary, and the whole town is asked for.
    let beyond = Question { district: Some(usize::MAX), ..question };
    assert_eq!(next(&setting, &TOWN.catalog, &beyond, 1).value, all);
}
