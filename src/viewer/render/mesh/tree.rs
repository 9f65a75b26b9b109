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

/// Profile of a crown: (share of the height, share of the height as radius) from below to the top.
fn profile(kind: TreeKind, sides: u32) -> &'static [(f32, f32)] {
    match kind {
        TreeKind::Broadleaved if sides < 5 => &[(0.2, 0.06), (0.58, 0.33), (1.0, 0.03)],
        TreeKind::Broadleaved => &[(0.2, 0.05), (0.45, 0.3), (0.74, 0.27), (1.0, 0.03)],
        TreeKind::Needleleaved => &[(0.14, 0.03), (0.2, 0.21), (1.0, 0.01)],
    }
}

/// Adds a tree with so many sides; fewer for the distance.
pub fn add_tree(tree: &Tree, sides: u32, surface: &mut Surface) {
    let rings = profile(tree.kind, sides);
    let first = surface.positions.len() as u32;
    for (level, &(up, out)) in rings.iter().enumerate() {
        let lean = 0.3 + 0.7 * (level as f32 / (rings.len() - 1) as f32);
        for side in 0..sides {
            let angle = tree.turn + std::f32::consts::TAU * side as f32 / sides as f32;
            let direction = Vec3::new(angle.cos(), 0.0, angle.sin());
            let position = tree.foot + Vec3::Y * (up * tree.height) + direction * (out * tree.height);
            let normal = (direction + Vec3::Y * (lean * 1.6 - 0.4)).normalize();
            surface.vertex(position, normal, shade(tree.crown, 0.72 + 0.28 * up), Vec2::ZERO);
        }
    }
    for level in 0..rings.len() as u32 - 1 {
        for side in 0..sides {
            let next = (side + 1) % sides;
            let [a, b] = [side, next].map(|side| first + level * sides + side);
            let (c, d) = (b + sides, a + sides);
            surface.triangle(a, d, c);
            surface.triangle(a, c, b);
        }
    }
    if sides > 4 {
        add_trunk(tree, surface);
    }
}

fn add_trunk(tree: &Tree, surface: &mut Surface) {
    let (radius, top) = (tree.height * 0.02 + 0.06, tree.foot + Vec3::Y * (tree.height * 0.3));
    let foot = tree.foot - Vec3::Y * 0.3;
    for side in 0..4 {
        let corner = |side: i32| {
            let (sin, cos) = (std::f32::consts::FRAC_PI_2 * side as f32).sin_cos();
            Vec3::new(cos, 0.0, sin) * radius
        };
        let (a, b) = (corner(side), corner(side + 1));
        surface.quad([foot + b, foot + a, top + a, top + b], (a + b).normalize(), TRUNK, [Vec2::ZERO; 4]);
    }
}

fn shade([red, green, blue, mark]: Colour, factor: f32) -> Colour {
    let [red, green, blue] = [red, green, blue].map(|channel| (f32::from(channel) * factor) as u8);
    [red, green, blue, mark]
}
