//! The only holder of what is open: a scene and its region. It changes through commands alone.

use super::viewpoint::Viewpoint;
use crate::twin::model::region::Region;
use crate::twin::scene::Scene;
use bevy::prelude::*;
use std::sync::Arc;

/// What is open.
#[derive(Resource, Default)]
pub struct Session {
    scene: Option<Scene>,
    region: Option<Arc<Region>>,
    generation: u64,
}

impl Session {
    /// The scene that is open.
    pub fn scene(&self) -> Option<&Scene> {
        self.scene.as_ref()
    }

    /// Its region.
    pub fn region(&self) -> Option<&Arc<Region>> {
        self.region.as_ref()
    }

    /// Grows with every region opened, so that late results of an earlier one are known.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Takes over what was opened.
    pub fn open(&mut self, scene: Scene, region: Region) {
        self.scene = Some(scene);
        self.region = Some(Arc::new(region));
        self.generation += 1;
    }
}

/// What is going on behind the picture.
#[derive(Resource, Default)]
pub struct Activity {
    /// Tiles in view that are not there yet.
    pub tiles_missing: usize,
}

/// Adds session and viewpoint.
pub fn plugin(app: &mut App) {
    app.init_resource::<Session>().init_resource::<Activity>().init_resource::<Viewpoint>().init_resource::<super::daylight::Daylight>();
}
