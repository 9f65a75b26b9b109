//! The sun stands where almanacs say, shadows are as long as geometry says, and what is quick says what single rays of light say.
#![allow(clippy::unwrap_used)]

#[path = "support/material.rs"]
mod material;

use aimaq::twin::catalog::survey::{Home, Survey};
use aimaq::twin::import::synthetic;
use aimaq::twin::model::amenity::{Amenity, AmenityKind};
use aimaq::twin::model::building::{Building, BuildingUse};
use aimaq::twin::model::change::Kept;
use aimaq::twin::model::cover::{Cover, CoverKind};
use aimaq::twin::model::feature::{Decimetres, Feature};
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::layer::ShapeKind;
use aimaq::twin::model::origin::Sourced;
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::{GeoPoint, Position};
use aimaq::twin::model::terrain::{Raster, Terrain};
use aimaq::twin::simulate::assumption::Assumptions;
use aimaq::twin::simulate::outcome::Outcome;
use aimaq::twin::simulate::shared::Shared;
use aimaq::twin::simulate::sun::around::Around;
use aimaq::twin::simulate::sun::assumption::SunAssumptions;
use aimaq::twin::simulate::sun::facade::pieces;
use aimaq::twin::simulate::sun::horizon::Horizon;
use aimaq::twin::simulate::sun::hours::{Column, Hours, Scene, Workspace};
use aimaq::twin::simulate::sun::insolation::Insolation;
use aimaq::twin::simulate::sun::path::{Day, Path};
use aimaq::twin::simulate::sun::position::{Daylight, SunPosition, daylight, midnight};
use aimaq::twin::simulate::sun::prisms::Prisms;
use aimaq::twin::simulate::sun::rays::is_lit;
use aimaq::twin::simulate::sun::relief::{self, Skyline};
use aimaq::twin::simulate::sun::sky::{Plane, clear, incidence, on_plane};
use aimaq::twin::simulate::sun::yield_pv::{Climate, Suns, Year, alternating_current, direct_current, through_glass};
use aimaq::twin::simulate::{Setting, simulation};
use aimaq::twin::verify::{Check, Measured, sun as verify};
use material::shared;

const KOSTANAY: GeoPoint = GeoPoint { lon: 63.6246, lat: 53.2144 };
const GROUNDED: f64 = f64::NEG_INFINITY;

/// The checks of a shared table, of which every row was read.
fn checks(file: &str) -> Option<Vec<Check>> {
    let text = String::from_utf8(shared(&format!("acceptance/sun/{file}.csv"))?.bytes).unwrap();
    let found = verify::table(file, &text);
    assert_eq!(found.notes, [], "{file}");
    Some(found.checks)
}

/// What was compared, of how many rows, within what; all of it holds.
fn held(checks: &[Check], rows: &str) -> Vec<(Measured, f64)> {
    assert!(checks.iter().all(|check| check.holds() && check.case.name.ends_with(rows)), "{checks:#?}");
    checks.iter().map(|check| (check.measured, check.tolerance)).collect()
}

#[test]
fn the_sun_stands_where_nrels_program_has_it() {
    let Some(checks) = checks("spa_reference_testdata") else { return };
    assert_eq!(held(&checks, "(n = 512)"), [(Measured::Azimuth, 1e-4), (Measured::Zenith, 1e-4)]);
}

#[test]
fn the_sun_stands_where_the_paper_has_it() {
    let checks = verify::position().unwrap();
    assert_eq!(held(&checks, ""), [(Measured::Azimuth, 1e-5), (Measured::Zenith, 1e-5)]);
    assert_eq!([checks[0].expected, checks[1].expected], [194.340_24, 50.111_62]);
}

#[test]
fn it_rises_and_sets_by_the_almanac() {
    let times = [(Measured::Sunrise, 1.0), (Measured::Sunset, 1.0)];
    let Some(usual) = checks("usno_reference_testdata") else { return };
    assert_eq!(held(&usual, "(n = 144)"), times);
    let Some(extreme) = checks("usno_reference_testdata_extreme") else { return };
    assert_eq!(held(&extreme, "(n = 71)"), [times[0], times[1], (Measured::PolarDays, 0.5)]);
    assert_eq!(extreme[2].expected, 46.0);
}

fn ring(points: &[(f64, f64)]) -> Vec<Position> {
    points.iter().map(|&(east, north)| Position::from_metres(east, north)).collect()
}

fn rectangle(east: f64, north: f64, wide: f64, deep: f64) -> Vec<Position> {
    ring(&[(east, north), (east + wide, north), (east + wide, north + deep), (east, north + deep)])
}

fn prisms(all: &[(Vec<Position>, f64, f64)]) -> Prisms {
    let mut prisms = Prisms::default();
    all.iter().for_each(|(ring, base, top)| prisms.push([&ring[..]], *base, *top));
    prisms.arrange();
    prisms
}

fn path(place: GeoPoint, (year, month, day): (i32, u32, u32), convergence: f64, low: f64) -> Path {
    Path::new(&Day::new(midnight(year, month, day), place.lon), place, convergence, low)
}

/// Minutes of sun at heights of one place.
fn hours(scene: &Scene, at: [f64; 2], outward: Option<[f64; 2]>, heights: &[f64]) -> Vec<Option<Hours>> {
    let mut room = Workspace::default();
    room.look_around(scene, at, 0.0, heights.iter().copied().fold(f64::INFINITY, f64::min));
    room.hours(scene, &Column { at, outward, heights })
}

#[test]
fn a_shadow_is_as_long_as_its_box_is_high() {
    let town = prisms(&[(rectangle(-5.0, -5.0, 10.0, 10.0), GROUNDED, 12.0)]);
    for (azimuth, elevation) in [(100f64, 30f64), (180.0, 12.0), (217.0, 50.0), (300.0, 75.0)] {
        let (toward, slope): ([f64; 2], f64) = (azimuth.to_radians().sin_cos().into(), elevation.to_radians().tan());
        // Away from the sun, from where the line leaves the box.
        let leaves = 5.0 / toward[0].abs().max(toward[1].abs());
        let lit = |beyond: f64| {
            let along = leaves + beyond;
            is_lit(&town, None, [-toward[0] * along, -toward[1] * along, 0.0], toward, slope, 1_500.0)
        };
        let length = 12.0 / slope;
        assert!(!lit(length - 0.01) && lit(length + 0.01), "azimuth {azimuth}, height {elevation}: not {length} m");
    }
}

#[test]
fn a_wall_hides_the_sun_while_it_stands_lower() {
    let distance = 15.0;
    // In the south-east, so that the sun comes out from behind it while it climbs.
    let facing = 150f64.to_radians();
    let along = |to: f64, off: f64| (facing.sin() * off + facing.cos() * to, facing.cos() * off - facing.sin() * to);
    let wall =
        ring(&[along(-9_000.0, distance + 1.0), along(-9_000.0, distance), along(9_000.0, distance), along(9_000.0, distance + 1.0)]);
    for (date, low, height) in [((2026, 3, 22), 0.0, 20.0), ((2026, 6, 21), 60.0, 20.0), ((2026, 12, 21), 0.0, 3.0)] {
        let town = prisms(&[(wall.clone(), GROUNDED, height)]);
        let path = path(KOSTANAY, date, 0.0, low);
        let sun = path.fan.toward().iter().zip(&path.slopes);
        let hidden = |(toward, slope): (&[f64; 2], &f64)| {
            let angle = toward[0].atan2(toward[1]) - facing;
            *slope < height * angle.cos() / distance
        };
        let expected = path.len() - sun.filter(|sun| hidden(*sun)).count();
        let scene = Scene { path: &path, prisms: &town, skyline: None };
        let found = hours(&scene, [0.0, 0.0], None, &[0.0])[0].unwrap();
        assert!(expected > 0 && expected < path.len(), "{date:?}: the wall says something");
        assert_eq!(usize::from(found.total), expected, "{date:?}");
    }
}

/// Numbers that are the same every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: f64) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / (1u64 << 31) as f64 * bound
    }
}

/// A crowd of houses with a corner cut out, some of them raised, some into one another.
fn crowd(numbers: &mut Numbers) -> Vec<(Vec<Position>, f64, f64)> {
    let mut house = |index: usize| {
        let (east, north, turn) = (numbers.below(250.0), numbers.below(250.0), numbers.below(3.0));
        let (wide, deep) = (8.0 + numbers.below(40.0), 8.0 + numbers.below(10.0));
        let corner = |x: f64, y: f64| (east + x * turn.cos() - y * turn.sin(), north + x * turn.sin() + y * turn.cos());
        let corners = [(0.0, 0.0), (wide, 0.0), (wide, deep), (wide * 0.4, deep), (wide * 0.4, deep * 1.8), (0.0, deep * 1.8)];
        let base = if index.is_multiple_of(7) { 3.0 } else { GROUNDED };
        (ring(&corners.map(|(x, y)| corner(x, y))), base, 4.0 + numbers.below(30.0))
    };
    (0..40).map(&mut house).collect()
}

#[test]
fn walls_have_the_sun_that_single_rays_find() {
    let mut numbers = Numbers(5);
    let days = [(53.2, (2026, 3, 22)), (71.0, (2026, 6, 21)), (10.0, (2026, 6, 21)), (-33.0, (2026, 12, 21)), (89.9, (2026, 6, 21))];
    for (latitude, date) in days {
        let path = path(GeoPoint::new(20.0, latitude), date, 0.2, 30.0);
        let houses = crowd(&mut numbers);
        let town = prisms(&houses);
        let scene = Scene { path: &path, prisms: &town, skyline: None };
        let (mut asked, mut shaded) = (0, 0);
        for piece in houses.iter().step_by(4).flat_map(|(ring, ..)| pieces(std::iter::once(&ring[..]))) {
            let heights = [1.5, 7.5, 16.0];
            for (height, found) in heights.into_iter().zip(hours(&scene, piece.at, Some(piece.outward), &heights)) {
                let within = town.all().iter().any(|prism| !prism.is_raised() && prism.top > height && town.covers(prism, piece.at));
                assert_eq!(found.is_none(), within, "{piece:?} at {height}");
                let Some(found) = found else { continue };
                let rays = path.fan.toward().iter().zip(&path.slopes);
                let faces = |toward: &[f64; 2]| toward[0] * piece.outward[0] + toward[1] * piece.outward[1] > 0.0;
                let before: Vec<_> = rays.filter(|(toward, _)| faces(toward)).collect();
                let from = [piece.at[0], piece.at[1], height];
                let lit = before.iter().filter(|(toward, slope)| is_lit(&town, None, from, **toward, **slope, 1_500.0)).count();
                assert_eq!(usize::from(found.total), lit, "{latitude}°, {piece:?} at {height}");
                (asked, shaded) = (asked + 1, shaded + usize::from(lit < before.len()));
            }
        }
        assert!(asked > 100 && shaded * 3 > asked, "{latitude}°: {shaded} of {asked} points have less than without houses");
    }
}

#[test]
fn light_passes_under_what_is_raised() {
    let path = path(KOSTANAY, (2026, 3, 22), 0.0, 60.0);
    let deck = |base: f64| prisms(&[(rectangle(-200.0, -14.0, 400.0, 4.0), base, 30.0)]);
    let total = |town: &Prisms| hours(&Scene { path: &path, prisms: town, skyline: None }, [0.0, 0.0], None, &[0.0])[0].unwrap().total;
    let [wall, bridge, nothing] = [deck(GROUNDED), deck(12.0), prisms(&[])].map(|town| total(&town));
    assert!(wall < bridge && bridge <= nothing, "{wall} {bridge} {nothing}");
    assert_eq!(usize::from(nothing), path.len());
}

#[test]
fn a_ridge_hides_what_stands_lower_and_voids_hide_nothing() {
    // A ridge in the south, 100 m high and 400 m off.
    let ridge = |at: [f64; 2]| if (-440.0..=-400.0).contains(&at[1]) { 300.0 } else { 200.0 };
    let skyline = Skyline::new(&ridge, [0.0, 0.0]);
    let slope = skyline.slope([0.0, -1.0]);
    assert!((slope - 0.25).abs() < 0.03, "{slope}");
    assert!(skyline.hides([0.0, -1.0], 0.2) && !skyline.hides([0.0, -1.0], 0.3) && !skyline.hides([0.0, 1.0], 0.01));
    assert!(!relief::passes(&ridge, [0.0, 0.0, 200.0], [0.0, -1.0], 0.2) && relief::passes(&ridge, [0.0, 0.0, 200.0], [0.0, -1.0], 0.3));
    let void = |at: [f64; 2]| if at[1] < -100.0 { f64::NAN } else { 200.0 };
    assert!(Skyline::new(&void, [0.0, 0.0]).is_below(0.01) && Skyline::new(&|_: [f64; 2]| f64::NAN, [0.0, 0.0]).is_below(0.01));
}

#[test]
fn a_kept_horizon_counts_nearly_what_rays_count() {
    let houses = crowd(&mut Numbers(11));
    let town = prisms(&houses.into_iter().map(|(ring, _, top)| (ring, GROUNDED, top)).collect::<Vec<_>>());
    for date in [(2026, 3, 22), (2026, 6, 21)] {
        let path = path(KOSTANAY, date, 0.0, 60.0);
        let scene = Scene { path: &path, prisms: &town, skyline: None };
        let mut worst = 0;
        for (east, north) in (0..6).flat_map(|east| (0..6).map(move |north| (f64::from(east) * 50.0, f64::from(north) * 50.0))) {
            let height = 20.0;
            let exact = hours(&scene, [east, north], None, &[height])[0];
            let Some(exact) = exact else { continue };
            let kept = Horizon::new(&town, None, [east, north, height]).hours(&path);
            worst = worst.max(exact.total.abs_diff(kept.total));
        }
        // A sector is as wide as the sun goes in twenty minutes; a few edges fall within.
        assert!(worst <= 40, "{date:?}: {worst} min");
    }
}

#[test]
fn polar_days_and_nights_have_whole_minutes() {
    for latitude in [90.0, 75.0, 66.6, 0.0, -90.0] {
        for month in 1..=12 {
            let path = path(GeoPoint::new(0.0, latitude), (2026, month, 21), 0.0, 60.0);
            assert!(path.len() <= 1_440 && path.slopes.iter().all(|slope| slope.is_finite() && *slope > 0.0));
            let open = hours(&Scene { path: &path, prisms: &prisms(&[]), skyline: None }, [0.0, 0.0], None, &[0.0])[0].unwrap();
            assert_eq!(usize::from(open.total), path.len());
            let expected = if latitude == 75.0 && month == 6 { 1_440 } else { 0 };
            assert!(latitude != 75.0 || (month != 6 && month != 12) || path.len() == expected, "{latitude}° in {month}: {}", path.len());
        }
    }
}

#[test]
fn a_sun_that_stays_just_above_the_edge_makes_a_polar_day() {
    // Near the circle at the solstice: its middle touches the horizon at midnight, and half of it stays to be seen.
    let day = |lat: f64, year: i32, month: u32, day: u32| daylight(GeoPoint::new(-2.997_13, lat), midnight(year, month, day));
    assert_eq!(day(-66.192_49, 1984, 12, 30), Some(Daylight::Always));
    assert!(matches!(day(-66.192_49, 1984, 6, 21), Some(Daylight::Changes { .. })), "at noon it looks over the horizon");
    assert_eq!([day(75.0, 2026, 12, 21), day(75.0, 2026, 6, 21)], [Some(Daylight::Never), Some(Daylight::Always)]);
}

#[test]
fn light_and_current_are_those_of_pvlib() {
    // pvlib 0.16.1: haurwitz, erbs, perez (allsitescomposite1990), iam.physical, inverter.pvwatts, pvsystem.pvwatts_dc.
    let of = |elevation: f64, azimuth: f64, tilt: f64, faces: f64, day: f64| {
        let sun = SunPosition { azimuth: azimuth.to_radians(), elevation: elevation.to_radians() };
        let plane = Plane { tilt: tilt.to_radians(), azimuth: faces.to_radians() };
        let light = clear(sun.elevation, day);
        let [beam, sky] = on_plane(light, sun, plane, day, 0.2);
        [light.global, light.beam, light.diffuse, beam, sky, through_glass(incidence(sun, plane))]
    };
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-3 * b.abs().max(0.01);
    for (found, expected) in [
        (of(20.0, 120.0, 35.0, 180.0, 80.0), [316.0358, 653.163, 92.641, 359.0169, 125.3851, 0.960_955]),
        (of(50.0, 200.0, 30.0, 180.0, 172.0), [778.7667, 843.483, 132.622, 814.3194, 174.0008, 0.999_790]),
        (of(5.0, 230.0, 20.0, 90.0, 300.0), [48.6299, 91.991, 40.612, 0.0, 32.9053, 0.0]),
        (of(35.0, 180.0, 0.0, 180.0, 100.0), [568.2254, 787.142, 116.740, 451.4858, 116.7396, 0.966_804]),
    ] {
        assert!(found.iter().zip(expected).all(|(found, expected)| near(*found, expected)), "{found:?} is not {expected:?}");
    }
    assert!(near(direct_current(700.0, 45.0), 0.651));
    for (direct, expected) in [(0.01, 0.004_252_777), (0.1, 0.092_465_43), (0.4, 0.384_513_75), (0.8, 0.769_139_88), (1.2, 1.0 / 1.1)] {
        assert!(near(alternating_current(direct), expected), "{direct}");
    }
}

#[test]
fn a_year_of_modules_is_what_the_latitude_lets_expect() {
    let climate = Climate { sunshine: 0.5, winter: -15.0, summer: 21.0, losses: 0.14 };
    let suns = Suns::new(KOSTANAY.lat);
    let year = |tilt: f64, azimuth: f64| Year::new(&suns, Plane { tilt: tilt.to_radians(), azimuth: azimuth.to_radians() }, &climate);
    let [south, level, east, north] = [year(35.0, 180.0), year(0.0, 180.0), year(35.0, 90.0), year(35.0, 0.0)].map(|year| year.open());
    // Global Solar Atlas: about 1,100 to 1,250 kWh a kilowatt in the north of Kazakhstan.
    assert!((1_000.0..1_250.0).contains(&south), "{south}");
    assert!(south > level && level > east && east > north && north > 0.25 * south, "{south} {level} {east} {north}");
    // A wall all round as high as the sun at its highest leaves the sky's light alone.
    let mut pit = Horizon::default();
    (0..72).for_each(|sector| pit.raise(sector, 3.0));
    let left = year(35.0, 180.0).under(&pit, 0.0);
    assert!(left >= 0.0 && left < 0.1 * south, "{left}");
    assert_eq!(year(35.0, 180.0).under(&Horizon::default(), 0.1), south);
    for latitude in [-90.0, -35.0, 0.0, 70.0, 90.0] {
        let year = Year::new(&Suns::new(latitude), Plane { tilt: 0.5, azimuth: 0.0 }, &climate).open();
        assert!(year.is_finite() && year > 0.0, "{latitude}");
    }
}

fn homes(region: &Region) -> Vec<Home> {
    Survey::new(region).all_homes().copied().collect()
}

fn tower(region: &mut Region, east: f64, north: f64) {
    let building = Building {
        usage: Sourced::assumed(BuildingUse::Apartments),
        levels: Sourced::assumed(16),
        height: Sourced::assumed(Decimetres::from_metres(50.0)),
        ..Building::default()
    };
    region.buildings.push(building, ShapeKind::Area, [&rectangle(east, north, 40.0, 15.0)[..]]);
}

fn assumed() -> SunAssumptions {
    SunAssumptions::of(&Assumptions::default())
}

/// Everything that is said of a region.
fn said(sun: &Insolation) -> (Vec<String>, Vec<String>, Vec<String>) {
    let text = |value: &dyn std::fmt::Debug| format!("{value:?}");
    let dwellings = sun.dwellings.iter().map(|dwelling| text(dwelling)).collect();
    (dwellings, sun.roofs.iter().map(|roof| text(roof)).collect(), sun.grounds.iter().map(|ground| text(ground)).collect())
}

#[test]
fn what_is_taken_over_is_what_would_be_found_anew_on_any_number_of_threads() {
    let mut region = synthetic::region(2_000);
    // A slope with a hill, so that the relief is asked too.
    let heights = (0..100 * 100).map(|cell: i32| ((cell % 100) * 4) as f32 + if cell / 100 == 47 { 150.0 } else { 0.0 }).collect();
    let raster = Raster { west: 63.55, north: 53.25, cell_lon: 0.001, cell_lat: 0.001, columns: 100, heights };
    region.terrain = Terrain::new(vec![raster]);
    let base = Insolation::new(&region, &homes(&region), assumed(), None);
    assert!(base.dwellings.len() > 1_000 && base.roofs.len() > 1_000);
    for places in [&[(100.0, -300.0)][..], &[(0.0, 0.0), (-500.0, 220.0), (640.0, 10.0)]] {
        let mut built = region.clone();
        places.iter().for_each(|(east, north)| tower(&mut built, *east, *north));
        let homes = homes(&built);
        let anew = Insolation::new(&built, &homes, assumed(), None);
        let kept = Kept::between(&region.buildings, &built.buildings);
        assert!(said(&Insolation::new(&built, &homes, assumed(), Some((&base, &kept)))) == said(&anew), "{places:?}");
        assert!(said(&base) != said(&anew), "a tower throws a shadow");
        // And back again.
        let kept = Kept::between(&built.buildings, &region.buildings);
        let back = Insolation::new(&region, &self::homes(&region), assumed(), Some((&anew, &kept)));
        assert!(said(&back) == said(&base), "{places:?}");
    }
    // A house among the others that grows.
    let mut raised = region.clone();
    raised.buildings.features[700].height = Sourced::modelled(Decimetres::from_metres(60.0));
    let kept = Kept::between(&region.buildings, &raised.buildings);
    let anew = Insolation::new(&raised, &homes(&raised), assumed(), None);
    assert!(said(&Insolation::new(&raised, &homes(&raised), assumed(), Some((&base, &kept)))) == said(&anew) && said(&base) != said(&anew));
    let single = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let alone = single.install(|| Insolation::new(&region, &homes(&region), assumed(), None));
    assert!(said(&alone) == said(&base));
}

#[test]
fn a_tower_in_the_south_takes_the_sun_of_a_house() {
    let mut region = synthetic::region(0);
    let house = Building {
        usage: Sourced::assumed(BuildingUse::House),
        levels: Sourced::assumed(1),
        height: Sourced::assumed(Decimetres::from_metres(4.0)),
        ..Building::default()
    };
    region.buildings.push(house, ShapeKind::Area, [&rectangle(0.0, 0.0, 10.0, 10.0)[..]]);
    let home = Home { at: Position::default(), building: 0, settlement: 0, residents: 3.0 };
    let sun = |region: &Region| {
        let sun = Insolation::new(region, &[home], assumed(), None);
        (sun.dwellings[0].lit.unwrap(), sun.roofs[0].energy)
    };
    let (open, full) = sun(&region);
    assert!(open.darkest.longest > 500 && open.short == 0.0, "{open:?}");
    // A slab from wall to wall, eight metres off.
    let mut dark = region.clone();
    let slab = Building { height: Sourced::assumed(Decimetres::from_metres(60.0)), ..Building::default() };
    dark.buildings.push(slab, ShapeKind::Area, [&rectangle(-150.0, -20.0, 310.0, 12.0)[..]]);
    let (shaded, less) = sun(&dark);
    assert!(shaded.darkest.longest < 150 && shaded.short == 1.0, "{shaded:?}");
    assert!(less < 0.8 * full && less > 0.0, "{less} of {full}");
}

/// What the model says of a region.
fn outcome(region: &Region) -> Outcome {
    let (survey, assumptions) = (Survey::new(region), Assumptions::default());
    let shared = Shared::new(region, &survey, &assumptions);
    (simulation("sun").unwrap().run)(&Setting { region, survey: &survey, assumptions: &assumptions, shared: &shared })
}

/// The values of a field, which stands in a layer.
fn field<'a>(outcome: &'a Outcome, id: &str, layer: &str) -> &'a [(u32, f32)] {
    let field = outcome.fields.iter().find(|field| field.id == id).unwrap();
    assert_eq!(field.layer, layer);
    &field.values
}

fn institute(region: &mut Region, kind: AmenityKind, number: i64, ring: &[Position]) {
    let amenity = Amenity { id: FeatureId::new(IdKind::Way, number), kind, ..Amenity::default() };
    let shape = if ring.len() > 1 { ShapeKind::Area } else { ShapeKind::Point };
    region.amenities.push(amenity, shape, [ring]);
}

fn cover(region: &mut Region, kind: CoverKind, number: i64, ring: &[Position]) {
    let cover = Cover { id: FeatureId::new(IdKind::Way, number), kind, ..Cover::default() };
    region.cover.push(cover, ShapeKind::Area, [ring]);
}

#[test]
fn every_ground_has_its_hours_on_the_map() {
    let mut region = synthetic::region(40);
    let first = region.cover.len() as u32;
    let far = |east: f64| rectangle(2_000.0 + east, 0.0, 40.0, 40.0);
    institute(&mut region, AmenityKind::School, 1, &far(0.0));
    institute(&mut region, AmenityKind::Hospital, 2, &far(200.0));
    institute(&mut region, AmenityKind::Kindergarten, 3, &ring(&[(2_400.0, 0.0)]));
    // A map has a playground as an institution and as land cover.
    institute(&mut region, AmenityKind::Playground, 4, &far(600.0));
    cover(&mut region, CoverKind::Sport, 4, &far(600.0));
    cover(&mut region, CoverKind::Park, 5, &far(800.0));
    cover(&mut region, CoverKind::Sport, 6, &far(1_000.0));
    let open = outcome(&region);
    let (grounds, sports) = (field(&open, "sun-grounds", Amenity::LAYER), field(&open, "sun-sports-grounds", Cover::LAYER));
    let numbers = |values: &[(u32, f32)]| values.iter().map(|(number, _)| *number).collect::<Vec<_>>();
    assert_eq!((numbers(grounds), numbers(sports)), (vec![0, 2, 3], vec![first + 2]));
    assert!(grounds.iter().chain(sports).all(|(_, hours)| (9.0..12.0).contains(hours)), "{grounds:?} {sports:?}");
    let short = |outcome: &Outcome| outcome.values.iter().find(|(id, _)| *id == "sun-grounds-short").unwrap().1;
    assert_eq!(short(&open), Some(0.0));
    // A slab in the south of the school and of the sports ground.
    for east in [1_800.0, 2_800.0] {
        let slab = Building { height: Sourced::assumed(Decimetres::from_metres(90.0)), ..Building::default() };
        region.buildings.push(slab, ShapeKind::Area, [&rectangle(east, -20.0, 440.0, 12.0)[..]]);
    }
    let dark = outcome(&region);
    let (grounds, sports) = (field(&dark, "sun-grounds", Amenity::LAYER), field(&dark, "sun-sports-grounds", Cover::LAYER));
    assert_eq!((numbers(grounds), numbers(sports)), (vec![0, 2, 3], vec![first + 2]));
    assert!(grounds[0].1 < 3.0 && sports[0].1 < 3.0, "{grounds:?} {sports:?}");
    let fewer = grounds.iter().chain(sports).filter(|(_, hours)| *hours < 3.0).count();
    assert_eq!(short(&dark), Some(fewer as f64), "what is seen on the map is what the number counts");
}

/// What stands in one region and not in the one that it grew from.
fn grown(before: &Region, after: &Region) -> Region {
    let mut new = Region { frame: before.frame, terrain: before.terrain.clone(), ..Region::default() };
    for (building, shape) in after.buildings.iter().skip(before.buildings.len()) {
        new.buildings.push(building.clone(), shape.kind, shape.parts());
    }
    new
}

#[test]
fn about_a_proposal_the_sun_is_that_of_the_whole_town() {
    let mut region = synthetic::region(2_000);
    let heights = (0..100 * 100).map(|cell: i32| ((cell % 100) * 4) as f32 + if cell / 100 == 47 { 150.0 } else { 0.0 }).collect();
    let raster = Raster { west: 63.55, north: 53.25, cell_lon: 0.001, cell_lat: 0.001, columns: 100, heights };
    region.terrain = Terrain::new(vec![raster]);
    let base = Insolation::new(&region, &homes(&region), assumed(), None);
    for (east, north) in [(100.0, -300.0), (-500.0, 222.0)] {
        let mut built = region.clone();
        tower(&mut built, east, north);
        let whole = Insolation::new(&built, &homes(&built), assumed(), None);
        let darkest = |sun: &Insolation, index: usize| sun.dwellings[index].lit.map(|lit| lit.darkest.longest);
        let around = Around::new(&region, &grown(&region, &built), &assumed()).unwrap();
        let last = whole.dwellings.len() - 1;
        assert_eq!(around.own_dwellings(), darkest(&whole, last).map(f64::from));
        // Where the darkest flat of a house gets darker, it is one of those from which the tower takes sun.
        let lost = (0..base.dwellings.len()).filter(|index| darkest(&whole, *index) < darkest(&base, *index));
        let least = lost.filter_map(|index| darkest(&whole, index)).min().map(f64::from);
        let (left, all) = (around.dwellings_left(0.0).unwrap(), whole.dwellings.iter().filter_map(|dwelling| dwelling.lit));
        assert!(left <= least.unwrap() && left >= f64::from(all.map(|lit| lit.darkest.longest).min().unwrap()), "{left} {least:?}");
    }
    let alone = Around::new(&region, &Region { frame: region.frame, ..Region::default() }, &assumed());
    assert!(alone.is_none(), "what brings nothing throws no shade");
    // Beyond the reach of its shade nobody is asked.
    let mut far = region.clone();
    tower(&mut far, 30_000.0, 0.0);
    let around = Around::new(&region, &grown(&region, &far), &assumed()).unwrap();
    assert!(around.own_dwellings().is_some() && around.dwellings_left(0.0).is_none());
}

#[test]
fn a_tower_takes_the_sun_of_flats_and_of_grounds() {
    let mut region = synthetic::region(0);
    let block = Building {
        usage: Sourced::assumed(BuildingUse::Apartments),
        levels: Sourced::assumed(5),
        height: Sourced::assumed(Decimetres::from_metres(15.0)),
        ..Building::default()
    };
    region.buildings.push(block, ShapeKind::Area, [&rectangle(-20.0, -6.0, 40.0, 12.0)[..]]);
    institute(&mut region, AmenityKind::Kindergarten, 1, &rectangle(300.0, 0.0, 40.0, 20.0));
    let about = |east: f64, north: f64| {
        let mut built = region.clone();
        tower(&mut built, east, north);
        Around::new(&region, &grown(&region, &built), &assumed()).unwrap()
    };
    let children = [AmenityKind::School, AmenityKind::Kindergarten];
    let flats = about(-20.0, -30.0).dwellings_left(150.0).unwrap();
    assert!(flats < 150.0, "{flats}");
    assert_eq!(about(-20.0, -30.0).dwellings_left(720.0), None, "who has too little without it is not its doing");
    let playing = about(300.0, -17.0);
    let left = playing.grounds_left(&children, 180.0).unwrap();
    assert!(left < 300.0, "{left}");
    assert_eq!((playing.grounds_left(&[AmenityKind::School], 180.0), playing.own_grounds(&children)), (None, None));
    // From aside it takes an hour of the morning, in the north nothing.
    let aside = about(120.0, -60.0).dwellings_left(150.0).unwrap();
    assert!(aside > 400.0, "{aside}");
    let north = about(-20.0, 40.0);
    assert_eq!((north.dwellings_left(0.0), north.grounds_left(&children, 0.0)), (None, None));
}

#[test]
fn odd_input_gives_numbers() {
    let mut region = synthetic::region(40);
    let odd = [ring(&[(0.0, 0.0), (5.0, 5.0)]), ring(&[(0.0, 0.0); 3]), ring(&[(0.0, 0.0), (9.0, 0.0), (4.0, 0.0)]), ring(&[])];
    for (index, ring) in odd.iter().enumerate() {
        let house = Building { usage: Sourced::assumed(BuildingUse::House), ..Building::default() };
        let height = Sourced::assumed(Decimetres::from_metres(6.0 * f64::from(index as u32 % 2)));
        region.buildings.push(Building { height, ..house }, ShapeKind::Area, [&ring[..]]);
    }
    let flat = Building { usage: Sourced::assumed(BuildingUse::Apartments), ..Building::default() };
    region.buildings.push(flat, ShapeKind::Area, [&rectangle(30.0, -80.0, 12.0, 12.0)[..]]);
    let one = |height: f32| Raster { west: 63.0, north: 54.0, cell_lon: 2.0, cell_lat: 2.0, columns: 1, heights: vec![height] };
    for rasters in [vec![], vec![one(170.0)], vec![one(f32::NAN)], vec![Raster::default()]] {
        region.terrain = Terrain::new(rasters);
        let all: Vec<Home> = (0..region.buildings.len() as u32 + 2)
            .map(|building| Home { at: Position::default(), building, settlement: 0, residents: 1.0 })
            .collect();
        let sun = Insolation::new(&region, &all, assumed(), None);
        assert!(sun.solids.without_body >= 3, "{}", sun.solids.without_body);
        assert!(sun.roofs.iter().all(|roof| roof.energy.is_finite() && roof.energy >= 0.0));
        let shares = sun.dwellings.iter().filter_map(|dwelling| dwelling.lit).flat_map(|lit| [lit.short, lit.short_in_all]);
        assert!(shares.into_iter().all(|share| (0.0..=1.0).contains(&share)));
    }
    let nothing = Insolation::new(&Region::default(), &[], assumed(), None);
    assert!(nothing.dwellings.is_empty() && nothing.roofs.is_empty() && nothing.grounds.is_empty());
}
