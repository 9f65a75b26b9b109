//! The region: everything that is there, before any proposal.

use super::amenity::Amenity;
use super::boundary::Boundary;
use super::building::Building;
use super::connectivity::{Cable, Mast};
use super::correction::Correction;
use super::cover::Cover;
use super::departures::Departures;
use super::feature::Feature;
use super::id::FeatureId;
use super::layer::Layer;
use super::levee::Levee;
use super::names::{Name, Strings};
use super::network::{Edge, Network};
use super::place::Place;
use super::quality::Quality;
use super::railway::Railway;
use super::source::Source;
use super::space::{Bounds, LocalFrame};
use super::street::Street;
use super::terrain::Terrain;
use super::transit::{TransitLine, TransitStop};
use super::tree::Tree;
use super::water::Water;
use crate::choice;
use std::collections::BTreeSet;

choice! {
    /// Whether a region may be taken at its word.
    pub enum Standing in "standing" {
        /// Made of surveyed or mapped data.
        Mapped = "mapped",
        /// Made of a few facts and a seeded generator: says "sketch" wherever it is shown.
        Sketch = "sketch",
    }
}

/// A real region and everything in it.
#[derive(Clone, Debug, Default)]
pub struct Region {
    /// Short name in files.
    pub id: String,
    /// What it is called.
    pub name: Name,
    /// Whether it may be taken at its word.
    pub standing: Standing,
    /// IANA name of its civil time.
    pub timezone: String,
    /// Its plane.
    pub frame: LocalFrame,
    /// What to frame when it is opened: outliers left out.
    pub extent: Bounds,
    /// Where it comes from.
    pub sources: Vec<Source>,
    /// How good it is.
    pub quality: Quality,
    /// Values set right by hand.
    pub corrections: Vec<Correction>,
    /// All texts.
    pub strings: Strings,
    /// The ground's height.
    pub terrain: Terrain,
    /// Buildings and their parts.
    pub buildings: Layer<Building>,
    /// Streets, roads, paths.
    pub streets: Layer<Street>,
    /// Streets as a graph.
    pub network: Network,
    /// Tracks.
    pub railways: Layer<Railway>,
    /// Water.
    pub water: Layer<Water>,
    /// Land cover and land use.
    pub cover: Layer<Cover>,
    /// Trees.
    pub trees: Layer<Tree>,
    /// Settlements and their parts.
    pub places: Layer<Place>,
    /// Institutions and services.
    pub amenities: Layer<Amenity>,
    /// Territories.
    pub boundaries: Layer<Boundary>,
    /// Stops.
    pub stops: Layer<TransitStop>,
    /// Lines of public transport.
    pub lines: Layer<TransitLine>,
    /// Exact departures of lines whose operators' timetables were imported.
    pub departures: Departures,
    /// Masts.
    pub masts: Layer<Mast>,
    /// Cables.
    pub cables: Layer<Cable>,
    /// Walls against water.
    pub levees: Layer<Levee>,
}

/// Something done with each layer of a region in turn, whatever it holds.
pub trait LayerVisitor {
    /// Called once a layer, in the order of the package.
    fn visit<T: Feature>(&mut self, layer: &Layer<T>, strings: &Strings);
}

/// Something done to each layer of a region in turn, whatever it holds.
pub trait LayerVisitorMut {
    /// Called once a layer, in the order of the package.
    fn visit<T: Feature>(&mut self, layer: &mut Layer<T>, strings: &mut Strings);
}

/// The one list of layers: what is done with "every layer" goes through here.
macro_rules! for_each_layer {
    ($do:ident) => {
        $do!(buildings, streets, railways, water, cover, trees, places, amenities, boundaries, stops, lines, masts, cables, levees)
    };
}
pub(super) use for_each_layer;

impl Region {
    /// Shows every layer to a visitor.
    pub fn visit_layers(&self, visitor: &mut impl LayerVisitor) {
        macro_rules! visit {
            ($($layer:ident),*) => { $(visitor.visit(&self.$layer, &self.strings);)* };
        }
        for_each_layer!(visit);
    }

    /// Hands every layer to a visitor.
    pub fn visit_layers_mut(&mut self, visitor: &mut impl LayerVisitorMut) {
        macro_rules! visit {
            ($($layer:ident),*) => { $(visitor.visit(&mut self.$layer, &mut self.strings);)* };
        }
        for_each_layer!(visit);
    }

    /// How many features each layer has, by [`Feature::LAYER`], in the order of the package.
    pub fn counts(&self) -> Vec<(&'static str, usize)> {
        struct Count(Vec<(&'static str, usize)>);
        impl LayerVisitor for Count {
            fn visit<T: Feature>(&mut self, layer: &Layer<T>, _: &Strings) {
                self.0.push((T::LAYER, layer.len()));
            }
        }
        let mut count = Count(Vec::new());
        self.visit_layers(&mut count);
        count.0
    }

    /// Whether a stretch of the network joins nodes along points of a street, all of which there are, and is as long as streets are. Others
    /// are damaged, and of no use to anybody.
    pub fn is_sound(&self, stretch: &Edge) -> bool {
        (stretch.from.max(stretch.to) as usize) < self.network.nodes.len()
            && (stretch.street as usize) < self.streets.len()
            && (0.0..1e9).contains(&stretch.length)
            && stretch.first_point < stretch.last_point
            && usize::from(stretch.last_point) < self.streets.shapes.get(stretch.street as usize).first().len()
    }

    /// Residents of its settlements together.
    pub fn population(&self) -> u64 {
        self.places
            .features
            .iter()
            .filter(|place| place.kind.is_settlement())
            .filter_map(|place| place.population.value)
            .map(u64::from)
            .sum()
    }

    /// The credit lines that every picture must carry, each once.
    pub fn credits(&self) -> Vec<&str> {
        let mut credits = Vec::new();
        for source in &self.sources {
            if !source.credit.is_empty() && !credits.contains(&source.credit.as_str()) {
                credits.push(source.credit.as_str());
            }
        }
        credits
    }

    /// Forgets the departures of lines that are no longer there.
    pub fn settle_departures(&mut self) {
        let lines: BTreeSet<FeatureId> = self.lines.features.iter().map(|line| line.id).collect();
        self.departures.retain(|line| lines.contains(&line));
    }

    /// Gives back memory that growing left over.
    pub fn shrink(&mut self) {
        struct Shrink;
        impl LayerVisitorMut for Shrink {
            fn visit<T: Feature>(&mut self, layer: &mut Layer<T>, _: &mut Strings) {
                layer.shrink();
            }
        }
        self.visit_layers_mut(&mut Shrink);
    }
}
