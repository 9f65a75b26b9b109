//! The region package: what is written comes back, what is broken is named, and nothing half-written is left.
#![allow(clippy::unwrap_used)]

mod hand_drawn;

use aimaq::store::geopackage::{self, GeoShapes};
use aimaq::twin::diagnostic::Diagnostic;
use aimaq::twin::import::{Progress, Unwatched};
use aimaq::twin::model::feature::{Decimetres, Feature, Value};
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::layer::Layer;
use aimaq::twin::model::names::{Language, Strings};
use aimaq::twin::model::quality::Finding;
use aimaq::twin::model::region::{LayerVisitor, Region};
use aimaq::twin::model::space::{LocalFrame, Position};
use aimaq::twin::model::terrain::Raster;
use aimaq::twin::model::tree::Tree;
use hand_drawn::{KOSTANAY, hand_drawn};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

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
    assert_eq!((&before.departures, before.departures.trips()), (&after.departures, 4));
    assert!(after.departures.of(&after.lines.features[0]).is_some(), "they still hold for their line");
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
fn departures_that_are_damaged_are_left_out_and_counted() {
    let (_folder, path) = write(&hand_drawn());
    let database = Connection::open(&path).unwrap();
    let change = |sql: &str| {
        database.execute(&format!("UPDATE line_departures SET {sql}"), []).unwrap();
        let region = read(&path).unwrap();
        (region.departures.len(), region.quality.count_of(Finding::BrokenBlocks), region.quality.count_of(Finding::MissingMembers))
    };
    let row = "SELECT line, headway, stops, trips FROM line_departures";
    let whole: (String, i64, String, Vec<u8>) =
        database.query_row(row, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).unwrap();
    let restore = || {
        let sql = "UPDATE line_departures SET line = ?1, headway = ?2, stops = ?3, trips = ?4";
        database.execute(sql, (&whole.0, whole.1, &whole.2, &whole.3)).unwrap();
    };
    for damage in [
        "trips = substr(trips, 1, length(trips) - 1)",
        "trips = x'FFFFFFFF0F'",
        "trips = x'FFFFFFFFFFFFFFFFFF01'",
        "trips = x'020007FFFFFFFF0F00'",
        "trips = x''",
        "trips = 'text'",
        "stops = 'n5'",
        "stops = 'n5 and n6'",
        "headway = -1",
        "headway = 'often'",
        "line = 'bus'",
    ] {
        assert_eq!(change(damage), (0, 1, 0), "{damage}");
        restore();
    }
    assert_eq!(change("line = 'r10'"), (0, 0, 1), "a line that is not there");
    restore();
    assert_eq!(change("headway = headway"), (1, 0, 0));
    let mut seed = 7u64;
    let mut next = move |below: usize| {
        seed = aimaq::twin::model::id::mix(seed);
        seed as usize % below
    };
    for _ in 0..200 {
        let mut trips = whole.3.clone();
        let (at, byte) = (next(trips.len()), next(256) as u8);
        trips[at] = byte;
        database.execute("UPDATE line_departures SET trips = ?1", [&trips]).unwrap();
        let region = read(&path).unwrap();
        assert!(region.departures.iter().all(|(_, departures)| departures.is_sound()));
        assert_eq!(region.departures.len() as u64 + region.quality.count_of(Finding::BrokenBlocks), 1);
    }
    database.execute_batch("DROP TABLE line_departures").unwrap();
    let old = read(&path).unwrap();
    assert!(old.departures.is_empty(), "a package of an earlier version has none");
    assert_eq!((told(&old), old.quality), (told(&hand_drawn()), hand_drawn().quality));
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
    assert_eq!(geopackage::write(&hand_drawn(), &nowhere, &Unwatched).unwrap_err().code, "folder-missing");
    assert_eq!(geopackage::read(&path, &Impatient).unwrap_err().code, "cancelled");
}
