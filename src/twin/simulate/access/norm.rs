//! People within a norm's reach of the nearest institution.

use super::super::routing::reach::Reach;
use super::sound_people;
use crate::twin::diagnostic::Report;

/// How a norm of distance or time is met by people.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NormReach {
    /// People in all.
    pub people: f64,
    /// People whose nearest institution is within the norm.
    pub within: f64,
    /// People whose nearest institution is farther.
    pub beyond: f64,
    /// People who reach none at all.
    pub without: f64,
    /// Mean cost of the nearest institution over all who reach one; zero where nobody does.
    pub mean: f64,
    /// The greatest cost that anybody has.
    pub longest: f64,
}

impl NormReach {
    /// The share of people within the norm, 0 to 1; zero where nobody lives.
    pub fn share(&self) -> f64 {
        if self.people > 0.0 { self.within / self.people } else { 0.0 }
    }
}

/// How many people have their nearest institution within a cost. Notes: `access-people-odd`, `access-no-people`.
pub fn within_norm(reach: &Reach, people: &[f64], norm: f64) -> Report<NormReach> {
    let mut notes = Vec::new();
    let people = sound_people(people, reach.starts(), &mut notes);
    let mut met = NormReach { people: people.iter().sum(), ..NormReach::default() };
    let mut costs = 0.0;
    for (start, people) in people.into_iter().enumerate().filter(|(_, people)| *people > 0.0) {
        let Some((_, cost)) = reach.nearest(start) else {
            met.without += people;
            continue;
        };
        *if cost <= norm { &mut met.within } else { &mut met.beyond } += people;
        costs += people * cost;
        met.longest = met.longest.max(cost);
    }
    let reaching = met.within + met.beyond;
    met.mean = if reaching > 0.0 { costs / reaching } else { 0.0 };
    Report { value: met, notes }
}
