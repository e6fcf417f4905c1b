//! A leader at the keyboard: what the stories of meetings are written in.

use crate::support::clock::{Broken, FakeClock};
use crate::support::disk::FakeDisk;
use crate::support::pty::{Setup, Tui};
use crate::support::room;
use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta};
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::Output;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A leader with an empty folder, a clock of the story, and the program running.
pub struct Leader {
    /// The window.
    pub tui: Tui,
    /// The clock on the wall of the story.
    pub time: Time,
    setup: Setup,
    home: TempDir,
}

impl Leader {
    /// Starts the program in an empty folder and a window of 36 x 120; the time is RFC 3339 with offset.
    pub fn sits_down(time: &str) -> Self {
        Self::with(time, |setup| setup.size(36, 120))
    }

    /// Starts the program shortly before ten in an empty folder on `disk`.
    pub fn sits_down_on(disk: &FakeDisk) -> Self {
        Self::with("2026-11-17T09:58:00+01:00", |setup| {
            setup.size(36, 120).disk(disk)
        })
    }

    /// The same, and at ten a meeting begins.
    pub fn meets_on(disk: &FakeDisk) -> Self {
        let mut m = Self::sits_down_on(disk);
        m.makes_a_meeting();
        m.until("10:00");
        m.begins();
        m
    }

    /// Starts the program in an empty folder, with a setup of one's own.
    pub fn with(time: &str, change: impl FnOnce(Setup) -> Setup) -> Self {
        let home = room();
        let time = Time::at(time);
        let setup = Setup::new(home.path())
            .clock(&time.clock)
            .arg("--mappe")
            .arg(home.path().join(FOLDER));
        let setup = change(setup);
        let tui = Tui::start(&setup);
        Self {
            tui,
            time,
            setup,
            home,
        }
    }

    /// Starts the program again with the same arguments; the one before must have ended.
    pub fn starts_again(&mut self) {
        self.tui = Tui::start(&self.setup);
    }

    /// Leaves the program as one should, and waits for its end.
    #[track_caller]
    pub fn quits(&mut self) {
        self.tui.keys("<C-q>");
        assert_eq!(self.tui.wait_exit(), crate::support::pty::Exit::Code(0));
        assert_eq!(self.tui.left_on(), [""; 0]);
        assert_eq!(self.tui.bells(), 0, "it never rings");
    }

    /// How the program was started.
    pub fn setup(&self) -> Setup {
        self.setup.clone()
    }

    /// The folder of the meetings.
    pub fn folder(&self) -> PathBuf {
        self.home.path().join(FOLDER)
    }

    /// The names of all files in the folder, hidden ones too, in order.
    pub fn files(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// What a subcommand prints, without a terminal and by the clock of the story.
    #[track_caller]
    pub fn prints(&self, arguments: &[&str]) -> String {
        self.prints_of(arguments, "")
    }

    /// The same, with this on its standard input.
    #[track_caller]
    pub fn prints_of(&self, arguments: &[&str], input: &str) -> String {
        let output = self.answers(arguments, input);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{told}");
        assert_eq!(told, "");
        String::from_utf8(output.stdout).unwrap()
    }

    /// What a subcommand answers of the meetings in the folder, with this on its standard input, once the program that is
    /// open has stored what it shows.
    pub fn answers(&self, arguments: &[&str], input: &str) -> Output {
        self.tui.wait_rest();
        let folder = self.folder();
        let mut all = vec![OsStr::new("--mappe"), folder.as_os_str()];
        all.extend(arguments.iter().map(OsStr::new));
        self.setup.answers(&all, input)
    }

    /// What a subcommand says that does not do what it is asked for.
    #[track_caller]
    pub fn is_refused(&self, arguments: &[&str]) -> String {
        let output = self.answers(arguments, "");
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(output.stdout.is_empty(), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// What somebody sees who sees neither the screen nor into the files: every title the window has had, and the names
    /// of the files. The names of people would tell there who is ill.
    #[track_caller]
    pub fn shows_no_name_outside(&mut self, names: &[&str]) {
        let output = String::from_utf8_lossy(self.tui.output()).into_owned();
        let titles = output.split("\x1b]").skip(1);
        let titles = titles.filter_map(|rest| rest.split(['\x07', '\x1b']).next());
        let outside: Vec<String> = titles.map(str::to_owned).chain(self.files()).collect();
        assert!(
            outside.iter().any(|seen| seen.contains("-001")),
            "{outside:?}"
        );
        for name in names.iter().flat_map(|name| name.split(' ')) {
            assert!(
                !outside.iter().any(|seen| seen.contains(name)),
                "{outside:?}"
            );
        }
    }

    // ── The screen ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// Waits until every one of these texts is on the screen.
    #[track_caller]
    pub fn sees(&mut self, texts: &[&str]) {
        for text in texts {
            self.tui.wait_text(text);
        }
    }

    // ── Time ────────────────────────────────────────────────────────────────────────────────────────────────────────

    /// Time passes, minute by minute, until the program's own clock shows this time; a meeting must be open.
    /// To the program, more than a minute and a half at once would be sleep.
    #[track_caller]
    pub fn until(&mut self, clock: &str) {
        let target = self.time.next(clock);
        loop {
            let next = (self.time.now() + TimeDelta::minutes(1)).min(target);
            self.time.pass_until(next);
            // That the screen was covered and uncovered shows that the program has taken note of the time.
            self.tui.keys("<F9>");
            self.tui.wait_text("viser skjermen igjen");
            self.tui.keys("<F9>");
            self.tui.wait_gone("viser skjermen igjen");
            if next == target {
                break;
            }
        }
        self.tui.wait(&format!("{clock} on the clock"), |screen| {
            let top = screen.contents_between(0, 0, 0, 999);
            // The clock shows only while time runs.
            let stands = ["PAUSE", "AVSLUTTET", "møtet: "]
                .iter()
                .any(|state| top.contains(state));
            stands || clock_in(&top).is_none_or(|shown| shown == clock)
        });
    }

    // ── Before the meeting ──────────────────────────────────────────────────────────────────────────────────────────

    /// A new meeting from the start screen.
    #[track_caller]
    pub fn makes_a_meeting(&mut self) {
        self.sees(&["Nytt møte"]);
        self.tui.keys("<Enter>");
        let code = self.time.now().format("%y-001");
        self.sees(&[&code.to_string(), "▶ fra", "Lagret"]);
        self.tui.wait_title(&format!("Dialogmøte 1 · sak {code}"));
    }

    /// To a section of the preparation found by some words of its name, whose first field begins with `first`.
    #[track_caller]
    pub fn turns_to(&mut self, words: &str, first: &str) {
        self.tui.keys("<C-g>");
        self.sees(&["GÅ TIL PUNKT I FORBEREDELSEN"]);
        self.tui.keys(words);
        self.sees(&[&format!("søk:  {words}")]);
        self.tui.keys("<Enter>");
        self.tui.wait_gone("GÅ TIL PUNKT I FORBEREDELSEN");
        self.sees(&[&format!("▶ {first}")]);
    }

    /// Enters the periods of an absence; the first stands there already.
    #[track_caller]
    pub fn enters_absence(&mut self, periods: &[Absent]) {
        self.turns_to("skal møtet", "fra");
        for (number, period) in periods.iter().enumerate() {
            if number > 0 {
                self.picks("ny periode", "Ny periode");
                self.sees(&["Skriv slik du sier det"]);
            }
            self.types(period.from);
            self.tui.keys("<Tab>");
            self.types(period.to);
            self.tui.keys("<Tab>");
            self.chooses(period.kind);
            if !period.degree.is_empty() {
                self.tui.keys("<Tab>");
                self.types(period.degree);
            }
        }
    }

    /// The oppfølgingsplan: when it was made, when the sykmelder got it, and what stands in it.
    #[track_caller]
    pub fn has_plan(&mut self, made: &str, sent: &str, points: &str) {
        self.turns_to("oppfølgingsplan", "Laget");
        self.types(made);
        // It may be the same day: then only the place tells whether it has been written.
        self.walks_to("Sendt sykmelder");
        self.types(sent);
        self.ticks("Jeg har lest planen");
        self.walks_to("Dette står i planen");
        self.types(points);
    }

    /// Ticks a question as asked, found by some words of it.
    #[track_caller]
    pub fn has_asked(&mut self, words: &str) {
        self.tui.keys("<C-f>");
        self.sees(&["SPØRSMÅL Å TA OPP"]);
        self.tui.keys(words);
        self.sees(&[&format!("søk:  {words}")]);
        self.tui.keys("<Enter>");
        self.sees(&["[x]"]);
        self.tui.keys("<Esc>");
        self.tui.wait_gone("SPØRSMÅL Å TA OPP (Enter");
    }

    /// Says whether the parties want somebody in the meeting; the cursor stands on how that person is called.
    #[track_caller]
    pub fn asks_for(&mut self, wishes: &[&str], consent: &str) {
        for (side, wish) in ["Ansatt ønsker", "Du ønsker"].iter().zip(wishes) {
            self.walks_to(side);
            self.chooses(wish);
        }
        self.asks_consent(consent);
    }

    /// Says whether the employee agrees that the person at the cursor gets the referat.
    #[track_caller]
    pub fn asks_consent(&mut self, consent: &str) {
        self.walks_to("Samtykke til kopi");
        self.chooses(consent);
    }

    /// Opens the one meeting there is from the list on the start screen; `seen` stands there then.
    #[track_caller]
    pub fn opens_the_only_meeting(&mut self, seen: &str) {
        self.sees(&["Nytt møte"]);
        self.tui.keys("3");
        self.sees(&["Åpne et møte"]);
        self.tui.keys("<Enter>");
        self.sees(&[seen]);
    }

    /// Ticks what the cursor stands on.
    #[track_caller]
    pub fn ticks(&mut self, label: &str) {
        self.walks_to(&format!("[ ] {label}"));
        self.tui.keys("<Space>");
        self.sees(&[&format!("▶ [x] {label}")]);
    }

    /// Writes a question of one's own.
    #[track_caller]
    pub fn adds_question(&mut self, question: &str) {
        self.picks("nytt spørsmål", "Nytt spørsmål");
        self.types(question);
    }

    /// Fills in when, where and how the meeting is held.
    #[track_caller]
    pub fn fills_in(&mut self, frame: &Frame) {
        self.turns_to("tid, sted", "Dato");
        self.types(frame.date);
        self.tui.keys("<Tab>");
        self.types(frame.time);
        self.tui.keys("<Tab>");
        self.chooses(frame.form);
        self.tui.keys("<Tab>");
        self.types(frame.place);
        self.tui.keys("<Tab>");
        self.types(frame.workplace);
    }

    /// Fills in everybody who is invited, from the first role on; employee and employer stand there already.
    #[track_caller]
    pub fn invites(&mut self, people: &[Person]) {
        self.turns_to("deltakere", "");
        let (parties, others) = people.split_at(2);
        for person in parties {
            self.types(person.name);
            self.tui.keys("<Tab><Tab>");
            self.enters_rest_of(person);
        }
        self.invites_more(others);
    }

    /// Adds people who are no party; the cursor ends on how the last of them is called.
    #[track_caller]
    pub fn invites_more(&mut self, people: &[Person]) {
        for person in people {
            self.picks("ny deltaker", "Ny deltaker");
            self.sees(&["Annen"]);
            self.types(person.name);
            self.tui.keys("<Tab>");
            self.chooses(person.role);
            self.tui.keys("<Tab>");
            self.enters_rest_of(person);
            self.sees(&["▶ innkalles"]);
        }
    }

    fn enters_rest_of(&mut self, person: &Person) {
        if !person.manner.is_empty() {
            self.chooses(person.manner);
        }
        self.tui.keys("<Tab>");
        self.types(person.span);
        self.tui.keys("<Tab>");
        if !person.copy.is_empty() {
            self.chooses(person.copy);
        }
        self.tui.keys("<Tab>");
    }

    /// Sets other minutes for the phases.
    #[track_caller]
    pub fn plans(&mut self, minutes: &[u32]) {
        self.turns_to("tidsplan", "Innledning");
        for minutes in minutes {
            self.tui.keys("<C-a>");
            self.types(&minutes.to_string());
            self.tui.keys("<Tab>");
        }
        let sum: u32 = minutes.iter().sum();
        self.sees(&[&format!("i alt {sum} min")]);
    }

    /// Begins the meeting.
    #[track_caller]
    pub fn begins(&mut self) {
        self.tui.keys("<F5>");
        self.sees(&["Møtet begynte", "Notat til referatet"]);
    }

    // ── In the meeting ──────────────────────────────────────────────────────────────────────────────────────────────

    /// Types lines as they are, wherever the cursor stands, and waits until all of it shows.
    #[track_caller]
    pub fn types(&mut self, text: &str) {
        self.tui
            .keys(&text.replace('<', "<lt>").replace('\n', "<Enter>"));
        let last = text.trim_end().rsplit('\n').next().unwrap_or_default();
        let mut words = last.rsplitn(3, ' ');
        let (word, before) = (words.next().unwrap_or_default(), words.next());
        if word.is_empty() {
            return;
        }
        let two = before.map_or_else(|| word.to_owned(), |before| format!("{before} {word}"));
        self.tui
            .wait(&format!("{two:?} before the cursor"), |screen| {
                let (row, col) = screen.cursor_position();
                // In a wide window, the left column ends with a line.
                let text = |row, to| {
                    let line = screen.contents_between(row, 0, row, to);
                    line.rsplit('│')
                        .next()
                        .unwrap_or_default()
                        .trim()
                        .to_owned()
                };
                let here = text(row, col);
                let above = text(row.saturating_sub(1), screen.size().1.get());
                // Behind a newline or a full row, the cursor has gone on to the next; a last word may stand alone.
                here.ends_with(&two)
                    || here == word
                    || (here.is_empty() && (above.contains(&two) || above == word))
            });
    }

    /// On to the next item, which is the one with this title.
    #[track_caller]
    pub fn next(&mut self, title: &str) {
        self.tui.keys("<C-n>");
        self.sees(&[&format!("· {title}")]);
    }

    /// To an item found by some words of its title.
    #[track_caller]
    pub fn jumps_to(&mut self, words: &str, title: &str) {
        self.tui.keys("<C-g>");
        self.sees(&["GÅ TIL PUNKT"]);
        self.tui.keys(words);
        self.sees(&[&format!("søk:  {words}")]);
        self.tui.keys("<Enter>");
        self.sees(&[&format!("· {title}")]);
    }

    /// The item is not relevant here; on to the next, which is the one with this title.
    #[track_caller]
    pub fn sets_aside(&mut self, next: &str) {
        self.tui.keys("<C-u>");
        self.sees(&[&format!("· {next}")]);
    }

    /// Types into the private jotting, and goes back to the note.
    #[track_caller]
    pub fn jots(&mut self, text: &str) {
        self.tui.keys("<C-k>");
        self.sees(&["KLADD, bare for deg"]);
        self.tui.keys("<C-End>");
        self.types(text);
        self.tui.keys("<Enter><C-k>");
        self.sees(&["Notat til referatet"]);
    }

    /// Writes an action item; `understood` is how the program reads the due date, of which there may be none yet. Stays in
    /// the list.
    #[track_caller]
    pub fn agrees_on(&mut self, what: &str, owners: &[&str], due: &str, understood: &str) {
        self.tui.keys("<C-t>");
        self.sees(&["Hvem ingen ennå"]);
        self.types(what);
        self.tui.keys("<Tab>");
        for owner in owners {
            self.chooses(owner);
        }
        self.tui.keys("<Tab>");
        if !due.is_empty() {
            self.types(due);
            self.sees(&[&format!("→ {understood}")]);
        }
    }

    /// Says what was thought of a measure, with a remark.
    #[track_caller]
    pub fn weighs(&mut self, measure: &str, verdict: &str, remark: &str) {
        self.walks_to(measure);
        self.chooses(verdict);
        self.tui.keys("<Tab>");
        self.types(remark);
    }

    /// Writes the goal; the view of goal and agreement is new on the screen.
    #[track_caller]
    pub fn sets_goal(&mut self, goal: &str) {
        self.tui.keys("<F7>");
        self.sees(&["ENIGHET"]);
        self.types(goal);
    }

    /// Adds a step towards the goal: so many per cent work, from this day; `understood` is how both are read.
    #[track_caller]
    pub fn adds_step(&mut self, work: &str, read: &str, from: &str, understood: &str) {
        self.walks_to("[ nytt trinn");
        self.tui.keys("<Enter>");
        self.sees(&["▶ Arbeid"]);
        self.types(work);
        self.sees(&[read]);
        self.tui.keys("<Tab>");
        self.types(from);
        self.sees(&[understood]);
    }

    /// Notes what somebody answered to the summary, and what they want added in their own words.
    #[track_caller]
    pub fn notes_answer(&mut self, name: &str, answer: &str, words: &str) {
        self.walks_to(name);
        self.chooses(answer);
        if !words.is_empty() {
            self.tui.keys("<Tab>");
            self.types(words);
        }
    }

    /// Sets the next follow-up; `understood` is how it is read.
    #[track_caller]
    pub fn agrees_to_meet(&mut self, date: &str, understood: &str) {
        self.walks_to("Dato");
        self.types(date);
        self.sees(&[understood]);
    }

    /// Reads the summary aloud.
    #[track_caller]
    pub fn reads_back(&mut self) {
        self.tui.keys("<F8>");
        self.sees(&["Les dette høyt"]);
        self.tui.keys("<C-o>");
        self.sees(&["Notert: oppsummeringen er lest opp."]);
    }

    /// Ends the meeting at its last item, and comes to the review.
    #[track_caller]
    pub fn ends(&mut self) {
        self.tui.keys("<F3>");
        self.sees(&["Notat til referatet"]);
        self.tui.keys("<C-n>");
        self.sees(&["Avslutte møtet?"]);
        self.tui.keys("<C-b>");
        self.sees(&["Møtet er avsluttet.", "AVSLUTTET"]);
    }

    // ── Moving about ────────────────────────────────────────────────────────────────────────────────────────────────

    /// Something from the menu, found by a search.
    #[track_caller]
    pub fn picks(&mut self, search: &str, entry: &str) {
        // On a busy machine the privacy guard may not be there yet, and the leader is asked to try again.
        for _ in 0..MOST_TRIES {
            self.tui.keys("<Esc>");
            self.sees(&["MENY"]);
            self.tui.keys(search);
            self.sees(&[&format!("søk:  {search}"), &format!("▶ {entry}")]);
            self.tui.keys("<Enter>");
            self.tui.wait_gone("MENY");
            if !self.tui.screen().contains("Prøv igjen om et øyeblikk.") {
                return;
            }
        }
        panic!("there is no privacy guard");
    }

    /// Presses the number that stands before a choice.
    #[track_caller]
    pub fn chooses(&mut self, label: &str) {
        // A long list wraps, even between a number and its choice.
        let stands = |text: &str, sign: &str| {
            let text = flat(text);
            (1..=9).find(|n| text.contains(&format!("{n} {sign}{label}")))
        };
        let free = |text: &str| ["", "[ ] "].into_iter().find_map(|sign| stands(text, sign));
        let taken = |text: &str| {
            ["● ", "[x] "]
                .into_iter()
                .find_map(|sign| stands(text, sign))
        };
        self.tui.wait(&format!("the choice {label:?}"), |screen| {
            let text = screen.contents();
            free(&text).or(taken(&text)).is_some()
        });
        let text = self.tui.screen();
        if let Some(number) = free(&text) {
            self.tui.keys(&number.to_string());
        }
        self.tui.wait(&format!("{label:?} to be chosen"), |screen| {
            taken(&screen.contents()).is_some()
        });
    }

    /// Presses Tab until the cursor stands on the line or field that begins with these words.
    #[track_caller]
    pub fn walks_to(&mut self, words: &str) {
        for _ in 0..80 {
            let screen = self.tui.screen();
            let mark = marked(&screen);
            let (_, behind) = mark
                .and_then(|line| line.split_once("▶ "))
                .unwrap_or_default();
            let behind = behind.trim_start();
            // A measure has its letter first.
            let name = behind.split_once(' ').map_or("", |(_, name)| name);
            if behind.starts_with(words) || name.starts_with(words) {
                return;
            }
            self.tui.keys("<Tab>");
            self.tui.wait("the cursor to move on", |next| {
                marked(&next.contents()).map(str::trim_end) != mark.map(str::trim_end)
            });
        }
        panic!("Tab does not lead to {words:?}\n{}", self.tui.screen());
    }
}

/// The line with the mark at the place of the cursor, which stands apart, unlike that of one tick among several. No
/// clock runs in it.
fn marked(screen: &str) -> Option<&str> {
    screen.lines().rfind(|line| line.contains("▶ "))
}

/// A period of absence in the words of the screen.
pub struct Absent<'a> {
    pub from: &'a str,
    /// Empty where it goes on.
    pub to: &'a str,
    pub kind: &'a str,
    /// Empty for a full one, and for what has none.
    pub degree: &'a str,
}

/// When and where a meeting is to be held.
pub struct Frame<'a> {
    pub date: &'a str,
    pub time: &'a str,
    pub form: &'a str,
    pub workplace: &'a str,
    pub place: &'a str,
}

/// Somebody who is invited, in the words of the screen.
pub struct Person<'a> {
    pub role: &'a str,
    pub name: &'a str,
    /// Empty where the mode of the meeting tells it.
    pub manner: &'a str,
    /// Empty for all of the meeting.
    pub span: &'a str,
    /// Empty to leave it as it is.
    pub copy: &'a str,
}

/// The folder of the meetings in the home folder.
const FOLDER: &str = "møter";

/// More than the privacy guard needs to be there.
const MOST_TRIES: usize = 1000;

/// A text whatever its line breaks and columns.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first clock time in a line.
fn clock_in(line: &str) -> Option<&str> {
    let colon = line.find(':')?;
    line.get(colon.checked_sub(2)?..colon + 3)
}

/// The time of the story: it passes where the story says so, and not while the machine works.
pub struct Time {
    clock: FakeClock,
    /// What the clock shows; if it runs, what it showed when it began to.
    shown: DateTime<FixedOffset>,
    /// Since when it runs.
    runs: Option<Instant>,
    /// How far past a full minute time stops.
    past: TimeDelta,
}

impl Time {
    /// A clock that shows this time now; RFC 3339 with offset.
    fn at(time: &str) -> Self {
        Self {
            clock: FakeClock::at(time),
            shown: DateTime::parse_from_rfc3339(time).unwrap(),
            runs: None,
            past: TimeDelta::seconds(1),
        }
    }

    /// What the clock shows.
    pub fn now(&self) -> DateTime<FixedOffset> {
        self.shown + self.runs.map_or(Duration::ZERO, |since| since.elapsed())
    }

    /// From now on real time passes too: for what a program does that waits for something in vain.
    pub fn runs(&mut self) {
        self.runs = Some(Instant::now());
        self.clock.run();
    }

    /// Time passes at once.
    pub fn pass(&mut self, by: Duration) {
        self.clock.advance(by);
        self.shown += by;
    }

    /// Somebody sets the clock on the wall, as no time passes; RFC 3339 with offset.
    pub fn is_set(&mut self, time: &str) {
        self.clock.set_wall(time);
        self.shown = DateTime::parse_from_rfc3339(time).unwrap();
        self.runs = self.runs.map(|_| Instant::now());
    }

    /// The clock for timeouts breaks, or is mended; the program panics when it next looks at a broken one.
    pub fn is_broken(&mut self, broken: Broken) {
        self.clock.set_broken(broken);
    }

    /// Time passes at once until then.
    pub fn pass_until(&mut self, then: DateTime<FixedOffset>) {
        let by = then - self.now();
        // Where real time passes too, it may have come there by itself.
        self.pass(by.to_std().unwrap_or_default());
    }

    /// From now on, time that passes until a minute ends in the middle of it.
    pub fn stops_in_the_middle(&mut self) {
        self.past = TimeDelta::seconds(31);
    }

    /// The next instant at which the clock shows this time, and a little past the full minute: today, or tomorrow.
    pub fn next(&self, clock: &str) -> DateTime<FixedOffset> {
        let now = self.now();
        let time = NaiveTime::parse_from_str(clock, "%H:%M").unwrap();
        let today = now.with_time(time).unwrap() + self.past;
        if today > now {
            today
        } else {
            today + TimeDelta::days(1)
        }
    }
}
