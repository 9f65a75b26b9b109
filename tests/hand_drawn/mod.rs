//! A region of a few metres, drawn by hand: each layer, each form of geometry, each kind of attribute.

use aimaq::twin::model::amenity::{Amenity, AmenityKind};
use aimaq::twin::model::boundary::{Boundary, BoundaryKind};
use aimaq::twin::model::building::{Building, BuildingUse, Part, RoofShape};
use aimaq::twin::model::connectivity::{Cable, Mast, RadioTechnology};
use aimaq::twin::model::correction::Correction;
use aimaq::twin::model::cover::{Cover, CoverKind};
use aimaq::twin::model::departures::{JourneyPattern, LineDepartures, Moment, PatternCall, TimingPattern};
use aimaq::twin::model::feature::Decimetres;
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::layer::{Layer, ShapeKind};
use aimaq::twin::model::names::Name;
use aimaq::twin::model::network::{Edge, Network};
use aimaq::twin::model::origin::Sourced;
use aimaq::twin::model::place::{Place, PlaceKind};
use aimaq::twin::model::quality::{Finding, Grade, LayerQuality};
use aimaq::twin::model::railway::{Railway, RailwayClass};
use aimaq::twin::model::region::{Region, Standing};
use aimaq::twin::model::source::Source;
use aimaq::twin::model::space::{Bounds, GeoPoint, LocalFrame, Position};
use aimaq::twin::model::street::{Direction, Street, StreetClass, Surface};
use aimaq::twin::model::terrain::{Raster, Terrain};
use aimaq::twin::model::transit::{StopSequence, TransitLine, TransitMode, TransitStop};
use aimaq::twin::model::tree::{Tree, TreeKind};
use aimaq::twin::model::water::{Water, WaterKind};

/// The middle of the plane.
pub const KOSTANAY: GeoPoint = GeoPoint { lon: 63.6246, lat: 53.2144 };

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
pub fn hand_drawn() -> Region {
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
    region.departures.set(bus.id, departures());
    region.lines.push(bus, ShapeKind::Line, [course.as_slice()]);
    let stop = TransitStop { id: FeatureId::new(IdKind::Node, 5), ..TransitStop::default() };
    region.stops.push_point(stop, course[1]);
}

/// Trips of the bus: two that take five minutes, one that takes six and arrives after midnight, and one back.
fn departures() -> LineDepartures {
    let call = |number, boarding, alighting| PatternCall { stop: FeatureId::new(IdKind::Node, number), boarding, alighting };
    let timing = |arrival, departures: &[u32]| TimingPattern {
        moments: vec![Moment::default(), Moment { arrival, departure: arrival + 30 }],
        departures: departures.to_vec(),
    };
    let there = vec![call(5, true, false), call(6, false, true)];
    let back = vec![call(6, true, true), call(5, true, true)];
    let patterns = vec![
        JourneyPattern { calls: there, timings: vec![timing(300, &[21_600, 22_320]), timing(360, &[86_399])] },
        JourneyPattern { calls: back, timings: vec![timing(3_600, &[0])] },
    ];
    LineDepartures { headway: 12, patterns }
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
