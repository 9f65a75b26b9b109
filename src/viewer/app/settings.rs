//! What the program remembers of its user, in the window: settings that save themselves, and the words of the chosen language.

use super::notice::Notices;
use crate::i18n::Words;
pub use crate::store::settings::{LayerLook, Theme};
use crate::store::settings::{Settings, folder};
use crate::twin::model::names::Language;
use bevy::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Seconds after the last change until the settings are saved.
const CALM: f32 = 1.0;

/// The settings, and when they are to be saved.
#[derive(Resource, Default)]
pub struct UserSettings {
    settings: Settings,
    unsaved: Option<f32>,
    /// Scripts and pictures leave no trace.
    transient: bool,
}

impl UserSettings {
    /// The settings of this user; what was wrong with their file goes into the notices.
    pub fn load(notices: &mut Notices) -> Self {
        let report = folder().map(|folder| Settings::load(&folder));
        match report {
            Ok(report) => {
                report.notes.into_iter().for_each(|note| notices.say(note));
                Self { settings: report.value, ..Self::default() }
            }
            Err(diagnostic) => {
                notices.say(diagnostic);
                Self::transient()
            }
        }
    }

    /// Settings that are forgotten at the end.
    pub fn transient() -> Self {
        Self { transient: true, ..Self::default() }
    }

    /// The settings.
    pub fn get(&self) -> &Settings {
        &self.settings
    }

    /// The settings, to be changed: they will be saved.
    pub fn change(&mut self) -> &mut Settings {
        self.unsaved = Some(CALM);
        &mut self.settings
    }
}

/// The words of the chosen language.
#[derive(Resource, Clone)]
pub struct Wording {
    words: Arc<Words>,
    /// Messages of the user's own, by language.
    own: BTreeMap<Language, Vec<String>>,
}

impl Wording {
    /// The words of a language.
    pub fn new(language: Language) -> Self {
        Self { words: Arc::new(Words::new(language)), own: BTreeMap::new() }
    }

    /// Changes the language.
    pub fn switch(&mut self, language: Language) {
        if language != self.language() {
            self.read(language);
        }
    }

    /// Takes over messages of the user's own, which come first.
    pub fn take_own(&mut self, own: BTreeMap<Language, Vec<String>>) {
        if own != self.own {
            self.own = own;
            self.read(self.language());
        }
    }

    fn read(&mut self, language: Language) {
        let own = self.own.get(&language).map_or(&[][..], Vec::as_slice);
        self.words = Arc::new(Words::with(language, own));
    }
}

impl std::ops::Deref for Wording {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.words
    }
}

/// Adds the saving. The settings themselves are there before the window is.
pub fn plugin(app: &mut App) {
    app.add_systems(Last, save);
}

fn save(time: Res<Time<Real>>, mut exits: MessageReader<AppExit>, mut settings: ResMut<UserSettings>, mut notices: ResMut<Notices>) {
    let ending = exits.read().next().is_some();
    let Some(left) = settings.unsaved.map(|left| left - time.delta_secs()) else { return };
    let settings = settings.bypass_change_detection();
    settings.unsaved = (left > 0.0 && !ending).then_some(left);
    if settings.unsaved.is_none() && !settings.transient {
        let saved = folder().and_then(|folder| settings.settings.save(&folder));
        if let Err(diagnostic) = saved {
            notices.say(diagnostic);
        }
    }
}
