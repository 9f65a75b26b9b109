//! Public transport: stops, and lines from route relations.

use super::builder::{Builder, Object};
use super::raw::{MemberKind, RawObject};
use super::tables::{ROUTES, STOP_MODES, STOPS};
use super::values;
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::origin::Sourced;
use crate::twin::model::space::Position;
use crate::twin::model::transit::{StopSequence, TransitLine, TransitMode, TransitStop};
use std::collections::BTreeMap;

/// Where the stops are, by reference: routes look theirs up.
type Stops = BTreeMap<FeatureId, Position>;

impl Builder<'_> {
    /// Adds a stop, if tags name one.
    pub fn add_stop(&mut self, object: &Object<'_>, position: Position) {
        let tags = object.tags;
        if tags.look_up(STOPS).is_some() && !tags.is("public_transport", "stop_position") {
            self.push_stop(object, position, None);
        }
    }

    fn push_stop(&mut self, object: &Object<'_>, position: Position, route: Option<TransitMode>) {
        let usual = object.tags.look_up(STOPS).unwrap_or_default();
        let mode = object.tags.look_up(STOP_MODES).or(route).unwrap_or(usual);
        let stop = TransitStop { id: object.id, name: object.name(&mut self.region.strings), mode };
        self.region.stops.push_point(stop, position);
    }

    /// Adds the lines of all route relations. Stops that only routes name are added too.
    pub fn add_lines(&mut self) {
        let map = self.map;
        let mut stops: Stops = self.region.stops.iter().map(|(stop, shape)| (stop.id, shape.anchor())).collect();
        for relation in &map.raw.objects.relations {
            let tags = map.raw.tags(relation);
            let Some(mode) = tags.look_up(ROUTES) else { continue };
            if !tags.is("type", "route") {
                continue;
            }
            let object = Object { id: FeatureId::new(IdKind::Relation, relation.id), tags };
            let sequence = self.stop_sequence(relation, mode, &mut stops);
            let mut course = self.course(relation);
            if course.is_empty() {
                course.push(sequence.iter().filter_map(|id| stops.get(id).copied()).collect());
            }
            if course.iter().all(|line| line.len() < 2) {
                continue;
            }
            let headway = self.value(&object, &["interval:peak", "interval", "headway", "frequency"], values::minutes);
            let strings = &mut self.region.strings;
            let line = TransitLine {
                id: object.id,
                name: object.name(strings),
                reference: object.text(strings, &["ref"]),
                mode,
                headway: headway.map(Sourced::observed).unwrap_or_default(),
                stops: StopSequence(sequence),
            };
            self.region.lines.push(line, ShapeKind::Line, course.iter().map(Vec::as_slice));
        }
    }

    /// Platforms in order; where a route names none, the places where its vehicles halt.
    fn stop_sequence(&mut self, relation: &RawObject, mode: TransitMode, stops: &mut Stops) -> Vec<FeatureId> {
        let map = self.map;
        let members = &map.raw.objects.members[relation.refs.range()];
        let of_role = |wanted: &str| members.iter().filter(move |member| map.raw.role(member).starts_with(wanted)).collect::<Vec<_>>();
        let mut named = of_role("platform");
        if named.is_empty() {
            named = of_role("stop");
        }
        if named.is_empty() {
            named = members.iter().filter(|member| member.kind == MemberKind::Node).collect();
        }
        let mut sequence = Vec::new();
        for member in named {
            let id = match member.kind {
                MemberKind::Node => FeatureId::new(IdKind::Node, member.id),
                MemberKind::Way => FeatureId::new(IdKind::Way, member.id),
                MemberKind::Relation => FeatureId::new(IdKind::Relation, member.id),
            };
            if stops.contains_key(&id) || self.add_named_stop(id, mode, stops) {
                sequence.push(id);
            }
        }
        sequence.dedup();
        sequence
    }

    /// Adds a node that only a route calls a stop; false where there is no such node with tags.
    fn add_named_stop(&mut self, id: FeatureId, mode: TransitMode, stops: &mut Stops) -> bool {
        let map = self.map;
        let tagged = map.raw.objects.tagged.binary_search_by_key(&id.number(), |node| node.id);
        let (Ok(tagged), Some(index), IdKind::Node) = (tagged, map.raw.objects.node_index(id.number()), id.kind()) else { return false };
        let object = Object { id, tags: map.raw.tags(&map.raw.objects.tagged[tagged]) };
        let position = map.positions[index];
        self.push_stop(&object, position, Some(mode));
        stops.insert(id, position);
        true
    }

    /// The ways of a route in its order, joined where one begins at the last one's end.
    fn course(&self, relation: &RawObject) -> Vec<Vec<Position>> {
        let objects = &self.map.raw.objects;
        let mut lines: Vec<Vec<Position>> = Vec::new();
        for member in &objects.members[relation.refs.range()] {
            let role = self.map.raw.role(member);
            if member.kind != MemberKind::Way || role.starts_with("platform") || role.starts_with("stop") {
                continue;
            }
            let Some(way) = objects.way_index(member.id) else { continue };
            let mut line = self.map.line(&self.map.way_nodes(&objects.ways[way]));
            if line.len() < 2 {
                continue;
            }
            if !lines.last_mut().is_some_and(|last| attach(last, &mut line)) {
                lines.push(line);
            }
        }
        lines
    }
}

/// Joins a line to the end of another, turning either round where that makes them meet.
fn attach(last: &mut Vec<Position>, line: &mut [Position]) -> bool {
    let (Some(&head), Some(&tail)) = (last.first(), last.last()) else { return false };
    let (Some(&first), Some(&end)) = (line.first(), line.last()) else { return false };
    if tail == end {
        line.reverse();
    } else if tail != first && (head == first || head == end) {
        // Only the first way of a course may still be the wrong way round.
        last.reverse();
        if head == end {
            line.reverse();
        }
    } else if tail != first {
        return false;
    }
    last.extend_from_slice(&line[1..]);
    true
}
