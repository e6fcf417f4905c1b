//! The catalogue in bokmål.

mod after;
mod cli;
pub(super) mod documents;
mod meeting;
mod overlays;
mod place;
mod preparation;
mod privacy;
mod problem;
mod rules;
mod saving;
mod taken_back;

use chrono::TimeDelta;

use crate::meeting::{
    Asking, Attendance, DocumentKind, Format, ItemStatus, Language, Signal, Stage,
};

use super::{
    ClockText, ConversationText, NoticeText, SheetText, StartText, Text, command_text, date,
};

/// Bokmål.
pub static NB: Text = Text {
    meeting_name: "Dialogmøte 1",
    practice_badge: "ØVELSE",
    document: &documents::BOKMAL,
    due_error: super::due::DueError::in_bokmal,
    time_error: super::clock_time::TimeError::in_bokmal,
    problem: problem::words,
    why_unsaved: problem::why_unsaved,
    line_fault: super::line_fault::nb,
    case: |code| format!("sak {code}"),
    language: |language| match language {
        Language::Bokmal => "bokmål",
        Language::Nynorsk => "nynorsk",
    },
    attendance: |attendance| match attendance {
        Attendance::Attends => "deltar",
        Attendance::Absent => "deltar ikke",
    },
    item_status: |status| match status {
        ItemStatus::Open => "åpent",
        ItemStatus::Done => "gjennomgått",
        ItemStatus::NotRelevant => "ikke aktuelt",
        ItemStatus::NotReached => "ikke rukket",
    },
    stage: |stage| match stage {
        Stage::Preparing => "forberedes",
        Stage::Running => "pågår",
        Stage::Paused => "i pause",
        Stage::Ended => "avsluttet",
        Stage::InReview => "til gjennomgang",
        Stage::Approved => "godkjent",
    },
    refusal: meeting::refusal,
    open_point: meeting::open_point,
    undone: taken_back::undone,
    redone: taken_back::redone,
    clock: ClockText {
        signal: |signal| match signal {
            Signal::OnTrack => "I RUTE".to_owned(),
            Signal::Ending { minutes } => format!("{minutes} MIN IGJEN"),
            Signal::Up => "TIDEN ER UTE".to_owned(),
            Signal::Over { minutes } => format!("{minutes} MIN OVER"),
            Signal::Paused => "PAUSE".to_owned(),
            Signal::Ended => "AVSLUTTET".to_owned(),
        },
        ends: |at| format!("ferdig {at}"),
        expected: |at, behind| {
            if behind > 0 {
                format!("ferdig ca. {at}, {behind} min etter")
            } else {
                format!("ferdig ca. {at}, {} min før", -behind)
            }
        },
        expected_short: |at, behind| format!("ca. {at} ({behind:+} min)"),
        ended: |at| format!("sluttet {at}"),
        since: |at| format!("siden {at}"),
        on_day: |day, at| format!("{day} kl. {at}"),
        minutes_left: |minutes| {
            if minutes == 1 {
                "minutt igjen"
            } else {
                "minutter igjen"
            }
        },
        minutes_over: |minutes| {
            if minutes == 1 {
                "minutt over"
            } else {
                "minutter over"
            }
        },
        left_short: "min igjen",
        over_short: "min over",
        time_is_up: "tiden er ute",
        of_phase: |phase| format!("av {phase}"),
        next_phase: |phase, at| format!("neste: {phase} {at}"),
        last_phase: "siste fase",
        left: |time| format!("{time} igjen"),
        over: |time| format!("{time} over tiden"),
        total: |spent, budget| format!("i alt {spent} av {budget} min"),
        total_short: |spent| format!("i alt {spent}"),
        planned_for: |when, days| match days {
            0 => format!("møtet: {when}, i dag"),
            1 => format!("møtet: {when}, i morgen"),
            _ => format!("møtet: {when}, om {days} dager"),
        },
        person_until: |who, at| format!("{who} til {at}"),
        person_leaves: |who, minutes| format!("{who} går om {minutes} min"),
        person_leaves_open: |who, minutes, items| match items {
            1 => format!("{who} går om {minutes} min: 1 punkt venter"),
            _ => format!("{who} går om {minutes} min: {items} punkter venter"),
        },
        person_gone: |who, at| format!("{who} skulle gå {at}"),
        duration: |duration| date::NB.duration(duration),
    },
    start: StartText {
        subtitle: "Møtet, klokka, notatene og referatet på ett sted.",
        new: "Nytt møte",
        practise: "Øv på et møte",
        open: "Åpne",
        private: "Alt ligger på denne maskinen. Ingenting sendes.",
        keys: "Piltaster og Enter, eller tallet foran linjen.",
        no_meetings: "Ingen møter her ennå. Velg «Nytt møte» for å begynne.",
        choose: "Åpne et møte",
        listed: |code, date, stage| format!("{code}   {date}   {stage}"),
        practice: "øvelse",
        unreadable: |file| format!("{file}   kan ikke leses"),
    },
    command: command_text::COMMANDS,
    sheet: SheetText {
        more: "… mer under",
        preparation_title: "Forbered dialogmøte 1",
        actions_title: "Hvem gjør hva når",
        measures_title: "Virkemidler",
        outcome_title: "Mål og enighet",
        read_back_title: "Les opp",
        review_title: "Gå gjennom referatet",
        language: "Målform",
        language_help: "Alle dokumenter om møtet blir skrevet på denne målformen. Det du selv skriver, står som du skrev det.",
        date: "Dato",
        time: "Klokka",
        name: "navn …",
        manner_unsaid: "hvordan?",
        presence: "kl.",
        span_help: "Bare for den som kommer senere eller går før: «fra 10.05», «til 10.30» eller «8.30–8.50».",
        copy: "Kopi",
        plan: "TIDSPLAN",
        plan_sum: |minutes| format!("i alt {minutes} min"),
        minutes_wrong: "Skriv et helt tall fra 1 til 480. Inntil da gjelder det forrige.",
        what: "Hva",
        owners: "Hvem",
        nobody: "ingen ennå",
        owners_help: "Trykk tallet foran navnet, eller pil og mellomrom. Flere kan gjøre det sammen.",
        due: "Frist",
        due_help: "Skriv slik du sier det: fre, i morgen, om 2 uker, uke 50, 10.12, fra 24.11, hver fredag.",
        date_help: "Skriv slik du sier det: fre, i morgen, om 2 uker, uke 50, 10.12.",
        no_actions: "Ingen oppgaver ennå. Ctrl+T lager en ny, også midt i et notat.",
        goal: "MÅL",
        goal_text: "Mål",
        step_work: "Arbeid",
        step_from: "fra",
        step_shown: |work, sick_leave| format!("→ arbeider {work} %, sykmeldt {sick_leave} %"),
        percent_wrong: "Hvor mange prosent skal den ansatte arbeide? Skriv et tall fra 0 til 100.",
        agreement: "ENIGHET",
        words: "Egne ord",
        follow_up: "NESTE OPPFØLGING",
        follow_up_label: "Dato",
        understood: |text| format!("→ {text}"),
        measures_old: "FRA GJENNOMFØRINGSGUIDEN    († finnes ikke lenger)",
        measures_new: "ANDRE Å TENKE PÅ",
        measure_gone: |instead| format!("Finnes ikke lenger. {instead}"),
        measure_private: "Nevner behandling: den ansattes eget valg. Kommer ikke med i referatet.",
        remark: "Merknad",
        read_back_intro: "Les dette høyt, og spør hver enkelt: Kjenner du deg igjen?",
        read_back_done: |at| format!("Lest opp {at}."),
        read_back_not_done: "Ctrl+O når det er lest opp. F7 for å føre inn svarene.",
        choose_with: "Mellomrom eller pil velger, eller trykk tallet.",
    },
    preparation: preparation::PREPARATION,
    conversation: ConversationText {
        say: |words| format!("Si gjerne: «{words}»"),
        note: |phase, item| format!("Notat til referatet · {phase} · {item}"),
        kladd: "KLADD, bare for deg",
        kladd_open: "KLADD, bare for deg · Ctrl+K fører tilbake til notatet",
        kladd_hidden: |lines| match lines {
            1 => "1 linje, skjult. Ctrl+K åpner.".to_owned(),
            _ => format!("{lines} linjer, skjult. Ctrl+K åpner."),
        },
        kladd_empty: "Tom. Ctrl+K åpner. Kommer aldri med i noe dokument.",
        agreed: "AVTALT SÅ LANGT",
        agreed_count: |count| match count {
            0 => "Ingen oppgaver avtalt ennå".to_owned(),
            1 => "Avtalt: 1 oppgave".to_owned(),
            _ => format!("Avtalt: {count} oppgaver"),
        },
        no_due: "uten frist",
        questions: "Spørsmål å ta opp (Ctrl+F krysser av):",
        plan_points: "Fra oppfølgingsplanen:",
        questions_title: "SPØRSMÅL Å TA OPP (Enter krysser av)",
        question_line: |asking, text| match asking {
            Asking::Asked => format!("[x] {text}"),
            Asking::Chosen => format!("[ ] {text}"),
            Asking::Offered => format!("· {text}"),
        },
        nobody_present: "ingen i møtet",
        practice_says: |who, says| format!("{who}: «{says}»"),
        small_window: "Alt annet: Esc",
    },
    overlay: overlays::OVERLAYS,
    saving: saving::SAVING,
    notice: NoticeText {
        not_written_here: "Her velges det, ikke skrives. Trykk en piltast først, så virker mellomrom og tall igjen.",
        undone_text: |place| format!("Angret det siste som ble skrevet i «{place}»."),
        redone_text: |place| format!("Gjort om igjen det som ble skrevet i «{place}»."),
        nothing_to_redo: "Ingenting å gjøre om igjen.",
        set_aside: "Satt til side som ikke aktuelt. Ctrl+Z angrer.",
        back_to_open: "Dette punktet står igjen fra tidligere.",
        paste_too_large: "Det du limte inn, er for stort: et felt tar 64 kB. Ingenting ble limt inn, og det som sto der, er trygt. Lim inn litt om gangen.",
        thanks: "Takk, men det trengs ikke: alt lagres av seg selv.",
        note_full: "Feltet er fullt (64 kB). Det siste ble ikke tatt inn; resten er trygt. Skriv videre et annet sted.",
        only_beginning: "Teksten er for lang til å endres her, og bare begynnelsen vises. Alt ligger trygt i møtefilen. Lukk møtet og kort den ned der.",
        away: |time| {
            format!("Møtet går. Du var borte i {time}. Esc: trekk fra tiden du var borte.")
        },
        away_paused: |time| format!("Møtet står i pause. Du var borte i {time}."),
        slept: |time| format!("Maskinen sov i {time}. Tiden er regnet med. Esc: trekk den fra."),
        left_out: |time| format!("{time} er trukket fra."),
        wall_clock: |ahead| {
            let way = if ahead > TimeDelta::zero() {
                "fram"
            } else {
                "tilbake"
            };
            format!(
                "Klokka på maskinen er stilt {} {way}. Møtets klokke går som før.",
                date::NB.duration(ahead.abs())
            )
        },
        removed_action: "Oppgaven er fjernet. Ctrl+Z henter den tilbake.",
        removed_participant: "Deltakeren er fjernet. Ctrl+Z henter tilbake.",
        removed_period: "Perioden er fjernet. Ctrl+Z henter den tilbake.",
        removed_question: "Spørsmålet er fjernet. Ctrl+Z henter det tilbake.",
        removed_step: "Trinnet er fjernet. Ctrl+Z henter det tilbake.",
        nothing_to_undo: "Ingenting å angre her.",
        copied: "Kopiert.",
        begun: |at| format!("Møtet begynte {at}. Begynte dere før? Esc: vi begynte klokka …"),
        paused: "Pause. F5 fortsetter.",
        resumed: "Møtet går.",
        ended: "Møtet er avsluttet. Se over hva som mangler, og godkjenn referatet.",
        approved: "Godkjent. Ctrl+E lagrer referatet som fil.",
        revised: "Referatet kan endres igjen. Når det er godkjent, må de som fikk det gamle, få det nye.",
        borrowed: |minutes, from| format!("{minutes} min lånt fra {from}. Slutten står fast."),
        extended: |minutes, end| format!("{minutes} min til. Ferdig {end}."),
        start_corrected: |at| format!("Møtet begynte {at}."),
        end_corrected: |at| format!("Møtet sluttet {at}."),
        read_back: "Notert: oppsummeringen er lest opp.",
        written: |kind, format, file| match kind {
            DocumentKind::Referat => format!("Referatet ligger i {file} ({})", format_name(format)),
            DocumentKind::Archive => {
                format!(
                    "Referatet til arkivet ligger i {file} ({})",
                    format_name(format)
                )
            }
            DocumentKind::Plan => format!(
                "Oppfølgingsplanen ligger i {file} ({})",
                format_name(format)
            ),
            DocumentKind::PlanData => format!(
                "Planen ligger i {file} (JSON), med fødselsnummer: flytt den til HR-systemet, og slett den her."
            ),
            DocumentKind::Confirmation => {
                format!("Møtebekreftelsen ligger i {file} ({})", format_name(format))
            }
            DocumentKind::Invitation => format!(
                "Innkallingen ligger i {file} ({}). Før inn dagen når den er sendt.",
                format_name(format)
            ),
            DocumentKind::Questions => {
                format!("Spørsmålene ligger i {file} ({})", format_name(format))
            }
            DocumentKind::Calendar => {
                format!("Møtet ligger i {file}. Åpne filen, så legger kalenderen det inn.")
            }
        },
        not_made: "Dokumentet lot seg ikke lage i dette formatet. Ingenting er skrevet. Velg et annet, for eksempel .docx.",
        no_calendar: "Det er ingenting å legge i kalenderen ennå. Før inn dato og klokkeslett for møtet, eller fraværet, så fristene kan regnes ut.",
        no_doctor: "Ingen lege eller behandler står som deltaker i møtet, så det er ingenting å bekrefte.",
        not_over: "Møtet er ikke avsluttet ennå. Bekreftelsen kan lages når det er slutt.",
        speed: |speed| match speed {
            1 => "Klokka går i vanlig fart.".to_owned(),
            _ => format!("Klokka går {speed} ganger så fort."),
        },
        unknown_key: "Den tasten gjør ingenting her. Esc viser alt du kan gjøre.",
        from_recovery: "Det siste som ble skrevet før avbruddet, er hentet fram igjen.",
        seconds_on: "Sekundene vises.",
        seconds_off: "Sekundene er skjult.",
        practice_opened: "Dette er en øvelse. Menneskene er oppdiktet. F5 starter møtet.",
    },
    key: command_text::KEYS,
    rules: rules::RULES,
    review: after::REVIEW,
    plan: after::PLAN,
    sending: after::SENDING,
    privacy: privacy::PRIVACY,
    cli: cli::CLI,
};

fn format_name(format: Format) -> &'static str {
    match format {
        Format::Markdown => "Markdown",
        Format::Plain => "ren tekst",
        Format::Html => "HTML",
        Format::Word => "Word",
        Format::Pdf => "PDF",
    }
}
