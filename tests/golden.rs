//! Files that are compared to the letter, and written anew with `UPDATE_GOLDEN=1`.

use std::{env, fs, path::Path};

/// Compares a file of the project with `wanted`.
pub fn check(file: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, wanted).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == wanted,
        "{file} is not what the program makes; UPDATE_GOLDEN=1 writes it anew\n{wanted}"
    );
}

/// Compares what stands between `start` and `end` in a file of the project with `wanted`.
pub fn check_part(file: &str, start: &str, end: &str, wanted: &str) {
    let whole = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let (before, rest) = whole.split_once(start).expect("the part begins");
    let (_, after) = rest.split_once(end).expect("the part ends");
    check(file, &format!("{before}{start}{wanted}{end}{after}"));
}
