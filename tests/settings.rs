//! Settings: kept whole, tolerant of other versions, and never lost when a file is broken.
#![allow(clippy::unwrap_used)]

use aimaq::store::settings::{DrawingQuality, LayerLook, Settings, Theme};
use aimaq::twin::model::local_text::LocalText;
use aimaq::twin::model::names::Language;
use aimaq::twin::model::space::GeoPoint;
use aimaq::twin::scene::{Bookmark, View};
use std::path::Path;

fn write(folder: &Path, text: &str) {
    std::fs::write(folder.join("settings.ron"), text).unwrap();
}

fn own() -> Settings {
    let view = View { look_at: GeoPoint::new(63.6, 53.2), distance: 900.0, heading: 12.5, tilt: 35.0 };
    let mut settings = Settings {
        language: Some(Language::Kazakh),
        theme: Theme::Dark,
        text_scale: 1.25,
        quality: DrawingQuality::Lite,
        window: Some((1280, 720)),
        ..Settings::default()
    };
    settings.bookmarks.insert("kostanay".into(), vec![Bookmark { id: "үй".into(), name: LocalText::default(), view }]);
    settings.layers.insert("trees".into(), LayerLook { visible: false, opacity: 0.5 });
    settings
}

#[test]
fn settings_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let nested = folder.path().join("a").join("b");
    assert_eq!(Settings::load(&nested).value, Settings::default());
    own().save(&nested).unwrap();
    let report = Settings::load(&nested);
    assert_eq!((report.value, report.notes), (own(), Vec::new()));
}

#[test]
fn other_versions_are_read() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "(version: 1, theme: Light, hologram: Some(\"x\"), future: [(a: 1)], layers: {\"water\": (visible: false)})");
    let report = Settings::load(folder.path());
    assert_eq!((report.value.theme, report.notes.len()), (Theme::Light, 0));
    assert_eq!(report.value.look("water"), LayerLook { visible: false, opacity: 1.0 });
    write(folder.path(), "(version: 2, theme: Dark, language: Some(\"de\"), text_scale: 900.0)");
    let report = Settings::load(folder.path());
    assert_eq!((report.value.theme, report.value.language, report.value.text_scale), (Theme::Dark, None, 3.0));
    assert_eq!(report.notes[0].code, "settings-newer");
    assert!(folder.path().join("settings.version-2.ron").exists());
}

#[test]
fn a_broken_file_is_put_aside() {
    let folder = tempfile::tempdir().unwrap();
    for (number, text) in [(1, "(theme: Dark,\n  text_scale: big)"), (2, "")] {
        write(folder.path(), text);
        let report = Settings::load(folder.path());
        assert_eq!((report.value, report.notes[0].code), (Settings::default(), "settings-broken"));
        let aside = folder.path().join(format!("settings.broken-{number}.ron"));
        assert_eq!(std::fs::read_to_string(&aside).unwrap(), text);
        let note = report.notes[0].to_string();
        assert!(note.contains("line=") && note.contains(&format!("moved={}", aside.display())), "{note}");
        assert!(!folder.path().join("settings.ron").exists());
    }
}

#[test]
fn the_last_ten_scenes_are_remembered() {
    let mut settings = Settings::default();
    for number in 0..12 {
        settings.remember_scene(&format!("scene {number}"));
    }
    settings.remember_scene("scene 5");
    assert_eq!(settings.recent_scenes.len(), 10);
    assert_eq!(settings.recent_scenes[..3], ["scene 5", "scene 11", "scene 10"]);
}
