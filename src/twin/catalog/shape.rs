//! What stands or lies at a solution's place, as a template writes it.

use super::formula::Formula;
use crate::twin::model::building::{BuildingUse, RoofShape};
use crate::twin::model::connectivity::CableKind;
use crate::twin::model::cover::CoverKind;
use crate::twin::model::street::StreetClass;
use crate::twin::model::transit::TransitMode;
use crate::twin::model::water::WaterKind;
use crate::{readable_choices, record, variants};

readable_choices!(BuildingUse, CableKind, CoverKind, RoofShape, StreetClass, TransitMode, WaterKind);

variants! {
    /// What stands or lies at a solution's place.
    pub enum Shape in "shape" {
        /// A building.
        Block(Block),
        /// A mast.
        Mast(MastShape),
        /// Ground with a cover.
        Ground(Ground),
        /// Water on the drawn area.
        Water(WaterShape),
        /// A strip along the drawn line.
        Ribbon(Ribbon),
        /// Stops along the drawn line.
        Stops(Stops),
        /// Rows of panels, racks, beds.
        Rows(Rows),
        /// Trees over the drawn line or area.
        Trees(Trees),
    }
}

record! {
    /// A building. Lengths are metres, the place is its middle.
    pub struct Block in "block" {
        /// What it is used for.
        usage: BuildingUse,
        /// Metres along the street.
        length: Formula,
        /// Metres away from it.
        width: Formula,
        /// Storeys.
        storeys: Formula,
        /// Metres to the right of the solution's middle, as one who faces it sees it.
        right: Formula = Formula::constant(0.0),
        /// Metres behind it.
        behind: Formula = Formula::constant(0.0),
        /// The roof.
        roof: RoofShape = RoofShape::Flat,
    }
}

record! {
    /// A mast, or several spread over the drawn area.
    pub struct MastShape in "mast-shape" {
        /// Metres.
        height: Formula,
        /// How many on the drawn area.
        count: Formula = Formula::constant(1.0),
        /// Metres to the right of the solution's middle.
        right: Formula = Formula::constant(0.0),
        /// Metres behind it.
        behind: Formula = Formula::constant(0.0),
    }
}

record! {
    /// Ground: a rectangle around a solution, or the whole drawn area.
    pub struct Ground in "ground" {
        /// What covers it.
        cover: CoverKind,
        /// Metres along the street; the drawn area where none is written.
        length: Option<Formula>,
        /// Metres away from it; the drawn area where none is written.
        width: Option<Formula>,
        /// Metres to the right of the solution's middle.
        right: Formula = Formula::constant(0.0),
        /// Metres behind it.
        behind: Formula = Formula::constant(0.0),
    }
}

record! {
    /// Water on the drawn area.
    pub struct WaterShape in "water-shape" {
        /// What kind of water.
        kind: WaterKind,
        /// Metres from the area's edge.
        bank: Formula = Formula::constant(0.0),
        /// Metres from the ground to the bottom.
        depth: Formula = Formula::constant(0.0),
    }
}

record! {
    /// A strip along the drawn line.
    pub struct Ribbon in "ribbon" {
        /// Metres.
        width: Formula,
        /// Metres above the ground.
        height: Formula = Formula::constant(0.0),
        /// Metres to the right of the line.
        right: Formula = Formula::constant(0.0),
        /// Metres of a levee that give way in a flood.
        breach: Formula = Formula::constant(0.0),
        /// The street that it is.
        way: Option<Way>,
        /// What it carries as a cable or pipe.
        carries: Option<CableKind>,
    }
}

record! {
    /// What a strip is as a street.
    pub struct Way in "way" {
        /// Importance.
        class: StreetClass,
        /// Lanes for vehicles.
        lanes: Formula = Formula::constant(0.0),
        /// Speed limit [km/h].
        speed: Formula = Formula::constant(0.0),
    }
}

record! {
    /// Stops along the drawn line.
    pub struct Stops in "stops" {
        /// Metres from one stop to the next, at most.
        spacing: Formula,
        /// What stops there.
        mode: TransitMode = TransitMode::Bus,
    }
}

record! {
    /// Rows over the drawn area.
    pub struct Rows in "rows" {
        /// Metres from one row to the next.
        spacing: Formula,
        /// Metres of a row, front to back.
        width: Formula,
        /// Metres of their height.
        height: Formula,
    }
}

record! {
    /// Trees over the drawn line or area.
    pub struct Trees in "trees" {
        /// Metres from one tree to the next.
        spacing: Formula,
        /// Metres of their height.
        height: Formula,
        /// Rows beside one another along a line.
        rows: Formula = Formula::constant(1.0),
        /// Metres from one row along a line to the next.
        apart: Formula = Formula::constant(3.0),
    }
}

impl Shape {
    /// Its formulas.
    pub fn formulas(&self) -> Vec<&Formula> {
        match self {
            Shape::Block(block) => vec![&block.length, &block.width, &block.storeys, &block.right, &block.behind],
            Shape::Mast(mast) => vec![&mast.height, &mast.count, &mast.right, &mast.behind],
            Shape::Ground(ground) => ground.length.iter().chain(&ground.width).chain([&ground.right, &ground.behind]).collect(),
            Shape::Water(water) => vec![&water.bank, &water.depth],
            Shape::Ribbon(Ribbon { width, height, right, breach, way, .. }) => {
                [width, height, right, breach].into_iter().chain(way.iter().flat_map(|way| [&way.lanes, &way.speed])).collect()
            }
            Shape::Stops(stops) => vec![&stops.spacing],
            Shape::Rows(rows) => vec![&rows.spacing, &rows.width, &rows.height],
            Shape::Trees(trees) => vec![&trees.spacing, &trees.height, &trees.rows, &trees.apart],
        }
    }
}
