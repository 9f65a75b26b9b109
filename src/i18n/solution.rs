//! Solutions in words: why a parameter has its value, how much of something, what it costs.

use super::words::Words;
use crate::twin::catalog::fit::{Fit, Reason};
use crate::twin::catalog::norm::Norm;
use crate::twin::catalog::resource::{Resource, Unit};
use crate::twin::catalog::template::{Basis, Cost, Flow, Parameter};
use crate::twin::model::choice::Choice;
use crate::twin::model::local_text::LocalText;

/// As many decimals as tell something.
fn decimals(value: f64) -> usize {
    usize::from(value.abs() < 20.0 && value.fract() != 0.0)
}

impl Words {
    /// A text in this language.
    pub fn local<'a>(&self, text: &'a LocalText) -> &'a str {
        text.read(self.language())
    }

    /// A quantity with its unit.
    pub fn quantity(&self, value: f64, unit: Unit) -> String {
        match unit {
            Unit::Tenge => self.money(value),
            unit => self.measured(value, decimals(value), unit.name()),
        }
    }

    /// A value of a parameter in words: what it stands for, or a quantity.
    pub fn parameter_value(&self, parameter: &Parameter, value: f64) -> String {
        let option = parameter.option(value).map(|option| self.local(&option.name).to_owned());
        option.unwrap_or_else(|| self.quantity(value, parameter.unit))
    }

    /// A sum: `4 080 млн ₸`.
    pub fn money(&self, tenge: f64) -> String {
        match tenge.abs() {
            sum if sum < 999_500.0 => self.measured(tenge, 0, "tenge"),
            sum if sum < 19_950_000.0 => self.measured(tenge / 1e6, 1, "million-tenge"),
            _ => self.measured(tenge / 1e6, 0, "million-tenge"),
        }
    }

    /// Why a parameter has its value: `600 → 120 places: village of 880 people, 136 pupils per 1,000`.
    pub fn reason(&self, fit: &Fit, index: usize) -> String {
        let (parameter, setting) = (&fit.template.parameters[index], &fit.settings[index]);
        let value = self.parameter_value(parameter, setting.value);
        let before = match parameter.option(parameter.default.value) {
            Some(option) => self.local(&option.name).to_owned(),
            None => self.number(parameter.default.value, decimals(parameter.default.value)),
        };
        match setting.reason {
            Reason::Default => self.format("fit-default", &[("value", value.into())]),
            Reason::Hand => self.format("fit-by-hand", &[("value", value.into())]),
            Reason::Rule(rule) => {
                let why = self.filled(self.local(&fit.template.adapt[rule].why), fit);
                let key = if setting.value == parameter.default.value { "fit-kept" } else { "fit-changed" };
                self.format(key, &[("before", before.into()), ("value", value.into()), ("why", why.into())])
            }
        }
    }

    /// A text with values in the place of the names in braces.
    fn filled(&self, text: &str, fit: &Fit) -> String {
        let mut parts = text.split('{');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or(("", part));
            let option = |value| fit.template.parameters.iter().find(|parameter| *parameter.id == name)?.option(value);
            let value = fit.get(name).map(|value| match option(value) {
                Some(option) => self.local(&option.name).to_owned(),
                None => self.number(value, decimals(value)),
            });
            filled.push_str(value.as_deref().unwrap_or("—"));
            filled.push_str(rest);
        }
        filled
    }

    /// What flows and how much: `Electric power`, `30 kW`.
    pub fn flow(&self, flow: &Flow, fit: &Fit) -> (String, String) {
        let amount = match fit.value(&flow.amount) {
            // A road is there or it is not.
            Ok(_) if flow.what == Resource::Road => self.get("flow-needed").into_owned(),
            Ok(amount) => self.quantity(amount, flow.what.unit()),
            Err(_) => "—".to_owned(),
        };
        (self.get(&flow.what.key()).into_owned(), amount)
    }

    /// Where the figures of flows come from: once where all come from the same, else each with what it is for.
    pub fn flow_bases(&self, flows: &[Flow]) -> Vec<String> {
        let basis = |flow: &Flow| flow.basis.as_ref().map_or_else(|| self.get("basis-planning").into_owned(), |basis| self.basis(basis));
        self.bases(flows.iter().map(|flow| (self.get(&flow.what.key()).into_owned(), basis(flow))))
    }

    /// Where the figures of a cost come from.
    pub fn cost_bases(&self, cost: &Cost) -> Vec<String> {
        let sums = [("library-once", Some(&cost.capital)), ("library-yearly", cost.yearly.as_ref())];
        self.bases(sums.into_iter().filter_map(|(key, sum)| Some((self.get(key).into_owned(), self.basis(&sum?.basis)))))
    }

    /// What rests on the same basis is named together; where there is one basis only, nothing need be named.
    fn bases(&self, figures: impl Iterator<Item = (String, String)>) -> Vec<String> {
        let mut bases: Vec<(Vec<String>, String)> = Vec::new();
        for (name, basis) in figures {
            match bases.iter_mut().find(|(_, known)| *known == basis) {
                Some((names, _)) => names.push(name),
                None => bases.push((vec![name], basis)),
            }
        }
        let alone = bases.len() == 1;
        let said = |(names, basis): (Vec<String>, String)| match alone {
            true => basis,
            false => self.format("basis-of", &[("names", names.join(", ").into()), ("basis", basis.into())]),
        };
        bases.into_iter().map(said).collect()
    }

    /// Where a figure comes from.
    pub fn basis(&self, basis: &Basis) -> String {
        match basis {
            Basis::Source(source) => self.format("basis-source", &[("source", source.as_str().into())]),
            Basis::Estimate(reason) => self.format("basis-estimate", &[("reason", self.local(reason).into())]),
        }
    }

    /// A norm with its value, document and status: `Walk to school: at most 500 m (docs.cntd.ru …; analogue, unverified)`.
    pub fn norm(&self, norm: &Norm) -> String {
        let args = [
            ("name", self.local(&norm.name).into()),
            ("side", self.choice(norm.side).into_owned().into()),
            ("value", self.quantity(norm.value, norm.unit).into()),
            ("document", norm.document.as_str().into()),
            ("status", self.choice(norm.status).into_owned().into()),
        ];
        self.format("norm-in-words", &args)
    }
}
