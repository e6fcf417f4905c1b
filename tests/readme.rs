//! What the README says of keys, commands and screens is true.

use std::{fs, path::Path};

use dialogmote::{text::nb::NB, ui::overlays::help};

use crate::golden;

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// The key list of the program as the table of the README.
fn key_table() -> String {
    let mut table = String::from("| Tast | Gjør |\n| --- | --- |\n");
    for (key, name) in help::keys(&NB) {
        table.push_str(&format!("| `{key}` | {name} |\n"));
    }
    table
}

#[test]
fn the_key_list_is_the_key_table_of_the_program() {
    let start = "passer på at den stemmer. -->\n";
    golden::check_part("README.md", start, "\n---\n", &key_table());
}

#[test]
fn there_are_exactly_two_commands_one_to_start_and_one_for_the_tests() {
    let readme = readme();
    let commands: Vec<_> = readme
        .lines()
        .filter(|line| line.starts_with("    cargo"))
        .collect();
    assert_eq!(commands, ["    cargo run --release", "    cargo test"]);
}

#[test]
fn every_room_of_the_house_is_in_the_readme() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let rooms = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    for room in rooms {
        assert!(readme().contains(&format!("`{room}`")), "{room}");
    }
}

#[test]
fn every_subcommand_is_in_the_readme() {
    for name in dialogmote::cli::subcommands() {
        assert!(readme().contains(&format!("dialogmote {name}")), "{name}");
    }
}
