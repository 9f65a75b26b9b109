//! Scenes: whatever a user names is opened for what it is, and what is wrong with it is said with its place.
#![allow(clippy::unwrap_used)]

use aimaq::store::scene::{self, Opened, embedded_scenes};
use aimaq::store::{geopackage, scene_file};
use aimaq::twin::diagnostic::Diagnostic;
use aimaq::twin::import::Unwatched;
use aimaq::twin::model::names::{Language, Name};
use aimaq::twin::model::region::Region;
use aimaq::twin::model::source::Source;
use aimaq::twin::model::space::{GeoPoint, LocalFrame};
use aimaq::twin::scene::{Data, ImportData};
use std::path::Path;

fn open(target: &Path) -> Result<Opened, Diagnostic> {
    scene::open(&target.display().to_string(), &Unwatched)
}

fn region() -> Region {
    let mut region = Region { id: "inside".into(), timezone: "Asia/Almaty".into(), ..Region::default() };
    region.frame = LocalFrame::new(GeoPoint::new(63.6, 53.2));
    region.name = Name::local(&mut region.strings, "Қала");
    region.sources = vec![
        Source { name: "map".into(), licence: "ODbL-1.0".into(), credit: "© OpenStreetMap contributors".into(), ..Source::default() },
        Source { name: "census".into(), licence: "CC-BY-4.0".into(), credit: "stat.gov.kz".into(), ..Source::default() },
    ];
    region
}

const SCENE: &str = r#"(
    version: 1,
    id: "town",
    name: (kk: "Қала", ru: "Город", en: "Town"),
    timezone: "Asia/Qostanay",
    sources: [(name: "OpenStreetMap", licence: "ODbL-1.0", credit: "© OpenStreetMap contributors")],
    data: Package("region.gpkg"),
)"#;

#[test]
fn the_carried_scenes_are_whole() {
    let scenes = embedded_scenes();
    let ids: Vec<&str> = scenes.iter().map(|scene| scene.id.as_str()).collect();
    assert_eq!(ids, ["kostanay", "neubrandenburg"]);
    assert_eq!(aimaq::store::embedded::ids(), ids, "a scene's folder is not called by its id");
    for scene in &scenes {
        assert!(!scene.sources.is_empty() && scene.sources.iter().all(|source| !source.licence.is_empty()));
        assert!([&scene.name.kk, &scene.name.ru, &scene.name.en].iter().all(|text| !text.is_empty()));
        assert!(scene.origin.is_none_or(GeoPoint::is_valid));
        assert_eq!(scene.version, scene_file::VERSION);
    }
}

#[test]
fn a_carried_scene_opens_by_its_id() {
    let Opened { scene, region, path } = scene::open("neubrandenburg", &Unwatched).unwrap();
    assert_eq!((scene.id.as_str(), region.id.as_str(), path), ("neubrandenburg", "neubrandenburg", None));
    assert_eq!(region.timezone, "Europe/Berlin");
    assert_eq!(region.name.read(Language::Russian, &region.strings), "Нойбранденбург");
    assert!(region.credits().contains(&"© OpenStreetMap contributors"));
}

#[test]
fn a_folder_and_its_file_open_the_same_scene() {
    let folder = tempfile::tempdir().unwrap();
    geopackage::write(&region(), &folder.path().join("region.gpkg"), &Unwatched).unwrap();
    std::fs::write(folder.path().join("scene.ron"), SCENE).unwrap();
    for target in [folder.path().to_path_buf(), folder.path().join("scene.ron")] {
        let Opened { scene, region, path } = open(&target).unwrap();
        assert_eq!((scene.id.as_str(), region.id.as_str(), region.timezone.as_str()), ("town", "town", "Asia/Qostanay"));
        assert_eq!(region.name.read(Language::English, &region.strings), "Town");
        // The scene's word for its map, and the source that the scene does not speak of.
        let names: Vec<&str> = region.sources.iter().map(|source| source.name.as_str()).collect();
        assert_eq!(names, ["OpenStreetMap", "census"]);
        assert_eq!(path.unwrap(), folder.path().join("scene.ron"));
    }
}

#[test]
fn a_package_opens_under_any_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("renamed.txt");
    geopackage::write(&region(), &path, &Unwatched).unwrap();
    let Opened { scene, path: opened, .. } = open(&path).unwrap();
    assert_eq!((scene.id.as_str(), scene.name.kk.as_str(), scene.timezone.as_str()), ("inside", "Қала", "Asia/Almaty"));
    assert_eq!((scene.data, opened), (Data::Package("renamed.txt".into()), Some(path)));
    assert_eq!(scene.origin, Some(GeoPoint::new(63.6, 53.2)));
}

#[test]
fn a_map_opens_without_a_scene() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("My Town.osm");
    let map = "<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\
        <node id=\"1\" lat=\"53.2\" lon=\"63.6\"/><node id=\"2\" lat=\"53.201\" lon=\"63.6\"/>\
        <way id=\"3\"><nd ref=\"1\"/><nd ref=\"2\"/><tag k=\"highway\" v=\"residential\"/></way></osm>";
    std::fs::write(&path, map).unwrap();
    let Opened { scene, region, .. } = open(&path).unwrap();
    assert_eq!((scene.id.as_str(), region.id.as_str()), ("my-town", "my-town"));
    assert_eq!(scene.name.ru, "My Town", "a map without places is called by its file's name");
    assert!(matches!(scene.data, Data::Import(ImportData { ref osm, .. }) if osm == &["My Town.osm"]));
}

#[test]
fn complaints_say_where() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scene.ron");
    let complain = |content: &[u8]| {
        std::fs::write(&path, content).unwrap();
        open(&path).unwrap_err()
    };
    assert_eq!(complain(SCENE.as_bytes()).to_string(), format!("scene-file-missing scene={} file=region.gpkg", path.display()));
    // The third line's colon is a semicolon: after Cyrillic letters columns still count letters.
    let error = complain(SCENE.replace("id: \"town\"", "/* қала */ id; \"town\"").as_bytes()).to_string();
    assert_eq!(error, format!("text-stray sign=; place={}:3:18", path.display()));
    let error = complain(SCENE.replace("timezone", "timezon").as_bytes()).to_string();
    assert!(error.starts_with("text-field-unknown name=timezon ") && error.contains("suggestion=timezone"), "{error}");
    assert_eq!(complain(SCENE.replace("version: 1", "version: 7").as_bytes()).code, "text-version-unknown");
    assert_eq!(complain(SCENE.replace("\"town\"", "\" \"").as_bytes()).code, "scene-without-id");
    assert_eq!(complain(b"").code, "file-empty");
    assert_eq!(complain(b"(\xff\xfe").code, "text-not-utf8");
    let none = tempfile::tempdir().unwrap();
    assert_eq!(open(none.path()).unwrap_err().code, "file-missing");
    assert_eq!(open(&none.path().join("nowhere.gpkg")).unwrap_err().code, "file-missing");
    std::fs::write(none.path().join("photo.jpg"), b"\xff\xd8\xff").unwrap();
    assert_eq!(open(&none.path().join("photo.jpg")).unwrap_err().code, "file-unknown");
    let error = scene::open("kostanai", &Unwatched).unwrap_err();
    assert_eq!(error.to_string(), "scene-unknown scene=kostanai known=kostanay, neubrandenburg");
}

#[test]
fn a_scene_reads_nothing_outside_its_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let scene = folder.path().join("scene");
    std::fs::create_dir(&scene).expect("a folder");
    std::fs::write(folder.path().join("outside.osm"), "<osm version=\"0.6\"></osm>").expect("written");
    let text = |name: &str| {
        format!(
            "(version: 1, id: \"a\", name: (kk: \"а\", ru: \"б\", en: \"c\"), timezone: \"UTC\", sources: [], data: Import(osm: [{name:?}]))"
        )
    };
    let code = |name: &str| {
        std::fs::write(scene.join("scene.ron"), text(name)).expect("written");
        aimaq::store::scene::open(&scene.to_string_lossy(), &aimaq::twin::import::Unwatched).map_or_else(|fault| fault.code, |_| "opened")
    };
    assert_eq!(code("../outside.osm"), "path-outside");
    assert_eq!(code(&folder.path().join("outside.osm").to_string_lossy()), "path-outside");
    assert_eq!(code("none.osm"), "scene-file-missing");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.path().join("outside.osm"), scene.join("link.osm")).expect("a link");
        assert_eq!(code("link.osm"), "path-outside");
    }
}
