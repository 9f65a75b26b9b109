//! Checks of models in words.

use super::words::{Arg, Words};
use crate::twin::model::choice::Choice;
use crate::twin::verify::{Case, CaseKind, Check};

impl Words {
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
