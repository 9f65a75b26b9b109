//! No cell gives more than it has: what runs out of an emptied one is cut, to the unit.

use super::basin::Basin;
use super::local_inertial::Step;
use std::collections::VecDeque;

/// Cuts the flow out of cells that would be left with less than nothing, in their order, until none is.
pub fn settle(basin: &mut Basin, step: &Step, below: Vec<usize>) {
    let mut queue = VecDeque::from(below);
    while let Some(place) = queue.pop_front() {
        let lacks = -basin.depth[place];
        if lacks <= 0 {
            continue;
        }
        let stride = basin.stride;
        // Face, whether it looks west, which way is out, and the cell beyond.
        let faces = [
            (place, true, -1, place - 1),
            (place + 1, true, 1, place + 1),
            (place, false, -1, place - stride),
            (place + stride, false, 1, place + stride),
        ];
        let out =
            faces.map(|(face, is_x, sign, _)| i64::from((sign * step.moved(if is_x { basin.x[face] } else { basin.y[face] })).max(0)));
        let total: i64 = out.iter().sum();
        let mut left = i64::from(lacks).min(total);
        for ((face, is_x, sign, beyond), out) in faces.into_iter().zip(out).filter(|(_, out)| *out > 0) {
            // Rounded up, so that the last face is not left with it all.
            let cut = ((i64::from(lacks) * out + total - 1) / total).min(left).min(out) as i32;
            left -= i64::from(cut);
            let flow = sign as f32 * step.flow(out as i32 - cut);
            *if is_x { &mut basin.x[face] } else { &mut basin.y[face] } = flow;
            basin.depth[place] += cut;
            basin.depth[beyond] -= cut;
            if basin.depth[beyond] < 0 && basin.is_inside(beyond) {
                queue.push_back(beyond);
            }
        }
        // Nothing of this is left, unless numbers ran out of digits; the account of the run would tell.
        basin.depth[place] = basin.depth[place].max(0);
    }
}

/// Fills cells that were left with less than nothing from those beside them, in proportion to what is there: what they lack has just run there.
/// For schemes that keep no flow of faces.
pub fn refill(basin: &mut Basin, below: &[usize]) {
    for &place in below {
        let lacks = -i64::from(basin.depth[place]);
        let beside = [place - 1, place + 1, place - basin.stride, place + basin.stride]
            .map(|beside| (beside, i64::from(basin.depth[beside].max(0))));
        let total: i64 = beside.iter().map(|(_, depth)| depth).sum();
        let mut left = lacks.min(total);
        for (beside, depth) in beside.into_iter().filter(|(_, depth)| *depth > 0) {
            let taken = ((lacks * depth + total - 1) / total).min(left).min(depth);
            left -= taken;
            basin.depth[beside] -= taken as i32;
        }
        basin.depth[place] = 0;
    }
}
