//! What is measured of a solution in its place, to be held against norms.

use super::ground::Ground;
use super::supply::{self, Amount, per_resident, provided_by, standing};
use crate::twin::catalog::distance::distance_to_line;
use crate::twin::catalog::index::Index;
use crate::twin::catalog::kind::Solution;
use crate::twin::catalog::norm::{Measure, Norm};
use crate::twin::catalog::resource::{Resource, Unit};
use crate::twin::catalog::shape::Shape;
use crate::twin::catalog::site::Geometry;
use crate::twin::catalog::survey::{Home, Survey};
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::choice::Choice;
use crate::twin::model::cover::CoverKind;
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use crate::twin::simulate::assumption::Assumptions;
use crate::twin::simulate::sun::around::Around;
use crate::twin::simulate::sun::assumption::SunAssumptions;
use std::cell::OnceCell;

/// How far homes are looked for, step by step [m].
const REACHES: [f64; 6] = [500.0, 1_000.0, 2_000.0, 4_000.0, 8_000.0, 16_000.0];
/// Farther than this a stop says only that the model has no public transport there [m].
const STOP_REACH: f64 = 5_000.0;
/// How much longer a road is than the straight line.
const DETOUR: f64 = 1.3;
/// Speed of a drive between settlements [m/min]: 60 km/h.
const DRIVE: f64 = 1_000.0;
/// Ground of a place to park with its share of the lanes [m²].
const PARKING: f64 = 25.0;

/// A solution in its place, to be measured.
pub struct Measuring<'a> {
    /// What stands.
    pub base: &'a Region,
    /// What is known of it.
    pub survey: &'a Survey,
    /// The solution.
    pub solution: &'a Solution<'a>,
    /// What it brings.
    pub additions: &'a Region,
    /// The ground that it takes.
    pub ground: &'a Ground,
    /// The sun about it, looked at when the first norm asks for it.
    sun: OnceCell<Option<Around>>,
}

impl<'a> Measuring<'a> {
    /// A solution among what stands; `additions` holds what it brings, `ground` is what it takes.
    pub fn new(base: &'a Region, survey: &'a Survey, solution: &'a Solution<'a>, additions: &'a Region, ground: &'a Ground) -> Self {
        Self { base, survey, solution, additions, ground, sun: OnceCell::new() }
    }

    /// What a norm measures, in its unit; none where the model does not know. Without end where there is nothing that it could be too little
    /// for.
    pub fn value(&self, norm: &Norm) -> Option<f64> {
        match norm.measure {
            Measure::ServiceDistance => self.service_distance(&norm.of),
            Measure::StopDistance => self.stop_distance(norm.value),
            Measure::DriveTime => self.drive_time(&norm.of),
            Measure::ResidentsServed => self.is_one_of(&norm.of).then(|| residents(&self.served(&norm.of, f64::INFINITY))),
            Measure::LearnersServed => self.learners_served(&norm.of),
            Measure::PlacesPerThousand => Some(self.provision(resource_of(&norm.of)?)?.0 * 1_000.0),
            Measure::GreenPerResident => Some(self.provision(Resource::Green)?.0),
            Measure::Load => {
                let (provided, needed) = self.provision(resource_of(&norm.of)?)?;
                (provided > 0.0).then(|| needed / provided * 100.0)
            }
            Measure::SitePerPlace => self.site_per_place(),
            Measure::GreenShare => self.green_share(),
            Measure::ParkingPerHome => self.parking_per_home(),
            Measure::HomeDistance => self.home_distance(),
            Measure::PowerLineDistance => self.gap_to(&self.survey.power_lines),
            Measure::PipeDistance => self.gap_to(&self.survey.pipes),
            Measure::SunHours => self.sun_hours(&norm.of),
            Measure::SunLeft => self.sun_left(&norm.of, norm.value),
            // The model does not have what they measure: nobody knows.
            Measure::PowerCableDistance | Measure::Noise | Measure::RadioField => None,
        }
    }

    /// Whether the solution itself is such an institution.
    fn is_one_of(&self, kinds: &[AmenityKind]) -> bool {
        let gives = |resource: Resource| resource.institutions().iter().any(|kind| kinds.contains(kind));
        self.solution.fit.template.provides.iter().any(|flow| gives(flow.what))
    }

    /// Straight metres between homes and a service: from the farthest home that a new one serves, or from the farthest corner
    /// of anything else to what stands.
    fn service_distance(&self, kinds: &[AmenityKind]) -> Option<f64> {
        if self.is_one_of(kinds) {
            let resource = resource_of(kinds)?;
            let rate = per_resident(resource, self.survey).map(|rate| rate.value.value);
            let capacity = rate.zip(provided_by(self.solution, resource)).map_or(f64::INFINITY, |(rate, places)| places / rate);
            return self.served(kinds, capacity).last().map(|(_, distance)| *distance);
        }
        self.farthest_from_corners(|corner| self.survey.nearest_amenity(kinds, corner).map(|(_, distance)| distance))
    }

    /// The homes of its settlement to which it becomes the nearest of some institutions, nearest first, until they have so many
    /// residents.
    fn served(&self, kinds: &[AmenityKind], capacity: f64) -> Vec<(Home, f64)> {
        let at = self.ground.anchor;
        let settlement = self.survey.settlement_index(at);
        let is_own = |home: &Home| Some(home.settlement as usize) == settlement;
        let mut served: Vec<(Home, f64)> = Vec::new();
        let mut within = -1.0;
        for reach in REACHES {
            // Whatever is nearer to a home in the circle than its middle lies in the circle of twice its size.
            let rivals = self.survey.amenities_near(kinds, at, 2.0 * reach);
            let is_nearest = |home: &Home, distance: f64| rivals.iter().all(|(_, rival)| rival.distance(home.at) >= distance);
            let ring = self.survey.homes(at, reach).filter(|(home, distance)| *distance > within && is_own(home));
            let ring: Vec<(Home, f64)> = ring.collect();
            let before = served.len();
            served.extend(ring.iter().filter(|(home, distance)| is_nearest(home, *distance)));
            // Once homes were found and a wider ring brings nobody more, the settlement ends or its other institutions begin.
            if residents(&served) >= capacity || (served.len() == before && (before > 0 || !ring.is_empty())) {
                break;
            }
            within = reach;
        }
        served.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.building.cmp(&b.0.building)));
        let mut places = capacity;
        let full = served.iter().position(|(home, _)| {
            places -= f64::from(home.residents);
            places < 0.0
        });
        // The last one that finds a place at all is served.
        served.truncate(full.map_or(served.len(), |full| full.max(1)));
        served
    }

    /// Metres to a stop: for a line those who live within so many metres of it, for anything else its farthest corner.
    fn stop_distance(&self, within: f64) -> Option<f64> {
        let new: Vec<Position> = self.additions.stops.iter().map(|(_, shape)| shape.anchor()).collect();
        let nearest = |stops: &[Position], at: Position| stops.iter().map(|stop| stop.distance(at)).min_by(f64::total_cmp);
        if self.ground.geometry == Geometry::Line {
            let line = &self.solution.site.points;
            let stops = if new.is_empty() { line } else { &new };
            let homes = self.survey.homes(self.ground.anchor, self.ground.radius() + within);
            let along = homes.filter(|(home, _)| distance_to_line(line, home.at) <= within);
            return along.filter_map(|(home, _)| nearest(stops, home.at)).max_by(f64::total_cmp);
        }
        self.farthest_from_corners(|corner| {
            let standing = self.survey.stops.nearest(&self.base.stops.shapes, corner).map(|(_, distance)| distance);
            standing.into_iter().chain(nearest(&new, corner)).filter(|distance| *distance <= STOP_REACH).min_by(f64::total_cmp)
        })
    }

    fn farthest_from_corners(&self, distance: impl Fn(Position) -> Option<f64>) -> Option<f64> {
        self.solution.site.points.iter().filter_map(|corner| distance(*corner)).max_by(f64::total_cmp)
    }

    /// Minutes by vehicle: from the farthest of the settlements to which it becomes the nearest of its sort, or from anything
    /// else to what stands.
    fn drive_time(&self, kinds: &[AmenityKind]) -> Option<f64> {
        let minutes = |straight: f64| straight * DETOUR / DRIVE;
        let at = self.ground.anchor;
        let standing = |at: Position| self.survey.nearest_amenity(kinds, at).map(|(_, distance)| distance);
        if !self.is_one_of(kinds) {
            return standing(at).map(minutes);
        }
        let own = self.survey.settlement(at)?.at;
        let settlements = self.survey.settlements().iter().map(|settlement| settlement.at);
        let served = settlements.filter(|place| *place == own || standing(*place).is_none_or(|rival| place.distance(at) < rival));
        served.map(|place| minutes(place.distance(at))).max_by(f64::total_cmp)
    }

    fn learners_served(&self, kinds: &[AmenityKind]) -> Option<f64> {
        let resource = resource_of(kinds).filter(|_| self.is_one_of(kinds))?;
        let rate = per_resident(resource, self.survey)?.value.value;
        let places = provided_by(self.solution, resource)?;
        Some((residents(&self.served(kinds, f64::INFINITY)) * rate).min(places))
    }

    /// What the settlement has a resident and what a resident needs, with the solution. None where not all is known.
    fn provision(&self, resource: Resource) -> Option<(f64, f64)> {
        let settlement = self.survey.settlement(self.ground.anchor).filter(|settlement| settlement.population > 0.0)?;
        let mut provided = provided_by(self.solution, resource).unwrap_or(0.0);
        for supplier in standing(self.base, self.survey, settlement, resource)? {
            provided += if let Amount::Known(amount) = supplier.amount { amount } else { return None };
        }
        Some((provided / settlement.population, per_resident(resource, self.survey)?.value.value))
    }

    /// The template's ground, for each of the places that it gives.
    fn site_per_place(&self) -> Option<f64> {
        let template = self.solution.fit.template;
        let value = |formula| self.solution.fit.value(formula).ok();
        let grounds = template.shapes.iter().filter_map(|shape| match shape {
            Shape::Ground(ground) => Some(match (&ground.length, &ground.width) {
                (Some(length), Some(width)) => value(length)? * value(width)?,
                _ => self.solution.site.area(self.ground.geometry),
            }),
            _ => None,
        });
        let ground = grounds.reduce(|sum, more| sum + more)?;
        let flow = template.provides.iter().find(|flow| flow.what.unit() == Unit::Places)?;
        let places = supply::amount(self.solution, flow).filter(|places| *places > 0.0)?;
        Some(ground / places)
    }

    fn green_share(&self) -> Option<f64> {
        let area = self.solution.site.area(self.ground.geometry);
        let green = provided_by(self.solution, Resource::Green).filter(|_| area > 0.0)?;
        Some(green / area * 100.0)
    }

    fn parking_per_home(&self) -> Option<f64> {
        let homes = provided_by(self.solution, Resource::Homes).filter(|homes| *homes > 0.0)?;
        let areas = self.additions.cover.iter().filter(|(cover, _)| cover.kind == CoverKind::Parking);
        let parking = areas.map(|(_, shape)| shape.area() / PARKING).reduce(|sum, more| sum + more)?;
        Some(parking / homes)
    }

    fn home_distance(&self) -> Option<f64> {
        let nearest = self.survey.nearest_home(self.ground.anchor)?;
        // The nearest middle says how far to look for walls; a long house may reach from farther away.
        const LONGEST_HALF: f64 = 100.0;
        let reach = nearest.at.distance(self.ground.anchor) + self.ground.radius() + LONGEST_HALF;
        let homes = self.survey.homes(self.ground.anchor, reach);
        let gaps = homes.map(|(home, _)| self.ground.gap(&self.base.buildings.shapes.get(home.building as usize)));
        gaps.min_by(f64::total_cmp)
    }

    /// The sun about it, as the model has it by itself: with what stands, but without what else is proposed.
    fn sun(&self) -> Option<&Around> {
        let assumptions = || SunAssumptions::of(&Assumptions::default());
        self.sun.get_or_init(|| Around::new(self.base, self.additions, &assumptions())).as_ref()
    }

    /// Minutes of sun without a break in the darkest of its own flats, or on the darkest of its own grounds of some institutions.
    fn sun_hours(&self, kinds: &[AmenityKind]) -> Option<f64> {
        let sun = self.sun()?;
        if kinds.is_empty() { sun.own_dwellings() } else { sun.own_grounds(kinds) }
    }

    /// The same of those about it who have enough without it, and from whom its shade takes some; without end where it takes from nobody. Who
    /// has too little already is not its doing, and would hide whose sun it takes.
    fn sun_left(&self, kinds: &[AmenityKind], enough: f64) -> Option<f64> {
        let sun = self.sun()?;
        let left = if kinds.is_empty() { sun.dwellings_left(enough) } else { sun.grounds_left(kinds, enough) };
        Some(left.unwrap_or(f64::INFINITY))
    }

    /// Metres to the nearest cable of a sort; none where the model has none at all.
    fn gap_to(&self, cables: &Index) -> Option<f64> {
        self.ground.nearest(cables, &self.base.cables.shapes).map(|(_, distance)| distance)
    }
}

fn residents(homes: &[(Home, f64)]) -> f64 {
    homes.iter().map(|(home, _)| f64::from(home.residents)).sum()
}

/// What institutions of some kinds give.
fn resource_of(kinds: &[AmenityKind]) -> Option<Resource> {
    Resource::ALL.iter().copied().find(|resource| resource.institutions().iter().any(|kind| kinds.contains(kind)))
}
