//! From a plan to a running window, or to a picture without one.

use super::app::clock::Clock;
use super::app::frames::FrameMeasurement;
use super::app::interface::Interface;
use super::app::layers::{LAYERS, Layers};
use super::app::notice::Notices;
use super::app::open::{self, Opening};
use super::app::present::Presenting;
use super::app::quality::Quality;
use super::app::script::Script;
use super::app::session::Session;
use super::app::settings::{UserSettings, Wording};
use super::app::view_size::ViewSize;
use super::app::viewpoint::Viewpoint;
use super::render::camera::PictureTarget;
use super::{app, render, ui};
use crate::cli::exit::Exit;
use crate::cli::plan::DEFAULT_SCENE;
use crate::cli::task::{PictureQuality, PresentPlan, ShotPlan, Subject, ViewPlan};
use crate::cli::{Plan, Task, machine, printer};
use crate::i18n::Words;
use crate::store::files;
use crate::store::scene::Opened;
use crate::store::settings::{DrawingQuality, LayerLook};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::scene::Bookmark;
use bevy::app::{PluginGroupBuilder, ScheduleRunnerPlugin};
use bevy::asset::AssetPlugin;
use bevy::ecs::schedule::{Schedules, SingleThreadedExecutor};
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::pipelined_rendering::PipelinedRenderingPlugin;
use bevy::render::render_resource::{TextureFormat, TextureUsages};
use bevy::render::renderer::RenderAdapterInfo;
use bevy::render::{RenderApp, RenderPlugin};
use bevy::window::{ExitCondition, WindowResolution};
use bevy::winit::WinitPlugin;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Carries out a plan that needs drawing. `started` is when the program began.
pub fn run(plan: Plan, started: Instant) -> ExitCode {
    let words = Words::new(plan.language);
    let result = match plan.task.clone() {
        Task::View(view) => view_window(&plan, view, started),
        Task::Shot(shot) => take_picture(&plan, shot),
        Task::Present(present) => match &present.out {
            Some(out) => super::hand_out::run(&plan, &present, out),
            None => view_window(&plan, played(&present), started),
        },
        _ => Ok(Exit::Usage),
    };
    result
        .unwrap_or_else(|diagnostic| {
            printer::say(&words.diagnostic(&diagnostic));
            if diagnostic.code.starts_with("machine-") { Exit::Machine } else { Exit::Input }
        })
        .into()
}

/// The engine without its own file access and with few words.
fn engine(window: Option<Window>) -> PluginGroupBuilder {
    let exit_condition = if window.is_some() { ExitCondition::OnAllClosed } else { ExitCondition::DontExit };
    DefaultPlugins
        .set(WindowPlugin { primary_window: window, exit_condition, ..default() })
        .set(LogPlugin { filter: "error".into(), ..default() })
        .set(RenderPlugin { synchronous_pipeline_compilation: true, ..default() })
        .set(AssetPlugin { watch_for_changes_override: Some(false), ..default() })
        // A frame is drawn before the next one begins: what is pressed is seen a whole frame earlier, and two processors are busy with one.
        .disable::<PipelinedRenderingPlugin>()
        .set(TaskPoolPlugin {
            task_pool_options: TaskPoolOptions {
                async_compute: bevy::app::TaskPoolThreadAssignmentPolicy {
                    min_threads: 2,
                    max_threads: 6,
                    percent: 0.5,
                    // Tiles and ghosts are built here: frames come first.
                    on_thread_spawn: Some(Arc::new(app::job::give_way)),
                    on_thread_destroy: None,
                },
                ..default()
            },
        })
}

/// Words and settings, before anything asks for them.
fn add_common(app: &mut App, plan: &Plan, settings: UserSettings, notices: Notices) {
    let language = settings.get().language.filter(|_| !plan.language_given).unwrap_or(plan.language);
    app.insert_resource(Wording::new(language)).insert_resource(settings).insert_resource(notices);
    app.add_plugins((app::plugin, render::plugin, ui::plugin));
    app.set_error_handler(bevy::ecs::error::error);
}

/// A window that plays a tour.
fn played(present: &PresentPlan) -> ViewPlan {
    let (scene, tour) = (Some(present.scene.clone()), Some(present.tour.clone()));
    ViewPlan { scene, tour, quality: present.quality, size: present.size, ..ViewPlan::default() }
}

fn view_window(plan: &Plan, view: ViewPlan, started: Instant) -> Result<Exit, Diagnostic> {
    if !machine::display().is_reachable() {
        return Err(Diagnostic::error("machine-no-display"));
    }
    let target = view.scene.clone().unwrap_or_else(|| DEFAULT_SCENE.to_owned());
    // The scene is read while the engine starts.
    let opening = Opening::started(target.clone(), open::start(&target));
    if !has_adapter() {
        return Err(Diagnostic::error("machine-no-adapter"));
    }
    let script = view.script.as_ref().map(|path| read_script(path)).transpose()?;
    let mut notices = Notices::default();
    let measured = script.is_some() || view.frames.is_some();
    let settings = if measured { UserSettings::transient() } else { UserSettings::load(&mut notices) };
    let (width, height) = view.size.or(settings.get().window).unwrap_or((1280, 720));
    let window = Window {
        title: "aimaq".into(),
        name: Some("aimaq".into()),
        resolution: WindowResolution::new(width, height),
        present_mode: bevy::window::PresentMode::AutoNoVsync,
        ..default()
    };
    let mut app = App::new();
    app.add_plugins(engine(Some(window)));
    choose_quality(&mut app, view.quality, settings.get().quality);
    app.insert_resource(opening);
    add_common(&mut app, plan, settings, notices);
    if let Some(script) = script {
        app.insert_resource(script);
    }
    if let Some(tour) = &view.tour {
        app.insert_resource(Presenting::with(tour));
    }
    if let Some(frames) = view.frames {
        app.insert_resource(FrameMeasurement::new(frames, view.json, started));
    }
    run_in_order(&mut app);
    Ok(if app.run().is_success() { Exit::Done } else { Exit::Input })
}

/// Runs the systems of every schedule one after the other. Each takes microseconds: handing them from thread to thread
/// costs more than it saves, the more so on two cores. Long work has threads of its own.
fn run_in_order(app: &mut App) {
    let in_order = |schedules: &mut Schedules| {
        schedules.iter_mut().for_each(|(_, schedule)| _ = schedule.set_executor(SingleThreadedExecutor::new()));
    };
    in_order(&mut app.world_mut().resource_mut::<Schedules>());
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        in_order(&mut render.world_mut().resource_mut::<Schedules>());
    }
}

fn read_script(path: &std::path::Path) -> Result<Script, Diagnostic> {
    let bytes = files::read(path)?;
    Script::parse(&String::from_utf8_lossy(&bytes), &files::shown(path))
}

/// What was asked for, else what is set, else what the adapter can do.
fn choose_quality(app: &mut App, asked: Option<PictureQuality>, set: DrawingQuality) {
    let fixed = match (asked, set) {
        (Some(PictureQuality::Lite), _) | (None, DrawingQuality::Lite) => Some(Quality::Lite),
        (Some(PictureQuality::Full), _) | (None, DrawingQuality::Full) => Some(Quality::Full),
        (None, DrawingQuality::Auto) => None,
    };
    app.insert_resource(fixed.unwrap_or_default());
    if fixed.is_none() {
        app.add_systems(PreStartup, |adapter: Res<RenderAdapterInfo>, mut quality: ResMut<Quality>| {
            let software = adapter.device_type == wgpu::DeviceType::Cpu;
            *quality = if software { Quality::Lite } else { Quality::Full };
        });
    }
}

/// How much a picture may cost.
pub fn quality_of(asked: PictureQuality) -> Quality {
    if asked == PictureQuality::Full { Quality::Full } else { Quality::Lite }
}

fn take_picture(plan: &Plan, shot: ShotPlan) -> Result<Exit, Diagnostic> {
    let (width, height) = shot.size.unwrap_or((1280, 720));
    // Without a window there is nothing to watch: the scene is read first, so that its errors are errors of the command.
    let (opened, scenario) = match &shot.subject {
        Subject::Scene(scene, scenario) => (crate::store::scene::open(scene, &crate::twin::import::Unwatched)?, scenario.clone()),
        Subject::Solution(id) => (crate::store::showpiece::open(id)?, None),
    };
    let camera =
        shot.camera.as_ref().map(|id| Bookmark::find(opened.scene.bookmarks.iter(), id)).transpose()?.map(|bookmark| bookmark.view);
    let quality = quality_of(shot.quality);
    let aspect = f64::from(width) / f64::from(height);
    if !has_adapter() {
        return Err(Diagnostic::error("machine-no-adapter"));
    }
    let mut app = picture_app(plan, opened, (width, height), quality);
    if let Subject::Solution(_) = shot.subject {
        // What a solution brings is seen whatever layer it belongs to.
        let mut layers = app.world_mut().resource_mut::<Layers>();
        (0..LAYERS.len()).for_each(|layer| layers.set(layer, LayerLook::default()));
    }
    if let Some(at) = shot.at {
        app.world_mut().resource_mut::<Clock>().set(at);
    }
    let session = app.world().resource::<Session>();
    let asked = camera.zip(session.region()).map(|(view, region)| Viewpoint::from_view(&view, region));
    if let Some(view) = asked.or_else(|| session.first_view(aspect)) {
        app.insert_resource(view);
    }
    app.insert_resource(Script::picture(&shot.out, scenario.as_deref()));
    Ok(if app.run().is_success() { Exit::Done } else { Exit::Input })
}

/// An engine without a window that draws what is open into an image, panels hidden.
pub fn picture_app(plan: &Plan, opened: Opened, (width, height): (u32, u32), quality: Quality) -> App {
    let mut app = App::new();
    app.add_plugins(engine(None).disable::<WinitPlugin>());
    app.add_plugins(ScheduleRunnerPlugin::run_loop(Duration::from_millis(4)));
    let image = app.world_mut().resource_mut::<Assets<Image>>().add(picture_target(width, height));
    app.insert_resource(PictureTarget(image));
    app.insert_resource(ViewSize { points: Vec2::new(width as f32, height as f32), scale: 1.0 });
    app.insert_resource(quality);
    add_common(&mut app, plan, UserSettings::transient(), Notices::default());
    app.world_mut().resource_mut::<Interface>().hidden = true;
    app.world_mut().resource_mut::<Session>().open(opened);
    app
}

fn picture_target(width: u32, height: u32) -> Image {
    let mut image = Image::new_target_texture(width.max(1), height.max(1), TextureFormat::Rgba8UnormSrgb, None);
    image.texture_descriptor.usage |= TextureUsages::COPY_SRC;
    image
}

/// Whether there is anything to draw with; the engine itself would panic without.
pub fn has_adapter() -> bool {
    adapter().is_some()
}

/// What a window would draw with, for `doctor`.
pub fn window() -> Option<crate::cli::Window> {
    Some(crate::cli::Window { adapter: adapter(), fonts: ui::fonts::NAMES.iter().map(ToString::to_string).collect() })
}

fn adapter() -> Option<crate::cli::Adapter> {
    let instance = wgpu::Instance::default();
    let adapter = bevy::tasks::block_on(instance.request_adapter(&wgpu::RequestAdapterOptions::default())).ok()?;
    let info = adapter.get_info();
    Some(crate::cli::Adapter { name: info.name, backend: info.backend.to_string(), kind: format!("{:?}", info.device_type) })
}
