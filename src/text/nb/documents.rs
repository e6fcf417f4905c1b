//! The documents, and the words beside the text of every one of them, in bokmål.

use crate::{
    meeting::{
        Answer, Channel, DocumentKind, Manner, MeetingMode, Party, PlanField, ReferatCopy, Role,
        Said, Side, Verdict,
    },
    text::{
        date,
        document_text::{
            ConfirmationText, DocumentText, EntryText, InvitationText, PageText, PlanDocumentText,
            PlanFieldsText, QuestionsText, ReferatText, SentText,
        },
    },
};

/// Bokmål.
pub(crate) static BOKMAL: DocumentText = DocumentText {
    page: PAGE,
    calendar: &date::NB,
    role: |role| match role {
        Role::Employee => "Arbeidstaker",
        Role::Employer => "Arbeidsgiver",
        Role::Sykmelder => "Lege/behandler",
        Role::OccupationalHealth => "BHT",
        Role::UnionRepresentative => "Tillitsvalgt",
        Role::SafetyRepresentative => "Verneombud",
        Role::Nav => "Nav",
        Role::Interpreter => "Tolk",
        Role::Other => "Annen",
    },
    side: |side| match side {
        Side::Employee => "arbeidstakeren",
        Side::Employer => "arbeidsgiveren",
        Side::Sykmelder => "sykmelderen",
    },
    mode: |mode| match mode {
        MeetingMode::InPerson => "fysisk",
        MeetingMode::Telephone => "telefon",
        MeetingMode::Video => "video",
        MeetingMode::Hybrid => "hybrid",
    },
    manner: |manner| match manner {
        Manner::InRoom => "i rommet",
        Manner::Video => "på video",
        Manner::Telephone => "på telefon",
    },
    copy: |copy| match copy {
        ReferatCopy::Undecided => "uavklart",
        ReferatCopy::Yes => "ja",
        ReferatCopy::No => "nei",
    },
    answer: |answer| match answer {
        Answer::NotAsked => "ikke spurt",
        Answer::Agrees => "enig",
        Answer::Disagrees => "uenig",
        Answer::HadLeft => "hadde gått",
    },
    verdict: |verdict| match verdict {
        Verdict::NotDiscussed => "ikke omtalt",
        Verdict::Considered => "vurdert",
        Verdict::NotRelevant => "ikke aktuelt",
        Verdict::ToBeUsed => "skal brukes",
    },
    // The built-in agenda is written in it.
    of_agenda: |_| None,
    workplace: "Virksomhet",
    place: "Sted",
    video_link: "Lenke til videomøtet",
    mode_label: "Form",
    minutes: |minutes| format!("{minutes} min"),
    referat: REFERAT,
    invitation: INVITATION,
    questions: QUESTIONS,
    plan: PLAN,
    plan_document: PLAN_DOCUMENT,
    confirmation: CONFIRMATION,
    sending: SENDING,
    entry: ENTRY,
};

/// «Side 1 av 3».
const PAGE: PageText = PageText {
    language: "nb-NO",
    number: ["Side", "av"],
};

/// The referat, in both its editions.
const REFERAT: ReferatText = ReferatText {
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
    going_on: "pågår",
    about_privacy: "Referatet handler om arbeid og tilrettelegging. Diagnose og sykdom er ikke tema og skal ikke stå her.",
    conclusion: "Konklusjon",
    situation: "Situasjon og muligheter",
    nothing_noted: "Ingenting er notert.",
    goal: "Mål",
    steps_head: ["Fra", "Arbeider", "Sykmeldt"],
    unclear: |text| format!("{text} (ikke avklart)"),
    actions: "Hvem gjør hva når",
    actions_head: ["Nr.", "Hva", "Hvem", "Frist"],
    your_task: "Din oppgave",
    task_of: |party| match party {
        Party::Employee => "Arbeidstakerens oppgave",
        Party::Employer => "Arbeidsgiverens oppgave",
    },
    other_tasks: "Felles og andre oppgaver",
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
    invitation: "Innkalling",
    invitation_sent: |day| format!("sendt {day}"),
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
const PLAN_DOCUMENT: PlanDocumentText = PlanDocumentText {
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

/// The fields of the plan. Their names are those of the form on nav.no, so that whoever fills it in there finds them again.
const PLAN: PlanFieldsText = PlanFieldsText {
    label: |field| match field {
        PlanField::Changes => "Endret siden forrige plan",
        PlanField::Workday => "Hvordan ser en vanlig arbeidsdag ut?",
        PlanField::Can => "Hvilke arbeidsoppgaver kan fortsatt utføres?",
        PlanField::Cannot => "Hvilke arbeidsoppgaver kan ikke utføres?",
        PlanField::Tried => "Tilrettelegging tidligere i sykefraværet",
        PlanField::Ahead => "Hvordan skal dere tilrettelegge arbeidshverdagen fremover?",
        PlanField::Others => "Har dere andre muligheter for tilrettelegging som ikke prøves ut nå?",
        PlanField::FollowUp => "Hvordan skal dere følge opp avtalt tilrettelegging?",
        PlanField::NotContributed => "Hvorfor har dere ikke snakket sammen om innholdet i planen?",
        PlanField::NavHelpWith => "Hva trenger dere hjelp fra Nav med?",
        PlanField::DoctorMessage => "Beskjed til legen",
        PlanField::Additional => "Eventuelle tilleggsopplysninger",
        PlanField::Phone => "Telefonnummer til kontaktperson",
        PlanField::Email => "E-post til kontaktperson",
        PlanField::Evaluation => "Når skal dere evaluere planen og eventuelt justere den?",
        PlanField::Contributed => "Har du snakket med den ansatte om innholdet i planen?",
        PlanField::ToNav => "Skal Nav ha planen?",
        PlanField::NavHelp => "Trenger dere hjelp fra Nav?",
        PlanField::ToDoctor => "Skal sykmelder ha planen?",
    },
    said: |said| match said {
        Said::Unsaid => "ikke svart",
        Said::Yes => "ja",
        Said::No => "nei",
    },
    goal: |goal| format!("Mål: {goal}"),
    works: |work, sick_leave, from| match sick_leave {
        0 => format!("Arbeider {work} % fra {from}."),
        _ => format!("Arbeider {work} % fra {from}, sykmeldt {sick_leave} %."),
    },
    task: |what, who, due| format!("{what}: {who}, {due}."),
    measure: |title, remark| match remark {
        Some(remark) => format!("{title}: {remark}"),
        None => title.to_owned(),
    },
};

/// The confirmation for the doctor.
const CONFIRMATION: ConfirmationText = ConfirmationText {
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
};

/// The invitation. It goes to everybody who is called, so it says nothing of the absence.
const INVITATION: InvitationText = InvitationText {
    title: "Innkalling til dialogmøte 1",
    intro: "Du er kalt inn til dialogmøte 1, møtet som arbeidsgiver og arbeidstaker holder etter arbeidsmiljøloven § 4-6.",
    when: "Når",
    from_to: |from, to, minutes| format!("kl. {from}–{to} ({minutes} min)"),
    no_time: |minutes| format!("(klokkeslett er ikke avtalt), {minutes} min"),
    no_date: "(dato er ikke avtalt)",
    no_place: |mode| match mode {
        MeetingMode::InPerson | MeetingMode::Hybrid => "(sted er ikke avtalt)",
        MeetingMode::Telephone => "(telefonnummer mangler)",
        MeetingMode::Video => "(lenke mangler)",
    },
    no_leader: "(navn på møteleder mangler)",
    no_name: "(navn mangler)",
    mode_title: "Møteform",
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
const QUESTIONS: QuestionsText = QuestionsText {
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

/// Who got the documents.
const SENDING: SentText = SentText {
    document: |kind| match kind {
        DocumentKind::Referat => "referatet",
        DocumentKind::Archive => "referatet til arkivet",
        DocumentKind::Plan => "oppfølgingsplanen",
        DocumentKind::PlanData => "planen til HR-systemet",
        DocumentKind::Confirmation => "møtebekreftelsen",
        DocumentKind::Invitation => "innkallingen",
        DocumentKind::Questions => "spørsmålene",
        DocumentKind::Calendar => "kalenderfilen",
    },
    doctor: "Sykmelder",
    nav: "Nav",
    gone: "en som er tatt ut av møtet",
    trail: "Hvem som har fått dokumentene",
    trail_head: ["Utgave", "Hvem", "Hva", "Når", "Hvordan"],
    no_trail: "Ingen er ført opp ennå.",
    no_day: "dagen er ikke ført",
    channel: |channel| match channel {
        Channel::Unsaid => "ikke sagt",
        Channel::ByHand => "levert",
        Channel::EncryptedMail => "kryptert e-post",
        Channel::Mail => "e-post",
        Channel::Post => "brev",
        Channel::Portal => "nav.no, Altinn eller HR-system",
        Channel::Other => "på annen måte",
    },
    no_action: |party| match party {
        Party::Employee => "Arbeidstakeren har ingen oppgave, fordi",
        Party::Employer => "Arbeidsgiveren har ingen oppgave, fordi",
    },
};

/// The calendar. The words are those of any case at work: whoever sees the calendar learns of no absence.
const ENTRY: EntryText = EntryText {
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
    telling: TELLING,
};

/// What tells an onlooker, in either målform: a place is written as the leader says it.
pub(in crate::text) const TELLING: &[&str] = &[
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
    "sjukefråv",
    "sjukemeld",
    "sjukmeld",
    "sykefrav",
    "sykemeld",
    "sykmeld",
    "terap",
];
