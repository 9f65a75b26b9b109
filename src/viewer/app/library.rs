//! The library of solutions, which of them is chosen, and what is known of the territory that they fit themselves to.

use super::job::Soon;
use super::session::{Activity, Session};
use super::viewpoint::Viewpoint;
use crate::store::design::embedded_catalog;
use crate::store::embedded::solution_picture;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::survey::Survey;
use crate::twin::catalog::template::Template;
use crate::twin::catalog::territory::Territory;
use crate::twin::model::names::Name;
use crate::twin::model::space::Position;
use bevy::prelude::*;
use std::sync::Arc;

/// The library and the survey of the open region.
#[derive(Resource, Default)]
pub struct Solutions {
    /// Templates and norms.
    pub catalog: Arc<Catalog>,
    /// Id of the template that is chosen.
    pub chosen: Option<String>,
    survey: Option<Arc<Survey>>,
    /// The region that was surveyed.
    surveyed: u64,
    /// Grows whenever the library or the survey is another one.
    generation: u64,
    surveying: Option<(u64, Soon<Survey>)>,
}

impl Solutions {
    /// The picture of a solution, as PNG; none for those of the user's own.
    pub fn picture(&self, id: &str) -> Option<&'static [u8]> {
        solution_picture(id)
    }

    /// The template that is chosen.
    pub fn chosen(&self) -> Option<&Template> {
        self.catalog.template(self.chosen.as_deref()?)
    }

    /// The survey of the open region; none while it is made.
    pub fn survey(&self, session: &Session) -> Option<&Arc<Survey>> {
        // A survey of an earlier region says nothing of this one.
        self.survey.as_ref().filter(|_| self.surveyed == session.generation())
    }

    /// Grows whenever the library or the survey is another one.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Takes over another library.
    pub fn replace(&mut self, catalog: Catalog) {
        self.catalog = Arc::new(catalog);
        self.generation += 1;
    }

    /// What is known of the place that is looked at, and the settlement nearest to it; none while it is surveyed.
    pub fn here(&self, session: &Session, viewpoint: &Viewpoint) -> Option<(Territory, Option<Name>)> {
        let survey = self.survey(session)?;
        let region = session.region()?;
        let at = Position::from_metres(viewpoint.focus.x, viewpoint.focus.y);
        let name = survey.settlement(at).map(|settlement| settlement.name);
        Some((survey.territory(region, at, 0.0, 0.0), name))
    }
}

/// Adds the library and its survey.
pub fn plugin(app: &mut App) {
    app.insert_resource(Solutions { catalog: Arc::new(embedded_catalog()), ..Solutions::default() }).add_systems(Update, survey);
}

/// Surveys a region as a job, once it is open and seen: the first picture has the machine for itself.
fn survey(session: Res<Session>, activity: Res<Activity>, mut solutions: ResMut<Solutions>) {
    let Some(region) = session.region() else { return };
    let current = solutions.surveying.as_ref().map_or(solutions.surveyed, |(generation, _)| *generation);
    if session.generation() != current && activity.is_seen() {
        let region = region.clone();
        solutions.surveying = Some((session.generation(), Soon::start(move || Survey::new(&region))));
        solutions.survey = None;
    }
    let Some((generation, mut task)) = solutions.surveying.take() else { return };
    match task.poll() {
        Some(survey) => {
            (solutions.survey, solutions.surveyed) = (Some(Arc::new(survey)), generation);
            solutions.generation += 1;
        }
        None => solutions.surveying = Some((generation, task)),
    }
}
