//! What an outcome makes of the features of a layer: colours, widths, how its values are spread, and cars that move.

use super::spec::{DIFFERENCE, OverlaySpec, PLAIN, Ramp};
use crate::twin::metrics::Measured;
use crate::twin::model::building::Building;
use crate::twin::model::feature::Feature;
use crate::twin::model::region::Region;
use crate::twin::model::street::Street;
use crate::twin::model::transit::TransitLine;
use crate::twin::simulate::outcome::Field;
use crate::viewer::app::palette::{Colour, blend};

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

impl Dress {
    /// What an outcome makes of what was measured, held against other figures where there are some; none where the model says nothing.
    pub fn new(spec: &OverlaySpec, measured: &Measured, against: Option<&Measured>, region: &Region, number: u64) -> Option<Self> {
        let field = measured.field(spec.id)?;
        let values = by_feature(field, layer_len(region, field.layer));
        let colours = match against {
            None => values.iter().map(|value| value.map(|value| spec.colour(value))).collect(),
            Some(base) => {
                let base = base.field(spec.id)?;
                let before = by_feature(base, values.len());
                values.iter().zip(before).map(|(after, before)| difference(spec, before, *after, base.beyond)).collect()
            }
        };
        let widths = spec.width.map_or_else(Vec::new, |(id, widest)| {
            let widths = measured.field(id).map_or_else(Vec::new, |field| by_feature(field, values.len()));
            widths.into_iter().map(|width| (width.unwrap_or_default() / widest).clamp(0.0, 1.0)).collect()
        });
        let (spread, flows) = (spread(spec, field, measured), flows(measured, spec, region));
        Some(Self { number, layer: field.layer, colours, widths, spread, flows })
    }
}

/// More features than this that look different: then all is drawn anew.
const MANY: usize = 20_000;
/// Widths closer than this share of the widest look alike.
const SAME_WIDTH: f32 = 0.02;

impl Dress {
    /// The features that look different in another dress of the same layer; none where that may be all.
    pub fn changed(&self, other: &Self) -> Option<Vec<usize>> {
        let of = |dress: &Self, feature: usize| (dress.of(dress.layer, feature), dress.width(dress.layer, feature).unwrap_or(-1.0));
        let differs = |feature: &usize| {
            let ((colour, width), (other_colour, other_width)) = (of(self, *feature), of(other, *feature));
            colour != other_colour || (width - other_width).abs() > SAME_WIDTH
        };
        let all = 0..self.colours.len().max(other.colours.len());
        let changed: Vec<usize> = all.filter(differs).take(MANY + 1).collect();
        (self.layer == other.layer && changed.len() <= MANY).then_some(changed)
    }
}

/// The values of a field by feature, of so many at least.
fn by_feature(field: &Field, least: usize) -> Vec<Option<f32>> {
    let last = field.values.iter().map(|(feature, _)| *feature as usize + 1).max().unwrap_or_default();
    let mut values = vec![None; last.max(least)];
    field.values.iter().for_each(|(feature, value)| values[*feature as usize] = Some(*value));
    values
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
    let people = measured.field("residents").filter(|_| field.layer == Building::LAYER && spec.id != "residents");
    let people = people.map(|people| by_feature(people, 0));
    let weight = |feature: u32| people.as_ref().map_or(1.0, |people| people.get(feature as usize).copied().flatten().unwrap_or_default());
    let mut bins = [0.0; BINS];
    for (feature, value) in &field.values {
        bins[((spec.share(*value) * BINS as f32) as usize).min(BINS - 1)] += weight(*feature);
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

/// Changes smaller than this share of the colours' range are none: below it lie the errors of the models themselves.
const MATTERS: f32 = 0.02;

/// Better, the same or worse; none for what has no value before or after. Where one is missing it is farther than was looked.
fn difference(spec: &OverlaySpec, before: Option<f32>, after: Option<f32>, beyond: f32) -> Option<Colour> {
    before.or(after)?;
    let change = (after.unwrap_or(beyond) - before.unwrap_or(beyond)) / (spec.range[1] - spec.range[0]);
    let [better, same, worse] = DIFFERENCE;
    if change.abs() < MATTERS {
        return Some(same);
    }
    // Small changes are pale, those of a quarter of the colours' range full.
    let strength = 0.35 + 0.65 * (4.0 * change.abs()).min(1.0);
    let gains = (change < 0.0) == (spec.ramp != Ramp::MoreIsBetter);
    Some(blend(same, if gains { better } else { worse }, strength))
}

#[cfg(test)]
mod tests {
    use super::super::spec::find;
    use super::*;

    #[test]
    fn differences_are_better_the_same_or_worse() {
        let spec = find("reach-school").expect("an outcome");
        let of = |before, after| difference(spec, before, after, 5_000.0);
        assert_eq!(of(Some(500.0), Some(500.0)), Some(DIFFERENCE[1]));
        assert_eq!(of(Some(1_500.0), Some(100.0)), Some(DIFFERENCE[0]));
        assert_eq!(of(Some(100.0), Some(1_500.0)), Some(DIFFERENCE[2]));
        assert_eq!(
            (of(None, Some(700.0)), of(Some(700.0), None)),
            (Some(DIFFERENCE[0]), Some(DIFFERENCE[2])),
            "far is more than was looked"
        );
        assert_eq!(of(None, None), None);
    }

    #[test]
    fn only_what_looks_different_is_drawn_anew() {
        let dress = |colours: &[u8], widths: &[f32]| Dress {
            layer: Street::LAYER,
            colours: colours.iter().map(|shade| Some([*shade, 0, 0, 255])).collect(),
            widths: widths.to_vec(),
            ..Dress::default()
        };
        let before = dress(&[1, 2, 3], &[0.5, 0.5, 0.5]);
        assert_eq!(before.changed(&dress(&[1, 9, 3], &[0.51, 0.5, 0.9])), Some(vec![1, 2]), "what differs by a hair looks the same");
        assert_eq!(before.changed(&dress(&[1, 2], &[0.5, 0.5])), Some(vec![2]), "what has no value any more is plain");
        assert_eq!(before.changed(&Dress { layer: Building::LAYER, ..before.clone() }), None);
        let many = vec![7; MANY + 5];
        assert_eq!(dress(&many, &[]).changed(&dress(&[], &[])), None);
    }
}
