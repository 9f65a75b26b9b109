//! Figures within the words of a stop: `{metric}`, `{base.metric}`, `{change.metric}` and `{scenario.metric}`.

use super::Stop;
use crate::twin::model::local_text::LocalText;
use crate::twin::model::names::Language;
use std::collections::BTreeSet;

/// Before a metric: of the region as it is.
const BASE: &str = "base";
/// Before a metric: what is different from the region as it is.
const CHANGE: &str = "change";

/// Whose value a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose<'a> {
    /// That of the scenario which the stop shows.
    Own,
    /// That of the region as it is.
    Base,
    /// The difference of the two.
    Change,
    /// That of another scenario, by its id.
    Scenario(&'a str),
}

/// A figure that stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure<'a> {
    /// Whose value.
    pub whose: Whose<'a>,
    /// Id of the metric.
    pub metric: &'a str,
    /// As it is written, braces and all.
    pub written: &'a str,
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words that stay as they are. A brace among them opens no figure, because nothing closes it.
    Words(&'a str),
    /// A figure.
    Figure(Figure<'a>),
}

/// A text as words and figures, in their order.
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((start, end)) = next_figure(rest) {
        if start > 0 {
            parts.push(Part::Words(&rest[..start]));
        }
        parts.push(Part::Figure(figure(&rest[start..end])));
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        parts.push(Part::Words(rest));
    }
    parts
}

/// From a brace to behind the one that closes it; a brace that comes before that begins anew.
fn next_figure(text: &str) -> Option<(usize, usize)> {
    text.match_indices('{').find_map(|(start, _)| {
        let inside = &text[start + 1..];
        let length = inside.find(['{', '}'])?;
        inside[length..].starts_with('}').then_some((start, start + length + 2))
    })
}

fn figure(written: &str) -> Figure<'_> {
    let inside = written.trim_matches(['{', '}']).trim();
    // Ids of scenarios are names of files, and may have dots of their own.
    let (whose, metric) = match inside.rsplit_once('.') {
        None => (Whose::Own, inside),
        Some((BASE, metric)) => (Whose::Base, metric),
        Some((CHANGE, metric)) => (Whose::Change, metric),
        Some((scenario, metric)) => (Whose::Scenario(scenario), metric),
    };
    Figure { whose, metric, written }
}

impl<'a> Whose<'a> {
    /// The scenarios whose values it takes, where `own` is that of the stop; empty for the region as it is.
    fn scenarios(self, own: &'a str) -> Vec<&'a str> {
        match self {
            Whose::Own => vec![own],
            Whose::Base => vec![""],
            Whose::Change => vec![own, ""],
            Whose::Scenario(id) => vec![id],
        }
    }
}

/// What the figures of a text need: scenario and metric, by their ids. `own` is the scenario that is shown; empty for the region as it is.
pub fn mentioned<'a>(text: &'a str, own: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut found = Vec::new();
    for part in parts(text) {
        if let Part::Figure(Figure { whose, metric, .. }) = part {
            found.extend(whose.scenarios(own).into_iter().map(|scenario| (scenario, metric)));
        }
    }
    found
}

impl Stop {
    /// The scenario that it shows; empty for the region as it is.
    pub fn scenario_id(&self) -> &str {
        self.scenario.as_ref().map_or("", |id| id.as_str())
    }

    /// Every text of it that may hold figures, by the name of its field.
    pub fn texts(&self) -> [(&'static str, &LocalText); 3] {
        [("title", &self.title), ("text", &self.text), ("note", &self.note)]
    }

    /// Everything that has to be measured before it is shown: scenario and metric, by their ids. The figures beside the picture are wanted
    /// of all that is in view, and of the region as it is.
    pub fn needs(&self) -> BTreeSet<(String, String)> {
        let own = self.scenario_id();
        let texts = self.texts().into_iter().flat_map(|(_, text)| Language::ALL.map(|language| text.read(language)));
        let in_view = ["", own].into_iter().chain(self.against.iter().map(|id| id.as_str()));
        let beside = in_view.flat_map(|id| self.metrics.iter().map(move |metric| (id, metric.as_str())));
        let pairs = texts.flat_map(|text| mentioned(text, own)).chain(beside);
        pairs.map(|(scenario, metric)| (scenario.to_owned(), metric.to_owned())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::read;

    #[test]
    fn a_text_is_cut_into_words_and_figures() {
        let text = "Ride { transit-time }, before {base.transit-time}, {change.yearly} a year, {v1.2.residents}.";
        let figures: Vec<(Whose, &str)> = parts(text)
            .into_iter()
            .filter_map(|part| match part {
                Part::Figure(figure) => Some((figure.whose, figure.metric)),
                Part::Words(_) => None,
            })
            .collect();
        let expected = [
            (Whose::Own, "transit-time"),
            (Whose::Base, "transit-time"),
            (Whose::Change, "yearly"),
            (Whose::Scenario("v1.2"), "residents"),
        ];
        assert_eq!(figures, expected);
        let written = |part: Part<'static>| match part {
            Part::Words(words) => words,
            Part::Figure(figure) => figure.written,
        };
        assert_eq!(parts(text).into_iter().map(written).collect::<String>(), text);
    }

    #[test]
    fn a_brace_that_nothing_closes_is_a_word() {
        let words = |text: &'static str| parts(text) == [Part::Words(text)];
        assert!(words("a { b") && words("} {") && words("{"));
        assert_eq!(parts(""), []);
        let nested = parts("{ a {residents} }");
        assert_eq!(nested.len(), 3);
        assert!(matches!(nested[1], Part::Figure(Figure { metric: "residents", .. })));
        assert!(matches!(parts("{}")[0], Part::Figure(Figure { metric: "", .. })));
    }

    #[test]
    fn what_a_stop_needs_is_known_before_it_is_shown() {
        let words = |text: &str| format!("(kk: \"{text}\", ru: \"{text}\", en: \"{text}\")");
        let text = format!(
            "(id: \"a\", title: {}, text: {}, scenario: \"plan\", against: [\"\", \"other\"], metrics: [\"trips\"])",
            words("A"),
            words("{change.capital} and {third.yearly}")
        );
        let (stop, faults) = read::<Stop>(&text);
        assert_eq!(faults, []);
        let needs = stop.expect("a stop").needs();
        let needs: Vec<(&str, &str)> = needs.iter().map(|(scenario, metric)| (scenario.as_str(), metric.as_str())).collect();
        let expected = [("", "capital"), ("", "trips"), ("other", "trips"), ("plan", "capital"), ("plan", "trips"), ("third", "yearly")];
        assert_eq!(needs, expected);
        assert_eq!(mentioned("{trips}", ""), [("", "trips")]);
    }
}
