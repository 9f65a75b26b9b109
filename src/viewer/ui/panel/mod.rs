//! The panels, in one list: a new one is a file and a line.

mod advice;
mod assumed;
mod bar;
mod browser;
mod compare;
mod credit;
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
mod scale;
mod scenarios;
mod search;
mod settings;
mod sheet;
mod time;
mod tours;
mod views;

use super::look::Look;
use crate::viewer::app::command::Invoke;
use bevy_egui::egui::Context;

/// What a panel does with a frame: looks, draws, asks for commands.
type Show = fn(&Look, &Context, &mut Vec<Invoke>);

/// A panel.
pub struct Panel {
    /// Draws it.
    pub show: Show,
    /// Whether it stays when the panels are hidden.
    pub always: bool,
}

const fn panel(show: Show) -> Panel {
    Panel { show, always: false }
}

const fn always(show: Show) -> Panel {
    Panel { show, always: true }
}

/// All panels, the lowest first.
pub const PANELS: &[Panel] = &[
    always(credit::show),
    always(views::show),
    panel(scale::show),
    panel(minimap::show),
    panel(time::show),
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
    panel(overlay::show),
    panel(help::show),
    panel(settings::show),
    panel(open::show),
    panel(import::show),
    panel(report::show),
    panel(compare::show),
    panel(notices::show),
];
