//! The region package: what is written comes back, what is broken is named, and nothing half-written is left.

use aimaq::store::geopackage::{self, GeoShapes};
use aimaq::twin::diagnostic::Diagnostic;
use aimaq::twin::import::{Progress, Unwatched};
use aimaq::twin::model::amenity::{Amenity, AmenityKind};
use aimaq::twin::model::boundary::{Boundary, BoundaryKind};
use aimaq::twin::model::building::{Building, BuildingUse, Part, RoofShape};
use aimaq::twin::model::connectivity::{Cable, Mast, RadioTechnology};
use aimaq::twin::model::correction::Correction;
use aimaq::twin::model::cover::{Cover, CoverKind};
use aimaq::twin::model::feature::{Decimetres, Feature, Value};
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::layer::{Layer, ShapeKind};
use aimaq::twin::model::names::{Language, Name, Strings};
use aimaq::twin::model::network::{Edge, Network};
use aimaq::twin::model::origin::Sourced;
use aimaq::twin::model::place::{Place, PlaceKind};
use aimaq::twin::model::quality::{Finding, Grade, LayerQuality};
use aimaq::twin::model::railway::{Railway, RailwayClass};
use aimaq::twin::model::region::{LayerVisitor, Region, Standing};
use aimaq::twin::model::source::Source;
use aimaq::twin::model::space::{Bounds, GeoPoint, LocalFrame, Position};
use aimaq::twin::model::street::{Direction, Street, StreetClass, Surface};
use aimaq::twin::model::terrain::{Raster, Terrain};
use aimaq::twin::model::transit::{StopSequence, TransitLine, TransitMode, TransitStop};
use aimaq::twin::model::tree::{Tree, TreeKind};
use aimaq::twin::model::water::{Water, WaterKind};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

const KOSTANAY: GeoPoint = GeoPoint { lon: 63.6246, lat: 53.2144 };

/// A place on the sources' grid of 10⁻⁷ degrees, near so many metres from the origin.
fn at(region: &Region, east: f64, north: f64) -> Position {
    let rough = region.frame.geo_from_position(Position::from_metres(east, north));
    region.frame.position_from_geo(rough)
}

fn line(region: &Region, points: &[(f64, f64)]) -> Vec<Position> {
    points.iter().map(|&(east, north)| at(region, east, north)).collect()
}

fn square(region: &Region, west: f64, south: f64, size: f64) -> Vec<Position> {
    line(region, &[(west, south), (west + size, south), (west + size, south + size), (west, south + size)])
}

fn hole(region: &Region, west: f64, south: f64, size: f64) -> Vec<Position> {
    let mut ring = square(region, west, south, size);
    ring.reverse();
    ring
}

/// A little of everything: each layer, each form of geometry, each kind of attribute.
fn hand_drawn() -> Region {
    let mut region = Region {
        id: "hand-drawn".into(),
        standing: Standing::Sketch,
        timezone: "Asia/Qostanay".into(),
        frame: LocalFrame::new(KOSTANAY),
        extent: Bounds { min: [-1234.5, -0.001], max: [5000.25, 1e6 / 3.0] },
        ..Region::default()
    };
    region.name = Name::of(&mut region.strings, "Қостанай облысы", "Костанайская область", "Kostanay region");
    describe(&mut region);
    built(&mut region);
    ways(&mut region);
    ground(&mut region);
    services(&mut region);
    region
}

fn describe(region: &mut Region) {
    region.sources = vec![
        Source {
            name: "Карта \"2016\"; DROP TABLE".into(), licence: "ODbL-1.0".into(), credit: "© они".into(), date: "2016".into()
        },
        Source { name: "own".into(), ..Source::default() },
    ];
    region.quality.grade = Grade::C;
    region.quality.note(Finding::OddValues, "w17: maxspeed=\"fast\"");
    region.quality.count(Finding::HeightsInferred, 15_290);
    region.quality.layers = vec![LayerQuality { layer: "buildings".into(), found: 10, kept: 9, observed_share: 0.1 }];
    region.corrections = vec![Correction {
        layer: "buildings".into(),
        feature: "w1".into(),
        field: "levels".into(),
        value: "5".into(),
        source: "көшеде санадым".into(),
        date: "2026-01-31".into(),
    }];
    let heights = |columns: usize, rows: usize, height: fn(usize) -> f32| (0..columns * rows).map(height).collect();
    region.terrain = Terrain::new(vec![
        Raster {
            west: 63.0,
            north: 54.0,
            cell_lon: 1.0 / 3600.0,
            cell_lat: 1.0 / 3600.0,
            columns: 300,
            heights: heights(300, 257, |index| if index == 7 { f32::NAN } else { 150.0 + (index % 91) as f32 * 0.1 }),
        },
        Raster {
            west: 60.0,
            north: 55.0,
            cell_lon: 0.01,
            cell_lat: 0.02,
            columns: 5,
            heights: heights(5, 3, |index| index as f32 * 17.0 - 20.0),
        },
    ]);
}

fn built(region: &mut Region) {
    let name = Name::of(&mut region.strings, "Мектеп №1", "", "School 1");
    let street = region.strings.intern("Абай даңғылы");
    let number = region.strings.intern("12/1");
    let school = Building {
        id: FeatureId::new(IdKind::Way, 1),
        name,
        usage: Sourced::observed(BuildingUse::Education),
        levels: Sourced::inferred(3),
        height: Sourced::assumed(Decimetres(113)),
        min_height: Decimetres(4),
        roof: Sourced::inferred(RoofShape::Hipped),
        roof_height: Decimetres(21),
        roof_across: true,
        part: Part::Outline,
        street,
        house_number: number,
        year: 1967,
    };
    let court = [square(region, 0.0, 0.0, 60.0), hole(region, 10.0, 10.0, 20.0)];
    region.buildings.push(school, ShapeKind::Area, court.iter().map(Vec::as_slice));
    let two = [square(region, 100.0, 0.0, 30.0), hole(region, 105.0, 5.0, 5.0), square(region, 200.0, 0.0, 12.0)];
    let shed = Building { id: FeatureId::keyed(IdKind::Sketch, "shed"), ..Building::default() };
    region.buildings.push(shed, ShapeKind::Area, two.iter().map(Vec::as_slice));
}

fn ways(region: &mut Region) {
    let name = Name::local(&mut region.strings, "Тобыл көшесі");
    let reference = region.strings.intern("А-21");
    let street = Street {
        id: FeatureId::new(IdKind::Way, 12_345_678_901),
        name,
        reference,
        class: StreetClass::Primary,
        lanes: Sourced::observed(4),
        speed: Sourced::inferred(60),
        width: Sourced::inferred(Decimetres(140)),
        direction: Direction::Backward,
        surface: Sourced::observed(Surface::Asphalt),
        bridge: true,
        tunnel: false,
        roundabout: true,
        private: true,
        level: -2,
    };
    let course = line(region, &[(0.0, -50.0), (100.0, -50.0), (300.0, -75.0)]);
    region.streets.push(street, ShapeKind::Line, [course.as_slice()]);
    region.network = Network {
        nodes: course.clone(),
        edges: vec![
            Edge { from: 0, to: 1, street: 0, first_point: 0, last_point: 1, length: 100.0 },
            Edge { from: 1, to: 2, street: 0, first_point: 1, last_point: 2, length: 201.562_3 },
        ],
    };
    let rails = [line(region, &[(0.0, 500.0), (900.0, 510.0)]), line(region, &[(0.0, 505.0), (900.0, 515.0)])];
    let railway = Railway { id: FeatureId::new(IdKind::Relation, 3), class: RailwayClass::Tram, tracks: 2, ..Railway::default() };
    region.railways.push(railway, ShapeKind::Line, rails.iter().map(Vec::as_slice));
    let stops = StopSequence(vec![FeatureId::new(IdKind::Node, 5), FeatureId::new(IdKind::Node, 6)]);
    let bus = TransitLine {
        id: FeatureId::new(IdKind::Relation, 9),
        mode: TransitMode::Trolleybus,
        stops,
        headway: Sourced::observed(12),
        ..TransitLine::default()
    };
    region.lines.push(bus, ShapeKind::Line, [course.as_slice()]);
    let stop = TransitStop { id: FeatureId::new(IdKind::Node, 5), ..TransitStop::default() };
    region.stops.push_point(stop, course[1]);
}

fn ground(region: &mut Region) {
    let river = line(region, &[(-500.0, 0.0), (-480.0, 400.0)]);
    let lake = square(region, -900.0, -900.0, 300.0);
    let width = Sourced::observed(Decimetres(300));
    let water = |number, kind| Water { id: FeatureId::new(IdKind::Way, number), kind, width, intermittent: true, ..Water::default() };
    region.water.push(water(20, WaterKind::River), ShapeKind::Line, [river.as_slice()]);
    region.water.push(water(21, WaterKind::Lake), ShapeKind::Area, [lake.as_slice()]);
    let cover = Cover { id: FeatureId::new(IdKind::Way, 30), kind: CoverKind::Steppe, ..Cover::default() };
    region.cover.push(cover, ShapeKind::Area, [lake.as_slice()]);
    let tree =
        |number| Tree { id: FeatureId::new(IdKind::Node, number), kind: Sourced::observed(TreeKind::Needleleaved), ..Tree::default() };
    region.trees.push_point(tree(40), river[0]);
    region.trees.push(tree(41), ShapeKind::Line, [river.as_slice()]);
    region.trees.push(tree(42), ShapeKind::Point, river.chunks(1));
    let code = region.strings.intern("391010000");
    let boundary = Boundary {
        id: FeatureId::new(IdKind::Table, 50),
        kind: BoundaryKind::District,
        code,
        population: Sourced::observed(Some(276_800)),
        ..Boundary::default()
    };
    region.boundaries.push(boundary, ShapeKind::Area, [square(region, -50_000.0, -50_000.0, 100_000.0).as_slice()]);
}

fn services(region: &mut Region) {
    let spot = at(region, 33.0, 44.0);
    let city = Place {
        id: FeatureId::new(IdKind::Node, 60),
        kind: PlaceKind::City,
        population: Sourced::observed(Some(0)),
        seat: true,
        ..Place::default()
    };
    region.places.push_point(city, spot);
    region.places.push_point(Place { id: FeatureId::new(IdKind::Node, 61), ..Place::default() }, spot);
    let school = Amenity {
        id: FeatureId::new(IdKind::Node, 70),
        kind: AmenityKind::School,
        capacity: Sourced::assumed(Some(600)),
        enrolled: Sourced::observed(None),
        shifts: Sourced::observed(2),
        ..Amenity::default()
    };
    region.amenities.push(school, ShapeKind::Area, [square(region, 0.0, 0.0, 60.0).as_slice()]);
    let mast = Mast { id: FeatureId::new(IdKind::Node, 80), technology: Sourced::observed(RadioTechnology::G4), ..Mast::default() };
    region.masts.push_point(mast, spot);
    // Cables stay empty: an empty layer is a layer too.
    region.cables = Layer::<Cable>::default();
}

/// Everything that a layer holds, in words: texts instead of their numbers.
#[derive(Default)]
struct Told(Vec<String>);

impl LayerVisitor for Told {
    fn visit<T: Feature>(&mut self, layer: &Layer<T>, strings: &Strings) {
        self.0.push(format!("{} {}", T::LAYER, layer.len()));
        for (feature, shape) in layer.iter() {
            let name = feature.name();
            let names = [name.local, name.by_language[0], name.by_language[1], name.by_language[2]].map(|id| strings.get(id));
            let values: Vec<(&str, Value)> = T::ATTRIBUTES.iter().map(|a| (a.field.name, (a.get)(feature, strings))).collect();
            let parts: Vec<_> = shape.parts().collect();
            self.0.push(format!("{} {names:?} {values:?} {:?} {parts:?}", feature.id(), shape.kind));
        }
    }
}

fn told(region: &Region) -> Vec<String> {
    let mut told = Told::default();
    region.visit_layers(&mut told);
    told.0
}

fn write(region: &Region) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("аймақ.gpkg");
    geopackage::write(region, &path, &Unwatched).unwrap();
    (folder, path)
}

fn read(path: &Path) -> Result<Region, Diagnostic> {
    geopackage::read(path, &Unwatched)
}

/// The code of the complaint about a file, which must name the file.
fn complaint(path: &Path) -> &'static str {
    let error = read(path).unwrap_err();
    assert!(error.to_string().contains(&path.display().to_string()), "{error} does not name the file");
    error.code
}

#[test]
fn everything_comes_back() {
    let before = hand_drawn();
    let (_folder, path) = write(&before);
    let after = read(&path).unwrap();
    assert_eq!(told(&before), told(&after));
    assert_eq!((&before.id, before.standing, &before.timezone, before.frame), (&after.id, after.standing, &after.timezone, after.frame));
    assert_eq!((before.extent, &before.sources, &before.quality), (after.extent, &after.sources, &after.quality));
    assert_eq!((&before.corrections, &before.network), (&after.corrections, &after.network));
    for language in Language::ALL {
        assert_eq!(before.name.read(language, &before.strings), after.name.read(language, &after.strings));
    }
    assert_eq!(geopackage::read_corrections(&path).unwrap(), before.corrections);
}

#[test]
fn heights_come_back() {
    let before = hand_drawn().terrain;
    let (_folder, path) = write(&hand_drawn());
    let after = read(&path).unwrap().terrain;
    assert_eq!(after.rasters.len(), before.rasters.len());
    for (before, after) in before.rasters.iter().zip(&after.rasters) {
        let frame = |raster: &Raster| (raster.west, raster.north, raster.cell_lon, raster.cell_lat, raster.columns, raster.rows());
        assert_eq!(frame(before), frame(after));
        for (before, after) in before.heights.iter().zip(&after.heights) {
            assert!(before.to_bits() == after.to_bits() || (before - after).abs() < 0.01, "{before} came back as {after}");
        }
    }
}

#[test]
fn an_empty_region_is_a_package_too() {
    let (_folder, path) = write(&Region::default());
    let after = read(&path).unwrap();
    assert_eq!(told(&Region::default()), told(&after));
    assert!(after.extent.is_empty() && !after.terrain.is_known());
}

#[test]
fn the_same_region_makes_the_same_bytes() {
    let (_a, first) = write(&hand_drawn());
    let (_b, second) = write(&hand_drawn());
    assert_eq!(std::fs::read(first).unwrap(), std::fs::read(&second).unwrap());
    // And a package that was read makes the same features again.
    let (_c, third) = write(&read(&second).unwrap());
    assert_eq!(told(&read(&third).unwrap()), told(&read(&second).unwrap()));
}

#[test]
fn it_is_a_geopackage() {
    let region = hand_drawn();
    let (_folder, path) = write(&region);
    let database = Connection::open(&path).unwrap();
    let number = |sql: &str| database.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    let word = |sql: &str| database.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(number("PRAGMA application_id"), 0x4750_4B47);
    assert_eq!(number("PRAGMA user_version"), 10_300);
    assert_eq!(word("PRAGMA integrity_check"), "ok");
    assert_eq!(number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    for (layer, count) in region.counts() {
        assert_eq!(number(&format!("SELECT count(*) FROM \"{layer}\"")), count as i64);
        assert_eq!(word(&format!("SELECT data_type FROM gpkg_contents WHERE table_name = '{layer}'")), "features");
        assert_eq!(word(&format!("SELECT rtreecheck('rtree_{layer}_geom')")), "ok");
        assert_eq!(number(&format!("SELECT count(*) FROM \"rtree_{layer}_geom\"")), count as i64);
        assert_eq!(number(&format!("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{layer}'")), 6);
    }
    let form = |layer: &str| word(&format!("SELECT geometry_type_name FROM gpkg_geometry_columns WHERE table_name = '{layer}'"));
    let forms = ["buildings", "highways", "railways", "water", "places", "trees", "cables"].map(form);
    assert_eq!(forms, ["MULTIPOLYGON", "LINESTRING", "MULTILINESTRING", "GEOMETRY", "POINT", "GEOMETRY", "GEOMETRY"]);
    // Head, two axes of envelope, then the ring: closed, though the layer leaves the last point out.
    let blob: Vec<u8> = database.query_row("SELECT geom FROM landcover", [], |row| row.get(0)).unwrap();
    assert_eq!((&blob[..8], blob.len()), (&[b'G', b'P', 0, 0b11, 0xE6, 0x10, 0, 0][..], 8 + 32 + 5 + 4 + 4 + 5 * 16));
    assert_eq!(blob[8 + 32 + 5 + 8..][..16], blob[blob.len() - 16..]);
}

#[test]
fn the_index_finds_what_lies_there() {
    let mut region = Region { frame: LocalFrame::new(KOSTANAY), ..Region::default() };
    for number in 0..5_000 {
        let spot = Position::from_metres(f64::from(number % 97) * 100.0, f64::from(number % 89) * 100.0);
        region.trees.push_point(Tree { id: FeatureId::new(IdKind::Node, number.into()), ..Tree::default() }, spot);
    }
    let (_folder, path) = write(&region);
    let database = Connection::open(&path).unwrap();
    assert_eq!(database.query_row("SELECT rtreecheck('rtree_trees_geom')", [], |row| row.get::<_, String>(0)).unwrap(), "ok");
    let window = [63.65, 53.22, 63.70, 53.25];
    let sql = "SELECT count(*) FROM rtree_trees_geom WHERE minx >= ?1 AND miny >= ?2 AND maxx <= ?3 AND maxy <= ?4";
    let found: i64 = database.query_row(sql, window, |row| row.get(0)).unwrap();
    let is_inside = |position: &Position| {
        let point = region.frame.geo_from_position(*position);
        (window[0]..=window[2]).contains(&point.lon) && (window[1]..=window[3]).contains(&point.lat)
    };
    let expected = (0..region.trees.len()).filter(|&tree| is_inside(&region.trees.shapes.get(tree).first()[0])).count();
    assert!(expected > 100);
    assert_eq!(found, expected as i64);
}

#[test]
fn what_a_gis_edited_is_read() {
    let (_folder, path) = write(&hand_drawn());
    let database = Connection::open(&path).unwrap();
    // The index's triggers call functions that only a GIS has.
    let triggers = "SELECT group_concat('DROP TRIGGER \"' || name || '\";', ' ') FROM sqlite_master WHERE type = 'trigger'";
    let drop: String = database.query_row(triggers, [], |row| row.get(0)).unwrap();
    database.execute_batch(&drop).unwrap();
    database
        .execute_batch(
            "INSERT INTO places (geom, name) SELECT geom, 'Жаңа ауыл' FROM places WHERE fid = 1;
             INSERT INTO trees (geom) VALUES (NULL), (x'4750'), (x'00'), ('text');
             UPDATE buildings SET levels = 'many', year = 99999999 WHERE fid = 1;
             ALTER TABLE buildings DROP COLUMN roof_height;
             DELETE FROM highways;
             DROP TABLE masts;",
        )
        .unwrap();
    let region = read(&path).unwrap();
    assert_eq!(region.places.len(), 3);
    assert_eq!(region.places.features[2].name.read(Language::Russian, &region.strings), "Жаңа ауыл");
    assert_eq!(region.places.features[2].id.kind(), IdKind::Table);
    assert_eq!((region.trees.len(), region.masts.len()), (3, 0));
    assert_eq!(region.quality.count_of(Finding::BrokenBlocks), 2);
    assert_eq!(region.quality.count_of(Finding::TooFewPoints), 2);
    let school = &region.buildings.features[0];
    assert_eq!((school.levels.value, school.year, school.roof_height), (0, u16::MAX, Decimetres(0)));
    assert_eq!((region.network.nodes.len(), region.network.edges.len()), (3, 0));
    assert_eq!(region.quality.count_of(Finding::MissingMembers), 2);
}

#[test]
fn other_files_are_named_for_what_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, content: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    };
    assert_eq!(complaint(&folder.path().join("nowhere.gpkg")), "file-missing");
    assert_eq!(complaint(&file("empty.gpkg", b"")), "file-empty");
    assert_eq!(complaint(&file("photo.gpkg", b"\xff\xd8\xff\xe0 not a package at all")), "not-a-package");
    assert_eq!(complaint(&file("short.gpkg", b"SQLite format 3\0")), "package-truncated");
    assert_eq!(complaint(folder.path()), "file-unreadable");
    let foreign = folder.path().join("foreign.gpkg");
    Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE roads (fid INTEGER PRIMARY KEY, geom BLOB)").unwrap();
    assert_eq!(complaint(&foreign), "package-foreign");
    let (_newer, path) = write(&Region::default());
    Connection::open(&path).unwrap().execute_batch("UPDATE aimaq_region SET version = 99").unwrap();
    assert_eq!(complaint(&path), "package-newer");
    assert_eq!(geopackage::read_corrections(&path).unwrap_err().code, "package-newer");
    assert_eq!(geopackage::read_corrections(&folder.path().join("nowhere.gpkg")).unwrap(), []);
}

#[test]
fn a_cut_or_scribbled_package_never_panics() {
    let (folder, path) = write(&hand_drawn());
    let whole = std::fs::read(&path).unwrap();
    let broken = folder.path().join("broken.gpkg");
    for keep in (0..whole.len()).step_by(whole.len() / 60) {
        std::fs::write(&broken, &whole[..keep]).unwrap();
        complaint(&broken);
    }
    let mut seed = 1u64;
    let mut next = move || {
        seed = aimaq::twin::model::id::mix(seed);
        seed as usize
    };
    for _ in 0..300 {
        let mut bytes = whole.clone();
        for _ in 0..1 + next() % 40 {
            let at = next() % bytes.len();
            bytes[at] = next() as u8;
        }
        std::fs::write(&broken, bytes).unwrap();
        if let Err(error) = read(&broken) {
            assert!(error.to_string().contains("broken.gpkg"), "{error}");
        }
    }
}

#[test]
fn a_geometry_that_lies_never_panics() {
    let region = hand_drawn();
    let (_folder, path) = write(&region);
    let database = Connection::open(&path).unwrap();
    let mut blobs: Vec<Vec<u8>> = Vec::new();
    for (layer, _) in region.counts() {
        let mut statement = database.prepare(&format!("SELECT geom FROM \"{layer}\"")).unwrap();
        blobs.extend(statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap));
    }
    let (mut seed, mut accepted) = (42u64, 0);
    let mut next = |below: usize| {
        seed = aimaq::twin::model::id::mix(seed);
        seed as usize % below.max(1)
    };
    for round in 0..10_000 {
        let mut blob = blobs[round % blobs.len()].clone();
        for _ in 0..1 + next(4) {
            let at = next(blob.len());
            match next(5) {
                0 => blob.truncate(at),
                1 => blob.insert(at, next(256) as u8),
                2 if at + 4 <= blob.len() => blob[at..at + 4].fill(0xFF),
                _ if !blob.is_empty() => blob[at] = next(256) as u8,
                _ => {}
            }
        }
        let mut shapes = GeoShapes::default();
        let is_good = shapes.push_blob(&blob).is_ok();
        assert_eq!(shapes.len(), usize::from(is_good));
        let mut layer = Layer::<Tree>::default();
        shapes.append_to(&mut layer.shapes, &region.frame);
        assert_eq!(layer.shapes.len(), usize::from(is_good));
        accepted += usize::from(is_good);
    }
    assert!((1_000..9_500).contains(&accepted), "{accepted} of 10,000 accepted: the mutations do not reach both sides");
}

/// Stops the work as soon as it has begun in earnest.
struct Impatient;

impl Progress for Impatient {
    fn report(&self, _: &'static str, fraction: f32) -> bool {
        fraction == 0.0
    }
}

#[test]
fn writing_that_fails_leaves_the_old_file() {
    let (folder, path) = write(&hand_drawn());
    let before = std::fs::read(&path).unwrap();
    let error = geopackage::write(&Region { id: "other".into(), ..hand_drawn() }, &path, &Impatient).unwrap_err();
    assert_eq!(error.code, "cancelled");
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "a temporary file was left");
    let nowhere = folder.path().join("no such folder").join("a.gpkg");
    assert_eq!(geopackage::write(&hand_drawn(), &nowhere, &Unwatched).unwrap_err().code, "file-unwritable");
    assert_eq!(geopackage::read(&path, &Impatient).unwrap_err().code, "cancelled");
}
