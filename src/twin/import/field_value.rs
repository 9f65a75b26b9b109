//! Values that people type into tables and forms: read by the attribute's type, taken over only if the attribute can hold them.

use crate::twin::model::feature::{Attribute, Feature, FieldKind, Value};
use crate::twin::model::names::{Language, Strings};
use crate::twin::model::origin::Origin;

/// What became of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Assigned {
    /// The feature has it now.
    Done,
    /// The layer has no such field.
    NoSuchField,
    /// The text is no value of the field: not a number, negative where that has no sense, too large, no known choice.
    OddValue,
}

/// Whether features of the layer have a field of that name: an attribute, or `name`, `name_kk`, `name_ru`, `name_en`.
pub(super) fn has_field<T: Feature>(field: &str) -> bool {
    name_slot(field).is_some() || attribute::<T>(field).is_some()
}

/// Gives a feature's field a value that was typed as text, and marks it as observed where its origin is kept.
pub(super) fn assign<T: Feature>(feature: &mut T, field: &str, text: &str, strings: &mut Strings) -> Assigned {
    if let Some(slot) = name_slot(field) {
        assign_name(feature, slot, text.trim(), strings);
        return Assigned::Done;
    }
    let Some(attribute) = attribute::<T>(field) else { return Assigned::NoSuchField };
    let Some(value) = value_from_text(attribute.field.kind, text.trim()) else { return Assigned::OddValue };
    // An attribute that cannot hold a value clamps or ignores it: then it does not come back from a fresh feature.
    let mut trial = T::default();
    (attribute.set)(&mut trial, &value, strings);
    if !is_same(&value, &(attribute.get)(&trial, strings)) {
        return Assigned::OddValue;
    }
    (attribute.set)(feature, &value, strings);
    if let Some(origin) = T::ATTRIBUTES.iter().find(|other| origin_of(other) == Some(field)) {
        (origin.set)(feature, &crate::twin::model::feature::choice_value(Origin::Observed), strings);
    }
    Assigned::Done
}

/// The attribute of that name; origins are not values that people give.
pub(super) fn attribute<T: Feature>(field: &str) -> Option<&'static Attribute<T>> {
    T::ATTRIBUTES.iter().find(|attribute| attribute.field.name == field && origin_of(attribute).is_none())
}

/// The name of the field whose origin an attribute tells, if it does.
pub(super) fn origin_of<T>(attribute: &Attribute<T>) -> Option<&'static str> {
    match attribute.field.kind {
        FieldKind::Choice("origin") => attribute.field.name.strip_suffix("_origin"),
        _ => None,
    }
}

/// Which of a feature's names a field is: the local one, or that of a language.
fn name_slot(field: &str) -> Option<Option<Language>> {
    match field {
        "name" => Some(None),
        "name_kk" => Some(Some(Language::Kazakh)),
        "name_ru" => Some(Some(Language::Russian)),
        "name_en" => Some(Some(Language::English)),
        _ => None,
    }
}

fn assign_name<T: Feature>(feature: &mut T, slot: Option<Language>, text: &str, strings: &mut Strings) {
    let mut name = feature.name();
    let id = strings.intern(text);
    match slot {
        None => name.local = id,
        Some(language) => name.by_language[language as usize] = id,
    }
    if name.local.is_empty() {
        name.local = name.by_language.into_iter().find(|id| !id.is_empty()).unwrap_or_default();
    }
    feature.set_name(name);
}

/// The value that a text is in a field of that type; an empty one is unknown.
pub(super) fn value_from_text(kind: FieldKind, text: &str) -> Option<Value> {
    if text.is_empty() && kind != FieldKind::Text {
        return Some(Value::Null);
    }
    match kind {
        FieldKind::Text => Some(Value::Text(text.to_owned())),
        FieldKind::Choice(_) => Some(Value::Text(choice_name(text))),
        FieldKind::Real => number_from_text(text).map(Value::Real),
        FieldKind::Flag => flag_from_text(text).map(|flag| Value::Integer(flag.into())),
        FieldKind::Integer => whole_number_from_text(text).map(Value::Integer),
    }
}

/// The stable name that people mean: `Arts_school` and `arts school` are `arts-school`.
pub(super) fn choice_name(text: &str) -> String {
    text.trim().to_lowercase().replace(['_', ' '], "-")
}

/// A finite number as people write it: decimal point or comma; blanks, no-break blanks or apostrophes between thousands.
pub(super) fn number_from_text(text: &str) -> Option<f64> {
    let mut plain: String = text
        .trim()
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '\'' | '’'))
        .map(|letter| if letter == '−' { '-' } else { letter })
        .collect();
    // With both marks the last one is the decimal one: `1,234.5`, `1.234,5`.
    match (plain.rfind(','), plain.rfind('.')) {
        (Some(comma), Some(point)) if comma < point => plain.retain(|letter| letter != ','),
        (Some(_), Some(_)) => plain.retain(|letter| letter != '.'),
        _ => {}
    }
    let plain = plain.replace(',', ".");
    let digits = plain.starts_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '+' | '.'));
    plain.parse().ok().filter(|number: &f64| digits && number.is_finite())
}

fn whole_number_from_text(text: &str) -> Option<i64> {
    // In a whole number a comma can only part thousands, and only three digits can follow it.
    let groups: Vec<&str> = text.split(',').collect();
    let thousands = groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3);
    let number = number_from_text(&if thousands { groups.concat() } else { text.to_owned() })?;
    (number.fract() == 0.0 && number.abs() < 9e15).then_some(number as i64)
}

fn flag_from_text(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "1" | "yes" | "true" | "да" | "иә" | "ия" => Some(true),
        "0" | "no" | "false" | "нет" | "жоқ" => Some(false),
        _ => None,
    }
}

/// Whether a value came back as it was given; lengths are held to the decimetre.
fn is_same(given: &Value, back: &Value) -> bool {
    match (given, back) {
        (Value::Real(given), Value::Real(back)) => (given - back).abs() <= 0.051,
        (Value::Text(given), Value::Null) => given.is_empty(),
        _ => given == back,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        for (text, expected) in [
            ("12", Some(12.0)),
            (" 12,5 ", Some(12.5)),
            ("1 234,5", Some(1234.5)),
            ("1\u{a0}234\u{202f}567", Some(1_234_567.0)),
            ("1,234.5", Some(1234.5)),
            ("1.234,5", Some(1234.5)),
            ("−3", Some(-3.0)),
            ("1e3", Some(1000.0)),
            ("nan", None),
            ("inf", None),
            ("-inf", None),
            ("1e999", None),
            ("12 m", None),
            ("", None),
            ("1,2,3", None),
        ] {
            assert_eq!(number_from_text(text), expected, "{text}");
        }
        assert_eq!(whole_number_from_text("210,000"), Some(210_000));
        assert_eq!(whole_number_from_text("210 000"), Some(210_000));
        assert_eq!(whole_number_from_text("12,5"), None);
    }
}
