//! Draws the pictures that are asked for, of the window or of the image that stands in for it.

use super::camera::PictureTarget;
use crate::viewer::app::capture::{PictureDrawn, TakePicture};
use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use std::path::PathBuf;

/// Adds the drawing of pictures.
pub fn plugin(app: &mut App) {
    app.add_systems(Last, take);
}

/// The file that a picture is meant for.
#[derive(Component)]
struct For(PathBuf);

fn take(mut wishes: MessageReader<TakePicture>, target: Option<Res<PictureTarget>>, mut commands: Commands) {
    for wish in wishes.read() {
        let picture = target.as_ref().map_or_else(Screenshot::primary_window, |target| Screenshot::image(target.0.clone()));
        commands.spawn((picture, For(wish.path.clone()))).observe(hand_over);
    }
}

fn hand_over(captured: On<ScreenshotCaptured>, wishes: Query<&For>, mut drawn: MessageWriter<PictureDrawn>) {
    if let Ok(For(path)) = wishes.get(captured.entity) {
        drawn.write(PictureDrawn { path: path.clone(), image: captured.image.clone() });
    }
}
