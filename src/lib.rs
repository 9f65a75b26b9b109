//! **aimaq** (аймақ: region): a digital twin of a region. Read the modules in this order.

pub mod twin;
// what a reader sees of it
pub mod cli;
pub mod i18n;
pub mod publish;
pub mod store;
#[cfg(feature = "viewer")]
pub mod viewer;
