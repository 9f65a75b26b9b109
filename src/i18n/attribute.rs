//! What the model says of itself, in words: choices, attributes with their values, findings.

use super::number::{Grouping, NO_BREAK, fixed, short};
use super::words::{Arg, Words};
use crate::twin::model::choice::Choice;
use crate::twin::model::feature::{Field, FieldKind, Value};
use crate::twin::model::quality::Finding;
use std::borrow::Cow;

/// Attributes in which zero stands for "not known".
const ZERO_IS_UNKNOWN: [&str; 3] = ["year", "shifts", "headway"];

impl Words {
    /// A value out of a closed set: message `<set>-<name>`.
    pub fn choice<C: Choice>(&self, value: C) -> Cow<'_, str> {
        self.get(&format!("{}-{}", C::SET, value.name()))
    }

    /// What was found in the data, with how often: message `finding-<name>`.
    pub fn finding(&self, finding: Finding, count: u64) -> String {
        self.format(&format!("finding-{}", finding.name()), &[("count", Arg::from(count))])
    }

    /// The name of an attribute: message `field-<name>`.
    pub fn field(&self, field: &Field) -> Cow<'_, str> {
        self.get(&format!("field-{}", field.name))
    }

    /// The name of a layer: message `layer-<name>`.
    pub fn layer(&self, layer: &str) -> Cow<'_, str> {
        self.get(&format!("layer-{layer}"))
    }

    /// An attribute's value as a reader wants it: choices and flags in words, numbers with their unit.
    pub fn value(&self, field: &Field, value: &Value) -> String {
        match (field.kind, value) {
            (_, Value::Null) => self.get("value-unknown").into_owned(),
            (FieldKind::Flag, Value::Integer(0)) => self.get("value-no").into_owned(),
            (FieldKind::Flag, Value::Integer(_)) => self.get("value-yes").into_owned(),
            (FieldKind::Choice(set), Value::Text(name)) => self.get(&format!("{set}-{name}")).into_owned(),
            (_, Value::Integer(0)) if ZERO_IS_UNKNOWN.contains(&field.name) => self.get("value-unknown").into_owned(),
            (_, Value::Integer(number)) if field.unit.is_empty() => fixed(self.language(), *number as f64, 0, Grouping::None),
            (_, Value::Integer(number)) => self.measured(*number as f64, 0, field.unit),
            (_, Value::Real(number)) if field.unit.is_empty() => short(self.language(), *number),
            (_, Value::Real(number)) => {
                let unit = self.format(&format!("unit-{}", field.unit), &[("count", Arg::Number(*number))]);
                format!("{}{NO_BREAK}{unit}", short(self.language(), *number))
            }
            (_, Value::Text(text)) => text.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::names::Language;

    fn check(field: (&'static str, FieldKind, &'static str), value: Value, expected: &str) {
        let field = Field { name: field.0, kind: field.1, unit: field.2 };
        assert_eq!(Words::new(Language::Russian).value(&field, &value), expected);
    }

    #[test]
    fn values_read_as_people_say_them() {
        check(("height", FieldKind::Real, "metres"), Value::Real(12.5), "12,5\u{a0}м");
        check(("population", FieldKind::Integer, "people"), Value::Integer(276_801), "276\u{a0}801\u{a0}человек");
        check(("capacity", FieldKind::Integer, "places"), Value::Integer(22), "22\u{a0}места");
        check(("year", FieldKind::Integer, ""), Value::Integer(1974), "1974");
        check(("year", FieldKind::Integer, ""), Value::Integer(0), "неизвестно");
        check(("bridge", FieldKind::Flag, ""), Value::Integer(1), "да");
        check(("usage", FieldKind::Choice("use"), ""), Value::Text("house".into()), "Частный жилой дом");
        check(("population", FieldKind::Integer, "people"), Value::Null, "неизвестно");
    }
}
