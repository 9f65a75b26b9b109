//! A solution on its way into a region: its values, its place, and the numbers of its parts.

use super::drawn_area::DrawnArea;
use super::{Solution, effect, existing};
use crate::twin::catalog::formula::Formula;
use crate::twin::catalog::shape::Shape;
use crate::twin::catalog::site::{Geometry, Site};
use crate::twin::model::id::FeatureId;
use crate::twin::model::names::Name;
use crate::twin::model::region::Region;
use crate::twin::model::vector::{Axis, P, heading, left};

/// Builds a solution into a region.
pub struct Builder<'s, 'r> {
    /// The solution.
    pub solution: &'s Solution<'s>,
    /// The region that grows.
    pub region: &'r mut Region,
    /// Its middle, and along its front to the right of one who faces it; to the right of that lies the front's side.
    pub front: Axis,
    points: Vec<P>,
    next: u32,
}

impl<'s, 'r> Builder<'s, 'r> {
    /// Nothing of it is built yet.
    pub fn new(solution: &'s Solution<'s>, region: &'r mut Region) -> Self {
        let geometry = solution.geometry();
        let pointed = || existing::site(region, solution.on?);
        // What is pointed at stands where it stands; the site itself tells where that is missing.
        let found = if geometry == Geometry::Existing { pointed() } else { None };
        let site: &Site = found.as_ref().unwrap_or(solution.site);
        let points: Vec<P> = site.points.iter().map(|point| point.metres()).collect();
        let area = DrawnArea::new(&points).filter(|_| geometry == Geometry::Area);
        let origin = area.map_or_else(|| site.anchor(geometry).metres(), |area| area.middle());
        let along = left(heading(solution.site.bearing));
        Self { solution, front: Axis { origin, along }, points, next: 0, region }
    }

    /// Builds its shapes one after another, then what it opens and changes.
    pub fn build(mut self) {
        for shape in &self.solution.fit.template.shapes {
            match shape {
                Shape::Block(block) => self.add_block(block),
                Shape::Mast(mast) => self.add_masts(mast),
                Shape::Ground(ground) => self.add_ground(ground),
                Shape::Water(water) => self.add_water(water),
                Shape::Ribbon(ribbon) => self.add_ribbon(ribbon),
                Shape::Rows(rows) => self.add_rows(rows),
                Shape::Trees(trees) => self.add_trees(trees),
                // The line that calls at them sets them.
                Shape::Stops(_) => {}
            }
        }
        self.take_effect();
    }

    /// What it opens and changes.
    pub fn take_effect(&mut self) {
        for effect in &self.solution.fit.template.effects {
            effect::apply(effect, self);
        }
    }

    /// The reference to its next part.
    pub fn id(&mut self) -> FeatureId {
        self.next += 1;
        self.solution.id(self.next - 1)
    }

    /// What its parts are called: as the template is.
    pub fn name(&mut self) -> Name {
        let name = &self.solution.fit.template.name;
        Name::of(&mut self.region.strings, &name.kk, &name.ru, &name.en)
    }

    /// The value of a formula; zero where it has none, so that what needs it is left out.
    pub fn value(&self, formula: &Formula) -> f64 {
        self.solution.fit.value(formula).unwrap_or_default()
    }

    /// The points of its line, or of the line that it points at.
    pub fn points(&self) -> &[P] {
        &self.points
    }

    /// The area that is drawn.
    pub fn area(&self) -> Option<DrawnArea> {
        DrawnArea::new(&self.points).filter(|_| self.solution.geometry() == Geometry::Area)
    }

    /// A place so far to the right of its middle and so far behind it.
    pub fn place(&self, right: &Formula, behind: &Formula) -> P {
        self.front.world(self.value(right), -self.value(behind))
    }
}
