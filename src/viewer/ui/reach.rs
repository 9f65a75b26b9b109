//! What is reached from a place, drawn onto the streets, with how many people live there and a choice of means and minutes.

use super::look::Look;
use super::theme::{self, CREDIT, GAP, TOP};
use super::{fonts, widget};
use crate::twin::catalog::resource::Unit;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::ground;
use crate::viewer::app::overlay::spec::Ramp;
use crate::viewer::app::reach::{MINUTES, Means, Reached};
use bevy::math::DVec2;
use bevy_egui::egui::{Align2, Area, Color32, Context, Id, Pos2, Rect, RichText, Stroke, Ui, pos2, vec2};
use egui_phosphor::regular as icon;

/// Draws it.
pub fn draw(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    let (Some(region), Some(reached)) = (look.session.region(), look.reach.shown()) else { return };
    let painter = look.painter(context);
    let at = |place: [f64; 2]| -> Option<Pos2> {
        let place = DVec2::from_array(place);
        look.around_screen(place.extend(ground::height(region, place) + 0.5))
    };
    for line in &reached.lines {
        for pair in line.windows(2) {
            if let (Some(a), Some(b)) = (at(pair[0].0.metres()), at(pair[1].0.metres())) {
                let [red, green, blue, _] = Ramp::LessIsBetter.at((pair[0].1 + pair[1].1) / 2.0);
                painter.line_segment([a, b], Stroke::new(4.0, Color32::from_rgb(red, green, blue)));
            }
        }
    }
    let Some(middle) = at(reached.question.from.metres()) else { return };
    painter.circle(middle, 6.0, theme::palette(context).card, Stroke::new(3.0, theme::palette(context).accent));
    let area = Area::new(Id::new("reach")).pivot(Align2::CENTER_TOP).fixed_pos(middle + vec2(0.0, 14.0));
    // A place beside the picture has its card at the edge.
    let free = Rect::from_min_max(pos2(GAP, TOP), context.content_rect().max - vec2(GAP, TOP + CREDIT));
    let area = area.constrain_to(free);
    area.show(context, |ui| {
        theme::card(context).inner_margin(8).show(ui, |ui| {
            let text = RichText::new(sentence(look, reached)).font(fonts::strong(theme::size(ui, 14.0)));
            ui.label(text).on_hover_ui(|ui| {
                ui.set_max_width(420.0);
                ui.label(look.text(&format!("reach-made-{}", reached.question.means.name())));
            });
            if !reached.question.of_norm {
                choice(look, ui, out);
            }
        });
    });
}

fn sentence(look: &Look, reached: &Reached) -> String {
    let question = &reached.question;
    let args = [
        ("way", look.words.length(question.metres()).into()),
        ("minutes", look.words.number(question.minutes.round(), 0).into()),
        ("hour", format!("{:02}:00", question.hour).into()),
        ("people", look.words.quantity(reached.people.round(), Unit::People).into()),
    ];
    look.words.format(&format!("reach-people-{}", question.means.name()), &args)
}

/// With what, and how long.
fn choice(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.horizontal(|ui| {
        for (means, mark) in Means::ALL.into_iter().zip([icon::PERSON_SIMPLE_WALK, icon::CAR, icon::BUS]) {
            let label = look.text(&format!("reach-{}", means.name()));
            if widget::icon_toggle(ui, mark, &label, look.reach.means == means, None).clicked() {
                out.push(Invoke::with("reach-by", means.name()));
            }
        }
        ui.separator();
        for minutes in MINUTES {
            let label = look.words.format("reach-minutes", &[("minutes", f64::from(minutes).into())]);
            if ui.selectable_label(look.reach.minutes == minutes, label).clicked() {
                out.push(Invoke::with("reach-within", minutes.to_string()));
            }
        }
    });
}
