//! OpenStreetMap files become regions: counts and attributes of real extracts, odd multipolygons, malformed input.
#![allow(clippy::unwrap_used)]

use aimaq::twin::diagnostic::{Arg, Diagnostic};
use aimaq::twin::import::osm::{self, parse_bytes};
use aimaq::twin::import::{Inputs, NamedBytes, Unwatched, import_region};
use aimaq::twin::model::boundary::BoundaryKind;
use aimaq::twin::model::building::{BuildingUse, Part};
use aimaq::twin::model::feature::Feature;
use aimaq::twin::model::id::FeatureId;
use aimaq::twin::model::layer::{Layer, Shape, ShapeKind};
use aimaq::twin::model::names::Strings;
use aimaq::twin::model::origin::Origin;
use aimaq::twin::model::quality::Finding;
use aimaq::twin::model::region::{LayerVisitor, Region};
use aimaq::twin::model::space::signed_area;
use aimaq::twin::model::street::{Direction, StreetClass};
use aimaq::twin::model::water::WaterKind;

/// A shared file; none (with a line that says so) where it is absent and need not be there.
fn shared(path: &str) -> Option<NamedBytes> {
    let full = std::path::Path::new("../shared/data/osm").join(path);
    match std::fs::read(&full) {
        Ok(bytes) => Some(NamedBytes { name: path.to_owned(), bytes }),
        Err(error) if std::env::var_os("AIMAQ_REQUIRE_SHARED").is_some() => panic!("{}: {error}", full.display()),
        Err(_) => {
            eprintln!("skipped: {} is absent", full.display());
            None
        }
    }
}

fn import(file: NamedBytes) -> Region {
    let inputs = Inputs { osm: vec![file], ..Inputs::default() };
    import_region(&inputs, &Unwatched).unwrap_or_else(|diagnostic| panic!("{diagnostic}"))
}

fn import_text(text: &str) -> Region {
    import(NamedBytes { name: "drawn.osm".to_owned(), bytes: text.as_bytes().to_vec() })
}

fn whole_buildings(region: &Region) -> usize {
    region.buildings.features.iter().filter(|building| building.part != Part::Part).count()
}

fn find<'a, T: Feature>(layer: &'a Layer<T>, id: &str) -> Option<(&'a T, Shape<'a>)> {
    let id: FeatureId = id.parse().unwrap();
    layer.iter().find(|(feature, _)| feature.id() == id)
}

/// What holds for every layer: one shape a feature, one feature an object, areas turned and nested the way the model wants.
fn check_region(region: &Region) {
    struct Check;
    impl LayerVisitor for Check {
        fn visit<T: Feature>(&mut self, layer: &Layer<T>, _: &Strings) {
            assert_eq!(layer.features.len(), layer.shapes.len());
            let mut ids: Vec<FeatureId> = layer.features.iter().map(Feature::id).collect();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), layer.len(), "an object stands twice in {}", T::LAYER);
            for (feature, shape) in layer.iter() {
                assert!(!shape.points().is_empty(), "{} has no shape", feature.id());
                match shape.kind {
                    ShapeKind::Point => {}
                    ShapeKind::Line => assert!(shape.parts().all(|line| line.len() >= 2), "{}", feature.id()),
                    ShapeKind::Area => {
                        assert!(signed_area(shape.first()) > 0.0, "{}: the first ring is a hole", feature.id());
                        assert!(shape.parts().all(|ring| ring.len() >= 3 && ring.first() != ring.last()), "{}", feature.id());
                        assert!(shape.area() > 0.0, "{}: holes outweigh", feature.id());
                    }
                }
            }
        }
    }
    region.visit_layers(&mut Check);
    for (edge, index) in region.network.edges.iter().zip(0..) {
        let line = region.streets.shapes.get(edge.street as usize);
        let points = line.first();
        assert_eq!(points[edge.first_point as usize], region.network.nodes[edge.from as usize], "edge {index}");
        assert_eq!(points[edge.last_point as usize], region.network.nodes[edge.to as usize], "edge {index}");
    }
    assert!(region.network.edges.is_sorted_by_key(|edge| (edge.street, edge.first_point)));
    for building in &region.buildings.features {
        assert!(building.levels.value > 0 && building.height.value.0 > 0, "{} is not complete", building.id);
        assert_ne!(building.usage.value, BuildingUse::Unknown);
        assert!(building.roof_height <= building.height.value);
    }
}

#[test]
fn neubrandenburg_is_kept() {
    let Some(file) = shared("neubrandenburg-2016.osm.pbf") else { return };
    let region = import(file);
    check_region(&region);
    assert!((15_300..=15_340).contains(&whole_buildings(&region)), "{} buildings", whole_buildings(&region));
    assert!((7_900..=7_931).contains(&region.streets.len()), "{} highways", region.streets.len());
    let addressed = region.buildings.features.iter().filter(|building| !building.house_number.is_empty()).count();
    assert!(addressed > 6_500, "{addressed} buildings with a house number");
    let observed = region.buildings.features.iter().filter(|building| building.levels.origin == Origin::Observed).count();
    assert!((48..=55).contains(&observed), "{observed} buildings with levels");
    // The town and its lake, not the outliers a hundred kilometres away.
    let [width, height] = region.extent.size();
    assert!((8_000.0..40_000.0).contains(&width) && (8_000.0..40_000.0).contains(&height), "{width} × {height}");
    let origin = region.frame.origin();
    assert!((origin.lon - 13.26).abs() < 0.1 && (origin.lat - 53.55).abs() < 0.1, "{origin:?}");
    let (_, largest) = region.network.components();
    assert!(largest * 10 > region.network.nodes.len() * 8, "{largest} of {}", region.network.nodes.len());
    let found = |name: &str| region.quality.layers.iter().find(|layer| layer.layer == name).map(|layer| (layer.found, layer.kept));
    assert!(found("buildings").is_some_and(|(found, kept)| found >= kept && kept >= 15_300), "{:?}", found("buildings"));
    assert!(region.quality.count_of(Finding::FarOutliers) > 0 && region.quality.count_of(Finding::MissingMembers) > 0);
    assert!(region.water.iter().any(|(water, shape)| water.kind == WaterKind::Lake && shape.area() > 5e6), "the Tollensesee is there");
    assert!(region.lines.len() >= 15 && region.stops.len() > 190, "{} lines, {} stops", region.lines.len(), region.stops.len());
    assert!(region.credits().contains(&"© OpenStreetMap contributors"));
}

#[test]
fn other_extracts_are_kept() {
    for (path, buildings, highways) in
        [("liechtenstein-2015.osm.pbf", 8_998, 4_660), ("almaty-2012.osm.pbf", 8_201, 4_279), ("monaco-2023.osm.pbf", 1_286, 2_832)]
    {
        let Some(file) = shared(path) else { continue };
        let region = import(file);
        check_region(&region);
        let kept = whole_buildings(&region);
        assert!(kept * 1000 >= buildings * 997 && kept <= buildings, "{path}: {kept} of {buildings} buildings");
        let kept = region.streets.len();
        assert!(kept * 1000 >= highways * 997 && kept <= highways + 2, "{path}: {kept} of {highways} highways");
    }
}

#[test]
fn the_same_bytes_give_the_same_region() {
    let Some(file) = shared("monaco-2023.osm.pbf") else { return };
    let (a, b) = (import(file.clone()), import(file));
    assert_eq!(format!("{:?}", a.buildings), format!("{:?}", b.buildings));
    assert_eq!(format!("{:?}", a.quality), format!("{:?}", b.quality));
    assert_eq!(a.network, b.network);
    assert_eq!(format!("{:?}", a.water), format!("{:?}", b.water));
}

#[test]
fn almaty_speaks_cyrillic() {
    let Some(file) = shared("almaty-2012.osm.pbf") else { return };
    let region = import(file);
    let street = |name: &str| region.streets.features.iter().any(|street| region.strings.get(street.name.local) == name);
    for name in ["пр. Райымбека", "ул. Сатпаева", "Абая прс."] {
        assert!(street(name), "{name} is missing");
    }
    assert!(region.quality.count_of(Finding::MissingNodes) > 0);
    assert!(region.places.features.iter().any(|place| region.strings.get(place.name.local).contains("Алматы")));
    let five = region.buildings.features.iter().filter(|building| building.levels.value == 5 && building.levels.origin == Origin::Observed);
    assert!(five.count() >= 10);
}

#[test]
fn liechtenstein_has_residents_and_trees() {
    let Some(file) = shared("liechtenstein-2015.osm.pbf") else { return };
    let region = import(file);
    assert!(region.places.features.iter().filter(|place| place.population.value.is_some()).count() >= 11);
    assert!((25_000..60_000).contains(&region.population()), "{}", region.population());
    assert_eq!(region.trees.len(), 3_000);
    assert!(region.boundaries.features.iter().any(|boundary| boundary.kind == BoundaryKind::Municipality));
}

#[test]
fn monaco_has_parts_and_sea() {
    let Some(file) = shared("monaco-2023.osm.pbf") else { return };
    let region = import(file);
    let parts = region.buildings.features.iter().filter(|building| building.part == Part::Part).count();
    assert!((10..=20).contains(&parts), "{parts} parts");
    assert!(region.buildings.features.iter().any(|building| building.part == Part::Outline));
    let sea = region.water.iter().find(|(water, _)| water.kind == WaterKind::Sea).unwrap().1;
    let whole: f64 = region.extent.size().iter().product();
    let share = sea.area() / whole;
    assert!((0.15..0.75).contains(&share), "{share} of the extent is sea");
    // The middle of the harbour's mouth is sea, the casino is land.
    let at = |lon, lat| region.frame.position_from_geo(aimaq::twin::model::space::GeoPoint::new(lon, lat));
    assert!(sea.contains(at(7.434, 43.733)));
    assert!(!sea.contains(at(7.4279, 43.7393)));
    let covered = region.buildings.iter().filter(|(_, shape)| sea.contains(shape.anchor())).count();
    assert!(covered < 40, "{covered} buildings stand in the sea");
    let tall = region.buildings.features.iter().map(|building| building.height.value).max().unwrap();
    assert!((160.0..=180.0).contains(&tall.metres()), "{tall:?}");
}

#[test]
fn odd_multipolygons_make_areas() {
    let Some(file) = shared("multipolygon-cases.osm") else { return };
    let region = import(file);
    check_region(&region);
    // Relations with tags of their own are features; those without lend their rings to their outer way.
    for number in 1..=14 {
        let id = format!("r{number}");
        let found = find(&region.cover, &id).map(|found| found.1).or_else(|| find(&region.water, &id).map(|found| found.1));
        assert!(found.is_some(), "{id} is missing");
    }
    let rings = |id: &str| find(&region.cover, id).map(|(_, shape)| shape.parts().map(|ring| signed_area(ring) > 0.0).collect::<Vec<_>>());
    assert_eq!(rings("r1"), Some(vec![true, false]));
    assert_eq!(rings("r8"), Some(vec![true, false]));
    for (way, relation) in [("w1", "r15"), ("w3", "r16"), ("w2", "r17")] {
        assert!(find(&region.cover, relation).is_none() && find(&region.water, relation).is_none());
        let shape = find(&region.cover, way).map(|found| found.1).or_else(|| find(&region.water, way).map(|found| found.1)).unwrap();
        assert!(shape.parts().any(|ring| signed_area(ring) < 0.0), "{way} has a hole from {relation}");
    }
}

#[test]
fn xml_is_read_by_its_content() {
    let Some(mut file) = shared("nuremberg-street.osm.xml") else { return };
    file.name = "renamed.pbf".to_owned();
    let region = import(file);
    check_region(&region);
    assert!(region.streets.len() > 20 && region.buildings.len() > 50, "{} {}", region.streets.len(), region.buildings.len());
}

const DRAWN: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
 <node id="1" lat="53.2000" lon="63.6000"/> <node id="2" lat="53.2000" lon="63.6010"/>
 <node id="3" lat="53.2000" lon="63.6020"/> <node id="4" lat="53.2010" lon="63.6010"/>
 <node id="5" lat="53.1990" lon="63.6010"/> <node id="6" lat="53.2030" lon="63.6030"/>
 <node id="7" lat="53.2030" lon="63.6040"/>
 <node id="11" lat="53.2001" lon="63.6001"/> <node id="12" lat="53.2001" lon="63.6003"/>
 <node id="13" lat="53.2002" lon="63.6003"/> <node id="14" lat="53.2002" lon="63.6001"/>
 <node id="20" lat="53.2005" lon="63.6005"><tag k="place" v="city"/><tag k="name" v="Қостанай"/>
  <tag k="name:ru" v="Костанай"/><tag k="name:en" v="Kostanay"/><tag k="population" v="263 000"/></node>
 <node id="21" lat="53.2006" lon="63.6006"><tag k="amenity" v="clinic"/><tag k="name" v="Городская поликлиника № 3"/></node>
 <node id="22" lat="53.2007" lon="63.6007"><tag k="man_made" v="mast"/><tag k="tower:type" v="communication"/>
  <tag k="communication:lte" v="yes"/><tag k="height" v="45 m"/></node>
 <node id="23" lat="53.2000" lon="63.6015"><tag k="highway" v="bus_stop"/><tag k="name" v="&quot;Орталық&quot; &amp; базар"/></node>
 <way id="101"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="maxspeed" v="KZ:urban"/>
  <tag k="oneway" v="-1"/><tag k="lanes" v="3"/><tag k="ref" v="A-21"/></way>
 <way id="102"><nd ref="4"/><nd ref="2"/><nd ref="5"/><nd ref="99"/><tag k="highway" v="residential"/><tag k="maxspeed" v="fast"/></way>
 <way id="103"><nd ref="6"/><nd ref="7"/><tag k="highway" v="footway"/><tag k="bridge" v="yes"/></way>
 <way id="104"><nd ref="11"/><nd ref="12"/><nd ref="13"/><nd ref="14"/><tag k="building" v="apartments"/>
  <tag k="building:levels" v="5"/><tag k="start_date" v="1968"/><tag k="addr:street" v="Байтұрсынов көшесі"/><tag k="addr:housenumber" v="12А"/></way>
 <way id="105"><nd ref="11"/><nd ref="12"/><nd ref="13"/><nd ref="14"/><nd ref="11"/><tag k="building:part" v="yes"/><tag k="height" v="40'"/></way>
 <way id="106"><nd ref="1"/><nd ref="98"/><tag k="highway" v="service"/></way>
 <relation id="201"><member type="way" ref="101" role=""/><member type="node" ref="23" role="platform"/>
  <tag k="type" v="route"/><tag k="route" v="bus"/><tag k="ref" v="20"/><tag k="interval" v="00:12"/></relation>
</osm>"#;

#[test]
fn tags_become_attributes() {
    let region = import_text(DRAWN);
    check_region(&region);
    let text = |id| region.strings.get(id);
    assert_eq!(region.streets.len(), 3);
    let (primary, _) = find(&region.streets, "w101").unwrap();
    assert_eq!(
        (primary.class, primary.direction, primary.speed.value, primary.lanes.value),
        (StreetClass::Primary, Direction::Backward, 60, 3)
    );
    assert_eq!((primary.speed.origin, text(primary.reference)), (Origin::Observed, "A-21"));
    let (footway, _) = find(&region.streets, "w103").unwrap();
    assert!(footway.bridge && footway.level == 1 && footway.speed.value == 0);
    // Two streets cross at node 2: four edges there, and the footway apart.
    assert_eq!((region.network.nodes.len(), region.network.edges.len()), (7, 5));
    assert_eq!(region.quality.count_of(Finding::DisconnectedNetwork), 1);
    assert_eq!(region.quality.count_of(Finding::MissingNodes), 2);
    assert_eq!(region.quality.count_of(Finding::TooFewPoints), 1);
    assert_eq!(region.quality.count_of(Finding::OddValues), 1);
    assert_eq!(region.quality.count_of(Finding::OpenRings), 1);

    let (block, _) = find(&region.buildings, "w104").unwrap();
    assert_eq!((block.usage.value, block.levels.value, block.year, block.part), (BuildingUse::Apartments, 5, 1968, Part::Outline));
    assert_eq!((text(block.street), text(block.house_number)), ("Байтұрсынов көшесі", "12А"));
    assert_eq!(block.height.origin, Origin::Inferred);
    let (part, _) = find(&region.buildings, "w105").unwrap();
    assert_eq!(
        (part.part, part.usage.value, part.height.value.0, part.height.origin),
        (Part::Part, BuildingUse::Apartments, 122, Origin::Observed)
    );

    let (city, _) = find(&region.places, "n20").unwrap();
    assert_eq!((text(city.name.local), text(city.name.by_language[1]), city.population.value), ("Қостанай", "Костанай", Some(263_000)));
    assert_eq!(region.name, city.name);
    let (polyclinic, _) = find(&region.amenities, "n21").unwrap();
    assert_eq!(polyclinic.kind, aimaq::twin::model::amenity::AmenityKind::Polyclinic);
    let (mast, _) = find(&region.masts, "n22").unwrap();
    assert_eq!(mast.height.value.0, 450);
    let (stop, _) = find(&region.stops, "n23").unwrap();
    assert_eq!(text(stop.name.local), "\"Орталық\" & базар");
    let (line, shape) = find(&region.lines, "r201").unwrap();
    assert_eq!((line.headway.value, line.stops.0.len(), shape.first().len()), (12, 1, 3));
}

#[test]
fn a_clip_keeps_what_touches_it() {
    use aimaq::twin::import::clip::{Clip, clip};
    use aimaq::twin::model::space::GeoPoint;
    let mut region = import_text(DRAWN);
    let ring = [(63.5999, 53.1999), (63.6004, 53.1999), (63.6004, 53.2003), (63.5999, 53.2003)].map(|(lon, lat)| GeoPoint::new(lon, lat));
    let polygon = Clip::new(&[vec![ring.to_vec()]], &region.frame);
    clip(&mut region, &polygon);
    check_region(&region);
    assert!(find(&region.streets, "w101").is_some() && find(&region.streets, "w102").is_none());
    assert_eq!((region.buildings.len(), region.places.len(), region.network.edges.len()), (2, 0, 2));
    assert_eq!(region.network.nodes.len(), 3);
}

#[test]
fn several_files_are_one_region() {
    let file = |name: &str| NamedBytes { name: name.to_owned(), bytes: DRAWN.as_bytes().to_vec() };
    let inputs = Inputs { osm: vec![file("a.osm"), file("b.osm")], ..Inputs::default() };
    let region = import_region(&inputs, &Unwatched).unwrap();
    check_region(&region);
    assert_eq!(region.streets.len(), 3);
    assert_eq!(region.quality.count_of(Finding::DuplicateIds), 0);
    assert_eq!(region.sources.len(), 2);
}

#[test]
fn unreadable_files_are_named_with_the_reason() {
    let check = |bytes: &[u8], code: &str| {
        let file = NamedBytes { name: "town.osm.pbf".to_owned(), bytes: bytes.to_vec() };
        let diagnostic: Diagnostic = osm::parse(&file, &Unwatched).unwrap_err();
        assert_eq!(diagnostic.code, code, "{:?}", &bytes[..bytes.len().min(40)]);
        assert!(diagnostic.args.contains(&("file", Arg::Text("town.osm.pbf".to_owned()))));
    };
    check(b"", "osm-empty");
    check(b" \n ", "osm-empty");
    check(b"{\"type\": \"FeatureCollection\"}", "osm-format");
    check(b"<html><body>404</body></html>", "osm-format");
    check(b"\x1f\x8b\x08\x00rest", "osm-compressed");
    check(b"<osm version='0.6'></osm>", "osm-nothing");
    check(&DRAWN.as_bytes()[..DRAWN.len() / 2], "osm-truncated");
    check(&DRAWN.as_bytes()[..DRAWN.len() - 7], "osm-truncated");
    let pbf = pbf_file(&[header_block(), data_block()]);
    check(&pbf[..pbf.len() - 3], "osm-truncated");
    check(&pbf[..2], "osm-format");
    // A block that claims two gigabytes.
    let mut gigantic = pbf_file(&[header_block()]);
    gigantic.extend(framed("OSMData", &[], Some(0x7FFF_FFFF)));
    check(&gigantic, "osm-damaged");
    let mut gigantic = pbf_file(&[header_block()]);
    gigantic.extend([0xFF, 0xFF, 0xFF, 0xFF, 0x0A]);
    check(&gigantic, "osm-damaged");
}

#[test]
fn truncated_extracts_are_errors() {
    let Some(file) = shared("almaty-2012.osm.pbf") else { return };
    for length in [1, 3, 10, 60, 1_000, 300_000, file.bytes.len() - 1] {
        assert!(parse_bytes(&file.bytes[..length], &Unwatched).is_err(), "{length} bytes");
    }
}

#[test]
fn a_small_binary_file_is_read() {
    let file = NamedBytes { name: "drawn.osm.pbf".to_owned(), bytes: pbf_file(&[header_block(), data_block()]) };
    let region = import(file);
    check_region(&region);
    assert_eq!((region.streets.len(), region.buildings.len()), (1, 1));
    assert_eq!(region.strings.get(region.streets.features[0].name.local), "көше");
}

// ——— malformed input ———

/// A generator of numbers for the mutations: the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = aimaq::twin::model::id::mix(self.0);
        (self.0 >> 11) as usize % sides.max(1)
    }
}

fn mutated(original: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = original.to_vec();
    for _ in 0..=dice.roll(4) {
        if bytes.is_empty() {
            return bytes;
        }
        let place = dice.roll(bytes.len());
        match dice.roll(6) {
            0 => bytes[place] ^= 1 << dice.roll(8),
            1 => bytes[place] = dice.roll(256) as u8,
            2 => bytes.truncate(place),
            3 => bytes[place] = 0xFF,
            4 => {
                let (from, length) = (dice.roll(original.len()), dice.roll(24));
                let piece = original[from..(from + length).min(original.len())].to_vec();
                bytes.splice(place..place, piece);
            }
            _ => {
                let end = (place + dice.roll(24)).min(bytes.len());
                bytes.drain(place..end);
            }
        }
    }
    bytes
}

/// Each mutation is refused with a diagnostic or becomes a region that holds together.
fn survive(original: &[u8], count: usize) {
    let mut dice = Dice(20_260_101);
    let mut read = 0;
    for _ in 0..count {
        let bytes = mutated(original, &mut dice);
        let file = NamedBytes { name: "mutated".to_owned(), bytes };
        match import_region(&Inputs { osm: vec![file], ..Inputs::default() }, &Unwatched) {
            Ok(region) => {
                read += 1;
                check_region(&region);
            }
            Err(diagnostic) => assert!(diagnostic.code.starts_with("osm-"), "{diagnostic}"),
        }
    }
    assert!(read > 0, "no mutation could be read");
}

#[test]
fn mutated_xml_never_panics() {
    survive(DRAWN.as_bytes(), 10_000);
}

#[test]
fn mutated_pbf_never_panics() {
    survive(&pbf_file(&[header_block(), data_block()]), 10_000);
}

#[test]
fn mutated_extracts_never_panic() {
    let Some(file) = shared("almaty-2012.osm.pbf") else { return };
    // Header and first block: lengths and compressed content as real programs write them.
    let end = file.bytes.len().min(60_000);
    survive_parse(&file.bytes[..end], 300);
    let Some(file) = shared("multipolygon-cases.osm") else { return };
    survive(&file.bytes, 200);
}

fn survive_parse(original: &[u8], count: usize) {
    let mut dice = Dice(7);
    for _ in 0..count {
        let _ = parse_bytes(&mutated(original, &mut dice), &Unwatched);
    }
}

#[test]
fn random_bytes_are_refused() {
    let mut dice = Dice(3);
    for length in 0..2_000 {
        let bytes: Vec<u8> = (0..length % 300).map(|_| dice.roll(256) as u8).collect();
        assert!(parse_bytes(&bytes, &Unwatched).is_err());
    }
}

#[test]
fn a_compressed_block_may_not_swell_beyond_measure() {
    // Thirty megabytes of zeros in a few kilobytes.
    let mut packed = Vec::new();
    let mut encoder = flate2::write::ZlibEncoder::new(&mut packed, flate2::Compression::best());
    std::io::Write::write_all(&mut encoder, &vec![0; 30_000_000]).unwrap();
    encoder.finish().unwrap();
    let blob = field(3, &packed);
    let header = [field(1, b"OSMData"), number(3, blob.len() as u64)].concat();
    let mut bytes = pbf_file(&[header_block()]);
    bytes.extend([(header.len() as u32).to_be_bytes().to_vec(), header, blob].concat());
    assert_eq!(parse_bytes(&bytes, &Unwatched).unwrap_err().code, "osm-damaged");
    // Beside a sound block it is skipped and counted.
    bytes.extend(pbf_file(&[data_block()]));
    let raw = parse_bytes(&bytes, &Unwatched).unwrap();
    assert_eq!(raw.quality.count_of(Finding::BrokenBlocks), 1);
}

// ——— a tiny writer of the binary form ———

fn varint(mut value: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

fn field(number: u64, content: &[u8]) -> Vec<u8> {
    [varint(number << 3 | 2), varint(content.len() as u64), content.to_vec()].concat()
}

fn number(number: u64, value: u64) -> Vec<u8> {
    [varint(number << 3), varint(value)].concat()
}

fn packed(values: &[u64]) -> Vec<u8> {
    values.iter().flat_map(|&value| varint(value)).collect()
}

fn deltas(values: &[i64]) -> Vec<u8> {
    let mut last = 0;
    let zigzag: Vec<u64> = values
        .iter()
        .map(|&value| {
            let delta = value - std::mem::replace(&mut last, value);
            ((delta << 1) ^ (delta >> 63)) as u64
        })
        .collect();
    packed(&zigzag)
}

fn framed(kind: &str, content: &[u8], claimed: Option<u64>) -> Vec<u8> {
    let blob = field(1, content);
    let header = [field(1, kind.as_bytes()), number(3, claimed.unwrap_or(blob.len() as u64))].concat();
    [(header.len() as u32).to_be_bytes().to_vec(), header, blob].concat()
}

fn pbf_file(blocks: &[(&str, Vec<u8>)]) -> Vec<u8> {
    blocks.iter().flat_map(|(kind, content)| framed(kind, content, None)).collect()
}

fn header_block() -> (&'static str, Vec<u8>) {
    // With the leading blank that some writers leave.
    ("OSMHeader", [field(4, b"OsmSchema-V0.6"), field(4, b" DenseNodes")].concat())
}

fn data_block() -> (&'static str, Vec<u8>) {
    let texts = ["", "highway", "residential", "name", "көше", "building", "yes", "type", "multipolygon", "outer", "landuse", "grass"];
    let table: Vec<u8> = texts.iter().flat_map(|text| field(1, text.as_bytes())).collect();
    let lats = [532_000_000, 532_001_000, 532_002_000, 532_002_000, 532_001_000];
    let lons = [636_000_000, 636_001_000, 636_001_000, 636_003_000, 636_003_000];
    let dense = [field(1, &deltas(&[1, 2, 3, 4, 5])), field(8, &deltas(&lats)), field(9, &deltas(&lons))].concat();
    let way = |id: u64, tags: &[(u64, u64)], refs: &[i64]| {
        let (keys, values): (Vec<u64>, Vec<u64>) = tags.iter().copied().unzip();
        field(3, &[number(1, id), field(2, &packed(&keys)), field(3, &packed(&values)), field(8, &deltas(refs))].concat())
    };
    let relation = [
        number(1, 9),
        field(2, &packed(&[7, 10])),
        field(3, &packed(&[8, 11])),
        field(8, &packed(&[9])),
        field(9, &deltas(&[8])),
        field(10, &packed(&[1])),
    ]
    .concat();
    let groups = [
        field(2, &field(2, &dense)),
        field(2, &[way(7, &[(1, 2), (3, 4)], &[1, 2, 3]), way(8, &[(5, 6)], &[2, 3, 4, 5, 2])].concat()),
        field(2, &field(4, &relation)),
    ];
    ("OSMData", [field(1, &table), groups.concat()].concat())
}
