//! The shape of the source itself: which room names which, how long files are, who reads the clock, no dead sentences.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The rooms, outermost first; a module names only its own room and those behind it.
const ROOMS: [&str; 10] = [
    "cli", "runtime", "app", "archive", "ui", "document", "text", "rules", "privacy", "meeting",
];

/// A file from which the whole program is put together.
const ROOTS: [&str; 2] = ["main", "lib"];

/// Most lines of a file, its own tests at the end not counted. From 400 on, look for two subjects.
const MOST_LINES: usize = 700;

/// A file of the source.
struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    /// The names of the modules down to this one, outermost first.
    fn module(&self) -> Vec<String> {
        let path = self.path.with_extension("");
        path.iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect()
    }

    fn room(&self) -> String {
        self.module().swap_remove(0)
    }

    /// The text without the tests at its end.
    fn product(&self) -> &str {
        self.text
            .split("\n#[cfg(test)]\n")
            .next()
            .unwrap_or_default()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under src, in the order of their names.
fn sources() -> Vec<Source> {
    let src = root().join("src");
    let mut folders = vec![src.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(&src).unwrap().to_owned();
                sources.push(Source { path, text });
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(sources.len() > 50, "the source was not found");
    sources
}

/// Names, `::` and single signs of a Rust source, in order; comments, texts, characters and lifetimes left out.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = |pattern: &str| {
            rest.find(pattern)
                .map_or(rest.len(), |at| at + pattern.len())
        };
        let length = if rest.starts_with("//") {
            end("\n")
        } else if rest.starts_with("/*") {
            end("*/")
        } else if let Some(raw) = raw_text(rest) {
            raw
        } else if first == '"' {
            quoted(rest)
        } else if first == '\'' {
            character(rest)
        } else {
            let length = match first {
                ':' if rest.starts_with("::") => 2,
                c if is_name(c) => rest.find(|c| !is_name(c)).unwrap_or(rest.len()),
                c => c.len_utf8(),
            };
            if !first.is_whitespace() {
                tokens.push(&rest[..length]);
            }
            length
        };
        rest = &rest[length..];
    }
    tokens
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of `r"…"` or `r#"…"#`, if one begins here.
fn raw_text(rest: &str) -> Option<usize> {
    let opening = rest.strip_prefix('r')?;
    let hashes = opening.len() - opening.trim_start_matches('#').len();
    let body = opening[hashes..].strip_prefix('"')?;
    let closing = format!("\"{}", "#".repeat(hashes));
    Some(1 + hashes + 1 + body.find(&closing)? + closing.len())
}

/// The length of `"…"`.
fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of `'x'` or `'\n'`, or of a lifetime with its name.
fn character(rest: &str) -> usize {
    let mut after = rest.char_indices().skip(1);
    match (after.next(), after.next()) {
        (Some((_, '\\')), Some((second, _))) => {
            let closing = rest[second + 1..].find('\'');
            closing.map_or(rest.len(), |at| second + 1 + at + 1)
        }
        (Some(_), Some((second, '\''))) => second + 1,
        _ => 1 + rest[1..].find(|c| !is_name(c)).unwrap_or(rest.len() - 1),
    }
}

/// Every path of a source that begins with `crate`, `self` or `super`, counted from the root of the crate. A path of a
/// `use` with several ends stands once for each of them.
fn paths(source: &Source) -> Vec<Vec<String>> {
    let tokens = tokens(&source.text);
    let file = match ROOTS.contains(&source.room().as_str()) {
        true => Vec::new(),
        false => source.module(),
    };
    // Modules written down within the file, each with the number of braces open around it.
    let mut inner: Vec<(String, usize)> = Vec::new();
    let mut depth = 0;
    let mut paths = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match *token {
            "{" => {
                if let [.., "mod", name] = tokens[..at] {
                    inner.push((name.to_owned(), depth));
                }
                depth += 1;
            }
            "}" => {
                depth -= 1;
                inner.pop_if(|(_, outside)| *outside == depth);
            }
            "crate" | "self" | "super" if tokens.get(at + 1) == Some(&"::") => {
                let inner = inner.iter().map(|(name, _)| name.clone());
                let here: Vec<String> = file.iter().cloned().chain(inner).collect();
                let mut rest = &tokens[at..];
                let ends = ends_of_path(&mut rest, &[]);
                paths.extend(ends.iter().map(|end| resolved(&here, end)));
                at = tokens.len() - rest.len();
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    paths
}

/// The ends of the path that begins at the next token, each with `before` in front of it; takes its tokens away.
fn ends_of_path<'a>(tokens: &mut &[&'a str], before: &[&'a str]) -> Vec<Vec<&'a str>> {
    let mut path = before.to_vec();
    loop {
        match **tokens {
            ["{", ref rest @ ..] => {
                *tokens = rest;
                let mut ends = Vec::new();
                while let [next, rest @ ..] = *tokens {
                    match *next {
                        "}" => {
                            *tokens = rest;
                            break;
                        }
                        "," => *tokens = rest,
                        _ => ends.extend(ends_of_path(tokens, &path)),
                    }
                }
                return ends;
            }
            [name, "::", ref rest @ ..] => {
                path.push(name);
                *tokens = rest;
            }
            [name, "as", _, ref rest @ ..] | [name, ref rest @ ..] => {
                path.push(name);
                *tokens = rest;
                return vec![path];
            }
            [] => return vec![path],
        }
    }
}

/// A path of the module `here`, counted from the root of the crate.
fn resolved(here: &[String], path: &[&str]) -> Vec<String> {
    let mut whole = here.to_vec();
    for (number, part) in path.iter().enumerate() {
        match *part {
            "crate" => whole.clear(),
            "self" if number == 0 => {}
            "super" => {
                whole.pop();
            }
            name => whole.push(name.to_owned()),
        }
    }
    whole
}

fn rank(room: &str) -> Option<usize> {
    ROOMS.iter().position(|name| *name == room)
}

#[test]
fn every_room_names_only_itself_and_the_rooms_behind_it() {
    let mut wrong = BTreeSet::new();
    let mut crossings = 0;
    for source in sources() {
        let room = source.room();
        if ROOTS.contains(&room.as_str()) {
            continue;
        }
        let here = rank(&room).unwrap_or_else(|| panic!("{room} is no room"));
        for path in paths(&source) {
            let target = path.first().map(String::as_str);
            match target.and_then(rank) {
                Some(there) if there >= here => crossings += usize::from(there > here),
                Some(_) | None => {
                    wrong.insert(format!("{}: {}", source.path.display(), path.join("::")));
                }
            }
        }
    }
    assert_eq!(wrong, BTreeSet::new());
    assert!(crossings > 200, "only {crossings} paths were found");
}

#[test]
fn paths_are_found_in_every_way_of_writing_them() {
    let text = "
        use crate::{app::{self, input::Input as In}, ui::key::Key}; // crate::cli::a
        use super::{super::runtime, *};
        fn f(a: &'a str) -> char { let _ = \"crate::cli::b\"; crate::text::nb::NB; '\"' }
        mod tests { use super::super::archive; mod deep { use super::super::here; } }
        use self::inner::Thing;";
    let source = Source {
        path: PathBuf::from("document/plain.rs"),
        text: text.to_owned(),
    };
    let found: Vec<String> = paths(&source).iter().map(|path| path.join("::")).collect();
    assert_eq!(
        found,
        [
            "app::self",
            "app::input::Input",
            "ui::key::Key",
            "runtime",
            "document::*",
            "text::nb::NB",
            "document::archive",
            "document::plain::here",
            "document::plain::inner::Thing",
        ]
    );
}

#[test]
fn every_file_opens_with_a_sentence_that_says_what_lives_there() {
    for source in sources() {
        let first = source.text.lines().next().unwrap_or_default();
        assert!(
            first.starts_with("//! "),
            "{}: {first:?}",
            source.path.display()
        );
    }
}

#[test]
fn no_file_is_longer_than_one_subject_needs() {
    let long: Vec<(PathBuf, usize)> = sources()
        .iter()
        .map(|source| (source.path.clone(), source.product().lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .collect();
    assert_eq!(long, []);
}

#[test]
fn modules_stand_beside_their_folder() {
    for source in sources() {
        let name = source.path.file_name().unwrap();
        assert!(name != "mod.rs", "{}", source.path.display());
    }
}

/// Ways to ask the machine for the time, as tokens.
const CLOCKS: [&[&str]; 6] = [
    &["Utc", "::", "now"],
    &["Local", "::", "now"],
    &["chrono", "::", "Local"],
    &["Instant", "::", "now"],
    &["SystemTime"],
    &["clock_gettime"],
];

/// The net.
const NET: [&[&str]; 4] = [
    &["std", "::", "net"],
    &["TcpStream"],
    &["TcpListener"],
    &["UdpSocket"],
];

fn names(source: &Source, forbidden: &[&[&str]]) -> bool {
    let tokens = tokens(&source.text);
    forbidden
        .iter()
        .any(|words| tokens.windows(words.len()).any(|found| found == *words))
}

#[test]
fn only_the_runtime_reads_the_clock() {
    let readers: Vec<Source> = sources()
        .into_iter()
        .filter(|source| names(source, &CLOCKS))
        .collect();
    assert!(!readers.is_empty());
    for reader in readers {
        assert_eq!(reader.room(), "runtime", "{}", reader.path.display());
    }
}

#[test]
fn nothing_names_the_net() {
    for source in sources() {
        assert!(!names(&source, &NET), "{}", source.path.display());
    }
}

/// Where the structs of the catalogue are.
const CATALOGUE: [&str; 6] = [
    "src/text.rs",
    "src/text/after_text.rs",
    "src/text/paper_text.rs",
    "src/text/preparation_text.rs",
    "src/text/privacy_text.rs",
    "src/text/rules_text.rs",
];

/// The sentences of the catalogue: for each of its structs the names of its fields with their types.
fn catalogue() -> BTreeMap<String, BTreeMap<String, String>> {
    let text = CATALOGUE
        .map(|file| fs::read_to_string(root().join(file)).unwrap())
        .concat();
    let mut structs: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("pub struct ") {
            current = name.trim_end_matches(" {").to_owned();
        } else if line.starts_with("    pub fn ") || line.starts_with("    pub const fn ") {
            // What the catalogue can do is no sentence.
        } else if let Some(field) = line.strip_prefix("    pub ") {
            let (name, kind) = field.split_once(": ").unwrap();
            // A struct in a file of its own is named with its module, one that other parts share as a reference.
            let kind = kind.trim_end_matches(',').trim_start_matches("&'static ");
            let kind = match kind.rsplit_once("::") {
                Some((_, last)) if last.ends_with("Text") => last.to_owned(),
                Some(_) | None => kind.to_owned(),
            };
            structs
                .entry(current.clone())
                .or_default()
                .insert(name.to_owned(), kind);
        }
    }
    assert!(structs.len() > 5 && structs.contains_key("Text"));
    structs
}

/// Every sentence of the catalogue that a source says, as struct and field: by its whole path (`text.clock.ends`,
/// `text.paper.plan.said`), or through a name that the part of the catalogue was given (`let t = &scene.text.clock`,
/// `t: &ClockText`). A document has nothing but the papers to speak with.
fn said(
    source: &Source,
    catalogue: &BTreeMap<String, BTreeMap<String, String>>,
) -> BTreeSet<(String, String)> {
    let tokens = tokens(source.product());
    let of_papers = source.room() == "document" || source.path.ends_with("paper_text.rs");
    let whole = if of_papers { "PaperText" } else { "Text" };
    // What the name at the end of these tokens stands for: a part of the papers behind `paper`, else of the whole.
    let struct_of = |tokens: &[&str]| -> Option<String> {
        let (whole, name) = match tokens {
            [.., "paper", ".", name] => ("PaperText", *name),
            [.., name] => (whole, *name),
            [] => return None,
        };
        let parts = [whole, "Text"].map(|whole| catalogue.get(whole)?.get(name));
        let mut kinds = parts.into_iter().flatten();
        let kind = kinds.find(|kind| catalogue.contains_key(*kind));
        let is_whole = matches!(name, "text" | "NB" | "self");
        kind.cloned().or_else(|| is_whole.then(|| whole.to_owned()))
    };
    // What a name stands for, and at which depth of braces it was given.
    let mut given: Vec<(&str, String, usize)> = Vec::new();
    let mut depth: usize = 0;
    let mut said = BTreeSet::new();
    for (at, token) in tokens.iter().enumerate() {
        let behind = &tokens[at + 1..];
        match (*token, behind) {
            ("{", _) => depth += 1,
            ("}", _) => {
                depth = depth.saturating_sub(1);
                given.retain(|(_, _, since)| *since <= depth);
            }
            ("let", [name, "=", "&", rest @ ..] | [name, "=", rest @ ..]) => {
                let end = rest
                    .iter()
                    .position(|t| *t == ";" || *t == "(")
                    .unwrap_or(0);
                let part = struct_of(&rest[..end]);
                given.retain(|(known, ..)| known != name);
                given.extend(part.map(|part| (*name, part, depth)));
            }
            (name, [":", "&", rest @ ..]) => {
                let kind = rest.iter().find(|t| !matches!(**t, "static" | "mut"));
                if let Some(kind) = kind.filter(|kind| catalogue.contains_key(**kind)) {
                    // A parameter belongs to the braces that follow it; a field, to every function of the file.
                    given.push((name, (*kind).to_owned(), 0));
                }
            }
            (name, [".", field, ..]) => {
                let through = given.iter().rev().find(|(known, ..)| *known == name);
                let part = through
                    .map(|(_, part, _)| part.clone())
                    .or_else(|| struct_of(&tokens[..=at]));
                said.extend(part.map(|part| (part, (*field).to_owned())));
            }
            _ => {}
        }
    }
    said
}

#[test]
fn every_sentence_of_the_catalogue_is_said_somewhere() {
    let catalogue = catalogue();
    // The room of the sentences says none itself, but for what the catalogue can do.
    let speakers = sources().into_iter().filter(|source| {
        let able = ["text.rs", "text/paper_text.rs"];
        source.room() != "text" || able.iter().any(|file| source.path == Path::new(file))
    });
    let said: BTreeSet<_> = speakers
        .flat_map(|source| said(&source, &catalogue))
        .collect();
    let dead: Vec<String> = catalogue
        .iter()
        .flat_map(|(part, fields)| {
            fields
                .keys()
                .map(move |field| (part.clone(), field.clone()))
        })
        .filter(|sentence| !said.contains(sentence))
        .map(|(part, field)| format!("{part}.{field}"))
        .collect();
    assert_eq!(dead, [""; 0], "said nowhere");
}
