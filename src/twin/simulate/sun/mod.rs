//! Sun and shadow: where the sun stands, what throws shade, hours of sun at points, electricity of modules under a horizon.

pub mod facade;
pub mod fan;
pub mod horizon;
pub mod hours;
pub mod path;
pub mod position;
pub mod prisms;
pub mod rays;
pub mod relief;
pub mod sky;
pub mod yield_pv;
