//! The project's own files, for the tests that read them.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// One file of the program.
pub(crate) struct Source {
    /// Below `src`.
    pub(crate) path: PathBuf,
    /// The top-level module: `cli` for `src/cli/report.rs`.
    pub(crate) module: String,
    pub(crate) text: String,
}

/// Every file of the program, in order.
pub(crate) fn sources() -> Vec<Source> {
    let found: Vec<_> = files("src")
        .into_iter()
        .filter(|(path, _)| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|(path, text)| {
            let path = path.strip_prefix("src").unwrap().to_owned();
            let first = path.iter().next().unwrap().to_str().unwrap();

            Source {
                module: first.trim_end_matches(".rs").to_owned(),
                path,
                text,
            }
        })
        .collect();
    assert!(found.len() > 20, "the sources were not found");

    found
}

/// Every text file below this folder of the repository, by its path from the root; nothing that was installed.
pub(crate) fn files(below: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(below)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                let installed = ["node_modules", "target", "snapshots"];
                if !installed.iter().any(|name| path.ends_with(name)) {
                    folders.push(path);
                }
            } else if let Ok(text) = fs::read_to_string(&path) {
                found.push((path.strip_prefix(root).unwrap().to_owned(), text));
            }
        }
    }
    found.sort();

    found
}

pub(crate) fn report(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
