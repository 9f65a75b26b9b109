//! Tables in a terminal: columns under one another.

/// The rows as lines; `is_number` says which columns stand to the right.
pub fn aligned<Row: AsRef<[String]>>(rows: &[Row], is_number: impl Fn(usize) -> bool) -> Vec<String> {
    let width = |column: usize| rows.iter().filter_map(|row| row.as_ref().get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..rows.first().map_or(0, |row| row.as_ref().len())).map(width).collect();
    let cell = |(column, (text, width)): (usize, (&String, &usize))| {
        if is_number(column) { format!("{text:>width$}") } else { format!("{text:<width$}") }
    };
    let line = |row: &Row| row.as_ref().iter().zip(&widths).enumerate().map(cell).collect::<Vec<_>>().join("  ").trim_end().to_owned();
    rows.iter().map(line).collect()
}
