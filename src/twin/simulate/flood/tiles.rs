//! Which parts of a grid are worth looking at: tiles with water, and the eight around each.

/// Rows of a tile: a band of the grid, worked on by one thread.
pub const BAND: usize = 16;
/// Columns of a tile.
pub const WIDTH: usize = 16;
/// After so many steps it is looked where water is: it gets on by one cell a step, and the tiles beside it are ready.
pub const REFRESH: usize = 8;

/// From this column to before that one.
pub type Span = (usize, usize);

/// The tiles of a grid.
#[derive(Clone, Debug, Default)]
pub struct Tiles {
    /// Tiles of one band.
    pub across: usize,
    /// Number of bands.
    pub bands: usize,
    /// Whether water moves, or may come from outside, tile by tile.
    pub wet: Vec<bool>,
    /// Whether a tile always counts as wet.
    pub fed: Vec<bool>,
    /// What is looked at, tile by tile.
    pub active: Vec<bool>,
    /// Columns that are looked at, band by band.
    pub spans: Vec<Vec<Span>>,
}

impl Tiles {
    /// The tiles of so many columns and rows; none of them is looked at.
    pub fn new(stride: usize, lines: usize) -> Self {
        let (across, bands) = (stride.div_ceil(WIDTH), lines.div_ceil(BAND));
        let none = vec![false; across * bands];
        Self { across, bands, wet: none.clone(), fed: none.clone(), active: none, spans: vec![Vec::new(); bands] }
    }

    /// The tile of a place.
    pub fn of(&self, column: usize, line: usize) -> usize {
        (line / BAND) * self.across + column / WIDTH
    }

    /// How many are looked at.
    pub fn count(&self) -> usize {
        self.active.iter().filter(|active| **active).count()
    }

    /// Looks at wet tiles and those around them, within the columns that hold cells. Returns the tiles that are no longer looked at.
    pub fn refresh(&mut self, first: usize, end: usize) -> Vec<usize> {
        let (across, bands) = (self.across, self.bands);
        let is_wet = |tile: usize| self.wet[tile] || self.fed[tile];
        // Water is past the corner of a tile after two steps: those beyond its corners are ready, too.
        let is_beside = |tile: usize| {
            let (band, place) = (tile / across, tile % across);
            let (lowest, highest) = (band.saturating_sub(1), (band + 1).min(bands - 1));
            let (first, last) = (place.saturating_sub(1), (place + 1).min(across - 1));
            (lowest..=highest).any(|band| (first..=last).any(|place| is_wet(band * across + place)))
        };
        let active: Vec<bool> = (0..across * bands).map(is_beside).collect();
        let left = (0..active.len()).filter(|tile| self.active[*tile] && !active[*tile]).collect();
        for (band, spans) in self.spans.iter_mut().enumerate() {
            spans.clear();
            for place in (0..across).filter(|place| active[band * across + place]) {
                let (from, to) = ((place * WIDTH).max(first), ((place + 1) * WIDTH).min(end));
                match spans.last_mut() {
                    Some(last) if last.1 == from => last.1 = to,
                    _ if from < to => spans.push((from, to)),
                    _ => {}
                }
            }
        }
        self.active = active;
        left
    }
}
