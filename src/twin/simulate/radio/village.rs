//! Villages one by one: whether each is covered, by which mast, and how fast in the busy hour, against what is wanted.

use super::assumption::ENOUGH;
use super::receiver::Receivers;
use super::service::Service;
use super::station::Network;
use crate::twin::catalog::resource::Unit;
use crate::twin::catalog::survey::Survey;
use crate::twin::model::connectivity::Mast;
use crate::twin::model::feature::Feature;
use crate::twin::model::place::{Place, PlaceKind};
use crate::twin::simulate::assumption::Assumptions;
use crate::twin::simulate::digital::GOOD_INTERNET;
use crate::twin::simulate::table::{Cell, Column, Table};
use std::collections::BTreeMap;

const COLUMNS: &[Column] = &[
    Column { id: "residents", unit: Unit::People },
    Column { id: "covered", unit: Unit::Count },
    Column { id: "covered-people", unit: Unit::People },
    Column { id: "mast", unit: Unit::Count },
    Column { id: "mobile-speed", unit: Unit::Megabits },
    Column { id: "mobile-fast", unit: Unit::Count },
    Column { id: "fixed-speed", unit: Unit::Megabits },
    Column { id: "fixed-fast", unit: Unit::Count },
];

/// A village and what its receivers get.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Village {
    /// Its number among the settlements of the survey.
    pub settlement: usize,
    /// Residents who have enough.
    pub with_enough: f64,
    /// What more than half of its residents have in the busy hour [Mbit/s]; where nobody knows how many there are, more than half of its
    /// places. None where it has no receiver.
    pub speed: Option<f64>,
    /// The mast that serves most of them, by its number in the layer.
    pub mast: Option<u32>,
}

impl Village {
    /// Whether most of it has so much.
    pub fn has(&self, least: f64) -> bool {
        self.speed.is_some_and(|speed| speed >= least)
    }
}

/// What one receiver gets: people (or places, where nobody knows of people), megabits a second, mast.
type Got = (f64, f64, Option<u32>);

/// All villages, in the order of the settlements.
pub fn villages(survey: &Survey, network: &Network, receivers: &Receivers, service: &Service, enough: f64) -> Vec<Village> {
    let mut got: Vec<Vec<Got>> = vec![Vec::new(); survey.settlements().len()];
    for ((receiver, rate), link) in receivers.all.iter().zip(&service.rates).zip(&service.links) {
        let mast = link.filter(|_| *rate > 0.0).and_then(|link| network.mast(link.sector));
        got.get_mut(receiver.settlement as usize).into_iter().for_each(|got| got.push((receiver.people, *rate, mast)));
    }
    let is_village = |kind: PlaceKind| matches!(kind, PlaceKind::Village | PlaceKind::Hamlet);
    let all = survey.settlements().iter().zip(got).enumerate().filter(|(_, (settlement, _))| is_village(settlement.kind));
    all.map(|(settlement, (_, got))| village(settlement, got, enough)).collect()
}

fn village(settlement: usize, mut got: Vec<Got>, enough: f64) -> Village {
    let with_enough = got.iter().filter(|(_, rate, _)| *rate >= enough).map(|(people, ..)| people).sum();
    if got.iter().map(|(people, ..)| people).sum::<f64>() <= 0.0 {
        got.iter_mut().for_each(|(people, ..)| *people = 1.0);
    }
    let mut served: BTreeMap<u32, f64> = BTreeMap::new();
    got.iter().for_each(|(people, _, mast)| mast.iter().for_each(|mast| *served.entry(*mast).or_default() += people));
    // Of masts that serve as many, the first.
    let mast = served.into_iter().fold(None, |best: Option<(u32, f64)>, next| best.filter(|best| best.1 >= next.1).or(Some(next)));
    Village { settlement, with_enough, speed: middle(&mut got), mast: mast.map(|(mast, _)| mast) }
}

/// The greatest rate that more than half have.
fn middle(got: &mut [Got]) -> Option<f64> {
    got.sort_by(|a, b| b.1.total_cmp(&a.1));
    let half = got.iter().map(|(people, ..)| people).sum::<f64>() / 2.0;
    let mut sum = 0.0;
    let found = got.iter().find(|(people, ..)| {
        sum += people;
        sum > half
    });
    found.map(|(_, rate, _)| *rate)
}

/// The villages as a table.
pub fn table(survey: &Survey, villages: &[Village], assumptions: &Assumptions) -> Table {
    let (enough, fast) = (assumptions.get(&ENOUGH), assumptions.get(&GOOD_INTERNET));
    let row = |village: &Village| {
        let settlement = survey.settlements().get(village.settlement)?;
        let fixed = settlement.internet.map(f64::from);
        let cells = vec![
            Cell::number((settlement.population > 0.0).then_some(settlement.population)),
            village.speed.map_or(Cell::Unknown, |_| Cell::Is(village.has(enough))),
            Cell::number(village.with_enough),
            village.mast.map_or(Cell::Unknown, |mast| Cell::Feature(Mast::LAYER, mast)),
            Cell::number(village.speed),
            village.speed.map_or(Cell::Unknown, |_| Cell::Is(village.has(fast))),
            Cell::number(fixed),
            fixed.map_or(Cell::Unknown, |fixed| Cell::Is(fixed >= fast)),
        ];
        Some((settlement.place, cells))
    };
    Table { id: "villages", layer: Place::LAYER, columns: COLUMNS, rows: villages.iter().filter_map(row).collect() }
}
