//! Radio: how much of a wave arrives (free space, Okumura–Hata, ITM, P.1812), whom a mast serves and how fast, and how strong its field is at homes.

pub mod antenna;
pub mod assumption;
pub mod coverage;
pub mod exposure;
pub mod fault;
pub mod field;
pub mod field_sheet;
pub mod free_space;
pub mod ground;
pub mod hata;
pub mod itm;
pub mod known;
pub mod link;
pub mod model;
pub mod p1812;
pub mod path;
pub mod profile;
pub mod propagation;
pub mod reaching;
pub mod receiver;
mod relief;
pub mod service;
pub mod signal_sheet;
pub mod station;
mod sweep;
pub mod village;
