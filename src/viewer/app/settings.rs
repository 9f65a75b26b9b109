//! What the program remembers of its user, in the window: settings that save themselves, and the words of the chosen language.

use super::notice::Notices;
use crate::i18n::Words;
pub use crate::store::settings::{LayerLook, Theme};
use crate::store::settings::{Settings, folder};
use crate::twin::model::names::Language;
use bevy::prelude::*;
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
pub struct Wording(Arc<Words>);

impl Wording {
    /// The words of a language.
    pub fn new(language: Language) -> Self {
        Self(Arc::new(Words::new(language)))
    }

    /// Changes the language.
    pub fn switch(&mut self, language: Language) {
        if language != self.language() {
            *self = Self::new(language);
        }
    }
}

impl std::ops::Deref for Wording {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.0
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
