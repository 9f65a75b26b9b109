//! Everything with an engine: the window, the model in it, the panels about it.

pub mod app;
pub mod render;

use bevy::prelude::*;

/// Opens the window.
pub fn run(region: crate::twin::model::region::Region, scene: crate::twin::scene::Scene) {
    let mut app = App::new();
    app.add_plugins(DefaultPlugins.set(WindowPlugin {
        primary_window: Some(Window { title: "aimaq".into(), resolution: (1280, 720).into(), ..default() }),
        ..default()
    }));
    app.insert_resource(if std::env::var("AIMAQ_Q").is_ok() { app::quality::Quality::Full } else { app::quality::Quality::Lite });
    app.add_plugins((app::plugin, render::plugin));
    let view = std::env::var("AIMAQ_VIEW").ok().and_then(|v| ron::from_str::<crate::twin::scene::View>(&v).ok());
    let vp = view.map_or_else(|| app::viewpoint::Viewpoint::framing(&region.extent, 1.78), |v| app::viewpoint::Viewpoint::from_view(&v, &region));
    app.world_mut().resource_mut::<app::session::Session>().open(scene, region);
    app.insert_resource(vp);
    app.add_systems(Update, |mut n: Local<u32>, mut c: Commands, a: Res<app::session::Activity>, time: Res<Time<Real>>, mut exit: MessageWriter<AppExit>| {
        *n += 1;
        if *n % 20 == 0 { eprintln!("{} {:?} missing {}", *n, time.elapsed_secs(), a.tiles_missing); }
        if *n == 110 { render::capture::save_window(&mut c, "/tmp/shot.png".into()); }
        if *n == 150 { exit.write(AppExit::Success); }
    });
    app.run();
}
