//! Voids in elevation: filled from their surroundings, coarse to fine, in time that grows with the number of samples only.

/// How often the grid is halved: voids up to about 2⁸ samples from the nearest known one are filled, what lies
/// farther is left unknown. A clipped country's outside stays outside; a lake or a gorge is closed.
const HALVINGS: usize = 8;
/// Sweeps that smooth what was filled.
const SWEEPS: usize = 8;

/// What became of the unknown samples.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Filled {
    /// Samples that are known now.
    pub filled: usize,
    /// Samples still unknown.
    pub left: usize,
}

/// Fills unknown (NaN) heights of a row-by-row grid.
///
/// Push–pull (Gortler et al., *The Lumigraph*, 1996): means of known samples on ever coarser grids, then bilinear
/// back to the finer ones; last, a few Gauss–Seidel sweeps of Laplace's equation over the filled samples.
pub(super) fn fill_voids(columns: usize, heights: &mut [f32]) -> Filled {
    let unknown: Vec<usize> = heights.iter().enumerate().filter(|(_, height)| height.is_nan()).map(|(index, _)| index).collect();
    if unknown.is_empty() || unknown.len() == heights.len() || columns == 0 {
        return Filled { filled: 0, left: unknown.len() };
    }
    let rows = heights.len() / columns;
    pull(columns, rows, heights, &unknown, HALVINGS);
    let filled: Vec<usize> = unknown.iter().copied().filter(|&index| !heights[index].is_nan()).collect();
    for _ in 0..SWEEPS {
        for &index in &filled {
            heights[index] = mean_of_neighbours(columns, rows, heights, index);
        }
    }
    Filled { filled: filled.len(), left: unknown.len() - filled.len() }
}

/// Fills the unknown samples from a grid of half the size, itself filled first.
fn pull(columns: usize, rows: usize, heights: &mut [f32], unknown: &[usize], halvings: usize) {
    if halvings == 0 || unknown.is_empty() || (columns == 1 && rows == 1) {
        return;
    }
    let (half_columns, half_rows) = (columns.div_ceil(2), rows.div_ceil(2));
    let mut half = halve(columns, rows, heights);
    let half_unknown: Vec<usize> = (0..half.len()).filter(|&index| half[index].is_nan()).collect();
    pull(half_columns, half_rows, &mut half, &half_unknown, halvings - 1);
    for &index in unknown {
        heights[index] = weighted(half_columns, half_rows, &half, index % columns, index / columns);
    }
}

/// The mean of the known among each two by two samples.
fn halve(columns: usize, rows: usize, heights: &[f32]) -> Vec<f32> {
    let (half_columns, half_rows) = (columns.div_ceil(2), rows.div_ceil(2));
    let mut half = Vec::with_capacity(half_columns * half_rows);
    for row in 0..half_rows {
        for column in 0..half_columns {
            let (mut sum, mut known) = (0.0, 0.0);
            for r in 2 * row..(2 * row + 2).min(rows) {
                for &height in &heights[r * columns + 2 * column..r * columns + (2 * column + 2).min(columns)] {
                    if !height.is_nan() {
                        sum += f64::from(height);
                        known += 1.0;
                    }
                }
            }
            half.push((sum / known) as f32);
        }
    }
    half
}

/// The value of the coarse grid at a fine sample: bilinear over those of its four neighbours that are known.
fn weighted(half_columns: usize, half_rows: usize, half: &[f32], column: usize, row: usize) -> f32 {
    // A fine sample stands a quarter of a coarse cell off the centre of its own cell, towards one neighbour.
    let towards = |index: usize, count: usize| {
        let near = index / 2;
        let far = if index.is_multiple_of(2) { near.checked_sub(1) } else { Some(near + 1).filter(|&far| far < count) };
        [(Some(near), 0.75), (far, 0.25)]
    };
    let (mut sum, mut weights) = (0.0, 0.0);
    for (r, row_weight) in towards(row, half_rows) {
        for (c, column_weight) in towards(column, half_columns) {
            let height = r.zip(c).map_or(f32::NAN, |(r, c)| half[r * half_columns + c]);
            if !height.is_nan() {
                sum += row_weight * column_weight * f64::from(height);
                weights += row_weight * column_weight;
            }
        }
    }
    (sum / weights) as f32
}

/// The mean of the known neighbours above, below, left and right; the sample itself if none is known.
fn mean_of_neighbours(columns: usize, rows: usize, heights: &[f32], index: usize) -> f32 {
    let (column, row) = (index % columns, index / columns);
    let neighbours = [
        (column > 0).then(|| index - 1),
        (column + 1 < columns).then(|| index + 1),
        (row > 0).then(|| index - columns),
        (row + 1 < rows).then(|| index + columns),
    ];
    let (mut sum, mut known) = (0.0, 0.0);
    for height in neighbours.into_iter().flatten().map(|neighbour| heights[neighbour]).filter(|height| !height.is_nan()) {
        sum += f64::from(height);
        known += 1.0;
    }
    if known == 0.0 { heights[index] } else { (sum / known) as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_in_a_plane_is_closed_near_the_plane() {
        let (columns, rows) = (64, 48);
        let plane = |index: usize| (index % columns) as f32 * 2.0 + (index / columns) as f32 * 3.0;
        let hole = |index: usize| (20..30).contains(&(index % columns)) && (15..27).contains(&(index / columns));
        let mut heights: Vec<f32> = (0..columns * rows).map(|index| if hole(index) { f32::NAN } else { plane(index) }).collect();
        assert_eq!(fill_voids(columns, &mut heights), Filled { filled: 120, left: 0 });
        for (index, height) in heights.iter().enumerate() {
            let error = (height - plane(index)).abs();
            assert!(error <= if hole(index) { 2.5 } else { 0.0 }, "{index}: {error}");
        }
    }

    #[test]
    fn what_is_far_from_everything_stays_unknown() {
        let mut heights = vec![f32::NAN; 3000];
        heights[0] = 5.0;
        let filled = fill_voids(3000, &mut heights);
        assert!(filled.filled >= 255 && filled.left > 2000, "{filled:?}");
        assert_eq!(heights[200], 5.0);
        assert!(heights[2999].is_nan());
        assert_eq!(fill_voids(2, &mut [f32::NAN; 4]), Filled { filled: 0, left: 4 });
        assert_eq!(fill_voids(2, &mut [1.0; 4]), Filled::default());
    }
}
