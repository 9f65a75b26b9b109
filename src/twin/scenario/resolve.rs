//! From what a scenario holds to solutions that fit their places: template, territory and site of each, kept while nothing of it changes.

use super::placed::Placed;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::fit::Fit;
use crate::twin::catalog::kind::{self, Solution};
use crate::twin::catalog::site::Site;
use crate::twin::catalog::survey::Survey;
use crate::twin::catalog::template::Template;
use crate::twin::catalog::territory::Territory;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::region::Region;
use crate::twin::text::readable::unknown_name;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What solutions are fitted with.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The region as it is.
    pub region: &'a Region,
    /// What is known of its places.
    pub survey: &'a Survey,
    /// The library.
    pub catalog: &'a Catalog,
}

/// A solution and the place that it stands at.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// As the scenario has it.
    pub placed: Placed,
    /// Where it stands.
    pub site: Site,
    /// What is known of the place.
    pub territory: Territory,
}

impl Resolved {
    /// Looks up a solution's place.
    ///
    /// # Errors
    /// `solution-unknown` where the library has no such template; `solution-incomplete` where points are missing.
    pub fn new(placed: Placed, ground: Ground) -> Result<Self, Diagnostic> {
        let template = template(ground.catalog, &placed)?;
        let geometry = kind::geometry(template);
        let site = placed.site(ground.region);
        if site.points.len() < geometry.least_points() {
            return Err(Diagnostic::error("solution-incomplete").with("name", placed.template.as_str()).with("key", placed.key as usize));
        }
        let at = site.anchor(geometry);
        let territory = ground.survey.territory(ground.region, at, site.length(geometry), site.area(geometry));
        Ok(Self { placed, site, territory })
    }

    /// The template, fitted.
    ///
    /// # Errors
    /// `solution-unknown`; `solution-undefined` where a formula has no value there.
    pub fn fit<'a>(&'a self, catalog: &'a Catalog) -> Result<Fit<'a>, Diagnostic> {
        Fit::new(template(catalog, &self.placed)?, &self.territory, &self.placed.set)
            .map_err(|_| Diagnostic::error("solution-undefined").with("name", self.placed.template.as_str()))
    }

    /// The solution as kinds and conformity take it.
    pub fn solution<'a>(&'a self, fit: &'a Fit<'a>) -> Solution<'a> {
        Solution { key: self.placed.key, fit, site: &self.site, on: self.placed.on.as_deref() }
    }
}

/// The template of a solution.
fn template<'a>(catalog: &'a Catalog, placed: &Placed) -> Result<&'a Template, Diagnostic> {
    catalog.template(&placed.template).ok_or_else(|| {
        let known: Vec<&str> = catalog.templates.iter().map(|template| template.id.as_str()).collect();
        let name = placed.template.as_str();
        unknown_name(Diagnostic::error("solution-unknown"), name, &known)
    })
}

/// All solutions of a scenario, looked up.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Those that have a place, by key.
    pub solutions: BTreeMap<u32, Arc<Resolved>>,
    /// Why others have none, by key.
    pub faults: BTreeMap<u32, Diagnostic>,
}

impl Plan {
    /// Looks up what stands; what an earlier plan for the same ground has of it is taken from there.
    pub fn new(standing: BTreeMap<u32, Placed>, ground: Ground, earlier: &Plan) -> Self {
        let look_up = |(key, placed): (u32, Placed)| {
            let known = earlier.solutions.get(&key).filter(|known| known.placed == placed).cloned();
            (key, known.map_or_else(|| Resolved::new(placed, ground).map(Arc::new), Ok))
        };
        let mut plan = Self::default();
        for (key, resolved) in standing.into_par_iter().map(look_up).collect::<Vec<_>>() {
            match resolved {
                Ok(resolved) => _ = plan.solutions.insert(key, resolved),
                Err(fault) => _ = plan.faults.insert(key, fault),
            }
        }
        plan
    }
}
