//! Own tables, districts, corrections and the grade: what people bring along, joined to what is there.
#![allow(clippy::unwrap_used)] // a test that cannot go on fails

#[path = "support/material.rs"]
mod material;

use aimaq::twin::import::corrections::{apply, correct};
use aimaq::twin::import::csv_table::add_table;
use aimaq::twin::import::geojson_file::{add_districts, read_clip};
use aimaq::twin::import::grade::grade;
use aimaq::twin::import::{NamedBytes, TableInput, TableMapping};
use aimaq::twin::model::amenity::{Amenity, AmenityKind};
use aimaq::twin::model::boundary::BoundaryKind;
use aimaq::twin::model::building::Building;
use aimaq::twin::model::correction::Correction;
use aimaq::twin::model::feature::Decimetres;
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::names::{Language, Name};
use aimaq::twin::model::origin::{Origin, Sourced};
use aimaq::twin::model::quality::{Finding, Grade, LayerQuality};
use aimaq::twin::model::region::{Region, Standing};
use aimaq::twin::model::space::{GeoPoint, LocalFrame, Position, geodesic_area};
use material::shared;

fn named(name: &str, bytes: impl Into<Vec<u8>>) -> NamedBytes {
    NamedBytes { name: name.to_owned(), bytes: bytes.into() }
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|&(a, b)| (a.to_owned(), b.to_owned())).collect()
}

/// A town with three schools and a polyclinic, 300 m apart along the parallel.
fn town() -> Region {
    let mut region = Region { frame: LocalFrame::new(GeoPoint::new(63.62, 53.21)), ..Region::default() };
    for (index, (name, kind)) in [
        ("Школа №1", AmenityKind::School),
        ("Школа №2 «Зелёная»", AmenityKind::School),
        ("", AmenityKind::School),
        ("Поликлиника", AmenityKind::Polyclinic),
    ]
    .into_iter()
    .enumerate()
    {
        let name = Name::local(&mut region.strings, name);
        let id = FeatureId::new(IdKind::Way, 100 + index as i64);
        region.amenities.push_point(Amenity { id, name, kind, ..Amenity::default() }, Position::from_metres(300.0 * index as f64, 0.0));
    }
    region
}

fn schools(columns: &[(&str, &str)]) -> TableMapping {
    TableMapping {
        layer: "amenities".to_owned(),
        constants: pairs(&[("kind", "school")]),
        columns: pairs(columns),
        reach: 100.0,
        source: "Schools of the town".to_owned(),
        date: "2025".to_owned(),
    }
}

fn add(region: &mut Region, text: impl Into<Vec<u8>>, mapping: TableMapping) -> Result<(), aimaq::twin::diagnostic::Diagnostic> {
    add_table(region, &TableInput { file: named("schools.csv", text), mapping })
}

fn capacity(region: &Region, index: usize) -> Option<u32> {
    region.amenities.features[index].capacity.value
}

/// Degrees at so many metres east of the town's origin.
fn lon(metres: f64) -> f64 {
    LocalFrame::new(GeoPoint::new(63.62, 53.21)).geo_from_metres([metres, 0.0]).lon
}

#[test]
fn rows_meet_features_by_id_name_and_nearness() {
    let mut region = town();
    let text = format!(
        "\u{feff}Код;Название;Долгота;Широта;Мест;Учеников\n\
         w100;;;;1 200;1\u{a0}500\n\
         ;школа 2 зеленая;;;600;\n\
         ;Лицей;{};53,21;350;400\n\
         17;\"Новая; школа\";63.70;53.25;800;\n\
         ;;;;5;\n\
         ;Нет такой;;;5;\n\
         ;Школа №1;63.9;53.3;77;\n\
         ;;;;;\n\
         лишнее\n",
        lon(620.0).to_string().replace('.', ",")
    );
    let columns =
        [("код", "id"), ("Название", "name"), ("Долгота", "lon"), ("Широта", "lat"), ("Мест", "capacity"), ("Учеников", "enrolled")];
    add(&mut region, text, schools(&columns)).unwrap();

    assert_eq!((capacity(&region, 0), region.amenities.features[0].enrolled.value), (Some(1200), Some(1500)));
    assert_eq!(region.amenities.features[0].capacity.origin, Origin::Observed);
    assert_eq!(capacity(&region, 1), Some(600));
    assert_eq!(capacity(&region, 2), Some(350), "the nameless school 20 m away");
    assert_eq!(region.strings.get(region.amenities.features[2].name.local), "Лицей");
    assert_eq!(capacity(&region, 3), None, "the polyclinic is no school");
    assert_eq!(region.amenities.len(), 6);
    assert_eq!(region.strings.get(region.amenities.features[4].name.local), "Новая; школа");
    assert_eq!(region.amenities.features[4].kind, AmenityKind::School);
    assert_eq!(capacity(&region, 5), Some(77), "a namesake 20 km away is another school");
    assert_eq!(region.quality.count_of(Finding::UnmatchedRows), 2);
    let bad = region.quality.entries.iter().find(|entry| entry.finding == Finding::BadRows).unwrap();
    let mut examples = bad.examples.clone();
    examples.sort();
    assert_eq!(examples, ["schools.csv:10", "schools.csv:6", "schools.csv:7"]);
    assert_eq!((region.sources[0].name.as_str(), region.sources[0].date.as_str()), ("Schools of the town", "2025"));
}

#[test]
fn a_table_added_again_changes_nothing() {
    let mut region = town();
    let text = "id,name,lon,lat,seats\n17,Новая,63.70,53.25,800\n,Другая,63.80,53.25,100\n";
    let columns = [("id", "id"), ("name", "name"), ("lon", "lon"), ("lat", "lat"), ("seats", "capacity")];
    add(&mut region, text, schools(&columns)).unwrap();
    let ids: Vec<_> = region.amenities.features.iter().map(|amenity| amenity.id).collect();
    add(&mut region, text.replace("800", "900"), schools(&columns)).unwrap();
    assert_eq!(region.amenities.features.iter().map(|amenity| amenity.id).collect::<Vec<_>>(), ids);
    assert_eq!(capacity(&region, 4), Some(900));
    assert_eq!(region.quality.count_of(Finding::UnmatchedRows), 2);
    assert_eq!(region.sources.len(), 1);
}

#[test]
fn odd_values_are_left_out_and_named() {
    let mut region = town();
    let text = "id\tn\ts\nw100\t-5\t300\nw101\tNaN\t2\nw102\tinf\t-1\nw100\t12.5\t1\nw103\t7\t3\n";
    add(&mut region, text, TableMapping { constants: vec![], ..schools(&[("id", "id"), ("n", "capacity"), ("s", "shifts")]) }).unwrap();
    assert_eq!(region.quality.count_of(Finding::OddValues), 6);
    assert_eq!(region.quality.count_of(Finding::DuplicateIds), 1);
    let shifts: Vec<u8> = region.amenities.features.iter().map(|amenity| amenity.shifts.value).collect();
    assert_eq!(shifts, [1, 2, 0, 3]);
    assert_eq!((0..4).map(|index| capacity(&region, index)).collect::<Vec<_>>(), [None, None, None, Some(7)]);
}

#[test]
fn windows_1251_and_other_delimiters_are_understood() {
    let cp1251 = b"\xCD\xE0\xE7\xE2\xE0\xED\xE8\xE5;\xCC\xE5\xF1\xF2\r\n\xD8\xEA\xEE\xEB\xE0 \xB9 1;640\r\n".to_vec();
    for text in [
        cp1251,
        "Название,Мест\nШкола №1,640".into(),
        "sep=|\nНазвание|Мест\nШкола №1|640\n".into(),
        "Название\tМест\nшкола 1\t\"640\"".into(),
    ] {
        let mut region = town();
        add(&mut region, text, schools(&[("Название", "name"), ("Мест", "capacity")])).unwrap();
        assert_eq!((capacity(&region, 0), region.amenities.len()), (Some(640), 4));
    }
}

#[test]
fn a_wrong_mapping_is_refused() {
    for (mapping, code) in [
        (TableMapping { layer: "shops".to_owned(), ..schools(&[("name", "name")]) }, "table-layer-unknown"),
        (schools(&[("names", "name")]), "table-column-missing"),
        (schools(&[("name", "storeys")]), "table-field-unknown"),
        (schools(&[("name", "capacity_origin")]), "table-field-unknown"),
        (TableMapping { constants: pairs(&[("kind", "academy")]), ..schools(&[("name", "name")]) }, "table-constant-odd"),
    ] {
        let mut region = town();
        assert_eq!(add(&mut region, "name\nx\n", mapping).unwrap_err().code, code);
        assert_eq!(region.amenities.len(), 4);
    }
    assert_eq!(add(&mut town(), "", schools(&[])).unwrap_err().code, "table-empty");
    let mut region = town();
    add(&mut region, "sep=;\r\nname;x\r\nnobody;1\r\n", schools(&[("name", "name")])).unwrap();
    assert_eq!(region.quality.entries[0].examples, ["schools.csv:3"], "lines are counted as an editor shows them");
}

#[test]
fn a_table_may_be_geojson() {
    let mut region = town();
    let text = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"seats":510},"geometry":{"type":"Point","coordinates":[63.62,53.21]}},
        {"type":"Feature","properties":{"seats":99},"geometry":{"type":"Polygon","coordinates":[[[63.7,53.3],[63.7,53.31],[63.71,53.31],[63.71,53.3],[63.7,53.3]]]}},
        {"type":"Feature","properties":{"seats":1},"geometry":{"type":"Point","coordinates":[263.62,53.21]}},
        {"type":"Nothing"}]}"#;
    add(&mut region, text, schools(&[("seats", "capacity")])).unwrap();
    assert_eq!((capacity(&region, 0), capacity(&region, 4), region.amenities.len()), (Some(510), Some(99), 5));
    let shape = region.amenities.shapes.get(4);
    assert!((shape.area() - 0.01 * 0.01 * 111_300.0 * 66_700.0).abs() < 10_000.0, "{}", shape.area());
    assert_eq!(region.quality.count_of(Finding::CoordinatesOutOfRange), 1);
    assert_eq!(region.quality.count_of(Finding::BadRows), 2);
}

#[test]
fn services_of_kostanay_become_amenities() {
    let Some(file) = shared("facts/kostanay-services.csv") else { return };
    let lines = file.bytes.iter().filter(|byte| **byte == b'\n').count() - 1;
    let mut region = town();
    region.amenities = Default::default();
    let mapping =
        TableMapping { constants: vec![], reach: 0.0, ..schools(&[("kind", "kind"), ("name", "name"), ("lon", "lon"), ("lat", "lat")]) };
    add_table(&mut region, &TableInput { file, mapping }).unwrap();
    let doubles = region.quality.count_of(Finding::DuplicateIds) as usize;
    assert_eq!(region.amenities.len() + doubles, lines);
    assert_eq!(region.quality.count_of(Finding::BadRows), 0);
    let odd: Vec<_> = region.quality.entries.iter().filter(|entry| entry.finding == Finding::OddValues).map(|entry| entry.count).collect();
    assert_eq!(odd, [1], "railway_station_area is no kind of ours, arts_school is");
}

#[test]
fn districts_of_kostanay_have_names_codes_and_areas() {
    let Some(file) = shared("data/kazakhstan/kostanay_region_districts.geojson") else { return };
    let mut region = town();
    add_districts(&mut region, &file).unwrap();
    assert_eq!(region.boundaries.len(), 20);
    let code = region.strings.intern("394200000");
    let (index, zhangeldi) = region.boundaries.features.iter().enumerate().find(|(_, boundary)| boundary.code == code).unwrap();
    assert_eq!(zhangeldi.kind, BoundaryKind::District);
    let read = |language| zhangeldi.name.read(language, &region.strings);
    assert_eq!([read(Language::Kazakh), read(Language::Russian), read(Language::English)], ["Жангелдин", "Джангельдинский", "Zhangeldi"]);
    // About 37,600 km² in the books; the outline is generalised.
    let area = region.boundaries.shapes.get(index).area() / 1e6;
    assert!((36_000.0..39_500.0).contains(&area), "{area} km²");
    let total: f64 = (0..20).map(|index| region.boundaries.shapes.get(index).area() / 1e6).sum();
    assert!((193_000.0..199_500.0).contains(&total), "{total} km², the region has 196,001");
    add_districts(&mut region, &file).unwrap();
    assert_eq!(region.boundaries.len(), 20, "the newer ones replace the older");
    assert_eq!(region.quality.count_of(Finding::DuplicateIds), 20);

    let Some(file) = shared("data/kazakhstan/kostanay_region.geojson") else { return };
    let clip = read_clip(&file).unwrap();
    assert_eq!(clip.len(), 1);
    let area = geodesic_area(&clip[0][0]) / 1e6;
    assert!((193_000.0..199_500.0).contains(&area), "{area} km²");
    assert_ne!(clip[0][0].first(), clip[0][0].last());
    add_districts(&mut region, &file).unwrap();
    assert_eq!(region.boundaries.features[20].kind, BoundaryKind::Region);
}

#[test]
fn broken_geojson_says_why() {
    for (text, code) in [
        ("{\"type\": ", "geojson-broken"),
        ("{\"a\": 1}", "geojson-not"),
        ("{\"type\":\"FeatureCollection\",\"features\":[]}", "geojson-no-areas"),
        ("{\"type\":\"Point\",\"coordinates\":[1,2]}", "geojson-no-areas"),
        ("{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[1,2],[1,2]]]}", "geojson-no-areas"),
        (
            "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::28411\"}},\"features\":[]}",
            "geojson-crs",
        ),
    ] {
        for error in [add_districts(&mut town(), &named("a.geojson", text)).unwrap_err(), read_clip(&named("a.geojson", text)).unwrap_err()]
        {
            assert_eq!(error.code, code, "{text}");
        }
    }
    let open = r#"{"type":"Polygon","coordinates":[[[63,53],[63,54],[64,54]],[[63.1,53.5],[63.2,53.9],[63.3,53.8]]]}"#;
    let mut region = town();
    add_districts(&mut region, &named("open.geojson", open)).unwrap();
    assert_eq!(region.quality.count_of(Finding::OpenRings), 2);
    let shape = region.boundaries.shapes.get(0);
    let areas: Vec<bool> = shape.parts().map(|ring| aimaq::twin::model::space::signed_area(ring) > 0.0).collect();
    assert_eq!(areas, [true, false], "the outline turns left, the hole right");
}

fn correction(feature: &str, field: &str, value: &str) -> Correction {
    Correction {
        layer: "amenities".to_owned(),
        feature: feature.to_owned(),
        field: field.to_owned(),
        value: value.to_owned(),
        source: "akimat".to_owned(),
        date: "2026-01-15".to_owned(),
    }
}

#[test]
fn a_correction_is_made_remembered_and_put_back() {
    let mut region = town();
    region.amenities.features[0].capacity = Sourced { value: Some(500), origin: Origin::Assumed };
    correct(&mut region, correction("w100", "capacity", "900")).unwrap();
    correct(&mut region, correction("w100", "capacity", "1 000")).unwrap();
    correct(&mut region, correction("w100", "name_kk", "№1 мектеп")).unwrap();
    correct(&mut region, correction("w102", "kind", "kindergarten")).unwrap();
    assert_eq!(region.amenities.features[0].capacity, Sourced::observed(Some(1000)));
    assert_eq!(region.corrections.len(), 3);

    let mut again = town();
    again.corrections = region.corrections.clone();
    again.corrections.push(correction("w999", "capacity", "1"));
    again.corrections.push(correction("n12", "capacity", "1"));
    apply(&mut again);
    assert_eq!(again.amenities.features[0].capacity, Sourced::observed(Some(1000)));
    assert_eq!(again.amenities.features[0].name.read(Language::Kazakh, &again.strings), "№1 мектеп");
    assert_eq!(again.amenities.features[2].kind, AmenityKind::Kindergarten);
    assert_eq!((again.quality.count_of(Finding::CorrectionsKept), again.quality.count_of(Finding::CorrectionsOrphaned)), (3, 2));
    assert_eq!(again.corrections.len(), 5);
    correct(&mut again, correction("w100", "capacity", "")).unwrap();
    assert_eq!(capacity(&again, 0), None);
}

#[test]
fn a_wrong_correction_is_refused_and_changes_nothing() {
    let mut region = town();
    let other_layer = Correction { layer: "shops".to_owned(), ..correction("w100", "capacity", "1") };
    for (correction, code) in [
        (other_layer, "correction-layer-unknown"),
        (correction("w999", "capacity", "1"), "correction-feature-unknown"),
        (correction("100", "capacity", "1"), "correction-feature-unknown"),
        (correction("w100", "storeys", "1"), "correction-field-unknown"),
        (correction("w100", "capacity_origin", "observed"), "correction-field-unknown"),
        (correction("w100", "capacity", "many"), "correction-value-odd"),
        (correction("w100", "capacity", "-1"), "correction-value-odd"),
        (correction("w100", "shifts", "300"), "correction-value-odd"),
        (correction("w100", "kind", "academy"), "correction-value-odd"),
    ] {
        let error = correct(&mut region, correction).unwrap_err();
        assert_eq!(error.code, code, "{error}");
    }
    assert!(region.corrections.is_empty());
    assert_eq!(capacity(&region, 0), None);
}

fn building(height: Origin) -> Building {
    let height = Sourced { value: Decimetres(90), origin: height };
    Building { height, ..Building::default() }
}

#[test]
fn the_grade_is_completeness_times_observed_share() {
    let mut region = town();
    let mut fresh = Region::default();
    grade(&mut fresh);
    assert_eq!((fresh.quality.grade, fresh.quality.layers.len()), (Grade::Ungraded, 0));

    for origin in [Origin::Observed, Origin::Inferred] {
        region.buildings.push_point(building(origin), Position::default());
    }
    region.quality.layers.push(LayerQuality { layer: "buildings".to_owned(), found: 4, ..LayerQuality::default() });
    grade(&mut region);
    let layer = |name: &str| region.quality.layers.iter().find(|layer| layer.layer == name).unwrap();
    // Usage, levels and roof are observed by default, the height of one of two is not: 7 of 8.
    assert_eq!(*layer("buildings"), LayerQuality { layer: "buildings".to_owned(), found: 4, kept: 2, observed_share: 0.875 });
    assert_eq!((layer("amenities").found, layer("amenities").kept, layer("amenities").observed_share), (4, 4, 1.0));
    // (0.5 × 0.875 + 1) / 2 = 0.72
    assert_eq!(region.quality.grade, Grade::C);
    region.standing = Standing::Sketch;
    grade(&mut region);
    assert_eq!(region.quality.grade, Grade::E);
    assert_eq!(region.quality.layers.len(), 2, "grading again adds nothing");
}
