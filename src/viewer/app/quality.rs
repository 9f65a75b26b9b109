//! How much the picture may cost.

use bevy::prelude::Resource;

/// Two qualities of the same look.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Quality {
    /// Light by vertices, no shadows: software rendering, weak adapters.
    #[default]
    Lite,
    /// Light by pixels, shadows, reflections, smooth edges.
    Full,
}

impl Quality {
    /// The name in commands and files.
    pub fn name(self) -> &'static str {
        match self {
            Quality::Lite => "lite",
            Quality::Full => "full",
        }
    }
}
