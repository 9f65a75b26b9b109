//! The default scene's sketch: known facts stand where they are known to stand, totals hold, and twice is the same.

use aimaq::store::design::embedded_catalog;
use aimaq::twin::catalog::resource::Resource;
use aimaq::twin::catalog::survey::Survey;
use aimaq::twin::conformity::of_region;
use aimaq::twin::diagnostic::Diagnostic;
use aimaq::twin::import::Unwatched;
use aimaq::twin::import::sketch::region_from_sketch;
use aimaq::twin::model::amenity::AmenityKind;
use aimaq::twin::model::boundary::BoundaryKind;
use aimaq::twin::model::id::IdKind;
use aimaq::twin::model::layer::ShapeKind;
use aimaq::twin::model::names::{Language, Name};
use aimaq::twin::model::origin::Origin;
use aimaq::twin::model::place::PlaceKind;
use aimaq::twin::model::quality::Finding;
use aimaq::twin::model::region::{Region, Standing};
use aimaq::twin::model::space::{Bounds, GeoPoint, Position};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

fn load(name: &str) -> Result<Vec<u8>, Diagnostic> {
    let path = Path::new("scenes/kostanay").join(name);
    std::fs::read(path).map_err(|_| Diagnostic::error("file-not-found").with("file", name))
}

fn generate() -> Region {
    region_from_sketch("sketch.ron", &load, &Unwatched).unwrap_or_else(|diagnostic| panic!("{diagnostic}"))
}

static REGION: LazyLock<Region> = LazyLock::new(generate);

fn geo(lon: f64, lat: f64) -> Position {
    REGION.frame.position_from_geo(GeoPoint::new(lon, lat))
}

fn settlements() -> impl Iterator<Item = (&'static aimaq::twin::model::place::Place, Position)> {
    REGION.places.iter().filter(|(place, _)| place.kind.is_settlement()).map(|(place, shape)| (place, shape.anchor()))
}

fn amenities(kind: AmenityKind) -> impl Iterator<Item = (&'static aimaq::twin::model::amenity::Amenity, Position)> {
    REGION.amenities.iter().filter(move |(amenity, _)| amenity.kind == kind).map(|(amenity, shape)| (amenity, shape.anchor()))
}

fn english(name: &Name) -> &'static str {
    name.read(Language::English, &REGION.strings)
}

#[test]
fn it_says_that_it_is_a_sketch() {
    assert_eq!(REGION.standing, Standing::Sketch);
    assert!(REGION.quality.count_of(Finding::Generated) > 200_000);
    assert!(REGION.quality.count_of(Finding::CapacitiesEstimated) > 436);
    assert!(
        REGION.buildings.features.iter().all(|building| building.id.kind() == IdKind::Sketch && building.height.origin != Origin::Observed)
    );
    assert!(REGION.credits().iter().any(|credit| credit.contains("OpenStreetMap")));
}

#[test]
fn residents_add_up_to_the_region() {
    let off = (REGION.population() as f64 - 821_800.0).abs() / 821_800.0;
    assert!(off < 0.01, "{}", REGION.population());
    let people = |name: &str| settlements().find(|(place, _)| english(&place.name) == name).and_then(|(place, _)| place.population.value);
    assert_eq!(people("Kostanay"), Some(276_800));
    assert_eq!(people("Rudny"), Some(123_200));
    let generated = settlements().filter(|(place, _)| place.kind != PlaceKind::City && place.population.origin == Origin::Assumed);
    assert!(generated.count() >= 400 && settlements().count() >= 429);
}

#[test]
fn every_district_is_there_with_its_names() {
    let districts = REGION.boundaries.features.iter().filter(|boundary| boundary.kind == BoundaryKind::District);
    assert_eq!(districts.count(), 20);
    assert!(REGION.boundaries.features.iter().any(|boundary| boundary.kind == BoundaryKind::Region));
    let seats = settlements().filter(|(place, _)| place.seat).count();
    assert!(seats >= 16, "{seats}");
}

#[test]
fn names_are_complete_in_three_languages_and_unique_within_a_district() {
    for place in &REGION.places.features {
        assert!(place.name.by_language.iter().all(|name| !name.is_empty()), "{:?} {}", place.id, english(&place.name));
    }
    let mut seen = BTreeSet::new();
    for (place, at) in settlements() {
        let districts: Vec<usize> = (0..REGION.boundaries.len())
            .filter(|&index| REGION.boundaries.features[index].kind == BoundaryKind::District)
            .filter(|&index| REGION.boundaries.shapes.get(index).contains(at))
            .collect();
        assert!(seen.insert((districts, place.name.by_language)), "{} twice", english(&place.name));
    }
}

#[test]
fn schools_and_pupils_hold_exactly() {
    assert_eq!(amenities(AmenityKind::School).count(), 436);
    let pupils: u32 = amenities(AmenityKind::School).filter_map(|(school, _)| school.enrolled.value).sum();
    assert_eq!(pupils, 111_694);
    for (school, _) in amenities(AmenityKind::School) {
        let (capacity, enrolled) = (school.capacity.value.unwrap_or(0), school.enrolled.value.unwrap_or(0));
        assert!((1..=2).contains(&school.shifts.value) && capacity * u32::from(school.shifts.value) >= enrolled);
        assert_eq!(school.capacity.origin, Origin::Assumed);
    }
}

#[test]
fn balances_hold_the_totals_that_are_known() {
    let survey = Survey::new(&REGION);
    let catalog = embedded_catalog();
    let report = of_region(&REGION, &survey, &catalog, &[]);
    let total = |resource| report.totals.iter().find(|total| total.resource == resource).expect("a total");
    let schools = total(Resource::SchoolPlaces);
    assert_eq!((schools.suppliers, schools.needed.round()), (436, 111_694.0));
    // Nobody knows what its networks have left.
    let settlements = survey.settlements().iter().filter(|settlement| settlement.population > 0.0).count();
    assert_eq!((total(Resource::Power).unknown, total(Resource::Power).short), (settlements, 0.0));
    assert!(report.shortfalls.is_sorted_by(|a, b| a.people >= b.people));
    // The places that the queue of the city waits for.
    let city = survey.settlement_index(geo(63.6246, 53.2144)).expect("the city");
    assert_eq!(english(&survey.settlements()[city].name), "Kostanay");
    let kindergartens = report
        .shortfalls
        .iter()
        .find(|shortfall| shortfall.settlement == city && shortfall.balance.resource == Resource::KindergartenPlaces)
        .expect("short of places");
    assert!((1_000.0..4_000.0).contains(&kindergartens.balance.short()), "{}", kindergartens.balance.short());
}

#[test]
fn the_queue_for_kindergartens_is_there() {
    let city = geo(63.6246, 53.2144);
    let short = |centre: Position, radius: f64| -> u32 {
        let near = amenities(AmenityKind::Kindergarten).filter(|(_, at)| at.distance(centre) < radius);
        near.map(|(kindergarten, _)| kindergarten.enrolled.value.unwrap_or(0) - kindergarten.capacity.value.unwrap_or(0)).sum()
    };
    assert_eq!(short(city, 8000.0), 2000);
    let airport = REGION.places.iter().find(|(place, _)| english(&place.name) == "Airport").map(|(_, shape)| shape.anchor());
    assert_eq!(short(airport.expect("Airport quarter"), 1400.0), 400);
}

#[test]
fn known_services_stand_at_their_places_with_a_building() {
    let table = String::from_utf8(load("services.csv").expect("table")).expect("text");
    let mut rows = 0;
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.rsplitn(3, ',').collect();
        let at = geo(cells[1].parse().expect("lon"), cells[0].parse().expect("lat"));
        let nearest = REGION.amenities.iter().map(|(_, shape)| shape.anchor().distance(at)).fold(f64::MAX, f64::min);
        assert!(nearest < 1.0, "{row}: {nearest}");
        assert!(REGION.buildings.iter().any(|(_, shape)| shape.bounds().contains(at.metres()) && shape.contains(at)), "{row}: no building");
        rows += 1;
    }
    assert_eq!(rows, 64);
}

#[test]
fn the_city_is_built_up() {
    let city = geo(63.6246, 53.2144);
    let tobyl = settlements().find(|(place, _)| english(&place.name) == "Tobyl").map(|(_, at)| at).expect("Tobyl");
    let here = REGION.buildings.iter().filter(|(_, shape)| {
        let at = shape.first()[0];
        at.distance(city) < 6500.0 && at.distance(city) < at.distance(tobyl) + 1500.0
    });
    assert!(here.count() >= 20_000);
    assert!((150_000..=225_000).contains(&REGION.buildings.len()), "{}", REGION.buildings.len());
    let bridges = REGION.streets.iter().filter(|(street, shape)| street.bridge && shape.anchor().distance(city) < 6000.0).count();
    assert_eq!(bridges, 3);
    assert!(REGION.trees.len() <= 60_000);
}

/// Things by cells of 200 metres.
fn by_cell<'a>(bounds: impl Iterator<Item = (usize, Bounds)> + 'a) -> BTreeMap<(i32, i32), Vec<usize>> {
    let cell = |value: f64| (value / 200.0).floor() as i32;
    let mut cells: BTreeMap<(i32, i32), Vec<usize>> = BTreeMap::new();
    for (index, bounds) in bounds {
        for x in cell(bounds.min[0])..=cell(bounds.max[0]) {
            for y in cell(bounds.min[1])..=cell(bounds.max[1]) {
                cells.entry((x, y)).or_default().push(index);
            }
        }
    }
    cells
}

#[test]
fn no_building_and_no_settlement_stands_in_water() {
    let areas = (0..REGION.water.len()).filter(|&index| REGION.water.shapes.get(index).kind == ShapeKind::Area);
    let cells = by_cell(areas.map(|index| (index, REGION.water.shapes.get(index).bounds())));
    let wet = |at: Position| {
        let cell = ((at.east() / 200.0).floor() as i32, (at.north() / 200.0).floor() as i32);
        cells.get(&cell).is_some_and(|list| list.iter().any(|&index| REGION.water.shapes.get(index).contains(at)))
    };
    for (building, shape) in REGION.buildings.iter() {
        assert!(!wet(shape.anchor()), "building {} in water", building.id);
    }
    for (place, at) in settlements() {
        assert!(!wet(at), "{} in water", english(&place.name));
    }
}

#[test]
fn no_building_stands_on_another() {
    let cells = by_cell(REGION.buildings.iter().enumerate().map(|(index, (_, shape))| (index, shape.bounds())));
    let mut clashes = 0;
    for (cell, list) in &cells {
        for &index in list {
            let centre = REGION.buildings.shapes.get(index).anchor();
            let own = ((centre.east() / 200.0).floor() as i32, (centre.north() / 200.0).floor() as i32);
            if own == *cell {
                clashes += list.iter().filter(|&&other| other != index && REGION.buildings.shapes.get(other).contains(centre)).count();
            }
        }
    }
    assert_eq!(clashes, 0);
}

#[test]
fn no_street_runs_through_a_building() {
    let cells = by_cell(REGION.buildings.iter().enumerate().map(|(index, (_, shape))| (index, shape.bounds())));
    let mut hit = BTreeSet::new();
    for (_, shape) in REGION.streets.iter() {
        // Every four metres of every street: no footprint is so narrow that much of it would be missed.
        let pieces = shape.first().windows(2).flat_map(|pair| {
            let steps = (pair[0].distance(pair[1]) / 4.0).ceil().max(1.0) as usize;
            (0..=steps).map(move |step| aimaq::twin::model::space::along(pair, step as f64 / steps as f64))
        });
        for at in pieces {
            let cell = ((at.east() / 200.0).floor() as i32, (at.north() / 200.0).floor() as i32);
            let Some(near) = cells.get(&cell) else { continue };
            hit.extend(near.iter().copied().filter(|&index| {
                let shape = REGION.buildings.shapes.get(index);
                shape.bounds().contains(at.metres()) && shape.contains(at)
            }));
        }
    }
    assert_eq!(hit.len(), 0);
}

#[test]
fn the_streets_make_one_network() {
    let (_, largest) = REGION.network.components();
    assert!(largest as f64 >= 0.99 * REGION.network.nodes.len() as f64);
    for edge in &REGION.network.edges {
        let line = REGION.streets.shapes.get(edge.street as usize).first();
        assert_eq!(line[usize::from(edge.first_point)], REGION.network.nodes[edge.from as usize]);
        assert_eq!(line[usize::from(edge.last_point)], REGION.network.nodes[edge.to as usize]);
    }
}

#[test]
fn buses_run_on_the_known_routes() {
    let numbers: Vec<&str> = REGION.lines.features.iter().map(|line| REGION.strings.get(line.reference)).collect();
    for known in ["3", "10", "19", "38", "103"] {
        assert!(numbers.contains(&known), "{known}");
    }
    let stops: BTreeSet<_> = REGION.stops.features.iter().map(|stop| stop.id).collect();
    for line in &REGION.lines.features {
        assert!(line.stops.0.len() >= 2 && line.stops.0.iter().all(|stop| stops.contains(stop)));
        assert!(line.headway.value > 0);
    }
}

#[test]
fn water_lies_below_its_banks_and_never_flows_uphill() {
    let height = |lon: f64, lat: f64| REGION.terrain.height(GeoPoint::new(lon, lat));
    let city = height(63.6246, 53.2144);
    assert!((148.0..182.0).contains(&city), "{city}");
    let tobol = REGION.water.iter().filter(|(water, shape)| english(&water.name) == "Tobol" && shape.kind == ShapeKind::Line);
    let (_, course) = tobol.last().expect("the Tobol");
    let fine = REGION.terrain.rasters[0].extent();
    let mut last = f64::MAX;
    let mut points = 0;
    for &at in course.points() {
        let point = REGION.frame.geo_from_position(at);
        if (fine.west + 0.002..fine.east - 0.002).contains(&point.lon) && (fine.south + 0.002..fine.north - 0.002).contains(&point.lat) {
            let level = REGION.terrain.height(point);
            assert!((130.0..142.0).contains(&level), "{level}");
            assert!(level < last + 0.5, "{level} after {last}");
            last = last.min(level);
            points += 1;
        }
    }
    assert!(points > 20);
}

#[test]
fn references_are_unique_within_a_layer() {
    let buildings: BTreeSet<_> = REGION.buildings.features.iter().map(|building| building.id).collect();
    assert_eq!(buildings.len(), REGION.buildings.len());
    let streets: BTreeSet<_> = REGION.streets.features.iter().map(|street| street.id).collect();
    assert_eq!(streets.len(), REGION.streets.len());
    let cover: BTreeSet<_> = REGION.cover.features.iter().map(|cover| cover.id).collect();
    assert_eq!(cover.len(), REGION.cover.len());
    let amenities: BTreeSet<_> = REGION.amenities.features.iter().map(|amenity| amenity.id).collect();
    assert_eq!(amenities.len(), REGION.amenities.len());
    let water: BTreeSet<_> = REGION.water.features.iter().map(|water| water.id).collect();
    assert_eq!(water.len(), REGION.water.len());
}

#[test]
fn outer_rings_turn_left() {
    let left = |ring: &[Position]| aimaq::twin::model::space::signed_area(ring) > 0.0;
    assert!(REGION.buildings.iter().all(|(_, shape)| left(shape.first())));
    assert!(REGION.cover.iter().all(|(_, shape)| left(shape.first())));
    assert!(REGION.boundaries.iter().all(|(_, shape)| left(shape.first())));
}

#[test]
fn twice_is_the_same_whatever_the_threads() {
    let pool = aimaq_pool();
    let again = pool.install(generate);
    assert_eq!(again.counts(), REGION.counts());
    assert_eq!(again.network, REGION.network);
    assert_eq!(again.terrain, REGION.terrain);
    assert_eq!(format!("{:?}", again.amenities.features), format!("{:?}", REGION.amenities.features));
    assert_eq!(format!("{:?}", again.streets.features), format!("{:?}", REGION.streets.features));
    for index in 0..REGION.buildings.len() {
        assert_eq!(again.buildings.shapes.get(index).points(), REGION.buildings.shapes.get(index).points());
    }
    for index in 0..REGION.cover.len() {
        assert_eq!(again.cover.shapes.get(index).points(), REGION.cover.shapes.get(index).points());
    }
}

fn aimaq_pool() -> rayon::ThreadPool {
    rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("one thread")
}

#[test]
fn the_scene_names_the_sketch() {
    let text = String::from_utf8(load("scene.ron").expect("scene")).expect("text");
    let scene = aimaq::store::scene_file::parse(&text, "scene.ron").expect("a scene");
    assert_eq!(scene.data, aimaq::twin::scene::Data::Sketch("sketch.ron".to_owned()));
    assert_eq!(scene.sources, REGION.sources);
    assert!(scene.bookmarks.len() >= 5);
}

#[test]
fn what_is_wrong_is_named() {
    let wrong = |bytes: &'static [u8]| {
        let load = move |name: &str| if name == "sketch.ron" { Ok(bytes.to_vec()) } else { load(name) };
        region_from_sketch("sketch.ron", &load, &Unwatched).err().map(|diagnostic| diagnostic.code)
    };
    assert_eq!(wrong(b"("), Some("ron-syntax"));
    assert_eq!(wrong(b"\xff\xfe"), Some("sketch-not-text"));
    let sketch = String::from_utf8(load("sketch.ron").expect("sketch")).expect("text");
    for (old, new, code) in [
        ("version: 1", "version: 9", "sketch-version-unknown"),
        ("spacing: 4200.0", "spacing: 0.0", "sketch-value-out-of-range"),
        ("least: 80", "least: 8000", "sketch-value-out-of-range"),
        ("origin: (63.6246, 53.2144)", "origin: (63.6246, 153.2144)", "sketch-place-off-globe"),
        ("id: 1519928, name", "id: 1, name", "sketch-unknown-settlement"),
    ] {
        assert!(sketch.contains(old));
        assert_eq!(wrong(sketch.replacen(old, new, 1).leak().as_bytes()), Some(code));
    }
    let load_broken = |name: &str| if name == "districts.csv" { Ok(b"kato,name\n1,2\n".to_vec()) } else { load(name) };
    let error = region_from_sketch("sketch.ron", &load_broken, &Unwatched).err();
    assert_eq!(error.map(|diagnostic| diagnostic.code), Some("sketch-column-missing"));
}
