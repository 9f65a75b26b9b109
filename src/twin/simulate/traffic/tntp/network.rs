//! Networks in TNTP: a row a link, `from to capacity length free_flow_time b power speed toll type ;`.

use super::{MOST_NODES, Row, Sheet, Tally};
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::simulate::traffic::network::{RoadLink, RoadNetwork};

/// Columns that a link must have: what stands behind them is 0 where it is left out.
const NEEDED: usize = 7;

/// Columns that tell what a link costs: nodes, capacity, length, time, b, power, speed, toll.
const READ: usize = 9;

/// Rows that are left out.
#[derive(Default)]
struct Flaws {
    unreadable: Tally,
    odd: Tally,
    unknown_node: Tally,
}

/// Reads a network. Rows that cannot be used are left out and named; what the header does not say is taken from the rows.
pub fn read_network(text: &str) -> Report<RoadNetwork> {
    let sheet = Sheet::new(text);
    let mut notes = Vec::new();
    let (zones, nodes) = (sheet.count("NUMBER OF ZONES"), sheet.count("NUMBER OF NODES"));
    for (value, field) in [(zones, "NUMBER OF ZONES"), (nodes, "NUMBER OF NODES")] {
        if value.is_none() {
            notes.push(Diagnostic::warning("tntp-header-missing").with("field", field));
        }
    }
    let mut flaws = Flaws::default();
    let most = nodes.map_or(MOST_NODES, |nodes| nodes.max(zones.unwrap_or(0)));
    let links: Vec<RoadLink> = sheet.rows.iter().filter_map(|&row| read_link(row, most, &mut flaws)).collect();
    notes.extend(flaws.unreadable.told(Diagnostic::warning("tntp-links-unreadable")));
    notes.extend(flaws.odd.told(Diagnostic::warning("tntp-links-odd")));
    notes.extend(flaws.unknown_node.told(Diagnostic::warning("tntp-links-node-unknown").with("most", most)));
    if links.is_empty() {
        notes.push(Diagnostic::error("tntp-without-links"));
    }
    if let Some(said) = sheet.count("NUMBER OF LINKS").filter(|&said| said != sheet.rows.len()) {
        notes.push(Diagnostic::warning("tntp-link-count").with("said", said).with("found", sheet.rows.len()));
    }
    let used = links.iter().map(|link| link.from.max(link.to) as usize + 1).max().unwrap_or(0);
    let nodes = if nodes.is_some() { most } else { used.max(zones.unwrap_or(0)) };
    let first_through_node = sheet.count("FIRST THRU NODE").unwrap_or(0).saturating_sub(1).min(nodes);
    Report { value: RoadNetwork { zones: zones.unwrap_or(nodes), nodes, first_through_node, links }, notes }
}

fn read_link((line, row): Row, most: usize, flaws: &mut Flaws) -> Option<RoadLink> {
    let columns = row.split(|letter: char| letter.is_whitespace() || letter == ';').filter(|column| !column.is_empty());
    let numbers: Option<Vec<f64>> = columns.take(READ).map(|column| column.parse().ok()).collect();
    let Some(mut numbers) = numbers.filter(|numbers| numbers.len() >= NEEDED) else {
        flaws.unreadable.add(line);
        return None;
    };
    numbers.resize(READ, 0.0);
    // The speed is not used, so it may be odd.
    let is_odd = |(column, number): (usize, &f64)| column != 7 && (!number.is_finite() || *number < 0.0);
    if numbers.iter().enumerate().any(is_odd) {
        flaws.odd.add(line);
        return None;
    }
    let is_node = |number: f64| number.fract() == 0.0 && (1.0..=most as f64).contains(&number);
    if !(is_node(numbers[0]) && is_node(numbers[1])) {
        flaws.unknown_node.add(line);
        return None;
    }
    Some(RoadLink {
        from: numbers[0] as u32 - 1,
        to: numbers[1] as u32 - 1,
        capacity: numbers[2],
        length: numbers[3],
        free_flow_time: numbers[4],
        b: numbers[5],
        power: numbers[6],
        speed: numbers[7],
        toll: numbers[8],
        closed: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(report: &Report<RoadNetwork>) -> Vec<String> {
        report.notes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_network_is_read() {
        let text = "\u{feff}<NUMBER OF ZONES> 2\t\r\n<number of nodes> 3\r\n<FIRST THRU NODE> 3\r\n<NUMBER OF LINKS> 2\r\n<END OF METADATA>\r\n\
                    ~ \tfrom\tto\t;\r\n\t1\t3\t10\t5\t2\t0.15\t4\t0\t1.5\t1\t;\r\n\t3\t2\t1e2\t5\t2.5\t0\t0\t0\t0\t1;\r\n";
        let report = read_network(text);
        assert_eq!(codes(&report), Vec::<String>::new());
        let network = report.value;
        assert_eq!((network.zones, network.nodes, network.first_through_node, network.links.len()), (2, 3, 2, 2));
        let expected = RoadLink {
            from: 0,
            to: 2,
            capacity: 10.0,
            length: 5.0,
            free_flow_time: 2.0,
            b: 0.15,
            power: 4.0,
            toll: 1.5,
            ..RoadLink::default()
        };
        assert_eq!(network.links[0], expected);
        assert_eq!((network.links[1].capacity, network.links[1].free_flow_time), (100.0, 2.5));
    }

    #[test]
    fn flaws_are_counted_and_the_rest_is_used() {
        let text = "<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 2\n<NUMBER OF LINKS> 9\n<END OF METADATA>\n\
                    1 2 10 5 2 0.15 4 0 0 1 ;\n1 2 x 5 2 0.15 4 0 0 1 ;\n1 2 10\n1 2 NaN 5 2 0.15 4 0 0 1 ;\n1 2 10 5 -2 0.15 4 0 0 1 ;\n1 7 10 5 2 0.15 4 0 0 1 ;\n";
        let report = read_network(text);
        let expected = [
            "tntp-links-unreadable count=2 line=6",
            "tntp-links-odd count=2 line=8",
            "tntp-links-node-unknown most=2 count=1 line=10",
            "tntp-link-count said=9 found=6",
        ];
        assert_eq!(codes(&report), expected);
        assert_eq!(report.value.links.len(), 1);
    }

    #[test]
    fn without_a_header_the_links_tell_the_nodes() {
        let report = read_network("1 5 10 5 2 0.15 4\n5 1 10 5 2 0.15 4\n");
        assert_eq!((report.value.nodes, report.value.zones, report.value.first_through_node), (5, 5, 0));
        assert_eq!(codes(&report).len(), 2);
        assert_eq!(codes(&read_network("")).last().map(String::as_str), Some("tntp-without-links"));
        assert_eq!(read_network("<NUMBER OF NODES> 99999999999999\n1 2 10 5 2 0.15 4\n").value.nodes, 2);
    }
}
