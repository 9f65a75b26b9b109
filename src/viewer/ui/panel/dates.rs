//! When a solution that stands is designed, built and at work, with the two months that can be set.

use crate::twin::catalog::fit::Fit;
use crate::twin::scenario::month::Month;
use crate::twin::scenario::resolve::Resolved;
use crate::twin::scenario::schedule::Course;
use crate::viewer::app::command::Invoke;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::month::month_field;
use crate::viewer::ui::{solution, widget};
use bevy_egui::egui::Ui;
use egui_phosphor::regular as icon;

/// Draws the stages and their fields.
pub fn show(look: &Look, resolved: &Resolved, fit: &Fit, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let Some(scenario) = look.proposals.current() else { return };
    let (placed, course) = (&resolved.placed, Course::new(&resolved.placed, fit, scenario.heading.year));
    solution::title(look, "schedule-title", ui);
    field(look, Field { command: "schedule-from", month: course.begin, is_set: placed.from.is_some() }, ui, out);
    if let Some(works) = course.stages.iter().find(|span| !span.is_preparation()) {
        let is_set = placed.builds_from.is_some();
        field(look, Field { command: "schedule-builds", month: works.begin, is_set }, ui, out);
    }
    for span in course.stages.iter().filter(|span| span.months() > 0) {
        let args = [
            ("stage", look.words.choice(span.stage).into_owned().into()),
            ("begin", look.words.month(span.begin).into()),
            ("end", look.words.month(span.end.before()).into()),
        ];
        widget::weak(ui, look.words.format("schedule-stage", &args));
    }
    ui.label(look.words.format("schedule-at-work", &[("month", look.words.month(course.end).into())]));
}

/// A month that can be set.
struct Field {
    command: &'static str,
    month: Month,
    /// Whether somebody set it.
    is_set: bool,
}

fn field(look: &Look, field: Field, ui: &mut Ui, out: &mut Vec<Invoke>) {
    widget::weak(ui, look.text(field.command));
    ui.horizontal(|ui| {
        let (set, has_ended) = month_field(look, field.command, field.month, ui);
        out.extend(set.map(|month| Invoke::with(field.command, month)));
        if has_ended {
            out.push(Invoke::new("settle"));
        }
        if field.is_set && widget::small_button(ui, icon::ARROW_U_UP_LEFT, &look.text("schedule-back")).clicked() {
            out.extend([Invoke::new(field.command), Invoke::new("settle")]);
        }
    });
}
