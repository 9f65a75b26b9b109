//! What placed solutions add to a region and change in it: every template of the library, on paper and in a town.

use aimaq::store::design::embedded_catalog;
use aimaq::twin::catalog::fit::Fit;
use aimaq::twin::catalog::kind::{self, Solution, existing, quarter};
use aimaq::twin::catalog::resource::Resource;
use aimaq::twin::catalog::site::{Geometry, Site};
use aimaq::twin::catalog::template::{Kind, Template};
use aimaq::twin::catalog::territory::{Fact, Territory};
use aimaq::twin::import::synthetic;
use aimaq::twin::model::amenity::{Amenity, AmenityKind};
use aimaq::twin::model::building::{Building, BuildingUse};
use aimaq::twin::model::choice::Choice;
use aimaq::twin::model::connectivity::RadioTechnology;
use aimaq::twin::model::feature::Feature;
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::layer::{Layer, Shape, ShapeKind};
use aimaq::twin::model::names::Strings;
use aimaq::twin::model::network::Edge;
use aimaq::twin::model::origin::{Origin, Sourced};
use aimaq::twin::model::region::{LayerVisitor, Region};
use aimaq::twin::model::space::{Position, ring_contains};
use aimaq::twin::model::street::StreetClass;
use aimaq::twin::model::transit::TransitLine;
use aimaq::twin::model::vector::from_segment;
use std::collections::BTreeMap;

/// How far rounding to millimetres may carry a point over the outline [m].
const ROUNDING: f64 = 0.002;

fn ring(corners: &[[f64; 2]]) -> Vec<Position> {
    corners.iter().map(|[east, north]| Position::from_metres(*east, *north)).collect()
}

/// A rectangle, a bent area with a bay, a triangle, and a strip: 4, 3.2, 2 and 1 ha.
fn areas() -> [Vec<Position>; 4] {
    [
        ring(&[[10.0, 5.0], [260.0, 5.0], [260.0, 165.0], [10.0, 165.0]]),
        ring(&[[0.0, 0.0], [220.0, 40.0], [190.0, 240.0], [120.0, 230.0], [140.0, 120.0], [-20.0, 110.0]]),
        ring(&[[0.0, 0.0], [250.0, 30.0], [60.0, 175.0]]),
        ring(&[[0.0, 0.0], [200.0, 0.0], [200.0, 50.0], [0.0, 50.0]]),
    ]
}

fn sites(geometry: Geometry) -> Vec<Site> {
    let at = |points: Vec<Position>, bearing| Site { points, bearing };
    match geometry {
        Geometry::Point => vec![at(ring(&[[40.0, 30.0]]), 0.0), at(ring(&[[-120.0, 77.0]]), 215.0)],
        Geometry::Line => vec![at(ring(&[[-275.0, -10.0], [50.0, 40.0], [90.0, 400.0], [500.0, 420.0]]), 0.0)],
        Geometry::Area => areas().into_iter().map(|area| at(area, 30.0)).collect(),
        Geometry::Existing => vec![at(ring(&[[12.0, 14.0]]), 0.0)],
    }
}

/// What is known where a site lies: a sample territory with what was drawn.
fn territory(of: &Territory, site: &Site, geometry: Geometry) -> Territory {
    let known = Fact::ALL.iter().filter_map(|fact| Some((*fact, of.get(*fact)?)));
    let drawn = [(Fact::Length, site.length(geometry)), (Fact::Area, site.area(geometry))];
    Territory::new(&known.chain(drawn).collect::<Vec<_>>())
}

/// A town with a school, a bus line, and people.
fn town() -> Region {
    let mut region = synthetic::region(400);
    let school = Amenity {
        id: FeatureId::new(IdKind::Node, 1),
        kind: AmenityKind::School,
        capacity: Sourced::observed(Some(300)),
        ..Amenity::default()
    };
    region.amenities.push_point(school, Position::from_metres(30.0, 30.0));
    let line = TransitLine { id: FeatureId::new(IdKind::Way, 2), headway: Sourced::observed(20), ..TransitLine::default() };
    region.lines.push(line, ShapeKind::Line, [&ring(&[[-400.0, 0.0], [400.0, 0.0]])[..]]);
    region
}

/// Everything in a region, told: what is equal here is equal to the bit.
fn told(region: &Region) -> Vec<String> {
    struct Tell(Vec<String>);
    impl LayerVisitor for Tell {
        fn visit<T: Feature>(&mut self, layer: &Layer<T>, strings: &Strings) {
            for (feature, shape) in layer.iter() {
                let values: Vec<_> = T::ATTRIBUTES.iter().map(|attribute| (attribute.get)(feature, strings)).collect();
                let parts: Vec<_> = shape.parts().map(<[Position]>::to_vec).collect();
                self.0.push(format!(
                    "{} {} {:?} {values:?} {parts:?}",
                    T::LAYER,
                    feature.id(),
                    feature.name().read(Default::default(), strings)
                ));
            }
        }
    }
    let mut tell = Tell(Vec::new());
    region.visit_layers(&mut tell);
    tell.0.push(format!("{:?}", region.network));
    tell.0
}

/// What can be pointed at in the town, by layer.
fn pointed(region: &Region, template: &Template) -> Vec<String> {
    let layers = kind::spec(template.kind).on;
    let all = [
        ("highways", region.streets.features.first().map(|street| street.id)),
        ("lines", region.lines.features.first().map(|line| line.id)),
        ("amenities", region.amenities.features.first().map(|amenity| amenity.id)),
        ("places", region.places.features.first().map(|place| place.id)),
        ("buildings", region.buildings.features.first().map(|building| building.id)),
    ];
    let known = all.into_iter().filter(|(layer, _)| layers.contains(layer));
    known.filter_map(|(layer, id)| Some(existing::written(layer, id?))).collect()
}

fn build(template: &Template, territory: &Territory, site: &Site, on: Option<&str>, region: &mut Region) {
    let fit = Fit::new(template, territory, &BTreeMap::new()).expect("values");
    Solution { key: 7, fit: &fit, site, on }.build(region);
}

#[test]
fn every_template_builds_or_changes_something_and_always_the_same() {
    let catalog = embedded_catalog();
    assert!(catalog.templates.len() >= 43);
    for template in &catalog.templates {
        let geometry = kind::geometry(template);
        for (sample, site) in Territory::samples().iter().flat_map(|sample| sites(geometry).into_iter().map(move |site| (sample, site))) {
            let territory = territory(sample, &site, geometry);
            for base in [Region::default(), town()] {
                let on: Vec<Option<String>> = match geometry {
                    Geometry::Existing if !base.streets.is_empty() => pointed(&base, template).into_iter().map(Some).collect(),
                    _ => vec![None],
                };
                let before = told(&base);
                let mut changed = 0;
                for on in on {
                    let build_once = || {
                        let mut region = base.clone();
                        build(template, &territory, &site, on.as_deref(), &mut region);
                        told(&region)
                    };
                    let after = build_once();
                    assert_eq!(after, build_once(), "{}", *template.id);
                    changed += usize::from(after != before);
                }
                // On paper there is nothing to point at.
                let nothing_there = geometry == Geometry::Existing && base.streets.is_empty();
                assert!(changed > 0 || nothing_there, "{} in {} does nothing", *template.id, base.id);
            }
        }
    }
}

#[test]
fn what_is_built_is_the_solutions_own_and_no_observation() {
    struct Check<'a>(&'a str, usize);
    impl LayerVisitor for Check<'_> {
        fn visit<T: Feature>(&mut self, layer: &Layer<T>, strings: &Strings) {
            let mut ids: Vec<FeatureId> = layer.features.iter().map(Feature::id).collect();
            assert!(ids.iter().all(|id| id.kind() == IdKind::Proposal && id.number() >> 20 == 7), "{}: {}", self.0, T::LAYER);
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), layer.len(), "{}: an id stands twice in {}", self.0, T::LAYER);
            for feature in &layer.features {
                for pair in T::ATTRIBUTES.windows(2).filter(|pair| pair[1].field.name.ends_with("_origin")) {
                    let [value, origin] = [0, 1].map(|index| format!("{:?}", (pair[index].get)(feature, strings)));
                    let default = T::default();
                    let unset = format!("{:?}", (pair[0].get)(&default, strings)) == value;
                    assert!(unset || origin != "Text(\"observed\")", "{}: {} {}", self.0, T::LAYER, pair[0].field.name);
                }
            }
            self.1 += layer.len();
        }
    }
    for template in &embedded_catalog().templates {
        let geometry = kind::geometry(template);
        let [village, _] = Territory::samples();
        let site = sites(geometry).remove(0);
        let mut region = Region::default();
        build(template, &territory(&village, &site, geometry), &site, None, &mut region);
        let mut check = Check(&template.id, 0);
        region.visit_layers(&mut check);
        assert!(check.1 > 0 || geometry == Geometry::Existing, "{}", *template.id);
    }
}

#[test]
fn everything_of_an_area_lies_in_it() {
    struct Check<'a>(&'a str, &'a [Position], usize);
    impl LayerVisitor for Check<'_> {
        fn visit<T: Feature>(&mut self, layer: &Layer<T>, _: &Strings) {
            for (_, shape) in layer.iter() {
                let outside = shape.points().iter().find(|point| !is_in(self.1, **point));
                assert_eq!(outside, None, "{}: {} outside", self.0, T::LAYER);
                self.2 += 1;
            }
        }
    }
    let catalog = embedded_catalog();
    let of_area: Vec<&Template> = catalog.templates.iter().filter(|template| kind::geometry(template) == Geometry::Area).collect();
    assert!(of_area.len() >= 6);
    for template in of_area {
        for (sample, site) in
            Territory::samples().iter().flat_map(|sample| sites(Geometry::Area).into_iter().map(move |site| (sample, site)))
        {
            let mut region = Region::default();
            build(template, &territory(sample, &site, Geometry::Area), &site, None, &mut region);
            let mut check = Check(&template.id, &site.points, 0);
            region.visit_layers(&mut check);
            assert!(check.2 > 0, "{} is empty", *template.id);
        }
    }
}

fn is_in(outline: &[Position], point: Position) -> bool {
    let sides = || outline.iter().zip(outline.iter().cycle().skip(1));
    let off = || sides().map(|(a, b)| from_segment(point.metres(), a.metres(), b.metres()).0).fold(f64::INFINITY, f64::min);
    ring_contains(outline, point) || off() <= ROUNDING
}

/// Homes in buildings: a house is one, a block has so many as its floors have room for.
fn homes<'a>(buildings: impl Iterator<Item = (&'a Building, Shape<'a>)>) -> f64 {
    let of = |(building, shape): (&Building, Shape)| match building.usage.value {
        BuildingUse::House => 1.0,
        BuildingUse::Apartments => shape.area() * f64::from(building.levels.value) / quarter::FLOOR_PER_HOME,
        _ => 0.0,
    };
    buildings.map(of).sum()
}

#[test]
fn a_quarter_has_its_homes_and_streets() {
    let catalog = embedded_catalog();
    let quarters: Vec<&Template> = catalog.templates.iter().filter(|template| template.kind == Kind::Quarter).collect();
    assert!(!quarters.is_empty());
    let wider: Vec<Position> = areas()[1].iter().map(|at| Position::from_metres(at.east() * 4.0 + 900.0, at.north() * 4.0)).collect();
    for template in quarters {
        for (sample, outline) in
            Territory::samples().iter().flat_map(|sample| areas().into_iter().chain([wider.clone()]).map(move |area| (sample, area)))
        {
            let site = Site { points: outline, bearing: 0.0 };
            let territory = territory(sample, &site, Geometry::Area);
            let fit = Fit::new(template, &territory, &BTreeMap::new()).expect("values");
            let wanted: f64 = template
                .provides
                .iter()
                .filter(|flow| flow.what == Resource::Homes)
                .map(|flow| fit.value(&flow.amount).expect("homes"))
                .sum();
            let mut region = Region::default();
            Solution { key: 7, fit: &fit, site: &site, on: None }.build(&mut region);
            let built = homes(region.buildings.iter());
            assert!((built / wanted - 1.0).abs() <= 0.1, "{built} homes, not {wanted}, on {:.1} ha", site.area(Geometry::Area) / 10_000.0);
            assert!(!region.streets.is_empty());
            let (parts, _) = region.network.components();
            assert_eq!(parts, 1, "parts of the streets on {:?}", site.points);
            check_network(&region);
            // No building stands on another or on a street.
            let all: Vec<Shape> = region.buildings.iter().map(|(_, shape)| shape).collect();
            for (index, shape) in all.iter().enumerate() {
                let corners = shape.points().iter().copied().chain([shape.anchor()]);
                let others = || all.iter().enumerate().filter(move |(other, _)| *other != index);
                for corner in corners {
                    assert!(!others().any(|(_, other)| other.contains(corner)), "two buildings on the same ground");
                    for (_, street) in region.streets.iter() {
                        let off = |pair: &[Position]| from_segment(corner.metres(), pair[0].metres(), pair[1].metres()).0;
                        assert!(street.first().windows(2).all(|pair| off(pair) > 3.5), "a building on a street");
                    }
                }
            }
        }
    }
}

/// Edges lie on their streets, end at their nodes and are as long as they say.
fn check_network(region: &Region) {
    let node = |index: u32| region.network.nodes[index as usize];
    assert!(region.network.edges.is_sorted_by_key(|edge| edge.street));
    for Edge { from, to, street, first_point, last_point, length } in &region.network.edges {
        let points = region.streets.shapes.get(*street as usize).first();
        let stretch = &points[usize::from(*first_point)..=usize::from(*last_point)];
        assert!((aimaq::twin::model::space::length(stretch) - f64::from(*length)).abs() < 0.01);
        // An end may have been joined to a street nearby.
        assert!(node(*from).distance(stretch[0]) <= 25.0 && node(*to).distance(stretch[stretch.len() - 1]) <= 25.0);
    }
}

#[test]
fn what_is_pointed_at_changes() {
    let catalog = embedded_catalog();
    let [_, city] = Territory::samples();
    let change = |id: &str, on: &str| {
        let template = catalog.template(id).expect("the template");
        let mut region = town();
        let site = existing::site(&region, on).expect("something that stands");
        build(template, &territory(&city, &site, Geometry::Existing), &site, Some(on), &mut region);
        region
    };
    let town = town();
    let street = existing::written("highways", town.streets.features[0].id);
    assert_eq!(change("speed-limit", &street).streets.features[0].speed, Sourced::modelled(30));
    let closed = change("street-closed-to-cars", &street);
    assert_eq!(closed.streets.features[0].class, StreetClass::Pedestrian);
    assert_eq!(closed.streets.len(), town.streets.len());
    assert!(closed.trees.len() > 50, "{} trees", closed.trees.len());
    assert_eq!(change("bus-intervals", "lines w2").lines.features[0].headway, Sourced::modelled(10));
    let clinic = change("telemedicine-room", "amenities n1").amenities.features[0].clone();
    assert!(clinic.capacity.value > Some(300) && clinic.capacity.origin == Origin::Modelled);
    assert_eq!(clinic.internet.value, Some(20));
    let place = existing::written("places", town.places.features[0].id);
    assert!(change("protected-village-node", &place).places.features[0].internet.value >= Some(120));
}

#[test]
fn what_is_new_is_as_the_template_says() {
    let catalog = embedded_catalog();
    let [village, city] = Territory::samples();
    let build_new = |id: &str, sample: &Territory, mut region: Region| {
        let template = catalog.template(id).expect("the template");
        let geometry = kind::geometry(template);
        let site = sites(geometry).remove(0);
        build(template, &territory(sample, &site, geometry), &site, None, &mut region);
        region
    };
    let school = build_new("school", &village, Region::default());
    let amenity = &school.amenities.features[0];
    assert_eq!((amenity.kind, amenity.capacity), (AmenityKind::School, Sourced::modelled(Some(120))));
    assert_eq!(school.buildings.len(), 2);
    // Its front looks north: the second building stands behind, in the south.
    let places: Vec<f64> = school.buildings.iter().map(|(_, shape)| shape.anchor().north()).collect();
    assert!(places[1] < places[0], "{places:?}");
    assert_eq!(build_new("mobile-mast", &city, Region::default()).masts.features[0].technology, Sourced::modelled(RadioTechnology::G5));
    let line = build_new("bus-line", &city, Region::default());
    assert_eq!((line.lines.features[0].headway.value, line.lines.features[0].stops.0.len()), (8, line.stops.len()));
    assert!(line.stops.len() >= 3);
    assert_eq!(build_new("levee", &city, Region::default()).levees.features[0].height.value.metres(), 4.0);
    assert!(build_new("bridge", &city, Region::default()).streets.features[0].bridge);
    let street = build_new("street", &city, town());
    assert_eq!(street.streets.len(), town().streets.len() + 3, "a carriageway and two pavements");
    assert_eq!(street.network.components().0, 1, "joined with the town");
    check_network(&street);
    assert!(build_new("fibre-to-village", &village, town()).places.features[0].internet.value >= Some(1000));
    let solar = build_new("solar-field", &village, Region::default());
    assert!(solar.buildings.len() > 20);
}
