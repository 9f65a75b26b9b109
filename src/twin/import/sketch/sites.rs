//! Where services stand: known ones at their places, others on grounds of their own or in buildings.

use super::blocks::Character;
use super::draft::{Draft, Ground, Look};
use super::plan::Plan;
use super::plane::{Oblong, P, add, left, scale};
use super::services::kind_of;
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::building::{BuildingUse, RoofShape};
use crate::twin::model::cover::CoverKind;
use crate::twin::model::names::Name;
use crate::twin::model::space::centroid;

/// Length and depth of the building, metres, and of the ground about it; storeys; use.
struct Site {
    building: (f64, f64),
    ground: (f64, f64),
    levels: u8,
    usage: BuildingUse,
}

/// The site of a service that stands by itself; none stands in another building.
fn site(kind: AmenityKind) -> Option<Site> {
    use AmenityKind::*;
    use BuildingUse as Use;
    let (building, ground, levels, usage) = match kind {
        School => ((64.0, 34.0), (112.0, 84.0), 3, Use::Education),
        Kindergarten => ((40.0, 20.0), (66.0, 50.0), 2, Use::Education),
        University => ((84.0, 30.0), (130.0, 80.0), 4, Use::Education),
        College => ((56.0, 24.0), (86.0, 60.0), 3, Use::Education),
        ArtsSchool => ((32.0, 18.0), (44.0, 30.0), 2, Use::Education),
        Hospital => ((72.0, 22.0), (120.0, 84.0), 4, Use::Health),
        Polyclinic => ((46.0, 20.0), (66.0, 44.0), 3, Use::Health),
        Clinic => ((26.0, 14.0), (40.0, 28.0), 2, Use::Health),
        MedicalPoint => ((13.0, 9.0), (26.0, 22.0), 1, Use::Health),
        AmbulanceStation => ((30.0, 16.0), (46.0, 36.0), 1, Use::Health),
        Market => ((54.0, 34.0), (84.0, 64.0), 1, Use::Retail),
        Mall => ((68.0, 46.0), (96.0, 70.0), 3, Use::Retail),
        Administration => ((34.0, 15.0), (54.0, 38.0), 2, Use::Public),
        Culture => ((38.0, 22.0), (60.0, 46.0), 2, Use::Public),
        Museum => ((26.0, 16.0), (38.0, 30.0), 2, Use::Public),
        Sport => ((46.0, 26.0), (120.0, 80.0), 1, Use::Sport),
        FireStation => ((30.0, 16.0), (46.0, 36.0), 2, Use::Public),
        Police => ((28.0, 14.0), (42.0, 32.0), 2, Use::Public),
        BusStation => ((36.0, 16.0), (70.0, 52.0), 1, Use::Transport),
        RailwayStation => ((64.0, 16.0), (80.0, 30.0), 2, Use::Transport),
        Worship => ((20.0, 16.0), (40.0, 34.0), 1, Use::Religious),
        Fuel => ((14.0, 8.0), (38.0, 28.0), 1, Use::Retail),
        _ => return None,
    };
    Some(Site { building, ground, levels, usage })
}

/// Length and depth of a service's building, metres.
pub fn building_size(kind: AmenityKind) -> (f64, f64) {
    site(kind).map_or((24.0, 16.0), |site| site.building)
}

/// Puts the known services up at their places.
pub fn place_known(draft: &mut Draft, ground: &Ground, known: &[(usize, Oblong)]) {
    for &(service, oblong) in known {
        let fact = &ground.facts.services[service];
        let kind = kind_of(&fact.kind);
        let (levels, usage) = site(kind).map_or((2, BuildingUse::Public), |site| (site.levels, site.usage));
        if matches!(kind, AmenityKind::School | AmenityKind::Kindergarten | AmenityKind::Hospital) {
            draft.cover(CoverKind::Institution, oblong.grown(13.0).corners().to_vec());
        }
        let name = ground.lexicon.services[service];
        let index = draft.building(oblong, Look::block(usage, levels, 3.4));
        draft.buildings.features[index].name = name;
        draft.amenity(kind, name, fact.at);
    }
}

/// Places about which services are looked for, by how many people live there.
pub struct Anchors {
    places: Vec<P>,
    /// Residents up to and with each place, in parts of all.
    share: Vec<f64>,
    reach: f64,
}

impl Anchors {
    pub fn of_town(plan: &Plan) -> Self {
        let weight = |character: Character| match character {
            Character::Panels | Character::Towers => 4.0,
            Character::Perimeter => 3.0,
            Character::Houses => 1.3,
            Character::Campus => 2.0,
            _ => 0.0,
        };
        let cells = plan.cells().iter().enumerate().filter(|&(_, &character)| weight(character) > 0.0);
        Self::new(cells.map(|(cell, &character)| (plan.centre(cell), weight(character))).collect(), 420.0)
    }

    pub fn of_village(places: Vec<P>) -> Self {
        Self::new(places.into_iter().map(|place| (place, 1.0)).collect(), 700.0)
    }

    fn new(weighted: Vec<(P, f64)>, reach: f64) -> Self {
        let total: f64 = weighted.iter().map(|place| place.1).sum();
        let mut sum = 0.0;
        let share = weighted.iter().map(|place| {
            sum += place.1 / total.max(1e-9);
            sum
        });
        Self { share: share.collect(), places: weighted.iter().map(|place| place.0).collect(), reach }
    }

    /// The place below which that share of the residents lives.
    fn at(&self, share: f64) -> Option<P> {
        self.places.get(self.share.partition_point(|&sum| sum < share).min(self.places.len().saturating_sub(1))).copied()
    }
}

/// Puts services with grounds of their own, spread as people live.
pub fn place(draft: &mut Draft, ground: &Ground, anchors: &Anchors, along: P, needs: &[AmenityKind]) {
    let standing: Vec<AmenityKind> = needs.iter().copied().filter(|&kind| site(kind).is_some()).collect();
    for (index, &kind) in standing.iter().enumerate() {
        let (Some(site), count) = (site(kind), standing.iter().filter(|&&other| other == kind).count()) else { continue };
        let rank = standing[..index].iter().filter(|&&other| other == kind).count();
        let share = (rank as f64 + draft.chance.range(0.3, 0.7)) / count as f64;
        let Some(anchor) = anchors.at(share) else { continue };
        let sizes: &[f64] = if draft.residents < 4500 { &[0.62, 0.45, 0.32] } else { &[1.0, 0.75, 0.55, 0.4] };
        let found =
            sizes.iter().find_map(|&times| free_ground(draft, ground, anchor, along, &site, times, anchors.reach).map(|at| (at, times)));
        match found {
            Some((at, times)) => build(draft, kind, &site, at, times),
            // No free ground at all: the service shares another's building, and its place is kept in the count.
            None => draft.amenity(kind, Name::default(), anchor),
        }
    }
}

/// Free ground about an anchor, nearest first.
fn free_ground(draft: &Draft, ground: &Ground, anchor: P, along: P, site: &Site, times: f64, reach: f64) -> Option<Oblong> {
    let mut radius = 0.0;
    while radius < reach {
        let steps = ((radius / 7.0) as usize).clamp(1, 40);
        for step in 0..steps {
            let angle = std::f64::consts::TAU * (step as f64 / steps as f64 + radius * 0.013);
            let centre = add(anchor, [radius * angle.cos(), radius * angle.sin()]);
            for direction in [along, left(along)] {
                let oblong = Oblong::new(centre, direction, site.ground.0 * times, site.ground.1 * times);
                if super::blocks::stands(draft, ground, &oblong, 2.0) && ground.rails.clearance(centre) > 60.0 {
                    return Some(oblong);
                }
            }
        }
        radius += 13.0;
    }
    None
}

fn build(draft: &mut Draft, kind: AmenityKind, site: &Site, at: Oblong, times: f64) {
    let times_building = times.max(0.42);
    let oblong = Oblong::new(at.centre, at.along, site.building.0 * times_building, site.building.1 * times_building);
    let school = kind == AmenityKind::School;
    // A school stands at one end of its ground and leaves the other to its pitch.
    let shift = if school || kind == AmenityKind::Sport { scale(at.along, at.half[0] - oblong.half[0] - 3.0) } else { [0.0, 0.0] };
    let oblong = Oblong { centre: add(at.centre, shift), ..oblong };
    let levels = if times < 0.7 { site.levels.min(2) } else { site.levels };
    let mut look = Look { angled: matches!(kind, AmenityKind::School | AmenityKind::Hospital), ..Look::block(site.usage, levels, 3.4) };
    if kind == AmenityKind::Worship {
        look = Look { roof: RoofShape::Dome, roof_height: 5.0, storey: 6.0, ..look };
    } else if times < 0.7 && !look.angled {
        look = Look { roof: RoofShape::Hipped, roof_height: 1.8, ..look };
    }
    if school
        || matches!(
            kind,
            AmenityKind::Kindergarten | AmenityKind::Hospital | AmenityKind::Polyclinic | AmenityKind::College | AmenityKind::University
        )
    {
        draft.cover(CoverKind::Institution, at.corners().to_vec());
    }
    if matches!(kind, AmenityKind::School | AmenityKind::Sport) && times > 0.5 {
        let free = 2.0 * at.half[0] - 2.0 * oblong.half[0] - 12.0;
        let pitch = Oblong::new(add(at.centre, scale(at.along, free / 2.0 + 4.0 - at.half[0])), at.along, free, at.half[1] * 1.5);
        draft.cover(CoverKind::Sport, pitch.corners().to_vec());
    }
    draft.building(oblong, look);
    draft.occupancy.take(at);
    draft.amenity(kind, Name::default(), oblong.centre);
}

/// Puts services without grounds into buildings: blocks first, else any house.
pub fn place_small(draft: &mut Draft, needs: &[AmenityKind]) {
    let blocks: Vec<usize> = (0..draft.buildings.len())
        .filter(|&index| {
            matches!(draft.buildings.features[index].usage.value, BuildingUse::Apartments | BuildingUse::Retail | BuildingUse::Office)
        })
        .collect();
    let houses: Vec<usize> =
        (0..draft.buildings.len()).filter(|&index| draft.buildings.features[index].usage.value == BuildingUse::House).collect();
    for &kind in needs.iter().filter(|&&kind| site(kind).is_none()) {
        let in_block = !blocks.is_empty() && (houses.is_empty() || draft.chance.happens(0.8));
        let pool = if in_block { &blocks } else { &houses };
        if pool.is_empty() {
            continue;
        }
        let building = pool[draft.chance.index(pool.len())];
        let at = centroid(draft.buildings.shapes.get(building).first());
        draft.amenity(kind, Name::default(), at.metres());
    }
}
