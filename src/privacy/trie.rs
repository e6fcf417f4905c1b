//! Finds which words of a list begin at a place of a text, in one walk however long the list is.

/// Texts, each with a number, as a tree of bytes. Thousands of words stand in it as long as the program runs, so it is
/// packed: one list of nodes that name one another by their places.
pub(super) struct Trie {
    nodes: Vec<TrieNode>,
    ends: Vec<MatchEnd>,
    beginnings: Beginnings,
}

/// A byte of a text. The place 0 is that of the root, to which nothing leads: it stands for none.
#[derive(Default)]
struct TrieNode {
    byte: u8,
    /// The first of those that may follow.
    child: u32,
    /// The next of those that may stand here instead.
    sibling: u32,
    /// The first of the texts that end here.
    end: Option<u32>,
}

/// That a text ends at a node.
struct MatchEnd {
    number: usize,
    /// The next of the texts that end there.
    next: Option<u32>,
}

const ROOT: u32 = 0;

impl Trie {
    /// One without texts.
    pub(super) fn new() -> Self {
        Self {
            nodes: vec![TrieNode::default()],
            ends: Vec::new(),
            beginnings: Beginnings::new(),
        }
    }

    /// Adds a text with its number. Of texts that are the same, the number added first is found first.
    pub(super) fn add(&mut self, text: &str, number: usize) {
        let mut at = ROOT;
        for byte in text.bytes() {
            let Some(next) = self.next(at, byte).or_else(|| self.grow(at, byte)) else {
                // More than four thousand million bytes of words: the text is left out.
                return;
            };
            at = next;
        }
        self.beginnings.add(text.as_bytes());
        let Ok(fresh) = u32::try_from(self.ends.len()) else {
            return;
        };
        let mut last = None;
        let mut end = self.node(at).and_then(|node| node.end);
        while let Some(here) = end {
            last = Some(here);
            end = self.end(here).and_then(|end| end.next);
        }
        self.ends.push(MatchEnd { number, next: None });
        match last {
            Some(last) => {
                if let Some(last) = self.ends.get_mut(last as usize) {
                    last.next = Some(fresh);
                }
            }
            None => {
                if let Some(node) = self.nodes.get_mut(at as usize) {
                    node.end = Some(fresh);
                }
            }
        }
    }

    /// Calls `found` with the length and the number of each text that `text` begins with, the shortest first.
    pub(super) fn walk(&self, text: &[u8], mut found: impl FnMut(usize, usize)) {
        if !self.beginnings.may_begin(text) {
            return;
        }
        let mut at = ROOT;
        for (length, byte) in (1..).zip(text) {
            let Some(next) = self.next(at, *byte) else {
                return;
            };
            at = next;
            let mut end = self.node(at).and_then(|node| node.end);
            while let Some(here) = end.and_then(|end| self.end(end)) {
                found(length, here.number);
                end = here.next;
            }
        }
    }

    fn node(&self, at: u32) -> Option<&TrieNode> {
        self.nodes.get(at as usize)
    }

    fn end(&self, at: u32) -> Option<&MatchEnd> {
        self.ends.get(at as usize)
    }

    /// Where a byte leads from a node.
    fn next(&self, at: u32, byte: u8) -> Option<u32> {
        let mut place = self.node(at)?.child;
        while place != ROOT {
            let node = self.node(place)?;
            if node.byte == byte {
                return Some(place);
            }
            place = node.sibling;
        }
        None
    }

    /// Lets a byte follow a node.
    fn grow(&mut self, at: u32, byte: u8) -> Option<u32> {
        let fresh = u32::try_from(self.nodes.len()).ok()?;
        let parent = self.nodes.get_mut(at as usize)?;
        let sibling = std::mem::replace(&mut parent.child, fresh);
        self.nodes.push(TrieNode {
            byte,
            sibling,
            ..TrieNode::default()
        });
        Some(fresh)
    }
}

/// How texts begin: in nearly every place none does, and that is seen here in one look.
///
/// Three bytes decide, and of each the five low bits: they tell letters apart. For every two of them, the bits of a number
/// are the third ones that follow.
struct Beginnings(Vec<u32>);

impl Beginnings {
    fn new() -> Self {
        Self(vec![0; 32 * 32])
    }

    fn place([first, second]: [u8; 2]) -> usize {
        usize::from(first & 31) * 32 + usize::from(second & 31)
    }

    fn add(&mut self, text: &[u8]) {
        let (begin, third) = match *text {
            [] => return,
            // Anything may follow.
            [first] => return (0..32).for_each(|second| self.add(&[first, second])),
            [first, second] => ([first, second], u32::MAX),
            [first, second, third, ..] => ([first, second], 1 << (third & 31)),
        };
        if let Some(thirds) = self.0.get_mut(Self::place(begin)) {
            *thirds |= third;
        }
    }

    fn may_begin(&self, text: &[u8]) -> bool {
        let [first, second, third] = match *text {
            [] => return false,
            [first] => [first, 0, 0],
            [first, second] => [first, second, 0],
            [first, second, third, ..] => [first, second, third],
        };
        let thirds = self.0.get(Self::place([first, second]));
        thirds.is_some_and(|thirds| thirds & (1 << (third & 31)) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_at_the_place_is_found() {
        let mut trie = Trie::new();
        for (number, text) in ["ms", "ms teams", "måke", "ms"].into_iter().enumerate() {
            trie.add(text, number);
        }
        let mut found = Vec::new();
        trie.walk("ms teams og måke".as_bytes(), |length, number| {
            found.push((length, number));
        });
        assert_eq!(found, [(2, 0), (2, 3), (8, 1)]);
        trie.walk(b"m", |_, _| panic!("nothing begins so"));
    }
}
