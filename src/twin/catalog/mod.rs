//! What could be built: templates of typical solutions, and how they fit themselves to a territory.

pub mod check;
pub mod distance;
pub mod effect;
pub mod fit;
pub mod formula;
pub mod index;
pub mod kind;
pub mod norm;
pub mod resource;
pub mod shape;
pub mod site;
pub mod survey;
pub mod template;
pub mod territory;

use norm::Norm;
use template::Template;

/// The library: templates and the norms that they name.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    /// Templates in the order of their ids.
    pub templates: Vec<Template>,
    /// Norms.
    pub norms: Vec<Norm>,
}

impl Catalog {
    /// The template of an id.
    pub fn template(&self, id: &str) -> Option<&Template> {
        self.templates.iter().find(|template| *template.id == id)
    }

    /// The norm of an id.
    pub fn norm(&self, id: &str) -> Option<&Norm> {
        self.norms.iter().find(|norm| *norm.id == id)
    }
}
