//! Rows of one's own tables joined to the features that they describe; rows that describe none become features.

use super::TableMapping;
use super::field_value::{Assigned, assign, attribute, choice_name, has_field, number_from_text};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::feature::{Attribute, Feature, FieldKind, Value};
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::{Layer, ShapeKind, Shapes};
use crate::twin::model::names::Strings;
use crate::twin::model::quality::{Finding, Quality};
use crate::twin::model::region::{LayerVisitorMut, Region};
use crate::twin::model::source::Source;
use crate::twin::model::space::{GeoPoint, LocalFrame, Position};

mod matching;
use matching::Matcher;

/// One row of a table.
pub(super) struct Row {
    /// Where it stands, as `file:row`.
    pub place: String,
    /// Its cells in the order of the mapping's columns; an empty one says nothing.
    pub cells: Vec<String>,
    /// Its shape, where the table has shapes.
    pub shape: Option<RowShape>,
}

/// The shape of a row.
pub(super) struct RowShape {
    /// What it is.
    pub kind: ShapeKind,
    /// Its parts.
    pub parts: Vec<Vec<Position>>,
}

impl RowShape {
    fn anchor(&self) -> Position {
        let mut shapes = Shapes::default();
        shapes.push(self.kind, self.parts.iter().map(Vec::as_slice));
        shapes.get(0).anchor()
    }
}

/// Joins rows to the features of the mapping's layer, and adds the table to the region's sources.
///
/// A row meets a feature by its id; else by its name, within reach of its coordinates where it has any; else as the
/// nearest of the same kind within reach. Without a reach only ids and unambiguous names count. Each feature is met
/// by one row at most. What a row says is observed.
pub(super) fn add_rows(region: &mut Region, mapping: &TableMapping, file: &str, rows: Vec<Row>) -> Result<(), Diagnostic> {
    let mut join = Join { mapping, file, rows, frame: region.frame, quality: Quality::default(), outcome: None };
    region.visit_layers_mut(&mut join);
    let Join { quality, outcome, .. } = join;
    outcome.unwrap_or_else(|| Err(Diagnostic::error("table-layer-unknown").with("file", file).with("layer", mapping.layer.as_str())))?;
    region.quality.merge(&quality);
    let name = if mapping.source.is_empty() { file } else { &mapping.source };
    let source = Source { name: name.to_owned(), date: mapping.date.clone(), ..Source::default() };
    if !region.sources.iter().any(|known| known.name == source.name) {
        region.sources.push(source);
    }
    Ok(())
}

struct Join<'a> {
    mapping: &'a TableMapping,
    file: &'a str,
    rows: Vec<Row>,
    frame: LocalFrame,
    quality: Quality,
    /// None while the layer was not met.
    outcome: Option<Result<(), Diagnostic>>,
}

impl LayerVisitorMut for Join<'_> {
    fn visit<T: Feature>(&mut self, layer: &mut Layer<T>, strings: &mut Strings) {
        if T::LAYER == self.mapping.layer {
            let rows = std::mem::take(&mut self.rows);
            self.outcome = Some(check_mapping::<T>(self.mapping, self.file, strings).map(|()| self.join(layer, strings, rows)));
        }
    }
}

/// Refuses fields that the layer does not have, and constants that are no values of theirs.
fn check_mapping<T: Feature>(mapping: &TableMapping, file: &str, strings: &mut Strings) -> Result<(), Diagnostic> {
    let complaint = |code, field: &str| Diagnostic::error(code).with("file", file).with("layer", T::LAYER).with("field", field);
    for (_, field) in &mapping.columns {
        if !has_field::<T>(field) && !matches!(field.as_str(), "id" | "lon" | "lat") {
            return Err(complaint("table-field-unknown", field));
        }
    }
    for (field, value) in &mapping.constants {
        match assign(&mut T::default(), field, value, strings) {
            Assigned::Done => {}
            Assigned::NoSuchField => return Err(complaint("table-field-unknown", field)),
            Assigned::OddValue => return Err(complaint("table-constant-odd", field).with("value", value.as_str())),
        }
    }
    Ok(())
}

impl Join<'_> {
    fn join<T: Feature>(&mut self, layer: &mut Layer<T>, strings: &mut Strings, rows: Vec<Row>) {
        let mut matcher = Matcher::new(layer, strings, self.mapping.reach);
        for row in rows {
            let position = self.position(&row);
            let key = self.key::<T>(&row, position);
            let index = if let Some(index) = self.find(&row, key, position, layer, &matcher, strings) {
                if !matcher.claim(index) {
                    self.quality.note(Finding::DuplicateIds, &row.place);
                }
                index
            } else if let Some(position) = position {
                self.quality.note(Finding::UnmatchedRows, &row.place);
                let shape = row.shape.as_ref().filter(|shape| !shape.parts.is_empty());
                let index = match shape {
                    Some(shape) => layer.push(T::default(), shape.kind, shape.parts.iter().map(Vec::as_slice)),
                    None => layer.push_point(T::default(), position),
                };
                layer.features[index].set_id(key);
                matcher.add(key, index);
                index
            } else {
                self.quality.note(Finding::BadRows, &row.place);
                continue;
            };
            self.fill(&mut layer.features[index], &row, strings);
        }
    }

    /// The feature that a row describes.
    fn find<T: Feature>(
        &self,
        row: &Row,
        key: FeatureId,
        position: Option<Position>,
        layer: &Layer<T>,
        matcher: &Matcher,
        strings: &Strings,
    ) -> Option<usize> {
        let id = self.cell(row, "id").and_then(|id| id.parse().ok());
        if let Some(index) = id.and_then(|id| matcher.by_id(id)).or_else(|| matcher.by_id(key)) {
            return Some(index);
        }
        let same_kind = self.same_kind::<T>(row);
        let accept = |index: usize| same_kind.iter().all(|(attribute, value)| (attribute.get)(&layer.features[index], strings) == *value);
        matcher.by_name(&self.names(row), position, accept).or_else(|| matcher.nearest(position?, accept))
    }

    /// Writes what the mapping and the row say into a feature.
    fn fill<T: Feature>(&mut self, feature: &mut T, row: &Row, strings: &mut Strings) {
        for (field, value) in &self.mapping.constants {
            assign(feature, field, value, strings);
        }
        for ((_, field), cell) in self.mapping.columns.iter().zip(&row.cells) {
            let is_place = matches!(field.as_str(), "id" | "lon" | "lat");
            if !is_place && !cell.is_empty() && assign(feature, field, cell, strings) != Assigned::Done {
                let shown: String = cell.chars().take(40).collect();
                self.quality.note(Finding::OddValues, format!("{} {field}={shown}", row.place));
            }
        }
    }

    /// The cell of a field, unless it is empty.
    fn cell<'r>(&self, row: &'r Row, field: &str) -> Option<&'r str> {
        let index = self.mapping.columns.iter().position(|(_, known)| known == field)?;
        row.cells.get(index).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    /// Where a row's coordinates or shape put it.
    fn position(&mut self, row: &Row) -> Option<Position> {
        if let (Some(lon), Some(lat)) = (self.cell(row, "lon"), self.cell(row, "lat")) {
            let Some((lon, lat)) = number_from_text(lon).zip(number_from_text(lat)) else {
                self.quality.note(Finding::OddValues, format!("{} lon={lon} lat={lat}", row.place));
                return None;
            };
            let point = GeoPoint::new(lon, lat);
            if !point.is_valid() {
                self.quality.note(Finding::CoordinatesOutOfRange, &row.place);
                return None;
            }
            return Some(self.frame.position_from_geo(point));
        }
        row.shape.as_ref().filter(|shape| !shape.parts.is_empty()).map(RowShape::anchor)
    }

    /// What the row calls it, in any language.
    fn names<'r>(&self, row: &'r Row) -> Vec<&'r str> {
        ["name", "name_kk", "name_ru", "name_en"].iter().filter_map(|field| self.cell(row, field)).collect()
    }

    /// The stable reference of the feature that a row would become.
    fn key<T: Feature>(&self, row: &Row, position: Option<Position>) -> FeatureId {
        let source = if self.mapping.source.is_empty() { self.file } else { &self.mapping.source };
        let own = match self.cell(row, "id") {
            Some(id) => id.to_owned(),
            None => {
                let Position { east_mm, north_mm } = position.unwrap_or_default();
                format!("{}/{east_mm}/{north_mm}", matching::plain_name(self.names(row).first().unwrap_or(&"")))
            }
        };
        FeatureId::keyed(IdKind::Table, &format!("{}/{source}/{own}", T::LAYER))
    }

    /// What a feature must say to be of the row's kind: the mapping's constant choices, and the row's own kind.
    fn same_kind<T: Feature>(&self, row: &Row) -> Vec<(&'static Attribute<T>, Value)> {
        let kind = self.cell(row, "kind").map(|kind| ("kind", choice_name(kind)));
        let constants = self.mapping.constants.iter().map(|(field, value)| (field.as_str(), choice_name(value)));
        constants
            .chain(kind)
            .filter_map(|(field, value)| attribute::<T>(field).zip(Some(value)))
            .filter(|(attribute, _)| matches!(attribute.field.kind, FieldKind::Choice(_)))
            .map(|(attribute, value)| (attribute, Value::Text(value)))
            .collect()
    }
}
