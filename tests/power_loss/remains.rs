//! What a machine may find on its disk after the power went: six ways of keeping and losing what was not promised.

use std::collections::{BTreeMap, HashMap};

use super::history::{Content, History, Names, Node, ROOT, When, content};

/// What is in a folder and those below it, by path.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// How a disk treats what it has not promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Disk {
    /// It keeps all that was called.
    KeepsAll,
    /// It keeps nothing else than what was synced.
    KeepsPromisesOnly,
    /// Names stay and contents are gone, as ext4 and xfs leave files that were renamed and not synced.
    KeepsNames,
    /// Names stay, and the beginning of each content; the number says where it was torn.
    Tears(usize),
    /// Names stay, and of each content all but some pages, which are full of noughts.
    LosesPages(u64),
    /// Anything of this, picked by chance.
    Anything(u64),
}

/// A page of a file.
const PAGE: usize = 4096;

/// The disk at one moment of the recording.
pub struct Moment<'a> {
    history: &'a History,
    /// How many calls had been made.
    calls: usize,
    /// The names after all changes up to the first that is not promised, and how many those are.
    settled: &'a Settled,
}

/// The folders as all changes of names leave them that come before the first one not promised.
#[derive(Default)]
pub struct Settled {
    folders: HashMap<Node, BTreeMap<String, Node>>,
    count: usize,
}

impl Settled {
    /// Goes on to a later moment.
    pub fn until(&mut self, history: &History, calls: usize) {
        while let Some((when, names)) = history.names.get(self.count)
            && when.is_made(calls)
            && when.is_promised(calls)
        {
            apply(&mut self.folders, names);
            self.count += 1;
        }
    }
}

fn apply(folders: &mut HashMap<Node, BTreeMap<String, Node>>, names: &Names) {
    for (folder, name, node) in names {
        let folder = folders.entry(*folder).or_default();
        match node {
            Some(node) => folder.insert(name.clone(), *node),
            None => folder.remove(name),
        };
    }
}

impl<'a> Moment<'a> {
    /// The moment after so many calls.
    pub fn after(calls: usize, history: &'a History, settled: &'a Settled) -> Self {
        Self {
            history,
            calls,
            settled,
        }
    }

    /// What is left if the power goes now.
    pub fn left_by(&self, disk: Disk) -> Tree {
        let seed = if let Disk::Anything(seed) = disk {
            seed
        } else {
            0
        };
        let mut chance = Chance((self.calls as u64) << 8 | seed);
        let folders = self.names(disk, &mut chance);
        let mut tree = Tree::new();
        let mut open = vec![(ROOT, String::new())];
        while let Some((folder, path)) = open.pop() {
            for (name, node) in folders.get(&folder).into_iter().flatten() {
                let path = format!("{path}{name}");
                if self.history.folders.contains(node) {
                    open.push((*node, path + "/"));
                } else {
                    tree.insert(path, self.content(*node, disk, &mut chance));
                }
            }
        }
        tree
    }

    fn names(&self, disk: Disk, chance: &mut Chance) -> HashMap<Node, BTreeMap<String, Node>> {
        let mut folders = self.settled.folders.clone();
        let rest = &self.history.names[self.settled.count..];
        let rest: Vec<_> = rest
            .iter()
            .filter(|(when, _)| when.is_made(self.calls))
            .collect();
        // Journals keep names in order, up to a point; simpler disks write folders as they see fit.
        let in_order = chance.of(2) == 0;
        let up_to = chance.of(rest.len() + 1);
        for (index, (when, names)) in rest.into_iter().enumerate() {
            let kept = when.is_promised(self.calls)
                || match disk {
                    Disk::KeepsPromisesOnly => false,
                    Disk::Anything(_) if in_order => index < up_to,
                    Disk::Anything(_) => chance.of(2) == 0,
                    Disk::KeepsAll | Disk::KeepsNames | Disk::Tears(_) | Disk::LosesPages(_) => {
                        true
                    }
                };
            if kept {
                apply(&mut folders, names);
            }
        }
        folders
    }

    fn content(&self, file: Node, disk: Disk, chance: &mut Chance) -> Vec<u8> {
        let none = Vec::new();
        let changes = self.history.contents.get(&file).unwrap_or(&none);
        let made: Vec<_> = changes
            .iter()
            .filter(|(when, _)| when.is_made(self.calls))
            .collect();
        let safe = |when: &When| when.is_promised(self.calls);
        let all = || content(made.iter().map(|(_, change)| change));
        if made.iter().all(|(when, _)| safe(when)) {
            return all();
        }
        let dice = chance.of(4);
        match (disk, dice) {
            (Disk::KeepsAll, _) | (Disk::Anything(_), 0) => all(),
            (Disk::KeepsPromisesOnly, _) => {
                let kept = made.iter().filter(|(when, _)| safe(when));
                content(kept.map(|(_, change)| change))
            }
            // That a file was cut is about the file, not about what is in it.
            (Disk::KeepsNames, _) | (Disk::Anything(_), 1) => {
                content(made.iter().filter_map(|(when, change)| match change {
                    Content::Bytes { .. } if !safe(when) => None,
                    Content::Bytes { .. } | Content::Length(_) => Some(change),
                }))
            }
            (Disk::Tears(number), _) => {
                let whole = all();
                let tears = tears(&whole, file);
                whole[..tears[number % tears.len()]].to_owned()
            }
            (Disk::Anything(_), 2) => {
                let mut whole = all();
                whole.truncate(chance.of(whole.len() + 1));
                whole
            }
            (Disk::LosesPages(seed), _) => {
                without_pages(all(), &mut Chance((file as u64) << 8 | seed))
            }
            (Disk::Anything(_), _) => without_pages(all(), chance),
        }
    }
}

/// How many places there are to tear at.
pub const TEARS: usize = 6;

/// Where a file may be torn: at its pages, as disks do; between the tables of a TOML file, where what is left is TOML
/// too; and anywhere. Which of the many it is depends on the file, so that all of them come up in a long recording.
fn tears(whole: &[u8], file: Node) -> Vec<usize> {
    let mut chance = Chance(file as u64);
    let length = whole.len();
    let tables: Vec<usize> = whole
        .windows(2)
        .enumerate()
        .filter_map(|(at, pair)| (pair == b"\n\n").then_some(at + 1))
        .collect();
    let table = |chance: &mut Chance| tables.get(chance.of(tables.len())).copied().unwrap_or(0);
    vec![
        table(&mut chance),
        table(&mut chance),
        tables.last().copied().unwrap_or(0),
        chance.of(length / PAGE + 1) * PAGE,
        chance.of(length + 1),
        length.saturating_sub(1),
    ]
}

/// At least one page is lost.
fn without_pages(mut whole: Vec<u8>, chance: &mut Chance) -> Vec<u8> {
    let pages = whole.len().div_ceil(PAGE);
    let surely = chance.of(pages);
    for (number, page) in whole.chunks_mut(PAGE).enumerate() {
        if number == surely || chance.of(3) == 0 {
            page.fill(0);
        }
    }
    whole
}

/// Numbers that look like chance and are the same each time (splitmix64).
struct Chance(u64);

impl Chance {
    /// A number below `end`, or 0.
    fn of(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        usize::try_from(z % end.max(1) as u64).unwrap()
    }
}
