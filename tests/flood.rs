//! Water over the ground: published answers, what always holds, and what is odd.
#![allow(clippy::unwrap_used)]

#[path = "support/material.rs"]
mod material;

use aimaq::twin::catalog::survey::Survey;
use aimaq::twin::model::building::Building;
use aimaq::twin::model::change::Change;
use aimaq::twin::model::feature::Decimetres;
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::layer::ShapeKind;
use aimaq::twin::model::levee::Levee;
use aimaq::twin::model::origin::Sourced;
use aimaq::twin::model::place::{Place, PlaceKind};
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::{GeoPoint, LocalFrame, Position};
use aimaq::twin::model::street::{Street, StreetClass};
use aimaq::twin::model::terrain::{Raster, Terrain};
use aimaq::twin::model::water::{Water, WaterKind};
use aimaq::twin::simulate::assumption::Assumptions;
use aimaq::twin::simulate::cells::Cells;
use aimaq::twin::simulate::flood::assumed::Assumed;
use aimaq::twin::simulate::flood::barrier::{Axis, Barrier, crossings};
use aimaq::twin::simulate::flood::boundary::{Edge, EdgeKind, Side};
use aimaq::twin::simulate::flood::case::{Case, Scheme, Settings};
use aimaq::twin::simulate::flood::estimate::estimate;
use aimaq::twin::simulate::flood::grid::{Grid, Roughness, Start};
use aimaq::twin::simulate::flood::known::Inundation;
use aimaq::twin::simulate::flood::model::SIMULATION;
use aimaq::twin::simulate::flood::result::Flood;
use aimaq::twin::simulate::flood::roughness::roughness;
use aimaq::twin::simulate::flood::run::run;
use aimaq::twin::simulate::flood::source::{Hydrograph, SnowMelt, Source};
use aimaq::twin::simulate::flood::valley::{Place as Site, Valley};
use aimaq::twin::simulate::flood::weir::{Breach, discharge};
use aimaq::twin::simulate::shared::Shared;
use aimaq::twin::simulate::wanted::Wanted;
use aimaq::twin::simulate::{Setting, simulation};
use material::shared;
use std::sync::Arc;

/// The numbers of a file of the shared folder, row by row; what is none is not a number.
fn table(path: &str) -> Option<Vec<Vec<f64>>> {
    let file = shared(&format!("acceptance/flood/{path}"))?;
    let text = String::from_utf8(file.bytes).expect("text");
    let rows =
        text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty() && !line.contains("topo") && !line.contains("x_m"));
    let number = |cell: &str| cell.parse().unwrap_or(f64::NAN);
    Some(rows.map(|line| line.split([' ', '\t', ',']).filter(|cell| !cell.is_empty()).map(number).collect()).collect())
}

fn column(table: &[Vec<f64>], column: usize) -> Vec<f32> {
    table.iter().map(|row| row[column] as f32).collect()
}

fn grid(columns: usize, cell: f64, elevation: Vec<f32>, roughness: f32) -> Grid {
    Grid { columns, rows: elevation.len() / columns, cell, elevation, roughness: Roughness::Uniform(roughness), start: Start::Dry }
}

fn of(grid: Grid) -> Case {
    Case { grid, ..Case::default() }
}

fn edge(side: Side, cells: std::ops::Range<usize>, kind: EdgeKind) -> Edge {
    Edge { side, cells, kind }
}

fn flow(discharge: f64) -> EdgeKind {
    EdgeKind::Discharge(Hydrograph::constant(discharge))
}

fn lasting(duration: f64) -> Settings {
    Settings { duration, ..Settings::default() }
}

/// Runs a case, and looks whether all of it is water.
fn flood(case: Case, settings: &Settings) -> Flood {
    let flood = run(case, settings, &|_| true).unwrap_or_else(|diagnostic| panic!("{diagnostic}"));
    assert!(flood.balance.is_closed(), "{:?}", flood.balance);
    assert!(flood.depth.iter().chain(&flood.deepest).chain(&flood.hazard).all(|value| value.is_finite() && *value >= 0.0));
    assert!(flood.east.iter().chain(&flood.north).all(|value| value.is_finite()) && !flood.arrival.iter().any(|value| value.is_nan()));
    flood
}

fn codes(flood: &Flood) -> Vec<&str> {
    flood.notes.iter().map(|note| note.code).collect()
}

/// Mean difference from a column, and the same as a share of its mean.
fn difference(depth: &[f32], table: &[Vec<f64>], column: usize) -> (f64, f64) {
    let off: f64 = table.iter().zip(depth).map(|(row, depth)| (row[column] - f64::from(*depth)).abs()).sum();
    (off / table.len() as f64, off / table.iter().map(|row| row[column]).sum::<f64>())
}

#[test]
fn a_lake_at_rest_is_at_rest() {
    let Some(table) = table("swashes/lake_at_rest_emerged.txt") else { return };
    for scheme in [Scheme::LocalInertial, Scheme::FiniteVolume] {
        for start in [Start::Level(0.1), Start::Depth(column(&table, 1))] {
            let lake = Grid { start, ..grid(table.len(), 0.125, column(&table, 3), 0.03) };
            let flood = flood(of(lake), &Settings { scheme, ..lasting(100.0) });
            assert!(flood.east.iter().all(|flow| flow.abs() < 1e-10), "{scheme:?}");
            assert!(difference(&flood.depth, &table, 1).0 < 1e-6);
        }
    }
}

#[test]
fn a_long_channel_runs_as_macdonald_says() {
    let (Some(table), Some(other)) = (table("swashes/macdonald_long_sub_manning.txt"), table("mcdo_norain.csv")) else { return };
    let edges = vec![edge(Side::West, 0..1, flow(2.0 * 5.0)), edge(Side::East, 0..1, EdgeKind::Stage(Hydrograph::constant(0.748_324)))];
    let flood = flood(Case { edges, ..of(grid(table.len(), 5.0, column(&table, 3), 0.033)) }, &lasting(6.0 * 3_600.0));
    assert!(difference(&flood.depth, &table, 1).0 < 0.02);
    let levels: Vec<f32> = flood.depth.iter().zip(&other).map(|(depth, row)| depth + row[1] as f32).collect();
    assert!(difference(&levels, &other, 2).0 < 0.02);
}

#[test]
fn dams_break_as_stoker_and_ritter_say() {
    for (name, beyond) in [("stoker", 0.001), ("ritter", 0.0)] {
        let Some(table) = table(&format!("swashes/{name}.txt")) else { return };
        let start = Start::Depth(table.iter().map(|row| if row[0] < 5.0 { 0.005 } else { beyond }).collect());
        let still = Grid { start, ..grid(table.len(), 0.05, vec![0.0; table.len()], 0.0) };
        let flood = flood(of(still), &Settings { scheme: Scheme::FiniteVolume, ..lasting(6.0) });
        let off = difference(&flood.depth, &table, 1).1;
        assert!(off < 0.03, "{name}: {off}");
    }
}

#[test]
fn water_dips_over_a_bump() {
    let Some(table) = table("swashes/bump_subcritical.txt") else { return };
    let bump = Grid { start: Start::Level(2.0), ..grid(table.len(), 0.125, column(&table, 3), 0.0) };
    let edges = vec![edge(Side::West, 0..1, flow(4.42 * 0.125)), edge(Side::East, 0..1, EdgeKind::Stage(Hydrograph::constant(2.0)))];
    let flood = flood(Case { edges, ..of(bump) }, &Settings { scheme: Scheme::FiniteVolume, ..lasting(200.0) });
    assert!(difference(&flood.depth, &table, 1).1 < 0.01);
}

/// The plain of the fourth test of the British Environment Agency, until a time.
fn plain(duration: f64) -> Flood {
    let inflow = Hydrograph::new([(0.0, 0.0), (3_600.0, 20.0), (14_400.0, 20.0), (18_000.0, 0.0)]);
    let edges = vec![edge(Side::West, 198..202, EdgeKind::Discharge(inflow))];
    flood(Case { edges, ..of(grid(200, 5.0, vec![0.0; 80_000], 0.05)) }, &Settings { theta: 1.0, ..lasting(duration) })
}

#[test]
fn a_plain_is_flooded_as_lisflood_floods_it() {
    let Some(table) = table("ea4_centreline_lisflood81.csv") else { return };
    let early = plain(3_600.0);
    for (place, row) in table.iter().enumerate().skip(2) {
        let depth = f64::from(early.depth[200 * 200 + place]);
        assert!((depth - row[1]).abs() < 0.005, "{}: {depth} is not {}", row[0], row[1]);
    }
}

#[test]
fn threads_change_no_bit_and_no_drop_is_lost() {
    let on = |threads: usize| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| plain(3_600.0));
    let (one, two) = (on(1), on(2));
    assert_eq!(one, two);
    assert!((one.balance.entered - 36_000.0).abs() < 0.036 && one.balance.error().abs() < 1e-6, "{:?}", one.balance);
    // Of all there is to do, only what is wet was done.
    assert!(one.updates < one.steps * 80_000 * 3 / 10, "{} in {} steps", one.updates, one.steps);
}

#[test]
fn a_basin_that_is_filled_comes_to_rest() {
    // 100 m³/s for 10,000 s into 500 × 500 m within walls: 4 m everywhere, and no wave stays.
    let inflow = Hydrograph::new([(0.0, 100.0), (10_000.0, 100.0), (10_001.0, 0.0)]);
    let edges = vec![edge(Side::West, 20..30, EdgeKind::Discharge(inflow))];
    let flood = flood(Case { edges, ..of(grid(50, 10.0, vec![0.0; 2_500], 0.03)) }, &lasting(40_000.0));
    let (low, high) = flood.depth.iter().fold((f32::MAX, 0.0f32), |(low, high), depth| (low.min(*depth), high.max(*depth)));
    assert!(low > 3.95 && high < 4.05, "{low} to {high}");
    let mut highest = flood.deepest.clone();
    highest.sort_by(f32::total_cmp);
    assert!(highest[1_250] < 4.2, "half of the cells had {} at most", highest[1_250]);
}

#[test]
fn no_drop_is_lost_where_water_rounds_the_corner_of_a_tile() {
    for place in [14, 15, 31] {
        let sources = vec![Source::Inflow { cells: vec![(place, place)], discharge: Hydrograph::constant(5.0) }];
        for scheme in [Scheme::LocalInertial, Scheme::FiniteVolume] {
            let case = Case { sources: sources.clone(), ..of(grid(64, 10.0, vec![0.0; 64 * 64], 0.03)) };
            let flood = flood(case, &Settings { scheme, ..lasting(1_200.0) });
            assert!((flood.balance.received - 6_000.0).abs() < 0.01, "{:?}", flood.balance);
        }
    }
}

/// Three channels between two walls; crests of the walls from one place to another, elsewhere too high.
fn channels(cell: f64) -> (Case, Vec<f32>) {
    let (columns, rows) = ((40.0 / cell) as usize, (1_000.0 / cell) as usize);
    let bed: Vec<f32> = (0..columns * rows).map(|place| (-0.003 * ((place / columns) as f64 + 0.5) * cell) as f32).collect();
    let wall = |x: f64, from: (f64, f64), to: (f64, f64)| Barrier {
        line: [0.0, from.0 - 0.01, from.0, to.0, to.0 + 0.01, 1_000.0].map(|y| [x, y]).to_vec(),
        crest: vec![100.0, 100.0, from.1, to.1, 100.0, 100.0],
        coefficient: 1.1,
        ..Barrier::default()
    };
    let middle = [(0.0, 1.0), (1.0, 1.0), (2.0, 5.0), (3.0, 9.0), (4.0, 13.0), (5.0, 17.0), (6.0, 21.0)];
    let middle = EdgeKind::Discharge(Hydrograph::new(middle.map(|(hour, flow)| (hour * 3_600.0, flow))));
    let part = |from: f64, to: f64, kind| edge(Side::South, (from / cell) as usize..(to / cell) as usize, kind);
    let edges = vec![
        part(0.0, 10.0, flow(0.1)),
        part(10.0, 30.0, middle),
        part(30.0, 40.0, flow(0.1)),
        edge(Side::North, 0..columns, EdgeKind::Normal(0.003)),
    ];
    let barriers = vec![wall(30.0, (201.0, -0.1), (399.0, -0.7)), wall(10.0, (301.0, -0.4), (499.0, -1.0))];
    (Case { edges, barriers, ..of(grid(columns, cell, bed.clone(), 0.03)) }, bed)
}

#[test]
fn levees_are_overtopped_as_hec_ras_says() {
    let (case, bed) = channels(5.0);
    // It changes no more six hours after the last rise.
    let flood = flood(case, &lasting(12.0 * 3_600.0));
    for (station, middle, right, left) in [(300.0, -1.55, -1.57, -1.77), (500.0, -0.95, -0.97, -1.17), (800.0, 0.04, -0.23, -0.57)] {
        for (x, expected) in [(20.0, middle), (35.0, right), (5.0, left)] {
            let level = |row: usize| f64::from(flood.depth[row * 8 + (x / 5.0) as usize] + bed[row * 8 + (x / 5.0) as usize]);
            let row = ((1_000.0 - station) / 5.0) as usize;
            let level = (level(row) + level(row - 1)) / 2.0;
            assert!((level - expected).abs() < 0.1, "{station} {x}: {level} is not {expected}");
        }
    }
}

#[test]
fn weirs_are_free_then_drowned_then_still() {
    assert_eq!(discharge(1.0, 0.5, 1.0, 1.7), 0.0);
    assert!((discharge(2.0, 0.5, 1.0, 1.7) - 1.7).abs() < 1e-6);
    // Villemonte: (1 − 0.5^1.5)^0.385 = 0.8455.
    assert!((discharge(1.5, 2.0, 1.0, 1.7) + 1.7 * 0.8455).abs() < 1e-3);
    assert_eq!(discharge(2.0, 2.0, 1.0, 1.7), 0.0);
}

/// A trough with a levee in its middle, and three metres of water on one side.
fn trough(barrier: Barrier) -> Case {
    let (columns, rows) = (40, 10);
    let start = Start::Depth((0..columns * rows).map(|place| if place % columns < 20 { 3.0 } else { 0.0 }).collect());
    let line = vec![[200.0, -5.0], [200.0, 105.0]];
    let barriers = vec![Barrier { line, coefficient: 1.7, ..barrier }];
    Case { barriers, ..of(Grid { start, ..grid(columns, 10.0, vec![0.0; columns * rows], 0.03) }) }
}

fn beyond(flood: &Flood) -> f64 {
    let cells = flood.depth.iter().enumerate().filter(|(place, _)| place % flood.columns >= flood.columns / 2);
    cells.map(|(_, depth)| f64::from(*depth)).sum::<f64>() * flood.cell * flood.cell
}

#[test]
fn a_levee_holds_until_it_breaks_and_a_bridge_lets_through_what_fits() {
    for scheme in [Scheme::LocalInertial, Scheme::FiniteVolume] {
        let settings = Settings { scheme, ..lasting(3_600.0) };
        let after = |barrier: Barrier| beyond(&flood(trough(barrier), &settings));
        let high = Barrier { crest: vec![4.0], ..Barrier::default() };
        assert_eq!(after(high.clone()), 0.0, "{scheme:?}");
        let breach = Breach { from: 40.0, to: 70.0, start: 600.0, duration: 300.0, bottom: 0.0 };
        let broken = after(Barrier { breaches: vec![breach], ..high.clone() });
        assert!((broken - 30_000.0).abs() < 600.0, "{scheme:?}: both sides are level again: {broken}");
        let early = Settings { scheme, ..lasting(60.0) };
        let through = |soffit: f64| beyond(&flood(trough(Barrier { soffit: Some(vec![soffit]), ..high.clone() }), &early));
        let (low, higher, none) = (through(0.3), through(1.0), through(-1.0));
        assert!(none == 0.0 && low > 100.0 && higher > 1.5 * low, "{scheme:?}: {none} {low} {higher}");
    }
}

#[test]
fn faces_of_a_line_leave_no_gap() {
    // Along a slanting line, every way from one side to the other goes through a face.
    let line = vec![[3.0, -5.0], [61.0, 47.0], [40.0, 80.0], [97.0, 120.0]];
    let barrier = Barrier { line, crest: vec![5.0], coefficient: 1.7, ..Barrier::default() };
    let start = Start::Depth((0..100).map(|place| if place == 90 { 4.0 } else { 0.0 }).collect());
    let case = Case { barriers: vec![barrier], ..of(Grid { start, ..grid(10, 10.0, vec![0.0; 100], 0.03) }) };
    let flood = flood(case, &lasting(3_600.0));
    assert!(flood.depth[9] == 0.0 && flood.depth[46] == 0.0, "nothing got over");
    assert!(flood.depth[80] > 0.0 && flood.depth[0] > 0.0, "all else is reached");
}

#[test]
fn rain_and_snow_are_accounted_for() {
    let flat = || grid(70, 10.0, vec![2.0; 2_100], 0.03);
    let rain = Source::Rain(Hydrograph::new([(0.0, 36.0), (3_600.0, 36.0), (3_600.1, 0.0)]));
    let rained = flood(Case { sources: vec![rain], ..of(flat()) }, &lasting(7_200.0));
    assert!(rained.depth.iter().all(|depth| (depth - 0.036).abs() < 1e-4), "36 mm in an hour");
    let snow = |store: f64| {
        let temperature = Hydrograph::new([(0.0, -4.0), (86_400.0, 6.0), (172_800.0, 6.0)]);
        Source::Melt(SnowMelt { temperature, store, degree_day: 4.0, threshold: 0.0, runoff: 0.5 })
    };
    // 4 mm per degree and day: 1.8 degree-days while it warms, 6 on the next day; half of it seeps away.
    let melted = flood(Case { sources: vec![snow(100.0)], ..of(flat()) }, &lasting(172_800.0));
    assert!(melted.depth.iter().all(|depth| (depth - 0.0156).abs() < 1e-3), "{}", melted.depth[0]);
    let all = flood(Case { sources: vec![snow(10.0)], ..of(flat()) }, &lasting(172_800.0));
    assert!(all.depth.iter().all(|depth| (depth - 0.005).abs() < 1e-5), "no more melts than there is: {}", all.depth[0]);
}

#[test]
fn steep_rough_ground_with_voids_stays_wet_or_dry() {
    // Steps of metres, holes in the map, water that falls faster than it may: no cell gives more than it has.
    let height = |place: usize| match place * 7_919 % 101 {
        0..8 => f32::NAN,
        odd => (100 - place / 60) as f32 * 0.5 + (odd % 7) as f32,
    };
    for scheme in [Scheme::LocalInertial, Scheme::FiniteVolume] {
        let inflow = Source::Inflow { cells: vec![(30, 2), (31, 2)], discharge: Hydrograph::constant(40.0) };
        let edges = vec![edge(Side::North, 0..60, EdgeKind::Normal(0.05))];
        let case = Case { edges, sources: vec![inflow], ..of(grid(60, 10.0, (0..6_000).map(height).collect(), 0.04)) };
        let flood = flood(case, &Settings { scheme, snapshots: Some(600.0), ..lasting(3_600.0) });
        assert!((flood.balance.received - 144_000.0).abs() < 0.1 && flood.balance.left > 1_000.0, "{:?}", flood.balance);
        assert_eq!(flood.snapshots.len(), 7);
        let last = flood.snapshots.last().unwrap();
        assert!((0..6_000).all(|place| (last.depth(place % 60, place / 60) - flood.depth[place]).abs() < 1e-3));
        assert!((0..6_000).all(|place| height(place).is_finite() || flood.deepest[place] == 0.0));
    }
}

#[test]
fn what_is_odd_is_named() {
    let refused = |grid: Grid| run(of(grid), &lasting(60.0), &|_| true).unwrap_err().code;
    assert_eq!(refused(Grid::default()), "flood-grid-shape");
    assert_eq!(refused(grid(2, 10.0, vec![f32::NAN; 4], 0.03)), "flood-no-ground");
    assert_eq!(refused(grid(2, 0.0, vec![1.0; 4], 0.03)), "flood-cell-size");
    // A hundred million cells are refused, with the side that would do, before any memory is asked for.
    let many = Grid { columns: 10_000, rows: 10_000, cell: 5.0, ..Grid::default() };
    let cost = estimate(&many, &lasting(86_400.0), 2.0, 0.3);
    assert!(cost.bytes <= 40 * 100_000_000 && cost.seconds > 3_600.0, "{cost:?}");
    let little = Settings { most_bytes: 10_000, ..lasting(60.0) };
    assert_eq!(run(of(grid(20, 10.0, vec![0.0; 400], 0.03)), &little, &|_| true).unwrap_err().code, "flood-too-large");
    assert_eq!(run(of(grid(2, 10.0, vec![0.0; 4], 0.03)), &lasting(f64::NAN), &|_| true).unwrap_err().code, "flood-settings-odd");
    let one =
        flood(Case { sources: vec![Source::Rain(Hydrograph::constant(10.0))], ..of(grid(1, 10.0, vec![5.0], 0.03)) }, &lasting(3_600.0));
    assert!((one.depth[0] - 0.01).abs() < 1e-5, "one cell fills");
    let outside = Source::Inflow { cells: vec![(70, 7), (0, 0)], discharge: Hydrograph::constant(f64::NAN) };
    let barriers = vec![
        Barrier { line: vec![[900.0, 0.0], [900.0, 50.0]], crest: vec![3.0], ..Barrier::default() },
        Barrier { line: vec![[0.0, 0.0], [150.0, 150.0], [150.0, 0.0], [0.0, 150.0]], crest: vec![3.0], ..Barrier::default() },
        Barrier {
            line: vec![[0.0, 105.0], [40.0, 105.0], [40.0, 120.0], [20.0, 120.0], [20.0, 60.0]],
            crest: vec![3.0],
            ..Barrier::default()
        },
        Barrier { line: vec![[55.0, 0.0], [55.0, 100.0], [55.0, 0.0]], crest: vec![3.0], ..Barrier::default() },
    ];
    let edges = vec![edge(Side::East, 90..95, flow(1.0))];
    let start = Start::Depth(vec![-1.0; 225]);
    let case = Case { edges, barriers, sources: vec![outside], grid: Grid { start, ..grid(15, 10.0, vec![0.0; 225], f32::NAN) } };
    let odd = flood(case, &lasting(60.0));
    for code in ["flood-inflow-outside", "flood-barrier-outside", "flood-barrier-crosses-itself", "flood-edge-outside", "flood-odd-cells"] {
        assert!(codes(&odd).contains(&code), "{code}: {:?}", odd.notes);
    }
    // Water as deep as no river: the step vanishes, and what was found until then is told.
    let deep = Source::Inflow { cells: vec![(0, 0)], discharge: Hydrograph::constant(1e12) };
    let stopped = run(Case { sources: vec![deep], ..of(grid(3, 1.0, vec![0.0; 9], 0.03)) }, &lasting(3_600.0), &|_| true).unwrap();
    assert!(codes(&stopped).iter().any(|code| ["flood-step-vanished", "flood-too-deep"].contains(code)), "{:?}", stopped.notes);
    assert!(stopped.depth.iter().all(|depth| depth.is_finite() && *depth >= 0.0));
    let cancelled = run(of(grid(3, 10.0, vec![0.0; 9], 0.03)), &lasting(3_600.0), &|done| done < 0.5).unwrap_err();
    assert_eq!(cancelled.code, "flood-cancelled");
}

#[test]
fn a_line_that_meets_itself_has_the_higher_crest() {
    let barrier = Barrier { line: vec![[55.0, 0.0], [55.0, 100.0], [55.5, 0.0]], crest: vec![1.0, 2.0, 5.0], ..Barrier::default() };
    let mut notes = Vec::new();
    let found = crossings(&[barrier], 10, 10, 10.0, &mut notes);
    assert_eq!((found.len(), found.iter().all(|face| face.axis == Axis::X)), (10, true));
    assert!(found.iter().all(|face| face.crest >= 2.0) && notes.len() == 1, "{notes:?}");
}

/// A valley that falls to the north, with a river in it and a house on either bank; heights are those of the plane about its origin.
fn valley() -> Region {
    let mut region = Region { frame: LocalFrame::new(GeoPoint::new(63.6, 53.2)), ..Region::default() };
    let (cell_lon, cell_lat, count) = (0.001, 0.0006, 120);
    let (west, north) = (63.6 - 60.0 * cell_lon, 53.2 + 60.0 * cell_lat);
    let height = |index: usize| {
        let (lon, lat) = (west + ((index % count) as f64 + 0.5) * cell_lon, north - ((index / count) as f64 + 0.5) * cell_lat);
        let [x, y] = region.frame.metres_from_geo(GeoPoint::new(lon, lat));
        (130.0 + 0.008 * x.abs() - 0.0005 * y) as f32
    };
    let raster = Raster { west, north, cell_lon, cell_lat, columns: count, heights: (0..count * count).map(height).collect() };
    region.terrain = Terrain::new(vec![raster]);
    let at = |places: &[(f64, f64)]| -> Vec<Position> { places.iter().map(|(x, y)| Position::from_metres(*x, *y)).collect() };
    let river = Water { kind: WaterKind::River, width: Sourced::observed(Decimetres::from_metres(60.0)), ..Water::default() };
    // Mapped against its stream.
    region.water.push(river, ShapeKind::Line, [&at(&[(0.0, 3_500.0), (0.0, 900.0), (0.0, -3_500.0)])[..]]);
    let town = Place { kind: PlaceKind::Town, population: Sourced::observed(Some(500)), ..Place::default() };
    region.places.push(town, ShapeKind::Point, [&at(&[(300.0, 0.0)])[..]]);
    for x in [-220.0, 220.0] {
        let house = at(&[(x - 5.0, -5.0), (x + 5.0, -5.0), (x + 5.0, 5.0), (x - 5.0, 5.0)]);
        region.buildings.push(Building::default(), ShapeKind::Area, [&house[..]]);
    }
    region
}

fn assumptions() -> Assumptions {
    let set = [("flood-reach", 4.0), ("flood-cell", 40.0), ("flood-peak", 700.0), ("flood-rise", 1.0), ("flood-held", 3.0)];
    Assumptions(set.map(|(id, value)| (id.to_owned(), value)).into_iter().collect())
}

#[test]
fn a_levee_keeps_one_bank_dry_and_nothing_is_run_twice() {
    let region = valley();
    let (survey, assumptions) = (Survey::new(&region), assumptions());
    let first = Shared::new(&region, &survey, &assumptions);
    let flooded = |region: &Region, shared: &Shared| {
        let outcome = (SIMULATION.run)(&Setting { region, survey: &survey, assumptions: &assumptions, shared });
        assert!(outcome.notes.is_empty(), "{:?}", outcome.notes);
        let depths = &outcome.fields.iter().find(|field| field.id == "flood-depth").unwrap().values;
        let area = outcome.values.iter().find(|(id, _)| *id == "flood-area").unwrap().1.unwrap();
        (depths.iter().map(|(house, _)| *house).collect::<Vec<u32>>(), area)
    };
    let (houses, area) = flooded(&region, &first);
    assert_eq!(houses, [0, 1], "both banks are flooded");
    assert!((1.0..4.0).contains(&area), "{area}");
    let mut walled = region.clone();
    let crest = [(120.0, -3_000.0), (120.0, 3_000.0)].map(|(x, y)| Position::from_metres(x, y));
    let levee = Levee { height: Sourced::modelled(Decimetres::from_metres(8.0)), ..Levee::default() };
    walled.levees.push(levee, ShapeKind::Line, [&crest[..]]);
    let second = first.changed(&walled, &survey, &assumptions, &Change::between(&region, &walled));
    assert_eq!(flooded(&walled, &second).0, [0], "the eastern bank lies behind the levee");
    // A house more is no other water: it is the same run that it is asked of.
    let assumed = Assumed::of(&assumptions);
    let before = first.flood(&region, &assumed).unwrap();
    let mut built = region.clone();
    let corner = [(0.0, 0.0), (9.0, 0.0), (9.0, 9.0)].map(|(x, y)| Position::from_metres(x - 150.0, y));
    let proposed = Building { id: FeatureId::new(IdKind::Proposal, 1), ..Building::default() };
    built.buildings.push(proposed, ShapeKind::Area, [&corner[..]]);
    let third = first.changed(&built, &survey, &assumptions, &Change::between(&region, &built));
    assert!(Arc::ptr_eq(&before, &Inundation::of(&built, &assumed, &third.memory.floods, &Wanted::default()).unwrap()));
    assert_eq!(flooded(&built, &third).0, [0, 1, 2]);
    assert!(before.flood.snapshots.len() >= 5 && before.flood.balance.is_closed());
}

/// What the model says of the valley, under assumptions of which some are set.
fn told(region: &Region, set: &[(&str, f64)]) -> aimaq::twin::simulate::outcome::Outcome {
    let mut assumptions = assumptions();
    assumptions.0.extend(set.iter().map(|(id, value)| ((*id).to_owned(), *value)));
    let survey = Survey::new(region);
    let shared = Shared::new(region, &survey, &assumptions);
    (SIMULATION.run)(&Setting { region, survey: &survey, assumptions: &assumptions, shared: &shared })
}

fn metric(outcome: &aimaq::twin::simulate::outcome::Outcome, id: &str) -> f64 {
    outcome.values.iter().find(|(metric, _)| *metric == id).unwrap().1.unwrap()
}

fn houses(outcome: &aimaq::twin::simulate::outcome::Outcome) -> Vec<u32> {
    outcome.fields.iter().find(|field| field.id == "flood-depth").unwrap().values.iter().map(|(house, _)| *house).collect()
}

#[test]
fn a_levee_that_breaks_floods_what_lies_behind_it() {
    let with = |breach: f64| {
        let mut walled = valley();
        let crest = [(120.0, -3_000.0), (120.0, 3_000.0)].map(|(x, y)| Position::from_metres(x, y));
        let (height, breach) = (Sourced::modelled(Decimetres::from_metres(8.0)), Decimetres::from_metres(breach));
        walled.levees.push(Levee { height, breach, ..Levee::default() }, ShapeKind::Line, [&crest[..]]);
        houses(&told(&walled, &[]))
    };
    assert_eq!((with(0.0), with(80.0)), (vec![0], vec![0, 1]));
}

#[test]
fn a_bridge_is_cut_off_by_water_on_its_approach() {
    let with = |pieces: &[[f64; 2]]| {
        let mut bridged = valley();
        for [from, to] in pieces {
            let line = [*from, *to].map(|x| Position::from_metres(x, 50.0));
            let street = Street { class: StreetClass::Primary, bridge: true, ..Street::default() };
            bridged.streets.push(street, ShapeKind::Line, [&line[..]]);
        }
        metric(&told(&bridged, &[]), "flood-bridges")
    };
    // Houses 220 m from the river stand in water; the plain rises by eight metres in a thousand.
    assert_eq!(with(&[[-100.0, 100.0]]), 1.0, "both approaches lie in the water");
    assert_eq!(with(&[[-1_800.0, 0.0], [0.0, 1_800.0]]), 0.0, "one bridge of two pieces, from dry ground to dry ground");
    assert_eq!(with(&[[-1_800.0, 0.0], [0.0, 100.0]]), 1.0);
}

#[test]
fn basins_are_as_deep_as_they_are_dug_and_houses_slow_the_water() {
    let mut region = valley();
    let square = |x: f64, half: f64| [(x - half, -half), (x + half, -half), (x + half, half), (x - half, half)];
    let ring = |x: f64, half: f64| square(x, half).map(|(x, y)| Position::from_metres(x, y));
    for (x, depth) in [(-900.0, 0.0), (900.0, 4.5)] {
        let basin = Water { kind: WaterKind::Basin, depth: Decimetres::from_metres(depth), ..Water::default() };
        region.water.push(basin, ShapeKind::Area, [&ring(x, 100.0)[..]]);
    }
    let assumed = Assumed::of(&assumptions());
    let place = Site::of(&region, &assumed).unwrap();
    let valley = Valley::at(&region, &assumed, &place, &Wanted::default()).unwrap();
    let dug = |x: f64| valley.dug[valley.cells.index([x, 0.0]).unwrap()];
    assert_eq!((dug(-900.0), dug(900.0)), (assumed.basin as f32, 4.5));
    // A house of 20 m on a cell of 40 m takes a quarter of the ground, and half of the width.
    let cells = Cells { origin: [0.0, -20.0], columns: 2, rows: 1, side: 40.0 };
    let mut town = Region::default();
    assert_eq!(roughness(&town, &cells, 0.04), Roughness::Uniform(0.04));
    town.buildings.push(Building::default(), ShapeKind::Area, [&ring(20.0, 10.0)[..]]);
    let Roughness::Cells(n) = roughness(&town, &cells, 0.04) else { panic!("uniform") };
    assert!((n[0] - 0.08).abs() < 1e-6 && (n[1] - 0.04).abs() < 1e-6, "{n:?}");
}

#[test]
fn melting_snow_and_rain_flood_what_the_river_does_not() {
    // Two centimetres count: of melt water there are 30 mm in four hours, of rain 180.
    let area = |set: &[(&str, f64)]| metric(&told(&valley(), &[&[("flood-peak", 1.0), ("flood-hit", 0.02)], set].concat()), "flood-area");
    let snow = area(&[("flood-snow", 300.0), ("flood-warm", 30.0), ("flood-degree-day", 10.0)]);
    let (none, rain) = (area(&[]), area(&[("flood-rain", 100.0)]));
    assert!(none < 0.1 && snow > none && rain > snow, "{none} {snow} {rain}");
}

#[test]
fn a_run_that_would_take_too_long_or_that_nobody_waits_for_is_not_made() {
    let codes = |set: &[(&str, f64)]| told(&valley(), set).notes.iter().map(|note| note.code).collect::<Vec<&str>>();
    assert_eq!(codes(&[("flood-reach", 60.0), ("flood-cell", 5.0)]), ["flood-too-large"]);
    assert_eq!(codes(&[("flood-reach", 60.0), ("flood-cell", 35.0), ("flood-held", 240.0)]), ["flood-too-long"]);
    let (region, assumptions) = (valley(), assumptions());
    let (survey, assumed) = (Survey::new(&region), Assumed::of(&assumptions));
    let mut shared = Shared::new(&region, &survey, &assumptions);
    shared.wanted.give_up();
    assert_eq!(shared.flood(&region, &assumed).unwrap_err().code, "flood-cancelled");
    // Whoever asks afterwards is not told that it was broken off.
    shared.wanted = Wanted::default();
    assert!(shared.flood(&region, &assumed).is_ok());
}

#[test]
fn a_region_without_heights_or_river_has_no_flood_and_no_complaint() {
    let mut dry = valley();
    dry.water = Region::default().water;
    for region in [Region::default(), dry] {
        let (survey, assumptions) = (Survey::new(&region), Assumptions::default());
        let shared = Shared::new(&region, &survey, &assumptions);
        let outcome =
            (simulation("flood").unwrap().run)(&Setting { region: &region, survey: &survey, assumptions: &assumptions, shared: &shared });
        assert!(outcome.notes.is_empty() && outcome.values.iter().all(|(_, value)| value.is_none()), "{outcome:?}");
    }
}
