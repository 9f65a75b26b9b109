//! Junctions: lines that cross or nearly touch are given common points, so that they make one network.

use super::cells::Cells;
use super::plane::{P, crossing, densified, dist, from_segment, lerp};
use std::collections::HashMap;

/// Points nearer than this are one, metres.
const SAME: f64 = 5.0;
/// A line's end that comes so near to another line is joined to it, metres.
const REACH: f64 = 32.0;
const CELL: f64 = 64.0;

fn cell(p: P) -> (i32, i32) {
    ((p[0] / CELL).floor() as i32, (p[1] / CELL).floor() as i32)
}

/// Points of the network: near ones become one.
#[derive(Default)]
struct Points(Cells<Vec<P>>);

impl Points {
    fn snap(&mut self, p: P) -> P {
        let (x, y) = cell(p);
        let around = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y)));
        let known = around.flat_map(|cell| self.0.get(&cell).into_iter().flatten()).filter(|&&other| dist(other, p) < SAME);
        if let Some(&nearest) = known.min_by(|&&a, &&b| dist(a, p).total_cmp(&dist(b, p))) {
            return nearest;
        }
        // Whole millimetres, as positions are held.
        let p = p.map(|value| (value * 1000.0).round() / 1000.0);
        self.0.entry(cell(p)).or_default().push(p);
        p
    }
}

/// Segments of lines by place.
struct Segments {
    list: Vec<(usize, usize)>,
    cells: Cells<Vec<u32>>,
}

impl Segments {
    fn new(lines: &[Vec<P>]) -> Self {
        let mut segments = Self { list: Vec::new(), cells: Cells::default() };
        for (line, points) in lines.iter().enumerate() {
            for (at, pair) in points.windows(2).enumerate() {
                let index = segments.list.len() as u32;
                segments.list.push((line, at));
                for piece in densified(pair, CELL).windows(2) {
                    let (a, b) = (cell(piece[0]), cell(piece[1]));
                    for x in a.0.min(b.0)..=a.0.max(b.0) {
                        for y in a.1.min(b.1)..=a.1.max(b.1) {
                            let entry = segments.cells.entry((x, y)).or_default();
                            if entry.last() != Some(&index) {
                                entry.push(index);
                            }
                        }
                    }
                }
            }
        }
        segments
    }

    /// Segments in the cells about a box, in order, each once.
    fn near(&self, a: P, b: P) -> Vec<u32> {
        let (low, high) = (cell([a[0].min(b[0]) - REACH, a[1].min(b[1]) - REACH]), cell([a[0].max(b[0]) + REACH, a[1].max(b[1]) + REACH]));
        let mut near = Vec::new();
        for x in low.0..=high.0 {
            for y in low.1..=high.1 {
                near.extend(self.cells.get(&(x, y)).into_iter().flatten().copied());
            }
        }
        near.sort_unstable();
        near.dedup();
        near
    }
}

/// Gives lines, each of which stays where it stood in the list, common points where they cross, where they share ends, and where an end falls just short of another line.
pub fn joined(mut lines: Vec<Vec<P>>) -> Vec<Vec<P>> {
    let mut points = Points::default();
    for line in &mut lines {
        line.iter_mut().for_each(|p| *p = points.snap(*p));
        line.dedup();
    }
    let segments = Segments::new(&lines);
    let mut cuts: Vec<Vec<(usize, f64, P)>> = vec![Vec::new(); lines.len()];
    for (index, &(line, at)) in segments.list.iter().enumerate() {
        let (a, b) = (lines[line][at], lines[line][at + 1]);
        for piece in densified(&[a, b], 4.0 * CELL).windows(2) {
            for other in segments.near(piece[0], piece[1]).into_iter().filter(|&other| other as usize > index) {
                let (line2, at2) = segments.list[other as usize];
                if line2 == line {
                    continue;
                }
                let (c, d) = (lines[line2][at2], lines[line2][at2 + 1]);
                if let Some((t, u)) = crossing(a, b, c, d) {
                    let p = points.snap(lerp(a, b, t));
                    cuts[line].push((at, t, p));
                    cuts[line2].push((at2, u, p));
                }
            }
        }
    }
    join_ends(&lines, &segments, &mut points, &mut cuts);
    lines.into_iter().zip(cuts).map(|(line, cuts)| with_cuts(&line, cuts)).collect()
}

/// Ends that fall just short of another line: the line gets the end as a point of its own, or the end reaches to it.
fn join_ends(lines: &[Vec<P>], segments: &Segments, points: &mut Points, cuts: &mut [Vec<(usize, f64, P)>]) {
    for (line, ends) in lines.iter().enumerate().filter(|(_, points)| points.len() > 1) {
        for (at, t, end) in [(0, -1.0, ends[0]), (ends.len() - 2, 2.0, ends[ends.len() - 1])] {
            let near = segments.near(end, end).into_iter().filter_map(|other| {
                let (line2, at2) = segments.list[other as usize];
                let (c, d) = (lines[line2][at2], lines[line2][at2 + 1]);
                let (away, u) = from_segment(end, c, d);
                (line2 != line && away < REACH).then_some((away, line2, at2, u, lerp(c, d, u)))
            });
            if let Some((_, line2, at2, u, foot)) = near.min_by(|a, b| a.0.total_cmp(&b.0)) {
                let p = points.snap(foot);
                cuts[line].push((at, t, p));
                cuts[line2].push((at2, u, p));
            }
        }
    }
}

/// A line with further points at (segment, fraction of it).
fn with_cuts(line: &[P], mut cuts: Vec<(usize, f64, P)>) -> Vec<P> {
    cuts.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut cut = Vec::with_capacity(line.len() + cuts.len());
    let mut next = cuts.into_iter().peekable();
    for (at, &p) in line.iter().enumerate() {
        while let Some((_, _, before)) = next.next_if(|cut| cut.0 == at && cut.1 < 0.0) {
            cut.push(before);
        }
        cut.push(p);
        while let Some((_, _, between)) = next.next_if(|cut| cut.0 == at && cut.1 <= 1.0) {
            cut.push(between);
        }
        if at + 2 == line.len() {
            let beyond: Vec<P> = next.by_ref().map(|cut| cut.2).collect();
            cut.push(line[at + 1]);
            cut.extend(beyond);
            break;
        }
    }
    cut.dedup();
    cut
}

/// The lines that hang together with the largest part of the network; `true` for those that do.
pub fn in_largest_part(lines: &[Vec<P>]) -> Vec<bool> {
    let key = |p: P| (p[0].to_bits(), p[1].to_bits());
    let mut parent: Vec<usize> = (0..lines.len()).collect();
    fn root(parent: &mut [usize], mut at: usize) -> usize {
        while parent[at] != at {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        at
    }
    let mut owner: HashMap<(u64, u64), usize> = HashMap::new();
    for (index, line) in lines.iter().enumerate() {
        for &p in line {
            let other = *owner.entry(key(p)).or_insert(index);
            let (a, b) = (root(&mut parent, index), root(&mut parent, other));
            parent[a.max(b)] = a.min(b);
        }
    }
    let mut sizes = vec![0usize; lines.len()];
    for index in 0..lines.len() {
        sizes[root(&mut parent, index)] += lines[index].len();
    }
    let largest = (0..lines.len()).max_by_key(|&index| (sizes[index], std::cmp::Reverse(index)));
    (0..lines.len()).map(|index| Some(root(&mut parent, index)) == largest).collect()
}
