//! Sun and shadow: where the sun stands, what throws shade, hours of sun on grounds and in dwellings, electricity of roofs.

pub mod around;
pub mod assumption;
pub mod dwelling;
pub mod facade;
pub mod fan;
pub mod grounds;
pub mod horizon;
pub mod hours;
pub mod insolation;
pub mod model;
pub mod path;
pub mod position;
pub mod prisms;
pub mod rays;
pub mod relief;
pub mod roof;
pub mod sky;
pub mod solids;
pub mod sunlight;
pub mod tiles;
pub mod yield_pv;
