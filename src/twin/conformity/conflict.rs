//! What is in the way of a solution: buildings, water, streets, a steep slope, the edge of the region.

use super::ground::Ground;
use super::supply::FeatureRef;
use crate::choice;
use crate::twin::catalog::kind::Solution;
use crate::twin::catalog::site::Geometry;
use crate::twin::catalog::survey::Survey;
use crate::twin::catalog::template::Kind;
use crate::twin::catalog::territory::Fact;
use crate::twin::model::boundary::BoundaryKind;
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::region::Region;

/// The steepest ground that is built upon without terraces [%].
const STEEP: f64 = 15.0;
/// Edges that only meet are not in each other's way [m].
const CLEARANCE: f64 = 0.5;

choice! {
    /// What is in the way.
    pub enum Obstacle in "conflict" {
        /// It stands on buildings.
        Buildings = "buildings",
        /// It stands in water.
        Water = "water",
        /// It stands on streets.
        Streets = "streets",
        /// It lies outside the region.
        Outside = "outside",
        /// The ground is too steep.
        Slope = "slope",
    }
}

/// Something in the way of a solution.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What.
    pub obstacle: Obstacle,
    /// The features concerned, in the order of their layer.
    pub features: Vec<FeatureRef>,
    /// Slope of the ground [%]; for others how many features there are.
    pub extent: f64,
}

/// Everything that is in the way of a solution. Nothing is in the way of what is done to something that stands.
pub fn conflicts(base: &Region, survey: &Survey, solution: &Solution, ground: &Ground) -> Vec<Conflict> {
    let kind = solution.fit.template.kind;
    if ground.geometry == Geometry::Existing || matches!(kind, Kind::Upgrade | Kind::Service | Kind::Line) {
        return Vec::new();
    }
    let of = |obstacle, features: Vec<FeatureRef>| {
        let extent = features.len() as f64;
        (!features.is_empty()).then_some(Conflict { obstacle, features, extent })
    };
    // A line crosses streets and water where it must; houses it must not.
    let is_line = ground.geometry == Geometry::Line;
    let stands_in_water = !is_line && !matches!(kind, Kind::Basin | Kind::Levee);
    let slope = solution.fit.territory.get(Fact::Slope).filter(|slope| *slope > STEEP && !is_line);
    let found = [
        of(Obstacle::Buildings, buildings(base, survey, ground)),
        stands_in_water.then(|| of(Obstacle::Water, water(base, survey, ground))).flatten(),
        (!is_line).then(|| of(Obstacle::Streets, streets(base, survey, ground))).flatten(),
        is_outside(base, ground).then(|| Conflict { obstacle: Obstacle::Outside, features: Vec::new(), extent: 0.0 }),
        slope.map(|extent| Conflict { obstacle: Obstacle::Slope, features: Vec::new(), extent }),
    ];
    found.into_iter().flatten().collect()
}

fn buildings(base: &Region, survey: &Survey, ground: &Ground) -> Vec<FeatureRef> {
    let within = survey.buildings.within(&ground.bounds().grown(ground.half_width)).into_iter();
    let hit = within.filter(|building| {
        let gap = ground.gap(&base.buildings.shapes.get(*building));
        gap == 0.0 || gap < ground.half_width - CLEARANCE
    });
    hit.map(|building| FeatureRef::new(&base.buildings, building)).collect()
}

fn water(base: &Region, survey: &Survey, ground: &Ground) -> Vec<FeatureRef> {
    // The widest course that is drawn as a line.
    const WIDEST: f64 = 100.0;
    let within = survey.water.within(&ground.bounds().grown(WIDEST)).into_iter();
    let wet = within.filter(|water| {
        let shape = base.water.shapes.get(*water);
        let half = if shape.kind == ShapeKind::Line { base.water.features[*water].width.value.metres() / 2.0 } else { 0.0 };
        let gap = ground.gap(&shape);
        gap == 0.0 || gap < half - CLEARANCE
    });
    wet.map(|water| FeatureRef::new(&base.water, water)).collect()
}

fn streets(base: &Region, survey: &Survey, ground: &Ground) -> Vec<FeatureRef> {
    // Half of the widest street.
    const WIDEST: f64 = 40.0;
    let within = survey.streets.within(&ground.bounds().grown(WIDEST)).into_iter();
    let hit = within.filter(|street| {
        let feature = &base.streets.features[*street];
        let gap = ground.gap(&base.streets.shapes.get(*street));
        !feature.tunnel && (gap == 0.0 || gap < feature.width.value.metres() / 2.0 - CLEARANCE)
    });
    hit.map(|street| FeatureRef::new(&base.streets, street)).collect()
}

/// Whether its middle lies outside the region's outline; without one, outside what is framed.
fn is_outside(base: &Region, ground: &Ground) -> bool {
    let mut outlines = base.boundaries.iter().filter(|(boundary, _)| boundary.kind == BoundaryKind::Region).peekable();
    match outlines.peek() {
        Some(_) => !outlines.any(|(_, shape)| shape.contains(ground.anchor)),
        None => !base.extent.is_empty() && !base.extent.contains(ground.anchor.metres()),
    }
}
