//! What every kind of feature says about its own attributes: one table that the package, the inspector and every export read.

use super::choice::Choice;
use super::id::FeatureId;
use super::names::{Name, Strings, TextId};
use super::origin::{Origin, Sourced};

/// The value of one attribute, as files hold it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Unknown.
    #[default]
    Null,
    /// A whole number; flags are 0 and 1.
    Integer(i64),
    /// A number.
    Real(f64),
    /// A text, or the stable name of a choice.
    Text(String),
}

/// The type of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A whole number.
    Integer,
    /// A number.
    Real,
    /// Any text.
    Text,
    /// Zero or one.
    Flag,
    /// One of a [`Choice`]; the text is the set's name in the locales.
    Choice(&'static str),
}

/// One attribute of a kind of feature: a column in files, a line in the inspector (`field-<name>` in the locales).
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Column name, snake case.
    pub name: &'static str,
    /// Its type.
    pub kind: FieldKind,
    /// Unit, as a key of the locales (`unit-<unit>`); empty for none.
    pub unit: &'static str,
}

/// How an attribute is read from and written to a feature.
pub struct Attribute<T> {
    /// Its description.
    pub field: Field,
    /// The value, for files and people.
    pub get: fn(&T, &Strings) -> Value,
    /// Takes over a value; one of the wrong type leaves the feature as it is.
    pub set: fn(&mut T, &Value, &mut Strings),
}

/// A kind of feature. Its attributes are listed once, in [`Feature::ATTRIBUTES`].
pub trait Feature: Default + Clone + Send + Sync + 'static {
    /// Name of the layer: table of the package, key of counts, key of the locales (`layer-<name>`).
    const LAYER: &'static str;
    /// The attributes beside id and name, in the order in which people see them.
    const ATTRIBUTES: &'static [Attribute<Self>];
    /// The stable reference.
    fn id(&self) -> FeatureId;
    /// Takes over the reference.
    fn set_id(&mut self, id: FeatureId);
    /// What it is called.
    fn name(&self) -> Name;
    /// Takes over the name.
    fn set_name(&mut self, name: Name);
}

/// A type that an attribute can have.
pub trait AttributeValue {
    /// As files hold it.
    fn to_value(&self, strings: &Strings) -> Value;
    /// Takes over what a file holds; a value of the wrong type changes nothing.
    fn take(&mut self, value: &Value, strings: &mut Strings);
}

macro_rules! integer_attribute {
    ($($Type:ty),*) => {$(
        impl AttributeValue for $Type {
            fn to_value(&self, _: &Strings) -> Value {
                Value::Integer(i64::from(*self))
            }
            fn take(&mut self, value: &Value, _: &mut Strings) {
                match value {
                    Value::Integer(number) => *self = (*number).clamp(<$Type>::MIN.into(), <$Type>::MAX.into()) as $Type,
                    Value::Real(number) => *self = number.round() as $Type,
                    Value::Null | Value::Text(_) => {}
                }
            }
        }
    )*};
}
integer_attribute!(u8, i8, u16, u32);

impl AttributeValue for bool {
    fn to_value(&self, _: &Strings) -> Value {
        Value::Integer(i64::from(*self))
    }
    fn take(&mut self, value: &Value, _: &mut Strings) {
        if let Value::Integer(number) = value {
            *self = *number != 0;
        }
    }
}

impl AttributeValue for TextId {
    fn to_value(&self, strings: &Strings) -> Value {
        if self.is_empty() { Value::Null } else { Value::Text(strings.get(*self).to_owned()) }
    }
    fn take(&mut self, value: &Value, strings: &mut Strings) {
        match value {
            Value::Text(text) => *self = strings.intern(text),
            Value::Integer(number) => *self = strings.intern(&number.to_string()),
            Value::Null | Value::Real(_) => {}
        }
    }
}

/// An unknown value is null.
impl<T: AttributeValue + Default> AttributeValue for Option<T> {
    fn to_value(&self, strings: &Strings) -> Value {
        self.as_ref().map_or(Value::Null, |known| known.to_value(strings))
    }
    fn take(&mut self, value: &Value, strings: &mut Strings) {
        if *value == Value::Null {
            *self = None;
        } else {
            let mut known = T::default();
            known.take(value, strings);
            *self = Some(known);
        }
    }
}

/// A length held in whole decimetres and shown in metres: up to 6,553 m in two bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimetres(pub u16);

impl Decimetres {
    /// The nearest decimetre; negative lengths are zero.
    pub fn from_metres(metres: f64) -> Self {
        Self((metres * 10.0).round().clamp(0.0, f64::from(u16::MAX)) as u16)
    }

    /// In metres.
    pub fn metres(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

impl AttributeValue for Decimetres {
    fn to_value(&self, _: &Strings) -> Value {
        Value::Real(self.metres())
    }
    fn take(&mut self, value: &Value, _: &mut Strings) {
        match value {
            Value::Real(metres) => *self = Self::from_metres(*metres),
            Value::Integer(metres) => *self = Self::from_metres(*metres as f64),
            Value::Null | Value::Text(_) => {}
        }
    }
}

/// A [`Choice`] is an attribute through this wrapper's functions, used by [`attributes!`](crate::attributes).
pub fn choice_value<C: Choice>(choice: C) -> Value {
    Value::Text(choice.name().to_owned())
}

/// The choice that a file's value names, or none.
pub fn choice_from<C: Choice>(value: &Value) -> Option<C> {
    match value {
        Value::Text(name) => C::from_name(name),
        Value::Null | Value::Integer(_) | Value::Real(_) => None,
    }
}

/// The origin column of a sourced value.
pub fn take_origin<T>(target: &mut Sourced<T>, value: &Value) {
    if let Some(origin) = choice_from::<Origin>(value) {
        target.origin = origin;
    }
}

/// Implements [`Feature`] for a struct with fields `id` and `name`, and lists its attributes.
///
/// Each line is `kind field, unit;` where kind is `plain` (an [`AttributeValue`]), `choice` (a [`Choice`]),
/// or `sourced` / `sourced_choice` (a [`Sourced`] one, which adds a column `<field>_origin`).
#[macro_export]
macro_rules! feature {
    ($Type:ident in $layer:literal { $($kind:ident $field:ident : $Value:ty, $unit:literal;)* }) => {
        impl $crate::twin::model::feature::Feature for $Type {
            const LAYER: &'static str = $layer;
            const ATTRIBUTES: &'static [$crate::twin::model::feature::Attribute<Self>] =
                $crate::feature!(@list $Type [] $($kind $field : $Value, $unit;)*);
            fn id(&self) -> $crate::twin::model::id::FeatureId { self.id }
            fn set_id(&mut self, id: $crate::twin::model::id::FeatureId) { self.id = id; }
            fn name(&self) -> $crate::twin::model::names::Name { self.name }
            fn set_name(&mut self, name: $crate::twin::model::names::Name) { self.name = name; }
        }
    };
    (@list $Type:ident [$($done:expr,)*]) => { &[$($done),*] };
    (@list $Type:ident [$($done:expr,)*] plain $field:ident : $Value:ty, $unit:literal; $($rest:tt)*) => {
        $crate::feature!(@list $Type [$($done,)* $crate::twin::model::feature::Attribute::<$Type> {
            field: $crate::twin::model::feature::Field {
                name: stringify!($field),
                kind: <$Value as $crate::twin::model::feature::HasKind>::KIND,
                unit: $unit,
            },
            get: |feature, strings| $crate::twin::model::feature::AttributeValue::to_value(&feature.$field, strings),
            set: |feature, value, strings| $crate::twin::model::feature::AttributeValue::take(&mut feature.$field, value, strings),
        },] $($rest)*)
    };
    (@list $Type:ident [$($done:expr,)*] choice $field:ident : $Value:ty, $unit:literal; $($rest:tt)*) => {
        $crate::feature!(@list $Type [$($done,)* $crate::twin::model::feature::Attribute::<$Type> {
            field: $crate::twin::model::feature::Field {
                name: stringify!($field),
                kind: $crate::twin::model::feature::FieldKind::Choice(<$Value as $crate::twin::model::choice::Choice>::SET),
                unit: $unit,
            },
            get: |feature, _| $crate::twin::model::feature::choice_value(feature.$field),
            set: |feature, value, _| if let Some(choice) = $crate::twin::model::feature::choice_from(value) { feature.$field = choice },
        },] $($rest)*)
    };
    (@list $Type:ident [$($done:expr,)*] sourced $field:ident : $Value:ty, $unit:literal; $($rest:tt)*) => {
        $crate::feature!(@list $Type [$($done,)* $crate::twin::model::feature::Attribute::<$Type> {
            field: $crate::twin::model::feature::Field {
                name: stringify!($field),
                kind: <$Value as $crate::twin::model::feature::HasKind>::KIND,
                unit: $unit,
            },
            get: |feature, strings| $crate::twin::model::feature::AttributeValue::to_value(&feature.$field.value, strings),
            set: |feature, value, strings| $crate::twin::model::feature::AttributeValue::take(&mut feature.$field.value, value, strings),
        }, $crate::feature!(@origin $Type $field),] $($rest)*)
    };
    (@list $Type:ident [$($done:expr,)*] sourced_choice $field:ident : $Value:ty, $unit:literal; $($rest:tt)*) => {
        $crate::feature!(@list $Type [$($done,)* $crate::twin::model::feature::Attribute::<$Type> {
            field: $crate::twin::model::feature::Field {
                name: stringify!($field),
                kind: $crate::twin::model::feature::FieldKind::Choice(<$Value as $crate::twin::model::choice::Choice>::SET),
                unit: $unit,
            },
            get: |feature, _| $crate::twin::model::feature::choice_value(feature.$field.value),
            set: |feature, value, _| if let Some(choice) = $crate::twin::model::feature::choice_from(value) { feature.$field.value = choice },
        }, $crate::feature!(@origin $Type $field),] $($rest)*)
    };
    (@origin $Type:ident $field:ident) => {
        $crate::twin::model::feature::Attribute::<$Type> {
            field: $crate::twin::model::feature::Field {
                name: concat!(stringify!($field), "_origin"),
                kind: $crate::twin::model::feature::FieldKind::Choice("origin"),
                unit: "",
            },
            get: |feature, _| $crate::twin::model::feature::choice_value(feature.$field.origin),
            set: |feature, value, _| $crate::twin::model::feature::take_origin(&mut feature.$field, value),
        }
    };
}

/// The column type of an [`AttributeValue`].
pub trait HasKind {
    /// Its type in files.
    const KIND: FieldKind;
}

macro_rules! kind_of {
    ($($Type:ty => $kind:ident),*) => {$(impl HasKind for $Type { const KIND: FieldKind = FieldKind::$kind; })*};
}
kind_of!(u8 => Integer, i8 => Integer, u16 => Integer, u32 => Integer, bool => Flag, TextId => Text, Decimetres => Real);

impl<T: HasKind> HasKind for Option<T> {
    const KIND: FieldKind = T::KIND;
}
