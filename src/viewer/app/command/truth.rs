//! Commands about how true the models are.

use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::choice::Choice;
use crate::twin::verify::Subject;
use crate::viewer::app::interface::{Interface, Sheet};
use crate::viewer::app::truth::Truth;
use bevy::prelude::*;

/// Opens the published cases, or closes them; `all`, the id of a model of a region (`flood`) or the name of a checked one (`itm`) opens them for
/// that.
pub fn truth(world: &mut World, argument: &str) -> Result<(), Diagnostic> {
    if argument.is_empty() {
        world.resource_mut::<Truth>().choose(&[]);
        world.resource_mut::<Interface>().toggle(Sheet::Truth);
        return Ok(());
    }
    let only = if argument == "all" { Vec::new() } else { subjects(argument)? };
    world.resource_mut::<Truth>().choose(&only);
    let mut interface = world.resource_mut::<Interface>();
    interface.sheet = Some(Sheet::Truth);
    interface.hidden = false;
    Ok(())
}

/// What is checked of a model.
fn subjects(name: &str) -> Result<Vec<Subject>, Diagnostic> {
    let of_model = Subject::of_model(name);
    if !of_model.is_empty() {
        return Ok(of_model.to_vec());
    }
    let known = || Subject::ALL.iter().map(|subject| subject.name()).collect::<Vec<_>>().join(", ");
    let unknown = || Diagnostic::error("truth-model-unknown").with("name", name).with("known", known());
    Subject::from_name(name).map(|subject| vec![subject]).ok_or_else(unknown)
}
