//! Saves tours by themselves, a moment after a change: whole, with their last versions kept, and never over what somebody else wrote.

use super::Tours;
use crate::store::tours::{self, Stored};
use crate::store::{files, kept};
use crate::twin::diagnostic::Diagnostic;
use crate::viewer::app::job::{Job, Poll};
use crate::viewer::app::notice::Notices;
use bevy::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long after the last change tours are saved.
const QUIET: Duration = Duration::from_millis(250);
/// How long after the first unsaved change they are saved, whatever goes on.
const LATEST: Duration = Duration::from_millis(600);

/// What is to be saved: a tour's text, its file, and what that should hold.
struct Work {
    id: String,
    text: String,
    path: PathBuf,
    known: String,
}

/// What a job has saved: the text, or why not.
struct Saved {
    id: String,
    path: PathBuf,
    text: Result<String, Diagnostic>,
}

/// Texts being written: whose, and the job.
type Writing = (BTreeSet<String>, Job<Vec<Saved>>);

/// Saving and its state.
#[derive(Default)]
pub(super) struct Saving {
    /// What the files held when they were read or written last, by id.
    known: BTreeMap<String, String>,
    /// Tours that wait to be saved.
    changed: BTreeSet<String>,
    /// Tours that could not be saved: they are tried again after the next change of theirs, and at the end.
    failed: BTreeSet<String>,
    /// First and last change that waits.
    since: Option<(Instant, Instant)>,
    writing: Option<Writing>,
    /// Whether somebody waits for it.
    hurried: bool,
    /// Whether the copy of a carried tour was told of.
    told: bool,
}

impl Saving {
    /// The state after tours were read.
    pub(super) fn of(tours: &BTreeMap<String, Stored>) -> Self {
        Self { known: tours.iter().map(|(id, stored)| (id.clone(), stored.text.clone())).collect(), ..Self::default() }
    }

    /// Lets a tour be saved a moment later.
    pub(super) fn changed(&mut self, id: &str) {
        let now = Instant::now();
        self.failed.remove(id);
        self.changed.insert(id.to_owned());
        self.since = Some((self.since.map_or(now, |(first, _)| first), now));
    }

    /// Takes note that a tour could not be saved.
    pub(super) fn failed(&mut self, id: &str) {
        self.changed.remove(id);
        self.failed.insert(id.to_owned());
    }

    /// Forgets that a tour waits to be saved.
    pub(super) fn give_up(&mut self, id: &str) {
        self.changed.remove(id);
        self.failed.remove(id);
    }

    /// Forgets a tour that was taken away.
    pub(super) fn forget(&mut self, id: &str) {
        self.give_up(id);
        self.known.remove(id);
    }

    /// Takes note of what a file holds now.
    pub(super) fn note(&mut self, id: &str, text: &str) {
        self.known.insert(id.to_owned(), text.to_owned());
    }

    /// What a tour's file held when it was read or written last.
    pub(super) fn known(&self, id: &str) -> Option<&str> {
        self.known.get(id).map(String::as_str)
    }

    /// Whether a tour is other than its file.
    pub(super) fn is_unsaved(&self, id: &str) -> bool {
        self.changed.contains(id) || self.failed.contains(id) || self.writing.as_ref().is_some_and(|(ids, _)| ids.contains(id))
    }

    /// Whether anything is being saved or about to be.
    pub(super) fn is_pending(&self) -> bool {
        self.is_busy() || !self.changed.is_empty()
    }

    /// Whether files are being written.
    pub(super) fn is_busy(&self) -> bool {
        self.writing.is_some()
    }

    /// Saves what waits without a quiet moment.
    pub(super) fn hurry(&mut self) {
        self.hurried = true;
    }

    fn is_due(&mut self) -> bool {
        if self.changed.is_empty() || self.is_busy() {
            return false;
        }
        let is_quiet = self.since.is_none_or(|(first, last)| last.elapsed() >= QUIET || first.elapsed() >= LATEST);
        std::mem::take(&mut self.hurried) || is_quiet
    }
}

/// Saves what is due; the end of the program waits for it.
pub(super) fn save(mut tours: ResMut<Tours>, mut notices: ResMut<Notices>, mut exits: MessageReader<AppExit>) {
    let ending = exits.read().next().is_some();
    let tours = tours.bypass_change_detection();
    if ending {
        let failed = std::mem::take(&mut tours.saving.failed);
        tours.saving.changed.extend(failed);
    }
    loop {
        tours.take_results(&mut notices);
        if tours.saving.is_due() || ending && tours.saving.is_pending() && !tours.saving.is_busy() {
            tours.start_saving();
        }
        if !ending || !tours.saving.is_busy() {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

impl Tours {
    fn start_saving(&mut self) {
        let ids = std::mem::take(&mut self.saving.changed);
        (self.saving.since, self.saving.hurried) = (None, false);
        let work: Vec<Work> = ids.iter().filter_map(|id| self.work(id)).collect();
        let one = |Work { id, text, path, known }| Saved { text: kept::save(text, &known, &path), id, path };
        self.saving.writing = Some((ids, Job::start(move |_| work.into_iter().map(one).collect())));
    }

    fn work(&self, id: &str) -> Option<Work> {
        let stored = self.get(id)?;
        let path = stored.path.clone().or_else(|| self.new_path(id))?;
        let known = self.saving.known(id).unwrap_or_default().to_owned();
        Some(Work { id: id.to_owned(), text: stored.text.clone(), path, known })
    }

    fn take_results(&mut self, notices: &mut Notices) {
        let Some((ids, job)) = self.saving.writing.take() else { return };
        match job.poll() {
            Poll::Running => self.saving.writing = Some((ids, job)),
            Poll::Lost => {
                ids.iter().for_each(|id| self.saving.failed(id));
                notices.say(Diagnostic::error("work-lost").with("target", tours::FOLDER));
            }
            Poll::Done(all) => all.into_iter().for_each(|saved| self.take_saved(saved, notices)),
        }
    }

    fn take_saved(&mut self, Saved { id, path, text }: Saved, notices: &mut Notices) {
        match text {
            Ok(text) => match self.all.get_mut(&id) {
                Some(stored) => {
                    // One that the window made has no text yet; that of one which comes with the program is known.
                    let is_copy = stored.path.is_none() && self.saving.known.contains_key(&id);
                    stored.path = Some(path.clone());
                    self.saving.note(&id, &text);
                    if is_copy && !std::mem::replace(&mut self.saving.told, true) {
                        notices.say(Diagnostic::note("tour-copied").with("file", files::shown(&path)));
                    }
                }
                // It was taken away while it was written.
                None => {
                    if let Err(fault) = tours::remove(&path) {
                        notices.say(fault);
                    }
                }
            },
            Err(fault) if fault.code == "file-changed-outside" => _ = self.give_way(&id, &path, notices),
            Err(fault) => {
                self.saving.failed(&id);
                notices.say(fault);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::read_file;
    use crate::twin::tour::Tour;
    use std::path::Path;

    fn tour(id: &str, title: &str) -> Tour {
        let words = "(kk: \"а\", ru: \"б\", en: \"c\")";
        let stop = format!("(id: \"first\", title: (kk: \"{title}\", ru: \"{title}\", en: \"{title}\"))");
        let (tour, faults) = read_file(&format!("(version: 1, id: \"{id}\", name: {words}, stops: [{stop}])"));
        assert_eq!(faults, []);
        tour.expect("a tour")
    }

    /// The tours of a scene in a folder of its own.
    fn opened(folder: &Path) -> Tours {
        let mut tours = Tours::default();
        tours.open(tours::load("town", Some(folder)), tours::home("town", Some(folder)).ok(), 1);
        tours
    }

    /// Saves what waits, and waits for it.
    fn finish(tours: &mut Tours) -> Notices {
        let mut notices = Notices::default();
        if tours.saving.is_pending() && !tours.saving.is_busy() {
            tours.start_saving();
        }
        while tours.saving.is_busy() {
            std::thread::yield_now();
            tours.take_results(&mut notices);
        }
        notices
    }

    fn codes(notices: &Notices) -> Vec<&'static str> {
        notices.shown().iter().map(|notice| notice.diagnostic.code).collect()
    }

    #[test]
    fn a_tour_made_in_the_window_is_saved_and_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut tours = opened(folder.path());
        let generation = tours.generation();
        let id = tours.new_id();
        tours.put(&tour(&id, "A")).expect("a right tour");
        assert!(tours.generation() > generation && tours.saving.is_unsaved(&id));
        assert_eq!(codes(&finish(&mut tours)), Vec::<&str>::new());
        assert!(!tours.saving.is_unsaved(&id));
        let again = opened(folder.path());
        assert_eq!(again.names().map(|(id, _)| id).collect::<Vec<_>>(), [id.as_str()]);
        assert_eq!(again.get(&id).map(|stored| &stored.tour), tours.get(&id).map(|stored| &stored.tour));
        // The same once more is no change.
        let generation = tours.generation();
        tours.put(&tour(&id, "A")).expect("a right tour");
        assert_eq!((tours.generation(), tours.saving.is_pending()), (generation, false));
        tours.remove(&id).expect("taken away");
        assert!(tours.names().next().is_none() && opened(folder.path()).names().next().is_none());
    }

    #[test]
    fn what_could_not_be_read_back_is_not_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut tours = opened(folder.path());
        assert_eq!(tours.put(&tour("../tour", "A")).expect_err("no name of a file").code, "tour-id-unfit");
        let mut untitled = tour("tour", "A");
        untitled.stops[0].title.kk.clear();
        assert_eq!(tours.put(&untitled).expect_err("no title").code, "text-translation-empty");
        assert!(tours.names().next().is_none() && !tours.saving.is_pending());
    }

    #[test]
    fn a_file_that_somebody_else_wrote_counts_and_nothing_is_lost() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut tours = opened(folder.path());
        tours.put(&tour("tour", "A")).expect("a right tour");
        finish(&mut tours);
        let path = tours.get("tour").and_then(|stored| stored.path.clone()).expect("its file");
        let title = |tours: &Tours| tours.get("tour").map(|stored| stored.tour.stops[0].title.en.clone());
        let theirs = tours.get("tour").map(|stored| stored.text.replace("\"A\"", "\"T\"")).expect("its text");
        // Nothing was changed here: theirs is taken over.
        let mut notices = Notices::default();
        std::fs::write(&path, &theirs).expect("written");
        assert_eq!(tours.reload(&path, &mut notices).as_deref(), Some("tour"));
        assert_eq!((title(&tours).as_deref(), codes(&notices)), (Some("T"), Vec::new()));
        assert_eq!(tours.reload(&path, &mut notices), None, "that is known");
        // A broken one is told of.
        std::fs::write(&path, theirs.replace("stops:", "stop:")).expect("written");
        assert_eq!(tours.reload(&path, &mut notices), None);
        assert_eq!((title(&tours).as_deref(), codes(&notices)), (Some("T"), vec!["text-field-unknown"]));
        // Something was changed here too.
        tours.put(&tour("tour", "O")).expect("a right tour");
        std::fs::write(&path, theirs.replace("\"T\"", "\"X\"")).expect("written");
        assert_eq!(codes(&finish(&mut tours)), ["tour-gave-way"]);
        assert_eq!(title(&tours).as_deref(), Some("X"));
        let kept: Vec<String> = tours::earlier(&path).iter().filter_map(|path| files::read_text(path).ok()).collect();
        assert!(kept.iter().any(|text| text.contains("\"O\"")), "{kept:?}");
    }
}
