//! Packs: what is packed opens elsewhere and says the same, the same content gives the same bytes, and a damaged pack gets a sentence.

#[path = "support/mutate.rs"]
mod mutate;
#[path = "support/program.rs"]
mod program;

use aimaq::store::pack::{MANIFEST, Manifest, unpack_into, write};
use aimaq::store::scene;
use aimaq::twin::diagnostic::Diagnostic;
use aimaq::twin::import::Unwatched;
use aimaq::twin::scene::Data;
use mutate::Mutator;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What a pack holds, by name.
type Files = BTreeMap<String, Vec<u8>>;

/// Standard output of the program, with folders of its own for settings and work.
fn aimaq(home: &Path, arguments: &[&str]) -> String {
    let (code, out, words) = program::run(home, &[arguments, &["--lang", "en"]].concat());
    assert_eq!(code, Some(0), "{arguments:?}: {words}");
    out
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path")
}

fn day() -> jiff::civil::Date {
    jiff::civil::date(2026, 6, 21)
}

fn put(folder: &Path, name: &str, content: impl AsRef<[u8]>) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, content).expect("a file");
}

const HUBS: &str = r#"// Where parcels are handed over.
(
    version: 1,
    id: "hubs",
    name: (kk: "Хабтар", ru: "Хабы", en: "Hubs"),
    year: 2027,
    solutions: [(key: 1, template: "own-hub", points: [(13.262, 53.556)])],
)
"#;

const BOTH: &str = r#"(
    version: 1,
    id: "both",
    name: (kk: "Екеуі", ru: "Оба", en: "Both"),
    year: 2028,
    parent: "hubs",
    solutions: [(key: 2, template: "school", points: [(13.264, 53.556)])],
)
"#;

const TOUR: &str = r#"// The way through the hubs.
(
    version: 1,
    id: "hubs",
    name: (kk: "Хабтар", ru: "Хабы", en: "Hubs"),
    stops: [(id: "first", title: (kk: "Хаб", ru: "Хаб", en: "Hub"), scenario: "hubs")],
)
"#;

/// A town with two scenarios, one of which needs a template of the office's own, and a tour. Norms of the office lie in the user's folder.
fn town(folder: &Path, home: &Path) -> PathBuf {
    for name in ["scene.ron", "LICENCE.txt", "neubrandenburg-2016.osm.pbf"] {
        put(folder, name, std::fs::read(Path::new("scenes/neubrandenburg").join(name)).expect("the carried scene"));
    }
    let template = std::fs::read_to_string("assets/templates/parcel-hub.ron").expect("a template");
    put(folder, "templates/own-hub.ron", template.replace("id: \"parcel-hub\"", "id: \"own-hub\""));
    put(folder, "templates/idle.ron", template.replace("id: \"parcel-hub\"", "id: \"idle\""));
    put(folder, "scenarios/hubs.ron", HUBS);
    put(folder, "scenarios/both.ron", BOTH);
    put(folder, "scenarios/.earlier/hubs/1.ron", HUBS);
    put(folder, "tours/hubs.ron", TOUR);
    let norms = std::fs::read_to_string("assets/norms/kazakhstan.ron").expect("norms");
    put(home, "data/norms/office.ron", format!("// The office's own copy.\n{norms}"));
    folder.to_path_buf()
}

#[test]
fn a_packed_scene_says_the_same_on_another_machine() {
    let (folder, home, away) = (tempdir(), tempdir(), tempdir());
    let scene = town(&folder.path().join("town"), home.path());
    let packed = folder.path().join("town.zip");
    let told: Value = serde_json::from_str(&aimaq(home.path(), &["pack", text(&scene), "--out", text(&packed), "--json"])).expect("JSON");
    let manifest: Manifest = serde_json::from_value(told["manifest"].clone()).expect("a list");
    let names: Vec<&str> = manifest.files.iter().map(|file| file.name.as_str()).collect();
    let expected = [
        "LICENCE.txt",
        "corrections.ron",
        "neubrandenburg-2016.osm.pbf",
        "norms/office.ron",
        "scenarios/both.ron",
        "scenarios/hubs.ron",
        "scene.ron",
        "templates/own-hub.ron",
        "tours/hubs.ron",
    ];
    assert_eq!((names.as_slice(), told["left_out"].as_u64()), (&expected[..], Some(0)));
    assert_eq!(told["bytes"].as_u64(), packed.metadata().ok().map(|about| about.len()));
    // The original goes away: nothing of it may be needed.
    let here = aimaq(home.path(), &["compare", text(&scene), "--json"]);
    std::fs::remove_dir_all(&scene).expect("removed");
    let there = aimaq(away.path(), &["compare", text(&packed), "--json"]);
    assert_eq!(here, there);
    let table: Value = serde_json::from_str(&there).expect("JSON");
    let capital = |scenario: usize| {
        let metrics = table["scenarios"][scenario]["metrics"].as_array().expect("metrics");
        metrics.iter().find(|metric| metric["id"] == "capital").and_then(|metric| metric["value"].as_f64()).expect("a sum")
    };
    assert!(capital(0) < capital(2) && capital(2) < capital(1), "as it is, hubs, hubs and a school");
    // What is done there stays there, and opens again with the pack.
    let unpacked: Vec<PathBuf> =
        std::fs::read_dir(away.path().join("data/packs")).expect("a folder").flatten().map(|entry| entry.path()).collect();
    let [unpacked] = &unpacked[..] else { panic!("{unpacked:?}") };
    assert_eq!(std::fs::read_to_string(unpacked.join("scenarios/hubs.ron")).expect("a scenario"), HUBS);
    put(unpacked, "scenarios/later.ron", BOTH.replace("id: \"both\"", "id: \"later\""));
    let later: Value = serde_json::from_str(&aimaq(away.path(), &["compare", text(&packed), "later", "--json"])).expect("JSON");
    assert_eq!(later["scenarios"][1]["id"], "later");
}

#[test]
fn a_sketch_travels_as_its_facts() {
    let (folder, home, away) = (tempdir(), tempdir(), tempdir());
    let packed = folder.path().join("kostanay.zip");
    aimaq(home.path(), &["pack", "kostanay", "--out", text(&packed)]);
    let names = members(&std::fs::read(&packed).expect("a pack")).into_keys().collect::<Vec<_>>();
    for name in ["sketch.ron", "settlements.csv", "LICENCE.txt", "scenarios/kunai-2.ron"] {
        assert!(names.iter().any(|known| known == name), "{name}: {names:?}");
    }
    assert!(names.iter().all(|name| !name.starts_with("templates/") && !name.starts_with("norms/")), "{names:?}");
    let info = |home: &Path, target: &str| aimaq(home, &["info", target, "--json"]);
    assert_eq!(info(home.path(), "kostanay"), info(away.path(), text(&packed)));
}

/// A scene of one street, packed on a day.
fn small(folder: &Path, name: &str) -> (PathBuf, Vec<u8>) {
    let map = "<?xml version=\"1.0\"?><osm version=\"0.6\"><node id=\"1\" lat=\"53.2\" lon=\"63.6\"/><node id=\"2\" lat=\"53.201\" lon=\"63.6\"/>\
        <way id=\"3\"><nd ref=\"1\"/><nd ref=\"2\"/><tag k=\"highway\" v=\"residential\"/></way></osm>";
    let scene = "(version: 1, id: \"small\", name: (kk: \"Көше\", ru: \"Улица\", en: \"Street\"), timezone: \"Asia/Qostanay\", sources: [], \
        data: Import(osm: [\"maps/street.osm\"]))";
    put(folder, "small/maps/street.osm", map);
    put(folder, "small/scene.ron", scene);
    put(folder, "small/scenarios/a.ron", HUBS.replace("\"hubs\"", "\"a\""));
    let out = folder.join(name);
    write(text(&folder.join("small")), &out, day(), &Unwatched).expect("packed");
    let bytes = std::fs::read(&out).expect("a pack");
    (out, bytes)
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let (one, other) = (tempdir(), tempdir());
    let (_, bytes) = small(one.path(), "one.zip");
    let (path, again) = small(other.path(), "other.zip");
    assert_eq!(bytes, again);
    // What was unpacked packs into the same again.
    let scene = unpack_into(&path, &other.path().join("home"), &Unwatched).expect("unpacked");
    write(text(&scene), &path, day(), &Unwatched).expect("packed");
    assert_eq!(std::fs::read(&path).expect("a pack"), bytes);
}

#[test]
fn a_package_or_a_map_by_itself_is_packed_with_a_scene_for_it() {
    let folder = tempdir();
    small(folder.path(), "small.zip");
    let map = folder.path().join("small/maps/street.osm");
    let packed = folder.path().join("map.zip");
    write(text(&map), &packed, day(), &Unwatched).expect("packed");
    let home = folder.path().join("home");
    let opened = scene::open(text(&unpack_into(&packed, &home, &Unwatched).expect("unpacked")), &Unwatched).expect("it opens");
    assert!(matches!(opened.scene.data, Data::Import(_)) && opened.region.streets.len() == 1);
    let package = folder.path().join("town.gpkg");
    aimaq::store::geopackage::write(&opened.region, &package, &Unwatched).expect("written");
    write(text(&package), &packed, day(), &Unwatched).expect("packed");
    let again = scene::open(text(&unpack_into(&packed, &home, &Unwatched).expect("unpacked")), &Unwatched).expect("it opens");
    assert_eq!(again.scene.data, Data::Package("town.gpkg".into()));
    assert_eq!((again.region.counts(), again.region.id.as_str()), (opened.region.counts(), opened.region.id.as_str()));
}

#[test]
fn a_broken_design_travels_as_it_is() {
    let folder = tempdir();
    small(folder.path(), "small.zip");
    put(folder.path(), "small/tours/broken.ron", "(version: 1");
    put(folder.path(), "small/tours/odd.ron", b"\xff\xfe");
    let packed = write(text(&folder.path().join("small")), &folder.path().join("small.zip"), day(), &Unwatched).expect("packed");
    let tours: Vec<&str> = packed.manifest.files.iter().map(|file| file.name.as_str()).filter(|name| name.starts_with("tours/")).collect();
    assert_eq!(tours, ["tours/broken.ron"]);
    assert_eq!(packed.complaints.iter().map(|complaint| complaint.diagnostic.code).collect::<Vec<_>>(), ["text-not-utf8"]);
}

/// The files of an archive.
fn members(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).expect("an archive");
    (0..archive.len())
        .map(|index| {
            let mut member = archive.by_index(index).expect("a member");
            let mut bytes = Vec::new();
            member.read_to_end(&mut bytes).expect("its content");
            (member.name().to_owned(), bytes)
        })
        .collect()
}

fn archive(members: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        archive.start_file(name.as_str(), SimpleFileOptions::default()).expect("a member");
        archive.write_all(bytes).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

/// What is said of an archive; nothing may be left of it.
fn refused(archive: &[u8]) -> Diagnostic {
    let folder = tempdir();
    let (path, home) = (folder.path().join("a.zip"), folder.path().join("inside/home"));
    std::fs::write(&path, archive).expect("a file");
    let refused = unpack_into(&path, &home, &Unwatched).expect_err("a damaged pack");
    let left = std::fs::read_dir(&home).map_or(0, Iterator::count);
    let around = std::fs::read_dir(folder.path()).expect("a folder").count();
    assert!(left == 0 && around <= 2, "{refused}: {left} left");
    assert_eq!(refused.text("file"), Some(text(&path)));
    refused
}

#[test]
fn a_damaged_pack_is_named_and_leaves_nothing() {
    let folder = tempdir();
    let (path, whole) = small(folder.path(), "small.zip");
    let files = members(&whole);
    let listed = String::from_utf8(files[MANIFEST].clone()).expect("a list");
    let with = |change: &dyn Fn(&mut Files)| {
        let mut files = files.clone();
        change(&mut files);
        refused(&archive(&files)).code
    };
    let relisted = |from: &str, to: &str| {
        assert!(listed.contains(from), "{from}");
        with(&|files| _ = files.insert(MANIFEST.into(), listed.replacen(from, to, 1).into_bytes()))
    };
    assert_eq!(refused(&whole[..whole.len() / 2]).code, "pack-broken");
    assert_eq!(refused(b"PK\x03\x04").code, "pack-broken");
    assert_eq!(with(&|files| _ = files.remove(MANIFEST)), "pack-without-manifest");
    assert_eq!(with(&|files| _ = files.insert(MANIFEST.into(), b"{\"pack\": 1".to_vec())), "pack-manifest-odd");
    assert_eq!(with(&|files| _ = files.insert(MANIFEST.into(), b"\xff".to_vec())), "pack-manifest-odd");
    assert_eq!(with(&|files| _ = files.insert("../evil.ron".into(), b"()".to_vec())), "pack-name-odd");
    assert_eq!(with(&|files| _ = files.remove("scene.ron")), "pack-file-missing");
    assert_eq!(with(&|files| _ = files.insert("scenarios/a.ron".into(), b"()".to_vec())), "pack-file-damaged");
    assert_eq!(relisted("\"pack\": 1", "\"pack\": 9"), "pack-newer");
    assert_eq!(relisted("scenarios/a.ron", "../../a.ron"), "pack-name-odd");
    assert_eq!(relisted("\"scene.ron\"", "\"other.ron\""), "pack-without-scene");
    assert_eq!(relisted("\"bytes\": ", "\"bytes\": 99999999999"), "pack-too-large");
    assert_eq!(relisted("\"bytes\": ", "\"bytes\": 1"), "pack-file-damaged");
    // Not even the sentences of opening it are new: it is known for what it is.
    std::fs::write(&path, &whole[..whole.len() - 40]).expect("cut");
    assert_eq!(scene::open(text(&path), &Unwatched).expect_err("cut").code, "pack-broken");
}

#[test]
fn no_damage_to_a_pack_is_worse_than_a_sentence() {
    let folder = tempdir();
    let (_, whole) = small(folder.path(), "small.zip");
    let seeds = [whole];
    for seed in 0..300 {
        let damaged = Mutator::new(seed).mutate(&seeds);
        let (path, home) = (folder.path().join("damaged.zip"), folder.path().join(format!("home-{seed}")));
        std::fs::write(&path, damaged).expect("a file");
        match unpack_into(&path, &home, &Unwatched) {
            Ok(scene) => assert!(scene.is_file() && scene.starts_with(&home), "{seed}"),
            Err(refused) => assert!(refused.code.starts_with("pack-") || refused.code == "file-unwritable", "{seed}: {refused}"),
        }
    }
}

fn tempdir() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}
