//! The only holder of what is open: a scene and its region. It changes through commands alone.

use super::viewpoint::Viewpoint;
use crate::store::scene::Opened;
use crate::twin::model::region::Region;
use crate::twin::scene::Scene;
use bevy::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is open.
#[derive(Resource, Default)]
pub struct Session {
    scene: Option<Scene>,
    region: Option<Arc<Region>>,
    path: Option<PathBuf>,
    generation: u64,
    opened: u64,
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

    /// The file that it came from; none for what comes with the program.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The folder of the scene, where it lies on the disk.
    pub fn folder(&self) -> Option<PathBuf> {
        let file = self.path().filter(|path| path.extension().is_some_and(|extension| extension == "ron"))?;
        file.parent().map(Path::to_path_buf)
    }

    /// Grows with every change of the region, so that late results for an earlier one are known.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Grows with every scene opened.
    pub fn opened(&self) -> u64 {
        self.opened
    }

    /// Takes over what was opened.
    pub fn open(&mut self, opened: Opened) {
        self.scene = Some(opened.scene);
        self.region = Some(Arc::new(opened.region));
        self.path = opened.path;
        self.generation += 1;
        self.opened += 1;
    }

    /// Takes over a changed region of the same scene.
    pub fn replace_region(&mut self, region: Region) {
        self.region = Some(Arc::new(region));
        self.generation += 1;
    }

    /// The scene's own first view, or one of all of it.
    pub fn first_view(&self, aspect: f64) -> Option<Viewpoint> {
        let region = self.region()?;
        let view = self.scene().and_then(|scene| scene.view);
        Some(view.map_or_else(|| Viewpoint::framing(&region.extent, aspect), |view| Viewpoint::from_view(&view, region)))
    }
}

/// What is going on behind the picture.
#[derive(Resource, Debug)]
pub struct Activity {
    /// Tiles in view that are not there yet.
    pub tiles_missing: usize,
    /// Tiles in view.
    pub tiles_shown: usize,
    /// Triangles of the tiles in view, by kind of surface.
    pub triangles: std::collections::BTreeMap<String, usize>,
    /// Whether the tiles are those of the open region.
    pub tiles_current: bool,
    /// Whether they show what is proposed at the moment.
    pub proposals_current: bool,
    /// Views whose flood is not drawn yet as it should be.
    pub water_missing: usize,
    /// Views whose sheet of values on the ground is not worked out and drawn yet as it should be.
    pub sheets_missing: usize,
}

impl Default for Activity {
    fn default() -> Self {
        Self {
            tiles_missing: usize::MAX,
            tiles_shown: 0,
            triangles: std::collections::BTreeMap::new(),
            tiles_current: false,
            proposals_current: false,
            water_missing: 0,
            sheets_missing: 0,
        }
    }
}

impl Activity {
    /// Whether the region in view is drawn as finely as it will be.
    pub fn is_seen(&self) -> bool {
        self.tiles_current && self.tiles_missing == 0
    }

    /// Whether everything in view is drawn as finely as it will be, with what is proposed.
    pub fn is_complete(&self) -> bool {
        self.is_seen() && self.proposals_current
    }

    /// Whether what lies over the ground is there as well: then a picture is worth taking.
    pub fn is_settled(&self) -> bool {
        self.is_complete() && self.water_missing == 0 && self.sheets_missing == 0
    }
}

/// Adds session and viewpoint.
pub fn plugin(app: &mut App) {
    app.init_resource::<Session>().init_resource::<Activity>().init_resource::<Viewpoint>().init_resource::<super::daylight::Daylight>();
}
