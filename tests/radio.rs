//! Radio: the published answers of ITM, textbook answers of the simpler models, coverage that is the same as path by path, and bad input that is
//! named.
#![allow(clippy::unwrap_used)]

#[path = "support/material.rs"]
mod material;
#[path = "radio/sheets.rs"]
mod sheets;

use aimaq::i18n::Words;
use aimaq::twin::catalog::survey::Survey;
use aimaq::twin::diagnostic::{Diagnostic, Report};
use aimaq::twin::model::building::{Building, BuildingUse};
use aimaq::twin::model::connectivity::{Mast, RadioTechnology};
use aimaq::twin::model::feature::Decimetres;
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::layer::ShapeKind;
use aimaq::twin::model::names::Language;
use aimaq::twin::model::origin::Sourced;
use aimaq::twin::model::place::{Place, PlaceKind};
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::{Bounds, Position};
use aimaq::twin::simulate::assumption::Assumptions;
use aimaq::twin::simulate::outcome::Outcome;
use aimaq::twin::simulate::radio::antenna::{Beam, Pattern};
use aimaq::twin::simulate::radio::coverage::{Site, coverage};
use aimaq::twin::simulate::radio::field::{Emitter, LIMIT, density, strongest};
use aimaq::twin::simulate::radio::free_space::free_space;
use aimaq::twin::simulate::radio::ground::Ground;
use aimaq::twin::simulate::radio::hata::{Hata, Surroundings};
use aimaq::twin::simulate::radio::itm::{AreaPath, Certainty, Climate, Itm, Polarization, Service, Siting, Terms};
use aimaq::twin::simulate::radio::link::{Channel, shared as shared_rates};
use aimaq::twin::simulate::radio::path::{FreeSpace, PathModel};
use aimaq::twin::simulate::radio::profile::Profile;
use aimaq::twin::simulate::radio::propagation::P1812;
use aimaq::twin::simulate::radio::station::{MOST_SECTORS, Network};
use aimaq::twin::simulate::shared::Shared;
use aimaq::twin::simulate::table::Cell;
use aimaq::twin::simulate::{Setting, simulation};
use material::shared;

/// Numbers of a table of the shared folder; a header has none.
fn rows(path: &str) -> Option<Vec<Vec<f64>>> {
    let text = String::from_utf8(shared(path)?.bytes).unwrap();
    let numbers = |line: &str| line.split(',').map(|cell| cell.trim().parse().ok()).collect::<Option<Vec<f64>>>();
    Some(text.lines().filter_map(numbers).collect())
}

fn certainty(mode: f64, shares: &[f64]) -> Certainty {
    let mode = mode as u8;
    let services = [Service::SingleMessage, Service::Accidental, Service::Mobile, Service::Broadcast];
    Certainty {
        service: services[usize::from(mode % 10)],
        fixed_place: mode / 10 % 2 == 1,
        fixed_situation: mode / 20 == 1,
        time: shares[0],
        places: shares[1],
        situations: shares[2],
    }
}

fn polarization(number: f64) -> Polarization {
    if number == 1.0 { Polarization::Vertical } else { Polarization::Horizontal }
}

/// The answer that a table gives to two digits, and the same to four.
fn assert_answers(loss: f64, [told, exact]: [f64; 2]) {
    assert!((exact - told).abs() < 0.051 && (loss - exact).abs() < 1e-4, "{loss} is not {exact}");
}

#[test]
fn itm_gives_the_published_losses_from_point_to_point() {
    let tables = (rows("acceptance/radio/itm/p2p.csv"), rows("acceptance/radio/itm/pfls.csv"));
    let (Some(cases), Some(profiles)) = tables else { return };
    let exact = [207.6548, 157.1037, 178.5293, 183.2556, 218.9077];
    let warnings = [0, 1024, 0, 0, 1536];
    assert_eq!((cases.len(), profiles.len()), (5, 5));
    for (number, (case, points)) in cases.iter().zip(&profiles).enumerate() {
        let terms = Terms {
            permittivity: case[2],
            conductivity: case[3],
            refractivity: case[4],
            frequency: case[5],
            polarization: polarization(case[6]),
            climate: Climate::of_number(case[7] as u8).unwrap(),
            certainty: certainty(case[11], &case[8..11]),
        };
        let profile = Profile::new(points[1], &points[2..]).unwrap().value;
        let loss = Itm::new(&terms).unwrap().point_to_point([case[0], case[1]], &profile).unwrap();
        assert_answers(loss.total, [case[12], exact[number]]);
        assert_eq!(loss.warnings.bits(), warnings[number], "{loss:?}");
    }
}

#[test]
fn itm_gives_the_published_losses_over_an_area() {
    let Some(cases) = rows("acceptance/radio/itm/area.csv") else { return };
    let exact = [152.5052, 133.0482, 224.0971, 205.0695, 155.9746];
    assert_eq!(cases.len(), 5);
    for (case, exact) in cases.iter().zip(exact) {
        let terms = Terms {
            permittivity: case[7],
            conductivity: case[8],
            refractivity: case[9],
            frequency: case[10],
            polarization: polarization(case[11]),
            climate: Climate::of_number(case[12] as u8).unwrap(),
            certainty: certainty(case[3], &case[13..16]),
        };
        let siting = |number: f64| [Siting::Random, Siting::Careful, Siting::VeryCareful][number as usize];
        let area = AreaPath {
            kilometres: case[4],
            heights: [case[0], case[1]],
            siting: [siting(case[5]), siting(case[6])],
            irregularity: case[2],
        };
        assert_answers(Itm::new(&terms).unwrap().area(&area).unwrap().total, [case[16], exact]);
    }
}

/// Hills of 30 m; some houses where they are asked for; a lake that nobody measured where `void` says so.
fn hills(side: usize, houses: bool, void: bool) -> Ground {
    let cells = || (0..side * side).map(|cell| ((cell / side) as f64, (cell % side) as f64));
    let hill = |(row, column): (f64, f64)| (180.0 + 20.0 * (row / 9.0).sin() * (column / 14.0).cos() + 10.0 * (column / 5.0).sin()) as f32;
    let mut heights: Vec<f32> = cells().map(hill).collect();
    if void {
        heights.iter_mut().skip(side * side / 3).take(side).for_each(|height| *height = f32::NAN);
    }
    let house = |(row, column): (f64, f64)| if row % 10.0 < 3.0 && column % 8.0 < 4.0 { 9.0 } else { 0.0 };
    let clutter = if houses { cells().map(house).collect() } else { Vec::new() };
    Ground { west: 0.0, north: 50.0 * side as f64, cell: 50.0, columns: side, heights, clutter }
}

const SITE: Site = Site { at: [2_510.0, 3_033.0], height: 40.0, receiver: 1.5, reach: 50_000.0 };

/// ITM asked path by path, without going on from one receiver to the next.
#[derive(Debug)]
struct PathByPath(Itm);

impl PathModel for PathByPath {
    fn loss(&self, heights: [f64; 2], profile: &Profile) -> Result<f64, Diagnostic> {
        self.0.loss(heights, profile)
    }
}

#[test]
fn coverage_is_what_itm_says_path_by_path_on_any_number_of_threads() {
    let itm = Itm::new(&Terms::temperate(800.0)).unwrap();
    for houses in [false, true] {
        let ground = hills(120, houses, false);
        let swept = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| coverage(&ground, &SITE, &itm)).unwrap()
        };
        let Report { value: one, notes } = swept(1);
        assert_eq!((&one, notes.len()), (&swept(3).value, 0));
        let paths = coverage(&ground, &SITE, &PathByPath(itm)).unwrap().value;
        for (swept, path) in one.losses.iter().zip(&paths.losses) {
            assert!((swept - path).abs() < 0.01, "{swept} is not {path}");
        }
        let [least, most] = [f32::min, f32::max].map(|of| one.losses.iter().copied().reduce(of).unwrap());
        assert!((60.0..90.0).contains(&least) && (110.0..200.0).contains(&most), "{least} to {most} dB");
    }
}

#[test]
fn coverage_names_bad_input_and_computes_the_rest() {
    let itm = Itm::new(&Terms::temperate(800.0)).unwrap();
    let code = |ground: &Ground, site: &Site| coverage(ground, site, &itm).unwrap_err().code;
    let ground = hills(40, false, false);
    for (site, expected) in [
        (Site { at: [-1_000.0, 0.0], ..SITE }, "radio-mast-outside"),
        (Site { at: [f64::NAN, 0.0], ..SITE }, "radio-mast-outside"),
        (Site { height: -3.0, ..SITE }, "radio-value-odd"),
        (Site { receiver: f64::NAN, ..SITE }, "radio-value-odd"),
        (Site { reach: 0.0, ..SITE }, "radio-value-odd"),
    ] {
        assert_eq!(code(&ground, &site), expected, "{site:?}");
    }
    let at = Site { at: [25.0, 25.0], ..SITE };
    assert_eq!(code(&Ground { columns: 1, heights: vec![1.0], ..hills(1, false, false) }, &at), "radio-ground-small");
    assert_eq!(code(&Ground { columns: 0, ..hills(1, false, false) }, &at), "radio-ground-odd");
    assert_eq!(code(&Ground { columns: 7, ..hills(10, false, false) }, &at), "radio-ground-odd");
    // Where the ground is not known it goes on in a straight line; that is told.
    let Report { value, notes } = coverage(&hills(40, true, true), &Site { at: [999.0, 1_001.0], ..SITE }, &itm).unwrap();
    assert_eq!(notes.iter().map(|note| note.code).collect::<Vec<_>>(), ["radio-ground-voids"]);
    assert!(value.losses.iter().all(|loss| loss.is_finite()) && value.elevations.iter().all(|angle| angle.is_finite()));
    let unknown = Ground { heights: vec![f32::NAN; 1_600], ..hills(40, false, false) };
    let level = coverage(&unknown, &Site { at: [999.0, 1_001.0], ..SITE }, &itm).unwrap().value;
    assert!(level.losses.iter().all(|loss| loss.is_finite()));
}

#[test]
fn profiles_and_terms_that_are_none_are_named() {
    let code = |found: Result<f64, Diagnostic>| found.unwrap_err().code;
    for points in [&[][..], &[100.0]] {
        assert_eq!(Profile::new(30.0, points).unwrap_err().code, "radio-profile-short");
    }
    let ground = [100.0, f64::NAN, 104.0, f64::INFINITY];
    let Report { value: profile, notes } = Profile::new(30.0, &ground).unwrap();
    assert_eq!((profile.ground(), notes[0].code), (&[100.0, 102.0, 104.0, 104.0][..], "radio-ground-voids"));
    assert_eq!(Profile::new(0.0, &ground).unwrap_err().code, "radio-value-odd");
    let itm = Itm::new(&Terms::temperate(2_100.0)).unwrap();
    for heights in [[0.2, 1.5], [-5.0, 1.5], [30.0, f64::NAN], [4_000.0, 1.5]] {
        assert_eq!(code(itm.loss(heights, &profile)), "radio-value-odd", "{heights:?}");
    }
    for frequency in [0.0, -1.0, f64::NAN, 30_000.0] {
        assert_eq!(Itm::new(&Terms::temperate(frequency)).unwrap_err().code, "radio-value-odd");
        assert_eq!(Hata::new(frequency, 30.0, 1.5, Surroundings::Open).unwrap_err().code, "radio-value-odd");
    }
}

#[test]
fn any_profile_has_a_loss() {
    let itm = Itm::new(&Terms::temperate(800.0)).unwrap();
    let mut state = 7u64;
    let mut random = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / f64::from(1u32 << 31)
    };
    for _ in 0..5_000 {
        let (count, rough) = (2 + (random() * 60.0) as usize, random() * random() * 2_000.0);
        let ground: Vec<f64> = (0..count).map(|_| random() * rough).collect();
        let profile = Profile::new(1.0 + random() * 3_000.0, &ground).unwrap().value;
        let heights = [0.5 + random() * 300.0, 0.5 + random() * 30.0];
        match itm.loss(heights, &profile) {
            Ok(loss) => assert!(loss.is_finite() && loss > -50.0, "{loss} dB over {profile:?}"),
            Err(diagnostic) => panic!("{diagnostic} over {profile:?}"),
        }
    }
}

#[test]
fn textbook_losses_come_out() {
    // 900 MHz over 10 km: 32.45 + 59.08 + 20.
    assert!((free_space(900.0, 10_000.0) - 111.53).abs() < 0.01);
    let profile = [0.0; 11];
    let loss = FreeSpace(900.0).loss([30.0, 1.5], &Profile::new(1_000.0, &profile).unwrap().value).unwrap();
    assert!((loss - 111.53).abs() < 0.01);
    // Hata by hand: 900 MHz, 30 m, 1.5 m, 1 km in a town, in a suburb and in open country; COST 231 at 1,800 MHz in a large city.
    let hata = |frequency, surroundings| {
        let Report { value, notes } = Hata::new(frequency, 30.0, 1.5, surroundings).unwrap();
        (value.at(1_000.0), value.at(10_000.0) - value.at(1_000.0), notes.len())
    };
    for (frequency, surroundings, expected) in [
        (900.0, Surroundings::Town, 126.40),
        (900.0, Surroundings::Suburb, 116.46),
        (900.0, Surroundings::Open, 97.90),
        (1_800.0, Surroundings::LargeCity, 139.20),
    ] {
        let (loss, decade, notes) = hata(frequency, surroundings);
        assert!((loss - expected).abs() < 0.02 && (decade - 35.22).abs() < 0.01 && notes == 0, "{surroundings:?}: {loss}, {decade}");
    }
    assert_eq!(Hata::new(3_500.0, 30.0, 1.5, Surroundings::Town).unwrap().notes[0].code, "radio-hata-beyond");
}

#[test]
fn a_sector_loses_half_its_power_at_the_edge_of_its_beam() {
    let sectors = Pattern::sectors(3, Beam::ACROSS, Beam { tilt: 4.0, ..Beam::UPRIGHT });
    let gain = |sector: usize, azimuth: f64, elevation: f64| sectors[sector].gain(azimuth, elevation);
    assert_eq!((gain(0, 0.0, -4.0), gain(1, 120.0, -4.0), gain(2, 240.0, -4.0)), (0.0, 0.0, 0.0));
    for (azimuth, elevation) in [(35.0, -4.0), (325.0, -4.0), (0.0, 1.0), (0.0, -9.0)] {
        assert!((gain(0, azimuth, elevation) + 3.0).abs() < 1e-9, "{azimuth}° {elevation}°");
    }
    assert_eq!((gain(0, 180.0, -4.0), gain(0, 180.0, 80.0)), (-25.0, -25.0));
    let tilted = sectors[1].tilted(9.0);
    assert_eq!((tilted.gain(120.0, -9.0), tilted.gain(120.0, -4.0)), (0.0, -3.0), "half a beam beside");
    assert_eq!(Pattern::sectors(0, Beam::ACROSS, Beam::UPRIGHT).len(), 1);
    assert_eq!(Pattern::Round(Beam { width: 0.0, ..Beam::ACROSS }).check().unwrap_err().code, "radio-value-odd");
}

const CHANNEL: Channel = Channel { bandwidth: 20.0, noise_figure: 9.0, efficiency: 0.6, most: 4.4, least_sinr: -10.0, load: 1.0 };

#[test]
fn links_are_as_fast_as_shannon_allows() {
    // 46 dBm on the 1,200 subcarriers of 20 MHz.
    assert!((CHANNEL.on_element(46.0) - 15.21).abs() < 0.01 && (CHANNEL.noise() + 123.21).abs() < 0.01);
    let only = CHANNEL.link(&[-103.0]).unwrap();
    assert!((only.sinr - 20.21).abs() < 0.01 && (only.alone - 0.6 * 20.0 * (1.0 + 10f64.powf(only.sinr / 10.0)).log2()).abs() < 1e-9);
    let amid = CHANNEL.link(&[-100.0, -97.0, f64::NEG_INFINITY]).unwrap();
    assert_eq!((amid.sector, amid.rsrp), (1, -97.0));
    assert!((amid.sinr - 2.98).abs() < 0.01, "{amid:?}");
    assert_eq!((CHANNEL.rate(60.0), CHANNEL.rate(-10.1)), (88.0, 0.0));
    assert_eq!((CHANNEL.link(&[]), CHANNEL.link(&[f64::NEG_INFINITY, f64::NAN])), (None, None));
    // 500 people of whom one in a hundred is served at the same moment: five share the sector; one alone has it all.
    let people = [Some((only, 300.0)), Some((only, 200.0)), Some((amid, 10.0)), None];
    let rates = shared_rates(&people, 2, 0.01);
    assert_eq!(rates, [only.alone / 5.0, only.alone / 5.0, amid.alone, 0.0]);
    for bandwidth in [0.0, -5.0, f64::NAN] {
        assert_eq!(Channel { bandwidth, ..CHANNEL }.check().unwrap_err().code, "radio-value-odd");
    }
}

#[test]
fn fields_of_antennas_add_up_to_the_limit_at_their_ring() {
    // 1 kW EIRP has 10 µW/cm² at √(1000 / 4π · 0.1) = 28.2 m.
    let antenna =
        |east: f64| Emitter { at: [east, 0.0, 30.0], power: 1_000.0, pattern: Pattern::Round(Beam { tilt: 0.0, ..Beam::UPRIGHT }) };
    let one = antenna(0.0);
    assert!((one.ring(LIMIT) - 28.21).abs() < 0.01);
    assert!((one.density([one.ring(LIMIT), 0.0, 30.0]) - LIMIT).abs() < 1e-9);
    let pair = [antenna(-40.0), antenna(40.0)];
    assert!((density(&pair, [0.0, 0.0, 30.0]) - 2.0 * one.density([40.0, 0.0, 30.0])).abs() < 1e-9);
    // Of nine storeys of 3 m the ninth begins at 24 m: a head there is nearest to the antenna's height.
    let (most, storey) = strongest(&pair, [0.0, 0.0, 0.0], 9, 3.0);
    assert!(storey == 9 && most > density(&pair, [0.0, 0.0, 1.8]), "{most} on storey {storey}");
    assert!(one.density(one.at).is_finite());
    assert_eq!(Emitter { power: f64::NAN, ..one }.check().unwrap_err().code, "radio-value-odd");
    assert_eq!(Emitter { power: 0.0, ..one }.ring(LIMIT), 0.0);
}

/// Two villages of 600 and 400 people, 30 km from each other, with masts of some generations at them.
fn villages(masts: &[(f64, RadioTechnology)]) -> Region {
    let mut region = Region::default();
    let mut number = 0;
    let mut id = || {
        number += 1;
        FeatureId::new(IdKind::Node, number)
    };
    for (east, people) in [(0.0, 600), (30_000.0, 400)] {
        let place = Place { id: id(), kind: PlaceKind::Village, population: Sourced::observed(Some(people)), ..Place::default() };
        region.places.push_point(place, Position::from_metres(east, 0.0));
        for house in 0..40 {
            let (x, y) = (east + f64::from(house % 8) * 40.0 - 140.0, f64::from(house / 8) * 40.0 - 80.0);
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

fn told(region: &Region, assumptions: &Assumptions) -> Outcome {
    let survey = Survey::new(region);
    let shared = Shared::new(region, &survey, assumptions);
    (simulation("radio").unwrap().run)(&Setting { region, survey: &survey, assumptions, shared: &shared })
}

#[test]
fn masts_look_half_the_way_to_the_next_one() {
    let g4 = RadioTechnology::G4;
    let region = villages(&[(0.0, g4), (1_600.0, g4), (30_000.0, g4), (30_150.0, g4), (15_000.0, RadioTechnology::G2)]);
    let network = Network::new(&region, &Assumptions::default()).unwrap().value;
    let tilts: Vec<[f64; 3]> = network.stations.iter().map(|station| [0, 1, 2].map(|sector| station.tilts[sector])).collect();
    // Antennas at 40 m, 800 m to where they look; at 75 m they would look too steeply. Nothing but open country lies before a sector to the
    // north, and a mast without data is no neighbour.
    let (half, open) = ((40.0f64 / 800.0).atan().to_degrees(), Beam::UPRIGHT.tilt);
    let expected = [[open, half, open], [open, open, half], [open, 15.0, open], [open, open, 15.0]];
    assert!(tilts.as_flattened().iter().zip(expected.as_flattened()).all(|(tilt, expected)| (tilt - expected).abs() < 1e-9), "{tilts:?}");
    let eastward = network.sectors_of(2).nth(1).unwrap();
    assert!(eastward.gain(120.0, -15.0) > eastward.gain(120.0, -2.0));
    let alone = Network::new(&villages(&[(0.0, g4)]), &Assumptions::default()).unwrap().value;
    assert_eq!(alone.stations[0].tilts, [Beam::UPRIGHT.tilt; MOST_SECTORS], "in open country");
}

#[test]
fn a_mast_covers_its_village_and_a_second_one_the_next() {
    let usual = Assumptions::default();
    let value = |outcome: &Outcome, id: &str| outcome.values.iter().find(|(metric, _)| *metric == id).and_then(|(_, value)| *value);
    let codes = |outcome: &Outcome| outcome.notes.iter().map(|note| note.code).collect::<Vec<_>>();
    for masts in [&[][..], &[(0.0, RadioTechnology::G2), (0.0, RadioTechnology::Broadcast)]] {
        let nobody_knows = told(&villages(masts), &usual);
        assert_eq!((nobody_knows.values.len(), codes(&nobody_knows)), (0, vec!["radio-no-masts"]));
    }
    let one = told(&villages(&[(0.0, RadioTechnology::G4)]), &usual);
    let two = told(&villages(&[(0.0, RadioTechnology::G4), (30_000.0, RadioTechnology::G4)]), &usual);
    assert_eq!(codes(&two), ["radio-no-elevation"]);
    assert_eq!([&one, &two].map(|outcome| value(outcome, "mobile-villages")), [Some(1.0), Some(2.0)]);
    let [alone, both] = [&one, &two].map(|outcome| value(outcome, "mobile-people").unwrap());
    assert!((alone - 600.0).abs() < 1.0 && (both - 1_000.0).abs() < 1.0, "{alone}, {both}");
    assert_eq!(value(&two, "mobile-people-fast"), Some(0.0), "20 MHz of 4G never make 100 Mbit/s");
    // A mast among houses: the limit is reached nowhere near the ground, but something is.
    assert_eq!(value(&two, "mast-field-people"), Some(0.0));
    assert!((0.01..10.0).contains(&value(&two, "mast-field-most").unwrap()));
    assert_eq!(
        two.fields.iter().map(|field| (field.id, field.values.len())).collect::<Vec<_>>(),
        [("mobile-rate", 80), ("mobile-signal", 80), ("mast-field", 80)]
    );
    assert!(two.fields.iter().flat_map(|field| &field.values).all(|(_, value)| value.is_finite()));
    // Where everybody is served at once, nobody has enough.
    let crowd = Assumptions([("radio-online".to_owned(), 100.0)].into());
    let slow = told(&villages(&[(0.0, RadioTechnology::G4)]), &crowd);
    assert_eq!(value(&slow, "mobile-people"), Some(0.0));
}

#[test]
fn any_of_the_models_can_stand_behind_the_links() {
    let region = villages(&[(0.0, RadioTechnology::G4)]);
    let signal = |model: f64| {
        let outcome = told(&region, &Assumptions([("radio-propagation".to_owned(), model)].into()));
        let levels = &outcome.fields.iter().find(|field| field.id == "mobile-signal").unwrap().values;
        let near: Vec<f32> = levels.iter().take(40).map(|(_, level)| *level).collect();
        assert!(near.len() == 40 && near.iter().all(|level| (-140.0..0.0).contains(level)), "{model}: {near:?}");
        (levels.clone(), outcome.notes.iter().map(|note| note.code).collect::<Vec<_>>())
    };
    let [itm, p1812, hata, free] = [1.0, 2.0, 3.0, 4.0].map(signal);
    // In the other village, 30 km away, all but free space lose more: by how much they differ is their own.
    let far = |(levels, _): &(Vec<(u32, f32)>, Vec<&str>)| f64::from(levels[60].1);
    assert!([&itm, &p1812, &hata].iter().all(|model| far(model) < far(&free) - 3.0), "{} {} {}", far(&itm), far(&p1812), far(&hata));
    assert!(itm.0 != p1812.0 && p1812.0 != hata.0);
    // 3,500 MHz of the fifth generation are beyond Hata; nothing else is.
    assert!(hata.1.contains(&"radio-hata-beyond") && !itm.1.contains(&"radio-hata-beyond"));
    let low = Assumptions([("radio-propagation".to_owned(), 2.0), ("radio-receiver-height".to_owned(), 0.5)].into());
    let outcome = told(&region, &low);
    assert_eq!((outcome.values.len(), outcome.notes[0].code), (0, "p1812-value-odd"));
}

#[test]
fn p1812_along_a_profile_is_that_of_the_recommendation() {
    let model = P1812::new(800.0, [30.0, 1.5], 53.2).unwrap();
    let heights = [0.0; 12];
    // Of two points, and of more on the same level ground: the same.
    let coarse = model.loss([30.0, 1.5], &Profile::new(4_000.0, &heights[..2]).unwrap().value).unwrap();
    let fine = model.loss([30.0, 1.5], &Profile::new(1_000.0, &heights[..5]).unwrap().value).unwrap();
    assert!((coarse - fine).abs() < 1e-9, "{coarse} is not {fine}");
    assert!(coarse >= free_space(800.0, 4_000.0) - 1.0, "{coarse}");
    // Nearer than the Recommendation goes, free space.
    let near = Profile::new(50.0, &heights[..3]).unwrap().value;
    assert_eq!(model.loss([30.0, 1.5], &near), FreeSpace(800.0).loss([30.0, 1.5], &near));
    assert_eq!(model.loss([0.2, 1.5], &near).unwrap_err().code, "p1812-value-odd");
}

#[test]
fn every_village_is_told_of_with_its_mast_and_speed() {
    let outcome = told(&villages(&[(0.0, RadioTechnology::G2), (0.0, RadioTechnology::G4)]), &Assumptions::default());
    let table = outcome.tables.iter().find(|table| table.id == "villages").unwrap();
    let ids: Vec<&str> = table.columns.iter().map(|column| column.id).collect();
    assert_eq!(ids[..5], ["residents", "covered", "covered-people", "mast", "mobile-speed"]);
    assert_eq!(table.rows.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [0, 1]);
    let (near, far) = (&table.rows[0].1, &table.rows[1].1);
    assert_eq!((near[1], near[3]), (Cell::Is(true), Cell::Feature("masts", 1)), "the second mast of the layer carries data");
    assert_eq!((far[1], far[2], far[5]), (Cell::Is(false), Cell::Number(0.0), Cell::Is(false)));
    assert!(matches!(near[4], Cell::Number(speed) if speed >= 5.0) && near[6] == Cell::Unknown);
    for language in Language::ALL {
        let words = Words::new(language);
        assert!(table.columns.iter().all(|column| words.has(&format!("column-{}", column.id))) && words.has("table-villages"));
    }
}

#[test]
fn a_mast_outside_of_the_region_is_named() {
    let mut region = villages(&[(0.0, RadioTechnology::G4), (90_000.0, RadioTechnology::G4)]);
    region.extent = Bounds { min: [-1_000.0; 2], max: [31_000.0, 1_000.0] };
    let outcome = told(&region, &Assumptions::default());
    assert!(outcome.notes.iter().any(|note| note.code == "radio-masts-outside"));
    assert!(outcome.values.iter().any(|(id, value)| *id == "mobile-villages" && *value == Some(1.0)), "the rest is computed");
}
