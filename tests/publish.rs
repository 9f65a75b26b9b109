//! What is handed out: a page a stop whatever is written there, figures as `compare` has them, maps that others read, whole files.

use aimaq::i18n::Words;
use aimaq::publish::geojson::geojson;
use aimaq::publish::page::page;
use aimaq::publish::pdf::pdf;
use aimaq::publish::{Format, Handout, Material, sun, write};
use aimaq::store::library;
use aimaq::twin::catalog::Catalog;
use aimaq::twin::catalog::kind;
use aimaq::twin::catalog::site::Geometry;
use aimaq::twin::catalog::survey::Survey;
use aimaq::twin::import::synthetic;
use aimaq::twin::metrics::baseline::Baseline;
use aimaq::twin::metrics::compare::{Column, Comparison};
use aimaq::twin::model::local_text::LocalText;
use aimaq::twin::model::names::Language;
use aimaq::twin::model::region::{Region, Standing};
use aimaq::twin::model::source::Source;
use aimaq::twin::model::space::{GeoPoint, Position};
use aimaq::twin::scenario::placed::Placed;
use aimaq::twin::scenario::resolve::{Ground, Plan};
use aimaq::twin::scenario::{Entry, Heading, Scenario, family};
use aimaq::twin::scene::{Data, Scene};
use aimaq::twin::simulate::assumption::Assumptions;
use aimaq::twin::text::{Spot, read_file};
use aimaq::twin::tour::Tour;
use image::{ImageFormat, RgbImage};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::{Arc, LazyLock};

const TOUR: &str = r#"(
    version: 1,
    id: "buses",
    name: (kk: "Автобус жиі жүрсе", ru: "Если автобус чаще", en: "If buses came more often"),
    summary: (kk: "Не өзгереді.", ru: "Что изменится.", en: "What changes. <b>"),
    stops: [
        (id: "today", title: (kk: "Қазір", ru: "Сейчас", en: "Today"), text: (kk: "Көше.", ru: "Улица.", en: "A street & <i>."), metrics: ["capital"]),
        (id: "then", title: (kk: "Кейін", ru: "Потом", en: "Then"), scenario: Some("built"), against: [""], at: Some("2026-06-21 09:00"),
         metrics: ["capital", "no-such-metric"]),
        (id: "gone", title: (kk: "Жоқ", ru: "Нет", en: "Gone"), scenario: Some("gone"), overlay: Some("flood-depth"), flood_hour: Some(7.5)),
    ],
)"#;

/// Everything that a handout is made from, held.
struct Held {
    scene: Scene,
    region: Arc<Region>,
    survey: Arc<Survey>,
    catalog: Catalog,
    scenarios: Vec<Scenario>,
    tour: Tour,
    comparison: Comparison,
    assumptions: Assumptions,
    pictures: BTreeMap<String, Vec<u8>>,
}

static HELD: LazyLock<Held> = LazyLock::new(|| {
    let mut region = synthetic::region(60);
    region.standing = Standing::Sketch;
    region.sources = vec![Source { name: "census".into(), licence: "CC0-1.0".into(), credit: "© office".into(), date: "2024".into() }];
    let survey = Arc::new(Survey::new(&region));
    let region = Arc::new(region);
    let catalog = library::load(&[], &Catalog::default()).0;
    let scenarios = vec![built(&region, &catalog)];
    let assumptions = Assumptions::default();
    let baseline = Baseline::new(region.clone(), survey.clone(), assumptions.clone());
    let ground = Ground { region: &region, survey: &survey, catalog: &catalog };
    let plan = Plan::new(family::standing(&scenarios[0], &scenarios), ground, &Plan::default());
    let column = |id: &str, plan: &Plan| Column { id: id.into(), name: id.into(), measured: Arc::new(baseline.with(plan, &catalog)) };
    let comparison = Comparison { columns: vec![column("", &Plan::default()), column("built", &plan)] };
    let (tour, faults) = read_file::<Tour>(TOUR);
    assert_eq!(faults, []);
    let pictures = ["today", "then"].map(|stop| (stop.to_owned(), picture(640, 360)));
    Held {
        scene: scene(),
        region,
        survey,
        catalog,
        scenarios,
        tour: tour.expect("a tour"),
        comparison,
        assumptions,
        pictures: pictures.into_iter().collect(),
    }
});

fn scene() -> Scene {
    let name = |text: &str| LocalText { kk: text.into(), ru: text.into(), en: text.into() };
    Scene {
        version: 1,
        id: "town".into(),
        name: name("Қостанай"),
        timezone: "Asia/Qostanay".into(),
        origin: None,
        sources: Vec::new(),
        data: Data::Sketch("sketch.ron".into()),
        view: None,
        bookmarks: Vec::new(),
    }
}

/// A scenario with a solution of each way in which one is drawn.
fn built(region: &Region, catalog: &Catalog) -> Scenario {
    let at = |east: f64, north: f64| region.frame.geo_from_position(Position::from_metres(east, north));
    let placed = |key: u32, template: &str| {
        let geometry = kind::geometry(catalog.template(template).expect("a template"));
        let points: Vec<GeoPoint> = match geometry {
            Geometry::Point | Geometry::Existing => vec![at(20.0, 30.0)],
            Geometry::Line => vec![at(0.0, 0.0), at(90.0, 40.0), at(200.0, 60.0)],
            // Clockwise: files want it the other way round.
            Geometry::Area => vec![at(0.0, 0.0), at(10.0, 300.0), at(330.0, 290.0), at(320.0, 0.0)],
        };
        let template = Spot { value: template.to_owned(), span: 0..0 };
        Placed { key, template, points, bearing: 0.0, set: BTreeMap::new(), on: None, from: None, builds_from: None }
    };
    let own = [placed(1, "school"), placed(2, "housing-quarter"), placed(3, "bicycle-path"), placed(4, "school")];
    let name = LocalText { kk: "Салынған".into(), ru: "Построено".into(), en: "Built".into() };
    Scenario {
        id: "built".into(),
        heading: Heading { name, colour: 1, year: 2030 },
        parent: None,
        own: own.into_iter().map(|placed| (placed.key, Entry::Stands(placed))).collect(),
    }
}

fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_pixel(width, height, image::Rgb([90, 120, 140])).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

fn material(words: &Words) -> Material<'_> {
    let held = &*HELD;
    Material {
        words,
        today: jiff::civil::date(2026, 6, 21),
        scene: &held.scene,
        region: &held.region,
        survey: &held.survey,
        catalog: &held.catalog,
        scenarios: &held.scenarios,
        tour: &held.tour,
        assumptions: &held.assumptions,
        comparison: &held.comparison,
        pictures: &held.pictures,
    }
}

#[test]
fn a_handout_says_what_is_known_and_what_is_gone() {
    let words = Words::new(Language::English);
    let handout = Handout::new(&material(&words));
    assert_eq!(handout.sketch.as_deref(), Some(&*words.get("handout-sketch")));
    assert_eq!((handout.credit.as_str(), handout.date.as_str()), ("© office", words.date(material(&words).today).as_str()));
    let [today, then, gone] = &handout.stops[..] else { panic!("{} stops", handout.stops.len()) };
    assert_eq!((today.scenario_id.as_deref(), today.figures[0].base.as_deref()), (None, None));
    assert_eq!(then.figures.iter().map(|figure| figure.id).collect::<Vec<_>>(), ["capital"]);
    assert_eq!((then.figures[0].judgement, then.against.len(), then.notices.len()), (Some("worse"), 1, 1));
    assert!(then.moment.as_deref().is_some_and(|moment| moment.ends_with("09:00")));
    assert_eq!((then.flood.as_deref(), gone.flood.clone()), (None, Some(words.flood_hour(Some(7.5)))));
    assert!(gone.picture.is_none() && gone.notices[0].contains("gone"));
    let lines = &handout.changes[0].solutions;
    assert_eq!(lines.iter().map(|line| line.count.as_str()).collect::<Vec<_>>(), ["2", "1", "1"], "schools stand together");
    assert!(handout.table.groups.len() > 3 && handout.assumptions.len() > 5 && !handout.norms.is_empty());
    let told: Vec<_> = handout.table.groups.iter().map(|group| &group.sphere).collect();
    assert!(told.iter().all(|sphere| told.iter().filter(|other| other == &sphere).count() == 1), "a sphere stands there once: {told:?}");
}

#[test]
fn how_far_figures_can_be_trusted_is_said_once_a_group() {
    let words = Words::new(Language::English);
    let handout = Handout::new(&material(&words));
    let [today, then, gone] = &handout.stops[..] else { panic!("{} stops", handout.stops.len()) };
    let modelled = words.get("origin-modelled").into_owned();
    assert_eq!((today.standing.as_ref(), then.standing.as_ref(), gone.standing.as_ref()), (Some(&modelled), Some(&modelled), None));
    assert!(then.figures.iter().all(|figure| figure.status.is_none()));
    let told = |status: &Option<String>, standing: &Option<String>| status.is_some() != standing.is_some();
    assert!(handout.table.groups.iter().all(|group| group.rows.iter().all(|row| told(&row.status, &group.standing))));
    let html = page(&handout, &HELD.pictures).expect("a page");
    assert_eq!(html.matches(&modelled).count(), 2, "once a stop that has figures");
}

#[test]
fn no_word_is_parted_in_print() {
    let look = include_str!("../assets/publish/look.typ");
    assert!(look.contains("hyphenate: false") && !look.contains("hyphenate: true"));
}

#[test]
fn every_stop_has_one_page_in_every_language_however_much_is_said() {
    for language in Language::ALL {
        let words = Words::new(language);
        let mut handout = Handout::new(&material(&words));
        let document = pdf(&handout, &HELD.pictures).expect("a document");
        let own = [("today".to_owned(), 2), ("then".to_owned(), 3), ("gone".to_owned(), 4)];
        assert_eq!(document.marks, own, "{}", language.code());
        assert!(document.pages > 4 && document.bytes.starts_with(b"%PDF"));
        for stop in &mut handout.stops {
            stop.text = "Ұзақ сөз әрқашан бір бетке сияды. ".repeat(120);
            stop.title = "Ұзақ тақырып ".repeat(30);
            stop.figures = stop.figures.iter().cycle().take(stop.figures.len() * 40).cloned().collect();
        }
        assert_eq!(pdf(&handout, &HELD.pictures).expect("a document").marks, own, "{}", language.code());
    }
}

#[test]
fn a_broken_picture_is_named() {
    let words = Words::new(Language::English);
    let handout = Handout::new(&material(&words));
    let broken = BTreeMap::from([("today".to_owned(), b"no picture".to_vec())]);
    assert_eq!(pdf(&handout, &broken).map_err(|error| error.code).map(|_| ()), Err("picture-unreadable"));
    assert_eq!(page(&handout, &broken).map_err(|error| error.code).map(|_| ()), Err("picture-unreadable"));
}

#[test]
fn the_page_holds_everything_and_escapes_what_people_write() {
    let words = Words::new(Language::English);
    let html = page(&Handout::new(&material(&words)), &HELD.pictures).expect("a page");
    assert_eq!(html.matches("<img ").count(), 2);
    assert!(html.contains("A street &amp; &lt;i&gt;.") && !html.contains("<b>"));
    for outside in ["http:", "https:", "src=\"/", "@import", "url("] {
        assert!(!html.contains(outside), "{outside}");
    }
    assert!(html.contains("lang=\"en\"") && html.contains("remarks-${about.tour}.json"));
}

#[test]
fn proposals_are_geojson_of_the_globe() {
    let words = Words::new(Language::English);
    let material = material(&words);
    let root: Value = serde_json::from_str(&geojson(&material, &HELD.scenarios[0])).expect("JSON");
    let features = root["features"].as_array().expect("features");
    let of = |part: &str| features.iter().filter(|feature| feature["properties"]["part"] == part).collect::<Vec<_>>();
    let (solutions, buildings) = (of("solution"), of("building"));
    let sorts: Vec<_> = solutions.iter().map(|solution| solution["geometry"]["type"].as_str().unwrap_or_default()).collect();
    assert_eq!(sorts, ["Point", "Polygon", "LineString", "Point"]);
    assert!(buildings.len() >= 3, "two schools and houses: {}", buildings.len());
    assert!(buildings.iter().all(|building| building["properties"]["height_m"].as_f64().is_some_and(|height| height > 0.0)));
    let school = &solutions[0]["properties"];
    assert_eq!(
        (school["template"].as_str(), school["year"].as_u64(), school["scenario"].as_str()),
        (Some("school"), Some(2030), Some("built"))
    );
    assert!(school["name_kk"].is_string() && school["capital_tenge"].as_f64().is_some_and(|sum| sum > 0.0));
    let place = |value: &Value| [0, 1].map(|axis| value[axis].as_f64().expect("a number"));
    let ring: Vec<[f64; 2]> = solutions[1]["geometry"]["coordinates"][0].as_array().expect("a ring").iter().map(place).collect();
    assert_eq!(ring.first(), ring.last(), "closed");
    let twice: f64 = ring.windows(2).map(|pair| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1]).sum();
    assert!(twice > 0.0, "outer rings turn left");
}

#[test]
fn what_is_written_is_whole_and_told() {
    let words = Words::new(Language::Kazakh);
    let material = material(&words);
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("new/handout");
    let written = write(&material, &Format::USUAL, &out).expect("files");
    let mut names: Vec<String> = std::fs::read_dir(&out)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["01-today.png", "02-then.png", "built.geojson", "buses.csv", "buses.html", "buses.pdf"]);
    assert_eq!(written.files.len(), names.len());
    assert_eq!(written.scenarios, ["built"]);
    let pages: Vec<_> = written.stops.iter().map(|stop| (stop.id.as_str(), stop.page, stop.picture.is_some())).collect();
    assert_eq!(pages, [("today", Some(2), true), ("then", Some(3), true), ("gone", Some(4), false)]);
    assert!(written.pages.is_some_and(|pages| pages > 4));
    let table = std::fs::read_to_string(out.join("buses.csv")).expect("a table");
    assert_eq!(table, format!("{}\n", words.comparison_csv(&HELD.comparison)));
}

#[test]
fn a_sun_study_is_one_sheet() {
    let words = Words::new(Language::Russian);
    let material = material(&words);
    let count = sun::moments(2026, &HELD.region.timezone).len();
    let pictures = vec![picture(320, 200); count];
    let sheet = sun::sheet(&material, 2026, &pictures).expect("a sheet");
    assert_eq!((count, sheet.pages), (12, 1));
    assert_eq!(sun::sheet(&material, 2026, &pictures[1..]).map_err(|error| error.code).map(|_| ()), Err("sun-pictures"));
}

/// The boxes of an MP4 from that byte on: kind, where its content begins and ends.
#[cfg(feature = "h264")]
fn boxes(bytes: &[u8], from: usize, until: usize) -> Vec<(&str, usize, usize)> {
    let mut found = Vec::new();
    let mut at = from;
    while at < until {
        let length = number(bytes, at) as usize;
        assert!(length >= 8 && at + length <= until, "a box of {length} bytes at {at}");
        found.push((std::str::from_utf8(&bytes[at + 4..at + 8]).expect("a kind"), at + 8, at + length));
        at += length;
    }
    found
}

#[cfg(feature = "h264")]
fn number(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"))
}

/// Where the content of a box begins and ends, by the kinds of those that it is in.
#[cfg(feature = "h264")]
fn place(bytes: &[u8], path: &[&str]) -> (usize, usize) {
    path.iter().fold((0, bytes.len()), |(from, until), kind| {
        // Descriptions of samples stand after their number, what describes a picture after its 78 bytes.
        let skipped = match *kind {
            "avc1" => 8,
            "avcC" | "colr" => 78,
            _ => 0,
        };
        let found = boxes(bytes, from + skipped, until).into_iter().find(|(known, ..)| known == kind);
        found.map(|(_, from, until)| (from, until)).unwrap_or_else(|| panic!("no {kind} of {path:?}"))
    })
}

#[cfg(feature = "h264")]
#[test]
fn a_video_is_an_mp4_whose_frames_can_be_decoded_in_their_colours() {
    use aimaq::publish::film::{Film, Form};
    use image::{Rgba, RgbaImage};
    use openh264::decoder::Decoder;
    use openh264::formats::YUVSource;
    let mut film = Film::new(Form::Video, [161, 91], 12.5).expect("a film");
    for frame in 0..40 {
        let shown = |x: u32| if x < 60 + frame { Rgba([220, 40, 30, 255]) } else { Rgba([30, 90, 200, 255]) };
        film.add(&RgbaImage::from_fn(161, 91, |x, _| shown(x))).expect("a frame");
    }
    assert_eq!(film.frames(), 40);
    let bytes = film.finish().expect("bytes");
    assert_eq!(boxes(&bytes, 0, bytes.len()).iter().map(|(kind, ..)| *kind).collect::<Vec<_>>(), ["ftyp", "moov", "mdat"]);

    let (head, end) = place(&bytes, &["moov", "trak", "tkhd"]);
    assert_eq!((number(&bytes, end - 8) >> 16, number(&bytes, end - 4) >> 16, end - head), (160, 90, 84), "even sides");
    const TABLE: [&str; 5] = ["moov", "trak", "mdia", "minf", "stbl"];
    let of = |kind| place(&bytes, &[&TABLE[..], &[kind]].concat()).0;
    let (sizes, places, stays, standing) = (of("stsz"), of("stco"), of("stts"), of("stss"));
    assert_eq!((number(&bytes, sizes + 4), number(&bytes, sizes + 8)), (0, 40));
    assert_eq!([4, 8, 12].map(|at| number(&bytes, stays + at)), [1, 40, 90_000 * 2 / 25], "12.5 frames a second");
    let alone: Vec<u32> = (0..number(&bytes, standing + 4)).map(|index| number(&bytes, standing + 8 + 4 * index as usize)).collect();
    assert!(alone.first() == Some(&1) && alone.contains(&26), "every other second a frame stands by itself: {alone:?}");
    let (data, end) = place(&bytes, &["mdat"]);
    let lengths: Vec<usize> = (0..40).map(|index| number(&bytes, sizes + 12 + 4 * index) as usize).collect();
    assert_eq!((number(&bytes, places + 8) as usize, lengths.iter().sum::<usize>()), (data, end - data));
    let entry = |kind| place(&bytes, &[&TABLE[..], &["stsd", "avc1", kind]].concat()).0;
    assert_eq!(&bytes[entry("colr")..][..11], b"nclx\0\x01\0\x01\0\x01\0", "BT.709");

    // As a player does: what holds for all pictures, then frame by frame.
    let description = &bytes[entry("avcC")..];
    let sequence = 8 + usize::from(description[7]);
    let pictures = usize::from(description[sequence + 2]);
    let sets = [&description[8..sequence], &description[sequence + 3..][..pictures]];
    let mut decoder = Decoder::new().expect("a decoder");
    let start = [0, 0, 0, 1];
    decoder.decode(&sets.map(|set| [&start[..], set].concat()).concat()).expect("sets");
    let mut from = data;
    for (frame, length) in lengths.into_iter().enumerate() {
        let mut stream = Vec::new();
        let until = from + length;
        while from < until {
            let unit = number(&bytes, from) as usize;
            stream.extend(start);
            stream.extend(&bytes[from + 4..from + 4 + unit]);
            from += 4 + unit;
        }
        assert_eq!(from, until, "units fill their frame");
        let picture = decoder.decode(&stream).expect("readable").expect("a picture");
        assert_eq!(picture.dimensions(), (160, 90));
        let strides = picture.strides();
        let told = |x: usize| [picture.y()[45 * strides.0 + x], picture.u()[22 * strides.1 + x / 2], picture.v()[22 * strides.2 + x / 2]];
        // Red and blue of BT.709 in video range.
        for (x, wanted) in [(20, [83, 105, 207]), (140, [89, 182, 97])] {
            let near = told(x).iter().zip(wanted).all(|(value, wanted)| value.abs_diff(wanted) <= 4);
            assert!(near, "frame {frame}: {:?} at {x}, not {wanted:?}", told(x));
        }
    }
}

#[cfg(not(feature = "h264"))]
#[test]
fn without_its_feature_a_video_is_refused_in_a_sentence() {
    use aimaq::publish::film::Form;
    let refused = Form::of(std::path::Path::new("talk.mp4")).expect_err("no video");
    for language in Language::ALL {
        let told = Words::new(language).diagnostic(&refused);
        assert!(told.contains("--features h264") && told.contains("GIF"), "{told}");
    }
}
