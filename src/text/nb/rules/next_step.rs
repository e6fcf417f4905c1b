//! What is to be done next, in bokmål.

use chrono::NaiveDate;

use crate::{rules::NextStep, text::date::NB};

/// As a line of a list, with its day; of the referat also how long it is until then from `today`.
pub(crate) fn next_step(step: NextStep, today: NaiveDate) -> String {
    match step {
        NextStep::EnterAbsence => "før inn fraværet".to_owned(),
        NextStep::SayWhatHappened(day) => format!("hva skjedde {}?", NB.short(day)),
        NextStep::SayIfProlonged => "sykmeldingen gikk ut: er den forlenget?".to_owned(),
        NextStep::AskWhoWants => "spør hvem som ønsker møte".to_owned(),
        NextStep::DecideAgain(by) => {
            format!("vurder møtet på nytt, senest {}", NB.short(by))
        }
        NextStep::MakePlan(by) => format!("lag oppfølgingsplanen, senest {}", NB.short(by)),
        NextStep::SendPlan(by) => format!("send planen til sykmelder, senest {}", NB.short(by)),
        NextStep::SetDate(Some(by)) => format!("avtal dag for møtet, senest {}", NB.short(by)),
        NextStep::SetDate(None) => "avtal dag for møtet".to_owned(),
        NextStep::SetTime(day) => format!("avtal klokkeslett {}", NB.short(day)),
        NextStep::Invite(day) => format!("kall inn til møtet {}", NB.short(day)),
        NextStep::Hold(day) => format!("hold møtet {}", NB.short(day)),
        NextStep::GoOn => "fortsett møtet".to_owned(),
        NextStep::Review(by) => format!("gå gjennom referatet, senest {}", NB.short(by)),
        NextStep::SendReferat(by) => {
            let left = left((by - today).num_days());
            format!("send referatet, senest {} ({left})", NB.short(by))
        }
        NextStep::PlanToNav(by) => format!("send planen til Nav, senest {}", NB.short(by)),
        NextStep::FollowUp(day) => format!("følg opp {}", NB.short(day)),
        NextStep::FollowUpPassed(day) => format!("oppfølgingen var {}", NB.short(day)),
        NextStep::LookAgain(day) => format!("vurder igjen {}", NB.short(day)),
        NextStep::Nothing => "ingenting nå".to_owned(),
    }
}

/// So many days until something is due.
pub(crate) fn left(days: i64) -> String {
    match days {
        0 => "i dag".to_owned(),
        1 => "1 dag igjen".to_owned(),
        2.. => format!("{days} dager igjen"),
        -1 => "1 dag over".to_owned(),
        _ => format!("{} dager over", days.unsigned_abs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_fits_a_line_of_a_list() {
        let day = "2026-09-28".parse().unwrap();
        for step in [
            NextStep::EnterAbsence,
            NextStep::SayWhatHappened(day),
            NextStep::SayIfProlonged,
            NextStep::AskWhoWants,
            NextStep::DecideAgain(day),
            NextStep::MakePlan(day),
            NextStep::SendPlan(day),
            NextStep::SetDate(Some(day)),
            NextStep::SetDate(None),
            NextStep::SetTime(day),
            NextStep::Invite(day),
            NextStep::Hold(day),
            NextStep::GoOn,
            NextStep::Review(day),
            NextStep::SendReferat(day),
            NextStep::PlanToNav(day),
            NextStep::FollowUp(day),
            NextStep::FollowUpPassed(day),
            NextStep::LookAgain(day),
            NextStep::Nothing,
        ] {
            let words = next_step(step, day);
            assert!(words.chars().count() <= 46, "{words}");
            assert_eq!(words.contains("28. sep"), step.day().is_some(), "{words}");
        }
    }
}
