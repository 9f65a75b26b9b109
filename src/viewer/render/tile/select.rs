//! Which tiles a viewpoint needs: fine ones near the eye, coarse ones far off, none behind.

use super::key::{COARSEST, TileKey};
use crate::twin::model::space::Bounds;
use crate::viewer::app::quality::Quality;
use crate::viewer::app::viewpoint::{FIELD_OF_VIEW, Viewpoint};
use bevy::math::{DVec2, DVec3};

/// A tile is cut into four where the eye is nearer than so many times its side.
pub fn nearness(quality: Quality) -> f64 {
    match quality {
        Quality::Lite => 0.85,
        Quality::Full => 1.9,
    }
}

/// What decides over tiles: the eye, the edges of the picture, the region's bounds.
pub struct Selector {
    eye: DVec3,
    height: f64,
    /// Inward normals of the planes through the eye that bound the picture.
    sides: [DVec3; 4],
    bounds: Bounds,
    nearness: f64,
}

impl Selector {
    /// The selector of a viewpoint over a region.
    pub fn new(viewpoint: &Viewpoint, aspect: f64, bounds: Bounds, quality: Quality) -> Self {
        let [right, up, forward] = viewpoint.axes();
        let half = (FIELD_OF_VIEW / 2.0).tan() * 1.08;
        let (wide, high) = (half * aspect, half);
        let sides = [forward * wide + right, forward * wide - right, forward * high + up, forward * high - up].map(DVec3::normalize);
        Self { eye: viewpoint.eye(), height: viewpoint.height, sides, bounds, nearness: nearness(quality) }
    }

    /// The coarsest tiles that the region touches.
    pub fn roots(&self) -> Vec<TileKey> {
        let (low, high) = (TileKey::at(COARSEST, self.bounds.min), TileKey::at(COARSEST, self.bounds.max));
        (low.column..=high.column)
            .flat_map(|column| (low.row..=high.row).map(move |row| TileKey { level: COARSEST, column, row }))
            .collect()
    }

    /// Whether a tile may be seen: it touches the region and the picture.
    pub fn sees(&self, tile: TileKey) -> bool {
        let (centre, half) = (DVec2::from_array(tile.centre()), tile.size() / 2.0);
        // Tall things at the edge reach into the picture from below.
        let radius = half * std::f64::consts::SQRT_2 + 150.0;
        tile.bounds().intersects(&self.bounds) && self.sides.iter().all(|side| side.dot(centre.extend(self.height) - self.eye) > -radius)
    }

    /// Distance from the eye to the nearest point of a tile [m].
    pub fn distance(&self, tile: TileKey) -> f64 {
        let (centre, half) = (DVec2::from_array(tile.centre()), tile.size() / 2.0);
        let outside = ((self.eye.truncate() - centre).abs() - half).max(DVec2::ZERO);
        outside.extend((self.eye.z - self.height).max(0.0)).length()
    }

    /// Whether a tile is too coarse for the eye.
    pub fn wants_finer(&self, tile: TileKey) -> bool {
        tile.level > 0 && self.distance(tile) < tile.size() * self.nearness
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves(selector: &Selector, tile: TileKey, found: &mut Vec<TileKey>) {
        if !selector.sees(tile) {
            return;
        }
        match tile.children().filter(|_| selector.wants_finer(tile)) {
            Some(children) => children.into_iter().for_each(|child| leaves(selector, child, found)),
            None => found.push(tile),
        }
    }

    #[test]
    fn the_number_of_tiles_hardly_depends_on_the_distance() {
        let bounds = Bounds { min: [-3e5, -3e5], max: [3e5, 3e5] };
        for distance in [200.0, 2e3, 2e4, 2e5] {
            let view = Viewpoint { distance, ..Viewpoint::default() };
            let selector = Selector::new(&view, 16.0 / 9.0, bounds, Quality::Full);
            let mut found = Vec::new();
            selector.roots().into_iter().for_each(|root| leaves(&selector, root, &mut found));
            assert!((4..160).contains(&found.len()), "{distance} m: {} tiles", found.len());
            assert!(found.iter().any(|tile| *tile == TileKey::at(tile.level, [0.0, 0.0])));
        }
    }
}
