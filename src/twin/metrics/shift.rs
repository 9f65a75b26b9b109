//! Who gains and who loses: people whose own values get better or worse in a scenario, and where most of them live.

use super::Measured;
use crate::twin::catalog::survey::Survey;
use crate::twin::model::building::Building;
use crate::twin::model::feature::Feature;
use crate::twin::simulate::outcome::Field;
use std::collections::BTreeMap;

/// Values by home that are better the smaller they are.
pub static FELT: &[&str] = &[
    "reach-school",
    "reach-kindergarten",
    "reach-clinic",
    "reach-pharmacy",
    "reach-shop",
    "reach-stop",
    "reach-park",
    "reach-hub",
    "transit-minutes",
    "ambulance-share",
    "fire-share",
    "flood-depth",
];

/// People who are better or worse off by one value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shift {
    /// The value; `overlay-<this>` in the locales.
    pub field: &'static str,
    /// People for whom it is less than it was: better.
    pub better: Side,
    /// People for whom it is more: worse.
    pub worse: Side,
}

/// People on one side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side {
    /// How many.
    pub people: f64,
    /// By how much on average.
    pub mean: f64,
    /// The settlement where most of them live, by its number in the survey.
    pub settlement: Option<u32>,
}

/// Changes smaller than this are none, in the unit of the value: nobody feels a hand's breadth, or six seconds.
const FELT_FROM: f64 = 0.1;

/// Who is better and who worse off in `after` than in `before`; values that nobody feels differently are left out. `survey` is of the
/// region before: homes that are new had nothing then, and are not counted. Where a value is missing it counts as farther than was
/// looked.
pub fn shifts(before: &Measured, after: &Measured, survey: &Survey) -> Vec<Shift> {
    let homes: Vec<Option<(f32, u32)>> = homes(survey);
    let shift = |id: &&'static str| {
        let (old, new) = (before.field(id)?, after.field(id)?);
        (old.layer == Building::LAYER && old.values != new.values).then(|| of_field(id, old, new, &homes))
    };
    FELT.iter().filter_map(shift).filter(|shift| shift.better.people + shift.worse.people > 0.0).collect()
}

/// Residents and settlement by building; none where nobody lives.
fn homes(survey: &Survey) -> Vec<Option<(f32, u32)>> {
    let mut homes = Vec::new();
    for home in survey.all_homes() {
        let building = home.building as usize;
        if homes.len() <= building {
            homes.resize(building + 1, None);
        }
        homes[building] = Some((home.residents, home.settlement));
    }
    homes
}

/// Values stand in the order of the buildings in both fields.
fn of_field(id: &'static str, old: &Field, new: &Field, homes: &[Option<(f32, u32)>]) -> Shift {
    let (mut before, mut after) = (old.values.iter().peekable(), new.values.iter().peekable());
    let (mut better, mut worse) = (Sum::default(), Sum::default());
    for (building, home) in (0u32..).zip(homes) {
        let old_value = before.next_if(|(known, _)| *known == building).map_or(old.beyond, |(_, value)| *value);
        let new_value = after.next_if(|(known, _)| *known == building).map_or(new.beyond, |(_, value)| *value);
        let Some((people, settlement)) = *home else { continue };
        let change = f64::from(new_value) - f64::from(old_value);
        if change.abs() >= FELT_FROM {
            let side = if change < 0.0 { &mut better } else { &mut worse };
            side.add(f64::from(people), change.abs(), settlement);
        }
    }
    Shift { field: id, better: better.side(), worse: worse.side() }
}

/// People of one side while they are counted.
#[derive(Default)]
struct Sum {
    people: f64,
    change: f64,
    by_settlement: BTreeMap<u32, f64>,
}

impl Sum {
    fn add(&mut self, people: f64, change: f64, settlement: u32) {
        self.people += people;
        self.change += people * change;
        *self.by_settlement.entry(settlement).or_default() += people;
    }

    fn side(self) -> Side {
        let most = self.by_settlement.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        let mean = if self.people > 0.0 { self.change / self.people } else { 0.0 };
        Side { people: self.people, mean, settlement: most.map(|(settlement, _)| settlement) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::catalog::resource::Unit;

    #[test]
    fn people_are_counted_where_their_value_changed() {
        let field = |values: &[(u32, f32)]| Field {
            id: "reach-school",
            unit: Unit::Metres,
            layer: Building::LAYER,
            values: values.to_vec(),
            beyond: 5_000.0,
        };
        let homes = [Some((3.0, 0)), Some((4.0, 1)), None, Some((6.0, 1)), Some((7.0, 0)), Some((2.0, 1))];
        let old = field(&[(0, 100.0), (1, 500.0), (2, 50.0), (3, 200.0), (4, 80.0)]);
        let new = field(&[(0, 300.0), (1, 100.0), (2, 9.0), (3, 200.05), (4, 60.0), (5, 1_000.0), (9, 3.0)]);
        let Shift { better, worse, .. } = of_field("reach-school", &old, &new, &homes);
        assert_eq!(better.people, 13.0, "one who had none within reach has one now");
        assert!((better.mean - (4.0 * 400.0 + 7.0 * 20.0 + 2.0 * 4_000.0) / 13.0).abs() < 1e-9 && better.settlement == Some(0));
        assert_eq!((worse.people, worse.mean, worse.settlement), (3.0, 200.0, Some(0)));
    }
}
