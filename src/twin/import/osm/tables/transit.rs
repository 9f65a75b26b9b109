//! Which tags mean what of public transport.

use crate::twin::model::transit::TransitMode;

/// Stops, with what stops there where no other tag says.
pub const STOPS: &[(&str, &str, TransitMode)] = &[
    ("railway", "tram_stop", TransitMode::Tram),
    ("railway", "halt", TransitMode::Train),
    ("railway", "station", TransitMode::Train),
    ("highway", "bus_stop", TransitMode::Bus),
    ("highway", "platform", TransitMode::Bus),
    ("railway", "platform", TransitMode::Train),
    ("amenity", "ferry_terminal", TransitMode::Ferry),
    ("public_transport", "platform", TransitMode::Bus),
];

/// What stops at a stop, by the tags of its vehicles.
pub const STOP_MODES: &[(&str, &str, TransitMode)] = &[
    ("subway", "yes", TransitMode::Subway),
    ("train", "yes", TransitMode::Train),
    ("tram", "yes", TransitMode::Tram),
    ("trolleybus", "yes", TransitMode::Trolleybus),
    ("ferry", "yes", TransitMode::Ferry),
    ("bus", "yes", TransitMode::Bus),
];

/// `route=…` of relations.
pub const ROUTES: &[(&str, &str, TransitMode)] = &[
    ("route", "bus", TransitMode::Bus),
    ("route", "share_taxi", TransitMode::Bus),
    ("route", "minibus", TransitMode::Bus),
    ("route", "coach", TransitMode::Bus),
    ("route", "trolleybus", TransitMode::Trolleybus),
    ("route", "tram", TransitMode::Tram),
    ("route", "light_rail", TransitMode::Tram),
    ("route", "train", TransitMode::Train),
    ("route", "monorail", TransitMode::Train),
    ("route", "subway", TransitMode::Subway),
    ("route", "ferry", TransitMode::Ferry),
];
