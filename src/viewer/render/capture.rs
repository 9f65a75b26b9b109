//! Pictures of what is drawn, from a window or without one.

use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};

/// Adds nothing yet beside Bevy's own screenshots.
pub fn plugin(_: &mut App) {}

/// Takes a picture of the window and saves it.
pub fn save_window(commands: &mut Commands, path: std::path::PathBuf) {
    commands.spawn(Screenshot::primary_window()).observe(move |captured: On<ScreenshotCaptured>| {
        if let Ok(image) = captured.image.clone().try_into_dynamic() {
            let _ = image.to_rgb8().save(&path);
        }
    });
}
