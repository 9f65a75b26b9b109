//! Damages well-formed files without end and hands them to one function of the import.
//!
//! ```text
//! cd fuzz
//! cargo run --bin geotiff -- --seconds 60            # from damage number 0
//! cargo run --bin geotiff -- --from 5000 --count 1   # one damage again
//! cargo run --bin geotiff -- --file artifacts/geotiff-4711
//! cargo run --bin pbf -- --seed-file ../../shared/data/osm/monaco-2023.osm.pbf
//! ```
//!
//! Damage number n is the same on every machine. An input that panics, or takes longer than a second, is written to
//! `artifacts/<target>-<n>`; the exit code is 1 if there was a panic. `artifacts/<target>.last` holds the number of the
//! damage in work, for the case that the process itself is killed.

#[path = "../../tests/support/mutate.rs"]
mod mutate;
#[path = "../../tests/support/seeds.rs"]
pub mod seeds;

use aimaq::twin::import::NamedBytes;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// How often the number in work is written down.
const NOTED_EVERY: u64 = 1000;
/// Longer than this is worth a look.
const SLOW: Duration = Duration::from_secs(1);

/// Runs a target as the command line asks: `read` gets files of that name and must not panic.
pub fn run(target: &str, file_name: &str, mut seeds: Vec<Vec<u8>>, read: impl Fn(&NamedBytes)) -> ExitCode {
    let plan = match Plan::from_arguments(std::env::args().skip(1)) {
        Ok(plan) => plan,
        Err(complaint) => {
            eprintln!("{complaint}\n--seconds N | --from N | --count N | --file PATH | --seed-file PATH");
            return ExitCode::from(2);
        }
    };
    let named = |bytes| NamedBytes { name: file_name.to_owned(), bytes };
    if let Some(file) = plan.file {
        return match std::fs::read(&file) {
            Ok(bytes) => {
                read(&named(bytes));
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("{}: {error}", file.display());
                ExitCode::from(2)
            }
        };
    }
    seeds.extend(plan.seed_files.iter().filter_map(|file| std::fs::read(file).ok()));
    let artifacts = Path::new(env!("CARGO_MANIFEST_DIR")).join("artifacts");
    let _ = std::fs::create_dir_all(&artifacts);
    let begin = Instant::now();
    let (mut number, mut panics) = (plan.from, 0);
    while begin.elapsed() < plan.time && number - plan.from < plan.count {
        if number % NOTED_EVERY == 0 {
            let _ = std::fs::write(artifacts.join(format!("{target}.last")), number.to_string());
        }
        let file = named(mutate::Mutator::new(number).mutate(&seeds));
        let start = Instant::now();
        let panicked = catch_unwind(AssertUnwindSafe(|| read(&file))).is_err();
        if panicked || start.elapsed() > SLOW {
            let artifact = artifacts.join(format!("{target}-{number}"));
            let _ = std::fs::write(&artifact, &file.bytes);
            eprintln!("{}: {} after {:?}", artifact.display(), if panicked { "panic" } else { "slow" }, start.elapsed());
            panics += u64::from(panicked);
        }
        number += 1;
    }
    eprintln!("{target}: {} inputs in {:.0?}, {panics} panics", number - plan.from, begin.elapsed());
    if panics == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The fixtures of the project's tests.
pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures")
}

/// The smaller files of a folder of the shared data that end so; none where there is no such folder.
pub fn shared(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    let small = |file: &PathBuf| file.to_string_lossy().ends_with(ending) && file.metadata().is_ok_and(|about| about.len() < 1 << 20);
    files.iter().filter(|file| small(file)).filter_map(|file| std::fs::read(file).ok()).collect()
}

struct Plan {
    from: u64,
    count: u64,
    time: Duration,
    file: Option<PathBuf>,
    seed_files: Vec<PathBuf>,
}

impl Plan {
    fn from_arguments(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut plan = Self { from: 0, count: u64::MAX, time: Duration::from_secs(60), file: None, seed_files: Vec::new() };
        while let Some(argument) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("{argument} wants a value"))?;
            let number = || value.parse::<u64>().map_err(|_| format!("{argument} wants a number, not {value}"));
            match argument.as_str() {
                "--seconds" => plan.time = Duration::from_secs(number()?),
                "--from" => plan.from = number()?,
                "--count" => plan.count = number()?,
                "--file" => plan.file = Some(value.into()),
                "--seed-file" => plan.seed_files.push(value.into()),
                _ => return Err(format!("{argument} is unknown")),
            }
        }
        Ok(plan)
    }
}
