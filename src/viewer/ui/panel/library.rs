//! The library of solutions: found by word and sphere; the one that is chosen shows how it fits itself to the place looked at, and why.

use crate::i18n::fold;
use crate::twin::catalog::fit::Fit;
use crate::twin::catalog::template::{Sphere, Template};
use crate::twin::model::choice::Choice;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::Side;
use crate::viewer::ui::arrange;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, CARD_WIDTH, GAP, TOP};
use crate::viewer::ui::widget::{self, named};
use crate::viewer::ui::{fonts, picture, solution};
use bevy_egui::egui::{Area, ComboBox, Context, Frame, Id, Margin, RichText, TextEdit, Ui, vec2};
use egui_phosphor::regular as icon;
use std::collections::BTreeMap;

/// As far in as the names of a list.
const UNDER_NAME: Margin = Margin { left: 9, right: 0, top: 0, bottom: 4 };

/// What people have typed and chosen above the list.
#[derive(Clone, Default)]
struct Filter {
    text: String,
    sphere: Option<Sphere>,
}

/// Draws the list, or the solution that is chosen.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    if look.interface.side != Some(Side::Library) {
        return;
    }
    Area::new(Id::new("library")).fixed_pos([GAP, TOP]).show(context, |ui| {
        theme::card(context).show(ui, |ui| {
            ui.set_width(CARD_WIDTH + 60.0);
            if widget::heading(ui, &look.text("sheet-library"), &look.text("close")) {
                out.push(Invoke::new("library"));
            }
            match look.solutions.chosen() {
                Some(template) => page(look, template, ui, out),
                None => list(look, ui, out),
            }
        });
    });
}

fn list(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let id = Id::new("library filter");
    let mut filter: Filter = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let field = ui.add(TextEdit::singleline(&mut filter.text).hint_text(look.text("library-search")).desired_width(f32::INFINITY));
    named(ui, "library-search", field);
    let chosen = filter.sphere.map_or_else(|| look.text("library-all"), |sphere| look.words.choice(sphere).into_owned());
    let combo = ComboBox::from_id_salt("library sphere").selected_text(chosen).width(ui.available_width()).show_ui(ui, |ui| {
        let all = std::iter::once((None, look.text("library-all")));
        let spheres = Sphere::ALL.iter().map(|sphere| (Some(*sphere), look.words.choice(*sphere).into_owned()));
        for (sphere, words) in all.chain(spheres) {
            let option = ui.selectable_value(&mut filter.sphere, sphere, &words);
            named(ui, &words, option);
        }
    });
    named(ui, "library-sphere", combo.response);
    widget::weak(ui, look.text("library-choose"));
    let wanted = fold(&filter.text);
    let fits = |template: &&Template| {
        let text = [look.words.local(&template.name), look.words.local(&template.summary)].map(fold).join(" ");
        filter.sphere.is_none_or(|sphere| sphere == template.sphere) && text.contains(&wanted)
    };
    let mut found: Vec<&Template> = look.solutions.catalog.templates.iter().filter(fits).collect();
    let at_hand = |template: &Template| look.settings.get().favourites.contains(template.id.as_str());
    let by_name = |a: &Template, b: &Template| look.words.compare(look.words.local(&a.name), look.words.local(&b.name));
    found.sort_by(|a, b| at_hand(b).cmp(&at_hand(a)).then_with(|| by_name(a, b)));
    arrange::scroll(look, ui, "library", TOP, |ui| {
        ui.set_width(ui.available_width() - 10.0);
        if found.is_empty() {
            widget::weak(ui, look.text("library-nothing"));
        }
        for template in found {
            row(look, template, ui, out);
        }
    });
    ui.data_mut(|data| data.insert_temp(id, filter));
}

/// A solution in the list: picture, name, what it is.
fn row(look: &Look, template: &Template, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let name = look.words.local(&template.name);
    ui.horizontal_top(|ui| {
        picture::show(look, template.id.as_str(), ui, vec2(80.0, 50.0));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let row = ui.selectable_label(false, RichText::new(name).font(fonts::strong(theme::size(ui, 13.5))));
            if named(ui, name, row).on_hover_text(look.words.local(&template.summary)).clicked() {
                out.push(Invoke::with("solution", template.id.as_str()));
            }
            Frame::new().inner_margin(UNDER_NAME).show(ui, |ui| widget::weak(ui, about(look, template)));
        });
    });
}

/// Whether a solution is at hand.
fn star(look: &Look, template: &Template, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let at_hand = look.settings.get().favourites.contains(template.id.as_str());
    let palette = theme::palette(ui.ctx());
    let mark = RichText::new(icon::STAR).size(theme::size(ui, 17.0)).color(if at_hand { palette.accent } else { palette.weak });
    let label = look.text("library-favourite");
    let button = ui.add(bevy_egui::egui::Button::new(mark).frame(false));
    if named(ui, &label, button).on_hover_text(label).clicked() {
        out.push(Invoke::with("favourite", template.id.as_str()));
    }
}

/// Kind, sphere and direction in a line.
fn about(look: &Look, template: &Template) -> String {
    let direction = template.direction.map(|direction| look.words.choice(direction).into_owned());
    let parts = [look.words.choice(template.kind).into_owned(), look.words.choice(template.sphere).into_owned()];
    parts.into_iter().chain(direction).collect::<Vec<_>>().join(" · ")
}

fn page(look: &Look, template: &Template, ui: &mut Ui, out: &mut Vec<Invoke>) {
    if widget::icon_button(ui, icon::ARROW_LEFT, &look.text("library-back"), None).clicked() {
        out.push(Invoke::new("solution"));
    }
    arrange::scroll(look, ui, "library", TOP, |ui| {
        ui.set_width(ui.available_width() - 10.0);
        help(look, template, ui, out);
    });
}

/// The page of a solution: what it is, and how it would be at the place looked at.
fn help(look: &Look, template: &Template, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let width = ui.available_width();
    picture::show(look, template.id.as_str(), ui, vec2(width, width * 0.4));
    ui.label(RichText::new(look.words.local(&template.name)).font(fonts::strong(theme::size(ui, 17.0))));
    ui.label(look.words.local(&template.summary));
    ui.horizontal(|ui| {
        let words = look.text("library-place");
        if widget::main_button(ui, icon::MAP_PIN_PLUS, &words).clicked() {
            out.push(Invoke::with("place", template.id.as_str()));
        }
        star(look, template, ui, out);
    });
    widget::weak(ui, about(look, template));
    let Some((territory, settlement)) = look.solutions.here(&look.session, &look.viewpoint) else {
        return widget::weak(ui, look.text("library-surveying"));
    };
    if let Some((name, region)) = settlement.zip(look.session.region()) {
        let place = name.read(look.words.language(), &region.strings).to_owned();
        ui.label(RichText::new(look.words.format("library-here", &[("place", place.into())])).color(theme::palette(ui.ctx()).accent));
    }
    let Ok(fit) = Fit::new(template, &territory, &BTreeMap::new()) else {
        return widget::weak(ui, look.text("library-undefined"));
    };
    solution::reasons(look, &fit, ui);
    solution::flows(look, "library-needs", &template.needs, &fit, ui);
    solution::flows(look, "library-provides", &template.provides, &fit, ui);
    solution::cost(look, &fit, ui);
    solution::norms(look, template, ui);
}
