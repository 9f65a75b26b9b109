//! A growing triangle mesh in the renderer's vertex layout: 28 bytes a vertex.

use bevy::asset::RenderAssetUsages;
use bevy::math::{Vec2, Vec3};
use bevy::mesh::{Indices, Mesh, MeshVertexAttribute, PrimitiveTopology, VertexAttributeValues, VertexFormat};

/// Unit normal, each component in one signed byte; the fourth marks what is proposed.
pub const NORMAL: MeshVertexAttribute = MeshVertexAttribute::new("Aimaq_Normal", 0x6169_6d61_7101, VertexFormat::Snorm8x4);
/// sRGB colour; the fourth byte is a mark that the material reads (lit windows, water depth).
pub const COLOUR: MeshVertexAttribute = MeshVertexAttribute::new("Aimaq_Colour", 0x6169_6d61_7102, VertexFormat::Unorm8x4);
/// What the material needs beside: windows and storeys on facades, metres on streets.
pub const DETAIL: MeshVertexAttribute = MeshVertexAttribute::new("Aimaq_Detail", 0x6169_6d61_7103, VertexFormat::Float32x2);

pub use crate::viewer::app::palette::Colour;

/// How many of the last vertices are looked through for one that can be shared.
const RECENT: usize = 20;

/// How much of a scenario's colour what it proposes takes on.
const TINT: f32 = 0.55;

/// Triangles in engine space (x east, y up, z south), counter-clockwise seen from outside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Surface {
    /// Vertices [m].
    pub positions: Vec<[f32; 3]>,
    /// Unit normals × 127; the fourth is 127 for what is proposed, else 0.
    pub normals: Vec<[i8; 4]>,
    /// Colours.
    pub colours: Vec<Colour>,
    /// Details.
    pub details: Vec<[f32; 2]>,
    /// Three a triangle.
    pub indices: Vec<u32>,
}

impl Surface {
    /// Adds a vertex and returns its index.
    pub fn vertex(&mut self, position: Vec3, normal: Vec3, colour: Colour, detail: Vec2) -> u32 {
        let packed = (normal * 127.0).round();
        self.positions.push(position.to_array());
        self.normals.push([packed.x as i8, packed.y as i8, packed.z as i8, 0]);
        self.colours.push(colour);
        self.details.push(detail.to_array());
        (self.positions.len() - 1) as u32
    }

    /// The same as [`Surface::vertex`], but a vertex like one of the last few is not repeated: neighbours share their corners.
    pub fn shared_vertex(&mut self, position: Vec3, normal: Vec3, colour: Colour, detail: Vec2) -> u32 {
        let place = position.to_array();
        let first = self.positions.len().saturating_sub(RECENT);
        let known = self.positions[first..].iter().rposition(|other| *other == place).map(|at| first + at);
        match known {
            Some(at) if self.colours[at] == colour => at as u32,
            _ => self.vertex(position, normal, colour, detail),
        }
    }

    /// Adds a triangle of vertices that are already there.
    pub fn triangle(&mut self, a: u32, b: u32, c: u32) {
        self.indices.extend([a, b, c]);
    }

    /// Adds a quad with corners in counter-clockwise order.
    pub fn quad(&mut self, corners: [Vec3; 4], normal: Vec3, colour: Colour, details: [Vec2; 4]) {
        let first = self.positions.len() as u32;
        for (corner, detail) in corners.into_iter().zip(details) {
            self.vertex(corner, normal, colour, detail);
        }
        self.indices.extend([first, first + 1, first + 2, first, first + 2, first + 3]);
    }

    /// Adds another surface, keeping its order of triangles.
    pub fn append(&mut self, other: &Surface) {
        let first = self.positions.len() as u32;
        self.positions.extend_from_slice(&other.positions);
        self.normals.extend_from_slice(&other.normals);
        self.colours.extend_from_slice(&other.colours);
        self.details.extend_from_slice(&other.details);
        self.indices.extend(other.indices.iter().map(|index| index + first));
    }

    /// Mixes a colour into all of it and marks it: what is proposed stands out against what is there.
    pub fn tint(&mut self, colour: [u8; 3]) {
        self.normals.iter_mut().for_each(|normal| normal[3] = 127);
        for own in &mut self.colours {
            for (channel, toward) in own.iter_mut().zip(colour) {
                *channel = (f32::from(*channel) + (f32::from(toward) - f32::from(*channel)) * TINT).round() as u8;
            }
        }
    }

    /// Cuts a surface about zero into pieces by place, `cells` × `cells` over the square of that half size, so that what
    /// the picture does not show need not be drawn. Empty pieces are left out.
    pub fn pieces(self, half: f32, cells: usize) -> Vec<Surface> {
        if cells < 2 {
            return vec![self];
        }
        let index_of = |value: f32| (((value / half + 1.0) / 2.0 * cells as f32) as usize).min(cells - 1);
        let mut triangles = vec![Vec::new(); cells * cells];
        for corners in self.indices.chunks_exact(3) {
            let [x, _, z] = self.positions[corners[0] as usize];
            triangles[index_of(z) * cells + index_of(x)].extend_from_slice(corners);
        }
        let mut renamed = vec![u32::MAX; self.positions.len()];
        triangles.into_iter().filter(|indices| !indices.is_empty()).map(|indices| self.part(&indices, &mut renamed)).collect()
    }

    /// The part of a surface that some triangles make up. `renamed` is scratch, all `u32::MAX` before and after.
    fn part(&self, indices: &[u32], renamed: &mut [u32]) -> Surface {
        let mut part = Surface::default();
        for &index in indices {
            let at = index as usize;
            if renamed[at] == u32::MAX {
                renamed[at] = part.positions.len() as u32;
                part.positions.push(self.positions[at]);
                part.normals.push(self.normals[at]);
                part.colours.push(self.colours[at]);
                part.details.push(self.details[at]);
            }
            part.indices.push(renamed[at]);
        }
        indices.iter().for_each(|&index| renamed[index as usize] = u32::MAX);
        part
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.indices.is_empty()
    }

    /// Number of triangles.
    pub fn triangles(&self) -> usize {
        self.indices.len() / 3
    }

    /// The mesh for the graphics card; its data leave the processor's memory once uploaded.
    pub fn into_mesh(self) -> Mesh {
        Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
            .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, self.positions)
            .with_inserted_attribute(NORMAL, VertexAttributeValues::Snorm8x4(self.normals))
            .with_inserted_attribute(COLOUR, VertexAttributeValues::Unorm8x4(self.colours))
            .with_inserted_attribute(DETAIL, self.details)
            .with_inserted_indices(Indices::U32(self.indices))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_hold_every_triangle_once_and_lie_apart() {
        let mut surface = Surface::default();
        for place in [(-30.0, -30.0), (30.0, -20.0), (-10.0, 25.0), (40.0, 41.0), (20.0, 22.0)] {
            let corner = Vec3::new(place.0, 1.0, place.1);
            surface.quad([corner, corner + Vec3::X, corner + Vec3::Y, corner + Vec3::Z], Vec3::Y, [1; 4], [Vec2::ZERO; 4]);
        }
        let corners = |surface: &Surface| -> Vec<[f32; 3]> { surface.indices.iter().map(|&at| surface.positions[at as usize]).collect() };
        let mut before = corners(&surface);
        let pieces = surface.pieces(50.0, 2);
        assert_eq!(pieces.iter().map(|piece| piece.positions.len()).collect::<Vec<_>>(), [4, 4, 4, 8]);
        let mut after: Vec<[f32; 3]> = pieces.iter().flat_map(corners).collect();
        let by_place = |a: &[f32; 3], b: &[f32; 3]| a.partial_cmp(b).expect("finite");
        before.sort_by(by_place);
        after.sort_by(by_place);
        assert_eq!(before, after);
    }
}
