//! Every mapping from OpenStreetMap's tags to the model's kinds, as data: `(key, value, meaning)`, what says more first.

mod building;
mod ground;
mod settlement;
mod street;
mod transit;

pub use building::*;
pub use ground::*;
pub use settlement::*;
pub use street::*;
pub use transit::*;

/// Keys that make an object a feature of some layer: a relation with none of them lends its rings to its outer ways.
pub const FEATURE_KEYS: &[&str] = &[
    "building",
    "building:part",
    "highway",
    "railway",
    "natural",
    "landuse",
    "waterway",
    "water",
    "leisure",
    "amenity",
    "shop",
    "office",
    "tourism",
    "healthcare",
    "emergency",
    "aeroway",
    "place",
    "boundary",
    "military",
    "man_made",
    "power",
    "historic",
    "public_transport",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::choice::Choice;
    use crate::twin::model::street::StreetClass;

    #[test]
    fn every_street_class_has_defaults() {
        for class in StreetClass::ALL {
            assert!(STREET_DEFAULTS.iter().any(|line| line.0 == *class), "{class:?}");
        }
    }

    #[test]
    fn no_line_of_a_table_stands_behind_one_that_says_the_same() {
        fn check<T>(table: &[(&str, &str, T)]) {
            for (index, (key, value, _)) in table.iter().enumerate() {
                let earlier = table[..index].iter().any(|line| line.0 == *key && (line.1 == *value || line.1 == "*"));
                assert!(!earlier, "{key}={value} is never reached");
            }
        }
        check(STREETS);
        check(SURFACES);
        check(RAILWAYS);
        check(BUILDING_USES);
        check(ROOFS);
        check(WATER_AREAS);
        check(WATER_REFINED);
        check(WATER_COURSES);
        check(COVERS);
        check(PLACES);
        check(AMENITIES);
        check(ADMIN_LEVELS);
        check(STOPS);
        check(STOP_MODES);
        check(ROUTES);
    }
}
