//! What is there: the region and everything in it, held whole and compactly.

pub mod amenity;
pub mod boundary;
pub mod building;
pub mod choice;
pub mod connectivity;
pub mod correction;
pub mod cover;
pub mod feature;
pub mod id;
pub mod layer;
pub mod local_text;
pub mod names;
pub mod network;
pub mod origin;
pub mod place;
pub mod plane;
pub mod quality;
pub mod railway;
pub mod region;
pub mod source;
pub mod space;
pub mod street;
pub mod terrain;
pub mod transit;
pub mod tree;
pub mod water;
