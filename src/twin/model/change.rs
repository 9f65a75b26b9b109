//! In what a region differs from the same one before something was built in it: what rests on nothing that differs need not be worked
//! out again.

use super::feature::Feature;
use super::layer::Layer;
use super::region::{Region, for_each_layer};

/// The features of a layer that stand there as they did before, by their numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// The first so many, …
    upto: usize,
    /// … but for these, in rising order.
    except: Vec<usize>,
}

impl Kept {
    /// All of so many features.
    pub fn all(count: usize) -> Self {
        Self { upto: count, except: Vec::new() }
    }

    /// Those that are the same in two states of a layer.
    pub fn between<T: Feature + PartialEq>(before: &Layer<T>, after: &Layer<T>) -> Self {
        let upto = before.len().min(after.len());
        let is_other = |index: &usize| {
            before.features[*index] != after.features[*index] || !before.shapes.get(*index).is_same(&after.shapes.get(*index))
        };
        Self { upto, except: (0..upto).filter(is_other).collect() }
    }

    /// Whether a feature is one of them.
    pub fn has(&self, number: usize) -> bool {
        number < self.upto && self.except.binary_search(&number).is_err()
    }

    /// How many, from the first on, all are.
    pub fn first(&self) -> usize {
        self.except.first().copied().unwrap_or(self.upto)
    }

    /// Those of so many features that are none of them, in rising order.
    pub fn others(&self, count: usize) -> impl Iterator<Item = usize> + Clone + use<'_> {
        self.except.iter().copied().chain(self.upto..count).filter(move |number| *number < count)
    }
}

/// The layers in which a region differs from what it was before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    layers: Vec<(&'static str, Kept)>,
}

impl Change {
    /// What differs between a region and the same one later.
    pub fn between(before: &Region, after: &Region) -> Self {
        let mut layers = Vec::new();
        macro_rules! compare {
            ($($layer:ident),*) => { $(layers.extend(differs(&before.$layer, &after.$layer));)* };
        }
        for_each_layer!(compare);
        Self { layers }
    }

    /// Whether nothing differs.
    pub fn is_none(&self) -> bool {
        self.layers.is_empty()
    }

    /// Whether any of some layers differs.
    pub fn touches(&self, layers: &[&str]) -> bool {
        self.layers.iter().any(|(layer, _)| layers.contains(layer))
    }

    /// The features of a layer that are as they were.
    pub fn kept<T: Feature>(&self, layer: &Layer<T>) -> Kept {
        self.layers.iter().find(|(name, _)| *name == T::LAYER).map_or_else(|| Kept::all(layer.len()), |(_, kept)| kept.clone())
    }
}

fn differs<T: Feature + PartialEq>(before: &Layer<T>, after: &Layer<T>) -> Option<(&'static str, Kept)> {
    let kept = Kept::between(before, after);
    (kept != Kept::all(before.len().max(after.len()))).then_some((T::LAYER, kept))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::amenity::Amenity;
    use crate::twin::model::space::Position;

    #[test]
    fn what_is_changed_added_or_gone_is_not_kept() {
        let layer = |places: &[f64]| {
            let mut layer = Layer::<Amenity>::default();
            places.iter().for_each(|east| _ = layer.push_point(Amenity::default(), Position::from_metres(*east, 0.0)));
            layer
        };
        let before = layer(&[1.0, 2.0, 3.0]);
        let kept = |after: &[f64]| Kept::between(&before, &layer(after));
        assert_eq!(kept(&[1.0, 2.0, 3.0]), Kept::all(3));
        let more = kept(&[1.0, 9.0, 3.0, 4.0]);
        assert_eq!((more.first(), more.others(4).collect::<Vec<_>>()), (1, vec![1, 3]));
        assert_eq!([0, 1, 2, 3].map(|number| more.has(number)), [true, false, true, false]);
        let (mut first, mut second) = (Region::default(), Region::default());
        (first.amenities, second.amenities) = (before.clone(), layer(&[1.0]));
        let change = Change::between(&first, &second);
        assert!(change.touches(&["amenities"]) && !change.touches(&["buildings"]) && !change.is_none());
        assert_eq!((change.kept(&second.amenities), change.kept(&second.buildings)), (Kept::all(1), Kept::all(0)));
        assert!(Change::between(&first, &first).is_none());
    }
}
