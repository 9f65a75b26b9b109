//! Pictures: the wish for one, which drawing fulfils, and the file that becomes of it, without a frame waiting for either.

use super::job::Job;
use super::notice::Notices;
use crate::store::files;
use crate::twin::diagnostic::Diagnostic;
use bevy::prelude::*;
use image::ImageFormat;
use std::io::Cursor;
use std::path::{Path, PathBuf};

/// Asks for the picture that is on screen, credit line and all.
#[derive(Message, Clone, Debug, PartialEq)]
pub struct TakePicture {
    /// The PNG file to write.
    pub path: PathBuf,
}

/// A picture that was drawn for a file.
#[derive(Message, Clone, Debug)]
pub struct PictureDrawn {
    /// The PNG file to write.
    pub path: PathBuf,
    /// The pixels, as the graphics card has them.
    pub image: Image,
}

/// Asks for the picture that is on screen, to be kept in memory: a frame of a film.
#[derive(Message, Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakeFrame {
    /// Which one it is, told with the answer.
    pub number: u64,
}

/// A frame that was drawn.
#[derive(Message, Clone, Debug)]
pub struct FrameDrawn {
    /// Which one it is.
    pub number: u64,
    /// The pixels, as the graphics card has them.
    pub image: Image,
}

/// Tells how the writing of a picture ended.
#[derive(Message, Clone, Debug, PartialEq)]
pub struct PictureTaken {
    /// The file.
    pub path: PathBuf,
    /// `file-unwritable` or `folder-missing` where there is none; an older file is then as it was.
    pub result: Result<(), Diagnostic>,
}

/// Pictures on their way to the disk.
#[derive(Resource, Default)]
struct Saving(Vec<(PathBuf, Job<Result<(), Diagnostic>>)>);

/// Adds the saving.
pub fn plugin(app: &mut App) {
    app.init_resource::<Saving>()
        .add_message::<TakePicture>()
        .add_message::<PictureDrawn>()
        .add_message::<PictureTaken>()
        .add_message::<TakeFrame>()
        .add_message::<FrameDrawn>()
        .add_systems(Update, save);
}

fn save(
    mut drawn: MessageReader<PictureDrawn>,
    mut saving: ResMut<Saving>,
    mut taken: MessageWriter<PictureTaken>,
    mut notices: ResMut<Notices>,
) {
    for PictureDrawn { path, image } in drawn.read().cloned() {
        let target = path.clone();
        saving.0.push((path, Job::start(move |_| write(image, &target))));
    }
    saving.0.retain(|(path, job)| {
        let Some(result) = job.written(path) else { return true };
        let said = result.clone().err().unwrap_or_else(|| Diagnostic::note("picture-saved").with("file", files::shown(path)));
        notices.say(said);
        taken.write(PictureTaken { path: path.clone(), result });
        false
    });
}

fn write(image: Image, path: &Path) -> Result<(), Diagnostic> {
    let failed = |reason: String| Diagnostic::error("file-unwritable").with("file", files::shown(path)).with("reason", reason);
    let picture = image.try_into_dynamic().map_err(|error| failed(error.to_string()))?.to_rgb8();
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).map_err(|error| failed(error.to_string()))?;
    files::replace(path, &bytes)
}
