//! Drawing: the model as meshes about a moving origin, the sky, the camera, pictures.

pub mod camera;
pub mod capture;
mod export;
pub mod kind;
mod lost;
pub mod material;
pub mod mesh;
pub mod picking;
pub mod space;
pub mod tile;

use bevy::app::App;

/// Adds everything that draws.
pub fn plugin(app: &mut App) {
    app.add_plugins((
        space::plugin,
        material::plugin,
        camera::plugin,
        tile::stream::plugin,
        capture::plugin,
        export::plugin,
        lost::plugin,
        picking::plugin,
    ));
}
