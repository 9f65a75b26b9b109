//! Lengths, areas, sizes of files and dates in words.

use super::number::NO_BREAK;
use super::words::{Arg, Words};

impl Words {
    /// A length: `8,5 м`, `850 м`, `12,4 км`, `120 км`.
    pub fn length(&self, metres: f64) -> String {
        match metres.abs() {
            size if size < 9.95 => self.measured(metres, 1, "metres"),
            size if size < 999.5 => self.measured(metres, 0, "metres"),
            size if size < 99_950.0 => self.measured(metres / 1e3, 1, "kilometres"),
            _ => self.measured(metres / 1e3, 0, "kilometres"),
        }
    }

    /// An area: `850 м²`, `12,4 га`, `196 001 км²`.
    pub fn area(&self, square_metres: f64) -> String {
        match square_metres.abs() {
            size if size < 9_999.5 => self.measured(square_metres, 0, "square-metres"),
            size if size < 999_500.0 => self.measured(square_metres / 1e4, 1, "hectares"),
            size if size < 99_950_000.0 => self.measured(square_metres / 1e6, 1, "square-kilometres"),
            _ => self.measured(square_metres / 1e6, 0, "square-kilometres"),
        }
    }

    /// The size of a file, in steps of a thousand: `512 Б`, `1,4 МБ`.
    pub fn file_size(&self, bytes: u64) -> String {
        let size = bytes as f64;
        match bytes {
            0..1_000 => self.measured(size, 0, "bytes"),
            1_000..999_500 => self.measured(size / 1e3, 0, "kilobytes"),
            999_500..999_950_000 => self.measured(size / 1e6, 1, "megabytes"),
            _ => self.measured(size / 1e9, 1, "gigabytes"),
        }
    }

    /// A day: `2026 ж. 21 маусым`, `21 июня 2026 г.`, `21 June 2026`.
    pub fn date(&self, date: jiff::civil::Date) -> String {
        let month = self.get(&format!("month-{}", date.month())).into_owned();
        let args = [("year", date.year().to_string()), ("month", month), ("day", date.day().to_string())];
        self.format("date", &args.map(|(name, text)| (name, Arg::Text(text))))
    }

    /// A day and an hour: `21 June 2026, 09:00`.
    pub fn moment(&self, moment: jiff::civil::DateTime) -> String {
        format!("{}, {:02}:{:02}", self.date(moment.date()), moment.hour(), moment.minute())
    }

    /// A number with so many decimals and its unit.
    pub fn measured(&self, value: f64, decimals: usize, unit: &str) -> String {
        let unit = self.format(&format!("unit-{unit}"), &[("count", Arg::Number(value))]);
        format!("{}{NO_BREAK}{unit}", self.number(value, decimals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::names::Language::{English, Kazakh, Russian};

    #[test]
    fn quantities_choose_the_unit_that_reads_best() {
        let (kk, ru, en) = (Words::new(Kazakh), Words::new(Russian), Words::new(English));
        assert_eq!(en.length(850.0), "850\u{a0}m");
        assert_eq!(ru.length(12_400.0), "12,4\u{a0}км");
        assert_eq!(kk.length(8.5), "8,5\u{a0}м");
        assert_eq!(en.length(999.7), "1.0\u{a0}km");
        assert_eq!(en.length(9.97), "10\u{a0}m");
        assert_eq!(ru.length(1_234_000.0), "1\u{a0}234\u{a0}км");
        assert_eq!(kk.area(850.0), "850\u{a0}м²");
        assert_eq!(ru.area(124_000.0), "12,4\u{a0}га");
        assert_eq!(en.area(196_001e6), "196,001\u{a0}km²");
        assert_eq!(en.file_size(512), "512\u{a0}B");
        assert_eq!(ru.file_size(1_400_000), "1,4\u{a0}МБ");
        assert_eq!(en.file_size(999_999), "1.0\u{a0}MB");
    }

    #[test]
    fn a_day_reads_as_people_write_it() {
        let date = jiff::civil::date(2026, 6, 21);
        assert_eq!(Words::new(Kazakh).date(date), "2026\u{a0}ж. 21\u{a0}маусым");
        assert_eq!(Words::new(Russian).date(date), "21\u{a0}июня 2026\u{a0}г.");
        assert_eq!(Words::new(English).date(date), "21\u{a0}June 2026");
    }
}
