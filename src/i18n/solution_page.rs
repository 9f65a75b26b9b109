//! The page of help of a solution, made from its file: what `aimaq explain` prints for a template.

use super::words::Words;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::template::{Flow, Template};

impl Words {
    /// A solution in words: what it is for, what can be set and by which rules, what it takes, gives and costs, which norms it must meet.
    pub fn solution_page(&self, template: &Template, catalog: &Catalog) -> String {
        let kind = [self.choice(template.kind), self.choice(template.sphere)].map(|word| word.into_owned()).join(" · ");
        let mut page = format!("{}\n{}\n{kind}\n", self.local(&template.name), self.local(&template.summary));
        let mut section = |key: &str, lines: Vec<String>| {
            if !lines.is_empty() {
                page.push_str(&format!("\n{}\n", self.get(key)));
                lines.iter().for_each(|line| page.push_str(&format!("  {line}\n")));
            }
        };
        let parameters = template.parameters.iter().map(|parameter| {
            let bounds = [parameter.least, parameter.most].map(|value| self.parameter_value(parameter, value)).join(" … ");
            let said = format!("{} ({}): {bounds}", self.local(&parameter.name), parameter.id.as_str());
            match self.local(&parameter.note) {
                "" => said,
                note => format!("{said}. {note}"),
            }
        });
        section("library-parameters", parameters.collect());
        let rules = template.adapt.iter().map(|rule| format!("{} = {}: {}", rule.set.as_str(), rule.to.text, self.local(&rule.why)));
        let values = template.values.iter().map(|value| format!("{} = {}", value.id.as_str(), value.is.text));
        section("page-values", values.collect());
        section("page-rules", rules.collect());
        let flows = |flows: &[Flow]| {
            let flow = |flow: &Flow| format!("{}: {}", self.get(&flow.what.key()), flow.amount.text);
            flows.iter().map(flow).chain(self.flow_bases(flows)).collect::<Vec<String>>()
        };
        section("library-needs", flows(&template.needs));
        section("library-provides", flows(&template.provides));
        let cost = &template.cost;
        let sums = [("library-once", Some(&cost.capital)), ("library-yearly", cost.yearly.as_ref())];
        let sums = sums.into_iter().filter_map(|(key, sum)| Some(format!("{}: {}", self.get(key), sum?.amount.text)));
        section("library-cost", sums.chain(self.cost_bases(cost)).collect());
        section("library-norms", template.norms.iter().filter_map(|norm| Some(self.norm(catalog.norm(norm)?))).collect());
        page
    }
}
