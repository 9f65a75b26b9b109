//! A table of a feed: rows by the names of their columns, in whatever order these stand.

use super::Ids;
use super::archive::Archive;
use super::fault::{Fault, Faults};
use csv::{Reader, ReaderBuilder, StringRecord, Trim};

/// Where a column stands; a table may lack it.
pub(super) type Column = Option<usize>;

/// A table that is being read.
pub(super) struct Table<'a> {
    name: &'static str,
    columns: Vec<String>,
    reader: Reader<&'a [u8]>,
    record: StringRecord,
}

/// One row of a table.
pub(super) struct Row<'a> {
    record: &'a StringRecord,
    /// Its line in the file, from 1.
    pub line: u64,
}

impl Row<'_> {
    /// A cell; empty where the table lacks the column or the row the cell.
    pub fn get(&self, column: Column) -> &str {
        column.and_then(|index| self.record.get(index)).unwrap_or_default()
    }

    /// The id in a cell, where there is one that did not stand before.
    pub fn new_id(&self, id: Column, known: &Ids) -> Result<&str, (Fault, String)> {
        match self.get(id) {
            "" => Err(broken(self)),
            key if known.contains_key(key) => Err(repeated(key)),
            key => Ok(key),
        }
    }
}

impl<'a> Table<'a> {
    /// Opens a table that may be there or not.
    pub fn optional(archive: &'a Archive, name: &'static str) -> Option<Self> {
        let text = archive.get(name)?;
        let mut reader = ReaderBuilder::new().flexible(true).trim(Trim::All).from_reader(text.as_bytes());
        let columns = reader.headers().ok()?.iter().map(str::to_lowercase).collect();
        Some(Self { name, columns, reader, record: StringRecord::new() })
    }

    /// Opens a table that a feed must have.
    pub fn required(archive: &'a Archive, name: &'static str, faults: &mut Faults) -> Option<Self> {
        let table = Self::optional(archive, name);
        if table.is_none() {
            faults.note(Fault::TableMissing, name, name);
        }
        table
    }

    /// Where a column stands that a table may lack.
    pub fn column(&self, name: &str) -> Column {
        self.columns.iter().position(|column| column == name)
    }

    /// Where columns stand that a table must have; each that it lacks is noted.
    pub fn columns<const N: usize>(&self, names: [&str; N], faults: &mut Faults) -> [Column; N] {
        names.map(|name| {
            let column = self.column(name);
            if column.is_none() {
                faults.note(Fault::ColumnMissing, self.name, name);
            }
            column
        })
    }

    /// Hands every row to a reader, which answers with the fault of a row and what it is about. Empty lines are passed
    /// over, rows that are no text are noted.
    pub fn each(mut self, faults: &mut Faults, mut read: impl FnMut(&Row) -> Result<(), (Fault, String)>) {
        loop {
            let found = self.reader.read_record(&mut self.record);
            let line = self.record.position().map_or(0, csv::Position::line);
            match found {
                Ok(false) => return,
                Ok(true) if self.record.iter().all(str::is_empty) => {}
                Ok(true) => {
                    if let Err((fault, about)) = read(&Row { record: &self.record, line }) {
                        faults.note(fault, self.name, about);
                    }
                }
                Err(_) => faults.note(Fault::RowBroken, self.name, line),
            }
        }
    }
}

/// The fault of a row that does not say what it must.
pub(super) fn broken(row: &Row) -> (Fault, String) {
    (Fault::RowBroken, format!("№ {}", row.line))
}

/// The fault of a row that names something that is not there.
pub(super) fn unknown(row: &Row, reference: &str) -> (Fault, String) {
    (Fault::ReferenceUnknown, format!("{reference} (№ {})", row.line))
}

/// The fault of a row with an id that stood before.
pub(super) fn repeated(id: &str) -> (Fault, String) {
    (Fault::IdRepeated, id.to_owned())
}
