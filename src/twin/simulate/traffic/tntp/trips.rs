//! Trip tables in TNTP: `Origin 1`, and below it `destination : trips;` as often as there are destinations.

use super::{Sheet, Tally};
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::simulate::traffic::demand::TripTable;

/// A total that differs by less than this share was rounded.
const ROUNDED: f64 = 1e-3;

/// Entries that are left out.
#[derive(Default)]
struct Flaws {
    unreadable: Tally,
    odd: Tally,
    unknown_zone: Tally,
}

/// Reads a trip table of a network with so many zones. Entries that cannot be used are left out and named.
pub fn read_trips(text: &str, zones: usize) -> Report<TripTable> {
    let sheet = Sheet::new(text);
    let (mut flaws, mut entries, mut origin, mut origins) = (Flaws::default(), Vec::new(), None, 0);
    for &(line, row) in &sheet.rows {
        if let Some(name) = row.get(..6).filter(|word| word.eq_ignore_ascii_case("origin")).map(|word| &row[word.len()..]) {
            origin = zone(name, zones, line, &mut flaws);
            origins += 1;
            continue;
        }
        for entry in row.split(';').map(str::trim).filter(|entry| !entry.is_empty()) {
            entries.extend(read_entry(entry, origin, zones, line, &mut flaws));
        }
    }
    let mut notes = Vec::new();
    if origins == 0 {
        notes.push(Diagnostic::error("tntp-without-origins"));
    }
    if let Some(said) = sheet.count("NUMBER OF ZONES").filter(|&said| said != zones) {
        notes.push(Diagnostic::warning("tntp-zones-differ").with("said", said).with("found", zones));
    }
    notes.extend(flaws.unreadable.told(Diagnostic::warning("tntp-trips-unreadable")));
    notes.extend(flaws.odd.told(Diagnostic::warning("tntp-trips-odd")));
    notes.extend(flaws.unknown_zone.told(Diagnostic::warning("tntp-trips-zone-unknown").with("most", zones)));
    let total: f64 = entries.iter().map(|(_, _, count)| count).sum();
    if let Some(said) = sheet.number("TOTAL OD FLOW").filter(|said| (said - total).abs() > ROUNDED * total.max(1.0)) {
        notes.push(Diagnostic::warning("tntp-trips-total").with("said", said).with("found", total));
    }
    Report { value: TripTable::new(entries), notes }
}

fn read_entry(entry: &str, origin: Option<u32>, zones: usize, line: usize, flaws: &mut Flaws) -> Option<(u32, u32, f64)> {
    let parts = entry.split_once(':').and_then(|(destination, count)| Some((destination, count.trim().parse::<f64>().ok()?)));
    let Some((destination, count)) = parts else {
        flaws.unreadable.add(line);
        return None;
    };
    let destination = zone(destination, zones, line, flaws)?;
    if !count.is_finite() || count < 0.0 {
        flaws.odd.add(line);
        return None;
    }
    // Entries of an origin that is not there are left out with it.
    Some((origin?, destination, count))
}

/// A zone by its number, which begins at 1.
fn zone(name: &str, zones: usize, line: usize, flaws: &mut Flaws) -> Option<u32> {
    let Ok(number) = name.trim().parse::<u64>() else {
        flaws.unreadable.add(line);
        return None;
    };
    if !(1..=zones as u64).contains(&number) {
        flaws.unknown_zone.add(line);
        return None;
    }
    Some(number as u32 - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::simulate::traffic::demand::Trips;

    fn codes(text: &str, zones: usize) -> Vec<String> {
        read_trips(text, zones).notes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_table_is_read() {
        let text = "<NUMBER OF ZONES> 3\n<TOTAL OD FLOW> 10.5\n<END OF METADATA>\n\nOrigin \t1 \n 1 : 1.0; 2 :\t2.5;\n3 : 3;\nOrigin 3\n2 : 4.0;\n";
        let report = read_trips(text, 3);
        assert_eq!(report.notes, []);
        assert_eq!(report.value.from(0), [Trips { destination: 1, count: 2.5 }, Trips { destination: 2, count: 3.0 }]);
        assert_eq!(report.value.total(), 9.5);
    }

    #[test]
    fn flaws_are_counted_and_the_rest_is_used() {
        let text =
            "<NUMBER OF ZONES> 4\n<TOTAL OD FLOW> 99\nOrigin 1\n2 : 5; 2 5; x : 1; 3 : y;\n9 : 1; 2 : NaN; 3 : -1;\nOrigin 8\n1 : 7;\n";
        let expected = [
            "tntp-zones-differ said=4 found=3",
            "tntp-trips-unreadable count=3 line=4",
            "tntp-trips-odd count=2 line=5",
            "tntp-trips-zone-unknown most=3 count=2 line=5",
            "tntp-trips-total said=99 found=5",
        ];
        assert_eq!(codes(text, 3), expected);
        assert_eq!(codes("1 : 5;", 3), ["tntp-without-origins"]);
    }
}
