//! What can be wrong with a template or a norm beyond its form: names that lead nowhere, rules in a circle, values out of bounds.

use super::effect::Effect;
use super::fit::Fit;
use super::formula::{Formula, Named, Undefined};
use super::kind;
use super::norm::Norms;
use super::shape::Shape;
use super::site::Geometry;
use super::template::{Parameter, Template};
use super::territory::{Fact, Territory};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::choice::Choice;
use crate::twin::model::local_text::LocalText;
use crate::twin::text::readable::{unknown_name, written_names};
use crate::twin::text::{Fault, Span, Spot};
use std::collections::{BTreeMap, BTreeSet};

/// Code of what is said where a norm is gone.
pub const NORM_UNKNOWN: &str = "norm-unknown";

/// Every fault of a template whose form is right. `stem` is its file's name without the extension; `norms` are the ids of known norms.
pub fn check_template(template: &Template, stem: &str, norms: &[&str]) -> Vec<Fault> {
    let mut check = Check { template, faults: Vec::new() };
    if *template.id != stem {
        check.fault(&template.id.span, Diagnostic::error("template-id-differs").with("id", template.id.as_str()).with("stem", stem));
    }
    check.id(&template.id);
    check.parameters();
    check.options();
    check.named_values();
    check.rules();
    check.names();
    check.drawn();
    for norm in template.norms.iter().filter(|norm| !norms.contains(&norm.as_str())) {
        check.fault(&norm.span, unknown_name(Diagnostic::error(NORM_UNKNOWN), norm, norms));
    }
    if check.faults.is_empty() {
        check.values();
    }
    check.faults
}

/// Every fault of a list of norms whose form is right.
pub fn check_norms(norms: &Norms) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut known = BTreeSet::new();
    for norm in &norms.norms {
        if !known.insert(norm.id.as_str()) {
            faults.push(Fault { span: norm.id.span.clone(), diagnostic: Diagnostic::error("id-repeated").with("id", norm.id.as_str()) });
        }
    }
    faults
}

struct Check<'a> {
    template: &'a Template,
    faults: Vec<Fault>,
}

impl<'a> Check<'a> {
    fn fault(&mut self, span: &Span, diagnostic: Diagnostic) {
        self.faults.push(Fault { span: span.clone(), diagnostic });
    }

    fn id(&mut self, id: &Spot<String>) {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        if id.is_empty() || !id.chars().all(plain) || !id.starts_with(|c: char| c.is_ascii_lowercase()) {
            self.fault(&id.span, Diagnostic::error("id-odd").with("id", id.as_str()));
        }
    }

    fn parameters(&mut self) {
        let mut known = BTreeSet::new();
        let facts = written_names::<Fact>();
        for parameter in &self.template.parameters {
            let Parameter { id, default, least, most, step, .. } = parameter;
            self.id(id);
            if !known.insert(id.as_str()) || facts.contains(&id.value) {
                self.fault(&id.span, Diagnostic::error("id-repeated").with("id", id.as_str()));
            }
            if !(*least..=*most).contains(&default.value) {
                let diagnostic = Diagnostic::error("parameter-default-out-of-bounds").with("id", id.as_str());
                self.fault(&default.span, diagnostic.with("value", default.value).with("least", *least).with("most", *most));
            } else if step.value <= 0.0 {
                self.fault(&step.span, Diagnostic::error("parameter-step").with("id", id.as_str()));
            } else if (parameter.nearest(default.value) - default.value).abs() > 1e-9 {
                let nearest = parameter.nearest(default.value);
                let diagnostic = Diagnostic::error("parameter-default-off-step").with("id", id.as_str());
                self.fault(&default.span, diagnostic.with("value", default.value).with("suggestion", nearest.to_string()));
            }
        }
    }

    /// Options are values that can be set, and where there are some the default is one.
    fn options(&mut self) {
        for parameter in &self.template.parameters {
            let id = parameter.id.as_str();
            let mut known = Vec::new();
            for option in &parameter.options {
                let settable = (parameter.least..=parameter.most).contains(&option.value.value)
                    && (parameter.nearest(option.value.value) - option.value.value).abs() < 1e-9;
                if !settable || known.contains(&option.value.value) {
                    let odd = Diagnostic::error("parameter-option-odd").with("id", id).with("value", option.value.value);
                    self.fault(&option.value.span, odd.with("least", parameter.least).with("most", parameter.most));
                }
                known.push(option.value.value);
            }
            if !known.is_empty() && !known.contains(&parameter.default.value) {
                let missing = Diagnostic::error("parameter-option-missing").with("id", id).with("value", parameter.default.value);
                self.fault(&parameter.default.span, missing);
            }
        }
    }

    /// Names of values are their own.
    fn named_values(&mut self) {
        let facts = written_names::<Fact>();
        let mut known: BTreeSet<&str> = self.parameter_names().into_iter().chain(facts.iter().map(String::as_str)).collect();
        for value in &self.template.values {
            self.id(&value.id);
            if !known.insert(value.id.as_str()) {
                self.fault(&value.id.span, Diagnostic::error("id-repeated").with("id", value.id.as_str()));
            }
        }
    }

    fn parameter_names(&self) -> Vec<&'a str> {
        self.template.parameters.iter().map(|parameter| parameter.id.as_str()).collect()
    }

    /// Rules set parameters that there are; no parameter and no value waits for itself.
    fn rules(&mut self) {
        let names = self.parameter_names();
        for rule in &self.template.adapt {
            if !names.contains(&rule.set.as_str()) {
                self.fault(&rule.set.span, unknown_name(Diagnostic::error("parameter-unknown"), &rule.set, &names));
            }
        }
        let mut waits: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for rule in &self.template.adapt {
            let needed = rule.to.names().iter().chain(rule.when.names()).map(|named| named.name.as_str());
            waits.entry(rule.set.as_str()).or_default().extend(needed);
        }
        for value in &self.template.values {
            waits.entry(value.id.as_str()).or_default().extend(value.is.names().iter().map(|named| named.name.as_str()));
        }
        // What follows from what follows, until nothing more does.
        for _ in 0..waits.len() {
            let before = waits.clone();
            for needed in waits.values_mut() {
                let further: BTreeSet<&str> = needed.iter().filter_map(|name| before.get(name)).flatten().copied().collect();
                needed.extend(further);
            }
        }
        let mut told = BTreeSet::new();
        let rules = self.template.adapt.iter().map(|rule| &rule.set);
        for id in rules.chain(self.template.values.iter().map(|value| &value.id)) {
            if waits[id.as_str()].contains(id.as_str()) && told.insert(id.as_str()) {
                self.fault(&id.span, Diagnostic::error("formula-circle").with("name", id.as_str()));
            }
        }
    }

    /// Every formula with what it is for.
    fn formulas(&self) -> Vec<&'a Formula> {
        let template = self.template;
        let rules = template.adapt.iter().flat_map(|rule| [&rule.to, &rule.when]);
        let values = template.values.iter().map(|value| &value.is);
        let sums = [&template.cost.capital].into_iter().chain(&template.cost.yearly).map(|sum| &sum.amount);
        let flows = template.needs.iter().chain(&template.provides).map(|flow| &flow.amount);
        let phases = template.phases.iter().map(|phase| &phase.months);
        let shapes = template.shapes.iter().flat_map(Shape::formulas);
        let effects = template.effects.iter().flat_map(Effect::formulas);
        rules.chain(values).chain(flows).chain(sums).chain(phases).chain(shapes).chain(effects).collect()
    }

    /// Names in formulas and reasons lead to parameters or facts.
    fn names(&mut self) {
        let facts = written_names::<Fact>();
        let values = self.template.values.iter().map(|value| value.id.as_str());
        let known: Vec<&str> = self.parameter_names().into_iter().chain(values).chain(facts.iter().map(String::as_str)).collect();
        let unknown = |name: &str| (!known.contains(&name)).then(|| unknown_name(Diagnostic::error("formula-name-unknown"), name, &known));
        for Named { name, span } in self.formulas().into_iter().flat_map(Formula::names) {
            if let Some(diagnostic) = unknown(name) {
                self.fault(span, diagnostic);
            }
        }
        for rule in &self.template.adapt {
            let LocalText { kk, ru, en } = &rule.why.value;
            for diagnostic in [kk, ru, en].into_iter().flat_map(|text| placeholders(text)).filter_map(unknown) {
                self.fault(&rule.why.span, diagnostic);
            }
        }
    }

    /// What is drawn is something that the kind can be drawn as, and what covers the drawn area has one.
    fn drawn(&mut self) {
        let spec = kind::spec(self.template.kind);
        if let Some(drawn) = self.template.drawn.as_ref().filter(|drawn| drawn.value != spec.geometry && !spec.others.contains(drawn)) {
            let known: Vec<&str> = [spec.geometry].iter().chain(spec.others).map(|geometry| geometry.name()).collect();
            let odd = Diagnostic::error("template-drawn-otherwise").with("name", drawn.name()).with("known", known.join(", "));
            return self.fault(&drawn.span, odd);
        }
        let whole = |shape: &Shape| match shape {
            Shape::Ground(ground) => ground.length.is_none() || ground.width.is_none(),
            Shape::Water(_) | Shape::Rows(_) => true,
            _ => false,
        };
        if kind::geometry(self.template) != Geometry::Area && self.template.shapes.iter().any(whole) {
            self.fault(&self.template.id.span.clone(), Diagnostic::error("shape-without-area"));
        }
    }

    /// In a village and in a city every formula has a value, and none that must not be is below zero.
    fn values(&mut self) {
        for territory in Territory::samples() {
            let fit = match Fit::new(self.template, &territory, &BTreeMap::new()) {
                Ok(fit) => fit,
                Err(undefined) => return self.fault(&self.template.id.span.clone(), undefined_diagnostic("adapt", &undefined)),
            };
            for formula in self.formulas() {
                if let Err(undefined) = fit.value(formula) {
                    let span = formula.names().first().map_or(self.template.id.span.clone(), |named| named.span.clone());
                    return self.fault(&span, undefined_diagnostic(&formula.text, &undefined));
                }
            }
            // Every year it may save.
            if fit.capital().is_ok_and(|value| value < 0.0) {
                let below = Diagnostic::error("cost-below-zero").with("name", "capital");
                return self.fault(&self.template.cost.year.span.clone(), below);
            }
        }
    }
}

fn undefined_diagnostic(formula: &str, undefined: &Undefined) -> Diagnostic {
    let diagnostic = match undefined {
        Undefined::Division => Diagnostic::error("formula-division"),
        Undefined::Overflow | Undefined::Name(_) => Diagnostic::error("formula-overflow"),
    };
    diagnostic.with("formula", formula)
}

/// The names in braces in a text.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::read;

    const SCHOOL: &str = r#"(
    version: 1,
    id: "school",
    kind: facility,
    name: (kk: "Мектеп", ru: "Школа", en: "School"),
    summary: (kk: "Оқушыларға арналған", ru: "Для учеников", en: "For pupils"),
    direction: education,
    sphere: social,
    parameters: [(id: "places", name: (kk: "Орын", ru: "Места", en: "Places"), unit: places, default: 600, least: 20, most: 2500, step: 20)],
    adapt: [(
        set: "places",
        when: "is_village",
        to: "population * pupils_per_1000 / 1000",
        why: (kk: "{population} адам", ru: "{population} человек", en: "village of {population} people, {pupils_per_1000} pupils per 1,000"),
    )],
    needs: [(what: power, amount: "places * 0.3"), (what: road, amount: 1)], values: [(id: "classes", is: "ceil(places / 25)")],
    provides: [(what: jobs, amount: "classes * 1.5"), (what: school_places, amount: "places")],
    cost: (capital: (amount: "places * if(places <= 300, 8300000, 6800000)", basis: Source("today-kz.com")), year: 2022),
    phases: [(stage: design, months: 4), (stage: construction, months: "10 + places / 300")],
    shapes: [Block(usage: education, length: "sqrt(places) * 3", width: 18, storeys: "clamp(ceil(places / 300), 1, 4)")],
    norms: ["school-distance"],
)"#;

    fn faults(text: &str) -> Vec<String> {
        let (template, mut faults) = read::<Template>(text);
        if let Some(template) = template.filter(|_| faults.is_empty()) {
            faults = check_template(&template, "school", &["school-distance"]);
        }
        faults.iter().map(|fault| format!("{:?} {}", fault.place(text).line, fault.diagnostic)).collect()
    }

    #[test]
    fn a_school_fits_itself_to_a_village() {
        assert_eq!(faults(SCHOOL), Vec::<String>::new());
        let template = read::<Template>(SCHOOL).0.expect("a template");
        let [village, city] = Territory::samples();
        let fit = |territory, by_hand: &[(&str, f64)]| {
            let by_hand = by_hand.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect();
            let fit = Fit::new(&template, territory, &by_hand).expect("values");
            (fit.settings[0].value, fit.settings[0].reason.clone(), fit.capital())
        };
        use crate::twin::catalog::fit::Reason;
        assert_eq!(fit(&village, &[]), (120.0, Reason::Rule(0), Ok(996e6)));
        assert_eq!(fit(&city, &[]), (600.0, Reason::Default, Ok(4_080e6)));
        assert_eq!(fit(&village, &[("places", 333.0)]).0, 340.0, "the nearest step");
        assert_eq!(fit(&village, &[("places", 9e9)]).1, Reason::Hand);
        let fit = Fit::new(&template, &village, &BTreeMap::new()).expect("values");
        assert_eq!(
            (fit.values.clone(), fit.get("classes"), fit.value(&template.provides[0].amount)),
            (vec![Some(5.0)], Some(5.0), Ok(7.5))
        );
    }

    #[test]
    fn what_saves_every_year_is_right() {
        let yearly = "yearly: (amount: \"0 - places\", basis: Source(\"x\")), year: 2022";
        let saving = SCHOOL.replace("year: 2022", yearly);
        assert_eq!(faults(&saving), Vec::<String>::new());
        let template = read::<Template>(&saving).0.expect("a template");
        let [_, city] = Territory::samples();
        assert_eq!(Fit::new(&template, &city, &BTreeMap::new()).expect("values").yearly(), Ok(-600.0));
    }

    const TWO: &str = r#"name: (kk: "Екі", ru: "Два", en: "Two")"#;
    const SIX_HUNDRED: &str = r#"(value: 600, name: (kk: "Алты жүз", ru: "Шестьсот", en: "Six hundred"))"#;

    #[test]
    fn what_leads_nowhere_is_told_with_what_may_be_meant() {
        for (from, to, told) in [
            ("places * 0.3", "place * 0.3", "16 formula-name-unknown name=place "),
            ("set: \"places\"", "set: \"plases\"", "11 parameter-unknown name=plases known=places suggestion=places"),
            ("when: \"is_village\"", "when: \"places > 3\"", "11 formula-circle name=places"),
            ("default: 600", "default: 6000", "9 parameter-default-out-of-bounds id=places value=6000 least=20 most=2500"),
            ("default: 600", "default: 610", "9 parameter-default-off-step id=places value=610 suggestion=620"),
            ("step: 20", "step: 0", "9 parameter-step id=places"),
            ("10 + places / 300", "10 / (is_city - is_city)", "19 formula-division formula=10 / (is_city - is_city)"),
            ("school-distance", "scool-distance", "21 norm-unknown name=scool-distance known=school-distance suggestion=school-distance"),
            ("id: \"school\"", "id: \"School\"", "3 template-id-differs id=School stem=school"),
            ("{population} адам", "{popolation} адам", "14 formula-name-unknown name=popolation "),
            ("what: power", "what: powr", "16 text-name-unknown name=powr "),
            ("ru: \"Школа\"", "ru: \"\"", "5 text-translation-empty language=ru"),
            ("is_village", "is_village and", "12 formula-ends "),
            ("year: 2022", "year: 2022.5", "18 text-value-wanted form=whole"),
            ("is: \"ceil(places", "is: \"ceil(classes", "16 formula-circle name=classes"),
            ("is: \"ceil(places", "is: \"ceil(place", "16 formula-name-unknown name=place "),
            ("id: \"classes\"", "id: \"population\"", "16 id-repeated id=population"),
            (
                "step: 20",
                &format!("step: 20, options: [{SIX_HUNDRED}, (value: 610, {TWO})]"),
                "9 parameter-option-odd id=places value=610 ",
            ),
            ("step: 20", &format!("step: 20, options: [{SIX_HUNDRED}, {SIX_HUNDRED}]"), "9 parameter-option-odd id=places value=600 "),
            ("step: 20", &format!("step: 20, options: [(value: 620, {TWO})]"), "9 parameter-option-missing id=places value=600"),
            ("amount: \"places * if", "amount: \"0 - places * if", "18 cost-below-zero name=capital"),
        ] {
            let text = SCHOOL.replacen(from, to, 1);
            let found = faults(&text);
            assert!(found.first().is_some_and(|first| first.starts_with(told)), "{to}: {found:#?}, not {told}");
        }
    }
}
