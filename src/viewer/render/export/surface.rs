//! Surfaces of tiles as other 3D programs want them: linear colours, pictures in files, what is painted onto the ground a little above it.

use crate::publish::gltf::{Mesh, linear_from_srgb};
use crate::twin::diagnostic::Diagnostic;
use crate::viewer::render::kind::Kind;
use crate::viewer::render::mesh::canvas;
use crate::viewer::render::mesh::surface::{Colour, Surface};
use crate::viewer::render::tile::key::TileKey;
use image::{ImageFormat, Rgb, RgbImage};
use std::io::Cursor;
use std::sync::LazyLock;

/// What is painted onto the ground lies so far above what was painted before it, on the finest tiles [m]: elsewhere surfaces in one
/// place flicker.
const STEP: f32 = 0.04;

/// Texels a side of the picture of a window.
const BAY: u32 = 64;
/// Where the glass is in a bay and storey, as the shader draws it: left, right, lower and upper edge.
const GLASS: [f32; 4] = [0.26, 0.74, 0.30, 0.80];
/// What glass makes of the colour of its wall (sRGB).
const PANE: [u8; 3] = [174, 182, 193];
const WALL: [u8; 3] = [255; 3];

/// Linear light of every sRGB channel.
static LINEAR: LazyLock<[u16; 256]> = LazyLock::new(|| std::array::from_fn(|channel| linear_from_srgb(channel as u8)));

/// How rough a kind of surface is: 0 for a mirror, 1 for chalk.
pub fn roughness(kind: Kind) -> f32 {
    match kind {
        Kind::Water | Kind::Flood => 0.12,
        Kind::Facade => 0.65,
        _ => 0.95,
    }
}

/// A surface of a tile, without a name, about the tile's zero.
pub fn mesh_of(surface: &Surface, kind: Kind, key: TileKey) -> Mesh {
    let lift = kind.paint_order().map_or(0.0, |order| f32::from(order) * STEP * f32::from(key.level).exp2());
    // The fourth byte is a mark for the window's material.
    let solid = |[red, green, blue, _]: Colour| linear([red, green, blue, u8::MAX]);
    let side = key.size() as f32;
    let on_picture = |[x, _, z]: [f32; 3]| [x / side + 0.5, z / side + 0.5];
    Mesh {
        positions: surface.positions.iter().map(|[x, y, z]| [*x, y + lift, *z]).collect(),
        normals: normals(surface),
        colours: surface.colours.iter().map(|colour| solid(*colour)).collect(),
        places: match kind {
            Kind::Facade => surface.details.clone(),
            Kind::Ground => surface.positions.iter().map(|position| on_picture(*position)).collect(),
            _ => Vec::new(),
        },
        indices: surface.indices.clone(),
        ..Mesh::default()
    }
}

/// A colour in linear light, and how solid it is.
pub fn linear([red, green, blue, opacity]: Colour) -> [u16; 4] {
    let [red, green, blue] = [red, green, blue].map(|channel| LINEAR[usize::from(channel)]);
    [red, green, blue, u16::from(opacity) * 257]
}

/// Directions of a surface; their length is 127.
pub fn normals(surface: &Surface) -> Vec<[f32; 3]> {
    surface.normals.iter().map(|[x, y, z, _]| [x, y, z].map(|value| f32::from(*value))).collect()
}

/// One window with the wall around it, to be multiplied with the colour of a wall (PNG).
///
/// # Errors
/// `model-picture` with the reason.
pub fn window_picture() -> Result<Vec<u8>, Diagnostic> {
    let [left, right, low, high] = GLASS;
    png(&RgbImage::from_fn(BAY, BAY, |x, y| {
        let [across, up] = [x, y].map(|texel| (texel as f32 + 0.5) / BAY as f32);
        Rgb(if (left..right).contains(&across) && (low..high).contains(&up) { PANE } else { WALL })
    }))
}

/// What is painted onto the ground of a tile over the colours of the ground itself, north up (PNG).
///
/// # Errors
/// `model-picture` with the reason.
pub fn ground_picture(ground: &Surface, texels: &[u8]) -> Result<Vec<u8>, Diagnostic> {
    let grid = Grid::of(ground);
    png(&RgbImage::from_fn(canvas::SIDE, canvas::SIDE, |x, y| {
        let under = grid.colour([x, y].map(|texel| (texel as f32 + 0.5) / canvas::SIDE as f32));
        let at = ((y * canvas::SIDE + x) * 4) as usize;
        let Some([red, green, blue, opacity]) = texels.get(at..at + 4).and_then(|texel| <[u8; 4]>::try_from(texel).ok()) else {
            return Rgb(under.map(|channel| channel.round() as u8));
        };
        let shows = 1.0 - f32::from(opacity) / 255.0;
        let mix = |paint: u8, under: f32| (f32::from(paint) + under * shows).round() as u8;
        Rgb([mix(red, under[0]), mix(green, under[1]), mix(blue, under[2])])
    }))
}

/// The colours of the ground at the corners of its cells, row by row from the south-west.
struct Grid<'a> {
    colours: &'a [Colour],
    columns: usize,
}

impl<'a> Grid<'a> {
    fn of(ground: &'a Surface) -> Self {
        let first = ground.positions.first().map_or(0.0, |position| position[2]);
        Self { colours: &ground.colours, columns: ground.positions.iter().take_while(|position| position[2] == first).count() }
    }

    fn corner(&self, column: usize, row: usize) -> [f32; 3] {
        let [red, green, blue, _] = self.colours.get(row * self.columns + column).copied().unwrap_or([u8::MAX; 4]);
        [red, green, blue].map(f32::from)
    }

    /// The colour at a share of the side from the west and from the north.
    fn colour(&self, [east, south]: [f32; 2]) -> [f32; 3] {
        let cells = self.columns.saturating_sub(1).max(1);
        let cell = |share: f32| {
            let place = share.clamp(0.0, 1.0) * cells as f32;
            let index = (place as usize).min(cells - 1);
            (index, place - index as f32)
        };
        let ((column, x), (row, y)) = (cell(east), cell(1.0 - south));
        let mix = |a: [f32; 3], b: [f32; 3], share: f32| -> [f32; 3] {
            std::array::from_fn(|channel| a[channel] + (b[channel] - a[channel]) * share)
        };
        let low = mix(self.corner(column, row), self.corner(column + 1, row), x);
        let high = mix(self.corner(column, row + 1), self.corner(column + 1, row + 1), x);
        mix(low, high, y)
    }
}

fn png(picture: &RgbImage) -> Result<Vec<u8>, Diagnostic> {
    let mut bytes = Vec::new();
    let written = picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png);
    written.map_err(|error| Diagnostic::error("model-picture").with("reason", error.to_string()))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::math::{Vec2, Vec3};

    /// Ground of four corners: black in the west, white in the east.
    fn ground() -> Surface {
        let mut ground = Surface::default();
        for (x, z, tone) in [(-256.0, 256.0, 0), (256.0, 256.0, 255), (-256.0, -256.0, 0), (256.0, -256.0, 255)] {
            ground.vertex(Vec3::new(x, 0.0, z), Vec3::Y, [tone, tone, tone, 0], Vec2::ZERO);
        }
        ground.triangle(0, 1, 3);
        ground.triangle(0, 3, 2);
        ground
    }

    #[test]
    fn paint_covers_the_ground_as_far_as_it_is_solid() {
        let side = canvas::SIDE as usize;
        let mut texels = vec![0; side * side * 4];
        // The first row is solid green, the rest lets the ground through.
        texels[..side * 4].chunks_exact_mut(4).for_each(|texel| texel.copy_from_slice(&[0, 200, 0, 255]));
        let png = ground_picture(&ground(), &texels).expect("a picture");
        let picture = image::load_from_memory(&png).expect("readable").to_rgb8();
        assert_eq!(picture.get_pixel(300, 0).0, [0, 200, 0]);
        let [west, east] = [3, 508].map(|x| picture.get_pixel(x, 300).0[0]);
        assert!(west < 5 && east > 250, "{west} {east}");
    }

    #[test]
    fn paint_lies_over_the_ground_and_keeps_its_shape() {
        let key = TileKey { level: 0, column: 0, row: 0 };
        let (ground, street) = (mesh_of(&ground(), Kind::Ground, key), mesh_of(&ground(), Kind::Street, key));
        let heights = |mesh: &Mesh| mesh.positions.iter().map(|position| position[1]).collect::<Vec<_>>();
        assert_eq!(heights(&ground), [0.0; 4]);
        assert!(heights(&street).iter().all(|height| *height > 0.1 && *height < 0.5));
        // North-west is the upper left corner of the picture.
        assert_eq!(ground.places[2], [0.0, 0.0]);
        assert_eq!((ground.colours[1], ground.normals[0]), ([u16::MAX; 4], [0.0, 127.0, 0.0]));
    }

    #[test]
    fn a_bay_has_a_wall_around_its_window() {
        let picture = image::load_from_memory(&window_picture().expect("a picture")).expect("readable").to_rgb8();
        let [corner, middle] = [(0, 0), (BAY / 2, BAY / 2)].map(|(x, y)| picture.get_pixel(x, y).0);
        assert_eq!((corner, middle), (WALL, PANE));
    }
}
