//! Months of the calendar: what plans are told in.

use crate::twin::diagnostic::Diagnostic;
use crate::twin::text::form::Form;
use crate::twin::text::readable::{Readable, Reader};
use crate::twin::text::tree::{Node, Value};
use crate::twin::text::writable::Writable;
use std::fmt;

/// Years that plans may lie in.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2200;

/// A month of a year; designers write `"2027-03"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// Months since January of the year 0.
    count: u32,
}

impl Month {
    /// January of a year.
    pub fn january(year: u32) -> Self {
        Self { count: year.saturating_mul(12) }
    }

    /// December of a year.
    pub fn december(year: u32) -> Self {
        Self { count: year.saturating_mul(12).saturating_add(11) }
    }

    /// The month that a moment lies in, told in years: 2027.5 lies in July 2027.
    pub fn at(moment: f64) -> Self {
        // What is no number is the year 0.
        Self { count: (moment * 12.0 + 1e-6).floor() as u32 }
    }

    /// The moment at which it begins, told in years.
    pub fn moment(self) -> f64 {
        f64::from(self.count) / 12.0
    }

    /// The month of a text such as `2027-03`; a year alone is its January.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.trim().split_once('-').unwrap_or((text.trim(), "1"));
        let year: u32 = year.parse().ok().filter(|year| YEARS.contains(year))?;
        let month: u32 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        Some(Self::january(year).after(month - 1))
    }

    /// The year.
    pub fn year(self) -> u32 {
        self.count / 12
    }

    /// Which month of the year, from 1.
    pub fn number(self) -> u32 {
        self.count % 12 + 1
    }

    /// So many months later.
    #[must_use]
    pub fn after(self, months: u32) -> Self {
        Self { count: self.count.saturating_add(months) }
    }

    /// The month before it.
    #[must_use]
    pub fn before(self) -> Self {
        Self { count: self.count.saturating_sub(1) }
    }

    /// Months from it until another; none where that is not later.
    pub fn until(self, end: Self) -> u32 {
        end.count.saturating_sub(self.count)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.year(), self.number())
    }
}

impl Readable for Month {
    fn form() -> Form {
        Form::Text
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let text = String::read(value, reader)?;
        let month = Self::parse(&text);
        if month.is_none() {
            reader.fault(&value.span, Diagnostic::error("not-a-month").with("text", text));
        }
        month
    }
}

impl Writable for Month {
    fn to_node(&self) -> Node {
        Node::Text(self.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::read;

    #[test]
    fn months_are_read_counted_and_written() {
        let march = Month::parse("2027-03").expect("a month");
        assert_eq!((march.year(), march.number(), march.to_string()), (2027, 3, "2027-03".to_owned()));
        assert_eq!(march.after(10), Month::january(2028));
        assert_eq!(march.until(Month::december(2027)), 9);
        assert_eq!(march.until(Month::january(2027)), 0);
        assert_eq!(Month::parse("2027"), Some(Month::january(2027)));
    }

    #[test]
    fn every_month_is_found_again_by_its_moment() {
        let mut month = Month::january(2020);
        for _ in 0..600 {
            assert_eq!(Month::at(month.moment()), month);
            month = month.after(1);
        }
        assert_eq!((Month::at(2027.5), Month::at(f64::NAN)), (Month::january(2027).after(6), Month::default()));
    }

    #[test]
    fn what_is_no_month_is_told() {
        for odd in ["", "soon", "2027-13", "2027-00", "1-1", "2027-3-1", "99999-01"] {
            assert_eq!(Month::parse(odd), None, "{odd}");
        }
        let told = |text| read::<Month>(text).1.iter().map(|fault| fault.diagnostic.to_string()).collect::<Vec<_>>();
        assert_eq!(told("\"2027-13\""), ["not-a-month text=2027-13"]);
        assert_eq!(told("2027"), ["text-value-wanted form=text"]);
    }
}
