//! A picture painted onto the ground of a far tile: all that is too small there to be worth triangles.

use super::polygon::Ring;
use super::surface::Colour;
use bevy::math::DVec2;
use tiny_skia::{
    BlendMode, Color, FillRule, FilterQuality, LineCap, LineJoin, Mask, Paint, Path, PathBuilder, Pattern, Pixmap, PixmapPaint, Rect,
    Shader, SpreadMode, Stroke, Transform,
};

/// Texels a side of a tile's picture. A tile's picture with its smaller copies takes 1.4 MB.
pub const SIDE: u32 = 512;

/// A picture of the square of some half size about zero; north is up. Transparent where nothing is painted.
pub struct Canvas {
    pixmap: Pixmap,
    half: f64,
    /// Texels a metre.
    scale: f64,
}

impl Canvas {
    /// An empty canvas.
    pub fn new(half: f64) -> Option<Self> {
        Self::of(half, SIDE)
    }

    /// One of so many texels a side, a power of two.
    pub fn of(half: f64, side: u32) -> Option<Self> {
        Some(Self { pixmap: Pixmap::new(side, side)?, half, scale: f64::from(side) / (2.0 * half) })
    }

    /// Texels a side.
    fn side(&self) -> u32 {
        self.pixmap.width()
    }

    /// Metres that a texel covers.
    pub fn texel(&self) -> f64 {
        1.0 / self.scale
    }

    fn place(&self, point: DVec2) -> (f32, f32) {
        (((point.x + self.half) * self.scale) as f32, ((self.half - point.y) * self.scale) as f32)
    }

    fn trace(&self, path: &mut PathBuilder, points: impl IntoIterator<Item = DVec2>) {
        for (index, point) in points.into_iter().enumerate() {
            let (x, y) = self.place(point);
            if index == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
        }
    }

    fn outline(&self, rings: &[Ring]) -> Option<Path> {
        let mut path = PathBuilder::new();
        for ring in rings.iter().filter(|ring| ring.len() >= 3) {
            self.trace(&mut path, ring.iter().copied());
            path.close();
        }
        path.finish()
    }

    fn fill_with(&mut self, rings: &[Ring], paint: Paint<'_>) {
        if let Some(path) = self.outline(rings) {
            self.pixmap.fill_path(&path, &paint, FillRule::EvenOdd, Transform::identity(), None);
        }
    }

    /// Fills an area; where its rings overlap, the inner one is a hole.
    pub fn fill(&mut self, rings: &[Ring], colour: Colour, opacity: f32) {
        self.fill_with(rings, Paint { shader: solid(colour, opacity), ..Paint::default() });
    }

    /// Makes an area transparent again.
    pub fn erase(&mut self, rings: &[Ring]) {
        self.fill_with(rings, Paint { blend_mode: BlendMode::Clear, ..Paint::default() });
    }

    /// Fills an area with a grain that repeats seamlessly over all tiles.
    pub fn fill_grain(&mut self, rings: &[Ring], grain: &Grain, opacity: f32) {
        let pattern = Pattern::new(grain.0.as_ref(), SpreadMode::Repeat, FilterQuality::Nearest, opacity, Transform::identity());
        self.fill_with(rings, Paint { shader: pattern, ..Paint::default() });
    }

    /// Draws a line of a width [m].
    pub fn stroke(&mut self, line: &[DVec2], width: f64, colour: Colour, opacity: f32) {
        let mut path = PathBuilder::new();
        self.trace(&mut path, line.iter().copied());
        if let Some(path) = path.finish() {
            let stroke =
                Stroke { width: (width * self.scale) as f32, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
            let paint = Paint { shader: solid(colour, opacity), ..Paint::default() };
            self.pixmap.stroke_path(&path, &paint, &stroke, Transform::identity(), None);
        }
    }

    /// Draws a spot of a width [m].
    pub fn dot(&mut self, at: DVec2, width: f64, colour: Colour, opacity: f32) {
        let ((x, y), side) = (self.place(at), (width * self.scale) as f32);
        if let Some(square) = Rect::from_xywh(x - side / 2.0, y - side / 2.0, side, side) {
            let paint = Paint { shader: solid(colour, opacity), ..Paint::default() };
            self.pixmap.fill_rect(square, &paint, Transform::identity(), None);
        }
    }

    /// Colours each texel by the place of its middle, with how solid the colour is, 0 to 1; none leaves it as it is.
    pub fn wash(&mut self, colour: impl Fn(DVec2) -> Option<(Colour, f32)>) {
        let (side, texel, half) = (self.side() as usize, self.texel(), self.half);
        for (index, pixel) in self.pixmap.pixels_mut().iter_mut().enumerate() {
            let [column, row] = [index % side, index / side].map(|at| (at as f64 + 0.5) * texel);
            if let Some(([red, green, blue, _], opacity)) = colour(DVec2::new(column - half, half - row)) {
                let opacity = (opacity.clamp(0.0, 1.0) * 255.0).round() as u8;
                *pixel = Color::from_rgba8(red, green, blue, opacity).premultiply().to_color_u8();
            }
        }
    }

    /// Lays light and shade over some areas. `light` tells from −1, all shade, to 1 of each of `cells` × `cells`, by column
    /// and row from the north-west; one more is asked for all round, so that neighbouring tiles blend alike at their edge.
    pub fn shade<'a>(&mut self, areas: impl IntoIterator<Item = &'a [Ring]>, cells: u32, strength: f32, light: impl Fn(u32, u32) -> f32) {
        let side = self.side();
        let (Some(mut shades), Some(mut mask)) = (Pixmap::new(cells + 2, cells + 2), Mask::new(side, side)) else { return };
        for (index, texel) in shades.pixels_mut().iter_mut().enumerate() {
            let light = light(index as u32 % (cells + 2), index as u32 / (cells + 2)).clamp(-1.0, 1.0);
            // Bright ground shows shade better than light.
            let (tone, opacity) = if light > 0.0 { (1.0, 0.7 * light) } else { (0.0, -light) };
            if let Some(colour) = Color::from_rgba(tone, tone, tone, strength * opacity) {
                *texel = colour.premultiply().to_color_u8();
            }
        }
        for path in areas.into_iter().filter_map(|rings| self.outline(rings)) {
            mask.fill_path(&path, FillRule::EvenOdd, true, Transform::identity());
        }
        let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
        let scale = side as f32 / cells as f32;
        self.pixmap.draw_pixmap(0, 0, shades.as_ref(), &paint, Transform::from_row(scale, 0.0, 0.0, scale, -scale, -scale), Some(&mask));
    }

    /// The texels row by row from the north-west, sRGB with opacity multiplied in; then each smaller copy down to one texel.
    pub fn into_levels(self) -> Vec<u8> {
        let (mut first, mut side) = (0, self.side() as usize);
        let mut texels = self.pixmap.take();
        while side > 1 {
            let half = side / 2;
            for (row, column) in (0..half).flat_map(|row| (0..half).map(move |column| (row, column))) {
                let corner = first + (2 * row * side + 2 * column) * 4;
                for channel in 0..4 {
                    let four = [0, 4, 4 * side, 4 * side + 4].map(|step| u16::from(texels[corner + step + channel]));
                    texels.push(((four.iter().sum::<u16>() + 2) / 4) as u8);
                }
            }
            first += side * side * 4;
            side = half;
        }
        texels
    }
}

fn solid([red, green, blue, _]: Colour, opacity: f32) -> Shader<'static> {
    let mut colour = Color::from_rgba8(red, green, blue, 255);
    colour.apply_opacity(opacity);
    Shader::SolidColor(colour)
}

/// Crowns as seen from far above: spots, lit from one side.
pub struct Grain(Pixmap);

impl Grain {
    /// Texels after which it repeats; divides [`SIDE`].
    const SIDE: u32 = 128;

    /// Spots about `width` texels wide, one in so many `gap` × `gap` texels; `random` gives numbers from 0 to 1.
    pub fn new(width: f32, gap: f32, light: Colour, dark: Colour, mut random: impl FnMut() -> f32) -> Option<Self> {
        let side = Self::SIDE as f32;
        let mut grain = Pixmap::new(Self::SIDE, Self::SIDE)?;
        for _ in 0..(side / gap).powi(2) as usize {
            let (x, y, size) = (random() * side, random() * side, width * (0.7 + 0.6 * random()));
            for (colour, opacity, shift) in [(dark, 0.5, 0.3 * size), (light, 0.85, -0.1 * size)] {
                // Once more beyond each edge, so that it repeats without a seam.
                for (east, south) in [(0.0, 0.0), (side, 0.0), (0.0, side), (side, side)] {
                    let spot = Rect::from_xywh(x - east - size / 2.0 + shift, y - south - size / 2.0 + shift, size, size);
                    let paint = Paint { shader: solid(colour, opacity), ..Paint::default() };
                    if let Some(spot) = spot.and_then(PathBuilder::from_oval) {
                        grain.fill_path(&spot, &paint, FillRule::Winding, Transform::identity(), None);
                    }
                }
            }
        }
        Some(Self(grain))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_painted_lies_where_it_belongs() {
        let mut canvas = Canvas::new(512.0).expect("a canvas");
        assert_eq!(canvas.texel(), 2.0);
        // The north-eastern quarter, with a hole in its middle.
        let square = |low: f64, high: f64| -> Ring { [(low, low), (high, low), (high, high), (low, high)].map(DVec2::from).to_vec() };
        canvas.fill(&[square(0.0, 512.0), square(128.0, 256.0)], [255, 0, 0, 0], 0.5);
        let texels = canvas.into_levels();
        let at = |east: f64, north: f64| {
            let (column, row) = (((east + 512.0) / 2.0) as usize, ((512.0 - north) / 2.0) as usize);
            <[u8; 4]>::try_from(&texels[(row * SIDE as usize + column) * 4..][..4]).expect("four")
        };
        assert_eq!(at(400.0, 400.0), [128, 0, 0, 128]);
        assert_eq!([at(200.0, 200.0), at(-400.0, 400.0), at(400.0, -400.0)], [[0; 4]; 3]);
        // A quarter less its sixteenth: 15/64 of 128.
        assert_eq!(texels.last_chunk::<4>(), Some(&[30, 0, 0, 30]));
        assert_eq!(texels.len(), (0..=9).map(|level| 4usize.pow(level) * 4).sum::<usize>());
    }
}
