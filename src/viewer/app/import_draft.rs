//! An import as it is put together: files, what each is taken for, the columns of tables, the package to write.

use super::job::{Job, Poll};
use super::open::{ImportFile, ImportRequest};
use crate::i18n::Words;
use crate::store::files::{self, read_head, shown};
use crate::store::recognise::{SourceKind, source_kind};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::TableMapping;
use crate::twin::import::csv_table;
use crate::twin::import::table_fields::{LayerFields, layers, suggest, suggest_for};
use crate::twin::model::names::Language;
use bevy::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Bytes from the front of a file that tell what it is and what its columns are called.
const HEAD: usize = 64 * 1024;

/// A table's columns and what they are read as.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableDraft {
    /// The names of its columns, in their order.
    pub header: Vec<String>,
    /// Which of them fill which field of which layer.
    pub mapping: TableMapping,
}

impl TableDraft {
    /// A table with the mapping that its own header suggests.
    fn new(head: &[u8], path: &Path) -> Self {
        let header = csv_table::header(head);
        let mut mapping = suggest(&header, &called);
        mapping.source = files::name(path);
        Self { header, mapping }
    }

    /// What its rows may be, and what its columns may say of them.
    pub fn layers() -> &'static [LayerFields] {
        layers()
    }

    /// The field that a column fills; empty for none.
    pub fn field(&self, column: &str) -> &str {
        self.mapping.columns.iter().find(|(known, _)| known == column).map_or("", |(_, field)| field)
    }

    /// Reads the rows as another layer's.
    fn set_layer(&mut self, layer: &LayerFields) {
        let source = std::mem::take(&mut self.mapping.source);
        self.mapping = TableMapping { source, ..suggest_for(layer, &self.header, &called) };
    }

    /// Lets a column fill a field, and no other column the same one.
    fn set_field(&mut self, column: &str, field: &str) {
        self.mapping.columns.retain(|(known, filled)| known != column && filled != field);
        if !field.is_empty() {
            self.mapping.columns.push((column.to_owned(), field.to_owned()));
        }
    }
}

/// What a file is taken for.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// It is still being looked at.
    Unread,
    /// A map.
    Map,
    /// Elevation.
    Elevation,
    /// Timetables.
    Timetables,
    /// Districts.
    Districts,
    /// A table.
    Table(TableDraft),
    /// Nothing that can be imported, and why.
    Nothing(Diagnostic),
}

/// A file of the import.
pub struct DraftFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it is taken for.
    pub taken: Taken,
    job: Option<Job<Taken>>,
}

/// The import being put together.
#[derive(Resource, Default)]
pub struct ImportDraft {
    /// Its files, in the order in which they were chosen.
    pub files: Vec<DraftFile>,
    /// The package that was typed; empty while the proposed one is meant.
    pub typed_package: String,
}

impl ImportDraft {
    /// Takes a file in, once.
    pub fn add(&mut self, path: PathBuf) {
        if self.files.iter().all(|file| file.path != path) {
            let read = path.clone();
            self.files.push(DraftFile { path, taken: Taken::Unread, job: Some(Job::start(move |_| take(&read))) });
        }
    }

    /// The package to write: the one that was typed, else one beside the map and called as it is.
    pub fn package(&self) -> String {
        if !self.typed_package.is_empty() {
            return self.typed_package.clone();
        }
        let map = self.files.iter().find(|file| file.taken == Taken::Map).or(self.files.first());
        map.map(|file| shown(&file.path.with_file_name(format!("{}.gpkg", stem(&file.path))))).unwrap_or_default()
    }

    /// Whether it can start: every file is known, and there is a package to write.
    pub fn is_ready(&self) -> bool {
        let known = |file: &DraftFile| !matches!(file.taken, Taken::Unread | Taken::Nothing(_));
        !self.files.is_empty() && self.files.iter().all(known) && !self.package().trim().is_empty()
    }

    /// The table of a file.
    fn table(&mut self, index: usize) -> Option<&mut TableDraft> {
        match &mut self.files.get_mut(index)?.taken {
            Taken::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Reads a table's rows as those of a layer; false where there is no such table or layer.
    pub fn set_layer(&mut self, index: usize, layer: &str) -> bool {
        let known = layers().iter().find(|known| known.layer == layer);
        known.zip(self.table(index)).map(|(layer, table)| table.set_layer(layer)).is_some()
    }

    /// Lets a table's column fill a field, or none; false where there is no such table, column or field.
    pub fn set_field(&mut self, index: usize, column: usize, field: &str) -> bool {
        let Some(table) = self.table(index) else { return false };
        let known = layers().iter().any(|known| known.layer == table.mapping.layer && known.fields.contains(&field));
        match table.header.get(column).cloned().filter(|_| known || field.is_empty()) {
            Some(column) => table.set_field(&column, field),
            None => return false,
        }
        true
    }

    /// What is to be imported.
    pub fn request(&self) -> ImportRequest {
        let chosen = |file: &DraftFile| ImportFile {
            path: file.path.clone(),
            mapping: match &file.taken {
                Taken::Table(table) => Some(table.mapping.clone()),
                _ => None,
            },
        };
        ImportRequest { out: PathBuf::from(self.package().trim()), files: self.files.iter().map(chosen).collect() }
    }
}

/// Adds the import being put together.
pub fn plugin(app: &mut App) {
    app.init_resource::<ImportDraft>().add_systems(Update, look);
}

fn look(mut draft: ResMut<ImportDraft>) {
    let draft = draft.bypass_change_detection();
    for file in draft.files.iter_mut() {
        let Some(job) = file.job.take() else { continue };
        match job.poll() {
            Poll::Running => file.job = Some(job),
            Poll::Done(taken) => file.taken = taken,
            Poll::Lost => file.taken = Taken::Nothing(Diagnostic::error("work-lost").with("target", shown(&file.path))),
        }
    }
}

/// What a file is taken for, by its content.
fn take(path: &Path) -> Taken {
    match read_head(path, HEAD) {
        Ok(head) => match source_kind(path, &head) {
            Some(SourceKind::Map) => Taken::Map,
            Some(SourceKind::Elevation) => Taken::Elevation,
            Some(SourceKind::Timetables) => Taken::Timetables,
            Some(SourceKind::Districts) => Taken::Districts,
            Some(SourceKind::Table) => Taken::Table(TableDraft::new(&head, path)),
            None => Taken::Nothing(Diagnostic::error("import-file-unknown").with("file", shown(path))),
        },
        Err(diagnostic) => Taken::Nothing(diagnostic),
    }
}

/// The mapping that a table's own header suggests.
pub fn suggested(head: &[u8], path: &Path) -> TableMapping {
    TableDraft::new(head, path).mapping
}

/// What a field is called in each language, and by programs.
fn called(field: &str) -> Vec<String> {
    static WORDS: LazyLock<[Words; 3]> = LazyLock::new(|| Language::ALL.map(Words::new));
    let usual: &[&str] = match field {
        "lon" => &["lng", "longitude"],
        "lat" => &["latitude"],
        _ => &[],
    };
    let words = WORDS.iter().map(|words| words.get(&format!("field-{field}")).into_owned());
    words.chain(usual.iter().map(|name| (*name).to_owned())).collect()
}

/// A file's name up to its first point: `town` of `town.osm.pbf`.
fn stem(path: &Path) -> String {
    let name = files::name(path);
    name.split('.').find(|part| !part.is_empty()).unwrap_or("region").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;
    use std::io::Write;
    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    #[test]
    fn a_feed_is_taken_as_timetables() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("buses.zip");
        let mut archive = ZipWriter::new(File::create(&path).expect("a file"));
        // The table that tells it stands behind one that is longer than what is read of other files.
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        archive.start_file("shapes.txt", stored).expect("a table");
        archive.write_all(&vec![b'0'; 2 * HEAD]).expect("written");
        archive.start_file("stops.txt", stored).expect("a table");
        archive.finish().expect("an archive");
        let file = DraftFile { path: path.clone(), taken: take(&path), job: None };
        assert_eq!(file.taken, Taken::Timetables);
        let draft = ImportDraft { files: vec![file], ..ImportDraft::default() };
        assert!(draft.is_ready());
        let out = folder.path().join("buses.gpkg");
        assert_eq!(draft.request(), ImportRequest { out, files: vec![ImportFile { path, mapping: None }] });
    }
}
