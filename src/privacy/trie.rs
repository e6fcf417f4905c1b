//! Finds which words of a list begin at a place of a text, in one walk however long the list is.

/// Texts, each with a number, as a tree of bytes.
pub struct Trie {
    nodes: Vec<Node>,
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
        }
    }

    /// Adds a text with its number.
    pub fn add(&mut self, text: &str, number: usize) {
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
        let mut at = ROOT;
        for (read, byte) in text.iter().enumerate() {
            let Some(node) = self.nodes.get(at) else {
                return;
            };
            let Ok(next) = node.next.binary_search_by_key(byte, |(b, _)| *b) else {
                return;
            };
            at = node.next.get(next).map_or(ROOT, |(_, next)| *next);
            if let Some(node) = self.nodes.get(at) {
                for number in &node.ends {
                    found(read + 1, *number);
                }
            }
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
