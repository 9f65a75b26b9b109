//! Draws the model with fewer pixels while it moves and frames are slow: motion hides what is coarser, and letters stay sharp.

use super::camera::{ModelCamera, PictureTarget};
use crate::viewer::app::quality::Quality;
use crate::viewer::app::viewpoint::Viewpoint;
use bevy::asset::uuid_handle;
use bevy::camera::MainPassResolutionOverride;
use bevy::core_pipeline::schedule::{Core3d, Core3dSystems};
use bevy::core_pipeline::{FullscreenShader, upscaling};
use bevy::ecs::query::QueryItem;
use bevy::prelude::*;
use bevy::render::extract_component::{ExtractComponent, ExtractComponentPlugin};
use bevy::render::render_resource::binding_types::{sampler, texture_2d};
use bevy::render::render_resource::*;
use bevy::render::renderer::{RenderContext, RenderDevice, ViewQuery};
use bevy::render::sync_component::SyncComponent;
use bevy::render::view::ViewTarget;
use bevy::render::{RenderApp, RenderStartup};

/// Width and height while moving, as a share of the picture's. The shader has the same number.
const SHARE: f32 = 0.75;
/// Frames that take longer than this are slow [s].
const SLOW: f32 = 0.03;
/// The picture stands still when it did not move for so long [s].
const STILL: f32 = 0.2;

const ENLARGE: Handle<Shader> = uuid_handle!("5c2b8f0e-6f0c-4c0b-9b1e-3a4f7d5e9a21");

/// Whether a camera draws fewer pixels than the picture has.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Resolution {
    /// As many.
    #[default]
    Whole,
    /// Fewer: the picture is enlarged afterwards.
    Reduced,
}

/// There only in the drawing world, on a view whose picture is to be enlarged.
#[derive(Component)]
pub struct Enlarge;

impl SyncComponent for Resolution {
    type Target = (Enlarge, MainPassResolutionOverride);
}

impl ExtractComponent for Resolution {
    type QueryData = (&'static Resolution, &'static Camera);
    type QueryFilter = ();
    type Out = (Enlarge, MainPassResolutionOverride);

    fn extract_component((resolution, camera): QueryItem<'_, '_, Self::QueryData>) -> Option<Self::Out> {
        let size = camera.physical_target_size().filter(|_| *resolution == Resolution::Reduced)?;
        Some((Enlarge, MainPassResolutionOverride((size.as_vec2() * SHARE).as_uvec2().max(UVec2::ONE))))
    }
}

/// Adds the choice and the enlarging. A picture that is saved without a window is drawn whole.
pub fn plugin(app: &mut App) {
    let source = include_str!("../../../assets/shaders/enlarge.wgsl");
    let mut shaders = app.world_mut().resource_mut::<Assets<Shader>>();
    let _ = shaders.insert(&ENLARGE, Shader::from_wgsl(source, "assets/shaders/enlarge.wgsl"));
    app.add_plugins(ExtractComponentPlugin::<Resolution>::default())
        .add_systems(PostUpdate, choose.run_if(not(resource_exists::<PictureTarget>)));
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        let pass = enlarge.in_set(Core3dSystems::PostProcess).before(upscaling::upscaling);
        render.add_systems(RenderStartup, prepare).add_systems(Core3d, pass);
    }
}

/// How long the picture has stood still, and how long frames take of late.
#[derive(Default)]
struct Motion {
    still: f32,
    frame: f32,
    last: Option<Viewpoint>,
}

fn choose(
    time: Res<Time<Real>>,
    viewpoint: Res<Viewpoint>,
    quality: Res<Quality>,
    mut motion: Local<Motion>,
    mut camera: Single<&mut Resolution, With<ModelCamera>>,
) {
    motion.still = if motion.last == Some(*viewpoint) { motion.still + time.delta_secs() } else { 0.0 };
    motion.last = Some(*viewpoint);
    // A single late frame decides nothing. Frames with fewer pixels count as what they would have taken with all.
    let reduced = **camera == Resolution::Reduced;
    let frame = time.delta_secs() * if reduced { 1.4 } else { 1.0 };
    motion.frame += (frame - motion.frame) * 0.1;
    let wanted = *quality == Quality::Lite && motion.still < STILL && motion.frame > SLOW;
    camera.set_if_neq(if wanted { Resolution::Reduced } else { Resolution::Whole });
}

/// What the enlarging is made of.
#[derive(Resource)]
struct Enlarging {
    layout: BindGroupLayoutDescriptor,
    sampler: Sampler,
    pipeline: CachedRenderPipelineId,
}

fn prepare(mut commands: Commands, device: Res<RenderDevice>, fullscreen: Res<FullscreenShader>, cache: Res<PipelineCache>) {
    let entries = (texture_2d(TextureSampleType::Float { filterable: true }), sampler(SamplerBindingType::Filtering));
    let layout = BindGroupLayoutDescriptor::new("enlarge", &BindGroupLayoutEntries::sequential(ShaderStages::FRAGMENT, entries));
    let linear = SamplerDescriptor { mag_filter: FilterMode::Linear, min_filter: FilterMode::Linear, ..default() };
    let target = ColorTargetState { format: TextureFormat::Rgba8UnormSrgb, blend: None, write_mask: ColorWrites::ALL };
    let pipeline = cache.queue_render_pipeline(RenderPipelineDescriptor {
        label: Some("enlarge".into()),
        layout: vec![layout.clone()],
        vertex: fullscreen.to_vertex_state(),
        fragment: Some(FragmentState { shader: ENLARGE, targets: vec![Some(target)], ..default() }),
        ..default()
    });
    commands.insert_resource(Enlarging { layout, sampler: device.create_sampler(&linear), pipeline });
}

/// Spreads the drawn corner over the whole picture, before panels and letters are put onto it.
fn enlarge(
    view: ViewQuery<(&ViewTarget, &Enlarge)>,
    enlarging: Option<Res<Enlarging>>,
    cache: Res<PipelineCache>,
    mut context: RenderContext,
) {
    let (target, _) = view.into_inner();
    let Some((enlarging, pipeline)) = enlarging.and_then(|enlarging| {
        let pipeline = cache.get_render_pipeline(enlarging.pipeline)?;
        Some((enlarging, pipeline))
    }) else {
        return;
    };
    let pictures = target.post_process_write();
    let bindings = BindGroupEntries::sequential((pictures.source, &enlarging.sampler));
    let group = context.render_device().create_bind_group("enlarge", &cache.get_bind_group_layout(&enlarging.layout), &bindings);
    let mut pass = context.command_encoder().begin_render_pass(&RenderPassDescriptor {
        label: Some("enlarge"),
        color_attachments: &[Some(RenderPassColorAttachment {
            view: pictures.destination,
            depth_slice: None,
            resolve_target: None,
            ops: Operations::default(),
        })],
        ..default()
    });
    pass.set_pipeline(pipeline);
    pass.set_bind_group(0, &group, &[]);
    pass.draw(0..3, 0..1);
}
