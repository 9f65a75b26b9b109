//! The sun on all that stands in a region: dwellings, grounds, roofs. Of a region in which something is built, only what lies within the
//! reach of what differs is worked out anew; the outcome is the same to the bit.

use super::assumption::SunAssumptions;
use super::dwelling::{Demand, Lit, OUT, lit, storeys};
use super::grounds::{self, Ground};
use super::horizon::Horizon;
use super::hours::{Hours, Scene, Workspace, reaches};
use super::path::Path;
use super::prisms::{Prism, distance};
use super::roof::{self, Lie};
use super::solids::{Heights, Solids, heights};
use super::tiles::Tiles;
use super::yield_pv::{Suns, Year};
use super::{horizon, prisms};
use crate::twin::catalog::survey::Home;
use crate::twin::model::building::{Building, BuildingUse, Part};
use crate::twin::model::change::Kept;
use crate::twin::model::region::Region;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The day on which norms are judged, and a year whose sun it is: year, month, day.
pub const JUDGED_ON: (i32, u32, u32) = (2026, 3, 22);
/// Latitudes in which roofs share the sun of a year [°].
const BAND: f64 = 0.5;
/// Roofs smaller than this carry no modules [m²].
const SMALLEST_ROOF: f64 = 20.0;
/// How far over its top a roof is asked for [m].
const OVER: f64 = 0.2;

/// The dwellings of a building.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dwelling {
    /// Number of the building.
    pub building: u32,
    /// Their sun; none where no wall is in the open.
    pub lit: Option<Lit>,
    heights: Heights,
    is_one: bool,
}

/// The roof of a building.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Roof {
    /// Number of the building.
    pub building: u32,
    /// What modules on it would give in a year [kWh].
    pub energy: f32,
    lie: Lie,
    band: i16,
    area: f32,
}

/// The sun on all that stands in a region.
#[derive(Clone, Debug)]
pub struct Insolation {
    assumptions: SunAssumptions,
    /// What stands.
    pub solids: Arc<Solids>,
    tiles: Tiles,
    /// Dwellings, in the order of their buildings.
    pub dwellings: Vec<Dwelling>,
    /// Roofs, in the order of their buildings.
    pub roofs: Vec<Roof>,
    /// Grounds, and the minutes of sun on them; none where they are built on.
    pub grounds: Vec<(Ground, Option<Hours>)>,
}

/// What was known before, and what differs from then.
struct Before<'a> {
    known: &'a Insolation,
    /// Buildings that are as they were.
    kept: &'a Kept,
    differing: Vec<Prism>,
    /// Middle and radius of a circle about all that differs.
    about: ([f64; 2], f64),
}

impl<'a> Before<'a> {
    fn new(known: &'a Insolation, kept: &'a Kept, solids: &Solids) -> Self {
        let differing: Vec<Prism> = solids.differing(&known.solids, kept).into_iter().cloned().collect();
        let centre = differing.first().map_or([0.0; 2], |prism| prism.centre);
        let radius = differing.iter().map(|prism| distance(prism.centre, centre) + prism.radius).fold(0.0, f64::max);
        Self { known, kept, differing, about: (centre, radius) }
    }

    /// Whether anything that differs is so near to a circle [m].
    fn is_near(&self, centre: [f64; 2], radius: f64, farthest: f64) -> bool {
        !self.differing.is_empty() && distance(centre, self.about.0) <= farthest + radius + self.about.1
    }

    /// Whether anything that differs may be felt within a circle, where it is felt so far [m] at most.
    fn is_felt(&self, centre: [f64; 2], radius: f64, farthest: f64, feels: impl Fn(&Prism) -> bool) -> bool {
        self.is_near(centre, radius, farthest) && self.differing.iter().any(feels)
    }

    /// What is known of the dwellings of a building; in the list it stands where it is guessed, or somewhere else.
    fn dwelling(&self, number: u32, guess: usize) -> Option<&'a Dwelling> {
        let all = &self.known.dwellings;
        let guessed = all.get(guess).filter(|known| known.building == number);
        guessed.or_else(|| all.get(all.binary_search_by_key(&number, |known| known.building).ok()?))
    }

    /// Whether any shade that differs may reach a circle.
    fn is_shaded(&self, path: &Path, centre: [f64; 2], radius: f64, lowest: f64) -> bool {
        self.is_felt(centre, radius, prisms::FARTHEST, |prism| reaches(prism, path, centre, radius, lowest))
    }
}

impl Insolation {
    /// The sun in a region with homes, in the order of their buildings. `earlier` is what is known of the region as it was, and which of its
    /// buildings are as they were.
    pub fn new(region: &Region, homes: &[Home], assumptions: SunAssumptions, earlier: Option<(&Self, &Kept)>) -> Self {
        let earlier = earlier.filter(|(earlier, _)| earlier.assumptions == assumptions);
        let count = region.buildings.len();
        let solids = match earlier {
            Some((earlier, kept)) if *kept == Kept::all(count) && earlier.solids.prisms.len() == count => earlier.solids.clone(),
            _ => Arc::new(Solids::new(region, earlier.map(|(earlier, kept)| (&*earlier.solids, kept)))),
        };
        let before = earlier.map(|(earlier, kept)| Before::new(earlier, kept, &solids));
        let none = Kept::default();
        let new = earlier.map_or(&none, |(_, kept)| kept).others(count).filter_map(|number| solids.prisms.get(number as u32));
        let grounds = grounds::grounds(region);
        let stands = new.filter(|prism| prism.is_solid()).map(|prism| prism.centre);
        let places = stands.chain(grounds.iter().map(|ground| ground.centre));
        let tiles = Tiles::new(region, JUDGED_ON, assumptions.low, places, earlier.map(|(earlier, _)| &earlier.tiles));
        let town = Town { region, solids: &solids, tiles: &tiles, assumptions: &assumptions, before: before.as_ref() };
        let (dwellings, (roofs, grounds)) =
            rayon::join(|| town.dwellings(homes), || rayon::join(|| town.roofs(), || town.grounds(grounds)));
        Self { assumptions, dwellings, roofs, grounds, tiles, solids }
    }
}

/// Everything that the sun of a region follows from.
struct Town<'a> {
    region: &'a Region,
    solids: &'a Solids,
    tiles: &'a Tiles,
    assumptions: &'a SunAssumptions,
    before: Option<&'a Before<'a>>,
}

impl Town<'_> {
    fn scene(&self, at: [f64; 2]) -> Option<Scene<'_>> {
        Some(Scene { path: self.tiles.path(at)?, prisms: &self.solids.prisms, skyline: self.tiles.skyline(at) })
    }

    fn floor(&self, building: u32) -> f64 {
        self.solids.floors.get(building as usize).copied().map_or(0.0, f64::from)
    }

    fn dwellings(&self, homes: &[Home]) -> Vec<Dwelling> {
        let of = |room: &mut Workspace, (index, home): (usize, &Home)| self.dwelling(home.building, index, room);
        homes.par_iter().enumerate().map_init(Workspace::default, of).flatten_iter().collect()
    }

    /// Whether a building is as it was, and nothing that differs is so near to it [m].
    fn is_untouched(&self, number: u32, prism: &Prism, farthest: f64) -> Option<&Before<'_>> {
        self.before.filter(|before| before.kept.has(number as usize) && !before.is_near(prism.centre, prism.radius, farthest))
    }

    fn dwelling(&self, number: u32, guess: usize, room: &mut Workspace) -> Option<Dwelling> {
        let building = self.region.buildings.features.get(number as usize)?;
        let prism = self.solids.prisms.get(number)?;
        let untouched = self.is_untouched(number, prism, prisms::FARTHEST + OUT).and_then(|before| before.dwelling(number, guess));
        if let Some(known) = untouched {
            return Some(*known);
        }
        let scene = self.scene(prism.centre)?;
        let (heights, is_one, floor) = (heights(building), building.usage.value == BuildingUse::House, self.floor(number));
        let new = Dwelling { building: number, lit: None, heights, is_one };
        let known = self.before.and_then(|before| {
            let known = before.dwelling(number, guess)?;
            let lowest = floor + storeys(&heights).next()?;
            let is_same = (Dwelling { lit: None, ..*known }) == new;
            (is_same && !before.is_shaded(scene.path, prism.centre, prism.radius + OUT, lowest)).then_some(*known)
        });
        let demand = Demand { minutes: self.assumptions.dwelling, reach: self.assumptions.reach };
        Some(known.unwrap_or_else(|| Dwelling { lit: lit(&scene, prism, floor, &heights, is_one, demand, room), ..new }))
    }

    fn grounds(&self, grounds: Vec<Ground>) -> Vec<(Ground, Option<Hours>)> {
        let of = |room: &mut Workspace, ground: Ground| {
            let hours = self.ground(&ground, room);
            (ground, hours)
        };
        grounds.into_par_iter().map_init(Workspace::default, of).collect()
    }

    fn ground(&self, ground: &Ground, room: &mut Workspace) -> Option<Hours> {
        let scene = self.scene(ground.centre)?;
        let floor = grounds::floor(self.region, ground.centre);
        let known = self.before.and_then(|before| {
            let all = &before.known.grounds;
            let known = all.get(all.binary_search_by_key(&ground.which, |(ground, _)| ground.which).ok()?)?;
            (known.0 == *ground && !before.is_shaded(scene.path, ground.centre, ground.radius, floor)).then_some(known.1)
        });
        known.unwrap_or_else(|| ground.hours(&scene, floor, room))
    }

    fn roofs(&self) -> Vec<Roof> {
        let none = Kept::default();
        let others: Vec<usize> = self.before.map_or(&none, |before| before.kept).others(self.region.buildings.len()).collect();
        let known =
            self.before.into_iter().flat_map(|before| before.known.roofs.iter().filter(|roof| before.kept.has(roof.building as usize)));
        let mut roofs: Vec<Roof> = known.copied().collect();
        let mut anew: Vec<usize> = (0..roofs.len()).into_par_iter().filter(|index| self.is_felt_by(&roofs[*index])).collect();
        anew.extend(roofs.len()..roofs.len() + others.len());
        roofs.par_extend(others.into_par_iter().filter_map(|number| self.bare_roof(number as u32)));
        anew.truncate(anew.partition_point(|index| *index < roofs.len()));
        let years = years(anew.iter().map(|index| (roofs[*index].band, roofs[*index].lie)).collect(), self.assumptions);
        let energy = |roof: &Roof| years.get(&(roof.band, roof.lie)).map_or(0.0, |year| self.energy(roof, year));
        let energies: Vec<f32> = anew.par_iter().map(|index| energy(&roofs[*index])).collect();
        anew.iter().zip(energies).for_each(|(index, energy)| roofs[*index].energy = energy);
        roofs.sort_by_key(|roof| roof.building);
        roofs
    }

    /// A roof of which nobody knows yet what it gives.
    fn bare_roof(&self, number: u32) -> Option<Roof> {
        let building: &Building = self.region.buildings.features.get(number as usize)?;
        let prism = self.solids.prisms.get(number).filter(|prism| prism.is_solid())?;
        let area = roof::area(&self.solids.prisms, prism);
        let is_bare = matches!(building.usage.value, BuildingUse::Greenhouse | BuildingUse::Religious);
        if building.part == Part::Outline || is_bare || area < SMALLEST_ROOF {
            return None;
        }
        let ring = self.solids.prisms.rings(prism).next()?;
        let frame = &self.region.frame;
        // A tenth of a degree is nothing to a year: the meridian's own north at the latitude of the plane.
        let latitude = frame.origin().lat + prism.centre[1] / 111_200.0;
        let rise = building.roof_height.metres();
        let turned = self.turned(prism.centre, latitude);
        let plane = roof::plane(ring, building.roof.value, rise, building.roof_across, self.assumptions.tilt, latitude >= 0.0, turned);
        Some(Roof { building: number, energy: 0.0, lie: Lie::new(plane), band: (latitude / BAND).round() as i16, area: area as f32 })
    }

    /// What the plane's north is off true north at a place [rad]: as the frame's convergence, without looking for degrees.
    fn turned(&self, at: [f64; 2], latitude: f64) -> f64 {
        let radius = 6_371_000.0 * latitude.to_radians().cos().max(0.01);
        ((at[0] / radius).tan() * latitude.to_radians().sin()).atan()
    }

    /// Whether a roof that was there before has another horizon than it had.
    fn is_felt_by(&self, roof: &Roof) -> bool {
        let (Some(before), Some(prism)) = (self.before, self.solids.prisms.get(roof.building)) else { return true };
        let height = prism.top + OVER;
        let stands = |other: &Prism| {
            let gap = distance(other.centre, prism.centre) - other.radius;
            gap <= horizon::FARTHEST && (other.top - height > horizon::LEAST_SLOPE * gap.max(0.0) || gap <= prism.radius)
        };
        before.is_felt(prism.centre, prism.radius, horizon::FARTHEST, stands)
    }

    fn energy(&self, roof: &Roof, year: &Year) -> f32 {
        let Some(prism) = self.solids.prisms.get(roof.building) else { return 0.0 };
        let [east, north] = prism.centre;
        let horizon = Horizon::new(&self.solids.prisms, self.tiles.skyline(prism.centre), [east, north, prism.top + OVER]);
        let turned = self.turned(prism.centre, f64::from(roof.band) * BAND);
        let energy = year.under(&horizon, turned) * f64::from(roof.area) * self.assumptions.power;
        if energy.is_finite() { energy.max(0.0) as f32 } else { 0.0 }
    }
}

/// What a kilowatt gives in a year on every kind of roof that there is, band by band.
fn years(kinds: BTreeSet<(i16, Lie)>, assumptions: &SunAssumptions) -> BTreeMap<(i16, Lie), Year> {
    let bands: BTreeSet<i16> = kinds.iter().map(|(band, _)| *band).collect();
    let bands: Vec<i16> = bands.into_iter().collect();
    let suns: BTreeMap<i16, Suns> =
        bands.par_iter().map(|band| (*band, Suns::new(f64::from(*band) * BAND))).collect::<Vec<_>>().into_iter().collect();
    let kinds: Vec<(i16, Lie)> = kinds.into_iter().collect();
    let year = |kind: &(i16, Lie)| Some((*kind, Year::new(suns.get(&kind.0)?, kind.1.plane(), &assumptions.climate)));
    kinds.par_iter().filter_map(year).collect::<Vec<_>>().into_iter().collect()
}
