//! A template of a solution: what a designer writes in `templates/<id>.ron`.

use super::effect::Effect;
use super::formula::Formula;
use super::resource::{Resource, Unit};
use super::shape::Shape;
use super::site::Geometry;
use crate::twin::model::local_text::LocalText;
use crate::twin::text::upgrade::Upgrade;
use crate::twin::text::{Spot, Versioned};
use crate::{choice, readable_choices, record, variants};

choice! {
    /// What kind of thing a solution is: how it is drawn on the map, and what it changes.
    pub enum Kind in "kind" {
        /// A building or a place with a use.
        Facility = "facility",
        /// Houses with streets on an area.
        Quarter = "quarter",
        /// A street that is new, changed or closed; a bridge.
        Street = "street",
        /// A line of public transport.
        Line = "line",
        /// A change in how something runs: intervals, speed limits.
        Service = "service",
        /// A mast.
        Mast = "mast",
        /// A cable or pipe along a line.
        Cable = "cable",
        /// A wall against water along a line.
        Levee = "levee",
        /// A hollow that holds water back.
        Basin = "basin",
        /// Trees and green.
        Planting = "planting",
        /// An area full of devices, such as solar panels.
        Field = "field",
        /// Something that stands is made better.
        Upgrade = "upgrade",
    }
}

choice! {
    /// The ten directions of the region's digital strategy.
    pub enum Direction in "strategy" {
        /// Digital public services.
        PublicServices = "public-services",
        /// Health.
        Health = "health",
        /// Education and the labour market.
        Education = "education",
        /// Digital economy.
        Economy = "economy",
        /// Data.
        Data = "data",
        /// Cybersecurity.
        Cybersecurity = "cybersecurity",
        /// Robotics.
        Robotics = "robotics",
        /// Digital infrastructure.
        Infrastructure = "infrastructure",
        /// Regulation.
        Regulation = "regulation",
        /// Start-up ecosystem.
        Startups = "startups",
    }
}

choice! {
    /// The eight spheres of the reference standard of smart cities (order 469/НҚ of 12 September 2025).
    pub enum Sphere in "sphere" {
        /// City management.
        Management = "management",
        /// Safety.
        Safety = "safety",
        /// Transport and logistics.
        Transport = "transport",
        /// Education, culture, health, social services.
        Social = "social",
        /// Ecology.
        Ecology = "ecology",
        /// Housing and utilities.
        Utilities = "utilities",
        /// Economy and business.
        Business = "business",
        /// Infrastructure.
        Infrastructure = "infrastructure",
    }
}

choice! {
    /// A stage of building.
    pub enum Stage in "stage" {
        /// Design.
        Design = "design",
        /// Consents.
        Approval = "approval",
        /// Construction.
        Construction = "construction",
        /// Equipment.
        Equipment = "equipment",
        /// Start of work, training.
        Launch = "launch",
    }
}

readable_choices!(Kind, Direction, Sphere, Stage);

record! {
    /// A solution that can be placed and fits itself to its territory.
    pub struct Template in "template" {
        /// Version of the file's form.
        version: Spot<u32>,
        /// Short name; the file is called by it.
        id: Spot<String>,
        /// What kind of thing it is.
        kind: Kind,
        /// What is drawn to place it, where that is not what its kind has.
        drawn: Option<Spot<Geometry>>,
        /// What people call it.
        name: LocalText,
        /// What it is for, in a sentence.
        summary: LocalText,
        /// Direction of the strategy; none for a purely physical solution.
        direction: Option<Direction>,
        /// Sphere of the smart-city standard.
        sphere: Sphere,
        /// What can be set.
        parameters: Vec<Parameter> = Vec::new(),
        /// Values that have a name, so that formulas need not repeat them.
        values: Vec<NamedValue> = Vec::new(),
        /// How the parameters follow from the territory; the first rule whose condition holds sets its parameter.
        adapt: Vec<Rule> = Vec::new(),
        /// What it takes from its surroundings.
        needs: Vec<Flow> = Vec::new(),
        /// What it gives to them.
        provides: Vec<Flow> = Vec::new(),
        /// What it costs.
        cost: Cost,
        /// How long it takes, stage by stage.
        phases: Vec<Phase>,
        /// What stands there.
        shapes: Vec<Shape> = Vec::new(),
        /// What it opens, and what it changes in what stands already.
        effects: Vec<Effect> = Vec::new(),
        /// Norms that it must meet, by their ids.
        norms: Vec<Spot<String>> = Vec::new(),
    }
}

impl Versioned for Template {
    const UPGRADES: &'static [Upgrade] = &[];
}

record! {
    /// Something about a solution that can be set.
    pub struct Parameter in "parameter" {
        /// Short name, as formulas use it.
        id: Spot<String>,
        /// What people call it.
        name: LocalText,
        /// What else one has to know who sets it.
        note: LocalText = LocalText::default(),
        /// What it is counted in.
        unit: Unit = Unit::default(),
        /// Its value where no rule sets another.
        default: Spot<f64>,
        /// The least that can be set.
        least: f64,
        /// The most that can be set.
        most: f64,
        /// The smallest change.
        step: Spot<f64> = Spot::new(1.0),
        /// What its values are called, where each stands for something.
        options: Vec<ParameterOption> = Vec::new(),
    }
}

record! {
    /// What a value of a parameter stands for.
    pub struct ParameterOption in "option" {
        /// The value.
        value: Spot<f64>,
        /// What people call it.
        name: LocalText,
    }
}

record! {
    /// A value with a name.
    pub struct NamedValue in "value" {
        /// Short name, as formulas use it.
        id: Spot<String>,
        /// Its value.
        is: Formula,
    }
}

record! {
    /// How a parameter follows from the territory.
    pub struct Rule in "rule" {
        /// The parameter.
        set: Spot<String>,
        /// Its value.
        to: Formula,
        /// Where the rule holds: not zero.
        when: Formula = Formula::constant(1.0),
        /// Why, in words; `{name}` stands for a value.
        why: Spot<LocalText>,
    }
}

record! {
    /// So much of something.
    pub struct Flow in "flow" {
        /// Of what.
        what: Resource,
        /// How much, in the unit of the resource.
        amount: Formula,
        /// Where the figure comes from; a planning ratio where nothing is said.
        basis: Option<Basis>,
    }
}

record! {
    /// What a solution costs.
    pub struct Cost in "cost" {
        /// Once.
        capital: Sum,
        /// Every year; below zero is what it saves.
        yearly: Option<Sum>,
        /// The year whose prices these are.
        year: Spot<u32>,
    }
}

record! {
    /// A sum of money.
    pub struct Sum in "sum" {
        /// How much [tenge].
        amount: Formula,
        /// Where the figure comes from.
        basis: Basis,
    }
}

variants! {
    /// Where a figure comes from.
    pub enum Basis in "basis" {
        /// Published there.
        Source(String),
        /// Estimated, for that reason.
        Estimate(LocalText),
    }
}

record! {
    /// A stage and how long it takes.
    pub struct Phase in "phase" {
        /// Which.
        stage: Stage,
        /// Months.
        months: Formula,
    }
}
