//! Advice in words: what is short and what would mend it, where the next institutions should stand, and what their scenario is called.

use super::words::Words;
use crate::twin::advise::kind::AdviceKind;
use crate::twin::advise::mend::MOST;
use crate::twin::advise::ways::Ways;
use crate::twin::advise::{Advised, Answer, Objective, Question, Shortfall};
use crate::twin::catalog::Catalog;
use crate::twin::catalog::resource::Unit;
use crate::twin::model::local_text::LocalText;
use crate::twin::model::names::{Name, Strings};
use crate::twin::model::space::GeoPoint;
use std::borrow::Cow;

/// Decimals of degrees that tell ten metres.
const DEGREES: usize = 4;

impl Words {
    /// What is short: `Places in schools`, `A school within a walk`.
    pub fn advice_subject(&self, shortfall: &Shortfall) -> Cow<'_, str> {
        let of_reach = format!("advice-{}", shortfall.id);
        if self.has(&of_reach) { self.get(&of_reach) } else { self.get(&format!("resource-{}", shortfall.id)) }
    }

    /// `Kostanay. Places in schools: missing for 12,000 people (34 %) — 3 × “General school” would supply it`.
    pub fn advice(&self, shortfall: &Shortfall, place: &str, catalog: &Catalog) -> String {
        let args = [
            ("place", place.into()),
            ("what", self.advice_subject(shortfall).into_owned().into()),
            ("people", self.quantity(shortfall.weight.round(), Unit::People).into()),
            ("gap", self.share(shortfall.gap).into()),
        ];
        let line = self.format("advice-line", &args);
        match self.advice_remedy(shortfall, catalog) {
            Some(remedy) if shortfall.count > MOST => self.format("advice-begun", &[("line", line.into()), ("remedy", remedy.into())]),
            Some(remedy) => self.format("balance-remedied", &[("balance", line.into()), ("remedy", remedy.into())]),
            None => line,
        }
    }

    /// What would mend it: `3 × “General school”`; none where the library has nothing.
    pub fn advice_remedy(&self, shortfall: &Shortfall, catalog: &Catalog) -> Option<String> {
        let name = self.local(&catalog.template(shortfall.template.as_deref()?)?.name);
        Some(match shortfall.count {
            0 | 1 => self.format("balance-remedy", &[("name", name.into())]),
            // What nobody builds at once is a beginning.
            count => self.format("balance-remedies", &[("name", name.into()), ("count", self.number(count.min(MOST) as f64, 0).into())]),
        })
    }

    /// A kind of institution: `School`.
    pub fn advice_kind(&self, kind: &AdviceKind) -> Cow<'_, str> {
        self.get(&format!("advice-kind-{}", kind.id))
    }

    /// What an answer gives, who is newly in reach, and how far it may be from the best.
    pub fn advice_answer(&self, answer: &Answer, question: &Question, within: f64) -> String {
        let said = |value: f64| match question.objective {
            Objective::MostPeople => self.quantity(value.round(), Unit::People),
            Objective::LeastWay => self.advice_way(question.kind, value),
            Objective::Everybody => self.number(value.round(), 0),
        };
        let key = match question.objective {
            Objective::MostPeople => "advice-answer-most-people",
            Objective::LeastWay => "advice-answer-least-way",
            Objective::Everybody => "advice-answer-everybody",
        };
        let args = [
            ("kind", self.advice_kind(question.kind).into_owned().into()),
            ("count", self.number(answer.advised.len() as f64, 0).into()),
            ("value", said(answer.value).into()),
            ("bound", said(answer.bound).into()),
            ("gap", self.share(answer.gap).into()),
            ("newly", self.quantity(answer.newly.round(), Unit::People).into()),
            ("within", self.advice_way(question.kind, within).into()),
        ];
        let told = self.format(key, &args);
        let Some([cost, least]) = answer.cost else { return told };
        let gap = if cost > 0.0 { (cost - least) / cost } else { 0.0 };
        let args = [("cost", self.money(cost).into()), ("least", self.money(least).into()), ("gap", self.share(gap).into())];
        format!("{told} {}", self.format("advice-answer-cost", &args))
    }

    /// One place of an answer: `1. 63.6246, 53.2144: 930 people newly within reach`.
    pub fn advice_site(&self, number: usize, advised: &Advised, at: GeoPoint) -> String {
        let args = [
            ("number", self.number(number as f64, 0).into()),
            ("lon", self.number(at.lon, DEGREES).into()),
            ("lat", self.number(at.lat, DEGREES).into()),
            ("people", self.quantity(advised.people.round(), Unit::People).into()),
        ];
        self.format("advice-site", &args)
    }

    /// What it costs to get to an institution of that kind: `500 m`, `12 min`.
    fn advice_way(&self, kind: &AdviceKind, cost: f64) -> String {
        if kind.ways == Ways::ByCar { self.quantity((cost / 6.0).round() / 10.0, Unit::Minutes) } else { self.length(cost) }
    }

    /// A share in percent, to a tenth where it is small.
    fn share(&self, share: f64) -> String {
        let percent = share * 100.0;
        self.quantity(if percent < 10.0 { (percent * 10.0).round() / 10.0 } else { percent.round() }, Unit::Percent)
    }
}

/// What the scenario of an answer is called.
pub fn answer_name(question: &Question, count: usize) -> LocalText {
    Words::in_all(|words| {
        let args = [("kind", words.advice_kind(question.kind).into_owned().into()), ("count", words.number(count as f64, 0).into())];
        words.format("advice-scenario", &args)
    })
}

/// What the scenario is called that mends a shortfall in a settlement of that name.
pub fn mend_name(shortfall: &Shortfall, place: &Name, strings: &Strings) -> LocalText {
    Words::in_all(|words| {
        let place = place.read(words.language(), strings);
        words.format("advice-scenario-mend", &[("place", place.into()), ("what", words.advice_subject(shortfall).into_owned().into())])
    })
}
