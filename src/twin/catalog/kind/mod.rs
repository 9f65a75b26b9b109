//! The kinds of solutions: what is drawn to place one, and what it adds to a region or changes in it.

mod along;
mod basin;
mod builder;
mod cable;
mod drawn_area;
mod effect;
pub mod existing;
mod facility;
mod field;
mod layout;
mod levee;
mod line;
mod mast;
mod network;
mod over;
mod planting;
pub mod quarter;
mod service;
mod standing;
mod street;
mod upgrade;

use super::fit::Fit;
use super::site::{Geometry, Site};
use super::template::{Kind, Template};
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::region::Region;

/// Low bits of a proposal's number that tell its parts apart; those above are the solution's key.
pub const PART_BITS: u32 = 20;

/// A solution that stands somewhere, fitted.
#[derive(Clone, Copy, Debug)]
pub struct Solution<'a> {
    /// Its number in the scenario: the seed of everything about it.
    pub key: u32,
    /// The template with its values.
    pub fit: &'a Fit<'a>,
    /// Where it stands.
    pub site: &'a Site,
    /// What it changes, as `LAYER ID`; none where it stands by itself.
    pub on: Option<&'a str>,
}

impl Solution<'_> {
    /// The reference to the part of that number.
    pub fn id(&self, part: u32) -> FeatureId {
        FeatureId::new(IdKind::Proposal, (i64::from(self.key) << PART_BITS) | i64::from(part & ((1 << PART_BITS) - 1)))
    }

    /// Whether a reference is to one of its parts.
    pub fn owns(&self, id: FeatureId) -> bool {
        id.kind() == IdKind::Proposal && id.number() >> PART_BITS == i64::from(self.key)
    }

    /// What is drawn to place it.
    pub fn geometry(&self) -> Geometry {
        geometry(self.fit.template)
    }

    /// Adds to a region what it brings, and changes in it what it changes.
    pub fn build(&self, region: &mut Region) {
        (spec(self.fit.template.kind).build)(self, region);
    }
}

/// What a kind of solution is drawn as and does.
pub struct KindSpec {
    /// The kind.
    pub kind: Kind,
    /// What is drawn on the map.
    pub geometry: Geometry,
    /// What a template of the kind may have drawn instead.
    pub others: &'static [Geometry],
    /// The layers whose things can be pointed at, where one of them is.
    pub on: &'static [&'static str],
    /// Adds to a region what the solution brings, and changes in it what it changes. A region without the thing that it
    /// changes (one that holds proposals only) gets what is new and nothing else.
    pub build: fn(&Solution, &mut Region),
}

/// Every kind, in the order of [`Kind`].
pub const KINDS: &[KindSpec] = &[
    facility::SPEC,
    quarter::SPEC,
    street::SPEC,
    line::SPEC,
    service::SPEC,
    mast::SPEC,
    cable::SPEC,
    levee::SPEC,
    basin::SPEC,
    planting::SPEC,
    field::SPEC,
    upgrade::SPEC,
];

/// What a kind is drawn as and does.
pub fn spec(kind: Kind) -> &'static KindSpec {
    &KINDS[kind as usize]
}

/// What is drawn to place a template's solution.
pub fn geometry(template: &Template) -> Geometry {
    template.drawn.as_ref().map_or(spec(template.kind).geometry, |drawn| drawn.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::choice::Choice;

    #[test]
    fn every_kind_has_its_own_entry() {
        assert_eq!(KINDS.iter().map(|spec| spec.kind).collect::<Vec<_>>(), Kind::ALL);
    }
}
