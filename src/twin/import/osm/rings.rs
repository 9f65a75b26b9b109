//! Joins the ways of a multipolygon or a coastline into rings, by the nodes at which they meet.

use crate::twin::model::space::{Position, length};
use std::collections::BTreeMap;

/// What became of the ways. Lists of node indices; rings do not repeat their first node.
#[derive(Clone, Debug, Default)]
pub struct Joined {
    /// Closed.
    pub rings: Vec<Vec<u32>>,
    /// Left over: no other way begins or ends where these do.
    pub open: Vec<Vec<u32>>,
}

/// Joins ways, turning them round where that is needed. Ways that touch at one node make rings of their own.
pub fn join(ways: Vec<Vec<u32>>) -> Joined {
    let mut joined = Joined::default();
    let mut pieces: Vec<Vec<u32>> = Vec::new();
    for mut way in ways {
        match (way.first(), way.last()) {
            (Some(first), Some(last)) if first == last && way.len() > 3 => {
                way.pop();
                joined.rings.push(way);
            }
            _ if way.len() >= 2 => pieces.push(way),
            _ => {}
        }
    }
    let mut ends: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (index, piece) in pieces.iter().enumerate() {
        ends.entry(piece[0]).or_default().push(index);
        ends.entry(piece[piece.len() - 1]).or_default().push(index);
    }
    let mut used = vec![false; pieces.len()];
    for start in 0..pieces.len() {
        if !used[start] {
            used[start] = true;
            follow(start, &pieces, &ends, &mut used, &mut joined);
        }
    }
    joined
}

/// Grows a chain from a piece, first at its end and then at its start, splitting off every ring that closes.
fn follow(start: usize, pieces: &[Vec<u32>], ends: &BTreeMap<u32, Vec<usize>>, used: &mut [bool], joined: &mut Joined) {
    let mut chain = pieces[start].clone();
    let mut reversed = false;
    // Where the chain's pieces begin: only there can it meet itself.
    let mut corners = vec![0];
    while chain.len() > 1 {
        let tail = chain[chain.len() - 1];
        if let Some(place) = corners.iter().position(|&corner| chain[corner] == tail) {
            let from = corners[place];
            let mut ring = chain.split_off(from);
            chain.push(tail);
            ring.pop();
            joined.rings.push(ring);
            corners.truncate(place + 1);
            reversed = false;
            continue;
        }
        let Some(next) = ends.get(&tail).and_then(|candidates| pick(candidates, pieces, used, tail, chain[0])) else {
            if reversed {
                break;
            }
            chain.reverse();
            let last = chain.len() - 1;
            corners = corners.iter().rev().map(|&corner| last - corner).filter(|&corner| corner != last).collect();
            corners.insert(0, 0);
            corners.dedup();
            reversed = true;
            continue;
        };
        used[next] = true;
        corners.push(chain.len() - 1);
        let piece = &pieces[next];
        if piece[0] == tail {
            chain.extend(&piece[1..]);
        } else {
            chain.extend(piece.iter().rev().skip(1));
        }
    }
    if chain.len() > 1 {
        joined.open.push(chain);
    }
}

/// The piece to go on with: one that closes the ring if there is one, else the first.
fn pick(candidates: &[usize], pieces: &[Vec<u32>], used: &[bool], tail: u32, head: u32) -> Option<usize> {
    let free = || candidates.iter().copied().filter(|&index| !used[index]);
    let far_end = |index: usize| {
        let piece = &pieces[index];
        if piece[0] == tail { piece[piece.len() - 1] } else { piece[0] }
    };
    free().find(|&index| far_end(index) == head).or_else(|| free().next())
}

/// Above so many chains, gaps are not closed: such a relation is beyond mending.
const CHAIN_LIMIT: usize = 100;

/// Closes chains whose gap is at most `reach` times their length, joining nearest ends first; the others stay open.
///
/// Returns the rings as positions, and how many chains stayed open.
pub fn close_gaps(chains: &[Vec<u32>], positions: &[Position], reach: f64) -> (Vec<Vec<Position>>, usize) {
    let mut lines: Vec<Vec<Position>> = chains.iter().map(|chain| chain.iter().map(|&node| positions[node as usize]).collect()).collect();
    if lines.len() > CHAIN_LIMIT {
        return (Vec::new(), lines.len());
    }
    let mut rings = Vec::new();
    while let Some((a, b, gap)) = nearest_ends(&lines) {
        let whole: f64 = if a.0 == b.0 { length(&lines[a.0]) } else { length(&lines[a.0]) + length(&lines[b.0]) };
        if gap > whole * reach {
            break;
        }
        if a.0 == b.0 {
            rings.push(lines.remove(a.0));
            continue;
        }
        // Larger index first, so that the smaller one stays valid.
        let (mut first, mut second) = (lines[a.0].clone(), lines[b.0].clone());
        if !a.1 {
            first.reverse();
        }
        if b.1 {
            second.reverse();
        }
        first.extend(second);
        lines.remove(a.0.max(b.0));
        lines[a.0.min(b.0)] = first;
    }
    (rings, lines.len())
}

/// A chain's index, and whether its last end is meant.
type End = (usize, bool);

/// The two ends nearest to one another. A line of two points does not close on itself.
fn nearest_ends(lines: &[Vec<Position>]) -> Option<(End, End, f64)> {
    let at = |(line, last): End| if last { lines[line][lines[line].len() - 1] } else { lines[line][0] };
    let ends: Vec<End> = (0..lines.len()).flat_map(|line| [(line, false), (line, true)]).collect();
    let mut best: Option<(End, End, f64)> = None;
    for (index, &a) in ends.iter().enumerate() {
        for &b in &ends[index + 1..] {
            if a.0 == b.0 && lines[a.0].len() < 3 {
                continue;
            }
            let gap = at(a).distance(at(b));
            if best.is_none_or(|(_, _, least)| gap < least) {
                best = Some((a, b, gap));
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_in_any_order_and_direction_make_one_ring() {
        let joined = join(vec![vec![1, 2, 3], vec![5, 4, 3], vec![5, 6, 1]]);
        assert!(joined.open.is_empty());
        assert_eq!(joined.rings, [[1, 2, 3, 4, 5, 6]]);
    }

    #[test]
    fn rings_that_touch_at_a_node_are_two() {
        // A figure of eight through node 1, drawn as four ways.
        let joined = join(vec![vec![1, 2, 3], vec![3, 4, 1], vec![1, 5, 6], vec![6, 7, 1]]);
        assert_eq!(joined.rings.len(), 2);
        assert!(joined.open.is_empty());
        let joined = join(vec![vec![2, 3, 1], vec![1, 5, 6], vec![6, 7, 1], vec![1, 4, 2]]);
        assert_eq!((joined.rings.len(), joined.open.len()), (2, 0));
    }

    #[test]
    fn loose_ends_stay_open_or_are_closed_over_small_gaps() {
        let joined = join(vec![vec![0, 1], vec![2, 3], vec![1, 2]]);
        assert_eq!(joined.open.len(), 1);
        assert_eq!(joined.open[0].len(), 4);
        let positions: Vec<Position> =
            [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)].map(|(e, n)| Position::from_metres(e, n)).to_vec();
        assert_eq!(close_gaps(&joined.open, &positions, 0.5).0.len(), 1);
        assert_eq!(close_gaps(&joined.open, &positions, 0.1), (vec![], 1));
        let halves = [vec![0, 1], vec![2, 3]];
        let (rings, open) = close_gaps(&halves, &positions, 0.6);
        assert_eq!((rings.len(), open), (1, 0));
        assert_eq!(rings[0].len(), 4);
    }
}
