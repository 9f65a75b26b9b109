//! How rough each cell is: the ground as it is assumed, and houses that leave the water but a part of the width.

use super::grid::Roughness;
use crate::twin::model::id::IdKind;
use crate::twin::model::layer::Shape;
use crate::twin::model::region::Region;
use crate::twin::simulate::cells::Cells;

/// The greatest share of a cell that counts as built: yards and gates let water through where houses stand wall to wall.
const MOST: f32 = 0.5;

/// Manning's n of cells between houses. What stands in the water takes its width away: of square houses that cover the share λ of the
/// ground, √λ of every line across the flow. What is left carries the whole discharge, so that n grows to n/(1 − √λ) at the same depth
/// (porosity of the conveyance: Guinot and Soares-Frazão 2006; Sanders, Schubert and Gallegos 2008). Houses take no volume: water gets in.
/// Those of proposals are left out: a house more is no other water, so that scenarios differ by their levees and basins alone.
pub fn roughness(region: &Region, cells: &Cells, ground: f64) -> Roughness {
    let mut built = vec![0.0_f32; cells.count()];
    let standing = region.buildings.iter().filter(|(building, _)| building.id.kind() != IdKind::Proposal);
    let on_the_ground = standing.filter(|(building, _)| building.min_height.metres() == 0.0);
    on_the_ground.for_each(|(_, shape)| spread(cells, shape, &mut built));
    if built.iter().all(|share| *share == 0.0) {
        return Roughness::Uniform(ground as f32);
    }
    Roughness::Cells(built.into_iter().map(|share| ground as f32 / (1.0 - share.min(MOST).sqrt())).collect())
}

/// Adds the share of each cell that a house takes: its area spread over the box around it.
fn spread(cells: &Cells, shape: Shape, shares: &mut [f32]) {
    let bounds = shape.bounds();
    // In cells from the corner.
    let ends = |axis: usize, count: usize| {
        let place = |at: f64| ((at - cells.origin[axis]) / cells.side).clamp(0.0, count as f64);
        (place(bounds.min[axis]), place(bounds.max[axis]))
    };
    let ((west, east), (south, north)) = (ends(0, cells.columns), ends(1, cells.rows));
    let [width, length] = bounds.size();
    if bounds.is_empty() || width * length <= 0.0 || west >= east || south >= north {
        return;
    }
    let density = (shape.area() / (width * length)).clamp(0.0, 1.0);
    let overlap = |number: usize, from: f64, to: f64| (to.min(number as f64 + 1.0) - from.max(number as f64)).max(0.0);
    for row in south as usize..north.ceil() as usize {
        for column in west as usize..east.ceil() as usize {
            let share = density * overlap(column, west, east) * overlap(row, south, north);
            if let Some(known) = shares.get_mut(row * cells.columns + column) {
                *known += share as f32;
            }
        }
    }
}
