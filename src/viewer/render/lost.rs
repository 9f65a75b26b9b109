//! A graphics device that is lost, as when a driver starts anew or a laptop changes cards: it is asked for once more, what was on it is
//! made again, and a sentence says so. The talk goes on.

use super::flood::Flooding;
use super::sheet::SheetPictures;
use super::tile::tiles::Tiles;
use crate::twin::diagnostic::Diagnostic;
use crate::viewer::app::notice::Notices;
use crate::viewer::app::quality::Quality;
use crate::viewer::app::script::LoseDevice;
use bevy::asset::RenderAssetUsages;
use bevy::light::cluster::GlobalClusterSettings;
use bevy::prelude::*;
use bevy::render::error_handler::{ErrorType, RenderError, RenderErrorHandler, RenderErrorPolicy};
use bevy::render::render_resource::SpecializedRenderPipelines;
use bevy::render::renderer::RenderDevice;
use bevy::render::settings::RenderCreation;
use bevy::render::{GpuResourceAppExt, Render, RenderApp, RenderSystems};
use bevy_egui::render::EguiPipeline;
use bevy_egui::render::systems::{EguiRenderData, EguiTransforms};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Times that a device is asked for anew: one that is lost again and again is broken.
const MOST: u32 = 5;

/// How often the device was lost.
#[derive(Resource, Default)]
struct Losses(u32);

/// Whether a script wants the device to be lost.
#[derive(Resource, Clone, Default)]
struct Wish(Arc<AtomicBool>);

/// Adds what is done about it.
pub fn plugin(app: &mut App) {
    let wish = Wish::default();
    app.init_resource::<Losses>()
        .insert_resource(RenderErrorHandler(mend))
        .insert_resource(wish.clone())
        .add_systems(Startup, sort_lights_on_processor)
        .add_systems(Last, ask);
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        render.insert_resource(wish).add_systems(Render, lose.in_set(RenderSystems::PostCleanup));
        // The interface would go on with what it has on the old device.
        render
            .init_gpu_resource::<EguiPipeline>()
            .init_gpu_resource::<SpecializedRenderPipelines<EguiPipeline>>()
            .init_gpu_resource::<EguiTransforms>()
            .init_gpu_resource::<EguiRenderData>();
    }
}

/// There is one light. Sorting it on the card takes from every frame, and falls over its own buffers when the card is lost.
fn sort_lights_on_processor(mut settings: ResMut<GlobalClusterSettings>) {
    settings.gpu_clustering = None;
}

fn mend(error: &RenderError, world: &mut World, _: &mut World) -> RenderErrorPolicy {
    match error.ty {
        ErrorType::DeviceLost => {
            let mut losses = world.resource_mut::<Losses>();
            losses.0 += 1;
            if losses.0 > MOST {
                world.resource_mut::<Notices>().say(Diagnostic::error("device-lost-for-good"));
                return RenderErrorPolicy::StopRendering;
            }
            forget_what_lay_on_it(world);
            world.resource_mut::<Notices>().say(Diagnostic::warning("device-lost"));
            RenderErrorPolicy::Recover(RenderCreation::default())
        }
        ErrorType::OutOfMemory => {
            *world.resource_mut::<Quality>() = Quality::Lite;
            world.resource_mut::<Notices>().say(Diagnostic::warning("device-out-of-memory"));
            RenderErrorPolicy::Ignore
        }
        // A frame that could not be drawn; the next one may be.
        _ => RenderErrorPolicy::Ignore,
    }
}

/// Meshes and pictures that lie on the device alone are gone with it: tiles, water and sheets are made anew.
fn forget_what_lay_on_it(world: &mut World) {
    let mut meshes = world.resource_mut::<Assets<Mesh>>();
    let gone: Vec<_> = meshes.iter().filter(|(_, mesh)| mesh.asset_usage == RenderAssetUsages::RENDER_WORLD).map(|(id, _)| id).collect();
    gone.into_iter().for_each(|id| _ = meshes.remove(id));
    let mut pictures = world.resource_mut::<Assets<Image>>();
    let gone: Vec<_> =
        pictures.iter().filter(|(_, picture)| picture.asset_usage == RenderAssetUsages::RENDER_WORLD).map(|(id, _)| id).collect();
    gone.into_iter().for_each(|id| _ = pictures.remove(id));
    world.resource_mut::<Tiles>().build_anew();
    world.resource_mut::<Flooding>().build_anew();
    world.resource_mut::<SheetPictures>().build_anew();
}

/// A script asks for the device to be lost, to see that nothing is lost with it.
fn ask(mut wishes: MessageReader<LoseDevice>, wish: Res<Wish>) {
    if wishes.read().count() > 0 {
        wish.0.store(true, Ordering::Relaxed);
    }
}

/// Loses it between two frames: within one the engine itself would fall over what is half drawn.
fn lose(wish: Res<Wish>, device: Res<RenderDevice>) {
    if wish.0.swap(false, Ordering::Relaxed) {
        device.wgpu_device().destroy();
        // The loss is told when the device is asked.
        let _ = device.poll(wgpu::PollType::Poll);
    }
}
