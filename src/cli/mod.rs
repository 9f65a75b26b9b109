//! The command line: arguments → plan → command.
