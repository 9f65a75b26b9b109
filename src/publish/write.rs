//! Writing what is handed out: every file whole or not at all, and what was written, for programs.

use super::handout::Handout;
use super::material::Material;
use super::{Format, csv, geojson, page, pdf};
use crate::store::files;
use crate::twin::diagnostic::Diagnostic;
use serde::Serialize;
use std::path::Path;

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Written {
    /// The files, in the order in which they were written.
    pub files: Vec<String>,
    /// Pages of the document, where one was written.
    pub pages: Option<usize>,
    /// The scenarios of the tour, in the order of its figures.
    pub scenarios: Vec<String>,
    /// The stops, in their order.
    pub stops: Vec<WrittenStop>,
}

/// What was written of a stop.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct WrittenStop {
    /// Its short name.
    pub id: String,
    /// Its page in the document, from 1.
    pub page: Option<usize>,
    /// Its picture.
    pub picture: Option<String>,
}

/// Writes what is wanted into a folder, which is made where there is none. Models and films are written by whoever draws them.
///
/// # Errors
/// `picture-unreadable`, `sheet-broken`, and those of [`files::make_folder`] and [`files::replace`]. What was written before stays whole.
pub fn write(material: &Material, formats: &[Format], folder: &Path) -> Result<Written, Diagnostic> {
    files::make_folder(folder)?;
    let mut writing = Writing::new(material, folder);
    let wanted = |format: Format| formats.contains(&format);
    if wanted(Format::Pictures) {
        writing.pictures()?;
    }
    if wanted(Format::Document) || wanted(Format::Page) {
        let handout = Handout::new(material);
        if wanted(Format::Document) {
            writing.document(&handout)?;
        }
        if wanted(Format::Page) {
            writing.file("html", page::page(&handout, material.pictures)?.as_bytes())?;
        }
    }
    if wanted(Format::Figures) {
        writing.file("csv", csv::csv(material.words, material.comparison).as_bytes())?;
    }
    if wanted(Format::Proposals) {
        for scenario in material.measured() {
            writing.named(&format!("{}.geojson", file_stem(&scenario.id)), geojson::geojson(material, scenario).as_bytes())?;
        }
    }
    Ok(writing.written)
}

/// The name of a stop's picture: in the order of the tour, as folders show it.
pub fn picture_file(number: usize, stop: &str) -> String {
    format!("{number:02}-{}.png", file_stem(stop))
}

/// A short name as part of a file's: what a system may not like becomes a hyphen.
pub fn file_stem(id: &str) -> String {
    let stem: String = id.chars().map(|letter| if letter.is_alphanumeric() || letter == '_' { letter } else { '-' }).collect();
    if stem.is_empty() { "-".to_owned() } else { stem }
}

/// What is being written.
struct Writing<'a> {
    material: &'a Material<'a>,
    folder: &'a Path,
    written: Written,
}

impl<'a> Writing<'a> {
    fn new(material: &'a Material<'a>, folder: &'a Path) -> Self {
        let stops = material.tour.stops.iter().map(|stop| WrittenStop { id: stop.id.value.clone(), ..WrittenStop::default() });
        let scenarios = material.measured().map(|scenario| scenario.id.clone());
        let written = Written { stops: stops.collect(), scenarios: scenarios.collect(), ..Written::default() };
        Self { material, folder, written }
    }

    /// A file that is called as the tour is.
    fn file(&mut self, ending: &str, content: &[u8]) -> Result<(), Diagnostic> {
        let name = format!("{}.{ending}", file_stem(&self.material.tour.id.value));
        self.named(&name, content).map(|_| ())
    }

    fn named(&mut self, name: &str, content: &[u8]) -> Result<String, Diagnostic> {
        let path = self.folder.join(name);
        files::replace(&path, content)?;
        let shown = files::shown(&path);
        self.written.files.push(shown.clone());
        Ok(shown)
    }

    fn pictures(&mut self) -> Result<(), Diagnostic> {
        let material = self.material;
        for (index, stop) in material.tour.stops.iter().enumerate() {
            if let Some(png) = material.pictures.get(&stop.id.value) {
                let file = self.named(&picture_file(index + 1, &stop.id.value), png)?;
                self.written.stops[index].picture = Some(file);
            }
        }
        Ok(())
    }

    fn document(&mut self, handout: &Handout) -> Result<(), Diagnostic> {
        let document = pdf::pdf(handout, self.material.pictures)?;
        self.file("pdf", &document.bytes)?;
        self.written.pages = Some(document.pages);
        // One mark a stop, in their order: stops of one name are told apart all the same.
        for (stop, (_, page)) in self.written.stops.iter_mut().zip(document.marks) {
            stop.page = Some(page);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_suit_every_system() {
        assert_eq!(picture_file(3, "square"), "03-square.png");
        assert_eq!(picture_file(12, "../a b:c"), "12----a-b-c.png");
        assert_eq!(file_stem(""), "-");
    }
}
