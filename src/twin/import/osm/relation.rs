//! Areas from relations: which ways make them, and which ways' own areas they replace.

use super::area::is_area_feature;
use super::builder::Builder;
use super::map::Map;
use super::polygon::{Area, area_from_rings};
use super::raw::{MemberKind, RawObject};
use super::rings::{close_gaps, join};
use super::tables::FEATURE_KEYS;
use super::tags::Tags;
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::quality::Finding;
use std::collections::{BTreeMap, BTreeSet};

/// What relations mean for the areas of their ways, all by index.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Ways that lend their tags to the rings of a relation without tags of its own.
    pub rings_of: BTreeMap<usize, usize>,
    /// Relations whose tags stand on their several outer ways: on the first of them.
    pub tags_of: BTreeMap<usize, usize>,
    /// Ways whose area a relation gives already.
    pub replaced: BTreeSet<usize>,
    /// Buildings that a `type=building` relation names as an outline.
    pub outlines: BTreeSet<FeatureId>,
}

/// Whether a relation's ways enclose an area.
pub fn is_area(tags: Tags<'_>) -> bool {
    matches!(tags.get("type"), Some("multipolygon" | "boundary"))
}

impl Plan {
    /// Looks through all relations.
    pub fn new(map: &Map) -> Self {
        let mut plan = Plan::default();
        for (index, relation) in map.raw.objects.relations.iter().enumerate() {
            let tags = map.raw.tags(relation);
            if tags.is("type", "building") {
                plan.see_building(map, relation);
            } else if is_area(tags) {
                plan.see_area(map, index, relation, tags);
            }
        }
        plan
    }

    fn see_building(&mut self, map: &Map, relation: &RawObject) {
        for member in &map.raw.objects.members[relation.refs.range()] {
            let kind = match member.kind {
                MemberKind::Way => IdKind::Way,
                MemberKind::Relation => IdKind::Relation,
                MemberKind::Node => continue,
            };
            if map.raw.role(member) == "outline" {
                self.outlines.insert(FeatureId::new(kind, member.id));
            }
        }
    }

    fn see_area(&mut self, map: &Map, index: usize, relation: &RawObject, tags: Tags<'_>) {
        let objects = &map.raw.objects;
        let outer: Vec<usize> = objects.members[relation.refs.range()]
            .iter()
            .filter(|member| member.kind == MemberKind::Way && matches!(map.raw.role(member), "" | "outer"))
            .filter_map(|member| objects.way_index(member.id))
            .collect();
        let tags_of = |way: usize| map.raw.tags(&objects.ways[way]);
        if FEATURE_KEYS.iter().any(|key| tags.has(key)) {
            let says_the_same =
                |way: &usize| tags_of(*way).iter().any(|(key, value)| FEATURE_KEYS.contains(&key) && tags.is(key, value.trim()));
            self.replaced.extend(outer.iter().copied().filter(|way| map.is_closed(&objects.ways[*way])).filter(says_the_same));
            return;
        }
        let lenders: Vec<usize> = outer.into_iter().filter(|&way| is_area_feature(tags_of(way))).collect();
        match lenders[..] {
            [] => {}
            [way] if map.is_closed(&objects.ways[way]) => {
                self.rings_of.insert(way, index);
            }
            [first, ..] => {
                self.tags_of.insert(index, first);
                self.replaced.extend(lenders);
            }
        }
    }
}

/// How large a gap in a ring may be to be closed, as a share of the length of what is there: territories are seldom
/// whole in an extract, and a wrong one misleads more than a missing one.
const TERRITORY_GAP: f64 = 0.02;
const GAP: f64 = 0.3;

impl Builder<'_> {
    /// The area that a relation's ways enclose; what is wrong with it is noted.
    pub fn relation_area(&mut self, relation: &RawObject) -> Area {
        let map = self.map;
        let objects = &map.raw.objects;
        let id = FeatureId::new(IdKind::Relation, relation.id);
        let mut seen = BTreeSet::new();
        let mut missing = false;
        let mut ways = Vec::new();
        for member in &objects.members[relation.refs.range()] {
            if member.kind != MemberKind::Way || !seen.insert(member.id) {
                continue;
            }
            match objects.way_index(member.id) {
                Some(way) => ways.push(self.ring_way(&objects.ways[way])),
                None => missing = true,
            }
        }
        let quality = &mut self.region.quality;
        if missing {
            quality.note(Finding::MissingMembers, id);
        }
        let joined = join(ways);
        let mut rings: Vec<_> = joined.rings.iter().map(|ring| map.line(ring)).collect();
        if !joined.open.is_empty() {
            let reach = if map.raw.tags(relation).is("type", "boundary") { TERRITORY_GAP } else { GAP };
            let (closed, open) = close_gaps(&joined.open, &map.positions, reach);
            if !closed.is_empty() {
                quality.note(Finding::OpenRings, id);
            }
            if open > 0 {
                quality.note(Finding::BrokenMultipolygons, id);
            }
            rings.extend(closed);
        }
        let has_rings = !rings.is_empty();
        let area = area_from_rings(rings);
        if has_rings && area.rings.is_empty() {
            quality.note(Finding::TooFewPoints, id);
        }
        if area.crossing {
            quality.note(Finding::SelfCrossing, id);
        }
        area
    }

    /// A way's nodes for a ring: closed where the way is, even if the node at which it closes is missing.
    fn ring_way(&self, way: &RawObject) -> Vec<u32> {
        let mut nodes = self.map.way_nodes(way);
        if self.map.is_closed(way) && nodes.first() != nodes.last() {
            nodes.extend(nodes.first().copied());
        }
        nodes
    }
}
