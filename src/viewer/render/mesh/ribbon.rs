//! Lines with a width: streets, tracks, streams, markings, with round joins and ends.

use bevy::math::DVec2;

/// How a ribbon ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// Cut square, corners left open: for what is hardly a pixel wide.
    Open,
    /// Cut square.
    Butt,
    /// With a half circle, so that ribbons that meet look joined.
    Round,
}

/// The triangles (counter-clockwise) of a line widened by `half_width` on each side; rounds stay within `tolerance` of a circle.
pub fn ribbon(line: &[DVec2], half_width: f64, ends: Ends, tolerance: f64, mut emit: impl FnMut([DVec2; 3])) {
    // The chord of an angle α strays r·(1 − cos α/2) from its arc.
    let step = (2.0 * (1.0 - tolerance / half_width).clamp(0.0, 1.0).acos()).clamp(0.3, 1.6);
    let points: Vec<DVec2> = distinct(line);
    let directions: Vec<DVec2> = points.windows(2).map(|pair| (pair[1] - pair[0]).normalize_or_zero()).collect();
    for (pair, direction) in points.windows(2).zip(&directions) {
        let side = direction.perp() * half_width;
        let [right_a, right_b, left_b, left_a] = [pair[0] - side, pair[1] - side, pair[1] + side, pair[0] + side];
        emit([right_a, right_b, left_b]);
        emit([right_a, left_b, left_a]);
    }
    if ends == Ends::Open {
        return;
    }
    for (joint, turn) in points[1.min(points.len())..].iter().zip(directions.windows(2)) {
        let angle = turn[0].angle_to(turn[1]);
        let side = if angle > 0.0 { -turn[0].perp() } else { turn[1].perp() };
        fan(*joint, side * half_width, angle.abs(), step, &mut emit);
    }
    if let (Ends::Round, [first, ..], [.., last]) = (ends, points.as_slice(), points.as_slice())
        && let (Some(start), Some(end)) = (directions.first(), directions.last())
    {
        fan(*first, start.perp() * half_width, std::f64::consts::PI, step, &mut emit);
        fan(*last, -end.perp() * half_width, std::f64::consts::PI, step, &mut emit);
    }
}

/// A sector of a circle, `angle` radians on from `arm`, in steps of about `step` radians.
fn fan(centre: DVec2, arm: DVec2, angle: f64, step: f64, emit: &mut impl FnMut([DVec2; 3])) {
    let steps = (angle / step).ceil().max(1.0);
    if angle < 0.02 {
        return;
    }
    let turn = |step: f64| centre + DVec2::from_angle(angle * step / steps).rotate(arm);
    for step in 0..steps as usize {
        emit([centre, turn(step as f64), turn(step as f64 + 1.0)]);
    }
}

/// The line without points that repeat.
pub fn distinct(line: &[DVec2]) -> Vec<DVec2> {
    let mut points: Vec<DVec2> = line.to_vec();
    points.dedup_by(|a, b| a.distance_squared(*b) < 1e-6);
    points
}

/// The pieces of a line that lie within `half` + `margin` of zero, so that a tile does not draw the whole street.
pub fn near_tile(line: &[DVec2], half: f64, margin: f64) -> Vec<Vec<DVec2>> {
    let reach = half + margin;
    let mut pieces: Vec<Vec<DVec2>> = Vec::new();
    let mut open = false;
    for pair in line.windows(2) {
        let (low, high) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
        let near = low.x <= reach && low.y <= reach && high.x >= -reach && high.y >= -reach;
        match (near, open, pieces.last_mut()) {
            (true, true, Some(piece)) => piece.push(pair[1]),
            (true, _, _) => pieces.push(pair.to_vec()),
            (false, _, _) => {}
        }
        open = near;
    }
    pieces
}

/// Dashes along a line: stretches of `dash` metres with gaps of `gap`, half a gap before the first.
pub fn dashes(line: &[DVec2], dash: f64, gap: f64, mut emit: impl FnMut([DVec2; 2])) {
    let mut position = -gap / 2.0;
    for pair in line.windows(2) {
        let length = pair[0].distance(pair[1]);
        let at = |distance: f64| pair[0].lerp(pair[1], (distance / length).clamp(0.0, 1.0));
        let mut start = position;
        while start < length && length > 0.0 {
            if start + dash > 0.0 {
                emit([at(start), at(start + dash)]);
            }
            start += dash + gap;
        }
        position = start - length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_ribbon_has_length_times_width_and_round_ends() {
        let line = [DVec2::ZERO, DVec2::new(30.0, 0.0), DVec2::new(100.0, 0.0)];
        let area = |ends| {
            let mut area = 0.0;
            ribbon(&line, 4.0, ends, 0.05, |[a, b, c]| {
                let part = (b - a).perp_dot(c - a) / 2.0;
                assert!(part > 0.0);
                area += part;
            });
            area
        };
        assert!((area(Ends::Butt) - 800.0).abs() < 1e-9);
        let circle = std::f64::consts::PI * 16.0;
        assert!((area(Ends::Round) - 800.0 - circle).abs() < 0.05 * circle);
    }

    #[test]
    fn dashes_cross_corners() {
        let mut count = 0;
        dashes(&[DVec2::ZERO, DVec2::new(10.0, 0.0), DVec2::new(10.0, 10.0)], 2.0, 2.0, |_| count += 1);
        assert!((5..=7).contains(&count), "{count}");
    }
}
