//! What goes out before the meeting, and the words beside the text of every paper, in bokmål.

use crate::{
    meeting::arrangement::Form,
    text::paper_text::{EntryText, InvitationText, PageText, QuestionsText},
};

/// «Side 1 av 3».
pub const PAGE: PageText = PageText {
    language: "nb-NO",
    number: ["Side", "av"],
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
    not_asked: |name| format!("{name} (ikke avklart om dere ønsker det)"),
    called_line: |name, span| format!("{name} ({span})"),
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
    privacy: "Ikke skriv om helse når du svarer på innkallingen. I møtet avtaler vi hva som skal bli mellom oss. Andre enn arbeidsgiver og arbeidstaker får bare referatet hvis arbeidstakeren sier ja.",
    regards: "Vennlig hilsen",
};

/// The questions: from the leader to the employee.
pub const QUESTIONS: QuestionsText = QuestionsText {
    title: "Spørsmål å tenke på før møtet",
    hello: |name| match name {
        Some(name) => format!("Hei, {name}!"),
        None => "Hei!".to_owned(),
    },
    intro: |when| format!("Vi skal ha dialogmøte 1 {when}. Her er noe du kan tenke på før det."),
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
