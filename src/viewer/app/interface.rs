//! Which panels are open.

use bevy::prelude::*;

/// A sheet over the picture; at most one is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The keys.
    Help,
    /// Language, theme, quality, size of texts.
    Settings,
    /// Recent scenes and files.
    Open,
    /// Map files to a package.
    Import,
    /// The data's quality report.
    Report,
    /// Scenarios side by side.
    Compare,
    /// Projects with their indicators, deadlines and costs.
    Roadmap,
    /// Published cases of the models, and what is found.
    Truth,
}

/// A panel on the left; at most one is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Which layers are shown.
    Layers,
    /// Solutions that can be placed.
    Library,
    /// What is proposed.
    Scenarios,
    /// What is short, and what would mend it.
    Advice,
    /// Tours and their stops, to be written.
    Tours,
    /// What readers say.
    Remarks,
}

/// What is open.
#[derive(Resource, Debug)]
pub struct Interface {
    /// The sheet that is open.
    pub sheet: Option<Sheet>,
    /// The panel on the left that is open.
    pub side: Option<Side>,
    /// Whether the small map is shown.
    pub minimap: bool,
    /// Whether only the picture and its credit are shown.
    pub hidden: bool,
    /// How often the search field was to be entered.
    pub searches: u32,
    /// Whether the presenter's window with notes is asked for; by itself it opens where there is a second screen.
    pub notes: bool,
}

impl Default for Interface {
    fn default() -> Self {
        Self { sheet: None, side: None, minimap: true, hidden: false, searches: 0, notes: false }
    }
}

impl Interface {
    /// Opens a sheet, or closes it.
    pub fn toggle(&mut self, sheet: Sheet) {
        self.sheet = (self.sheet != Some(sheet)).then_some(sheet);
        self.hidden = false;
    }

    /// Opens a panel on the left, or closes it.
    pub fn toggle_side(&mut self, side: Side) {
        self.side = (self.side != Some(side)).then_some(side);
        self.hidden = false;
    }

    /// Closes the sheet; says whether there was one.
    pub fn close(&mut self) -> bool {
        let hidden = std::mem::take(&mut self.hidden);
        self.sheet.take().is_some() || hidden
    }
}

/// Whether keyboard and pointer belong to a panel at the moment.
#[derive(Resource, Default, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Focus {
    /// A text field is being written in.
    pub keyboard: bool,
    /// The pointer is over a panel, or drags something of it.
    pub pointer: bool,
}

/// Adds the state of the panels.
pub fn plugin(app: &mut App) {
    app.init_resource::<Interface>().init_resource::<Focus>();
}
