//! What there is to say meanwhile, and how far opening has come.

use crate::twin::diagnostic::Severity;
use crate::viewer::app::command::Invoke;
use crate::viewer::ui::arrange;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme;
use crate::viewer::ui::widget;
use bevy_egui::egui::{Align2, Area, Context, Id, Order, ProgressBar, Rangef, RichText, Ui};
use egui_phosphor::regular as icon;

/// Sentences shown at most, the newest.
const MOST: usize = 4;

/// Draws progress and sentences, the newest lowest.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    if look.notices.shown().is_empty() && look.opening.progress().is_none() {
        return;
    }
    let free = arrange::middle(look, context);
    let half = (free.span() / 2.0).clamp(150.0, 280.0);
    // Where cards leave no room, the newest is enough: it lies over them.
    let most = if free.span() < 2.0 * half { 1 } else { MOST };
    let at = [free.center(), arrange::floor(look, context, Rangef::new(free.center() - half, free.center() + half))];
    Area::new(Id::new("notices")).order(Order::Foreground).pivot(Align2::CENTER_BOTTOM).fixed_pos(at).show(context, |ui| {
        ui.set_max_width(2.0 * half);
        let shown = look.notices.shown();
        if shown.len() > most {
            theme::card(context)
                .show(ui, |ui| widget::weak(ui, look.words.format("notices-more", &[("count", (shown.len() - most).into())])));
            ui.add_space(4.0);
        }
        for (index, notice) in shown.iter().enumerate().skip(shown.len().saturating_sub(most)) {
            theme::card(context).show(ui, |ui| {
                if !notice.place.is_empty() {
                    widget::weak(ui, &notice.place);
                }
                sentence(look, index, notice.diagnostic.severity, &look.words.complaint(&notice.diagnostic), ui, out);
                if !notice.excerpt.is_empty() {
                    ui.label(RichText::new(&notice.excerpt).monospace());
                }
            });
            ui.add_space(4.0);
        }
        if let Some((target, phase, share)) = look.opening.progress() {
            theme::card(context).show(ui, |ui| progress(look, target, phase, share, ui, out));
        }
    });
}

fn sentence(look: &Look, index: usize, severity: Severity, text: &str, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let palette = theme::palette(ui.ctx());
    let (mark, colour) = match severity {
        Severity::Note => (icon::CHECK_CIRCLE, palette.accent),
        Severity::Warning => (icon::WARNING, palette.warning),
        Severity::Error => (icon::WARNING_CIRCLE, palette.error),
    };
    ui.horizontal(|ui| {
        ui.label(RichText::new(mark).size(theme::size(ui, 20.0)).color(colour));
        ui.add(bevy_egui::egui::Label::new(text).wrap_mode(bevy_egui::egui::TextWrapMode::Wrap).selectable(true));
        if widget::small_button(ui, icon::X, &look.text("close")).clicked() {
            out.push(Invoke::with("dismiss", index));
        }
    });
}

fn progress(look: &Look, target: &str, phase: &str, share: f32, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let doing = if phase.is_empty() { look.text("phase-begin") } else { look.text(&format!("phase-{phase}")) };
    let name = std::path::Path::new(target).file_name().map_or_else(|| target.to_owned(), |name| name.to_string_lossy().into_owned());
    let width = ui.available_width().min(420.0);
    ui.set_width(width);
    ui.label(format!("{name}: {doing}"));
    ui.horizontal(|ui| {
        ui.add(ProgressBar::new(share).desired_width(width - 110.0).desired_height(8.0));
        if ui.button(look.text("command-cancel")).clicked() {
            out.push(Invoke::new("cancel"));
        }
    });
}
