//! The tour editor: tours, the stops of the one that is open, and what is said at a stop. Where a stop asks too much, it says so.

use crate::twin::model::local_text::LocalText;
use crate::twin::model::names::Language;
use crate::twin::tour::check::{FLIGHT, STAY, moves_and_adds};
use crate::twin::tour::{Stop, Tour};
use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::Side;
use crate::viewer::app::tour_editor::Removed;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, CARD_WIDTH, GAP, TOP};
use crate::viewer::ui::widget::{self, named};
use crate::viewer::ui::{arrange, fonts};
use bevy_egui::egui::{Align, Area, Button, Context, DragValue, Id, Layout, RichText, Ui};
use egui_phosphor::regular as icon;

/// Lines of a field for what is said, and for what only the presenter reads.
const LINES: usize = 3;

/// Draws the card.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    if look.interface.side != Some(Side::Tours) || look.session.region().is_none() {
        return;
    }
    Area::new(Id::new("tours")).fixed_pos([GAP, TOP]).show(context, |ui| {
        theme::card(context).show(ui, |ui| {
            ui.set_width(CARD_WIDTH + 60.0);
            if widget::heading(ui, &look.text("panel-tours"), &look.text("close")) {
                out.push(Invoke::new("tours"));
            }
            arrange::scroll(look, ui, "tours", TOP, |ui| {
                ui.set_width(ui.available_width() - 10.0);
                list(look, ui, out);
                let open = look.editor.tour.as_deref().and_then(|id| look.tours.get(id));
                match open {
                    Some(stored) => page(look, &stored.tour, ui, out),
                    None => widget::weak(ui, look.text("tours-hint")),
                }
                put_back(look, ui, out);
            });
        });
    });
}

fn list(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    for (id, name) in look.tours.names() {
        let is_open = look.editor.tour.as_deref() == Some(id);
        let name = look.words.local(name).to_owned();
        let label = ui.selectable_label(is_open, RichText::new(&name).font(fonts::strong(theme::size(ui, 13.5))));
        if named(ui, &name, label).clicked() {
            out.push(Invoke::with("tour-choose", if is_open { "" } else { id }));
        }
    }
    if widget::icon_button(ui, icon::PLUS, &look.text("button-tour-new"), None).on_hover_text(look.text("command-tour-new")).clicked() {
        out.push(Invoke::new("tour-new"));
    }
}

fn page(look: &Look, tour: &Tour, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.separator();
    let language = languages(look, ui);
    field(look, "tour-name", &tour.name, language, 1, ui, out);
    field(look, "tour-summary", &tour.summary, language, LINES - 1, ui, out);
    let warned = moves_and_adds(tour);
    for (index, stop) in tour.stops.iter().enumerate() {
        row(look, tour, index, warned.contains(&index), ui, out);
        if look.editor.stop.as_deref() == Some(stop.id.as_str()) {
            if warned.contains(&index) {
                widget::weak(ui, look.text("tour-moves-and-adds"));
            }
            details(look, stop, language, ui, out);
        }
    }
    ui.horizontal_wrapped(|ui| {
        let deeds = [("present", icon::PRESENTATION, Some("F5")), ("rehearse", icon::LIST_CHECKS, None), ("publish", icon::EXPORT, None)];
        for (command, mark, key) in deeds {
            if widget::icon_button(ui, mark, &look.text(&format!("command-{command}")), key).clicked() {
                out.push(Invoke::with(command, tour.id.as_str()));
            }
        }
    });
    if look.publishing.is_under_way() {
        widget::working(ui, look.text("publish-under-way"));
    }
    ui.horizontal_wrapped(|ui| {
        if widget::main_button(ui, icon::CAMERA_PLUS, &look.text("button-tour-stop-add")).clicked() {
            out.push(Invoke::new("tour-stop-add"));
        }
        if widget::icon_button(ui, icon::TRASH, &look.text("button-tour-remove"), None).clicked() {
            out.push(Invoke::new("tour-remove"));
        }
    });
}

/// The language that texts are written in: at first that of the window.
fn languages(look: &Look, ui: &mut Ui) -> Language {
    let id = Id::new("tour language");
    let mut chosen = ui.data(|data| data.get_temp(id)).unwrap_or(look.words.language());
    ui.horizontal(|ui| {
        for language in Language::ALL {
            let label = look.text(&format!("tour-language-{}", language.code()));
            let button = ui.selectable_label(chosen == language, &label);
            if named(ui, &label, button).clicked() {
                chosen = language;
                ui.data_mut(|data| data.insert_temp(id, language));
            }
        }
    });
    chosen
}

/// A text of the tour in a language; the command has its name.
fn field(look: &Look, command: &str, text: &LocalText, language: Language, lines: usize, ui: &mut Ui, out: &mut Vec<Invoke>) {
    widget::weak(ui, look.text(&format!("field-{command}")));
    let id = Id::new((command, look.editor.tour.as_deref(), language.code()));
    if let Some(written) = widget::draft(ui, command, id, text.read(language), (lines, f32::INFINITY)) {
        out.push(Invoke::with(command, format!("{} {written}", language.code())));
    }
}

/// A line of the list: number, title, a way there; a mark where it asks too much.
fn row(look: &Look, tour: &Tour, index: usize, warned: bool, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let stop = &tour.stops[index];
    let is_open = look.editor.stop.as_deref() == Some(stop.id.as_str());
    let title = format!("{}. {}", index + 1, look.words.local(&stop.title));
    // What stands at the right first: a long title is cut beside it.
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        let label = look.text("tour-stop-go");
        let go = ui.button(icon::PLAY).on_hover_text(&label);
        if named(ui, &format!("{label} {}", index + 1), go).clicked() {
            out.push(Invoke::with("stop", format!("{} {}", tour.id.as_str(), stop.id.as_str())));
        }
        if warned {
            let mark = RichText::new(icon::WARNING).size(theme::size(ui, 17.0)).color(theme::palette(ui.ctx()).warning);
            ui.label(mark).on_hover_text(look.text("tour-moves-and-adds"));
        }
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            let button = ui.add(Button::selectable(is_open, title.as_str()).truncate());
            if named(ui, &title, button).clicked() {
                out.push(Invoke::with("tour-stop-choose", if is_open { "" } else { stop.id.as_str() }));
            }
        });
    });
}

/// What can be done with a stop, and what is said at it.
fn details(look: &Look, stop: &Stop, language: Language, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let id = stop.id.as_str();
    ui.horizontal_wrapped(|ui| {
        let update = look.text("button-tour-stop-update");
        let hint = look.text("command-tour-stop-update");
        if widget::icon_button(ui, icon::ARROWS_CLOCKWISE, &update, None).on_hover_text(hint).clicked() {
            out.push(Invoke::with("tour-stop-update", id));
        }
        let deeds = [("tour-stop-earlier", icon::ARROW_UP), ("tour-stop-later", icon::ARROW_DOWN), ("tour-stop-remove", icon::TRASH)];
        for (command, mark) in deeds {
            if widget::small_button(ui, mark, &look.text(&format!("command-{command}"))).clicked() {
                out.push(Invoke::with(command, id));
            }
        }
    });
    for (name, text, lines) in [("title", &stop.title, 1), ("text", &stop.text, LINES), ("note", &stop.note, LINES)] {
        widget::weak(ui, look.text(&format!("field-tour-stop-{name}")));
        let field = Id::new(("tour stop", name, look.editor.tour.as_deref(), id, language.code()));
        if let Some(written) = widget::draft(ui, &format!("stop-{name}"), field, text.read(language), (lines, f32::INFINITY)) {
            out.push(Invoke::with("tour-stop-text", format!("{id} {name} {} {written}", language.code())));
        }
    }
    times(look, stop, ui, out);
    ui.add_space(6.0);
}

/// How long the flight takes, and how long it stays.
fn times(look: &Look, stop: &Stop, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let id = stop.id.as_str();
    let suffix = format!(" {}", look.text("tour-seconds"));
    ui.horizontal_wrapped(|ui| {
        let mut flight = stop.flight;
        ui.label(look.text("field-tour-stop-flight"));
        if ui.add(DragValue::new(&mut flight).range(FLIGHT[0]..=FLIGHT[1]).speed(0.1).max_decimals(1).suffix(suffix.clone())).changed() {
            out.push(Invoke::with("tour-stop-flight", format!("{id} {flight:.1}")));
        }
    });
    ui.horizontal_wrapped(|ui| {
        let mut goes_on = stop.seconds.is_some();
        let label = look.text("field-tour-stop-seconds");
        let ticked = ui.checkbox(&mut goes_on, label.as_str());
        if named(ui, &label, ticked).changed() {
            // A minute to begin with.
            out.push(Invoke::with("tour-stop-seconds", if goes_on { format!("{id} 60") } else { id.to_owned() }));
        }
        if let Some(mut seconds) = stop.seconds
            && ui.add(DragValue::new(&mut seconds).range(STAY[0]..=STAY[1]).max_decimals(0).suffix(suffix)).changed()
        {
            out.push(Invoke::with("tour-stop-seconds", format!("{id} {seconds:.0}")));
        }
    });
}

/// What was taken away last, with a way to have it back.
fn put_back(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let Some(removed) = &look.editor.removed else { return };
    let name = match removed {
        Removed::Tour(tour) => &tour.name,
        Removed::Stop { stop, .. } => &stop.title,
    };
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        widget::weak(ui, look.words.format("tour-removed", &[("name", look.words.local(name).into())]));
        if widget::icon_button(ui, icon::ARROW_COUNTER_CLOCKWISE, &look.text("button-tour-put-back"), None).clicked() {
            out.push(Invoke::new("tour-put-back"));
        }
    });
}
