//! The small map: waters, territories, settlements, and where one is; a click goes there.

use crate::twin::model::place::PlaceKind;
use crate::twin::model::space::Bounds;
use crate::viewer::app::command::Invoke;
use crate::viewer::ui::labels::Areas;
use crate::viewer::ui::look::Look;
use crate::viewer::ui::theme::{self, GAP};
use bevy::math::DVec2;
use bevy_egui::egui::epaint::{Vertex, WHITE_UV};
use bevy_egui::egui::{Align2, Area, Color32, Context, Id, Mesh, Pos2, Rect, Sense, Stroke, vec2};

/// Width of the map [points].
const WIDTH: f32 = 220.0;

/// Draws the card.
pub fn show(look: &Look, context: &Context, out: &mut Vec<Invoke>) {
    let Some(region) = look.session.region().filter(|_| look.interface.minimap && look.interface.side.is_none() && look.views.count() == 1)
    else {
        return;
    };
    let [across, up] = region.extent.size();
    let height = (WIDTH * (up / across.max(1.0)) as f32).clamp(90.0, 210.0);
    Area::new(Id::new("minimap")).anchor(Align2::LEFT_BOTTOM, [GAP, -GAP]).show(context, |ui| {
        theme::card(context).inner_margin(6).show(ui, |ui| {
            let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, height), Sense::click_and_drag());
            let map = Map { rect, bounds: fitted(&region.extent, f64::from(WIDTH / height)) };
            let palette = theme::palette(ui.ctx());
            let painter = ui.painter().with_clip_rect(rect);
            painter.rect_filled(rect, 5.0, palette.field);
            painter.add(map.filled(&look.labels.water_areas, theme::MAP_WATER));
            for line in &look.labels.water_lines {
                painter.line(line.iter().map(|point| map.point(*point)).collect(), Stroke::new(1.2, theme::MAP_WATER));
            }
            for line in &look.labels.outlines {
                painter.line(line.iter().map(|point| map.point(*point)).collect(), Stroke::new(1.0, palette.weak.gamma_multiply(0.55)));
            }
            for place in &look.labels.places {
                let radius = match place.kind {
                    PlaceKind::City => 3.0,
                    PlaceKind::Town => 2.0,
                    PlaceKind::Village if look.labels.places.len() < 200 => 1.3,
                    _ => continue,
                };
                painter.circle_filled(map.point(place.at.truncate()), radius, palette.text);
            }
            view_cone(look, &map, &painter, palette.accent);
            if let Some(point) = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged()) {
                let geo = region.frame.geo_from_metres(map.place(point).to_array());
                out.push(Invoke::with("go-to", format!("{} {}", geo.lon, geo.lat)));
            }
        });
    });
}

/// The box grown to the map's proportions.
fn fitted(bounds: &Bounds, aspect: f64) -> Bounds {
    let [centre, size] = [bounds.centre(), bounds.size()];
    let half = (size[1] / 2.0).max(size[0] / 2.0 / aspect) * 1.06;
    Bounds { min: [centre[0] - half * aspect, centre[1] - half], max: [centre[0] + half * aspect, centre[1] + half] }
}

struct Map {
    rect: Rect,
    bounds: Bounds,
}

impl Map {
    fn point(&self, place: DVec2) -> Pos2 {
        let share = (place - DVec2::from_array(self.bounds.min)) / DVec2::from_array(self.bounds.size());
        self.rect.left_bottom() + vec2(share.x as f32 * self.rect.width(), -share.y as f32 * self.rect.height())
    }

    /// Areas in one colour. They were made triangles once a region; a frame only places the corners.
    fn filled(&self, areas: &Areas, color: Color32) -> Mesh {
        let vertices = areas.corners.iter().map(|corner| Vertex { pos: self.point(*corner), uv: WHITE_UV, color });
        Mesh { indices: areas.indices.clone(), vertices: vertices.collect(), ..Mesh::default() }
    }

    fn place(&self, point: Pos2) -> DVec2 {
        let share = (point - self.rect.left_bottom()) / self.rect.size();
        DVec2::from_array(self.bounds.min) + DVec2::new(f64::from(share.x), -f64::from(share.y)) * DVec2::from_array(self.bounds.size())
    }
}

/// The ground that is in the picture, and the place looked at.
fn view_cone(look: &Look, map: &Map, painter: &bevy_egui::egui::Painter, colour: Color32) {
    let view = &look.viewpoint;
    let aspect = look.size.aspect();
    let far = view.distance * 3.0;
    let corner = |x: f64, y: f64| {
        let ray = view.ray(DVec2::new(x, y), aspect);
        let ground = view.on_level(ray).unwrap_or(view.focus + ray.truncate().normalize_or_zero() * far);
        map.point(view.focus + (ground - view.focus).clamp_length_max(far))
    };
    let corners = vec![corner(-1.0, -1.0), corner(1.0, -1.0), corner(1.0, 1.0), corner(-1.0, 1.0)];
    painter.add(bevy_egui::egui::Shape::convex_polygon(corners, colour.gamma_multiply(0.22), Stroke::new(1.2, colour)));
    painter.circle_filled(map.point(view.focus), 2.5, colour);
}
