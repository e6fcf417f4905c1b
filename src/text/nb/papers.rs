//! The papers, and the words beside the text of every one of them, in bokmål.

use crate::{
    meeting::arrangement::Form,
    text::paper_text::{
        ConfirmationText, EntryText, InvitationText, PageText, PlanPaperText, QuestionsText,
        ReferatText,
    },
};

/// «Side 1 av 3».
pub const PAGE: PageText = PageText {
    language: "nb-NO",
    number: ["Side", "av"],
};

/// The referat, in both its editions.
pub const REFERAT: ReferatText = ReferatText {
    title: "Referat fra dialogmøte 1",
    archive_title: "Referat fra dialogmøte 1 – til arkivet",
    practice: "ØVELSE – oppdiktede mennesker, ikke et virkelig møte.",
    version: |number, state| format!("Utgave {number}, {state}."),
    replaces: |number, approved, reason| {
        format!("Erstatter utgave {number} fra {approved}. Grunn: {reason}")
    },
    versions: "Utgaver",
    versions_head: ["Utgave", "Godkjent", "Hvorfor den ble endret"],
    valid_now: "gjelder nå",
    case: "Sak",
    state: "Referatet er",
    employee: "Arbeidstaker",
    leader: "Møteleder",
    held: "Holdt",
    when: |date, from, to, minutes| format!("{date}, kl. {from}–{to} ({minutes} min)"),
    when_two_days: |from, to| format!("fra {from} til {to}"),
    planned_for: |when| format!("Planlagt {when}. Møtet er ikke holdt ennå."),
    not_held: "Møtet er ikke holdt ennå.",
    about_privacy: "Referatet handler om arbeid og tilrettelegging. Diagnose og sykdom er ikke tema og skal ikke stå her.",
    conclusion: "Konklusjon",
    nothing_noted: "Ingenting er notert.",
    goal: "Mål",
    steps_head: ["Fra", "Arbeider", "Sykmeldt"],
    unclear: |text| format!("{text} (ikke avklart)"),
    actions: "Hvem gjør hva når",
    actions_head: ["Nr.", "Hva", "Hvem", "Frist"],
    no_actions: "Ingen oppgaver er avtalt.",
    no_due: "frist mangler",
    no_owner: "ikke fordelt",
    participants: "Deltakere",
    participants_head: ["Navn", "Rolle", "Ønsket av", "Deltok", "Får referatet"],
    both: "begge",
    not_called: "ikke innkalt",
    absence: "Fravær",
    absence_from: |day| format!("fra {day}, helt sykmeldt på møtedagen"),
    absence_graded: |day, percent| format!("fra {day}, {percent} % sykmeldt på møtedagen"),
    deadline: "Frist for møtet",
    in_time: |day| format!("{day}. Møtet ble holdt i tide."),
    late: |day, days| match days {
        1 => format!("{day}. Møtet ble holdt 1 dag for sent."),
        _ => format!("{day}. Møtet ble holdt {days} dager for sent."),
    },
    late_because: |why| format!("Grunn: {why}"),
    wanted_by: |who| {
        format!("gjelder ikke ved gradert sykmelding. Møtet ble holdt etter ønske fra {who}.")
    },
    plan: "Oppfølgingsplanen før møtet",
    plan_made: |day| format!("Planen ble laget {day}."),
    plan_sent: |day| format!("Sykmelder fikk den {day}."),
    plan_sent_at_once: "Sykmelder fikk den samme dag.",
    questions_asked: "Spørsmål som ble stilt",
    attended: "ja",
    absent: "nei",
    from: |time| format!("fra {time}"),
    to: |time| format!("til {time}"),
    not_relevant: "Ikke aktuelt.",
    not_reached: "Ikke rukket i møtet.",
    measures: "Virkemidler som er vurdert",
    measures_used: "Virkemidler som skal brukes",
    measures_head: ["Virkemiddel", "Vurdering", "Merknad"],
    agreement: "Enighet",
    answer_line: |who, answer| format!("{who}: {answer}"),
    read_back_later: |day, at| format!("Oppsummeringen ble lest opp etter møtet, {day} kl. {at}."),
    read_back_at: |at| format!("Oppsummeringen ble lest opp kl. {at}."),
    next: "Neste oppfølging",
    next_on: |date| format!("Partene møtes igjen {date}."),
    next_missing: "Dato er ikke avtalt.",
    copies: "Hvem får referatet",
    copies_to: |who| format!("Referatet går til {who}."),
    copy_waits: "mangler samtykke",
    copies_nobody: "Det er ikke avklart hvem som får referatet.",
    and: "og",
    send_by: |date| format!("Dokumentene sendes senest {date}."),
    not_to_nav: "Referatet sendes ikke til Nav.",
    plan_to_nav: "Nav får den oppdaterte oppfølgingsplanen.",
    plan_to_nav_when: "Nav får den oppdaterte oppfølgingsplanen når Nav ber om den, og senest en uke før et møte som Nav kaller inn til.",
    approved: |date| format!("godkjent {date}"),
    not_approved: "utkast, ikke godkjent",
};

/// The updated oppfølgingsplan. Doctor and Nav may read it too.
pub const PLAN_PAPER: PlanPaperText = PlanPaperText {
    title: "Oppdatert oppfølgingsplan",
    state: "Planen er",
    meeting: "Dialogmøte 1",
    about_privacy: "Planen handler om arbeid og tilrettelegging, så diagnose og behandling skal ikke stå her.",
    since: |version, approved| format!("Endret siden utgave {version} fra {approved}"),
    same: "Ingenting i feltene er endret.",
    since_head: ["Felt", "Endring"],
    new: "ny tekst",
    changed: "endret tekst",
    gone: "tatt ut",
    was: |now, before| format!("{now} (før: {before})"),
    no_day: "ingen dato",
    before: "Planen før møtet",
    tasks: "Arbeidsoppgaver",
    adaptation: "Tilrettelegging",
    agreed_too: "Også avtalt i møtet",
    nav_help: "Hjelp fra Nav",
    contact: "Kontaktperson",
    contact_name: "Navn til kontaktperson",
    receivers: "Hvem får planen",
    empty: "Ikke fylt ut.",
};

/// The confirmation for the doctor.
pub const CONFIRMATION: ConfirmationText = ConfirmationText {
    title: "Bekreftelse på deltakelse i dialogmøte 1",
    intro: "Dialogmøte 1 er møtet som arbeidsgiver og arbeidstaker holder etter arbeidsmiljøloven § 4-6.",
    who: "Deltok som lege/behandler",
    day: "Dato",
    time: "Tid",
    from_to: |from, to, minutes| format!("kl. {from}–{to} ({minutes} min)"),
    how: "Hvordan",
    to_fill_in: "…",
    wished: "Kalt inn etter ønske fra",
    participants: "Hvem deltok",
    signed_by: |leader| format!("{leader}, møteleder"),
    signature: "Dato og underskrift: …",
    no_doctor: "Ingen lege eller behandler står som deltaker i møtet, så det er ingenting å bekrefte.",
    not_over: "Møtet er ikke avsluttet ennå. Bekreftelsen kan lages når det er slutt.",
};

/// The invitation. It goes to everybody who is called, so it says nothing of the absence.
pub const INVITATION: InvitationText = InvitationText {
    title: "Innkalling til dialogmøte 1",
    intro: "Du er kalt inn til dialogmøte 1, møtet som arbeidsgiver og arbeidstaker holder etter arbeidsmiljøloven § 4-6.",
    when: "Når",
    from_to: |from, to, minutes| format!("kl. {from}–{to} ({minutes} min)"),
    no_time: |minutes| format!("(klokkeslett er ikke avtalt), {minutes} min"),
    no_date: "(dato er ikke avtalt)",
    no_place: |form| match form {
        Form::InPerson | Form::Hybrid => "(sted er ikke avtalt)",
        Form::Telephone => "(telefonnummer mangler)",
        Form::Video => "(lenke mangler)",
    },
    no_leader: "(navn på møteleder mangler)",
    no_name: "(navn mangler)",
    form: "Møteform",
    called: "Hvem er kalt inn",
    not_asked: "ikke avklart ennå",
    called_line: |name, apart| format!("{name} ({apart})"),
    purpose_title: "Hva vi skal snakke om",
    purpose: "Vi skal snakke om arbeidet: hvilke oppgaver som går nå, hva som må til, og hvilke muligheter vi har. Sykdom og diagnose er ikke tema.",
    phases: "Slik bruker vi tiden",
    phases_head: ["Klokka", "Del", "Tid"],
    before: "Før møtet",
    to_do: [
        "Har du fått oppfølgingsplanen? Les den, og ta den med. Vi bygger videre på den.",
        "Tenk gjennom hva som fungerer på jobb, hva som må endres, og hva du selv vil foreslå.",
        "Arbeidstakeren får noen spørsmål å tenke på i et eget brev. Ingen trenger å svare skriftlig.",
    ],
    others_title: "Skal noen andre være med?",
    others: "Arbeidstakeren kan ønske at lege eller behandler, tillitsvalgt eller verneombud er med. Bedriftshelsetjenesten, Nav, tolk og andre kan være med når arbeidstakeren eller arbeidsgiveren ønsker det.",
    tell: |leader| {
        format!("Si fra til {leader} så snart du kan, også hvis tiden eller stedet ikke passer.")
    },
    privacy_title: "Personvern",
    privacy: "Ikke skriv om helse når du svarer på innkallingen. I møtet avtaler vi hva som skal bli mellom oss. Andre enn arbeidsgiver og arbeidstaker får referatet bare hvis arbeidstakeren sier ja.",
    regards: "Vennlig hilsen",
};

/// The questions: from the leader to the employee.
pub const QUESTIONS: QuestionsText = QuestionsText {
    title: "Spørsmål å tenke på før møtet",
    hello: |name| match name {
        Some(name) => format!("Hei, {name}!"),
        None => "Hei!".to_owned(),
    },
    intro: |when| {
        format!("Vi skal ha dialogmøte 1 {when}. Her er noe du kan tenke gjennom på forhånd.")
    },
    at: |date, time| format!("{date} kl. {time}"),
    free: "Du trenger ikke svare skriftlig, og du trenger ikke svare på alt. Spørsmålene handler om arbeidet. Jeg spør ikke om diagnose eller behandling, og du trenger ikke fortelle om det.",
    questions: "Spørsmål",
    own_title: "Det du selv vil ta opp",
    own: "Hva håper du vi får til? Hva vil du foreslå? Er det noe vi ikke skal snakke om? Skriv det gjerne ned, og ta det med:",
    room: ["…", "…", "…"],
    others: "Vil du ha med noen, for eksempel tillitsvalgt, verneombud eller legen din? Si fra til meg så snart du kan.",
};

/// The calendar. The words are those of any case at work: whoever sees the calendar learns of no absence.
pub const ENTRY: EntryText = EntryText {
    product: "-//Møter og frister//NB",
    meeting: "Møte",
    reminder: "Påminnelse: plan",
    plan_due: "Frist: plan",
    meeting_due: "Frist: møte",
    plan_to_nav: "Frist: sende plan",
    eight_weeks: "Merkedag 1",
    half_year: "Merkedag 2",
    review: "Se på saken igjen",
    last_day: |day| format!("Siste dag er {day}."),
    title: |what, code| format!("{what}, sak {code}"),
    practice: |title| format!("ØVELSE: {title}"),
    nothing: "Det er ingenting å legge i kalenderen ennå. Før inn dato og klokkeslett for møtet, eller fraværet, så fristene kan regnes ut.",
    telling: &[
        "behandl",
        "bedriftshelse",
        "bedriftslege",
        "bht",
        "dialogmøte",
        "fastlege",
        "lege",
        "nav",
        "psykiat",
        "psykolog",
        "sykefrav",
        "sykemeld",
        "sykmeld",
        "terap",
    ],
};
