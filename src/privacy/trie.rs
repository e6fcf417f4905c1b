//! Finds which words of a list begin at a place of a text, in one walk however long the list is.

/// Texts, each with a number, as a tree of bytes.
pub struct Trie {
    nodes: Vec<Node>,
    /// Where each first byte leads: nearly every walk ends here, so it is one look.
    first: [Option<usize>; 256],
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
            first: [None; 256],
        }
    }

    /// Adds a text with its number.
    pub fn add(&mut self, text: &str, number: usize) {
        let mut at = ROOT;
        let first = text.bytes().next();
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
        if let (Some(byte), Some(root)) = (first, self.nodes.first()) {
            let place = root.next.iter().find(|(b, _)| *b == byte);
            if let Some(slot) = self.first.get_mut(usize::from(byte)) {
                *slot = place.map(|(_, next)| *next);
            }
        }
    }

    /// Calls `found` with the length and the number of each text that `text` begins with, the shortest first.
    pub fn walk(&self, text: &[u8], mut found: impl FnMut(usize, usize)) {
        let Some((first, rest)) = text.split_first() else {
            return;
        };
        let Some(Some(second)) = self.first.get(usize::from(*first)) else {
            return;
        };
        let mut node = self.nodes.get(*second);
        let mut rest = rest.iter();
        let mut read = 1;
        while let Some(here) = node {
            for number in &here.ends {
                found(read, *number);
            }
            let Some(byte) = rest.next() else {
                return;
            };
            let next = here.next.iter().find(|(b, _)| b == byte);
            node = next.and_then(|(_, next)| self.nodes.get(*next));
            read += 1;
        }
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
