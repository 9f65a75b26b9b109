//! Roofs as the least of several planes: gabled, hipped, pyramidal, lean-to and domed roofs over any footprint.

use super::polygon::{Ring, clip_half_plane, triangulate};
use super::surface::{Colour, Surface};
use crate::twin::model::building::RoofShape;
use bevy::math::{DVec2, Vec2, Vec3};

/// A sloping plane: height above the eaves = `slope · p + offset` [m].
#[derive(Clone, Copy, Debug, PartialEq)]
struct Plane {
    slope: DVec2,
    offset: f64,
}

impl Plane {
    fn height(&self, point: DVec2) -> f64 {
        self.slope.dot(point) + self.offset
    }

    /// Rising by `rise` over `run` in a direction, from zero at `start` along it.
    fn rising(direction: DVec2, start: f64, run: f64, rise: f64) -> Self {
        let slope = direction * (rise / run.max(0.1));
        Self { slope, offset: -start * rise / run.max(0.1) }
    }
}

/// A roof: at each point the lowest of its planes, so that ridges and hips come by themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct Roof {
    planes: Vec<Plane>,
}

/// The box around a ring along its longest edge: axis, and least and greatest extent along it and across it.
fn oriented_box(ring: &[DVec2]) -> (DVec2, [f64; 2], [f64; 2]) {
    let edges = ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| *b - *a);
    let longest = edges.max_by(|a, b| a.length_squared().total_cmp(&b.length_squared())).unwrap_or(DVec2::X);
    let axis = longest.normalize_or(DVec2::X);
    let extent = |direction: DVec2| {
        ring.iter()
            .map(|point| direction.dot(*point))
            .fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], value| [low.min(value), high.max(value)])
    };
    let (along, across) = (extent(axis), extent(axis.perp()));
    if along[1] - along[0] >= across[1] - across[0] { (axis, along, across) } else { (axis.perp(), across, extent(-axis)) }
}

impl Roof {
    /// The roof of that shape over a footprint, `rise` metres from eaves to top. Flat roofs have no planes.
    pub fn over(footprint: &[DVec2], shape: RoofShape, rise: f64, ridge_across: bool) -> Self {
        if rise < 0.1 || footprint.len() < 3 {
            return Self { planes: Vec::new() };
        }
        let (mut axis, mut along, mut across) = oriented_box(footprint);
        if ridge_across {
            (axis, along, across) = (axis.perp(), across, [-along[1], -along[0]]);
        }
        let (half_along, half_across) = ((along[1] - along[0]) / 2.0, (across[1] - across[0]) / 2.0);
        let side = axis.perp();
        let slopes = |run_along: f64, run_across: f64| {
            [
                Plane::rising(side, across[0], run_across, rise),
                Plane::rising(-side, -across[1], run_across, rise),
                Plane::rising(axis, along[0], run_along, rise),
                Plane::rising(-axis, -along[1], run_along, rise),
            ]
        };
        let planes = match shape {
            RoofShape::Flat => Vec::new(),
            RoofShape::Gabled => slopes(1.0, half_across)[..2].to_vec(),
            RoofShape::Hipped => slopes(half_across.min(half_along), half_across).to_vec(),
            RoofShape::Pyramidal => slopes(half_along, half_across).to_vec(),
            RoofShape::Skillion => vec![Plane::rising(side, across[0], 2.0 * half_across, rise)],
            RoofShape::Dome => {
                let centre = axis * (along[0] + along[1]) / 2.0 + side * (across[0] + across[1]) / 2.0;
                dome(centre, half_along.min(half_across), rise)
            }
        };
        Self { planes }
    }

    /// Height above the eaves at a point [m].
    pub fn height(&self, point: DVec2) -> f64 {
        self.planes.iter().map(|plane| plane.height(point)).fold(f64::INFINITY, f64::min).clamp(0.0, 200.0)
            * f64::from(u8::from(!self.planes.is_empty()))
    }

    /// Where along an edge (0 to 1) the roof's planes change, for the wall below it.
    pub fn breaks(&self, a: DVec2, b: DVec2) -> Vec<f64> {
        let mut breaks = Vec::new();
        for (index, first) in self.planes.iter().enumerate() {
            for second in &self.planes[index + 1..] {
                let (at_a, at_b) = (first.height(a) - second.height(a), first.height(b) - second.height(b));
                let t = at_a / (at_a - at_b);
                if t > 0.01 && t < 0.99 && (self.height(a.lerp(b, t)) - first.height(a.lerp(b, t)).max(0.0)).abs() < 1e-3 {
                    breaks.push(t);
                }
            }
        }
        breaks.sort_by(f64::total_cmp);
        breaks
    }

    /// Adds the roof's surface above `eaves` [m, engine height] over rings (outer ones followed by their holes).
    pub fn add_to(&self, rings: &[Ring], eaves: f64, colour: Colour, surface: &mut Surface) {
        if self.planes.is_empty() {
            return add_plane(rings, &Plane { slope: DVec2::ZERO, offset: 0.0 }, eaves, colour, surface);
        }
        for (index, plane) in self.planes.iter().enumerate() {
            let part: Vec<Ring> = rings.iter().map(|ring| self.lowest_part(index, ring)).filter(|ring| ring.len() >= 3).collect();
            add_plane(&part, plane, eaves, colour, surface);
        }
    }

    /// The part of a ring where plane `index` is the lowest.
    fn lowest_part(&self, index: usize, ring: &[DVec2]) -> Ring {
        let own = self.planes[index];
        self.planes
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != index)
            .fold(ring.to_vec(), |kept, (_, other)| clip_half_plane(&kept, own.slope - other.slope, other.offset - own.offset))
    }
}

/// Planes touching a half ellipsoid: twelve round the foot, twelve above, one on top.
fn dome(centre: DVec2, radius: f64, rise: f64) -> Vec<Plane> {
    let mut planes = vec![Plane { slope: DVec2::ZERO, offset: rise }];
    for (elevation, turn) in [(0.35_f64, 0.0), (0.9, 0.5)] {
        for side in 0..12 {
            let direction = DVec2::from_angle((f64::from(side) + turn) * std::f64::consts::TAU / 12.0);
            let (up, out) = elevation.sin_cos();
            // The ellipsoid's tangent plane at that elevation: x·out/r + z·up/rise = 1.
            let slope = -direction * (out / radius) * rise / up;
            planes.push(Plane { slope, offset: rise / up - slope.dot(centre) });
        }
    }
    planes
}

fn add_plane(rings: &[Ring], plane: &Plane, eaves: f64, colour: Colour, surface: &mut Surface) {
    let normal = Vec3::new(-plane.slope.x as f32, 1.0, plane.slope.y as f32).normalize();
    triangulate(rings, |points, indices| {
        let first = surface.positions.len() as u32;
        for &point in points {
            let height = eaves + plane.height(point).max(0.0);
            surface.vertex(Vec3::new(point.x as f32, height as f32, -point.y as f32), normal, colour, Vec2::ZERO);
        }
        for t in indices.chunks_exact(3) {
            let [a, b, c] = [0, 1, 2].map(|corner| points[t[corner] as usize]);
            let [second, third] = if (b - a).perp_dot(c - a) > 0.0 { [t[1], t[2]] } else { [t[2], t[1]] };
            surface.triangle(first + t[0], first + second, first + third);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rectangle() -> Ring {
        [(0.0, 0.0), (20.0, 0.0), (20.0, 10.0), (0.0, 10.0)].map(|(x, y)| DVec2::new(x, y)).to_vec()
    }

    #[test]
    fn shapes_have_their_heights() {
        let check = |shape, points: &[((f64, f64), f64)]| {
            let roof = Roof::over(&rectangle(), shape, 4.0, false);
            for &((x, y), expected) in points {
                let height = roof.height(DVec2::new(x, y));
                assert!((height - expected).abs() < 1e-9, "{shape:?} at {x}, {y}: {height}, not {expected}");
            }
        };
        check(RoofShape::Flat, &[((10.0, 5.0), 0.0)]);
        check(RoofShape::Gabled, &[((0.0, 5.0), 4.0), ((10.0, 5.0), 4.0), ((10.0, 0.0), 0.0), ((3.0, 7.5), 2.0)]);
        check(RoofShape::Hipped, &[((0.0, 5.0), 0.0), ((5.0, 5.0), 4.0), ((15.0, 5.0), 4.0), ((2.5, 5.0), 2.0)]);
        check(RoofShape::Pyramidal, &[((10.0, 5.0), 4.0), ((5.0, 5.0), 2.0), ((0.0, 0.0), 0.0)]);
    }

    #[test]
    fn a_gabled_roof_covers_its_footprint() {
        let mut surface = Surface::default();
        Roof::over(&rectangle(), RoofShape::Gabled, 4.0, false).add_to(&[rectangle()], 3.0, [0; 4], &mut surface);
        let area: f64 = surface
            .indices
            .chunks(3)
            .map(|t| {
                let [a, b, c] = [0, 1, 2].map(|corner| Vec3::from(surface.positions[t[corner] as usize]));
                f64::from((b - a).cross(c - a).y / 2.0)
            })
            .sum();
        assert!((area - 200.0).abs() < 1e-3, "{area}");
    }
}
