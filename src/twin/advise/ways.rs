//! Ways from homes to institutions: along the streets on foot or by car, or through the air as waves go.

use crate::twin::model::space::Position;
use crate::twin::simulate::Setting;
use crate::twin::simulate::homes;
use crate::twin::simulate::radio::reaching::Reaching;
use crate::twin::simulate::routing::reach::Reach;
use crate::twin::simulate::routing::router::Router;
use rayon::prelude::*;

/// No vehicle is faster [m/s].
const FASTEST: f64 = 45.0;

/// How people and institutions get to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ways {
    /// On foot along the streets, counted in metres.
    OnFoot,
    /// By car along the streets, counted in seconds.
    ByCar,
    /// From masts that carry mobile internet over the relief, counted in metres.
    Radio,
}

impl Ways {
    /// What it costs from places to places; what is beyond the limit is left out.
    pub fn reach(self, setting: &Setting, from: &[Position], to: &[Position], limit: f64) -> Reach {
        if from.is_empty() || to.is_empty() {
            return Reach::from_rows(to.len(), vec![Vec::new(); from.len()]);
        }
        if let Some((router, off_street)) = self.router(setting) {
            let anchors = |places: &[Position]| router.anchors(setting.region, places, off_street).value;
            return router.reach(&anchors(from), &anchors(to), limit);
        }
        let carries = self.carries(setting);
        let row = |start: &Position| {
            let costs = (0..).zip(to).map(|(end, place)| (end, place.distance(*start)));
            let near = costs.filter(|(end, metres)| *metres <= limit && carries(to[*end as usize], *start));
            near.collect::<Vec<(u32, f64)>>()
        };
        Reach::from_rows(to.len(), from.par_iter().map(row).collect::<Vec<_>>())
    }

    /// The nearest of some places from each of others within the limit, by its number, and what it costs.
    pub fn nearest(self, setting: &Setting, from: &[Position], to: &[Position], limit: f64) -> Vec<Option<(u32, f64)>> {
        if from.is_empty() || to.is_empty() {
            return vec![None; from.len()];
        }
        if let Some((router, off_street)) = self.router(setting) {
            let anchors = |places: &[Position]| router.anchors(setting.region, places, off_street).value;
            return router.nearest_of(&anchors(from), &anchors(to), limit);
        }
        let carries = self.carries(setting);
        let nearest = |start: &Position| {
            let costs = (0..).zip(to).map(|(end, place)| (end, place.distance(*start)));
            let mut near: Vec<(u32, f64)> = costs.filter(|(_, metres)| *metres <= limit).collect();
            near.sort_unstable_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
            // The nearest nearly always does: the others are not asked.
            near.into_iter().find(|(end, _)| carries(to[*end as usize], *start))
        };
        from.par_iter().map(nearest).collect()
    }

    /// What lies farther away than this, straight [m], cannot be got to at that cost.
    pub fn radius(self, cost: f64) -> f64 {
        match self {
            // Places are whole millimetres: a metre more is sure.
            Ways::OnFoot | Ways::Radio => cost + 1.0,
            Ways::ByCar => cost * FASTEST,
        }
    }

    /// The router and how far places may lie from its streets [m]; none where nobody follows streets.
    fn router<'a>(self, setting: &Setting<'a>) -> Option<(&'a Router, f64)> {
        match self {
            Ways::OnFoot => Some((&setting.shared.foot.value, homes::OFF_STREET)),
            Ways::ByCar => Some((&setting.shared.drive.value, homes::OFF_ROAD)),
            Ways::Radio => None,
        }
    }

    /// Whether what stands at the first place gets to the second, if that is near enough.
    fn carries<'a>(self, setting: &Setting<'a>) -> impl Fn(Position, Position) -> bool + Sync + use<'a> {
        let reaching = if self == Ways::Radio { Reaching::new(setting.region, setting.assumptions).ok() } else { None };
        let region = setting.region;
        move |from, to| reaching.as_ref().is_none_or(|reaching| reaching.covers(region, from.metres(), to.metres()))
    }
}
