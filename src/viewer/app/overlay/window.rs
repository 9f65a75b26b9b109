//! The window of ground for which a sheet is worked out: what is in view, in steps so coarse that small moves change nothing.

use crate::twin::model::plane::{Bounds, Position};
use crate::twin::simulate::cells::Cells;
use crate::viewer::app::viewpoint::Viewpoint;
use bevy::math::DVec2;

/// Cells along each side: few enough to be worked out within a second.
pub const CELLS: usize = 192;
/// How much of the side what is in view takes up at most: the rest is room to move.
const TAKEN: f64 = 0.75;
/// Windows lie so many to a side's length apart. Off their middle by half of that at most, what is in view still lies inside.
const STEPS: f64 = 4.0;
/// Ground farther from the place looked at than so many times its distance from the eye is seen at too low an angle to be told apart.
const FAR: f64 = 1.5;

/// The window of a viewpoint, for pictures of an aspect. Sides of cells are powers of two, from the finest to the coarsest [m]; where even these
/// do not take in all that is in view, the window lies about the place looked at.
pub fn window(viewpoint: &Viewpoint, aspect: f64, [finest, coarsest]: [f64; 2]) -> Cells {
    let seen = seen(viewpoint, aspect);
    let wide = seen.size().into_iter().fold(0.0, f64::max);
    let side = (wide / TAKEN / CELLS as f64).log2().ceil().exp2().clamp(finest, coarsest);
    let whole = side * CELLS as f64;
    let middle = if wide > TAKEN * whole { viewpoint.focus.to_array() } else { seen.centre() };
    let step = whole / STEPS;
    let origin = middle.map(|value| (value / step).round() * step - whole / 2.0);
    Cells { origin, columns: CELLS, rows: CELLS, side }
}

/// A box around the ground in view.
fn seen(viewpoint: &Viewpoint, aspect: f64) -> Bounds {
    let reach = FAR * viewpoint.distance;
    let corners = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)].map(|(x, y)| {
        let ray = viewpoint.ray(DVec2::new(x, y), aspect);
        // Above the horizon it is seen as far as the eye goes.
        let way = viewpoint.on_level(ray).map_or(ray.truncate().normalize_or_zero() * reach, |place| place - viewpoint.focus);
        (viewpoint.focus + way.clamp_length_max(reach)).to_array()
    });
    Bounds::around(corners.map(|[east, north]| Position::from_metres(east, north)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(distance: f64, tilt: f64) -> Viewpoint {
        Viewpoint { focus: DVec2::new(12_345.0, -6_789.0), distance, tilt, heading: 0.6, height: 150.0 }
    }

    #[test]
    fn what_is_in_view_lies_inside_and_small_moves_change_nothing() {
        for (distance, tilt) in [(300.0, 1.2), (2_000.0, 0.8), (40_000.0, 0.5), (2_000.0, 0.2)] {
            let view = view(distance, tilt);
            let cells = window(&view, 16.0 / 9.0, [0.25, 65_536.0]);
            let (inside, seen) = (cells.bounds(), seen(&view, 16.0 / 9.0));
            assert!(inside.contains(seen.min) && inside.contains(seen.max), "{seen:?} in {inside:?}");
            assert!(seen.size()[0].max(seen.size()[1]) > 0.3 * cells.side * CELLS as f64, "and not much else");
            assert_eq!((cells.side.log2().fract(), cells.count()), (0.0, CELLS * CELLS));
        }
        let view = view(2_000.0, 0.8);
        let windows: Vec<Cells> = (0..200)
            .map(|step| {
                let moved = Viewpoint { focus: view.focus + DVec2::splat(5.0 * f64::from(step)), ..view };
                window(&moved, 1.6, [1.0, 1_024.0])
            })
            .collect();
        assert!(windows.windows(2).filter(|pair| pair[0] != pair[1]).count() <= 4, "a kilometre and a half is a few windows");
    }

    #[test]
    fn cells_keep_within_their_bounds() {
        let near = window(&view(100.0, 1.2), 1.6, [16.0, 4_096.0]);
        assert_eq!(near.side, 16.0);
        // From too far off the middle of what is in view is worked out.
        let far = window(&view(200_000.0, 1.2), 1.6, [2.0, 32.0]);
        assert_eq!(far.side, 32.0);
        assert!(far.bounds().contains([12_345.0, -6_789.0]));
    }
}
