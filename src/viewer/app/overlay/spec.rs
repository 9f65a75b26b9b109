//! The outcomes that can be shown on the map, and their colours.

use crate::twin::tour::names::FLOODS;
use crate::viewer::app::palette::{Colour, blend, rgb};
use egui_phosphor::regular as icon;

/// Which colours values take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ramp {
    /// The less the better: from blue to orange, safe for colour-blind eyes.
    LessIsBetter,
    /// The more the better: the same the other way round.
    MoreIsBetter,
    /// More of it is only more: from pale to dark.
    Amount,
}

/// An outcome that can be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OverlaySpec {
    /// The field of values; `overlay-<id>` in the locales.
    pub id: &'static str,
    /// Icon beside the name.
    pub icon: &'static str,
    /// Its colours.
    pub ramp: Ramp,
    /// Values at both ends of the colours.
    pub range: [f32; 2],
    /// Fields of the same values in other layers, seen together with it.
    pub also: &'static [&'static str],
    /// The field that lines are as wide by, with the value of the widest; the colours' own where none is named.
    pub width: Option<(&'static str, f32)>,
    /// The metric that tells of it, for how it is made and what is assumed.
    pub metric: &'static str,
    /// Solutions that change it, by the ids of their templates; it opens while one of them is placed.
    pub opens_for: &'static [&'static str],
}

const fn reach(id: &'static str, icon: &'static str, far: f32, opens_for: &'static [&'static str]) -> OverlaySpec {
    OverlaySpec { id, icon, ramp: Ramp::LessIsBetter, range: [0.0, far], also: &[], width: None, metric: id, opens_for }
}

/// Visits to a doctor, up to twice what residents ask for.
const fn care(id: &'static str, icon: &'static str, metric: &'static str, opens_for: &'static [&'static str]) -> OverlaySpec {
    OverlaySpec { id, icon, ramp: Ramp::MoreIsBetter, range: [0.0, 72.0], also: &[], width: None, metric, opens_for }
}

/// Of houses in the flood.
const fn flood(id: &'static str, icon: &'static str, ramp: Ramp, most: f32, opens_for: &'static [&'static str]) -> OverlaySpec {
    OverlaySpec { id, icon, ramp, range: [0.0, most], also: &[], width: None, metric: "flood-houses", opens_for }
}

/// Every outcome, in the order of the panel.
pub static OVERLAYS: &[OverlaySpec] = &[
    OverlaySpec {
        id: "delay",
        icon: icon::CAR_PROFILE,
        ramp: Ramp::LessIsBetter,
        range: [0.0, 60.0],
        also: &[],
        width: Some(("volume", 2_000.0)),
        metric: "car-delay",
        opens_for: &["street", "bridge", "street-closed-to-cars", "speed-limit", "traffic-signals-adaptive"],
    },
    OverlaySpec {
        id: "line-load",
        icon: icon::BUS,
        ramp: Ramp::LessIsBetter,
        range: [0.0, 150.0],
        also: &[],
        width: Some(("line-load", 200.0)),
        metric: "transit-overload",
        opens_for: &["bus-line", "bus-intervals"],
    },
    OverlaySpec { metric: "transit-time", ..reach("transit-minutes", icon::CLOCK, 90.0, &[]) },
    reach("reach-stop", icon::MAP_PIN_LINE, 1_000.0, &[]),
    reach("reach-school", icon::STUDENT, 1_500.0, &["school", "rural-school-with-bus"]),
    reach("reach-kindergarten", icon::BABY, 1_000.0, &["kindergarten"]),
    reach("reach-clinic", icon::FIRST_AID, 2_000.0, &[]),
    care("care", icon::STETHOSCOPE, "care-share", &["polyclinic", "medical-point", "telemedicine-room"]),
    care("care-2sfca", icon::HOSPITAL, "care-share-2sfca", &[]),
    care("care-3sfca", icon::HEARTBEAT, "care-share-3sfca", &[]),
    reach("ambulance-share", icon::AMBULANCE, 30.0, &["ambulance-post"]),
    reach("fire-share", icon::FIRE_TRUCK, 20.0, &["safety-centre"]),
    flood("flood-depth", icon::WAVES, Ramp::LessIsBetter, 3.0, &["levee", "retention-basin"]),
    flood("flood-arrival", icon::HOURGLASS, Ramp::MoreIsBetter, 36.0, &[]),
    // Beyond 2.5 nobody is safe in the water.
    flood("flood-hazard", icon::LIFEBUOY, Ramp::LessIsBetter, 2.5, &[]),
    reach("reach-park", icon::TREE, 2_000.0, &["park", "tree-belt"]),
    reach("reach-hub", icon::CPU, 4_000.0, &["it-hub", "start-up-space"]),
    reach("reach-shop", icon::SHOPPING_CART, 1_000.0, &[]),
    OverlaySpec {
        id: "mobile-rate",
        icon: icon::CELL_TOWER,
        ramp: Ramp::MoreIsBetter,
        range: [0.0, 20.0],
        also: &[],
        width: None,
        metric: "mobile-people",
        opens_for: &["mobile-mast"],
    },
    OverlaySpec {
        id: "mobile-signal",
        icon: icon::CELL_SIGNAL_FULL,
        ramp: Ramp::MoreIsBetter,
        range: [-120.0, -80.0],
        also: &[],
        width: None,
        metric: "mobile-people",
        opens_for: &[],
    },
    OverlaySpec {
        id: "mast-field",
        icon: icon::BROADCAST,
        ramp: Ramp::LessIsBetter,
        range: [0.0, 10.0],
        also: &[],
        width: None,
        metric: "mast-field-people",
        opens_for: &[],
    },
    OverlaySpec {
        id: "residents",
        icon: icon::USERS_THREE,
        ramp: Ramp::Amount,
        range: [0.0, 300.0],
        also: &[],
        width: None,
        metric: "residents",
        opens_for: &["housing-quarter"],
    },
    OverlaySpec {
        id: "sun-hours",
        icon: icon::SUN_HORIZON,
        ramp: Ramp::MoreIsBetter,
        range: [0.0, 5.0],
        also: &[],
        width: None,
        metric: "sun-residents-short",
        opens_for: &[],
    },
    // The norm of three hours lies where one colour turns into the other.
    OverlaySpec {
        id: "sun-grounds",
        icon: icon::COURT_BASKETBALL,
        ramp: Ramp::MoreIsBetter,
        range: [0.0, 6.0],
        also: &["sun-sports-grounds"],
        width: None,
        metric: "sun-grounds-short",
        opens_for: &[],
    },
    OverlaySpec {
        id: "sun-roof",
        icon: icon::SOLAR_PANEL,
        ramp: Ramp::Amount,
        range: [0.0, 40_000.0],
        also: &[],
        width: None,
        metric: "sun-roof-energy",
        opens_for: &[],
    },
];

/// The outcome of an id.
pub fn find(id: &str) -> Option<&'static OverlaySpec> {
    OVERLAYS.iter().find(|spec| spec.id == id)
}

/// Better, the same, worse: blue, grey, vermilion (Okabe and Ito 2008).
pub const DIFFERENCE: [Colour; 3] = [rgb(0x0072b2), rgb(0xd3d3cf), rgb(0xd55e00)];
/// The line on the ground where a limit is passed.
pub const LIMIT: Colour = rgb(0x7a0f2b);
/// What has no value while an outcome is shown.
pub const PLAIN: Colour = rgb(0xdddcd7);

impl OverlaySpec {
    /// The fields of its values, one a layer, its own first.
    pub fn fields(&self) -> impl Iterator<Item = &'static str> + use<> {
        std::iter::once(self.id).chain(self.also.iter().copied())
    }

    /// Whether it is one of the flood's, with which its water is seen.
    pub fn is_flood(&self) -> bool {
        FLOODS.contains(&self.id)
    }

    /// The colour of a value.
    pub fn colour(&self, value: f32) -> Colour {
        self.ramp.at(self.share(value))
    }

    /// Where a value lies in the colours' range, 0 to 1.
    pub fn share(&self, value: f32) -> f32 {
        let [low, high] = self.range;
        ((value - low) / (high - low)).clamp(0.0, 1.0)
    }
}

impl Ramp {
    /// Its colour, 0 at its beginning and 1 at its end.
    pub fn at(self, share: f32) -> Colour {
        let share = if self == Ramp::MoreIsBetter { 1.0 - share } else { share };
        let stops: &[Colour] = match self {
            Ramp::LessIsBetter | Ramp::MoreIsBetter => {
                const { &[rgb(0x2166ac), rgb(0x67a9cf), rgb(0xe8e6d9), rgb(0xf4a35d), rgb(0xc2500f)] }
            }
            Ramp::Amount => const { &[rgb(0xf1ead2), rgb(0xe4bb77), rgb(0xc86b58), rgb(0x7f2f6b), rgb(0x3b0f52)] },
        };
        let place = share.clamp(0.0, 1.0) * (stops.len() - 1) as f32;
        let first = (place as usize).min(stops.len() - 2);
        blend(stops[first], stops[first + 1], place - first as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_has_its_own_id_and_a_range() {
        for (index, spec) in OVERLAYS.iter().enumerate() {
            assert!(spec.range[0] < spec.range[1] && OVERLAYS[..index].iter().all(|other| other.id != spec.id), "{}", spec.id);
            for language in crate::twin::model::names::Language::ALL {
                let words = crate::i18n::Words::new(language);
                let width = spec.width.map_or(spec.id, |(id, _)| id);
                let keys = [format!("overlay-{}", spec.id), format!("overlay-made-{}", spec.id), format!("overlay-{width}")];
                assert!(keys.iter().all(|key| words.has(key)), "{keys:?} in {}", language.code());
            }
        }
    }

    #[test]
    fn a_tour_may_name_every_outcome() {
        let ids: Vec<&str> = OVERLAYS.iter().map(|spec| spec.id).collect();
        assert_eq!(ids, crate::twin::tour::names::OVERLAYS);
    }

    #[test]
    fn colours_run_from_one_end_to_the_other() {
        let spec = find("residents").expect("an outcome");
        assert_eq!((spec.colour(-5.0), spec.colour(1e9)), (spec.ramp.at(0.0), spec.ramp.at(1.0)));
        assert_ne!(spec.colour(40.0), spec.colour(140.0));
    }
}
