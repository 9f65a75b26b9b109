//! Free ground: a plot near a place on which a solution stands with nothing in its way, its front to the street.

use crate::twin::catalog::fit::Fit;
use crate::twin::catalog::kind::{self, Solution};
use crate::twin::catalog::site::{Geometry, Site};
use crate::twin::catalog::template::Template;
use crate::twin::conformity::conflict::conflicts;
use crate::twin::conformity::ground::Ground;
use crate::twin::model::layer::Shape;
use crate::twin::model::region::Region;
use crate::twin::model::space::{Bounds, Position};
use crate::twin::model::vector::{P, from_segment, heading, left, lerp, norm, position, scale, sub, unit};
use crate::twin::simulate::Setting;
use std::collections::BTreeMap;

/// How far about a place ground is looked for [m], ring by ring.
const RINGS: [f64; 8] = [0.0, 30.0, 60.0, 100.0, 140.0, 190.0, 240.0, 300.0];
/// Directions that are looked into on each ring.
const DIRECTIONS: u32 = 8;
/// A middle that is nearer to a building's box than this is not looked at any closer [m].
const ELBOW: f64 = 6.0;
/// Side of what is drawn where an area has to be [m]: a hectare.
pub const SIDE: f64 = 100.0;

/// Ground on which a solution can stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// What is drawn there.
    pub site: Site,
    /// Its middle.
    pub at: Position,
    /// From its middle to its farthest corner [m].
    pub radius: f64,
}

impl Plot {
    /// The free plot nearest to a place, within 300 m of it; none where there is none, or the template is not placed by a point or
    /// an area.
    pub fn near(setting: &Setting, template: &Template, place: Position) -> Option<Self> {
        let middle = place.metres();
        let mut spots = RINGS.iter().zip(0_u32..).flat_map(|(&metres, ring)| {
            let directions = if metres > 0.0 { DIRECTIONS } else { 1 };
            // Every other ring is turned by half a step.
            let degrees = move |index: u32| (f64::from(index) + f64::from(ring % 2) / 2.0) * 360.0 / f64::from(DIRECTIONS);
            (0..directions).map(move |index| {
                let [east, north] = scale(heading(degrees(index)), metres);
                [middle[0] + east, middle[1] + north]
            })
        });
        spots.find_map(|spot| Self::at(setting, template, spot))
    }

    /// The plot at a spot, if it is free.
    fn at(setting: &Setting, template: &Template, spot: P) -> Option<Self> {
        let Setting { region, survey, .. } = setting;
        // As a scenario's file will hold it, so that it stands there exactly where it was reckoned with.
        let at = region.frame.position_from_geo(region.frame.geo_from_position(position(spot)));
        if !survey.buildings.within(&Bounds::around([at]).grown(ELBOW)).is_empty() {
            return None;
        }
        let geometry = kind::geometry(template);
        let points = match geometry {
            Geometry::Point => vec![at],
            Geometry::Area => square(setting, at),
            Geometry::Line | Geometry::Existing => return None,
        };
        let site = Site { points, bearing: facing(setting, at) };
        let territory = survey.territory(region, site.anchor(geometry), site.length(geometry), site.area(geometry));
        let fit = Fit::new(template, &territory, &BTreeMap::new()).ok()?;
        let solution = Solution { key: 1, fit: &fit, site: &site, on: None };
        let mut additions = Region::default();
        solution.build(&mut additions);
        let ground = Ground::new(&solution, &additions);
        let radius = ground.radius();
        conflicts(region, survey, &solution, &ground).is_empty().then_some(Self { site, at, radius })
    }
}

/// The corners of a hectare about a middle.
fn square(setting: &Setting, middle: Position) -> Vec<Position> {
    let frame = &setting.region.frame;
    let corner = |(east, north): (f64, f64)| {
        let corner = Position::from_metres(middle.east() + east * SIDE / 2.0, middle.north() + north * SIDE / 2.0);
        frame.position_from_geo(frame.geo_from_position(corner))
    };
    [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)].into_iter().map(corner).collect()
}

/// The compass direction from a place to the nearest street, so that what stands there runs along it; north where there is none.
fn facing(setting: &Setting, at: Position) -> f64 {
    let Setting { region, survey, .. } = setting;
    let street = survey.streets.nearest(&region.streets.shapes, at);
    let Some((foot, along)) = street.and_then(|(street, _)| foot(region.streets.shapes.get(street), at)) else { return 0.0 };
    let away = sub(foot, at.metres());
    let [east, north] = if norm(away) > 1.0 { away } else { left(along) };
    east.atan2(north).to_degrees().round().rem_euclid(360.0)
}

/// The point of a line that is nearest to a place, and the line's direction there.
pub fn foot(line: Shape, at: Position) -> Option<(P, P)> {
    let place = at.metres();
    let pieces = line.parts().flat_map(|part| part.windows(2)).map(|ends| {
        let (from, to) = (ends[0].metres(), ends[1].metres());
        let (off, share) = from_segment(place, from, to);
        (off, lerp(from, to, share), unit(sub(to, from)))
    });
    pieces.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, foot, along)| (foot, along))
}
