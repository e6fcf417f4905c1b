//! Journeys through the program in windows of several sizes: keys and waiting in, screens out.

use crate::cases::leader::{Frame, Leader, Person};
use crate::support::pty::Setup;
use std::time::Duration;

/// A way to look at a journey.
#[derive(Clone, Copy)]
struct Look {
    name: &'static str,
    rows: u16,
    cols: u16,
    colours: Colours,
}

#[derive(Clone, Copy, PartialEq)]
enum Colours {
    /// Only the text is looked at.
    Any,
    /// The program is asked for none, and the styles are looked at, too.
    None,
}

const WIDE: Look = look("120x36", 36, 120, Colours::Any);
const NORMAL: Look = look("80x24", 24, 80, Colours::Any);
const SMALL: Look = look("60x16", 16, 60, Colours::Any);
const PLAIN: Look = look("no_color", 24, 80, Colours::None);

const fn look(name: &'static str, rows: u16, cols: u16, colours: Colours) -> Look {
    Look {
        name,
        rows,
        cols,
        colours,
    }
}

/// The screens of a journey, one after the other.
struct Film {
    m: Leader,
    look: Look,
    screens: String,
}

impl Film {
    fn begins(look: Look) -> Self {
        let window = |setup: Setup| {
            let setup = setup.size(look.rows, look.cols);
            match look.colours {
                Colours::Any => setup,
                Colours::None => setup.env("NO_COLOR", "1"),
            }
        };
        Self {
            m: Leader::with("2026-11-17T09:44:00+01:00", window),
            look,
            screens: String::new(),
        }
    }

    /// Looks at the screen when all of these texts are on it. It is kept in the usual window: in the others, most screens
    /// say the same in a layout that was seen before, and whoever changes a word would have all of them to read.
    #[track_caller]
    fn keeps(&mut self, caption: &str, texts: &[&str]) {
        let screen = self.looks(texts);
        if self.look.name == NORMAL.name {
            self.adds(caption, &screen);
        }
    }

    /// Keeps the screen in every window, for its layout.
    #[track_caller]
    fn keeps_layout(&mut self, caption: &str, texts: &[&str]) {
        let screen = self.looks(texts);
        self.adds(caption, &screen);
    }

    #[track_caller]
    fn looks(&mut self, texts: &[&str]) -> String {
        self.m.sees(texts);
        match self.look.colours {
            Colours::Any => self.m.tui.screen(),
            Colours::None => {
                let styled = self.m.tui.styled();
                for colour in ["fg=", "bg="] {
                    assert!(!styled.contains(colour), "{styled}");
                }
                styled
            }
        }
    }

    fn adds(&mut self, caption: &str, screen: &str) {
        self.screens += &format!("──── {caption}\n{}\n", timeless(screen));
    }

    /// Compares what was kept with what was kept before.
    #[track_caller]
    fn ends(mut self, journey: &str) {
        let names: Vec<&str> = PEOPLE.iter().map(|person| person.name).collect();
        self.m.shows_no_name_outside(&names);
        let name = format!("{journey}_{}", self.look.name);
        insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false}, {
            insta::assert_snapshot!(name, self.screens);
        });
    }
}

/// The screen without what depends on how fast the machine is: seconds, and when it was saved.
fn timeless(screen: &str) -> String {
    let mut shown = String::new();
    let mut rest = screen;
    while let Some(colon) = rest.find(':') {
        let (before, after) = rest.split_at(colon);
        let figures = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
        let minutes = before.get(before.len().saturating_sub(2)..);
        let seconds = after.get(1..3);
        let clock = minutes.is_some_and(figures) && seconds.is_some_and(figures);
        let head = before
            .get(..before.len().saturating_sub(2))
            .unwrap_or_default();
        let tail = after.get(3..).unwrap_or_default();
        if clock && head.ends_with("Lagret ") {
            shown += head;
            shown += "tt:mm";
            rest = tail;
        } else if clock
            && (head.ends_with("i alt ") || tail.starts_with(" igjen") || tail.starts_with(" over"))
        {
            shown += before;
            shown += ":ss";
            rest = tail;
        } else {
            shown += before;
            shown.push(':');
            rest = &after[1..];
        }
    }
    shown + rest
}

const PEOPLE: &[Person] = &[
    Person {
        role: "Arbeidstaker",
        name: "Terje Brekkhus",
        manner: "",
        span: "",
        copy: "",
    },
    Person {
        role: "Arbeidsgiver",
        name: "Hanne Lillevik",
        manner: "",
        span: "",
        copy: "",
    },
    Person {
        role: "Lege/behandler",
        name: "Jonas Aaserud",
        manner: "",
        span: "til 10.20",
        copy: "",
    },
];

/// A meeting that began at ten, with a doctor who leaves at twenty past.
fn meeting(look: Look) -> Film {
    let mut film = Film::begins(look);
    let m = &mut film.m;
    m.makes_a_meeting();
    m.fills_in(&Frame {
        date: "i dag",
        time: "10",
        form: "hybrid",
        workplace: "Skjærvåg Lager AS",
        place: "møterommet",
    });
    m.invites(PEOPLE);
    m.until("10:00");
    m.begins();
    m.time.stops_in_the_middle();
    film
}

fn before_the_meeting(look: Look) {
    let mut film = Film::begins(look);
    film.keeps_layout("the start screen", &["Nytt møte", "F1 hjelp"]);
    film.m.tui.keys("<Down>");
    film.keeps("another line", &["▶  2 Øv på et møte"]);
    film.m.tui.keys("<Up>");
    film.m.makes_a_meeting();
    film.keeps("a new meeting", &["Skriv slik du sier det"]);
    film.m.turns_to("tid, sted", "Dato");
    film.m.tui.keys("33.11");
    film.keeps("a date that does not exist", &["33.11. finnes ikke"]);
    film.m.tui.keys("<C-a>");
    film.m.fills_in(&Frame {
        date: "i dag",
        time: "10",
        form: "hybrid",
        workplace: "Skjærvåg Lager AS",
        place: "møterommet",
    });
    film.m.invites(PEOPLE);
    film.keeps_layout("everybody is invited", &["1 ● innkalles"]);
    film.m.tui.keys("<Tab>");
    film.m.chooses("ja");
    film.keeps("the employee wants the doctor", &["2 ● ja"]);
    film.m.tui.keys("<S-Tab><S-Tab>");
    film.keeps("who gets the referat", &["1 ● uavklart"]);
    film.m.tui.keys("<S-Tab>");
    film.keeps("who leaves early", &["→ til 10:20"]);
    film.m.tui.keys("<Esc>");
    film.keeps_layout("the menu", &["MENY", "▶ Start møtet"]);
    film.m.tui.keys("ny");
    film.keeps("a search in the menu", &["søk:  ny", "▶ Ny oppgave"]);
    film.m.tui.keys("norsk");
    film.keeps(
        "a search that finds nothing",
        &["søk:  nynorsk", "Ingenting passer."],
    );
    film.m.tui.keys("<Esc>");
    film.m.tui.wait_gone("MENY");
    film.m.tui.keys("<F1>");
    film.keeps_layout("help", &["TASTER"]);
    film.m.tui.keys("<PgDn>");
    film.m.tui.wait_gone("Bokstaver er alltid tekst.");
    film.keeps("further down", &["TASTER"]);
    film.m.tui.keys("<Esc>");
    film.m.tui.wait_gone("TASTER");
    film.ends("before_the_meeting");
}

fn the_clock(look: Look) {
    let mut film = meeting(look);
    let small = look.rows < 20;
    film.m.time.pass(Duration::from_secs(5));
    film.keeps("begun", &["Møtet begynte 10:00.", "04:5"]);
    film.m.until("10:01");
    film.m
        .types("Målet er oppgaver fra uke 48.\nLøft er vanskelig.");
    film.keeps_layout("a note", &["I RUTE", "Lagret"]);
    film.m.until("10:03");
    film.keeps("two minutes", &["2 MIN IGJEN"]);
    film.m.until("10:05");
    film.keeps("no time", &["TIDEN ER UTE"]);
    film.m.tui.keys("<C-l>");
    film.keeps_layout("more time", &["MER TID"]);
    film.m.tui.keys("konklusjon 3");
    film.m.sees(&["▶ Lån 3 min fra Konklusjon."]);
    film.m.tui.keys("<Enter>");
    film.keeps(
        "the closing phase is protected",
        &["Ta 3 min fra Konklusjon?"],
    );
    film.m.tui.keys("<Esc>");
    film.m.tui.wait_gone("Ta 3 min fra Konklusjon?");
    film.m.until("10:08");
    film.keeps_layout("too long", &["3 MIN OVER"]);
    film.m.tui.keys("<C-l>løsning 3");
    film.m.sees(&["▶ Lån 3 min fra Løsning."]);
    film.m.tui.keys("<Enter>");
    film.keeps("borrowed", &["3 min lånt fra Løsning. Slutten står fast."]);
    film.m.tui.keys("<C-g>");
    film.keeps("all items", &["GÅ TIL PUNKT"]);
    film.m.tui.keys("<Esc>");
    film.m.tui.wait_gone("GÅ TIL PUNKT");
    film.m.sets_aside("Presentasjon og roller");
    film.keeps("an item is set aside", &["· Presentasjon og roller"]);
    film.m.jumps_to("slags", "Hva slags møte");
    film.m.until("10:16");
    film.keeps("the doctor is about to leave", &["8 MIN OVER"]);
    film.m.tui.keys("<F5>");
    film.keeps("a pause", &["PAUSE", "Pause. F5 fortsetter."]);
    film.m.tui.keys("<F5>");
    film.m.sees(&["Møtet går."]);
    film.m.tui.keys("<C-k>");
    film.m
        .types("T nevnte noe jeg ikke skal skrive\nspør BHT om krakk");
    film.keeps_layout("kladd", &["KLADD, bare for deg"]);
    film.m.tui.keys("<C-k>");
    film.keeps(
        "kladd folded",
        &["Notat til referatet", "Løft er vanskelig."],
    );
    if !small {
        assert!(!film.m.tui.screen().contains("krakk"), "kladd shows");
    }
    film.m.tui.paste("\nlimt inn:\n1. | <script> ~");
    film.keeps("a paste", &["1. | <script> ~"]);
    film.m.tui.keys("<F9>");
    film.keeps("covered", &["F9 eller Esc"]);
    film.m.tui.keys("<F9>");
    film.m.sees(&["Løft er vanskelig."]);
    film.m.tui.resize(3, 10);
    film.keeps("hardly a window", &["For lite"]);
    film.m.tui.resize(look.rows, look.cols);
    film.m.sees(&["Løft er vanskelig."]);
    film.m.picks("sekunder", "Vis eller skjul sekunder");
    film.keeps("without seconds", &["Sekundene er skjult."]);
    film.ends("the_clock");
}

fn what_comes_of_it(look: Look) {
    let mut film = meeting(look);
    film.m.until("10:01");
    film.m.types("Terje kan gjøre varemottak.");
    film.m.tui.keys("<F4>");
    film.keeps("no action items", &["Ingen oppgaver ennå."]);
    film.m.agrees_on(
        "Skaffe ståmatte og krakk",
        &["Hanne Lillevik"],
        "fre",
        "senest fredag 20. november",
    );
    film.keeps_layout("an action item", &["→ senest fredag"]);
    film.m.tui.keys("<S-Tab>");
    film.keeps("its owner", &["[x] Hanne Lillevik"]);
    film.m.tui.keys("<C-t>");
    film.m.types("Be om gradering");
    film.m.tui.keys("<Tab><Tab>");
    film.m.types("etter ferien");
    film.keeps("a date that is not understood", &["«etter ferien»"]);
    film.m.tui.keys("<F6>");
    film.m.sees(&["FRA GJENNOMFØRINGSGUIDEN"]);
    film.m
        .weighs("Gradert sykmelding", "skal brukes", "50 % fra 23.11.");
    film.m.walks_to("Kjøp av helsetjenester");
    film.keeps("a measure that is gone", &["Finnes ikke lenger."]);
    film.m.walks_to("KiD");
    film.keeps("a measure that is private", &["Nevner behandling"]);
    film.m.sets_goal("Full stilling i januar");
    film.m.adds_step(
        "40",
        "→ arbeider 40 %, sykmeldt 60 %",
        "man 23.11",
        "mandag 23. november 2026",
    );
    film.keeps("goal", &["MÅL"]);
    film.m
        .notes_answer("Hanne Lillevik", "uenig", "Det går for fort.");
    film.keeps_layout("agreement", &["Det går for fort."]);
    film.m.tui.keys("<F8>");
    film.keeps("to be read aloud", &["Les dette høyt"]);
    film.m.tui.keys("<C-o>");
    film.keeps("read aloud", &["Notert: oppsummeringen er lest opp."]);
    film.m.tui.keys("<F3>");
    film.m.sees(&["Terje kan gjøre varemottak."]);
    film.m.types("\nHan har prolaps, og blir sliten.");
    film.keeps("what does not belong there is marked", &["blir sliten."]);
    film.m.until("10:03");
    film.m.picks("avslutt møtet", "Avslutt møtet");
    film.keeps("is it over?", &["Avslutte møtet?"]);
    film.m.tui.keys("<C-b>");
    film.keeps_layout("the review", &["Møtet er avsluttet.", "▸"]);
    let marked = |screen: &str| screen.lines().position(|line| line.contains('▸'));
    let before = marked(&film.m.tui.screen());
    film.m.tui.keys("<PgDn>");
    film.m.tui.wait("the referat to move", |screen| {
        marked(&screen.contents()) != before
    });
    film.keeps("the review, further down", &["igjen"]);
    film.m.picks("godkjenn", "Godkjenn referatet");
    film.keeps("not before what has to go is gone", &["Først må 1 funn"]);
    film.m.takes_up("«prolaps»");
    film.keeps_layout("a finding", &["[ stryk ordet ]"]);
    film.m.types("vondt for å løfte");
    film.keeps("rewritten", &["vondt for å løfte"]);
    film.m.walks_to("[ la det stå ]");
    film.m.tui.keys("<Enter>");
    film.keeps("another one may stay", &["Det blir stående."]);
    film.m.picks("godkjenn", "Godkjenn referatet");
    film.keeps("whose case it is comes first", &["Bekreft først"]);
    film.m.takes_up("Er alt om rett sak?");
    film.keeps("is it?", &["[ ] Navn, virksomhet"]);
    film.m.ticks("Navn, virksomhet, fraværsdag");
    film.m.picks("godkjenn", "Godkjenn referatet");
    film.keeps("approve all the same?", &["mangler ennå."]);
    film.m.tui.keys("<C-b>");
    film.keeps("approved", &["Godkjent. Ctrl+E lagrer"]);
    film.m.tui.keys("<F3>x");
    film.keeps("locked", &["Referatet er godkjent og låst."]);
    film.m.tui.keys("<C-e>");
    film.m.sees(&["Lagre referatet i filen"]);
    film.m.tui.keys("<C-a>referat.md<Enter>");
    film.keeps("written", &["Referatet ligger i referat.md"]);
    film.m.picks("hvem får", "Hvem får hva");
    film.m.types("i dag");
    film.keeps("sent", &["SENDES TIL"]);
    film.m.picks("endre det", "Endre det godkjente referatet");
    film.m.tui.keys("Hanne fikk feil dag");
    film.keeps("why it is changed", &["Hanne fikk feil dag"]);
    film.m.tui.keys("<Enter>");
    film.keeps("changed again", &["Referatet kan endres igjen."]);
    film.ends("what_comes_of_it");
}

macro_rules! journeys {
    ($($journey:ident { $($name:ident: $look:ident),+ $(,)? })+) => {
        $($(#[test] fn $name() { $journey($look); })+)+
    };
}

journeys! {
    before_the_meeting {
        before_the_meeting_in_a_wide_window: WIDE,
        before_the_meeting_in_a_usual_window: NORMAL,
        before_the_meeting_in_a_small_window: SMALL,
        before_the_meeting_without_colours: PLAIN,
    }
    the_clock {
        the_clock_in_a_wide_window: WIDE,
        the_clock_in_a_usual_window: NORMAL,
        the_clock_in_a_small_window: SMALL,
        the_clock_without_colours: PLAIN,
    }
    what_comes_of_it {
        what_comes_of_it_in_a_wide_window: WIDE,
        what_comes_of_it_in_a_usual_window: NORMAL,
        what_comes_of_it_in_a_small_window: SMALL,
        what_comes_of_it_without_colours: PLAIN,
    }
}
