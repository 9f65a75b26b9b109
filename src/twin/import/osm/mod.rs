//! OpenStreetMap: files of either form in, every layer of the region out.
//!
//! [`parse`] reads the objects of a file; [`build`] makes features of them once the plane's origin is known.

mod area;
mod builder;
mod building;
mod coast;
mod graph;
mod ground;
mod map;
mod pbf;
mod polygon;
mod raw;
mod relation;
mod rings;
mod settlement;
mod street;
mod tables;
mod tags;
mod transit;
mod utility;
mod values;
mod xml;

pub use raw::{RawOsm, parse, parse_bytes};

use super::{Progress, proceed};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::quality::Finding;
use crate::twin::model::region::Region;
use crate::twin::model::source::Source;
use crate::twin::model::space::{Bounds, GeoBox, GeoPoint, LocalFrame, signed_area};
use crate::twin::model::water::{Water, WaterKind};
use area::is_area_feature;
use builder::{Builder, Object};
use graph::Graph;
use map::Map;
use polygon::{Area, area_from_rings};
use raw::RawObject;
use relation::Plan;
use std::collections::BTreeMap;

/// Makes every object of the files a feature of the region, in the plane of `frame`; one feature an object.
///
/// Heights, storeys and uses that tags do not tell stay unknown: [`infer`](super::infer) completes them.
/// The only error is `cancelled`.
pub fn build(raw: Vec<RawOsm>, frame: LocalFrame, region: &mut Region, progress: &dyn Progress) -> Result<(), Diagnostic> {
    proceed(progress, "osm-build", 0.0)?;
    region.sources.extend(raw.iter().map(source));
    let map = Map::new(RawOsm::merge(raw), &frame);
    region.frame = frame;
    region.extent = plane_box(&map.raw.robust_extent(), &frame);
    region.quality.merge(&map.raw.quality);
    map.note_missing(&mut region.quality);
    let plan = Plan::new(&map);
    let mut builder = Builder { region, map: &map, graph: Graph::default(), outlines: plan.outlines.clone(), lost: BTreeMap::new() };
    proceed(progress, "osm-build", 0.3)?;
    builder.add_nodes();
    builder.add_ways(&plan);
    proceed(progress, "osm-build", 0.7)?;
    builder.add_relations(&plan);
    builder.add_sea();
    builder.add_lines();
    builder.settle_parts();
    builder.settle_addresses();
    builder.note_found();
    proceed(progress, "osm-build", 0.9)?;
    let network = builder.graph.network(&map);
    let (components, _) = network.components();
    region.quality.count(Finding::DisconnectedNetwork, components.saturating_sub(1) as u64);
    note_outliers(&map, region);
    region.network = network;
    Ok(())
}

/// The credit that the licence asks for.
fn source(raw: &RawOsm) -> Source {
    let date = raw.newest.and_then(|time| jiff::Timestamp::from_millisecond(time).ok());
    Source {
        name: raw.file.clone(),
        licence: "ODbL-1.0".to_owned(),
        credit: "© OpenStreetMap contributors".to_owned(),
        date: date.map(|time| time.strftime("%Y-%m-%d").to_string()).unwrap_or_default(),
    }
}

/// The plane box around a geographic one, from its corners and its edges' middles.
pub fn plane_box(extent: &GeoBox, frame: &LocalFrame) -> Bounds {
    let middle = extent.centre();
    let mut bounds = Bounds::default();
    for lon in [extent.west, middle.lon, extent.east] {
        for lat in [extent.south, middle.lat, extent.north] {
            bounds.include(frame.position_from_geo(GeoPoint::new(lon, lat)).metres());
        }
    }
    bounds
}

/// Counts the ways that lie farther from the framed part than that is large.
fn note_outliers(map: &Map, region: &mut Region) {
    let [width, height] = region.extent.size();
    let near = region.extent.grown(width.max(height));
    for way in &map.raw.objects.ways {
        if map.way_nodes(way).iter().any(|&node| !near.contains(map.positions[node as usize].metres())) {
            region.quality.note(Finding::FarOutliers, FeatureId::new(IdKind::Way, way.id));
        }
    }
}

impl Builder<'_> {
    fn add_nodes(&mut self) {
        let map = self.map;
        for node in &map.raw.objects.tagged {
            let Some(index) = map.raw.objects.node_index(node.id) else { continue };
            let object = Object { id: FeatureId::new(IdKind::Node, node.id), tags: map.raw.tags(node) };
            let position = map.positions[index];
            if object.tags.is("natural", "tree") {
                self.add_tree(&object, ShapeKind::Point, &[position]);
            }
            self.add_place(&object, position, false);
            self.add_amenity_point(&object, position);
            self.add_stop(&object, position);
            self.add_mast(&object, position);
        }
    }

    fn add_ways(&mut self, plan: &Plan) {
        let map = self.map;
        for (index, way) in map.raw.objects.ways.iter().enumerate() {
            let tags = map.raw.tags(way);
            if tags.is_empty() {
                continue;
            }
            let object = Object { id: FeatureId::new(IdKind::Way, way.id), tags };
            let is_area = is_area_feature(tags);
            let nodes = map.way_nodes(way);
            if tags.has("highway") && !(is_area && tags.yes("area") && map.is_closed(way)) {
                self.add_way_as_street(&object, &nodes);
            }
            if is_area && !plan.replaced.contains(&index) {
                self.add_way_as_area(&object, way, &nodes, plan.rings_of.get(&index).copied());
            }
            self.add_way_as_line(&object, &nodes);
        }
    }

    fn add_way_as_street(&mut self, object: &Object<'_>, nodes: &[u32]) {
        if nodes.len() < 2 {
            self.region.quality.note(Finding::TooFewPoints, object.id);
            self.lose(object.tags);
            return;
        }
        let line = self.map.line(nodes);
        self.add_street(object, nodes, &line);
    }

    fn add_way_as_line(&mut self, object: &Object<'_>, nodes: &[u32]) {
        let tags = object.tags;
        let is_row = tags.is("natural", "tree_row");
        let is_line = ["railway", "waterway", "power", "communication", "telecom", "man_made"].iter().any(|key| tags.has(key));
        if nodes.len() < 2 || !(is_row || is_line) {
            return;
        }
        let line = self.map.line(nodes);
        if is_row {
            self.add_tree(object, ShapeKind::Line, &line);
        }
        self.add_railway(object, &line);
        self.add_water_course(object, &line);
        self.add_cable(object, &line);
    }

    /// A building is closed whatever happened to its ring; of other areas only a small gap is.
    fn add_way_as_area(&mut self, object: &Object<'_>, way: &RawObject, nodes: &[u32], relation: Option<usize>) {
        let is_building = building::part_of(object).is_some();
        let is_closed = self.map.is_closed(way);
        if !(is_closed || is_building || self.gap_is_small(nodes)) {
            return;
        }
        let area = match relation {
            Some(relation) => self.relation_area(&self.map.raw.objects.relations[relation]),
            None => Area::default(),
        };
        let area = if area.rings.is_empty() { area_from_rings([self.map.line(nodes)]) } else { area };
        let quality = &mut self.region.quality;
        if area.rings.is_empty() {
            quality.note(Finding::TooFewPoints, object.id);
            self.lose(object.tags);
            return;
        }
        if !is_closed {
            quality.note(Finding::OpenRings, object.id);
        }
        if area.crossing {
            quality.note(Finding::SelfCrossing, object.id);
        }
        self.add_area(object, &area.rings);
    }

    /// An open line is taken for an area only if it nearly closes.
    fn gap_is_small(&self, nodes: &[u32]) -> bool {
        let line = self.map.line(nodes);
        match (line.first(), line.last()) {
            (Some(first), Some(last)) if line.len() > 3 => first.distance(*last) < 0.1 * crate::twin::model::space::length(&line),
            _ => false,
        }
    }

    fn add_relations(&mut self, plan: &Plan) {
        let map = self.map;
        for (index, relation) in map.raw.objects.relations.iter().enumerate() {
            let own = map.raw.tags(relation);
            let tags = plan.tags_of.get(&index).map_or(own, |&way| map.raw.tags(&map.raw.objects.ways[way]));
            let is_wanted = tags.has("highway") || is_area_feature(tags);
            if !relation::is_area(own) || !is_wanted {
                continue;
            }
            let object = Object { id: FeatureId::new(IdKind::Relation, relation.id), tags };
            let area = self.relation_area(relation);
            if area.rings.is_empty() {
                self.lose(tags);
            }
            self.add_area(&object, &area.rings);
        }
    }

    /// The sea is one feature, known by the first of its coastlines.
    fn add_sea(&mut self) {
        let map = self.map;
        let coastlines: Vec<&RawObject> = map.raw.objects.ways.iter().filter(|way| map.raw.tags(way).is("natural", "coastline")).collect();
        let Some(first) = coastlines.first() else { return };
        let ways = coastlines.iter().map(|way| map.way_nodes(way)).collect();
        let rings = coast::sea(ways, &map.positions, &self.region.extent);
        if rings.iter().map(|ring| signed_area(ring)).sum::<f64>() > 0.0 {
            let water = Water { id: FeatureId::new(IdKind::Way, first.id), kind: WaterKind::Sea, ..Water::default() };
            self.region.water.push(water, ShapeKind::Area, rings.iter().map(Vec::as_slice));
        }
    }
}
