//! The shape of the source itself: which room names which, no circles of modules, how long files are, who reads the clock.

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

/// Most lines of a file, its own tests at the end not counted. Whoever comes here looks for the second subject in it.
const MOST_LINES: usize = 400;

/// A file of the source.
struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        Self {
            path: PathBuf::from(path),
            text: text.to_owned(),
        }
    }

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

/// Every path in a text of a source that begins with `crate`, `self` or `super`, counted from the root of the crate. A
/// path of a `use` with several ends stands once for each of them.
fn paths(source: &Source, text: &str) -> Vec<Vec<String>> {
    let tokens = tokens(text);
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
        for path in paths(&source, &source.text) {
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
    let source = Source::new("document/plain.rs", text);
    let paths = paths(&source, text);
    let found: Vec<String> = paths.iter().map(|path| path.join("::")).collect();
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

/// The names of a module, outermost first.
type Module = Vec<String>;

/// Which modules each module names.
type Arrows = BTreeMap<Module, BTreeSet<Module>>;

/// The arrows between modules, the tests at the end of a file not counted.
///
/// A module is a file. It names another by a path that leads there or to something in it, or by one that begins with what
/// such a path has brought in (`use super::nb;` and then `nb::documents::BOKMAL`).
///
/// No arrow runs between a module and those inside it, however deep: they are its parts. It declares them and puts them
/// together, they use what they have in common from it, and nobody reads the one without the other.
fn arrows(sources: &[Source]) -> Arrows {
    let modules: BTreeSet<Module> = sources.iter().map(Source::module).collect();
    let mut arrows = Arrows::new();
    for source in sources {
        let here = source.module();
        let mut paths = paths(source, source.product());
        paths.extend(paths_from_names(source.product(), &paths));
        let named = paths.iter().filter_map(|path| {
            let mut upwards = (1..=path.len()).rev().map(|length| &path[..length]);
            upwards.find_map(|path| modules.get(path))
        });
        let apart = named.filter(|there| !there.starts_with(&here) && !here.starts_with(there));
        arrows.insert(here.clone(), apart.cloned().collect());
    }
    arrows
}

/// The paths in a text that begin with the last name of one of `paths`, counted from the root of the crate.
fn paths_from_names(text: &str, paths: &[Vec<String>]) -> Vec<Vec<String>> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    for (at, window) in tokens.windows(3).enumerate() {
        if let [before, name, "::"] = *window
            && before != "::"
            && let Some(path) = paths.iter().find(|path| path.ends_with(&[name.to_owned()]))
        {
            let ends = ends_of_path(&mut &tokens[at + 3..], &[]);
            found.extend(ends.iter().map(|end| resolved(path, end)));
        }
    }
    found
}

/// Every circle: modules each of which leads to all the others.
fn circles(arrows: &Arrows) -> BTreeSet<Vec<&Module>> {
    let reached: BTreeMap<&Module, BTreeSet<&Module>> = arrows
        .keys()
        .map(|module| (module, reached(module, arrows)))
        .collect();
    let mut circles = BTreeSet::new();
    for (module, there) in &reached {
        let leads_back = |other: &&Module| reached[other].contains(module);
        let circle: Vec<&Module> = there.iter().copied().filter(leads_back).collect();
        if !circle.is_empty() {
            circles.insert(circle);
        }
    }
    circles
}

/// Every module to which arrows lead from this one.
fn reached<'a>(from: &Module, arrows: &'a Arrows) -> BTreeSet<&'a Module> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&Module> = arrows[from].iter().collect();
    while let Some(module) = next.pop() {
        if reached.insert(module) {
            next.extend(&arrows[module]);
        }
    }
    reached
}

#[test]
fn no_modules_name_one_another_in_a_circle() {
    let arrows = arrows(&sources());
    let count: usize = arrows.values().map(BTreeSet::len).sum();
    assert!(count > 500, "only {count} arrows were found");
    assert_eq!(circles(&arrows), BTreeSet::new());
}

#[test]
fn circles_are_found_in_every_way_of_running() {
    let sources = [
        // Two that name each other; a third names them and is named by nobody.
        ("ui/a.rs", "use super::b::B;"),
        ("ui/b.rs", "fn f() { super::a::f() }"),
        ("ui/c.rs", "use crate::ui::{a, b};"),
        // Three, one arrow of them through a module that was brought in.
        ("text/x.rs", "use super::y;\nfn f() { y::z::g() }"),
        ("text/y.rs", "mod z;"),
        ("text/y/z.rs", "use crate::text::w::W;"),
        ("text/w.rs", "use super::x;"),
        // What a module and its parts say to each other is no circle, nor is what only tests name.
        ("rules/k.rs", "mod l;\nuse self::l::L;"),
        ("rules/k/l.rs", "use super::K;\nuse crate::rules::m::M;"),
        (
            "rules/m.rs",
            "\n#[cfg(test)]\nmod tests { use crate::rules::k::l; }",
        ),
    ]
    .map(|(path, text)| Source::new(path, text));
    let arrows = arrows(&sources);
    let found: Vec<Vec<String>> = circles(&arrows)
        .iter()
        .map(|circle| circle.iter().map(|module| module.join("::")).collect())
        .collect();
    let expected = [
        vec!["text::w", "text::x", "text::y::z"],
        vec!["ui::a", "ui::b"],
    ];
    assert_eq!(found, expected);
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
    let long: Vec<(usize, PathBuf)> = sources()
        .into_iter()
        .map(|source| (source.product().lines().count(), source.path))
        .filter(|(lines, _)| *lines > MOST_LINES)
        .collect();
    assert_eq!(long, []);
}

/// Macros that declare a type of the name with which each part of them begins.
const DECLARING: [&str; 3] = ["choices", "record", "worded"];

/// The types that a text of a source declares, but for those that belong to an `impl` or a `trait`.
fn declared(text: &str) -> BTreeSet<&str> {
    let tokens = tokens(text);
    let is_type = |name: &str| name.starts_with(char::is_uppercase);
    let mut declared = BTreeSet::new();
    let mut depth = 0;
    let mut in_macro = false;
    for (at, token) in tokens.iter().enumerate() {
        match (*token, &tokens[at + 1..]) {
            ("{", _) => {
                let called = tokens[..at].iter().rev();
                let called: Vec<&str> = called.take(2).copied().collect();
                in_macro |=
                    matches!(called[..], ["!", name] if depth == 0 && DECLARING.contains(&name));
                depth += 1;
            }
            ("}", _) => {
                depth -= 1;
                in_macro &= depth > 0;
            }
            ("struct" | "enum" | "trait", [name, ..]) if is_type(name) => {
                declared.insert(*name);
            }
            ("type", [name, ..]) if is_type(name) && depth == 0 => {
                declared.insert(*name);
            }
            (name, ["{" | "[", rest @ ..]) if in_macro && depth == 1 && is_type(name) => {
                declared.insert(name);
                if let [fields, "]", ..] = rest {
                    declared.insert(*fields);
                }
            }
            _ => {}
        }
    }
    declared
}

#[test]
fn one_word_names_one_type() {
    let sources = sources();
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    for source in &sources {
        for name in declared(source.product()) {
            *files.entry(name).or_default() += 1;
        }
    }
    assert!(files.len() > 400, "only {} types were found", files.len());
    files.retain(|_, files| *files > 1);
    assert_eq!(files, BTreeMap::new());
}

#[test]
fn types_are_found_in_every_way_of_declaring_them() {
    let text = "
        pub struct A<'a>(&'a str); // struct B
        type C = u8;
        impl Deref for A<'_> { type Target = str; }
        worded! { /// An F.
            D { Yes = \"ja\", } }
        record! { #[derive(Debug)] E [EField] { other: G, } with { H field: I = \"felt\" inside, } }
        macro_rules! j { ($name:ident) => { pub enum $name {} }; }";
    let found: Vec<&str> = declared(text).into_iter().collect();
    assert_eq!(found, ["A", "C", "D", "E", "EField"]);
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
