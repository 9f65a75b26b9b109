//! What is short in the region, the heaviest first, each with a button that makes a scenario of what would mend it.

use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::Side;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, CARD_WIDTH, GAP, TOP};
use crate::viewer::ui::{arrange, widget};
use bevy_egui::egui::{Area, Context, Id};
use egui_phosphor::regular as icon;

/// Shortfalls shown at most.
const MOST: usize = 40;

/// Draws the card.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    let (Some(region), Some(survey)) = (look.session.region(), look.solutions.survey(&look.session)) else { return };
    if look.interface.side != Some(Side::Advice) {
        return;
    }
    Area::new(Id::new("advice")).fixed_pos([GAP, TOP]).show(context, |ui| {
        theme::card(context).show(ui, |ui| {
            ui.set_width(CARD_WIDTH + 60.0);
            if widget::heading(ui, &look.text("advice-title"), &look.text("close")) {
                out.push(Invoke::new("advice"));
            }
            widget::weak(ui, look.text("advice-hint"));
            let Some(short) = look.advice.short() else {
                return widget::working(ui, look.text("overlay-working"));
            };
            if short.is_empty() {
                ui.label(look.text("advice-nothing"));
            }
            arrange::scroll(look, ui, "advice", TOP, |ui| {
                ui.set_width(ui.available_width() - 10.0);
                for (place, shortfall) in short.iter().take(MOST).enumerate() {
                    let settlement = survey.settlements().get(shortfall.settlement);
                    let name = settlement.map_or("", |settlement| settlement.name.read(look.words.language(), &region.strings));
                    let sentence = ui.label(look.words.advice(shortfall, name, &look.solutions.catalog));
                    sentence.on_hover_text(look.text("advice-made"));
                    let label = look.text("advice-mend");
                    if shortfall.template.is_some() && !look.advice.is_mending() {
                        let button = ui.button(format!("{}  {label}", icon::LIGHTBULB));
                        if widget::named(ui, &format!("{label} {}", place + 1), button).clicked() {
                            out.push(Invoke::with("advice-mend", place + 1));
                        }
                    }
                    ui.add_space(6.0);
                }
                if short.len() > MOST {
                    let rest = look.words.number((short.len() - MOST) as f64, 0);
                    widget::weak(ui, look.words.format("advice-more", &[("count", rest.into())]));
                }
            });
        });
    });
}
