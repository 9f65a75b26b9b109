//! What could be built: templates of typical solutions, and the formulas by which they fit themselves to a territory.

pub mod check;
pub mod fit;
pub mod formula;
pub mod norm;
pub mod resource;
pub mod survey;
pub mod template;
pub mod territory;
