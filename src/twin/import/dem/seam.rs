//! Tiles that adjoin hold the same samples along their common edge: made the same, so that the ground has no crack.

use super::super::NamedBytes;
use super::grid::{CoordinateSystem, Grid};

/// Gives each tile the samples of its edges that only its neighbour knows.
pub(super) fn share_known(grids: &mut [(&NamedBytes, Grid)]) {
    for_each_pair(grids, |first, second| match (first.is_nan(), second.is_nan()) {
        (false, true) => *second = *first,
        (true, false) => *first = *second,
        _ => {}
    });
}

/// Makes the eastern tile follow the western one, and the southern the northern one, along their common edge.
pub(super) fn agree(grids: &mut [(&NamedBytes, Grid)]) {
    for_each_pair(grids, |first, second| {
        if !first.is_nan() {
            *second = *first;
        }
    });
}

/// Does something to each pair of samples that stand at one place: first along meridians, then along parallels.
fn for_each_pair(grids: &mut [(&NamedBytes, Grid)], mut work: impl FnMut(&mut f32, &mut f32)) {
    for (east, south) in [(1.0, 0.0), (0.0, 1.0)] {
        for first in 0..grids.len() {
            for second in 0..grids.len() {
                if adjoin(&grids[first].1, &grids[second].1, east, south)
                    && let Ok([(_, first), (_, second)]) = grids.get_disjoint_mut([first, second])
                {
                    let (columns, rows) = (first.columns, first.rows());
                    let count = if east > 0.0 { rows } else { columns };
                    for step in 0..count {
                        let (from, to) =
                            if east > 0.0 { (step * columns + columns - 1, step * columns) } else { ((rows - 1) * columns + step, step) };
                        work(&mut first.heights[from], &mut second.heights[to]);
                    }
                }
            }
        }
    }
}

/// Whether the second tile begins on the last samples of the first, one tile east or south of it.
fn adjoin(first: &Grid, second: &Grid, east: f64, south: f64) -> bool {
    let (a, b) = (first.placement, second.placement);
    let same_form = first.columns == second.columns && first.rows() == second.rows() && a.column == b.column && a.row == b.row;
    let expected = a.at(east * (first.columns as f64 - 1.0), south * (first.rows() as f64 - 1.0));
    let tolerance = 1e-6 * (a.column[0].abs() + a.row[1].abs());
    same_form
        && first.system == CoordinateSystem::Degrees
        && second.system == CoordinateSystem::Degrees
        && (0..2).all(|axis| (b.first[axis] - expected[axis]).abs() <= tolerance)
}
