//! Fitting a template to a territory: every parameter with its value and why it has it.

use super::formula::{Formula, Undefined};
use super::template::{Parameter, ParameterOption, Rule, Template};
use super::territory::{Fact, Territory};
use crate::twin::model::choice::Choice;
use std::collections::BTreeMap;

/// Why a parameter has its value.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// No rule holds: the default.
    Default,
    /// The rule of that index set it.
    Rule(usize),
    /// Somebody set it by hand.
    Hand,
}

/// A parameter's value.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// The value, on a step and within the bounds.
    pub value: f64,
    /// Why.
    pub reason: Reason,
}

/// A template fitted to a territory.
#[derive(Clone, Debug)]
pub struct Fit<'a> {
    /// The template.
    pub template: &'a Template,
    /// The territory.
    pub territory: &'a Territory,
    /// One setting a parameter, in their order.
    pub settings: Vec<Setting>,
    /// One a named value, in their order; none where something is not known of the territory.
    pub values: Vec<Option<f64>>,
}

impl<'a> Fit<'a> {
    /// Fits a template; `by_hand` holds what somebody set, by parameter. A rule that needs what is not known of the territory
    /// does not hold.
    ///
    /// # Errors
    /// A rule that has no value there.
    pub fn new(template: &'a Template, territory: &'a Territory, by_hand: &BTreeMap<String, f64>) -> Result<Self, Undefined> {
        let (settings, values) = (vec![None; template.parameters.len()], vec![None; template.values.len()]);
        let mut fitting = Fitting { template, territory, by_hand, settings, values };
        for index in 0..template.parameters.len() {
            fitting.settle(index)?;
        }
        for index in 0..template.values.len() {
            fitting.reckon(index)?;
        }
        let values = fitting.values.into_iter().map(Option::flatten).collect();
        Ok(Self { template, territory, settings: fitting.settings.into_iter().flatten().collect(), values })
    }

    /// What a name stands for: a parameter, a named value or a fact.
    pub fn get(&self, name: &str) -> Option<f64> {
        match self.template.meaning(name) {
            Meaning::Parameter(index) => Some(self.settings[index].value),
            Meaning::Value(index) => self.values[index],
            Meaning::Fact => fact(self.territory, name),
        }
    }

    /// What it costs once [tenge].
    ///
    /// # Errors
    /// Why that has no value.
    pub fn capital(&self) -> Result<f64, Undefined> {
        self.value(&self.template.cost.capital.amount)
    }

    /// What it costs every year [tenge]; below zero is what it saves.
    ///
    /// # Errors
    /// Why that has no value.
    pub fn yearly(&self) -> Result<f64, Undefined> {
        self.template.cost.yearly.as_ref().map_or(Ok(0.0), |sum| self.value(&sum.amount))
    }

    /// The value of one of the template's formulas.
    ///
    /// # Errors
    /// Why it has none.
    pub fn value(&self, formula: &Formula) -> Result<f64, Undefined> {
        formula.value(&|name| self.get(name))
    }
}

/// What a name in a formula says of the territory, if that is known.
pub fn fact(territory: &Territory, name: &str) -> Option<f64> {
    Fact::from_name(&name.replace('_', "-")).and_then(|fact| territory.get(fact))
}

/// What a name in a template's formulas means.
enum Meaning {
    Parameter(usize),
    Value(usize),
    Fact,
}

impl Template {
    fn meaning(&self, name: &str) -> Meaning {
        let parameter = self.parameters.iter().position(|parameter| *parameter.id == name).map(Meaning::Parameter);
        let value = || self.values.iter().position(|value| *value.id == name).map(Meaning::Value);
        parameter.or_else(value).unwrap_or(Meaning::Fact)
    }
}

impl Parameter {
    /// The option that a value stands for.
    pub fn option(&self, value: f64) -> Option<&ParameterOption> {
        self.options.iter().find(|option| *option.value == value)
    }

    /// The nearest value that can be set.
    pub fn nearest(&self, value: f64) -> f64 {
        let steps = ((value - self.least) / *self.step).round();
        (self.least + steps * *self.step).clamp(self.least, self.most)
    }
}

struct Fitting<'a, 'h> {
    template: &'a Template,
    territory: &'a Territory,
    by_hand: &'h BTreeMap<String, f64>,
    settings: Vec<Option<Setting>>,
    /// None where a value was not come to yet.
    values: Vec<Option<Option<f64>>>,
}

impl Fitting<'_, '_> {
    /// Settles a parameter, after those that its rules need.
    fn settle(&mut self, index: usize) -> Result<f64, Undefined> {
        if let Some(setting) = &self.settings[index] {
            return Ok(setting.value);
        }
        let template = self.template;
        let parameter = &template.parameters[index];
        // Stands in while its rules are read, so that a circle of rules ends (the check of templates refuses one).
        self.settings[index] = Some(Setting { value: *parameter.default, reason: Reason::Default });
        let mut setting = Setting { value: *parameter.default, reason: Reason::Default };
        if let Some(value) = self.by_hand.get(&*parameter.id) {
            setting = Setting { value: parameter.nearest(*value), reason: Reason::Hand };
        } else {
            for (number, rule) in template.adapt.iter().enumerate().filter(|(_, rule)| *rule.set == *parameter.id) {
                match self.apply(rule) {
                    Ok(None) | Err(Undefined::Name(_)) => {}
                    Ok(Some(value)) => {
                        setting = Setting { value: parameter.nearest(value), reason: Reason::Rule(number) };
                        break;
                    }
                    Err(undefined) => return Err(undefined),
                }
            }
        }
        let value = setting.value;
        self.settings[index] = Some(setting);
        Ok(value)
    }

    /// What a rule sets, where it holds.
    fn apply(&mut self, rule: &Rule) -> Result<Option<f64>, Undefined> {
        if self.compute(&rule.when)? == 0.0 { Ok(None) } else { self.compute(&rule.to).map(Some) }
    }

    /// The named value, after what it needs; none where something is not known.
    fn reckon(&mut self, index: usize) -> Result<Option<f64>, Undefined> {
        if let Some(value) = self.values[index] {
            return Ok(value);
        }
        // Unknown while it is being reckoned, so that a circle ends.
        self.values[index] = Some(None);
        let template = self.template;
        let value = match self.compute(&template.values[index].is) {
            Ok(value) => Some(value),
            Err(Undefined::Name(_)) => None,
            Err(undefined) => return Err(undefined),
        };
        self.values[index] = Some(value);
        Ok(value)
    }

    fn compute(&mut self, formula: &Formula) -> Result<f64, Undefined> {
        let mut values = BTreeMap::new();
        for named in formula.names() {
            let value = match self.template.meaning(&named.name) {
                Meaning::Parameter(index) => Some(self.settle(index)?),
                Meaning::Value(index) => self.reckon(index)?,
                Meaning::Fact => fact(self.territory, &named.name),
            };
            values.insert(named.name.as_str(), value);
        }
        formula.value(&|name| values.get(name).copied().flatten())
    }
}
