//! What several models need, worked out once: the streets as people walk them, zones, roads, lines, trips. For a region into which something
//! is built, whatever rests on nothing that is different is taken over.

use super::assumption::Assumptions;
use super::flood::assumed::Assumed;
use super::flood::known::{Floods, Inundation};
use super::homes::Homes;
use super::population::work_places;
use super::radio::known::Networks;
use super::radio::receiver::Receivers;
use super::radio::station::Network;
use super::remembered::Remembered;
use super::routing::router::Router;
use super::routing::travel::{Mode, Travel};
use super::sun::sunlight::Sunlight;
use super::traffic::peak::Flow;
use super::traffic::roads::Roads;
use super::transit::assumption::LineAssumptions;
use super::transit::supply::Supply;
use super::trips::demand::Demand;
use super::trips::ways::Ways;
use super::wanted::Wanted;
use super::zones::{Spot, Zones, Zoning};
use crate::twin::catalog::survey::{Housing, Survey};
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::change::Change;
use crate::twin::model::connectivity::Mast;
use crate::twin::model::feature::Feature;
use crate::twin::model::levee::Levee;
use crate::twin::model::place::Place;
use crate::twin::model::region::Region;
use crate::twin::model::street::Street;
use crate::twin::model::transit::{TransitLine, TransitStop};
use crate::twin::model::water::Water;
use std::sync::{Arc, OnceLock};

/// Zones of trips at most.
const ZONES: usize = 200;
/// Places of pupils' homes at most.
const HOMES: usize = 600;

/// What several models need.
#[derive(Clone, Debug)]
pub struct Shared {
    /// Streets on foot at one metre a second: what takes so many seconds is so many metres away.
    pub foot: Arc<Report<Router>>,
    /// Streets by car, in seconds.
    pub drive: Arc<Report<Router>>,
    /// Where trips begin and end.
    pub zones: Zones,
    /// Every home.
    pub homes: Arc<Homes>,
    /// Where pupils live.
    pub pupils: Zones,
    /// Roads between the zones.
    pub roads: Arc<Roads>,
    /// Ways on them.
    pub ways: Arc<Ways>,
    /// Lines of public transport.
    pub supply: Arc<Supply>,
    /// Trips of the hour of the morning peak.
    pub demand: Demand,
    /// Cars of that hour on the roads.
    pub flow: Arc<Flow>,
    /// The sun on all that stands, worked out when it is asked for.
    pub sun: Arc<Sunlight>,
    /// Trips of that hour in the region as it is, from zone to zone of its own: what means are weighed by, so that they can be compared.
    pub usual: Arc<Vec<f64>>,
    /// What models remember.
    pub memory: Arc<Memory>,
    /// Whether anybody waits for what is worked out; somebody does, where nothing is said.
    pub wanted: Wanted,
    zonings: Arc<[Zoning; 2]>,
    flood: Arc<OnceLock<Result<Arc<Inundation>, Diagnostic>>>,
    network: Arc<OnceLock<Result<Arc<Report<Network>>, Diagnostic>>>,
}

/// What models remember of a region and of what was built in it.
#[derive(Debug, Default)]
pub struct Memory {
    /// Floods that were run.
    pub floods: Floods,
    /// Networks of masts that were looked at.
    pub networks: Networks,
    /// Who listens to them.
    pub receivers: Remembered<Arc<Housing>, Receivers>,
}

impl Shared {
    /// The flood of the region's river, run when it is first asked for.
    ///
    /// # Errors
    /// Those of [`Inundation::of`].
    pub fn flood(&self, region: &Region, assumed: &Assumed) -> Result<Arc<Inundation>, Diagnostic> {
        if let Some(known) = self.flood.get() {
            return known.clone();
        }
        let found = Inundation::of(region, assumed, &self.memory.floods, &self.wanted);
        // What was broken off is nothing that others may be told.
        if !self.wanted.is_wanted() && found.is_err() {
            return found;
        }
        self.flood.get_or_init(|| found).clone()
    }

    /// The flood, where it was run already.
    pub fn known_flood(&self) -> Option<Arc<Inundation>> {
        self.flood.get()?.as_ref().ok().cloned()
    }

    /// The mobile network on the region's masts, put together when it is first asked for.
    ///
    /// # Errors
    /// Those of [`Network::new`].
    pub fn network(&self, region: &Region, assumptions: &Assumptions) -> Result<Arc<Report<Network>>, Diagnostic> {
        self.network.get_or_init(|| Network::new(region, assumptions).map(Arc::new)).clone()
    }

    /// The network, where it was put together already.
    pub fn known_network(&self) -> Option<Arc<Report<Network>>> {
        self.network.get()?.as_ref().ok().cloned()
    }

    /// Of a region as it is.
    pub fn new(region: &Region, survey: &Survey, assumptions: &Assumptions) -> Self {
        let spots = spots(region, survey, assumptions);
        let zonings = Arc::new([Zoning::new(&spots, ZONES), Zoning::new(&lived(&spots), HOMES)]);
        let mut shared = Self::of(region, survey, assumptions, zonings, Earlier::default());
        shared.usual = Arc::new(shared.demand.trips.clone());
        shared
    }

    /// Of the same region with something built in it. `change` is what differs.
    #[must_use]
    pub fn changed(&self, region: &Region, survey: &Survey, assumptions: &Assumptions, change: &Change) -> Self {
        let same = |layers: &[&str]| !change.touches(layers);
        let earlier = Earlier {
            streets: Some(self).filter(|_| same(&[Street::LAYER])),
            lines: Some(self).filter(|_| same(&[TransitStop::LAYER, TransitLine::LAYER])),
        };
        let shared = Self::of(region, survey, assumptions, self.zonings.clone(), earlier);
        let sun = Arc::new(Sunlight::after(self.sun.clone(), change.kept(&region.buildings)));
        // Where nothing that leads water is different, it is the same without a look at the ground.
        let flood = if same(&[Water::LAYER, Place::LAYER, Levee::LAYER]) { self.flood.clone() } else { Arc::default() };
        let network = if same(&[Mast::LAYER]) { self.network.clone() } else { Arc::default() };
        Self { usual: self.usual.clone(), memory: self.memory.clone(), flood, network, sun, ..shared }
    }

    fn of(region: &Region, survey: &Survey, assumptions: &Assumptions, zonings: Arc<[Zoning; 2]>, earlier: Earlier) -> Self {
        let spots = spots(region, survey, assumptions);
        let (zones, pupils) = (zonings[0].filled(&spots), zonings[1].filled(&lived(&spots)));
        let places = zones.places();
        let routed = || {
            let new = |travel: Travel| Arc::new(Router::new(region, &travel));
            let both = || rayon::join(|| new(Travel::on_foot_in_metres()), || new(Travel::new(Mode::Car)));
            earlier.streets.map_or_else(both, |earlier| (earlier.foot.clone(), earlier.drive.clone()))
        };
        let same_places = |earlier: &&Self| earlier.zones.places() == places;
        let driven = || match earlier.streets.filter(same_places) {
            Some(earlier) => (earlier.roads.clone(), earlier.ways.clone()),
            None => {
                let roads = Roads::new(region, &zones.all);
                let ways = Ways::new(&roads);
                (Arc::new(roads), Arc::new(ways))
            }
        };
        let ridden = || match earlier.lines.filter(same_places) {
            Some(earlier) => earlier.supply.clone(),
            None => Arc::new(Supply::new(region, &places, &LineAssumptions::of(assumptions))),
        };
        let ((foot, drive), ((roads, ways), supply)) = rayon::join(routed, || rayon::join(driven, ridden));
        let ride = supply.is_known().then_some(&supply.minutes[..]);
        let demand = Demand::new(&zones.all, &ways, ride, assumptions);
        let earlier = earlier.streets;
        let known = earlier.map(|earlier| &earlier.homes);
        let (flow, homes) = rayon::join(
            || Arc::new(Flow::new(&roads, &demand, earlier.map(|earlier| &*earlier.flow))),
            || Homes::new(region, survey, &foot.value, &drive.value, known),
        );
        Self {
            foot,
            drive,
            zones,
            homes,
            pupils,
            flow,
            roads,
            ways,
            supply,
            demand,
            usual: Arc::default(),
            sun: Arc::default(),
            memory: Arc::default(),
            wanted: Wanted::default(),
            zonings,
            flood: Arc::default(),
            network: Arc::default(),
        }
    }
}

/// An earlier region with the same streets, and one with the same stops and lines.
#[derive(Clone, Copy, Default)]
struct Earlier<'a> {
    streets: Option<&'a Shared>,
    lines: Option<&'a Shared>,
}

/// Homes and work places.
fn spots(region: &Region, survey: &Survey, assumptions: &Assumptions) -> Vec<Spot> {
    let home = |at: [f64; 2], residents: f64| Spot { at, residents, jobs: 0.0 };
    let homes = survey.all_homes().map(|found| home(found.at.metres(), f64::from(found.residents)));
    let works = work_places(region, assumptions).into_iter().map(|(at, jobs)| Spot { jobs, ..home(at.metres(), 0.0) });
    homes.chain(works).collect()
}

fn lived(spots: &[Spot]) -> Vec<Spot> {
    spots.iter().filter(|spot| spot.residents > 0.0).copied().collect()
}
