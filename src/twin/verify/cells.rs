//! Numbers in tables of research: rows of cells, each with its line, and which line is none.

use crate::twin::diagnostic::Diagnostic;

/// A row of numbers and the line on which it stands, counted from 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The line.
    pub line: usize,
    /// The numbers.
    pub numbers: Vec<f64>,
    /// Decimals with which the last number is written.
    pub decimals: usize,
}

/// Rows of a table of numbers, separated by commas, blanks or tabs. Empty lines and those that begin with `#` are none; so is a first row
/// without any number, which names columns.
///
/// A row of which a cell is no number, or that has less cells than so many, is the diagnostic `verify-row-odd` in its place. Behind those
/// cells a table may say by NaN that there is no value, as of the Froude number where it is dry.
pub fn rows(text: &str, least: usize) -> Vec<Result<Row, Diagnostic>> {
    let lines = (1..).zip(text.lines().map(str::trim)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let is_head = |place: usize, cells: &[&str]| place == 0 && cells.iter().all(|cell| cell.parse::<f64>().is_err());
    let split = lines.map(|(line, row)| (line, row.split([',', ' ', '\t']).filter(|cell| !cell.is_empty()).collect::<Vec<_>>()));
    let body = split.enumerate().filter(|(place, (_, cells))| !is_head(*place, cells));
    body.map(|(_, (line, cells))| row(line, &cells, least)).collect()
}

fn row(line: usize, cells: &[&str], least: usize) -> Result<Row, Diagnostic> {
    let number =
        |(column, cell): (usize, &&str)| cell.parse().ok().filter(|number: &f64| number.is_finite() || number.is_nan() && column >= least);
    let numbers: Option<Vec<f64>> = cells.iter().enumerate().map(number).collect();
    let numbers = numbers.filter(|numbers| numbers.len() >= least).ok_or_else(|| odd(line))?;
    let decimals = cells.last().and_then(|cell| cell.split_once('.')).map_or(0, |(_, fraction)| fraction.len());
    Ok(Row { line, numbers, decimals })
}

/// What to say of a line that is none.
pub fn odd(line: usize) -> Diagnostic {
    Diagnostic::error("verify-row-odd").with("line", line)
}

impl Row {
    /// A cell; not a number where the row is too short.
    pub fn at(&self, column: usize) -> f64 {
        self.numbers.get(column).copied().unwrap_or(f64::NAN)
    }

    /// Half of the last digit that the last number is written with, and a hair for what the number itself cannot hold.
    pub fn half_a_digit(&self) -> f64 {
        0.5 * 0.1_f64.powi(self.decimals.min(15) as i32) + 1e-9
    }
}

/// All rows of a table, or the first complaint about it.
///
/// # Errors
/// That of a row, and `verify-empty` of a table without any.
pub fn whole(text: &str, least: usize) -> Result<Vec<Row>, Diagnostic> {
    let rows = rows(text, least).into_iter().collect::<Result<Vec<Row>, Diagnostic>>()?;
    if rows.is_empty() { Err(Diagnostic::error("verify-empty")) } else { Ok(rows) }
}
