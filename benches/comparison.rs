//! Seconds to measure Kostanay with every model: as it is, with one school more, with each of its stories; each model by itself; advice.

use aimaq::store::{library, scenarios, scene};
use aimaq::twin::advise::shortfall::ranked;
use aimaq::twin::advise::{Question, kind, next};
use aimaq::twin::catalog::survey::Survey;
use aimaq::twin::import::Unwatched;
use aimaq::twin::metrics::baseline::Baseline;
use aimaq::twin::model::space::GeoPoint;
use aimaq::twin::scenario::family;
use aimaq::twin::scenario::placed::Placed;
use aimaq::twin::scenario::resolve::{Ground, Plan};
use aimaq::twin::simulate::SIMULATIONS;
use aimaq::twin::simulate::assumption::Assumptions;
use aimaq::twin::text::Spot;
use criterion::{Criterion, criterion_group, criterion_main};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;

fn measuring(criterion: &mut Criterion) {
    let region = Arc::new(scene::open("kostanay", &Unwatched).expect("the scene opens").region);
    let catalog = library::of_scene(None);
    let survey = Arc::new(Survey::new(&region));
    let templates: Vec<&str> = catalog.templates.iter().map(|template| template.id.as_str()).collect();
    let all: Vec<_> = scenarios::load("kostanay", None, &templates).scenarios.into_values().map(|stored| stored.scenario).collect();
    let template = Spot { value: "school".to_owned(), span: 0..0 };
    let points = vec![GeoPoint { lon: 63.5935, lat: 53.1985 }];
    let school = Placed { key: 1, template, points, bearing: 0.0, set: BTreeMap::new(), on: None, from: None, builds_from: None };
    let ground = Ground { region: &region, survey: &survey, catalog: &catalog };
    let plan = |standing: BTreeMap<u32, Placed>| Plan::new(standing, ground, &Plan::default());
    let mut group = criterion.benchmark_group("comparison");
    group.sample_size(10);
    group.bench_function("baseline", |bencher| {
        bencher.iter(|| black_box(Baseline::new(region.clone(), survey.clone(), Assumptions::default())));
    });
    let base = Baseline::new(region.clone(), survey.clone(), Assumptions::default());
    let with_school = plan([(1, school)].into());
    group.bench_function("school", |bencher| bencher.iter(|| black_box(base.with(&with_school, &catalog))));
    for scenario in &all {
        let built = plan(family::standing(scenario, &all));
        group.bench_function(&scenario.id, |bencher| bencher.iter(|| black_box(base.with(&built, &catalog))));
    }
    group.finish();
    let mut group = criterion.benchmark_group("model");
    group.sample_size(10);
    for simulation in SIMULATIONS {
        group.bench_function(simulation.id, |bencher| bencher.iter(|| black_box((simulation.run)(&base.setting()))));
    }
    group.bench_function("advice", |bencher| {
        bencher.iter(|| black_box(ranked(&base.setting(), &catalog, &|id| base.measured().field(id))));
    });
    let next_schools = Question::new(kind::kind("school").expect("a kind"));
    group.bench_function("next-3-schools", |bencher| bencher.iter(|| black_box(next(&base.setting(), &catalog, &next_schools, 3))));
    group.finish();
}

criterion_group!(benches, measuring);
criterion_main!(benches);
