//! The ground of a tile as a mesh, with skirts that hide the seams between levels of detail.

use super::drape::Ground;
use super::surface::{Colour, Surface};
use bevy::math::{Vec2, Vec3};

/// The ground's triangles; `colour` tells the colour at a corner (engine space).
pub fn terrain_surface(ground: &Ground, colour: impl Fn(Vec3, Vec3) -> Colour) -> Surface {
    let mut surface = Surface::default();
    let cells = ground.cells() as isize;
    for row in 0..=cells {
        for column in 0..=cells {
            let (corner, normal) = (ground.corner(column, row), ground.normal(column, row));
            surface.vertex(corner, normal, colour(corner, normal), Vec2::new(corner.x, -corner.z));
        }
    }
    let index = |column: isize, row: isize| (row * (cells + 1) + column) as u32;
    for row in 0..cells {
        for column in 0..cells {
            let [sw, se, nw, ne] = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(c, r)| index(column + c, row + r));
            surface.triangle(sw, se, ne);
            surface.triangle(sw, ne, nw);
        }
    }
    add_skirts(ground, &mut surface, index);
    surface
}

/// A curtain hanging down all round, as deep as neighbouring levels may differ.
fn add_skirts(ground: &Ground, surface: &mut Surface, index: impl Fn(isize, isize) -> u32) {
    let cells = ground.cells() as isize;
    let depth = Vec3::Y * (ground.half() as f32 * 0.02).max(2.0);
    let border: Vec<u32> = (0..cells)
        .map(|i| index(i, 0))
        .chain((0..cells).map(|i| index(cells, i)))
        .chain((0..cells).map(|i| index(cells - i, cells)))
        .chain((0..=cells).map(|i| index(0, cells - i)))
        .collect();
    let lower: Vec<u32> = border
        .iter()
        .map(|&top| {
            let top = top as usize;
            let position = Vec3::from(surface.positions[top]) - depth;
            let (normal, colour, detail) = (surface.normals[top], surface.colours[top], surface.details[top]);
            surface.positions.push(position.to_array());
            surface.normals.push(normal);
            surface.colours.push(colour);
            surface.details.push(detail);
            (surface.positions.len() - 1) as u32
        })
        .collect();
    for ((&a, &b), (&below_a, &below_b)) in border.iter().zip(&border[1..]).zip(lower.iter().zip(&lower[1..])) {
        surface.triangle(a, below_a, below_b);
        surface.triangle(a, below_b, b);
    }
}
