//! The sun about a proposal: what its own dwellings and grounds have, and what its shade leaves to those who stand about it. Nothing is
//! looked at but what lies within the reach of its shade.

use super::assumption::SunAssumptions;
use super::dwelling::{Flat, OUT, flats, storeys};
use super::grounds::{self, Ground};
use super::hours::{Hours, Scene, Workspace, reaches};
use super::insolation::JUDGED_ON;
use super::path::Path;
use super::prisms::{FARTHEST, Prism, distance};
use super::solids::{Solids, heights};
use super::tiles::Tiles;
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::building::{Building, BuildingUse};
use crate::twin::model::change::Kept;
use crate::twin::model::cover::CoverKind;
use crate::twin::model::feature::Feature;
use crate::twin::model::layer::Layer;
use crate::twin::model::region::Region;
use crate::twin::model::space::Bounds;
use rayon::prelude::*;

/// A proposal among what stands about it.
#[derive(Clone, Debug)]
pub struct Around {
    /// What stands near, and after it the buildings that are proposed.
    region: Region,
    /// How things stand without the proposal, …
    before: Solids,
    /// … and with it.
    after: Solids,
    tiles: Tiles,
    /// How far a flat goes from its wall [m].
    reach: f64,
    /// Numbers of the proposed buildings in which people will live.
    own_dwellings: Vec<u32>,
    /// Of those where people live and to which the proposal's shade comes.
    dwellings: Vec<u32>,
    own_grounds: Vec<Ground>,
    /// To which the proposal's shade comes.
    grounds: Vec<Ground>,
}

impl Around {
    /// What a proposal adds to a region, among what stands there; none where it brings no building and no ground.
    pub fn new(base: &Region, additions: &Region, assumptions: &SunAssumptions) -> Option<Self> {
        let own_grounds = grounds::grounds(additions);
        let about = Some(bounds(additions, &own_grounds)).filter(|about| !about.is_empty())?;
        let mut region = near(base, &about);
        let before = Solids::new(&region, None);
        let standing = region.buildings.len();
        additions.buildings.iter().for_each(|(building, shape)| _ = region.buildings.push(building.clone(), shape.kind, shape.parts()));
        let after = Solids::new(&region, Some((&before, &Kept::all(standing))));
        let new: Vec<Prism> = after.prisms.all().iter().skip(standing).filter(|prism| prism.is_solid()).cloned().collect();

        let middle = Tiles::new(&region, JUDGED_ON, assumptions.low, std::iter::once(about.centre()), None);
        let path = middle.path(about.centre())?;
        let is_lived_in = |number: &u32| region.buildings.features.get(*number as usize).is_some_and(Building::is_lived_in);
        let is_dark = |number: &u32| {
            let lowest = || storeys(&heights(region.buildings.features.get(*number as usize)?)).next();
            let (Some(prism), Some(lowest)) = (after.prisms.get(*number), lowest()) else { return false };
            is_shaded(&new, path, prism.centre, prism.radius + OUT, floor(&after, *number) + lowest)
        };
        let is_dim = |ground: &Ground| is_shaded(&new, path, ground.centre, ground.radius, grounds::floor(&region, ground.centre));
        let own_dwellings: Vec<u32> = (standing as u32..region.buildings.len() as u32).filter(is_lived_in).collect();
        let dwellings: Vec<u32> = (0..standing as u32).into_par_iter().filter(is_lived_in).filter(is_dark).collect();
        let grounds: Vec<Ground> = grounds::grounds(&region).into_iter().filter(is_dim).collect();

        let houses = own_dwellings.iter().chain(&dwellings).filter_map(|number| Some(after.prisms.get(*number)?.centre));
        let places = houses.chain(own_grounds.iter().chain(&grounds).map(|ground| ground.centre));
        let tiles = Tiles::new(&region, JUDGED_ON, assumptions.low, places, Some(&middle));
        Some(Self { before, after, tiles, reach: assumptions.reach, own_dwellings, dwellings, own_grounds, grounds, region })
    }

    /// Minutes of sun without a break in the darkest of its own flats; none where nobody lives in it, or none of its walls is in the open.
    pub fn own_dwellings(&self) -> Option<f64> {
        let of = |room: &mut Workspace, number: &u32| {
            least(self.flats(&self.after, *number, room)?.into_iter().flatten().map(|flat| flat.hours))
        };
        minutes(self.own_dwellings.par_iter().map_init(Workspace::default, of).flatten_iter().collect())
    }

    /// The same in the darkest of those flats about it that have `enough` minutes without it, and from which its shade takes some; none where
    /// there are none. A flat against whose wall it is built is judged by its other walls.
    pub fn dwellings_left(&self, enough: f64) -> Option<f64> {
        let of = |room: &mut Workspace, number: &u32| {
            let (before, after) = (self.flats(&self.before, *number, room)?, self.flats(&self.after, *number, room)?);
            least(before.iter().zip(&after).filter_map(|(before, after)| taken(enough, before.as_ref()?.hours, after.as_ref()?.hours)))
        };
        minutes(self.dwellings.par_iter().map_init(Workspace::default, of).flatten_iter().collect())
    }

    /// Minutes of sun without a break that half of the darkest of its own grounds has, of institutions of some kinds; none where it brings
    /// none, or builds on all of it.
    pub fn own_grounds(&self, kinds: &[AmenityKind]) -> Option<f64> {
        let of = |room: &mut Workspace, ground: &Ground| self.hours(&self.after, ground, room);
        let own = self.own_grounds.par_iter().filter(|ground| kinds.contains(&ground.kind));
        minutes(own.map_init(Workspace::default, of).flatten_iter().collect())
    }

    /// The same of those grounds about it that have `enough` minutes without it, and from which its shade takes some; none where there are
    /// none.
    pub fn grounds_left(&self, kinds: &[AmenityKind], enough: f64) -> Option<f64> {
        let of = |room: &mut Workspace, ground: &Ground| {
            let before = self.hours(&self.before, ground, room)?;
            taken(enough, before, self.hours(&self.after, ground, room)?)
        };
        let near = self.grounds.par_iter().filter(|ground| kinds.contains(&ground.kind));
        minutes(near.map_init(Workspace::default, of).flatten_iter().collect())
    }

    fn scene<'a>(&'a self, solids: &'a Solids, at: [f64; 2]) -> Option<Scene<'a>> {
        Some(Scene { path: self.tiles.path(at)?, prisms: &solids.prisms, skyline: self.tiles.skyline(at) })
    }

    fn flats(&self, solids: &Solids, number: u32, room: &mut Workspace) -> Option<Vec<Option<Flat>>> {
        let (building, prism) = (self.region.buildings.features.get(number as usize)?, solids.prisms.get(number)?);
        let (scene, is_one) = (self.scene(solids, prism.centre)?, building.usage.value == BuildingUse::House);
        Some(flats(&scene, prism, floor(solids, number), &heights(building), is_one, self.reach, room))
    }

    fn hours(&self, solids: &Solids, ground: &Ground, room: &mut Workspace) -> Option<Hours> {
        ground.hours(&self.scene(solids, ground.centre)?, grounds::floor(&self.region, ground.centre), room)
    }
}

/// The box around what a proposal brings.
fn bounds(additions: &Region, grounds: &[Ground]) -> Bounds {
    let mut bounds = Bounds::around(additions.buildings.iter().flat_map(|(_, shape)| shape.points().iter().copied()));
    for Ground { centre, radius, .. } in grounds {
        [-radius, *radius].into_iter().for_each(|by| bounds.include(centre.map(|value| value + by)));
    }
    bounds
}

/// The ground that a building stands on [m above the sea].
fn floor(solids: &Solids, number: u32) -> f64 {
    solids.floors.get(number as usize).copied().map_or(0.0, f64::from)
}

/// What stands so near that shade comes from there to whatever the proposal may shade, and the grounds that it may shade.
fn near(base: &Region, about: &Bounds) -> Region {
    let mut near = Region { frame: base.frame, terrain: base.terrain.clone(), ..Region::default() };
    take(&base.buildings, &about.grown(2.0 * FARTHEST), |_| true, &mut near.buildings);
    take(&base.amenities, &about.grown(FARTHEST), |_| true, &mut near.amenities);
    take(&base.cover, &about.grown(FARTHEST), |cover| cover.kind == CoverKind::Sport, &mut near.cover);
    near
}

/// Takes over the wanted features of a layer that share a point with a box.
fn take<T: Feature + Clone + Sync>(from: &Layer<T>, bounds: &Bounds, is_wanted: impl Fn(&T) -> bool + Sync, to: &mut Layer<T>) {
    let is_near = |number: &usize| is_wanted(&from.features[*number]) && bounds.intersects(&from.shapes.get(*number).bounds());
    let found: Vec<usize> = (0..from.len()).into_par_iter().filter(is_near).collect();
    for number in found {
        let shape = from.shapes.get(number);
        to.push(from.features[number].clone(), shape.kind, shape.parts());
    }
}

/// Whether shade of any of some prisms may come to a circle that is not lower than `lowest`.
fn is_shaded(new: &[Prism], path: &Path, centre: [f64; 2], radius: f64, lowest: f64) -> bool {
    // The sun nowhere stands lower than at its lowest: what that rules out need not be asked by its direction.
    let may = |prism: &&Prism| {
        let gap = (distance(prism.centre, centre) - radius - prism.radius).max(0.0);
        gap <= FARTHEST && prism.top - lowest > gap * path.least()
    };
    new.iter().filter(may).any(|prism| reaches(prism, path, centre, radius, lowest))
}

/// The hours afterwards, where they were enough and are fewer without a break than before.
fn taken(enough: f64, before: Hours, after: Hours) -> Option<Hours> {
    (f64::from(before.longest) >= enough && after.longest < before.longest).then_some(after)
}

fn least(hours: impl Iterator<Item = Hours>) -> Option<Hours> {
    hours.reduce(Hours::worst)
}

/// Minutes without a break in the darkest of them.
fn minutes(hours: Vec<Hours>) -> Option<f64> {
    least(hours.into_iter()).map(|hours| f64::from(hours.longest))
}
