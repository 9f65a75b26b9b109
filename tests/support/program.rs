//! The program, run to its end as somebody would call it.

use std::path::Path;
use std::process::Command;

/// Exit code, standard output and standard error; `home` is where the program looks for what is the user's own, and keeps it.
pub fn run(home: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aimaq"));
    let output = command.args(arguments).env("AIMAQ_CONFIG_DIR", home).output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}
