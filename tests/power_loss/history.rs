//! What a recording of calls comes to: single changes to names and contents, and since when the disk has promised each.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::support::disk::{Call, What};

/// A file or a folder, whatever it is called; the first is the folder of the recording itself.
pub type Node = usize;

/// The folder of the recording.
pub const ROOT: Node = 0;

/// Changes of names that a file system makes at once or not at all: in a folder, a name, and what it stands for then.
pub type Names = Vec<(Node, String, Option<Node>)>;

/// A change of a content.
pub enum Content {
    Bytes { offset: usize, bytes: Vec<u8> },
    Length(usize),
}

/// Which call made a change, counted from 0, and which one promised that it stays.
#[derive(Clone, Copy, Debug)]
pub struct When {
    pub made: usize,
    promised: Option<usize>,
}

impl When {
    /// Whether it was made by one of the first `calls` calls.
    pub fn is_made(self, calls: usize) -> bool {
        self.made < calls
    }

    /// Whether the disk had promised to keep it by then.
    pub fn is_promised(self, calls: usize) -> bool {
        self.promised.is_some_and(|at| at < calls)
    }
}

/// All changes of a recording, in order.
#[derive(Default)]
pub struct History {
    pub names: Vec<(When, Names)>,
    /// By file.
    pub contents: HashMap<Node, Vec<(When, Content)>>,
    pub folders: BTreeSet<Node>,
    /// Every content that the program was done with at some time, with the name it then had.
    pub complete: Vec<(String, Vec<u8>)>,
}

/// The content of a file after these changes.
pub fn content<'a>(changes: impl Iterator<Item = &'a Content>) -> Vec<u8> {
    let mut content = Vec::new();
    for change in changes {
        match change {
            Content::Length(length) => content.resize(*length, 0),
            Content::Bytes { offset, bytes } => {
                let end = offset + bytes.len();
                if content.len() < end {
                    content.resize(end, 0);
                }
                content[*offset..end].copy_from_slice(bytes);
            }
        }
    }
    content
}

impl History {
    /// Reads a recording that began when the folder was empty or not there.
    pub fn of(calls: &[Call]) -> Self {
        let mut reader = Reader {
            history: Self::default(),
            live: BTreeMap::from([(ROOT, BTreeMap::new())]),
            inodes: HashMap::new(),
            next: ROOT + 1,
            syncing: HashMap::new(),
            unpromised: HashMap::new(),
            writing: HashMap::new(),
        };
        reader.history.folders.insert(ROOT);
        for (at, call) in calls.iter().enumerate() {
            reader.take(at, call);
        }
        let threads: Vec<u32> = reader.writing.keys().copied().collect();
        for thread in threads {
            reader.is_done_writing(thread);
        }
        reader.history
    }
}

struct Reader {
    history: History,
    /// The folders as the program sees them.
    live: BTreeMap<Node, BTreeMap<String, Node>>,
    inodes: HashMap<u64, Node>,
    next: Node,
    /// What each thread is waiting for, and how many calls had been made when it began.
    syncing: HashMap<u32, (Node, usize)>,
    /// For changes of names in several folders: those that are not promised yet.
    unpromised: HashMap<usize, BTreeSet<Node>>,
    /// The file each thread wrote to last, and what it was called.
    writing: HashMap<u32, (Node, String)>,
}

impl Reader {
    fn take(&mut self, at: usize, call: &Call) {
        let writes = matches!(call.what, What::Write { .. });
        let goes_on = writes.then(|| self.inodes[&call.inode]);
        let wrote = self.writing.get(&call.thread).map(|(node, _)| *node);
        if wrote.is_some() && wrote != goes_on {
            self.is_done_writing(call.thread);
        }
        if call.result.is_err() {
            let whole = !matches!(call.what, What::SyncEnds { .. });
            assert!(whole, "the model knows no sync that fails: {call:?}");
            return;
        }
        match &call.what {
            What::Open { path, flags } => self.opens(at, path, *flags, call.inode),
            What::Write { path, offset, data } => {
                let file = self.inodes[&call.inode];
                self.writing.insert(call.thread, (file, path.clone()));
                let offset = usize::try_from(*offset).unwrap();
                let bytes = data.clone();
                self.changes(at, file, Content::Bytes { offset, bytes });
            }
            What::Truncate { length, .. } => {
                let length = usize::try_from(*length).unwrap();
                self.changes(at, self.inodes[&call.inode], Content::Length(length));
            }
            What::SyncBegins { path } => {
                // A file may have another name by now, and a folder the number of a file that is gone.
                let named = self.find(path);
                let folder = named.filter(|node| self.history.folders.contains(node));
                let file = || self.inodes.get(&call.inode).copied();
                let node = folder.or_else(file).or(named);
                self.syncing.insert(call.thread, (node.unwrap(), at));
            }
            What::SyncEnds { .. } => {
                let (node, began) = self.syncing.remove(&call.thread).unwrap();
                self.promises(node, began, at);
            }
            What::Rename { from, to } => {
                assert!(!to.is_empty(), "the model knows one folder only: {call:?}");
                let (from, to) = (self.place(from), self.place(to));
                let node = self.live[&from.0][&from.1];
                self.names(at, vec![(from.0, from.1, None), (to.0, to.1, Some(node))]);
            }
            What::Link { from, to } => {
                let ((folder, name), node) = (self.place(to), self.find(from).unwrap());
                self.names(at, vec![(folder, name, Some(node))]);
            }
            What::Remove { path } | What::RemoveFolder { path } => {
                let (folder, name) = self.place(path);
                self.names(at, vec![(folder, name, None)]);
            }
            What::MakeFolder { path } if path.is_empty() => {}
            What::MakeFolder { path } => {
                let (folder, name) = self.place(path);
                let made = self.makes();
                self.live.insert(made, BTreeMap::new());
                self.history.folders.insert(made);
                self.names(at, vec![(folder, name, Some(made))]);
            }
            What::Symlink { .. } | What::Hangs { .. } => panic!("the model does not know {call:?}"),
        }
    }

    fn opens(&mut self, at: usize, path: &str, flags: i32, inode: u64) {
        const O_TRUNC: i32 = 0o1000;
        let node = match self.find(path) {
            Some(node) if flags & O_TRUNC != 0 => {
                self.changes(at, node, Content::Length(0));
                node
            }
            Some(node) => node,
            // It was opened, so it is there now.
            None => {
                let (folder, name) = self.place(path);
                let made = self.makes();
                self.names(at, vec![(folder, name, Some(made))]);
                made
            }
        };
        self.inodes.insert(inode, node);
    }

    /// Everything in this file or folder that was done before the call number `began` is promised now.
    fn promises(&mut self, node: Node, began: usize, now: usize) {
        for (when, _) in self.history.contents.entry(node).or_default() {
            if when.made < began && when.promised.is_none() {
                when.promised = Some(now);
            }
        }
        if !self.history.folders.contains(&node) {
            return;
        }
        for (index, (when, _)) in self.history.names.iter_mut().enumerate() {
            if when.made < began && when.promised.is_none() {
                let folders = self.unpromised.get_mut(&index).unwrap();
                folders.remove(&node);
                when.promised = folders.is_empty().then_some(now);
            }
        }
    }

    fn changes(&mut self, at: usize, file: Node, change: Content) {
        let changes = self.history.contents.entry(file).or_default();
        changes.push((made(at), change));
    }

    fn names(&mut self, at: usize, names: Names) {
        for (folder, name, node) in &names {
            let folder = self.live.get_mut(folder).unwrap();
            match node {
                Some(node) => folder.insert(name.clone(), *node),
                None => folder.remove(name),
            };
        }
        let folders = names.iter().map(|(folder, ..)| *folder).collect();
        self.unpromised.insert(self.history.names.len(), folders);
        self.history.names.push((made(at), names));
    }

    fn is_done_writing(&mut self, thread: u32) {
        if let Some((file, name)) = self.writing.remove(&thread) {
            let changes = &self.history.contents[&file];
            let content = content(changes.iter().map(|(_, change)| change));
            self.history.complete.push((name, content));
        }
    }

    fn makes(&mut self) -> Node {
        self.next += 1;
        self.next - 1
    }

    fn find(&self, path: &str) -> Option<Node> {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        parts.try_fold(ROOT, |folder, name| {
            self.live.get(&folder)?.get(name).copied()
        })
    }

    /// The folder of a name, and the name in it.
    fn place(&self, path: &str) -> (Node, String) {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        (self.find(folder).unwrap(), name.to_owned())
    }
}

fn made(at: usize) -> When {
    When {
        made: at,
        promised: None,
    }
}
