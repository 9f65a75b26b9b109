//! Public transport: stops, and lines with the interval at which they run.

use super::id::FeatureId;
use super::names::{Name, Strings, TextId};
use super::origin::Sourced;
use crate::twin::model::feature::{AttributeValue, FieldKind, HasKind, Value};
use crate::{choice, feature};

choice! {
    /// What a line runs with.
    pub enum TransitMode in "transit" {
        /// Bus.
        Bus = "bus",
        /// Trolleybus.
        Trolleybus = "trolleybus",
        /// Tram.
        Tram = "tram",
        /// Train.
        Train = "train",
        /// Underground.
        Subway = "subway",
        /// Ferry.
        Ferry = "ferry",
    }
}

/// A stop. The shape is a point.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransitStop {
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
    /// What stops here.
    pub mode: TransitMode,
}

feature!(TransitStop in "stops" {
    choice mode: TransitMode, "";
});

/// Stops of a line in the order in which it calls at them, by reference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StopSequence(pub Vec<FeatureId>);

impl HasKind for StopSequence {
    const KIND: FieldKind = FieldKind::Text;
}

/// In files: references parted by blanks.
impl AttributeValue for StopSequence {
    fn to_value(&self, _: &Strings) -> Value {
        Value::Text(self.0.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
    }
    fn take(&mut self, value: &Value, _: &mut Strings) {
        if let Value::Text(text) = value {
            self.0 = text.split_whitespace().filter_map(|id| id.parse().ok()).collect();
        }
    }
}

/// A line in one direction and back. The shape is its course.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransitLine {
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called: usually its two ends.
    pub name: Name,
    /// Number of the route.
    pub reference: TextId,
    /// What it runs with.
    pub mode: TransitMode,
    /// Minutes between vehicles in the morning peak; 0 is unknown.
    pub headway: Sourced<u16>,
    /// Stops in order.
    pub stops: StopSequence,
}

feature!(TransitLine in "lines" {
    plain reference: TextId, "";
    choice mode: TransitMode, "";
    sourced headway: u16, "minutes";
    plain stops: StopSequence, "";
});
