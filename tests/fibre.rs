//! Fibre: short trees against the shortest, their bound, and what it takes to lead it to villages.
#![allow(clippy::unwrap_used)]

use aimaq::i18n::Words;
use aimaq::twin::catalog::survey::Survey;
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::layer::ShapeKind;
use aimaq::twin::model::names::Language;
use aimaq::twin::model::network::Edge;
use aimaq::twin::model::origin::Sourced;
use aimaq::twin::model::place::{Place, PlaceKind};
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::Position;
use aimaq::twin::model::street::Street;
use aimaq::twin::simulate::assumption::Assumptions;
use aimaq::twin::simulate::fibre::steiner::tree;
use aimaq::twin::simulate::outcome::Outcome;
use aimaq::twin::simulate::shared::Shared;
use aimaq::twin::simulate::{Setting, simulation};

#[test]
fn a_tree_joins_what_can_be_joined_and_tells_how_short_none_can_be() {
    // Three ends of a star, whose middle is no place: the shortest tree has all three rays.
    let star = [(0, 1, 10), (0, 2, 10), (0, 3, 10), (1, 2, 19)];
    let found = tree(5, &star, &[1, 2, 3, 4]);
    assert_eq!(found.joined, [true, true, true, false]);
    assert_eq!(found.alone, [Some(0), Some(19), Some(20), None]);
    assert!(found.least <= 30 && (30..=40).contains(&found.length), "{found:?}");
    for (nodes, places) in [(0, &[][..]), (3, &[7, 1][..]), (4, &[2][..])] {
        assert_eq!(tree(nodes, &star, places).length, 0);
    }
}

/// A city, and villages 10 and 20 km down the one road from it.
fn road(internet: [Option<u32>; 3]) -> Region {
    let mut region = Region::default();
    let at = |kilometres: f64| Position::from_metres(kilometres * 1_000.0, 0.0);
    let places = [(PlaceKind::City, 0.0, 9_000), (PlaceKind::Village, 10.0, 290), (PlaceKind::Village, 20.0, 290)];
    for (((kind, kilometres, people), internet), number) in places.into_iter().zip(internet).zip(1..) {
        let id = FeatureId::new(IdKind::Node, number);
        let population = Sourced::observed(Some(people));
        region.places.push_point(Place { id, kind, population, internet: Sourced::observed(internet), ..Place::default() }, at(kilometres));
        region.network.nodes.push(at(kilometres));
    }
    for (from, number) in [(0, 11), (1, 12)] {
        let line = [at(10.0 * f64::from(from)), at(10.0 * f64::from(from + 1))];
        let street = Street { id: FeatureId::new(IdKind::Way, number), ..Street::default() };
        let street = region.streets.push(street, ShapeKind::Line, [&line[..]]) as u32;
        region.network.edges.push(Edge { from, to: from + 1, street, first_point: 0, last_point: 1, length: 10_000.0 });
    }
    region
}

fn told(region: &Region) -> Outcome {
    let (survey, assumptions) = (Survey::new(region), Assumptions::default());
    let shared = Shared::new(region, &survey, &assumptions);
    (simulation("fibre").unwrap().run)(&Setting { region, survey: &survey, assumptions: &assumptions, shared: &shared })
}

#[test]
fn fibre_costs_its_kilometres_and_its_last_mile() {
    let outcome = told(&road([Some(300), Some(10), None]));
    let value = |id: &str| outcome.values.iter().find(|(metric, _)| *metric == id).and_then(|(_, value)| *value).unwrap();
    // 20 km of 4.5 M and 2 × 100 households of 93,000, among 580 residents.
    assert_eq!(value("fibre-kilometres"), 20.0);
    assert!((value("fibre-cost") - 108_600_000.0).abs() < 1.0 && (value("fibre-cost-least") - 108_600_000.0).abs() < 1.0);
    assert!((value("fibre-per-covered") - 108_600_000.0 / 580.0).abs() < 0.01);
    assert_eq!(outcome.notes.iter().map(|note| note.code).collect::<Vec<_>>(), ["fibre-hub-assumed"]);
    let table = &outcome.tables[0];
    assert_eq!(table.rows.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [1, 2]);
    for language in Language::ALL {
        let words = Words::new(language);
        assert!(table.columns.iter().all(|column| words.has(&format!("column-{}", column.id))) && words.has("table-fibre"));
    }
}

#[test]
fn where_nobody_is_short_there_is_no_cost_a_resident_and_where_nobody_knows_nothing() {
    let outcome = told(&road([Some(300), Some(300), Some(100)]));
    assert!(outcome.values.contains(&("fibre-cost", Some(0.0))) && outcome.values.contains(&("fibre-per-covered", None)));
    assert!(told(&road([None; 3])).values.is_empty());
    // A village to which no road leads is named and left out.
    let mut apart = road([Some(300), Some(10), None]);
    apart.network.edges.truncate(1);
    apart.network.nodes.truncate(2);
    let outcome = told(&apart);
    assert!(outcome.notes.iter().any(|note| note.code == "fibre-villages-apart"));
    assert!(outcome.values.contains(&("fibre-kilometres", Some(10.0))));
}
