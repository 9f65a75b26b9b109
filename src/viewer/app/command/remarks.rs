//! Commands about readers' remarks: open a file of them, go through them, clear them away.

use crate::twin::diagnostic::{Diagnostic, Report};
use crate::viewer::app::interface::{Interface, Side};
use crate::viewer::app::navigate::Flight;
use crate::viewer::app::notice::Notices;
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::remarks::{ReadersRemarks, Said, read};
use crate::viewer::app::session::Session;
use crate::viewer::app::tours::Tours;
use crate::viewer::app::viewpoint::Viewpoint;
use bevy::prelude::*;
use std::path::Path;

type Done = Result<(), Diagnostic>;

/// Opens the panel of remarks, or closes it.
pub fn panel(world: &mut World, _: &str) -> Done {
    world.resource_mut::<Interface>().toggle_side(Side::Remarks);
    Ok(())
}

/// Opens a file of remarks, beside those that are open.
pub fn open(world: &mut World, path: &str) -> Done {
    let Report { value, notes } = read(Path::new(path), world.resource::<Session>())?;
    let new = world.resource_scope(|world, mut all: Mut<ReadersRemarks>| all.add(value, world.resource::<Session>()));
    let mut notices = world.resource_mut::<Notices>();
    notes.into_iter().for_each(|note| notices.say(note));
    notices.say(Diagnostic::note("remarks-opened").with("count", new));
    let mut interface = world.resource_mut::<Interface>();
    (interface.side, interface.sheet, interface.hidden) = (Some(Side::Remarks), None, false);
    Ok(())
}

/// Shows the remark of that number, counted from 1; without one none.
pub fn show(world: &mut World, argument: &str) -> Done {
    let place = if argument.is_empty() { None } else { Some(find(world, argument)?.0) };
    world.resource_mut::<ReadersRemarks>().open = place;
    Ok(())
}

/// Goes to what was looked at when the remark of that number was made: the view, and the scenario where it is still there.
pub fn go(world: &mut World, argument: &str) -> Done {
    let (place, said) = find(world, argument)?;
    world.resource_mut::<ReadersRemarks>().open = Some(place);
    let mut proposals = world.resource_mut::<Proposals>();
    let scenario = said.remark.scenario.as_deref();
    if scenario.is_none_or(|id| proposals.find(id).is_some()) {
        proposals.show(scenario);
    }
    let session = world.resource::<Session>();
    let view = session.scene().and_then(|scene| said.view(world.resource::<Tours>(), scene));
    let target = view.zip(session.region()).map(|(view, region)| Viewpoint::from_view(&view, region));
    if let Some(target) = target {
        world.resource_mut::<Flight>().to(target);
    }
    Ok(())
}

/// Takes all remarks away; their files stay.
pub fn clear(world: &mut World, _: &str) -> Done {
    world.resource_mut::<ReadersRemarks>().clear();
    Ok(())
}

fn find(world: &World, argument: &str) -> Result<(usize, Said), Diagnostic> {
    let all = world.resource::<ReadersRemarks>().all();
    let place = argument.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let found = place.and_then(|place| Some((place, all.get(place)?.clone())));
    found.ok_or_else(|| Diagnostic::error("remark-unknown").with("text", argument))
}
