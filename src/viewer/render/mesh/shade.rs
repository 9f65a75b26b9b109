//! Shade at the foot of walls: a soft dark rim on the ground, where half of the sky is hidden.

use bevy::math::DVec2;

/// How much of the light the ground loses right at a wall.
const DARKEST: f64 = 0.46;

/// A piece of a rim.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rim {
    /// Its corners, counter-clockwise seen from above.
    pub triangle: [DVec2; 3],
    /// Foot of the wall that it lies along; twice the same point around a corner.
    wall: [DVec2; 2],
    width: f64,
}

impl Rim {
    /// How dark it is at a point, 0 to 255: as an opacity of black.
    pub fn darkness(&self, point: DVec2) -> u8 {
        let [a, b] = self.wall;
        let along = ((point - a).dot(b - a) / (b - a).length_squared().max(1e-9)).clamp(0.0, 1.0);
        let open = (point.distance(a.lerp(b, along)) / self.width).min(1.0);
        (DARKEST * (1.0 - open).powi(2) * 255.0).round() as u8
    }
}

/// The rim of a width [m] outside of a ring whose inside is on the left.
pub fn rim(ring: &[DVec2], width: f64) -> Vec<Rim> {
    let mut rim = Vec::new();
    for index in 0..ring.len() {
        let [a, b, c] = [0, 1, 2].map(|step| ring[(index + step) % ring.len()]);
        let Some(out) = outward(a, b) else { continue };
        let [near, far] = [a, b].map(|corner| corner + out * width);
        rim.extend([[a, near, far], [a, far, b]].map(|triangle| Rim { triangle, wall: [a, b], width }));
        // Around a corner that stands out.
        if let Some(next) = outward(b, c).filter(|next| out.perp_dot(*next) > 0.0) {
            let (middle, end) = (b + (out + next).normalize_or_zero() * width, b + next * width);
            rim.extend([[b, far, middle], [b, middle, end]].map(|triangle| Rim { triangle, wall: [b, b], width }));
        }
    }
    rim
}

/// The direction away from the inside of a ring's edge; none where the edge has no length.
fn outward(a: DVec2, b: DVec2) -> Option<DVec2> {
    Some(-(b - a).perp().try_normalize()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rim_lies_all_round_and_fades_outwards() {
        let ring = [(0.0, 0.0), (10.0, 0.0), (10.0, 6.0), (0.0, 6.0)].map(|(x, y)| DVec2::new(x, y));
        let rim = rim(&ring, 2.0);
        let area = |[a, b, c]: [DVec2; 3]| (b - a).perp_dot(c - a) / 2.0;
        assert!(rim.iter().all(|piece| area(piece.triangle) > 0.0), "all are seen from above");
        // Along the walls 2 m × 32 m; at each corner two triangles of an eighth of a turn.
        let whole: f64 = rim.iter().map(|piece| area(piece.triangle)).sum();
        assert!((whole - (64.0 + 4.0 * 4.0 * std::f64::consts::FRAC_PI_4.sin())).abs() < 1e-9, "{whole}");
        let south = rim.iter().find(|piece| piece.wall == [ring[0], ring[1]]).expect("a southern wall");
        let darkness = [0.0, -1.0, -2.0].map(|y| south.darkness(DVec2::new(5.0, y)));
        assert_eq!((darkness[0], darkness[2]), ((DARKEST * 255.0).round() as u8, 0));
        assert!(darkness[1] > 0 && darkness[1] < darkness[0] / 2);
    }

    #[test]
    fn an_inner_corner_and_an_edge_without_length_add_nothing() {
        let yard = [(0.0, 0.0), (9.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)].map(|(x, y)| DVec2::new(x, y));
        // Turned the other way, as a hole is: the rim lies inside of it.
        let hole: Vec<DVec2> = yard.iter().rev().copied().collect();
        let rim = rim(&hole, 1.0);
        assert_eq!(rim.len(), 8);
        assert!(rim.iter().flat_map(|piece| piece.triangle).all(|point| point.min_element() >= 0.0 && point.max_element() <= 9.0));
    }
}
