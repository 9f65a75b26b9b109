//! Help and complaints about arguments, in the reader's language.

use super::arguments::Arguments;
use super::exit::Exit;
use super::task::Task;
use crate::i18n::{Arg, Words};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};

/// The arguments with their help in words: `cli-command-<name>` and `cli-argument-<id>` in the locales.
pub fn command(words: &Words) -> Command {
    let heading = words.get("cli-heading-commands").into_owned();
    worded(Arguments::command(), words).about(words.get("cli-command-aimaq").into_owned()).subcommand_help_heading(heading).mut_subcommands(
        |sub| {
            let about = words.get(&format!("cli-command-{}", sub.get_name())).into_owned();
            worded(sub.about(about), words)
        },
    )
}

/// What to say to arguments that are no plan: help, version, or a complaint.
pub fn answer(error: &clap::Error, words: &Words) -> Task {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.render().to_string();
            let text = text.replace("[OPTIONS]", &format!("[{}]", words.get("cli-options")));
            Task::Say { text: text.replace("[COMMAND]", &format!("[{}]", words.get("cli-command"))), exit: Exit::Done }
        }
        kind => worded_complaint(kind, error, words),
    }
}

/// A complaint about the arguments, with where to read on.
pub fn complaint(words: &Words, key: &str, args: &[(&str, Arg)]) -> Task {
    let text = format!("{}\n{}\n", words.format(key, args), words.get("cli-usage-see-help"));
    Task::Say { text, exit: Exit::Usage }
}

fn worded(command: Command, words: &Words) -> Command {
    let (options, arguments) = (words.get("cli-heading-options").into_owned(), words.get("cli-heading-arguments").into_owned());
    let template = format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}", words.get("cli-heading-usage"));
    command.help_template(template).mut_args(|arg| {
        let help = words.get(&format!("cli-argument-{}", arg.get_id())).into_owned();
        let heading = if arg.is_positional() { arguments.clone() } else { options.clone() };
        // What every command has stands last.
        let is_common = matches!(arg.get_id().as_str(), "lang" | "timings" | "help" | "version");
        let arg = arg.help(help).long_help(None::<&str>).help_heading(heading);
        if is_common { arg.display_order(900) } else { arg }
    })
}

fn worded_complaint(kind: ErrorKind, error: &clap::Error, words: &Words) -> Task {
    let argument = context(error, ContextKind::InvalidArg).or_else(|| context(error, ContextKind::InvalidSubcommand)).unwrap_or_default();
    let value = context(error, ContextKind::InvalidValue).unwrap_or_default();
    let suggestion = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| context(error, kind));
    let key = match kind {
        ErrorKind::UnknownArgument => "cli-usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "cli-usage-unknown-command",
        ErrorKind::MissingRequiredArgument => "cli-usage-missing-argument",
        ErrorKind::ArgumentConflict => "cli-usage-repeated-argument",
        ErrorKind::InvalidValue if value.is_empty() => "cli-usage-missing-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-usage-bad-value",
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues | ErrorKind::TooManyValues => "cli-usage-missing-value",
        _ => "cli-usage-wrong",
    };
    let name = argument.split([' ', '=']).next().unwrap_or_default().trim_start_matches('-').to_owned();
    let expected = words.get(&format!("cli-expected-{}", if key == "cli-usage-bad-value" { &name } else { "nothing" })).into_owned();
    let mut text = words.format(key, &[("argument", argument.into()), ("value", value.into()), ("expected", expected.into())]);
    if let Some(suggestion) = suggestion {
        text = format!("{text} {}", words.format("cli-usage-suggestion", &[("suggestion", suggestion.into())]));
    }
    Task::Say { text: format!("{text}\n{}\n", words.get("cli-usage-see-help")), exit: Exit::Usage }
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) if !texts.is_empty() => Some(texts.join(", ")),
        _ => None,
    }
}
