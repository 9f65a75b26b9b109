//! Rows for spreadsheets: values between commas, numbers plain as every program reads them.

/// Rows of the same length as CSV, without a line break at the end.
pub fn to_csv(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory fails for rows of different lengths only, and these are alike.
    rows.into_iter().for_each(|row| _ = writer.write_record(row));
    writer.into_inner().map(|bytes| String::from_utf8_lossy(&bytes).trim_end().to_owned()).unwrap_or_default()
}

/// A number; nothing where nobody knows it.
pub fn plain(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_set_apart_and_what_nobody_knows_is_left_out() {
        let row = |name: &str, value| vec![name.to_owned(), plain(value)];
        assert_eq!(to_csv([row("a, b", Some(0.5)), row("\"c\"", None)]), "\"a, b\",0.5\n\"\"\"c\"\"\",");
        assert_eq!(to_csv([]), "");
    }
}
