//! What a script's `Report` tells of the window, as JSON: scene, view, selection, scenario, measurements, notices.

use super::advice::Advice;
use super::clock::Clock;
use super::comparison::Comparing;
use super::fitness::Fitness;
use super::interface::Interface;
use super::latency::Latency;
use super::layers::{LAYERS, Layers};
use super::library::Solutions;
use super::measure::Measure;
use super::navigate::Flight;
use super::notice::Notices;
use super::open::Opening;
use super::overlay::Overlay;
use super::present::{self, Presenting};
use super::proposals::Proposals;
use super::quality::Quality;
use super::reach::Reach;
use super::script::Widgets;
use super::selection::Selection;
use super::session::{Activity, Session};
use super::settings::Wording;
use super::timeline::Timeline;
use super::tool::Tool;
use super::view_size::ViewSize;
use super::viewpoint::Viewpoint;
use super::views::Views;
use super::water::FloodWater;
use super::yearly::Yearly;
use crate::twin::catalog::fit::Fit;
use crate::twin::model::choice::Choice;
use crate::twin::scenario::history::History;
use crate::twin::scenario::placed::Placed;
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use std::collections::BTreeMap;

/// What a report tells.
#[derive(SystemParam)]
pub struct Report<'w> {
    pub(super) session: Res<'w, Session>,
    viewpoint: Res<'w, Viewpoint>,
    selection: Res<'w, Selection>,
    layers: Res<'w, Layers>,
    interface: Res<'w, Interface>,
    pub(super) wording: Res<'w, Wording>,
    activity: Res<'w, Activity>,
    opening: Res<'w, Opening>,
    measure: Res<'w, Measure>,
    clock: Res<'w, Clock>,
    quality: Res<'w, Quality>,
    solutions: Res<'w, Solutions>,
    proposals: Res<'w, Proposals>,
    tool: Res<'w, Tool>,
    latency: Res<'w, Latency>,
    overlay: Res<'w, Overlay>,
    water: Res<'w, FloodWater>,
    views: Res<'w, Views>,
    timeline: Res<'w, Timeline>,
    yearly: Res<'w, Yearly>,
    reach: Res<'w, Reach>,
    comparing: Res<'w, Comparing>,
    advice: Res<'w, Advice>,
    fitness: Res<'w, Fitness>,
    presenting: Res<'w, Presenting>,
    flight: Res<'w, Flight>,
    widgets: Res<'w, Widgets>,
    size: Res<'w, ViewSize>,
    said: Res<'w, SaidSoFar>,
}

/// Codes of the notices shown so far.
#[derive(Resource, Default)]
struct SaidSoFar(Vec<String>);

impl Report<'_> {
    /// As a JSON object.
    pub fn json(&self) -> serde_json::Value {
        let region = self.session.region();
        let selected = region.zip(self.selection.at()).map(|(region, at)| {
            serde_json::json!({ "layer": at.layer, "id": Selection::id_of(region, at).to_string(),
                "name": Selection::name_of(region, at, self.wording.language()) })
        });
        let layers: serde_json::Map<String, serde_json::Value> = LAYERS
            .iter()
            .enumerate()
            .map(|(index, spec)| {
                let look = self.layers.look(index);
                (spec.name.to_owned(), serde_json::json!({ "visible": look.visible, "opacity": look.opacity }))
            })
            .collect();
        serde_json::json!({
            "scene": self.session.scene().map(|scene| &scene.id),
            "opened": self.session.opened(),
            "busy": self.opening.is_busy(),
            "complete": self.activity.is_complete(),
            "tiles": self.activity.tiles_shown,
            "triangles": self.activity.triangles,
            "view": region.map(|region| self.viewpoint.to_view(region)),
            "selection": selected,
            "layers": layers,
            "sheet": self.interface.sheet.map(|sheet| format!("{sheet:?}")),
            "side": self.interface.side.map(|side| format!("{side:?}")),
            "templates": self.solutions.catalog.templates.len(),
            "solution": self.solution(),
            "scenario": self.scenario(),
            "placing": self.tool.placing().map(|placing| serde_json::json!({ "template": placing.template, "points": placing.points.len() })),
            "ghost": self.tool.ghost().map(|ghost| ghost.report.conflicts.len()),
            "ghost_ms": self.tool.median_delay(),
            "edit_ms": self.latency.median(),
            "frame_ms": self.latency.frames().map(|(median, longest)| serde_json::json!({ "median": median, "longest": longest })),
            "outcome": self.overlay.shown().map(|spec| spec.id),
            "difference": self.overlay.difference,
            "flood": serde_json::json!({ "hour": self.water.hour(), "playing": self.water.is_playing(), "triangles": self.water.triangles }),
            "views": self.views.count(),
            "month": self.timeline.month().map(|month| month.to_string()),
            "playing": self.timeline.playing,
            "by_year": self.by_year(),
            "talk": self.talk(),
            "reach": self.reach.shown().map(|reached| serde_json::json!({ "means": reached.question.means.name(),
                "minutes": reached.question.minutes, "people": reached.people })),
            "figures": serde_json::json!({ "missing": self.comparing.missing(), "took_ms": self.comparing.took() }),
            "short": self.advice.short().map(<[_]>::len),
            "balances": self.fitness.balances().map(|balances| balances.all.len()),
            "measure": region.map(|region| serde_json::json!({ "length_m": self.measure.length(region), "area_m2": self.measure.area(region) })),
            "language": self.wording.language().code(),
            "quality": self.quality.name(),
            "time": self.clock.moment().to_string(),
            "notices": self.said.0,
        })
    }

    /// The metric that is shown by year, with its values as far as they are known.
    fn by_year(&self) -> Option<serde_json::Value> {
        let metric = self.yearly.metric()?;
        let figures = self.yearly.figures();
        let values: Option<Vec<_>> = figures.map(|told| told.years.clone().map(|year| (year, told.value(metric.id, year))).collect());
        Some(serde_json::json!({ "metric": metric.id, "base": figures.and_then(|told| told.base.get(metric.id)), "values": values,
            "working": self.yearly.is_working(), "out_of_date": self.yearly.is_out_of_date() }))
    }

    /// The talk that is under way: where it is, whether all of the stop is there, and where its cards lie.
    fn talk(&self) -> Option<serde_json::Value> {
        let talk = self.presenting.talk()?;
        let is_there = talk.seen().viewpoint.is_none_or(|seen| self.viewpoint.is_near(&seen)) && !self.flight.is_flying();
        let is_told = self.overlay.is_ready() && present::is_ready(&self.presenting, &self.comparing, &self.proposals);
        let cards: serde_json::Map<String, serde_json::Value> = self
            .widgets
            .0
            .iter()
            .map(|(name, rect)| (name.clone(), serde_json::json!([rect.min.x, rect.min.y, rect.max.x, rect.max.y])))
            .collect();
        Some(serde_json::json!({
            "tour": talk.tour().id.as_str(), "stop": talk.stop().map(|stop| stop.id.as_str()), "number": talk.number() + 1,
            "stops": talk.tour().stops.len(), "settled": is_there && is_told && self.activity.is_settled(),
            "blank": talk.blank.map(|blank| format!("{blank:?}")), "words": talk.words, "figures": talk.figures, "bare": talk.bare,
            "overview": talk.overview, "pointer": talk.pointer, "scale": talk.scale, "notes": self.interface.notes,
            "notices": talk.notices().iter().map(|notice| notice.code).collect::<Vec<_>>(),
            "rehearsed": self.presenting.rehearsal().and_then(|rehearsal| Some((rehearsal.took?, rehearsal.problems.len())))
                .map(|(seconds, problems)| serde_json::json!({ "seconds": seconds, "problems": problems })),
            "cards": cards, "size": [self.size.points.x, self.size.points.y],
        }))
    }

    /// The scenario that is shown, with what stands in it.
    fn scenario(&self) -> Option<serde_json::Value> {
        let (scenario, proposals) = (self.proposals.current()?, &self.proposals);
        let pieces = &proposals.drawn().pieces;
        let stands = |placed: &Placed| {
            serde_json::json!({ "status": pieces.get(&placed.key).map(|piece| piece.status.name()), "key": placed.key, "template": placed.template.as_str(), "bearing": placed.bearing, "set": placed.set,
                "points": placed.points.iter().map(|point| [point.lon, point.lat]).collect::<Vec<_>>(), "on": placed.on })
        };
        let report = proposals.chosen.first().and_then(|key| self.fitness.report(*key));
        Some(serde_json::json!({
            "id": scenario.id,
            "name": scenario.heading.name.read(self.wording.language()),
            "year": scenario.heading.year,
            "solutions": proposals.standing().values().map(stands).collect::<Vec<_>>(),
            "chosen": proposals.chosen,
            "steps": proposals.history().map_or(0, History::len),
            "saved": !proposals.changed().contains_key(&scenario.id),
            "drawn": proposals.is_drawn(),
            "verdicts": report.map(|report| report.verdicts.len()),
            "needs": report.map(|report| report.needs.len()),
        }))
    }

    /// The solution that is chosen, with its parameters at the place looked at.
    fn solution(&self) -> Option<serde_json::Value> {
        let template = self.solutions.chosen()?;
        let here = self.solutions.here(&self.session, &self.viewpoint);
        let fit = here.as_ref().and_then(|(territory, _)| Fit::new(template, territory, &BTreeMap::new()).ok());
        let settings: Option<serde_json::Map<String, serde_json::Value>> = fit.map(|fit| {
            let named = template.parameters.iter().zip(&fit.settings);
            named.map(|(parameter, setting)| (parameter.id.value.clone(), setting.value.into())).collect()
        });
        Some(serde_json::json!({ "id": template.id.as_str(), "settings": settings }))
    }
}

/// Adds what remembers the notices.
pub fn plugin(app: &mut App) {
    app.init_resource::<SaidSoFar>().add_systems(Last, |notices: Res<Notices>, mut said: ResMut<SaidSoFar>| {
        if notices.is_changed() {
            said.0 = notices.shown().iter().map(|notice| notice.diagnostic.code.to_owned()).collect();
        }
    });
}
