//! Where a value comes from: the question every number must be able to answer.

use crate::choice;

choice! {
    /// How a value came to be.
    pub enum Origin in "origin" {
        /// Read from a source, or measured.
        Observed = "observed",
        /// Derived from neighbouring facts by a stated rule, seeded by the object's id.
        Inferred = "inferred",
        /// The result of a model.
        Modelled = "modelled",
        /// Taken for want of anything better; the reason is stated.
        Assumed = "assumed",
    }
}

/// A value with its [`Origin`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value itself.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Sourced<T> {
    /// A value read from a source.
    pub fn observed(value: T) -> Self {
        Self { value, origin: Origin::Observed }
    }

    /// A value derived by a rule.
    pub fn inferred(value: T) -> Self {
        Self { value, origin: Origin::Inferred }
    }

    /// A value that a model gives.
    pub fn modelled(value: T) -> Self {
        Self { value, origin: Origin::Modelled }
    }

    /// A value taken for want of a better one.
    pub fn assumed(value: T) -> Self {
        Self { value, origin: Origin::Assumed }
    }
}
