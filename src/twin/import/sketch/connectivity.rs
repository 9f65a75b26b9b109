//! Masts and fibre: fourth generation in the known share of settlements, fibre along main roads and to some villages.

use super::chance::Chance;
use super::courses::Course;
use super::draft::{APART, Ground};
use super::plane::{add, position, positions, scale};
use super::roads::RoadPlan;
use super::settlements::Settlement;
use crate::twin::model::connectivity::{Cable, CableKind, Mast, RadioTechnology};
use crate::twin::model::feature::Decimetres;
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::names::Name;
use crate::twin::model::origin::Sourced;
use crate::twin::model::region::Region;

/// Heights of masts in a town and in the open country, metres.
const STREETS: [f64; 5] = [24.0, 27.0, 30.0, 30.0, 35.0];
const OPEN: [f64; 5] = [30.0, 40.0, 40.0, 60.0, 72.0];
/// With more masts than these a settlement is a town, as far as radio is concerned.
const MANY: u32 = 4;

/// Adds masts and cables.
///
/// Returns which settlements fibre reaches.
pub fn add_to(region: &mut Region, ground: &Ground, settlements: &[Settlement], plan: &RoadPlan, courses: &[Course]) -> Vec<bool> {
    masts(region, ground, settlements);
    fibre(region, ground, settlements, plan, courses)
}

fn masts(region: &mut Region, ground: &Ground, settlements: &[Settlement]) {
    // The smallest places are the ones left with older networks.
    let mut order: Vec<usize> = (0..settlements.len()).collect();
    let seed = ground.facts.sketch.seed;
    let rank = |index: usize| f64::from(settlements[index].population.value) * Chance::of(seed, &[61, index as i64]).range(0.5, 2.0);
    order.sort_by(|&a, &b| rank(b).total_cmp(&rank(a)));
    let facts = &ground.facts.sketch.connectivity;
    let fourth = (settlements.len() as f64 * facts.share_4g).round() as usize;
    let largest = (0..settlements.len()).max_by_key(|&index| settlements[index].population.value);
    for (rank, &index) in order.iter().enumerate() {
        let settlement = &settlements[index];
        let mut chance = Chance::of(seed, &[67, index as i64]);
        let technology = match rank {
            rank if rank < fourth => RadioTechnology::G4,
            _ if chance.happens(0.55) => RadioTechnology::G3,
            _ => RadioTechnology::G2,
        };
        let count = 1 + settlement.population.value / facts.residents_per_mast;
        for number in 0..count {
            let angle = std::f64::consts::TAU * (f64::from(number) * 0.618 + chance.unit());
            let away = settlement.radius * if count == 1 { 0.95 } else { (f64::from(number) / f64::from(count)).sqrt() * 0.85 };
            let p =
                (0..24).map(|turn| angle + f64::from(turn) * 0.26).map(|angle| add(settlement.at, scale([angle.cos(), angle.sin()], away)));
            let dry = p.into_iter().find(|&p| ground.waters.clearance(p) > 30.0).unwrap_or(settlement.at);
            let is_newest = largest == Some(index) && chance.happens(facts.share_5g);
            let technology = if is_newest { RadioTechnology::G5 } else { technology };
            let mast = Mast {
                id: FeatureId::new(IdKind::Sketch, ((index as i64 + 1) << 24) | (1 << 23) | i64::from(number)),
                name: Name::default(),
                technology: Sourced::assumed(technology),
                // Where there are many they reach less far, and stand lower.
                height: Sourced::assumed(Decimetres::from_metres(if count > MANY { STREETS } else { OPEN }[chance.index(5)])),
            };
            region.masts.push_point(mast, position(dry));
        }
    }
}

/// Fibre lies along the roads that join towns, and to as many villages as are known to have it.
fn fibre(region: &mut Region, ground: &Ground, settlements: &[Settlement], plan: &RoadPlan, courses: &[Course]) -> Vec<bool> {
    let generated = |node: usize| settlements.get(node).is_some_and(|settlement| settlement.known.is_none());
    let mut villages: Vec<bool> = vec![false; settlements.len()];
    let mut reached = villages.clone();
    let mut served = 0;
    for main in [true, false] {
        for course in courses {
            let road = &plan.roads[course.road];
            let is_main = road.class.is_some_and(|class| class.rank() <= 1);
            let new: Vec<usize> = [road.a, road.b].into_iter().filter(|&node| generated(node) && !villages[node]).collect();
            let wanted = !new.is_empty() && served < ground.facts.sketch.connectivity.fibre_villages;
            if is_main != main || (!main && !wanted) {
                continue;
            }
            if !main {
                served += new.len();
            }
            new.into_iter().for_each(|node| villages[node] = true);
            for node in [road.a, road.b].into_iter().filter(|&node| node < settlements.len()) {
                reached[node] = true;
            }
            let id = FeatureId::new(IdKind::Sketch, ((APART + 5) << 24) | course.road as i64);
            let cable = Cable { id, name: Name::default(), kind: Sourced::assumed(CableKind::Fibre) };
            region.cables.push(cable, ShapeKind::Line, [&positions(&course.points)[..]]);
        }
    }
    reached
}
