//! Plane geometry in metres: vectors, lines, rings and oblongs.

use crate::twin::model::space::Position;

/// A point or a vector: metres east and north.
pub type P = [f64; 2];

/// The sum of two vectors.
pub fn add(a: P, b: P) -> P {
    [a[0] + b[0], a[1] + b[1]]
}

/// The vector from `b` to `a`.
pub fn sub(a: P, b: P) -> P {
    [a[0] - b[0], a[1] - b[1]]
}

/// A vector so many times as long.
pub fn scale(a: P, by: f64) -> P {
    [a[0] * by, a[1] * by]
}

/// The scalar product.
pub fn dot(a: P, b: P) -> f64 {
    a[0] * b[0] + a[1] * b[1]
}

/// The cross product: positive where `b` lies to the left of `a`.
pub fn cross(a: P, b: P) -> f64 {
    a[0] * b[1] - a[1] * b[0]
}

/// Length of a vector. The square root is exact on every machine, and quicker than the guarded `hypot`.
pub fn norm(a: P) -> f64 {
    (a[0] * a[0] + a[1] * a[1]).sqrt()
}

/// Distance of two points.
pub fn dist(a: P, b: P) -> f64 {
    norm(sub(a, b))
}

/// The point a fraction of the way from one to another.
pub fn lerp(a: P, b: P, t: f64) -> P {
    [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
}

/// The direction of a vector; east where it has none.
pub fn unit(a: P) -> P {
    let length = norm(a);
    if length > 1e-9 { scale(a, 1.0 / length) } else { [1.0, 0.0] }
}

/// A quarter turn to the left.
pub fn left(a: P) -> P {
    [-a[1], a[0]]
}

/// The direction of a compass bearing.
pub fn heading(degrees: f64) -> P {
    let (sin, cos) = degrees.to_radians().sin_cos();
    [sin, cos]
}

/// A vector turned left by an angle.
pub fn turned(a: P, radians: f64) -> P {
    let (sin, cos) = radians.sin_cos();
    [a[0] * cos - a[1] * sin, a[0] * sin + a[1] * cos]
}

/// The point to the nearest millimetre.
pub fn position(p: P) -> Position {
    Position::from_metres(p[0], p[1])
}

/// The points of a line to the nearest millimetre.
pub fn positions(line: &[P]) -> Vec<Position> {
    line.iter().map(|&p| position(p)).collect()
}

/// Distance of a point from a segment, and how far along it the nearest point lies (0 to 1).
pub fn from_segment(p: P, a: P, b: P) -> (f64, f64) {
    let ab = sub(b, a);
    let square = dot(ab, ab);
    let t = if square > 1e-12 { (dot(sub(p, a), ab) / square).clamp(0.0, 1.0) } else { 0.0 };
    (dist(p, lerp(a, b, t)), t)
}

/// Where two segments cross, as fractions of each.
pub fn crossing(a: P, b: P, c: P, d: P) -> Option<(f64, f64)> {
    let (r, s) = (sub(b, a), sub(d, c));
    let denominator = cross(r, s);
    if denominator.abs() < 1e-9 {
        return None;
    }
    let t = cross(sub(c, a), s) / denominator;
    let u = cross(sub(c, a), r) / denominator;
    ((0.0..=1.0).contains(&t) && (0.0..=1.0).contains(&u)).then_some((t, u))
}

/// Whether a point lies inside a ring (even–odd rule).
pub fn inside(ring: &[P], p: P) -> bool {
    let mut inside = false;
    let mut previous = ring.len().wrapping_sub(1);
    for (index, b) in ring.iter().enumerate() {
        let a = ring[previous];
        if (a[1] > p[1]) != (b[1] > p[1]) {
            inside ^= p[0] < a[0] + (p[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
        }
        previous = index;
    }
    inside
}

/// Area of a ring: positive where it turns left.
pub fn area(ring: &[P]) -> f64 {
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(&a, &b)| cross(sub(a, ring[0]), sub(b, ring[0]))).sum::<f64>() / 2.0
}

/// The ring turning left, as layers want outer rings.
pub fn turning_left(mut ring: Vec<P>) -> Vec<P> {
    if area(&ring) < 0.0 {
        ring.reverse();
    }
    ring
}

/// Length of a line.
pub fn length(line: &[P]) -> f64 {
    line.windows(2).map(|pair| dist(pair[0], pair[1])).sum()
}

/// The point so many metres along a line, and the direction there.
pub fn along(line: &[P], metres: f64) -> (P, P) {
    let mut left = metres;
    for pair in line.windows(2) {
        let step = dist(pair[0], pair[1]);
        if left <= step && step > 0.0 {
            return (lerp(pair[0], pair[1], left / step), unit(sub(pair[1], pair[0])));
        }
        left -= step;
    }
    match line {
        [.., a, b] => (*b, unit(sub(*b, *a))),
        _ => (line.first().copied().unwrap_or_default(), [1.0, 0.0]),
    }
}

/// The line so many metres to the right of a line, its corners mitred.
pub fn parallel(line: &[P], right: f64) -> Vec<P> {
    if right == 0.0 || line.len() < 2 {
        return line.to_vec();
    }
    let normals: Vec<P> = line.windows(2).map(|pair| scale(left(unit(sub(pair[1], pair[0]))), -1.0)).collect();
    let normal = |index: usize| normals[index.min(normals.len() - 1)];
    let moved = |(index, point): (usize, &P)| {
        let before = normal(index.saturating_sub(1));
        let mitre = unit(add(before, normal(index)));
        // A sharp bend would throw its corner far out.
        add(*point, scale(mitre, right / dot(mitre, before).max(0.5)))
    };
    line.iter().enumerate().map(moved).collect()
}

/// The line with points at most `step` apart; its own points stay.
pub fn densified(line: &[P], step: f64) -> Vec<P> {
    let mut dense: Vec<P> = line.first().copied().into_iter().collect();
    for pair in line.windows(2) {
        let pieces = (dist(pair[0], pair[1]) / step).ceil().max(1.0);
        dense.extend((1..=pieces as usize).map(|piece| lerp(pair[0], pair[1], piece as f64 / pieces)));
    }
    dense
}

/// A smooth curve through points (centripetal in effect: Catmull and Rom 1974 with even pieces), `step` metres a piece.
pub fn smooth(points: &[P], step: f64) -> Vec<P> {
    let mut curve: Vec<P> = points.first().copied().into_iter().collect();
    let at = |index: isize| points[index.clamp(0, points.len() as isize - 1) as usize];
    for index in 0..points.len().saturating_sub(1) as isize {
        let [p0, p1, p2, p3] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
        let reach = dist(p1, p2);
        // Tangents no longer than the piece itself, so that uneven spacing does not overshoot.
        let tangent = |from: P, to: P| scale(unit(sub(to, from)), reach * 0.9);
        let (m1, m2) = (tangent(p0, p2), tangent(p1, p3));
        let pieces = (reach / step).ceil().max(1.0) as usize;
        for piece in 1..=pieces {
            let t = piece as f64 / pieces as f64;
            let (t2, t3) = (t * t, t * t * t);
            let weights = [2.0 * t3 - 3.0 * t2 + 1.0, t3 - 2.0 * t2 + t, -2.0 * t3 + 3.0 * t2, t3 - t2];
            let axis = |k: usize| weights[0] * p1[k] + weights[1] * m1[k] + weights[2] * p2[k] + weights[3] * m2[k];
            curve.push([axis(0), axis(1)]);
        }
    }
    curve
}

/// The line without points that matter less than `tolerance` metres (Douglas and Peucker 1973).
pub fn simplified(line: &[P], tolerance: f64) -> Vec<P> {
    if line.len() < 3 {
        return line.to_vec();
    }
    let mut keep = vec![false; line.len()];
    keep[0] = true;
    keep[line.len() - 1] = true;
    let mut open = vec![(0, line.len() - 1)];
    while let Some((first, last)) = open.pop() {
        let mut worst = (tolerance, 0);
        for index in first + 1..last {
            let off = from_segment(line[index], line[first], line[last]).0;
            if off > worst.0 {
                worst = (off, index);
            }
        }
        if worst.1 > 0 {
            keep[worst.1] = true;
            open.push((first, worst.1));
            open.push((worst.1, last));
        }
    }
    line.iter().zip(keep).filter_map(|(&p, kept)| kept.then_some(p)).collect()
}

/// A frame turned to a heading: `along` runs with it, `across` to its right.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    /// Where it begins.
    pub origin: P,
    /// Its heading, of length 1.
    pub along: P,
}

impl Axis {
    /// The point so far along and so far to the right.
    pub fn world(&self, u: f64, v: f64) -> P {
        [self.origin[0] + u * self.along[0] + v * self.along[1], self.origin[1] + u * self.along[1] - v * self.along[0]]
    }

    /// How far along and how far to the right a point lies.
    pub fn local(&self, p: P) -> P {
        let d = sub(p, self.origin);
        [dot(d, self.along), d[0] * self.along[1] - d[1] * self.along[0]]
    }
}

/// A rectangle in any direction.
#[derive(Clone, Copy, Debug)]
pub struct Oblong {
    /// Its middle.
    pub centre: P,
    /// The heading of its length, of length 1.
    pub along: P,
    /// Half its length and half its depth.
    pub half: [f64; 2],
}

impl Oblong {
    /// The rectangle of that length and depth about a middle.
    pub fn new(centre: P, along: P, length: f64, depth: f64) -> Self {
        Self { centre, along, half: [length / 2.0, depth / 2.0] }
    }

    /// The point at fractions −1…1 of its half sizes.
    pub fn at(&self, x: f64, y: f64) -> P {
        add(self.centre, add(scale(self.along, x * self.half[0]), scale(left(self.along), y * self.half[1])))
    }

    /// Its corners, turning left.
    pub fn corners(&self) -> [P; 4] {
        [self.at(-1.0, -1.0), self.at(1.0, -1.0), self.at(1.0, 1.0), self.at(-1.0, 1.0)]
    }

    /// Larger by so many metres on each side.
    #[must_use]
    pub fn grown(&self, metres: f64) -> Self {
        Self { half: self.half.map(|half| half + metres), ..*self }
    }

    fn local(&self, p: P) -> P {
        let d = sub(p, self.centre);
        [dot(d, self.along), cross(self.along, d)]
    }

    /// Whether a point lies in it.
    pub fn contains(&self, p: P) -> bool {
        let q = self.local(p);
        q[0].abs() <= self.half[0] && q[1].abs() <= self.half[1]
    }

    /// Half the size of the box around it, east and north.
    pub fn reach(&self) -> P {
        let [a, b] = self.half;
        let [x, y] = self.along.map(f64::abs);
        [a * x + b * y, a * y + b * x]
    }

    /// Whether two oblongs share ground (separating axes).
    pub fn overlaps(&self, other: &Self) -> bool {
        let d = sub(other.centre, self.centre);
        let parted = |axis: P, a: &Self, b: &Self| {
            let extent = |o: &Self| o.half[0] * dot(o.along, axis).abs() + o.half[1] * dot(left(o.along), axis).abs();
            dot(d, axis).abs() > extent(a) + extent(b)
        };
        ![self.along, left(self.along), other.along, left(other.along)].into_iter().any(|axis| parted(axis, self, other))
    }

    /// Whether a segment comes nearer than `margin`.
    pub fn near_segment(&self, a: P, b: P, margin: f64) -> bool {
        let (p, q) = (self.local(a), self.local(b));
        let grown = self.half.map(|half| half + margin);
        // Clip the segment to the grown box (Liang and Barsky 1984); rounded corners are not worth the effort.
        let (mut first, mut last) = (0.0f64, 1.0f64);
        for k in 0..2 {
            let d = q[k] - p[k];
            if d.abs() < 1e-12 {
                if p[k].abs() > grown[k] {
                    return false;
                }
                continue;
            }
            let (t1, t2) = ((-grown[k] - p[k]) / d, (grown[k] - p[k]) / d);
            first = first.max(t1.min(t2));
            last = last.min(t1.max(t2));
        }
        first <= last
    }
}
