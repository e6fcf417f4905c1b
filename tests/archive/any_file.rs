//! Whatever stands in the files of a meeting, it is read or refused in words, and it is still there after the next save.

use std::{
    fs::{self, File},
    path::Path,
};

use dialogmote::{
    archive::{Archive, Saved, record},
    meeting::clean::clean_line,
    text::{NB, Problem},
};
use proptest::{prelude::*, sample::Index};
use tempfile::TempDir;

use super::{archive, at, meeting, saved};

const MAIN: &str = "26-014_2026-11-17.toml";
const RECOVERY: &str = ".26-014_2026-11-17.toml.siste";

/// What a bad disk, a bad cable or a bad editor does to a file.
#[derive(Debug, Clone)]
enum Damage {
    CutOff(Index),
    Removed(Index, usize),
    Repeated(Index, usize),
    Flipped(Index, u8),
    Zeroed(Index, usize),
    Inserted(Index, Vec<u8>),
}

impl Damage {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let whole = bytes.clone();
        let at = |index: &Index| index.index(whole.len() + 1);
        let span = |index: &Index, length: &usize| at(index)..(at(index) + length).min(whole.len());
        match self {
            Self::CutOff(index) => bytes.truncate(at(index)),
            Self::Removed(index, length) => drop(bytes.drain(span(index, length))),
            Self::Repeated(index, length) => {
                let piece = whole[span(index, length)].to_vec();
                bytes.splice(at(index)..at(index), piece);
            }
            Self::Flipped(index, bit) => {
                if let Some(byte) = bytes.get_mut(at(index)) {
                    *byte ^= 1 << (bit % 8);
                }
            }
            Self::Zeroed(index, length) => bytes[span(index, length)].fill(0),
            Self::Inserted(index, more) => {
                bytes.splice(at(index)..at(index), more.iter().copied());
            }
        }
    }
}

fn damage() -> impl Strategy<Value = Damage> {
    let place = any::<Index>;
    prop_oneof![
        place().prop_map(Damage::CutOff),
        (place(), 1..400_usize).prop_map(|(at, length)| Damage::Removed(at, length)),
        (place(), 1..400_usize).prop_map(|(at, length)| Damage::Repeated(at, length)),
        (place(), any::<u8>()).prop_map(|(at, bit)| Damage::Flipped(at, bit)),
        (place(), 1..5000_usize).prop_map(|(at, length)| Damage::Zeroed(at, length)),
        (place(), any::<Vec<u8>>()).prop_map(|(at, more)| Damage::Inserted(at, more)),
    ]
}

/// A real file of each format, and one as the program writes it now.
fn real_files() -> Vec<Vec<u8>> {
    let (_folder, archive) = archive();
    let held = archive.create(&meeting("26-014", "en"), at(0)).unwrap();
    let now = fs::read(held.path()).unwrap();
    let formats = [
        include_str!("format_1.toml"),
        include_str!("format_2.toml"),
        include_str!("format_3.toml"),
        include_str!("format_4.toml"),
    ];
    let old = formats.map(|text| text.as_bytes().to_vec());
    old.into_iter().chain([now]).collect()
}

/// Anything at all, or a real file with up to four kinds of damage.
fn content() -> impl Strategy<Value = Vec<u8>> {
    let real = (
        prop::sample::select(real_files()),
        prop::collection::vec(damage(), 0..=4),
    );
    let damaged = real.prop_map(|(mut bytes, damages)| {
        for damage in damages {
            damage.apply(&mut bytes);
        }
        bytes
    });
    prop_oneof![1 => any::<Vec<u8>>(), 4 => damaged]
}

/// Whether one of the files in a folder or below it holds this.
fn holds(folder: &Path, content: &[u8]) -> bool {
    let mut entries = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    entries.any(|path| match path.is_dir() {
        true => holds(&path, content),
        false => fs::read(path).unwrap() == content,
    })
}

fn is_told_in_words(problem: &Problem) -> Result<(), TestCaseError> {
    let words = (NB.problem)(problem);
    prop_assert!(words.ends_with('.'), "{}", words);
    prop_assert_eq!(clean_line(&words), words);
    Ok(())
}

fn check(main: &[u8], recovery: Option<&[u8]>) -> Result<(), TestCaseError> {
    let (_folder, archive): (TempDir, Archive) = archive();
    let path = archive.folder().join(MAIN);
    fs::write(&path, main).unwrap();
    if let Some(recovery) = recovery {
        fs::write(archive.folder().join(RECOVERY), recovery).unwrap();
    }
    let read = Archive::read(&path);
    prop_assert!(archive.list().is_ok());
    prop_assert!(holds(archive.folder(), main), "looking changes nothing");
    let (mut held, found, before) = match (read, Archive::hold(&path)) {
        (Ok((read, one)), Ok((held, found, other))) => {
            prop_assert_eq!((&read, one), (&found, other));
            (held, found, one)
        }
        (Err(read), Err(held)) => {
            prop_assert_eq!(&read, &held);
            is_told_in_words(&read)?;
            prop_assert_eq!(fs::read(&path).unwrap(), main, "it is left alone");
            return Ok(());
        }
        (read, held) => {
            return Err(TestCaseError::fail(format!(
                "read: {:?}, opened: {:?}",
                read.err(),
                held.err()
            )));
        }
    };
    held.warning().map_or(Ok(()), is_told_in_words)?;
    // A number may be anything in a file that was changed by hand.
    let next = Saved {
        at: before.at,
        number: before.number.saturating_add(1).min(i64::MAX as u64),
    };
    held.write_recovery(&found, next).unwrap();
    held.write_main(&found, next).unwrap();
    held.close();
    prop_assert!(holds(archive.folder(), main), "what stood there is kept");
    let is_broken = |recovery: &&[u8]| {
        let text = std::str::from_utf8(recovery);
        text.is_err() || text.is_ok_and(|text| record::read(text).is_err())
    };
    if let Some(recovery) = recovery.filter(is_broken) {
        prop_assert!(
            holds(archive.folder(), recovery),
            "and what stood beside it"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_stands_in_the_file_of_a_meeting_is_read_or_refused_and_never_lost(main in content()) {
        check(&main, None)?;
    }

    #[test]
    fn whatever_stands_in_both_files_of_a_meeting_is_read_or_refused_and_never_lost(
        main in content(),
        recovery in content(),
    ) {
        check(&main, Some(&recovery))?;
    }

    #[test]
    fn one_reader_understands_many_files_as_if_each_were_alone(
        files in prop::collection::vec(content(), 1..6),
    ) {
        let mut reader = record::RecordReader::default();
        for file in files {
            let text = String::from_utf8_lossy(&file);
            prop_assert_eq!(reader.read(&text, |_| None), record::read(&text));
        }
    }

    #[test]
    fn whatever_stands_in_a_lock_is_told_in_words(signature in content()) {
        let (_folder, archive) = archive();
        let held = archive.create(&meeting("26-014", "en"), at(0)).unwrap();
        let path = held.path().to_owned();
        drop(held);
        let lock = archive.folder().join(format!(".{MAIN}.lock"));
        fs::write(&lock, signature).unwrap();
        let other = File::options().write(true).open(&lock).unwrap();
        other.try_lock().unwrap();
        let problem = Archive::hold(&path).map(drop).unwrap_err();
        let is_held = matches!(problem, Problem::HeldElsewhere { .. });
        prop_assert!(is_held);
        is_told_in_words(&problem)?;
    }

    #[test]
    fn whatever_a_file_in_the_history_is_called_it_is_passed_over_or_named(
        pieces in prop::collection::vec(
            prop_oneof![
                Just("117".to_owned()), Just("_".to_owned()), Just(".toml".to_owned()),
                Just("2026-11-17T090203.004Z".to_owned()), Just("-1".to_owned()), "[^/\0]{1,8}",
                Just("99999999999999999999".to_owned()),
            ],
            1..7,
        ),
    ) {
        let name: String = pieces.concat();
        prop_assume!(name.len() < 200 && name != "." && name != "..");
        let (_folder, archive) = archive();
        let mut held = archive.create(&meeting("26-014", "en"), at(0)).unwrap();
        let path = held.path().to_owned();
        let folder = path.with_extension("historikk");
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join(&name), "hva som helst").unwrap();
        held.write_main(&meeting("26-014", "to"), saved(2)).unwrap();
        held.close();
        let earlier = Archive::earlier(&path).unwrap();
        prop_assert!(earlier.iter().any(|one| one.read().is_ok()));
        for one in earlier {
            prop_assert!(!one.name().is_empty());
        }
        prop_assert!(holds(&folder, b"hva som helst"));
    }
}
