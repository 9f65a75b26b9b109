//! Files: scenes, region packages, settings. The only place beside `cli` that touches the disk.

pub mod corrections;
pub mod design;
pub mod embedded;
pub mod files;
pub mod folder;
pub mod geopackage;
pub mod recognise;
pub mod scene;
pub mod scene_file;
pub mod settings;
