//! Which places reach which others and at what cost: what every measure of accessibility is made of.

use crate::twin::diagnostic::{Diagnostic, Report};

/// Costs beyond this are out of reach, in whatever unit.
const FARTHEST: f64 = 1e15;

/// Costs between places, start after start; what is not within reach is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    first: Vec<u32>,
    pairs: Vec<(u32, f64)>,
    ends: usize,
}

impl Default for Reach {
    fn default() -> Self {
        Self { first: vec![0], pairs: Vec::new(), ends: 0 }
    }
}

impl Reach {
    /// The reach of places whose ends are given start after start, `(end, cost)`.
    pub fn from_rows(ends: usize, rows: impl IntoIterator<Item = Vec<(u32, f64)>>) -> Self {
        let mut reach = Self { ends, ..Self::default() };
        for row in rows {
            reach.pairs.extend(row.into_iter().filter(|(end, cost)| (*end as usize) < ends && (0.0..=FARTHEST).contains(cost)));
            reach.first.push(reach.pairs.len() as u32);
        }
        reach
    }

    /// The reach that a table of costs `[start][end]` holds. Infinite costs are out of reach; negative ones and those that are no
    /// number are too. Note: `access-costs-odd`.
    pub fn from_table(table: &[Vec<f64>]) -> Report<Self> {
        let ends = table.iter().map(Vec::len).max().unwrap_or(0);
        let odd = table.iter().flatten().filter(|cost| cost.is_nan() || **cost < 0.0).count();
        let note = || Diagnostic::warning("access-costs-odd").with("count", odd);
        let row = |costs: &Vec<f64>| costs.iter().zip(0..).map(|(cost, end)| (end, *cost)).collect();
        Report { value: Self::from_rows(ends, table.iter().map(row)), notes: (odd > 0).then(note).into_iter().collect() }
    }

    /// How many starts there are.
    pub fn starts(&self) -> usize {
        self.first.len() - 1
    }

    /// How many ends there are.
    pub fn ends(&self) -> usize {
        self.ends
    }

    /// How many pairs are within reach.
    pub fn pairs(&self) -> usize {
        self.pairs.len()
    }

    /// What a start reaches: `(end, cost)`, in the order of the ends.
    pub fn of(&self, start: usize) -> &[(u32, f64)] {
        &self.pairs[self.first[start] as usize..self.first[start + 1] as usize]
    }

    /// Every start with what it reaches.
    pub fn rows(&self) -> impl Iterator<Item = &[(u32, f64)]> {
        (0..self.starts()).map(|start| self.of(start))
    }

    /// The nearest end of a start; of equally near ones the first.
    pub fn nearest(&self, start: usize) -> Option<(u32, f64)> {
        self.of(start).iter().copied().min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)))
    }
}
