//! Checks of models in words.

use super::words::{Arg, Words};
use crate::twin::model::choice::Choice;
use crate::twin::verify::{Case, CaseKind, Check};

/// What stands in the columns of a table of checks, as keys of the locales.
pub const COLUMNS: [&str; 7] =
    ["verify-case", "verify-measured", "verify-expected", "verify-found", "verify-difference", "verify-tolerance", "verify-source"];

impl Words {
    /// A check as a row of such a table.
    pub fn verify_row(&self, check: &Check) -> [String; 7] {
        let value = |value: f64| self.verify_value(check, value);
        [
            self.verify_case(&check.case),
            self.choice(check.measured).into_owned(),
            value(check.expected),
            value(check.found),
            value(check.difference()),
            value(check.tolerance),
            check.case.source.to_string(),
        ]
    }

    /// A case, by its own name: `Dam break: Ritter`.
    pub fn verify_case(&self, case: &Case) -> String {
        self.format(&format!("{}-{}", CaseKind::SET, case.kind.name()), &[("name", Arg::Text(case.name.clone()))])
    }

    /// One of the values of a check, with its unit and so many decimals that its difference is seen.
    pub fn verify_value(&self, check: &Check, value: f64) -> String {
        let decimals = check.decimals();
        if check.unit.is_empty() { self.number(value, decimals) } else { self.measured(value, decimals, check.unit) }
    }
}
