//! The program's own source files, for tests that read them.

use std::collections::BTreeMap;
use std::path::Path;

/// Every source file of the program: path from the root of the package → text.
pub fn sources() -> BTreeMap<String, String> {
    let mut sources = BTreeMap::new();
    collect(Path::new("src"), &mut sources);
    assert!(sources.len() > 20, "only {} source files were found", sources.len());
    sources
}

fn collect(folder: &Path, sources: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source file");
            sources.insert(path.to_string_lossy().replace('\\', "/"), text);
        }
    }
}
