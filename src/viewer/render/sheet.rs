//! A sheet of values on the ground of each view: a picture in the outcome's colours that lies over the ground's own triangles, exactly as they
//! are drawn near and far.

use super::camera::{COMMON, layer_of};
use super::kind::Kind;
use super::material::{Materials, SurfaceMaterial, ground_picture};
use super::mesh::canvas::Canvas;
use super::per_view::{self, PerView, Stage};
use super::space::{EngineOrigin, origin_for};
use super::tile::part::TilePart;
use crate::twin::simulate::cells::Cells;
use crate::viewer::app::overlay::sheet::{Laid, SheetSpec, Sheets};
use crate::viewer::app::overlay::spec::{self, OverlaySpec};
use crate::viewer::app::overlay::{Overlay, OverlaySystems};
use crate::viewer::app::quality::Quality;
use crate::viewer::app::session::Activity;
use crate::viewer::app::viewpoint::Viewpoint;
use crate::viewer::app::views::Views;
use bevy::camera::visibility::RenderLayers;
use bevy::light::NotShadowCaster;
use bevy::math::{DVec2, DVec3};
use bevy::prelude::*;
use std::sync::Arc;

/// Texels a side: some five a cell, so that the line of a limit is thin.
const SIDE: u32 = 1_024;
/// How solid the colours are.
const SOLID: f32 = 0.6;
/// Width of the line of a limit, in texels.
const LINE: f64 = 1.6;
/// Over this part of its side the sheet fades out towards its edge: what is in view ends before, but for the horizon.
const EDGE: f64 = 0.04;

/// The pictures of sheets.
#[derive(Resource, Default)]
pub struct SheetPictures(PerView<Picture>);

/// What a picture is of.
#[derive(Clone)]
struct Picture {
    outcome: &'static OverlaySpec,
    spec: &'static SheetSpec,
    laid: Arc<Laid>,
}

impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.laid, &other.laid)
    }
}

/// A picture on screen: its material, none where there was no memory for it, and the cells that it covers.
#[derive(Clone, PartialEq)]
struct Shown {
    material: Option<Handle<SurfaceMaterial>>,
    cells: Cells,
}

/// The ground of a tile once more, with the sheet of a view on it.
#[derive(Component)]
struct Covered(usize);

impl per_view::Laid for Picture {
    /// The texels of a canvas.
    type Made = (Cells, Option<Vec<u8>>);
    type Shown = Shown;

    fn make(&self) -> Self::Made {
        (self.laid.values.cells, paint(self).map(Canvas::into_levels))
    }
}

impl SheetPictures {
    /// Lets the pictures be made anew.
    pub fn build_anew(&mut self) {
        self.0.build_anew();
    }
}

/// Adds the sheets.
pub fn plugin(app: &mut App) {
    app.init_resource::<SheetPictures>()
        .add_systems(Update, follow.after(OverlaySystems))
        .add_systems(PostUpdate, (cover, lay).chain().before(TransformSystems::Propagate));
}

/// What pictures are made of, and where they are put.
#[derive(bevy::ecs::system::SystemParam)]
struct Stock<'w> {
    materials: Res<'w, Materials>,
    quality: Res<'w, Quality>,
    images: ResMut<'w, Assets<Image>>,
    surfaces: ResMut<'w, Assets<SurfaceMaterial>>,
}

impl Stage<Picture> for Stock<'_> {
    fn show(&mut self, _: usize, (cells, texels): (Cells, Option<Vec<u8>>)) -> Shown {
        let picture = texels.map(|texels| self.images.add(ground_picture(texels, SIDE, *self.quality)));
        Shown { material: picture.map(|picture| self.materials.sheet(&mut self.surfaces, picture)), cells }
    }

    /// What no ground is covered with any more goes by itself.
    fn clear(&mut self, _: Shown) {}
}

/// Brings the picture of every view up to date with its sheet.
fn follow(
    overlay: Res<Overlay>,
    sheets: Res<Sheets>,
    views: Res<Views>,
    mut pictures: ResMut<SheetPictures>,
    mut activity: ResMut<Activity>,
    mut stock: Stock,
) {
    let pictures = &mut pictures.bypass_change_detection().0;
    let wanted = |view: usize| {
        let (outcome, (spec, laid)) = (overlay.shown()?, sheets.in_view(view)?);
        (outcome.id == spec.id).then(|| Picture { outcome, spec, laid: laid.clone() })
    };
    pictures.follow((0..views.count()).map(wanted).collect(), &mut stock);
    activity.sheets_missing = sheets.missing() + pictures.missing();
}

/// Covers the ground of every tile with the sheet of each view, all of it where that is another one, else what has come.
fn cover(
    pictures: Res<SheetPictures>,
    grounds: Query<(Entity, Ref<TilePart>, &Mesh3d, &RenderLayers)>,
    covered: Query<(Entity, &Covered)>,
    mut before: Local<Vec<Option<Shown>>>,
    mut commands: Commands,
) {
    let now: Vec<Option<Shown>> = pictures.0.shown().map(|shown| shown.cloned()).collect();
    let views = before.len().max(now.len());
    before.resize(views, None);
    for (view, before) in before.iter().enumerate() {
        let now = now.get(view).and_then(Option::as_ref);
        let is_other = now != before.as_ref();
        if is_other {
            covered.iter().filter(|(_, covered)| covered.0 == view).for_each(|(entity, _)| commands.entity(entity).despawn());
        }
        let Some(material) = now.and_then(|shown| shown.material.as_ref()) else { continue };
        let (own, seen) = (RenderLayers::layer(layer_of(view)), RenderLayers::from_layers(&[COMMON, layer_of(view)]));
        for (ground, part, mesh, layers) in &grounds {
            if part.0 == Kind::Ground && layers.intersects(&seen) && (is_other || part.is_added()) {
                let cover = (Covered(view), mesh.clone(), MeshMaterial3d(material.clone()), own.clone(), NotShadowCaster);
                commands.spawn((cover, ChildOf(ground)));
            }
        }
    }
    *before = now;
}

/// Lays the pictures where they belong when engine space moves.
fn lay(pictures: Res<SheetPictures>, viewpoint: Res<Viewpoint>, mut surfaces: ResMut<Assets<SurfaceMaterial>>) {
    let origin = EngineOrigin(origin_for(&viewpoint));
    for Shown { material, cells } in pictures.0.shown().flatten() {
        let bounds = cells.bounds();
        let (corner, side) = (origin.engine(DVec3::new(bounds.min[0], bounds.max[1], 0.0)), bounds.size()[0] as f32);
        if let Some(material) = material
            && surfaces.get(material).is_some_and(|surface| !surface.lies_at(corner, side))
            && let Some(mut surface) = surfaces.get_mut(material)
        {
            surface.lay(corner, side);
        }
    }
}

/// Paints a sheet, and the line of a limit over it.
fn paint(Picture { outcome, spec, laid }: &Picture) -> Option<Canvas> {
    let bounds = laid.values.cells.bounds();
    let (half, middle) = (bounds.size()[0] / 2.0, DVec2::from_array(bounds.centre()));
    let mut canvas = Canvas::of(half, SIDE)?;
    let [nothing, all] = spec.floor;
    canvas.wash(|place| {
        let (value, share) = laid.values.between((middle + place).to_array());
        let inside = (1.0 - place.abs().max_element() / half) / EDGE;
        let solid = SOLID * share * ((value - nothing) / (all - nothing)).clamp(0.0, 1.0) * inside.clamp(0.0, 1.0) as f32;
        (solid > 0.0).then(|| (outcome.colour(value), solid))
    });
    let width = LINE * canvas.texel();
    for piece in &laid.ring {
        canvas.stroke(&piece.map(|end| DVec2::from_array(end) - middle), width, spec::LIMIT, 1.0);
    }
    Some(canvas)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::simulate::sheet::Sheet;
    use crate::viewer::app::overlay::sheet;

    #[test]
    fn a_picture_has_colours_where_there_are_values_and_the_line_over_them() {
        let cells = Cells { origin: [1_000.0, 2_000.0], columns: 64, rows: 64, side: 16.0 };
        // Strong in the west, weaker than the floor in the east, nothing in the south.
        let value = |cell: usize| match (cell % 64, cell / 64) {
            (_, 0..16) => f32::NAN,
            (0..32, _) => -90.0,
            _ => -130.0,
        };
        let values = Sheet { cells, values: (0..cells.count()).map(value).collect() };
        let ring = vec![[[1_500.0, 2_800.0], [1_900.0, 2_800.0]]];
        let outcome = spec::find("mobile-signal").expect("an outcome");
        let picture = Picture { outcome, spec: sheet::find(outcome.id).expect("a sheet"), laid: Arc::new(Laid { values, ring }) };
        let texels = paint(&picture).expect("a canvas").into_levels();
        // The canvas has a texel a metre: 64 cells of 16 m.
        let at = |east: usize, north: usize| {
            let (column, row) = (east - 1_000, 3_023 - north);
            <[u8; 4]>::try_from(&texels[(row * SIDE as usize + column) * 4..][..4]).expect("a texel")
        };
        let strong = at(1_200, 2_600);
        assert_eq!(strong[3], (255.0 * SOLID).round() as u8);
        let [red, green, blue, _] = outcome.colour(-90.0).map(|channel| (f32::from(channel) * SOLID).round() as i32);
        assert!([red, green, blue].iter().zip(strong).all(|(wanted, found)| (wanted - i32::from(found)).abs() <= 1), "{strong:?}");
        assert_eq!([at(1_800, 2_600), at(1_200, 2_100)], [[0; 4]; 2], "too weak, and unknown");
        assert!(at(1_000, 2_600)[3] < 20, "it fades out towards its edge");
        let line = at(1_700, 2_800);
        assert!(line[3] > 150 && line[0] > line[1], "the line lies over all: {line:?}");
    }
}
