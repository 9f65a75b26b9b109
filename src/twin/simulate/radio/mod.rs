//! Radio: how much of a wave arrives.

pub mod p1812;
