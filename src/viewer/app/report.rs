//! What a script's `Report` tells of the window, as JSON: scene, view, selection, scenario, measurements, notices.

use super::advice::Advice;
use super::clock::Clock;
use super::comparison::Comparing;
use super::fitness::Fitness;
use super::interface::Interface;
use super::latency::Latency;
use super::layers::{LAYERS, LayerSpec, Layers};
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
use serde_json::{Map, Value, json};
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

/// Some of what a report tells: names and values, in their order.
type Facts = Vec<(&'static str, Value)>;

impl Report<'_> {
    /// As a JSON object.
    pub fn json(&self) -> Value {
        let parts = [self.scene(), self.picture(), self.designs(), self.delays(), self.outcomes(), self.answers(), self.window()];
        Value::Object(parts.into_iter().flatten().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// The scene, and how far it has come.
    fn scene(&self) -> Facts {
        vec![
            ("scene", json!(self.session.scene().map(|scene| &scene.id))),
            ("opened", json!(self.session.opened())),
            ("busy", json!(self.opening.is_busy())),
            ("complete", json!(self.activity.is_complete())),
        ]
    }

    /// What is seen of it, and what of the window lies beside it.
    fn picture(&self) -> Facts {
        let region = self.session.region();
        let selected = region.zip(self.selection.at()).map(|(region, at)| {
            json!({ "layer": at.layer, "id": Selection::id_of(region, at).to_string(),
                "name": Selection::name_of(region, at, self.wording.language()) })
        });
        let look = |(index, spec): (usize, &LayerSpec)| {
            let look = self.layers.look(index);
            (spec.name.to_owned(), json!({ "visible": look.visible, "opacity": look.opacity }))
        };
        vec![
            ("tiles", json!(self.activity.tiles_shown)),
            ("triangles", json!(self.activity.triangles)),
            ("view", json!(region.map(|region| self.viewpoint.to_view(region)))),
            ("selection", json!(selected)),
            ("layers", Value::Object(LAYERS.iter().enumerate().map(look).collect())),
            ("sheet", json!(self.interface.sheet.map(|sheet| format!("{sheet:?}")))),
            ("side", json!(self.interface.side.map(|side| format!("{side:?}")))),
        ]
    }

    /// The library, the scenario, and what is being placed.
    fn designs(&self) -> Facts {
        let placing = self.tool.placing().map(|placing| json!({ "template": placing.template, "points": placing.points.len() }));
        vec![
            ("templates", json!(self.solutions.catalog.templates.len())),
            ("solution", json!(self.solution())),
            ("scenario", json!(self.scenario())),
            ("placing", json!(placing)),
            ("ghost", json!(self.tool.ghost().map(|ghost| ghost.report.conflicts.len()))),
        ]
    }

    /// How long things take [ms].
    fn delays(&self) -> Facts {
        let frames = self.latency.frames().map(|(median, longest)| json!({ "median": median, "longest": longest }));
        vec![("ghost_ms", json!(self.tool.median_delay())), ("edit_ms", json!(self.latency.median())), ("frame_ms", json!(frames))]
    }

    /// Outcomes on the map, in which views and at which time.
    fn outcomes(&self) -> Facts {
        let water = &self.water;
        vec![
            ("outcome", json!(self.overlay.shown().map(|spec| spec.id))),
            ("difference", json!(self.overlay.difference)),
            ("flood", json!({ "hour": water.hour(), "playing": water.is_playing(), "triangles": water.triangles })),
            ("views", json!(self.views.count())),
            ("month", json!(self.timeline.month().map(|month| month.to_string()))),
            ("playing", json!(self.timeline.playing)),
        ]
    }

    /// What is asked for beside them.
    fn answers(&self) -> Facts {
        let reached = self.reach.shown().map(|reached| {
            let question = &reached.question;
            json!({ "means": question.means.name(), "minutes": question.minutes, "people": reached.people })
        });
        let drawn = &self.measure;
        let measure = self.session.region().map(|region| json!({ "length_m": drawn.length(region), "area_m2": drawn.area(region) }));
        vec![
            ("by_year", json!(self.by_year())),
            ("talk", json!(self.talk())),
            ("reach", json!(reached)),
            ("figures", json!({ "missing": self.comparing.missing(), "took_ms": self.comparing.took() })),
            ("short", json!(self.advice.short().map(<[_]>::len))),
            ("balances", json!(self.fitness.balances().map(|balances| balances.all.len()))),
            ("measure", json!(measure)),
        ]
    }

    /// How the window is set, and what it said.
    fn window(&self) -> Facts {
        vec![
            ("language", json!(self.wording.language().code())),
            ("quality", json!(self.quality.name())),
            ("time", json!(self.clock.moment().to_string())),
            ("notices", json!(self.said.0)),
        ]
    }

    /// The metric that is shown by year, with its values as far as they are known.
    fn by_year(&self) -> Option<Value> {
        let metric = self.yearly.metric()?;
        let figures = self.yearly.figures();
        let values: Option<Vec<_>> = figures.map(|told| told.years.clone().map(|year| (year, told.value(metric.id, year))).collect());
        Some(json!({ "metric": metric.id, "base": figures.and_then(|told| told.base.get(metric.id)), "values": values,
            "working": self.yearly.is_working(), "out_of_date": self.yearly.is_out_of_date() }))
    }

    /// The talk that is under way: where it is, whether all of the stop is there, and where its cards lie.
    fn talk(&self) -> Option<Value> {
        let talk = self.presenting.talk()?;
        let is_there = talk.seen().viewpoint.is_none_or(|seen| self.viewpoint.is_near(&seen)) && !self.flight.is_flying();
        let is_told = self.overlay.is_ready() && present::is_ready(&self.presenting, &self.comparing, &self.proposals);
        let cards: Map<String, Value> =
            self.widgets.0.iter().map(|(name, rect)| (name.clone(), json!([rect.min.x, rect.min.y, rect.max.x, rect.max.y]))).collect();
        Some(json!({
            "tour": talk.tour().id.as_str(), "stop": talk.stop().map(|stop| stop.id.as_str()), "number": talk.number() + 1,
            "stops": talk.tour().stops.len(), "settled": is_there && is_told && self.activity.is_settled(),
            "blank": talk.blank.map(|blank| format!("{blank:?}")), "words": talk.words, "figures": talk.figures, "bare": talk.bare,
            "overview": talk.overview, "pointer": talk.pointer, "scale": talk.scale, "notes": self.interface.notes,
            "notices": talk.notices().iter().map(|notice| notice.code).collect::<Vec<_>>(),
            "rehearsed": self.presenting.rehearsal().and_then(|rehearsal| Some((rehearsal.took?, rehearsal.problems.len())))
                .map(|(seconds, problems)| json!({ "seconds": seconds, "problems": problems })),
            "cards": cards, "size": [self.size.points.x, self.size.points.y],
        }))
    }

    /// The scenario that is shown, with what stands in it.
    fn scenario(&self) -> Option<Value> {
        let (scenario, proposals) = (self.proposals.current()?, &self.proposals);
        let pieces = &proposals.drawn().pieces;
        let stands = |placed: &Placed| {
            json!({ "status": pieces.get(&placed.key).map(|piece| piece.status.name()), "key": placed.key, "template": placed.template.as_str(), "bearing": placed.bearing, "set": placed.set,
                "points": placed.points.iter().map(|point| [point.lon, point.lat]).collect::<Vec<_>>(), "on": placed.on })
        };
        let report = proposals.chosen.first().and_then(|key| self.fitness.report(*key));
        Some(json!({
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
    fn solution(&self) -> Option<Value> {
        let template = self.solutions.chosen()?;
        let here = self.solutions.here(&self.session, &self.viewpoint);
        let fit = here.as_ref().and_then(|(territory, _)| Fit::new(template, territory, &BTreeMap::new()).ok());
        let settings: Option<Map<String, Value>> = fit.map(|fit| {
            let named = template.parameters.iter().zip(&fit.settings);
            named.map(|(parameter, setting)| (parameter.id.value.clone(), setting.value.into())).collect()
        });
        Some(json!({ "id": template.id.as_str(), "settings": settings }))
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
