//! The catalogue in bokmål.

mod after;
mod cli;
pub(super) mod papers;
mod preparation;
mod privacy;
mod rules;
mod saving;
mod taken_back;

use chrono::TimeDelta;

use crate::meeting::{
    Contents,
    agenda::Standing,
    event::{MAX_MINUTES, Refusal},
    language::Language,
    open_point::OpenPoint,
    paper::{self, Paper},
    participant::{Attendance, ParticipantId},
    question::Asking,
    stage::Stage,
    timing::Signal,
    zone::Zone,
};

use super::{
    ClockText, CommandText, ConversationText, KeyText, NoticeText, OverlayText, SheetText,
    StartText, Text, date,
};

/// Bokmål.
pub static NB: Text = Text {
    meeting_name: "Dialogmøte 1",
    practice_badge: "ØVELSE",
    paper: &papers::BOKMAL,
    due_error: super::due::DueError::in_bokmal,
    time_error: super::clock_time::TimeError::in_bokmal,
    problem: super::problem::nb,
    why_unsaved: super::problem::why_unsaved,
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
    standing: |standing| match standing {
        Standing::Open => "åpent",
        Standing::Done => "gjennomgått",
        Standing::NotRelevant => "ikke aktuelt",
        Standing::NotReached => "ikke rukket",
    },
    stage: |stage| match stage {
        Stage::Preparing => "forberedes",
        Stage::Running => "pågår",
        Stage::Paused => "i pause",
        Stage::Ended => "avsluttet",
        Stage::InReview => "til gjennomgang",
        Stage::Approved => "godkjent",
    },
    refusal,
    open_point,
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
    command: CommandText {
        menu: "meny",
        help: "hjelp",
        cover: "skjul skjermen",
        quit: "avslutt programmet",
        save: "lagre (skjer av seg selv)",
        save_elsewhere: "lagre også i en annen mappe",
        choose_version: "velg mellom to utgaver av møtet",
        close: "lukk møtet",
        preparation: "forberedelse",
        conversation: "til møtet",
        actions: "oppgaver",
        measures: "virkemidler",
        outcome: "mål og enighet",
        read_back: "les opp",
        plan: "oppfølgingsplan",
        fill_plan: "fyll inn planen fra møtet",
        plan_faults: "hva gjenstår i planen",
        paste_plan: "lim inn planen på nav.no",
        review: "gjennomgang",
        begin: "start møtet",
        pause: "pause",
        resume: "fortsett",
        take_up_again: "ta møtet opp igjen",
        next_item: "neste punkt",
        previous_item: "forrige punkt",
        choose_item: "gå til punkt",
        set_aside: "punktet er ikke aktuelt",
        more_time: "mer tid",
        correct_start: "vi begynte klokka …",
        correct_end: "vi sluttet klokka …",
        leave_out: "trekk fra tiden du var borte",
        seconds: "vis eller skjul sekunder",
        speed: "øvelse: fart på klokka",
        reminders: "husk og spørsmål",
        kladd: "kladd",
        add_action: "ny oppgave",
        add_participant: "ny deltaker",
        add_step: "nytt trinn",
        remove: "fjern linjen",
        mark_read_back: "lest opp",
        end: "avslutt møtet",
        approve: "godkjenn referatet",
        revise: "endre det godkjente referatet",
        sending: "hvem får hva",
        strike_words: "stryk ordet",
        strike_line: "stryk linjen",
        to_kladd: "flytt linjen til kladd",
        let_stand: "la det stå",
        keep: "behold, med en grunn",
        keep_no_longer: "ta det opp igjen",
        preview: |paper| match paper {
            Paper::Referat => "les referatet",
            Paper::Archive => "les referatet til arkivet",
            Paper::Plan | Paper::PlanData => "les oppfølgingsplanen",
            Paper::Confirmation => "les møtebekreftelsen",
            Paper::Invitation => "les innkallingen",
            Paper::Questions => "les spørsmålene",
            Paper::Calendar => "les kalenderen",
        },
        write: |paper| match paper {
            Paper::Referat => "lagre referatet som fil",
            Paper::Archive => "lagre referatet til arkivet",
            Paper::Plan => "lagre oppfølgingsplanen",
            Paper::PlanData => "lagre planen til HR-systemet (JSON)",
            Paper::Confirmation => "lagre møtebekreftelsen til legen",
            Paper::Invitation => "lagre innkallingen",
            Paper::Questions => "lagre spørsmålene",
            Paper::Calendar => "lagre til kalenderen",
        },
        add_period: "ny periode",
        add_question: "nytt spørsmål",
        explain_absence: "fraværet dag for dag",
        show_deadlines: "alle fristene",
        what_changed: "endret siden sjekklisten",
        questions: "spørsmål å ta opp",
        phrases: "sett inn en setning",
        case_code: "endre sakskode",
        next_place: "neste felt",
        previous_place: "forrige felt",
        activate: "åpne eller gå videre",
        toggle: "velg",
        undo: "angre",
        redo: "gjør om igjen",
        cut: "klipp ut",
        copy: "kopier",
        paste: "lim inn",
        select_all: "merk alt",
        word_left: "ett ord til venstre",
        word_right: "ett ord til høyre",
        text_start: "til begynnelsen av teksten",
        text_end: "til slutten av teksten",
        select: "merk med Shift og piltaster",
        delete_word: "slett ordet foran",
        new_meeting: "nytt møte",
        practise: "øv på et møte",
        open_meeting: "åpne et annet møte",
    },
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
        span: "kl.",
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
    overlay: OverlayText {
        other_day_question: |planned| format!("Møtet er planlagt {planned}. Starte det nå?"),
        take_up_question: "Ta møtet opp igjen? Da går klokka, og møtet får en ny slutt. Notatene kan du rette uten.",
        time_wrong: "Skriv et klokkeslett, for eksempel 10.03, «for 10 min siden» eller 17.11 kl. 10.03.",
        menu_title: "MENY",
        search: "søk:",
        nothing_found: "Ingenting passer. Slett noe av søket, eller trykk Esc.",
        help_title: "TASTER",
        help_typing: "Bokstaver er alltid tekst. Alt under her finnes også i menyen (Esc).",
        help_close: "Piltaster blar. Esc lukker.",
        items_title: "GÅ TIL PUNKT",
        time_title: "MER TID",
        borrow: |minutes, from| format!("Lån {minutes} min fra {from}. Slutten står fast."),
        extend: |minutes| format!("Flytt slutten {minutes} min."),
        let_it_be: "La det være.",
        borrow_closing: |minutes, phase| {
            format!(
                "Ta {minutes} min fra {phase}? Da blir det mindre tid til å bli enige om hvem som gjør hva."
            )
        },
        end_question: "Avslutte møtet? Notatene kan rettes etterpå, og møtet kan tas opp igjen.",
        approve_question: |open| match open {
            0 => "Godkjenne referatet? Etterpå er det låst.".to_owned(),
            1 => "Ett punkt mangler ennå. Godkjenne referatet likevel? Etterpå er det låst."
                .to_owned(),
            _ => format!(
                "{open} punkter mangler ennå. Godkjenne referatet likevel? Etterpå er det låst."
            ),
        },
        ask_revise: "Hvorfor endres referatet?",
        revise_help: "Den nye utgaven sier hva den erstatter, og hvorfor.",
        leave_unsaved: |why| {
            format!("Det siste du skrev, er IKKE lagret. {why} Vil du gå ut likevel og miste det?")
        },
        overwrite_question: |file| {
            format!(
                "{file} finnes fra før, og er ikke laget av dialogmote eller er endret siden. Erstatte filen?"
            )
        },
        yes: "ja",
        no: "nei",
        ask_start: "Møtet begynte klokka",
        ask_end: "Møtet sluttet klokka",
        ask_file: |paper| match paper {
            Paper::Referat => "Lagre referatet i filen",
            Paper::Archive => "Lagre referatet til arkivet i filen",
            Paper::Plan => "Lagre oppfølgingsplanen i filen",
            Paper::PlanData => "Lagre planen til HR-systemet i filen",
            Paper::Confirmation => "Lagre møtebekreftelsen i filen",
            Paper::Invitation => "Lagre innkallingen i filen",
            Paper::Questions => "Lagre spørsmålene i filen",
            Paper::Calendar => "Lagre møtet til kalenderen i filen",
        },
        file_ending: |paper| match paper {
            Paper::Referat => ".md",
            Paper::Archive => "_arkiv.md",
            Paper::Plan => "_plan.md",
            Paper::PlanData => "_plan.json",
            Paper::Confirmation => "_bekreftelse.md",
            Paper::Invitation => "_innkalling.md",
            Paper::Questions => "_sporsmal.md",
            Paper::Calendar => ".ics",
        },
        of_version: |version| format!("_utgave-{version}"),
        number_in_name: "Filnavnet ligner et fødselsnummer. Navn på filer kan andre se: bruk sakskoden.",
        json_wrong: "Gi filen et navn som slutter på .json. Fødselsnummeret spør programmet om etterpå.",
        apply_data: "Enter går videre til fødselsnummeret. Det kommer bare i filen.",
        phrases_title: "SETT INN EN SETNING",
        ask_case_code: "Sakskode (aldri et navn)",
        file_wrong: "Skriv navnet på filen, for eksempel ~/referat.md.",
        ending_wrong: "Endingen på filnavnet bestemmer formatet. Bruk .md, .txt, .html, .docx eller .pdf.",
        case_code_wrong: "Bruk 1–20 bokstaver, tall eller bindestreker, for eksempel 26-014.",
        apply: "Enter bruker, Esc lukker uten å endre.",
        apply_form: "Enter lagrer. Endingen velger format: .md, .txt, .html, .docx eller .pdf.",
        cover_key: "F9 eller Esc viser skjermen igjen",
        too_small: "For lite vindu",
        no_terminal: "Terminalen lar seg ikke bruke. Ingenting er endret. Prøv i et vanlig terminalvindu.",
        lost: |why| {
            format!(
                "Programmet ble bedt om å slutte, og det siste du skrev, ble ikke lagret. {why}"
            )
        },
        crashed: |place| {
            format!(
                "Programmet stoppet av en feil ({place}). Det du skrev, er lagret. Start programmet igjen, så fortsetter møtet der du var."
            )
        },
    },
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
        written: |paper, form, file| match paper {
            Paper::Referat => format!("Referatet ligger i {file} ({})", form_name(form)),
            Paper::Archive => {
                format!(
                    "Referatet til arkivet ligger i {file} ({})",
                    form_name(form)
                )
            }
            Paper::Plan => format!("Oppfølgingsplanen ligger i {file} ({})", form_name(form)),
            Paper::PlanData => format!(
                "Planen ligger i {file} (JSON), med fødselsnummer: flytt den til HR-systemet, og slett den her."
            ),
            Paper::Confirmation => {
                format!("Møtebekreftelsen ligger i {file} ({})", form_name(form))
            }
            Paper::Invitation => format!(
                "Innkallingen ligger i {file} ({}). Før inn dagen når den er sendt.",
                form_name(form)
            ),
            Paper::Questions => format!("Spørsmålene ligger i {file} ({})", form_name(form)),
            Paper::Calendar => {
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
        from_twin: "Det siste som ble skrevet før avbruddet, er hentet fram igjen.",
        seconds_on: "Sekundene vises.",
        seconds_off: "Sekundene er skjult.",
        practice_opened: "Dette er en øvelse. Menneskene er oppdiktet. F5 starter møtet.",
    },
    key: KeyText {
        enter: "Enter",
        space: "Mellomrom",
        tab: "Tab",
        shift: "Shift",
        up: "Pil opp",
        down: "Pil ned",
        left: "Pil venstre",
        right: "Pil høyre",
        home: "Home",
        end: "End",
        page_up: "PgUp",
        page_down: "PgDn",
        backspace: "Rettetast",
        delete: "Delete",
    },
    rules: rules::RULES,
    review: after::REVIEW,
    plan: after::PLAN,
    sending: after::SENDING,
    privacy: privacy::PRIVACY,
    cli: cli::CLI,
};

fn form_name(form: paper::Form) -> &'static str {
    match form {
        paper::Form::Markdown => "Markdown",
        paper::Form::Plain => "ren tekst",
        paper::Form::Html => "HTML",
        paper::Form::Word => "Word",
        paper::Form::Pdf => "PDF",
    }
}

fn refusal(refusal: Refusal, zone: Zone) -> String {
    let clock = |at| zone.local(at).format("%d.%m.%Y kl. %H:%M").to_string();
    match refusal {
        Refusal::NotBegun => "Møtet har ikke begynt. F5 starter det.".to_owned(),
        Refusal::AlreadyBegun => "Møtet er allerede i gang.".to_owned(),
        Refusal::NotPaused => "Møtet står ikke i pause.".to_owned(),
        Refusal::AlreadyPaused => "Møtet står allerede i pause. F5 fortsetter.".to_owned(),
        Refusal::AlreadyEnded => {
            "Møtet er avsluttet. Det kan tas opp igjen fra menyen (Esc).".to_owned()
        }
        Refusal::NotEnded => "Møtet er ikke avsluttet ennå.".to_owned(),
        Refusal::AlreadyInReview => "Referatet er allerede tatt opp til gjennomgang.".to_owned(),
        Refusal::NotInReview => "Åpne gjennomgangen først (F12).".to_owned(),
        Refusal::Approved => {
            "Referatet er godkjent og låst. Fra menyen (Esc) kan det endres, med en grunn."
                .to_owned()
        }
        Refusal::ApprovedBefore => {
            "Det går ikke: En utgave av referatet er godkjent. Skal dere møtes igjen, lager du et nytt møte."
                .to_owned()
        }
        Refusal::NotApproved => "Referatet er ikke godkjent.".to_owned(),
        Refusal::NoReason => "Skriv grunnen, høyst 500 tegn.".to_owned(),
        Refusal::NoNextItem => "Dette er siste punkt. Avslutt møtet fra menyen (Esc).".to_owned(),
        Refusal::NoPreviousItem => "Dette er første punkt.".to_owned(),
        Refusal::NoSuchPlace => "Det finnes ikke lenger.".to_owned(),
        Refusal::ClosingPhaseProtected => {
            "Siste fase låner ikke bort tid uten at du sier ja til det.".to_owned()
        }
        Refusal::NotALaterPhase => "Bare en senere fase kan låne bort tid.".to_owned(),
        Refusal::TooFewMinutes { available } => format!("Fasen har bare {available} min å gi."),
        Refusal::MinutesOutOfRange => format!("Velg mellom 1 og {MAX_MINUTES} minutter."),
        Refusal::StartTooLate { latest } => format!(
            "Møtet kan ikke ha begynt etter {}: da var dere kommet til neste punkt.",
            clock(latest)
        ),
        Refusal::EndTooEarly { earliest } => format!(
            "Møtet kan ikke ha sluttet før {}: da var dere fortsatt i gang.",
            clock(earliest)
        ),
        Refusal::InTheFuture => "Det tidspunktet er ikke kommet ennå.".to_owned(),
        Refusal::NotAway => "I den tiden gikk ikke møtet, eller noe ble gjort.".to_owned(),
        Refusal::PlannedBefore => {
            "Møtet er i gang. Bruk «mer tid» (Ctrl+L) for å flytte minutter.".to_owned()
        }
        Refusal::AlreadyThere => "Det står der allerede.".to_owned(),
        Refusal::DoesNotFit => "Det går ikke lenger: møtet er blitt et annet siden.".to_owned(),
    }
}

fn open_point(point: OpenPoint, meeting: &Contents) -> String {
    let person = |id: ParticipantId| {
        meeting
            .participant(id)
            .map_or_else(String::new, |p| papers::BOKMAL.called(p))
    };
    let action = |id| {
        let number = meeting.actions.iter().position(|a| a.id == id);
        number.map_or(0, |number| number + 1)
    };
    match point {
        OpenPoint::ItemOpen(index) => {
            let title = meeting.agenda.item(index).map_or("", |item| &item.title);
            format!("Ikke gjennomgått: {title}")
        }
        OpenPoint::NameMissing(id) => format!("{} mangler navn", person(id)),
        OpenPoint::MannerMissing(id) => {
            format!(
                "Hvordan deltok {}: i rommet, på video eller på telefon?",
                person(id)
            )
        }
        OpenPoint::SpanUnclear(id) => format!("Tiden til {} er uklar", person(id)),
        OpenPoint::NothingToDo(party) => {
            let party = (papers::BOKMAL.role)(party.role());
            format!("{party} har ingen oppgave, og det står ikke hvorfor")
        }
        OpenPoint::WhatMissing(id) => format!("Oppgave {} sier ikke hva", action(id)),
        OpenPoint::OwnerMissing(id) => format!("Oppgave {} har ingen ansvarlig", action(id)),
        OpenPoint::DueMissing(id) => format!("Oppgave {} mangler frist", action(id)),
        OpenPoint::DuePast(id) => format!("Oppgave {} har en frist som er gått ut", action(id)),
        OpenPoint::NothingConcluded => "Konklusjonen er tom".to_owned(),
        OpenPoint::GoalMissing => "Mål er ikke satt".to_owned(),
        OpenPoint::StepUnclear(id) => {
            let number = meeting.goal.steps.iter().position(|s| s.id == id);
            format!("Trinn {} i målet er uklart", number.map_or(0, |n| n + 1))
        }
        OpenPoint::AnswerMissing(id) => format!("{}: enig eller uenig?", person(id)),
        OpenPoint::WordsMissing(id) => format!("{} er uenig: egne ord mangler", person(id)),
        OpenPoint::ConsentMissing(id) => {
            format!("Samtykker den ansatte i at {} får referatet?", person(id))
        }
        OpenPoint::CopyUndecided(id) => format!("Skal {} ha referatet?", person(id)),
        OpenPoint::PeopleUnconfirmed => {
            "Er alt om rett sak? Navn, sted, fraværsdag, deltakere".to_owned()
        }
        OpenPoint::NotReadBack => "Oppsummeringen er ikke lest opp".to_owned(),
        OpenPoint::FollowUpMissing => "Neste oppfølging mangler dato".to_owned(),
        OpenPoint::PlanIncomplete => "Oppfølgingsplanen er ikke ferdig".to_owned(),
    }
}
