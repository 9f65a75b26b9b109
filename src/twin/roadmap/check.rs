//! What is wrong with a roadmap whose form is right.

use super::{Kpi, Outlay, Project, Roadmap};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::metrics::metric::{METRICS, find};
use crate::twin::text::readable::unknown_name;
use crate::twin::text::{Fault, Span};
use std::collections::BTreeSet;

/// How far parts may be from the whole [percent]: thirds are written with two decimals.
const TOLERANCE: f64 = 0.1;

/// Every fault of a roadmap; `scenarios` are known ids.
pub fn check_roadmap(roadmap: &Roadmap, scenarios: &[&str]) -> Vec<Fault> {
    let mut checking = Checking { scenarios, faults: Vec::new() };
    checking.outlays(&roadmap.budget);
    let (mut ids, mut used) = (BTreeSet::new(), BTreeSet::new());
    for project in &roadmap.projects {
        if !ids.insert(project.id.as_str()) {
            checking.fault(&project.id.span, Diagnostic::error("project-repeated").with("id", project.id.as_str()));
        }
        checking.project(project);
        for key in &project.solutions {
            let scenario = project.scenario.as_ref().map(|scenario| scenario.as_str());
            if !used.insert((scenario, key.value)) {
                checking.fault(&key.span, Diagnostic::error("roadmap-solution-repeated").with("key", key.value as usize));
            }
        }
    }
    checking.faults.sort_by_key(|fault| fault.span.start);
    checking.faults
}

struct Checking<'a> {
    scenarios: &'a [&'a str],
    faults: Vec<Fault>,
}

impl Checking<'_> {
    fn fault(&mut self, span: &Span, diagnostic: Diagnostic) {
        self.faults.push(Fault { span: span.clone(), diagnostic });
    }

    fn project(&mut self, project: &Project) {
        if let Some(scenario) = project.scenario.as_ref().filter(|scenario| !self.scenarios.contains(&scenario.as_str())) {
            let name = scenario.as_str();
            self.fault(&scenario.span, unknown_name(Diagnostic::error("scenario-unknown"), name, self.scenarios));
        }
        if let (None, Some(key)) = (&project.scenario, project.solutions.first()) {
            self.fault(&key.span, Diagnostic::error("roadmap-solutions-without-scenario"));
        }
        project.kpis.iter().for_each(|kpi| self.kpi(kpi, project));
        if let Some(first) = project.funding.first() {
            let whole: f64 = project.funding.iter().map(|part| part.share.value).sum();
            let is_odd = project.funding.iter().any(|part| !(0.0..=100.0).contains(&part.share.value));
            if is_odd || (whole - 100.0).abs() > TOLERANCE {
                self.fault(&first.share.span, Diagnostic::error("funding-not-whole").with("sum", whole));
            }
        }
        self.outlays(&project.costs);
    }

    fn kpi(&mut self, kpi: &Kpi, project: &Project) {
        match &kpi.metric {
            Some(metric) if find(metric).is_none() => {
                let known: Vec<&str> = METRICS.iter().map(|metric| metric.id).collect();
                self.fault(&metric.span, unknown_name(Diagnostic::error("metric-unknown"), metric, &known));
            }
            None if kpi.name.is_none() => {
                self.fault(&project.id.span, Diagnostic::error("kpi-without-name").with("id", project.id.as_str()));
            }
            _ => {}
        }
    }

    /// Sums of a year stand once.
    fn outlays(&mut self, outlays: &[Outlay]) {
        let mut years = BTreeSet::new();
        for outlay in outlays {
            if !years.insert(outlay.year.value) {
                self.fault(&outlay.year.span, Diagnostic::error("year-repeated").with("year", f64::from(outlay.year.value)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::read_file;

    fn told(projects: &str) -> Vec<String> {
        let (roadmap, faults) = read_file::<Roadmap>(&format!("(version: 1, projects: [{projects}])"));
        assert_eq!(faults, []);
        let roadmap = roadmap.expect("a roadmap");
        check_roadmap(&roadmap, &["quarter"]).into_iter().map(|fault| fault.diagnostic.code.to_owned()).collect()
    }

    fn project(more: &str) -> String {
        let text = "(kk: \"A\", ru: \"A\", en: \"A\")";
        format!("(id: \"a\", name: {text}, sphere: social, deadline: \"2027-12\", owner: {text}, level: strategic, {more})")
    }

    #[test]
    fn a_right_project_has_no_faults() {
        let more = "scenario: \"quarter\", solutions: [1, 2], kpis: [(metric: \"reach-school\", target: 80, year: 2027)], \
                    funding: [(payer: budget, share: 33.33), (payer: private, share: 66.67)], costs: [(year: 2026, sum: 5)]";
        assert_eq!(told(&project(more)), Vec::<String>::new());
    }

    #[test]
    fn every_fault_is_told() {
        for (more, code) in [
            ("scenario: \"quartr\"", "scenario-unknown"),
            ("solutions: [1]", "roadmap-solutions-without-scenario"),
            ("scenario: \"quarter\", solutions: [3, 3]", "roadmap-solution-repeated"),
            ("kpis: [(metric: \"reach-scool\", target: 1, year: 2027)]", "metric-unknown"),
            ("kpis: [(target: 1, year: 2027)]", "kpi-without-name"),
            ("funding: [(payer: budget, share: 60), (payer: private, share: 60)]", "funding-not-whole"),
            ("funding: [(payer: budget, share: 150), (payer: private, share: -50)]", "funding-not-whole"),
            ("costs: [(year: 2026, sum: 1), (year: 2026, sum: 2)]", "year-repeated"),
        ] {
            assert_eq!(told(&project(more)), [code], "{more}");
        }
        let two = format!("{}, {}", project(""), project(""));
        assert_eq!(told(&two), ["project-repeated"]);
    }
}
