//! Draws the pictures that are asked for, of the window or of the image that stands in for it.

use super::camera::PictureTarget;
use crate::viewer::app::capture::{FrameDrawn, PictureDrawn, TakeFrame, TakePicture};
use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use std::path::PathBuf;

/// Adds the drawing of pictures.
pub fn plugin(app: &mut App) {
    app.add_systems(Last, take);
}

/// What a picture is meant for.
#[derive(Component, Clone)]
enum For {
    File(PathBuf),
    Film(u64),
}

fn take(
    mut wishes: MessageReader<TakePicture>,
    mut frames: MessageReader<TakeFrame>,
    target: Option<Res<PictureTarget>>,
    mut commands: Commands,
) {
    let files = wishes.read().map(|wish| For::File(wish.path.clone()));
    for purpose in files.chain(frames.read().map(|frame| For::Film(frame.number))) {
        let picture = target.as_ref().map_or_else(Screenshot::primary_window, |target| Screenshot::image(target.0.clone()));
        commands.spawn((picture, purpose)).observe(hand_over);
    }
}

fn hand_over(
    captured: On<ScreenshotCaptured>,
    purposes: Query<&For>,
    mut drawn: MessageWriter<PictureDrawn>,
    mut frames: MessageWriter<FrameDrawn>,
) {
    match purposes.get(captured.entity) {
        Ok(For::File(path)) => _ = drawn.write(PictureDrawn { path: path.clone(), image: captured.image.clone() }),
        Ok(For::Film(number)) => _ = frames.write(FrameDrawn { number: *number, image: captured.image.clone() }),
        Err(_) => {}
    }
}
