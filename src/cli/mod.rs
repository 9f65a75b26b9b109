//! The command line: arguments → plan → command.

pub mod arguments;
pub mod columns;
pub mod command;
pub mod exit;
pub mod machine;
pub mod plan;
pub mod population;
pub mod printer;
pub mod progress;
pub mod summary;
pub mod task;
pub mod usage;
pub mod workbench;

pub use command::{Adapter, Window, run};
pub use plan::{Plan, parse};
pub use task::Task;
