//! How large the picture is, in a window or without one.

use bevy::prelude::*;
use bevy::window::PrimaryWindow;

/// Size of the picture.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct ViewSize {
    /// Logical pixels across and down.
    pub points: Vec2,
    /// Physical pixels of one logical pixel.
    pub scale: f32,
}

impl Default for ViewSize {
    fn default() -> Self {
        Self { points: Vec2::new(1280.0, 720.0), scale: 1.0 }
    }
}

impl ViewSize {
    /// Width by height.
    pub fn aspect(&self) -> f64 {
        f64::from(self.points.x.max(1.0) / self.points.y.max(1.0))
    }

    /// A point of the picture (logical pixels from the upper left) as −1 to 1, y up.
    pub fn centred(&self, point: Vec2) -> bevy::math::DVec2 {
        let share = point / self.points.max(Vec2::ONE);
        bevy::math::DVec2::new(f64::from(share.x) * 2.0 - 1.0, 1.0 - f64::from(share.y) * 2.0)
    }

    /// The inverse of [`ViewSize::centred`].
    pub fn point(&self, centred: bevy::math::DVec2) -> Vec2 {
        Vec2::new((centred.x as f32 + 1.0) / 2.0, (1.0 - centred.y as f32) / 2.0) * self.points
    }
}

/// Follows the window's size; a picture without a window keeps what it was given.
pub fn plugin(app: &mut App) {
    app.init_resource::<ViewSize>().add_systems(PreUpdate, follow_window);
}

fn follow_window(window: Query<&Window, With<PrimaryWindow>>, mut size: ResMut<ViewSize>) {
    if let Ok(window) = window.single() {
        let points = Vec2::new(window.width().max(1.0), window.height().max(1.0));
        size.set_if_neq(ViewSize { points, scale: window.scale_factor() });
    }
}
