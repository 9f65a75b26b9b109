//! Drawing: the model as meshes about a moving origin, the sky, a flood's water, sheets of values, the camera, pictures.

pub mod camera;
pub mod capture;
mod export;
mod flood;
pub mod kind;
mod lost;
pub mod material;
pub mod mesh;
mod per_view;
pub mod picking;
mod sheet;
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
        flood::plugin,
        sheet::plugin,
        capture::plugin,
        export::plugin,
        lost::plugin,
        picking::plugin,
    ));
}
