//! What a solution opens, and what it changes in what is pointed at or in what it brought itself.

use super::builder::Builder;
use super::{Solution, existing};
use crate::twin::catalog::effect::{Effect, Institution};
use crate::twin::catalog::site::Geometry;
use crate::twin::model::amenity::Amenity;
use crate::twin::model::connectivity::RadioTechnology;
use crate::twin::model::feature::Feature;
use crate::twin::model::layer::Layer;
use crate::twin::model::origin::Sourced;
use crate::twin::model::street::StreetClass;
use crate::twin::model::vector::position;

/// How far away the settlement may be that a solution connects [m].
const SETTLEMENT: f64 = 5_000.0;

/// Lets an effect come about.
pub fn apply(effect: &Effect, builder: &mut Builder) {
    let solution = builder.solution;
    let whole = |formula| solution.fit.value(formula).unwrap_or_default().round().max(0.0) as u32;
    let small = |formula| whole(formula).min(u32::from(u8::MAX)) as u8;
    match effect {
        Effect::Amenity(institution) => open(institution, builder),
        Effect::Capacity(places) => change(solution, &mut builder.region.amenities, |amenity| {
            amenity.capacity = Sourced::modelled(Some(amenity.capacity.value.unwrap_or_default().saturating_add(whole(places))));
        }),
        Effect::Speed(limit) => change(solution, &mut builder.region.streets, |street| street.speed = Sourced::modelled(small(limit))),
        Effect::Closed => change(solution, &mut builder.region.streets, |street| {
            street.class = StreetClass::Pedestrian;
            street.speed = Sourced::modelled(0);
            street.lanes = Sourced::modelled(0);
        }),
        Effect::Interval(minutes) => {
            let minutes = whole(minutes).min(u32::from(u16::MAX)) as u16;
            change(solution, &mut builder.region.lines, |line| line.headway = Sourced::modelled(minutes));
        }
        Effect::Connect(megabits) => connect(whole(megabits), builder),
        Effect::Technology(generation) => {
            let technology = technology(small(generation));
            change(solution, &mut builder.region.masts, |mast| mast.technology = Sourced::modelled(technology));
        }
    }
}

fn technology(generation: u8) -> RadioTechnology {
    match generation {
        2 => RadioTechnology::G2,
        3 => RadioTechnology::G3,
        4 => RadioTechnology::G4,
        5 => RadioTechnology::G5,
        _ => RadioTechnology::Unknown,
    }
}

/// Changes what is pointed at in a layer, and what the solution brought into it.
fn change<T: Feature>(solution: &Solution, layer: &mut Layer<T>, mut change: impl FnMut(&mut T)) {
    let pointed = solution.on.and_then(existing::parse).filter(|(name, _)| *name == T::LAYER).map(|(_, id)| id);
    for feature in layer.features.iter_mut().filter(|feature| Some(feature.id()) == pointed || solution.owns(feature.id())) {
        change(feature);
    }
}

fn open(institution: &Institution, builder: &mut Builder) {
    let solution = builder.solution;
    let whole = |formula| solution.fit.value(formula).unwrap_or_default().round().max(0.0) as u32;
    let amenity = Amenity {
        id: builder.id(),
        name: builder.name(),
        kind: institution.kind,
        capacity: Sourced::modelled(institution.capacity.as_ref().map(whole)),
        enrolled: Sourced::modelled(institution.enrolled.as_ref().map(whole)),
        shifts: Sourced::assumed(1),
        ..Amenity::default()
    };
    builder.region.amenities.push_point(amenity, position(builder.front.origin));
}

/// Internet reaches what is pointed at; where nothing is, the settlement nearest to the end of its line.
fn connect(megabits: u32, builder: &mut Builder) {
    let solution = builder.solution;
    let faster = |known: &mut Sourced<Option<u32>>| {
        if known.value.is_none_or(|known| known < megabits) {
            *known = Sourced::modelled(Some(megabits));
        }
    };
    change(solution, &mut builder.region.amenities, |amenity| faster(&mut amenity.internet));
    change(solution, &mut builder.region.places, |place| faster(&mut place.internet));
    if solution.on.is_none() {
        // A line comes from where there is internet and ends where there is none yet.
        let line = builder.points().last().filter(|_| solution.geometry() == Geometry::Line);
        let end = position(line.copied().unwrap_or(builder.front.origin));
        let places = &mut builder.region.places;
        let settlements = (0..places.len()).filter(|index| places.features[*index].kind.is_settlement());
        let settlements = settlements.map(|index| (places.shapes.get(index).anchor().distance(end), index));
        let nearest = settlements.filter(|(distance, _)| *distance <= SETTLEMENT).min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, index)) = nearest {
            faster(&mut places.features[index].internet);
        }
    }
}
