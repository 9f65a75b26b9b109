//! Makes a 3D file of what is in view: a job builds the tiles in view once more and hands them on, while frames go on.

mod flood;
mod surface;

use super::flood::{Seen, Water};
use super::kind::Kind;
use super::space::EngineOrigin;
use super::tile::build::build;
use super::tile::tiles::{InView, Tiles};
use crate::i18n::Words;
use crate::publish::gltf::{Glb, Material, Origin, Wrap};
use crate::store::files;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::region::Standing;
use crate::viewer::app::export::{ModelSaved, SaveModel};
use crate::viewer::app::job::{self, Job, Watch};
use crate::viewer::app::layers::Layers;
use crate::viewer::app::notice::Notices;
use crate::viewer::app::settings::Wording;
use crate::viewer::app::viewpoint::Viewpoint;
use crate::viewer::app::water::FloodWater;
use bevy::math::{DVec2, DVec3};
use bevy::prelude::*;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// Triangles beyond which other programs may take long over a model.
const MANY: usize = 5_000_000;
/// Tiles that are built before they are handed on: more would only take memory.
const AT_ONCE: usize = 16;

/// Models on their way to the disk.
#[derive(Resource, Default)]
struct Saving(Vec<(PathBuf, Job<Result<usize, Diagnostic>>)>);

/// Adds the making of models.
pub fn plugin(app: &mut App) {
    app.init_resource::<Saving>().add_systems(Last, (start, finish).chain());
}

/// Everything that a job needs to know of the window.
struct Work {
    in_view: InView,
    /// The water of the flood that is shown.
    water: Option<Water>,
    layers: Layers,
    /// The file's zero (east, north, metres above sea level).
    zero: DVec3,
    words: Words,
}

/// What of the window a model is made of.
#[derive(bevy::ecs::system::SystemParam)]
struct Shown<'w> {
    tiles: Res<'w, Tiles>,
    seen: Seen<'w>,
    water: Res<'w, FloodWater>,
    layers: Res<'w, Layers>,
    viewpoint: Res<'w, Viewpoint>,
    wording: Res<'w, Wording>,
}

impl Shown<'_> {
    /// What the first view shows; none before there is a picture.
    fn work(&self) -> Option<Work> {
        Some(Work {
            in_view: self.tiles.in_view()?,
            water: self.seen.waters(self.water.hour()).into_iter().next().flatten(),
            layers: self.layers.clone(),
            zero: self.viewpoint.focus.extend(self.viewpoint.height),
            words: Words::clone(&self.wording),
        })
    }
}

fn start(
    mut wishes: MessageReader<SaveModel>,
    shown: Shown,
    mut saving: ResMut<Saving>,
    mut saved: MessageWriter<ModelSaved>,
    mut notices: ResMut<Notices>,
) {
    for SaveModel { path } in wishes.read().cloned() {
        let Some(work) = shown.work() else {
            let nothing = Diagnostic::warning("model-empty");
            notices.say(nothing.clone());
            saved.write(ModelSaved { path, result: Err(nothing) });
            continue;
        };
        let target = path.clone();
        saving.0.push((path, Job::start(move |watch| job::aside(|| work.write(&target, watch)))));
    }
}

fn finish(mut saving: ResMut<Saving>, mut saved: MessageWriter<ModelSaved>, mut notices: ResMut<Notices>) {
    saving.bypass_change_detection().0.retain(|(path, job)| {
        let Some(result) = job.written(path) else { return true };
        notices.say(match &result {
            Ok(triangles) if *triangles > MANY => about(Diagnostic::warning("model-large"), path, *triangles),
            Ok(triangles) => about(Diagnostic::note("model-saved"), path, *triangles),
            Err(fault) => fault.clone(),
        });
        saved.write(ModelSaved { path: path.clone(), result });
        false
    });
}

fn about(notice: Diagnostic, path: &Path, triangles: usize) -> Diagnostic {
    notice.with("file", files::shown(path)).with("count", triangles)
}

impl Work {
    fn write(&self, path: &Path, watch: &Watch) -> Result<usize, Diagnostic> {
        let mut glb = Glb::new(&self.credit(), Some(self.origin()));
        let windows = glb.picture("windows", surface::window_picture()?, Wrap::Repeat);
        let materials = Kind::ALL.map(|kind| glb.material(self.material(kind, (kind == Kind::Facade).then_some(windows))));
        for some in self.in_view.tiles.chunks(AT_ONCE) {
            // Nobody waits any more: the window is closed.
            if !watch.is_wanted() {
                return Err(Diagnostic::error("work-lost").with("target", files::shown(path)));
            }
            let guise = std::slice::from_ref(&self.in_view.guise);
            let built: Vec<_> = some.par_iter().map(|(key, style)| (*key, build(&self.in_view.scenery, guise, *key, *style))).collect();
            for (key, tile) in built.into_iter().filter_map(|(key, tiles)| Some((key, tiles.into_iter().next()?))) {
                let centre = DVec2::from_array(key.centre()).extend(tile.base);
                let at = EngineOrigin(self.zero).engine(centre).to_array();
                let name = format!("{}/{}/{}", key.level, key.column, key.row);
                let painted = tile
                    .picture
                    .as_deref()
                    .map(|texels| surface::ground_picture(&tile.surfaces[Kind::Ground as usize], texels))
                    .transpose()?;
                let painted = painted.map(|png| {
                    let picture = glb.picture(&name, png, Wrap::Clamp);
                    glb.material(self.material(Kind::Ground, Some(picture)))
                });
                for (kind, surface) in
                    Kind::ALL.into_iter().zip(&tile.surfaces).filter(|(kind, surface)| self.shows(*kind) && !surface.is_empty())
                {
                    let group = glb.group(&self.name_of(kind));
                    let own = painted.filter(|_| kind == Kind::Ground);
                    let mut mesh = surface::mesh_of(surface, kind, key);
                    (mesh.name, mesh.at) = (name.clone(), at);
                    if own.is_some() {
                        // The picture holds the colours of the ground already.
                        mesh.colours.clear();
                    }
                    glb.add(group, own.unwrap_or(materials[kind as usize]), &mesh);
                }
            }
        }
        self.add_water(&mut glb, materials[Kind::Flood as usize]);
        let triangles = glb.triangles();
        files::replace(path, &glb.finish()?)?;
        Ok(triangles)
    }

    /// The water of the flood, called by its hour.
    fn add_water(&self, glb: &mut Glb, material: usize) {
        let Some(water) = &self.water else { return };
        let (surface, middle) = water.surface();
        let in_view = self.in_view.tiles.iter().map(|(key, _)| *key).collect();
        let mut mesh = flood::mesh(&surface, middle, &in_view, self.zero);
        mesh.name = self.words.flood_hour(water.hour().map(f64::from));
        let group = glb.group(&self.words.get("model-flood"));
        glb.add(group, material, &mesh);
    }

    /// Whether a kind of surface is handed on: other programs have a shade of their own.
    fn shows(&self, kind: Kind) -> bool {
        kind != Kind::Shade && kind.layer().is_none_or(|layer| self.layers.look_of(layer).visible)
    }

    /// What a reader calls the things that a kind of surface belongs to.
    fn name_of(&self, kind: Kind) -> String {
        kind.layer().map_or_else(|| self.words.get("model-ground"), |layer| self.words.layer(layer)).into_owned()
    }

    fn material(&self, kind: Kind, picture: Option<usize>) -> Material {
        Material {
            name: format!("{kind:?}"),
            opacity: kind.layer().map_or(1.0, |layer| self.layers.look_of(layer).opacity),
            blended: kind == Kind::Flood,
            metallic: 0.0,
            roughness: surface::roughness(kind),
            double_sided: false,
            picture,
        }
    }

    /// Whose data it is made of, and what it is not to be taken for.
    fn credit(&self) -> String {
        let region = &self.in_view.scenery.region;
        let mark = (region.standing == Standing::Sketch).then(|| self.words.get("sketch-mark").into_owned());
        region.credits().into_iter().map(str::to_owned).chain(mark).collect::<Vec<_>>().join(" · ")
    }

    fn origin(&self) -> Origin {
        let place = self.in_view.scenery.region.frame.geo_from_metres(self.zero.truncate().to_array());
        Origin { longitude: place.lon, latitude: place.lat, height: self.zero.z }
    }
}
