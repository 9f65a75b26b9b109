//! What is measured: an unedited copy differs in nothing, twice the same run gives the same, a change changes what it should.

use aimaq::store::{library, scene};
use aimaq::twin::catalog::Catalog;
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
use aimaq::twin::simulate::SIMULATIONS;
use aimaq::twin::simulate::assumption::Assumptions;
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
        (key, Placed { key, template, points, bearing: 0.0, set: BTreeMap::new(), on: None })
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
