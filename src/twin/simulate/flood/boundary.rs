//! What happens at the edges of a grid: nothing, water that leaves as it runs, a level that is kept, a discharge that comes in.

use super::basin::Basin;
use super::scale::WALL;
use super::source::Hydrograph;
use crate::twin::diagnostic::Diagnostic;

/// A side of a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Column 0.
    West,
    /// The last column.
    East,
    /// Row 0.
    South,
    /// The last row.
    North,
}

/// What happens at a part of an edge. Elsewhere edges are closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// The side.
    pub side: Side,
    /// Cells along the side, from west or south, to before the last.
    pub cells: std::ops::Range<usize>,
    /// What happens there.
    pub kind: EdgeKind,
}

/// What happens at an edge.
#[derive(Clone, Debug, PartialEq)]
pub enum EdgeKind {
    /// Water leaves at normal depth, with this slope of friction.
    Normal(f64),
    /// Water stands at this level there [m].
    Stage(Hydrograph),
    /// So much comes in, shared out evenly [m³/s].
    Discharge(Hydrograph),
}

/// A cell of the rim behind an edge, at work.
#[derive(Clone, Debug)]
pub struct Outlet {
    /// The face between the two.
    pub face: usize,
    /// Whether the face looks west or south.
    pub is_x: bool,
    /// The cell inside.
    pub inside: usize,
    /// The cell of the rim.
    pub rim: usize,
    /// Positive flow leaves (1), or comes in (−1).
    pub sign: f32,
    /// Which edge it belongs to.
    pub edge: usize,
}

/// The outlets of edges that are open.
pub fn outlets(edges: &[Edge], basin: &mut Basin, notes: &mut Vec<Diagnostic>) -> Vec<Outlet> {
    let mut all = Vec::new();
    for (number, edge) in edges.iter().enumerate() {
        let found: Vec<Outlet> =
            edge.cells.clone().take(basin.columns.max(basin.rows)).filter_map(|cell| outlet(edge, number, cell, basin)).collect();
        if found.is_empty() {
            notes.push(Diagnostic::warning("flood-edge-outside").with("number", number + 1));
        }
        for outlet in &found {
            if !matches!(edge.kind, EdgeKind::Normal(_)) {
                let tile = basin.tiles.of(outlet.inside % basin.stride, outlet.inside / basin.stride);
                basin.tiles.fed[tile] = true;
            }
        }
        all.extend(found);
    }
    // A cell of the rim takes what one edge alone gives it.
    all.sort_by_key(|outlet| (outlet.is_x, outlet.face));
    all.dedup_by_key(|outlet| (outlet.is_x, outlet.face));
    all
}

fn outlet(edge: &Edge, number: usize, cell: usize, basin: &Basin) -> Option<Outlet> {
    let (stride, columns, rows) = (basin.stride, basin.columns, basin.rows);
    let (column, row, is_x, sign) = match edge.side {
        Side::West => (0, cell, true, -1.0),
        Side::East => (columns.checked_sub(1)?, cell, true, 1.0),
        Side::South => (cell, 0, false, -1.0),
        Side::North => (cell, rows.checked_sub(1)?, false, 1.0),
    };
    let inside = basin.place(column, row).filter(|place| basin.ground[*place] < WALL)?;
    let step = if is_x { 1 } else { stride };
    let (rim, face) = if sign > 0.0 { (inside + step, inside + step) } else { (inside - step, inside) };
    Some(Outlet { face, is_x, inside, rim, sign, edge: number })
}

/// Discharge at normal depth [m²/s]: Manning's law for wide flow. `friction` is gravity times Manning's n squared.
pub fn normal_flow(depth: f32, friction: f32, slope: f32) -> f32 {
    if depth <= super::DRY || slope <= 0.0 {
        return 0.0;
    }
    // Without roughness water falls over the edge at its critical depth.
    let critical = depth * (super::GRAVITY * depth).sqrt();
    if friction <= 0.0 {
        return critical;
    }
    depth.powf(5.0 / 3.0) * (super::GRAVITY * slope / friction).sqrt()
}

/// What an outlet does in a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asked {
    /// So much leaves [m²/s]; negative comes in.
    Flow(f32),
    /// Water stands at this level there, in units.
    Level(i32),
}

/// What outlets do from one time to another.
pub fn asked(edges: &[Edge], outlets: &[Outlet], basin: &Basin, from: f64, to: f64) -> Vec<Asked> {
    let metres = |edge: usize| outlets.iter().filter(|outlet| outlet.edge == edge).count() as f64 * basin.cell;
    let widths: Vec<f64> = (0..edges.len()).map(metres).collect();
    let ask = |outlet: &Outlet| match &edges[outlet.edge].kind {
        EdgeKind::Normal(slope) => {
            let slope = if slope.is_finite() { *slope as f32 } else { 0.0 };
            Asked::Flow(normal_flow(basin.metres(outlet.inside) as f32, basin.friction[outlet.inside], slope))
        }
        EdgeKind::Stage(level) => Asked::Level(basin.scale.level(level.at(to))),
        EdgeKind::Discharge(discharge) => {
            Asked::Flow((-discharge.sum(from, to).max(0.0) / (to - from).max(1e-9) / widths[outlet.edge]) as f32)
        }
    };
    outlets.iter().map(ask).collect()
}
