//! The wish for a picture; drawing fulfils it.

use bevy::prelude::*;
use std::path::PathBuf;

/// Asks for the picture that is on screen, credit line and all.
#[derive(Message, Clone, Debug, PartialEq)]
pub struct TakePicture {
    /// The PNG file to write.
    pub path: PathBuf,
}

/// Tells that a picture was written.
#[derive(Message, Clone, Debug, PartialEq)]
pub struct PictureTaken {
    /// The file.
    pub path: PathBuf,
}
