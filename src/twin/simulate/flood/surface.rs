//! The surface of the water at one moment, as triangles that the ground itself cuts at the shore.

/// Water that is shallower is not seen [m].
pub const SEEN: f32 = 0.05;
/// How far below dry ground the surface ends there [m].
pub const SUNK: f32 = 0.1;

/// A surface over square cells: its vertices are middles of cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WaterSurface {
    /// Vertices in the cells' order.
    pub vertices: Vec<WaterVertex>,
    /// Numbers of three vertices each, counter-clockwise seen from above.
    pub triangles: Vec<[u32; 3]>,
}

/// The surface in the middle of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaterVertex {
    /// Number of the cell, row by row from the south-west.
    pub cell: usize,
    /// Height above sea level [m].
    pub level: f32,
    /// Depth of the water [m]; none beyond the shore.
    pub depth: f32,
}

impl WaterSurface {
    /// Of so many columns, of the ground's heights and the water's depths above it [m], row by row from the south-west. Cells whose height
    /// is not a number hold no water.
    ///
    /// Beyond the shore the surface goes on for one cell, as high as the lowest water beside it but always below the ground: so it neither
    /// floats over dry ground, as behind a levee, nor ends before the ground has cut it. Along the grid's edge it ends in the middle of the
    /// last cells. Where there is no grid of the size, there is no surface.
    pub fn new(columns: usize, ground: &[f32], depth: &[f32]) -> Self {
        if columns == 0 || ground.len() != depth.len() || !ground.len().is_multiple_of(columns) {
            return Self::default();
        }
        let rows = ground.len() / columns;
        let levels: Vec<f32> = ground.iter().zip(depth).map(|(ground, depth)| wet(*ground, *depth)).collect();
        let mut surface = Self::default();
        let mut names = vec![u32::MAX; levels.len()];
        for (cell, level) in levels.iter().enumerate() {
            let (level, depth) =
                if level.is_finite() { (*level, depth[cell]) } else { (shore(&levels, ground[cell], columns, rows, cell), 0.0) };
            if level.is_finite() {
                names[cell] = surface.vertices.len() as u32;
                surface.vertices.push(WaterVertex { cell, level, depth });
            }
        }
        surface.cover(&levels, &names, columns, rows);
        surface
    }

    /// Two triangles between the middles of any four cells of which one is under water.
    fn cover(&mut self, levels: &[f32], names: &[u32], columns: usize, rows: usize) {
        for (row, column) in (1..rows).flat_map(|row| (1..columns).map(move |column| (row, column))) {
            let north_east = row * columns + column;
            let corners = [north_east - columns - 1, north_east - columns, north_east, north_east - 1];
            if corners.iter().any(|corner| levels[*corner].is_finite()) && corners.iter().all(|corner| names[*corner] != u32::MAX) {
                let [a, b, c, d] = corners.map(|corner| names[corner]);
                self.triangles.extend([[a, b, c], [a, c, d]]);
            }
        }
    }
}

/// The level of water that is seen; else not a number.
fn wet(ground: f32, depth: f32) -> f32 {
    if ground.is_finite() && depth.is_finite() && depth >= SEEN { ground + depth } else { f32::NAN }
}

/// How high the surface ends in a dry cell: not a number where no water is beside it.
fn shore(levels: &[f32], ground: f32, columns: usize, rows: usize, cell: usize) -> f32 {
    let (column, row) = (cell % columns, cell / columns);
    let across = column.saturating_sub(1)..(column + 2).min(columns);
    let along = row.saturating_sub(1)..(row + 2).min(rows);
    let beside = along.flat_map(|row| across.clone().map(move |column| levels[row * columns + column]));
    // The lesser of a number and none is the number.
    let lowest = beside.fold(f32::NAN, f32::min);
    if lowest.is_nan() { lowest } else { lowest.min(ground - SUNK) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIDE: usize = 12;

    /// A bowl that falls to the middle by 0.3 m a cell, with a lake at a level.
    fn lake(level: f32) -> (Vec<f32>, Vec<f32>) {
        let ring = |at: usize| (at % SIDE).abs_diff(6).max((at / SIDE).abs_diff(6)) as f32;
        let ground: Vec<f32> = (0..SIDE * SIDE).map(|at| 100.0 + 0.3 * ring(at)).collect();
        let depth = ground.iter().map(|ground| (level - ground).max(0.0)).collect();
        (ground, depth)
    }

    #[test]
    fn a_lake_is_level_and_its_shore_lies_in_the_ground() {
        // Rings 0 to 3 are under water, 10 cm at the shore; ring 4 is the first dry one.
        let (ground, depth) = lake(101.0);
        let surface = WaterSurface::new(SIDE, &ground, &depth);
        let (wet, dry): (Vec<WaterVertex>, _) = surface.vertices.iter().partition(|vertex| vertex.depth > 0.0);
        assert_eq!((wet.len(), dry.len(), surface.triangles.len()), (7 * 7, 9 * 9 - 7 * 7, 2 * 8 * 8));
        assert!(wet.iter().chain(&dry).all(|vertex| (vertex.level - 101.0).abs() < 1e-4), "101 m lies 20 cm below the first dry ground");
        let volume: f32 = wet.iter().map(|vertex| vertex.level - ground[vertex.cell]).sum();
        // Rings of 1, 8, 16 and 24 cells, 1.0, 0.7, 0.4 and 0.1 m deep.
        assert!((volume - 15.4).abs() < 1e-2, "{volume}");
        let place = |vertex: u32| {
            let cell = surface.vertices[vertex as usize].cell;
            [(cell % SIDE) as i32, (cell / SIDE) as i32]
        };
        for [a, b, c] in surface.triangles.iter().map(|corners| corners.map(place)) {
            assert_eq!((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]), 1, "counter-clockwise, half a cell");
        }
    }

    #[test]
    fn water_neither_floats_over_lower_dry_ground_nor_shows_as_a_film() {
        // Two metres in the west, held by a wall of one column; dry ground beyond, with a film of 4 cm.
        let row = |values: [f32; 5]| [values; 3].concat();
        let ground = row([100.0, 101.5, 100.0, 100.0, f32::NAN]);
        let surface = WaterSurface::new(5, &ground, &row([2.0, 0.5, 0.04, 0.0, 9.0]));
        let levels: Vec<f32> = surface.vertices.iter().take(3).map(|vertex| vertex.level).collect();
        assert_eq!(levels, [102.0, 102.0, 100.0 - SUNK], "the dry side ends in the ground");
        assert_eq!((surface.vertices.len(), surface.triangles.len()), (9, 8), "no film, and nothing where no ground is known");
        assert_eq!(WaterSurface::new(5, &ground, &[1.0]), WaterSurface::default());
    }
}
