//! The nearest few of many places from every node at once: lists of the nearest go up the hierarchy and down again.

use super::super::graph::UNREACHED;
use super::Hierarchy;

/// The nearest few places from every node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Near {
    most: usize,
    counts: Vec<u32>,
    found: Vec<(u32, u32)>,
}

impl Near {
    /// The places nearest to a node: `(cost [ticks], place)`, the nearest first, of equally near ones the first given.
    pub fn from(&self, node: u32) -> &[(u32, u32)] {
        let start = node as usize * self.most;
        &self.found[start..start + self.counts[node as usize] as usize]
    }
}

impl Hierarchy {
    /// The `most` nearest places from every node within a limit [ticks]. Each place is given by the nodes that lead to it, with the
    /// cost from there.
    pub fn nearest(&self, places: &[Vec<(u32, u32)>], most: usize, limit: u32) -> Near {
        let mut lists = Lists { most, limit, counts: vec![0; self.nodes()], found: vec![(UNREACHED, 0); self.nodes() * most] };
        for (place, ends) in places.iter().enumerate() {
            for (rank, cost) in self.ranks(ends) {
                lists.offer(rank, (cost, place as u32));
            }
        }
        // First what lies below each node, the lowest first; then what lies beyond something higher.
        for rank in 0..self.nodes() as u32 {
            for up in self.ups(rank).iter().filter(|up| up.back < UNREACHED) {
                lists.pass(rank, up.to, up.back);
            }
        }
        for rank in (0..self.nodes() as u32).rev() {
            for up in self.ups(rank).iter().filter(|up| up.ahead < UNREACHED) {
                lists.pass(up.to, rank, up.ahead);
            }
        }
        lists.by_node(self)
    }
}

/// Lists of the nearest by rank, each of at most so many.
struct Lists {
    most: usize,
    limit: u32,
    counts: Vec<u32>,
    found: Vec<(u32, u32)>,
}

impl Lists {
    /// Offers all that one rank knows to another, so much farther away.
    fn pass(&mut self, from: u32, to: u32, cost: u32) {
        for index in 0..self.counts[from as usize] as usize {
            let (known, place) = self.found[from as usize * self.most + index];
            if !self.offer(to, (known + cost, place)) {
                break;
            }
        }
    }

    /// Puts a place into a list, which stays sorted. False if it and all that is farther has no room there.
    fn offer(&mut self, rank: u32, (cost, place): (u32, u32)) -> bool {
        let start = rank as usize * self.most;
        let count = &mut self.counts[rank as usize];
        let list = &mut self.found[start..start + self.most];
        let length = *count as usize;
        if cost > self.limit || (length == self.most && list.last().is_none_or(|last| *last < (cost, place))) {
            return false;
        }
        let end = match list[..length].iter().position(|known| known.1 == place) {
            Some(at) if list[at].0 <= cost => return true,
            Some(at) => at,
            None if length < self.most => {
                *count += 1;
                length
            }
            None => length - 1,
        };
        list[end] = (cost, place);
        let at = list[..end].partition_point(|known| *known < (cost, place));
        list[at..=end].rotate_right(1);
        true
    }

    fn by_node(self, hierarchy: &Hierarchy) -> Near {
        let mut near = Near { most: self.most, counts: Vec::with_capacity(self.counts.len()), found: Vec::with_capacity(self.found.len()) };
        for &rank in &hierarchy.rank {
            let start = rank as usize * self.most;
            near.counts.push(self.counts[rank as usize]);
            near.found.extend_from_slice(&self.found[start..start + self.most]);
        }
        near
    }
}
