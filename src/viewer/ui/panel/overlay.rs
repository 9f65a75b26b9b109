//! The outcome on the map: what its colours mean, the value under the pointer, and whether differences are seen.

use super::truth;
use crate::twin::metrics::metric;
use crate::twin::model::building::Building;
use crate::twin::model::feature::Feature;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::overlay::dress::Dress;
use crate::viewer::app::overlay::sheet;
use crate::viewer::app::overlay::spec::{DIFFERENCE, LIMIT, OverlaySpec, PLAIN};
use crate::viewer::app::palette::Colour;
use crate::viewer::app::selection::{FeatureAt, Selection};
use crate::viewer::ui::arrange::{self, PLATES};
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, GAP, TOP};
use crate::viewer::ui::{flow, fonts, widget};
use bevy_egui::egui::{Align2, Area, Color32, Context, FontId, Id, Rect, RichText, Sense, Stroke, Ui, pos2, vec2};
use egui_phosphor::regular as icon;

/// Width of the colours at least, and size of the letters below them [points].
const WIDTH: f32 = 240.0;
const SMALL: f32 = 11.5;

/// Draws the card while an outcome is shown.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    let Some(spec) = look.overlay.shown().filter(|_| look.session.region().is_some()) else { return };
    let free = arrange::middle(look, context);
    // Where the window is narrow it stands below the mark of a sketch, which has the middle.
    let left = free.max - arrange::card(context, "overlay").map_or(WIDTH, |card| card.width());
    let mark = arrange::card(context, "sketch-mark").filter(|mark| mark.right() + GAP > left);
    let top = match look.presenting.is_on() {
        // Below the names of the views.
        true => PLATES.iter().filter_map(|name| arrange::card(context, name)).map(|plate| plate.bottom() + GAP).fold(GAP, f32::max),
        false => mark.map_or(TOP, |mark| mark.bottom() + GAP),
    };
    Area::new(Id::new("overlay")).pivot(Align2::RIGHT_TOP).fixed_pos([free.max, top]).show(context, |ui| {
        theme::card(context).inner_margin(10).show(ui, |ui| {
            ui.set_max_width(theme::size(ui, WIDTH + 150.0).min(free.span() - 26.0).max(0.0));
            title(look, spec, ui, out);
            let legend = (!look.overlay.difference).then(|| Legend::reserve(look, ui));
            if legend.is_some() {
                beneath(look, spec, ui);
                on_ground(look, spec, ui);
            } else {
                differences(look, ui);
            }
            under_pointer(look, spec, ui);
            super::water::show(look, ui, out);
            if let Some(legend) = legend {
                legend.paint(look, spec, ui);
            }
        });
    });
}

fn title(look: &Look, spec: &OverlaySpec, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.horizontal(|ui| {
        let name = format!("{}  {}", spec.icon, look.text(&format!("overlay-{}", spec.id)));
        ui.label(RichText::new(name).font(fonts::strong(theme::size(ui, 14.0)))).on_hover_ui(|ui| made(look, spec, ui, out));
        let id = look.proposals.current().map_or("", |scenario| scenario.id.as_str());
        let is_there = look.overlay.is_ready() && look.activity.sheets_missing == 0;
        if !is_there || look.comparing.is_out_of_date(id) {
            let key = if is_there { "overlay-out-of-date" } else { "overlay-working" };
            widget::working(ui, look.text(key));
        }
        if look.presenting.is_on() {
            return;
        }
        let label = look.text("overlay-difference");
        if widget::icon_toggle(ui, icon::PLUS_MINUS, &label, look.overlay.difference, Some("J")).clicked() {
            out.push(Invoke::new("difference"));
        }
        if widget::small_button(ui, icon::X, &look.text("overlay-close")).clicked() {
            out.push(Invoke::new("overlay"));
        }
    });
}

/// How the values are made, what is assumed, and how true the model is.
fn made(look: &Look, spec: &OverlaySpec, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.set_max_width(420.0);
    ui.label(look.text(&format!("overlay-made-{}", spec.id)));
    for assumed in metric::find(spec.metric).map(metric::Metric::assumptions).unwrap_or_default() {
        widget::weak(ui, look.words.assumption(assumed, look.comparing.assumptions().get(assumed)));
    }
    if let Some(metric) = metric::find(spec.metric) {
        truth::link(look, metric.maker, ui, out);
    }
}

fn colour(value: Colour) -> Color32 {
    Color32::from_rgb(value[0], value[1], value[2])
}

/// Room for the colours and for what stands over them. They are painted once all else lies there, and are as wide as the card has become.
struct Legend {
    spread: Option<Rect>,
    ramp: Rect,
}

impl Legend {
    /// Keeps the room.
    fn reserve(look: &Look, ui: &mut Ui) -> Self {
        let (width, small) = (theme::size(ui, WIDTH).min(ui.available_width()), theme::size(ui, SMALL));
        let mut room = |height: f32| ui.allocate_exact_size(vec2(width, height), Sense::hover()).0;
        let spread = look.overlay.dress(0).map(|_| room(34.0));
        Self { spread, ramp: room(18.0 + small) }
    }

    /// Paints what belongs there.
    fn paint(self, look: &Look, spec: &OverlaySpec, ui: &Ui) {
        let wide = |room: Rect| room.with_max_x(ui.min_rect().right());
        if let Some((room, dress)) = self.spread.zip(look.overlay.dress(0)) {
            spread(look, spec, dress, wide(room), ui);
        }
        ramp(look, spec, wide(self.ramp), ui);
    }
}

/// The ramp with values at its ends and middle.
fn ramp(look: &Look, spec: &OverlaySpec, rect: Rect, ui: &Ui) {
    let painter = ui.painter();
    let steps = 60;
    let step = rect.width() / steps as f32;
    for index in 0..steps {
        let left = rect.left() + step * index as f32;
        let part = Rect::from_min_size(pos2(left, rect.top()), vec2(step + 0.5, 12.0));
        painter.rect_filled(part, 0.0, colour(spec.ramp.at(index as f32 / (steps - 1) as f32)));
    }
    let palette = theme::palette(ui.ctx());
    let [low, high] = spec.range.map(f64::from);
    let value = |value: f64| look.words.overlay_value(spec.id, value);
    let ends = [
        (rect.left(), Align2::LEFT_TOP, value(low)),
        (rect.center().x, Align2::CENTER_TOP, value((low + high) / 2.0)),
        (rect.right(), Align2::RIGHT_TOP, format!("≥ {}", value(high))),
    ];
    for (x, align, text) in ends {
        painter.text(pos2(x, rect.top() + 15.0), align, text, FontId::proportional(theme::size(ui, SMALL)), palette.weak);
    }
}

/// What the ramp does not tell: widths, dots, and what has no value.
fn beneath(look: &Look, spec: &OverlaySpec, ui: &mut Ui) {
    if let Some((id, widest)) = spec.width.filter(|(id, _)| *id != spec.id) {
        let most = look.words.overlay_value(id, f64::from(widest));
        widget::weak(
            ui,
            look.words.format("overlay-width", &[("field", look.text(&format!("overlay-{id}")).into()), ("most", most.into())]),
        );
    }
    if look.views.count() == 1 && look.overlay.dress(0).is_some_and(|dress| !dress.flows.is_empty()) {
        let cars = flow::cars_a_dot(look.viewpoint.distance);
        widget::weak(ui, look.words.format("overlay-dots", &[("cars", cars.into())]));
    }
    ui.horizontal(|ui| {
        swatch(ui, PLAIN);
        widget::weak(ui, look.text("overlay-none"));
    });
}

/// What lies on the ground between the features: where it ends, and what its line is.
fn on_ground(look: &Look, spec: &OverlaySpec, ui: &mut Ui) {
    let Some(sheet) = sheet::find(spec.id) else { return };
    let value = |value: f64| look.words.overlay_value(spec.id, value);
    let floor = value(f64::from(sheet.floor[0]));
    widget::weak(ui, look.words.format(&format!("overlay-sheet-{}", spec.id), &[("floor", floor.into())]));
    if let Some(limit) = sheet.limit.map(|limit| look.comparing.assumptions().get(limit)) {
        ui.horizontal_wrapped(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 12.0), Sense::hover());
            ui.painter().circle_stroke(rect.center(), 5.0, Stroke::new(2.0, colour(LIMIT)));
            widget::weak(ui, look.words.format("overlay-limit", &[("limit", value(limit).into())]));
        });
    }
}

/// How many people have which value, as bars over the colours.
fn spread(look: &Look, spec: &OverlaySpec, dress: &Dress, rect: Rect, ui: &Ui) {
    let step = rect.width() / dress.spread.len() as f32;
    for (index, share) in dress.spread.iter().enumerate() {
        let left = rect.left() + step * index as f32;
        let bar = Rect::from_min_max(pos2(left + 0.5, rect.bottom() - share * rect.height()), pos2(left + step - 0.5, rect.bottom()));
        ui.painter().rect_filled(bar, 1.0, colour(spec.ramp.at((index as f32 + 0.5) / dress.spread.len() as f32)));
    }
    let by_people = dress.is_of(Building::LAYER) && spec.id != "residents";
    let hint = look.text(if by_people { "overlay-spread-people" } else { "overlay-spread-count" });
    ui.interact(rect, ui.id().with("spread"), Sense::hover()).on_hover_text(hint);
}

fn swatch(ui: &mut Ui, value: Colour) {
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, 12.0), Sense::hover());
    ui.painter().rect_filled(rect, 2.0, colour(value));
}

/// Better, the same, worse: in words beside the colours.
fn differences(look: &Look, ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        for (value, key) in DIFFERENCE.into_iter().zip(["difference-better", "difference-same", "difference-worse"]) {
            swatch(ui, value);
            ui.label(look.text(key));
        }
    });
    if look.proposals.current().is_none() {
        widget::weak(ui, look.text("difference-needs-scenario"));
    }
}

fn under_pointer(look: &Look, spec: &OverlaySpec, ui: &mut Ui) {
    let Some(under) = look.overlay.under else {
        let nothing = look.overlay.is_ready() && look.overlay.dress(0).is_none();
        if look.presenting.is_on() && !nothing {
            return;
        }
        return widget::weak(ui, look.text(if nothing { "overlay-nothing" } else { "overlay-point" }));
    };
    let value = |value: f32| look.words.overlay_value(spec.id, f64::from(value));
    let mut text = value(under.value);
    if let Some(before) = under.before {
        text = look.words.format("overlay-before", &[("before", value(before).into()), ("after", text.into())]);
    }
    if let (Some(width), Some((id, _))) = (under.width, spec.width) {
        text = format!("{} · {text}", look.words.overlay_value(id, f64::from(width)));
    }
    ui.label(RichText::new(text).font(fonts::strong(theme::size(ui, 14.0))));
    match (under.feature, look.session.region()) {
        // Of buildings one sees which it is; lines and institutions lie on one another.
        (Some((layer, feature)), Some(region)) if layer != Building::LAYER => {
            let at = FeatureAt { layer, index: feature as usize };
            let name = Some(Selection::name_of(region, at, look.words.language())).filter(|name| !name.is_empty());
            widget::weak(ui, name.unwrap_or_else(|| look.labels.kind_of(region, at, &look.words)));
        }
        (None, _) => widget::weak(ui, look.text("overlay-ground")),
        _ => {}
    }
}
