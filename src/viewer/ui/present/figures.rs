//! The figures of a stop: each with its name, its value in the scenario that is shown, and what is different from the region as it is.

use super::{margin, value};
use crate::twin::metrics::metric::{self, Better, Metric};
use crate::viewer::app::present::talk::Talk;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, CREDIT, GAP};
use crate::viewer::ui::{arrange, fonts, widget};
use bevy_egui::egui::{Align2, Area, Context, Id, Label, RichText, TextWrapMode, Ui};
use egui_phosphor::regular as icon;

/// Share of the screen's width that a figure has.
const WIDE: f32 = 0.2;

/// Draws the card into the lower right corner, above credit line and the word about sketches.
pub fn show(look: &Look, context: &Context, talk: &Talk) {
    let Some(stop) = talk.stop().filter(|stop| talk.figures && !stop.metrics.is_empty()) else { return };
    let shown: Vec<&Metric> = stop.metrics.iter().filter_map(|id| metric::find(id.as_str())).collect();
    if shown.is_empty() {
        return;
    }
    let mark = arrange::card(context, "sketch-mark").map_or(0.0, |mark| mark.height() + GAP);
    Area::new(Id::new("talk-figures")).anchor(Align2::RIGHT_BOTTOM, [-GAP, -GAP - CREDIT - mark]).interactable(false).show(context, |ui| {
        theme::card(context).inner_margin(margin(look)).show(ui, |ui| {
            ui.set_width(look.size.points.x * WIDE);
            let scenario = look.proposals.current().map_or("", |scenario| scenario.id.as_str());
            shown.iter().for_each(|metric| figure(look, scenario, metric, ui));
            if shown.iter().any(|metric| value(look, scenario, metric.id).is_none()) && look.comparing.missing() > 0 {
                widget::working(ui, look.text("overlay-working"));
            }
        });
    });
}

fn figure(look: &Look, scenario: &str, metric: &Metric, ui: &mut Ui) {
    let palette = theme::palette(ui.ctx());
    let known = value(look, scenario, metric.id);
    let name = RichText::new(look.words.metric(metric)).small().color(palette.weak);
    ui.add(Label::new(name).wrap_mode(TextWrapMode::Wrap).selectable(false));
    ui.horizontal_wrapped(|ui| {
        let text = known.map_or_else(|| "—".to_owned(), |value| look.words.metric_value(metric, value));
        ui.label(RichText::new(text).font(fonts::strong(theme::size(ui, 19.0))));
        let delta = known.zip(value(look, "", metric.id)).map(|(value, base)| value - base).filter(|_| !scenario.is_empty());
        let Some((delta, change)) = delta.and_then(|delta| Some((delta, look.words.metric_change(metric, delta)?))) else { return };
        let is_better = match metric.better {
            Better::Up => Some(delta > 0.0),
            Better::Down => Some(delta < 0.0),
            Better::Neither => None,
        };
        let (mark, colour) = match is_better {
            Some(true) => (icon::CHECK, palette.accent),
            Some(false) => (icon::WARNING, palette.warning),
            None => (icon::ARROWS_LEFT_RIGHT, palette.weak),
        };
        ui.label(RichText::new(format!("{mark} {change}")).color(colour));
    });
    ui.add_space(theme::size(ui, 4.0));
}
