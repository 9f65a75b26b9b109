//! The credit line, and the word "sketch" where the region is one: in every view and every picture.

use crate::twin::model::region::Standing;
use crate::viewer::app::command::Invoke;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::{fonts, theme};
use bevy_egui::egui::{Align2, Color32, Context, FontId, LayerId, Order, Rect, pos2, vec2};

/// Draws both.
pub fn show(look: &Look, context: &Context, _: &mut Vec<Invoke>) {
    let Some(region) = look.session.region() else { return };
    let painter = context.layer_painter(LayerId::new(Order::Middle, "credit".into()));
    let palette = theme::palette(context);
    let screen = look.screen_rect();
    let credits = region.credits().join(" · ");
    if !credits.is_empty() {
        let galley = painter.layout_no_wrap(credits, FontId::proportional(11.0), palette.text);
        let size = galley.size() + vec2(12.0, 5.0);
        let rect = Rect::from_min_size(screen.right_bottom() - size, size);
        painter.rect_filled(rect, 3.0, palette.card.gamma_multiply(0.82));
        painter.galley(rect.min + vec2(6.0, 2.5), galley, palette.text);
    }
    if region.standing == Standing::Sketch {
        let galley = painter.layout_no_wrap(look.text("sketch-mark"), fonts::strong(12.5), Color32::WHITE);
        let size = galley.size() + vec2(20.0, 8.0);
        let top = if look.interface.hidden { 12.0 } else { 64.0 };
        let rect = Align2::CENTER_TOP.anchor_size(pos2(screen.center().x, top), size);
        painter.rect_filled(rect, 12.0, palette.warning.gamma_multiply(0.92).lerp_to_gamma(Color32::from_rgb(150, 90, 0), 0.6));
        painter.galley(rect.min + vec2(10.0, 4.0), galley, Color32::WHITE);
    }
}
