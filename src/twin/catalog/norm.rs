//! Planning norms, with how far each can be trusted: what designers write in `norms/*.ron`.

use super::resource::Unit;
use crate::twin::model::local_text::LocalText;
use crate::twin::text::upgrade::Upgrade;
use crate::twin::text::{Spot, Versioned};
use crate::{choice, readable_choices, record};

choice! {
    /// How far a norm can be trusted.
    pub enum Status in "norm-status" {
        /// From memory.
        Memory = "memory",
        /// A foreign or older act; the one in force is still to be read.
        Analogue = "analogue",
        /// A summary by the press or an office.
        Secondary = "secondary",
        /// The clause itself was read.
        Verified = "verified",
    }
}

choice! {
    /// On which side of its value a norm is met.
    pub enum Side in "norm-side" {
        /// So much or less.
        AtMost = "at-most",
        /// So much or more.
        AtLeast = "at-least",
    }
}

readable_choices!(Status, Side);

record! {
    /// A list of norms.
    pub struct Norms in "norms" {
        /// Version of the file's form.
        version: Spot<u32>,
        /// The norms.
        norms: Vec<Norm>,
    }
}

impl Versioned for Norms {
    const UPGRADES: &'static [Upgrade] = &[];
}

record! {
    /// A norm.
    pub struct Norm in "norm" {
        /// Short name, by which templates name it.
        id: Spot<String>,
        /// What it asks for.
        name: LocalText,
        /// On which side it is met.
        side: Side,
        /// The value.
        value: f64,
        /// What it is counted in.
        unit: Unit,
        /// The document and its clause.
        document: String,
        /// How far it can be trusted.
        status: Status,
    }
}
