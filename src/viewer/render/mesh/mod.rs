//! From features to triangles: pure functions, each returning a [`Surface`](surface::Surface) in metres about a tile's centre.

pub mod building;
pub mod canvas;
pub mod drape;
pub mod polygon;
pub mod ribbon;
pub mod roof;
pub mod shade;
pub mod surface;
pub mod terrain;
pub mod tree;
