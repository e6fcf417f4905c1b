//! `--json`: what scripts get in place of sentences and tables.

use clap::{Arg, ArgAction};
use serde::Serialize;

use crate::text::Text;

/// The flag, and the format that is called the same.
pub(super) const JSON: &str = "json";

/// The flag that asks for it.
pub(super) fn json_flag(text: &Text) -> Arg {
    let flag = Arg::new(JSON).long(JSON).help(text.cli.json);
    flag.action(ArgAction::SetTrue)
}

/// The rows, ready to print.
///
/// # Errors
/// Where they cannot be written, in words.
pub(super) fn json(rows: &impl Serialize, text: &Text) -> Result<String, String> {
    let json = serde_json::to_string_pretty(rows);
    json.map(|json| json + "\n")
        .map_err(|_| text.cli.output_gone.to_owned())
}
