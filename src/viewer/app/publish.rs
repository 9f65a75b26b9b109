//! Handing out from the window: the program itself is called once more, without a window, and writes the folder, or a job of the window's
//! writes a file; no frame waits for either.

use super::job::Job;
use super::notice::Notices;
use crate::store::files;
use crate::twin::diagnostic::Diagnostic;
use bevy::prelude::*;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Handouts under way, each with its folder or file. A job says what is told when it is done.
#[derive(Resource, Default)]
pub struct Publishing(Vec<(PathBuf, Job<Result<Diagnostic, Diagnostic>>)>);

/// What is handed out.
pub struct Order {
    /// Id or path of the scene.
    pub scene: String,
    /// What is asked of the program: `present TOUR` or `pack`, with its options but for the folder.
    pub arguments: Vec<String>,
    /// The folder or the file that is written.
    pub out: PathBuf,
    /// Code of the language.
    pub language: &'static str,
}

impl Publishing {
    /// Whether anything is being written.
    pub fn is_under_way(&self) -> bool {
        !self.0.is_empty()
    }

    /// Begins to write.
    pub fn begin(&mut self, order: Order) {
        let published = |out: &Path, count: usize| Diagnostic::note("published").with("folder", files::shown(out)).with("files", count);
        self.set_aside(order.out.clone(), move || write(&order).map(|count| published(&order.out, count)));
    }

    /// Begins work that writes a file or a folder and says what is told then.
    pub fn set_aside(&mut self, out: PathBuf, work: impl FnOnce() -> Result<Diagnostic, Diagnostic> + Send + 'static) {
        self.0.push((out, Job::start(move |_| work())));
    }
}

/// Adds the writing.
pub fn plugin(app: &mut App) {
    app.init_resource::<Publishing>().add_systems(Update, tell);
}

fn tell(mut publishing: ResMut<Publishing>, mut notices: ResMut<Notices>) {
    if publishing.0.is_empty() {
        return;
    }
    publishing.0.retain(|(out, job)| {
        let Some(Ok(told) | Err(told)) = job.written(out) else { return true };
        notices.say(told);
        false
    });
}

/// Calls the program and counts what it wrote.
fn write(order: &Order) -> Result<usize, Diagnostic> {
    let failed = |reason: String| Diagnostic::error("publish-failed").with("folder", files::shown(&order.out)).with("reason", reason);
    let program = std::env::current_exe().map_err(|error| failed(error.to_string()))?;
    let (command, rest) = order.arguments.split_first().ok_or_else(|| failed(String::new()))?;
    let output = Command::new(program)
        .args(["--lang", order.language, command, &order.scene])
        .args(rest)
        .arg("--out")
        .arg(&order.out)
        .arg("--json")
        .stdin(Stdio::null())
        .output()
        .map_err(|error| failed(error.to_string()))?;
    if !output.status.success() {
        // What it says is a sentence already.
        return Err(failed(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    Ok(told["files"].as_array().map_or(1, Vec::len))
}

/// A name for a folder or a file that is not there yet: in the folder that the program was started in, as pictures are.
pub fn new_place(stem: &str, ending: &str) -> PathBuf {
    let name = format!("aimaq-{stem}-{}{ending}", jiff::Zoned::now().strftime("%Y-%m-%d-%H%M%S"));
    Path::new(&name).to_path_buf()
}
