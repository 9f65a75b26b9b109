//! Reading values that hold others without names: pairs, places, maps.

use super::form::Form;
use super::readable::{Readable, Reader};
use super::tree::{Group, Node, Value};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::space::GeoPoint;
use std::collections::BTreeMap;

/// Two values in parentheses: `("kind", "school")`.
impl<A: Readable, B: Readable> Readable for (A, B) {
    fn form() -> Form {
        Form::Pair(Box::new([A::form(), B::form()]))
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let Some([first, second]) = two(value) else { return reader.wanted(value, &Self::form()) };
        // Both are read before a fault in the first ends the reading.
        let (first, second) = (A::read(first, reader), B::read(second, reader));
        Some((first?, second?))
    }
}

/// `(63.62, 53.21)`: longitude, then latitude.
impl Readable for GeoPoint {
    fn form() -> Form {
        Form::Place
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let Some([lon, lat]) = two(value) else { return reader.wanted(value, &Self::form()) };
        let (lon, lat) = (f64::read(lon, reader), f64::read(lat, reader));
        let place = GeoPoint::new(lon?, lat?);
        if !place.is_valid() {
            reader.fault(&value.span, Diagnostic::error("text-place-outside"));
        }
        place.is_valid().then_some(place)
    }
}

/// `{"places": 300}`.
impl<T: Readable> Readable for BTreeMap<String, T> {
    fn form() -> Form {
        Form::Map(Box::new(T::form()))
    }

    /// What can be read of a map: an entry at fault leaves the others.
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let Node::Map(entries) = &value.node else { return reader.wanted(value, &Self::form()) };
        let mut map = BTreeMap::new();
        for (key, value) in entries {
            let (name, value) = (String::read(key, reader), T::read(value, reader));
            if let Some(name) = name.as_ref().filter(|name| map.contains_key(*name)) {
                reader.fault(&key.span, Diagnostic::error("text-field-repeated").with("name", name.as_str()));
            } else if let (Some(name), Some(value)) = (name, value) {
                map.insert(name, value);
            }
        }
        Some(map)
    }
}

/// The values of plain parentheses that hold two.
fn two(value: &Value) -> Option<&[Value; 2]> {
    match &value.node {
        Node::Group(Group { name: None, fields, items }) if fields.is_empty() => items.as_slice().try_into().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::read;

    fn told<T: Readable>(text: &str) -> Vec<String> {
        read::<T>(text).1.iter().map(|fault| format!("{} {}", fault.span.start, fault.diagnostic)).collect()
    }

    #[test]
    fn pairs_places_and_maps_are_read() {
        assert_eq!(read::<(String, u32)>("(\"a\", 3)").0, Some(("a".to_owned(), 3)));
        assert_eq!(read::<GeoPoint>("(63.62, 53.21)").0, Some(GeoPoint::new(63.62, 53.21)));
        let map = read::<BTreeMap<String, f64>>("{\"places\": 300, \"storeys\": 2,}").0;
        assert_eq!(map, Some(BTreeMap::from([("places".to_owned(), 300.0), ("storeys".to_owned(), 2.0)])));
    }

    #[test]
    fn their_faults_are_told() {
        assert_eq!(told::<(f64, f64)>("(1, 2, 3)"), ["0 text-value-wanted form=pair"]);
        assert_eq!(told::<(f64, f64)>("(\"a\", true)"), ["1 text-value-wanted form=number", "6 text-value-wanted form=number"]);
        for outside in ["(200, 53)", "(53.2, 163.6)", "(-180.1, 0)"] {
            assert_eq!(told::<GeoPoint>(outside), ["0 text-place-outside"]);
        }
        assert_eq!(told::<GeoPoint>("(lon: 1, lat: 2)"), ["0 text-value-wanted form=place"]);
        let repeated = "{\"a\": 1, \"a\": 2, b: 3, \"c\": true}";
        let expected = ["9 text-field-repeated name=a", "17 text-value-wanted form=text", "28 text-value-wanted form=number"];
        assert_eq!(told::<BTreeMap<String, f64>>(repeated), expected);
        assert_eq!(told::<BTreeMap<String, f64>>("[1]"), ["0 text-value-wanted form=map"]);
    }
}
