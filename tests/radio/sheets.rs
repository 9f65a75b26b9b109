//! Sheets of radio over the ground: they say the same as the model says of who lives there, more masts are more signal, and the ring of a limit
//! lies where physics has it.

use aimaq::twin::catalog::survey::{Home, Survey};
use aimaq::twin::model::building::{Building, BuildingUse};
use aimaq::twin::model::connectivity::{Mast, RadioTechnology};
use aimaq::twin::model::feature::Decimetres;
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::layer::ShapeKind;
use aimaq::twin::model::origin::Sourced;
use aimaq::twin::model::place::{Place, PlaceKind};
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::{Bounds, Position};
use aimaq::twin::model::terrain::{Raster, Terrain};
use aimaq::twin::simulate::assumption::Assumptions;
use aimaq::twin::simulate::cells::Cells;
use aimaq::twin::simulate::radio::field::LIMIT;
use aimaq::twin::simulate::radio::field_sheet::{field, ring};
use aimaq::twin::simulate::radio::receiver::Receivers;
use aimaq::twin::simulate::radio::signal_sheet::signal;
use aimaq::twin::simulate::radio::station::Network;
use aimaq::twin::simulate::shared::Shared;
use aimaq::twin::simulate::sheet::Sheet;
use aimaq::twin::simulate::wanted::Wanted;
use aimaq::twin::simulate::{Setting, simulation};
use std::f64::consts::PI;

/// Villages of 30 houses and masts, so far east of the origin [m].
fn villages(places: &[f64], masts: &[(f64, RadioTechnology)]) -> Region {
    let mut region = Region::default();
    let mut number = 0;
    let mut id = || {
        number += 1;
        FeatureId::new(IdKind::Node, number)
    };
    for east in places {
        let place = Place { id: id(), kind: PlaceKind::Village, population: Sourced::observed(Some(300)), ..Place::default() };
        region.places.push_point(place, Position::from_metres(*east, 0.0));
        for house in 0..30 {
            let (x, y) = (east + f64::from(house % 6) * 90.0 - 225.0, f64::from(house / 6) * 90.0 - 180.0);
            let corners = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)].map(|(a, b)| Position::from_metres(x + a, y + b));
            let building =
                Building { id: id(), usage: Sourced::observed(BuildingUse::House), levels: Sourced::observed(1), ..Building::default() };
            region.buildings.push(building, ShapeKind::Area, [&corners[..]]);
        }
    }
    for (east, technology) in masts {
        let height = Sourced::observed(Decimetres::from_metres(40.0));
        let mast = Mast { id: id(), technology: Sourced::observed(*technology), height, ..Mast::default() };
        region.masts.push_point(mast, Position::from_metres(*east, 5.0));
    }
    region
}

fn network(region: &Region, set: &[(&str, f64)]) -> Network {
    Network::new(region, &assumed(set)).unwrap().value
}

fn assumed(set: &[(&str, f64)]) -> Assumptions {
    Assumptions(set.iter().map(|(id, value)| ((*id).to_owned(), *value)).collect())
}

/// So many cells a side about a place, which lies in the middle of one of them.
fn about([east, north]: [f64; 2], count: usize, side: f64) -> Cells {
    let back = ((count / 2) as f64 + 0.5) * side;
    Cells { origin: [east - back, north - back], columns: count, rows: count, side }
}

/// What the model says of homes: the field of an outcome, and where each home is heard and stands.
fn told(region: &Region, id: &str) -> Vec<(f64, [f64; 2], [f64; 2])> {
    let (survey, assumptions) = (Survey::new(region), Assumptions::default());
    let shared = Shared::new(region, &survey, &assumptions);
    let outcome = (simulation("radio").unwrap().run)(&Setting { region, survey: &survey, assumptions: &assumptions, shared: &shared });
    let homes: Vec<Home> = survey.all_homes().copied().collect();
    let receivers = Receivers::new(&survey, &homes);
    let field = outcome.fields.iter().find(|field| field.id == id).unwrap();
    let of = |(building, value): &(u32, f32)| {
        let receiver = receivers.homes.iter().find(|(home, _)| home == building).unwrap().1;
        let home = homes.iter().find(|home| home.building == *building).unwrap();
        (f64::from(*value), receivers.all[receiver as usize].at, home.at.metres())
    };
    field.values.iter().map(of).collect()
}

fn value(sheet: &Sheet, place: [f64; 2]) -> f64 {
    f64::from(sheet.at(place).unwrap())
}

#[test]
fn the_signal_of_the_ground_is_that_of_who_lives_there() {
    use RadioTechnology::{G4, G5};
    let region = villages(&[0.0, 3_000.0, 21_000.0], &[(0.0, G4), (4_000.0, G5), (9_000.0, G4)]);
    let masts = network(&region, &[]);
    let told = told(&region, "mobile-signal");
    assert_eq!(told.len(), 90);
    for (expected, at, _) in told {
        // Fine cells are nowhere far from the radials; coarse ones are up to half a cell off, which matters little from afar.
        let fine = value(&signal(&region, &masts, about(at, 5, 2.0), &Wanted::default()).unwrap(), at);
        assert!((fine - expected).abs() < 0.3, "{fine} is not {expected} at {at:?}");
        if at[0] > 20_000.0 {
            let coarse = value(&signal(&region, &masts, about(at, 5, 200.0), &Wanted::default()).unwrap(), at);
            assert!((coarse - expected).abs() < 0.5, "{coarse} is not {expected} at {at:?}");
        }
    }
}

#[test]
fn over_hills_the_signal_follows_the_same_ground() {
    let mut region = villages(&[0.0, 3_000.0, 9_000.0], &[(500.0, RadioTechnology::G4)]);
    let cell = 0.000_8;
    let hill = |index: usize| {
        let (row, column) = ((index / 400) as f64, (index % 400) as f64);
        (200.0 + 25.0 * (row / 6.0).sin() * (column / 9.0).cos() + 8.0 * (column / 3.0).sin()) as f32
    };
    let corner = region.frame.geo_from_metres([0.0, 0.0]);
    let raster = Raster {
        west: corner.lon - 200.0 * cell,
        north: corner.lat + 200.0 * cell,
        cell_lon: cell,
        cell_lat: cell,
        columns: 400,
        heights: (0..160_000).map(hill).collect(),
    };
    region.terrain = Terrain::new(vec![raster]);
    let masts = network(&region, &[]);
    let off = told(&region, "mobile-signal")
        .into_iter()
        .map(|(expected, at, _)| (value(&signal(&region, &masts, about(at, 5, 30.0), &Wanted::default()).unwrap(), at) - expected).abs());
    let mut off: Vec<f64> = off.collect();
    off.sort_by(f64::total_cmp);
    assert!(off[off.len() / 2] < 0.5 && off[off.len() - 1] < 4.0, "{off:?}");
}

#[test]
fn one_mast_more_only_raises_the_signal_on_any_number_of_threads() {
    use RadioTechnology::G4;
    let (cells, wanted) = (about([20_000.0, 3_000.0], 60, 1_000.0), Wanted::default());
    let laid = |masts: &[(f64, RadioTechnology)], threads: usize| {
        let region = villages(&[0.0], masts);
        let masts = network(&region, &[]);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| signal(&region, &masts, cells, &wanted)).unwrap()
    };
    let (one, two) = (laid(&[(0.0, G4)], 1), laid(&[(0.0, G4), (25_000.0, G4)], 1));
    let bits = |sheet: &Sheet| sheet.values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
    assert_eq!(bits(&two), bits(&laid(&[(0.0, G4), (25_000.0, G4)], 2)));
    // A mast is not heard farther than 40 km.
    assert!(one.values.iter().any(|value| value.is_nan()) && !one.is_empty());
    let never_less = |(one, two): (&f32, &f32)| one.is_nan() || two >= one;
    assert!(one.values.iter().zip(&two.values).all(never_less));
    assert!(one.values.iter().zip(&two.values).filter(|(one, two)| one.is_nan() && !two.is_nan() || two > one).count() > 500);
}

#[test]
fn where_there_are_no_masts_there_is_nothing_and_nobody_waits_in_vain() {
    let mut region = villages(&[0.0], &[(0.0, RadioTechnology::G4), (0.0, RadioTechnology::Broadcast)]);
    let masts = network(&region, &[]);
    let far = about([90_000.0, 0.0], 20, 500.0);
    assert!(signal(&region, &masts, far, &Wanted::default()).unwrap().is_empty());
    assert!(field(&region, &masts, far, &Wanted::default()).unwrap().is_empty());
    assert_eq!(ring(&region, &masts, LIMIT, far, &Wanted::default()), Some(Vec::new()));
    // Outside of the region nobody knows the masts.
    let near = about([0.0; 2], 20, 100.0);
    region.extent = Bounds { min: [-5_000.0, -5_000.0], max: [0.0, 5_000.0] };
    let half = signal(&region, &masts, near, &Wanted::default()).unwrap();
    assert_eq!((half.at([-300.0, 0.0]).is_some(), half.at([300.0, 0.0])), (true, None));
    let given_up = Wanted::default();
    given_up.give_up();
    assert_eq!(signal(&region, &masts, near, &given_up), None);
    assert_eq!(field(&region, &masts, near, &given_up), None);
    assert_eq!(ring(&region, &masts, LIMIT, near, &given_up), None);
}

#[test]
fn the_field_on_the_ground_is_that_of_a_house_of_one_storey() {
    let region = villages(&[0.0], &[(0.0, RadioTechnology::G4), (150.0, RadioTechnology::G5)]);
    let masts = network(&region, &[]);
    let told = told(&region, "mast-field");
    assert_eq!(told.len(), 30);
    for (expected, _, home) in told {
        let found = value(&field(&region, &masts, about(home, 3, 1.0), &Wanted::default()).unwrap(), home);
        assert!((found / expected - 1.0).abs() < 1e-4, "{found} is not {expected} at {home:?}");
    }
}

#[test]
fn the_ring_lies_where_a_round_antenna_passes_the_limit() {
    let region = villages(&[], &[(0.0, RadioTechnology::G4)]);
    // 1 kW all around: √(P / 4πL), 28.2 m for 0.1 W/m².
    let masts = network(&region, &[("radio-sectors", 1.0)]);
    let radius = (1_000.0 / (4.0 * PI * LIMIT / 100.0)).sqrt();
    for side in [2.0, 8.0] {
        let pieces = ring(&region, &masts, LIMIT, about([3.0, 1.0], 101, side), &Wanted::default()).unwrap();
        for [east, north] in pieces.iter().flatten() {
            let found = east.hypot(north - 5.0);
            assert!((found - radius).abs() < 0.5, "{found} m, not {radius} m, on cells of {side} m");
        }
        let length: f64 = pieces.iter().map(|[a, b]| (a[0] - b[0]).hypot(a[1] - b[1])).sum();
        assert!((length / (2.0 * PI * radius) - 1.0).abs() < 0.04, "{length} m on cells of {side} m");
    }
    // On the ground beneath a mast of 40 m the limit is passed nowhere; and a limit that no antenna reaches has no ring.
    let around = about([0.0, 5.0], 101, 2.0);
    assert!(field(&region, &masts, around, &Wanted::default()).unwrap().values.iter().all(|density| f64::from(*density) < LIMIT));
    assert_eq!(ring(&region, &masts, 10_000.0, around, &Wanted::default()), Some(Vec::new()));
    // Three sectors shine less between them than in their middles.
    let sectors = ring(&region, &network(&region, &[]), LIMIT, around, &Wanted::default()).unwrap();
    let away: Vec<f64> = sectors.iter().flatten().map(|[east, north]| east.hypot(north - 5.0)).collect();
    let (least, most) = away.iter().fold((f64::MAX, 0.0_f64), |(least, most), away| (least.min(*away), most.max(*away)));
    assert!(least < 0.8 * most && (most / radius - 1.0).abs() < 0.05, "{least} to {most} m");
}
