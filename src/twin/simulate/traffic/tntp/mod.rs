//! TNTP, the text form in which networks and trip tables of research are published (Bar-Gera, Transportation Networks).

pub mod network;
pub mod trips;

pub use network::read_network;
pub use trips::read_trips;

use crate::twin::diagnostic::Diagnostic;

/// Nodes and zones that a header may speak of: more are a flaw of the file, not a network.
const MOST_NODES: usize = 2_000_000;

/// A line that is neither of the header nor a comment, with its number.
type Row<'a> = (usize, &'a str);

/// What the header says, and the rows below it.
struct Sheet<'a> {
    header: Vec<(&'a str, &'a str)>,
    rows: Vec<Row<'a>>,
}

impl<'a> Sheet<'a> {
    fn new(text: &'a str) -> Self {
        let mut sheet = Self { header: Vec::new(), rows: Vec::new() };
        for (line, number) in text.trim_start_matches('\u{feff}').lines().zip(1..) {
            let line = line.split('~').next().unwrap_or_default().trim();
            match line.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
                Some((name, value)) => sheet.header.push((name.trim(), value.trim())),
                None if line.is_empty() => {}
                None => sheet.rows.push((number, line)),
            }
        }
        sheet
    }

    /// A count of the header; none where it is missing or is no count.
    fn count(&self, name: &str) -> Option<usize> {
        self.number(name).filter(|count| count.fract() == 0.0 && (0.0..=MOST_NODES as f64).contains(count)).map(|count| count as usize)
    }

    /// A number of the header.
    fn number(&self, name: &str) -> Option<f64> {
        let (_, value) = self.header.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        value.split_whitespace().next()?.parse().ok()
    }
}

/// How often a flaw was met, and where first.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    count: usize,
    line: usize,
}

impl Tally {
    fn add(&mut self, line: usize) {
        if self.count == 0 {
            self.line = line;
        }
        self.count += 1;
    }

    /// The note about that flaw, where it was met.
    fn told(self, note: Diagnostic) -> Option<Diagnostic> {
        (self.count > 0).then(|| note.with("count", self.count).with("line", self.line))
    }
}
