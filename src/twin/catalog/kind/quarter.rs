//! A quarter of homes on the drawn area: streets in a grid, houses on plots or blocks of flats around green yards, by how dense it is.

use super::builder::Builder;
use super::drawn_area::DrawnArea;
use super::layout::{Pattern, Plan, Plot};
use super::network::Joints;
use super::standing::House;
use super::{KindSpec, Solution};
use crate::twin::catalog::resource::Resource;
use crate::twin::catalog::shape::Shape;
use crate::twin::catalog::site::Geometry;
use crate::twin::catalog::template::Kind;
use crate::twin::model::building::{BuildingUse, RoofShape};
use crate::twin::model::cover::CoverKind;
use crate::twin::model::feature::Decimetres;
use crate::twin::model::origin::Sourced;
use crate::twin::model::region::Region;
use crate::twin::model::street::{Street, StreetClass, Surface};
use crate::twin::model::vector::{Axis, Oblong, P, add, left, positions, scale};

/// The kind.
pub const SPEC: KindSpec = KindSpec { kind: Kind::Quarter, geometry: Geometry::Area, others: &[], on: &[], build };

/// Floor of a block for each of its homes, walls and stairs included [m²].
pub const FLOOR_PER_HOME: f64 = 85.0;
/// Homes a hectare up to which each has a house of its own.
const SPACIOUS: f64 = 25.0;
/// Share of a quarter that is plots; the rest is streets and edges.
const PLOTS: f64 = 0.78;
/// Metres from tree to tree in a yard, and their height.
const TREES: [f64; 2] = [14.0, 6.0];
/// The shortest block [m].
const SHORTEST: f64 = 8.0;

/// What is built: the house, its footprint, and how many homes there are to be.
struct Programme {
    house: House,
    length: f64,
    width: f64,
    homes: f64,
    /// Whether each home is a house of its own.
    spacious: bool,
}

fn build(solution: &Solution, region: &mut Region) {
    let mut builder = Builder::new(solution, region);
    let programme = Programme::of(&builder);
    if let Some((area, programme)) = builder.area().zip(programme) {
        let (plan, pattern) = programme.plan(&area);
        builder.add_cover(CoverKind::Residential, &area.whole());
        add_streets(&mut builder, &plan);
        if programme.spacious {
            programme.add_houses(&mut builder, &plan);
        } else {
            add_yards(&mut builder, &area, &plan);
            programme.add_blocks(&mut builder, &plan, &pattern);
        }
    }
    builder.take_effect();
}

impl Programme {
    fn of(builder: &Builder) -> Option<Self> {
        let template = builder.solution.fit.template;
        let block = template.shapes.iter().find_map(|shape| if let Shape::Block(block) = shape { Some(block) } else { None })?;
        let homes = template.provides.iter().filter(|flow| flow.what == Resource::Homes).map(|flow| builder.value(&flow.amount)).sum();
        let spacious = homes / builder.area()?.size() * 10_000.0 <= SPACIOUS;
        let mut house = House::of(block, builder);
        if spacious {
            (house.usage, house.roof) = (BuildingUse::House, RoofShape::Gabled);
        }
        let [length, width] = [&block.length, &block.width].map(|formula| builder.value(formula).max(6.0));
        Some(Self { house, length, width, homes, spacious })
    }

    /// The first pattern with room enough and streets that are joined, from generous to tight; where none has, the one with most.
    fn plan(&self, area: &DrawnArea) -> (Plan, Pattern) {
        let wanted = self.homes.round();
        let worth = |plan: &Plan, pattern: &Pattern| (plan.homes(pattern).min(wanted), plan.is_joined());
        let mut best: Option<(Plan, Pattern)> = None;
        let patterns = if self.spacious { self.plots(area) } else { self.rows() };
        // Along the longest side; across it where streets would not meet that way.
        let axis = area.axis();
        let axes = [axis, Axis { along: left(axis.along), ..axis }];
        for (axis, pattern) in axes.into_iter().flat_map(|axis| patterns.iter().map(move |pattern| (axis, *pattern))) {
            let plan = Plan::new(area, axis, &pattern);
            let own = worth(&plan, &pattern);
            if best.as_ref().is_none_or(|(plan, pattern)| own > worth(plan, pattern)) {
                best = Some((plan, pattern));
            }
            if own == (wanted, true) {
                break;
            }
        }
        best.unwrap_or_else(|| (Plan::default(), Pattern { plot: [1.0; 2], gap: 0.0, yard: 0.0, blocks: [1.0; 2], homes: 0.0 }))
    }

    /// Plots with a house each.
    fn plots(&self, area: &DrawnArea) -> Vec<Pattern> {
        let room = area.size() * PLOTS / self.homes.max(1.0);
        let pattern = |share: f64| {
            let [least_depth, least_front] = [self.width + 8.0, self.length + 3.0];
            let depth = (room * share * 1.7).sqrt().clamp(least_depth, least_depth.max(60.0));
            let front = (room * share / depth).clamp(least_front, least_front.max(45.0));
            let blocks = [2.0 * (depth + super::layout::VERGE), (6.0 * front).max(120.0)];
            Pattern { plot: [front, depth], gap: 0.0, yard: 0.0, blocks, homes: 1.0 }
        };
        [1.25, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4].map(pattern).to_vec()
    }

    /// Blocks in rows along the streets; shorter ones where an area is too small for long ones.
    fn rows(&self) -> Vec<Pattern> {
        let height = self.house.height();
        let mut patterns = Vec::new();
        for share in [1.0, 0.65, 0.4] {
            for block in [140.0, 115.0, 95.0, 78.0, 64.0, 52.0, 44.0, 38.0] {
                for gap in [1.0, 0.7, 0.45] {
                    let length = (self.length * share).max(SHORTEST);
                    patterns.push(Pattern {
                        plot: [length, self.width],
                        gap: (height * 0.8).max(12.0) * gap,
                        yard: (height * 0.9).max(10.0) * gap,
                        blocks: [block, (block * 1.4).max(90.0)],
                        homes: length * self.width * self.house.storeys / FLOOR_PER_HOME,
                    });
                }
            }
        }
        patterns
    }

    /// A house on each plot that is wanted, at its street, and a garden around it.
    fn add_houses(&self, builder: &mut Builder, plan: &Plan) {
        for plot in evenly(&plan.plots, self.homes.round() as usize) {
            let ground = plot.ground;
            builder.add_cover(CoverKind::Garden, &[positions(&ground.corners())]);
            let back = (ground.half[1] - self.width / 2.0 - 4.0).max(0.0);
            let centre = add(ground.centre, scale(plot.street, back));
            builder.add_building(self.house, &Oblong::new(centre, ground.along, self.length, self.width));
        }
    }

    /// As many blocks as are wanted, each a little shorter than its place so that the homes come out right.
    fn add_blocks(&self, builder: &mut Builder, plan: &Plan, pattern: &Pattern) {
        let wanted = (self.homes / pattern.homes - 1e-9).ceil().max(0.0) as usize;
        let plots = evenly(&plan.plots, wanted);
        let share = (self.homes / (plots.len() as f64 * pattern.homes)).min(1.0);
        for plot in plots {
            let [length, width] = plot.ground.half.map(|half| half * 2.0);
            builder.add_building(self.house, &Oblong::new(plot.ground.centre, plot.ground.along, length * share, width));
        }
    }
}

/// So many of them, evenly.
fn evenly(plots: &[Plot], count: usize) -> Vec<Plot> {
    let count = count.min(plots.len());
    (0..count).map(|index| plots[index * plots.len() / count]).collect()
}

fn add_streets(builder: &mut Builder, plan: &Plan) {
    let mut joints = Joints::new(builder.region);
    for points in &plan.streets {
        let street = Street {
            id: builder.id(),
            class: StreetClass::Residential,
            lanes: Sourced::modelled(2),
            speed: Sourced::assumed(40),
            width: Sourced::modelled(Decimetres::from_metres(7.0)),
            surface: Sourced::assumed(Surface::Asphalt),
            ..Street::default()
        };
        let all: Vec<usize> = (0..points.len()).collect();
        joints.add(builder.region, street, &positions(points), &all);
    }
}

/// Grass between the rows of blocks, with trees.
fn add_yards(builder: &mut Builder, area: &DrawnArea, plan: &Plan) {
    for yard in &plan.yards {
        builder.add_cover(CoverKind::Grass, &area.cut(yard));
        let Some(ground) = DrawnArea::new(yard) else { continue };
        let places: Vec<P> = ground.grid(ground.axis(), TREES[0]).into_iter().filter(|place| area.contains(*place)).collect();
        for place in places {
            builder.add_tree(place, [TREES[0] * 0.3; 2], TREES[1], |place| ground.contains(place) && area.contains(place));
        }
    }
}
