//! What the window knows and can do, before anything is drawn: session, commands, jobs, viewpoint, settings.

pub mod advice;
pub mod autosave;
pub mod browse;
pub mod capture;
pub mod clock;
pub mod command;
pub mod comparison;
pub mod daylight;
pub mod desktop;
pub mod export;
pub mod film;
pub mod fitness;
pub mod frames;
pub mod ground;
pub mod import_draft;
pub mod interface;
pub mod job;
pub mod keep;
pub mod latency;
pub mod layers;
pub mod library;
pub mod measure;
pub mod navigate;
pub mod notice;
pub mod open;
pub mod overlay;
pub mod palette;
pub mod present;
pub mod proposals;
pub mod publish;
pub mod quality;
pub mod reach;
pub mod reload;
pub mod remarks;
pub mod report;
pub mod rest;
pub mod roadmap;
pub mod script;
pub mod search;
pub mod selection;
pub mod session;
pub mod settings;
pub mod timeline;
pub mod tool;
pub mod tour_editor;
pub mod tours;
pub mod truth;
pub mod view_of;
pub mod view_size;
pub mod viewpoint;
pub mod views;
pub mod water;
pub mod yearly;

use bevy::app::App;

/// Adds the state that drawing and panels share.
pub fn plugin(app: &mut App) {
    app.add_plugins((
        view_size::plugin,
        session::plugin,
        settings::plugin,
        desktop::plugin,
        interface::plugin,
        notice::plugin,
        clock::plugin,
        layers::plugin,
        open::plugin,
        browse::plugin,
        search::plugin,
        selection::plugin,
        measure::plugin,
        navigate::plugin,
        command::plugin,
    ))
    .add_plugins((
        library::plugin,
        proposals::plugin,
        tool::plugin,
        fitness::plugin,
        comparison::plugin,
        overlay::plugin,
        views::plugin,
        advice::plugin,
        reach::plugin,
        autosave::plugin,
        latency::plugin,
        reload::plugin,
    ))
    .add_plugins((
        timeline::plugin,
        yearly::plugin,
        water::plugin,
        roadmap::plugin,
        truth::plugin,
        tours::plugin,
        present::plugin,
        publish::plugin,
        remarks::plugin,
        tour_editor::plugin,
    ))
    .add_plugins((
        import_draft::plugin,
        capture::plugin,
        export::plugin,
        film::plugin,
        keep::plugin,
        script::plugin,
        frames::plugin,
        rest::plugin,
    ));
}
