//! What a stop may name of a window's: outcomes on the map and layers. A build without a window checks tours too, so the names stand here.

/// Outcomes that can be shown on the map, in the order of the window; it adds their colours.
pub const OVERLAYS: &[&str] = &[
    "delay",
    "line-load",
    "transit-minutes",
    "reach-stop",
    "reach-school",
    "reach-kindergarten",
    "reach-clinic",
    "care",
    "care-2sfca",
    "care-3sfca",
    "ambulance-share",
    "fire-share",
    "flood-depth",
    "flood-arrival",
    "flood-hazard",
    "reach-park",
    "reach-hub",
    "reach-shop",
    "mobile-rate",
    "mobile-signal",
    "mast-field",
    "residents",
    "sun-hours",
    "sun-grounds",
    "sun-roof",
];

/// Outcomes with which the water of a flood is seen.
pub const FLOODS: &[&str] = &["flood-depth", "flood-arrival", "flood-hazard"];

/// Layers that can be shown and hidden, in the order of the window.
pub const LAYERS: &[&str] = &[
    "buildings",
    "highways",
    "railways",
    "water",
    "landcover",
    "trees",
    "places",
    "amenities",
    "boundaries",
    "lines",
    "masts",
    "levees",
    "cables",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::region::Region;

    #[test]
    fn every_flood_is_an_outcome() {
        assert!(FLOODS.iter().all(|id| OVERLAYS.contains(id)));
    }

    #[test]
    fn every_layer_is_one_of_the_data() {
        let counts = Region::default().counts();
        for layer in LAYERS {
            assert!(counts.iter().any(|(name, _)| name == layer), "{layer}");
        }
    }
}
