//! What can be advised: each kind of institution with the solutions that bring it, what stands of it, and how near is near enough.

use super::ways::Ways;
use crate::twin::catalog::resource::{Resource, Unit};
use crate::twin::model::choice::Choice;
use crate::twin::model::connectivity::{Mast, RadioTechnology};
use crate::twin::model::origin::Origin;
use crate::twin::model::place::PlaceKind;
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use crate::twin::simulate::assumption::{AssumptionSpec, Assumptions};
use crate::twin::simulate::{rescue, services};

/// How far a mast carries mobile internet to people.
pub static MAST: AssumptionSpec = AssumptionSpec {
    id: "mast-reach",
    unit: Unit::Metres,
    value: 5_000.0,
    least: 200.0,
    most: 50_000.0,
    origin: Origin::Assumed,
    source: "own-estimate",
};

/// A kind of institution that can be advised. Its name is `advice-kind-<id>` in the locales.
pub struct AdviceKind {
    /// Short name in arguments and ids.
    pub id: &'static str,
    /// The template that brings it to a city or town.
    pub template: &'static str,
    /// The template that brings it to a village.
    pub in_village: &'static str,
    /// The resource whose lack it mends; none where residents ask for none.
    pub resource: Option<Resource>,
    /// The lack of one in reach; none where no model tells who has one.
    pub lack: Option<Lack>,
    /// How near is near enough.
    pub norm: &'static AssumptionSpec,
    /// How one gets there, or it to the people.
    pub ways: Ways,
    /// Where such institutions stand, as those count them who tell how far each home is from one.
    places: fn(&Region, &str) -> Vec<Position>,
}

/// A lack of institutions in reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Its id; `advice-<id>` in the locales.
    pub id: &'static str,
    /// The field of a model that holds how far each home is from the nearest one, in the unit of the norm.
    pub field: &'static str,
}

/// What people walk to: how near it is tells the field of a metric of walking.
const fn walk(
    id: &'static str,
    [template, in_village]: [&'static str; 2],
    resource: Option<Resource>,
    [lack, field]: [&'static str; 2],
    norm: &'static AssumptionSpec,
) -> AdviceKind {
    let lack = Some(Lack { id: lack, field });
    AdviceKind { id, template, in_village, resource, lack, norm, ways: Ways::OnFoot, places: walked_to }
}

/// Every kind, in the order in which people see them.
pub static KINDS: [AdviceKind; 7] = [
    walk("school", ["school", "rural-school-with-bus"], Some(Resource::SchoolPlaces), ["school-reach", "reach-school"], &services::SCHOOL),
    walk(
        "kindergarten",
        ["kindergarten", "kindergarten"],
        Some(Resource::KindergartenPlaces),
        ["kindergarten-reach", "reach-kindergarten"],
        &services::KINDERGARTEN,
    ),
    walk("clinic", ["polyclinic", "medical-point"], Some(Resource::Visits), ["clinic-reach", "reach-clinic"], &services::CLINIC),
    walk("park", ["park", "park"], Some(Resource::Green), ["park-reach", "reach-park"], &services::PARK),
    walk("hub", ["it-hub", "it-hub"], None, ["hub-reach", "reach-hub"], &services::HUB),
    AdviceKind {
        ways: Ways::ByCar,
        places: driven_from,
        ..walk("ambulance", ["ambulance-post", "ambulance-post"], None, ["ambulance-reach", "ambulance-share"], &rescue::AMBULANCE)
    },
    AdviceKind {
        id: "mast",
        template: "mobile-mast",
        in_village: "mobile-mast",
        resource: Some(Resource::Coverage),
        lack: None,
        norm: &MAST,
        ways: Ways::Radio,
        places: |region, _| region.masts.iter().filter(|(mast, _)| carries_data(mast)).map(|(_, shape)| shape.anchor()).collect(),
    },
];

/// Whether a mast carries data; where nobody knows, it may.
fn carries_data(mast: &Mast) -> bool {
    !matches!(mast.technology.value, RadioTechnology::G2 | RadioTechnology::Broadcast)
}

/// The kind of an id.
pub fn kind(id: &str) -> Option<&'static AdviceKind> {
    KINDS.iter().find(|kind| kind.id == id)
}

/// The kind whose institutions mend a shortfall of that id.
pub fn mending(shortfall: &str) -> Option<&'static AdviceKind> {
    let lacks = |kind: &&AdviceKind| {
        kind.lack.is_some_and(|lack| lack.id == shortfall) || kind.resource.is_some_and(|resource| resource.name() == shortfall)
    };
    KINDS.iter().find(lacks)
}

impl AdviceKind {
    /// The template that brings it to a settlement of that kind.
    pub fn template_in(&self, place: PlaceKind) -> &'static str {
        if matches!(place, PlaceKind::City | PlaceKind::Town) { self.template } else { self.in_village }
    }

    /// Where such institutions stand.
    pub fn standing(&self, region: &Region) -> Vec<Position> {
        (self.places)(region, self.lack.map_or("", |lack| lack.field))
    }

    /// What is near enough, as [`Ways`] count it: metres, by car seconds.
    pub fn within(&self, assumptions: &Assumptions) -> f64 {
        let norm = assumptions.get(self.norm);
        if self.norm.unit == Unit::Minutes { norm * 60.0 } else { norm }
    }
}

/// Where the institutions are that a metric of walking is about: those that the model itself counts.
fn walked_to(region: &Region, metric: &str) -> Vec<Position> {
    services::SERVICES.iter().find(|service| service.metric == metric).map_or_else(Vec::new, |service| (service.places)(region))
}

/// Where the stations are that a metric of help by car is about.
fn driven_from(region: &Region, metric: &str) -> Vec<Position> {
    rescue::HELP.iter().find(|(known, ..)| *known == metric).map_or_else(Vec::new, |(_, _, kinds)| services::of(region, kinds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_and_walked_to_kinds_are_those_of_the_model() {
        for known in &KINDS {
            assert_eq!(kind(known.id).map(|kind| kind.id), Some(known.id));
            if let Some(lack) = known.lack {
                assert_eq!(mending(lack.id).map(|kind| kind.id), Some(known.id));
                let norm = services::SERVICES.iter().find(|service| service.metric == lack.field).map(|service| service.norm.id);
                assert_eq!(norm, (known.ways == Ways::OnFoot).then_some(known.norm.id));
            }
        }
        assert!(kind("nosuch").is_none() && mending("nosuch").is_none());
    }
}
