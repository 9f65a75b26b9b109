//! How much a level of detail shows: the one table that trades richness for frames.

use crate::viewer::app::quality::Quality;

/// How much of each kind a level shows.
pub struct Detail {
    /// Least important rank of streets.
    pub street_rank: u8,
    /// Whether the ground is painted with land cover and with what is too small for triangles.
    pub painted: bool,
    /// Whether streets have pavements.
    pub pavements: bool,
    /// Lane markings and rails.
    pub markings: bool,
    /// Smallest building [m² of footprint].
    pub building_area: f64,
    /// Most buildings a tile: the largest are shown.
    pub buildings: usize,
    /// Smallest building with its roof and windows [m² of footprint]; smaller ones are blocks.
    pub roofs_from: f64,
    /// How far shade reaches from the walls of buildings [m]; 0 where it is not drawn.
    pub shade: f64,
    /// Share of the trees that are known one by one.
    pub trees: f64,
    /// Share of the trees that fill woods and parks.
    pub woods: f64,
    /// Sides of a tree.
    pub tree_sides: u32,
    /// Whether trees have trunks.
    pub trunks: bool,
}

const NONE: f64 = f64::INFINITY;

/// At the street corner all that is known is there.
const NEAR: Detail = Detail {
    street_rank: 9,
    painted: false,
    pavements: true,
    markings: true,
    building_area: 0.0,
    buildings: usize::MAX,
    roofs_from: 0.0,
    shade: 2.4,
    trees: 1.0,
    woods: 1.0,
    tree_sides: 6,
    trunks: true,
};

/// From the farthest level on nothing stands any more.
const FAR: Detail = Detail {
    street_rank: 3,
    painted: true,
    pavements: false,
    markings: false,
    building_area: NONE,
    buildings: 0,
    roofs_from: NONE,
    shade: 0.0,
    trees: 0.0,
    woods: 0.0,
    tree_sides: 3,
    trunks: false,
};

/// By level, from the street corner outward: little enough for software rendering.
const LITE: [Detail; 6] = [
    Detail { shade: 0.0, woods: 0.6, tree_sides: 4, ..NEAR },
    Detail {
        street_rank: 7,
        painted: false,
        building_area: 12.0,
        buildings: 4_000,
        roofs_from: 140.0,
        trees: 0.4,
        woods: 0.2,
        tree_sides: 4,
        ..FAR
    },
    Detail { street_rank: 5, building_area: 70.0, buildings: 1_500, ..FAR },
    Detail { street_rank: 4, building_area: 150.0, buildings: 1_200, ..FAR },
    Detail { street_rank: 4, building_area: 250.0, buildings: 700, ..FAR },
    FAR,
];

/// The same where a graphics card draws.
const FULL: [Detail; 6] = [
    NEAR,
    Detail { markings: false, roofs_from: 45.0, shade: 3.2, trees: 0.5, woods: 0.25, tree_sides: 5, trunks: false, ..NEAR },
    Detail { street_rank: 6, building_area: 30.0, buildings: 1_800, ..FAR },
    Detail { street_rank: 5, building_area: 60.0, buildings: 1_400, ..FAR },
    Detail { street_rank: 4, building_area: 250.0, buildings: 900, ..FAR },
    FAR,
];

/// What a level shows.
pub fn detail(quality: Quality, level: u8) -> &'static Detail {
    let table = match quality {
        Quality::Lite => &LITE,
        Quality::Full => &FULL,
    };
    &table[usize::from(level).min(table.len() - 1)]
}
