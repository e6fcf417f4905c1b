//! `dialogmote egne`, and the file it is about: the user's own questions, sentences and words.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use etcetera::{BaseStrategy, choose_base_strategy};

use crate::{
    archive::{Own, Unusable, own_file},
    meeting::clean::clean,
    text::{Cause, LineFault, PROGRAM, Problem, Text, problem::place},
};

use super::{Stop, command_line::OWN, print};

/// The file in the user's folder of settings.
const FILE: &str = "egne.toml";

/// What the user's own file holds, and what to warn of where it is left out.
///
/// # Errors
/// Where the user named a file that cannot be used. One that merely lies where it belongs never keeps a meeting from
/// being held.
pub(super) fn load(matches: &ArgMatches, text: &Text) -> Result<(Own, Option<Problem>), Stop> {
    if let Some(file) = matches.get_one::<PathBuf>(OWN) {
        let own = own_file::load(file);
        return own
            .map(|own| (own, None))
            .map_err(|why| Stop::failed(fault_words(file, &why, text)));
    }
    let Some(file) = usual() else {
        return Ok((Own::default(), None));
    };
    Ok(match own_file::load(&file) {
        Ok(own) => (own, None),
        Err(Unusable::Missing) => (Own::default(), None),
        Err(Unusable::Unreadable | Unusable::Faulty(_)) => {
            (Own::default(), Some(Problem::OwnLeftOut(file)))
        }
    })
}

/// Tells where the file is and what stands in it; makes one to begin with where there is none.
pub(super) fn show(matches: &ArgMatches, text: &Text) -> Result<u8, Stop> {
    let t = &text.cli;
    let named = matches.get_one::<PathBuf>(OWN).cloned();
    let file = named.or_else(usual);
    let file = file.ok_or_else(|| Stop::failed(t.no_config_folder))?;
    let words = match own_file::load(&file) {
        Ok(own) => {
            let words = own.sensitive.len() + own.harmless.len();
            let counts = [own.questions.len(), own.phrases.len(), words];
            (t.own_there)(&place(&file), counts, (text.language)(own.language))
        }
        Err(Unusable::Missing) => {
            own_file::create_example(&file).map_err(|error| {
                let cause = Cause::from(&error);
                let file = file.clone();
                Stop::failed((text.problem)(&Problem::NotSaved { file, cause }))
            })?;
            (t.own_made)(&place(&file))
        }
        Err(why) => return Err(Stop::failed(fault_words(&file, &why, text))),
    };
    print(&format!("{}\n", clean(&words)), text)
}

fn usual() -> Option<PathBuf> {
    let folders = choose_base_strategy().ok()?;
    Some(folders.config_dir().join(PROGRAM).join(FILE))
}

fn fault_words(file: &Path, why: &Unusable, text: &Text) -> String {
    let t = &text.cli;
    let shown = place(file);
    match why {
        Unusable::Missing | Unusable::Unreadable => (t.own_unreadable)(&shown),
        Unusable::Faulty(faults) => listed((t.own_faults)(&shown, faults.len()), faults, text),
    }
}

/// Everything that is wrong in a file, under a line that says which file it is.
pub(super) fn listed(head: String, faults: &[LineFault], text: &Text) -> String {
    let mut lines = vec![head];
    lines.extend(
        faults
            .iter()
            .map(|fault| format!("  {}", (text.line_fault)(fault))),
    );
    lines.join("\n")
}
