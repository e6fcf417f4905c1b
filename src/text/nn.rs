//! The documents in nynorsk, in the words that Nav and the laws use: arbeidsgivar, arbeidstakar, sjukmelding, stadfesting.
//! The screens have none of it.

mod agenda;

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
        nb::documents::TELLING,
    },
};

/// Nynorsk.
pub(super) static NYNORSK: DocumentText = DocumentText {
    page: PAGE,
    calendar: &date::NN,
    role: |role| match role {
        Role::Employee => "Arbeidstakar",
        Role::Employer => "Arbeidsgivar",
        Role::Sykmelder => "Lege/behandlar",
        Role::OccupationalHealth => "BHT",
        Role::UnionRepresentative => "Tillitsvald",
        Role::SafetyRepresentative => "Verneombod",
        Role::Nav => "Nav",
        Role::Interpreter => "Tolk",
        Role::Other => "Annan",
    },
    side: |side| match side {
        Side::Employee => "arbeidstakaren",
        Side::Employer => "arbeidsgivaren",
        Side::Sykmelder => "sjukmeldaren",
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
        Answer::NotAsked => "ikkje spurd",
        Answer::Agrees => "samd",
        Answer::Disagrees => "usamd",
        Answer::HadLeft => "hadde gått",
    },
    verdict: |verdict| match verdict {
        Verdict::NotDiscussed => "ikkje omtalt",
        Verdict::Considered => "vurdert",
        Verdict::NotRelevant => "ikkje aktuelt",
        Verdict::ToBeUsed => "skal brukast",
    },
    of_agenda: agenda::of_agenda,
    workplace: "Verksemd",
    place: "Stad",
    video_link: "Lenkje til videomøtet",
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
    language: "nn-NO",
    number: ["Side", "av"],
};

/// The referat, in both its editions.
const REFERAT: ReferatText = ReferatText {
    title: "Referat frå dialogmøte 1",
    archive_title: "Referat frå dialogmøte 1 – til arkivet",
    practice: "ØVING – oppdikta menneske, ikkje eit verkeleg møte.",
    version: |number, state| format!("Utgåve {number}. Dokumentet er {state}."),
    replaces: |number, approved, reason| {
        format!("Erstattar utgåve {number} frå {approved}. Grunn: {reason}")
    },
    versions: "Utgåver",
    versions_head: ["Utgåve", "Godkjent", "Kvifor ho vart endra"],
    valid_now: "gjeld no",
    case: "Sak",
    state: "Referatet er",
    employee: "Arbeidstakar",
    leader: "Møteleiar",
    held: "Halde",
    when: |date, from, to, minutes| format!("{date}, kl. {from}–{to} ({minutes} min)"),
    when_two_days: |from, to| format!("frå {from} til {to}"),
    planned_for: |when| format!("Planlagt {when}. Møtet er ikkje halde enno."),
    not_held: "Møtet er ikkje halde enno.",
    going_on: "er i gang",
    about_privacy: "Referatet handlar om arbeid og tilrettelegging. Diagnose og sjukdom er ikkje tema og skal ikkje stå her.",
    conclusion: "Konklusjon",
    situation: "Situasjon og moglegheiter",
    nothing_noted: "Ingenting er notert.",
    goal: "Mål",
    steps_head: ["Frå", "Arbeider", "Sjukmeld"],
    unclear: |text| format!("{text} (ikkje avklart)"),
    actions: "Kven gjer kva når",
    actions_head: ["Nr.", "Kva", "Kven", "Frist"],
    your_task: "Di oppgåve",
    task_of: |party| match party {
        Party::Employee => "Oppgåva til arbeidstakar",
        Party::Employer => "Oppgåva til arbeidsgivar",
    },
    other_tasks: "Felles og andre oppgåver",
    no_actions: "Ingen oppgåver er avtalte.",
    no_due: "frist manglar",
    no_owner: "ikkje fordelt",
    participants: "Deltakarar",
    participants_head: ["Namn", "Rolle", "Ønskt av", "Deltok", "Får referatet"],
    both: "begge",
    not_called: "ikkje kalla inn",
    absence: "Fråvær",
    absence_from: |day| format!("frå {day}, heilt sjukmeld på møtedagen"),
    absence_graded: |day, percent| format!("frå {day}, {percent} % sjukmeld på møtedagen"),
    invitation: "Innkalling",
    invitation_sent: |day| format!("send {day}"),
    deadline: "Frist for møtet",
    in_time: |day| format!("{day}. Møtet vart halde i tide."),
    late: |day, days| match days {
        1 => format!("{day}. Møtet vart halde 1 dag for seint."),
        _ => format!("{day}. Møtet vart halde {days} dagar for seint."),
    },
    late_because: |why| format!("Grunn: {why}"),
    wanted_by: |who| {
        format!("gjeld ikkje ved gradert sjukmelding. Møtet vart halde etter ønske frå {who}.")
    },
    plan: "Oppfølgingsplanen før møtet",
    plan_made: |day| format!("Planen vart laga {day}."),
    plan_sent: |day| format!("Sjukmeldar fekk han {day}."),
    plan_sent_at_once: "Sjukmeldar fekk han same dagen.",
    questions_asked: "Spørsmål som vart stilte",
    attended: "ja",
    absent: "nei",
    from: |time| format!("frå {time}"),
    to: |time| format!("til {time}"),
    not_relevant: "Ikkje aktuelt.",
    not_reached: "Det vart ikkje tid til dette i møtet.",
    measures: "Verkemiddel som er vurderte",
    measures_used: "Verkemiddel som skal brukast",
    measures_head: ["Verkemiddel", "Vurdering", "Merknad"],
    agreement: "Semje",
    answer_line: |who, answer| format!("{who}: {answer}"),
    read_back_later: |day, at| format!("Oppsummeringa vart lesen opp etter møtet, {day} kl. {at}."),
    read_back_at: |at| format!("Oppsummeringa vart lesen opp kl. {at}."),
    next: "Neste oppfølging",
    next_on: |date| format!("Partane møtest igjen {date}."),
    next_missing: "Dato er ikkje avtalt.",
    copies: "Kven får referatet",
    copies_to: |who| format!("Referatet går til {who}."),
    copy_waits: "manglar samtykke",
    copies_nobody: "Det er ikkje avklart kven som får referatet.",
    and: "og",
    send_by: |date| format!("Dokumenta skal sendast seinast {date}."),
    not_to_nav: "Referatet blir ikkje sendt til Nav.",
    plan_to_nav: "Nav får den oppdaterte oppfølgingsplanen.",
    plan_to_nav_when: "Nav får den oppdaterte oppfølgingsplanen når Nav ber om han, og seinast ei veke før eit møte som Nav kallar inn til.",
    approved: |date| format!("godkjent {date}"),
    not_approved: "eit utkast, ikkje godkjent",
};

/// The updated oppfølgingsplan. Doctor and Nav may read it too.
const PLAN_DOCUMENT: PlanDocumentText = PlanDocumentText {
    title: "Oppdatert oppfølgingsplan",
    state: "Dokumentet er",
    meeting: "Dialogmøte 1",
    about_privacy: "Planen handlar om arbeid og tilrettelegging, så diagnose og behandling skal ikkje stå her.",
    since: |version, approved| format!("Endra sidan utgåve {version} frå {approved}"),
    same: "Ingenting i felta er endra.",
    since_head: ["Felt", "Endring"],
    new: "ny tekst",
    changed: "endra tekst",
    gone: "teke ut",
    was: |now, before| format!("{now} (før: {before})"),
    no_day: "ingen dato",
    before: "Planen før møtet",
    tasks: "Arbeidsoppgåver",
    adaptation: "Tilrettelegging",
    agreed_too: "Også avtalt i møtet",
    nav_help: "Hjelp frå Nav",
    contact: "Kontaktperson",
    contact_name: "Namn på kontaktperson",
    receivers: "Kven får planen",
    empty: "Ikkje fylt ut.",
};

/// The fields of the plan: those of the form on nav.no.
const PLAN: PlanFieldsText = PlanFieldsText {
    label: |field| match field {
        PlanField::Changes => "Endra sidan førre plan",
        PlanField::Workday => "Korleis ser ein vanleg arbeidsdag ut?",
        PlanField::Can => "Kva arbeidsoppgåver kan framleis utførast?",
        PlanField::Cannot => "Kva arbeidsoppgåver kan ikkje utførast?",
        PlanField::Tried => "Tilrettelegging tidlegare i sjukefråværet",
        PlanField::Ahead => "Korleis skal de leggje til rette arbeidskvardagen framover?",
        PlanField::Others => {
            "Har de andre moglegheiter for tilrettelegging som de ikkje prøver ut no?"
        }
        PlanField::FollowUp => "Korleis skal de følgje opp den avtalte tilrettelegginga?",
        PlanField::NotContributed => "Kvifor har de ikkje snakka saman om innhaldet i planen?",
        PlanField::NavHelpWith => "Kva treng de hjelp frå Nav til?",
        PlanField::DoctorMessage => "Melding til legen",
        PlanField::Additional => "Eventuelle tilleggsopplysningar",
        PlanField::Phone => "Telefonnummer til kontaktperson",
        PlanField::Email => "E-post til kontaktperson",
        PlanField::Evaluation => "Når skal de evaluere planen og eventuelt justere han?",
        PlanField::Contributed => "Har du snakka med den tilsette om innhaldet i planen?",
        PlanField::ToNav => "Skal Nav ha planen?",
        PlanField::NavHelp => "Treng de hjelp frå Nav?",
        PlanField::ToDoctor => "Skal sjukmeldar ha planen?",
    },
    said: |said| match said {
        Said::Unsaid => "ikkje svart",
        Said::Yes => "ja",
        Said::No => "nei",
    },
    goal: |goal| format!("Mål: {goal}"),
    works: |work, sick_leave, from| match sick_leave {
        0 => format!("Arbeider {work} % frå {from}."),
        _ => format!("Arbeider {work} % frå {from}, sjukmeld {sick_leave} %."),
    },
    task: |what, who, due| format!("{what}: {who}, {due}."),
    measure: |title, remark| match remark {
        Some(remark) => format!("{title}: {remark}"),
        None => title.to_owned(),
    },
};

/// The confirmation for the doctor.
const CONFIRMATION: ConfirmationText = ConfirmationText {
    title: "Stadfesting av deltaking i dialogmøte 1",
    intro: "Dialogmøte 1 er møtet som arbeidsgivar og arbeidstakar held etter arbeidsmiljølova § 4-6.",
    who: "Deltok som lege/behandlar",
    day: "Dato",
    time: "Tid",
    from_to: |from, to, minutes| format!("kl. {from}–{to} ({minutes} min)"),
    how: "Korleis",
    to_fill_in: "…",
    wished: "Kalla inn etter ønske frå",
    participants: "Kven deltok",
    signed_by: |leader| format!("{leader}, møteleiar"),
    signature: "Dato og underskrift: …",
};

/// The invitation. It goes to everybody who is called, so it says nothing of the absence.
const INVITATION: InvitationText = InvitationText {
    title: "Innkalling til dialogmøte 1",
    intro: "Du er kalla inn til dialogmøte 1, møtet som arbeidsgivar og arbeidstakar held etter arbeidsmiljølova § 4-6.",
    when: "Når",
    from_to: |from, to, minutes| format!("kl. {from}–{to} ({minutes} min)"),
    no_time: |minutes| format!("(klokkeslett er ikkje avtalt), {minutes} min"),
    no_date: "(dato er ikkje avtalt)",
    no_place: |mode| match mode {
        MeetingMode::InPerson | MeetingMode::Hybrid => "(stad er ikkje avtalt)",
        MeetingMode::Telephone => "(telefonnummer manglar)",
        MeetingMode::Video => "(lenkje manglar)",
    },
    no_leader: "(namn på møteleiar manglar)",
    no_name: "(namn manglar)",
    mode_title: "Møteform",
    called: "Kven er kalla inn",
    not_asked: "ikkje avklart enno",
    called_line: |name, apart| format!("{name} ({apart})"),
    purpose_title: "Kva vi skal snakke om",
    purpose: "Vi skal snakke om arbeidet: kva oppgåver som går no, kva som må til, og kva moglegheiter vi har. Sjukdom og diagnose er ikkje tema.",
    phases: "Slik bruker vi tida",
    phases_head: ["Klokka", "Del", "Tid"],
    before: "Før møtet",
    to_do: [
        "Har du fått oppfølgingsplanen? Les han, og ta han med. Vi byggjer vidare på han.",
        "Tenk gjennom kva som fungerer på jobb, kva som må endrast, og kva du sjølv vil føreslå.",
        "Arbeidstakaren får nokre spørsmål å tenkje på i eit eige brev. Ingen treng å svare skriftleg.",
    ],
    others_title: "Skal nokon andre vere med?",
    others: "Arbeidstakaren kan ønskje at lege eller behandlar, tillitsvald eller verneombod er med. Bedriftshelsetenesta, Nav, tolk og andre kan vere med når arbeidstakaren eller arbeidsgivaren ønskjer det.",
    tell: |leader| {
        format!("Sei frå til {leader} så snart du kan, også om tida eller staden ikkje passar.")
    },
    privacy_title: "Personvern",
    privacy: "Ikkje skriv om helse når du svarer på innkallinga. I møtet avtaler vi kva som skal bli mellom oss. Andre enn arbeidsgivar og arbeidstakar får referatet berre dersom arbeidstakaren seier ja.",
    regards: "Vennleg helsing",
};

/// The questions: from the leader to the employee.
const QUESTIONS: QuestionsText = QuestionsText {
    title: "Spørsmål å tenkje på før møtet",
    hello: |name| match name {
        Some(name) => format!("Hei, {name}!"),
        None => "Hei!".to_owned(),
    },
    intro: |when| {
        format!("Vi skal ha dialogmøte 1 {when}. Her er noko du kan tenkje gjennom på førehand.")
    },
    at: |date, time| format!("{date} kl. {time}"),
    free: "Du treng ikkje svare skriftleg, og du treng ikkje svare på alt. Spørsmåla handlar om arbeidet. Eg spør ikkje om diagnose eller behandling, og du treng ikkje fortelje om det.",
    questions: "Spørsmål",
    own_title: "Det du sjølv vil ta opp",
    own: "Kva håpar du vi får til? Kva vil du føreslå? Er det noko vi ikkje skal snakke om? Skriv det gjerne ned, og ta det med:",
    room: ["…", "…", "…"],
    others: "Vil du ha med nokon, til dømes tillitsvald, verneombod eller legen din? Sei frå til meg så snart du kan.",
};

/// Who got the documents.
const SENDING: SentText = SentText {
    document: |kind| match kind {
        DocumentKind::Referat => "referatet",
        DocumentKind::Archive => "referatet til arkivet",
        DocumentKind::Plan => "oppfølgingsplanen",
        DocumentKind::PlanData => "planen til HR-systemet",
        DocumentKind::Confirmation => "stadfestinga av deltakinga",
        DocumentKind::Invitation => "innkallinga",
        DocumentKind::Questions => "spørsmåla",
        DocumentKind::Calendar => "kalenderfila",
    },
    doctor: "Sjukmeldar",
    nav: "Nav",
    gone: "ein som er teken ut av møtet",
    trail: "Kven som har fått dokumenta",
    trail_head: ["Utgåve", "Kven", "Kva", "Når", "Korleis"],
    no_trail: "Ingen er førte opp enno.",
    no_day: "dagen er ikkje ført",
    channel: |channel| match channel {
        Channel::Unsaid => "ikkje sagt",
        Channel::ByHand => "levert",
        Channel::EncryptedMail => "kryptert e-post",
        Channel::Mail => "e-post",
        Channel::Post => "brev",
        Channel::Portal => "nav.no, Altinn eller HR-system",
        Channel::Other => "på annan måte",
    },
    no_action: |party| match party {
        Party::Employee => "Arbeidstakaren har inga oppgåve, fordi",
        Party::Employer => "Arbeidsgivaren har inga oppgåve, fordi",
    },
};

/// The calendar. The words are those of any case at work: whoever sees the calendar learns of no absence.
const ENTRY: EntryText = EntryText {
    product: "-//Møte og fristar//NN",
    meeting: "Møte",
    reminder: "Påminning: plan",
    plan_due: "Frist: plan",
    meeting_due: "Frist: møte",
    plan_to_nav: "Frist: sende plan",
    eight_weeks: "Merkedag 1",
    half_year: "Merkedag 2",
    review: "Sjå på saka igjen",
    last_day: |day| format!("Siste dag er {day}."),
    title: |what, code| format!("{what}, sak {code}"),
    practice: |title| format!("ØVING: {title}"),
    telling: TELLING,
};
