//! What the program says: results on standard output, words on standard error. The only place that writes to either.

use super::exit::Exit;
use std::collections::BTreeSet;
use std::io::{ErrorKind, Write};

/// Prints a result. A reader that has gone away (`| head`) is no error.
pub fn result(text: &str) -> Exit {
    match write(&mut std::io::stdout().lock(), text) {
        Ok(()) => Exit::Done,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Exit::Done,
        Err(_) => Exit::Machine,
    }
}

/// Says something beside the result. Nobody can be told where that fails.
pub fn say(text: &str) {
    let _ = write(&mut std::io::stderr().lock(), text);
}

/// Says complaints, each once.
pub fn say_once(complaints: impl Iterator<Item = String>) {
    let sorted: BTreeSet<String> = complaints.collect();
    sorted.iter().for_each(|complaint| say(complaint));
}

/// The text, ended by one line break.
fn write(stream: &mut impl Write, text: &str) -> std::io::Result<()> {
    stream.write_all(text.trim_end_matches('\n').as_bytes())?;
    stream.write_all(b"\n")?;
    stream.flush()
}
