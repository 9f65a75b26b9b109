//! Conformity: balances add up, norms are measured as they say, verdict and status stay apart, and what is in the way is named.

use aimaq::i18n::Words;
use aimaq::store::design::embedded_catalog;
use aimaq::twin::catalog::Catalog;
use aimaq::twin::catalog::fit::Fit;
use aimaq::twin::catalog::kind::Solution;
use aimaq::twin::catalog::norm::Status;
use aimaq::twin::catalog::resource::Resource;
use aimaq::twin::catalog::site::Site;
use aimaq::twin::catalog::survey::Survey;
use aimaq::twin::catalog::territory::{Fact, Territory};
use aimaq::twin::conformity::conflict::Obstacle;
use aimaq::twin::conformity::supply::{Amount, Party};
use aimaq::twin::conformity::verdict::Verdict;
use aimaq::twin::conformity::{Balance, Outcome, SiteReport, of_region, of_settlement, of_site};
use aimaq::twin::model::amenity::{Amenity, AmenityKind};
use aimaq::twin::model::building::{Building, BuildingUse};
use aimaq::twin::model::connectivity::{Cable, CableKind, Mast, RadioTechnology};
use aimaq::twin::model::cover::{Cover, CoverKind};
use aimaq::twin::model::feature::Decimetres;
use aimaq::twin::model::layer::ShapeKind;
use aimaq::twin::model::names::{Language, Name};
use aimaq::twin::model::origin::{Origin, Sourced};
use aimaq::twin::model::place::{Place, PlaceKind};
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::{Bounds, GeoPoint, LocalFrame, Position};
use aimaq::twin::model::street::{Street, StreetClass};
use aimaq::twin::model::transit::TransitStop;
use aimaq::twin::model::water::{Water, WaterKind};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static CATALOG: LazyLock<Catalog> = LazyLock::new(embedded_catalog);

fn at(east: f64, north: f64) -> Position {
    Position::from_metres(east, north)
}

fn square(east: f64, north: f64, side: f64) -> [Position; 4] {
    let half = side / 2.0;
    [(-half, -half), (half, -half), (half, half), (-half, half)].map(|(x, y)| at(east + x, north + y))
}

fn settle(region: &mut Region, kind: PlaceKind, population: u32, east: f64) {
    let name = Name::local(&mut region.strings, if kind == PlaceKind::Town { "Тобыл" } else { "Қарасу" });
    region.places.push_point(Place { name, kind, population: Sourced::observed(Some(population)), ..Place::default() }, at(east, 0.0));
}

fn build(region: &mut Region, east: f64, north: f64) {
    let building = Building { usage: Sourced::observed(BuildingUse::House), levels: Sourced::observed(1), ..Building::default() };
    region.buildings.push(building, ShapeKind::Area, [&square(east, north, 10.0)[..]]);
}

fn institute(region: &mut Region, kind: AmenityKind, capacity: Option<u32>, shifts: u8, east: f64) {
    let amenity = Amenity { kind, capacity: Sourced::assumed(capacity), shifts: Sourced::assumed(shifts), ..Amenity::default() };
    region.amenities.push_point(amenity, at(east, 0.0));
}

fn cable(region: &mut Region, kind: CableKind, north: f64) {
    let cable = Cable { kind: Sourced::observed(kind), ..Cable::default() };
    region.cables.push(cable, ShapeKind::Line, [&[at(-2_000.0, north), at(3_000.0, north)][..]]);
}

/// A town of a thousand in ten houses along a street, a hundred metres apart, and a village of four hundred in one, 20 km away.
fn town() -> Region {
    let mut region = Region { extent: Bounds { min: [-30_000.0; 2], max: [30_000.0; 2] }, ..Region::default() };
    settle(&mut region, PlaceKind::Town, 1_000, 450.0);
    settle(&mut region, PlaceKind::Village, 400, 20_000.0);
    (0..10).for_each(|house| build(&mut region, f64::from(house) * 100.0, 0.0));
    build(&mut region, 20_100.0, 0.0);
    let street = Street { class: StreetClass::Residential, width: Sourced::observed(Decimetres::from_metres(8.0)), ..Street::default() };
    region.streets.push(street, ShapeKind::Line, [&[at(-500.0, 20.0), at(1_500.0, 20.0)][..]]);
    region.stops.push_point(TransitStop::default(), at(0.0, 30.0));
    region
}

fn by_hand(settings: &[(&str, f64)]) -> BTreeMap<String, f64> {
    settings.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect()
}

/// A solution by its template, what was drawn, and what is set by hand.
#[derive(Clone, Copy)]
struct Draft<'a> {
    template: &'a str,
    points: &'a [Position],
    settings: &'a [(&'a str, f64)],
}

/// Fits drafts to where they are drawn; a draft of three points or more is an area, unless its template is a line.
fn with_solutions<R>(region: &Region, survey: &Survey, drafts: &[Draft], then: impl FnOnce(&[Solution]) -> R) -> R {
    let territories: Vec<Territory> = drafts
        .iter()
        .map(|draft| {
            let area = if draft.template == "bus-line" { 0.0 } else { aimaq::twin::model::space::signed_area(draft.points).abs() };
            survey.territory(region, draft.points[0], aimaq::twin::model::space::length(draft.points), area)
        })
        .collect();
    let fits: Vec<Fit> = drafts
        .iter()
        .zip(&territories)
        .map(|(draft, territory)| {
            let template = CATALOG.template(draft.template).expect("a template");
            Fit::new(template, territory, &by_hand(draft.settings)).expect("values")
        })
        .collect();
    let sites: Vec<Site> = drafts.iter().map(|draft| Site { points: draft.points.to_vec(), bearing: 0.0 }).collect();
    let solutions: Vec<Solution> =
        fits.iter().zip(&sites).zip(1..).map(|((fit, site), key)| Solution { key, fit, site, on: None }).collect();
    then(&solutions)
}

fn report(region: &Region, additions: &Region, draft: Draft) -> SiteReport {
    let survey = Survey::new(region);
    with_solutions(region, &survey, &[draft], |solutions| of_site(region, &survey, &CATALOG, &solutions[0], additions))
}

fn verdict(region: &Region, additions: &Region, draft: Draft, norm: &str) -> Option<Verdict> {
    report(region, additions, draft).verdicts.into_iter().find(|verdict| verdict.norm == norm)
}

/// Checks what a norm measures, to a thousandth.
fn check(region: &Region, additions: &Region, draft: Draft, norm: &str, expected: Option<f64>) {
    let verdict = verdict(region, additions, draft, norm).unwrap_or_else(|| panic!("{norm} does not apply to {}", draft.template));
    let rounded = verdict.measured.map(|value| (value * 1_000.0).round() / 1_000.0);
    assert_eq!(rounded, expected, "{norm} of {}", draft.template);
    assert_eq!(verdict.outcome == Outcome::Unknown, expected.is_none(), "{norm}");
}

#[test]
fn a_service_is_as_far_as_the_farthest_home_that_it_serves() {
    let mut region = town();
    let nothing = Region::default();
    let points = [at(-100.0, 0.0)];
    let draft = |settings| Draft { template: "school", points: &points, settings };
    // 80 places are the pupils of 588 residents: five houses.
    check(&region, &nothing, draft(&[("places", 80.0)]), "school-distance", Some(500.0));
    let short = verdict(&region, &nothing, draft(&[("places", 100.0)]), "school-distance").expect("a verdict");
    assert_eq!((short.measured, short.outcome, short.margin), (Some(700.0), Outcome::Short(200.0), Some(-200.0)));
    assert_eq!(short.status, Status::Analogue);
    // Half-way to another school its homes end.
    institute(&mut region, AmenityKind::School, Some(100), 1, 600.0);
    check(&region, &nothing, draft(&[("places", 500.0)]), "school-distance", Some(300.0));
    check(&region, &nothing, draft(&[("places", 500.0)]), "school-pupils", Some(40.8));
    check(&region, &nothing, draft(&[("places", 20.0)]), "school-pupils", Some(20.0));
    check(&region, &nothing, draft(&[("places", 20.0)]), "school-places", Some(120.0));
}

#[test]
fn a_norm_applies_where_it_says() {
    let region = town();
    let nothing = Region::default();
    let applies = |east: f64, places: f64, norm: &str| {
        let points = [at(east, 0.0)];
        verdict(&region, &nothing, Draft { template: "school", points: &points, settings: &[("places", places)] }, norm).is_some()
    };
    for (east, places, expected) in [(-100.0, 200.0, [true, false, true, false]), (20_000.0, 600.0, [false, true, false, true])] {
        let found = ["school-distance", "school-bus-distance", "school-site-small", "school-site"].map(|norm| applies(east, places, norm));
        assert_eq!(found, expected);
    }
}

#[test]
fn every_measure_is_what_it_says() {
    let mut region = town();
    let nothing = Region::default();
    let place = [at(-100.0, 0.0)];
    let quarter = square(0.0, -400.0, 100.0);
    let facility = |template| Draft { template, points: &place, settings: &[] };
    let housing = Draft { template: "housing-quarter", points: &quarter, settings: &[("green_share", 30.0), ("homes_per_hectare", 80.0)] };

    check(&region, &nothing, Draft { settings: &[("places", 400.0)], ..facility("school") }, "school-site", Some(43.0));
    check(&region, &nothing, facility("medical-point"), "medical-point-residents", Some(1_000.0));
    check(&region, &nothing, Draft { points: &[at(20_000.0, 0.0)], ..facility("medical-point") }, "rural-clinic-time", Some(25.415));
    check(&region, &nothing, housing, "green-share-of-plot", Some(30.0));
    check(&region, &nothing, housing, "stop-distance", Some(at(50.0, -450.0).distance(at(0.0, 30.0)).round_to_thousandth()));
    check(&region, &nothing, facility("data-centre"), "sanitary-zone-5", Some(95.0));

    // What the model has no data on is not known.
    for norm in ["insolation-dwelling", "noise-day", "offset-water-main", "offset-line-110", "school-distance", "parking-per-home"] {
        check(&region, &nothing, housing, norm, None);
    }
    check(&region, &nothing, facility("mobile-mast"), "mast-field", None);
    check(&region, &nothing, facility("polyclinic"), "clinic-load-normal", None);

    cable(&mut region, CableKind::PowerLine, -460.0);
    cable(&mut region, CableKind::Pipeline, -200.0);
    check(&region, &nothing, housing, "offset-line-110", Some(10.0));
    check(&region, &nothing, housing, "offset-water-main", Some(150.0));

    institute(&mut region, AmenityKind::School, Some(100), 1, 0.0);
    check(&region, &nothing, housing, "school-distance", Some(at(50.0, -450.0).distance(at(0.0, 0.0)).round_to_thousandth()));

    // A thousand residents go to a doctor 36 times a day; 10 visits stand, 100 are new.
    institute(&mut region, AmenityKind::Clinic, Some(5), 2, 500.0);
    check(&region, &nothing, Draft { settings: &[("visits", 100.0)], ..facility("polyclinic") }, "clinic-load-normal", Some(32.727));

    let park = Cover { kind: CoverKind::Park, ..Cover::default() };
    region.cover.push(park, ShapeKind::Area, [&square(450.0, 500.0, 50.0)[..]]);
    let draft = Draft { template: "park", points: &quarter, settings: &[("paved_share", 20.0)] };
    check(&region, &nothing, draft, "green-per-resident", Some(10.5));

    let mut additions = Region::default();
    let parking = Cover { kind: CoverKind::Parking, ..Cover::default() };
    additions.cover.push(parking, ShapeKind::Area, [&square(0.0, -400.0, 50.0)[..]]);
    // A hundred spaces for eighty homes.
    check(&region, &additions, housing, "parking-per-home", Some(1.25));
}

trait Rounded {
    fn round_to_thousandth(self) -> f64;
}

impl Rounded for f64 {
    fn round_to_thousandth(self) -> f64 {
        (self * 1_000.0).round() / 1_000.0
    }
}

#[test]
fn a_line_serves_those_along_it() {
    let region = town();
    let line = [at(0.0, 100.0), at(300.0, 100.0), at(2_000.0, 100.0)];
    let draft = Draft { template: "bus-line", points: &line, settings: &[] };
    // The last house stands 600 m beyond the second stop.
    check(&region, &Region::default(), draft, "stop-distance", Some(at(900.0, 0.0).distance(line[1]).round_to_thousandth()));
    let mut additions = Region::default();
    for east in [0.0, 450.0, 900.0] {
        additions.stops.push_point(TransitStop::default(), at(east, 100.0));
    }
    check(&region, &additions, draft, "stop-distance", Some(at(200.0, 0.0).distance(at(0.0, 100.0)).round_to_thousandth()));
}

fn balance_of(balances: &[Balance], resource: Resource) -> &Balance {
    balances.iter().find(|balance| balance.resource == resource).expect("a balance")
}

#[test]
fn what_is_short_is_needed_less_what_stands() {
    let mut region = town();
    let survey = Survey::new(&region);
    let balances = of_settlement(&region, &survey, &CATALOG, 0, &[]);
    let places = balance_of(&balances, Resource::SchoolPlaces);
    assert_eq!((places.needed(), places.outcome()), (136.0, Outcome::Unknown), "no school is known anywhere: nobody knows");
    assert_eq!(places.demands[0].amount.origin, Origin::Observed);
    for resource in [Resource::Power, Resource::Heat, Resource::Water, Resource::Sewage, Resource::Jobs] {
        assert_eq!(balance_of(&balances, resource).outcome(), Outcome::Unknown);
    }

    institute(&mut region, AmenityKind::School, Some(50), 2, 300.0);
    let survey = Survey::new(&region);
    let balances = of_settlement(&region, &survey, &CATALOG, 0, &[]);
    let places = balance_of(&balances, Resource::SchoolPlaces);
    assert_eq!((places.provided(), places.short()), (100.0, 36.0), "two shifts count");
    assert_eq!((places.suppliers[0].origin, places.suppliers[0].amount), (Origin::Assumed, Amount::Known(100.0)));
    assert!(places.remedies.iter().any(|remedy| remedy.template == "school"));

    // The village has no school of its own, and a village's school comes first.
    let village = of_settlement(&region, &survey, &CATALOG, 1, &[]);
    let places = balance_of(&village, Resource::SchoolPlaces);
    assert!((places.short() - 54.4).abs() < 1e-9);
    assert_eq!(places.remedies[0].template, "rural-school-with-bus");

    // One more school, of which nobody knows how large it is.
    institute(&mut region, AmenityKind::School, None, 0, 400.0);
    let survey = Survey::new(&region);
    let balances = of_settlement(&region, &survey, &CATALOG, 0, &[]);
    assert_eq!(balance_of(&balances, Resource::SchoolPlaces).outcome(), Outcome::Unknown);
    assert_eq!(of_settlement(&region, &survey, &CATALOG, 7, &[]), [], "there is no such settlement");
}

#[test]
fn masts_fibre_and_parks_supply() {
    let mut region = town();
    let mast = Mast { technology: Sourced::assumed(RadioTechnology::G4), ..Mast::default() };
    region.masts.push_point(mast, at(20_050.0, 0.0));
    cable(&mut region, CableKind::Fibre, -600.0);
    let survey = Survey::new(&region);
    let [town, village] = [0, 1].map(|settlement| of_settlement(&region, &survey, &CATALOG, settlement, &[]));
    assert_eq!(balance_of(&town, Resource::Internet).outcome(), Outcome::Met);
    assert_eq!(balance_of(&town, Resource::Coverage).outcome(), Outcome::Short(1_000.0));
    assert_eq!(balance_of(&town, Resource::Coverage).remedies[0].template, "mobile-mast");
    // 400 residents ask for 276 Mbit/s, a mast has 100.
    let internet = balance_of(&village, Resource::Internet).short();
    assert!((internet - (400.0 / 2.9 * 2.0 - 100.0)).abs() < 1e-9, "{internet}");
    assert_eq!(balance_of(&village, Resource::Coverage).outcome(), Outcome::Met);
}

#[test]
fn the_region_is_the_sum_of_its_settlements_and_ranks_what_is_short() {
    let mut region = town();
    institute(&mut region, AmenityKind::School, Some(100), 1, 300.0);
    let survey = Survey::new(&region);
    let report = of_region(&region, &survey, &CATALOG, &[]);
    let total = report.totals.iter().find(|total| total.resource == Resource::SchoolPlaces).expect("a total");
    assert!((total.needed - 190.4).abs() < 1e-9 && total.provided == 100.0 && total.suppliers == 1);
    assert!((total.short - 90.4).abs() < 1e-9);
    let schools: Vec<_> = report.shortfalls.iter().filter(|shortfall| shortfall.balance.resource == Resource::SchoolPlaces).collect();
    // All 400 of the village, and 36 of 136 of the town's thousand.
    assert_eq!(
        schools.iter().map(|shortfall| (shortfall.settlement, shortfall.people.round())).collect::<Vec<_>>(),
        [(1, 400.0), (0, 265.0)]
    );
    assert!(report.shortfalls.is_sorted_by(|a, b| a.people >= b.people));
    assert_eq!(report, of_region(&region, &survey, &CATALOG, &[]));
}

#[test]
fn a_solution_tells_where_its_needs_are_met() {
    let mut region = town();
    let nothing = Region::default();
    let (near, far) = ([at(1_000.0, 60.0)], [at(1_000.0, 500.0)]);
    let need = |region: &Region, points: &[Position], resource: Resource| {
        let report = report(region, &nothing, Draft { template: "school", points, settings: &[("places", 600.0)] });
        report.needs.into_iter().find(|need| need.resource == resource).expect("a need")
    };
    let road = need(&region, &near, Resource::Road);
    assert_eq!((road.outcome, road.suppliers[0].distance), (Outcome::Met, Some(40.0)));
    let road = need(&region, &far, Resource::Road);
    assert_eq!((road.outcome, road.suppliers[0].distance), (Outcome::Short(1.0), Some(480.0)));
    for resource in [Resource::Power, Resource::Heat, Resource::Water, Resource::Sewage, Resource::Internet, Resource::Staff] {
        let need = need(&region, &near, resource);
        assert_eq!((need.outcome, need.suppliers), (Outcome::Unknown, Vec::new()), "{resource:?}");
    }
    region.masts.push_point(Mast { technology: Sourced::observed(RadioTechnology::G3), ..Mast::default() }, at(1_000.0, 1_060.0));
    let internet = need(&region, &near, Resource::Internet);
    assert_eq!((internet.outcome, internet.suppliers[0].distance), (Outcome::Short(40.0), Some(1_000.0)));
    cable(&mut region, CableKind::Fibre, -40.0);
    let internet = need(&region, &near, Resource::Internet);
    assert_eq!((internet.outcome, internet.suppliers[0].distance), (Outcome::Met, Some(100.0)));

    // A quarter's children need what the town's schools have to spare: 200 places less 136 pupils.
    institute(&mut region, AmenityKind::School, Some(200), 1, 300.0);
    let quarter = square(0.0, -400.0, 200.0);
    let draft = Draft { template: "housing-quarter", points: &quarter, settings: &[("homes_per_hectare", 80.0)] };
    let needs = report(&region, &nothing, draft).needs;
    let places = needs.iter().find(|need| need.resource == Resource::SchoolPlaces).expect("a need");
    let Outcome::Short(short) = places.outcome else { panic!("{places:?}") };
    assert!((short - (4.0 * 80.0 * 2.9 * 0.136 - 64.0)).abs() < 1e-6, "{short}");
    assert!(matches!(places.suppliers[0].party, Party::Feature(feature) if feature.layer == "amenities"));
}

#[test]
fn what_is_in_the_way_is_named() {
    let mut region = town();
    let lake = Water { kind: WaterKind::Lake, ..Water::default() };
    region.water.push(lake, ShapeKind::Area, [&square(0.0, 1_000.0, 200.0)[..]]);
    let conflicts = |template, points: &[Position], additions: &Region| -> Vec<(Obstacle, f64)> {
        let report = report(&region, additions, Draft { template, points, settings: &[] });
        report.conflicts.iter().map(|conflict| (conflict.obstacle, conflict.extent)).collect()
    };
    let nothing = Region::default();
    assert_eq!(conflicts("school", &[at(50.0, -100.0)], &nothing), []);
    assert_eq!(conflicts("school", &[at(100.0, 0.0)], &nothing), [(Obstacle::Buildings, 1.0)]);
    assert_eq!(conflicts("school", &[at(0.0, 950.0)], &nothing), [(Obstacle::Water, 1.0)]);
    assert_eq!(conflicts("school", &[at(50.0, 23.0)], &nothing), [(Obstacle::Streets, 1.0)]);
    assert_eq!(conflicts("school", &[at(-40_000.0, 0.0)], &nothing), [(Obstacle::Outside, 0.0)]);
    assert_eq!(conflicts("housing-quarter", &square(150.0, 0.0, 220.0), &nothing), [(Obstacle::Buildings, 2.0), (Obstacle::Streets, 1.0)]);

    // Its yard reaches farther than the point that was drawn.
    let mut additions = Region::default();
    let yard = Cover { kind: CoverKind::Institution, ..Cover::default() };
    additions.cover.push(yard, ShapeKind::Area, [&square(50.0, -100.0, 210.0)[..]]);
    assert_eq!(conflicts("school", &[at(50.0, -100.0)], &additions), [(Obstacle::Buildings, 2.0)]);

    // A street crosses others and water, but no house.
    let street = Street { width: Sourced::assumed(Decimetres::from_metres(12.0)), ..Street::default() };
    let course = [at(-50.0, -500.0), at(-50.0, 1_200.0)];
    let mut additions = Region::default();
    additions.streets.push(street.clone(), ShapeKind::Line, [&course[..]]);
    assert_eq!(conflicts("street", &course, &additions), []);
    let course = [at(8.0, -500.0), at(8.0, 1_200.0)];
    assert_eq!(conflicts("street", &course, &additions), [(Obstacle::Buildings, 1.0)]);
}

/// A town in the north of Kazakhstan with a house of five storeys about its middle, from west to east, and a kindergarten in the east.
fn sunny_town() -> Region {
    let extent = Bounds { min: [-5_000.0; 2], max: [5_000.0; 2] };
    let mut region = Region { extent, frame: LocalFrame::new(GeoPoint::new(63.6, 53.2)), ..Region::default() };
    settle(&mut region, PlaceKind::Town, 30_000, 0.0);
    let house = Building {
        usage: Sourced::observed(BuildingUse::Apartments),
        levels: Sourced::observed(5),
        height: Sourced::observed(Decimetres::from_metres(15.0)),
        ..Building::default()
    };
    region.buildings.push(house, ShapeKind::Area, [&[at(-20.0, -6.0), at(20.0, -6.0), at(20.0, 6.0), at(-20.0, 6.0)][..]]);
    institute(&mut region, AmenityKind::Kindergarten, Some(100), 1, 900.0);
    region
}

/// What norms say of the sun where a solution is built.
fn sun_verdicts<const N: usize>(region: &Region, draft: Draft, norms: [&str; N]) -> [Verdict; N] {
    let survey = Survey::new(region);
    let report = with_solutions(region, &survey, &[draft], |solutions| {
        let mut additions = Region { frame: region.frame, ..Region::default() };
        solutions[0].build(&mut additions);
        of_site(region, &survey, &CATALOG, &solutions[0], &additions)
    });
    norms.map(|norm| report.verdicts.iter().find(|verdict| verdict.norm == norm).expect("a verdict").clone())
}

#[test]
fn a_tower_is_judged_by_the_sun_that_it_has_and_that_it_leaves() {
    let region = sunny_town();
    let verdicts = |east: f64, north: f64, front: f64| {
        let points = [at(east, north)];
        let settings = [("front", front), ("storeys", 19.0)];
        // In its own flats, in those of neighbours, and on grounds about it.
        let norms = ["insolation-dwelling", "insolation-neighbours", "insolation-neighbouring-grounds"];
        sun_verdicts(&region, Draft { template: "residential-tower", points: &points, settings: &settings }, norms)
    };
    let nobody = |verdict: &Verdict| (verdict.outcome, verdict.measured) == (Outcome::Met, None);
    // A long one close in the south: flats in the middle of the house are left without.
    let [own, neighbours, grounds] = verdicts(0.0, -35.0, 80.0);
    assert_eq!((own.measured, own.outcome), (Some(0.0), Outcome::Short(150.0)), "its flats in the middle of the north side have none");
    let left = neighbours.measured.expect("minutes");
    assert!(left < 150.0 && neighbours.outcome == Outcome::Short(150.0 - left), "{neighbours:?}");
    assert_eq!((neighbours.status, neighbours.is_plainly_met()), (Status::Secondary, false));
    assert!(nobody(&grounds), "{grounds:?}");
    // A slender one has sun from two sides in every flat.
    let [own, ..] = verdicts(0.0, -35.0, 28.0);
    assert!(own.outcome == Outcome::Met && own.measured.is_some_and(|minutes| minutes >= 150.0), "{own:?}");
    // From aside it takes some of the morning alone, from far away nothing.
    let [_, aside, _] = verdicts(170.0, -60.0, 80.0);
    assert!(aside.outcome == Outcome::Met && aside.measured.is_some_and(|minutes| minutes > 400.0), "{aside:?}");
    for (east, north) in [(0.0, -1_000.0), (0.0, 60.0)] {
        let [_, neighbours, grounds] = verdicts(east, north, 80.0);
        assert!(nobody(&neighbours) && nobody(&grounds), "{neighbours:?}");
    }
    // And close to the kindergarten.
    let [_, neighbours, grounds] = verdicts(900.0, -34.0, 80.0);
    assert!(nobody(&neighbours) && matches!(grounds.outcome, Outcome::Short(_)), "{grounds:?}");
    let norm = CATALOG.norm("insolation-neighbours").expect("the norm");
    let said = Words::new(Language::English).verdict(&neighbours, norm);
    assert_eq!(said, "Sun left to neighbouring dwellings a day: at least 150\u{a0}min — met, norm unverified (the-steppe.com)");
}

#[test]
fn a_school_is_judged_by_the_sun_on_its_own_ground() {
    let points = [at(0.0, -400.0)];
    let draft = Draft { template: "school", points: &points, settings: &[("places", 300.0)] };
    let [verdict] = sun_verdicts(&sunny_town(), draft, ["insolation-playground"]);
    assert!(verdict.outcome == Outcome::Met && verdict.measured.is_some_and(|minutes| minutes >= 180.0), "{verdict:?}");
}

#[test]
fn what_is_without_end_is_enough_but_never_too_much() {
    let endless = |id: &str| Verdict::new(CATALOG.norm(id).expect("the norm"), Some(f64::INFINITY));
    assert_eq!((endless("insolation-neighbours").outcome, endless("insolation-neighbours").measured), (Outcome::Met, None));
    assert_eq!(endless("school-distance").outcome, Outcome::Unknown);
    assert_eq!(Verdict::new(CATALOG.norm("insolation-neighbours").expect("the norm"), Some(f64::NAN)).outcome, Outcome::Unknown);
}

#[test]
fn steep_ground_is_in_the_way() {
    let region = town();
    let survey = Survey::new(&region);
    let territory = Territory::new(&[(Fact::Slope, 22.0)]);
    let fit = Fit::new(CATALOG.template("school").expect("the school"), &territory, &BTreeMap::new()).expect("values");
    let site = Site { points: vec![at(50.0, -100.0)], bearing: 0.0 };
    let solution = Solution { key: 1, fit: &fit, site: &site, on: None };
    let report = of_site(&region, &survey, &CATALOG, &solution, &Region::default());
    assert_eq!(report.conflicts.iter().map(|conflict| (conflict.obstacle, conflict.extent)).collect::<Vec<_>>(), [(Obstacle::Slope, 22.0)]);
    // Where nobody knows whether a norm applies, nobody knows whether it is met.
    let distance = report.verdicts.iter().find(|verdict| verdict.norm == "school-distance").expect("a verdict");
    assert_eq!((distance.measured, distance.outcome), (None, Outcome::Unknown));
}

#[test]
fn only_a_norm_that_was_read_is_plainly_met() {
    let mut norm = CATALOG.norm("school-distance").expect("the norm").clone();
    let said = |norm: &_, measured: Option<f64>, language| Words::new(language).verdict(&Verdict::new(norm, measured), norm);
    assert_eq!(
        said(&norm, Some(430.0), Language::English),
        "Walk to school: 430\u{a0}m of at most 500\u{a0}m — met, norm unverified (docs.cntd.ru 906507363)"
    );
    assert_eq!(
        said(&norm, Some(620.0), Language::Russian),
        "Путь до школы пешком: 620\u{a0}м при норме не более 500\u{a0}м — на 120\u{a0}м дальше, норма не проверена (docs.cntd.ru 906507363)"
    );
    assert_eq!(
        said(&norm, None, Language::Kazakh),
        "Мектепке дейінгі жаяу жол: ең көбі 500\u{a0}м — мұнда өлшеуге болмайды, норма тексерілмеген (docs.cntd.ru 906507363)"
    );
    assert!(!Verdict::new(&norm, Some(430.0)).is_plainly_met());
    norm.status = Status::Verified;
    assert!(Verdict::new(&norm, Some(430.0)).is_plainly_met() && !Verdict::new(&norm, Some(501.0)).is_plainly_met());
    assert_eq!(
        said(&norm, Some(430.0), Language::English),
        "Walk to school: 430\u{a0}m of at most 500\u{a0}m — met (docs.cntd.ru 906507363)"
    );
}

#[test]
fn balances_needs_and_conflicts_are_worded() {
    let mut region = town();
    institute(&mut region, AmenityKind::School, Some(50), 2, 300.0);
    let survey = Survey::new(&region);
    let balances = of_settlement(&region, &survey, &CATALOG, 0, &[]);
    let (places, power) = (balance_of(&balances, Resource::SchoolPlaces), balance_of(&balances, Resource::Power));
    let words = Words::new(Language::English);
    let said = words.balance(places, &CATALOG);
    assert!(said.starts_with("School places: 136 needed, 100 provided, 36 short — “") && said.ends_with("” would supply it"), "{said}");
    assert!(words.balance(power, &CATALOG).ends_with("what is there to give it is not known"));
    assert_eq!(words.supplier(&places.suppliers[0], Resource::SchoolPlaces, &region), "School (100\u{a0}places, assumed)");
    let said = words.demand(&places.demands[0], Resource::SchoolPlaces, &region);
    assert!(said.starts_with("Residents: 136 (") && said.contains("136 per 1,000"), "{said}");

    let draft = Draft { template: "school", points: &[at(100.0, 0.0)], settings: &[("places", 600.0)] };
    let report = report(&region, &Region::default(), draft);
    for language in Language::ALL {
        let words = Words::new(language);
        let said = report
            .needs
            .iter()
            .map(|need| words.need(need, &region))
            .chain(report.conflicts.iter().map(|conflict| words.conflict(conflict)));
        assert!(said.into_iter().all(|said| !said.contains(['[', '{', '$'])));
    }
    assert_eq!(words.conflict(&report.conflicts[0]), "Stands on 1 building");
    let road = report.needs.iter().find(|need| need.resource == Resource::Road).expect("a need");
    assert!(words.need(road, &region).starts_with("Road access: "), "{}", words.need(road, &region));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_school_never_leaves_more_places_short(capacity in 0u32..200, places in 20.0..600.0f64, east in -500.0..25_000.0f64) {
        let mut region = town();
        institute(&mut region, AmenityKind::School, Some(capacity), 1, 300.0);
        let survey = Survey::new(&region);
        let points = [at(east, -100.0)];
        let draft = Draft { template: "school", points: &points, settings: &[("places", places)] };
        let before = of_region(&region, &survey, &CATALOG, &[]);
        let after = with_solutions(&region, &survey, &[draft], |solutions| of_region(&region, &survey, &CATALOG, solutions));
        let short = |report: &aimaq::twin::conformity::RegionReport| {
            report.totals.iter().find(|total| total.resource == Resource::SchoolPlaces).map_or(0.0, |total| total.short)
        };
        prop_assert!(short(&after) <= short(&before));
        // And it changes nothing in the settlement where it does not stand.
        let home = survey.settlement_index(points[0]);
        let other = usize::from(home == Some(0));
        let there = with_solutions(&region, &survey, &[draft], |solutions| of_settlement(&region, &survey, &CATALOG, other, solutions));
        prop_assert_eq!(there, of_settlement(&region, &survey, &CATALOG, other, &[]));
    }
}
