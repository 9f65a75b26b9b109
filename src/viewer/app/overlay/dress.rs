//! What an outcome makes of the features of its layers: colours, widths, how its values are spread, and cars that move.

use super::spec::{DIFFERENCE, OverlaySpec, PLAIN, Ramp};
use crate::twin::metrics::Measured;
use crate::twin::model::amenity::Amenity;
use crate::twin::model::building::Building;
use crate::twin::model::cover::Cover;
use crate::twin::model::feature::Feature;
use crate::twin::model::layer::{Shape, ShapeKind, Shapes};
use crate::twin::model::region::Region;
use crate::twin::model::street::Street;
use crate::twin::model::transit::TransitLine;
use crate::twin::simulate::outcome::Field;
use crate::viewer::app::palette::{Colour, blend};
use std::f64::consts::PI;

/// What is known as a point alone is seen on a spot of that radius, which is as far as models look about it [m].
pub const SPOT: f64 = 30.0;
/// Parts of the colours' range in which values are counted.
pub const BINS: usize = 30;

/// What an outcome makes of the features of its layers.
#[derive(Clone, Debug, Default)]
pub struct Dress {
    /// Differs between any two.
    pub number: u64,
    /// One a layer, that of the outcome's own field first.
    coats: Vec<Coat>,
    /// How many people, or features of other layers, have values in each part of the colours' range, the greatest share 1.
    pub spread: [f32; BINS],
    /// Cars on streets where flows are the outcome, the most first.
    pub flows: Vec<Flow>,
}

/// What an outcome makes of the features of one layer.
#[derive(Clone, Debug, Default)]
struct Coat {
    layer: &'static str,
    /// Colours by feature; none where there is no value.
    colours: Vec<Option<Colour>>,
    /// How wide a line is, 0 to 1.
    widths: Vec<f32>,
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
    fn coat(&self, layer: &str) -> Option<&Coat> {
        self.coats.iter().find(|coat| coat.layer == layer)
    }

    /// Whether features of a layer have values.
    pub fn is_of(&self, layer: &str) -> bool {
        self.coat(layer).is_some()
    }

    /// The colour of a feature of a layer; none where it keeps its own.
    pub fn of(&self, layer: &str, feature: usize) -> Option<Colour> {
        // What is not meant steps back; but a ground without a value is still the meadow that it was.
        let steps_back = if self.is_of(layer) { layer != Cover::LAYER } else { layer == Building::LAYER };
        self.value(layer, feature).or(steps_back.then_some(PLAIN))
    }

    /// The colour of the value of a feature of a layer; none where it has none.
    pub fn value(&self, layer: &str, feature: usize) -> Option<Colour> {
        self.coat(layer)?.colours.get(feature).copied().flatten()
    }

    /// How wide a line is, 0 to 1; none where it has no value.
    pub fn width(&self, layer: &str, feature: usize) -> Option<f32> {
        self.value(layer, feature)?;
        self.coat(layer)?.widths.get(feature).copied()
    }
}

impl Dress {
    /// What an outcome makes of what was measured, held against other figures where there are some; none where the model says nothing.
    pub fn new(spec: &OverlaySpec, measured: &Measured, against: Option<&Measured>, region: &Region, number: u64) -> Option<Self> {
        let coats = spec.fields().map(|id| Coat::new(spec, id, measured, against, region)).collect::<Option<Vec<Coat>>>()?;
        Some(Self { number, coats, spread: spread(spec, measured), flows: flows(measured, spec, region) })
    }
}

impl Coat {
    /// What one of its fields makes of the features of its layer.
    fn new(spec: &OverlaySpec, id: &str, measured: &Measured, against: Option<&Measured>, region: &Region) -> Option<Self> {
        let field = measured.field(id)?;
        let values = by_feature(field, shapes(region, field.layer).map_or(0, Shapes::len));
        let colours = match against {
            None => values.iter().map(|value| value.map(|value| spec.colour(value))).collect(),
            Some(base) => {
                let base = base.field(id)?;
                let before = by_feature(base, values.len());
                values.iter().zip(before).map(|(after, before)| difference(spec, before, *after, base.beyond)).collect()
            }
        };
        let widths = spec.width.map_or_else(Vec::new, |(id, widest)| {
            let widths = measured.field(id).map_or_else(Vec::new, |field| by_feature(field, values.len()));
            widths.into_iter().map(|width| (width.unwrap_or_default() / widest).clamp(0.0, 1.0)).collect()
        });
        Some(Self { layer: field.layer, colours, widths })
    }
}

/// More features than this that look different: then all is drawn anew.
const MANY: usize = 20_000;
/// Widths closer than this share of the widest look alike.
const SAME_WIDTH: f32 = 0.02;

impl Dress {
    /// The features, each with its layer, that look different in another dress of the same layers; none where that may be all.
    pub fn changed(&self, other: &Self) -> Option<Vec<(&'static str, usize)>> {
        let differs = |(layer, feature): &(&'static str, usize)| {
            let of = |dress: &Self| (dress.of(layer, *feature), dress.width(layer, *feature).unwrap_or(-1.0));
            let ((colour, width), (other_colour, other_width)) = (of(self), of(other));
            colour != other_colour || (width - other_width).abs() > SAME_WIDTH
        };
        let all = self.coats.iter().zip(&other.coats).flat_map(|(coat, other)| {
            let features = 0..coat.colours.len().max(other.colours.len());
            features.map(|feature| (coat.layer, feature))
        });
        let changed: Vec<(&'static str, usize)> = all.filter(differs).take(MANY + 1).collect();
        let layers = |dress: &Self| dress.coats.iter().map(|coat| coat.layer).collect::<Vec<_>>();
        (layers(self) == layers(other) && changed.len() <= MANY).then_some(changed)
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

/// How the values of an outcome are spread over the colours' range: by people where homes have them.
fn spread(spec: &OverlaySpec, measured: &Measured) -> [f32; BINS] {
    let mut bins = [0.0; BINS];
    for field in spec.fields().filter_map(|id| measured.field(id)) {
        let people = measured.field("residents").filter(|_| field.layer == Building::LAYER && spec.id != "residents");
        let people = people.map(|people| by_feature(people, 0));
        let weight =
            |feature: u32| people.as_ref().map_or(1.0, |people| people.get(feature as usize).copied().flatten().unwrap_or_default());
        for (feature, value) in &field.values {
            bins[((spec.share(*value) * BINS as f32) as usize).min(BINS - 1)] += weight(*feature);
        }
    }
    let most = bins.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    bins.map(|bin| bin / most)
}

/// The shapes of a layer whose features may wear an outcome; none of others, which are not drawn in its colours.
pub fn shapes<'r>(region: &'r Region, layer: &str) -> Option<&'r Shapes> {
    Some(match layer {
        Building::LAYER => &region.buildings.shapes,
        Street::LAYER => &region.streets.shapes,
        TransitLine::LAYER => &region.lines.shapes,
        Amenity::LAYER => &region.amenities.shapes,
        Cover::LAYER => &region.cover.shapes,
        _ => return None,
    })
}

/// Ground on which a feature is seen [m²].
pub fn seen_on(shape: &Shape) -> f64 {
    if shape.kind == ShapeKind::Point { PI * SPOT * SPOT } else { shape.area() }
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
    use crate::twin::catalog::resource::Unit;
    use crate::twin::simulate::outcome::Outcome;
    use std::sync::Arc;

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
        let coat = |layer: &'static str, colours: &[u8], widths: &[f32]| Coat {
            layer,
            colours: colours.iter().map(|shade| Some([*shade, 0, 0, 255])).collect(),
            widths: widths.to_vec(),
        };
        let dress = |coats: &[Coat]| Dress { coats: coats.to_vec(), ..Dress::default() };
        let streets = |colours: &[u8], widths: &[f32]| dress(&[coat(Street::LAYER, colours, widths)]);
        let before = streets(&[1, 2, 3], &[0.5, 0.5, 0.5]);
        let changed = |feature: usize| (Street::LAYER, feature);
        let hardly = streets(&[1, 9, 3], &[0.51, 0.5, 0.9]);
        assert_eq!(before.changed(&hardly), Some(vec![changed(1), changed(2)]), "what differs by a hair looks the same");
        assert_eq!(before.changed(&streets(&[1, 2], &[0.5, 0.5])), Some(vec![changed(2)]), "what has no value any more is plain");
        assert_eq!(before.changed(&dress(&[coat(Building::LAYER, &[1, 2, 3], &[])])), None);
        let many = vec![7; MANY + 5];
        assert_eq!(streets(&many, &[]).changed(&streets(&[], &[])), None);
        let grounds = |shades: [u8; 2]| dress(&[coat(Amenity::LAYER, &shades[..1], &[]), coat(Cover::LAYER, &shades[1..], &[])]);
        assert_eq!(grounds([1, 2]).changed(&grounds([1, 3])), Some(vec![(Cover::LAYER, 0)]), "each layer is looked at");
    }

    #[test]
    fn what_has_no_value_steps_back_but_for_the_ground() {
        let coat = |layer| Coat { layer, colours: vec![Some([1, 2, 3, 0]), None], widths: Vec::new() };
        let dress = Dress { coats: vec![coat(Amenity::LAYER), coat(Cover::LAYER)], ..Dress::default() };
        assert_eq!([0, 1, 2].map(|feature| dress.of(Amenity::LAYER, feature)), [Some([1, 2, 3, 0]), Some(PLAIN), Some(PLAIN)]);
        assert_eq!([0, 1].map(|feature| dress.of(Cover::LAYER, feature)), [Some([1, 2, 3, 0]), None]);
        assert_eq!((dress.of(Building::LAYER, 0), dress.of(Street::LAYER, 0)), (Some(PLAIN), None));
    }

    #[test]
    fn an_outcome_of_several_layers_is_worn_by_all_of_them() {
        let field = |id, layer, values: &[(u32, f32)]| Field { id, unit: Unit::Hours, layer, values: values.to_vec(), beyond: 0.0 };
        let fields = vec![field("sun-grounds", Amenity::LAYER, &[(1, 1.0)]), field("sun-sports-grounds", Cover::LAYER, &[(0, 5.0)])];
        let mut measured = Measured::default();
        measured.outcomes.insert("sun", Arc::new(Outcome { fields, ..Outcome::default() }));
        let spec = find("sun-grounds").expect("an outcome");
        let dress = Dress::new(spec, &measured, None, &Region::default(), 1).expect("a dress");
        assert_eq!(dress.value(Amenity::LAYER, 0), None);
        assert_eq!((dress.value(Amenity::LAYER, 1), dress.value(Cover::LAYER, 0)), (Some(spec.colour(1.0)), Some(spec.colour(5.0))));
        assert_eq!(dress.spread.iter().filter(|share| **share > 0.0).count(), 2, "values of both are counted");
    }
}
