//! What is drawn, looked at pixel by pixel. Needs a graphics adapter (software rendering is enough).
#![cfg(feature = "viewer")]

#[path = "support/material.rs"]
mod material;

use aimaq::cli::plan::parse_for;
use aimaq::store::scene::Opened;
use aimaq::store::scene_file;
use aimaq::twin::import::assemble::import_region;
use aimaq::twin::import::{Inputs, Unwatched};
use aimaq::twin::model::building::{Building, BuildingUse};
use aimaq::twin::model::feature::Decimetres;
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::layer::ShapeKind;
use aimaq::twin::model::names::Language;
use aimaq::twin::model::origin::Sourced;
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::{Bounds, GeoPoint, LocalFrame, Position};
use aimaq::viewer::app::clock::FixedLight;
use aimaq::viewer::app::daylight::Daylight;
use aimaq::viewer::app::quality::Quality;
use aimaq::viewer::app::script::Script;
use aimaq::viewer::app::viewpoint::Viewpoint;
use aimaq::viewer::render::kind::Kind;
use aimaq::viewer::render::mesh::surface::Surface;
use aimaq::viewer::render::tile::build::{Guise, build};
use aimaq::viewer::render::tile::key::TileKey;
use aimaq::viewer::render::tile::scenery::Scenery;
use aimaq::viewer::run::{has_adapter, picture_app};
use bevy::math::DVec2;
use image::RgbImage;
use material::shared;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

/// Whether there is an adapter; where one is required and there is none, the test fails.
fn can_draw() -> bool {
    let found = has_adapter();
    assert!(found || std::env::var_os("AIMAQ_REQUIRE_GPU").is_none(), "no graphics adapter: sudo apt install mesa-vulkan-drivers");
    if !found {
        eprintln!("skipped: no graphics adapter");
    }
    found
}

fn colours(picture: &RgbImage) -> usize {
    picture.pixels().map(|pixel| pixel.0).collect::<BTreeSet<_>>().len()
}

fn shot(arguments: &[&str], out: &Path) -> RgbImage {
    let output = Command::new(env!("CARGO_BIN_EXE_aimaq"))
        .args(["shot"])
        .args(arguments)
        .args(["--size", "480x270", "--out"])
        .arg(out)
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    image::open(out).expect("a picture").to_rgb8()
}

#[test]
fn a_town_is_drawn_in_both_qualities_and_by_night() {
    if !can_draw() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let town = ["neubrandenburg", "--camera", "old-town", "--at", "2026-06-21T12:00"];
    let lite = shot(&[&town[..], &["--quality", "lite"]].concat(), &folder.path().join("lite.png"));
    let full = shot(&[&town[..], &["--quality", "full"]].concat(), &folder.path().join("full.png"));
    assert!(colours(&lite) > 1_500 && colours(&full) > 4_000, "{} and {} colours", colours(&lite), colours(&full));
    // The same scene from the same place: alike on the whole, though not in every pixel.
    let mean = |picture: &RgbImage| picture.pixels().map(|pixel| f64::from(pixel.0[1])).sum::<f64>() / f64::from(480 * 270);
    assert!((mean(&lite) - mean(&full)).abs() < 30.0, "{} and {}", mean(&lite), mean(&full));
    let night = shot(
        &["neubrandenburg", "--camera", "old-town", "--at", "2026-12-21T22:00", "--quality", "lite"],
        &folder.path().join("night.png"),
    );
    assert!(mean(&night) < 0.6 * mean(&lite), "night is dark: {}", mean(&night));
}

#[test]
fn a_picture_that_cannot_be_saved_is_an_error() {
    if !can_draw() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    for (out, reason) in [(folder.path().join("none/a.png"), "folder does not exist"), (folder.path().to_path_buf(), "cannot be written")] {
        let output = Command::new(env!("CARGO_BIN_EXE_aimaq"))
            .args(["shot", "neubrandenburg", "--size", "64x64", "--lang", "en", "--out"])
            .arg(&out)
            .output()
            .expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(reason) && said.contains(&*out.to_string_lossy()), "{said}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0, "nothing half-written stays");
}

#[test]
fn an_unknown_camera_is_named() {
    if !can_draw() {
        return;
    }
    let output = Command::new(env!("CARGO_BIN_EXE_aimaq"))
        .args(["shot", "neubrandenburg", "--camera", "nowhere", "--out", "never.png", "--lang", "en"])
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere"));
    assert!(!Path::new("never.png").exists());
}

/// A cube of 20 m so many metres east of the plane's origin.
fn cube(east: f64) -> Opened {
    let mut region = Region { timezone: "UTC".into(), ..Region::default() };
    region.frame = LocalFrame::new(GeoPoint::new(63.6, 53.2));
    let corner = |x: f64, y: f64| Position::from_metres(east + x, y);
    let ring = [corner(-10.0, -10.0), corner(10.0, -10.0), corner(10.0, 10.0), corner(-10.0, 10.0)];
    let cube = Building {
        id: FeatureId::new(IdKind::Sketch, 1),
        usage: Sourced::assumed(BuildingUse::Apartments),
        levels: Sourced::assumed(6),
        height: Sourced::assumed(Decimetres::from_metres(20.0)),
        ..Building::default()
    };
    region.buildings.push(cube, ShapeKind::Area, [&ring[..]]);
    region.extent = Bounds { min: [east - 200.0, -200.0], max: [east + 200.0, 200.0] };
    let scene = r#"(version: 1, id: "cube", name: (kk: "c", ru: "c", en: "c"), timezone: "UTC", sources: [], data: Sketch(""))"#;
    Opened { scene: scene_file::parse(scene, "cube").expect("a scene"), region, path: None }
}

#[test]
fn shade_lies_at_the_foot_of_a_house_in_full_quality_alone() {
    let scenery = Scenery::new(Arc::new(cube(200.0).region));
    // A building belongs to the tile of its first corner.
    let key = TileKey::at(0, [190.0, -10.0]);
    let shade = |quality: Quality| {
        let mut tiles = build(&scenery, &[Guise::default()], key, quality.into());
        std::mem::take(&mut tiles[0].surfaces[Kind::Shade as usize])
    };
    assert!(shade(Quality::Lite).is_empty());
    let shade = shade(Quality::Full);
    let darkest = shade.colours.iter().map(|colour| colour[3]).max();
    assert!(darkest.is_some_and(|darkest| darkest > 80), "{darkest:?}");
    // About the tile's centre the house lies at −56 m east and 256 m north, on its edge; inside of the walls there is no shade.
    for ([x, _, z], colour) in shade.positions.iter().zip(&shade.colours) {
        let out = (x + 56.0).abs().max((z + 256.0).abs()) - 10.0;
        assert!(out > -0.01 && out < 5.0, "{x} {z}");
        assert_eq!(out < 0.01, colour[3] > 80, "{out} {colour:?}");
    }
}

fn picture_of_cube(east: f64, out: &Path) -> RgbImage {
    let plan = parse_for(["aimaq".into()], Language::English);
    let mut app = picture_app(&plan, cube(east), (320, 200), Quality::Lite);
    app.insert_resource(FixedLight);
    app.insert_resource(Daylight::from_sun(0.7, 2.4, 0.0));
    app.insert_resource(Viewpoint { focus: DVec2::new(east, 0.0), height: 0.0, distance: 70.0, heading: 0.5, tilt: 0.5 });
    app.insert_resource(Script::picture(out, None));
    assert!(app.run().is_success());
    image::open(out).expect("a picture").to_rgb8()
}

/// Run as the only test of this file with engines in this process.
#[test]
fn a_cube_300_km_away_looks_like_one_at_the_origin() {
    if !can_draw() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    // 300 km and whole tiles of 512 m, so that the ground is cut alike.
    let far = 586.0 * 512.0;
    let here = picture_of_cube(0.0, &folder.path().join("here.png"));
    let there = picture_of_cube(far, &folder.path().join("there.png"));
    let worst = here.as_raw().iter().zip(there.as_raw()).map(|(a, b)| a.abs_diff(*b)).max();
    assert!(colours(&here) > 100, "the cube is in the picture");
    assert!(worst <= Some(2), "worst difference of a channel: {worst:?}");
}

/// Height of a surface over a point about the tile's centre, from the triangle that covers it.
fn height_of(surface: &Surface, [east, north]: [f64; 2]) -> Option<f64> {
    surface.indices.chunks_exact(3).find_map(|corners| {
        let [a, b, c] = [0, 1, 2].map(|corner| surface.positions[corners[corner] as usize].map(f64::from));
        let (ab, ac) = ([b[0] - a[0], b[2] - a[2]], [c[0] - a[0], c[2] - a[2]]);
        let to = [east - a[0], -north - a[2]];
        let area = ab[0] * ac[1] - ab[1] * ac[0];
        let (s, t) = ((to[0] * ac[1] - to[1] * ac[0]) / area, (ab[0] * to[1] - ab[1] * to[0]) / area);
        let inside = area.abs() > 1e-9 && s >= -1e-9 && t >= -1e-9 && s + t <= 1.0 + 1e-9;
        inside.then(|| a[1] + s * (b[1] - a[1]) + t * (c[1] - a[1]))
    })
}

#[test]
fn the_drawn_ground_is_within_a_metre_of_the_elevation() {
    let (Some(map), Some(elevation)) = (shared("data/osm/liechtenstein-2015.osm.pbf"), shared("data/dem/N47E009.hgt")) else { return };
    let inputs = Inputs { osm: vec![map], dem: vec![elevation], ..Inputs::default() };
    let region = Arc::new(import_region(&inputs, &Unwatched).expect("a region"));
    let scenery = Scenery::new(region.clone());
    let (mut worst, mut sum, mut count) = (0.0_f64, 0.0, 0);
    // Forty tiles over mountain and valley, a grid of points in each.
    for (column, row) in (0..8).flat_map(|column| (0..5).map(move |row| (column, row))) {
        let share = |step: i32, of: i32| 0.15 + 0.7 * f64::from(step) / f64::from(of - 1);
        let Bounds { min, max } = region.extent;
        let place = [min[0] + (max[0] - min[0]) * share(column, 8), min[1] + (max[1] - min[1]) * share(row, 5)];
        let key = TileKey::at(0, place);
        let tile = build(&scenery, &[Guise::default()], key, Quality::Lite.into()).swap_remove(0);
        let [centre, half] = [key.centre(), [key.size() / 2.0; 2]];
        for (x, y) in (0..9).flat_map(|x| (0..9).map(move |y| (x, y))) {
            let about = [-0.97 + 0.2425 * f64::from(x), -0.97 + 0.2425 * f64::from(y)].map(|at| at * half[0]);
            let geo = region.frame.geo_from_metres([centre[0] + about[0], centre[1] + about[1]]);
            let known = region.terrain.height(geo);
            let drawn = tile.base + height_of(&tile.surfaces[Kind::Ground as usize], about).expect("the ground has no holes");
            worst = worst.max((drawn - known).abs());
            sum += (drawn - known).abs();
            count += 1;
        }
    }
    assert!(worst <= 1.0, "{worst} m at worst of {count} points, {} m on average", sum / f64::from(count));
}
