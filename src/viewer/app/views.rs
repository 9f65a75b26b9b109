//! The views of the picture: the scenario that is shown, alone, or beside others: under one camera with a divider, or in pictures of their own.

use super::proposals::Proposals;
use super::session::Session;
use super::view_size::ViewSize;
use bevy::math::DVec2;
use bevy::prelude::*;

/// Views at most.
pub const MOST: usize = 4;

/// How views share the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// One picture, cut by a divider that can be dragged.
    #[default]
    Swipe,
    /// A picture each, all from the same viewpoint.
    Beside,
}

/// Which scenarios are seen beside the one that is shown.
#[derive(Resource, Clone, Debug, PartialEq)]
pub struct Views {
    /// How they share the window.
    pub arrangement: Arrangement,
    /// Scenarios in the other views, by id; empty for the region as it is. None of them: one view alone.
    pub others: Vec<String>,
    /// Where the divider is, 0 at the left edge and 1 at the right.
    pub divider: f32,
}

impl Default for Views {
    fn default() -> Self {
        Self { arrangement: Arrangement::Swipe, others: Vec::new(), divider: 0.5 }
    }
}

impl Views {
    /// How many there are.
    pub fn count(&self) -> usize {
        1 + self.others.len()
    }

    /// Whether one picture is cut by a divider.
    pub fn is_swipe(&self) -> bool {
        self.arrangement == Arrangement::Swipe && !self.others.is_empty()
    }

    /// The scenario of each view, by id, the one that is shown first; empty for the region as it is.
    pub fn ids<'a>(&'a self, proposals: &'a Proposals) -> Vec<&'a str> {
        let current = proposals.current().map_or("", |scenario| scenario.id.as_str());
        std::iter::once(current).chain(self.others.iter().map(String::as_str)).collect()
    }

    /// The rectangle of each view in the window [logical pixels].
    pub fn rects(&self, size: &ViewSize) -> Vec<Rect> {
        (0..self.count()).map(|view| self.rect(view, size)).collect()
    }

    /// The rectangle of a view in the window [logical pixels].
    pub fn rect(&self, view: usize, size: &ViewSize) -> Rect {
        let (wide, high) = (size.points.x, size.points.y);
        let rect = |left: f32, top: f32, right: f32, bottom: f32| Rect::new(left.round(), top.round(), right.round(), bottom.round());
        match (self.count(), self.arrangement) {
            (1, _) => rect(0.0, 0.0, wide, high),
            (_, Arrangement::Swipe) => {
                let edge = (wide / 2.0).min(8.0);
                let cut = (wide * self.divider).clamp(edge, wide - edge);
                if view == 0 { rect(0.0, 0.0, cut, high) } else { rect(cut, 0.0, wide, high) }
            }
            (4, Arrangement::Beside) => {
                let (x, y) = (wide / 2.0, high / 2.0);
                let (left, top) = (x * (view % 2) as f32, y * (view / 2) as f32);
                rect(left, top, left + x, top + y)
            }
            (count, Arrangement::Beside) => {
                let edge = |index: usize| wide * index as f32 / count as f32;
                rect(edge(view), 0.0, edge(view + 1), high)
            }
        }
    }

    /// What a view shows of the window's picture: all of it under a divider, else a picture of its own.
    pub fn frame(&self, view: usize, size: &ViewSize) -> Frame {
        let whole = Rect::from_corners(Vec2::ZERO, size.points);
        let rect = self.rect(view.min(self.others.len()), size);
        Frame { rect, picture: if self.is_swipe() { whole } else { rect } }
    }

    /// The view at a point of the window.
    pub fn at(&self, point: Vec2, size: &ViewSize) -> usize {
        self.rects(size).iter().position(|rect| rect.contains(point)).unwrap_or(0)
    }

    /// The widest aspect of the pictures: what tiles are chosen for.
    pub fn aspect(&self, size: &ViewSize) -> f64 {
        let picture = self.frame(0, size).picture;
        f64::from(picture.width().max(1.0) / picture.height().max(1.0))
    }
}

/// A part of the window, and the picture that it is a part of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The part that is seen [logical pixels].
    pub rect: Rect,
    /// The whole picture [logical pixels].
    pub picture: Rect,
}

impl Frame {
    /// Width by height of the picture.
    pub fn aspect(&self) -> f64 {
        f64::from(self.picture.width().max(1.0) / self.picture.height().max(1.0))
    }

    /// A point of the window as one of the picture: −1 to 1, y up.
    pub fn centred(&self, point: Vec2) -> DVec2 {
        let share = (point - self.picture.min) / self.picture.size().max(Vec2::ONE);
        DVec2::new(f64::from(share.x) * 2.0 - 1.0, 1.0 - f64::from(share.y) * 2.0)
    }

    /// The inverse of [`Frame::centred`].
    pub fn point(&self, centred: DVec2) -> Vec2 {
        self.picture.min + Vec2::new((centred.x as f32 + 1.0) / 2.0, (1.0 - centred.y as f32) / 2.0) * self.picture.size()
    }
}

/// Adds the views.
pub fn plugin(app: &mut App) {
    app.init_resource::<Views>().add_systems(Update, forget.after(super::command::CommandSystems).before(super::proposals::DrawSystems));
}

/// Closes views of scenarios that are not there any more, and all but one when another scene opens.
fn forget(proposals: Res<Proposals>, session: Res<Session>, mut views: ResMut<Views>, mut scene: Local<String>) {
    let opened = session.scene().map_or("", |scene| scene.id.as_str());
    if *scene != opened {
        opened.clone_into(&mut scene);
        views.others.clear();
    }
    let is_there = |id: &String| id.is_empty() || proposals.find(id).is_some();
    if !views.others.iter().all(is_there) {
        views.others.retain(is_there);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size() -> ViewSize {
        ViewSize { points: Vec2::new(1200.0, 600.0), scale: 1.0 }
    }

    fn views(arrangement: Arrangement, count: usize) -> Views {
        Views { arrangement, others: vec![String::new(); count - 1], divider: 0.25 }
    }

    #[test]
    fn views_share_the_window_without_gap_or_overlap() {
        for views in [1, 2, 3, 4].map(|count| views(Arrangement::Beside, count)).into_iter().chain([views(Arrangement::Swipe, 2)]) {
            let rects = views.rects(&size());
            let area: f32 = rects.iter().map(|rect| rect.width() * rect.height()).sum();
            assert_eq!((rects.len(), area), (views.count(), 1200.0 * 600.0));
            for (index, rect) in rects.iter().enumerate() {
                assert_eq!(views.at(rect.center(), &size()), index);
            }
        }
    }

    #[test]
    fn a_stop_of_a_tour_fills_the_window_at_most() {
        assert_eq!(crate::twin::tour::check::MOST_AGAINST + 1, MOST);
    }

    #[test]
    fn under_a_divider_both_parts_belong_to_one_picture() {
        let views = views(Arrangement::Swipe, 2);
        let [left, right] = [0, 1].map(|view| views.frame(view, &size()));
        assert_eq!((left.rect.max.x, right.rect.min.x, left.picture), (300.0, 300.0, right.picture));
        let point = Vec2::new(300.0, 150.0);
        assert_eq!(left.centred(point), right.centred(point));
        assert!(left.point(left.centred(point)).distance(point) < 1e-3);
        assert_eq!(self::views(Arrangement::Beside, 3).frame(2, &size()).centred(Vec2::new(1000.0, 300.0)), DVec2::ZERO);
    }
}
