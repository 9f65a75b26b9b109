//! Who wants to go where: trips from zone to zone, kept by their origin.

/// Trips of one origin to one destination.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trips {
    /// Zone where they end.
    pub destination: u32,
    /// How many in the assigned period.
    pub count: f64,
}

/// A sparse trip table: only pairs of different zones with trips between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TripTable {
    /// Where the trips of an origin begin in `trips`; one more entry than origins.
    first: Vec<u32>,
    /// Trips by origin, then destination.
    trips: Vec<Trips>,
}

impl TripTable {
    /// The table of these (origin, destination, count). What stands twice is added up; trips within a zone load no road, and
    /// counts that are no positive number are no trips: both are left out.
    pub fn new(entries: impl IntoIterator<Item = (u32, u32, f64)>) -> Self {
        let is_driven = |(origin, destination, count): &(u32, u32, f64)| origin != destination && count.is_finite() && *count > 0.0;
        let mut entries: Vec<_> = entries.into_iter().filter(is_driven).collect();
        // Stable: what stands twice is added up in the order in which it was given.
        entries.sort_by_key(|&(origin, destination, _)| (origin, destination));
        entries.dedup_by(|next, kept| {
            let is_same = (next.0, next.1) == (kept.0, kept.1);
            kept.2 += if is_same { next.2 } else { 0.0 };
            is_same
        });
        let origins = entries.last().map_or(0, |last| last.0 + 1);
        let first = (0..=origins).map(|origin| entries.partition_point(|entry| entry.0 < origin) as u32).collect();
        let trips = entries.into_iter().map(|(_, destination, count)| Trips { destination, count }).collect();
        Self { first, trips }
    }

    /// Trips of an origin, by destination; none where it is not in the table.
    pub fn from(&self, origin: u32) -> &[Trips] {
        let bound = |index: usize| self.first.get(index).map_or(self.trips.len(), |&first| first as usize);
        &self.trips[bound(origin as usize)..bound(origin as usize + 1)]
    }

    /// The origins that have trips.
    pub fn origins(&self) -> impl Iterator<Item = u32> {
        (0..self.first.len().saturating_sub(1) as u32).filter(|&origin| !self.from(origin).is_empty())
    }

    /// The trips between the first so many zones.
    #[must_use]
    pub fn within(&self, zones: usize) -> Self {
        let entries = self.origins().flat_map(|origin| self.from(origin).iter().map(move |trips| (origin, trips.destination, trips.count)));
        Self::new(entries.filter(|&(origin, destination, _)| (origin.max(destination) as usize) < zones))
    }

    /// How many pairs of zones have trips between them.
    pub fn pairs(&self) -> usize {
        self.trips.len()
    }

    /// All trips together.
    pub fn total(&self) -> f64 {
        self.trips.iter().map(|trips| trips.count).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_added_up_and_what_is_not_driven_is_left_out() {
        let table = TripTable::new([(2, 0, 5.0), (0, 1, 2.0), (2, 0, 1.5), (1, 1, 9.0), (0, 3, f64::NAN), (0, 2, -1.0), (0, 3, 0.0)]);
        assert_eq!(table.origins().collect::<Vec<_>>(), [0, 2]);
        assert_eq!(table.from(0), [Trips { destination: 1, count: 2.0 }]);
        assert_eq!(table.from(2), [Trips { destination: 0, count: 6.5 }]);
        assert_eq!((table.from(1).len(), table.from(7).len(), table.total()), (0, 0, 8.5));
    }

    #[test]
    fn no_trips_are_a_table() {
        assert_eq!(TripTable::new([]).origins().count(), 0);
        assert_eq!(TripTable::default().from(0), []);
    }
}
