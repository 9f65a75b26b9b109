//! The one material of the model, in its kinds and two qualities, and the light that all of them share.

use super::kind::Kind;
use super::mesh::surface;
use crate::viewer::app::daylight::Daylight;
use crate::viewer::app::film::Film;
use crate::viewer::app::layers::Layers;
use crate::viewer::app::overlay::Overlay;
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::quality::Quality;
use crate::viewer::app::views::Views;
use bevy::asset::{RenderAssetUsages, uuid_handle};
use bevy::image::{ImageFilterMode, ImageSampler, ImageSamplerDescriptor};
use bevy::light::NotShadowCaster;
use bevy::mesh::MeshVertexBufferLayoutRef;
use bevy::pbr::{MaterialPipeline, MaterialPipelineKey};
use bevy::prelude::*;
use bevy::reflect::TypePath;
use bevy::render::render_resource::{
    AsBindGroup, CompareFunction, Extent3d, RenderPipelineDescriptor, ShaderType, SpecializedMeshPipelineError, TextureDimension,
    TextureFormat,
};
use bevy::shader::{Shader, ShaderRef};

const DAYLIGHT: Handle<Shader> = uuid_handle!("5a1c3f52-0d1c-4a63-9d5e-61696d617101");
const SURFACE: Handle<Shader> = uuid_handle!("5a1c3f52-0d1c-4a63-9d5e-61696d617102");
const SKY: Handle<Shader> = uuid_handle!("5a1c3f52-0d1c-4a63-9d5e-61696d617103");

/// The light of the day, as shaders read it (see `assets/shaders/daylight.wgsl`).
#[derive(Clone, Copy, Debug, Default, ShaderType)]
pub struct LightUniform {
    sun: Vec4,
    sun_colour: Vec4,
    zenith: Vec4,
    horizon: Vec4,
    ambient_up: Vec4,
    ambient_down: Vec4,
}

impl LightUniform {
    fn new(day: &Daylight, half_haze: f32, seconds: f32) -> Self {
        Self {
            sun: day.toward_sun.extend(day.lit_windows),
            sun_colour: day.sun.extend(day.disc),
            zenith: day.zenith.extend(half_haze),
            horizon: day.horizon.extend(seconds),
            ambient_up: day.ambient_up.extend(0.0),
            ambient_down: day.ambient_down.extend(0.0),
        }
    }
}

/// A surface of one kind in one quality.
#[derive(Asset, TypePath, AsBindGroup, Debug, Clone)]
#[bind_group_data(SurfaceKey)]
pub struct SurfaceMaterial {
    #[uniform(0)]
    light: LightUniform,
    /// x: how solid it is, 0 to 1; y: one over the side of the picture on it [1/m]; z: how calm what is not proposed is, 0 to 1.
    #[uniform(1)]
    look: Vec4,
    /// A picture that lies on the ground, north up: about the mesh's zero, or, of a sheet, in its own place.
    #[texture(2)]
    #[sampler(3)]
    picture: Option<Handle<Image>>,
    /// That place: x, y: the north-western corner (x and z of engine space); z: one over the side [1/m].
    #[uniform(4)]
    place: Vec4,
    kind: Kind,
    quality: Quality,
}

/// What pipelines differ by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SurfaceKey {
    kind: Kind,
    quality: Quality,
    translucent: bool,
    painted: bool,
}

impl From<&SurfaceMaterial> for SurfaceKey {
    fn from(material: &SurfaceMaterial) -> Self {
        Self { kind: material.kind, quality: material.quality, translucent: material.is_translucent(), painted: material.picture.is_some() }
    }
}

impl SurfaceMaterial {
    /// Whether the picture of a sheet lies there: its north-western corner in engine space, and its side [m].
    pub fn lies_at(&self, corner: Vec3, side: f32) -> bool {
        self.place == place(corner, side)
    }

    /// Lays it there.
    pub fn lay(&mut self, corner: Vec3, side: f32) {
        self.place = place(corner, side);
    }

    fn is_translucent(&self) -> bool {
        self.look.x < 0.995
    }
}

fn place(corner: Vec3, side: f32) -> Vec4 {
    Vec4::new(corner.x, corner.z, 1.0 / side, 0.0)
}

/// Distance by which the painter's order outweighs how far off things are [m].
const PAINT_STEP: f32 = 1.0e7;

impl Material for SurfaceMaterial {
    fn vertex_shader() -> ShaderRef {
        SURFACE.into()
    }

    fn fragment_shader() -> ShaderRef {
        SURFACE.into()
    }

    /// First what stands, then the ground, which it hides, the sky, which both hide, what is painted onto the ground, and what lies over that.
    fn alpha_mode(&self) -> AlphaMode {
        let stands = self.kind.paint_order().is_none() && self.kind.over_paint().is_none() && self.kind != Kind::Ground;
        if stands && !self.is_translucent() { AlphaMode::Opaque } else { AlphaMode::Blend }
    }

    fn depth_bias(&self) -> f32 {
        let place = match (self.kind.paint_order(), self.kind.over_paint()) {
            _ if self.kind == Kind::Ground => -200.0,
            (Some(order), _) => f32::from(order),
            // Over all that is painted, before layers that let it through.
            (None, Some(order)) => 15.0 + f32::from(order),
            _ if self.is_translucent() => 20.0,
            _ => 0.0,
        };
        place * PAINT_STEP
    }

    fn enable_prepass() -> bool {
        false
    }

    fn specialize(
        _: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        layout: &MeshVertexBufferLayoutRef,
        key: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        let SurfaceKey { kind, quality, translucent, painted } = key.bind_group_data;
        if !layout.0.contains(surface::COLOUR) {
            return Ok(());
        }
        descriptor.vertex.buffers = vec![layout.0.get_layout(&[
            Mesh::ATTRIBUTE_POSITION.at_shader_location(0),
            surface::NORMAL.at_shader_location(1),
            surface::COLOUR.at_shader_location(2),
            surface::DETAIL.at_shader_location(3),
        ])?];
        let mut defs = Vec::new();
        if quality == Quality::Full {
            defs.push("FULL".into());
        }
        if quality == Quality::Full || matches!(kind, Kind::Water | Kind::Flood) {
            defs.push("PIXELS".into());
        }
        if painted {
            defs.push("PAINTED".into());
        }
        match kind {
            Kind::Facade => defs.push("FACADE".into()),
            Kind::Water => defs.push("WATER".into()),
            Kind::Flood => {
                defs.push("WATER".into());
                defs.push("FLOOD".into());
            }
            Kind::Sheet => defs.push("SHEET".into()),
            Kind::Shade => defs.push("SHADE".into()),
            _ => {}
        }
        descriptor.vertex.shader_defs.extend(defs.iter().cloned());
        let Some(fragment) = descriptor.fragment.as_mut() else { return Ok(()) };
        fragment.shader_defs.extend(defs);
        // Ground and paint lie in the queue of translucent things for its order alone.
        let is_over = kind.over_paint().is_some();
        if !translucent && !is_over && kind != Kind::Shade {
            fragment.targets.iter_mut().flatten().for_each(|target| target.blend = None);
        }
        if let Some(depth) = descriptor.depth_stencil.as_mut() {
            // Walls behind walls stay hidden: a translucent layer is so as a whole.
            depth.depth_write_enabled = Some(true);
        }
        if let Some(depth) = descriptor.depth_stencil.as_mut().filter(|_| kind.paint_order().is_some() || is_over) {
            // Nearer by a little more than the ground's own rounding; depth is reversed, so nearer is more.
            depth.depth_write_enabled = Some(false);
            depth.bias.constant = 48;
            // Little of the slope: more would lift far water above the bridges over it.
            depth.bias.slope_scale = 0.15;
        }
        Ok(())
    }
}

/// The sky.
#[derive(Asset, TypePath, AsBindGroup, Debug, Clone)]
pub struct SkyMaterial {
    #[uniform(0)]
    light: LightUniform,
}

impl Material for SkyMaterial {
    fn vertex_shader() -> ShaderRef {
        SKY.into()
    }

    fn fragment_shader() -> ShaderRef {
        SKY.into()
    }

    fn enable_prepass() -> bool {
        false
    }

    /// After everything solid, before what is painted onto the ground: only where nothing hides it.
    fn alpha_mode(&self) -> AlphaMode {
        AlphaMode::Blend
    }

    fn depth_bias(&self) -> f32 {
        -PAINT_STEP * 100.0
    }

    fn specialize(
        _: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        layout: &MeshVertexBufferLayoutRef,
        _: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        descriptor.vertex.buffers = vec![layout.0.get_layout(&[Mesh::ATTRIBUTE_POSITION.at_shader_location(0)])?];
        descriptor.primitive.cull_mode = None;
        if let Some(fragment) = descriptor.fragment.as_mut() {
            fragment.targets.iter_mut().flatten().for_each(|target| target.blend = None);
        }
        if let Some(depth) = descriptor.depth_stencil.as_mut() {
            depth.depth_write_enabled = Some(false);
            depth.depth_compare = Some(CompareFunction::GreaterEqual);
        }
        Ok(())
    }
}

/// The handles of every kind.
#[derive(Resource, Clone)]
pub struct Materials {
    kinds: [Handle<SurfaceMaterial>; Kind::ALL.len()],
    sky: Handle<SkyMaterial>,
}

impl Materials {
    /// The material of a kind.
    pub fn of(&self, kind: Kind) -> Handle<SurfaceMaterial> {
        self.kinds[kind as usize].clone()
    }

    /// The ground's material with a picture on it, of that side [m].
    pub fn painted(&self, surfaces: &mut Assets<SurfaceMaterial>, picture: Handle<Image>, side: f32) -> Handle<SurfaceMaterial> {
        let Some(ground) = surfaces.get(&self.kinds[Kind::Ground as usize]) else { return self.of(Kind::Ground) };
        let mut material = ground.clone();
        material.look.y = 1.0 / side;
        material.picture = Some(picture);
        surfaces.add(material)
    }

    /// The material of a sheet: a picture over the ground, wherever [`SurfaceMaterial::lay`] lays it.
    pub fn sheet(&self, surfaces: &mut Assets<SurfaceMaterial>, picture: Handle<Image>) -> Handle<SurfaceMaterial> {
        let Some(sheet) = surfaces.get(&self.kinds[Kind::Sheet as usize]) else { return self.of(Kind::Sheet) };
        let material = SurfaceMaterial { picture: Some(picture), ..sheet.clone() };
        surfaces.add(material)
    }
}

/// A picture on the ground for the graphics card, from the texels of a canvas of so many a side.
pub fn ground_picture(texels: Vec<u8>, side: u32, quality: Quality) -> Image {
    let size = Extent3d { width: side, height: side, depth_or_array_layers: 1 };
    let mut picture = Image::new_uninit(size, TextureDimension::D2, TextureFormat::Rgba8Unorm, RenderAssetUsages::RENDER_WORLD);
    picture.data = Some(texels);
    picture.texture_descriptor.mip_level_count = side.ilog2() + 1;
    // No looking along the slope (anisotropy): software takes a minute a frame for it.
    let mipmap_filter = if quality == Quality::Full { ImageFilterMode::Linear } else { ImageFilterMode::Nearest };
    picture.sampler = ImageSampler::Descriptor(ImageSamplerDescriptor { mipmap_filter, ..ImageSamplerDescriptor::linear() });
    picture
}

/// How calm the rest is while something proposed is seen.
const CALM: f32 = 0.7;
/// Steps of haze in which the reach of sight doubles.
const HAZE_STEPS: f32 = 24.0;

/// The dome about the eye.
#[derive(Component)]
struct SkyDome;

/// Adds the shaders, the materials and the sky.
pub fn plugin(app: &mut App) {
    app.add_plugins((MaterialPlugin::<SurfaceMaterial>::default(), MaterialPlugin::<SkyMaterial>::default()));
    let mut shaders = app.world_mut().resource_mut::<Assets<Shader>>();
    for (handle, source, path) in [
        (DAYLIGHT, include_str!("../../../assets/shaders/daylight.wgsl"), "assets/shaders/daylight.wgsl"),
        (SURFACE, include_str!("../../../assets/shaders/surface.wgsl"), "assets/shaders/surface.wgsl"),
        (SKY, include_str!("../../../assets/shaders/sky.wgsl"), "assets/shaders/sky.wgsl"),
    ] {
        // A handle that we make ourselves is never refused.
        let _ = shaders.insert(&handle, Shader::from_wgsl(source, path));
    }
    app.add_systems(Startup, add_materials).add_systems(PostUpdate, light_materials);
}

fn add_materials(
    mut commands: Commands,
    quality: Res<Quality>,
    mut surfaces: ResMut<Assets<SurfaceMaterial>>,
    mut skies: ResMut<Assets<SkyMaterial>>,
    mut meshes: ResMut<Assets<Mesh>>,
) {
    let light = LightUniform::default();
    let kinds = Kind::ALL
        .map(|kind| surfaces.add(SurfaceMaterial { light, look: Vec4::X, picture: None, place: Vec4::ZERO, kind, quality: *quality }));
    let sky = skies.add(SkyMaterial { light });
    let dome = meshes.add(Sphere::new(1.0).mesh().ico(3).unwrap_or_else(|_| Sphere::new(1.0).mesh().uv(32, 18)));
    commands.spawn((Mesh3d(dome), MeshMaterial3d(sky.clone()), SkyDome, NotShadowCaster, bevy::camera::visibility::NoFrustumCulling));
    commands.insert_resource(Materials { kinds, sky });
}

/// What decides how calm the model is.
#[derive(bevy::ecs::system::SystemParam)]
struct Emphasis<'w> {
    proposals: Res<'w, Proposals>,
    overlay: Res<'w, Overlay>,
    views: Res<'w, Views>,
}

impl Emphasis<'_> {
    /// Calm where something proposed is seen; where an outcome is, its colours say enough.
    fn calm(&self) -> f32 {
        let stands =
            |view: usize| self.proposals.drawn_in(view).is_some_and(|drawn| drawn.pieces.values().any(|piece| !piece.bounds.is_empty()));
        if self.overlay.shown().is_none() && (0..self.views.count()).any(stands) { CALM } else { 0.0 }
    }
}

/// Hands the light of the hour to every material, when it changes.
#[allow(clippy::too_many_arguments)]
fn light_materials(
    materials: Res<Materials>,
    quality: Res<Quality>,
    day: Res<Daylight>,
    viewpoint: Res<crate::viewer::app::viewpoint::Viewpoint>,
    layers: Res<Layers>,
    time: Res<Time>,
    film: Res<Film>,
    emphasis: Emphasis,
    mut surfaces: ResMut<Assets<SurfaceMaterial>>,
    mut skies: ResMut<Assets<SkyMaterial>>,
    mut haze: Local<f32>,
    mut calm: Local<f32>,
) {
    let moving = *quality == Quality::Full;
    // Every change makes the engine prepare all materials anew: haze follows the view in steps that nobody sees.
    let half_haze = ((viewpoint.half_haze() as f32).log2() * HAZE_STEPS).round() / HAZE_STEPS;
    let hazier = std::mem::replace(&mut *haze, half_haze) != half_haze;
    let wanted = emphasis.calm();
    let calmer = std::mem::replace(&mut *calm, wanted) != wanted;
    let looks_different = hazier || calmer || day.is_changed() || quality.is_changed() || layers.is_changed();
    if !(moving || looks_different) {
        return;
    }
    let seconds = film.seconds().unwrap_or_else(|| time.elapsed_secs_wrapped());
    let light = LightUniform::new(&day, half_haze.exp2(), seconds);
    if !looks_different {
        // Time alone moves nothing but the waves.
        for kind in [Kind::Water, Kind::Flood] {
            if let Some(mut water) = surfaces.get_mut(&materials.kinds[kind as usize]) {
                water.light = light;
            }
        }
        return;
    }
    for (_, material) in surfaces.iter_mut() {
        material.light = light;
        material.quality = *quality;
        material.look.z = *calm;
        material.look.x = material.kind.layer().map_or(1.0, |layer| layers.look_of(layer).opacity);
    }
    if let Some(mut sky) = skies.get_mut(&materials.sky) {
        sky.light = light;
    }
}
