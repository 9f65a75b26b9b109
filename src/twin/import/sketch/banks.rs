//! The banks of the greater rivers: flood meadows, scrub, willows, wet ground, where nothing is built.

use super::cells::Cells;
use super::chance::Chance;
use super::draft::{Draft, Ground};
use super::lakes::Blob;
use super::plane::{P, add, inside, left, scale, sub, unit};
use super::rivers::Course;
use crate::twin::model::cover::CoverKind;

const CELL: f64 = 400.0;

/// What grows along rivers that are areas.
pub fn along_rivers(ground: &Ground, drafts: &[Draft]) -> Vec<(CoverKind, Vec<P>)> {
    let built = Built::new(drafts);
    let mut patches = Vec::new();
    for course in ground.waters.courses.iter().filter(|course| ground.facts.sketch.courses[course.fact].area) {
        let mut chance = Chance::of(ground.facts.sketch.seed, &[73, course.fact as i64]);
        for k in (3..course.points.len().saturating_sub(3)).step_by(3).filter(|&k| course.half[k] < 160.0) {
            let meadow = meadow(course, k, &mut chance);
            let thicket = thicket(ground, course, k, &mut chance);
            patches.extend(meadow.filter(|blob| built.is_clear(blob)).map(|blob| (CoverKind::Meadow, blob.ring(1.0))));
            patches.extend(thicket.filter(|(_, blob)| built.is_clear(blob)).map(|(kind, blob)| (kind, blob.ring(1.0))));
        }
    }
    // Meadows lie below what grows on them.
    patches.sort_by_key(|(kind, _)| *kind != CoverKind::Meadow);
    patches
}

/// Flood meadow to both sides of the water, which flows over its middle.
fn meadow(course: &Course, k: usize, chance: &mut Chance) -> Option<Blob> {
    let (size, stretch, number) = (course.half[k] + chance.range(90.0, 220.0), chance.range(1.0, 1.5), chance.bits());
    let aside = scale(left(direction(course, k)), chance.range(-70.0, 70.0));
    let blob = Blob::new(add(course.points[k], aside), (2.0 * size * stretch, 2.0 * size), bearing(course, k), 0.35, number);
    chance.happens(0.7).then_some(blob)
}

fn thicket(ground: &Ground, course: &Course, k: usize, chance: &mut Chance) -> Option<(CoverKind, Blob)> {
    let side = if chance.happens(0.5) { 1.0 } else { -1.0 };
    let (size, stretch) = (chance.range(30.0, 120.0), chance.range(1.3, 2.8));
    let farther = if chance.happens(0.3) { chance.range(40.0, 260.0) } else { 0.0 };
    let away = course.half[k] + size / stretch + chance.range(8.0, 90.0) + farther;
    let p = add(course.points[k], scale(left(direction(course, k)), side * away));
    let kind = [CoverKind::Scrub, CoverKind::Forest, CoverKind::Scrub, CoverKind::Wetland][chance.index(4)];
    let turned = bearing(course, k) + chance.range(-15.0, 15.0);
    let blob = Blob::new(p, (2.0 * size * stretch.sqrt(), 2.0 * size / stretch.sqrt()), turned, 0.35, chance.bits());
    (chance.happens(0.55) && ground.waters.clearance(p) > 0.8 * size / stretch).then_some((kind, blob))
}

fn direction(course: &Course, k: usize) -> P {
    unit(sub(course.points[k + 3], course.points[k - 3]))
}

fn bearing(course: &Course, k: usize) -> f64 {
    let [east, north] = direction(course, k);
    east.atan2(north).to_degrees()
}

/// Grounds of settlements by place.
struct Built {
    rings: Vec<Vec<P>>,
    cells: Cells<Vec<u32>>,
}

impl Built {
    fn new(drafts: &[Draft]) -> Self {
        let mut built = Self { rings: Vec::new(), cells: Cells::default() };
        for (_, shape) in drafts.iter().flat_map(|draft| draft.cover.iter()) {
            let bounds = shape.bounds();
            let cell = |value: f64| (value / CELL).floor() as i32;
            for x in cell(bounds.min[0])..=cell(bounds.max[0]) {
                for y in cell(bounds.min[1])..=cell(bounds.max[1]) {
                    built.cells.entry((x, y)).or_default().push(built.rings.len() as u32);
                }
            }
            built.rings.push(shape.first().iter().map(|p| p.metres()).collect());
        }
        built
    }

    /// Whether an outline keeps off all grounds, by its points.
    fn is_clear(&self, blob: &Blob) -> bool {
        blob.ring(1.0).iter().all(|&p| {
            let cell = ((p[0] / CELL).floor() as i32, (p[1] / CELL).floor() as i32);
            self.cells.get(&cell).is_none_or(|list| !list.iter().any(|&ring| inside(&self.rings[ring as usize], p)))
        })
    }
}
