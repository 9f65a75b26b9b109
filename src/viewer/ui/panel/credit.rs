//! The credit line, and the word "sketch" where the region is one: in every view and every picture.

use crate::twin::model::region::Standing;
use crate::viewer::app::command::Invoke;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, CREDIT, GAP, TOP};
use crate::viewer::ui::{arrange, fonts};
use bevy_egui::egui::{Align2, Area, Color32, Context, CornerRadius, FontId, Frame, Id, Label, Margin, RichText, TextWrapMode, Vec2};

/// Room that the word needs between the cards [points].
const NARROW: f32 = 240.0;

/// Draws both.
pub fn show(look: &Look, context: &Context, _: &mut Vec<Invoke>) {
    let Some(region) = look.session.region() else { return };
    let palette = theme::palette(context);
    let credits = region.credits().join(" · ");
    if !credits.is_empty() {
        let plate = Frame::new().fill(palette.card.gamma_multiply(0.82)).corner_radius(3).inner_margin(Margin::symmetric(6, 2));
        let text = RichText::new(credits).font(FontId::proportional(11.0)).color(palette.text);
        let area = Area::new(Id::new("credit")).anchor(Align2::RIGHT_BOTTOM, Vec2::ZERO);
        write(context, area, look.screen_rect().width(), plate, text);
    }
    if region.standing == Standing::Sketch {
        let amber = palette.warning.gamma_multiply(0.92).lerp_to_gamma(Color32::from_rgb(150, 90, 0), 0.6);
        let plate = Frame::new().fill(amber).corner_radius(CornerRadius::same(12)).inner_margin(Margin::symmetric(10, 4));
        let text = RichText::new(look.text("sketch-mark")).font(fonts::strong(12.5)).color(Color32::WHITE);
        let free = arrange::middle(look, context);
        let top = if look.interface.hidden { GAP } else { TOP };
        // Between the cards; where they leave no room, in the lower left corner.
        // In a talk names of views have the middle: the word stands above the credit line.
        let area = match free.span() > NARROW {
            _ if look.presenting.is_on() => Area::new(Id::new("sketch-mark")).anchor(Align2::RIGHT_BOTTOM, [-GAP, -GAP - CREDIT]),
            true => Area::new(Id::new("sketch-mark")).pivot(Align2::CENTER_TOP).fixed_pos([free.center(), top]),
            false => Area::new(Id::new("sketch-mark-below")).anchor(Align2::LEFT_BOTTOM, [GAP, -GAP]),
        };
        write(context, area, free.span().max(NARROW), plate, text);
    }
}

/// A text on a plate no wider than that, which lets the pointer through.
fn write(context: &Context, area: Area, width: f32, plate: Frame, text: RichText) {
    area.interactable(false).show(context, |ui| {
        ui.set_max_width(width);
        plate.show(ui, |ui| ui.add(Label::new(text).wrap_mode(TextWrapMode::Wrap).selectable(false)));
    });
}
