//! Commands about scenarios: which is shown, new ones, copies, names.

use super::name_or_number;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::scenario::edit::Edit;
use crate::twin::scenario::{COLOURS, Heading, Scenario};
use crate::twin::text::readable::unknown_name;
use crate::viewer::app::autosave::Saving;
use crate::viewer::app::clock::Clock;
use crate::viewer::app::interface::Interface;
use crate::viewer::app::library::Solutions;
use crate::viewer::app::notice::Notices;
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::reload::take_file;
use crate::viewer::app::settings::Wording;
use bevy::prelude::*;

type Done = Result<(), Diagnostic>;

/// Opens the panel of scenarios, or closes it.
pub fn panel(world: &mut World, _: &str) -> Done {
    world.resource_mut::<Interface>().toggle_side(crate::viewer::app::interface::Side::Scenarios);
    Ok(())
}

/// Shows the scenario of an id; without one the region as it is.
pub fn show(world: &mut World, id: &str) -> Done {
    let mut proposals = world.resource_mut::<Proposals>();
    if !id.is_empty() && proposals.find(id).is_none() {
        let known: Vec<&str> = proposals.all().iter().map(|scenario| scenario.id.as_str()).collect();
        return Err(unknown_name(Diagnostic::error("scenario-unknown"), id, &known));
    }
    proposals.show(Some(id).filter(|id| !id.is_empty()));
    Ok(())
}

/// A new scenario, by its name; without one it is numbered.
pub fn new(world: &mut World, name: &str) -> Done {
    add(world, name, |_| Scenario::default())
}

/// A copy of the scenario that is shown, which goes its own way.
pub fn copy(world: &mut World, name: &str) -> Done {
    add(world, name, |proposals| Scenario {
        parent: proposals.current().and_then(|scenario| scenario.parent.clone()),
        own: proposals.current().map(|scenario| scenario.own.clone()).unwrap_or_default(),
        ..Scenario::default()
    })
}

/// A copy of the scenario that is shown, which follows it.
pub fn link(world: &mut World, name: &str) -> Done {
    if world.resource::<Proposals>().current().is_none() {
        return Err(Diagnostic::warning("no-scenario"));
    }
    add(world, name, |proposals| Scenario { parent: proposals.current().map(|scenario| scenario.id.clone()), ..Scenario::default() })
}

fn add(world: &mut World, name: &str, make: impl FnOnce(&Proposals) -> Scenario) -> Done {
    world.resource_scope(|world, mut saving: Mut<Saving>| saving.begin(&mut world.resource_mut::<Notices>()))?;
    let year = world.resource::<Clock>().moment().year().try_into().unwrap_or(2026) + 1;
    let proposals = world.resource::<Proposals>();
    let (id, colour) = (proposals.new_id(), proposals.new_colour());
    let scenario = make(proposals);
    let name = name_or_number(name, "scenario-numbered", &id);
    world.resource_mut::<Proposals>().add(Scenario { id, heading: Heading { name, colour, year }, ..scenario });
    Ok(())
}

fn reheading(world: &mut World, change: impl FnOnce(&mut Heading)) -> Done {
    super::place::begin(world)?;
    let mut proposals = world.resource_mut::<Proposals>();
    let scenario = proposals.current().ok_or_else(|| Diagnostic::warning("no-scenario"))?;
    let (id, mut heading) = (scenario.id.clone(), scenario.heading.clone());
    change(&mut heading);
    if let Some(edit) = Edit::heading(scenario, heading) {
        proposals.make(&id, edit);
        proposals.close_step();
    }
    Ok(())
}

/// Another name, in the language of the window; where others had the same name, there too.
pub fn rename(world: &mut World, name: &str) -> Done {
    let name = name.trim();
    if name.is_empty() {
        return Ok(());
    }
    let language = world.resource::<Wording>().language();
    reheading(world, |heading| {
        let old = heading.name.read(language).to_owned();
        for text in [&mut heading.name.kk, &mut heading.name.ru, &mut heading.name.en] {
            if *text == old {
                name.clone_into(text);
            }
        }
    })
}

/// `1` to `7`.
pub fn colour(world: &mut World, argument: &str) -> Done {
    let number: usize = argument.parse().unwrap_or(0);
    if !(1..=COLOURS.len()).contains(&number) {
        return Err(Diagnostic::error("colour-unknown").with("most", COLOURS.len()));
    }
    reheading(world, |heading| heading.colour = number - 1)
}

/// The year that it is for.
pub fn year(world: &mut World, argument: &str) -> Done {
    let year = argument.parse().map_err(|_| Diagnostic::error("not-a-year").with("text", argument))?;
    reheading(world, |heading| heading.year = year)
}

/// Takes the scenario that is shown away; its last version stays among the earlier ones.
pub fn remove(world: &mut World, _: &str) -> Done {
    super::place::begin(world)?;
    let Some(id) = world.resource::<Proposals>().current().map(|scenario| scenario.id.clone()) else { return Ok(()) };
    if let Some(path) = world.resource::<Saving>().path(&id).cloned() {
        crate::store::scenarios::remove(&path)?;
    }
    world.resource_mut::<Saving>().forget(&id);
    world.resource_mut::<Proposals>().remove(&id);
    Ok(())
}

/// The window's version of a scenario counts, not the one that somebody else wrote.
pub fn keep_own(world: &mut World, id: &str) -> Done {
    world.resource_mut::<Saving>().overwrite(id);
    Ok(())
}

/// The version of a scenario that somebody else wrote counts; what was done here can be had back by undo.
pub fn take_theirs(world: &mut World, id: &str) -> Done {
    let Some(path) = world.resource::<Saving>().path(id).cloned() else { return Ok(()) };
    let text = crate::store::files::read_text(&path)?;
    world
        .resource_scope(|world, mut saving: Mut<Saving>| {
            world.resource_scope(|world, mut proposals: Mut<Proposals>| {
                take_file(id, &path, text, world.resource::<Solutions>(), &mut proposals, &mut saving)
            })
        })
        .map_err(|mut complaints| complaints.swap_remove(0).diagnostic)
}
