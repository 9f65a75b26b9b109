//! A solution by itself on a meadow: the picture that the library shows of it.

use super::library;
use super::scene::Opened;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::kind;
use crate::twin::catalog::site::Geometry;
use crate::twin::catalog::survey::Survey;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::building::{Building, BuildingUse};
use crate::twin::model::cover::{Cover, CoverKind};
use crate::twin::model::feature::Decimetres;
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::local_text::LocalText;
use crate::twin::model::origin::Sourced;
use crate::twin::model::region::Region;
use crate::twin::model::space::{Bounds, GeoPoint, LocalFrame, Position};
use crate::twin::model::street::{Street, StreetClass};
use crate::twin::scenario::apply::{additions, apply, bounds};
use crate::twin::scenario::placed::Placed;
use crate::twin::scenario::resolve::{Ground, Plan};
use crate::twin::scene::{Data, Scene, View};
use crate::twin::text::Spot;
use crate::twin::text::readable::unknown_name;
use crate::twin::text::upgrade::Versioned;
use std::collections::BTreeMap;

/// Half the side of the meadow [m].
const MEADOW: f64 = 900.0;

/// The solution of an id, on a meadow, with a view of it.
///
/// # Errors
/// `solution-unknown`; those of solutions that have no value there.
pub fn open(id: &str) -> Result<Opened, Diagnostic> {
    let catalog = library::of_scene(None);
    let meadow = meadow();
    let survey = Survey::new(&meadow);
    let plan = Plan::new(
        [(1, placed(id, &catalog, &meadow)?)].into(),
        Ground { region: &meadow, survey: &survey, catalog: &catalog },
        &Plan::default(),
    );
    if let Some(fault) = plan.faults.values().next() {
        return Err(fault.clone());
    }
    let around = plan.solutions.values().map(|resolved| bounds(&additions(&meadow, resolved, &catalog))).next().unwrap_or_default();
    let mut region = apply(&meadow, &plan, &catalog);
    let small = around.is_empty() || around.size()[0].max(around.size()[1]) < 3.0;
    let around = if small { Bounds { min: [-34.0, -40.0], max: [34.0, 12.0] } } else { around };
    if small {
        add_stage(&mut region);
    }
    let scene = Scene {
        version: Scene::VERSION,
        id: id.to_owned(),
        name: LocalText::everywhere(id),
        timezone: "UTC".into(),
        origin: None,
        sources: Vec::new(),
        data: Data::Package(String::new()),
        view: Some(view(&around, tallest(&region), &meadow)),
        bookmarks: Vec::new(),
    };
    Ok(Opened { scene, region, path: None })
}

/// A meadow with a street, a few houses and an institution that can be pointed at.
fn meadow() -> Region {
    let side = MEADOW;
    let mut region = Region {
        id: "meadow".into(),
        timezone: "UTC".into(),
        frame: LocalFrame::new(GeoPoint::new(63.6246, 53.2144)),
        extent: Bounds { min: [-side; 2], max: [side; 2] },
        ..Region::default()
    };
    let cover = Cover { id: FeatureId::new(IdKind::Sketch, 1), kind: CoverKind::Meadow, ..Cover::default() };
    region.cover.push(cover, ShapeKind::Area, [&rectangle([0.0; 2], [side, side])[..]]);
    region
}

/// What a solution that changes something changes in its picture: an institution by a street.
fn add_stage(region: &mut Region) {
    let house = |number: i64, usage, levels, metres: f64| Building {
        id: FeatureId::new(IdKind::Sketch, number),
        usage: Sourced::assumed(usage),
        levels: Sourced::assumed(levels),
        height: Sourced::assumed(Decimetres::from_metres(metres)),
        ..Building::default()
    };
    region.buildings.push(house(2, BuildingUse::Education, 2, 7.5), ShapeKind::Area, [&rectangle([0.0, 0.0], [24.0, 8.0])[..]]);
    for (number, east) in [-42.0, -16.0, 14.0, 40.0].into_iter().enumerate() {
        let corners = rectangle([east, -52.0], [6.0, 5.0]);
        region.buildings.push(house(3 + number as i64, BuildingUse::House, 1, 4.5), ShapeKind::Area, [&corners[..]]);
    }
    let line = [Position::from_metres(-90.0, -30.0), Position::from_metres(90.0, -30.0)];
    let street = Street {
        id: FeatureId::new(IdKind::Sketch, 9),
        class: StreetClass::Secondary,
        lanes: Sourced::assumed(2),
        width: Sourced::assumed(Decimetres::from_metres(8.0)),
        ..Street::default()
    };
    region.streets.push(street, ShapeKind::Line, [&line[..]]);
}

/// The corners of a rectangle about its middle.
fn rectangle([east, north]: [f64; 2], [half_length, half_width]: [f64; 2]) -> [Position; 4] {
    [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)].map(|(x, y)| Position::from_metres(east + x * half_length, north + y * half_width))
}

/// The solution, drawn as its kind wants it.
fn placed(id: &str, catalog: &Catalog, meadow: &Region) -> Result<Placed, Diagnostic> {
    let known: Vec<&str> = catalog.templates.iter().map(|template| template.id.as_str()).collect();
    let template = catalog.template(id).ok_or_else(|| unknown_name(Diagnostic::error("solution-unknown"), id, &known))?;
    let points: &[(f64, f64)] = match kind::geometry(template) {
        Geometry::Point | Geometry::Existing => &[(0.0, 0.0)],
        Geometry::Line => &[(-140.0, -30.0), (-50.0, 10.0), (40.0, 5.0), (140.0, 45.0)],
        Geometry::Area => &[(-110.0, -70.0), (100.0, -80.0), (115.0, 65.0), (-95.0, 80.0)],
    };
    let points = points.iter().map(|&(east, north)| meadow.frame.geo_from_metres([east, north])).collect();
    let template = Spot::new(id.to_owned());
    Ok(Placed { key: 1, template, points, bearing: 180.0, set: BTreeMap::new(), on: None, from: None, builds_from: None })
}

/// The height of the tallest mast [m].
fn tallest(region: &Region) -> f64 {
    region.masts.features.iter().map(|mast| mast.height.value.metres()).fold(0.0, f64::max)
}

fn view(around: &Bounds, tall: f64, meadow: &Region) -> View {
    let (centre, size) = (around.centre(), around.size());
    let at = meadow.frame.geo_from_metres(centre);
    let distance = (size[0].hypot(size[1]).max(30.0) * 0.95).max(tall * 3.2);
    View { look_at: at, distance, heading: 28.0, tilt: 32.0 }
}
