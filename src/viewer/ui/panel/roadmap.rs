//! The roadmap as a table: projects with indicators, deadline, owner, level and money by year. Some of it can be set here, all of it saved.

use super::sheet::sheet;
use crate::twin::metrics::spending::rests_on;
use crate::twin::model::choice::Choice;
use crate::twin::roadmap::table::{KpiRow, Row, Table};
use crate::twin::roadmap::{Level, Project, Roadmap};
use crate::viewer::app::command::Invoke;
use crate::viewer::app::interface::Sheet;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::month::month_field;
use crate::viewer::ui::widget::{self, named};
use crate::viewer::ui::{fonts, theme};
use bevy_egui::egui::{Checkbox, ComboBox, Context, Grid, Id, RichText, ScrollArea, Ui};
use egui_phosphor::regular as icon;

/// Widths of the columns that hold sentences [points].
const WIDE: f32 = 240.0;
/// Columns before those of the years.
const HEAD: [&str; 6] = ["roadmap-project", "roadmap-kpi", "roadmap-deadline", "roadmap-owner", "roadmap-level", "roadmap-funding"];

/// Draws the sheet.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    sheet(Sheet::Roadmap, "sheet-roadmap", 1_240.0, look, context, out, |ui, out| {
        let Some(roadmap) = look.roadmaps.roadmap() else {
            return widget::weak(ui, look.text("roadmap-none"));
        };
        if look.comparing.missing() > 0 {
            widget::working(ui, look.text("roadmap-working"));
        }
        let table = Table::new(roadmap, look.roadmaps.outlooks(), &|scenario, metric| {
            look.comparing.measured(scenario).and_then(|measured| measured.values.get(metric.id)).copied()
        });
        exports(look, ui, out);
        ScrollArea::horizontal().show(ui, |ui| {
            let columns = HEAD.len() + table.years.len();
            Grid::new("roadmap").num_columns(columns).striped(true).spacing([18.0, 10.0]).show(ui, |ui| {
                head(look, &table, ui);
                table.rows.iter().for_each(|row| line(look, row, &table, ui, out));
                sums(look, &table, ui);
            });
        });
        basis(look, roadmap, ui);
    });
}

/// Buttons that write it to a file: rows for spreadsheets, in print, as a page.
fn exports(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.horizontal(|ui| {
        for form in ["csv", "pdf", "html"] {
            let label = look.words.format("compare-export", &[("form", form.to_uppercase().into())]);
            if widget::icon_button(ui, icon::DOWNLOAD_SIMPLE, &label, None).clicked() {
                out.push(Invoke::with("export-roadmap", form));
            }
        }
        if look.publishing.is_under_way() {
            widget::working(ui, look.text("publish-under-way"));
        }
    });
}

fn strong(ui: &mut Ui, text: impl Into<String>) {
    let text = RichText::new(text).font(fonts::strong(theme::size(ui, 13.0)));
    ui.label(text);
}

fn head(look: &Look, table: &Table, ui: &mut Ui) {
    HEAD.iter().for_each(|key| strong(ui, look.text(key)));
    for &year in &table.years {
        if table.is_over(year) {
            let text = RichText::new(format!("{} {year}", icon::WARNING)).font(fonts::strong(theme::size(ui, 13.0)));
            ui.label(text.color(theme::palette(ui.ctx()).warning)).on_hover_text(look.text("roadmap-over"));
        } else {
            strong(ui, year.to_string());
        }
    }
    ui.end_row();
}

fn line(look: &Look, row: &Row, table: &Table, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let project = row.project;
    column(ui, |ui| name(look, project, ui, out));
    column(ui, |ui| row.kpis.iter().for_each(|kpi| indicator(look, kpi, ui)));
    ui.vertical(|ui| deadline(look, row, ui, out));
    column(ui, |ui| owner(look, project, ui, out));
    ui.vertical(|ui| level(look, project, ui, out));
    let paid = if project.funding.is_empty() { "—".to_owned() } else { look.words.funding(&project.funding) };
    column(ui, |ui| widget::weak(ui, paid));
    for &year in &table.years {
        let cost = row.cost(year);
        let key = if row.is_computed { "roadmap-costs-computed" } else { "roadmap-costs" };
        let text = if cost == 0.0 { "—".to_owned() } else { look.words.money(cost) };
        ui.label(text).on_hover_text(look.text(key));
    }
    ui.end_row();
}

/// A cell whose sentences are broken.
fn column(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.set_width(theme::size(ui, WIDE));
        content(ui);
    });
}

fn name(look: &Look, project: &Project, ui: &mut Ui, out: &mut Vec<Invoke>) {
    strong(ui, look.words.local(&project.name));
    let direction = project.direction.map(|direction| look.words.choice(direction).into_owned());
    let facts = direction.into_iter().chain([look.words.choice(project.sphere).into_owned()]).collect::<Vec<_>>();
    widget::weak(ui, facts.join(" · "));
    let mut flagship = project.flagship;
    let field = ui.add(Checkbox::new(&mut flagship, look.text("roadmap-flagship")));
    if named(ui, &format!("{} flagship", project.id.as_str()), field).changed() {
        out.push(setting(project, "flagship", flagship));
    }
    if let Some(scenario) = &project.scenario
        && let Some(known) = look.proposals.find(scenario)
    {
        let text = look.words.local(&known.heading.name).to_owned();
        let shown = look.proposals.current().is_some_and(|current| current.id == known.id);
        let link = ui.selectable_label(shown, RichText::new(format!("{}  {text}", icon::TREE_STRUCTURE)).small());
        if named(ui, &format!("{} scenario", project.id.as_str()), link).clicked() {
            out.push(Invoke::with("scenario", scenario.as_str()));
        }
    }
    if let Some(basis) = &project.basis {
        widget::weak(ui, look.words.basis(basis));
    }
}

/// What changes a field of a project.
fn setting(project: &Project, field: &str, value: impl std::fmt::Display) -> Invoke {
    Invoke::with("roadmap-set", format!("{} {field} {value}", project.id.as_str()))
}

/// An indicator with what the models say of it: reached or not by a mark as well as by colour.
fn indicator(look: &Look, row: &KpiRow, ui: &mut Ui) {
    let palette = theme::palette(ui.ctx());
    let text = look.words.kpi_line(row);
    let label = match row.is_reached() {
        Some(true) => ui.label(RichText::new(format!("{} {text}", icon::CHECK)).color(palette.accent)),
        Some(false) => ui.label(RichText::new(format!("{} {text}", icon::WARNING)).color(palette.warning)),
        None => ui.label(text),
    };
    if let Some(basis) = &row.kpi.basis {
        label.on_hover_text(look.words.basis(basis));
    }
}

fn deadline(look: &Look, row: &Row, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let project = row.project;
    ui.horizontal(|ui| {
        let (set, _) = month_field(look, &format!("{} deadline", project.id.as_str()), project.deadline.value, ui);
        out.extend(set.map(|month| setting(project, "deadline", month)));
    });
    let Some(at_work) = row.at_work else { return };
    let month = [("month", look.words.month(at_work).into())];
    if row.is_late() {
        let text = format!("{} {}", icon::WARNING, look.words.format("roadmap-at-work-late", &month));
        ui.label(RichText::new(text).small().color(theme::palette(ui.ctx()).warning));
    } else {
        widget::weak(ui, look.words.format("roadmap-at-work", &month));
    }
}

/// The owner in the language of the window; written when the field is left.
fn owner(look: &Look, project: &Project, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let id = Id::new(("roadmap owner", project.id.as_str()));
    let (shown, width) = (look.words.local(&project.owner), theme::size(ui, 180.0));
    let written = widget::draft(ui, &format!("{} owner", project.id.as_str()), id, shown, (2, width));
    let owner = written.map(|written| written.split_whitespace().collect::<Vec<_>>().join(" "));
    out.extend(owner.filter(|owner| owner != shown).map(|owner| setting(project, "owner", owner)));
}

fn level(look: &Look, project: &Project, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let mut level = project.level;
    let label = format!("{} level", project.id.as_str());
    let combo = ComboBox::from_id_salt(&label).selected_text(look.words.choice(level).into_owned()).show_ui(ui, |ui| {
        for other in Level::ALL {
            ui.selectable_value(&mut level, *other, look.words.choice(*other).into_owned());
        }
    });
    named(ui, &label, combo.response);
    if level != project.level {
        out.push(setting(project, "level", level.name()));
    }
}

/// A sum of money with its name, by the year.
type OfYear<'a> = (&'static str, &'a dyn Fn(u32) -> Option<f64>);

/// All projects together, what the budget pays of them, and what it can give.
fn sums(look: &Look, table: &Table, ui: &mut Ui) {
    let rows: [OfYear; 3] = [
        ("roadmap-total", &|year| Some(table.total(year))),
        ("roadmap-from-budget", &|year| Some(table.from_budget(year))),
        ("roadmap-limit", &|year| table.budget.get(&year).copied()),
    ];
    for (key, sum) in rows {
        strong(ui, look.text(key));
        (1..HEAD.len()).for_each(|_| _ = ui.label(""));
        for &year in &table.years {
            let text = RichText::new(sum(year).map_or_else(|| "—".to_owned(), |sum| look.words.money(sum)));
            let is_marked = key == "roadmap-from-budget" && table.is_over(year);
            ui.label(if is_marked { text.color(theme::palette(ui.ctx()).warning) } else { text });
        }
        ui.end_row();
    }
}

/// What the figures rest on.
fn basis(look: &Look, roadmap: &Roadmap, ui: &mut Ui) {
    ui.add_space(6.0);
    if let Some(basis) = &roadmap.budget_basis {
        widget::weak(ui, look.words.format("roadmap-budget-basis", &[("basis", look.words.basis(basis).into())]));
    }
    for spec in rests_on() {
        widget::weak(ui, look.words.assumption(spec, look.comparing.assumptions().get(spec)));
    }
}
