//! The words of a stop, with its figures put in.

use super::words::Words;
use crate::twin::metrics::metric::{self, Metric};
use crate::twin::model::local_text::LocalText;
use crate::twin::tour::figure::{Figure, Part, Whose, parts};

/// What stands for a figure that nobody knows, or does not know yet. It promises nothing: what is printed or shown in a talk stays as it is.
const UNKNOWN: &str = "—";

/// The value of a metric in a scenario, by their ids; that of the region as it is where the scenario is empty.
pub type Values<'a> = &'a dyn Fn(&str, &str) -> Option<f64>;

impl Words {
    /// A text of a stop with its figures, where `own` is the scenario that the stop shows; empty for the region as it is.
    pub fn stop_text(&self, text: &LocalText, own: &str, values: Values) -> String {
        let said = |part: Part| match part {
            Part::Words(words) => words.to_owned(),
            Part::Figure(figure) => self.figure(&figure, own, values).unwrap_or_else(|| UNKNOWN.to_owned()),
        };
        parts(self.local(text)).into_iter().map(said).collect()
    }

    fn figure(&self, figure: &Figure, own: &str, values: Values) -> Option<String> {
        let metric: &Metric = metric::find(figure.metric)?;
        let value = |scenario: &str| values(scenario, metric.id).map(|value| self.metric_value(metric, value));
        match figure.whose {
            Whose::Own => value(own),
            Whose::Base => value(""),
            Whose::Scenario(id) => value(id),
            Whose::Change => {
                let delta = values(own, metric.id)? - values("", metric.id)?;
                // What is too small to show is no difference.
                Some(self.metric_change(metric, delta).unwrap_or_else(|| self.metric_value(metric, 0.0)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::names::Language;

    fn values(scenario: &str, metric: &str) -> Option<f64> {
        match (scenario, metric) {
            ("", "residents") => Some(210_000.0),
            ("quarter", "residents") => Some(211_500.0),
            ("", "capital") => Some(0.0),
            ("quarter", "capital") => Some(996e6),
            ("same", "residents") => Some(210_000.02),
            _ => None,
        }
    }

    fn said(language: Language, text: &str, own: &str) -> String {
        let text = LocalText::everywhere(text);
        Words::new(language).stop_text(&text, own, &values)
    }

    #[test]
    fn figures_stand_in_the_text_with_their_units() {
        let english = |text: &str, own: &str| said(Language::English, text, own);
        assert_eq!(english("For {residents}.", "quarter"), "For 211,500\u{a0}people.");
        assert_eq!(english("{base.residents}, {change.residents}", "quarter"), "210,000\u{a0}people, +1,500\u{a0}people");
        assert_eq!(english("{quarter.capital} once", ""), "996\u{a0}M\u{a0}₸ once");
        assert_eq!(said(Language::Russian, "{change.residents}", "quarter"), "+1\u{a0}500\u{a0}человек");
        assert_eq!(said(Language::Kazakh, "{residents}", ""), "210\u{a0}000\u{a0}адам");
    }

    #[test]
    fn what_is_not_different_is_told_as_nothing() {
        assert_eq!(said(Language::English, "{change.residents}", "same"), "0\u{a0}people");
    }

    #[test]
    fn what_nobody_knows_is_a_dash() {
        let text = "{residents}, {gone.residents}, {change.trips}, {no-such-metric}, {";
        assert_eq!(said(Language::English, text, "unknown"), "—, —, —, —, {");
    }
}
