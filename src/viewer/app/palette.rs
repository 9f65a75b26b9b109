//! The colours of the model: calm ground, crisp roofs; the only place with literal colours of things.

use crate::twin::model::building::{BuildingUse, RoofShape};
use crate::twin::model::connectivity::CableKind;
use crate::twin::model::cover::CoverKind;
use crate::twin::model::id::mix;
use crate::twin::model::railway::RailwayClass;
use crate::twin::model::street::{StreetClass, Surface as Paving};
use crate::twin::model::tree::TreeKind;
use crate::twin::model::water::WaterKind;

/// A colour as vertices hold it: sRGB, and a mark that the material reads.
pub type Colour = [u8; 4];

/// A colour as it is written in hexadecimal.
pub const fn rgb(hex: u32) -> Colour {
    [(hex >> 16) as u8, (hex >> 8) as u8, hex as u8, 0]
}

/// Open ground where nothing else is known: dry grassland.
pub const GROUND: Colour = rgb(0xd3d0b0);
/// Bare rock on slopes too steep for grass.
pub const ROCK: Colour = rgb(0xb3aca0);
/// Snow above the tree line.
pub const SNOW: Colour = rgb(0xf3f5f7);
/// Kerbs and pavements beside streets.
pub const PAVEMENT: Colour = rgb(0xd9d5cb);
/// Painted lines.
pub const MARKING: Colour = rgb(0xf4f2ec);
/// Sides of embankments.
pub const EMBANKMENT: Colour = rgb(0xb4ac8e);
/// Sides, parapets and piers of bridges.
pub const CONCRETE: Colour = rgb(0xbfbcb5);
/// Edges of a bridge that is seen from far.
pub const PARAPET: Colour = rgb(0xf4f1ea);
/// What lies in the shade of a house, as painted onto far ground.
pub const SHADE: Colour = rgb(0x5a564e);
/// Ballast under tracks.
pub const BALLAST: Colour = rgb(0xada59a);
/// Rails.
pub const RAIL: Colour = rgb(0x6f6a66);

/// Ground of a territory as seen from afar, told from its neighbours.
pub fn territory(seed: u64) -> Colour {
    const TONES: [u32; 5] = [0xe0d9ae, 0xd2d6a8, 0xdbcfa4, 0xcdd3b0, 0xd8d7b8];
    rgb(TONES[(seed % TONES.len() as u64) as usize])
}

/// Ground beyond the region, of which nothing is known.
pub const BEYOND: Colour = rgb(0xcfcec6);
/// Outlines of territories.
pub const BOUNDARY: Colour = rgb(0x9a7f9e);
/// Masts.
pub const MAST: Colour = rgb(0xc2453c);

/// Of what is under construction: raw, and only a little of its scenario's colour.
const RAW: Colour = rgb(0xf1ece0);

/// What is proposed in a scenario's colour, while it is being built.
pub fn scaffold(scenario: [u8; 3]) -> [u8; 3] {
    let [red, green, blue] = scenario;
    let [red, green, blue, _] = blend(RAW, [red, green, blue, 0], 0.3);
    [red, green, blue]
}

/// Lines of public transport, told apart.
pub fn line(seed: u64) -> Colour {
    const TONES: [u32; 8] = [0x2f7ebc, 0xd1733b, 0x3f9c6b, 0xb04a7c, 0x8a6bbd, 0xc29a27, 0x3aa3a8, 0x9c5b45];
    rgb(TONES[(seed % TONES.len() as u64) as usize])
}

/// Cables.
pub fn cable(kind: CableKind) -> Colour {
    rgb(match kind {
        CableKind::Fibre => 0x2e8fa3,
        CableKind::PowerLine => 0x7b6f86,
        CableKind::Pipeline => 0x9b7a4b,
    })
}

/// What covers the ground.
pub fn cover(kind: CoverKind) -> Colour {
    use CoverKind::*;
    rgb(match kind {
        Grass => 0xbfcf9c,
        Meadow => 0xc8d1a2,
        Steppe => 0xd6d2ad,
        Farmland => 0xddd6a9,
        Farmyard => 0xd6cbb4,
        Orchard => 0xb5c890,
        Forest => 0x93b083,
        Scrub => 0xafc092,
        Park => 0xaecb95,
        Garden => 0xbcd0a0,
        Allotments => 0xc7d0a2,
        Cemetery => 0xb4c5a3,
        Sport => 0xa8cba0,
        Residential => 0xdcd8cb,
        Retail => 0xe2d5cb,
        Commercial => 0xddd6d2,
        Industrial => 0xd4d0cc,
        Institution => 0xe1d9c4,
        Railway => 0xc9c3ba,
        Airport => 0xd0d2c4,
        Runway => 0xb4b4b2,
        Parking => 0xc6c4c0,
        Square => 0xdfdad0,
        Military => 0xd1cdb8,
        Construction => 0xd0c3a8,
        Quarry => 0xbfb3a1,
        Sand => 0xeadfb8,
        Rock => 0xbdb7ad,
        Ice => 0xeaf1f4,
        Wetland => 0xb0c4a6,
    })
}

/// Water; the mark is its share of open depth, for the shader.
pub fn water(kind: WaterKind) -> Colour {
    rgb(match kind {
        WaterKind::Pool | WaterKind::Basin => 0x86c3d6,
        WaterKind::Stream | WaterKind::Ditch | WaterKind::Canal => 0x74aac0,
        WaterKind::Sea => 0x5d95b4,
        WaterKind::Lake | WaterKind::Pond | WaterKind::Reservoir | WaterKind::River => 0x68a0ba,
    })
}

/// A street's surface.
pub fn street(class: StreetClass, paving: Paving) -> Colour {
    match (class, paving) {
        (StreetClass::Cycleway, _) => rgb(0xc4a491),
        (StreetClass::Track | StreetClass::Path | StreetClass::Bridleway, _) | (_, Paving::Earth) => rgb(0xc4b795),
        (_, Paving::Gravel) => rgb(0xbdb5a4),
        (StreetClass::Footway | StreetClass::Steps | StreetClass::Pedestrian, _) => rgb(0xd2cdc2),
        _ => match class.rank() {
            0 | 1 => rgb(0x97928c),
            2 | 3 => rgb(0x9d9a96),
            _ => rgb(0xa7a5a2),
        },
    }
}

/// A track's bed.
pub fn railway(class: RailwayClass) -> Colour {
    if class == RailwayClass::Disused { rgb(0xbcb39c) } else { BALLAST }
}

/// Walls, by use and a little by the building; the mark is the share of windows lit at night.
pub fn wall(usage: BuildingUse, seed: u64) -> Colour {
    use BuildingUse::*;
    let (tones, lit): (&[u32], u8) = match usage {
        House | Unknown => (&[0xe9dfcc, 0xe6d3b8, 0xdfd8cc, 0xead9c3, 0xd8cdbb, 0xe3dccf], 90),
        Apartments => (&[0xe7e0d3, 0xded7cc, 0xe8d9c2, 0xd9d6d1, 0xe4cfb9, 0xd7dcdd], 120),
        Retail | Lodging => (&[0xe6d6cb, 0xdcd9d6, 0xe8dcc8], 150),
        Office | Public | Transport => (&[0xdad9d6, 0xe2dccf, 0xd3d8da], 60),
        Education => (&[0xecd9a9, 0xe9cfa2, 0xf0dfb8], 25),
        Health => (&[0xe6e7e4, 0xdfe5e2], 110),
        Industrial | Storage => (&[0xcfcbc4, 0xc6c6c4, 0xd4ccbf], 15),
        Religious => (&[0xf0e9da, 0xe8e1d0], 20),
        Farm | Garage | Outbuilding => (&[0xcdc3b4, 0xc4bdb3, 0xd1c6b2], 0),
        Greenhouse => (&[0xd9e6e0], 0),
        Roof => (&[0xc9c9c7], 0),
        Sport => (&[0xd6dbd6, 0xe1ddd2], 30),
    };
    let [red, green, blue, _] = rgb(tones[(seed % tones.len() as u64) as usize]);
    [red, green, blue, lit]
}

/// Roofs, by shape, use and a little by the building.
pub fn roof(usage: BuildingUse, shape: RoofShape, seed: u64) -> Colour {
    let pick = |tones: &[u32]| rgb(tones[(mix(seed) % tones.len() as u64) as usize]);
    match (usage, shape) {
        (BuildingUse::Greenhouse, _) => rgb(0xcfe3da),
        (BuildingUse::Religious, RoofShape::Dome) => rgb(0x6fa3a5),
        (BuildingUse::Education, RoofShape::Flat) => rgb(0xd9c9a0),
        (BuildingUse::Health, RoofShape::Flat) => rgb(0xd3dad6),
        (_, RoofShape::Flat) => pick(&[0xcbc8c2, 0xc3c1bd, 0xd2cec6, 0xbdbcba]),
        (BuildingUse::Garage | BuildingUse::Outbuilding | BuildingUse::Farm, _) => pick(&[0xa9a49b, 0x9c9994, 0xb0a591]),
        _ => pick(&[0xb5745c, 0xa8695a, 0x9b7c68, 0x8d8a88, 0xb98768, 0x8b6f63, 0x7f8a8c]),
    }
}

/// Crowns of trees.
pub fn crown(kind: TreeKind, seed: u64) -> Colour {
    let tones: &[u32] = match kind {
        TreeKind::Broadleaved => &[0x86a869, 0x7b9f63, 0x93b074, 0x7d9c5c, 0x9cb57b],
        TreeKind::Needleleaved => &[0x5f8462, 0x577b5d, 0x688a66],
    };
    rgb(tones[(seed % tones.len() as u64) as usize])
}

/// Between two colours.
pub fn blend(from: Colour, to: Colour, share: f32) -> Colour {
    let share = share.clamp(0.0, 1.0);
    std::array::from_fn(|channel| (f32::from(from[channel]) + share * (f32::from(to[channel]) - f32::from(from[channel]))) as u8)
}
