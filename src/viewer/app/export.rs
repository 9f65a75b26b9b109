//! Models for other programs: the wish for a 3D file of what is in view, which drawing fulfils, and how it ended.

use crate::twin::diagnostic::Diagnostic;
use bevy::prelude::*;
use std::path::PathBuf;

/// Asks for what is in view as a 3D file.
#[derive(Message, Clone, Debug, PartialEq)]
pub struct SaveModel {
    /// The GLB file to write.
    pub path: PathBuf,
}

/// Tells how the writing of a model ended.
#[derive(Message, Clone, Debug, PartialEq)]
pub struct ModelSaved {
    /// The file.
    pub path: PathBuf,
    /// Its triangles; `model-empty`, `model-too-large`, `file-unwritable` or `folder-missing` where there is none: an older file is then
    /// as it was.
    pub result: Result<usize, Diagnostic>,
}

/// Models that are asked for and not written yet.
#[derive(Resource, Default)]
pub struct Exporting(pub usize);

/// Adds the wish and the answer.
pub fn plugin(app: &mut App) {
    app.init_resource::<Exporting>().add_message::<SaveModel>().add_message::<ModelSaved>().add_systems(PostUpdate, count);
}

/// Keeps count, so that scripts know when everything is written.
fn count(mut asked: MessageReader<SaveModel>, mut saved: MessageReader<ModelSaved>, mut exporting: ResMut<Exporting>) {
    let (asked, saved) = (asked.read().count(), saved.read().count());
    if asked + saved > 0 {
        exporting.0 = (exporting.0 + asked).saturating_sub(saved);
    }
}
