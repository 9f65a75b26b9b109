//! RON as a designer wrote it: every mistake found at once and told with its place, a misspelt name with its neighbour.
//!
//! [`read`] goes from a text to a value of a [`Readable`] type; [`record!`](crate::record) and
//! [`variants!`](crate::variants) declare such types, and with them what `aimaq explain` says. [`write`] goes the other way;
//! [`update`] puts a changed value into the text that it came from, and leaves there what did not change.

pub mod fault;
pub mod form;
pub mod nearest;
pub mod parse;
pub mod readable;
pub mod record;
pub mod splice;
pub mod token;
pub mod tree;
pub mod update;
pub mod upgrade;
pub mod writable;
pub mod write;

mod chunk;
mod compound;
mod pairing;
#[cfg(test)]
mod sample;

pub use fault::{Fault, Span};
pub use readable::{Readable, Reader, Spot};
pub use splice::splice;
pub use update::update;
pub use upgrade::{Versioned, read_file};
pub use writable::Writable;
pub use write::write;

/// A value out of a text, and every fault in it. There is no value where a fault leaves one out.
pub fn read<T: Readable>(text: &str) -> (Option<T>, Vec<Fault>) {
    let (value, faults) = parse::parse(text);
    let mut reader = Reader { faults };
    let read = value.and_then(|value| T::read(&value, &mut reader));
    let mut faults = reader.faults;
    faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    (read, faults)
}
