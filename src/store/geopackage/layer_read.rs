//! Feature tables as layers: what [`super::write`] wrote, and what somebody edited in a GIS since.

use super::failure::Failure;
use super::layer_write::COMMON_COLUMNS;
use super::wkb_read::{GeoShapes, WkbFlaw};
use super::{READ_PHASE, schema};
use crate::twin::import::{Progress, proceed};
use crate::twin::model::feature::{Feature, Value};
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::Layer;
use crate::twin::model::names::{Name, Strings, TextId};
use crate::twin::model::quality::{Finding, Quality};
use crate::twin::model::region::{LayerVisitorMut, Region};
use crate::twin::model::space::LocalFrame;
use crate::twin::model::street::Street;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

/// Features whose shapes are projected at a time.
const BLOCK: usize = 16_384;

/// Reads every layer into the region, and returns the row numbers of its streets, by which the network names them.
pub fn read_layers(connection: &Connection, region: &mut Region, progress: &dyn Progress) -> Result<Vec<i64>, Failure> {
    let mut reader = LayerReader {
        connection,
        frame: region.frame,
        quality: std::mem::take(&mut region.quality),
        street_rows: Vec::new(),
        progress,
        total: count_rows(connection, region)?.max(1),
        done: 0,
        outcome: Ok(()),
    };
    region.visit_layers_mut(&mut reader);
    region.quality = reader.quality;
    reader.outcome.map(|()| reader.street_rows)
}

/// How many rows there are to read, for the progress: the greatest row number of each table.
fn count_rows(connection: &Connection, region: &Region) -> Result<i64, Failure> {
    let mut total = 0i64;
    for (table, _) in region.counts() {
        if schema::has_table(connection, table)? {
            let last: Option<i64> = connection.query_row(&format!("SELECT max(rowid) FROM \"{table}\""), [], |row| row.get(0))?;
            total = total.saturating_add(last.unwrap_or(0).max(0));
        }
    }
    Ok(total)
}

struct LayerReader<'a> {
    connection: &'a Connection,
    frame: LocalFrame,
    quality: Quality,
    street_rows: Vec<i64>,
    progress: &'a dyn Progress,
    total: i64,
    done: i64,
    outcome: Result<(), Failure>,
}

impl LayerVisitorMut for LayerReader<'_> {
    fn visit<T: Feature>(&mut self, layer: &mut Layer<T>, strings: &mut Strings) {
        if self.outcome.is_ok() {
            self.outcome = self.read_layer(layer, strings);
        }
    }
}

impl LayerReader<'_> {
    /// A package of another version may lack a layer: it is then empty.
    fn read_layer<T: Feature>(&mut self, layer: &mut Layer<T>, strings: &mut Strings) -> Result<(), Failure> {
        if !schema::has_table(self.connection, T::LAYER)? {
            return Ok(());
        }
        let present = schema::columns(self.connection, T::LAYER)?;
        if !present.iter().any(|column| column == "fid") || !present.iter().any(|column| column == "geom") {
            return Err(Failure::inconsistent(format!("table {} has no columns fid and geom", T::LAYER)));
        }
        let wanted = COMMON_COLUMNS.into_iter().chain(T::ATTRIBUTES.iter().map(|attribute| attribute.field.name));
        let sql = format!("SELECT {} FROM \"{}\" ORDER BY fid", schema::selection(&present, wanted), T::LAYER);
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut shapes = GeoShapes::default();
        let mut value = Value::Null;
        while let Some(row) = rows.next()? {
            let number: i64 = row.get(0)?;
            if let Err(finding) = push_shape(&mut shapes, row.get_ref(1)?) {
                self.quality.note(finding, format_args!("{}:{number}", T::LAYER));
                continue;
            }
            layer.features.push(read_feature(row, number, &mut value, strings)?);
            self.note_row::<T>(number);
            if shapes.len() == BLOCK {
                self.take_shapes(layer, &mut shapes)?;
            }
        }
        self.take_shapes(layer, &mut shapes)
    }

    fn take_shapes<T: Feature>(&mut self, layer: &mut Layer<T>, shapes: &mut GeoShapes) -> Result<(), Failure> {
        shapes.append_to(&mut layer.shapes, &self.frame);
        self.done += shapes.len() as i64;
        shapes.clear();
        Ok(proceed(self.progress, READ_PHASE, (0.9 * self.done as f32 / self.total as f32).min(0.9))?)
    }

    fn note_row<T: Feature>(&mut self, number: i64) {
        if T::LAYER == Street::LAYER {
            self.street_rows.push(number);
        }
    }
}

/// Collects a row's shape, or says what is to be noted instead of the row.
fn push_shape(shapes: &mut GeoShapes, value: ValueRef) -> Result<(), Finding> {
    let ValueRef::Blob(blob) = value else { return Err(Finding::TooFewPoints) };
    shapes.push_blob(blob).map_err(|flaw| match flaw {
        WkbFlaw::OffTheGlobe => Finding::CoordinatesOutOfRange,
        WkbFlaw::NotGeometry | WkbFlaw::Truncated | WkbFlaw::UnsupportedType => Finding::BrokenBlocks,
    })
}

fn read_feature<T: Feature>(row: &Row, number: i64, value: &mut Value, strings: &mut Strings) -> Result<T, Failure> {
    let mut feature = T::default();
    let id = text(row.get_ref(2)?).and_then(|id| id.parse().ok());
    // A row drawn in a GIS has no reference of ours: its number makes one.
    feature.set_id(id.unwrap_or_else(|| FeatureId::keyed(IdKind::Table, &format!("{}:{number}", T::LAYER))));
    let mut names = [TextId::EMPTY; 4];
    for (column, name) in (3..).zip(&mut names) {
        if let Some(text) = text(row.get_ref(column)?) {
            *name = strings.intern(text);
        }
    }
    let [local, kk, ru, en] = names;
    feature.set_name(Name { local, by_language: [kk, ru, en] });
    for (column, attribute) in (COMMON_COLUMNS.len()..).zip(T::ATTRIBUTES) {
        if assign(value, row.get_ref(column)?) {
            (attribute.set)(&mut feature, value, strings);
        }
    }
    Ok(feature)
}

fn text(value: ValueRef<'_>) -> Option<&str> {
    match value {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok(),
        _ => None,
    }
}

/// Takes over a column's content, reusing the memory of the one before; false where there is none.
fn assign(value: &mut Value, content: ValueRef) -> bool {
    match (content, &mut *value) {
        (ValueRef::Null | ValueRef::Blob(_), _) => return false,
        (ValueRef::Integer(number), _) => *value = Value::Integer(number),
        (ValueRef::Real(number), _) => *value = Value::Real(number),
        (ValueRef::Text(bytes), Value::Text(old)) => {
            old.clear();
            old.push_str(&String::from_utf8_lossy(bytes));
        }
        (ValueRef::Text(bytes), _) => *value = Value::Text(String::from_utf8_lossy(bytes).into_owned()),
    }
    true
}
