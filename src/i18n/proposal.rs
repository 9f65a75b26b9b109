//! What a scenario changes, in sentences: each solution with its place, what it is mainly, and what it costs.

use super::words::Words;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::fit::Fit;
use crate::twin::scenario::resolve::{Plan, Resolved};

/// A scenario in sentences.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// A sentence a solution, by its key.
    pub lines: Vec<(u32, String)>,
    /// Cost of all together, once [tenge].
    pub capital: f64,
    /// The same every year.
    pub yearly: f64,
}

impl Summary {
    /// The sentences of what is planned; `place` says where a solution is.
    pub fn new(words: &Words, catalog: &Catalog, plan: &Plan, place: &dyn Fn(&Resolved) -> String) -> Self {
        let mut summary = Self::default();
        for (key, resolved) in &plan.solutions {
            let Ok(fit) = resolved.fit(catalog) else { continue };
            let (capital, yearly) = (fit.capital().unwrap_or(0.0), fit.yearly().unwrap_or(0.0));
            summary.capital += capital;
            summary.yearly += yearly;
            summary.lines.push((*key, words.solution_line(&place(resolved), &fit, capital)));
        }
        summary
    }
}

impl Words {
    /// `General school, near Kamysty: 120 places; 996 M ₸`.
    fn solution_line(&self, place: &str, fit: &Fit, capital: f64) -> String {
        let name = self.local(&fit.template.name);
        let main = fit.template.parameters.first().zip(fit.settings.first());
        let mut args = vec![("name", name.into()), ("place", place.into()), ("cost", self.money(capital).into())];
        match main {
            Some((parameter, setting)) => {
                args.push(("main", self.parameter_value(parameter, setting.value).into()));
                self.format("scenario-line", &args)
            }
            None => self.format("scenario-line-plain", &args),
        }
    }
}
