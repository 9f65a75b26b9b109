//! What can be advised: each kind of institution with the solutions that bring it, what stands of it, and how near is near enough.

use super::ways::Ways;
use crate::twin::catalog::resource::{Resource, Unit};
use crate::twin::model::choice::Choice;
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
    /// Where such institutions stand.
    pub standing: fn(&Region) -> Vec<Position>,
}

/// A lack of institutions in reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Its id; `advice-<id>` in the locales.
    pub id: &'static str,
    /// The field of a model that holds how far each home is from the nearest one, in the unit of the norm.
    pub field: &'static str,
}

const fn lack(id: &'static str, field: &'static str) -> Option<Lack> {
    Some(Lack { id, field })
}

/// Every kind, in the order in which people see them.
pub static KINDS: [AdviceKind; 7] = [
    AdviceKind {
        id: "school",
        template: "school",
        in_village: "rural-school-with-bus",
        resource: Some(Resource::SchoolPlaces),
        lack: lack("school-reach", "reach-school"),
        norm: &services::SCHOOL,
        ways: Ways::OnFoot,
        standing: |region| walked_to(region, "reach-school"),
    },
    AdviceKind {
        id: "kindergarten",
        template: "kindergarten",
        in_village: "kindergarten",
        resource: Some(Resource::KindergartenPlaces),
        lack: lack("kindergarten-reach", "reach-kindergarten"),
        norm: &services::KINDERGARTEN,
        ways: Ways::OnFoot,
        standing: |region| walked_to(region, "reach-kindergarten"),
    },
    AdviceKind {
        id: "clinic",
        template: "polyclinic",
        in_village: "medical-point",
        resource: Some(Resource::Visits),
        lack: lack("clinic-reach", "reach-clinic"),
        norm: &services::CLINIC,
        ways: Ways::OnFoot,
        standing: |region| walked_to(region, "reach-clinic"),
    },
    AdviceKind {
        id: "park",
        template: "park",
        in_village: "park",
        resource: Some(Resource::Green),
        lack: lack("park-reach", "reach-park"),
        norm: &services::PARK,
        ways: Ways::OnFoot,
        standing: |region| walked_to(region, "reach-park"),
    },
    AdviceKind {
        id: "hub",
        template: "it-hub",
        in_village: "it-hub",
        resource: None,
        lack: lack("hub-reach", "reach-hub"),
        norm: &services::HUB,
        ways: Ways::OnFoot,
        standing: |region| walked_to(region, "reach-hub"),
    },
    AdviceKind {
        id: "ambulance",
        template: "ambulance-post",
        in_village: "ambulance-post",
        resource: None,
        lack: lack("ambulance-reach", "ambulance-share"),
        norm: &rescue::AMBULANCE,
        ways: Ways::ByCar,
        standing: |region| driven_from(region, "ambulance-share"),
    },
    AdviceKind {
        id: "mast",
        template: "mobile-mast",
        in_village: "mobile-mast",
        resource: Some(Resource::Coverage),
        lack: None,
        norm: &MAST,
        ways: Ways::Straight,
        standing: |region| region.masts.iter().map(|(_, shape)| shape.anchor()).collect(),
    },
];

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
