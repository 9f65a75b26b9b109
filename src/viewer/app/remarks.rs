//! Readers' remarks on the map: files of them that were opened, which one is read, and where each belongs.

use super::session::Session;
use super::tours::Tours;
use crate::store::files;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::scene::{Scene, View};
use crate::twin::tour::Stop;
use crate::twin::tour::remark::{Remark, Remarks};
use bevy::prelude::*;
use std::path::Path;

/// A remark, and the tour that it was made at.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// Id of the tour.
    pub tour: String,
    /// The remark.
    pub remark: Remark,
}

/// The remarks that were opened.
#[derive(Resource, Default)]
pub struct ReadersRemarks {
    all: Vec<Said>,
    /// Place in the list of the one that is read.
    pub open: Option<usize>,
    /// The scene's opening that they belong to.
    opened: u64,
}

impl ReadersRemarks {
    /// The remarks of all files, in their order.
    pub fn all(&self) -> &[Said] {
        &self.all
    }

    /// Adds the remarks of a reader; those that are there already are not told twice. Says how many are new.
    pub fn add(&mut self, remarks: Remarks, session: &Session) -> usize {
        if self.opened != session.opened() {
            *self = Self { opened: session.opened(), ..Self::default() };
        }
        let before = self.all.len();
        for remark in remarks.remarks {
            let said = Said { tour: remarks.tour.clone(), remark };
            if !self.all.contains(&said) {
                self.all.push(said);
            }
        }
        self.all.len() - before
    }

    /// Takes all of them away.
    pub fn clear(&mut self) {
        (self.all, self.open) = (Vec::new(), None);
    }
}

impl Said {
    /// The stop that it was made at; none where the tour has it no more.
    pub fn stop<'a>(&self, tours: &'a Tours) -> Option<&'a Stop> {
        tours.get(&self.tour)?.tour.stops.iter().find(|stop| *stop.id == self.remark.stop)
    }

    /// What was looked at: as the page says, else as the stop has it.
    pub fn view(&self, tours: &Tours, scene: &Scene) -> Option<View> {
        self.remark.view.or_else(|| self.stop(tours)?.view(scene))
    }
}

/// The remarks of a file about the open scene, and what was left out of them.
///
/// # Errors
/// Those of [`files::read_text`] and [`Remarks::parse`]; `remarks-elsewhere` where they are about another scene, `remarks-none`.
pub fn read(path: &Path, session: &Session) -> Result<Report<Remarks>, Diagnostic> {
    let read = Remarks::parse(&files::shown(path), &files::read_text(path)?)?;
    let remarks = &read.value;
    let scene = session.scene().map_or("", |scene| scene.id.as_str());
    if remarks.scene != scene {
        return Err(Diagnostic::warning("remarks-elsewhere").with("file", files::shown(path)).with("scene", remarks.scene.as_str()));
    }
    if remarks.remarks.is_empty() {
        return Err(Diagnostic::warning("remarks-none").with("file", files::shown(path)));
    }
    Ok(read)
}

/// Whether a file that is dropped onto the window can only be remarks: nothing else that is opened ends so.
pub fn may_be(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

/// Adds the remarks.
pub fn plugin(app: &mut App) {
    app.init_resource::<ReadersRemarks>().add_systems(Update, forget.after(super::command::CommandSystems));
}

/// Remarks about another scene say nothing of this one.
fn forget(session: Res<Session>, mut remarks: ResMut<ReadersRemarks>) {
    if remarks.opened != session.opened() {
        *remarks = ReadersRemarks { opened: session.opened(), ..ReadersRemarks::default() };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remarks(text: &str) -> Remarks {
        let remark = Remark { stop: "first".into(), text: text.into(), ..Remark::default() };
        Remarks { scene: String::new(), tour: "school".into(), remarks: vec![remark] }
    }

    #[test]
    fn the_same_remark_is_told_once() {
        let (session, mut all) = (Session::default(), ReadersRemarks::default());
        assert_eq!(all.add(remarks("a"), &session), 1);
        assert_eq!(all.add(remarks("a"), &session), 0);
        assert_eq!(all.add(remarks("b"), &session), 1);
        assert_eq!(all.all().iter().map(|said| said.remark.text.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        all.clear();
        assert!(all.all().is_empty());
    }

    #[test]
    fn a_file_is_about_the_open_scene_or_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("remarks-school.json");
        let code = |text: &str| {
            std::fs::write(&path, text).expect("a file");
            read(&path, &Session::default()).map_or_else(|fault| fault.code, |_| "read")
        };
        assert_eq!(code(r#"{"version": 1, "scene": "", "tour": "a", "remarks": [{"stop": "b", "text": "c"}]}"#), "read");
        assert_eq!(code(r#"{"version": 1, "scene": "town", "tour": "a", "remarks": [{"stop": "b", "text": "c"}]}"#), "remarks-elsewhere");
        assert_eq!(code(r#"{"version": 1, "scene": "", "tour": "a", "remarks": []}"#), "remarks-none");
        assert_eq!(code("{}"), "remarks-not");
        assert!(may_be(&path) && !may_be(Path::new("town.osm")));
    }
}
