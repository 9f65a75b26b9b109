//! Takes the pictures that are asked for, of the window or of the image that stands in for it.

use super::camera::PictureTarget;
use crate::twin::diagnostic::Diagnostic;
use crate::viewer::app::capture::{PictureTaken, TakePicture};
use crate::viewer::app::notice::Notices;
use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use std::path::{Path, PathBuf};

/// Adds the taking of pictures.
pub fn plugin(app: &mut App) {
    app.add_systems(Last, take);
}

/// The file that a picture is meant for.
#[derive(Component)]
struct For(PathBuf);

fn take(mut wishes: MessageReader<TakePicture>, target: Option<Res<PictureTarget>>, mut commands: Commands) {
    for wish in wishes.read() {
        let picture = target.as_ref().map_or_else(Screenshot::primary_window, |target| Screenshot::image(target.0.clone()));
        commands.spawn((picture, For(wish.path.clone()))).observe(save);
    }
}

fn save(captured: On<ScreenshotCaptured>, wishes: Query<&For>, mut taken: MessageWriter<PictureTaken>, mut notices: ResMut<Notices>) {
    let Ok(For(path)) = wishes.get(captured.entity) else { return };
    match write(&captured.image, path) {
        Ok(()) => notices.say(Diagnostic::note("picture-saved").with("file", path.to_string_lossy().into_owned())),
        Err(diagnostic) => notices.say(diagnostic),
    }
    taken.write(PictureTaken { path: path.clone() });
}

fn write(image: &Image, path: &Path) -> Result<(), Diagnostic> {
    let failed =
        |reason: String| Diagnostic::error("file-unwritable").with("file", path.to_string_lossy().into_owned()).with("reason", reason);
    let picture = image.clone().try_into_dynamic().map_err(|error| failed(error.to_string()))?;
    picture.to_rgb8().save(path).map_err(|error| failed(error.to_string()))
}
