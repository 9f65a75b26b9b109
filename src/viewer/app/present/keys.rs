//! The keys of presenter mode: those of slides, those that clickers send, and a few more.

use bevy::prelude::KeyCode;

/// A key while a tour is shown.
#[derive(Clone, Copy, Debug)]
pub struct TalkKey {
    /// The key.
    pub key: KeyCode,
    /// How people read it; empty where it stands beside another of the same command.
    pub label: &'static str,
    /// The command that it asks for.
    pub command: &'static str,
    /// With its argument.
    pub argument: &'static str,
}

const fn key(key: KeyCode, label: &'static str, command: &'static str, argument: &'static str) -> TalkKey {
    TalkKey { key, label, command, argument }
}

/// The keys. Those of slides come first: clickers send PageDown, PageUp, F5, Escape and the full stop.
pub const KEYS: &[TalkKey] = &[
    key(KeyCode::ArrowRight, "→ ↓ PgDn Space", "stop-next", ""),
    key(KeyCode::ArrowDown, "", "stop-next", ""),
    key(KeyCode::PageDown, "", "stop-next", ""),
    key(KeyCode::Space, "", "stop-next", ""),
    key(KeyCode::ArrowLeft, "← ↑ PgUp", "stop-back", ""),
    key(KeyCode::ArrowUp, "", "stop-back", ""),
    key(KeyCode::PageUp, "", "stop-back", ""),
    key(KeyCode::Home, "Home", "stop-first", ""),
    key(KeyCode::End, "End", "stop-last", ""),
    key(KeyCode::Backspace, "Backspace", "stop-return", ""),
    key(KeyCode::KeyO, "O", "talk-overview", ""),
    key(KeyCode::Enter, "", "talk-enter", ""),
    key(KeyCode::NumpadEnter, "", "talk-enter", ""),
    key(KeyCode::KeyB, "B .", "talk-black", ""),
    key(KeyCode::Period, "", "talk-black", ""),
    key(KeyCode::KeyW, "W", "talk-white", ""),
    key(KeyCode::KeyT, "T", "talk-words", ""),
    key(KeyCode::Tab, "Tab", "talk-figures", ""),
    key(KeyCode::KeyS, "S", "talk-swipe", ""),
    key(KeyCode::KeyL, "L", "talk-pointer", ""),
    key(KeyCode::KeyH, "H", "talk-bare", ""),
    key(KeyCode::KeyN, "N", "talk-notes", ""),
    key(KeyCode::Equal, "+", "talk-larger", ""),
    key(KeyCode::NumpadAdd, "", "talk-larger", ""),
    key(KeyCode::Minus, "−", "talk-smaller", ""),
    key(KeyCode::NumpadSubtract, "", "talk-smaller", ""),
    key(KeyCode::F2, "F2", "next-language", ""),
    key(KeyCode::F3, "F3", "theme", ""),
    key(KeyCode::F5, "F5 Esc", "present", ""),
    key(KeyCode::Escape, "", "talk-leave", ""),
    key(KeyCode::Digit0, "0 … 9", "talk-digit", "0"),
    key(KeyCode::Digit1, "", "talk-digit", "1"),
    key(KeyCode::Digit2, "", "talk-digit", "2"),
    key(KeyCode::Digit3, "", "talk-digit", "3"),
    key(KeyCode::Digit4, "", "talk-digit", "4"),
    key(KeyCode::Digit5, "", "talk-digit", "5"),
    key(KeyCode::Digit6, "", "talk-digit", "6"),
    key(KeyCode::Digit7, "", "talk-digit", "7"),
    key(KeyCode::Digit8, "", "talk-digit", "8"),
    key(KeyCode::Digit9, "", "talk-digit", "9"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_key_asks_for_one_command_that_there_is() {
        let keys: BTreeSet<String> = KEYS.iter().map(|key| format!("{:?}", key.key)).collect();
        assert_eq!(keys.len(), KEYS.len());
        for key in KEYS {
            assert!(crate::viewer::app::command::find(key.command).is_some(), "{}", key.command);
        }
    }
}
