//! The key notation of the tests, and the bytes that a terminal sends for it.

/// One key press as bytes.
#[derive(Debug, PartialEq, Eq)]
pub enum Press {
    /// Sent at once; the next key may follow directly.
    Bytes(Vec<u8>),
    /// The lone escape key: what follows it too soon is read as part of the same key.
    Escape,
}

/// Reads plain text, `<Enter>`, `<C-n>`, `<S-Left>`, `<A-x>`, `<F5>`, … and `<lt>` for the sign itself.
///
/// # Panics
/// On a name that is not known, and on a combination that terminals cannot send.
pub fn parse(notation: &str) -> Vec<Press> {
    let mut presses = Vec::new();
    let mut rest = notation;
    while let Some(c) = rest.chars().next() {
        if c == '<' {
            let (name, after) = rest[1..]
                .split_once('>')
                .unwrap_or_else(|| panic!("no '>' in {rest:?}; write <lt> for '<'"));
            presses.push(press(name));
            rest = after;
        } else {
            presses.push(Press::Bytes(c.to_string().into_bytes()));
            rest = &rest[c.len_utf8()..];
        }
    }
    presses
}

fn press(name: &str) -> Press {
    if name == "Esc" {
        return Press::Escape;
    }
    let (modifiers, key) = split_modifiers(name);
    let bytes = plain(modifiers, key)
        .or_else(|| sequence(modifiers, key))
        .unwrap_or_else(|| panic!("no terminal sends <{name}>"));
    Press::Bytes(bytes)
}

const SHIFT: u8 = 1;
const ALT: u8 = 2;
const CONTROL: u8 = 4;

/// The modifiers in the bits that xterm's sequences use.
fn split_modifiers(mut name: &str) -> (u8, &str) {
    let mut modifiers = 0;
    while let Some((prefix, key)) = name.split_once('-') {
        modifiers |= match prefix {
            "S" => SHIFT,
            "A" => ALT,
            "C" => CONTROL,
            _ => panic!("unknown modifier in <{name}>"),
        };
        name = key;
    }
    (modifiers, name)
}

/// Keys that are a character or a control character.
fn plain(modifiers: u8, key: &str) -> Option<Vec<u8>> {
    if modifiers == SHIFT && key == "Tab" {
        return Some(b"\x1b[Z".to_vec());
    }
    if modifiers & SHIFT != 0 {
        return None;
    }
    let character = match key {
        "Enter" => "\r",
        "Tab" => "\t",
        "BS" => "\x7f",
        "Space" => " ",
        "lt" => "<",
        _ if key.chars().count() == 1 => key,
        _ => return None,
    };
    let mut bytes = match (modifiers & CONTROL != 0, character.as_bytes()) {
        (false, character) => character.to_vec(),
        (true, [c @ (b'a'..=b'z' | b' ' | b'\\' | b']' | b'^' | b'_')]) => vec![c & 0x1f],
        (true, _) => return None,
    };
    if modifiers & ALT != 0 {
        bytes.insert(0, b'\x1b');
    }
    Some(bytes)
}

/// Keys that are an escape sequence, with the modifiers in it as xterm writes them.
fn sequence(modifiers: u8, key: &str) -> Option<Vec<u8>> {
    let (number, last) = match key {
        "Up" => (1, 'A'),
        "Down" => (1, 'B'),
        "Right" => (1, 'C'),
        "Left" => (1, 'D'),
        "Home" => (1, 'H'),
        "End" => (1, 'F'),
        "F1" => (1, 'P'),
        "F2" => (1, 'Q'),
        "F3" => (1, 'R'),
        "F4" => (1, 'S'),
        "Del" => (3, '~'),
        "PgUp" => (5, '~'),
        "PgDn" => (6, '~'),
        "F5" => (15, '~'),
        "F6" => (17, '~'),
        "F7" => (18, '~'),
        "F8" => (19, '~'),
        "F9" => (20, '~'),
        "F10" => (21, '~'),
        "F11" => (23, '~'),
        "F12" => (24, '~'),
        _ => return None,
    };
    let text = match (modifiers, last) {
        (0, '~') => format!("\x1b[{number}~"),
        (0, 'P'..='S') => format!("\x1bO{last}"),
        (0, _) => format!("\x1b[{last}"),
        (_, _) => format!("\x1b[{number};{}{last}", modifiers + 1),
    };
    Some(text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::{Press, parse};

    fn check(notation: &str, sent: &[&str]) {
        let presses: Vec<String> = parse(notation)
            .into_iter()
            .map(|press| match press {
                Press::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
                Press::Escape => "ESC".to_owned(),
            })
            .collect();
        assert_eq!(presses, sent, "{notation}");
    }

    #[test]
    fn keys_are_sent_as_xterm_sends_them() {
        check("", &[]);
        check("på", &["p", "å"]);
        check("a<lt>b>", &["a", "<", "b", ">"]);
        check("<C-n>x<Enter>", &["\x0e", "x", "\r"]);
        check("<Esc><Tab><S-Tab><BS>", &["ESC", "\t", "\x1b[Z", "\x7f"]);
        check(
            "<Up><S-Left><C-Left><C-S-End>",
            &["\x1b[A", "\x1b[1;2D", "\x1b[1;5D", "\x1b[1;6F"],
        );
        check(
            "<Home><Del><C-Del><PgDn>",
            &["\x1b[H", "\x1b[3~", "\x1b[3;5~", "\x1b[6~"],
        );
        check(
            "<F1><S-F1><F5><F12>",
            &["\x1bOP", "\x1b[1;2P", "\x1b[15~", "\x1b[24~"],
        );
        check("<A-b><C-Space><A-Enter>", &["\x1bb", "\0", "\x1b\r"]);
    }

    #[test]
    #[should_panic(expected = "no terminal sends <C-Enter>")]
    fn a_key_that_no_terminal_sends_is_refused() {
        parse("<C-Enter>");
    }
}
