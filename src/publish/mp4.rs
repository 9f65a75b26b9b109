//! An MP4 with one track of H.264 (ISO/IEC 14496-12 and -15): what a player needs to know comes first, then the frames.

use crate::twin::diagnostic::Diagnostic;

/// Kinds of units of a stream (ITU-T H.264, table 7-1): a picture that stands by itself, and what holds for all pictures.
const STANDING: u8 = 5;
const SEQUENCE: u8 = 7;
const PICTURES: u8 = 8;
/// Profiles whose description says how chroma is coded.
const CHROMA_TOLD: [u8; 4] = [100, 110, 122, 144];
/// A matrix that leaves the picture as it is: 16.16, its last column 2.30.
const MATRIX: [u32; 9] = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000];
/// No language.
const UNDETERMINED: u16 = 0x55c4;

/// A frame as the encoder gives it.
pub(super) struct Frame<'a> {
    /// Its units, without start codes.
    pub(super) units: &'a [Vec<u8>],
    /// How long it stays.
    pub(super) ticks: u32,
}

/// A file that grows frame by frame.
pub(super) struct Movie {
    size: [u16; 2],
    timescale: u32,
    sequence: Vec<u8>,
    pictures: Vec<u8>,
    data: Vec<u8>,
    /// Bytes of each frame.
    sizes: Vec<u32>,
    /// Runs of frames that stay equally long: how many, how long.
    stays: Vec<[u32; 2]>,
    /// Frames that stand by themselves, from 1.
    standing: Vec<u32>,
}

fn broken(reason: &str) -> Diagnostic {
    Diagnostic::error("film-unwritable").with("reason", reason)
}

impl Movie {
    /// An empty file of a size [pixels] with so many ticks a second.
    pub(super) fn new(size: [u16; 2], timescale: u32) -> Self {
        let (sequence, pictures) = (Vec::new(), Vec::new());
        Self { size, timescale, sequence, pictures, data: Vec::new(), sizes: Vec::new(), stays: Vec::new(), standing: Vec::new() }
    }

    /// Adds a frame. What holds for all pictures goes to the head of the file.
    ///
    /// # Errors
    /// `film-unwritable` where it is none, or the file would be larger than the 4 GB that it can count.
    pub(super) fn add(&mut self, frame: Frame) -> Result<(), Diagnostic> {
        let before = self.data.len();
        for unit in frame.units {
            match unit.first().map_or(0, |head| head & 0x1f) {
                SEQUENCE => self.sequence.clone_from(unit),
                PICTURES => self.pictures.clone_from(unit),
                kind => {
                    let length = u32::try_from(unit.len()).map_err(|_| broken("4 GB"))?;
                    self.data.extend(length.to_be_bytes());
                    self.data.extend(unit);
                    if kind == STANDING && self.standing.last() != Some(&(self.frames() + 1)) {
                        self.standing.push(self.frames() + 1);
                    }
                }
            }
        }
        let size = u32::try_from(self.data.len() - before).ok().filter(|size| *size > 0).ok_or_else(|| broken("no frame"))?;
        self.sizes.push(size);
        match self.stays.last_mut() {
            Some([count, ticks]) if *ticks == frame.ticks => *count += 1,
            _ => self.stays.push([1, frame.ticks]),
        }
        Ok(())
    }

    /// Frames so far.
    pub(super) fn frames(&self) -> u32 {
        self.sizes.len() as u32
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// `film-empty` without a frame, `film-unwritable` with the reason.
    pub(super) fn finish(self) -> Result<Vec<u8>, Diagnostic> {
        if self.sizes.is_empty() {
            return Err(Diagnostic::warning("film-empty"));
        }
        let mut file = boxed(b"ftyp", &[b"isom", &512_u32.to_be_bytes(), b"isom", b"iso2", b"avc1", b"mp41"]);
        // The head is as long wherever the frames begin.
        let begin = file.len() + self.head(0)?.len() + 8;
        u32::try_from(begin + self.data.len()).map_err(|_| broken("4 GB"))?;
        file.extend(self.head(begin as u32)?);
        file.extend(boxed(b"mdat", &[&self.data]));
        Ok(file)
    }

    /// Everything but the frames, which begin at a byte of the file.
    fn head(&self, begin: u32) -> Result<Vec<u8>, Diagnostic> {
        let duration = self.stays.iter().try_fold(0_u32, |sum, [count, ticks]| sum.checked_add(count.checked_mul(*ticks)?));
        let duration = duration.ok_or_else(|| broken("duration"))?;
        let [width, height] = self.size.map(|side| u32::from(side) << 16);
        // No times of making: the same film is the same file. One to one, full volume.
        let times = numbers(&[0, 0, self.timescale, duration]);
        let movie = full(b"mvhd", 0, &[&times, &numbers(&[0x1_0000, 0x0100_0000, 0, 0]), &numbers(&MATRIX), &[0; 24], &numbers(&[2])]);
        // Flags: it is shown, and part of the whole.
        let track = full(b"tkhd", 3, &[&numbers(&[0, 0, 1, 0, duration, 0, 0, 0, 0]), &numbers(&MATRIX), &numbers(&[width, height])]);
        let media = full(b"mdhd", 0, &[&times, &UNDETERMINED.to_be_bytes(), &[0; 2]]);
        let handler = full(b"hdlr", 0, &[&[0; 4], b"vide", &[0; 12], b"aimaq\0"]);
        let here = full(b"dref", 0, &[&numbers(&[1]), &full(b"url ", 1, &[])]);
        let about = [full(b"vmhd", 1, &[&[0; 8]]), boxed(b"dinf", &[&here]), self.table(begin)?];
        let media = boxed(b"mdia", &[&media, &handler, &boxed(b"minf", &[&about.concat()])]);
        Ok(boxed(b"moov", &[&movie, &boxed(b"trak", &[&track, &media])]))
    }

    /// Where each frame lies, how long it stays and how it is read.
    fn table(&self, begin: u32) -> Result<Vec<u8>, Diagnostic> {
        let count = |length: usize| length as u32;
        let kinds = full(b"stsd", 0, &[&numbers(&[1]), &self.entry()?]);
        let stays = full(b"stts", 0, &[&numbers(&[count(self.stays.len())]), &numbers(self.stays.as_flattened())]);
        let standing = full(b"stss", 0, &[&numbers(&[count(self.standing.len())]), &numbers(&self.standing)]);
        // All frames lie in one piece.
        let pieces = full(b"stsc", 0, &[&numbers(&[1, 1, self.frames(), 1])]);
        let sizes = full(b"stsz", 0, &[&numbers(&[0, self.frames()]), &numbers(&self.sizes)]);
        let places = full(b"stco", 0, &[&numbers(&[1, begin])]);
        Ok(boxed(b"stbl", &[&kinds, &stays, &standing, &pieces, &sizes, &places]))
    }

    /// How the frames are coded: H.264, BT.709 in video range.
    fn entry(&self) -> Result<Vec<u8>, Diagnostic> {
        let [profile, compatible, level] = self.sequence.get(1..4).and_then(|told| told.try_into().ok()).ok_or_else(|| broken("SPS"))?;
        // Lengths of units have four bytes; one of each set.
        let mut decoder = vec![1, profile, compatible, level, 0xff, 0xe1];
        decoder.extend(counted(&self.sequence)?);
        decoder.push(1);
        decoder.extend(counted(&self.pictures)?);
        if CHROMA_TOLD.contains(&profile) {
            // 4:2:0, 8 bits, nothing more.
            decoder.extend([0xfd, 0xf8, 0xf8, 0]);
        }
        let colours = boxed(b"colr", &[b"nclx", &[0, 1, 0, 1, 0, 1, 0]]);
        let [width, height] = self.size.map(u16::to_be_bytes);
        // Beside the size: 72 dots to the inch, one frame a sample, no name, 24 bits, no table of colours.
        let dense = numbers(&[0x48_0000, 0x48_0000, 0]);
        let about: [&[u8]; 9] = [&[0; 6], &[0, 1], &[0; 16], &width, &height, &dense, &[0, 1], &[0; 32], &[0, 24, 0xff, 0xff]];
        Ok(boxed(b"avc1", &[&about.concat(), &boxed(b"avcC", &[&decoder]), &colours]))
    }
}

/// A unit after its length in two bytes.
fn counted(unit: &[u8]) -> Result<Vec<u8>, Diagnostic> {
    let length = u16::try_from(unit.len()).map_err(|_| broken("SPS"))?;
    Ok(length.to_be_bytes().into_iter().chain(unit.iter().copied()).collect())
}

/// Numbers, the largest byte first.
fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_be_bytes()).collect()
}

/// A box: its length, its kind, what is in it.
fn boxed(kind: &[u8; 4], content: &[&[u8]]) -> Vec<u8> {
    let content = content.concat();
    // Whoever makes the file has seen that all of it can be counted.
    let length = (content.len() + 8) as u32;
    [length.to_be_bytes().as_slice(), kind, &content].concat()
}

/// A box of version 0 with flags.
fn full(kind: &[u8; 4], flags: u32, content: &[&[u8]]) -> Vec<u8> {
    boxed(kind, &[&flags.to_be_bytes(), &content.concat()])
}
