//! The camera and the sun of engine space, as the viewpoint and the hour have them.

use super::space::{EngineOrigin, origin_for};
use crate::viewer::app::daylight::Daylight;
use crate::viewer::app::film::Film;
use crate::viewer::app::quality::Quality;
use crate::viewer::app::script::Script;
use crate::viewer::app::view_size::ViewSize;
use crate::viewer::app::viewpoint::{FIELD_OF_VIEW, Viewpoint};
use crate::viewer::app::views::{MOST, Views};
use bevy::camera::visibility::{RenderLayers, VisibilitySystems};
use bevy::camera::{CameraUpdateSystems, RenderTarget, SubCameraView, Viewport};
use bevy::core_pipeline::tonemapping::{DebandDither, Tonemapping};
use bevy::light::{CascadeShadowConfigBuilder, DirectionalLightShadowMap};
use bevy::math::DVec3;
use bevy::prelude::*;

/// The camera of the window: it draws the model where there is one view, and nothing but panels over the views where there are more.
#[derive(Component)]
pub struct ModelCamera;

/// The camera of one of several views, by its number.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
struct ViewCamera(usize);

/// The light that casts shadows in full quality.
#[derive(Component)]
struct Sun;

/// Where the camera draws, where it is not the window.
#[derive(Resource, Clone)]
pub struct PictureTarget(pub Handle<Image>);

/// The layer of what all views show.
pub const COMMON: usize = 0;
/// A layer that nothing is on.
const NOTHING: usize = 31;

/// The layer of what one view shows.
pub fn layer_of(view: usize) -> usize {
    view + 1
}

/// Adds cameras and sun.
pub fn plugin(app: &mut App) {
    app.insert_resource(DirectionalLightShadowMap { size: 2048 })
        .add_systems(Startup, add_camera)
        .add_systems(PostUpdate, (share_window, place_cameras, place_sun).chain().before(TransformSystems::Propagate))
        .add_systems(PostUpdate, rest.run_if(resource_exists::<PictureTarget>).after(share_window).before(VisibilitySystems::UpdateFrusta))
        .add_systems(PostUpdate, widen.after(CameraUpdateSystems).before(VisibilitySystems::UpdateFrusta))
        .add_systems(Update, set_quality);
}

/// What every camera of the model is made of.
///
/// One that does not clear draws beside what others have drawn: clearing takes the whole window.
fn camera(order: isize, clears: bool) -> impl Bundle {
    (
        Camera3d::default(),
        Camera { order, clear_color: if clears { SKY } else { ClearColorConfig::None }, ..default() },
        Projection::Perspective(PerspectiveProjection { fov: FIELD_OF_VIEW as f32, ..default() }),
        Tonemapping::None,
        DebandDither::Disabled,
        Msaa::Off,
    )
}

/// What is behind the sky for a frame.
const SKY: ClearColorConfig = ClearColorConfig::Custom(Color::srgb(0.78, 0.83, 0.87));

fn add_camera(mut commands: Commands, target: Option<Res<PictureTarget>>) {
    let mut camera = commands.spawn((ModelCamera, camera(0, true), RenderLayers::from_layers(&[COMMON, layer_of(0)])));
    if let Some(target) = target {
        camera.insert(RenderTarget::Image(target.0.clone().into()));
    }
    commands.spawn((Sun, DirectionalLight { illuminance: 10_000.0, shadow_maps_enabled: false, ..default() }));
}

fn set_quality(
    quality: Res<Quality>,
    mut cameras: Query<&mut Msaa, With<Camera3d>>,
    added: Query<(), Added<ViewCamera>>,
    mut sun: Single<&mut DirectionalLight, With<Sun>>,
) {
    if quality.is_changed() || !added.is_empty() {
        let full = *quality == Quality::Full;
        cameras.iter_mut().for_each(|mut msaa| *msaa = if full { Msaa::Sample4 } else { Msaa::Off });
        sun.shadow_maps_enabled = full;
    }
}

/// One camera for one view; for more of them one each, below that of the window, which then draws panels alone.
fn share_window(
    views: Res<Views>,
    size: Res<ViewSize>,
    target: Option<Res<PictureTarget>>,
    window: Single<(&mut Camera, &mut RenderLayers), With<ModelCamera>>,
    mut others: Query<(Entity, &ViewCamera, &mut Camera), Without<ModelCamera>>,
    mut commands: Commands,
) {
    let count = if views.count() > 1 { views.count() } else { 0 };
    let (mut camera_of_window, mut layers) = window.into_inner();
    let (wanted, clear) = if count == 0 {
        (RenderLayers::from_layers(&[COMMON, layer_of(0)]), SKY)
    } else {
        (RenderLayers::layer(NOTHING), ClearColorConfig::None)
    };
    if *layers != wanted {
        *layers = wanted;
        camera_of_window.clear_color = clear;
    }
    let have = others.iter().count();
    for view in have..count {
        let layers = RenderLayers::from_layers(&[COMMON, layer_of(view)]);
        let mut new = commands.spawn((ViewCamera(view), camera(view as isize - MOST as isize, view == 0), layers));
        if let Some(target) = &target {
            new.insert(RenderTarget::Image(target.0.clone().into()));
        }
    }
    for (entity, view, mut camera) in &mut others {
        if view.0 >= count {
            commands.entity(entity).despawn();
            continue;
        }
        let frame = views.frame(view.0, &size);
        let pixels = |points: Vec2| (points * size.scale).round().as_uvec2();
        let (position, extent) = (pixels(frame.rect.min), pixels(frame.rect.max) - pixels(frame.rect.min));
        let viewport = Viewport { physical_position: position, physical_size: extent.max(UVec2::ONE), ..default() };
        let part = SubCameraView {
            full_size: pixels(frame.picture.size()),
            offset: position.as_vec2() - pixels(frame.picture.min).as_vec2(),
            size: viewport.physical_size,
        };
        let sub_camera_view = views.is_swipe().then_some(part);
        let same = camera
            .viewport
            .as_ref()
            .is_some_and(|known| (known.physical_position, known.physical_size) == (viewport.physical_position, viewport.physical_size));
        if !same || camera.sub_camera_view != sub_camera_view {
            (camera.viewport, camera.sub_camera_view) = (Some(viewport), sub_camera_view);
        }
    }
}

/// Without a window nobody sees what is drawn before a picture is taken: it would only keep the processors from what is on its way.
fn rest(script: Option<Res<Script>>, film: Res<Film>, mut cameras: Query<&mut Camera, With<Camera3d>>) {
    let is_looked_at = film.is_under_way() || script.is_none_or(|script| script.is_looking());
    cameras.iter_mut().filter(|camera| camera.is_active != is_looked_at).for_each(|mut camera| camera.is_active = is_looked_at);
}

fn place_cameras(
    viewpoint: Res<Viewpoint>,
    views: Res<Views>,
    size: Res<ViewSize>,
    origin: Res<EngineOrigin>,
    mut cameras: Query<(&mut Transform, &mut Projection, Option<&ViewCamera>), With<Camera3d>>,
) {
    // The origin moves in the same frame; both sides compute it alike.
    let origin = if origin.is_changed() { *origin } else { EngineOrigin(origin_for(&viewpoint)) };
    let [_, up, forward] = viewpoint.axes().map(EngineOrigin::direction);
    for (mut transform, mut projection, view) in &mut cameras {
        *transform = Transform::from_translation(origin.engine(viewpoint.eye())).looking_to(forward, up);
        let aspect = view.map_or_else(|| size.aspect(), |view| views.frame(view.0, &size).aspect()) as f32;
        let Projection::Perspective(perspective) = &*projection else { continue };
        let near = (viewpoint.distance * 0.02).clamp(0.3, 2_000.0) as f32;
        if (perspective.near != near || perspective.aspect_ratio != aspect)
            && let Projection::Perspective(perspective) = &mut *projection
        {
            perspective.near = near;
            perspective.aspect_ratio = aspect;
        }
    }
}

/// A camera that draws a part of a picture takes the part's shape for the picture's: what it may leave out is told by the whole.
fn widen(views: Res<Views>, size: Res<ViewSize>, mut cameras: Query<(&mut Projection, &ViewCamera)>) {
    for (mut projection, view) in &mut cameras {
        let aspect = views.frame(view.0, &size).aspect() as f32;
        if let Projection::Perspective(perspective) = projection.bypass_change_detection() {
            perspective.aspect_ratio = aspect;
        }
    }
}

/// Shadows reach as far as they can be told apart.
fn place_sun(
    quality: Res<Quality>,
    day: Res<Daylight>,
    viewpoint: Res<Viewpoint>,
    sun: Single<(Entity, &mut Transform, &mut DirectionalLight), With<Sun>>,
    mut commands: Commands,
    mut reach: Local<f64>,
) {
    if *quality == Quality::Lite {
        return;
    }
    let (entity, mut transform, mut light) = sun.into_inner();
    let toward = day.toward_sun.max(Vec3::new(-1.0, 0.02, -1.0));
    *transform = Transform::default().looking_to(-toward, if toward.y.abs() > 0.99 { Vec3::X } else { Vec3::Y });
    light.shadow_maps_enabled = day.elevation > 0.01 && viewpoint.distance < 9_000.0;
    let wanted = (viewpoint.distance * 2.6).log2().ceil().exp2().clamp(256.0, 16_384.0);
    if *reach != wanted {
        *reach = wanted;
        let cascades = CascadeShadowConfigBuilder {
            num_cascades: 3,
            minimum_distance: (wanted * 0.01) as f32,
            first_cascade_far_bound: (wanted * 0.22) as f32,
            maximum_distance: wanted as f32,
            overlap_proportion: 0.15,
        };
        commands.entity(entity).insert(cascades.build());
    }
}

/// Where a place is in engine space, for what is drawn beside the model.
pub fn engine_point(origin: &EngineOrigin, place: DVec3) -> Vec3 {
    origin.engine(place)
}
