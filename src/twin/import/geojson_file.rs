//! GeoJSON: outlines of districts, the polygons to clip by, and tables with shapes.

mod content;
mod outline;

use super::table_rows::{Row, RowShape, add_rows};
use super::{NamedBytes, TableInput};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::boundary::{Boundary, BoundaryKind};
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::{Layer, ShapeKind};
use crate::twin::model::names::Name;
use crate::twin::model::origin::Sourced;
use crate::twin::model::quality::Finding;
use crate::twin::model::region::Region;
use crate::twin::model::source::Source;
use crate::twin::model::space::{GeoPoint, LocalFrame, Position};
use content::{Content, Properties};
use geojson::{Feature, GeometryValue};
use outline::{polygons, positions};

/// Adds the areas of a file as boundaries. A boundary with the same official code (else name) is replaced.
///
/// Names, code and population are looked for under the usual property names (`ADM2_KK`, `name:ru`, `KATO`, `code`, …).
pub fn add_districts(region: &mut Region, file: &NamedBytes) -> Result<(), Diagnostic> {
    let content = content::read(file)?;
    let mut added = Vec::new();
    for &(number, ref feature) in &content.features {
        let place = format!("{}:{number}", file.name);
        let polygons = feature.geometry.as_ref().map(|geometry| polygons(&geometry.value, &place, &mut region.quality)).unwrap_or_default();
        if polygons.is_empty() {
            region.quality.note(Finding::TooFewPoints, &place);
            continue;
        }
        let rings: Vec<Vec<Position>> = polygons.iter().flat_map(|polygon| laid_out(polygon, &region.frame)).collect();
        added.push((boundary(region, feature, &place), rings, place));
    }
    if added.is_empty() {
        return Err(Diagnostic::error("geojson-no-areas").with("file", file.name.as_str()));
    }
    note_broken(region, file, &content);
    let mut replaced = Vec::new();
    for (boundary, rings, place) in added {
        if region.boundaries.features.iter().any(|known| known.id == boundary.id) {
            region.quality.note(Finding::DuplicateIds, place);
            replaced.push((region.boundaries.len(), boundary.id));
        }
        region.boundaries.push(boundary, ShapeKind::Area, rings.iter().map(Vec::as_slice));
    }
    remove_older(&mut region.boundaries, &replaced);
    let name = content.name.unwrap_or_else(|| file.name.clone());
    if !region.sources.iter().any(|known| known.name == name) {
        region.sources.push(Source { name, ..Source::default() });
    }
    Ok(())
}

/// All areas of a file, as polygons of rings of points; the first ring of each is its outline, the others are holes.
/// Rings do not repeat their first point.
pub fn read_clip(file: &NamedBytes) -> Result<Vec<Vec<Vec<GeoPoint>>>, Diagnostic> {
    let content = content::read(file)?;
    let mut unused = crate::twin::model::quality::Quality::default();
    let geometries = content.features.iter().filter_map(|(_, feature)| feature.geometry.as_ref());
    let found: Vec<_> = geometries.flat_map(|geometry| polygons(&geometry.value, &file.name, &mut unused)).collect();
    if found.is_empty() { Err(Diagnostic::error("geojson-no-areas").with("file", file.name.as_str())) } else { Ok(found) }
}

/// Adds what a table with shapes says: its properties are the columns, its shapes the places. Rows are counted from 1.
pub fn add_table(region: &mut Region, table: &TableInput) -> Result<(), Diagnostic> {
    let content = content::read(&table.file)?;
    let columns: Vec<&str> = table.mapping.columns.iter().map(|(column, _)| column.as_str()).collect();
    for column in &columns {
        let known = |feature: &Feature| Properties::of(feature).has(column);
        if !content.features.is_empty() && !content.features.iter().any(|(_, feature)| known(feature)) {
            return Err(Diagnostic::error("table-column-missing").with("file", table.file.name.as_str()).with("column", *column));
        }
    }
    note_broken(region, &table.file, &content);
    let mut rows = Vec::new();
    for (number, feature) in &content.features {
        let place = format!("{}:{number}", table.file.name);
        let properties = Properties::of(feature);
        let cells = columns.iter().map(|column| properties.text(column)).collect();
        let shape = feature.geometry.as_ref().and_then(|geometry| shape(&geometry.value, &place, region));
        rows.push(Row { place, cells, shape });
    }
    add_rows(region, &table.mapping, &table.file.name, rows)
}

fn note_broken(region: &mut Region, file: &NamedBytes, content: &Content) {
    for number in &content.broken {
        region.quality.note(Finding::BadRows, format!("{}:{number}", file.name));
    }
}

/// A boundary without its shape.
fn boundary(region: &mut Region, feature: &Feature, place: &str) -> Boundary {
    let properties = Properties::of(feature);
    let level = properties.level();
    let [kk, ru, en] = [("KK", "kk"), ("RU", "ru"), ("EN", "en")]
        .map(|(upper, lower)| properties.first(&[&format!("{level}_{upper}"), &format!("name_{lower}"), &format!("name:{lower}")]));
    let mut name = Name::of(&mut region.strings, &kk, &ru, &en);
    let local = properties.first(&["name", "NAME", "title"]);
    if !local.is_empty() {
        name.local = region.strings.intern(&local);
    }
    let code = properties.first(&["KATO", "kato", "code", "CODE", &format!("{level}_PCODE")]);
    let key = [&code, &kk, &ru, &en, &local].into_iter().find(|text| !text.is_empty()).map_or(place, String::as_str);
    let population = properties.first(&["population", "POPULATION", "pop"]);
    let population = super::field_value::number_from_text(&population).filter(|number| (0.0..4e9).contains(number));
    Boundary {
        id: FeatureId::keyed(IdKind::Table, &format!("boundaries/{key}")),
        name,
        kind: match level {
            "ADM0" => BoundaryKind::Country,
            "ADM1" => BoundaryKind::Region,
            "ADM3" => BoundaryKind::Municipality,
            _ => BoundaryKind::District,
        },
        code: region.strings.intern(&code),
        population: Sourced::observed(population.map(|number| number.round() as u32)),
    }
}

/// Takes out the boundaries that stand before a newer one of the same id.
fn remove_older(boundaries: &mut Layer<Boundary>, replaced: &[(usize, FeatureId)]) {
    if replaced.is_empty() {
        return;
    }
    let mut kept = Layer::default();
    for (index, (boundary, shape)) in boundaries.iter().enumerate() {
        if !replaced.iter().any(|&(newer, id)| id == boundary.id && index < newer) {
            kept.push(boundary.clone(), shape.kind, shape.parts());
        }
    }
    *boundaries = kept;
}

/// The shape of a table's row; none where it has no usable point.
fn shape(geometry: &GeometryValue, place: &str, region: &mut Region) -> Option<RowShape> {
    let quality = &mut region.quality;
    let line = |points: &[geojson::Position], quality: &mut _| -> Vec<Position> {
        positions(points, place, quality).into_iter().map(|point| region.frame.position_from_geo(point)).collect()
    };
    let (kind, parts): (_, Vec<Vec<Position>>) = match geometry {
        GeometryValue::Point { coordinates } => (ShapeKind::Point, vec![line(std::slice::from_ref(coordinates), quality)]),
        GeometryValue::MultiPoint { coordinates } => {
            (ShapeKind::Point, coordinates.iter().map(|point| line(std::slice::from_ref(point), quality)).collect())
        }
        GeometryValue::LineString { coordinates } => (ShapeKind::Line, vec![line(coordinates, quality)]),
        GeometryValue::MultiLineString { coordinates } => {
            (ShapeKind::Line, coordinates.iter().map(|points| line(points, quality)).collect())
        }
        GeometryValue::Polygon { .. } | GeometryValue::MultiPolygon { .. } | GeometryValue::GeometryCollection { .. } => {
            let polygons = polygons(geometry, place, quality);
            (ShapeKind::Area, polygons.iter().flat_map(|polygon| laid_out(polygon, &region.frame)).collect())
        }
    };
    let fewest = if kind == ShapeKind::Line { 2 } else { 1 };
    let parts: Vec<_> = parts.into_iter().filter(|part| part.len() >= fewest).collect();
    (!parts.is_empty()).then_some(RowShape { kind, parts })
}

/// A polygon in the plane: the outline turning left, holes turning right.
fn laid_out(polygon: &[Vec<GeoPoint>], frame: &LocalFrame) -> Vec<Vec<Position>> {
    let turned = polygon.iter().enumerate().map(|(index, ring)| {
        let mut ring: Vec<Position> = ring.iter().map(|&point| frame.position_from_geo(point)).collect();
        let turns_left = crate::twin::model::space::signed_area(&ring) > 0.0;
        if turns_left != (index == 0) {
            ring.reverse();
        }
        ring
    });
    turned.collect()
}
