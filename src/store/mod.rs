//! Files: scenes, region packages, settings. The only place beside `cli` that touches the disk.

pub mod cases;
pub mod complaint;
pub mod corrections;
pub mod data_folder;
pub mod design;
pub mod embedded;
pub mod files;
pub mod folder;
pub mod geopackage;
pub mod kept;
pub mod library;
pub mod lock;
pub mod pack;
pub mod recognise;
pub mod roadmaps;
pub mod scenarios;
pub mod scene;
pub mod scene_file;
mod scene_folder;
pub mod settings;
pub mod showpiece;
pub mod tours;
