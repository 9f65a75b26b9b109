//! Everything that panels may look at.

use super::labels::LabelSource;
use crate::viewer::app::advice::Advice;
use crate::viewer::app::autosave::Saving;
use crate::viewer::app::browse::Browser;
use crate::viewer::app::clock::Clock;
use crate::viewer::app::comparison::Comparing;
use crate::viewer::app::daylight::Daylight;
use crate::viewer::app::desktop::SystemTheme;
use crate::viewer::app::fitness::Fitness;
use crate::viewer::app::import_draft::ImportDraft;
use crate::viewer::app::interface::Interface;
use crate::viewer::app::layers::Layers;
use crate::viewer::app::library::Solutions;
use crate::viewer::app::measure::Measure;
use crate::viewer::app::navigate::{Flight, Pointer};
use crate::viewer::app::notice::Notices;
use crate::viewer::app::open::{Library, Opening};
use crate::viewer::app::overlay::Overlay;
use crate::viewer::app::present::Presenting;
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::publish::Publishing;
use crate::viewer::app::quality::Quality;
use crate::viewer::app::reach::Reach;
use crate::viewer::app::remarks::ReadersRemarks;
use crate::viewer::app::roadmap::Roadmaps;
use crate::viewer::app::search::Search;
use crate::viewer::app::selection::Selection;
use crate::viewer::app::session::{Activity, Session};
use crate::viewer::app::settings::{UserSettings, Wording};
use crate::viewer::app::timeline::Timeline;
use crate::viewer::app::tool::Tool;
use crate::viewer::app::tour_editor::TourEditor;
use crate::viewer::app::tours::Tours;
use crate::viewer::app::truth::Truth;
use crate::viewer::app::view_size::ViewSize;
use crate::viewer::app::viewpoint::Viewpoint;
use crate::viewer::app::views::{Frame, Views};
use crate::viewer::app::water::FloodWater;
use crate::viewer::app::yearly::Yearly;
use bevy::ecs::system::SystemParam;
use bevy::math::{DVec2, DVec3};
use bevy::prelude::*;
use bevy_egui::egui;

/// The state of the window, read only.
#[derive(SystemParam)]
pub struct Look<'w> {
    /// What is open.
    pub session: Res<'w, Session>,
    /// Where the eye is.
    pub viewpoint: Res<'w, Viewpoint>,
    /// How large the picture is.
    pub size: Res<'w, ViewSize>,
    /// The words of the chosen language.
    pub words: Res<'w, Wording>,
    /// Settings.
    pub settings: Res<'w, UserSettings>,
    /// The theme of the system.
    pub system: Res<'w, SystemTheme>,
    /// Which layers are shown.
    pub layers: Res<'w, Layers>,
    /// Which panels are open.
    pub interface: Res<'w, Interface>,
    /// What is pointed at.
    pub selection: Res<'w, Selection>,
    /// Names to find.
    pub search: Res<'w, Search>,
    /// The line being measured.
    pub measure: Res<'w, Measure>,
    /// Where the pointer is.
    pub pointer: Res<'w, Pointer>,
    /// Date and hour.
    pub clock: Res<'w, Clock>,
    /// The light of the hour.
    pub day: Res<'w, Daylight>,
    /// What there is to say.
    pub notices: Res<'w, Notices>,
    /// What is being opened.
    pub opening: Res<'w, Opening>,
    /// The folder that is open in the sheets.
    pub browser: Res<'w, Browser>,
    /// The import being put together.
    pub draft: Res<'w, ImportDraft>,
    /// Scenes that come with the program.
    pub library: Res<'w, Library>,
    /// What is going on behind the picture.
    pub activity: Res<'w, Activity>,
    /// How much the picture may cost.
    pub quality: Res<'w, Quality>,
    /// The library of solutions.
    pub solutions: Res<'w, Solutions>,
    /// The scenarios.
    pub proposals: Res<'w, Proposals>,
    /// Their files.
    pub saving: Res<'w, Saving>,
    /// What is being placed.
    pub tool: Res<'w, Tool>,
    /// How what is proposed fits.
    pub fitness: Res<'w, Fitness>,
    /// What is measured of the scenarios.
    pub comparing: Res<'w, Comparing>,
    /// What is short.
    pub advice: Res<'w, Advice>,
    /// What is reached on foot.
    pub reach: Res<'w, Reach>,
    /// The month in which what is proposed is seen.
    pub timeline: Res<'w, Timeline>,
    /// Metrics of the scenario that is shown, by year.
    pub yearly: Res<'w, Yearly>,
    /// The roadmap of the scene.
    pub roadmaps: Res<'w, Roadmaps>,
    /// How true the models are.
    pub truth: Res<'w, Truth>,
    /// The outcome on the map.
    pub overlay: Res<'w, Overlay>,
    /// The hour in which the flood's water is seen.
    pub water: Res<'w, FloodWater>,
    /// What is seen beside the scenario that is shown.
    pub views: Res<'w, Views>,
    /// The tours.
    pub tours: Res<'w, Tours>,
    /// What is being done to them.
    pub editor: Res<'w, TourEditor>,
    /// What readers say.
    pub remarks: Res<'w, ReadersRemarks>,
    /// The flight that is under way.
    pub flight: Res<'w, Flight>,
    /// What is being handed out.
    pub publishing: Res<'w, Publishing>,
    /// The talk that is under way.
    pub presenting: Res<'w, Presenting>,
    /// What may be labelled.
    pub labels: Res<'w, LabelSource>,
}

impl Look<'_> {
    /// A text of the interface.
    pub fn text(&self, key: &str) -> String {
        self.words.get(key).into_owned()
    }

    /// The view of the scenario that is shown: names and marks are drawn there.
    pub fn frame(&self) -> Frame {
        self.views.frame(0, &self.size)
    }

    /// Where a place (east, north, up) is on screen, and how far off; none outside the picture.
    pub fn on_screen(&self, place: DVec3) -> Option<(egui::Pos2, f64)> {
        self.in_frame(&self.frame(), place)
    }

    /// The same in the picture of another view.
    pub fn in_frame(&self, frame: &Frame, place: DVec3) -> Option<(egui::Pos2, f64)> {
        let (point, depth) = self.viewpoint.project(place, frame.aspect())?;
        let inside = point.abs().max_element() < 1.15;
        inside.then(|| (on_screen(frame, point), depth))
    }

    /// Where a place is on screen even outside the picture; none behind the eye.
    pub fn around_screen(&self, place: DVec3) -> Option<egui::Pos2> {
        let (point, _) = self.viewpoint.project(place, self.frame().aspect())?;
        (point.abs().max_element() < 20.0).then(|| on_screen(&self.frame(), point))
    }

    /// What draws onto the view of the scenario that is shown, and nowhere else.
    pub fn painter(&self, context: &egui::Context) -> egui::Painter {
        clipped(context, self.frame().rect)
    }

    /// What writes names: onto all of a picture, whatever is cut from it.
    pub fn letters(&self, context: &egui::Context, frame: &Frame) -> egui::Painter {
        clipped(context, frame.picture)
    }

    /// The screen.
    pub fn screen_rect(&self) -> egui::Rect {
        egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(self.size.points.x, self.size.points.y))
    }
}

fn on_screen(frame: &Frame, point: DVec2) -> egui::Pos2 {
    let point = frame.point(point);
    egui::pos2(point.x, point.y)
}

fn clipped(context: &egui::Context, rect: Rect) -> egui::Painter {
    let clip = egui::Rect::from_min_max(egui::pos2(rect.min.x, rect.min.y), egui::pos2(rect.max.x, rect.max.y));
    context.layer_painter(egui::LayerId::background()).with_clip_rect(clip)
}
