//! Bad input for every model: what is odd is named, the rest is computed, nothing panics, and no value is ever no number.

use aimaq::i18n::Words;
use aimaq::store::library;
use aimaq::twin::advise::kind::{KINDS, MAST, kind};
use aimaq::twin::advise::shortfall::ranked;
use aimaq::twin::advise::{Answer, Objective, Question, mend, next};
use aimaq::twin::catalog::Catalog;
use aimaq::twin::catalog::resource::Unit;
use aimaq::twin::catalog::survey::Survey;
use aimaq::twin::diagnostic::{Arg, Diagnostic, Report};
use aimaq::twin::metrics::baseline::Baseline;
use aimaq::twin::metrics::compare::{Column, Comparison};
use aimaq::twin::metrics::metric::find;
use aimaq::twin::metrics::{Measured, assumption_specs};
use aimaq::twin::model::amenity::{Amenity, AmenityKind};
use aimaq::twin::model::building::{Building, BuildingUse};
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::layer::ShapeKind;
use aimaq::twin::model::names::Language;
use aimaq::twin::model::network::Edge;
use aimaq::twin::model::origin::Sourced;
use aimaq::twin::model::place::{Place, PlaceKind};
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::{GeoPoint, Position, length};
use aimaq::twin::model::street::{Street, StreetClass};
use aimaq::twin::model::transit::{StopSequence, TransitLine, TransitStop};
use aimaq::twin::scenario::placed::Placed;
use aimaq::twin::scenario::resolve::{Ground, Plan};
use aimaq::twin::simulate::Setting;
use aimaq::twin::simulate::assumption::{AssumptionSpec, Assumptions};
use aimaq::twin::text::Spot;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| library::of_scene(None));
static WORDS: LazyLock<[Words; 3]> = LazyLock::new(|| Language::ALL.map(Words::new));

/// From one village of the valley to the other [m].
const APART: f64 = 6_000.0;

fn position([east, north]: [f64; 2]) -> Position {
    Position::from_metres(east, north)
}

/// A reference that no feature has yet.
fn new_id(region: &Region) -> FeatureId {
    let known: usize = region.counts().iter().map(|(_, count)| *count).sum();
    FeatureId::new(IdKind::Node, known as i64)
}

/// A square about a place; it turns left.
fn square([east, north]: [f64; 2], half: f64) -> [Position; 4] {
    [[-half, -half], [half, -half], [half, half], [-half, half]].map(|[x, y]| position([east + x, north + y]))
}

/// A building of 10 m by 10 m.
fn building(region: &mut Region, usage: BuildingUse, storeys: u8, at: [f64; 2]) {
    let building =
        Building { id: new_id(region), usage: Sourced::observed(usage), levels: Sourced::observed(storeys), ..Building::default() };
    region.buildings.push(building, ShapeKind::Area, [&square(at, 5.0)[..]]);
}

/// A street from one place to another; streets meet where they have an end in common.
fn street(region: &mut Region, ends: [[f64; 2]; 2]) {
    let line = ends.map(position);
    let [from, to] = line.map(|end| {
        let nodes = &mut region.network.nodes;
        let known = nodes.iter().position(|node| *node == end);
        known.unwrap_or_else(|| {
            nodes.push(end);
            nodes.len() - 1
        }) as u32
    });
    let street = Street {
        id: new_id(region),
        class: StreetClass::Residential,
        lanes: Sourced::observed(2),
        speed: Sourced::observed(60),
        ..Street::default()
    };
    let street = region.streets.push(street, ShapeKind::Line, [&line[..]]) as u32;
    region.network.edges.push(Edge { from, to, street, first_point: 0, last_point: 1, length: length(&line) as f32 });
}

/// The stretches of the streets about four blocks of 200 m.
fn stretches(corner: [f64; 2]) -> Vec<[[f64; 2]; 2]> {
    let place = |x: u32, y: u32| [corner[0] + 200.0 * f64::from(x), corner[1] + 200.0 * f64::from(y)];
    let steps = (0..3).flat_map(|line| (0..2).map(move |step| (line, step)));
    steps.flat_map(|(line, step)| [[place(step, line), place(step + 1, line)], [place(line, step), place(line, step + 1)]]).collect()
}

fn streets(region: &mut Region, corner: [f64; 2]) {
    stretches(corner).into_iter().for_each(|ends| street(region, ends));
}

/// A house beside every stretch.
fn houses(region: &mut Region, corner: [f64; 2]) {
    for [from, to] in stretches(corner) {
        building(region, BuildingUse::House, 1, [(from[0] + to[0]) / 2.0 + 20.0, (from[1] + to[1]) / 2.0 + 20.0]);
    }
}

/// A settlement about four blocks.
fn settlement(region: &mut Region, corner: [f64; 2], population: Option<u32>) {
    let place = Place { id: new_id(region), kind: PlaceKind::Village, population: Sourced::observed(population), ..Place::default() };
    region.places.push_point(place, position([corner[0] + 200.0, corner[1] + 200.0]));
}

fn amenity(region: &mut Region, kind: AmenityKind, capacity: Option<u32>, at: [f64; 2]) {
    let amenity = Amenity { id: new_id(region), kind, capacity: Sourced::observed(capacity), ..Amenity::default() };
    region.amenities.push_point(amenity, position(at));
}

fn stop(region: &mut Region, at: [f64; 2]) -> FeatureId {
    let id = new_id(region);
    region.stops.push_point(TransitStop { id, ..TransitStop::default() }, position(at));
    id
}

/// A line over some stops; its course leads over those that there are.
fn line(region: &mut Region, stops: &[FeatureId], headway: u16) {
    let known = stops.iter().filter_map(|wanted| region.stops.features.iter().position(|stop| stop.id == *wanted));
    let course: Vec<Position> = known.map(|stop| region.stops.shapes.get(stop).anchor()).collect();
    let line = TransitLine {
        id: new_id(region),
        headway: Sourced::observed(headway),
        stops: StopSequence(stops.to_vec()),
        ..TransitLine::default()
    };
    region.lines.push(line, ShapeKind::Line, [&course[..]]);
}

/// Two villages with their streets and houses, and no way from one to the other.
fn islands(populations: [Option<u32>; 2]) -> Region {
    let mut region = Region::default();
    for (corner, population) in [[0.0, 0.0], [APART, 0.0]].into_iter().zip(populations) {
        streets(&mut region, corner);
        houses(&mut region, corner);
        settlement(&mut region, corner, population);
    }
    region
}

/// The road from the first village to the second.
fn road(region: &mut Region) {
    street(region, [[400.0, 200.0], [APART, 200.0]]);
}

/// Work for two thousand in the first village, and one institution of every sort with so many places.
fn equip(region: &mut Region, capacity: Option<u32>) {
    use AmenityKind::{
        Administration, AmbulanceStation, FireStation, Hospital, ItHub, Kindergarten, Park, Pharmacy, Polyclinic, School, Shop,
    };
    let kinds = [School, Kindergarten, Hospital, Polyclinic, Pharmacy, Shop, AmbulanceStation, FireStation, Park, ItHub, Administration];
    kinds.into_iter().for_each(|kind| amenity(region, kind, capacity, [190.0, 230.0]));
    for at in [[100.0, 100.0], [300.0, 100.0], [100.0, 300.0], [300.0, 300.0]] {
        building(region, BuildingUse::Office, 250, at);
    }
}

/// Stops in the first village, on the road and in the second.
fn stops(region: &mut Region) -> [FeatureId; 3] {
    [200.0, 3_000.0, APART + 200.0].map(|east| stop(region, [east, 200.0]))
}

/// The villages of a region with a road, a bus, and one institution of every sort with so many places.
fn equipped(mut region: Region, capacity: Option<u32>) -> Region {
    road(&mut region);
    equip(&mut region, capacity);
    let stops = stops(&mut region);
    line(&mut region, &stops, 20);
    region
}

/// Two villages of a thousand people, equipped.
fn valley(capacity: Option<u32>) -> Region {
    equipped(islands([Some(1_000); 2]), capacity)
}

/// The same with nobody there.
fn deserted() -> Region {
    let mut region = Region::default();
    [[0.0, 0.0], [APART, 0.0]].into_iter().for_each(|corner| streets(&mut region, corner));
    equipped(region, Some(100))
}

/// Every complaint has words in every language, and speaks of numbers only.
fn assert_worded<'n>(what: &str, notes: impl IntoIterator<Item = &'n Diagnostic>) {
    for note in notes {
        let key = format!("error-{}", note.code);
        assert!(WORDS.iter().all(|words| words.has(&key)), "{what}: there is no {key}");
        let is_sound = |arg: &Arg| if let Arg::Number(number) = arg { number.is_finite() } else { true };
        assert!(note.args.iter().all(|(_, arg)| is_sound(arg)), "{what}: {note}");
    }
}

/// Everything that is measured is a number: by metric, on the map, over the day, and of those who gain or lose. No field of today
/// means anything by infinity.
fn assert_sane(what: &str, measured: &Measured) {
    for (id, value) in &measured.values {
        let metric = find(id).unwrap_or_else(|| panic!("{what}: {id} is no metric"));
        let is_share = metric.unit == Unit::Percent && metric.id != "school-load";
        // Minus nothing is what the machine makes of the sum of nothing.
        assert!(value.is_finite() && (*value != 0.0 || value.is_sign_positive()), "{what}: {id} is {value}");
        assert!(!is_share || (-1e-6..=100.0 + 1e-6).contains(value), "{what}: {id} is {value} %");
    }
    for field in measured.outcomes.values().flat_map(|outcome| &outcome.fields) {
        let odd = field.values.iter().find(|(_, value)| !value.is_finite());
        assert!(odd.is_none() && field.beyond.is_finite(), "{what}: {} holds {odd:?}", field.id);
        assert!(field.values.is_sorted_by(|a, b| a.0 < b.0), "{what}: {} is not in the order of its layer", field.id);
    }
    for series in measured.outcomes.values().flat_map(|outcome| &outcome.series) {
        let is_sound = |(hour, value): &(u8, f64)| *hour < 24 && value.is_finite() && *value >= 0.0;
        assert!(series.values.iter().all(is_sound), "{what}: {series:?}");
    }
    for shift in &measured.shifts {
        let numbers = [&shift.better, &shift.worse].map(|side| [side.people, side.mean]);
        assert!(numbers.as_flattened().iter().all(|number| number.is_finite()), "{what}: {shift:?}");
    }
    assert_worded(what, measured.notes());
}

/// Something is complained about.
fn assert_said(what: &str, measured: &Measured, codes: &[&str]) {
    let said: Vec<&str> = measured.notes().iter().map(|note| note.code).collect();
    assert!(codes.iter().all(|code| said.contains(code)), "{what}: {codes:?} are not all among {said:?}");
}

/// An answer holds numbers, and where it advises nothing it says why.
fn assert_answered(what: &str, Report { value: answer, notes }: &Report<Answer>) {
    let people = answer.advised.iter().map(|advised| advised.people);
    let mut numbers = people.chain([answer.value, answer.bound, answer.gap, answer.newly, answer.people]);
    assert!(numbers.all(f64::is_finite), "{what}: {answer:?}");
    assert!(!answer.advised.is_empty() || !notes.is_empty(), "{what}: nothing is advised, and nobody says why");
    assert_worded(what, notes);
}

/// What is short is ranked and can be mended, and every kind of institution can be asked for.
fn assert_advised(what: &str, base: &Baseline) {
    let (setting, measured) = (base.setting(), base.measured());
    let short = ranked(&setting, &CATALOG, &|id| measured.field(id));
    for shortfall in &short {
        let is_sound = [shortfall.people, shortfall.gap, shortfall.weight].iter().all(|number| number.is_finite() && *number > 0.0);
        assert!(is_sound && shortfall.gap <= 1.0 + 1e-9, "{what}: {shortfall:?}");
        assert_eq!(shortfall.template.is_none(), shortfall.count == 0, "{what}: {shortfall:?}");
    }
    for shortfall in short.iter().take(4) {
        assert_answered(&format!("{what}: {} is mended", shortfall.id), &mend(&setting, &CATALOG, shortfall));
    }
    for known in &KINDS {
        assert_answered(&format!("{what}: {}", known.id), &next(&setting, &CATALOG, &Question::new(known), 2));
    }
    for id in ["school", "ambulance"] {
        let question = Question { objective: Objective::LeastWay, ..Question::new(kind(id).expect("a kind")) };
        assert_answered(&format!("{what}: the least way to {id}"), &next(&setting, &CATALOG, &question, 2));
    }
}

/// A region measured as it is.
fn measured(what: &str, region: Region, assumptions: &Assumptions) -> Baseline {
    let survey = Arc::new(Survey::new(&region));
    let base = Baseline::new(Arc::new(region), survey, assumptions.clone());
    assert_sane(what, base.measured());
    base
}

fn placed(template: &str, points: Vec<GeoPoint>) -> Placed {
    let template = Spot { value: template.to_owned(), span: 0..0 };
    Placed { key: 1, template, points, bearing: 0.0, set: BTreeMap::new(), on: None, from: None, builds_from: None }
}

/// What is planned where one solution is placed.
fn plan(base: &Baseline, placed: Placed) -> Plan {
    let Setting { region, survey, .. } = base.setting();
    Plan::new(BTreeMap::from([(placed.key, placed)]), Ground { region, survey, catalog: &CATALOG }, &Plan::default())
}

/// A region measured twice as it is, with nothing and with a school built in it, and asked for advice. Gives what is measured as it is.
fn tried(what: &str, region: Region, assumptions: &Assumptions) -> Arc<Measured> {
    let base = measured(what, region.clone(), assumptions);
    let known = base.measured();
    assert_eq!(known, measured(what, region, assumptions).measured(), "{what}: twice is not the same");
    let copy = Arc::new(base.with(&Plan::default(), &CATALOG));
    let column = |measured: &Arc<Measured>| Column { id: String::new(), name: String::new(), measured: measured.clone() };
    for (metric, cells) in (Comparison { columns: vec![column(known), column(&copy)] }).rows() {
        assert_eq!(cells[1].delta, cells[1].value.map(|_| 0.0), "{what}: {} of an unedited copy", metric.id);
    }
    let Setting { region, survey, .. } = base.setting();
    let home = survey.all_homes().next().map_or(Position::default(), |home| home.at);
    let plan = plan(&base, placed("school", vec![region.frame.geo_from_position(home)]));
    assert!(plan.faults.is_empty(), "{what}: {:?}", plan.faults);
    let built = base.with(&plan, &CATALOG);
    assert_sane(&format!("{what}, with a school"), &built);
    assert!(built.values["capital"] > 0.0, "{what}: a school costs something");
    assert_advised(what, &base);
    known.clone()
}

/// What is said where nothing but people or streets is known.
const UNKNOWN: [&str; 4] = ["schooling-nothing-known", "care-nothing-known", "traffic-nobody-drives", "transit-no-lines"];

#[test]
fn nothing_homes_alone_and_streets_alone_are_measured() {
    let assumptions = Assumptions::default();
    let nothing = tried("nothing", Region::default(), &assumptions);
    assert_said("nothing", &nothing, &UNKNOWN);
    assert_said("nothing", &nothing, &["routing-no-streets"]);
    assert!(!nothing.values.contains_key("residents"), "nobody knows of anybody");

    let mut region = Region::default();
    for corner in [[0.0, 0.0], [APART, 0.0]] {
        houses(&mut region, corner);
        settlement(&mut region, corner, Some(1_000));
    }
    let homes = tried("homes", region, &assumptions);
    assert_said("homes", &homes, &UNKNOWN);
    assert_said("homes", &homes, &["routing-no-streets", "places-without-street"]);
    assert_eq!(homes.values["residents"], 2_000.0);

    let mut region = Region::default();
    houses(&mut region, [0.0, 0.0]);
    assert_said("houses of no settlement", &tried("houses of no settlement", region, &assumptions), &UNKNOWN);

    let mut region = Region::default();
    streets(&mut region, [0.0, 0.0]);
    assert_said("streets", &tried("streets", region, &assumptions), &UNKNOWN);
}

#[test]
fn each_island_has_its_own_trips_and_no_school_beyond_the_water() {
    let mut region = islands([Some(1_000); 2]);
    equip(&mut region, None);
    let parted = tried("islands", region.clone(), &Assumptions::default());
    assert_said("islands", &parted, &["routing-parts-apart", "capacity-people-without-place", "access-people-without-supply"]);
    // Everybody goes somewhere, though nearly all work lies on the first island.
    assert!((parted.values["trips"] - 440.0).abs() < 0.01, "{}", parted.values["trips"]);
    assert!((parted.values["pupils-without-place"] - 136.0).abs() <= 4.0, "{}", parted.values["pupils-without-place"]);
    assert!((parted.values["ambulance-share"] - 50.0).abs() < 0.1, "{}", parted.values["ambulance-share"]);

    let far = [50_000.0, 50_000.0];
    houses(&mut region, far);
    settlement(&mut region, far, Some(500));
    let lost = tried("a village without streets", region, &Assumptions::default());
    assert_said("a village without streets", &lost, &["places-without-street"]);
    assert_eq!(lost.values["residents"], 2_500.0);
}

#[test]
fn a_school_that_nobody_reaches_has_no_way_to_it() {
    let mut region = Region::default();
    streets(&mut region, [0.0, 0.0]);
    amenity(&mut region, AmenityKind::School, None, [10.0, 10.0]);
    houses(&mut region, [APART, 0.0]);
    settlement(&mut region, [APART, 0.0], Some(1_000));
    let apart = tried("a school and homes without a way", region, &Assumptions::default());
    assert_said("a school and homes without a way", &apart, &["places-without-street", "capacity-people-without-place"]);
    assert!(!apart.values.contains_key("school-way"), "a way of no length would be the best of all");
    assert_eq!(apart.values["pupils-without-place"], 136.0);
}

#[test]
fn nobody_and_a_billion_people_are_measured() {
    for population in [Some(0), None] {
        let mut region = islands([population; 2]);
        road(&mut region);
        equip(&mut region, Some(100));
        let nobody = tried("nobody", region, &Assumptions::default());
        assert_said("nobody", &nobody, &["schooling-nothing-known", "care-nothing-known"]);
        assert!(!nobody.values.contains_key("residents") && nobody.values["work-places"] > 0.0);
    }

    let mut region = deserted();
    building(&mut region, BuildingUse::House, 1, [APART + 120.0, 20.0]);
    settlement(&mut region, [APART, 0.0], Some(1_000_000_000));
    // All of them on one road.
    let set_out = Assumptions([("resident-pull".to_owned(), 0.0), ("peak-trips".to_owned(), 2.0)].into());
    let jam = measured("a billion on a road", region.clone(), &set_out);
    assert!(jam.measured().values["car-kilometres"] > 1e8, "{:?}", jam.measured().values);
    let crowd = tried("a billion in a house", region, &Assumptions::default());
    assert_said("a billion in a house", &crowd, &["capacity-people-without-place"]);
    assert_eq!(crowd.values["residents"], 1e9);
    assert!((crowd.values["trips"] / 2.2e8 - 1.0).abs() < 1e-6, "{}", crowd.values["trips"]);
    assert!(crowd.values["pupils-without-place"] > 1.3e8 && crowd.values["care-unmet"] > 3.5e7, "{:?}", crowd.values);

    let mut region = valley(Some(100));
    region.places.features[0].population.value = Some(u32::MAX);
    region.places.features[1].population.value = Some(1);
    let crowd = tried("as many as can be written", region, &Assumptions::default());
    assert_eq!(crowd.values["residents"], 4_294_967_296.0);
}

#[test]
fn no_places_and_more_than_anybody_needs_are_measured() {
    let closed = tried("no places", valley(Some(0)), &Assumptions::default());
    assert_said("no places", &closed, &["capacity-no-places", "capacity-people-without-place", "access-people-without-supply"]);
    assert!(!closed.values.contains_key("school-load"), "nobody knows a load of no places");
    assert_eq!((closed.values["pupils-without-place"], closed.values["care-unmet"]), (272.0, 72.0));

    let ample = tried("places without end", valley(Some(u32::MAX)), &Assumptions::default());
    assert_eq!((ample.values["pupils-without-place"], ample.values["care-unmet"]), (0.0, 0.0));
    assert!(ample.values["school-load"] > 0.0 && ample.values["school-load"] < 1e-3);

    // More pupils than people, in a school that has fewer places than they need.
    let mut region = valley(Some(1));
    region.amenities.features.iter_mut().for_each(|amenity| amenity.enrolled = Sourced::observed(Some(u32::MAX)));
    let full = tried("more pupils than people", region, &Assumptions::default());
    assert!(full.values["pupils-without-place"] > 4e9, "{}", full.values["pupils-without-place"]);
}

#[test]
fn demand_without_supply_and_supply_without_demand_are_measured() {
    let mut region = islands([Some(1_000); 2]);
    road(&mut region);
    let demand = tried("demand alone", region, &Assumptions::default());
    assert_said("demand alone", &demand, &["schooling-nothing-known", "care-nothing-known", "transit-no-lines"]);
    assert!((demand.values["trips"] - 440.0).abs() < 0.01, "{}", demand.values["trips"]);
    assert!(!demand.values.contains_key("reach-school") && !demand.values.contains_key("fire-share"), "nobody knows who has none");

    let supply = tried("supply alone", deserted(), &Assumptions::default());
    assert_said("supply alone", &supply, &["schooling-nothing-known", "care-nothing-known", "traffic-nobody-drives"]);
    assert!(supply.values["transit-kilometres"] > 0.0 && supply.values["transit-rides"] == 0.0, "{:?}", supply.values);
    assert!(!supply.values.contains_key("transit-wait"), "nobody waits");
}

#[test]
fn odd_lines_are_named_and_the_others_run() {
    let mut region = islands([Some(1_000); 2]);
    road(&mut region);
    equip(&mut region, Some(100));
    let [home, middle, end] = stops(&mut region);
    let far = stop(&mut region, [1_000_000.0, 200.0]);
    let [gone, lost] = [7_777_777, 8_888_888].map(|number| FeatureId::new(IdKind::Way, number));
    let (assumed, few, missing) = ("transit-interval-assumed", "transit-line-without-stops", "transit-line-stop-missing");
    let cases: [(&str, &[FeatureId], u16, &[&str]); 10] = [
        ("no interval", &[home, middle, end], 0, &[assumed]),
        ("the longest interval", &[home, middle, end], u16::MAX, &[]),
        ("no stop", &[], 10, &[few, "transit-no-lines"]),
        ("one stop", &[home], 10, &[few, "transit-no-lines"]),
        ("one stop again and again", &[home, home, home], 10, &[few, "transit-no-lines"]),
        ("a stop that is missing", &[home, gone, end], 10, &[missing]),
        ("no stop that there is", &[gone, lost], 10, &[missing, few, "transit-no-lines"]),
        ("to and fro", &[home, end, home, end], 10, &[]),
        ("a thousand kilometres", &[home, far], 10, &[]),
        ("a thousand kilometres now and then", &[far, home, far], u16::MAX, &[]),
    ];
    let mut all = region.clone();
    for (what, stops, headway, codes) in cases {
        let mut alone = region.clone();
        line(&mut alone, stops, headway);
        line(&mut all, stops, headway);
        let base = measured(what, alone, &Assumptions::default());
        assert_said(what, base.measured(), codes);
        let runs = base.measured().values.contains_key("transit-kilometres");
        assert_eq!(runs, !codes.contains(&"transit-no-lines"), "{what}");
    }
    assert_said("all lines", &tried("all lines", all, &Assumptions::default()), &[assumed, few, missing]);
}

#[test]
fn assumptions_at_their_bounds_and_beyond_leave_numbers() {
    let all = |value: fn(&AssumptionSpec) -> f64| {
        let specs = assumption_specs().into_iter().chain([&MAST]);
        Assumptions(specs.map(|spec| (spec.id.to_owned(), value(spec))).collect())
    };
    let set = |values: &[(&str, f64)]| Assumptions(values.iter().map(|(id, value)| ((*id).to_owned(), *value)).collect());
    tried("the least of all", valley(Some(100)), &all(|spec| spec.least));
    tried("the most of all", valley(Some(100)), &all(|spec| spec.most));
    let values = |what: &str, assumptions: &Assumptions| measured(what, valley(Some(100)), assumptions).measured().values.clone();
    let usual = values("the usual", &Assumptions::default());
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let odd_ones = Assumptions(assumption_specs().into_iter().map(|spec| (spec.id.to_owned(), odd)).collect());
        assert_eq!(values("no numbers", &odd_ones), usual, "what is {odd} is not set");
    }
    let [none, least] = [0.0, 5.0].map(|places| values("a bus of no places", &set(&[("bus-capacity", places)])));
    assert_eq!(none, least, "a bus has a place for somebody");
    // No vehicle departs.
    let still = values("a day that ends before it begins", &set(&[("first-hour", 23.0), ("last-hour", 0.0)]));
    assert_eq!((still["transit-kilometres"], still["transit-rides"]), (0.0, 0.0));
    tried("trips to work alone", valley(Some(100)), &set(&[("resident-pull", 0.0), ("deterrence", 100.0), ("peak-trips", 2.0)]));
}

#[test]
fn the_edges_of_the_plane_are_measured() {
    let corners = [[-2_147_000.0, -2_147_000.0], [2_147_000.0, 2_147_000.0]];
    let mut region = Region::default();
    for corner in corners {
        streets(&mut region, corner);
        houses(&mut region, corner);
        settlement(&mut region, corner, Some(1_000));
        amenity(&mut region, AmenityKind::School, None, corner);
        building(&mut region, BuildingUse::Office, 5, [corner[0] + 100.0, corner[1] + 100.0]);
    }
    street(&mut region, corners);
    let stops = corners.map(|corner| stop(&mut region, corner));
    line(&mut region, &stops, 60);
    // As far as whole millimetres go: what is drawn beyond lies on the edge.
    building(&mut region, BuildingUse::House, 1, [2_147_483.647, -2_147_483.648]);
    let far = tried("the edges of the plane", region, &Assumptions::default());
    assert_eq!(far.values["residents"], 2_000.0);
    assert!(far.values["pupils-without-place"] <= 4.0, "all but those of the last house find a place");
}

#[test]
fn damaged_stretches_and_rings_are_of_no_use_to_anybody() {
    let sound = valley(Some(100));
    let mut damaged = sound.clone();
    let edge = sound.network.edges[0];
    damaged.network.edges.extend([
        Edge { from: 99_999, ..edge },
        Edge { street: 99_999, ..edge },
        Edge { length: f32::NAN, ..edge },
        Edge { length: f32::INFINITY, ..edge },
        Edge { length: -3.0, ..edge },
        Edge { first_point: 1, last_point: 9, ..edge },
    ]);
    let usual = measured("sound stretches", sound, &Assumptions::default());
    let odd = tried("damaged stretches", damaged.clone(), &Assumptions::default());
    assert_said("damaged stretches", &odd, &["routing-stretches-odd"]);
    assert_eq!(odd.values, usual.measured().values);
    // A new street looks for one to join.
    let base = measured("damaged stretches", damaged, &Assumptions::default());
    let corners = [[2_000.0, 210.0], [2_300.0, 210.0], [2_300.0, 400.0], [2_000.0, 400.0]];
    let corners = corners.map(|corner| base.setting().region.frame.geo_from_position(position(corner)));
    let built = base.with(&plan(&base, placed("housing-quarter", corners.to_vec())), &CATALOG);
    assert_sane("a quarter on damaged stretches", &built);
    assert!(built.values["residents"] > 2_000.0, "{}", built.values["residents"]);

    // A hole larger than its house would take away all the floor of the house beside it.
    let mut region = islands([Some(1_000), None]);
    let corner = [3_000.0, 3_000.0];
    settlement(&mut region, corner, Some(100));
    building(&mut region, BuildingUse::House, 3, [3_200.0, 3_200.0]);
    let mut hole = square([3_300.0, 3_200.0], 10.0);
    hole.reverse();
    let house = Building { id: new_id(&region), usage: Sourced::observed(BuildingUse::House), ..Building::default() };
    region.buildings.push(house, ShapeKind::Area, [&square([3_300.0, 3_200.0], 5.0)[..], &hole[..]]);
    let holed = tried("a hole larger than its house", region, &Assumptions::default());
    let housed: f32 = holed.field("residents").into_iter().flat_map(|field| &field.values).map(|(_, people)| *people).sum();
    assert!((housed - 1_100.0).abs() < 0.1, "{housed}");
}

#[test]
fn odd_plans_are_named_or_build_nothing() {
    let base = measured("the valley", valley(Some(100)), &Assumptions::default());
    let here = base.setting().region.frame.geo_from_position(position([2_000.0, 300.0]));
    let with = |name: &str, value: f64| Placed { set: BTreeMap::from([(name.to_owned(), value)]), ..placed("school", vec![here]) };
    for (what, odd) in [
        ("turned nowhere", Placed { bearing: f64::NAN, ..placed("school", vec![here]) }),
        ("nowhere", placed("school", vec![GeoPoint::new(f64::NAN, f64::NAN)])),
        ("on the other side of the Earth", placed("school", vec![GeoPoint::new(90.0, 0.0)])),
        ("at the pole", placed("school", vec![GeoPoint::new(0.0, 90.0)])),
        ("of no number of places", with("places", f64::NAN)),
        ("without end", with("places", f64::INFINITY)),
        ("less than nothing", with("places", f64::NEG_INFINITY)),
        ("unknown parameter", with("nosuch", 1.0)),
        ("on nothing that there is", Placed { on: Some("lines r1".to_owned()), ..placed("bus-intervals", vec![here]) }),
        ("an area of no area", placed("housing-quarter", vec![here; 3])),
    ] {
        assert_sane(what, &base.with(&plan(&base, odd), &CATALOG));
    }
    for (code, odd) in [("solution-unknown", placed("nosuch", vec![here])), ("solution-incomplete", placed("school", Vec::new()))] {
        let plan = plan(&base, odd);
        assert_eq!(plan.faults.values().map(|fault| fault.code).collect::<Vec<_>>(), [code]);
        assert_worded(code, plan.faults.values());
        assert_eq!(base.with(&plan, &CATALOG), **base.measured(), "{code}: nothing is built");
    }
}
