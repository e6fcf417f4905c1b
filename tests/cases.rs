//! Example meetings played through the real program, from the first key in an empty folder to the last document.

pub mod after;
pub mod leader;

mod carpenter;
mod nurse;
mod teacher;
mod warehouse;

use leader::Leader;

#[test]
fn an_item_that_was_left_open_can_be_dealt_with_at_the_review() {
    let mut m = Leader::sits_down("2026-11-17T09:58:00+01:00");
    m.makes_a_meeting();
    m.until("10:00");
    m.begins();
    m.until("10:40");
    m.picks("avslutt møtet", "Avslutt møtet");
    m.tui.keys("<C-b>");
    m.sees(&[
        "Møtet er avsluttet.",
        "Ikke gjennomgått: Presentasjon og roller",
    ]);
    m.jumps_to("presentasjon", "Presentasjon og roller");
    m.types("Alle sa hvem de er.");
    m.reviews();
    m.tui.wait_gone("Ikke gjennomgått: Presentasjon og roller");
    m.jumps_to("mål", "Hensikt og mål");
    m.tui.keys("<C-u>");
    m.reviews();
    m.tui.wait_gone("Ikke gjennomgått: Hensikt og mål");
}
