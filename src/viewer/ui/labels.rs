//! Names in the picture: places, streets, services, in the reader's language; the greater first, none over another.

mod source;

pub use source::{Areas, LabelSource, collect};

use super::look::Look;
use super::{fonts, theme};
use crate::twin::model::amenity::{Amenity, AmenityKind};
use crate::twin::model::feature::Feature;
use crate::twin::model::names::Name;
use crate::twin::model::place::PlaceKind;
use crate::twin::model::region::Region;
use crate::viewer::app::views::Frame;
use bevy::math::DVec3;
use bevy_egui::egui::{Align2, Color32, Context, FontId, Galley, Order, Painter, Pos2, Rect, Vec2, vec2};
use egui_phosphor::regular as icon;
use std::sync::Arc;

/// Farthest distance of the eye at which a kind of place is named [m], its rank, and the size of its letters.
fn reach(kind: PlaceKind) -> (f64, u8, f32) {
    match kind {
        PlaceKind::City => (3e6, 0, 17.0),
        PlaceKind::Town => (1.2e6, 1, 14.5),
        PlaceKind::Village => (1.6e5, 3, 13.0),
        PlaceKind::Suburb => (2.5e4, 2, 13.0),
        PlaceKind::Quarter => (1.4e4, 4, 12.5),
        PlaceKind::Hamlet | PlaceKind::Island => (5e4, 5, 12.0),
        PlaceKind::Farm | PlaceKind::Locality => (1e4, 6, 11.5),
    }
}

/// Icon, colour and rank of the pin of a service; none for what gets no pin.
fn pin(kind: AmenityKind) -> Option<(&'static str, Color32, u8)> {
    const SCHOOL: Color32 = Color32::from_rgb(196, 132, 18);
    const HEALTH: Color32 = Color32::from_rgb(196, 62, 70);
    const PUBLIC: Color32 = Color32::from_rgb(76, 104, 160);
    const TRADE: Color32 = Color32::from_rgb(140, 94, 150);
    const LEISURE: Color32 = Color32::from_rgb(66, 132, 84);
    const MOVE: Color32 = Color32::from_rgb(48, 118, 146);
    Some(match kind {
        AmenityKind::Hospital => (icon::HOSPITAL, HEALTH, 0),
        AmenityKind::RailwayStation => (icon::TRAIN_SIMPLE, MOVE, 0),
        AmenityKind::Airport => (icon::AIRPLANE_TILT, MOVE, 0),
        AmenityKind::University | AmenityKind::College => (icon::GRADUATION_CAP, SCHOOL, 1),
        AmenityKind::School => (icon::STUDENT, SCHOOL, 1),
        AmenityKind::Polyclinic | AmenityKind::Clinic | AmenityKind::MedicalPoint => (icon::FIRST_AID_KIT, HEALTH, 1),
        AmenityKind::AmbulanceStation => (icon::AMBULANCE, HEALTH, 2),
        AmenityKind::Kindergarten => (icon::BABY, SCHOOL, 2),
        AmenityKind::Administration => (icon::BANK, PUBLIC, 1),
        AmenityKind::Mall | AmenityKind::Market => (icon::STOREFRONT, TRADE, 1),
        AmenityKind::Supermarket => (icon::SHOPPING_CART, TRADE, 3),
        AmenityKind::Culture | AmenityKind::Museum | AmenityKind::Library => (icon::MASK_HAPPY, PUBLIC, 2),
        AmenityKind::BusStation => (icon::BUS, MOVE, 1),
        AmenityKind::FireStation | AmenityKind::Police => (icon::SIREN, PUBLIC, 3),
        AmenityKind::Pharmacy => (icon::PILL, HEALTH, 4),
        AmenityKind::Post => (icon::ENVELOPE_SIMPLE, PUBLIC, 4),
        AmenityKind::Sport | AmenityKind::Park => (icon::TREE, LEISURE, 3),
        AmenityKind::Worship => (icon::BUILDINGS, PUBLIC, 4),
        AmenityKind::ItHub => (icon::CPU, PUBLIC, 2),
        AmenityKind::ArtsSchool => (icon::PAINT_BRUSH, SCHOOL, 3),
        _ => return None,
    })
}

/// What can be read on a colour: white, or black where that is pale.
fn ink(colour: Color32) -> Color32 {
    let [red, green, blue, _] = colour.to_array().map(u32::from);
    // Parts of a thousand that each adds to how bright it is (ITU-R BT.601).
    if 299 * red + 587 * green + 114 * blue > 165_000 { Color32::BLACK } else { Color32::WHITE }
}

/// Draws the labels that fit, into every picture.
pub fn draw(look: &Look, context: &Context) {
    let Some(region) = look.session.region() else { return };
    // Under a divider all views share one picture.
    let pictures = if look.views.is_swipe() { 1 } else { look.views.count() };
    for view in 0..pictures {
        let frame = look.views.frame(view, &look.size);
        let painter = look.letters(context, &frame);
        // Marks of what is proposed stand in the first view, before all names.
        let proposed = if view == 0 { super::proposals::rooms(look) } else { Vec::new() };
        let (taken, pins) = ([occupied(context), proposed].concat(), Vec::new());
        write(&mut Sheet { look, region, frame, painter, taken, pins, colours: theme::lettering(look.day.elevation) });
    }
}

fn write(sheet: &mut Sheet) {
    let look = sheet.look;
    if look.layers.look_of("places").visible {
        sheet.places();
        sheet.waters();
    }
    if look.layers.look_of("amenities").visible {
        sheet.amenities();
    }
    if look.layers.look_of("places").visible {
        sheet.streets();
    }
}

/// The room that panels take.
fn occupied(context: &Context) -> Vec<Rect> {
    context.memory(|memory| {
        // What lies in the background is the screen itself.
        let panels = memory.layer_ids().filter(|layer| layer.order != Order::Background && memory.areas().is_visible(layer));
        panels.filter_map(|layer| memory.area_rect(layer.id)).collect()
    })
}

/// The picture as labels fill it.
struct Sheet<'a, 'w> {
    look: &'a Look<'w>,
    region: &'a Region,
    frame: Frame,
    painter: Painter,
    taken: Vec<Rect>,
    pins: Vec<Pos2>,
    colours: theme::Lettering,
}

/// Points on screen within which a street's name is not repeated.
const SAME_NAME: f32 = 420.0;
/// Most labels of one sort.
const MOST: usize = 60;

impl Sheet<'_, '_> {
    fn name(&self, name: &Name) -> &str {
        name.read(self.look.words.language(), &self.region.strings)
    }

    /// Distance from the eye to what the picture is about [m].
    fn range(&self) -> f64 {
        self.look.viewpoint.distance
    }

    /// Takes the room for a label if nobody has it.
    fn take(&mut self, rect: Rect) -> bool {
        let screen = self.painter.clip_rect().shrink(4.0);
        let free = screen.contains_rect(rect) && self.taken.iter().all(|taken| !taken.intersects(rect));
        if free {
            self.taken.push(rect.expand(3.0));
        }
        free
    }

    fn galley(&self, text: &str, font: FontId) -> Arc<Galley> {
        self.painter.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER)
    }

    /// Letters with a halo, so that they can be read on anything.
    fn write(&self, at: Pos2, galley: &Arc<Galley>, colour: Color32) {
        // Two shifted copies lie all round the strokes; more would only cost.
        for shift in [vec2(-1.1, -0.8), vec2(1.1, 0.9)] {
            self.painter.galley(at + shift, galley.clone(), self.colours.halo);
        }
        self.painter.galley(at, galley.clone(), colour);
    }

    fn places(&mut self) {
        let mut written = 0;
        for label in &self.look.labels.places {
            let (reach, _, size) = reach(label.kind);
            let size = size * self.look.settings.get().text_scale;
            let near = matches!(label.kind, PlaceKind::City | PlaceKind::Town | PlaceKind::Village) && self.range() < 1_200.0;
            if self.range() > reach || near || written >= MOST {
                continue;
            }
            let Some((point, depth)) = self.look.in_frame(&self.frame, label.at) else { continue };
            // Far names crowd the horizon and say nothing of what is looked at.
            if depth > (reach * 1.4).min((self.range() * 14.0).max(7_000.0)) {
                continue;
            }
            let settlement = label.kind.is_settlement();
            let font = if settlement { fonts::strong(size) } else { FontId::proportional(size) };
            let galley = self.galley(self.name(&label.name), font);
            let far = self.range() > 25_000.0 && settlement;
            let at = point - vec2(galley.size().x / 2.0, if far { galley.size().y + 5.0 } else { galley.size().y / 2.0 });
            if self.take(Rect::from_min_size(at, galley.size())) {
                if far {
                    self.painter.circle(point, 3.0, self.colours.name, (1.5, self.colours.halo));
                }
                self.write(at, &galley, self.colours.name);
                written += 1;
            }
        }
    }

    fn waters(&mut self) {
        let mut named = Vec::new();
        let mut written = 0;
        for (name, at, area) in &self.look.labels.waters {
            // A water is named where it is at least as wide as its name.
            if written > 12 || area.sqrt() < self.range() * 0.06 {
                continue;
            }
            let Some((point, depth)) = self.look.in_frame(&self.frame, *at) else { continue };
            if depth > self.range() * 6.0 || named.contains(&name.local) {
                continue;
            }
            let galley = self.galley(self.name(name), FontId::proportional(12.5));
            let corner = point - galley.size() / 2.0;
            if self.take(Rect::from_min_size(corner, galley.size())) {
                named.push(name.local);
                self.write(corner, &galley, self.colours.water);
                written += 1;
            }
        }
    }

    fn amenities(&mut self) {
        let deepest = match self.range() {
            height if height < 900.0 => 4,
            height if height < 2_200.0 => 3,
            height if height < 4_500.0 => 1,
            height if height < 11_000.0 => 0,
            _ => return,
        };
        let mut near: Vec<(u8, f64, Pos2, usize)> = self
            .look
            .labels
            .amenities
            .iter()
            .enumerate()
            .filter_map(|(index, label)| {
                let (_, _, rank) = pin(label.kind).filter(|(_, _, rank)| *rank <= deepest)?;
                let (point, depth) = self.look.in_frame(&self.frame, label.at + DVec3::Z * 6.0)?;
                (depth < self.range() * 2.2).then_some((rank, depth, point, index))
            })
            .collect();
        near.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        for (_, _, point, index) in near.into_iter().take(MOST) {
            self.pin(index, point);
        }
    }

    fn pin(&mut self, index: usize, point: Pos2) {
        let label = &self.look.labels.amenities[index];
        let Some((icon, colour, rank)) = pin(label.kind) else { return };
        // What matters less keeps more distance, so that a town is not paved with pins.
        let room = Rect::from_center_size(point, Vec2::splat(22.0));
        let around = room.expand(9.0 * f32::from(rank));
        if self.pins.iter().any(|pin| around.contains(*pin)) || !self.take(room) {
            return;
        }
        self.pins.push(point);
        let worn = self.worn(label.feature, point);
        let (colour, ink) = worn.map_or((colour, Color32::WHITE), |worn| (worn, ink(worn)));
        // Two plain discs come ready from the atlas; one with an outline would be a hundred triangles.
        self.painter.circle_filled(point, 11.8, Color32::WHITE);
        self.painter.circle_filled(point, 10.3, colour);
        self.painter.text(point, Align2::CENTER_CENTER, icon, FontId::proportional(13.5), ink);
        if self.range() < 1_500.0 && !label.name.is_empty() {
            let galley = self.galley(self.name(&label.name), FontId::proportional(12.0));
            let at = point + vec2(14.0, -galley.size().y / 2.0);
            if self.take(Rect::from_min_size(at, galley.size())) {
                self.write(at, &galley, self.colours.name);
            }
        }
    }

    /// The colour of an institution where an outcome of institutions is on the map, in the view at a point.
    fn worn(&self, feature: usize, at: Pos2) -> Option<Color32> {
        let view = self.look.views.at(bevy::math::Vec2::new(at.x, at.y), &self.look.size);
        let dress = self.look.overlay.dress(view).filter(|dress| dress.is_of(Amenity::LAYER))?;
        let [red, green, blue, _] = dress.of(Amenity::LAYER, feature)?;
        Some(Color32::from_rgb(red, green, blue))
    }

    fn streets(&mut self) {
        let deepest = match self.range() {
            height if height < 1_000.0 => 5,
            height if height < 2_600.0 => 4,
            height if height < 6_000.0 => 2,
            _ => return,
        };
        let labels = &self.look.labels.streets;
        let mut named = Vec::new();
        let mut written = 0;
        for label in labels.iter().filter(|label| label.rank <= deepest) {
            let Some((point, depth)) = self.look.in_frame(&self.frame, label.at) else { continue };
            if depth > self.range() * 1.7 || written > 26 {
                continue;
            }
            // A name once is enough as far as one looks along a street.
            if named.iter().any(|(name, other): &(u32, Pos2)| *name == label.name.local.0 && other.distance(point) < SAME_NAME) {
                continue;
            }
            let galley = self.galley(self.name(&label.name), FontId::proportional(11.5));
            let at = point - galley.size() / 2.0;
            if self.take(Rect::from_min_size(at, galley.size())) {
                named.push((label.name.local.0, point));
                self.write(at, &galley, self.colours.name.gamma_multiply(0.85));
                written += 1;
            }
        }
    }
}
