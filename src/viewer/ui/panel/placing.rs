//! What is in hand on its way to the map: what to do next, and how it would fit where the pointer is.

use crate::twin::catalog::kind;
use crate::twin::catalog::site::Geometry;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::tool::Ghost;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::{arrange, fonts, solution, theme, widget};
use bevy_egui::egui::{Align2, Area, Context, Id, RichText, Ui};
use egui_phosphor::regular as icon;

/// Draws the card while something is in hand.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    let Some(placing) = look.tool.placing() else { return };
    let Some(template) = look.solutions.catalog.template(&placing.template) else { return };
    let geometry = kind::geometry(template);
    Area::new(Id::new("placing")).anchor(Align2::RIGHT_TOP, [-theme::GAP, theme::TOP]).show(context, |ui| {
        theme::card(context).show(ui, |ui| {
            ui.set_width(330.0);
            if widget::heading(ui, look.words.local(&template.name), &look.text("close")) {
                out.push(Invoke::new("clear"));
            }
            ui.label(RichText::new(look.text(hint(geometry))).color(theme::palette(ui.ctx()).accent));
            buttons(look, geometry, placing.points.len(), ui, out);
            arrange::scroll(look, ui, "placing", theme::TOP, |ui| match look.tool.ghost() {
                Some(ghost) => fit(look, ghost, ui, out),
                None => widget::weak(ui, look.text("placing-where")),
            });
        });
    });
}

fn hint(geometry: Geometry) -> &'static str {
    match geometry {
        Geometry::Point => "placing-point",
        Geometry::Line => "placing-line",
        Geometry::Area => "placing-area",
        Geometry::Existing => "placing-existing",
    }
}

fn buttons(look: &Look, geometry: Geometry, points: usize, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.horizontal_wrapped(|ui| {
        if geometry == Geometry::Point {
            for (command, icon) in [("turn-left", icon::ARROW_COUNTER_CLOCKWISE), ("turn-right", icon::ARROW_CLOCKWISE)] {
                if widget::small_button(ui, icon, &look.text(&format!("command-{command}"))).clicked() {
                    out.push(Invoke::new(command));
                }
            }
        } else if points > 0 && geometry != Geometry::Existing {
            if points >= geometry.least_points() && widget::icon_button(ui, icon::CHECK, &look.text("placing-done"), None).clicked() {
                out.push(Invoke::new("place-done"));
            }
            if widget::icon_button(ui, icon::ARROW_U_UP_LEFT, &look.text("placing-back"), None).clicked() {
                out.push(Invoke::new("place-back"));
            }
        }
    });
}

fn fit(look: &Look, ghost: &Ghost, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.set_width(ui.available_width() - 10.0);
    solution::verdicts(look, &ghost.report, ui);
    let Ok(fit) = ghost.resolved.fit(&look.solutions.catalog) else {
        return widget::weak(ui, look.text("library-undefined"));
    };
    solution::settings(look, &fit, ui, out);
    if let Ok(capital) = fit.capital() {
        solution::title(look, "library-cost", ui);
        ui.label(RichText::new(look.words.money(capital)).font(fonts::strong(theme::size(ui, 16.0))));
    }
}
