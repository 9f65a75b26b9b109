//! Where tests find their material: fixtures of the project, and real data in the shared folder beside it. Cargo runs tests in the root of the
//! package; a path kept from the build would be that of whatever checkout it was built in.
#![allow(dead_code)] // each test uses its part

use aimaq::twin::import::NamedBytes;
use std::path::Path;

/// A file of `tests/fixtures`.
pub fn fixture(path: &str) -> NamedBytes {
    read(&Path::new("tests/fixtures").join(path))
}

/// A file of the shared folder. Without it the test is skipped with a line that says so; `AIMAQ_REQUIRE_SHARED=1` makes that a failure.
pub fn shared(path: &str) -> Option<NamedBytes> {
    let file = Path::new("../shared").join(path);
    if file.exists() {
        return Some(read(&file));
    }
    assert!(std::env::var_os("AIMAQ_REQUIRE_SHARED").is_none(), "{} is missing", file.display());
    eprintln!("skipped: {} is missing", file.display());
    None
}

fn read(file: &Path) -> NamedBytes {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    NamedBytes { name, bytes: std::fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display())) }
}
