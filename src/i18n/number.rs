//! Numbers as each language writes them: `12 345,67` in Kazakh and Russian, `12,345.67` in English.

use crate::twin::model::names::Language;

/// A blank that no line breaks at: between groups of digits, and between a number and its unit.
pub const NO_BREAK: char = '\u{a0}';

/// How a language writes numbers.
#[derive(Clone, Copy)]
struct Marks {
    decimal: char,
    group: char,
}

/// Unicode CLDR: the decimal separator and the grouping separator.
fn marks(language: Language) -> Marks {
    match language {
        Language::Kazakh | Language::Russian => Marks { decimal: ',', group: NO_BREAK },
        Language::English => Marks { decimal: '.', group: ',' },
    }
}

/// Whether thousands are set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// `12 345`.
    Thousands,
    /// `2026`: years, versions, line numbers.
    None,
}

/// A number with exactly so many decimals.
pub fn fixed(language: Language, value: f64, decimals: usize, grouping: Grouping) -> String {
    if !value.is_finite() {
        return infinite(value).to_owned();
    }
    let digits = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let marks = marks(language);
    let mut text = String::with_capacity(digits.len() + 8);
    if value < 0.0 && digits.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        text.push('\u{2212}');
    }
    for (index, digit) in whole.chars().enumerate() {
        if grouping == Grouping::Thousands && index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(marks.group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(marks.decimal);
        text.push_str(fraction);
    }
    text
}

/// A number with as many decimals as it needs, two at most (or two digits that tell something, below one).
pub fn short(language: Language, value: f64) -> String {
    fixed(language, value, decimals_needed(value), Grouping::Thousands)
}

/// The number that [`short`] shows: what plural rules must go by.
pub fn shown(value: f64) -> f64 {
    if !value.is_finite() {
        return value;
    }
    format!("{value:.*}", decimals_needed(value)).parse().unwrap_or(value)
}

fn decimals_needed(value: f64) -> usize {
    const SMALLEST: f64 = 1e-6;
    let size = value.abs();
    let most = if (SMALLEST..1.0).contains(&size) { 1 + (-size.log10()).ceil() as usize } else { 2 };
    let text = format!("{size:.most$}");
    text.split_once('.').map_or(0, |(_, fraction)| fraction.trim_end_matches('0').len())
}

fn infinite(value: f64) -> &'static str {
    match value {
        _ if value.is_nan() => "–",
        _ if value > 0.0 => "∞",
        _ => "\u{2212}∞",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_the_language_writes_them() {
        for language in [Language::Kazakh, Language::Russian] {
            assert_eq!(fixed(language, 12_345.67, 2, Grouping::Thousands), "12\u{a0}345,67");
            assert_eq!(fixed(language, 1_234_567.0, 0, Grouping::Thousands), "1\u{a0}234\u{a0}567");
            assert_eq!(short(language, 0.5), "0,5");
        }
        assert_eq!(fixed(Language::English, 12_345.67, 2, Grouping::Thousands), "12,345.67");
        assert_eq!(fixed(Language::English, 2026.0, 0, Grouping::None), "2026");
        assert_eq!(fixed(Language::English, 999.0, 0, Grouping::Thousands), "999");
        assert_eq!(fixed(Language::English, -16.0, 0, Grouping::Thousands), "−16");
        assert_eq!(fixed(Language::English, -0.001, 2, Grouping::Thousands), "0.00");
        assert_eq!(fixed(Language::English, f64::NAN, 2, Grouping::Thousands), "–");
        assert_eq!(fixed(Language::English, f64::NEG_INFINITY, 0, Grouping::Thousands), "−∞");
    }

    #[test]
    fn a_short_number_has_the_decimals_that_it_needs() {
        for (value, expected) in
            [(3.0, "3"), (3.5, "3.5"), (2.71283, "2.71"), (0.1, "0.1"), (0.0123, "0.012"), (1e-9, "0"), (2.999_999, "3"), (0.0, "0")]
        {
            assert_eq!(short(Language::English, value), expected, "{value}");
        }
        assert_eq!(shown(2.999_999), 3.0);
        assert_eq!(shown(1e-9), 0.0);
    }
}
