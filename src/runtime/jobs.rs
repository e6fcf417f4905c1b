//! What has to wait for the disk, and so is done on a thread of its own: opening meetings, looking for them, writing
//! documents. The open meeting itself is the saver's.

use std::path::{Path, PathBuf};

use chrono::{Datelike, TimeDelta};

use crate::{
    app::{
        effect::Snapshot,
        input::{Access, ExportRefused, NotOpened, Opened, Source, WayOn},
        practice::{self, Rehearsal},
    },
    archive::{
        Archive, Elsewhere, Existing, Held, Listed, Saved, agenda_file, practice_file, refuge,
        written,
    },
    meeting::{
        CaseCode, DocumentKind, Edit, Event, Language, Meeting, MeetingField, MeetingKind, Series,
        Stage, Template, Timestamp, Zone,
    },
    text::Problem,
};

use super::{AgendaSource, saver::Settling};

/// Files looked at for an interrupted meeting.
const LOOKED_AT: usize = 8;

/// An interrupted meeting older than this is opened from the list, not by itself.
const FRESH: TimeDelta = TimeDelta::hours(12);

/// What is needed to run them.
pub(super) struct Jobs {
    /// The folder of the meetings.
    pub archive: Archive,
    /// The agenda of new meetings.
    pub agenda: AgendaSource,
    /// Questions of the user's own, offered in every new meeting.
    pub questions: Vec<String>,
    /// In which målform the documents of a new meeting are written, where the user has not said otherwise in it.
    pub language: Language,
    /// The time zone of the machine.
    pub zone: Zone,
}

/// A meeting that was found or made.
pub(super) struct OpenedMeeting {
    /// Its files, if they are held.
    pub held: Option<Held>,
    /// The rest, as of a meeting that is not practised.
    pub opened: Opened,
}

impl OpenedMeeting {
    fn held(held: Held, meeting: Meeting, saved: Option<Saved>, source: Source) -> Self {
        let opened = Opened {
            warning: held.warning().cloned(),
            outside: Archive::undecided(held.path()),
            source,
            access: Access::Full,
            ..opened(held.path(), meeting, saved)
        };
        Self {
            held: Some(held),
            opened,
        }
    }
}

/// A meeting to look at.
fn opened(file: &Path, meeting: Meeting, saved: Option<Saved>) -> Opened {
    Opened {
        meeting,
        number: saved.map_or(0, |saved| saved.number),
        saved: saved.map(|saved| saved.at),
        rehearsal: Rehearsal::default(),
        speed: 1,
        source: Source::File,
        file: file.to_owned(),
        warning: None,
        outside: None,
        elsewhere: None,
        access: Access::ReadOnly,
    }
}

impl Jobs {
    /// The real meeting that was under way when the program was last here, if that was not long ago. Only the newest
    /// files are looked at, so that a full folder does not delay the start.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub(super) fn interrupted(&self, now: Timestamp) -> Result<Option<PathBuf>, Problem> {
        let under_way = |kind, stage, at| {
            kind == MeetingKind::Real
                && matches!(stage, Stage::Running | Stage::Paused)
                && now - at < FRESH
        };
        let is_interrupted = |listed: &Listed| match &listed.meeting {
            Ok(meeting) => under_way(meeting.kind, meeting.stage(), listed.at),
            // What it was is seen from the last state that can be read.
            Err(_) => Archive::newest_earlier(&listed.path).is_some_and(|earlier| {
                let meeting = earlier.read();
                meeting.is_ok_and(|it| under_way(it.kind, it.stage(), earlier.saved.at))
            }),
        };
        let mut newest = self.archive.newest(LOOKED_AT)?.into_iter();
        Ok(newest.find(is_interrupted).map(|listed| listed.path))
    }

    /// Makes a new meeting.
    ///
    /// # Errors
    /// Where the disk does not take it.
    pub(super) fn create(
        &self,
        kind: MeetingKind,
        now: Timestamp,
    ) -> Result<OpenedMeeting, Problem> {
        let series = match kind {
            MeetingKind::Real => Series::Year(self.zone.date(now).year()),
            MeetingKind::Practice => Series::Practice,
        };
        let code = self.archive.next_code(series)?;
        let mut template = match (&self.agenda, kind) {
            (AgendaSource::Own(template), MeetingKind::Real) => Template::clone(template),
            (AgendaSource::BuiltIn, _) | (AgendaSource::Own(_), MeetingKind::Practice) => {
                agenda_file::built_in().map_err(|_| Problem::BuiltIn)?
            }
        };
        if kind == MeetingKind::Real {
            template.offer(&self.questions);
        }
        let mut meeting = Meeting::new(code, kind, template, now).map_err(|_| Problem::BuiltIn)?;
        if kind == MeetingKind::Real {
            let edit = Event::Edit(Edit::set(MeetingField::Language, self.language));
            meeting.handle(edit, now).map_err(|_| Problem::BuiltIn)?;
        } else {
            let practice = practice_file::read().map_err(|_| Problem::BuiltIn)?;
            practice::fill(&mut meeting, &practice, self.zone, now);
        }
        let held = self.archive.create(&meeting, now)?;
        Ok(OpenedMeeting::held(held, meeting, None, Source::File))
    }

    /// Where all meetings are.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub(super) fn list(&self) -> Result<Vec<Listed>, Problem> {
        self.archive.list()
    }

    /// Whether no meeting of the folder has this case code, once the open meeting is `settled`.
    ///
    /// # Errors
    /// Where one has it, or the folder cannot be read.
    pub(super) fn claim(
        &self,
        code: CaseCode,
        settled: Option<Settling>,
    ) -> Result<CaseCode, Problem> {
        // A code that the meeting itself had a moment ago is free once its file has the new name. Where the disk does
        // not take it, the old file still says whose the code is.
        let _ = settled.map_or(Ok(()), Settling::wait);
        match self.archive.find(code.as_str()) {
            Err(Problem::NoSuchMeeting { .. }) => Ok(code),
            Ok(file) => Err(Problem::CodeTaken { code, file }),
            Err(problem) => Err(problem),
        }
    }

    /// Writes a document.
    ///
    /// # Errors
    /// Where something is in the way, or the disk does not take it.
    pub(super) fn write(
        &self,
        kind: DocumentKind,
        file: String,
        content: &[u8],
        existing: Existing,
    ) -> Result<PathBuf, ExportRefused> {
        let path = in_home(&file);
        let memory = (!kind.has_number()).then(|| self.archive.folder());
        match written::write(&path, content, memory, existing) {
            Ok(()) => Ok(path),
            Err(written::Unwritten::InTheWay) => Err(ExportRefused::InTheWay(file)),
            Err(written::Unwritten::Problem(problem)) => Err(ExportRefused::Problem(problem)),
        }
    }
}

/// Opens the meeting in this file.
///
/// # Errors
/// Why it cannot be opened, and what can be done instead.
pub(super) fn open(path: &Path) -> Result<OpenedMeeting, Box<NotOpened>> {
    let (held, meeting, saved) = Archive::hold(path).map_err(|problem| {
        Box::new(NotOpened {
            way_on: way_on(path, &problem),
            problem,
        })
    })?;
    let source = if held.is_from_recovery() {
        Source::Recovery
    } else {
        Source::File
    };
    let elsewhere = refuge::newer(path, &usual_refuge(), Some((&meeting, saved)));
    let mut found = OpenedMeeting::held(held, meeting, Some(saved), source);
    found.opened.elsewhere = elsewhere;
    Ok(found)
}

/// The meeting in a file to look at: nothing is held and nothing written.
///
/// # Errors
/// Where it cannot be read.
pub(super) fn read(path: &Path) -> Result<OpenedMeeting, Problem> {
    let (meeting, saved) = Archive::read(path)?;
    Ok(OpenedMeeting {
        held: None,
        opened: opened(path, meeting, Some(saved)),
    })
}

/// Makes the state in `source` the newest one of a meeting, and opens it.
///
/// # Errors
/// Where neither that nor the meeting as it was can be opened.
pub(super) fn restore(main: &Path, source: &Path) -> Result<OpenedMeeting, Box<NotOpened>> {
    match Archive::restore(main, source) {
        Ok((held, meeting, saved)) => Ok(OpenedMeeting::held(
            held,
            meeting,
            Some(saved),
            Source::Restored,
        )),
        // Then the meeting stays as it was, where it can be opened.
        Err(problem) => match open(main) {
            Ok(mut found) => {
                found.opened.warning = Some(problem);
                Ok(found)
            }
            Err(_) => Err(problem.into()),
        },
    }
}

/// Makes the files of the open meeting in another folder too, as the leader wrote it.
///
/// # Errors
/// Where that folder does not take it.
pub(super) fn take_refuge(folder: &str, snapshot: &Snapshot) -> Result<Held, Problem> {
    let archive = Archive::open(in_home(folder))?;
    let saved = Saved {
        at: snapshot.at,
        number: snapshot.number,
    };
    let held = archive.copy(&snapshot.meeting, saved)?;
    // Where no trace can be left, the leader has to remember the folder.
    let _ = refuge::leave_trace(held.path(), &usual_refuge());
    Ok(held)
}

/// The folder in which is looked for what could not be saved elsewhere.
fn usual_refuge() -> PathBuf {
    in_home(refuge::USUAL)
}

/// What can be done with the meeting at `path` where it could not be opened for changes.
fn way_on(path: &Path, problem: &Problem) -> Option<WayOn> {
    if let Problem::Unreadable { fault, .. } = problem {
        if !fault.is_in_the_file() {
            return None;
        }
        let earlier = Archive::newest_earlier(path);
        let read = earlier.as_ref().and_then(|one| one.read().ok());
        let known = read.as_ref().zip(earlier.as_ref().map(|one| one.saved));
        let elsewhere = refuge::newer(path, &usual_refuge(), known);
        let best = elsewhere.or(earlier.map(|earlier| Elsewhere {
            source: earlier.path,
            at: earlier.saved.at,
        }));
        return best.map(|best| WayOn::Restore {
            main: path.to_owned(),
            source: best.source,
            at: best.at,
        });
    }
    let held = matches!(
        problem,
        Problem::HeldElsewhere { .. } | Problem::NotOpened { .. }
    );
    (held && Archive::read(path).is_ok()).then(|| WayOn::Read(path.to_owned()))
}

/// A path as people write it: `~/` is the home folder.
fn in_home(file: &str) -> PathBuf {
    file.strip_prefix("~/")
        .and_then(|rest| Some(etcetera::home_dir().ok()?.join(rest)))
        .unwrap_or_else(|| PathBuf::from(file))
}
