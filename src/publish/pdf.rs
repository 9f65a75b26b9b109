//! The handout as PDF: cover, a page a stop, tables, with text that can be searched and pictures that are no larger than print needs.

use super::handout::Handout;
use super::picture::jpeg;
use super::typesetting::{Document, Sheet};
use crate::twin::diagnostic::Diagnostic;
use std::collections::BTreeMap;

/// Pixels across a picture: 250 to the inch at the width in which it is printed.
const WIDEST: u32 = 1_920;

/// Sets a handout. The document's marks are the ids of the stops with their pages.
///
/// # Errors
/// `picture-unreadable`, `sheet-broken`.
pub fn pdf(handout: &Handout, pictures: &BTreeMap<String, Vec<u8>>) -> Result<Document, Diagnostic> {
    let mut sheet = Sheet::new("handout.typ", include_str!("../../assets/publish/handout.typ"))?;
    for stop in &handout.stops {
        if let Some((name, png)) = stop.picture.as_ref().zip(pictures.get(&stop.id)) {
            sheet.add(name, jpeg(&stop.id, png, WIDEST)?)?;
        }
    }
    let data = serde_json::to_vec(handout).map_err(|error| Diagnostic::error("sheet-broken").with("reason", error.to_string()))?;
    sheet.add("handout.json", data)?;
    sheet.typeset()
}
