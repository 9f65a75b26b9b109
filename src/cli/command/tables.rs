//! The tables of models in `aimaq simulate --tables`: a row for each feature, as the region is and with a scenario.

use crate::cli::columns::aligned;
use crate::i18n::Words;
use crate::i18n::spreadsheet::to_csv;
use crate::twin::catalog::resource::Unit;
use crate::twin::model::choice::Choice;
use crate::twin::model::feature::Feature;
use crate::twin::model::id::FeatureId;
use crate::twin::model::layer::Layer;
use crate::twin::model::names::{Name, Strings};
use crate::twin::model::region::{LayerVisitor, Region};
use crate::twin::simulate::table::{Cell, Column, Table};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What stands before and after: the region as it is, with the scenario.
const STATES: [&str; 2] = ["as-it-is", "scenario"];

/// Features of a layer: their references, and their names in a language.
struct Features<'a> {
    words: &'a Words,
    layer: &'static str,
    found: Vec<(FeatureId, String)>,
}

impl LayerVisitor for Features<'_> {
    fn visit<T: Feature>(&mut self, layer: &Layer<T>, strings: &Strings) {
        if T::LAYER == self.layer {
            let named = |feature: &T| {
                let name: Name = feature.name();
                (feature.id(), name.read(self.words.language(), strings).to_owned())
            };
            self.found = layer.features.iter().map(named).collect();
        }
    }
}

/// A cell that needs no region any more.
#[derive(Clone, PartialEq)]
enum Told {
    Unknown,
    Number(f64),
    Is(bool),
    /// A reference and a name, which may be empty.
    Feature(String, String),
}

/// A row: reference and name of its feature, and its cells in each state, where it has them.
struct Row {
    id: String,
    name: String,
    states: [Option<Vec<Told>>; 2],
}

/// A table of both states.
pub(super) struct Sheet {
    id: &'static str,
    layer: &'static str,
    columns: &'static [Column],
    rows: Vec<Row>,
    count: usize,
}

/// Lays the tables of a region as it is, and of the same with a scenario where there is one, beside one another. Features are known by their
/// references.
pub(super) fn sheets(states: &[(&Region, Vec<Table>)], words: &Words) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for (state, (region, tables)) in states.iter().enumerate().take(STATES.len()) {
        for table in tables {
            let place = sheets.iter().position(|sheet| sheet.id == table.id).unwrap_or_else(|| {
                let Table { id, layer, columns, .. } = *table;
                sheets.push(Sheet { id, layer, columns, rows: Vec::new(), count: states.len() });
                sheets.len() - 1
            });
            sheets[place].fill(state, region, table, words);
        }
    }
    sheets
}

impl Sheet {
    fn fill(&mut self, state: usize, region: &Region, table: &Table, words: &Words) {
        let mut layers: BTreeMap<&'static str, Vec<(FeatureId, String)>> = BTreeMap::new();
        let mut feature = |layer: &'static str, number: u32| {
            let found = layers.entry(layer).or_insert_with(|| features(region, layer, words));
            found.get(number as usize).map(|(id, name)| (id.to_string(), name.clone()))
        };
        let known: BTreeMap<String, usize> = self.rows.iter().enumerate().map(|(place, row)| (row.id.clone(), place)).collect();
        for (number, cells) in &table.rows {
            let Some((id, name)) = feature(table.layer, *number) else { continue };
            let told = |cell: &Cell| match *cell {
                Cell::Unknown => Told::Unknown,
                Cell::Number(value) => Told::Number(value),
                Cell::Is(value) => Told::Is(value),
                Cell::Feature(layer, number) => feature(layer, number).map_or(Told::Unknown, |(id, name)| Told::Feature(id, name)),
            };
            let cells = cells.iter().map(told).collect();
            let place = known.get(&id).copied().unwrap_or_else(|| {
                self.rows.push(Row { id, name, states: [None, None] });
                self.rows.len() - 1
            });
            self.rows[place].states[state] = Some(cells);
        }
    }

    /// For people: a line a feature; where a scenario changes a cell, both values with an arrow between.
    pub(super) fn to_text(&self, words: &Words) -> String {
        let layer = words.get(&format!("layer-{}", self.layer)).into_owned();
        let columns = self.columns.iter().map(|column| words.get(&format!("column-{}", column.id)).into_owned());
        let head: Vec<String> = std::iter::once(layer).chain(columns).collect();
        let rows = self.rows.iter().map(|row| {
            let name = if row.name.is_empty() { row.id.clone() } else { row.name.clone() };
            std::iter::once(name).chain((0..self.columns.len()).map(|column| self.text(row, column, words))).collect()
        });
        let table: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
        let is_number = |column: usize| column > 0 && self.columns[column - 1].unit != Unit::Count;
        format!("{}\n{}", words.get(&format!("table-{}", self.id)), aligned(&table, is_number).join("\n"))
    }

    fn text(&self, row: &Row, column: usize, words: &Words) -> String {
        let unit = self.columns[column].unit;
        let say = |cells: &Option<Vec<Told>>| match cells.as_ref().and_then(|cells| cells.get(column)) {
            None | Some(Told::Unknown) => "—".to_owned(),
            Some(Told::Number(value)) => words.quantity(*value, unit),
            Some(Told::Is(true)) => words.get("table-yes").into_owned(),
            Some(Told::Is(false)) => words.get("table-no").into_owned(),
            Some(Told::Feature(id, name)) => if name.is_empty() { id } else { name }.clone(),
        };
        let said: Vec<String> = row.states.iter().take(self.count).map(say).collect();
        match &said[..] {
            [before, after] if before != after => format!("{before} → {after}"),
            [before, ..] => before.clone(),
            [] => String::new(),
        }
    }

    /// For programs: columns with their units, and of each feature an object a state.
    pub(super) fn to_json(&self) -> Value {
        let columns: Vec<Value> = self.columns.iter().map(|column| json!({ "id": column.id, "unit": column.unit.name() })).collect();
        let rows: Vec<Value> = self.rows.iter().map(|row| self.row_json(row)).collect();
        json!({ "id": self.id, "layer": self.layer, "columns": columns, "rows": rows })
    }

    fn row_json(&self, row: &Row) -> Value {
        let value = |told: &Told| match told {
            Told::Unknown => Value::Null,
            Told::Number(value) => json!(value),
            Told::Is(value) => json!(value),
            Told::Feature(id, name) => json!({ "id": id, "name": name }),
        };
        let cells = |cells: &Vec<Told>| {
            let named = self.columns.iter().zip(cells).map(|(column, told)| (column.id.to_owned(), value(told)));
            Value::Object(named.collect::<Map<_, _>>())
        };
        let mut object = Map::from_iter([("id".to_owned(), json!(row.id)), ("name".to_owned(), json!(row.name))]);
        let states = STATES.iter().zip(&row.states).take(self.count);
        object.extend(states.map(|(state, told)| ((*state).to_owned(), told.as_ref().map_or(Value::Null, cells))));
        Value::Object(object)
    }

    /// For spreadsheets: a row a feature and state. Features in cells are told by their references.
    pub(super) fn to_csv(&self) -> String {
        let value = |told: &Told| match told {
            Told::Unknown => String::new(),
            Told::Number(value) => value.to_string(),
            Told::Is(value) => value.to_string(),
            Told::Feature(id, _) => id.clone(),
        };
        let head = [self.layer, "name", "state"].into_iter().chain(self.columns.iter().map(|column| column.id));
        let mut rows: Vec<Vec<String>> = vec![head.map(String::from).collect()];
        for row in &self.rows {
            for (state, cells) in STATES.iter().zip(&row.states) {
                let Some(cells) = cells else { continue };
                let first = [row.id.clone(), row.name.clone(), (*state).to_owned()];
                rows.push(first.into_iter().chain(cells.iter().map(value)).collect());
            }
        }
        to_csv(rows)
    }
}

fn features(region: &Region, layer: &'static str, words: &Words) -> Vec<(FeatureId, String)> {
    let mut features = Features { words, layer, found: Vec::new() };
    region.visit_layers(&mut features);
    features.found
}
