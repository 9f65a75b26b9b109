//! What residents ask for and what stands to give it: the assumptions that every balance rests on, each with its origin.

use crate::choice;
use crate::twin::catalog::fit::Fit;
use crate::twin::catalog::kind::Solution;
use crate::twin::catalog::resource::Resource;
use crate::twin::catalog::survey::{CHILDREN, HOUSEHOLD, Settlement, Survey};
use crate::twin::catalog::template::Flow;
use crate::twin::model::amenity::Amenity;
use crate::twin::model::connectivity::RadioTechnology;
use crate::twin::model::feature::Feature;
use crate::twin::model::id::FeatureId;
use crate::twin::model::layer::Layer;
use crate::twin::model::names::Name;
use crate::twin::model::origin::{Origin, Sourced};
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;

/// How far fibre may lie from a settlement's middle, or from a solution, to be led there [m]; in a settlement that goes farther it
/// may lie anywhere.
const FIBRE_REACH: f64 = 2_000.0;

choice! {
    /// Why residents are taken to need so much.
    pub enum Assumption in "assumption" {
        /// As many pupils as the region's schools have.
        Pupils = "pupils",
        /// The middle of the norm of kindergarten places.
        KindergartenPlaces = "kindergarten-places",
        /// Nine visits a year on 250 working days.
        Visits = "visits",
        /// Two megabits a home in the busy hour.
        Internet = "internet",
        /// Everybody.
        Coverage = "coverage",
        /// Half of them work.
        Jobs = "jobs",
        /// As the norm of green a resident.
        Green = "green",
        /// What a home asks of a network.
        Household = "household",
        /// The formula of the solution's template.
        Template = "template",
    }
}

/// What a resident needs of a resource, as a rule of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// In the unit of the resource.
    pub value: Sourced<f64>,
    /// Why so much.
    pub assumption: Assumption,
}

/// What a resident needs of a resource; none where residents do not ask for it by themselves.
pub fn per_resident(resource: Resource, survey: &Survey) -> Option<Rate> {
    let assumed = |value: f64, assumption: Assumption| Some(Rate { value: Sourced::assumed(value), assumption });
    match resource {
        Resource::SchoolPlaces => {
            let pupils = survey.pupils();
            let value = Sourced { value: pupils.value / 1_000.0, origin: pupils.origin };
            Some(Rate { value, assumption: Assumption::Pupils })
        }
        Resource::KindergartenPlaces => assumed(CHILDREN / 1_000.0, Assumption::KindergartenPlaces),
        Resource::Visits => assumed(9.0 / 250.0, Assumption::Visits),
        Resource::Internet => assumed(2.0 / HOUSEHOLD, Assumption::Internet),
        Resource::Coverage => assumed(1.0, Assumption::Coverage),
        Resource::Jobs => assumed(0.5, Assumption::Jobs),
        Resource::Green => assumed(7.0, Assumption::Green),
        Resource::Power => assumed(1.5 / HOUSEHOLD, Assumption::Household),
        Resource::Heat => assumed(7.0 / HOUSEHOLD, Assumption::Household),
        Resource::Water | Resource::Sewage => assumed(0.16, Assumption::Household),
        _ => None,
    }
}

/// A feature of the region.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FeatureRef {
    /// Name of the layer ([`Feature::LAYER`]).
    pub layer: &'static str,
    /// Its number in the layer.
    pub index: u32,
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
}

impl FeatureRef {
    /// A feature by its number in its layer.
    pub fn new<T: Feature>(layer: &Layer<T>, index: usize) -> Self {
        let feature = &layer.features[index];
        Self { layer: T::LAYER, index: index as u32, id: feature.id(), name: feature.name() }
    }
}

/// Who gives or takes something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Party {
    /// The residents.
    Residents,
    /// Something that stands.
    Feature(FeatureRef),
    /// The solution of that key.
    Proposal(u32),
}

/// How much somebody gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// So much.
    Known(f64),
    /// As much as is asked for.
    Ample,
    /// Nobody knows.
    Unknown,
}

/// Who gives how much of a resource.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Supplier {
    /// Who.
    pub party: Party,
    /// How much, in the unit of the resource.
    pub amount: Amount,
    /// Where that is known from.
    pub origin: Origin,
    /// How far away it is [m], where that matters.
    pub distance: Option<f64>,
}

/// What a flow of a solution amounts to; none where its formula has no value there.
pub fn amount(solution: &Solution, flow: &Flow) -> Option<f64> {
    solution.fit.value(&flow.amount).ok()
}

/// How much a solution gives of a resource.
pub fn provided_by(solution: &Solution, resource: Resource) -> Option<f64> {
    provided(solution.fit, resource)
}

/// How much a fitted template gives of a resource.
pub fn provided(fit: &Fit, resource: Resource) -> Option<f64> {
    let flows = fit.template.provides.iter().filter(|flow| flow.what == resource);
    flows.filter_map(|flow| fit.value(&flow.amount).ok()).reduce(|sum, more| sum + more)
}

/// What stands in a settlement to give a resource; none where the model has no data on that at all.
pub fn standing(base: &Region, survey: &Survey, settlement: &Settlement, resource: Resource) -> Option<Vec<Supplier>> {
    match resource {
        Resource::Coverage if !base.masts.is_empty() => Some(masts(base, settlement, coverage)),
        Resource::Internet if !base.masts.is_empty() || !survey.fibre.is_empty() => {
            let fibre = fibre(base, survey, settlement.at, settlement.reach());
            Some(fibre.into_iter().chain(masts(base, settlement, bandwidth)).collect())
        }
        Resource::Green if !base.cover.is_empty() => Some(parks(base, settlement)),
        resource => {
            let kinds = resource.institutions();
            survey.nearest_amenity(kinds, settlement.at)?;
            let here = settlement.amenities.iter().map(|index| *index as usize);
            Some(here.filter(|index| kinds.contains(&base.amenities.features[*index].kind)).map(|index| institution(base, index)).collect())
        }
    }
}

/// An institution with the places of all its shifts.
pub fn institution(base: &Region, index: usize) -> Supplier {
    let amenity = &base.amenities.features[index];
    let amount = places(amenity).map_or(Amount::Unknown, Amount::Known);
    Supplier { party: Party::Feature(FeatureRef::new(&base.amenities, index)), amount, origin: amenity.capacity.origin, distance: None }
}

fn places(amenity: &Amenity) -> Option<f64> {
    Some(f64::from(amenity.capacity.value?) * f64::from(amenity.shifts.value.max(1)))
}

/// Fibre within so many metres of a place, or near enough to be led there: as much as is asked for.
pub fn fibre(base: &Region, survey: &Survey, at: Position, reach: f64) -> Option<Supplier> {
    let (cable, distance) = survey.fibre.nearest(&base.cables.shapes, at).filter(|(_, distance)| *distance <= reach.max(FIBRE_REACH))?;
    let origin = base.cables.features[cable].kind.origin;
    Some(Supplier { party: Party::Feature(FeatureRef::new(&base.cables, cable)), amount: Amount::Ample, origin, distance: Some(distance) })
}

/// A mast with what its technology gives.
pub fn mast(base: &Region, index: usize, gives: impl Fn(RadioTechnology) -> Amount) -> Supplier {
    let technology = base.masts.features[index].technology.value;
    // The technology may be observed; what it gives is taken.
    Supplier {
        party: Party::Feature(FeatureRef::new(&base.masts, index)),
        amount: gives(technology),
        origin: Origin::Assumed,
        distance: None,
    }
}

fn masts(base: &Region, settlement: &Settlement, gives: impl Fn(RadioTechnology) -> Amount) -> Vec<Supplier> {
    settlement.masts.iter().map(|index| mast(base, *index as usize, &gives)).collect()
}

fn parks(base: &Region, settlement: &Settlement) -> Vec<Supplier> {
    let park = |index: &u32| Supplier {
        party: Party::Feature(FeatureRef::new(&base.cover, *index as usize)),
        amount: Amount::Known(base.cover.shapes.get(*index as usize).area()),
        origin: Origin::Observed,
        distance: None,
    };
    settlement.parks.iter().map(park).collect()
}

/// People to whom a mast gives mobile internet: all about it, however slow. How much data it carries is [`bandwidth`].
pub fn coverage(technology: RadioTechnology) -> Amount {
    match technology {
        RadioTechnology::G5 | RadioTechnology::G4 | RadioTechnology::G3 => Amount::Ample,
        RadioTechnology::G2 | RadioTechnology::Broadcast => Amount::Known(0.0),
        RadioTechnology::Unknown => Amount::Unknown,
    }
}

/// Megabits a second that a mast has for everybody together: as the library's mast needs them.
pub fn bandwidth(technology: RadioTechnology) -> Amount {
    match technology {
        RadioTechnology::G5 => Amount::Known(500.0),
        RadioTechnology::G4 => Amount::Known(100.0),
        RadioTechnology::G3 => Amount::Known(20.0),
        RadioTechnology::G2 | RadioTechnology::Broadcast => Amount::Known(0.0),
        RadioTechnology::Unknown => Amount::Unknown,
    }
}
