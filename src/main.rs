//! Arguments → plan → viewer or command → exit code.

use aimaq::cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    let plan = cli::parse(std::env::args_os()).for_display(cli::machine::display().is_reachable());
    // The viewer takes over here, in builds that have one: plans that need it, and what it can tell `doctor`.
    cli::run(&plan, || None)
}
