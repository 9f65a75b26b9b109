//! Words: every text on screen, in errors and in exports, in Kazakh, Russian and English.
//!
//! Messages are Fluent files in `assets/locales/<language>/`; a new word is one key in each of the three languages.

pub mod advice;
pub mod attribute;
pub mod collation;
pub mod conformity;
pub mod fold;
pub mod locale;
pub mod metrics;
pub mod number;
pub mod proposal;
pub mod quantity;
pub mod roadmap;
pub mod solution;
pub mod solution_page;
pub mod spreadsheet;
pub mod tour;
pub mod verify;
pub mod words;
pub mod years;

pub use fold::fold;
pub use words::{Arg, Words};
