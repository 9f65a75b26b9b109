//! What is reached on foot, drawn onto the streets, with how many people live there.

use super::look::Look;
use super::{fonts, theme};
use crate::viewer::app::ground;
use crate::viewer::app::overlay::spec::Ramp;
use bevy::math::DVec2;
use bevy_egui::egui::{Align2, Color32, Context, Pos2, Stroke, pos2, vec2};

/// Draws it.
pub fn draw(look: &Look, context: &Context) {
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
    let Some(middle) = at(reached.from.metres()) else { return };
    let palette = theme::palette(context);
    let args = [
        ("way", look.words.length(reached.metres).into()),
        ("minutes", look.words.number(look.reach.minutes(reached.metres).round(), 0).into()),
        ("people", look.words.quantity(reached.people.round(), crate::twin::catalog::resource::Unit::People).into()),
    ];
    let text = look.words.format("reach-people", &args);
    let letters = painter.layout_no_wrap(text, fonts::strong(14.0), palette.text);
    let card = Align2::CENTER_TOP.anchor_size(pos2(middle.x, middle.y + 14.0), letters.size()).expand2(vec2(10.0, 6.0));
    painter.rect_filled(card, 8.0, palette.card);
    painter.galley(card.min + vec2(10.0, 6.0), letters, palette.text);
    painter.circle(middle, 6.0, palette.card, Stroke::new(3.0, palette.accent));
}
