//! Trees in bulk: a few triangles each, round for leaves, pointed for needles.

use super::surface::{Colour, Surface};
use crate::twin::model::tree::TreeKind;
use bevy::math::{Vec2, Vec3};

/// A tree to draw.
#[derive(Clone, Copy, Debug)]
pub struct Tree {
    /// Foot, engine space about the tile's centre.
    pub foot: Vec3,
    /// From the foot to the top [m].
    pub height: f32,
    /// What it looks like.
    pub kind: TreeKind,
    /// Colour of the crown.
    pub crown: Colour,
    /// Turn about its axis [rad].
    pub turn: f32,
}

const TRUNK: Colour = [110, 92, 74, 0];

/// Profile of a crown between its two tips: (share of the height, share of the height as radius) from below to the top;
/// the first and the last are points on the axis.
fn profile(kind: TreeKind, sides: u32) -> &'static [(f32, f32)] {
    match kind {
        TreeKind::Broadleaved if sides < 5 => &[(0.2, 0.0), (0.58, 0.34), (1.0, 0.0)],
        TreeKind::Broadleaved => &[(0.18, 0.0), (0.45, 0.3), (0.74, 0.27), (1.02, 0.0)],
        TreeKind::Needleleaved => &[(0.12, 0.0), (0.2, 0.21), (1.0, 0.0)],
    }
}

/// Adds a tree with so many sides; fewer sides and no trunk for the distance.
pub fn add_tree(tree: &Tree, sides: u32, trunk: bool, surface: &mut Surface) {
    let rings = profile(tree.kind, sides);
    let mut ring = |level: usize| {
        let (up, out) = rings[level];
        let lean = 0.3 + 0.7 * (level as f32 / (rings.len() - 1) as f32);
        let first = surface.positions.len() as u32;
        for side in 0..if out > 0.0 { sides } else { 1 } {
            let angle = tree.turn + std::f32::consts::TAU * side as f32 / sides as f32;
            let direction = if out > 0.0 { Vec3::new(angle.cos(), 0.0, angle.sin()) } else { Vec3::ZERO };
            let position = tree.foot + Vec3::Y * (up * tree.height) + direction * (out * tree.height);
            let normal = (direction + Vec3::Y * (lean * 1.6 - 0.4)).normalize_or(Vec3::Y);
            surface.vertex(position, normal, shade(tree.crown, 0.72 + 0.28 * up.min(1.0)), Vec2::ZERO);
        }
        first
    };
    let firsts: Vec<u32> = (0..rings.len()).map(&mut ring).collect();
    let around = |side: u32| (side, (side + 1) % sides);
    for (level, pair) in firsts.windows(2).enumerate() {
        let (low, high) = (pair[0], pair[1]);
        for (side, next) in (0..sides).map(around) {
            if level == 0 {
                surface.triangle(low, high + side, high + next);
            } else if level + 2 == rings.len() {
                surface.triangle(low + side, high, low + next);
            } else {
                surface.triangle(low + side, high + side, high + next);
                surface.triangle(low + side, high + next, low + next);
            }
        }
    }
    if trunk {
        add_trunk(tree, surface);
    }
}

/// A pointed prism: three sides are round enough, and the crown hides the point.
fn add_trunk(tree: &Tree, surface: &mut Surface) {
    let (radius, top) = (tree.height * 0.028 + 0.08, tree.foot + Vec3::Y * (tree.height * 0.6));
    let foot = tree.foot - Vec3::Y * 0.3;
    let corners = [0.0, 1.0, 2.0].map(|corner: f32| {
        let (sin, cos) = (tree.turn + std::f32::consts::TAU * corner / 3.0).sin_cos();
        Vec3::new(cos, 0.0, sin) * radius
    });
    for (a, b) in [(0, 1), (1, 2), (2, 0)].map(|(a, b)| (corners[a], corners[b])) {
        let normal = (a + b).normalize();
        let [a, b, tip] = [foot + a, foot + b, top].map(|corner| surface.vertex(corner, normal, TRUNK, Vec2::ZERO));
        surface.triangle(b, a, tip);
    }
}

fn shade([red, green, blue, mark]: Colour, factor: f32) -> Colour {
    let [red, green, blue] = [red, green, blue].map(|channel| (f32::from(channel) * factor) as u8);
    [red, green, blue, mark]
}
