//! What does not belong in a document is marked while it is written, in the real program.

use crate::cases::leader::Leader;

fn meeting(colours: bool) -> Leader {
    let mut m = Leader::with("2026-11-17T09:58:00+01:00", |setup| match colours {
        true => setup,
        false => setup.env("NO_COLOR", "1"),
    });
    m.makes_a_meeting();
    m.until("10:00");
    m.begins();
    m
}

#[track_caller]
fn waits_for(m: &mut Leader, row: &str) {
    m.tui.wait_styled(row, |styled| styled.contains(row));
}

#[test]
fn a_word_is_underlined_once_it_is_whole() {
    let mut m = meeting(true);
    // The last letter by itself: what is typed too fast to be seen comes in at once, and that is a word already.
    m.types("har prolap");
    m.types("s");
    assert!(!m.tui.styled().contains("underline"), "{}", m.tui.styled());
    m.types(" og er sliten, nå");
    waits_for(
        &mut m,
        "har {underline fg=3:prolaps} og er {underline:sliten}, nå",
    );
}

#[test]
fn without_colours_the_line_is_bold_where_it_has_to_go() {
    let mut m = meeting(false);
    m.types("har prolaps og er sliten, nå");
    waits_for(
        &mut m,
        "har {bold underline:prolaps} og er {underline:sliten}, nå",
    );
}

#[test]
fn the_kladd_is_not_read() {
    let mut m = meeting(true);
    m.types("prolaps ");
    waits_for(&mut m, "{underline fg=3:prolaps}");
    m.tui.keys("<C-a><Del><C-k>");
    m.sees(&["KLADD, bare for deg"]);
    m.types("prolaps og sliten nå");
    assert!(!m.tui.styled().contains("underline"), "{}", m.tui.styled());
}
