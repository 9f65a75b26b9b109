//! A river's valley as a case: ground with the river's bed and basins, levees, water that comes in above and leaves below.

use super::assumed::Assumed;
use super::barrier::Barrier;
use super::boundary::{Edge, EdgeKind, Side};
use super::case::Case;
use super::course::Course;
use super::cover::Cells;
use super::grid::{Grid, Roughness, Start};
use super::source::{Hydrograph, Source};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::plane::{Bounds, Position};
use crate::twin::model::region::Region;
use crate::twin::model::water::WaterKind;
use rayon::prelude::*;

/// Discharge before the river rises, as a share of that at the peak.
const BASE: f64 = 0.1;
/// How far from where it enters the river is fed [m].
const INLET: f64 = 800.0;
/// Bounds of the slope of friction at the lower end.
const SLOPES: [f64; 2] = [5e-5, 0.02];
/// Coefficient of the weir that an earth wall is [m^½/s]: broad, rounded, grown over.
const LEVEE: f64 = 1.5;
/// Width of a course whose width nobody knows [m].
const WIDTH: f64 = 20.0;
/// The most cells that are looked at.
const MOST: f64 = 4e6;

/// A valley, ready to be flooded.
#[derive(Clone, Debug)]
pub struct Valley {
    /// Its cells.
    pub cells: Cells,
    /// By how much each cell lies lower than the map's ground: water up to there is the river's own [m].
    pub dug: Vec<f32>,
    /// What is run.
    pub case: Case,
}

impl Valley {
    /// The valley of the river at the region's greatest settlement by a river.
    ///
    /// # Errors
    /// `flood-no-elevation` without terrain; `flood-no-river`; `flood-too-large`.
    pub fn of(region: &Region, assumed: &Assumed) -> Result<Self, Diagnostic> {
        if !region.terrain.is_known() {
            return Err(Diagnostic::note("flood-no-elevation"));
        }
        let course = Course::find(region, assumed.reach).ok_or_else(|| Diagnostic::note("flood-no-river"))?;
        let count = (assumed.reach / assumed.cell).ceil().max(1.0);
        if count * count > MOST {
            let side = (assumed.reach / MOST.sqrt()).ceil();
            return Err(Diagnostic::warning("flood-too-large")
                .with("cells", count * count)
                .with("gigabytes", (count * count * 4e-8).ceil())
                .with("metres", side));
        }
        let cells = Cells { origin: course.square.min, columns: count as usize, rows: count as usize, side: assumed.cell };
        let ground = ground(region, &cells);
        let [river, basins] = shares(region, &cells);
        let dug: Vec<f32> =
            river.iter().zip(&basins).map(|(river, basin)| (river * assumed.bed as f32).max(basin * assumed.basin as f32)).collect();
        let elevation: Vec<f32> = ground.iter().zip(&dug).map(|(ground, dug)| ground - dug).collect();
        // The river stands where the map has it; basins are empty.
        let start = Start::Depth(river.iter().map(|river| river * assumed.bed as f32).collect());
        let grid = Grid {
            columns: cells.columns,
            rows: cells.rows,
            cell: cells.side,
            elevation,
            roughness: Roughness::Uniform(assumed.manning as f32),
            start,
        };
        let case = Case {
            sources: vec![inflow(&course, &cells, assumed)],
            edges: outflow(&course, &cells),
            barriers: levees(region, &course, &cells),
            grid,
        };
        Ok(Self { cells, dug, case })
    }
}

/// Heights of the map's ground, cell by cell [m]: the mean of each cell's four quarters; not a number where one is not known.
pub fn ground(region: &Region, cells: &Cells) -> Vec<f32> {
    let height = |index: usize| {
        let [east, north] = cells.middle(index);
        let quarter = cells.side / 4.0;
        let quarters = [(-quarter, -quarter), (quarter, -quarter), (-quarter, quarter), (quarter, quarter)];
        let known =
            quarters.map(|(x, y)| region.terrain.known_height(region.frame.geo_from_metres([east + x, north + y])).unwrap_or(f64::NAN));
        (known.iter().sum::<f64>() / 4.0) as f32
    };
    (0..cells.columns * cells.rows).into_par_iter().map(height).collect()
}

/// The shares of each cell that are a river's and a basin's.
fn shares(region: &Region, cells: &Cells) -> [Vec<f32>; 2] {
    let none = || vec![0.0_f32; cells.columns * cells.rows];
    let (mut river, mut basin, mut course) = (none(), none(), none());
    let square = square(cells);
    for (water, shape) in region.water.iter().filter(|(_, shape)| shape.bounds().intersects(&square)) {
        match (water.kind, shape.kind) {
            (WaterKind::River | WaterKind::Reservoir, ShapeKind::Area) => cells.cover(shape, &mut river),
            (WaterKind::River, ShapeKind::Line) if !water.covered => {
                let width = water.width.value.metres();
                shape.parts().for_each(|line| cells.along(line, if width > 0.0 { width } else { WIDTH }, &mut course));
            }
            (WaterKind::Basin, ShapeKind::Area) => cells.cover(shape, &mut basin),
            _ => {}
        }
    }
    // Where a river has an area, too, its line says nothing more, but that it is not broken off.
    let river = river.iter().zip(&course).map(|(area, line)| area.max(*line).min(1.0)).collect();
    [river, basin.into_iter().map(|share| share.min(1.0)).collect()]
}

fn square(cells: &Cells) -> Bounds {
    let size = [cells.columns as f64 * cells.side, cells.rows as f64 * cells.side];
    Bounds { min: cells.origin, max: [cells.origin[0] + size[0], cells.origin[1] + size[1]] }
}

/// The river where it enters.
fn inflow(course: &Course, cells: &Cells, assumed: &Assumed) -> Source {
    let mut fed: Vec<(usize, usize)> = Vec::new();
    let (mut far, mut last) = (0.0, None::<[f64; 2]>);
    for point in &course.line {
        let from = last.unwrap_or(*point);
        let way = (point[0] - from[0]).hypot(point[1] - from[1]);
        let steps = (way / cells.side * 2.0).ceil().clamp(1.0, 1e4) as usize;
        for step in 0..=steps {
            let part = step as f64 / steps as f64;
            if far + way * part > INLET && !fed.is_empty() {
                break;
            }
            let at = [0, 1].map(|axis| from[axis] + (point[axis] - from[axis]) * part);
            fed.extend(cells.of(at).filter(|cell| !fed.contains(cell)));
        }
        (far, last) = (far + way, Some(*point));
        if far > INLET {
            break;
        }
    }
    let points = [(0.0, BASE * assumed.peak), (assumed.rise, assumed.peak), (assumed.rise + assumed.held, assumed.peak)];
    Source::Inflow { cells: fed, discharge: Hydrograph::new(points) }
}

/// The edge where the river leaves, as far as it is nearer to there than to where the river enters. All else is closed.
fn outflow(course: &Course, cells: &Cells) -> Vec<Edge> {
    let (Some(inlet), Some(outlet)) = (course.line.first(), course.line.last()) else { return Vec::new() };
    let bounds = square(cells);
    let sides = [
        (Side::West, outlet[0] - bounds.min[0]),
        (Side::East, bounds.max[0] - outlet[0]),
        (Side::South, outlet[1] - bounds.min[1]),
        (Side::North, bounds.max[1] - outlet[1]),
    ];
    let Some((side, _)) = sides.into_iter().min_by(|a, b| a.1.total_cmp(&b.1)) else { return Vec::new() };
    let place = |number: usize| {
        let along = (number as f64 + 0.5) * cells.side;
        match side {
            Side::West => [bounds.min[0], bounds.min[1] + along],
            Side::East => [bounds.max[0], bounds.min[1] + along],
            Side::South => [bounds.min[0] + along, bounds.min[1]],
            Side::North => [bounds.min[0] + along, bounds.max[1]],
        }
    };
    let far = |at: [f64; 2], end: &[f64; 2]| (at[0] - end[0]).hypot(at[1] - end[1]);
    let count = if matches!(side, Side::West | Side::East) { cells.rows } else { cells.columns };
    let open = |number: &usize| far(place(*number), outlet) < far(place(*number), inlet);
    let (first, last) = ((0..count).find(open), (0..count).rev().find(open));
    let kind = EdgeKind::Normal(course.slope.clamp(SLOPES[0], SLOPES[1]));
    first.zip(last).map(|(first, last)| Edge { side, cells: first..last + 1, kind }).into_iter().collect()
}

/// The levees in the square: their crests as high above the ground as they are, everywhere along the line.
fn levees(region: &Region, course: &Course, cells: &Cells) -> Vec<Barrier> {
    let within = region.levees.iter().filter(|(_, shape)| shape.bounds().intersects(&course.square));
    let levee = |line: &[Position], height: f64| {
        let mut barrier = Barrier { coefficient: LEVEE, ..Barrier::default() };
        let mut add = |at: [f64; 2]| {
            let ground = region.terrain.height(region.frame.geo_from_metres(at));
            barrier.line.push([at[0] - cells.origin[0], at[1] - cells.origin[1]]);
            barrier.crest.push(ground + height);
        };
        for pair in line.windows(2) {
            let steps = (pair[0].distance(pair[1]) / cells.side).ceil().clamp(1.0, 1e5) as usize;
            for step in 0..steps {
                let part = step as f64 / steps as f64;
                let (a, b) = (pair[0].metres(), pair[1].metres());
                add([0, 1].map(|axis| a[axis] + (b[axis] - a[axis]) * part));
            }
        }
        if let Some(last) = line.last() {
            add(last.metres());
        }
        barrier
    };
    within.flat_map(|(feature, shape)| shape.parts().map(move |line| levee(line, feature.height.value.metres()))).collect()
}
