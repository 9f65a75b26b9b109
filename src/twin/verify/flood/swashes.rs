//! Files of SWASHES, a library of analytic solutions of the shallow-water equations: a head in words, then a row a cell.

use super::super::cells::{self, Row};
use super::super::check::{Case, CaseKind, Check, Subject};
use super::MOST_SECONDS;
use super::dam_break::{self, Dam};
use super::steady::{self, Bed, Stream};
use crate::twin::diagnostic::Diagnostic;

/// A channel of MacDonald for which another program gives levels: 2 m²/s come in, 0.748324 m stand at the end.
const MACDONALD: Stream = Stream { flow: 2.0, depth: 0.748_324, roughness: 0.033 };

/// What the head of a file says, in words.
struct Head<'a>(&'a str);

impl Head<'_> {
    /// The first number after some words, on the line where they stand.
    fn number(&self, words: &str) -> Option<f64> {
        let lines = self.0.lines().filter(|line| line.starts_with('#'));
        let rest = lines.filter_map(|line| Some(line.split_once(words)?.1)).next()?;
        rest.split([' ', '=', ':']).find_map(|word| word.parse().ok())
    }

    /// The same, which has to be there.
    fn needed(&self, words: &'static str) -> Result<f64, Diagnostic> {
        self.number(words).ok_or_else(|| Diagnostic::error("verify-field-missing").with("field", words))
    }

    /// The line on which some words stand, counted from 1.
    fn line(&self, words: &str) -> usize {
        1 + self.0.lines().position(|line| line.starts_with('#') && line.contains(words)).unwrap_or(0)
    }

    /// Whether a word stands in the head, by itself.
    fn says(&self, word: &str) -> bool {
        let head = self.0.lines().filter(|line| line.starts_with('#'));
        head.flat_map(|line| line.split(|sign: char| !sign.is_alphabetic())).any(|known| known.eq_ignore_ascii_case(word))
    }

    /// Whether the solution is one that is run here, in one dimension, on the first of its domains.
    fn is_known(&self, kind: f64, choice: f64) -> Result<bool, Diagnostic> {
        let is_plain = self.needed("Dimension")? == 1.0 && self.needed("Domain")? == 1.0 && !MORE.iter().any(|word| self.says(word));
        let is_kind = |known: &(f64, f64, &str)| (known.0, known.1) == (kind, choice) && self.says(known.2);
        Ok(is_plain && KNOWN.iter().any(is_kind))
    }

    /// What to say of another one.
    fn unknown(&self) -> Diagnostic {
        let numbers = ["Dimension", "Type", "Domain", "Choice"].map(|words| self.number(words).unwrap_or(f64::NAN).to_string());
        Diagnostic::warning("verify-solution-unknown").with("solution", numbers.join(" "))
    }

    fn stream(&self) -> Result<Stream, Diagnostic> {
        let flow = self.needed("Imposed discharge")?;
        let depth = self.needed("Imposed water height")?;
        Ok(Stream { flow, depth, roughness: self.number("Manning's friction coefficient").unwrap_or(0.0) })
    }
}

/// Words of a head that say of a solution that there is more in it than is run here.
const MORE: [&str; 6] = ["shock", "jump", "rain", "rainfall", "diffusion", "darcy"];

/// The solutions that are run: type, choice, and a word that the head has for it.
const KNOWN: [(f64, f64, &str); 6] =
    [(1.0, 1.0, "subcritical"), (1.0, 4.0, "rest"), (1.0, 5.0, "rest"), (2.0, 2.0, "manning"), (3.0, 1.0, "dam"), (3.0, 2.0, "dam")];

/// Runs a file: dam breaks without friction, the subcritical bump, the lake at rest, MacDonald's subcritical channel.
///
/// # Errors
/// A file that is none; `verify-solution-unknown` for other solutions; what the model refuses.
pub fn file(name: &str, text: &str) -> Result<Vec<Check>, Diagnostic> {
    let head = Head(text);
    let (kind, choice) = (head.needed("Type")?, head.needed("Choice")?);
    if !head.is_known(kind, choice)? {
        return Err(head.unknown());
    }
    let rows = cells::whole(text, 4)?;
    let bed = Bed {
        name: name.to_owned(),
        side: head.needed("Space step")?,
        heights: rows.iter().map(|row| row.at(3) as f32).collect(),
        depths: rows.iter().map(|row| row.at(1)).collect(),
    };
    match (kind as i64, choice as i64) {
        (1, 1) => steady::bump(&bed, head.stream()?, head.needed("h+z")?),
        (1, 4 | 5) => steady::lake(&bed, head.needed("h+z")?),
        (2, 2) => steady::channel(&bed, head.stream()?),
        (3, 1 | 2) => dam(&head, &bed, &rows),
        _ => Err(head.unknown()),
    }
}

/// A dam that breaks: far from it the water stands as it did.
fn dam(head: &Head, bed: &Bed, rows: &[Row]) -> Result<Vec<Check>, Diagnostic> {
    let depth = |row: Option<&Row>| row.map_or(f64::NAN, |row| row.at(1));
    let (before, beyond) = (depth(rows.first()), depth(rows.last()));
    let dam = Dam { at: head.needed("Position of the dam")?, before, beyond, seconds: head.needed("Time value")? };
    // The solutions know no ends: once a wave has had the time to go from one to the other they say nothing.
    let most = (bed.side * rows.len() as f64 / dam.wave()).min(MOST_SECONDS);
    if dam.seconds > most {
        return Err(Diagnostic::error("verify-time-beyond").with("line", head.line("Time value")).with("seconds", most.floor()));
    }
    let source = if beyond > 0.0 { "Stoker, 1957" } else { "Ritter, 1892" };
    dam_break::checks(&Case::new(Subject::Flood, CaseKind::DamBreak, bed.name.as_str(), source), dam, bed.side, &bed.depths)
}

/// MacDonald's long channel with the levels of another program: place, height of the bed, level.
///
/// # Errors
/// A file that is none; what the model refuses.
pub fn levels(name: &str, text: &str) -> Result<Vec<Check>, Diagnostic> {
    let rows = cells::whole(text, 3)?;
    let [first, second, ..] = rows.as_slice() else { return Err(Diagnostic::error("verify-empty")) };
    let bed = Bed {
        name: name.to_owned(),
        side: second.at(0) - first.at(0),
        heights: rows.iter().map(|row| row.at(1) as f32).collect(),
        depths: rows.iter().map(|row| row.at(2) - row.at(1)).collect(),
    };
    steady::channel(&bed, MACDONALD)
}
