//! A river's valley as a case: ground with the river's bed and basins, levees, water that comes in above and leaves below.

use super::assumed::Assumed;
use super::boundary::{Edge, EdgeKind, Side};
use super::case::Case;
use super::course::Course;
use super::grid::{Grid, Start};
use super::levees::levees;
use super::roughness::roughness;
use super::source::{Hydrograph, SnowMelt, Source};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::region::Region;
use crate::twin::model::water::WaterKind;
use crate::twin::simulate::cells::Cells;
use crate::twin::simulate::wanted::Wanted;
use rayon::prelude::*;

/// Discharge before the river rises, as a share of that at the peak.
const BASE: f64 = 0.1;
/// How far from where it enters the river is fed [m].
const INLET: f64 = 800.0;
/// Bounds of the slope of friction at the lower end.
const SLOPES: [f64; 2] = [5e-5, 0.02];
/// Width of a course whose width nobody knows [m].
const WIDTH: f64 = 20.0;
/// Half of the time in which rain ceases [s].
const CEASE: f64 = 30.0;
/// The most cells that are looked at.
const MOST: f64 = 4e6;

/// A valley, ready to be flooded.
#[derive(Clone, Debug)]
pub struct Valley {
    /// Its cells.
    pub cells: Cells,
    /// The map's ground, cell by cell [m].
    pub ground: Vec<f32>,
    /// By how much each cell lies lower than the map's ground: water up to there is the river's own [m].
    pub dug: Vec<f32>,
    /// What is run.
    pub case: Case,
}

/// Where a valley lies, before any height of it is read.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its river.
    pub course: Course,
    /// Its cells.
    pub cells: Cells,
}

impl Place {
    /// The place of the valley of the river at the region's greatest settlement by a river.
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
        Ok(Self { course, cells })
    }
}

impl Valley {
    /// The valley at a place.
    ///
    /// # Errors
    /// `flood-cancelled` where nobody waits for it any more: of millions of cells the ground alone takes seconds.
    pub fn at(region: &Region, assumed: &Assumed, place: &Place, wanted: &Wanted) -> Result<Self, Diagnostic> {
        let Place { course, cells } = place;
        let cells = *cells;
        let ground = ground(region, &cells, wanted);
        if !wanted.is_wanted() {
            return Err(Diagnostic::note("flood-cancelled").with("hours", 0.0));
        }
        let [river, basins] = shares(region, &cells, assumed);
        let dug: Vec<f32> = river.iter().zip(&basins).map(|(river, basin)| (river * assumed.bed as f32).max(*basin)).collect();
        let elevation: Vec<f32> = ground.iter().zip(&dug).map(|(ground, dug)| ground - dug).collect();
        // The river stands where the map has it; basins are empty.
        let start = Start::Depth(river.iter().map(|river| river * assumed.bed as f32).collect());
        let grid = Grid {
            columns: cells.columns,
            rows: cells.rows,
            cell: cells.side,
            elevation,
            roughness: roughness(region, &cells, assumed.manning),
            start,
        };
        let sources = std::iter::once(inflow(course, &cells, assumed)).chain(from_above(assumed)).collect();
        let case = Case { sources, edges: outflow(course, &cells), barriers: levees(region, course, &cells, assumed), grid };
        Ok(Self { cells, ground, dug, case })
    }
}

/// Mean height of each cell's four quarters; not a number where one is not known, or nobody waits for it.
fn ground(region: &Region, cells: &Cells, wanted: &Wanted) -> Vec<f32> {
    let height = |index: usize| {
        if !wanted.is_wanted() {
            return f32::NAN;
        }
        let [east, north] = cells.middle(index);
        let quarter = cells.side / 4.0;
        let quarters = [(-quarter, -quarter), (quarter, -quarter), (-quarter, quarter), (quarter, quarter)];
        let known =
            quarters.map(|(x, y)| region.terrain.known_height(region.frame.geo_from_metres([east + x, north + y])).unwrap_or(f64::NAN));
        (known.iter().sum::<f64>() / 4.0) as f32
    };
    (0..cells.count()).into_par_iter().map(height).collect()
}

/// The share of each cell that is a river's, and how deep basins are dug into it, on average [m].
fn shares(region: &Region, cells: &Cells, assumed: &Assumed) -> [Vec<f32>; 2] {
    let none = || vec![0.0_f32; cells.count()];
    let (mut river, mut basin, mut course) = (none(), none(), none());
    let square = cells.bounds();
    for (water, shape) in region.water.iter().filter(|(_, shape)| shape.bounds().intersects(&square)) {
        match (water.kind, shape.kind) {
            (WaterKind::River | WaterKind::Reservoir, ShapeKind::Area) => cells.cover(shape, &mut river),
            (WaterKind::River, ShapeKind::Line) if !water.covered => {
                let width = water.width.value.metres();
                shape.parts().for_each(|line| cells.along(line, if width > 0.0 { width } else { WIDTH }, &mut course));
            }
            (WaterKind::Basin, ShapeKind::Area) => {
                let mut own = none();
                cells.cover(shape, &mut own);
                let depth = water.depth.metres();
                let depth = if depth > 0.0 { depth } else { assumed.basin } as f32;
                // Never deeper than a basin, wherever two of them share a cell.
                basin.iter_mut().zip(own).for_each(|(dug, share)| *dug = (*dug + share.min(1.0) * depth).min(dug.max(depth)));
            }
            _ => {}
        }
    }
    // Where a river has an area, too, its line says nothing more, but that it is not broken off.
    let river = river.iter().zip(&course).map(|(area, line)| area.max(*line).min(1.0)).collect();
    [river, basin]
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

/// What falls or melts on the square itself, as far as it runs off.
fn from_above(assumed: &Assumed) -> Vec<Source> {
    let Assumed { snow, rain, rains, runoff, .. } = *assumed;
    let rain =
        (rain > 0.0).then(|| Source::Rain(Hydrograph::new([(0.0, rain * runoff), (rains - CEASE, rain * runoff), (rains + CEASE, 0.0)])));
    let melt =
        SnowMelt { temperature: Hydrograph::constant(assumed.warm), store: snow, degree_day: assumed.degree_day, threshold: 0.0, runoff };
    rain.into_iter().chain((snow > 0.0).then_some(Source::Melt(melt))).collect()
}

/// The edge where the river leaves, as far as it is nearer to there than to where the river enters. All else is closed.
fn outflow(course: &Course, cells: &Cells) -> Vec<Edge> {
    let (Some(inlet), Some(outlet)) = (course.line.first(), course.line.last()) else { return Vec::new() };
    let bounds = cells.bounds();
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
