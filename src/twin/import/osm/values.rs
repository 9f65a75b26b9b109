//! Reads the values of tags as people write them: lengths, speeds, counts, years, intervals.

/// A length in metres: "12", "12.5 m", "3,5", "40'", "40'6\"", "40 ft", "1.2 km", "~8".
pub fn metres(text: &str) -> Option<f64> {
    let text = text.trim().trim_start_matches(['~', '≈', '<', '>']).trim();
    if let Some((feet, inches)) = text.split_once('\'') {
        let inches = inches.trim().trim_end_matches(['"', '\'', '″']).trim();
        let inches = if inches.is_empty() { 0.0 } else { decimal(inches)? };
        return Some(decimal(feet)? * 0.3048 + inches * 0.0254);
    }
    let unit = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at(unit);
    let scale = match unit.trim().trim_end_matches('.').to_lowercase().as_str() {
        "" | "m" | "м" | "meter" | "meters" | "metre" | "metres" => 1.0,
        "km" | "км" => 1000.0,
        "cm" | "см" => 0.01,
        "ft" | "feet" | "foot" => 0.3048,
        "mi" => 1609.344,
        _ => return None,
    };
    Some(decimal(number)? * scale).filter(|metres| *metres >= 0.0)
}

/// A number with a decimal point or comma.
pub fn decimal(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

/// A count of residents: "63 000", "63,000", "63.000", "~1200".
pub fn count(text: &str) -> Option<u32> {
    let text = text.trim().trim_start_matches(['~', '≈']);
    let text = text.split(['(', ';']).next().unwrap_or(text).trim();
    let groups: Vec<&str> = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '\'' | '\u{a0}')).collect();
    let grouped = groups.len() == 1 || groups[1..].iter().all(|group| group.len() == 3);
    if grouped { groups.concat().parse().ok() } else { None }
}

/// The year of a date: "1968", "1968-05", "~1905", "early 1890s".
pub fn year(text: &str) -> Option<u16> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 4)?;
    digits.parse().ok().filter(|year| (1000..=2100).contains(year))
}

/// Minutes of an interval: "10", "00:10", "01:00:00", "PT15M".
pub fn minutes(text: &str) -> Option<u16> {
    let text = text.split(['-', ';']).next().unwrap_or(text).trim();
    if let Some(iso) = text.strip_prefix("PT") {
        return iso.strip_suffix('M').and_then(|minutes| minutes.parse().ok());
    }
    let parts: Vec<u32> = text.split(':').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let minutes = match parts[..] {
        [minutes] => minutes,
        [hours, minutes] => hours.checked_mul(60)?.checked_add(minutes)?,
        [hours, minutes, seconds] => hours.checked_mul(60)?.checked_add(minutes)?.checked_add(seconds / 60)?,
        _ => return None,
    };
    u16::try_from(minutes).ok().filter(|minutes| (1..=1440).contains(minutes))
}

/// Speed in the zone that a value such as "KZ:urban" names, by country and zone; `*` stands for any other country.
///
/// Traffic rules of Kazakhstan (№ 1196 of 2014), Russia (№ 1090), Germany (StVO).
const ZONES: [(&str, &str, u8); 14] = [
    ("DE", "urban", 50),
    ("DE", "rural", 100),
    ("KZ", "urban", 60),
    ("KZ", "rural", 100),
    ("KZ", "motorway", 140),
    ("RU", "urban", 60),
    ("RU", "rural", 90),
    ("RU", "motorway", 110),
    ("BY", "urban", 60),
    ("*", "urban", 50),
    ("*", "rural", 90),
    ("*", "motorway", 130),
    ("*", "trunk", 100),
    ("*", "living_street", 20),
];

/// A speed limit in km/h: "60", "60 km/h", "30 mph", "none", "walk", "KZ:urban", "DE:zone:30"; the least of several.
pub fn speed(text: &str) -> Option<u8> {
    text.split([';', '|']).filter_map(|one| single_speed(one.trim())).min()
}

fn single_speed(text: &str) -> Option<u8> {
    match text {
        "none" | "unlimited" => return Some(130),
        "walk" => return Some(5),
        _ => {}
    }
    if let Some((country, zone)) = text.split_once(':') {
        if zone == "walk" {
            return Some(5);
        }
        let known = ZONES.iter().find(|(c, z, _)| (*c == country || *c == "*") && *z == zone);
        return known.map(|(_, _, speed)| *speed).or_else(|| limit(zone.trim_start_matches(|c: char| !c.is_ascii_digit()), 1.0));
    }
    let unit = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at(unit);
    match unit.trim() {
        "" | "km/h" | "kmh" | "kph" | "км/ч" => limit(number, 1.0),
        "mph" => limit(number, 1.609_344),
        "knots" => limit(number, 1.852),
        _ => None,
    }
}

fn limit(number: &str, scale: f64) -> Option<u8> {
    let speed = (decimal(number)? * scale).round();
    (1.0..=255.0).contains(&speed).then_some(speed as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_as_people_write_them() {
        for (text, expected) in [
            ("12 m", Some(12.0)),
            ("12.5", Some(12.5)),
            ("3,5", Some(3.5)),
            ("40'", Some(12.192)),
            ("5'6\"", Some(1.6764)),
            ("10 ft", Some(3.048)),
            ("7 м", Some(7.0)),
            ("tall", None),
            ("-3", None),
            ("", None),
        ] {
            let metres = metres(text);
            let equal = match (metres, expected) {
                (Some(a), Some(b)) => (a - b).abs() < 1e-9,
                (a, b) => a == b,
            };
            assert!(equal, "{text}: {metres:?}");
        }
    }

    #[test]
    fn speeds_as_people_write_them() {
        for (text, expected) in [
            ("60", Some(60)),
            ("5 mph", Some(8)),
            ("KZ:urban", Some(60)),
            ("RU:urban", Some(60)),
            ("RU:rural", Some(90)),
            ("DE:urban", Some(50)),
            ("FR:urban", Some(50)),
            ("DE:zone:30", Some(30)),
            ("DE:zone30", Some(30)),
            ("KZ:living_street", Some(20)),
            ("walk", Some(5)),
            ("none", Some(130)),
            ("50;70", Some(50)),
            ("fast", None),
            ("9999", None),
        ] {
            assert_eq!(speed(text), expected, "{text}");
        }
    }

    #[test]
    fn counts_years_and_intervals() {
        for (text, expected) in [
            ("63 000", Some(63_000)),
            ("63,000", Some(63_000)),
            ("1.234.567", Some(1_234_567)),
            ("12", Some(12)),
            ("many", None),
            ("1.5", None),
        ] {
            assert_eq!(count(text), expected, "{text}");
        }
        assert_eq!((year("~1905"), year("1968-05-01"), year("C19")), (Some(1905), Some(1968), None));
        assert_eq!((minutes("10"), minutes("00:10"), minutes("01:00:00"), minutes("PT15M")), (Some(10), Some(10), Some(60), Some(15)));
        assert_eq!((minutes("often"), minutes("99:99:99:99")), (None, None));
    }
}
