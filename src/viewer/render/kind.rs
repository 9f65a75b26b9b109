//! The kinds of surfaces: what decides a surface's shader, its place in the painter's order, and the layer that switches it.

/// What a surface is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The ground itself.
    Ground,
    /// Land cover.
    Cover,
    /// Water.
    Water,
    /// Tracks.
    Railway,
    /// Streets on the ground.
    Street,
    /// Shade on the ground at the foot of what stands.
    Shade,
    /// Outlines of territories.
    Boundary,
    /// Lines of public transport.
    Line,
    /// Cables.
    Cable,
    /// Streets above the ground.
    Bridge,
    /// Walls with windows.
    Facade,
    /// Roofs and walls without windows.
    Roof,
    /// Trees.
    Tree,
    /// Masts.
    Mast,
    /// Walls against water.
    Levee,
    /// Values that lie on the ground, as a picture over the ground's own triangles.
    Sheet,
    /// The water of a flood, over the ground and about what stands.
    Flood,
}

impl Kind {
    /// All of them; those that lie on the ground stand in the painter's order.
    pub const ALL: [Kind; 17] = [
        Kind::Ground,
        Kind::Cover,
        Kind::Water,
        Kind::Railway,
        Kind::Street,
        Kind::Shade,
        Kind::Boundary,
        Kind::Line,
        Kind::Cable,
        Kind::Bridge,
        Kind::Facade,
        Kind::Roof,
        Kind::Tree,
        Kind::Mast,
        Kind::Levee,
        Kind::Sheet,
        Kind::Flood,
    ];

    /// Place in the painter's order of what lies flat on the ground; none for the ground and for what stands.
    pub fn paint_order(self) -> Option<u8> {
        (Kind::Cover as u8..=Kind::Cable as u8).contains(&(self as u8)).then_some(self as u8)
    }

    /// Place in the order of what lies over all that is painted on the ground and lets it be seen; none for everything else.
    pub fn over_paint(self) -> Option<u8> {
        [Kind::Sheet, Kind::Flood].iter().position(|kind| *kind == self).map(|place| place as u8)
    }

    /// As what it is drawn when it is proposed: what is proposed is seen even where its layer is off at first.
    pub fn when_proposed(self) -> Self {
        match self {
            Kind::Line | Kind::Cable => Kind::Boundary,
            other => other,
        }
    }

    /// The layer that switches it; none for the ground, and for sheets and floods, which come with their outcome.
    pub fn layer(self) -> Option<&'static str> {
        Some(match self {
            Kind::Ground | Kind::Sheet | Kind::Flood => return None,
            Kind::Cover => "landcover",
            Kind::Water => "water",
            Kind::Railway => "railways",
            Kind::Street | Kind::Bridge => "highways",
            Kind::Boundary => "boundaries",
            Kind::Line => "lines",
            Kind::Cable => "cables",
            Kind::Facade | Kind::Roof | Kind::Shade => "buildings",
            Kind::Tree => "trees",
            Kind::Mast => "masts",
            Kind::Levee => "levees",
        })
    }
}
