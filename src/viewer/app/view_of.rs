//! What is seen at the moment, as a stop of a tour says it.

use super::clock::Clock;
use super::layers::{LAYERS, Layers};
use super::navigate::Flight;
use super::overlay::Overlay;
use super::overlay::spec::OverlaySpec;
use super::proposals::Proposals;
use super::session::Session;
use super::timeline::Timeline;
use super::viewpoint::Viewpoint;
use super::views::{Arrangement, Views};
use super::water::FloodWater;
use crate::twin::model::region::Region;
use crate::twin::text::Spot;
use crate::twin::tour::check::FLOOD_HOURS;
use crate::twin::tour::{Camera, Sharing, Stop};
use bevy::prelude::*;

/// Everything that is seen, where the window holds it.
pub struct Seen<'a> {
    /// The region.
    pub region: &'a Region,
    /// Where the eye is, or will be when it has arrived.
    pub viewpoint: Viewpoint,
    /// The scenarios.
    pub proposals: &'a Proposals,
    /// What is seen beside the one that is shown.
    pub views: &'a Views,
    /// The outcome on the map.
    pub overlay: &'a Overlay,
    /// The hour of the flood, where it is not the highest water.
    pub flood_hour: Option<f32>,
    /// Date and hour.
    pub clock: Clock,
    /// Which layers are shown.
    pub layers: &'a Layers,
    /// The moment that proposals are seen in, in years.
    pub year: Option<f64>,
}

impl<'a> Seen<'a> {
    /// What is seen in the window; none while nothing is open.
    pub fn of(world: &'a World) -> Option<Self> {
        Some(Self {
            region: world.resource::<Session>().region()?,
            viewpoint: world.resource::<Flight>().destination(world.resource::<Viewpoint>()),
            proposals: world.resource::<Proposals>(),
            views: world.resource::<Views>(),
            overlay: world.resource::<Overlay>(),
            flood_hour: world.resource::<FloodWater>().hour(),
            clock: *world.resource::<Clock>(),
            layers: world.resource::<Layers>(),
            year: world.resource::<Timeline>().year,
        })
    }

    /// The stop with this view: its words, its figures and its times stay.
    pub fn stop_from_view(&self, stop: Stop) -> Stop {
        let overlay = self.overlay.shown();
        let layers = |spec_shown: bool| -> Vec<Spot<String>> {
            let others = LAYERS
                .iter()
                .enumerate()
                .filter(|(index, spec)| spec.shown == spec_shown && self.layers.look(*index).visible != spec_shown);
            others.map(|(_, spec)| Spot::new(spec.name.to_owned())).collect()
        };
        let flood_hour = self.flood_hour.filter(|_| overlay.is_some_and(OverlaySpec::is_flood));
        // A divider that nobody sees says nothing.
        let divider = if self.views.is_swipe() { (f64::from(self.views.divider) * 1e3).round() / 1e3 } else { 0.5 };
        Stop {
            camera: Some(Camera::View(self.viewpoint.to_view(self.region))),
            scenario: self.proposals.current().map(|scenario| Spot::new(scenario.id.clone())),
            against: self.views.others.iter().map(|id| Spot::new(id.clone())).collect(),
            sharing: match self.views.arrangement {
                Arrangement::Beside if !self.views.others.is_empty() => Sharing::Beside,
                _ => Sharing::Swipe,
            },
            divider,
            overlay: overlay.map(|spec| Spot::new(spec.id.to_owned())),
            difference: self.overlay.difference && overlay.is_some(),
            flood_hour: flood_hour.map(|hour| ((f64::from(hour) * 10.0).round() / 10.0).min(FLOOD_HOURS[1])),
            at: Some(Spot::new(self.clock.moment().strftime("%Y-%m-%d %H:%M").to_string())),
            hidden: layers(true),
            shown: layers(false),
            year: self.year.map(|year| year.floor() as u32),
            ..stop
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::settings::LayerLook;
    use crate::twin::model::local_text::LocalText;
    use crate::twin::scenario::Scenario;
    use crate::viewer::app::overlay::spec::{self, OVERLAYS};
    use crate::viewer::app::tour_editor::blank;

    #[test]
    fn a_stop_says_what_is_seen_and_keeps_its_words() {
        let (region, mut proposals, mut overlay, mut layers) =
            (Region::default(), Proposals::default(), Overlay::default(), Layers::default());
        let views = Views { arrangement: Arrangement::Swipe, others: vec![String::new()], divider: 0.33333 };
        let viewpoint = Viewpoint { distance: 1_234.56, ..Viewpoint::default() };
        proposals.add(Scenario { id: "school".into(), ..Scenario::default() });
        overlay.choose(OVERLAYS.first());
        overlay.difference = true;
        for (layer, spec) in LAYERS.iter().enumerate().filter(|(_, spec)| ["trees", "lines"].contains(&spec.name)) {
            layers.set(layer, LayerLook { visible: !spec.shown, opacity: 1.0 });
        }
        let seen = |views, overlay| Seen {
            region: &region,
            viewpoint,
            proposals: &proposals,
            views,
            overlay,
            flood_hour: Some(7.4499),
            clock: Clock::default(),
            layers: &layers,
            year: Some(2027.9),
        };
        let title = LocalText { kk: "а".into(), ru: "б".into(), en: "c".into() };
        let before = Stop { seconds: Some(20.0), ..blank("stop-1".into(), title.clone()) };
        let stop = seen(&views, &overlay).stop_from_view(before);
        assert_eq!((&stop.title, stop.seconds, stop.id.as_str()), (&title, Some(20.0), "stop-1"));
        let Some(Camera::View(view)) = stop.camera else { panic!("a view") };
        assert_eq!((view.distance, stop.divider, stop.sharing), (1_234.6, 0.333, Sharing::Swipe));
        assert_eq!(stop.scenario.as_ref().map(|id| id.as_str()), Some("school"));
        assert_eq!(stop.against, [Spot::new(String::new())]);
        assert_eq!((stop.overlay.as_ref().map(|id| id.as_str()), stop.difference), (Some(OVERLAYS[0].id), true));
        assert_eq!(stop.at.as_ref().map(|at| at.as_str()), Some("2026-06-21 10:00"));
        assert_eq!(stop.flood_hour, None, "no flood is seen");
        assert_eq!(
            (stop.hidden, stop.shown, stop.year),
            (vec![Spot::new("trees".to_owned())], vec![Spot::new("lines".to_owned())], Some(2027))
        );
        // Alone and without an outcome, divider and difference are as in any other stop.
        let (alone, mut bare) = (Views { others: Vec::new(), ..views.clone() }, Overlay::default());
        bare.difference = true;
        let again = seen(&alone, &bare).stop_from_view(blank("stop-2".into(), title.clone()));
        assert_eq!((again.divider, again.difference, again.overlay), (0.5, false, None));
        // Where a flood is seen, its hour belongs to the view.
        let mut flooded = Overlay::default();
        flooded.choose(spec::find("flood-depth"));
        assert_eq!(seen(&alone, &flooded).stop_from_view(blank("stop-3".into(), title)).flood_hour, Some(7.4));
    }
}
