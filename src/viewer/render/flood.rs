//! The flood's water: a surface in each view at the hour that is shown, worked out by a job and put in the place of the one before.

use super::camera::layer_of;
use super::kind::Kind;
use super::material::Materials;
use super::mesh::surface::{Colour, Surface};
use super::per_view::{Laid, PerView, Stage};
use super::space::{Anchored, EngineOrigin};
use crate::twin::simulate::cells::Cells;
use crate::twin::simulate::flood::known::Inundation;
use crate::twin::simulate::flood::surface::WaterSurface;
use crate::viewer::app::comparison::Comparing;
use crate::viewer::app::overlay::Overlay;
use crate::viewer::app::palette::blend;
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::session::{Activity, Session};
use crate::viewer::app::views::Views;
use crate::viewer::app::water::{FloodWater, WaterSystems, last_hour};
use bevy::camera::visibility::RenderLayers;
use bevy::light::NotShadowCaster;
use bevy::math::DVec3;
use bevy::prelude::*;
use std::sync::Arc;

/// Colours of shallow and of deep water: muddy, and less of the ground is seen the deeper it is.
const SHALLOW: Colour = [0x9d, 0xad, 0xab, 140];
const DEEP: Colour = [0x3c, 0x57, 0x66, 208];
/// From here on water is as dark as it gets [m].
const DARKEST: f32 = 3.0;
/// Triangles from which the surface is cut into pieces, so that those beside the picture are not drawn, and pieces a side.
const LARGE: usize = 20_000;
const PIECES: usize = 4;

/// The water that is drawn, and what is on its way.
#[derive(Resource, Default)]
pub struct Flooding(PerView<Water>);

/// The water of a view: its pieces hang on an entity.
pub struct Shown {
    entity: Entity,
    triangles: usize,
}

/// What a surface is of: the region, a flood, and the hour; without one the highest water.
#[derive(Clone)]
pub struct Water {
    generation: u64,
    flood: Arc<Inundation>,
    hour: Option<f32>,
}

impl PartialEq for Water {
    fn eq(&self, other: &Self) -> bool {
        (self.generation, self.hour) == (other.generation, other.hour) && Arc::ptr_eq(&self.flood, &other.flood)
    }
}

/// What a job brings.
pub struct Made {
    /// The surface about the middle of the cells, in pieces.
    pieces: Vec<Surface>,
    middle: DVec3,
}

impl Laid for Water {
    type Made = Made;
    type Shown = Shown;

    fn make(&self) -> Made {
        make(self)
    }
}

impl Flooding {
    /// Lets the water be made anew.
    pub fn build_anew(&mut self) {
        self.0.build_anew();
    }
}

/// Adds the water.
pub fn plugin(app: &mut App) {
    app.init_resource::<Flooding>().add_systems(Update, follow.after(WaterSystems));
}

/// What water is made of, and where it is put.
#[derive(bevy::ecs::system::SystemParam)]
struct Stock<'w, 's> {
    materials: Res<'w, Materials>,
    meshes: ResMut<'w, Assets<Mesh>>,
    commands: Commands<'w, 's>,
}

/// What decides which water is seen: the outcome that is shown, the scenario of each view, and the flood that was run of it.
#[derive(bevy::ecs::system::SystemParam)]
pub struct Seen<'w> {
    session: Res<'w, Session>,
    overlay: Res<'w, Overlay>,
    comparing: Res<'w, Comparing>,
    proposals: Res<'w, Proposals>,
    views: Res<'w, Views>,
}

impl Seen<'_> {
    /// The water of each view at an hour, without one the highest; none where no flood is shown or none is known yet.
    pub fn waters(&self, hour: Option<f32>) -> Vec<Option<Water>> {
        let shows = self.overlay.shown().is_some_and(|spec| spec.is_flood()) && self.comparing.is_of(&self.session);
        let water = |flood: &Arc<Inundation>| Water { generation: self.session.generation(), flood: flood.clone(), hour };
        let ids = self.views.ids(&self.proposals).into_iter();
        ids.map(|id| self.comparing.flood(id).filter(|_| shows).map(water)).collect()
    }
}

/// Brings the water of every view up to date with the outcome, the scenario and the hour that are shown.
fn follow(seen: Seen, mut water: ResMut<FloodWater>, mut flooding: ResMut<Flooding>, mut activity: ResMut<Activity>, mut stock: Stock) {
    let drawn = &mut flooding.bypass_change_detection().0;
    drawn.follow(seen.waters(water.hour()), &mut stock);
    let triangles: usize = drawn.shown().flatten().map(|shown| shown.triangles).sum();
    if water.triangles != triangles {
        water.triangles = triangles;
    }
    activity.water_missing = drawn.missing();
}

impl Stage<Water> for Stock<'_, '_> {
    fn show(&mut self, view: usize, made: Made) -> Shown {
        let triangles = made.pieces.iter().map(Surface::triangles).sum();
        Shown { entity: spawn(view, made.pieces, made.middle, self), triangles }
    }

    fn clear(&mut self, shown: Shown) {
        self.commands.entity(shown.entity).despawn();
    }
}

fn spawn(view: usize, pieces: Vec<Surface>, middle: DVec3, stock: &mut Stock) -> Entity {
    let entity = stock.commands.spawn((Anchored(middle), Visibility::Inherited)).id();
    let meshes: Vec<Handle<Mesh>> = pieces.into_iter().map(|piece| stock.meshes.add(piece.into_mesh())).collect();
    let material = stock.materials.of(Kind::Flood);
    stock.commands.entity(entity).with_children(|parent| {
        for mesh in meshes {
            parent.spawn((Mesh3d(mesh), MeshMaterial3d(material.clone()), RenderLayers::layer(layer_of(view)), NotShadowCaster));
        }
    });
    entity
}

impl Water {
    /// The hour in which it is seen, the last of the flood at most; none for the highest water.
    pub fn hour(&self) -> Option<f32> {
        self.hour.map(|hour| last_hour(&self.flood).map_or(hour, |last| hour.min(last)))
    }

    /// Its surface in engine space about a place (east, north, metres above sea level), and that place: the middle of its cells.
    pub fn surface(&self) -> (Surface, DVec3) {
        let Inundation { cells, ground, .. } = &*self.flood;
        let depths = self.flood.depths(self.hour.map(|hour| f64::from(hour) * 3_600.0));
        let water = WaterSurface::new(cells.columns, ground, &depths);
        let [east, north] = size(cells);
        let level = water.vertices.first().map_or(0.0, |vertex| f64::from(vertex.level));
        let middle = DVec3::new(cells.origin[0] + east / 2.0, cells.origin[1] + north / 2.0, level);
        (surface(&water, cells, middle), middle)
    }
}

/// How far cells reach eastward and northward [m].
fn size(cells: &Cells) -> [f64; 2] {
    [cells.columns, cells.rows].map(|count| count as f64 * cells.side)
}

/// Works out a surface, and cuts it where it is large.
fn make(water: &Water) -> Made {
    let (surface, middle) = water.surface();
    let [east, north] = size(&water.flood.cells);
    let pieces = if surface.triangles() > LARGE { PIECES } else { 1 };
    let half = east.max(north) / 2.0;
    let pieces = if surface.is_empty() { Vec::new() } else { surface.pieces(half as f32, pieces) };
    Made { pieces, middle }
}

/// Water in engine space about a place, coloured by its depth.
fn surface(water: &WaterSurface, cells: &Cells, middle: DVec3) -> Surface {
    let mut surface = Surface::default();
    let about = EngineOrigin(middle);
    for vertex in &water.vertices {
        let [east, north] = cells.middle(vertex.cell);
        let place = about.engine(DVec3::new(east, north, f64::from(vertex.level)));
        surface.vertex(place, Vec3::Y, colour(vertex.depth), Vec2::ZERO);
    }
    surface.indices = water.triangles.concat();
    surface
}

/// The colour of water of a depth [m]; it darkens the slower the deeper it is. Beyond the shore it fades out, wherever the ground as it is
/// drawn from afar lets it through.
fn colour(depth: f32) -> Colour {
    if depth <= 0.0 {
        return [SHALLOW[0], SHALLOW[1], SHALLOW[2], 0];
    }
    blend(SHALLOW, DEEP, (depth / DARKEST).clamp(0.0, 1.0).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn water_lies_where_its_cells_are_and_is_seen_from_above() {
        let cells = Cells { origin: [1_000.0, 2_000.0], columns: 2, rows: 2, side: 100.0 };
        let water = WaterSurface::new(2, &[50.0, 50.0, 50.0, 53.0], &[2.0, 2.0, 2.0, 0.0]);
        let surface = surface(&water, &cells, DVec3::new(1_100.0, 2_100.0, 51.0));
        assert_eq!(surface.positions[0], [-50.0, 1.0, 50.0], "the south-western cell: west and south, a metre above");
        assert_eq!((surface.positions.len(), surface.triangles()), (4, 2));
        for corners in surface.indices.chunks_exact(3) {
            let [a, b, c] = [0, 1, 2].map(|corner| Vec3::from(surface.positions[corners[corner] as usize]));
            assert!((b - a).cross(c - a).y > 0.0, "seen from above");
        }
        let [shallow, deep] = [0.1, 9.0].map(colour);
        assert!(shallow[3] < deep[3] && shallow[0] > deep[0] && deep == DEEP);
        assert_eq!((surface.colours[0][3] > 0, surface.colours[3][3]), (true, 0), "it fades out over the dry cell");
    }
}
