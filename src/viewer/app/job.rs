//! Long work on a thread of its own: it can be watched and cancelled, and a frame never waits for it.

use super::rest;
use crate::store::files;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import;
use crate::twin::simulate::wanted::Wanted;
use bevy::tasks::futures::check_ready;
use bevy::tasks::{AsyncComputeTaskPool, Task};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use thread_priority::{ThreadPriority, ThreadPriorityValue, set_current_thread_priority};

/// Priority of work behind the frames, of 0 to 99, the usual one being 49: a fifth of a processor is left to it where frames want both,
/// and all of it where the window rests.
const GIVES_WAY: u8 = 30;

/// Threads of work that nobody waits for.
static WORKERS: LazyLock<Option<ThreadPool>> =
    LazyLock::new(|| ThreadPoolBuilder::new().start_handler(|_| give_way()).thread_name(|number| format!("work {number}")).build().ok());

/// Lets frames come before what this thread does.
pub fn give_way() {
    // Where the system does not let us, work is done as fast as everything else.
    let priority = ThreadPriorityValue::try_from(GIVES_WAY).map(ThreadPriority::Crossplatform);
    let _ = priority.map(set_current_thread_priority);
}

/// Does work on all processors that gives way to frames.
pub fn aside<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match &*WORKERS {
        Some(workers) => workers.install(work),
        None => work(),
    }
}

/// How far a job has come, shared between it and those who watch.
#[derive(Default)]
pub struct Watch {
    wanted: Wanted,
    phase: Mutex<(&'static str, f32)>,
}

impl Watch {
    /// Whether anybody still waits for it.
    pub fn is_wanted(&self) -> bool {
        self.wanted.is_wanted()
    }

    /// The same, for models that look at it themselves.
    pub fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    /// Asks the job to stop at its next report.
    pub fn cancel(&self) {
        self.wanted.give_up();
    }

    /// The phase (a key of the locales) and how far it has come, 0 to 1.
    pub fn phase(&self) -> (&'static str, f32) {
        *self.phase.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl import::Progress for Watch {
    fn report(&self, phase: &'static str, fraction: f32) -> bool {
        *self.phase.lock().unwrap_or_else(PoisonError::into_inner) = (phase, fraction);
        self.is_wanted()
    }
}

/// Work under way whose result is a `T`.
pub struct Job<T> {
    watch: Arc<Watch>,
    result: Mutex<Receiver<T>>,
}

/// What a job has to say when it is asked.
pub enum Poll<T> {
    /// Still at it.
    Running,
    /// Done; said once.
    Done(T),
    /// It died without a result.
    Lost,
}

impl<T: Send + 'static> Job<T> {
    /// Starts the work.
    pub fn start(work: impl FnOnce(&Watch) -> T + Send + 'static) -> Self {
        let watch = Arc::new(Watch::default());
        let (send, receive) = channel();
        let inside = watch.clone();
        std::thread::spawn(move || {
            // Nobody may be waiting any more.
            let _ = send.send(work(&inside));
            rest::wake();
        });
        Self { watch, result: Mutex::new(receive) }
    }

    /// Who watches it.
    pub fn watch(&self) -> &Watch {
        &self.watch
    }

    /// Looks whether it is done, without waiting.
    pub fn poll(&self) -> Poll<T> {
        match self.result.lock().unwrap_or_else(PoisonError::into_inner).try_recv() {
            Ok(result) => Poll::Done(result),
            Err(TryRecvError::Empty) => Poll::Running,
            Err(TryRecvError::Disconnected) => Poll::Lost,
        }
    }
}

impl<T: Send + 'static> Job<Result<T, Diagnostic>> {
    /// What came of work that writes a file or a folder; none while it is under way. Of work that died: `work-lost`.
    pub fn written(&self, path: &Path) -> Option<Result<T, Diagnostic>> {
        match self.poll() {
            Poll::Running => None,
            Poll::Done(result) => Some(result),
            Poll::Lost => Some(Err(Diagnostic::error("work-lost").with("target", files::shown(path)))),
        }
    }
}

/// Who dies without an answer is asked for none.
impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.watch.cancel();
    }
}

/// How many short pieces of work are under way.
static SOON: AtomicUsize = AtomicUsize::new(0);

/// Whether short work is under way: then frames go on, and the first after it shows it.
pub fn is_soon_done() -> bool {
    SOON.load(Ordering::Relaxed) > 0
}

/// Short work in the engine's own pool, of which a few frames are worth waiting for.
pub struct Soon<T>(Task<T>);

impl<T: Send + 'static> Soon<T> {
    /// Starts the work.
    pub fn start(work: impl FnOnce() -> T + Send + 'static) -> Self {
        SOON.fetch_add(1, Ordering::Relaxed);
        Self(AsyncComputeTaskPool::get().spawn(async move { work() }))
    }

    /// What came of it, said once; none while it is under way.
    pub fn poll(&mut self) -> Option<T> {
        check_ready(&mut self.0)
    }
}

impl<T> Drop for Soon<T> {
    fn drop(&mut self) {
        SOON.fetch_sub(1, Ordering::Relaxed);
    }
}
