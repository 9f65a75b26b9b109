//! Layers as feature tables: one for each kind of feature, with the columns that its attributes name.

use super::contents::{register_extension, register_spatial};
use super::failure::Failure;
use super::schema::SRS;
use super::wkb_write::{Form, NOWHERE, union, write_geometry};
use super::{WRITE_PHASE, spatial_index};
use crate::twin::import::{Progress, proceed};
use crate::twin::model::feature::{Feature, FieldKind, Value};
use crate::twin::model::layer::Layer;
use crate::twin::model::names::{Name, Strings, TextId};
use crate::twin::model::region::{LayerVisitor, Region};
use crate::twin::model::space::{GeoBox, LocalFrame};
use rayon::prelude::*;
use rusqlite::types::Null;
use rusqlite::{Connection, Statement};
use std::fmt::Write;
use std::ops::Range;

/// Columns that every layer has, before its own: row number, geometry, reference, names.
pub const COMMON_COLUMNS: [&str; 7] = ["fid", "geom", "id", "name", "name_kk", "name_ru", "name_en"];

/// Features whose geometry is made at a time, on one core.
const BLOCK: usize = 2048;
/// Blocks made at a time, on all cores.
const BLOCKS: usize = 16;

/// Writes every layer, the empty ones too.
pub fn write_layers(connection: &Connection, region: &Region, progress: &dyn Progress) -> Result<(), Failure> {
    let total = region.counts().iter().map(|(_, count)| count).sum::<usize>().max(1);
    let mut writer = LayerWriter { connection, frame: &region.frame, progress, total, done: 0, outcome: Ok(()) };
    region.visit_layers(&mut writer);
    writer.outcome
}

struct LayerWriter<'a> {
    connection: &'a Connection,
    frame: &'a LocalFrame,
    progress: &'a dyn Progress,
    total: usize,
    done: usize,
    outcome: Result<(), Failure>,
}

impl LayerVisitor for LayerWriter<'_> {
    fn visit<T: Feature>(&mut self, layer: &Layer<T>, strings: &Strings) {
        if self.outcome.is_ok() {
            self.outcome = self.write_layer(layer, strings);
        }
    }
}

impl LayerWriter<'_> {
    fn write_layer<T: Feature>(&mut self, layer: &Layer<T>, strings: &Strings) -> Result<(), Failure> {
        create_table::<T>(self.connection)?;
        let form = Form::common(&layer.shapes);
        let mut boxes = Vec::with_capacity(layer.len());
        let mut rows = RowWriter::<T>::new(self.connection)?;
        for start in (0..layer.len()).step_by(BLOCK * BLOCKS) {
            let end = (start + BLOCK * BLOCKS).min(layer.len());
            let starts: Vec<usize> = (start..end).step_by(BLOCK).collect();
            let blocks: Vec<Geometries> =
                starts.par_iter().map(|&first| Geometries::make(layer, first..(first + BLOCK).min(end), form, self.frame)).collect();
            for (&first, block) in starts.iter().zip(&blocks) {
                for (offset, blob) in block.blobs().enumerate() {
                    rows.write(first + offset, &layer.features[first + offset], blob, strings)?;
                }
                boxes.extend_from_slice(&block.boxes);
            }
            self.done += end - start;
            proceed(self.progress, WRITE_PHASE, 0.9 * self.done as f32 / self.total as f32)?;
        }
        self.register::<T>(form, &boxes)?;
        spatial_index::create(self.connection, T::LAYER, &boxes)
    }

    fn register<T: Feature>(&self, form: Option<Form>, boxes: &[Option<GeoBox>]) -> Result<(), Failure> {
        let around = boxes.iter().flatten().copied().reduce(union).filter(|around| *around != NOWHERE);
        register_spatial(self.connection, T::LAYER, "features", around)?;
        self.connection.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?1, 'geom', ?2, ?3, 0, 0)",
            (T::LAYER, form.map_or("GEOMETRY", Form::name), SRS),
        )?;
        register_extension(self.connection, T::LAYER, Some("geom"), spatial_index::EXTENSION)
    }
}

/// Geometries of a run of features, one behind the other.
struct Geometries {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    boxes: Vec<Option<GeoBox>>,
}

impl Geometries {
    fn make<T: Feature>(layer: &Layer<T>, range: Range<usize>, form: Option<Form>, frame: &LocalFrame) -> Self {
        let mut made = Self { bytes: Vec::new(), ends: Vec::new(), boxes: Vec::new() };
        for index in range {
            made.boxes.push(write_geometry(&layer.shapes.get(index), form, frame, &mut made.bytes));
            made.ends.push(made.bytes.len());
        }
        made
    }

    fn blobs(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| &self.bytes[std::mem::replace(&mut start, end)..end])
    }
}

fn create_table<T: Feature>(connection: &Connection) -> Result<(), Failure> {
    let mut sql = format!(
        "CREATE TABLE \"{}\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY,
           id TEXT, name TEXT, name_kk TEXT, name_ru TEXT, name_en TEXT",
        T::LAYER
    );
    for attribute in T::ATTRIBUTES {
        let kind = match attribute.field.kind {
            FieldKind::Integer => "INTEGER",
            FieldKind::Real => "DOUBLE",
            FieldKind::Flag => "BOOLEAN",
            FieldKind::Text | FieldKind::Choice(_) => "TEXT",
        };
        sql += &format!(", \"{}\" {kind}", attribute.field.name);
    }
    connection.execute_batch(&(sql + ")"))?;
    Ok(())
}

/// One prepared statement, filled row after row.
struct RowWriter<'a, T> {
    insert: Statement<'a>,
    text: String,
    feature: std::marker::PhantomData<T>,
}

impl<'a, T: Feature> RowWriter<'a, T> {
    fn new(connection: &'a Connection) -> Result<Self, Failure> {
        let places: Vec<String> = (1..=COMMON_COLUMNS.len() + T::ATTRIBUTES.len()).map(|place| format!("?{place}")).collect();
        let insert = connection.prepare(&format!("INSERT INTO \"{}\" VALUES ({})", T::LAYER, places.join(", ")))?;
        Ok(Self { insert, text: String::new(), feature: std::marker::PhantomData })
    }

    fn write(&mut self, index: usize, feature: &T, blob: &[u8], strings: &Strings) -> Result<(), Failure> {
        self.insert.raw_bind_parameter(1, index as i64 + 1)?;
        self.insert.raw_bind_parameter(2, blob)?;
        self.text.clear();
        // Writing to a text cannot fail.
        let _ = write!(self.text, "{}", feature.id());
        self.insert.raw_bind_parameter(3, self.text.as_str())?;
        let Name { local, by_language: [kk, ru, en] } = feature.name();
        for (column, text) in (4..).zip([local, kk, ru, en]) {
            self.bind_text(column, text, strings)?;
        }
        for (column, attribute) in (COMMON_COLUMNS.len() + 1..).zip(T::ATTRIBUTES) {
            match (attribute.get)(feature, strings) {
                Value::Null => self.insert.raw_bind_parameter(column, Null)?,
                Value::Integer(number) => self.insert.raw_bind_parameter(column, number)?,
                Value::Real(number) => self.insert.raw_bind_parameter(column, number)?,
                Value::Text(text) => self.insert.raw_bind_parameter(column, text.as_str())?,
            }
        }
        self.insert.raw_execute()?;
        Ok(())
    }

    fn bind_text(&mut self, column: usize, text: TextId, strings: &Strings) -> Result<(), Failure> {
        match text.is_empty() {
            true => self.insert.raw_bind_parameter(column, Null)?,
            false => self.insert.raw_bind_parameter(column, strings.get(text))?,
        }
        Ok(())
    }
}
