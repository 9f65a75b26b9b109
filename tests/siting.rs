//! Places for new institutions: the published answers for San Francisco, and what holds for every choice.
#![allow(clippy::unwrap_used)]

#[path = "support/material.rs"]
mod material;

use aimaq::twin::advise::siting::{Sited, Siting};
use aimaq::twin::diagnostic::Report;
use aimaq::twin::simulate::routing::reach::Reach;
use material::shared;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// 205 tracts and 16 stores of San Francisco, with the names of the stores.
fn san_francisco() -> Option<(Siting, Vec<String>)> {
    let file = shared("acceptance/access/SF_network_distance_candidateStore_16_censusTract_205_new.csv")?;
    let mut tracts: BTreeMap<String, (f64, BTreeMap<String, f64>)> = BTreeMap::new();
    for row in csv::Reader::from_reader(&file.bytes[..]).records() {
        let row = row.unwrap();
        let [distance, store, tract, people] = [0, 1, 2, 3].map(|column| row[column].to_owned());
        let entry = tracts.entry(tract).or_insert((people.parse().unwrap(), BTreeMap::new()));
        entry.1.insert(store, distance.parse().unwrap());
    }
    let stores: Vec<String> = tracts.values().next()?.1.keys().cloned().collect();
    let table: Vec<Vec<f64>> = tracts.values().map(|(_, ways)| stores.iter().map(|store| ways[store]).collect()).collect();
    let people = tracts.values().map(|(people, _)| *people).collect();
    Some((Siting { reach: Reach::from_table(&table).value, people, standing: Vec::new(), without: f64::INFINITY }, stores))
}

fn names(sited: &Sited, stores: &[String]) -> Vec<String> {
    sited.sites.iter().map(|site| stores[*site as usize].clone()).collect()
}

const BEST: [&str; 4] = ["Store_11", "Store_12", "Store_15", "Store_2"];

#[test]
fn the_median_of_san_francisco_is_the_published_one() {
    let Some((siting, stores)) = san_francisco() else { return };
    assert_eq!((siting.people.len(), stores.len()), (205, 16));
    let Report { value, notes } = siting.median(4);
    assert!((value.value - 2_982.126_857_989_065_7).abs() < 1e-9, "{value:?}");
    assert_eq!(names(&value, &stores), BEST);
    assert_eq!(notes, []);
    assert!(value.gap() < 1e-3 && value.bound <= value.value, "{value:?}");
}

#[test]
fn the_covering_of_san_francisco_is_the_published_one() {
    let Some((siting, stores)) = san_francisco() else { return };
    let covered = siting.most_covered(4, 5_000.0).value;
    assert_eq!(names(&covered, &stores), BEST);
    let is_covered = |row: &&[(u32, f64)]| row.iter().any(|(site, way)| *way <= 5_000.0 && covered.sites.contains(site));
    let uncovered = siting.reach.rows().filter(|row| !is_covered(row)).count();
    assert_eq!(uncovered, 21);
    assert_eq!(format!("{:.4}", (205 - uncovered) as f64 / 205.0 * 100.0), "89.7561");
    assert!(covered.gap() < 1e-2 && covered.bound >= covered.value, "{covered:?}");
}

/// All choices of so many out of the first `places`, as bit sets.
fn choices(places: usize, count: usize) -> impl Iterator<Item = Vec<u32>> {
    let sets = (0_u32..1 << places).filter(move |set| set.count_ones() as usize == count);
    sets.map(move |set| (0..places as u32).filter(|place| set >> place & 1 == 1).collect())
}

/// Cost of each client with the nearest of some places or of what stands.
fn ways<'a>(siting: &'a Siting, chosen: &'a [u32]) -> impl Iterator<Item = f64> + 'a {
    siting.reach.rows().map(|row| {
        let open = row.iter().filter(|(site, _)| chosen.contains(site) || siting.standing.contains(site));
        open.map(|(_, way)| *way).fold(f64::INFINITY, f64::min)
    })
}

fn median_of(siting: &Siting, chosen: &[u32]) -> f64 {
    let paid: f64 = ways(siting, chosen).zip(&siting.people).map(|(way, people)| way.min(siting.without) * people).sum();
    paid / siting.people.iter().sum::<f64>()
}

#[test]
fn the_best_of_san_francisco_by_trying_all() {
    let Some((siting, _)) = san_francisco() else { return };
    for count in [1, 2, 3, 5] {
        let best = choices(16, count).map(|chosen| median_of(&siting, &chosen)).fold(f64::INFINITY, f64::min);
        let found = siting.median(count).value;
        assert!((found.value - best).abs() < 1e-9 && found.bound <= best + 1e-9, "{count}: {found:?}, best {best}");
        let longest = |chosen: &Vec<u32>| ways(&siting, chosen).fold(0.0, f64::max);
        let best = choices(16, count).map(|chosen| longest(&chosen)).fold(f64::INFINITY, f64::min);
        let found = siting.centre(count).value;
        assert!(found.value == best && found.bound <= best && longest(&found.sites) == best, "{count}: {found:?}, best {best}");
    }
    for within in [3_000.0, 5_000.0, 8_000.0] {
        let covered = |chosen: &Vec<u32>| ways(&siting, chosen).filter(|way| *way <= within).count();
        let all = covered(&(0..16).collect());
        let best = (0..=16).find(|count| choices(16, *count).any(|chosen| covered(&chosen) == all)).unwrap();
        let found = siting.fewest_to_cover(within).value;
        assert_eq!((found.value, covered(&found.sites)), (best as f64, all), "{within}");
        assert!(found.bound <= best as f64);
    }
}

#[test]
fn what_stands_stays_and_is_not_counted() {
    let Some((mut siting, stores)) = san_francisco() else { return };
    siting.standing =
        stores.iter().zip(0..).filter(|(store, _)| ["Store_11", "Store_12"].contains(&store.as_str())).map(|(_, at)| at).collect();
    let two = siting.median(2).value;
    assert_eq!(names(&two, &stores), ["Store_15", "Store_2"]);
    assert!((two.value - 2_982.126_857_989_065_7).abs() < 1e-9);
    let none = siting.median(0).value;
    assert!(none.sites.is_empty() && none.value > two.value && none.gap() < 1e-9, "{none:?}");
}

#[test]
fn a_way_that_stands_there_twice_changes_nothing() {
    let Some((siting, _)) = san_francisco() else { return };
    let again = |row: &[(u32, f64)]| row.iter().flat_map(|(end, way)| [(*end, way + 1.0), (*end, *way), (*end, *way)]).collect();
    let twice = Siting { reach: Reach::from_rows(siting.reach.ends(), siting.reach.rows().map(again)), ..siting.clone() };
    for count in 1..6 {
        let [once, twice] =
            [&siting, &twice].map(|siting| [siting.median(count), siting.most_covered(count, 5_000.0), siting.centre(count)]);
        for (once, twice) in once.iter().zip(&twice) {
            assert_eq!((&once.value.sites, once.value.value), (&twice.value.sites, twice.value.value), "{count}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_choice_is_better_than_the_bound(
        table in prop::collection::vec(prop::collection::vec(prop_oneof![4 => 0.0..100.0_f64, 1 => Just(f64::INFINITY)], 7), 1..25),
        people in prop::collection::vec(0.0..50.0_f64, 25),
        count in 0_usize..5,
    ) {
        let people = people[..table.len()].to_vec();
        let siting = Siting { reach: Reach::from_table(&table).value, people, standing: vec![6], without: 150.0 };
        let best = |value: &dyn Fn(&Vec<u32>) -> f64| choices(6, count).map(|chosen| value(&chosen)).fold(f64::INFINITY, f64::min);
        let covered = |chosen: &Vec<u32>| -> f64 {
            ways(&siting, chosen).zip(&siting.people).filter(|(way, _)| *way > 40.0).map(|(_, people)| *people).sum()
        };
        let reachable: f64 = siting.reach.rows().zip(&siting.people).filter(|(row, _)| !row.is_empty()).map(|(_, people)| people).sum();
        let median = siting.median(count).value;
        let paid = |chosen: &Vec<u32>| -> f64 {
            let rows = ways(&siting, chosen).zip(&siting.people).zip(siting.reach.rows());
            rows.filter(|(_, row)| !row.is_empty()).map(|((way, people), _)| way.min(150.0) * people).sum::<f64>() / reachable.max(1e-300)
        };
        prop_assert!(median.bound <= best(&paid) + 1e-9 && median.value >= best(&paid) - 1e-9);
        prop_assert!((median.value - paid(&median.sites)).abs() < 1e-9);
        let most = siting.most_covered(count, 40.0).value;
        let lost: f64 = siting.people.iter().sum::<f64>() - reachable;
        prop_assert!(most.uncovered + lost >= best(&covered) - 1e-9 && most.bound >= reachable - (best(&covered) - lost) - 1e-9);
        prop_assert!((most.value + most.uncovered - reachable).abs() < 1e-9);
    }
}

#[test]
fn odd_questions_are_answered_as_far_as_they_go() {
    let table = vec![vec![1.0, f64::NAN, 5.0], vec![f64::INFINITY; 3], vec![3.0, -2.0, f64::INFINITY]];
    let reach = Reach::from_table(&table);
    assert_eq!(reach.notes.len(), 1);
    let siting = |people: &[f64]| Siting { reach: reach.value.clone(), people: people.to_vec(), standing: vec![9], without: f64::NAN };
    for people in [&[1e9, f64::NAN, 2.0][..], &[0.0, 0.0, 0.0], &[1.0], &[-1.0, 5.0, f64::INFINITY]] {
        let siting = siting(people);
        for (what, report) in [
            ("median", siting.median(9)),
            ("most", siting.most_covered(9, f64::NAN)),
            ("fewest", siting.fewest_to_cover(2.0)),
            ("centre", siting.centre(2)),
        ] {
            let Sited { value, bound, uncovered, sites } = report.value;
            assert!(value.is_finite() && bound.is_finite() && uncovered.is_finite(), "{what} {people:?}: {value} {bound} {uncovered}");
            assert!(sites.iter().all(|site| *site < 3), "{what} {people:?}: {sites:?}");
            assert!(report.notes.iter().any(|note| note.code == "siting-standing-unknown"), "{what}");
        }
    }
    let codes: Vec<_> = siting(&[1e9, f64::NAN, 2.0]).median(9).notes.iter().map(|note| note.code).collect();
    assert_eq!(codes, ["siting-people-odd", "siting-standing-unknown", "siting-too-few-places", "siting-without-odd"]);
    let codes: Vec<_> = siting(&[0.0; 3]).median(1).notes.iter().map(|note| note.code).collect();
    assert_eq!(codes, ["siting-standing-unknown", "siting-no-people", "siting-without-odd"]);
    let codes: Vec<_> = siting(&[1.0, 7.0, 1.0]).median(1).notes.iter().map(|note| note.code).collect();
    assert_eq!(codes, ["siting-standing-unknown", "siting-people-out-of-reach", "siting-without-odd"]);
}
