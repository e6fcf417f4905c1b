//! What the two books say is true: the manual of keys and commands, the contributors' one of the rooms.

use std::{fs, path::Path};

use dialogmote::{text::NB, ui::overlays::help};

use crate::golden;

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn readme() -> String {
    file("README.md")
}

/// The key list of the program as the table of the manual.
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
fn every_room_of_the_house_is_in_the_contributors_book() {
    let book = file("src/README.md");
    let lib = file("src/lib.rs");
    let rooms: Vec<_> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    assert!(rooms.contains(&"meeting"));
    for room in rooms {
        assert!(book.contains(&format!("`{room}`")), "{room}");
    }
}

/// Files and folders that the contributors' book names between backticks.
#[test]
fn every_file_the_contributors_book_names_is_there() {
    let book = file("src/README.md");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named: Vec<_> = book
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|words| !words.contains(' ') && words.contains('/'))
        .filter(|words| {
            ["src", "tests", "assets", ".ci", ".github"].contains(&words.split('/').next().unwrap())
        })
        .collect();
    assert!(named.len() > 40, "{named:?}");
    for name in named {
        assert!(root.join(name).exists(), "{name}");
    }
}

/// The target of each link, in the order in which they stand.
fn links(book: &str) -> Vec<&str> {
    let targets = book.split("](").skip(1);
    targets
        .filter_map(|rest| Some(rest.split_once(')')?.0))
        .collect()
}

#[test]
fn every_link_of_the_two_books_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, folder) in [("README.md", ""), ("src/README.md", "src")] {
        let book = file(name);
        let links = links(&book);
        assert!(!links.is_empty(), "{name}");
        for link in links {
            let (path, heading) = link.split_once('#').unwrap_or((link, ""));
            if path.starts_with("https://") {
                continue;
            }
            let target = root.join(folder).join(path);
            assert!(path.is_empty() || target.exists(), "{name}: {link}");
            if !heading.is_empty() {
                let there = match path {
                    "" => book.clone(),
                    _ => fs::read_to_string(target).unwrap(),
                };
                let mut headings = there.lines().filter_map(|line| line.strip_prefix("## "));
                let is_there =
                    headings.any(|line| line.to_lowercase().replace(' ', "-") == heading);
                assert!(is_there, "{name}: {link}");
            }
        }
    }
}

#[test]
fn every_subcommand_is_in_the_readme() {
    for name in crate::cli::subcommands() {
        assert!(readme().contains(&format!("dialogmote {name}")), "{name}");
    }
}
