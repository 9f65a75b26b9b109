//! What the window knows and can do, before anything is drawn: session, commands, jobs, viewpoint, settings.

pub mod daylight;
pub mod job;
pub mod quality;
pub mod session;
pub mod view_size;
pub mod viewpoint;

use bevy::app::App;

/// Adds the state that drawing and panels share.
pub fn plugin(app: &mut App) {
    app.add_plugins((view_size::plugin, session::plugin));
}
