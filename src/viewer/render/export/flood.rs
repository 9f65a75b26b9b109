//! The water of a flood in a model: a mesh of its own, as far as the ground is in view that it lies over.

use super::surface::{linear, normals};
use crate::publish::gltf::Mesh;
use crate::viewer::render::mesh::surface::Surface;
use crate::viewer::render::space::EngineOrigin;
use crate::viewer::render::tile::key::{COARSEST, TileKey};
use bevy::math::DVec3;
use std::collections::BTreeSet;

/// A surface about its middle as a mesh without a name about the file's zero (both east, north, metres above sea level). Triangles without a
/// corner on one of the tiles in view are left out: there is no ground beneath them.
pub fn mesh(surface: &Surface, middle: DVec3, in_view: &BTreeSet<TileKey>, zero: DVec3) -> Mesh {
    let is_in_view = |[x, _, z]: &[f32; 3]| {
        let place = [middle.x + f64::from(*x), middle.y - f64::from(*z)];
        (0..=COARSEST).any(|level| in_view.contains(&TileKey::at(level, place)))
    };
    let seen: Vec<bool> = surface.positions.iter().map(is_in_view).collect();
    let triangles = surface.indices.chunks_exact(3).filter(|corners| corners.iter().any(|corner| seen[*corner as usize]));
    Mesh {
        at: EngineOrigin(zero).engine(middle).to_array(),
        positions: surface.positions.clone(),
        normals: normals(surface),
        // Their opacity says how much of the ground the water hides.
        colours: surface.colours.iter().map(|colour| linear(*colour)).collect(),
        indices: triangles.flatten().copied().collect(),
        ..Mesh::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::viewer::render::tile::key::FINEST;
    use bevy::math::{Vec2, Vec3};

    #[test]
    fn water_lies_where_it_is_and_ends_with_the_ground_in_view() {
        // Two quads side by side, the western one in the tile at the origin.
        let mut surface = Surface::default();
        let side = FINEST as f32;
        for west in [-side, 0.0] {
            let corners =
                [(0.0, 0.0), (side, 0.0), (side, -side), (0.0, -side)].map(|(x, z)| Vec3::new(west + 1.0 + x, 0.5, z - 1.0) * 0.9);
            surface.quad(corners, Vec3::Y, [0x3c, 0x57, 0x66, 140], [Vec2::ZERO; 4]);
        }
        let middle = DVec3::new(FINEST, 0.0, 170.0);
        let key = TileKey { level: 0, column: 0, row: 0 };
        let in_view = |key: TileKey| mesh(&surface, middle, &BTreeSet::from([key]), DVec3::new(FINEST, 100.0, 160.0));
        let cut = in_view(key);
        assert_eq!((cut.at, cut.indices.as_slice()), ([0.0, 10.0, 100.0], &surface.indices[..6]));
        assert_eq!((cut.positions.len(), cut.colours[0][3]), (8, 140 * 257), "as solid as in the window");
        assert_eq!(in_view(key.at_level(4)).indices, surface.indices, "on a coarser tile lies all of it");
        assert!(in_view(TileKey { row: 9, ..key }).indices.is_empty());
    }
}
