//! What lies over the ground in each view, and is made for it: short work makes it, and it takes the place of what was there before.

use crate::viewer::app::job::Soon;

/// What lies over the ground of a view, known by what it is made of.
pub trait Laid: Clone + PartialEq + Send + 'static {
    /// What the work brings.
    type Made: Send + 'static;
    /// What is on screen of it.
    type Shown;

    /// Does the work.
    fn make(&self) -> Self::Made;
}

/// Who brings on screen what was made, and takes it away again.
pub trait Stage<L: Laid> {
    /// Shows it in a view.
    fn show(&mut self, view: usize, made: L::Made) -> L::Shown;
    /// Takes it away.
    fn clear(&mut self, shown: L::Shown);
}

/// What lies there in every view.
pub struct PerView<L: Laid>(Vec<View<L>>);

/// What lies in a view, and what is on its way there.
struct View<L: Laid> {
    shown: Option<(L, L::Shown)>,
    /// Whether what is shown is to be made anew.
    is_stale: bool,
    making: Option<(L, Soon<L::Made>)>,
}

impl<L: Laid> Default for PerView<L> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<L: Laid> Default for View<L> {
    fn default() -> Self {
        Self { shown: None, is_stale: false, making: None }
    }
}

impl<L: Laid> PerView<L> {
    /// Brings every view up to date with what is wanted there.
    pub fn follow(&mut self, wanted: Vec<Option<L>>, stage: &mut impl Stage<L>) {
        for mut closed in self.0.drain(wanted.len().min(self.0.len())..) {
            closed.clear(stage);
        }
        self.0.resize_with(wanted.len(), View::default);
        for (view, (laid, wanted)) in self.0.iter_mut().zip(wanted).enumerate() {
            laid.take(view, stage);
            match wanted {
                Some(wanted) => laid.want(wanted),
                None => laid.clear(stage),
            }
        }
    }

    /// Lets everything be made anew.
    pub fn build_anew(&mut self) {
        self.0.iter_mut().for_each(|view| view.is_stale = true);
    }

    /// Views in which something else is on its way.
    pub fn missing(&self) -> usize {
        self.0.iter().filter(|view| view.making.is_some()).count()
    }

    /// What is on screen, by view.
    pub fn shown(&self) -> impl Iterator<Item = Option<&L::Shown>> {
        self.0.iter().map(|view| view.shown.as_ref().map(|(_, shown)| shown))
    }
}

impl<L: Laid> View<L> {
    /// Takes what work brought, in the place of what is there.
    fn take(&mut self, view: usize, stage: &mut impl Stage<L>) {
        let Some((laid, mut task)) = self.making.take() else { return };
        let Some(made) = task.poll() else {
            self.making = Some((laid, task));
            return;
        };
        let shown = stage.show(view, made);
        if let Some((_, before)) = self.shown.replace((laid, shown)) {
            stage.clear(before);
        }
    }

    /// Starts on something else than is there; one after another while it plays.
    fn want(&mut self, wanted: L) {
        let is_there = !self.is_stale && self.shown.as_ref().is_some_and(|(laid, _)| *laid == wanted);
        if self.making.is_some() || is_there {
            return;
        }
        self.is_stale = false;
        let of = wanted.clone();
        self.making = Some((wanted, Soon::start(move || of.make())));
    }

    /// Takes away what is there.
    fn clear(&mut self, stage: &mut impl Stage<L>) {
        self.making = None;
        if let Some((_, shown)) = self.shown.take() {
            stage.clear(shown);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::tasks::{AsyncComputeTaskPool, TaskPool};

    #[derive(Clone, PartialEq)]
    struct Number(u32);

    impl Laid for Number {
        type Made = u32;
        type Shown = u32;

        fn make(&self) -> u32 {
            10 * self.0
        }
    }

    /// What lies in which view, and how often something was brought there.
    #[derive(Default)]
    struct Table {
        there: Vec<(usize, u32)>,
        brought: usize,
    }

    impl Stage<Number> for Table {
        fn show(&mut self, view: usize, made: u32) -> u32 {
            self.there.push((view, made));
            self.brought += 1;
            made
        }

        fn clear(&mut self, shown: u32) {
            let index = self.there.iter().position(|(_, there)| *there == shown).expect("what is shown is there");
            self.there.remove(index);
        }
    }

    fn settle(laid: &mut PerView<Number>, wanted: &[Option<Number>], table: &mut Table) {
        loop {
            laid.follow(wanted.to_vec(), table);
            if laid.missing() == 0 {
                return;
            }
            std::thread::yield_now();
        }
    }

    #[test]
    fn what_is_there_stays_until_what_is_wanted_has_come() {
        AsyncComputeTaskPool::get_or_init(TaskPool::new);
        let (mut laid, mut table) = (PerView::default(), Table::default());
        settle(&mut laid, &[Some(Number(1)), None, Some(Number(3))], &mut table);
        table.there.sort_unstable();
        assert_eq!((&table.there[..], table.brought), (&[(0, 10), (2, 30)][..], 2));
        laid.follow(vec![Some(Number(2)), None, Some(Number(3))], &mut table);
        assert_eq!((table.there.contains(&(0, 10)), laid.missing()), (true, 1));
        settle(&mut laid, &[Some(Number(2)), None, Some(Number(3))], &mut table);
        assert!(table.there.contains(&(0, 20)) && table.there.len() == 2);
        // Anew, though nothing else is wanted.
        laid.build_anew();
        settle(&mut laid, &[Some(Number(2)), None, Some(Number(3))], &mut table);
        assert_eq!((table.there.len(), table.brought), (2, 5));
        // A view that is closed takes with it what lay there, as does one in which nothing is wanted.
        settle(&mut laid, &[Some(Number(2))], &mut table);
        assert_eq!(table.there, [(0, 20)]);
        settle(&mut laid, &[None], &mut table);
        assert!(table.there.is_empty() && laid.shown().flatten().next().is_none());
    }
}
