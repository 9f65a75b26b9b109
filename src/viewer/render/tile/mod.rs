//! The quadtree of tiles: which squares of the region are drawn, from what, and how finely.

pub mod build;
pub mod index;
pub mod key;
pub mod lift;
pub mod part;
pub mod scenery;
pub mod select;
pub mod stream;
pub mod style;
pub mod tiles;
