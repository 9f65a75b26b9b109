//! Railways and tramways: one feature per way of the source.

use super::id::FeatureId;
use super::names::{Name, TextId};
use crate::{choice, feature};

choice! {
    /// What runs on the rails.
    pub enum RailwayClass in "railway" {
        /// Railway.
        Rail = "rail",
        /// Tramway.
        Tram = "tram",
        /// Light rail.
        LightRail = "light-rail",
        /// Underground.
        Subway = "subway",
        /// Narrow gauge.
        NarrowGauge = "narrow-gauge",
        /// Out of use, or given up.
        Disused = "disused",
        /// Anything else on rails.
        Other = "other",
    }
}

/// A track. The shape is its centre line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Railway {
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
    /// Number of the line.
    pub reference: TextId,
    /// What runs on it.
    pub class: RailwayClass,
    /// Parallel tracks that this line stands for.
    pub tracks: u8,
    /// Whether it has an overhead line or a third rail.
    pub electrified: bool,
    /// Whether it serves a yard, a siding or a works rather than a line.
    pub siding: bool,
    /// Whether it stands on a bridge.
    pub bridge: bool,
    /// Whether it runs in a tunnel.
    pub tunnel: bool,
    /// Order where ways cross without meeting: 0 ground, above positive.
    pub level: i8,
}

feature!(Railway in "railways" {
    plain reference: TextId, "";
    choice class: RailwayClass, "";
    plain tracks: u8, "";
    plain electrified: bool, "";
    plain siding: bool, "";
    plain bridge: bool, "";
    plain tunnel: bool, "";
    plain level: i8, "";
});
