//! Who finds a place: the published assignment, the least cost of all by another method, shifts and odd input.
#![allow(clippy::unwrap_used)]

#[path = "support/material.rs"]
mod material;

use aimaq::twin::simulate::capacity::load::{LoadClass, Rule, loads};
use aimaq::twin::simulate::capacity::transport::{Assignment, Unmet, assign};
use aimaq::twin::simulate::routing::reach::Reach;
use material::shared;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn rows(bytes: &[u8]) -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(bytes).records().map(Result::unwrap).collect()
}

#[test]
fn students_are_placed_at_the_published_cost() {
    let Some(journeys) = shared("acceptance/access/example_subject_student_school_journeys.csv") else { return };
    let Some(schools) = shared("acceptance/access/example_subject_schools.csv") else { return };
    let schools: BTreeMap<String, u64> = rows(&schools.bytes).iter().map(|row| (row[1].to_owned(), row[4].parse().unwrap())).collect();
    let number: BTreeMap<&str, u32> = schools.keys().map(String::as_str).zip(0..).collect();
    let mut students: BTreeMap<String, Vec<(u32, f64)>> = BTreeMap::new();
    for row in rows(&journeys.bytes) {
        students.entry(row[0].to_owned()).or_default().push((number[&row[1]], row[2].parse().unwrap()));
    }
    let places: Vec<u64> = schools.values().copied().collect();
    assert_eq!((students.len(), places.len(), places.iter().sum::<u64>()), (10, 74, 91));
    let reach = Reach::from_rows(places.len(), students.into_values());
    let assignment = assign(&reach, &[1; 10], &places, Unmet::Avoided);
    assert_eq!(assignment.cost, 687.0);
    assert_eq!(assignment.unmet, [0; 10]);
}

/// The least of all costs and how many stay, by one shortest augmenting path after another (Bellman & Ford).
fn least(table: &[Vec<u32>], people: &[u64], capacity: &[u64]) -> (u64, i64) {
    let (starts, ends) = (people.len(), capacity.len());
    let mut flow = vec![vec![0_u64; ends]; starts];
    let mut load = vec![0_u64; ends];
    let mut stay = 0;
    for start in 0..starts {
        for _ in 0..people[start] {
            let mut cost: Vec<i64> = table[start].iter().map(|way| i64::from(*way)).collect();
            let mut by: Vec<Option<(usize, usize)>> = vec![None; ends];
            for _ in 0..ends {
                for from in 0..ends {
                    for other in (0..starts).filter(|other| flow[*other][from] > 0) {
                        for to in 0..ends {
                            let moved = cost[from] + i64::from(table[other][to]) - i64::from(table[other][from]);
                            if moved < cost[to] {
                                (cost[to], by[to]) = (moved, Some((from, other)));
                            }
                        }
                    }
                }
            }
            let Some(mut end) = (0..ends).filter(|end| load[*end] < capacity[*end]).min_by_key(|end| cost[*end]) else {
                stay += 1;
                continue;
            };
            load[end] += 1;
            while let Some((from, other)) = by[end] {
                flow[other][end] += 1;
                flow[other][from] -= 1;
                end = from;
            }
            flow[start][end] += 1;
        }
    }
    let paid = (0..starts).flat_map(|start| (0..ends).map(move |end| (start, end)));
    (stay, paid.map(|(start, end)| flow[start][end] as i64 * i64::from(table[start][end])).sum())
}

fn check(assignment: &Assignment, people: &[u64], capacity: &[u64]) {
    let mut coming = assignment.unmet.clone();
    let mut load = vec![0; capacity.len()];
    for flow in &assignment.flows {
        coming[flow.start as usize] += flow.people;
        load[flow.end as usize] += flow.people;
    }
    assert_eq!(coming, people);
    assert_eq!(load, assignment.load);
    assert!(load.iter().zip(capacity).all(|(load, capacity)| load <= capacity), "{load:?} {capacity:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn the_assignment_costs_least(
        table in prop::collection::vec(prop::collection::vec(0_u32..30, 5), 1..9),
        people in prop::collection::vec(0_u64..6, 9),
        capacity in prop::collection::vec(0_u64..9, 5),
    ) {
        let people = &people[..table.len()];
        let costs: Vec<Vec<f64>> = table.iter().map(|row| row.iter().map(|way| f64::from(*way)).collect()).collect();
        let reach = Reach::from_table(&costs).value;
        let assignment = assign(&reach, people, &capacity, Unmet::Avoided);
        check(&assignment, people, &capacity);
        let (stay, cost) = least(&table, people, &capacity);
        prop_assert_eq!(assignment.unmet.iter().sum::<u64>(), stay);
        // Whoever stays pays nothing, so that those who stay are chosen for the ways of the others.
        if stay == 0 {
            prop_assert_eq!(assignment.cost, cost as f64);
        } else {
            prop_assert!(assignment.cost <= cost as f64);
        }
        let penalty = assign(&reach, people, &capacity, Unmet::At(10.0));
        check(&penalty, people, &capacity);
        let with = |assignment: &Assignment| assignment.cost + 10.0 * assignment.unmet.iter().sum::<u64>() as f64;
        prop_assert!(with(&penalty) <= with(&assignment) && penalty.flows.iter().all(|flow| flow.cost <= 30.0));
    }
}

#[test]
fn shifts_classes_and_buses_follow_the_load() {
    // Two villages, two schools: the near one has 100 places, the far one 50.
    let reach = Reach::from_table(&[vec![500.0, 4_000.0], vec![1_000.0, 3_500.0]]).value;
    let nearest = loads(&reach, &[140.0, 80.0], &[100.0, 50.0], Rule::Nearest, 3_000.0);
    let school = nearest.value.institutions[0];
    assert_eq!((school.people, school.shifts, school.class, school.is_failure()), (220, 3, LoadClass::Critical, true));
    assert!((school.mean - (140.0 * 500.0 + 80.0 * 1_000.0) / 220.0).abs() < 1e-9);
    assert_eq!((school.longest, nearest.value.bus), (1_000.0, 0));
    assert_eq!(nearest.notes.iter().map(|note| note.code).collect::<Vec<_>>(), ["capacity-third-shift"]);
    let shared = loads(&reach, &[140.0, 80.0], &[100.0, 50.0], Rule::LeastCost { shifts: 2, unmet: Unmet::Avoided }, 3_000.0);
    assert_eq!(shared.notes, []);
    let [near, far] = [0, 1].map(|at| shared.value.institutions[at]);
    // 20 must go farther: those of the second village, whose way grows less.
    assert_eq!((near.people, near.shifts, far.people, far.shifts, far.bus, far.class), (200, 2, 20, 1, 20, LoadClass::Good));
    assert_eq!((shared.value.bus, shared.value.longest), (20, 3_500.0));
    for (load, class) in [
        (0.0, LoadClass::Good),
        (0.9, LoadClass::Normal),
        (1.1, LoadClass::Normal),
        (1.3, LoadClass::Raised),
        (1.5, LoadClass::Overloaded),
        (1.51, LoadClass::Critical),
    ] {
        assert_eq!(LoadClass::of(load), class, "{load}");
    }
}

#[test]
fn parts_of_people_add_up() {
    let reach = Reach::from_table(&vec![vec![1.0]; 7]).value;
    let loads = loads(&reach, &[0.5, 0.5, 0.5, 0.5, 2.25, 0.25, 0.5], &[10.0], Rule::Nearest, 3_000.0);
    assert_eq!(loads.value.institutions[0].people, 5);
}

#[test]
fn odd_input_is_told_and_the_rest_is_reckoned() {
    let reach = Reach::from_table(&[vec![100.0, 200.0, f64::INFINITY], vec![f64::INFINITY; 3], vec![50.0, 70.0, 90.0]]).value;
    let rules = [
        Rule::Nearest,
        Rule::LeastCost { shifts: 2, unmet: Unmet::Avoided },
        Rule::LeastCost { shifts: u32::MAX, unmet: Unmet::At(f64::NAN) },
        Rule::LeastCost { shifts: 0, unmet: Unmet::At(-1.0) },
    ];
    for rule in rules {
        let report = loads(&reach, &[1e9, 30.0, f64::NAN], &[0.0, 40.0, -5.0], rule, 3_000.0);
        let codes: Vec<_> = report.notes.iter().map(|note| note.code).collect();
        assert!(
            ["capacity-people-odd", "capacity-places-odd", "capacity-no-places", "capacity-people-without-place"]
                .iter()
                .all(|code| codes.contains(code)),
            "{codes:?}"
        );
        let loads = report.value;
        assert!(loads.mean.is_finite() && loads.longest.is_finite() && loads.institutions.iter().all(|load| load.mean.is_finite()));
        assert_eq!(loads.assignment.load.iter().sum::<u64>() + loads.assignment.unmet.iter().sum::<u64>(), 1_000_000_030);
    }
    let nobody = loads(&reach, &[0.0; 3], &[10.0; 3], rules[1], 3_000.0);
    assert_eq!((nobody.value.mean, nobody.notes.len()), (0.0, 0));
}
