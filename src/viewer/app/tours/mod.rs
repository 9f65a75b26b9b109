//! The tours of the open scene: read when it opens, changed in the window, saved by themselves, taken over when their files change.

mod saving;

use super::notice::Notices;
use super::proposals::Proposals;
use super::session::Session;
use super::settings::UserSettings;
use crate::store::complaint::complaints_of;
use crate::store::tours::{self, Around, Loaded, Stored};
use crate::store::{data_folder, files, kept};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::local_text::LocalText;
use crate::twin::text::Fault;
use crate::twin::tour::Tour;
use crate::twin::tour::notices::Notice;
use bevy::prelude::*;
use saving::Saving;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The tours of the open scene. Each is as it was read: places of its fields are those in its text.
#[derive(Resource, Default)]
pub struct Tours {
    all: BTreeMap<String, Stored>,
    /// Number of the scene's opening.
    opened: u64,
    /// The folder that they are saved in.
    home: Option<PathBuf>,
    generation: u64,
    saving: Saving,
}

impl Tours {
    /// Ids and what people call them, in the order of the ids.
    pub fn names(&self) -> impl Iterator<Item = (&str, &LocalText)> {
        self.all.iter().map(|(id, stored)| (id.as_str(), &stored.tour.name))
    }

    /// The tour of an id, with its text and its file.
    pub fn get(&self, id: &str) -> Option<&Stored> {
        self.all.get(id)
    }

    /// Grows with every change of any of them.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// An id that no tour has yet.
    pub fn new_id(&self) -> String {
        (1u32..).map(|number| format!("tour-{number}")).find(|id| !self.all.contains_key(id)).unwrap_or_default()
    }

    /// Puts a tour in the place of the one of its id, or of none; it is saved a moment later. The scene is locked for this window before, as
    /// for every change of it ([`autosave::Saving::begin`](super::autosave::Saving::begin)).
    ///
    /// # Errors
    /// The first fault for which it could not be played, such as a title that lacks a language; `settings-no-folder`. All is then as it was.
    pub fn put(&mut self, tour: &Tour) -> Result<(), Diagnostic> {
        if self.home.is_none() {
            return Err(Diagnostic::error("settings-no-folder").with("variable", "AIMAQ_CONFIG_DIR"));
        }
        let id = tour.id.value.clone();
        let earlier = self.all.get(&id);
        let text = tours::to_text(tour, earlier.map_or("", |stored| stored.text.as_str()));
        let tour = tours::parse(&id, &text).map_err(first)?;
        if earlier.is_none_or(|stored| stored.text != text) {
            let path = earlier.and_then(|stored| stored.path.clone());
            self.all.insert(id.clone(), Stored { tour, text, path });
            self.generation += 1;
            self.saving.changed(&id);
        }
        Ok(())
    }

    /// Takes a tour away. The last version of its file stays among the earlier ones; one that comes with the program is there again when the
    /// scene is opened next.
    ///
    /// # Errors
    /// `file-unwritable`; the tour then stays.
    pub fn remove(&mut self, id: &str) -> Result<(), Diagnostic> {
        if let Some(path) = self.all.get(id).and_then(|stored| stored.path.as_ref()) {
            tours::remove(path)?;
        }
        if self.all.remove(id).is_some() {
            self.generation += 1;
        }
        self.saving.forget(id);
        Ok(())
    }

    /// What a tour names that is not there, by number of the stop: it is played nevertheless, and this is said of it.
    pub fn notices(&self, id: &str, session: &Session, proposals: &Proposals, settings: &UserSettings) -> Vec<Notice> {
        let Some(Stored { tour, text, .. }) = self.all.get(id) else { return Vec::new() };
        let scenarios: Vec<&str> = proposals.all().iter().map(|scenario| scenario.id.as_str()).collect();
        let own = session.scene().and_then(|scene| settings.get().bookmarks.get(&scene.id));
        let of_scene = session.scene().map(|scene| &scene.bookmarks);
        let bookmarks: Vec<&str> = of_scene.into_iter().chain(own).flatten().map(|bookmark| bookmark.id.as_str()).collect();
        let region = session.region().map(AsRef::as_ref);
        tours::missing(tour, text, Around { scenarios: Some(&scenarios), bookmarks: Some(&bookmarks), region })
    }

    /// The folder that tours are saved in.
    pub(super) fn home(&self) -> Option<&PathBuf> {
        self.home.as_ref()
    }

    /// Whether files are being written.
    pub(super) fn is_busy(&self) -> bool {
        self.saving.is_busy()
    }

    /// Takes over what a tour's file says now, and returns its id if that is something new. A version of the window that was not saved yet
    /// gives way to it, and is kept among the earlier ones.
    pub(super) fn reload(&mut self, path: &Path, notices: &mut Notices) -> Option<String> {
        let id = files::stem(path);
        let text = files::read_text(path).ok()?;
        if self.saving.known(&id) == Some(text.as_str()) {
            return None;
        }
        if self.saving.is_unsaved(&id) {
            return self.give_way(&id, path, notices);
        }
        self.take(&id, path, text, notices)
    }

    /// Lets a file that somebody else wrote meanwhile count, once the window's version is kept among the earlier ones.
    fn give_way(&mut self, id: &str, path: &Path, notices: &mut Notices) -> Option<String> {
        let own = self.all.get(id)?;
        if let Err(fault) = kept::keep_earlier(path, &own.text) {
            self.saving.failed(id);
            notices.say(fault);
            return None;
        }
        let folder = kept::folder_of_earlier(path);
        notices.say(Diagnostic::warning("tour-gave-way").with("file", files::shown(path)).with("folder", files::shown(&folder)));
        self.saving.give_up(id);
        let text = files::read_text(path).ok()?;
        self.take(id, path, text, notices)
    }

    /// Takes a file's text over; a broken one is told of, and the last good version stays.
    fn take(&mut self, id: &str, path: &Path, text: String, notices: &mut Notices) -> Option<String> {
        notices.forget(&files::shown(path));
        match tours::parse(id, &text) {
            Ok(tour) => {
                self.saving.note(id, &text);
                self.all.insert(id.to_owned(), Stored { tour, text, path: Some(path.to_path_buf()) });
                self.generation += 1;
                Some(id.to_owned())
            }
            Err(faults) => {
                complaints_of(faults, &text, &files::shown(path)).iter().for_each(|complaint| notices.complain(complaint));
                None
            }
        }
    }

    /// Takes over the tours of a scene that was opened.
    fn open(&mut self, loaded: Loaded, home: Option<PathBuf>, opened: u64) {
        let saving = Saving::of(&loaded.tours);
        *self = Self { all: loaded.tours, opened, home, generation: self.generation + 1, saving };
    }

    /// The file of a tour that is saved for the first time.
    fn new_path(&self, id: &str) -> Option<PathBuf> {
        Some(self.home.as_ref()?.join(format!("{}.ron", data_folder::file_name(id))))
    }
}

/// The first of some faults.
fn first(faults: Vec<Fault>) -> Diagnostic {
    faults.into_iter().next().map_or_else(|| Diagnostic::error("text-empty"), |fault| fault.diagnostic)
}

/// Adds the tours.
pub fn plugin(app: &mut App) {
    app.init_resource::<Tours>().add_systems(Update, open.after(super::command::CommandSystems)).add_systems(Last, saving::save);
}

/// Reads the tours of a scene that was opened.
fn open(session: Res<Session>, mut tours: ResMut<Tours>, mut notices: ResMut<Notices>) {
    let Some(scene) = session.scene().filter(|_| session.opened() != tours.opened) else { return };
    if tours.saving.is_pending() {
        // Those of the scene before are saved first.
        return tours.saving.hurry();
    }
    let folder = session.folder();
    let loaded = tours::load(&scene.id, folder.as_deref());
    loaded.complaints.iter().for_each(|complaint| notices.complain(complaint));
    tours.open(loaded, tours::home(&scene.id, folder.as_deref()).ok(), session.opened());
}
