//! Tiles as the engine draws them: an entity a tile, and below it a mesh a kind of surface, switched with its layer.

use super::build::Tile;
use super::key::TileKey;
use crate::viewer::app::layers::Layers;
use crate::viewer::app::quality::Quality;
use crate::viewer::render::camera::{COMMON, layer_of};
use crate::viewer::render::kind::Kind;
use crate::viewer::render::material::{Materials, SurfaceMaterial, ground_picture};
use crate::viewer::render::mesh::canvas;
use crate::viewer::render::space::Anchored;
use bevy::camera::visibility::RenderLayers;
use bevy::light::NotShadowCaster;
use bevy::math::DVec2;
use bevy::prelude::*;

/// Triangles from which what stands is cut into pieces, so that those beside the picture are not drawn.
const LARGE: usize = 1_500;

/// What the parts of new tiles are made of.
#[derive(bevy::ecs::system::SystemParam)]
pub struct Stock<'w> {
    materials: Res<'w, Materials>,
    layers: Res<'w, Layers>,
    quality: Res<'w, Quality>,
    meshes: ResMut<'w, Assets<Mesh>>,
    images: ResMut<'w, Assets<Image>>,
    surfaces: ResMut<'w, Assets<SurfaceMaterial>>,
}

impl Stock<'_> {
    /// The material of ground with a picture on it.
    fn painted(&mut self, texels: Vec<u8>, size: f64) -> Handle<SurfaceMaterial> {
        let picture = self.images.add(ground_picture(texels, canvas::SIDE, *self.quality));
        self.materials.painted(&mut self.surfaces, picture, size as f32)
    }
}

/// A mesh of a tile, switched with its layer.
#[derive(Component, Clone, Copy)]
pub struct TilePart(pub Kind);

fn visibility_of(kind: Kind, layers: &Layers) -> Visibility {
    let shown = kind.layer().is_none_or(|layer| layers.look_of(layer).visible);
    if shown { Visibility::Inherited } else { Visibility::Hidden }
}

/// A tile as one for all views, or one for each.
pub fn spawn_tile(key: TileKey, built: Vec<Tile>, stock: &mut Stock, commands: &mut Commands) -> Entity {
    let base = built.first().map_or(0.0, |tile| tile.base);
    let anchor = Anchored(DVec2::from_array(key.centre()).extend(base));
    let shared = built.len() == 1;
    let entity = commands.spawn((anchor, Visibility::Hidden)).id();
    for (view, tile) in built.into_iter().enumerate() {
        let layers = if shared { RenderLayers::layer(COMMON) } else { RenderLayers::layer(layer_of(view)) };
        let mut painted = tile.picture.map(|texels| stock.painted(texels, key.size()));
        commands.entity(entity).with_children(|parent| {
            for (kind, surface) in Kind::ALL.into_iter().zip(tile.surfaces).filter(|(_, surface)| !surface.is_empty()) {
                let material = painted.take_if(|_| kind == Kind::Ground).unwrap_or_else(|| stock.materials.of(kind));
                let cells = if kind.paint_order().is_none() && surface.triangles() > LARGE { 2 } else { 1 };
                for piece in surface.pieces(key.size() as f32 / 2.0, cells) {
                    let mesh = Mesh3d(stock.meshes.add(piece.into_mesh()));
                    let visibility = visibility_of(kind, &stock.layers);
                    let mut part = parent.spawn((mesh, MeshMaterial3d(material.clone()), TilePart(kind), visibility, layers.clone()));
                    if kind.paint_order().is_some() || kind == Kind::Ground {
                        part.insert(NotShadowCaster);
                    }
                }
            }
        });
    }
    entity
}

/// Shows and hides the parts of tiles when layers are switched.
pub fn switch_layers(layers: Res<Layers>, mut parts: Query<(&TilePart, &mut Visibility)>) {
    if layers.is_changed() {
        for (part, mut visibility) in &mut parts {
            visibility.set_if_neq(visibility_of(part.0, &layers));
        }
    }
}
