//! Finds which words of a list begin at a place of a text, in one walk however long the list is.

/// Texts, each with a number, as a tree of bytes.
pub struct Trie {
    nodes: Vec<Node>,
    beginnings: Beginnings,
}

#[derive(Default)]
struct Node {
    /// Sorted by byte.
    next: Vec<(u8, usize)>,
    /// The numbers of the texts that end here.
    ends: Vec<usize>,
}

const ROOT: usize = 0;

impl Trie {
    /// One without texts.
    pub fn new() -> Self {
        Self {
            nodes: vec![Node::default()],
            beginnings: Beginnings::new(),
        }
    }

    /// Adds a text with its number.
    pub fn add(&mut self, text: &str, number: usize) {
        self.beginnings.add(text.as_bytes());
        let mut at = ROOT;
        for byte in text.bytes() {
            let fresh = self.nodes.len();
            let Some(node) = self.nodes.get_mut(at) else {
                return;
            };
            at = match node.next.binary_search_by_key(&byte, |(b, _)| *b) {
                Ok(found) => node.next.get(found).map_or(ROOT, |(_, next)| *next),
                Err(gap) => {
                    node.next.insert(gap, (byte, fresh));
                    self.nodes.push(Node::default());
                    fresh
                }
            };
        }
        if let Some(node) = self.nodes.get_mut(at) {
            node.ends.push(number);
        }
    }

    /// Calls `found` with the length and the number of each text that `text` begins with, the shortest first.
    pub fn walk(&self, text: &[u8], mut found: impl FnMut(usize, usize)) {
        if !self.beginnings.may_begin(text) {
            return;
        }
        let mut node = self.nodes.get(ROOT);
        for (length, byte) in (1..).zip(text) {
            let next = node.and_then(|node| node.next.iter().find(|(b, _)| b == byte));
            node = next.and_then(|(_, next)| self.nodes.get(*next));
            let Some(node) = node else {
                return;
            };
            for number in &node.ends {
                found(length, *number);
            }
        }
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
            found.push((length, number))
        });
        assert_eq!(found, [(2, 0), (2, 3), (8, 1)]);
        trie.walk(b"m", |_, _| panic!("nothing begins so"));
    }
}
