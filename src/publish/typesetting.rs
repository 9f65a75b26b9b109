//! Typesetting: templates and files that lie in memory become pages of a PDF. Nothing is read from the machine or a network.

use crate::twin::diagnostic::Diagnostic;
use std::collections::HashMap;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Content, Datetime, Duration, Label, Selector, Smart, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, PicoStr};
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, pdf};

/// The fonts of every sheet: Golos Text, which has all Kazakh letters and ₸.
const FONTS: [&[u8]; 3] = [
    include_bytes!("../../assets/fonts/GolosText_400Regular.ttf"),
    include_bytes!("../../assets/fonts/GolosText_500Medium.ttf"),
    include_bytes!("../../assets/fonts/GolosText_700Bold.ttf"),
];

/// What all templates share, by the name that they import.
const LOOK: (&str, &str) = ("look.typ", include_str!("../../assets/publish/look.typ"));

/// Fonts that were read once, with what they have.
struct Letters {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

static LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.into_iter().filter_map(|bytes| Font::new(Bytes::new(bytes), 0)).collect();
    let book = LazyHash::new(FontBook::from_fonts(&fonts));
    Letters { fonts, book }
});

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(<Library as LibraryExt>::default()));

/// A PDF with what is known of its pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Marks that the template set (`#metadata("name") <stop>`) with their pages, from 1, in the order of the document.
    pub marks: Vec<(String, usize)>,
}

/// A template and the files that it reads.
pub struct Sheet {
    main: Source,
    look: Source,
    files: HashMap<FileId, Bytes>,
}

impl Sheet {
    /// A template by its name and text.
    ///
    /// # Errors
    /// `sheet-broken` where the name is none of a file.
    pub fn new(name: &str, text: &str) -> Result<Self, Diagnostic> {
        Ok(Self { main: source(name, text)?, look: source(LOOK.0, LOOK.1)?, files: HashMap::new() })
    }

    /// Adds a file that the template reads.
    ///
    /// # Errors
    /// `sheet-broken` where the name is none of a file.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), Diagnostic> {
        self.files.insert(file_id(name)?, Bytes::new(bytes));
        Ok(())
    }

    /// Sets the pages. The same input gives the same bytes.
    ///
    /// # Errors
    /// `sheet-broken`, with what the typesetter says.
    pub fn typeset(&self) -> Result<Document, Diagnostic> {
        let document = typst::compile::<PagedDocument>(self).output.map_err(|faults| broken(&faults))?;
        let options = PdfOptions { creator: Smart::Custom(Some("aimaq".to_owned())), ..PdfOptions::default() };
        let bytes = pdf(&document, &options).map_err(|faults| broken(&faults))?;
        // What the typesetter keeps for later runs holds every picture.
        typst::comemo::evict(0);
        Ok(Document { bytes, pages: document.pages().len(), marks: marks(&document) })
    }
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &LETTERS.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let known = [&self.main, &self.look].into_iter().find(|source| source.id() == id);
        known.cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        LETTERS.fonts.get(index).cloned()
    }

    /// The day is in the data.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn source(name: &str, text: &str) -> Result<Source, Diagnostic> {
    Ok(Source::new(file_id(name)?, text.to_owned()))
}

fn file_id(name: &str) -> Result<FileId, Diagnostic> {
    let path = VirtualPath::new(name).map_err(|_| Diagnostic::error("sheet-broken").with("reason", name))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

fn broken(faults: &[SourceDiagnostic]) -> Diagnostic {
    let reason = faults.first().map(|fault| fault.message.to_string()).unwrap_or_default();
    Diagnostic::error("sheet-broken").with("reason", reason)
}

/// The label of what a template marks.
const MARK: &str = "stop";

fn marks(document: &PagedDocument) -> Vec<(String, usize)> {
    let Some(label) = Label::new(PicoStr::intern(MARK)) else { return Vec::new() };
    let introspector = document.introspector();
    let mark = |content: &Content| {
        let Value::Str(name) = &content.to_packed::<MetadataElem>()?.value else { return None };
        let page = introspector.page(content.location()?)?;
        Some((name.as_str().to_owned(), page.get()))
    };
    introspector.query(&Selector::Label(label)).iter().filter_map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_marks_and_files_of_a_sheet() {
        let mut sheet = Sheet::new(
            "sheet.typ",
            "#set text(font: \"Golos Text\")\nҚостанай әғқңөұүһі #read(\"note.txt\")\n#pagebreak()\n#metadata(\"two\") <stop>\nб",
        )
        .expect("a sheet");
        assert_eq!(sheet.typeset().map_err(|error| error.code), Err("sheet-broken"), "the file is not there yet");
        sheet.add("note.txt", b"200 m".to_vec()).expect("a file");
        let document = sheet.typeset().expect("a document");
        assert!(document.bytes.starts_with(b"%PDF-"));
        assert_eq!((document.pages, document.marks), (2, vec![("two".to_owned(), 2)]));
        assert_eq!(sheet.typeset().map(|again| again.bytes == document.bytes), Ok(true));
    }

    /// Words in narrow columns are whole and lie beside one another, or it is said that there is no room.
    #[test]
    fn no_word_is_parted_or_wider_than_its_column() {
        let text = r#"
            #import "look.typ": letters, widest-word, widths
            #show: letters.with("ru")
            #let long = "перераспределение"
            #let say(holds) = [#metadata(if holds { "yes" } else { "no" }) <stop>]
            #context {
                let height(body) = measure(block(width: 20mm, body)).height
                say(height(long) == height("а"))
                let word = widest-word((long,), weight: 700)
                let (first, second, third) = widths((3, 1, auto), (("а",), ([#long а],), ("12 000",)), 60mm, 1mm)
                say(calc.abs((first + second + third - 60mm).pt()) < 0.001)
                say(calc.abs((second - word - 2mm).pt()) < 0.001)
                say(widths((1, 1), ((long,), (long,)), 40mm, 1mm) == none)
                // What a no-break space holds together is one word.
                say(widest-word(("12\u{a0}000",)) > widest-word(("12 000",)))
            }
        "#;
        let document = Sheet::new("sheet.typ", text).and_then(|sheet| sheet.typeset()).expect("a document");
        assert_eq!(document.marks.iter().map(|(holds, _)| holds.as_str()).collect::<Vec<_>>(), ["yes"; 5]);
    }

    #[test]
    fn every_font_is_read() {
        assert_eq!(LETTERS.fonts.len(), FONTS.len());
        assert!(LETTERS.book.contains_family("golos text"));
    }
}
