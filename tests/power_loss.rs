//! Power that goes at any moment: whatever a disk keeps of a real session, the meeting opens, and no older than promised.
//!
//! A session of the real program is recorded call by call. For each call of it, and for each way a disk may lose what it
//! had not promised yet ([`Disk`]), the folder is made as the next start of the machine would find it, and opened.

mod history;
mod remains;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::time::Duration;

use crate::cases::leader::Leader;
use crate::support::disk::{Call, Class, FakeDisk};
use crate::support::room;
use dialogmote::archive::{Archive, record};
use dialogmote::meeting::Meeting;
use history::History;
use remains::{Disk, Moment, Settled, TEARS, Tree};

/// The program has said on its screen that it saved something that was typed meanwhile.
struct Said {
    text: &'static str,
    /// How many calls had been made before it was typed, and when it was said.
    before: usize,
    by: usize,
}

/// A whole meeting, from an empty folder to the approved referat. For one item of it the disk takes a while: what is
/// written while it is waited for is not promised.
fn session(disk: &FakeDisk) -> (Leader, Vec<Said>) {
    let mut said = Vec::new();
    let mut m = Leader::meets_on(disk);
    let mut types = |m: &mut Leader, clock: &str, text: &'static str| {
        let before = disk.recording().len();
        m.until(clock);
        // Word by word, so that there are many states.
        for word in text.split_inclusive(' ') {
            m.types(word);
        }
        m.sees(&[&format!("Lagret {clock} ✓")]);
        let by = disk.recording().len();
        said.push(Said { text, before, by });
    };
    m.next("Presentasjon og roller");
    types(
        &mut m,
        "10:01",
        "Alle sa hvem de er og hva de gjør her i dag. «æøå» og \"\"\" og slutt.\nIngen hadde noe å si til det.",
    );
    disk.is_slow(Class::Sync, Duration::from_millis(100));
    m.next("Hensikt og mål");
    types(
        &mut m,
        "10:02",
        "Finne ut hva som går an fra mandag av, og hva som må vente.\n\n[[punkt]]\nnavn = 1",
    );
    disk.works();
    m.next("Taushetsplikt");
    types(
        &mut m,
        "10:03",
        "Ingen sykdom i notatet, og ingen kopi til andre enn de som er her.",
    );
    m.picks("sakskode", "Endre sakskode");
    m.sees(&["Sakskode (aldri et navn)"]);
    m.tui.keys("<C-a>26-044<Enter>");
    m.tui.wait_title("Dialogmøte 1 · sak 26-044");
    m.agrees_on(
        "Skaffe en krakk",
        &[],
        "fre",
        "senest fredag 20. november 2026 (uke 47)",
    );
    m.tui.keys("<F3>");
    m.sees(&["Notat til referatet"]);
    m.picks("avslutt møtet", "Avslutt møtet");
    m.tui.keys("<C-b>");
    m.sees(&["Møtet er avsluttet."]);
    m.confirms_people();
    m.picks("godkjenn", "Godkjenn referatet");
    m.sees(&["Godkjenne referatet likevel?"]);
    m.tui.keys("<C-b>");
    m.sees(&["Godkjent. Ctrl+E lagrer"]);
    m.tui.keys("<C-e>");
    m.sees(&["Lagre referatet i filen"]);
    m.tui.keys("<Enter>");
    m.sees(&["Referatet ligger i"]);
    m.quits();
    (m, said)
}

/// Every file in a folder and those below it.
fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
                tree.insert(name.to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    tree
}

/// The state of a meeting in a text, if it is one. What stands beside the file of the meeting leaves the texts of the
/// agenda out; they are in one of these others.
fn state<'a>(
    content: &[u8],
    others: impl IntoIterator<Item = &'a Vec<u8>>,
) -> Option<(Meeting, u64)> {
    let text = std::str::from_utf8(content).ok()?;
    let others: Vec<&Vec<u8>> = others.into_iter().collect();
    let agenda = |digest: &str| {
        let mut texts = others.iter().filter_map(|it| std::str::from_utf8(it).ok());
        texts.find_map(|text| record::agenda_in(text, digest))
    };
    let (meeting, saved) = record::read_with(text, agenda).ok()?;
    Some((meeting, saved.number))
}

/// All that was handed in during the session.
struct HandedIn {
    states: HashMap<u64, Vec<Meeting>>,
    documents: HashSet<Vec<u8>>,
}

impl HandedIn {
    fn in_history(history: &History) -> Self {
        let mut handed_in = Self {
            states: HashMap::new(),
            documents: HashSet::new(),
        };
        let agendas = history.complete.iter();
        let agendas = agendas.filter(|(name, _)| name.contains(".agenda"));
        let agendas: HashSet<&Vec<u8>> = agendas.map(|(_, content)| content).collect();
        for (name, content) in &history.complete {
            if let Some((meeting, number)) = state(content, agendas.iter().copied()) {
                handed_in.states.entry(number).or_default().push(meeting);
            } else if name.contains(".md") {
                handed_in.documents.insert(content.clone());
            }
        }
        handed_in
    }

    fn newest(&self) -> Option<u64> {
        self.states.keys().copied().max()
    }

    /// Every note of every state.
    fn notes(&self) -> impl Iterator<Item = &str> {
        let meetings = self.states.values().flatten();
        meetings.flat_map(|meeting| meeting.agenda.items().map(|(_, item)| &*item.note))
    }

    fn has(&self, meeting: &Meeting, number: u64) -> bool {
        let states = self.states.get(&number);
        states.is_some_and(|states| states.contains(meeting))
    }
}

/// What the program makes of what is left.
#[derive(Clone, Default)]
struct Found {
    /// The state that opens, if one does.
    number: Option<u64>,
    /// What is wrong with it, whatever the moment.
    wrong: Option<String>,
}

/// Opens what is left as the program does.
fn opens(left: &Tree, handed_in: &HandedIn) -> Found {
    let room = room();
    for (name, content) in left {
        let path = room.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    let mut found = Found::default();
    let wrong = |why: String| Found {
        number: None,
        wrong: Some(why),
    };
    for (name, content) in left {
        if name.ends_with(".md") && !handed_in.documents.contains(content) {
            return wrong(format!("{name} is a piece of a document"));
        }
        // Earlier states, which nothing reads when a meeting is opened.
        if name.contains('/')
            && let Some((meeting, number)) = state(content, [])
            && !handed_in.has(&meeting, number)
        {
            return wrong(format!("{name} is a state {number} that nobody handed in"));
        }
    }
    let archive = Archive::at(room.path().to_owned());
    for listed in archive.list().unwrap() {
        let read = Archive::read(&listed.path);
        let held = Archive::hold(&listed.path);
        match (read, held) {
            (Ok((meeting, saved)), Ok((_, same, again))) => {
                if (&meeting, saved) != (&same, again) {
                    return wrong("reading and opening differ".to_owned());
                }
                if !handed_in.has(&meeting, saved.number) {
                    return wrong(format!(
                        "it opens as a state {} that nobody handed in",
                        saved.number
                    ));
                }
                found.number = found.number.max(Some(saved.number));
            }
            (Err(_), Err(_)) => {}
            (read, held) => {
                return wrong(format!("read: {:?}, opened: {:?}", read.err(), held.err()));
            }
        }
    }
    found
}

/// The number of the state in the file of the meeting, if that is whole.
fn in_main(left: &Tree) -> Option<u64> {
    let main =
        |name: &&String| !name.starts_with('.') && !name.contains('/') && name.ends_with(".toml");
    let mains = left.keys().filter(main).map(|name| &left[name]);
    mains
        .filter_map(|content| Some(state(content, [])?.1))
        .max()
}

/// Ways in which it went wrong, with how often it did and the first time.
#[derive(Default)]
struct Failures(BTreeMap<(Disk, &'static str), (usize, String)>);

impl Failures {
    fn add(&mut self, disk: Disk, kind: &'static str, first: impl FnOnce() -> String) {
        let entry = self.0.entry((disk, kind));
        entry.or_insert_with(|| (0, first())).0 += 1;
    }
}

fn disks() -> Vec<Disk> {
    let mut disks = vec![Disk::KeepsAll, Disk::KeepsPromisesOnly, Disk::KeepsNames];
    disks.extend((0..TEARS).map(Disk::Tears));
    disks.extend((0..2).map(Disk::LosesPages));
    disks.extend((0..4).map(Disk::Anything));
    disks
}

/// Lets the power go after each call, on each kind of disk.
fn power_goes_anywhere(calls: &[Call], history: &History, said: &[Said]) -> Failures {
    let handed_in = HandedIn::in_history(history);
    let mut failures = Failures::default();
    let mut known: HashMap<u64, Found> = HashMap::new();
    let mut settled = Settled::default();
    let mut promised: Option<u64> = None;
    for made in 0..=calls.len() {
        settled.until(history, made);
        let moment = Moment::after(made, history, &settled);
        promised = promised.max(in_main(&moment.left_by(Disk::KeepsPromisesOnly)));
        for said in said.iter().filter(|said| said.by == made) {
            let before = HandedIn::in_history(&History::of(&calls[..said.before])).newest();
            if promised <= before {
                let what = || {
                    format!(
                        "after call {made}: still {promised:?}, as before call {}",
                        said.before
                    )
                };
                failures.add(Disk::KeepsPromisesOnly, "is not what the screen says", what);
            }
        }
        for disk in disks() {
            let left = moment.left_by(disk);
            let mut hasher = DefaultHasher::new();
            left.hash(&mut hasher);
            let found = known
                .entry(hasher.finish())
                .or_insert_with(|| opens(&left, &handed_in));
            let told = |what: &str| {
                let last = made.checked_sub(1).map(|at| &calls[at].what);
                let sizes: Vec<_> = left.iter().map(|(name, it)| (name, it.len())).collect();
                format!("{what}; after call {made} ({last:?}), left were {sizes:?}")
            };
            if let Some(wrong) = &found.wrong {
                failures.add(disk, "is not what was handed in", || told(wrong));
            } else if found.number < promised {
                let what = format!("state {promised:?} was promised, {:?} opens", found.number);
                failures.add(disk, "is older than promised", || told(&what));
            }
        }
    }
    let newest = handed_in.newest();
    if promised != newest {
        let what = || format!("{newest:?} was the last state, {promised:?} the last promised");
        failures.add(Disk::KeepsPromisesOnly, "is not all there at the end", what);
    }
    failures
}

/// Lets the power go after each call of the session that was recorded in this folder. Among what was handed in there are
/// states with each of these texts; how many states between them depends on how fast the machine is.
#[track_caller]
fn check(disk: &FakeDisk, folder: &Path, said: &[Said], texts: &[&str]) {
    let calls = disk.recording();
    let history = History::of(&calls);
    let handed_in = HandedIn::in_history(&history);
    let notes: BTreeSet<&str> = handed_in.notes().collect();
    for text in texts {
        assert!(notes.contains(text), "{text:?} in {notes:#?}");
    }

    // That the recording is complete: played again, it comes to the same files.
    let mut settled = Settled::default();
    settled.until(&history, calls.len());
    let all = Moment::after(calls.len(), &history, &settled).left_by(Disk::KeepsAll);
    let sizes = |tree: &Tree| -> Vec<(String, usize)> {
        tree.iter()
            .map(|(name, it)| (name.clone(), it.len()))
            .collect()
    };
    let real = tree(folder);
    assert_eq!(sizes(&all), sizes(&real));
    assert!(all == real, "the same names and sizes, other contents");

    let failures = power_goes_anywhere(&calls, &history, said);
    let told: Vec<String> = failures
        .0
        .iter()
        .map(|((disk, kind), (count, first))| {
            format!("{disk:?}: {kind}, {count} times. First: {first}")
        })
        .collect();
    assert!(
        told.is_empty(),
        "the power went after each of {} calls:\n{}",
        calls.len(),
        told.join("\n")
    );
}

#[test]
fn power_that_goes_at_any_moment_costs_nothing_that_was_promised() {
    let disk = FakeDisk::for_folder("møter");
    let (m, said) = session(&disk);
    let texts = said.iter().map(|said| said.text);
    check(&disk, &m.folder(), &said, &texts.collect::<Vec<_>>());
}

/// A meeting that another program edits twice; the leader goes on with the own state first, and then with the other one.
#[test]
fn power_that_goes_while_another_program_has_changed_the_file_costs_nothing_either() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = Leader::meets_on(&disk);
    let main = m.folder().join("26-001_2026-11-17.toml");
    for (text, search) in [("mitt første", "<Enter>"), ("mitt andre", "<Down><Enter>")] {
        m.types(text);
        m.tui.wait_files(&m.folder(), "the file to be written", || {
            fs::read_to_string(&main).is_ok_and(|content| content.contains(text))
        });
        m.tui.wait_idle();
        let edited = m.folder().with_file_name("endret.toml");
        let content = fs::read_to_string(&main).unwrap();
        fs::write(&edited, content.replace(text, "en annens")).unwrap();
        let draft = m.folder().join("utkast");
        let setup = m.setup();
        setup.runs("cp", &[edited.as_os_str(), draft.as_os_str()]);
        setup.runs("sync", &[draft.as_os_str()]);
        setup.runs("mv", &[draft.as_os_str(), main.as_os_str()]);
        setup.runs("sync", &[m.folder().as_os_str()]);
        m.types(" og videre");
        m.sees(&["Et annet program har endret"]);
        m.picks("utgaver", "Velg mellom to utgaver av møtet");
        m.sees(&["TO UTGAVER"]);
        m.tui.keys(search);
        m.tui.wait_gone("TO UTGAVER");
    }
    m.sees(&["en annens"]);
    m.types(" til slutt");
    m.quits();
    let texts = [
        "mitt første",
        "mitt første og videremitt andre",
        "mitt første og videreen annens til slutt",
    ];
    check(&disk, &m.folder(), &[], &texts);
}

/// Another folder takes the meeting twice, the second time over its own copy from the first.
#[test]
fn power_that_goes_while_another_folder_has_the_meeting_costs_nothing_either() {
    let disk = FakeDisk::for_folder("reserve");
    let mut m = Leader::meets_on(&disk);
    let away = m.folder().with_extension("borte");
    for words in ["mens mappen var borte", ", og en gang til"] {
        fs::rename(m.folder(), &away).unwrap();
        for word in words.split_inclusive(' ') {
            m.types(word);
        }
        m.sees(&["IKKE LAGRET"]);
        m.picks("annen mappe", "Lagre også i en annen mappe");
        m.tui.keys("<C-a>~/reserve<Enter>");
        m.sees(&["Møtet lagres i"]);
        m.types(". Trygt her");
        let refuge = m.folder().with_file_name("reserve");
        let file = refuge.join("26-001_2026-11-17.toml");
        m.tui.wait_files(&refuge, "it to be there", || {
            fs::read_to_string(&file).is_ok_and(|text| text.contains("Trygt her"))
        });
        fs::rename(&away, m.folder()).unwrap();
        m.sees(&["Møtet lagres i sin egen mappe igjen."]);
    }
    m.quits();
    let texts = [
        "mens mappen var borte. Trygt her",
        "mens mappen var borte. Trygt her, og en gang til. Trygt her",
    ];
    check(&disk, &m.folder().with_file_name("reserve"), &[], &texts);
}
