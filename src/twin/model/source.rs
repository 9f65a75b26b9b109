//! Where a region's data come from, under which licence, and the credit that every picture must carry.

use serde::{Deserialize, Serialize};

/// One source of data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it is: a data set's or a file's name.
    pub name: String,
    /// SPDX identifier or short name of its licence.
    pub licence: String,
    /// The line that must stand wherever it is shown; empty if none is asked for.
    pub credit: String,
    /// As of when, where known: an ISO date or a year.
    #[serde(default)]
    pub date: String,
}
