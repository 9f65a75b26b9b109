//! What a model says of single features, on the map: which outcome is shown, in which colours, and how two scenarios differ in it.

use super::comparison::Comparing;
use super::library::Solutions;
use super::navigate::Pointer;
use super::palette::{Colour, blend, rgb};
use super::proposals::Proposals;
use super::session::Session;
use super::tool::Tool;
use super::views::Views;
use crate::twin::metrics::Measured;
use crate::twin::model::building::Building;
use crate::twin::model::feature::Feature;
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use crate::twin::model::street::Street;
use crate::twin::model::transit::TransitLine;
use crate::twin::simulate::outcome::Field;
use bevy::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Which colours values take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ramp {
    /// The less the better: from blue to orange, safe for colour-blind eyes.
    LessIsBetter,
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
    /// The field that lines are as wide by, with the value of the widest; the colours' own where none is named.
    pub width: Option<(&'static str, f32)>,
    /// Kinds of solutions that change it, by what their templates provide; it opens while one of them is placed.
    pub opens_for: &'static [&'static str],
}

const fn reach(id: &'static str, icon: &'static str, far: f32, opens_for: &'static [&'static str]) -> OverlaySpec {
    OverlaySpec { id, icon, ramp: Ramp::LessIsBetter, range: [0.0, far], width: None, opens_for }
}

use egui_phosphor::regular as icon;

/// Every outcome, in the order of the panel.
pub static OVERLAYS: &[OverlaySpec] = &[
    OverlaySpec {
        id: "delay",
        icon: icon::CAR_PROFILE,
        ramp: Ramp::LessIsBetter,
        range: [0.0, 60.0],
        width: Some(("volume", 2_000.0)),
        opens_for: &["street", "bridge", "street-closed-to-cars", "speed-limit", "traffic-signals-adaptive"],
    },
    OverlaySpec {
        id: "line-load",
        icon: icon::BUS,
        ramp: Ramp::LessIsBetter,
        range: [0.0, 120.0],
        width: Some(("line-load", 150.0)),
        opens_for: &["bus-line", "bus-intervals"],
    },
    reach("transit-minutes", icon::CLOCK, 90.0, &[]),
    reach("reach-stop", icon::MAP_PIN_LINE, 1_000.0, &[]),
    reach("reach-school", icon::STUDENT, 1_500.0, &["school", "rural-school-with-bus"]),
    reach("reach-kindergarten", icon::BABY, 1_000.0, &["kindergarten"]),
    reach("reach-clinic", icon::FIRST_AID, 2_000.0, &["polyclinic", "medical-point", "telemedicine-room"]),
    reach("ambulance-share", icon::AMBULANCE, 30.0, &["ambulance-post"]),
    reach("fire-share", icon::FIRE_TRUCK, 20.0, &["safety-centre"]),
    reach("reach-park", icon::TREE, 2_000.0, &["park", "tree-belt"]),
    reach("reach-hub", icon::CPU, 4_000.0, &["it-hub", "start-up-space"]),
    reach("reach-shop", icon::SHOPPING_CART, 1_000.0, &[]),
    OverlaySpec {
        id: "residents",
        icon: icon::USERS_THREE,
        ramp: Ramp::Amount,
        range: [0.0, 300.0],
        width: None,
        opens_for: &["housing-quarter"],
    },
];

/// The outcome of an id.
pub fn find(id: &str) -> Option<&'static OverlaySpec> {
    OVERLAYS.iter().find(|spec| spec.id == id)
}

/// Better, the same, worse: blue, grey, vermilion (Okabe and Ito 2008).
pub const DIFFERENCE: [Colour; 3] = [rgb(0x0072b2), rgb(0xd3d3cf), rgb(0xd55e00)];
/// What has no value while an outcome is shown.
pub const PLAIN: Colour = rgb(0xdddcd7);

impl OverlaySpec {
    /// The colour of a value.
    pub fn colour(&self, value: f32) -> Colour {
        let [low, high] = self.range;
        self.ramp.at((value - low) / (high - low))
    }
}

impl Ramp {
    /// Its colour, 0 at its beginning and 1 at its end.
    pub fn at(self, share: f32) -> Colour {
        let stops: &[Colour] = match self {
            Ramp::LessIsBetter => const { &[rgb(0x2166ac), rgb(0x67a9cf), rgb(0xe8e6d9), rgb(0xf4a35d), rgb(0xc2500f)] },
            Ramp::Amount => const { &[rgb(0xf1ead2), rgb(0xe4bb77), rgb(0xc86b58), rgb(0x7f2f6b), rgb(0x3b0f52)] },
        };
        let place = share.clamp(0.0, 1.0) * (stops.len() - 1) as f32;
        let first = (place as usize).min(stops.len() - 2);
        blend(stops[first], stops[first + 1], place - first as f32)
    }
}

/// Parts of the colours' range in which values are counted.
pub const BINS: usize = 30;

/// What an outcome makes of the features of a layer.
#[derive(Clone, Debug, Default)]
pub struct Dress {
    /// Differs between any two.
    pub number: u64,
    /// The layer.
    pub layer: &'static str,
    /// Colours by feature; none where there is no value.
    colours: Vec<Option<Colour>>,
    /// How wide a line is, 0 to 1.
    widths: Vec<f32>,
    /// How many people, or features of other layers, have values in each part of the colours' range, the greatest share 1.
    pub spread: [f32; BINS],
    /// Cars on streets where flows are the outcome, the most first.
    pub flows: Vec<Flow>,
}

/// Cars on a street.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flow {
    /// Its number in the layer.
    pub street: u32,
    /// From one car to the next, both ways together [m].
    pub spacing: f64,
    /// How fast they are [m/s].
    pub speed: f64,
}

impl Dress {
    /// The colour of a feature of a layer; none where it keeps its own.
    pub fn of(&self, layer: &str, feature: usize) -> Option<Colour> {
        if layer == self.layer {
            return Some(self.colours.get(feature).copied().flatten().unwrap_or(PLAIN));
        }
        // What is not meant steps back.
        (layer == Building::LAYER).then_some(PLAIN)
    }

    /// How wide a line is, 0 to 1; none where it has no value.
    pub fn width(&self, layer: &str, feature: usize) -> Option<f32> {
        let known = layer == self.layer && self.colours.get(feature).is_some_and(Option::is_some);
        known.then(|| self.widths.get(feature).copied()).flatten()
    }
}

/// Which outcome is shown.
#[derive(Resource, Default)]
pub struct Overlay {
    /// What somebody chose; none for nothing.
    chosen: Option<&'static OverlaySpec>,
    /// What opened by itself for the solution that is being placed.
    opened: Option<&'static OverlaySpec>,
    /// Whether the differences between what is and what is shown are seen, instead of values.
    pub difference: bool,
    /// What each view wears, the first that of the scenario that is shown.
    dresses: Vec<Option<Arc<Dress>>>,
    made_of: Vec<Option<Making>>,
    count: u64,
    /// The value under the pointer.
    pub under: Option<Under>,
}

/// What a dress is made of.
#[derive(Clone, PartialEq)]
struct Making {
    id: &'static str,
    /// The figures, and those that they are held against, by where they lie in memory.
    of: usize,
    against: Option<usize>,
}

/// A value under the pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Under {
    /// Number of the feature in its layer.
    pub feature: u32,
    /// Its value.
    pub value: f32,
    /// The value as it is, where differences are shown.
    pub before: Option<f32>,
    /// What its width means.
    pub width: Option<f32>,
}

impl Overlay {
    /// The outcome that is shown.
    pub fn shown(&self) -> Option<&'static OverlaySpec> {
        self.opened.or(self.chosen)
    }

    /// Shows an outcome, or none.
    pub fn choose(&mut self, spec: Option<&'static OverlaySpec>) {
        (self.chosen, self.opened) = (spec, None);
    }

    /// What a view wears.
    pub fn dress(&self, view: usize) -> Option<&Arc<Dress>> {
        self.dresses.get(view)?.as_ref()
    }

    /// Whether the values of a view are there.
    pub fn is_ready(&self) -> bool {
        self.shown().is_none() || self.dress(0).is_some()
    }
}

/// When it is settled what is on the map.
#[derive(SystemSet, Clone, Debug, PartialEq, Eq, Hash)]
pub struct OverlaySystems;

/// Adds the outcomes on the map.
pub fn plugin(app: &mut App) {
    let systems = (open_by_itself, dress, look_under).chain().in_set(OverlaySystems).after(super::comparison::MeasureSystems);
    app.init_resource::<Overlay>().add_systems(Update, systems);
}

/// Opens the outcome that a solution changes while it is being placed.
fn open_by_itself(tool: Res<Tool>, mut overlay: ResMut<Overlay>) {
    let wanted = tool.placing().and_then(|placing| OVERLAYS.iter().find(|spec| spec.opens_for.contains(&placing.template.as_str())));
    if overlay.opened != wanted {
        overlay.opened = wanted;
    }
}

/// Makes what each view wears, when it is another outcome or there are other figures.
fn dress(comparing: Res<Comparing>, proposals: Res<Proposals>, views: Res<Views>, session: Res<Session>, mut overlay: ResMut<Overlay>) {
    let Some(region) = session.region() else { return };
    let overlay = overlay.bypass_change_detection();
    let shown = overlay.shown();
    let current = proposals.current().map_or("", |scenario| scenario.id.as_str());
    let ids: Vec<&str> = std::iter::once(current).chain(views.others.iter().map(String::as_str)).collect();
    overlay.dresses.resize(ids.len(), None);
    overlay.made_of.resize(ids.len(), None);
    let base = comparing.measured("");
    for (view, id) in ids.into_iter().enumerate() {
        let place = |measured: &Arc<Measured>| Arc::as_ptr(measured) as usize;
        let measured = comparing.measured(id);
        let against = base.filter(|_| overlay.difference);
        let making = shown.zip(measured).filter(|_| !overlay.difference || base.is_some()).map(|(spec, measured)| Making {
            id: spec.id,
            of: place(measured),
            against: against.map(place),
        });
        // Figures of before stay on the map while new ones are worked out.
        let waits = shown.is_some() && making.is_none();
        if overlay.made_of[view] == making
            || waits && overlay.made_of[view].as_ref().is_some_and(|made| Some(made.id) == shown.map(|spec| spec.id))
        {
            continue;
        }
        overlay.count += 1;
        let number = overlay.count;
        let made = making.as_ref().and(shown.zip(measured)).and_then(|(spec, measured)| make(spec, measured, against, region, number));
        overlay.dresses[view] = made.map(Arc::new);
        overlay.made_of[view] = making;
    }
}

/// The field of values, by feature.
fn by_feature(field: &Field) -> BTreeMap<u32, f32> {
    field.values.iter().copied().collect()
}

fn make(spec: &OverlaySpec, measured: &Measured, against: Option<&Arc<Measured>>, region: &Region, number: u64) -> Option<Dress> {
    let field = measured.field(spec.id)?;
    let count = field.values.iter().map(|(feature, _)| *feature as usize + 1).max().unwrap_or(0).max(layer_len(region, field.layer));
    let mut dress = Dress {
        number,
        layer: field.layer,
        colours: vec![None; count],
        widths: Vec::new(),
        spread: spread(spec, field, measured),
        flows: flows(measured, spec, region),
    };
    match against {
        None => field.values.iter().for_each(|(feature, value)| dress.colours[*feature as usize] = Some(spec.colour(*value))),
        Some(base) => {
            let before = by_feature(base.field(spec.id)?);
            for (feature, value) in &field.values {
                dress.colours[*feature as usize] = Some(difference(spec, before.get(feature).copied(), *value));
            }
        }
    }
    if let Some((id, widest)) = spec.width {
        dress.widths = vec![0.0; count];
        let widths = measured.field(id).map_or(&[][..], |field| &field.values);
        widths.iter().for_each(|(feature, value)| dress.widths[*feature as usize] = (value / widest).clamp(0.0, 1.0));
    }
    Some(dress)
}

/// Cars on the streets: as dense as volume and speed make them.
fn flows(measured: &Measured, spec: &OverlaySpec, region: &Region) -> Vec<Flow> {
    let (Some(volumes), Some(delays)) = (measured.field("volume").filter(|_| spec.id == "delay"), measured.field("delay")) else {
        return Vec::new();
    };
    let mut by_volume: Vec<(f32, f32, u32)> =
        volumes.values.iter().zip(&delays.values).map(|((street, volume), (_, delay))| (*volume, *delay, *street)).collect();
    by_volume.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
    let flow = |(volume, delay, street): (f32, f32, u32)| {
        let limit = f64::from(region.streets.features.get(street as usize)?.speed.value) / 3.6;
        let speed = limit / (1.0 + f64::from(delay) / 100.0);
        (volume >= 1.0 && speed > 0.0).then(|| Flow { street, spacing: speed * 3_600.0 / f64::from(volume), speed })
    };
    by_volume.into_iter().filter_map(flow).collect()
}

/// How the values of a field are spread over the colours' range: by people where homes have them.
fn spread(spec: &OverlaySpec, field: &Field, measured: &Measured) -> [f32; BINS] {
    let people = measured.field("residents").filter(|_| field.layer == Building::LAYER && spec.id != "residents").map(by_feature);
    let mut bins = [0.0; BINS];
    for (feature, value) in &field.values {
        let share = (value - spec.range[0]) / (spec.range[1] - spec.range[0]);
        let bin = ((share.clamp(0.0, 1.0) * BINS as f32) as usize).min(BINS - 1);
        bins[bin] += people.as_ref().map_or(1.0, |people| people.get(feature).copied().unwrap_or_default());
    }
    let most = bins.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    bins.map(|bin| bin / most)
}

fn layer_len(region: &Region, layer: &str) -> usize {
    match layer {
        Building::LAYER => region.buildings.len(),
        Street::LAYER => region.streets.len(),
        TransitLine::LAYER => region.lines.len(),
        _ => 0,
    }
}

/// Better, the same or worse. What is new stands beside nothing, and counts as the same; differences too small to matter too.
fn difference(spec: &OverlaySpec, before: Option<f32>, value: f32) -> Colour {
    let change = before.map_or(0.0, |before| value - before);
    let matters = 0.005 * (spec.range[1] - spec.range[0]);
    let [better, same, worse] = DIFFERENCE;
    if change.abs() < matters {
        return same;
    }
    // Small changes are pale, those of a quarter of the colours' range full.
    let strength = 0.35 + 0.65 * (4.0 * change.abs() / (spec.range[1] - spec.range[0])).min(1.0);
    blend(same, if change < 0.0 { better } else { worse }, strength)
}

/// Finds the feature under the pointer and its value.
fn look_under(
    pointer: Res<Pointer>,
    session: Res<Session>,
    solutions: Res<Solutions>,
    comparing: Res<Comparing>,
    proposals: Res<Proposals>,
    mut overlay: ResMut<Overlay>,
) {
    let found = || {
        let spec = overlay.shown()?;
        let (region, survey) = (session.region()?, solutions.survey(&session)?);
        let place = pointer.ground?;
        let at = Position::from_metres(place.x, place.y);
        let current = proposals.current().map_or("", |scenario| scenario.id.as_str());
        let field = comparing.measured(current)?.field(spec.id)?;
        let near = |(feature, gap): (usize, f64), most: f64| (gap <= most).then_some(feature as u32);
        let feature = match field.layer {
            Building::LAYER => near(survey.buildings.nearest(&region.buildings.shapes, at)?, 8.0)?,
            Street::LAYER => near(survey.streets.nearest(&region.streets.shapes, at)?, 25.0)?,
            _ => return None,
        };
        let value =
            |field: &Field| field.values.binary_search_by_key(&feature, |(known, _)| *known).ok().map(|index| field.values[index].1);
        let base = comparing.measured("").filter(|_| overlay.difference).and_then(|base| value(base.field(spec.id)?));
        let width = spec.width.filter(|(id, _)| *id != spec.id).and_then(|(id, _)| value(comparing.measured(current)?.field(id)?));
        Some(Under { feature, value: value(field)?, before: base, width })
    };
    let under = found();
    if overlay.under != under {
        overlay.under = under;
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
    fn differences_are_better_the_same_or_worse() {
        let spec = find("reach-school").expect("an outcome");
        assert_eq!(difference(spec, Some(500.0), 500.0), DIFFERENCE[1]);
        assert_eq!(difference(spec, Some(1_500.0), 100.0), DIFFERENCE[0]);
        assert_eq!(difference(spec, Some(100.0), 1_500.0), DIFFERENCE[2]);
        assert_eq!(difference(spec, None, 700.0), DIFFERENCE[1]);
    }

    #[test]
    fn colours_run_from_one_end_to_the_other() {
        let spec = find("residents").expect("an outcome");
        assert_eq!((spec.colour(-5.0), spec.colour(1e9)), (spec.ramp.at(0.0), spec.ramp.at(1.0)));
        assert_ne!(spec.colour(40.0), spec.colour(140.0));
    }
}
