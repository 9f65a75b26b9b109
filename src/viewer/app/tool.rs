//! What the pointer places: a solution on its way to the map, with the points set so far and the ghost that shows how it would be.

use super::command::Invoke;
use super::job::Soon;
use super::library::Solutions;
use super::navigate::Pointer;
use super::selection::Clicked;
use super::session::Session;
use crate::twin::catalog::kind;
use crate::twin::catalog::site::Geometry;
use crate::twin::conformity::{SiteReport, of_site};
use crate::twin::model::region::Region;
use crate::twin::model::space::{GeoPoint, Position};
use crate::twin::scenario::apply::additions;
use crate::twin::scenario::placed::Placed;
use crate::twin::scenario::resolve::{Ground, Resolved};
use crate::twin::text::Spot;
use bevy::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

/// How near to a street a solution turns its front to it [m].
const SNAP: f64 = 60.0;

/// A solution that is being placed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placing {
    /// Id of the template.
    pub template: String,
    /// Parameters set by hand.
    pub set: BTreeMap<String, f64>,
    /// Where its front looks, if somebody turned it; else it looks to the street.
    pub bearing: Option<f64>,
    /// Points set so far.
    pub points: Vec<GeoPoint>,
    /// What it changes, where it changes something.
    pub on: Option<String>,
}

/// How it would be where the pointer is.
#[derive(Clone, Debug)]
pub struct Ghost {
    /// The solution at its place.
    pub resolved: Resolved,
    /// What would be new.
    pub additions: Region,
    /// How it would fit.
    pub report: SiteReport,
    /// Milliseconds from the pointer's move to this.
    pub delay: f64,
}

/// The tool in hand.
#[derive(Resource, Default)]
pub struct Tool {
    placing: Option<Placing>,
    ghost: Option<Arc<Ghost>>,
    wanted: Option<(Placed, Instant)>,
    working: Option<(Placed, Soon<Option<Ghost>>)>,
    shown: Option<Placed>,
    /// Milliseconds of all ghosts so far, for measurements.
    delays: Vec<f64>,
}

impl Tool {
    /// Takes a solution in hand, or nothing.
    pub fn take(&mut self, placing: Option<Placing>) {
        *self = Self { placing, delays: std::mem::take(&mut self.delays), ..Self::default() };
    }

    /// What is being placed.
    pub fn placing(&self) -> Option<&Placing> {
        self.placing.as_ref()
    }

    /// The same, to be changed.
    pub fn placing_mut(&mut self) -> Option<&mut Placing> {
        self.placing.as_mut()
    }

    /// How it would be where the pointer is.
    pub fn ghost(&self) -> Option<&Arc<Ghost>> {
        self.ghost.as_ref()
    }

    /// Milliseconds from a move of the pointer to ghost and verdict: the median of those so far.
    pub fn median_delay(&self) -> Option<f64> {
        let mut delays = self.delays.clone();
        delays.sort_by(f64::total_cmp);
        delays.get(delays.len() / 2).copied()
    }
}

impl Placing {
    /// The solution with one more point under the pointer.
    pub fn placed(&self, session: &Session, solutions: &Solutions, pointer: Option<GeoPoint>) -> Option<Placed> {
        let template = solutions.catalog.template(&self.template)?;
        let geometry = kind::geometry(template);
        let mut points = self.points.clone();
        match geometry {
            Geometry::Point => points.truncate(0),
            Geometry::Existing => {}
            Geometry::Line | Geometry::Area => {}
        }
        if geometry != Geometry::Existing {
            points.extend(pointer);
        }
        let bearing = self.bearing.or_else(|| {
            let region = session.region()?;
            let at = region.frame.position_from_geo(*points.first()?);
            let (street, _) = solutions.survey(session)?.streets.nearest(&region.streets.shapes, at).filter(|(_, gap)| *gap < SNAP)?;
            nearest_point(region.streets.shapes.get(street).first(), at).map(|point| front(at, point))
        });
        let template = Spot::new(self.template.clone());
        Some(Placed {
            key: 0,
            template,
            points,
            bearing: bearing.unwrap_or(0.0),
            set: self.set.clone(),
            on: self.on.clone(),
            from: None,
            builds_from: None,
        })
    }
}

/// The point of a line that is nearest to a place.
fn nearest_point(line: &[Position], at: Position) -> Option<Position> {
    let on = |pair: &[Position]| {
        let [[ax, ay], [bx, by], [x, y]] = [pair[0].metres(), pair[1].metres(), at.metres()];
        let (east, north) = (bx - ax, by - ay);
        let share = ((x - ax) * east + (y - ay) * north) / (east * east + north * north).max(1e-9);
        Position::from_metres(ax + east * share.clamp(0.0, 1.0), ay + north * share.clamp(0.0, 1.0))
    };
    line.windows(2).map(on).min_by(|a, b| a.distance(at).total_cmp(&b.distance(at)))
}

/// The compass direction from a place to the nearest point of a street, to whole degrees.
fn front(at: Position, street: Position) -> f64 {
    let [east, north] = [street.east() - at.east(), street.north() - at.north()];
    east.atan2(north).to_degrees().round().rem_euclid(360.0)
}

/// Adds the tool.
pub fn plugin(app: &mut App) {
    app.init_resource::<Tool>().add_systems(Update, (click, haunt).chain().before(super::command::CommandSystems));
}

/// A click sets a point; a double click ends a line or an area.
fn click(
    mut clicks: MessageReader<Clicked>,
    session: Res<Session>,
    solutions: Res<Solutions>,
    tool: Res<Tool>,
    mut invoke: MessageWriter<Invoke>,
) {
    let Some((click, placing)) = clicks.read().last().zip(tool.placing()) else { return };
    let (Some(region), Some(template)) = (session.region(), solutions.catalog.template(&placing.template)) else { return };
    let Some(place) = click.ground.filter(|_| kind::geometry(template) != Geometry::Existing) else { return };
    if click.double {
        invoke.write(Invoke::new("place-done"));
    } else {
        let at = region.frame.geo_from_metres(place.truncate().to_array());
        invoke.write(Invoke::with("place-at", format!("{:.7} {:.7}", at.lon, at.lat)));
    }
}

/// Lets the ghost follow the pointer: one job at a time, the newest place next.
fn haunt(session: Res<Session>, solutions: Res<Solutions>, pointer: Res<Pointer>, mut tool: ResMut<Tool>) {
    let tool = &mut *tool;
    if let Some((placed, mut task)) = tool.working.take() {
        match task.poll() {
            Some(ghost) => {
                tool.delays.extend(ghost.as_ref().map(|ghost| ghost.delay));
                tool.ghost = ghost.map(Arc::new);
                tool.shown = Some(placed);
            }
            None => tool.working = Some((placed, task)),
        }
    }
    let (Some(placing), Some(region)) = (&tool.placing, session.region()) else { return };
    let under = pointer.ground.map(|place| region.frame.geo_from_metres(place.truncate().to_array()));
    let placed = placing.placed(&session, &solutions, under).filter(|placed| !placed.points.is_empty());
    if tool.wanted.as_ref().map(|(wanted, _)| wanted) != placed.as_ref() {
        tool.wanted = placed.map(|placed| (placed, Instant::now()));
    }
    let (Some((placed, moved)), Some(survey)) = (tool.wanted.clone(), solutions.survey(&session)) else { return };
    if tool.working.is_some() || tool.shown.as_ref() == Some(&placed) {
        return;
    }
    let (region, survey, catalog) = (region.clone(), survey.clone(), solutions.catalog.clone());
    let work = placed.clone();
    let task = Soon::start(move || {
        let resolved = Resolved::new(work, Ground { region: &region, survey: &survey, catalog: &catalog }).ok()?;
        let additions = additions(&region, &resolved, &catalog);
        let report = {
            let fit = resolved.fit(&catalog).ok()?;
            of_site(&region, &survey, &catalog, &resolved.solution(&fit), &additions)
        };
        Some(Ghost { resolved, additions, report, delay: moved.elapsed().as_secs_f64() * 1000.0 })
    });
    tool.working = Some((placed, task));
}
