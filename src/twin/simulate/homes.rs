//! Homes on the streets: who lives where, and where one steps onto the street there, on foot and by car.

use super::routing::router::{Anchors, Router};
use crate::twin::catalog::survey::{Home, Housing, Survey};
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use rayon::join;
use std::sync::Arc;

/// How far a home may lie from the nearest street on foot [m].
pub const OFF_STREET: f64 = 400.0;
/// How far it may lie from the nearest one for cars [m].
pub const OFF_ROAD: f64 = 1_000.0;

/// Homes, in the order of their buildings.
#[derive(Clone, Debug, Default)]
pub struct Homes {
    housing: Arc<Housing>,
    /// Of each where it lies on the streets that are walked.
    pub on_foot: Anchors,
    /// Of each where it lies on the streets that are driven.
    pub by_car: Anchors,
}

impl Homes {
    /// The homes of a region on its streets. What an earlier region with the same streets has of them is taken from there.
    pub fn new(region: &Region, survey: &Survey, foot: &Router, drive: &Router, earlier: Option<&Arc<Self>>) -> Arc<Self> {
        let housing = survey.housing().clone();
        if let Some(same) = earlier.filter(|earlier| Arc::ptr_eq(&earlier.housing, &housing)) {
            return same.clone();
        }
        let all = &housing.homes;
        let known = all.iter().map(|home| earlier.and_then(|earlier| earlier.place_of(home)));
        let known: Vec<Option<usize>> = known.collect();
        let new: Vec<Position> = all.iter().zip(&known).filter(|(_, known)| known.is_none()).map(|(home, _)| home.at).collect();
        let (walked, driven) = join(|| foot.anchors(region, &new, OFF_STREET).value, || drive.anchors(region, &new, OFF_ROAD).value);
        let merge = |new: Anchors, old: fn(&Self) -> &Anchors| -> Anchors {
            let mut new = new.into_iter();
            known
                .iter()
                .map(|known| known.zip(earlier).map_or_else(|| new.next().flatten(), |(place, earlier)| old(earlier)[place]))
                .collect()
        };
        let (on_foot, by_car) = (merge(walked, |homes| &homes.on_foot), merge(driven, |homes| &homes.by_car));
        Arc::new(Self { housing, on_foot, by_car })
    }

    /// The homes.
    pub fn all(&self) -> &[Home] {
        &self.housing.homes
    }

    /// Who lives where.
    pub fn housing(&self) -> &Arc<Housing> {
        &self.housing
    }

    /// The place in the list of a home that stands where one stood before.
    fn place_of(&self, home: &Home) -> Option<usize> {
        let place = self.all().binary_search_by_key(&home.building, |known| known.building).ok()?;
        (self.all()[place].at == home.at).then_some(place)
    }

    /// How many have no street to walk on.
    pub fn off_street(&self) -> usize {
        self.on_foot.iter().filter(|anchor| anchor.is_none()).count()
    }

    /// All residents.
    pub fn residents(&self) -> f64 {
        self.all().iter().map(|home| f64::from(home.residents)).sum()
    }
}
