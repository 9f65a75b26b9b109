//! Everything that the window can do, in one table: menus, keys, help and scripts read it, and nothing else changes the session.

mod advice;
mod export;
mod file;
mod layer;
mod look;
mod outcome;
mod place;
mod present;
mod remarks;
mod scenario;
mod select;
mod solution;
mod time;
mod tours;
mod truth;
mod view;
mod water;

pub use place::middle;

use super::interface::Focus;
use super::notice::Notices;
use super::present::Presenting;
use super::present::keys::KEYS;
use crate::i18n::Words;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::local_text::LocalText;
use bevy::prelude::*;
use std::path::PathBuf;

/// A key, with Ctrl or without. Physical keys, so that Cyrillic layouts work the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The key.
    pub key: KeyCode,
    /// Whether Ctrl is held.
    pub control: bool,
    /// How people read it.
    pub label: &'static str,
}

const fn key(key: KeyCode, label: &'static str) -> Option<Shortcut> {
    Some(Shortcut { key, control: false, label })
}

const fn control(key: KeyCode, label: &'static str) -> Option<Shortcut> {
    Some(Shortcut { key, control: true, label })
}

/// What a command does; the text is its argument, empty where none is given.
type Run = fn(&mut World, &str) -> Result<(), Diagnostic>;

/// One thing that can be done.
pub struct CommandSpec {
    /// Stable name, for scripts; `command-<id>` in the locales.
    pub id: &'static str,
    /// Its key.
    pub shortcut: Option<Shortcut>,
    run: Run,
}

const fn command(id: &'static str, shortcut: Option<Shortcut>, run: Run) -> CommandSpec {
    CommandSpec { id, shortcut, run }
}

/// The table.
pub const COMMANDS: &[CommandSpec] = &[
    command("home", key(KeyCode::Home, "Home"), view::home),
    command("north", key(KeyCode::KeyN, "N"), view::north),
    command("look-down", key(KeyCode::KeyT, "T"), view::look_down),
    command("zoom-in", key(KeyCode::Equal, "+"), view::zoom_in),
    command("zoom-out", key(KeyCode::Minus, "−"), view::zoom_out),
    command("go-to", None, view::go_to),
    command("look", None, view::look),
    command("bookmark-add", control(KeyCode::KeyB, "Ctrl+B"), view::add_bookmark),
    command("bookmark-go", None, view::go_to_bookmark),
    command("bookmark-remove", None, view::remove_bookmark),
    command("search", control(KeyCode::KeyF, "Ctrl+F"), select::search),
    command("find", None, select::find),
    command("select", None, select::select),
    command("correct", None, select::correct),
    command("clear", key(KeyCode::Escape, "Esc"), select::clear),
    command("measure", key(KeyCode::KeyM, "M"), select::measure),
    command("open", None, file::open),
    command("open-dialog", control(KeyCode::KeyO, "Ctrl+O"), file::open_dialog),
    command("import-dialog", control(KeyCode::KeyI, "Ctrl+I"), file::import_dialog),
    command("import", None, file::import),
    command("browse", None, file::browse),
    command("import-add", None, file::import_add),
    command("import-remove", None, file::import_remove),
    command("import-package", None, file::import_package),
    command("import-layer", None, file::import_layer),
    command("import-column", None, file::import_column),
    command("import-start", None, file::import_start),
    command("cancel", None, file::cancel),
    command("picture", control(KeyCode::KeyP, "Ctrl+P"), file::picture),
    command("model", control(KeyCode::KeyE, "Ctrl+E"), export::model),
    command("film", None, export::film),
    command("library", key(KeyCode::KeyK, "K"), solution::library),
    command("solution", None, solution::solution),
    command("favourite", None, solution::favourite),
    command("place", key(KeyCode::KeyP, "P"), place::place),
    command("place-at", None, place::place_at),
    command("place-on", None, place::place_on),
    command("place-back", key(KeyCode::Backspace, "Backspace"), place::place_back),
    command("place-done", key(KeyCode::Enter, "Enter"), place::place_done),
    command("turn", None, place::turn),
    command("turn-left", key(KeyCode::Comma, ","), place::turn_left),
    command("turn-right", key(KeyCode::Period, "."), place::turn_right),
    command("choose", None, place::choose),
    command("move", None, place::move_to),
    command("reshape", None, place::reshape),
    command("set", None, place::set),
    command("release", None, place::release),
    command("schedule-from", None, place::schedule_from),
    command("schedule-builds", None, place::schedule_builds),
    command("settle", None, place::settle),
    command("remove", key(KeyCode::Delete, "Delete"), place::remove),
    command("copy", control(KeyCode::KeyC, "Ctrl+C"), place::copy),
    command("paste", control(KeyCode::KeyV, "Ctrl+V"), place::paste),
    command("undo", control(KeyCode::KeyZ, "Ctrl+Z"), place::undo),
    command("redo", control(KeyCode::KeyY, "Ctrl+Y"), place::redo),
    command("scenarios", key(KeyCode::KeyC, "C"), scenario::panel),
    command("scenario", None, scenario::show),
    command("scenario-new", None, scenario::new),
    command("scenario-copy", None, scenario::copy),
    command("scenario-link", None, scenario::link),
    command("scenario-rename", None, scenario::rename),
    command("scenario-colour", None, scenario::colour),
    command("scenario-year", None, scenario::year),
    command("scenario-remove", None, scenario::remove),
    command("scenario-keep-own", None, scenario::keep_own),
    command("scenario-take-theirs", None, scenario::take_theirs),
    command("tours", key(KeyCode::F6, "F6"), tours::panel),
    command("tour-choose", None, tours::choose),
    command("tour-new", None, tours::new),
    command("tour-name", None, tours::name),
    command("tour-summary", None, tours::summary),
    command("tour-remove", None, tours::remove),
    command("tour-put-back", None, tours::put_back),
    command("tour-stop-choose", None, tours::choose_stop),
    command("tour-stop-add", None, tours::add_stop),
    command("tour-stop-update", None, tours::update_stop),
    command("tour-stop-earlier", None, tours::stop_earlier),
    command("tour-stop-later", None, tours::stop_later),
    command("tour-stop-text", None, tours::stop_text),
    command("tour-stop-flight", None, tours::stop_flight),
    command("tour-stop-seconds", None, tours::stop_seconds),
    command("tour-stop-remove", None, tours::remove_stop),
    command("remarks", key(KeyCode::F7, "F7"), remarks::panel),
    command("remarks-open", None, remarks::open),
    command("remark", None, remarks::show),
    command("remark-go", None, remarks::go),
    command("remarks-clear", None, remarks::clear),
    command("layers", key(KeyCode::KeyL, "L"), layer::panel),
    command("layer", None, layer::toggle),
    command("layer-opacity", None, layer::opacity),
    command("time", None, look::time),
    command("date", None, look::date),
    command("hour-later", key(KeyCode::BracketRight, "]"), look::hour_later),
    command("hour-earlier", key(KeyCode::BracketLeft, "["), look::hour_earlier),
    command("language", None, look::language),
    command("next-language", key(KeyCode::F2, "F2"), look::next_language),
    command("theme", key(KeyCode::F3, "F3"), look::theme),
    command("quality", key(KeyCode::F4, "F4"), look::quality),
    command("text-larger", control(KeyCode::Equal, "Ctrl++"), look::text_larger),
    command("text-smaller", control(KeyCode::Minus, "Ctrl+−"), look::text_smaller),
    command("minimap", key(KeyCode::KeyO, "O"), look::minimap),
    command("report", key(KeyCode::KeyR, "R"), look::report),
    command("compare", key(KeyCode::KeyG, "G"), look::compare),
    command("truth", key(KeyCode::F8, "F8"), truth::truth),
    command("advice", key(KeyCode::KeyH, "H"), advice::panel),
    command("advice-mend", None, advice::mend),
    command("reach", key(KeyCode::KeyY, "Y"), outcome::reach),
    command("reach-by", None, outcome::reach_by),
    command("reach-within", None, outcome::reach_within),
    command("timeline", key(KeyCode::KeyI, "I"), time::timeline),
    command("year", None, time::year),
    command("year-metric", None, time::metric),
    command("play", None, time::play),
    command("roadmap", key(KeyCode::KeyF, "F"), time::roadmap),
    command("roadmap-set", None, time::set),
    command("export-roadmap", None, export::roadmap),
    command("winter", None, outcome::winter),
    command("overlay", None, outcome::overlay),
    command("next-overlay", key(KeyCode::KeyV, "V"), outcome::next_overlay),
    command("difference", key(KeyCode::KeyJ, "J"), outcome::difference),
    command("flood-hour", None, water::hour),
    command("flood-play", None, water::play),
    command("swipe", key(KeyCode::KeyU, "U"), outcome::swipe),
    command("beside", key(KeyCode::KeyB, "B"), outcome::beside),
    command("close-view", None, outcome::close_view),
    command("divider", None, outcome::divider),
    command("assume", None, outcome::assume),
    command("export-comparison", None, outcome::export),
    command("present", key(KeyCode::F5, "F5"), present::present),
    command("rehearse", None, present::rehearse),
    command("publish", None, present::publish),
    command("pack", None, present::pack),
    command("stop", None, present::stop),
    command("stop-cut", None, present::cut),
    command("stop-set-up", None, present::set_up),
    command("stop-next", None, present::next),
    command("stop-back", None, present::back),
    command("stop-first", None, present::first),
    command("stop-last", None, present::last),
    command("stop-return", None, present::return_to_stop),
    command("talk-leave", None, present::leave),
    command("talk-overview", None, present::overview),
    command("talk-enter", None, present::enter),
    command("talk-digit", None, present::digit),
    command("talk-black", None, present::black),
    command("talk-white", None, present::white),
    command("talk-words", None, present::words),
    command("talk-figures", None, present::figures),
    command("talk-film", None, present::film),
    command("talk-swipe", None, present::swipe),
    command("talk-pointer", None, present::pointer),
    command("talk-bare", None, present::bare),
    command("talk-notes", None, present::notes),
    command("talk-larger", None, present::larger),
    command("talk-smaller", None, present::smaller),
    command("settings", key(KeyCode::F10, "F10"), look::settings),
    command("panels", key(KeyCode::F11, "F11"), look::panels),
    command("dismiss", None, look::dismiss),
    command("help", key(KeyCode::F1, "F1 ?"), look::help),
    command("quit", control(KeyCode::KeyQ, "Ctrl+Q"), file::quit),
];

/// The command of a name.
pub fn find(id: &str) -> Option<&'static CommandSpec> {
    COMMANDS.iter().find(|command| command.id == id)
}

/// Asks for a command.
#[derive(Message, Clone, Debug, PartialEq)]
pub struct Invoke {
    /// Its id.
    pub id: String,
    /// Its argument, empty for none.
    pub argument: String,
}

impl Invoke {
    /// A command without an argument.
    pub fn new(id: &str) -> Self {
        Self::with(id, "")
    }

    /// A command with its argument.
    pub fn with(id: &str, argument: impl ToString) -> Self {
        Self { id: id.to_owned(), argument: argument.to_string() }
    }
}

/// When commands are carried out.
#[derive(SystemSet, Clone, Debug, PartialEq, Eq, Hash)]
pub struct CommandSystems;

/// Adds the keys and the carrying out.
pub fn plugin(app: &mut App) {
    app.add_message::<Invoke>().add_systems(Update, (invoke_by_key, carry_out).chain().in_set(CommandSystems));
}

fn invoke_by_key(keys: Res<ButtonInput<KeyCode>>, focus: Res<Focus>, presenting: Res<Presenting>, mut invocations: MessageWriter<Invoke>) {
    if presenting.is_on() {
        let pressed = KEYS.iter().filter(|key| keys.just_pressed(key.key));
        invocations.write_batch(pressed.map(|key| Invoke::with(key.command, key.argument)));
        return;
    }
    let held = keys.pressed(KeyCode::ControlLeft) || keys.pressed(KeyCode::ControlRight);
    for command in COMMANDS {
        let Some(shortcut) = command.shortcut else { continue };
        let free = !focus.keyboard || shortcut.control || shortcut.key == KeyCode::Escape;
        if free && shortcut.control == held && keys.just_pressed(shortcut.key) {
            invocations.write(Invoke::new(command.id));
        }
    }
    if !focus.keyboard && keys.just_pressed(KeyCode::Slash) && (keys.pressed(KeyCode::ShiftLeft) || keys.pressed(KeyCode::ShiftRight)) {
        invocations.write(Invoke::new("help"));
    }
}

/// Carries out what was asked for, in order; a refusal becomes a notice.
fn carry_out(world: &mut World) {
    let asked: Vec<Invoke> = world.resource_mut::<Messages<Invoke>>().drain().collect();
    for invoke in asked {
        let result = match find(&invoke.id) {
            Some(command) => (command.run)(world, &invoke.argument),
            None => Err(Diagnostic::error("unknown-command").with("command", invoke.id)),
        };
        if let Err(diagnostic) = result {
            world.resource_mut::<Notices>().say(diagnostic);
        }
    }
}

/// What people call something new; where nobody says, it has the number of its id.
fn name_or_number(name: &str, numbered: &str, id: &str) -> LocalText {
    if !name.is_empty() {
        return LocalText::everywhere(name);
    }
    let number: String = id.chars().filter(char::is_ascii_digit).collect();
    Words::in_all(|words| words.format(numbered, &[("number", number.as_str().into())]))
}

/// A path, or the date as a name in the current folder.
fn path_or_dated(given: &str, ending: &str) -> PathBuf {
    if given.is_empty() {
        PathBuf::from(format!("aimaq-{}.{ending}", jiff::Zoned::now().strftime("%Y-%m-%d-%H%M%S")))
    } else {
        PathBuf::from(given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_and_shortcuts_are_unique() {
        let ids: BTreeSet<&str> = COMMANDS.iter().map(|command| command.id).collect();
        assert_eq!(ids.len(), COMMANDS.len());
        let keys: BTreeSet<String> =
            COMMANDS.iter().filter_map(|command| command.shortcut).map(|s| format!("{:?}{}", s.key, s.control)).collect();
        assert_eq!(keys.len(), COMMANDS.iter().filter(|command| command.shortcut.is_some()).count());
    }
}
