//! The browser of files in the sheets: which folder is open and what it holds. Folders are read by jobs.

use super::command::Invoke;
use super::import_draft::ImportDraft;
use super::interface::{Interface, Sheet};
use super::job::{Job, Poll};
use super::session::Session;
use super::settings::Wording;
pub use crate::store::folder::Entry;
use crate::store::folder::{self, Found};
use crate::twin::diagnostic::Diagnostic;
use bevy::prelude::*;
use std::path::{Path, PathBuf};

/// What a path led to: the path, and what is there.
type Look = Job<(PathBuf, Result<Found, Diagnostic>)>;

/// The folder that is open in the sheets.
#[derive(Resource, Default)]
pub struct Browser {
    folder: PathBuf,
    entries: Vec<Entry>,
    failure: Option<Diagnostic>,
    job: Option<Look>,
}

impl Browser {
    /// The folder whose content is shown; empty while none was read.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Its folders, then its files, each by name.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Why the last path led nowhere.
    pub fn failure(&self) -> Option<&Diagnostic> {
        self.failure.as_ref()
    }

    /// Whether a folder is being read.
    pub fn is_reading(&self) -> bool {
        self.job.is_some()
    }

    /// Looks where a path leads: `~` is the user's folder, `..` the one above, nothing the one that is open, anything
    /// else a path from there. Of a folder, files with these endings are shown.
    pub fn go(&mut self, target: &str, endings: &'static [&'static str], words: &Wording) {
        let path = match target {
            "~" => folder::home(),
            ".." => self.folder.parent().unwrap_or(&self.folder).to_path_buf(),
            _ => self.folder.join(target.strip_prefix("~/").map_or_else(|| PathBuf::from(target), |rest| folder::home().join(rest))),
        };
        let words = words.clone();
        self.job = Some(Job::start(move |_| {
            let mut found = folder::look(&path, endings);
            if let Ok(Found::Folder(entries)) = &mut found {
                entries.sort_by(|a, b| a.size.is_some().cmp(&b.size.is_some()).then_with(|| words.compare(&a.name, &b.name)));
            }
            (path, found)
        }));
    }

    /// Reads again what is open; at first the folder of what is open in the window, else the user's own.
    pub fn begin(&mut self, session: &Session, endings: &'static [&'static str], words: &Wording) {
        if self.folder.as_os_str().is_empty() {
            let beside = session.path().and_then(Path::parent).filter(|folder| folder.is_absolute());
            self.folder = beside.map_or_else(folder::home, Path::to_path_buf);
        }
        self.go("", endings, words);
    }
}

/// The endings of the files that a sheet is about; none for a sheet without a browser.
pub fn endings(sheet: Option<Sheet>) -> Option<&'static [&'static str]> {
    match sheet? {
        Sheet::Open => Some(folder::OPENED),
        Sheet::Import => Some(folder::IMPORTED),
        Sheet::Help | Sheet::Settings | Sheet::Report | Sheet::Compare | Sheet::Roadmap | Sheet::Truth => None,
    }
}

/// Adds the browser.
pub fn plugin(app: &mut App) {
    app.init_resource::<Browser>().add_systems(Update, arrive);
}

/// Takes over what was read; a file is what the sheet was opened for.
fn arrive(mut browser: ResMut<Browser>, interface: Res<Interface>, mut draft: ResMut<ImportDraft>, mut invocations: MessageWriter<Invoke>) {
    let Some(job) = browser.bypass_change_detection().job.take() else { return };
    let (path, found) = match job.poll() {
        Poll::Running => return browser.bypass_change_detection().job = Some(job),
        Poll::Lost => (PathBuf::new(), Err(Diagnostic::error("work-lost").with("target", browser.folder.display().to_string()))),
        Poll::Done(result) => result,
    };
    browser.failure = None;
    match found {
        Ok(Found::Folder(entries)) => (browser.folder, browser.entries) = (path, entries),
        Ok(Found::File) if interface.sheet == Some(Sheet::Import) => draft.add(path),
        Ok(Found::File) => {
            invocations.write(Invoke::with("open", path.display()));
            invocations.write(Invoke::new("clear"));
        }
        Err(diagnostic) => browser.failure = Some(diagnostic),
    }
}
