//! From a tree to values of our types, with every fault of form told at its place.

use super::fault::{Fault, Span};
use super::form::{FieldSpec, Form, RecordSpec};
use super::nearest::nearest;
use super::tree::{Group, Node, Value, Word};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::choice::Choice;
use crate::twin::model::local_text::LocalText;
use std::collections::BTreeMap;
use std::ops::Deref;

/// A type that designers write values of.
pub trait Readable: Sized {
    /// What is written.
    fn form() -> Form;

    /// The value; where it has none the reader has a fault.
    fn read(value: &Value, reader: &mut Reader) -> Option<Self>;

    /// The value that a variant holds: what stands alone in its parentheses. Records hold its fields themselves.
    fn read_held(group: &Value, reader: &mut Reader) -> Option<Self> {
        match &group.node {
            Node::Group(Group { fields, items, .. }) if fields.is_empty() && items.len() == 1 => Self::read(&items[0], reader),
            _ => reader.wanted(group, &Self::form()),
        }
    }

    /// The value where a field is not written.
    fn absent() -> Option<Self> {
        None
    }
}

/// A value that remembers where it was written, for complaints that only later can be made. Equal if the values are.
#[derive(Clone, Debug, Default)]
pub struct Spot<T> {
    /// The value.
    pub value: T,
    /// Where it was written.
    pub span: Span,
}

impl<T> Spot<T> {
    /// A value that no text was read for.
    pub fn new(value: T) -> Self {
        Self { value, span: 0..0 }
    }
}

impl<T> Deref for Spot<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for Spot<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// Gathers faults while values are read.
#[derive(Debug, Default)]
pub struct Reader {
    /// What was found so far.
    pub faults: Vec<Fault>,
}

impl Reader {
    /// Adds a fault.
    pub fn fault(&mut self, span: &Span, diagnostic: Diagnostic) {
        self.faults.push(Fault { span: span.clone(), diagnostic });
    }

    /// Says what should stand in the place of a value; nothing where the value itself is at fault already.
    pub fn wanted<T>(&mut self, value: &Value, form: &Form) -> Option<T> {
        if value.node != Node::Broken {
            let diagnostic = match form {
                Form::Choice(_, names) => Diagnostic::error("text-name-wanted").with("known", names.join(", ").replace('-', "_")),
                Form::Variants(_, variants) => {
                    let names: Vec<&str> = variants.iter().map(|(name, _)| *name).collect();
                    Diagnostic::error("text-name-wanted").with("known", names.join(", "))
                }
                form => Diagnostic::error("text-value-wanted").with("form", form.key().trim_start_matches("form-")),
            };
            self.fault(&value.span, diagnostic);
        }
        None
    }

    /// Says that a name is not known, what names are, and which may be meant.
    pub fn unknown<T>(&mut self, word: &Word, known: &[&str]) -> Option<T> {
        self.fault(&word.span, unknown_name(Diagnostic::error("text-name-unknown"), &word.text, known));
        None
    }

    /// Sees to it that a name stands alone.
    pub fn alone(&mut self, value: &Value) -> Option<()> {
        if lone_name(value).is_some() { Some(()) } else { self.wanted(value, &Form::Nothing) }
    }

    /// The fields of a record, whose names are checked.
    pub fn fields<'a>(&mut self, value: &'a Value, spec: &'static RecordSpec) -> Option<Fields<'a>> {
        let Node::Group(group) = &value.node else { return self.wanted(value, &Form::Record(spec)) };
        if !group.items.is_empty() {
            return self.wanted(value, &Form::Record(spec));
        }
        let is_written = |name: &str| group.fields.iter().any(|(word, _)| word.text == name);
        let mut values = BTreeMap::new();
        for (word, value) in &group.fields {
            if !spec.fields.iter().any(|field| field.name == word.text) {
                let known: Vec<&str> = spec.fields.iter().map(|field| field.name).collect();
                self.fault(&word.span, unknown_name(Diagnostic::error("text-field-unknown"), &word.text, &known));
                // It is read as what is meant: so it is told of once, and what stands in it is checked too.
                if let Some(meant) = nearest(&word.text, known.iter().copied()).filter(|meant| !is_written(meant)) {
                    values.insert(meant, value);
                }
            } else if values.contains_key(word.text.as_str()) {
                self.fault(&word.span, Diagnostic::error("text-field-repeated").with("name", word.text.as_str()));
            } else {
                values.insert(word.text.as_str(), value);
            }
        }
        Some(Fields { values, at: group.name.as_ref().map_or(value.span.start..value.span.start + 1, |name| name.span.clone()) })
    }
}

/// The diagnostic with the known name that may be meant, if there is one.
pub fn suggest(diagnostic: Diagnostic, name: &str, known: &[&str]) -> Diagnostic {
    match nearest(name, known.iter().copied()) {
        Some(meant) => diagnostic.with("suggestion", meant),
        None => diagnostic,
    }
}

/// A complaint about a name that nobody knows: with all that are known, and the one that may be meant.
pub fn unknown_name(complaint: Diagnostic, name: &str, known: &[&str]) -> Diagnostic {
    suggest(complaint.with("name", name).with("known", known.join(", ")), name, known)
}

/// The fields of a record as they are written.
pub struct Fields<'a> {
    values: BTreeMap<&'a str, &'a Value>,
    /// Where a missing field is told of.
    at: Span,
}

impl Fields<'_> {
    /// The value of a field; where it is not written `default`, else what the type has for absent ones.
    pub fn take<T: Readable>(&self, name: &'static str, default: Option<T>, reader: &mut Reader) -> Option<T> {
        if let Some(value) = self.values.get(name) {
            return T::read(value, reader);
        }
        let absent = default.or_else(T::absent);
        if absent.is_none() {
            reader.fault(&self.at, Diagnostic::error("text-field-missing").with("name", name));
        }
        absent
    }
}

impl Readable for f64 {
    fn form() -> Form {
        Form::Number
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        if let Node::Number(number) = value.node { Some(number) } else { reader.wanted(value, &Self::form()) }
    }
}

impl Readable for u32 {
    fn form() -> Form {
        Form::Whole
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        match value.node {
            Node::Number(number) if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) => Some(number as u32),
            _ => reader.wanted(value, &Self::form()),
        }
    }
}

impl Readable for bool {
    fn form() -> Form {
        Form::Truth
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        if let Node::Truth(truth) = value.node { Some(truth) } else { reader.wanted(value, &Self::form()) }
    }
}

impl Readable for String {
    fn form() -> Form {
        Form::Text
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        if let Node::Text(text) = &value.node { Some(text.clone()) } else { reader.wanted(value, &Self::form()) }
    }
}

impl<T: Readable> Readable for Spot<T> {
    fn form() -> Form {
        T::form()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        Some(Spot { value: T::read(value, reader)?, span: value.span.clone() })
    }
}

impl<T: Readable> Readable for Option<T> {
    fn form() -> Form {
        T::form()
    }

    /// `None`, a value, or `Some(value)`, where the fields of a record need no parentheses of their own.
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        match &value.node {
            Node::Group(Group { name: Some(name), .. }) if name.text == "None" => Some(None),
            Node::Group(Group { name: Some(name), .. }) if name.text == "Some" => match value.node.in_some() {
                Some(inner) => T::read(inner, reader).map(Some),
                None => T::read_held(value, reader).map(Some),
            },
            _ => T::read(value, reader).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Readable> Readable for Vec<T> {
    fn form() -> Form {
        Form::List(Box::new(T::form()))
    }

    /// What can be read of a list: an item at fault leaves the others.
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let Node::List(items) = &value.node else { return reader.wanted(value, &Self::form()) };
        Some(items.iter().filter_map(|item| T::read(item, reader)).collect())
    }
}

/// The name that stands alone at a value.
fn lone_name(value: &Value) -> Option<&Word> {
    let Node::Group(Group { name: Some(name), fields, items }) = &value.node else { return None };
    (fields.is_empty() && items.is_empty()).then_some(name)
}

/// The names of a closed set as designers write them: `school_places`.
pub fn written_names<T: Choice>() -> Vec<String> {
    T::ALL.iter().map(|value| value.name().replace('-', "_")).collect()
}

/// A value out of a closed set, by its name.
pub fn read_choice<T: Choice>(value: &Value, reader: &mut Reader) -> Option<T> {
    let names = written_names::<T>();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match lone_name(value) {
        Some(word) => T::from_name(&word.text.replace('_', "-")).or_else(|| reader.unknown(word, &names)),
        None => reader.wanted(value, &Form::Choice(T::SET, T::ALL.iter().map(|value| value.name()).collect())),
    }
}

/// Declares sets whose values designers write, and the program too.
#[macro_export]
macro_rules! readable_choices {
    ($($Type:ty),* $(,)?) => {$(
        impl $crate::twin::text::Readable for $Type {
            fn form() -> $crate::twin::text::form::Form {
                use $crate::twin::model::choice::Choice;
                $crate::twin::text::form::Form::Choice(<$Type>::SET, <$Type>::ALL.iter().map(|value| value.name()).collect())
            }

            fn read(value: &$crate::twin::text::tree::Value, reader: &mut $crate::twin::text::Reader) -> Option<Self> {
                $crate::twin::text::readable::read_choice(value, reader)
            }
        }

        impl $crate::twin::text::Writable for $Type {
            fn to_node(&self) -> $crate::twin::text::tree::Node {
                $crate::twin::text::writable::choice_node(*self)
            }
        }
    )*};
}

impl Readable for LocalText {
    fn form() -> Form {
        Form::Words
    }

    /// All three languages; one that is empty is as good as missing.
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        const SPEC: &RecordSpec = &RecordSpec {
            name: "words",
            fields: &[
                FieldSpec { name: "kk", required: || true, form: String::form },
                FieldSpec { name: "ru", required: || true, form: String::form },
                FieldSpec { name: "en", required: || true, form: String::form },
            ],
        };
        let fields = reader.fields(value, SPEC)?;
        let [kk, ru, en] = ["kk", "ru", "en"].map(|language| {
            let text: Option<Spot<String>> = fields.take(language, None, reader);
            if let Some(text) = text.as_ref().filter(|text| text.trim().is_empty()) {
                reader.fault(&text.span, Diagnostic::error("text-translation-empty").with("language", language));
            }
            text.map(|text| text.value)
        });
        Some(LocalText { kk: kk?, ru: ru?, en: en? })
    }
}
