//! The panels, in one list: a new one is a file and a line.

mod advice;
mod assumed;
mod bar;
mod browser;
mod compare;
mod credit;
mod dates;
mod help;
mod hours;
mod import;
mod inspector;
mod layers;
mod library;
mod measure;
mod minimap;
mod notices;
mod open;
mod overlay;
mod placing;
mod proposal;
mod remarks;
mod report;
mod roadmap;
mod scale;
mod scenarios;
mod search;
mod settings;
mod sheet;
mod time;
mod timeline;
mod timeline_chart;
mod timeline_metric;
mod tours;
mod truth;
mod views;
mod water;

use super::look::Look;
use crate::viewer::app::command::Invoke;
use bevy_egui::egui::Context;

/// What a panel does with a frame: looks, draws, asks for commands.
type Show = fn(&Look, &Context, &mut Vec<Invoke>);

/// A panel.
pub struct Panel {
    /// Draws it.
    pub show: Show,
    when: When,
}

/// When a panel is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    /// While somebody works.
    Editing,
    /// Then and in a talk.
    EditingAndTalk,
    /// Even where the picture stands alone.
    Always,
}

impl Panel {
    /// Whether it is shown now.
    pub fn is_shown(&self, look: &Look) -> bool {
        match (self.when, look.presenting.talk()) {
            (When::Always, _) => true,
            (When::Editing, None) => !look.interface.hidden,
            (When::EditingAndTalk, None) => !look.interface.hidden,
            (When::Editing, Some(_)) => false,
            (When::EditingAndTalk, Some(talk)) => !talk.bare && talk.blank.is_none() && !talk.overview,
        }
    }
}

const fn panel(show: Show) -> Panel {
    Panel { show, when: When::Editing }
}

const fn in_talk_too(show: Show) -> Panel {
    Panel { show, when: When::EditingAndTalk }
}

const fn always(show: Show) -> Panel {
    Panel { show, when: When::Always }
}

/// All panels, the lowest first.
pub const PANELS: &[Panel] = &[
    always(credit::show),
    always(views::show),
    panel(scale::show),
    panel(minimap::show),
    panel(time::show),
    panel(timeline::show),
    panel(bar::show),
    panel(search::show),
    panel(layers::show),
    panel(library::show),
    panel(scenarios::show),
    panel(advice::show),
    panel(tours::show),
    panel(remarks::show),
    panel(inspector::show),
    panel(proposal::show),
    panel(placing::show),
    panel(measure::show),
    in_talk_too(overlay::show),
    panel(help::show),
    panel(settings::show),
    panel(open::show),
    panel(import::show),
    panel(report::show),
    panel(compare::show),
    panel(roadmap::show),
    panel(truth::show),
    panel(notices::show),
];
