//! Single trees and rows of trees.

use super::feature::Decimetres;
use super::id::FeatureId;
use super::names::Name;
use super::origin::Sourced;
use crate::{choice, feature};

choice! {
    /// What a tree looks like.
    pub enum TreeKind in "tree" {
        /// With leaves.
        Broadleaved = "broadleaved",
        /// With needles.
        Needleleaved = "needleleaved",
    }
}

/// A tree, or a row of trees. The shape is a point, or the row's line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    /// Stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
    /// What it looks like.
    pub kind: Sourced<TreeKind>,
    /// From the ground to the top.
    pub height: Sourced<Decimetres>,
}

feature!(Tree in "trees" {
    sourced_choice kind: TreeKind, "";
    sourced height: Decimetres, "metres";
});
