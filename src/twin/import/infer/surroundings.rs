//! What stands around a building and tells of it: land use, institutions, known neighbours, the settlement.

use super::form::Form;
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::building::{BuildingUse, Part};
use crate::twin::model::cover::CoverKind;
use crate::twin::model::layer::{Shape, ShapeKind};
use crate::twin::model::origin::Origin;
use crate::twin::model::place::{Place, PlaceKind};
use crate::twin::model::region::Region;
use crate::twin::model::space::{Bounds, Position, ring_contains};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

/// A rectangle that stands for something by its number.
type Box = GeomWithData<Rectangle<[f64; 2]>, u32>;
/// A building with observed storeys.
type Known = GeomWithData<[f64; 2], (BuildingUse, u8)>;

/// What a building can be compared with: land use, institutions' grounds, and buildings whose storeys are known.
pub struct Surroundings {
    grounds: Vec<Ground>,
    boxes: RTree<Box>,
    housed: RTree<GeomWithData<[f64; 2], BuildingUse>>,
    known: RTree<Known>,
    settlements: Vec<(Position, f64, Settlement)>,
}

/// How densely people build around a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Settlement {
    /// Open land, villages, hamlets.
    Village,
    /// Towns, and where nothing is known.
    Town,
    /// Cities, and towns of more than 50,000.
    City,
}

impl Settlement {
    /// How dense a place is, and how far from its middle that holds [m]: by residents where they are known.
    fn of(place: &Place) -> Option<(Self, f64)> {
        let (kind, reach) = match place.kind {
            PlaceKind::City => (Settlement::City, 8_000.0),
            PlaceKind::Town => (Settlement::Town, 3_500.0),
            PlaceKind::Village | PlaceKind::Hamlet => (Settlement::Village, 1_500.0),
            _ => return None,
        };
        Some(match place.population.value.map(f64::from) {
            Some(residents) if residents > 50_000.0 => (Settlement::City, 15.0 * residents.sqrt()),
            Some(residents) if residents > 8_000.0 => (kind.max(Settlement::Town), 15.0 * residents.sqrt()),
            _ => (kind, reach),
        })
    }
}

struct Ground {
    rings: Vec<Vec<Position>>,
    area: f64,
    usage: BuildingUse,
}

/// What land use says of the buildings on it.
const COVER_USES: &[(CoverKind, BuildingUse)] = &[
    (CoverKind::Residential, BuildingUse::House),
    (CoverKind::Retail, BuildingUse::Retail),
    (CoverKind::Commercial, BuildingUse::Office),
    (CoverKind::Industrial, BuildingUse::Industrial),
    (CoverKind::Railway, BuildingUse::Transport),
    (CoverKind::Airport, BuildingUse::Transport),
    (CoverKind::Farmyard, BuildingUse::Farm),
    (CoverKind::Farmland, BuildingUse::Farm),
    (CoverKind::Meadow, BuildingUse::Farm),
    (CoverKind::Allotments, BuildingUse::Outbuilding),
    (CoverKind::Garden, BuildingUse::Outbuilding),
    (CoverKind::Cemetery, BuildingUse::Outbuilding),
    (CoverKind::Military, BuildingUse::Public),
    (CoverKind::Sport, BuildingUse::Sport),
    (CoverKind::Quarry, BuildingUse::Industrial),
];

/// What an institution says of the buildings on its ground.
const AMENITY_USES: &[(AmenityKind, BuildingUse)] = &[
    (AmenityKind::School, BuildingUse::Education),
    (AmenityKind::Kindergarten, BuildingUse::Education),
    (AmenityKind::ArtsSchool, BuildingUse::Education),
    (AmenityKind::College, BuildingUse::Education),
    (AmenityKind::University, BuildingUse::Education),
    (AmenityKind::Hospital, BuildingUse::Health),
    (AmenityKind::Polyclinic, BuildingUse::Health),
    (AmenityKind::Clinic, BuildingUse::Health),
    (AmenityKind::Administration, BuildingUse::Public),
    (AmenityKind::Culture, BuildingUse::Public),
    (AmenityKind::Museum, BuildingUse::Public),
    (AmenityKind::Market, BuildingUse::Retail),
    (AmenityKind::Supermarket, BuildingUse::Retail),
    (AmenityKind::Mall, BuildingUse::Retail),
    (AmenityKind::Sport, BuildingUse::Sport),
    (AmenityKind::Lodging, BuildingUse::Lodging),
    (AmenityKind::BusStation, BuildingUse::Transport),
    (AmenityKind::RailwayStation, BuildingUse::Transport),
];

/// What an institution that stands as a point in a building says of its use: only of those that fill a building.
const HOUSED_USES: &[(AmenityKind, BuildingUse)] = &[
    (AmenityKind::School, BuildingUse::Education),
    (AmenityKind::Kindergarten, BuildingUse::Education),
    (AmenityKind::College, BuildingUse::Education),
    (AmenityKind::University, BuildingUse::Education),
    (AmenityKind::Hospital, BuildingUse::Health),
    (AmenityKind::Polyclinic, BuildingUse::Health),
    (AmenityKind::Administration, BuildingUse::Public),
    (AmenityKind::Culture, BuildingUse::Public),
    (AmenityKind::Museum, BuildingUse::Public),
    (AmenityKind::FireStation, BuildingUse::Public),
    (AmenityKind::Police, BuildingUse::Public),
    (AmenityKind::Worship, BuildingUse::Religious),
    (AmenityKind::Mall, BuildingUse::Retail),
    (AmenityKind::Lodging, BuildingUse::Lodging),
    (AmenityKind::RailwayStation, BuildingUse::Transport),
    (AmenityKind::BusStation, BuildingUse::Transport),
];

impl Surroundings {
    /// Gathers them.
    pub fn new(region: &Region) -> Self {
        let (buildings, cover, amenities) = (&region.buildings, &region.cover, &region.amenities);
        let mut grounds = Vec::new();
        let mut add = |shape: Shape<'_>, usage: Option<BuildingUse>| {
            if let Some(usage) = usage.filter(|_| shape.kind == ShapeKind::Area) {
                grounds.push(Ground { rings: shape.parts().map(<[_]>::to_vec).collect(), area: shape.area(), usage });
            }
        };
        for (cover, shape) in cover.iter() {
            add(shape, COVER_USES.iter().find(|(kind, _)| *kind == cover.kind).map(|(_, usage)| *usage));
        }
        for (amenity, shape) in amenities.iter() {
            add(shape, AMENITY_USES.iter().find(|(kind, _)| *kind == amenity.kind).map(|(_, usage)| *usage));
        }
        let bounds = |ground: &Ground| Bounds::around(ground.rings.iter().flatten().copied());
        let boxes = grounds.iter().enumerate().map(|(index, ground)| {
            let bounds = bounds(ground);
            Box::new(Rectangle::from_corners(bounds.min, bounds.max), index as u32)
        });
        let boxes = RTree::bulk_load(boxes.collect());
        let observed = buildings
            .iter()
            .filter(|(building, _)| building.levels.origin == Origin::Observed && building.levels.value > 0 && building.part != Part::Part);
        let known = observed.map(|(building, shape)| Known::new(shape.anchor().metres(), (building.usage.value, building.levels.value)));
        let housed = amenities.iter().filter(|(_, shape)| shape.kind == ShapeKind::Point).filter_map(|(amenity, shape)| {
            let usage = HOUSED_USES.iter().find(|(kind, _)| *kind == amenity.kind)?.1;
            Some(GeomWithData::new(shape.anchor().metres(), usage))
        });
        let settlements = region.places.iter().filter_map(|(place, shape)| {
            let (settlement, reach) = Settlement::of(place)?;
            Some((shape.anchor(), reach, settlement))
        });
        Self {
            boxes,
            housed: RTree::bulk_load(housed.collect()),
            known: RTree::bulk_load(known.collect()),
            settlements: settlements.collect(),
            grounds,
        }
    }

    /// The densest settlement that reaches a place; a town where no settlement is known at all.
    pub(super) fn settlement(&self, place: Position) -> Settlement {
        let reaching = self.settlements.iter().filter(|(middle, reach, _)| middle.distance(place) < *reach);
        let fallback = if self.settlements.is_empty() { Settlement::Town } else { Settlement::Village };
        reaching.map(|(_, _, settlement)| *settlement).max().unwrap_or(fallback)
    }

    /// The use of an institution that stands as a point in a footprint.
    pub(super) fn housed_use(&self, footprint: Shape<'_>, form: &Form) -> Option<BuildingUse> {
        let bounds = footprint.bounds();
        let within = self.housed.locate_in_envelope(&AABB::from_corners(bounds.min, bounds.max));
        let inside = within.filter(|found| footprint.contains(Position::from_metres(found.geom()[0], found.geom()[1])));
        inside.map(|found| found.data).min().filter(|_| form.area > 60.0)
    }

    /// What the smallest ground under a footprint is used for.
    pub(super) fn ground_use(&self, footprint: Shape<'_>) -> Option<BuildingUse> {
        let anchor = footprint.anchor();
        let found = self.boxes.locate_in_envelope_intersecting(&AABB::from_point(anchor.metres()));
        let under = |ground: &&Ground| ground.rings.iter().filter(|ring| ring_contains(ring, anchor)).count() % 2 == 1;
        let mut candidates: Vec<u32> = found.map(|found| found.data).collect();
        candidates.sort_by(|&a, &b| self.grounds[a as usize].area.total_cmp(&self.grounds[b as usize].area).then(a.cmp(&b)));
        candidates.into_iter().map(|index| &self.grounds[index as usize]).find(under).map(|ground| ground.usage)
    }

    /// The lower middle of the storeys of the five nearest known buildings of a use within 400 m; of fewer than
    /// three, only one within 100 m counts: a lone tower does not make a quarter of towers.
    pub(super) fn neighbour_levels(&self, place: [f64; 2], usage: BuildingUse) -> Option<u8> {
        let near = self.known.nearest_neighbor_iter_with_distance_2(&place).take(40).take_while(|(_, square)| *square < 400.0 * 400.0);
        let alike = |known: BuildingUse| known == usage || (known == BuildingUse::Unknown && usage == BuildingUse::Apartments);
        let mut levels: Vec<(u8, f64)> =
            near.filter(|(known, _)| alike(known.data.0)).map(|(known, square)| (known.data.1, square)).take(5).collect();
        if levels.len() < 3 {
            return levels.first().filter(|(_, square)| *square < 100.0 * 100.0).map(|(levels, _)| *levels);
        }
        levels.sort_by_key(|(levels, _)| *levels);
        levels.get((levels.len() - 1) / 2).map(|(levels, _)| *levels)
    }
}
