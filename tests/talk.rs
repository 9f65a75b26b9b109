//! A talk in the window, driven by keys alone: every stop is reached in time and shown whole, in each language; what is gone is told of.
#![cfg(feature = "viewer")]

#[path = "support/display.rs"]
mod display;

use display::Display;
use serde_json::Value;
use std::path::Path;

/// Cards must not lie on one another, nor reach out of the window.
fn assert_whole(report: &Value, about: &str) {
    let talk = &report["talk"];
    let number = |value: &Value| value.as_f64().unwrap_or_else(|| panic!("a number: {value}"));
    let size: Vec<f64> = talk["size"].as_array().expect("a size").iter().map(number).collect();
    let cards: Vec<(&String, Vec<f64>)> = talk["cards"]
        .as_object()
        .expect("cards")
        .iter()
        .map(|(name, rect)| (name, rect.as_array().expect("a rect").iter().map(number).collect()))
        .collect();
    assert!(cards.iter().any(|(name, _)| *name == "talk-card"), "{about}: {talk}");
    for (index, (name, card)) in cards.iter().enumerate() {
        let inside = card[0] >= -0.5 && card[1] >= -0.5 && card[2] <= size[0] + 0.5 && card[3] <= size[1] + 0.5;
        assert!(inside, "{about}: {name} reaches out of the window: {card:?} of {size:?}");
        for (other, beside) in &cards[index + 1..] {
            let apart =
                card[2] <= beside[0] + 0.5 || beside[2] <= card[0] + 0.5 || card[3] <= beside[1] + 0.5 || beside[3] <= card[1] + 0.5;
            assert!(apart, "{about}: {name} lies on {other}: {card:?}, {beside:?}");
        }
    }
}

#[test]
fn a_tour_of_ten_stops_is_shown_whole_in_three_languages() {
    let Some(display) = Display::sized("1920x1080") else { return };
    let at_each_language =
        r#"Report, Key("F2"), Wait(0.3), Report, Key("F2"), Wait(0.3), Report, Key("F2"), Key("PageDown"), WaitComplete,"#;
    let script = format!(r#"[ WaitComplete, Command("present", "kunai-2"), WaitComplete, {} Report ]"#, at_each_language.repeat(10));
    let reports = display.play_sized("1920x1080", "kostanay", &script);
    assert_eq!(reports.len(), 31);
    for (index, report) in reports.iter().enumerate().take(30) {
        let talk = &report["talk"];
        let about = format!("stop {} in {}", index / 3 + 1, report["language"]);
        assert_eq!((talk["number"].as_u64(), talk["stops"].as_u64()), (Some(index as u64 / 3 + 1), Some(10)), "{about}");
        assert_eq!((&talk["settled"], &talk["notices"]), (&Value::Bool(true), &Value::Array(Vec::new())), "{about}: {talk}");
        assert_whole(report, &about);
    }
    let languages: std::collections::BTreeSet<&str> = reports.iter().filter_map(|report| report["language"].as_str()).collect();
    assert_eq!(languages.len(), 3);
    assert_eq!(reports[30]["talk"]["number"], 10, "after the last stop there is none");
}

#[test]
fn keys_lay_things_over_a_stop_and_take_them_away() {
    let Some(display) = Display::start() else { return };
    let reports = display.play(
        "kostanay",
        r#"[ WaitComplete, Report, Key("F5"), WaitComplete, Report,
            Key("KeyB"), Wait(0.2), Report, Key("PageDown"), Wait(0.2), Key("KeyW"), Wait(0.2), Report, Key("KeyW"),
            Key("Tab"), Key("KeyL"), Key("KeyT"), Key("KeyH"), Key("Equal"), Wait(0.2), Report,
            Key("KeyH"), Key("KeyO"), Key("Digit4"), Wait(0.2), Report, Key("Enter"), WaitComplete, Report,
            Drag((500, 300), (300, 200)), Wait(0.2), Report, Key("Backspace"), WaitComplete, Report,
            Key("Digit0"), WaitComplete, Report, Key("Digit1"), WaitComplete, Report,
            Key("Home"), WaitComplete, Report, Key("Escape"), WaitComplete, Report ]"#,
    );
    let [before, first, black, white, laid, typed, fourth, away, back, base, scenario, home, after] = &reports[..] else {
        panic!("thirteen reports, not {}", reports.len())
    };
    let talk = |report: &Value, name: &str| report["talk"][name].clone();
    assert_eq!((talk(first, "number"), talk(first, "settled")), (1.into(), true.into()));
    assert_eq!(talk(black, "blank"), "Black");
    assert_eq!((talk(white, "blank"), talk(white, "number")), ("White".into(), 1.into()), "a key lifts the black before it goes on");
    let overlaid = ["figures", "pointer", "words", "bare"].map(|name| talk(laid, name));
    assert_eq!(overlaid, [false, true, false, true].map(Value::from));
    assert!(talk(laid, "scale").as_f64().is_some_and(|scale| scale > 1.05));
    assert_eq!((talk(typed, "overview"), talk(typed, "number")), (true.into(), 1.into()));
    assert_eq!((talk(fourth, "overview"), talk(fourth, "number")), (false.into(), 4.into()));
    assert_eq!((talk(away, "settled"), talk(away, "number")), (false.into(), 4.into()), "one may look around");
    assert_eq!(talk(back, "settled"), true, "and is back with one key");
    assert_eq!(base["scenario"], Value::Null);
    assert!(scenario["scenario"]["id"].is_string());
    assert_eq!((talk(home, "number"), talk(home, "settled")), (1.into(), true.into()));
    assert_eq!((&after["talk"], &after["view"], &after["scenario"]), (&Value::Null, &before["view"], &before["scenario"]));
}

/// A copy of a carried scene in a folder.
#[test]
fn a_talk_goes_on_when_the_graphics_device_is_lost() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let shot = |name: &str| folder.path().join(name).to_string_lossy().replace('\\', "/");
    let (before, after) = (shot("before.png"), shot("after.png"));
    // The sentence about it stands for twelve seconds.
    let reports = display.play(
        "kostanay",
        &format!(
            r#"[ WaitComplete, Command("present", "kunai-2"), WaitComplete, Wait(0.5), Shot("{before}"), Wait(0.5),
                LoseDevice, Wait(2.0), WaitComplete, Report, Wait(12.0), Shot("{after}"), Wait(0.5),
                Key("PageDown"), WaitComplete, Report ]"#
        ),
    );
    let [lost, next] = &reports[..] else { panic!("two reports, not {}", reports.len()) };
    let says = |report: &Value| report["notices"].as_array().is_some_and(|notices| notices.iter().any(|code| code == "device-lost"));
    assert!(says(lost), "{lost}");
    assert_eq!((&lost["talk"]["number"], &next["talk"]["number"]), (&1.into(), &2.into()));
    let pixels = |path: &str| image::open(path).expect("a picture").into_rgba8();
    assert!(pixels(&before) == pixels(&after), "what was on the device is there again, to the pixel");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

#[test]
fn a_tour_plays_on_when_what_it_names_is_gone_and_says_so() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let scene = folder.path().join("town");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenes/kostanay"), &scene);
    let rewrite = |file: &str, changes: &[(&str, &str)]| {
        let path = scene.join(file);
        let text = std::fs::read_to_string(&path).expect("a file");
        let changed = changes.iter().fold(text, |text, (from, to)| {
            assert!(text.contains(from), "{from} in {file}");
            text.replace(from, to)
        });
        std::fs::write(&path, changed).expect("written");
    };
    // A template that is deleted, one whose norm is, and a scenario.
    rewrite("scenarios/kunai-2-with-services.ron", &[("\"kindergarten\"", "\"deleted-template\""), ("\"school\"", "\"own-school\"")]);
    std::fs::create_dir_all(scene.join("templates")).expect("a folder");
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/templates/school.ron"), scene.join("templates/own-school.ron"))
        .expect("a copy");
    rewrite("templates/own-school.ron", &[("id: \"school\"", "id: \"own-school\""), ("norms: [", "norms: [\"deleted-norm\", ")]);
    std::fs::remove_file(scene.join("scenarios/kunai-2.ron")).expect("a scenario");
    rewrite("scenarios/kunai-2-with-services.ron", &[("parent: Some(\"kunai-2\"),", "")]);
    rewrite("tours/kunai-2.ron", &[("overlay: \"reach-school\"", "overlay: \"reach-moon\"")]);
    let script = format!(
        r#"[ WaitComplete, Command("present", "kunai-2"), WaitComplete, {} Command("rehearse", "kunai-2"), Wait(0.5), WaitComplete, Wait(15.0), WaitComplete, Report ]"#,
        r#"Report, Key("PageDown"), WaitComplete,"#.repeat(10)
    );
    let reports = display.play(&scene.to_string_lossy(), &script);
    let told: Vec<&str> =
        reports[..10].iter().flat_map(|report| report["talk"]["notices"].as_array().expect("notices")).filter_map(Value::as_str).collect();
    for code in ["scenario-unknown", "talk-solution-gone", "talk-norm-gone", "overlay-unknown"] {
        assert!(told.contains(&code), "{code}: {told:?}");
    }
    assert!(reports[..10].iter().enumerate().all(|(index, report)| report["talk"]["number"] == index + 1), "the talk goes on");
    let rehearsed = &reports[10]["talk"]["rehearsed"];
    assert!(rehearsed["problems"].as_u64().is_some_and(|problems| problems >= told.len() as u64), "{rehearsed}");
}

#[test]
fn the_water_rises_from_stop_to_stop_and_leaves_with_a_model() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let model = folder.path().join("water.glb");
    let reports = display.play(
        "kostanay",
        &format!(
            r#"[ WaitComplete, Command("flood-hour", "3"), Command("present", "tobol-levee"), WaitComplete,
                Command("stop-cut", "arrival"), WaitComplete, Report, Command("model", "{}"), WaitComplete,
                Key("PageDown"), WaitComplete, Report, Key("PageDown"), WaitComplete, Report, Key("PageDown"), WaitComplete, Report,
                Key("Escape"), WaitComplete, Report ]"#,
            model.to_string_lossy().replace('\\', "/")
        ),
    );
    let hours: Vec<Option<f64>> = reports.iter().map(|report| report["flood"]["hour"].as_f64()).collect();
    assert_eq!(hours, [Some(6.0), Some(12.0), Some(36.0), None, Some(3.0)], "then the highest water, and at last the hour of before");
    let triangles: Vec<u64> = reports.iter().filter_map(|report| report["flood"]["triangles"].as_u64()).collect();
    assert!(0 < triangles[0] && triangles[0] < triangles[1] && triangles[1] <= triangles[2], "{triangles:?}");
    let bytes = std::fs::read(model).expect("a model");
    let length = u32::from_le_bytes(bytes[12..16].try_into().expect("four bytes")) as usize;
    let document: Value = serde_json::from_slice(&bytes[20..20 + length]).expect("JSON");
    let of = |list: &str, number: &Value| document[list][number.as_u64().expect("a number") as usize].clone();
    let meshes = document["meshes"].as_array().expect("meshes").iter();
    let floods: Vec<&Value> = meshes.filter(|mesh| of("materials", &mesh["primitives"][0]["material"])["name"] == "Flood").collect();
    let [water] = floods[..] else { panic!("{} meshes of water", floods.len()) };
    assert!(water["name"].as_str().is_some_and(|name| name.ends_with("h after the river began to rise")), "{}", water["name"]);
    let primitive = &water["primitives"][0];
    let material = of("materials", &primitive["material"]);
    assert_eq!((&material["alphaMode"], &material["doubleSided"]), (&Value::from("BLEND"), &Value::from(false)));
    let indices = of("accessors", &primitive["indices"])["count"].as_u64().expect("a count");
    assert!((1..=triangles[0]).contains(&(indices / 3)), "as far as it is in view: {} of {}", indices / 3, triangles[0]);
}
