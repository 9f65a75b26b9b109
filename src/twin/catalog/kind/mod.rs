//! The kinds of solutions: what is drawn to place one, and what it adds to a region or changes in it.

use super::fit::Fit;
use super::site::{Geometry, Site};
use super::template::Kind;
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::region::Region;

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
        FeatureId::new(IdKind::Proposal, (i64::from(self.key) << 20) | i64::from(part & 0xF_FFFF))
    }
}

/// What a kind of solution is drawn as and does.
pub struct KindSpec {
    /// The kind.
    pub kind: Kind,
    /// What is drawn on the map.
    pub geometry: Geometry,
    /// Adds to a region what the solution brings, and changes in it what it changes. A region without the thing that it
    /// changes (one that holds proposals only) gets what is new and nothing else.
    pub build: fn(&Solution, &mut Region),
}
