//! A graphics device that is lost, as when a driver starts anew or a laptop changes cards: it is asked for once more, what was on it is
//! made again, and a sentence says so. The talk goes on.

use super::tile::stream::Tiles;
use crate::twin::diagnostic::Diagnostic;
use crate::viewer::app::notice::Notices;
use crate::viewer::app::quality::Quality;
use crate::viewer::app::script::LoseDevice;
use bevy::prelude::*;
use bevy::render::error_handler::{ErrorType, RenderError, RenderErrorHandler, RenderErrorPolicy};
use bevy::render::renderer::RenderDevice;
use bevy::render::settings::RenderCreation;

/// Times that a device is asked for anew: one that is lost again and again is broken.
const MOST: u32 = 5;

/// How often the device was lost.
#[derive(Resource, Default)]
struct Losses(u32);

/// Adds what is done about it.
pub fn plugin(app: &mut App) {
    app.init_resource::<Losses>().insert_resource(RenderErrorHandler(mend)).add_systems(Last, lose);
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
            // What lies on the device alone is gone with it.
            world.resource_mut::<Tiles>().build_anew();
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

/// Loses the device on purpose: a script asks for it, to see that nothing is lost with it.
fn lose(mut wishes: MessageReader<LoseDevice>, device: Res<RenderDevice>) {
    if wishes.read().count() > 0 {
        device.wgpu_device().destroy();
    }
}
