//! What may be written at a place: what complaints want and `aimaq explain` tells.

/// A form of values.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Nothing beside the name.
    Nothing,
    /// A number.
    Number,
    /// A whole number, not below zero.
    Whole,
    /// `true` or `false`.
    Truth,
    /// A text.
    Text,
    /// A text in Kazakh, Russian and English.
    Words,
    /// A formula over parameters and territory.
    Formula,
    /// One of some names: those of a set, whose words are `<set>-<name>`.
    Choice(&'static str, Vec<&'static str>),
    /// Longitude and latitude in parentheses.
    Place,
    /// Two values in parentheses.
    Pair(Box<[Form; 2]>),
    /// Values of one form in square brackets.
    List(Box<Form>),
    /// Values of one form in braces, each behind a text.
    Map(Box<Form>),
    /// Values with names in parentheses.
    Record(&'static RecordSpec),
    /// One of some names, most with a value in parentheses.
    Variants(&'static str, Vec<(&'static str, Form)>),
}

/// The fields of a record.
#[derive(Debug)]
pub struct RecordSpec {
    /// Its name; the words of a field are `field-<record>-<field>`.
    pub name: &'static str,
    /// In the order in which they are best written.
    pub fields: &'static [FieldSpec],
}

impl PartialEq for RecordSpec {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// A field of a record.
#[derive(Debug)]
pub struct FieldSpec {
    /// Its name.
    pub name: &'static str,
    /// Whether it must be written: nothing stands for it where it is absent.
    pub required: fn() -> bool,
    /// What is written there.
    pub form: fn() -> Form,
}

impl Form {
    /// The key of its name in the locales.
    pub fn key(&self) -> &'static str {
        match self {
            Form::Nothing => "form-nothing",
            Form::Number => "form-number",
            Form::Whole => "form-whole",
            Form::Truth => "form-truth",
            Form::Text => "form-text",
            Form::Words => "form-words",
            Form::Formula => "form-formula",
            Form::Choice(..) => "form-choice",
            Form::Place => "form-place",
            Form::Pair(_) => "form-pair",
            Form::List(_) => "form-list",
            Form::Map(_) => "form-map",
            Form::Record(_) => "form-record",
            Form::Variants(..) => "form-variants",
        }
    }
}
