//! Arguments → plan → viewer or command → exit code.

use aimaq::cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(feature = "viewer")]
    let started = std::time::Instant::now();
    let plan = cli::parse(std::env::args_os()).for_display(cli::machine::display().is_reachable());
    #[cfg(feature = "viewer")]
    if plan.needs_viewer() {
        return aimaq::viewer::run(plan, started);
    }
    cli::run(&plan, window)
}

/// What a window would draw with.
fn window() -> Option<cli::Window> {
    #[cfg(feature = "viewer")]
    return aimaq::viewer::run::window();
    #[cfg(not(feature = "viewer"))]
    return None;
}
