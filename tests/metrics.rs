//! What is measured: an unedited copy differs in nothing, twice the same run gives the same, a change changes what it should.

use aimaq::store::{embedded, library, scenarios, scene};
use aimaq::twin::catalog::Catalog;
use aimaq::twin::catalog::kind::existing;
use aimaq::twin::catalog::survey::Survey;
use aimaq::twin::import::Unwatched;
use aimaq::twin::metrics::Measured;
use aimaq::twin::metrics::baseline::Baseline;
use aimaq::twin::metrics::compare::{Column, Comparison};
use aimaq::twin::metrics::metric::{METRICS, find};
use aimaq::twin::model::choice::Choice;
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::GeoPoint;
use aimaq::twin::scenario::placed::Placed;
use aimaq::twin::scenario::resolve::{Ground, Plan};
use aimaq::twin::scenario::{Entry, Scenario, family};
use aimaq::twin::simulate::SIMULATIONS;
use aimaq::twin::simulate::assumption::Assumptions;
use aimaq::twin::simulate::shared::Shared;
use aimaq::twin::simulate::transit::assumption::LineAssumptions;
use aimaq::twin::simulate::transit::ground::Ground as Walks;
use aimaq::twin::simulate::transit::lines::services;
use aimaq::twin::simulate::transit::supply::strategies;
use aimaq::twin::text::Spot;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

fn town() -> (Region, Catalog) {
    (scene::open("neubrandenburg", &Unwatched).expect("the scene opens").region, library::of_scene(None))
}

/// What is measured with some solutions of the library at a place of the town.
fn measured(region: &Region, catalog: &Catalog, templates: &[&str]) -> Measured {
    let survey = Survey::new(region);
    let placed = |(key, template): (u32, &&str)| {
        let lon = 13.26 + 0.002 * f64::from(key);
        let point = |east: f64, north: f64| GeoPoint { lon: lon + east, lat: 53.556 + north };
        // Enough for a point and for an area.
        let points = if *template == "housing-quarter" {
            vec![point(0.0, 0.0), point(0.004, 0.0), point(0.004, 0.002), point(0.0, 0.002)]
        } else {
            vec![point(0.0, 0.0)]
        };
        let template = Spot { value: (*template).to_owned(), span: 0..0 };
        (key, Placed { key, template, points, bearing: 0.0, set: BTreeMap::new(), on: None, from: None, builds_from: None })
    };
    let standing: BTreeMap<u32, Placed> = (1..).zip(templates).map(placed).collect();
    let plan = Plan::new(standing, Ground { region, survey: &survey, catalog }, &Plan::default());
    assert_eq!(plan.faults.len(), 0, "{:?}", plan.faults);
    Baseline::new(Arc::new(region.clone()), Arc::new(survey), Assumptions::default()).with(&plan, catalog)
}

#[test]
fn an_unedited_copy_differs_in_nothing_and_twice_is_the_same() {
    let (region, catalog) = town();
    let base = measured(&region, &catalog, &[]);
    let copy = measured(&region, &catalog, &[]);
    assert_eq!(base, copy);
    let column = |id: &str, measured: Measured| Column { id: id.into(), name: id.into(), measured: Arc::new(measured) };
    let rows = Comparison { columns: vec![column("", base), column("copy", copy)] }.rows();
    assert!(rows.len() > 20, "{} metrics", rows.len());
    for (metric, cells) in rows {
        assert_eq!((cells[1].delta, cells[1].is_better, cells[1].is_best), (cells[1].value.map(|_| 0.0), None, false), "{}", metric.id);
    }
}

#[test]
fn a_school_a_quarter_and_a_clinic_change_what_they_should() {
    let (region, catalog) = town();
    let base = measured(&region, &catalog, &[]);
    let built = measured(&region, &catalog, &["school", "housing-quarter", "polyclinic"]);
    let change = |id: &str| built.values[id] - base.values[id];
    assert!(change("residents") > 50.0, "new homes bring people");
    assert!(change("capital") > 0.0 && change("horizon-cost") > change("capital"), "money");
    assert!(change("work-places") > 0.0 && change("school-way").abs() > 0.0);
    let pupils_per_place = |measured: &Measured| measured.values["school-load"];
    assert!(pupils_per_place(&built) < pupils_per_place(&base), "more places than pupils came");
    assert!((0.0..=100.0).contains(&built.values["reach-school"]) && built.values["car-delay"] >= 0.0);
}

#[test]
fn three_catchments_share_out_the_same_visits() {
    let region = Arc::new(town().0);
    let measured = |minutes: f64| {
        let assumptions = Assumptions(BTreeMap::from([("care-catchment".to_owned(), minutes)]));
        Baseline::new(region.clone(), Arc::new(Survey::new(&region)), assumptions).measured().clone()
    };
    let [usual, near, far] = [30.0, 5.0, 90.0].map(measured);
    let people: BTreeMap<u32, f32> = usual.field("residents").expect("a field").values.iter().copied().collect();
    let given = |id: &str| -> f64 {
        let values = &usual.field(id).expect("a field").values;
        values.iter().map(|(home, value)| f64::from(people[home]) * f64::from(*value) / 1_000.0).sum()
    };
    let [banded, alike, chosen] = ["care", "care-2sfca", "care-3sfca"].map(given);
    assert!(banded > 0.0 && (alike / banded - 1.0).abs() < 1e-4 && (chosen / banded - 1.0).abs() < 1e-4, "{banded} {alike} {chosen}");
    assert!(usual.field("care").map(|field| &field.values) != usual.field("care-3sfca").map(|field| &field.values));
    // How far a drive counts by 2SFCA is nothing to the others.
    for other in [&near, &far] {
        assert!(["care", "care-3sfca"].iter().all(|id| other.field(id) == usual.field(id)));
        assert!(["care-share", "care-share-3sfca", "care-unmet"].iter().all(|id| other.values[id] == usual.values[id]));
    }
    assert!(near.field("care-2sfca") != usual.field("care-2sfca"), "five minutes lead to fewer clinics");
    assert!(["care-share-2sfca", "care-share-3sfca"].iter().all(|id| (0.0..=100.0).contains(&usual.values[id])));
}

#[test]
fn every_metric_is_made_by_a_model_and_every_value_has_its_metric() {
    let (region, catalog) = town();
    let measured = measured(&region, &catalog, &[]);
    let makers: BTreeSet<&str> = SIMULATIONS.iter().map(|simulation| simulation.id).chain(["money"]).collect();
    let ids: BTreeSet<&str> = METRICS.iter().map(|metric| metric.id).collect();
    assert_eq!(ids.len(), METRICS.len(), "each once");
    assert!(METRICS.len() >= 24, "{}", METRICS.len());
    assert!(METRICS.iter().all(|metric| makers.contains(metric.maker)));
    let spheres: BTreeSet<&str> = METRICS.iter().map(|metric| metric.sphere.name()).collect();
    assert_eq!(spheres.len(), 8, "{spheres:?}");
    assert!(measured.values.keys().all(|id| find(id).is_some()), "{:?}", measured.values);
    assert!(measured.values.values().all(|value| value.is_finite()));
    for (id, outcome) in &measured.outcomes {
        let made: Vec<_> = outcome.values.iter().map(|(metric, _)| find(metric).map(|metric| metric.maker)).collect();
        assert!(made.iter().all(|maker| *maker == Some(*id)), "{id}: {made:?}");
    }
}

#[test]
fn an_empty_region_is_measured_without_a_panic() {
    let measured = measured_empty();
    assert!(measured.values.values().all(|value| value.is_finite()), "{:?}", measured.values);
}

fn measured_empty() -> Measured {
    (**Baseline::new(Arc::default(), Arc::new(Survey::new(&Region::default())), Assumptions::default()).measured()).clone()
}

/// The default scene with its library, its scenarios and what is measured of it as it is.
fn kostanay() -> (Arc<Region>, Catalog, Vec<Scenario>, Baseline) {
    let (region, catalog) = (Arc::new(scene::open("kostanay", &Unwatched).expect("the scene opens").region), library::of_scene(None));
    let templates: Vec<&str> = catalog.templates.iter().map(|template| template.id.as_str()).collect();
    let loaded = scenarios::load("kostanay", None, &templates);
    let all = loaded.scenarios.into_values().map(|stored| stored.scenario).collect();
    let base = Baseline::new(region.clone(), Arc::new(Survey::new(&region)), Assumptions::default());
    (region, catalog, all, base)
}

#[test]
fn the_stories_of_the_default_scene_tell_what_they_should() {
    let (region, catalog, all, base) = kostanay();
    let survey = Survey::new(&region);
    let told = |id: &str| {
        let scenario = all.iter().find(|scenario| scenario.id == id).unwrap_or_else(|| panic!("{id} is carried"));
        let ground = Ground { region: &region, survey: &survey, catalog: &catalog };
        let plan = Plan::new(family::standing(scenario, &all), ground, &Plan::default());
        assert!(plan.faults.is_empty() && !plan.solutions.is_empty(), "{id}: {:?}", plan.faults);
        for resolved in plan.solutions.values() {
            let on = resolved.placed.on.as_deref();
            assert!(on.is_none_or(|on| existing::site(&region, on).is_some()), "{id}: there is no {on:?}");
        }
        base.with(&plan, &catalog)
    };
    let before = base.measured();
    let change = |after: &Measured, id: &str| after.values[id] - before.values[id];

    let buses = told("bus-intervals-14");
    assert!(change(&buses, "transit-subsidy") < -1e8, "money is saved");
    assert!(change(&buses, "transit-wait") > 0.5 && change(&buses, "transit-wait-hours") > 0.0, "people wait longer");
    assert!(change(&buses, "transit-overload") > 0.0, "buses overflow");
    assert_eq!(change(&buses, "trips"), 0.0, "nobody goes anywhere else");
    // Whose journeys use none of those routes, at all times, notices nothing.
    let (old, new) = [before, &Arc::new(buses)].map(|measured| measured.field("transit-minutes").expect("a field").values.clone()).into();
    let same = old.iter().zip(&new).filter(|(old, new)| old == new).count();
    assert!(old.len() == new.len() && same > 1_000 && same < old.len(), "{same} of {} are as they were", old.len());
    assert!(old.iter().zip(&new).all(|(old, new)| new.1 >= old.1), "nobody is sooner there");

    let bridge = told("bridge-closed");
    assert!(change(&bridge, "car-delay") > 10.0 && change(&bridge, "car-minutes") > 0.0);
    let (alone, served) = (told("kunai-2"), told("kunai-2-with-services"));
    assert!(change(&alone, "residents") > 1_000.0 && change(&alone, "school-load") > 0.0 && change(&alone, "reach-clinic") < 0.0);
    for (metric, sign) in [("school-load", -1.0), ("reach-clinic", 1.0), ("reach-school", 1.0), ("reach-kindergarten", 1.0)] {
        assert!((served.values[metric] - alone.values[metric]) * sign > 0.0, "{metric}");
    }
    let villages = told("village-package");
    assert!(change(&villages, "villages-telemedicine") > 0.0 && change(&villages, "internet-share") > 0.0);
    let masts = told("ten-masts");
    assert!(change(&masts, "mobile-villages") > 0.0 && change(&masts, "mobile-people") > 100.0);
    assert!((change(&masts, "capital") - 270e6).abs() < 1.0);
    // A levee that is overtopped is worse than none.
    let [low, high] = ["tobol-levee-low", "tobol-levee"].map(told);
    assert!(change(&low, "flood-houses") > 0.0 && change(&high, "flood-houses") < -500.0);
    // A lower tower takes the sun from fewer, but from some.
    let [low, high] = ["tower-9", "tower-19"].map(told);
    assert!(change(&low, "sun-dwellings-short") > 0.0 && change(&high, "sun-dwellings-short") > change(&low, "sun-dwellings-short"));
}

#[test]
fn an_unedited_copy_of_every_scene_differs_by_nothing() {
    for id in embedded::ids() {
        let region = Arc::new(scene::open(&id, &Unwatched).expect("the scene opens").region);
        let measure = || Baseline::new(region.clone(), Arc::new(Survey::new(&region)), Assumptions::default());
        let (base, copy) = (measure(), measure());
        let copy = copy.with(&Plan::default(), &library::of_scene(None));
        assert_eq!(**base.measured(), copy, "{id}");
    }
}

#[test]
fn journeys_without_a_changed_line_take_exactly_as_long() {
    let (region, _, all, _) = kostanay();
    let changed: BTreeSet<&str> = all
        .iter()
        .find(|scenario| scenario.id == "bus-intervals-14")
        .into_iter()
        .flat_map(|scenario| scenario.own.values())
        .filter_map(|entry| if let Entry::Stands(placed) = entry { placed.on.as_deref() } else { None })
        .collect();
    let assumptions = LineAssumptions::default();
    let survey = Survey::new(&region);
    let zones = Shared::new(&region, &survey, &Assumptions::default()).zones.places();
    let longer = {
        let mut region = (*region).clone();
        for line in region.lines.features.iter_mut().filter(|line| changed.contains(existing::written("lines", line.id).as_str())) {
            line.headway.value *= 2;
        }
        region
    };
    let of = |region: &Region| {
        let found = services(region, &assumptions).value;
        let ground = Walks::new(region, &zones, &assumptions);
        let (graph, strategies) = strategies(&found, &ground, &assumptions);
        (found, ground, graph, strategies)
    };
    let (running, ground, graph, before) = of(&region);
    let after = of(&longer).3;
    // Boardings of changed lines, which strategies may take.
    let is_changed = |line: u32| changed.contains(existing::written("lines", region.lines.features[line as usize].id).as_str());
    let mut waits_longer = BTreeSet::new();
    let mut index = 0;
    for service in &running {
        for _ in 0..if service.there_and_back { 2 } else { 1 } {
            if is_changed(service.line) {
                waits_longer.extend(graph.boarding_arcs(index));
            }
            index += 1;
        }
    }
    let (mut free, mut bound) = (0, 0);
    for (before, after) in before.iter().zip(&after) {
        for zone in 0..ground.zones {
            let start = ground.start(zone) as usize;
            if before.arcs_from(&graph.graph, start as u32).is_disjoint(&waits_longer) {
                assert!(before.time[start] == after.time[start], "{} {}", before.time[start], after.time[start]);
                free += 1;
            } else {
                bound += 1;
            }
        }
    }
    assert!(free > 1_000 && bound > 1_000, "{free} pairs are free of the changed lines, {bound} are not");
}
