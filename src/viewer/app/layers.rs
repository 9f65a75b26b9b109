//! Which layers are shown, how solid, and what they are called: one list for panel, legend and drawing.

use super::settings::UserSettings;
use crate::store::settings::LayerLook;
use bevy::prelude::*;

/// A layer that people can switch. Its name is that of the data (`layer-<name>` in the locales).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LayerSpec {
    /// Name of the data's layer.
    pub name: &'static str,
    /// Whether it is shown at first.
    pub shown: bool,
    /// Icon beside the name.
    pub icon: &'static str,
}

const fn layer(name: &'static str, shown: bool, icon: &'static str) -> LayerSpec {
    LayerSpec { name, shown, icon }
}

/// The list, in the order of the panel.
pub const LAYERS: &[LayerSpec] = &[
    layer("buildings", true, egui_phosphor::regular::BUILDINGS),
    layer("highways", true, egui_phosphor::regular::ROAD_HORIZON),
    layer("railways", true, egui_phosphor::regular::TRAIN),
    layer("water", true, egui_phosphor::regular::WAVES),
    layer("landcover", true, egui_phosphor::regular::PLANT),
    layer("trees", true, egui_phosphor::regular::TREE),
    layer("places", true, egui_phosphor::regular::TEXT_AA),
    layer("amenities", true, egui_phosphor::regular::MAP_PIN),
    layer("boundaries", true, egui_phosphor::regular::POLYGON),
    layer("lines", false, egui_phosphor::regular::BUS),
    layer("masts", true, egui_phosphor::regular::CELL_TOWER),
    layer("levees", true, egui_phosphor::regular::WALL),
    layer("cables", false, egui_phosphor::regular::PLUGS_CONNECTED),
];

/// The place of a layer in [`LAYERS`].
pub fn find(name: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.name == name)
}

/// How each layer is shown.
#[derive(Resource, Clone, Debug, PartialEq)]
pub struct Layers {
    looks: [LayerLook; LAYERS.len()],
}

impl Default for Layers {
    fn default() -> Self {
        Self { looks: std::array::from_fn(|index| LayerLook { visible: LAYERS[index].shown, opacity: 1.0 }) }
    }
}

impl Layers {
    /// How a layer is shown.
    pub fn look(&self, layer: usize) -> LayerLook {
        self.looks[layer]
    }

    /// How the layer of a name is shown; one that is not in the list is shown as usual.
    pub fn look_of(&self, name: &str) -> LayerLook {
        find(name).map(|layer| self.looks[layer]).unwrap_or_default()
    }

    /// Changes how a layer is shown.
    pub fn set(&mut self, layer: usize, look: LayerLook) {
        self.looks[layer] = look;
    }
}

/// Adds the layers as this user left them.
pub fn plugin(app: &mut App) {
    app.init_resource::<Layers>().add_systems(Startup, remember);
}

fn remember(settings: Res<UserSettings>, mut layers: ResMut<Layers>) {
    for (index, spec) in LAYERS.iter().enumerate() {
        if let Some(look) = settings.get().layers.get(spec.name) {
            layers.set(index, *look);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tour_may_name_every_layer() {
        let names: Vec<&str> = LAYERS.iter().map(|layer| layer.name).collect();
        assert_eq!(names, crate::twin::tour::names::LAYERS);
    }
}
