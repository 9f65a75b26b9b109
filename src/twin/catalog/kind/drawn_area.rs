//! An area that was drawn: what lies in it, strips across it, pieces cut to it.

use crate::twin::model::space::{Bounds, Position, signed_area};
use crate::twin::model::vector::{Axis, Oblong, P, area, dist, inside, position, sub, turning_left, unit};
use geo::{BooleanOps, Buffer, Coord, LineString, MultiPolygon, Polygon};

/// Rings of an area as layers hold them.
pub type Rings = Vec<Vec<Position>>;

/// As near to the outline as places come that are rounded to millimetres [m].
const EDGE: f64 = 0.01;
/// Least area of a piece [m²].
const LEAST: f64 = 1.0;

/// An area that was drawn.
#[derive(Clone, Debug)]
pub struct DrawnArea {
    ring: Vec<P>,
}

impl DrawnArea {
    /// The area within a ring; none where it encloses nothing.
    pub fn new(ring: &[P]) -> Option<Self> {
        (ring.len() > 2 && area(ring).abs() >= LEAST).then(|| Self { ring: turning_left(ring.to_vec()) })
    }

    /// Square metres.
    pub fn size(&self) -> f64 {
        area(&self.ring)
    }

    /// Whether a point lies in it.
    pub fn contains(&self, point: P) -> bool {
        inside(&self.ring, point)
    }

    /// Whether a rectangle lies in it as a whole.
    pub fn holds(&self, oblong: &Oblong) -> bool {
        self.contains(oblong.centre) && !self.sides().any(|(a, b)| oblong.near_segment(a, b, 0.0))
    }

    fn sides(&self) -> impl Iterator<Item = (P, P)> {
        self.ring.iter().zip(self.ring.iter().cycle().skip(1)).map(|(a, b)| (*a, *b))
    }

    /// Along its longest side.
    pub fn axis(&self) -> Axis {
        let longest = self.sides().max_by(|a, b| dist(a.0, a.1).total_cmp(&dist(b.0, b.1)));
        let (a, b) = longest.unwrap_or_default();
        Axis { origin: a, along: unit(sub(b, a)) }
    }

    /// How far it reaches along an axis and to its right: least and most.
    pub fn extent(&self, axis: Axis) -> [[f64; 2]; 2] {
        let local = self.ring.iter().map(|point| axis.local(*point));
        local.fold([[f64::INFINITY, f64::NEG_INFINITY]; 2], |extent, point| {
            [0, 1].map(|side| [extent[side][0].min(point[side]), extent[side][1].max(point[side])])
        })
    }

    /// The middle: the centroid, or of an area that bends around it the middle of its widest strip.
    pub fn middle(&self) -> P {
        let ring: Vec<Position> = self.ring.iter().map(|point| position(*point)).collect();
        let centroid = crate::twin::model::space::centroid(&ring).metres();
        if self.contains(centroid) {
            return centroid;
        }
        let axis = self.axis();
        let [_, [low, high]] = self.extent(axis);
        let steps = (0..32).map(|step| low + (high - low) * (f64::from(step) + 0.5) / 32.0);
        let strips = steps.flat_map(|across| self.strips(axis, across, across).into_iter().map(move |strip| (strip, across)));
        let widest = strips.max_by(|(a, _), (b, _)| (a[1] - a[0]).total_cmp(&(b[1] - b[0])));
        widest.map_or(centroid, |([from, to], across)| axis.world((from + to) / 2.0, across))
    }

    /// From where to where along an axis the whole strip between two distances to its right lies inside.
    pub fn strips(&self, axis: Axis, low: f64, high: f64) -> Vec<[f64; 2]> {
        let local: Vec<P> = self.ring.iter().map(|point| axis.local(*point)).collect();
        // Between corners the sides are straight: it is enough to look at both edges and close to every corner between.
        let corners = local.iter().map(|point| point[1]).filter(|across| (low..=high).contains(across));
        let levels = [low, high].into_iter().chain(corners.flat_map(|across| [across - 1e-4, across + 1e-4]));
        let crossed = levels.map(|across| crossed(&local, across));
        let common = crossed.reduce(|a, b| common(&a, &b)).unwrap_or_default();
        common.into_iter().map(|[from, to]| [from + EDGE, to - EDGE]).filter(|[from, to]| to > from).collect()
    }

    /// Places on a grid of that spacing along an axis.
    pub fn grid(&self, axis: Axis, spacing: f64) -> Vec<P> {
        let [[from, to], [low, high]] = self.extent(axis);
        let steps = |least: f64, most: f64| {
            let count = ((most - least) / spacing).floor().max(0.0);
            let margin = (most - least - count * spacing) / 2.0;
            (0..=count as usize).map(move |step| least + margin + step as f64 * spacing)
        };
        let places = steps(low, high).flat_map(|across| steps(from, to).map(move |along| axis.world(along, across)));
        places.filter(|place| self.contains(*place)).collect()
    }

    /// So many places spread evenly.
    pub fn spread(&self, axis: Axis, count: usize) -> Vec<P> {
        if count < 2 {
            return vec![self.middle()];
        }
        // The coarsest grid that has enough places; those too many are left out evenly.
        let mut spacing = (self.size() / count as f64).sqrt() * 1.3;
        let mut places = self.grid(axis, spacing);
        while places.len() < count && spacing > 0.1 {
            spacing *= 0.95;
            places = self.grid(axis, spacing);
        }
        let all = places.len();
        (0..count.min(all)).map(|index| places[index * all / count.min(all)]).collect()
    }

    /// The part of a ring that lies in it.
    pub fn cut(&self, ring: &[P]) -> Rings {
        rings(&polygon(&self.ring).intersection(&polygon(ring)))
    }

    /// All of it.
    pub fn whole(&self) -> Rings {
        let bounds = Bounds::around(self.ring.iter().map(|point| position(*point))).grown(1.0);
        let ([west, south], [east, north]) = (bounds.min, bounds.max);
        self.cut(&[[west, south], [east, south], [east, north], [west, north]])
    }

    /// What is left of it so many metres from its outline.
    pub fn within(&self, metres: f64) -> Rings {
        if metres < EDGE { self.whole() } else { rings(&polygon(&self.ring).buffer(-metres)) }
    }
}

/// Where a line at that distance to the right of the axis lies inside a ring in the axis's own measures.
fn crossed(local: &[P], across: f64) -> Vec<[f64; 2]> {
    let sides = local.iter().zip(local.iter().cycle().skip(1));
    let mut places: Vec<f64> = sides
        .filter(|(a, b)| (a[1] > across) != (b[1] > across))
        .map(|(a, b)| a[0] + (across - a[1]) / (b[1] - a[1]) * (b[0] - a[0]))
        .collect();
    places.sort_by(f64::total_cmp);
    places.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect()
}

/// What two lists of stretches share.
fn common(a: &[[f64; 2]], b: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| [a[0].max(b[0]), a[1].min(b[1])]));
    pairs.filter(|[from, to]| to > from).collect()
}

fn polygon(ring: &[P]) -> Polygon<f64> {
    Polygon::new(LineString::new(ring.iter().map(|[x, y]| Coord { x: *x, y: *y }).collect()), Vec::new())
}

/// Rings as layers hold them: outer ones turn left, each followed by its holes, which turn right.
fn rings(polygons: &MultiPolygon<f64>) -> Rings {
    let ring = |line: &LineString<f64>, outer: bool| {
        let mut ring: Vec<Position> = line.coords().map(|coord| Position::from_metres(coord.x, coord.y)).collect();
        ring.pop();
        ring.dedup();
        if (signed_area(&ring) > 0.0) != outer {
            ring.reverse();
        }
        // The same outline begins at the same corner, wherever the cutting left off.
        let first = (0..ring.len()).min_by_key(|index| ring[*index]).unwrap_or_default();
        ring.rotate_left(first);
        ring
    };
    let mut rings: Vec<Rings> = polygons
        .iter()
        .map(|polygon| {
            let holes = polygon.interiors().iter().map(|hole| ring(hole, false)).filter(|hole| hole.len() > 2);
            std::iter::once(ring(polygon.exterior(), true)).chain(holes).collect()
        })
        .filter(|rings: &Rings| signed_area(&rings[0]) >= LEAST)
        .collect();
    rings.sort();
    rings.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn horseshoe() -> DrawnArea {
        DrawnArea::new(&[[0.0, 0.0], [30.0, 0.0], [30.0, 30.0], [20.0, 30.0], [20.0, 10.0], [10.0, 10.0], [10.0, 30.0], [0.0, 30.0]])
            .expect("an area")
    }

    #[test]
    fn strips_keep_out_of_a_bay() {
        let area = horseshoe();
        let axis = Axis { origin: [0.0, 0.0], along: [1.0, 0.0] };
        let rounded = |low: f64, high: f64| -> Vec<[f64; 2]> {
            area.strips(axis, low, high).into_iter().map(|strip| strip.map(f64::round)).collect()
        };
        // To the right of an axis that runs east lies the south.
        assert_eq!(rounded(-8.0, -2.0), [[0.0, 30.0]]);
        assert_eq!(rounded(-15.0, -5.0), [[0.0, 10.0], [20.0, 30.0]]);
        assert!(rounded(-40.0, -35.0).is_empty());
        assert!(area.contains(area.middle()) && !area.contains([15.0, 20.0]));
        assert_eq!(area.spread(axis, 7).len(), 7);
    }

    #[test]
    fn pieces_are_cut_to_it() {
        let area = horseshoe();
        let size = |rings: &Rings| rings.iter().map(|ring| signed_area(ring)).sum::<f64>();
        assert_eq!(size(&area.whole()), 700.0);
        assert_eq!(size(&area.cut(&[[5.0, 5.0], [25.0, 5.0], [25.0, 15.0], [5.0, 15.0]])), 150.0);
        // Sides straight, round about the bay's two corners.
        assert!((size(&area.within(2.0)) - 396.0 - 2.0 * (4.0 - std::f64::consts::PI)).abs() < 0.5);
        assert!(area.holds(&Oblong::new([5.0, 15.0], [1.0, 0.0], 6.0, 20.0)));
        assert!(!area.holds(&Oblong::new([15.0, 15.0], [1.0, 0.0], 28.0, 2.0)), "it bridges the bay");
    }
}
