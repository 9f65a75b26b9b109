//! What leaves the program for people who have none: 3D files and films.

pub mod animation;
pub mod gltf;
