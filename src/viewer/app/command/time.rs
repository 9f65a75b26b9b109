//! Commands about plans in time: the month that is seen, the timeline, the roadmap.

use super::place::month;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::metrics::metric::{METRICS, find};
use crate::twin::scenario::month::Month;
use crate::twin::text::readable::unknown_name;
use crate::viewer::app::autosave::Saving;
use crate::viewer::app::interface::{Interface, Sheet};
use crate::viewer::app::notice::Notices;
use crate::viewer::app::roadmap::Roadmaps;
use crate::viewer::app::settings::Wording;
use crate::viewer::app::timeline::Timeline;
use crate::viewer::app::yearly::Yearly;
use bevy::prelude::*;

type Done = Result<(), Diagnostic>;

/// Opens the bar along the lower edge, or closes it; closed, everything is built.
pub fn timeline(world: &mut World, _: &str) -> Done {
    let mut timeline = world.resource_mut::<Timeline>();
    timeline.open = !timeline.open;
    if !timeline.open {
        timeline.set(None);
    }
    world.resource_mut::<Interface>().hidden = false;
    Ok(())
}

/// `2027`, seen as it ends, or `2027-03`; without one everything is built.
pub fn year(world: &mut World, argument: &str) -> Done {
    let month = month(argument)?;
    // A year alone is meant as a whole.
    let month = if argument.contains('-') { month } else { month.map(|month| Month::december(month.year())) };
    world.resource_mut::<Timeline>().set(month);
    Ok(())
}

/// Shows a metric by year under the timeline, by its id; without one none, and nothing of it is worked out any more.
pub fn metric(world: &mut World, id: &str) -> Done {
    let metric = find(id);
    if metric.is_none() && !id.is_empty() {
        let known: Vec<&str> = METRICS.iter().map(|metric| metric.id).collect();
        return Err(unknown_name(Diagnostic::error("metric-unknown"), id, &known));
    }
    world.resource_mut::<Yearly>().choose(metric);
    Ok(())
}

/// Lets the months pass, or stops them.
pub fn play(world: &mut World, _: &str) -> Done {
    world.resource_mut::<Timeline>().play_or_pause();
    Ok(())
}

/// Opens the roadmap, or closes it.
pub fn roadmap(world: &mut World, _: &str) -> Done {
    world.resource_mut::<Interface>().toggle(Sheet::Roadmap);
    Ok(())
}

/// `PROJECT FIELD VALUE`: changes deadline, owner, level or flagship of a project; it saves itself.
pub fn set(world: &mut World, argument: &str) -> Done {
    world.resource_scope(|world, mut saving: Mut<Saving>| saving.begin(&mut world.resource_mut::<Notices>()))?;
    let language = world.resource::<Wording>().language();
    world.resource_mut::<Roadmaps>().change(argument, language)
}
