//! The packages the program is made of keep to `.deny.toml`: their licences, where they come from, and none for the net.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    iter::Peekable,
    path::Path,
    process::Command,
    str::SplitWhitespace,
};

use serde::Deserialize;

/// What `.deny.toml` says, as far as it is checked here.
#[derive(Deserialize)]
struct Policy {
    licenses: Licences,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licences {
    allow: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: BTreeSet<String>,
}

/// `Cargo.lock`.
#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    source: Option<String>,
}

/// What `cargo metadata` says of the packages and of who needs whom.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    license: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
    root: String,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Needed>,
}

#[derive(Deserialize)]
struct Needed {
    pkg: String,
    dep_kinds: Vec<Use>,
}

#[derive(Deserialize)]
struct Use {
    kind: Option<String>,
}

fn read<T: serde::de::DeserializeOwned>(file: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    toml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn policy() -> Policy {
    read(".deny.toml")
}

fn locked() -> Vec<Locked> {
    let Lock { package } = read("Cargo.lock");
    assert!(package.iter().any(|package| package.name == "ratatui"));
    package
}

fn cargo(arguments: &[&str]) -> Option<String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = command.args(arguments).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    output.status.success().then_some(said)
}

/// The packages of every platform where they have been fetched (`cargo fetch`), otherwise those of this one.
fn metadata() -> Metadata {
    let all = ["metadata", "--offline", "--locked", "--format-version", "1"];
    let said = cargo(&all).or_else(|| {
        let version = cargo(&["-vV"])?;
        let host = version
            .lines()
            .find_map(|line| line.strip_prefix("host: "))?;
        cargo(&[&all[..], &["--filter-platform", host]].concat())
    });
    serde_json::from_str(&said.expect("cargo knows its packages")).unwrap()
}

/// Whether a licence in the language of SPDX leaves a choice that is allowed. Old packages write `/` for OR.
fn is_allowed(licence: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = licence
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    any_of(&mut words, allowed) && words.next().is_none()
}

fn any_of(words: &mut Peekable<SplitWhitespace>, allowed: &BTreeSet<String>) -> bool {
    let mut any = all_of(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        any |= all_of(words, allowed);
    }
    any
}

fn all_of(words: &mut Peekable<SplitWhitespace>, allowed: &BTreeSet<String>) -> bool {
    let mut all = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        all &= one(words, allowed);
    }
    all
}

fn one(words: &mut Peekable<SplitWhitespace>, allowed: &BTreeSet<String>) -> bool {
    match words.next() {
        Some("(") => {
            let inside = any_of(words, allowed);
            words.next_if_eq(&")").is_some() && inside
        }
        Some(name) if words.next_if_eq(&"WITH").is_some() => {
            let exception = words.next().unwrap_or_default();
            allowed.contains(&format!("{name} WITH {exception}"))
        }
        Some(name) => allowed.contains(name),
        None => false,
    }
}

#[test]
fn everything_in_the_program_may_be_given_away() {
    let allowed = policy().licenses.allow;
    let metadata = metadata();
    let nodes: BTreeMap<&str, &Node> = metadata
        .resolve
        .nodes
        .iter()
        .map(|node| (node.id.as_str(), node))
        .collect();
    // What only the tests need stays with those who run them.
    let mut reached = BTreeSet::new();
    let mut ahead = vec![metadata.resolve.root.as_str()];
    while let Some(id) = ahead.pop() {
        if reached.insert(id) {
            let used = |needed: &&Needed| {
                let mut kinds = needed.dep_kinds.iter();
                kinds.any(|used| used.kind.as_deref() != Some("dev"))
            };
            let needed = nodes[id].deps.iter().filter(used);
            ahead.extend(needed.map(|needed| needed.pkg.as_str()));
        }
    }
    assert!(reached.len() > 50, "the packages were not found");
    let wrong: Vec<(&str, &str)> = metadata
        .packages
        .iter()
        .filter(|package| reached.contains(package.id.as_str()))
        .map(|package| {
            let licence = package.license.as_deref().unwrap_or_default();
            (package.name.as_str(), licence)
        })
        .filter(|(_, licence)| !is_allowed(licence, &allowed))
        .collect();
    assert_eq!(wrong, []);
}

#[test]
fn no_package_is_for_the_net() {
    let banned = policy().bans.deny;
    assert!(banned.contains("tokio"));
    let wrong: Vec<String> = locked()
        .into_iter()
        .map(|package| package.name)
        .filter(|name| banned.contains(name))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_package_comes_from_the_one_registry() {
    let registries = policy().sources.allow_registry;
    for Locked { name, source } in locked() {
        let registry = source.as_deref().map(|source| {
            source
                .strip_prefix("registry+")
                .is_some_and(|registry| registries.contains(registry))
        });
        // Our own package has no source.
        assert_eq!(
            registry,
            (name != env!("CARGO_PKG_NAME")).then_some(true),
            "{name}"
        );
    }
}

#[test]
fn licences_are_read_as_they_are_written() {
    let allowed = BTreeSet::from(["MIT", "Zlib", "A WITH B"].map(str::to_owned));
    for (licence, is_one) in [
        ("MIT", true),
        ("Apache-2.0/MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR Zlib", true),
        ("MIT AND GPL-3.0", false),
        ("(GPL-3.0 OR MIT) AND Zlib", true),
        ("GPL-3.0 OR MIT AND Apache-2.0", false),
        ("A", false),
        ("A WITH B", true),
        ("MIT WITH B", false),
        ("", false),
        ("(MIT", false),
        ("MIT Zlib", false),
    ] {
        assert_eq!(is_allowed(licence, &allowed), is_one, "{licence}");
    }
}
