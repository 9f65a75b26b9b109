//! Declaring types that designers write, and the program too: records with fields, and variants.

/// Declares a record: `record! { /// doc  pub struct Phase in "phase" { /// doc  months: Formula, /// doc  share: f64 = 1.0, } }`.
///
/// A field with a value after it may be left out. Fields are read with [`Readable`](crate::twin::text::Readable) and written
/// with [`Writable`](crate::twin::text::Writable). A type that is declared elsewhere becomes a record by
/// `record! { impl Source in "source" { name: String, … } }`, with all its fields.
#[macro_export]
macro_rules! record {
    ($(#[$meta:meta])* pub struct $Type:ident in $name:literal { $($(#[$field_meta:meta])* $field:ident: $Field:ty $(= $default:expr)?),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $Type { $($(#[$field_meta])* pub $field: $Field),* }

        $crate::record! { impl $Type in $name { $($field: $Field $(= $default)?),* } }
    };
    (impl $Type:ident in $name:literal { $($field:ident: $Field:ty $(= $default:expr)?),* $(,)? }) => {
        impl $Type {
            /// Its fields, for complaints and explanations.
            pub const SPEC: &'static $crate::twin::text::form::RecordSpec = &$crate::twin::text::form::RecordSpec {
                name: $name,
                fields: &[$($crate::twin::text::form::FieldSpec {
                    name: stringify!($field),
                    required: $crate::record!(@required $Field $(, $default)?),
                    form: <$Field as $crate::twin::text::Readable>::form,
                }),*],
            };
        }

        impl $crate::twin::text::Readable for $Type {
            fn form() -> $crate::twin::text::form::Form {
                $crate::twin::text::form::Form::Record(Self::SPEC)
            }

            fn read(value: &$crate::twin::text::tree::Value, reader: &mut $crate::twin::text::Reader) -> Option<Self> {
                let fields = reader.fields(value, Self::SPEC)?;
                // Every field is read before any that is missing ends the reading.
                $(let $field: Option<$Field> = fields.take(stringify!($field), $crate::record!(@default $($default)?), reader);)*
                Some(Self { $($field: $field?),* })
            }

            fn read_held(group: &$crate::twin::text::tree::Value, reader: &mut $crate::twin::text::Reader) -> Option<Self> {
                Self::read(group, reader)
            }
        }

        impl $crate::twin::text::Writable for $Type {
            fn to_node(&self) -> $crate::twin::text::tree::Node {
                let mut group = $crate::twin::text::tree::Group::default();
                $($crate::twin::text::writable::add_field(
                    &mut group,
                    stringify!($field),
                    &self.$field,
                    $crate::record!(@default $($default)?),
                );)*
                $crate::twin::text::tree::Node::Group(group)
            }

            fn to_held(&self, variant: &str) -> $crate::twin::text::tree::Node {
                let mut node = self.to_node();
                if let $crate::twin::text::tree::Node::Group(group) = &mut node {
                    group.name = Some($crate::twin::text::tree::Word::new(variant));
                }
                node
            }
        }
    };
    (@required $Field:ty) => { || <$Field as $crate::twin::text::Readable>::absent().is_none() };
    (@required $Field:ty, $default:expr) => { || false };
    (@default) => { None };
    (@default $default:expr) => { Some($default) };
}

/// Declares variants, most of which hold a value: `variants! { /// doc  pub enum Basis in "basis" { /// doc  Source(String), /// doc  Unknown, … } }`.
#[macro_export]
macro_rules! variants {
    ($(#[$meta:meta])* pub enum $Type:ident in $name:literal { $($(#[$variant_meta:meta])* $Variant:ident $(($Held:ty))?),* $(,)? }) => {
        $(#[$meta])*
        // A few stand in each file: their size matters to nobody.
        #[allow(clippy::large_enum_variant)]
        #[derive(Clone, Debug, PartialEq)]
        pub enum $Type { $($(#[$variant_meta])* $Variant $(($Held))?),* }

        impl $crate::twin::text::Readable for $Type {
            fn form() -> $crate::twin::text::form::Form {
                $crate::twin::text::form::Form::Variants($name, vec![
                    $((stringify!($Variant), $crate::variants!(@form $($Held)?))),*
                ])
            }

            fn read(value: &$crate::twin::text::tree::Value, reader: &mut $crate::twin::text::Reader) -> Option<Self> {
                use $crate::twin::text::tree::{Group, Node};
                let Node::Group(Group { name: Some(name), .. }) = &value.node else {
                    return reader.wanted(value, &<Self as $crate::twin::text::Readable>::form());
                };
                match name.text.as_str() {
                    $(stringify!($Variant) => $crate::variants!(@read value, reader, $Variant $($Held)?),)*
                    _ => reader.unknown(name, &[$(stringify!($Variant)),*]),
                }
            }
        }

        impl $crate::twin::text::Writable for $Type {
            fn to_node(&self) -> $crate::twin::text::tree::Node {
                match self {
                    $(Self::$Variant $(($crate::variants!(@bind $Held, held)))? => $crate::variants!(@write $Variant $(, $Held, held)?),)*
                }
            }
        }
    };
    (@bind $Held:ty, $held:ident) => { $held };
    (@write $Variant:ident) => { $crate::twin::text::tree::Node::name(stringify!($Variant)) };
    (@write $Variant:ident, $Held:ty, $held:ident) => {
        <$Held as $crate::twin::text::Writable>::to_held($held, stringify!($Variant))
    };
    (@form) => { $crate::twin::text::form::Form::Nothing };
    (@form $Held:ty) => { <$Held as $crate::twin::text::Readable>::form() };
    (@read $value:expr, $reader:expr, $Variant:ident) => { $reader.alone($value).map(|()| Self::$Variant) };
    (@read $value:expr, $reader:expr, $Variant:ident $Held:ty) => {
        <$Held as $crate::twin::text::Readable>::read_held($value, $reader).map(Self::$Variant)
    };
}

#[cfg(test)]
mod tests {
    use crate::twin::text::{Spot, Writable, read, write};

    record! {
        /// A park.
        pub struct Park in "park" {
            /// Name.
            name: String,
            /// Hectares.
            area: f64,
            /// Trees.
            trees: Option<u32>,
            /// What stands there.
            things: Vec<Thing> = Vec::new(),
            /// Whether it is lit.
            lit: Spot<bool> = Spot::default(),
        }
    }

    record! {
        /// A bench.
        pub struct Bench in "bench" {
            /// Seats.
            seats: u32,
        }
    }

    variants! {
        /// A thing in a park.
        pub enum Thing in "thing" {
            /// To sit on.
            Bench(Bench),
            /// To read.
            Sign(String),
            /// To drink from.
            Fountain,
        }
    }

    #[test]
    fn values_are_read() {
        let text = "(name: \"A\", area: 2, trees: Some(7), things: [Bench(seats: 3), Sign(\"x\"), Fountain], lit: true)";
        let (park, faults) = read::<Park>(text);
        assert_eq!(faults, []);
        let park = park.expect("a park");
        assert_eq!((park.trees, park.things), (Some(7), vec![Thing::Bench(Bench { seats: 3 }), Thing::Sign("x".into()), Thing::Fountain]));
        assert_eq!(&text[park.lit.span.clone()], "true");
        assert_eq!(read::<Park>("(name: \"B\", area: 1)").0.map(|park| (park.trees, park.lit.value)), Some((None, false)));
    }

    #[test]
    fn an_optional_record_may_stand_in_some() {
        for text in ["Some((seats: 3))", "Some(seats: 3)", "(seats: 3)"] {
            assert_eq!(read::<Option<Bench>>(text), (Some(Some(Bench { seats: 3 })), Vec::new()), "{text}");
        }
        assert_eq!(read::<Option<Bench>>("None").0, Some(None));
        assert_eq!(read::<Option<Bench>>("Some(3)").1.len(), 1);
    }

    #[test]
    fn what_has_a_default_or_is_optional_may_be_left_out() {
        let required: Vec<&str> = Park::SPEC.fields.iter().filter(|field| (field.required)()).map(|field| field.name).collect();
        assert_eq!(required, ["name", "area"]);
    }

    #[test]
    fn values_are_written_without_their_defaults() {
        let things = vec![Thing::Bench(Bench { seats: 3 }), Thing::Sign("x".into())];
        let park = Park { name: "A".into(), area: 2.5, trees: Some(7), things, lit: Spot::default() };
        let text = write(&park.to_node());
        assert_eq!(
            text,
            "(\n    name: \"A\",\n    area: 2.5,\n    trees: 7,\n    things: [\n        Bench(seats: 3),\n        Sign(\"x\"),\n    ],\n)\n"
        );
        assert_eq!(read::<Park>(&text), (Some(park), Vec::new()));
        let bare = Park { name: "B".into(), area: 1.0, trees: None, things: Vec::new(), lit: Spot { value: true, span: 0..0 } };
        assert_eq!(write(&bare.to_node()), "(\n    name: \"B\",\n    area: 1,\n    lit: true,\n)\n");
    }

    #[test]
    fn all_faults_of_form_are_told_where_they_are() {
        let text =
            "(\n  nam: \"A\",\n  area: \"wide\",\n  area: 2,\n  trees: -1,\n  things: [Bensh(seats: 3), Bench(), Sign(4), Fountain(2)],\n)";
        let (park, faults) = read::<Park>(text);
        assert!(park.is_none());
        let told: Vec<String> = faults
            .iter()
            .map(|fault| {
                let place = fault.place(text);
                format!("{}:{} {}", place.line, place.column, fault.diagnostic)
            })
            .collect();
        assert_eq!(
            told,
            [
                "2:3 text-field-unknown name=nam known=name, area, trees, things, lit suggestion=name",
                "3:9 text-value-wanted form=number",
                "4:3 text-field-repeated name=area",
                "5:10 text-value-wanted form=whole",
                "6:12 text-name-unknown name=Bensh known=Bench, Sign, Fountain suggestion=Bench",
                "6:29 text-field-missing name=seats",
                "6:43 text-value-wanted form=text",
                "6:47 text-value-wanted form=nothing",
            ]
        );
        assert_eq!(faults[1].excerpt(text), "area: \"wide\",");
    }
}
