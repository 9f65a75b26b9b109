//! Whether what stands and what is proposed fit together: what is needed and from where, which norms are met, what is in the way.

pub mod balance;
pub mod conflict;
pub mod ground;
pub mod measure;
pub mod need;
pub mod remedy;
pub mod supply;
pub mod verdict;

use crate::twin::catalog::Catalog;
use crate::twin::catalog::kind::Solution;
use crate::twin::catalog::survey::Survey;
use crate::twin::model::region::Region;
pub use balance::{Balance, RegionReport, Shortfall, Total, of_region, of_settlement};
use conflict::Conflict;
use ground::Ground;
use measure::Measuring;
use need::NeedReport;
use verdict::Verdict;

/// Whether something is enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// It is.
    Met,
    /// So much is missing, or too much.
    Short(f64),
    /// Nobody knows: the model has no data on it.
    Unknown,
}

/// How a solution fits into its place.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteReport {
    /// One a norm that its template names and that applies there.
    pub verdicts: Vec<Verdict>,
    /// What is in its way.
    pub conflicts: Vec<Conflict>,
    /// One a need of the template, in its order.
    pub needs: Vec<NeedReport>,
}

/// How a solution fits into its place. `additions` holds what it brings by itself: its buildings and its ground.
pub fn of_site(base: &Region, survey: &Survey, catalog: &Catalog, solution: &Solution, additions: &Region) -> SiteReport {
    let ground = Ground::new(solution, additions);
    let measuring = Measuring::new(base, survey, solution, additions, &ground);
    SiteReport {
        verdicts: verdict::verdicts(catalog, &measuring),
        conflicts: conflict::conflicts(base, survey, solution, &ground),
        needs: need::reports(base, survey, solution, &ground),
    }
}
