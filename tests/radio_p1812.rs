//! Radio paths by Recommendation ITU-R P.1812: the published validation profiles equation by equation, what is refused, and what always holds.
#![allow(clippy::unwrap_used)]

#[path = "support/material.rs"]
mod material;

use aimaq::i18n::Words;
use aimaq::twin::diagnostic::Diagnostic;
use aimaq::twin::model::names::Language;
use aimaq::twin::simulate::radio::p1812::bullington::Ray;
use aimaq::twin::simulate::radio::p1812::climate::centre_latitude;
use aimaq::twin::simulate::radio::p1812::location::deviation;
use aimaq::twin::simulate::radio::p1812::{Fault, Link, Path, Polarisation, Quantity, Zone, predict};
use aimaq::twin::verify::Check;
use aimaq::twin::verify::p1812::{self, DISTANCES, GROUND, LINK};
use material::shared;
use proptest::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeSet;

const FOLDER: &str = "acceptance/radio/p1812";

/// Names of the files in a folder of the published material; none where it is not there.
fn names(folder: &str, ending: &str) -> BTreeSet<String> {
    let entries = std::fs::read_dir(format!("../shared/{FOLDER}/{folder}")).into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.strip_suffix(ending)?.to_owned())).collect()
}

#[test]
fn every_published_path_agrees_equation_by_equation() {
    let Some(_) = shared(&format!("{FOLDER}/profiles/b2iseac.csv")) else { return };
    let logs = names("results", "_log.csv");
    assert!(logs.len() >= 36, "{} logs", logs.len());
    let text = |path: String| String::from_utf8(shared(&format!("{FOLDER}/{path}")).unwrap().bytes).unwrap();
    let asked = RefCell::new(BTreeSet::new());
    for name in names("profiles", ".csv") {
        let log = |measurement: usize| {
            let log = format!("{name}_{measurement}");
            let found = text(format!("results/{log}_log.csv"));
            assert!(asked.borrow_mut().insert(log));
            Ok(found)
        };
        let found = p1812::profile(&name, &text(format!("profiles/{name}.csv")), &log);
        assert_eq!(found.notes, [], "{name}");
        check(&found.checks);
    }
    assert_eq!(asked.into_inner(), logs, "logs of no profile");
}

/// The loss, and the value on the way to it that is off the most: within a millionth.
fn check(checks: &[Check]) {
    assert!(!checks.is_empty());
    for check in checks {
        assert!(check.holds() && check.tolerance == 1e-6, "{check:?}");
    }
}

#[test]
fn a_log_says_what_a_profile_does_not() {
    let text = |path: &str| Some(String::from_utf8(shared(&format!("{FOLDER}/{path}"))?.bytes).unwrap());
    let (Some(profile), Some(log)) = (text("profiles/b2iseac.csv"), text("results/b2iseac_1_log.csv")) else { return };
    let checks = |from: &str, to: &str| {
        assert!(log.contains(from), "{from}");
        // The second measurement alone is asked about: the others have no log of their own here.
        let log = |number: usize| if number == 1 { Ok(log.replace(from, to)) } else { Err(Diagnostic::error("verify-empty")) };
        p1812::profile("b2iseac", &profile, &log).checks
    };
    let found = |from: &str, to: &str| checks(from, to)[0].found;
    let median = found("pL (%),,,50,\nsigmaL (dB),,,0,", "pL (%),,,50,\nsigmaL (dB),,,5.5,");
    let most = found("pL (%),,,50,\nsigmaL (dB),,,0,", "pL (%),,,90,\nsigmaL (dB),,,5.5,");
    assert!((most - median - 5.5 * 1.281_55).abs() < 5e-3, "{median} {most}");
    // At a coast ducts carry further than the log has it for an inland path.
    let [_, at_coast] = &checks("dct (km) ,,,500,\ndcr (km) ,,,500,", "dct (km) ,,,0,\ndcr (km) ,,,0,")[..] else { panic!() };
    assert!(at_coast.difference().is_finite() && !at_coast.holds(), "{at_coast:?}");
    // Ten digits tell no more than half of the last one.
    let holds = |radius: &str| checks("8930.776786", radius).iter().all(Check::holds);
    assert!(holds("8930.776786") && holds("8930.776789") && !holds("8930.776806"));
}

#[test]
fn a_published_kilometre_agrees_by_itself() {
    let checks = p1812::shipped().unwrap();
    assert_eq!(checks.iter().map(|check| check.expected).collect::<Vec<_>>(), [87.038_543_30, 87.302_681_22, 87.489_871_04]);
    check(&checks);
}

#[test]
fn locations_spread_the_loss_about_its_median() {
    let amid = deviation(600.0, 100.0, 7.0, 10.0).unwrap();
    assert!((amid - 1.940_3).abs() < 1e-4, "{amid}");
    assert!((deviation(600.0, 100.0, 15.0, 10.0).unwrap() - amid / 2.0).abs() < 1e-12);
    assert_eq!(deviation(600.0, 100.0, 20.0, 10.0), Ok(0.0));

    // A wall in the way, so that nothing reaches down to what line of sight allows.
    let ground = [100.0, 100.0, 100.0, 600.0, 100.0, 100.0];
    let loss = |zones: &[Zone], locations: f64| {
        let path = Path::new(&DISTANCES, &ground, &[], zones).unwrap();
        predict(&path, &Link { locations, deviation: 5.5, ..LINK }).unwrap().loss
    };
    let [least, median, most] = [10.0, 50.0, 90.0].map(|locations| loss(&[], locations));
    // 1.2816 is the normal quantile of 90 %; the Recommendation's approximation is good to 4.5e-4.
    assert!((median - least - 5.5 * 1.281_55).abs() < 5e-3 && (most - median - 5.5 * 1.281_55).abs() < 5e-3, "{least} {median} {most}");
    let at_sea = [10.0, 90.0].map(|locations| loss(&[Zone::Sea; 6], locations));
    assert_eq!(at_sea[0].to_bits(), at_sea[1].to_bits(), "nothing varies at sea");
}

#[test]
fn what_is_no_profile_is_refused() {
    let path = |distances: &[f64], ground: &[f64], clutter: &[f64], zones: &[Zone]| {
        Path::new(distances, ground, clutter, zones).map(|path| path.length()).unwrap_err()
    };
    let odd = |quantity, value| Fault::OutOfRange { quantity, value };
    assert_eq!(path(&DISTANCES[..4], &GROUND[..4], &[], &[]), Fault::TooFewPoints { points: 4 });
    assert_eq!(path(&[], &[], &[], &[]), Fault::TooFewPoints { points: 0 });
    assert_eq!(path(&DISTANCES, &GROUND[..5], &[], &[]), Fault::Lengths { distances: 6, values: 5 });
    assert_eq!(path(&DISTANCES, &GROUND, &[0.0; 7], &[]), Fault::Lengths { distances: 6, values: 7 });
    assert_eq!(path(&DISTANCES, &GROUND, &[], &[Zone::Inland]), Fault::Lengths { distances: 6, values: 1 });
    assert_eq!(path(&[0.0, 0.2, 0.2, 0.6, 0.8, 1.0], &GROUND, &[], &[]), Fault::NotRising { point: 2 });
    assert_eq!(path(&[0.0, 0.2, f64::NAN, 0.6, 0.8, 1.0], &GROUND, &[], &[]), Fault::NotRising { point: 2 });
    assert_eq!(path(&[0.0, 0.2, 0.4, 0.6, 0.8, f64::INFINITY], &GROUND, &[], &[]), Fault::NotRising { point: 5 });
    assert_eq!(path(&[0.1, 0.2, 0.4, 0.6, 0.8, 1.0], &GROUND, &[], &[]), Fault::NotRising { point: 0 });
    assert_eq!(path(&DISTANCES.map(|far| far / 10.0), &GROUND, &[], &[]), odd(Quantity::Length, 0.1));
    assert_eq!(path(&DISTANCES, &[0.0, 0.0, 0.0, 9_500.0, 0.0, 0.0], &[], &[]), odd(Quantity::Ground, 9_500.0));
    assert_eq!(path(&DISTANCES, &GROUND, &[0.0, 0.0, -1.0, 0.0, 0.0, 0.0], &[]), odd(Quantity::Clutter, -1.0));
}

#[test]
fn what_the_method_does_not_cover_is_refused_and_said() {
    let path = Path::new(&DISTANCES, &GROUND, &[], &[]).unwrap();
    for (quantity, link) in [
        (Quantity::Frequency, Link { frequency: 29.9, ..LINK }),
        (Quantity::Frequency, Link { frequency: 6_000.1, ..LINK }),
        (Quantity::Time, Link { time: 0.9, ..LINK }),
        (Quantity::Time, Link { time: 50.1, ..LINK }),
        (Quantity::Locations, Link { locations: 100.0, ..LINK }),
        (Quantity::Deviation, Link { deviation: -1.0, ..LINK }),
        (Quantity::AntennaHeight, Link { heights: [0.5, 7.0], ..LINK }),
        (Quantity::AntennaHeight, Link { heights: [60.0, f64::NAN], ..LINK }),
        (Quantity::Coast, Link { coast: [f64::INFINITY, 0.0], ..LINK }),
        (Quantity::LapseRate, Link { lapse_rate: 157.0, ..LINK }),
        (Quantity::Refractivity, Link { refractivity: f64::NAN, ..LINK }),
        (Quantity::Latitude, Link { latitude: 91.0, ..LINK }),
    ] {
        let fault = predict(&path, &link).unwrap_err();
        assert!(matches!(fault, Fault::OutOfRange { quantity: found, .. } if found == quantity), "{fault:?}");
        let said = Words::new(Language::English).diagnostic(&Diagnostic::from(fault));
        assert!(said.contains("P.1812") && !said.contains("NaN"), "{said}");
    }
    assert!(deviation(f64::NAN, 100.0, 7.0, 10.0).is_err());
    assert!(centre_latitude([f64::NAN, 0.0], [0.0, 0.0], 1.0).is_err());
}

#[test]
fn ground_that_just_touches_the_ray_is_a_knife_edge_in_it() {
    // The two slopes to the point are level, so that Bullington's edge would lie nowhere.
    let ray = Ray { length: 0.5, antennas: [10.0, 10.0], radius: 8_000.0, wavelength: 0.3 };
    let touching = 10.0 - 500.0 * (1.0 / 8_000.0) * 0.25 * 0.25;
    let loss = ray.bullington([(0.125, -50.0), (0.25, touching), (0.375, -50.0)].into_iter());
    let edge = 6.9 + 20.0 * (1.01_f64.sqrt() - 0.1).log10();
    let expected = edge + (1.0 - (-edge / 6.0).exp()) * (10.0 + 0.02 * 0.5);
    assert!((loss - expected).abs() < 1e-6, "{loss}, expected {expected}");
}

proptest! {
    #[test]
    fn any_sound_path_has_a_loss_and_never_less_than_line_of_sight_allows(
        steps in prop::collection::vec(0.06..40.0_f64, 4..40),
        heights in prop::collection::vec(prop_oneof![3 => 0.0..300.0_f64, 1 => -500.0..9_000.0_f64, 1 => Just(0.0)], 41),
        clutter in prop::collection::vec(prop_oneof![Just(0.0), 0.0..60.0_f64], 41),
        zones in prop::collection::vec(prop_oneof![Just(Zone::Sea), Just(Zone::Coast), Just(Zone::Inland)], 41),
        (frequency, time, locations) in (30.0..6_000.0_f64, 1.0..50.0_f64, 1.0..99.0_f64),
        (antennas, vertical) in ([1.0..3_000.0_f64, 1.0..100.0_f64], any::<bool>()),
        (lapse_rate, refractivity, latitude) in (1.0..150.0_f64, 200.0..500.0_f64, -90.0..90.0_f64),
    ) {
        let distances: Vec<f64> = std::iter::once(0.0).chain(steps.iter().scan(0.1, |far, step| { *far += step; Some(*far) })).collect();
        let points = distances.len();
        let path = Path::new(&distances, &heights[..points], &clutter[..points], &zones[..points]).unwrap();
        let polarisation = if vertical { Polarisation::Vertical } else { Polarisation::Horizontal };
        let coast = [3.0, 0.0];
        let asked = Link { frequency, polarisation, heights: antennas, time, locations, deviation: 8.0, coast, lapse_rate, refractivity, latitude };
        let found = predict(&path, &asked).unwrap();
        prop_assert!(found.loss.is_finite() && found.field_strength.is_finite() && found.median_loss.is_finite(), "{found:?}");
        prop_assert!(found.loss >= found.mechanisms.sight.at_time, "{found:?}");
        prop_assert_eq!(found, predict(&path, &asked).unwrap());
    }
}
