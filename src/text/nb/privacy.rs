//! What the privacy guard says, in bokmål.

use crate::{
    privacy::{
        Area, CodeSystem, FindingCause, FindingKind, Grade, IdentityTraits, Register, Temporary,
    },
    text::privacy_text::PrivacyText,
};

use super::place;

/// Bokmål.
pub(super) const PRIVACY: PrivacyText = PrivacyText {
    grade: |grade| match grade {
        Grade::Strong => "ta bort",
        Grade::Hint => "se over",
    },
    kind,
    area: |area| match area {
        Area::Mental => "psyke, søvn og krefter",
        Area::Muscle => "muskler og skjelett",
        Area::Nerves => "nerver og hode",
        Area::Cancer => "kreft",
        Area::HeartLungs => "hjerte og lunger",
        Area::Metabolism => "stoffskifte og mage",
        Area::Women => "svangerskap og underliv",
        Area::Infection => "hud, infeksjon og sanser",
        Area::Treatment => "undersøkelse og behandling",
        Area::Diagnosis => "diagnose",
        Area::Private => "privatliv",
        Area::Own => "ordene dine",
    },
    cause: |cause| match cause {
        FindingCause::Listed => "Ordet står i ordlisten.",
        FindingCause::Slip => "Det ligner et ord i ordlisten, med en skrivefeil.",
        FindingCause::Told => "Ordene rundt tyder på det.",
        FindingCause::Looks => "Det ser slik ut, men kan være noe annet.",
        FindingCause::Decimals => "Koden er skrevet med desimaler, slik sykehus gjør det.",
        FindingCause::CheckDigits => "Datoen og kontrollsifrene stemmer.",
        FindingCause::NoCheckDigits => {
            "Det begynner med en dato, men kontrollsifrene stemmer ikke."
        }
    },
    reason,
    instead,
    place: place::name,
    line: |place, line| format!("{place}, linje {line}"),
    found: |grade, words, kind| format!("{grade}: «{words}» – {kind}"),
    accepted: |reason| format!("Beholdt: {reason}"),
    told_by: |reason, cause| format!("{reason} {cause}"),
    examples: |area| format!("Slik kan det sies om arbeidet i stedet ({area}):"),
    nothing: "Fant ingenting som bør bort. Les gjennom likevel: vakten kjenner ord og tall, ikke alt dere vet.",
    in_all: |strong, hints| {
        let strong = match strong {
            0 => "Ingenting må bort.".to_owned(),
            1 => "1 funn bør bort.".to_owned(),
            _ => format!("{strong} funn bør bort."),
        };
        match hints {
            0 => strong,
            1 => format!("{strong} 1 er verdt å se over."),
            _ => format!("{strong} {hints} er verdt å se over."),
        }
    },
};

fn kind(kind: FindingKind) -> String {
    match kind {
        FindingKind::Word(area) => match area {
            Area::Mental
            | Area::Muscle
            | Area::Nerves
            | Area::Cancer
            | Area::HeartLungs
            | Area::Metabolism
            | Area::Women
            | Area::Infection => format!("helseopplysning ({})", (PRIVACY.area)(area)),
            Area::Treatment => "undersøkelse eller behandling".to_owned(),
            Area::Diagnosis => "om en diagnose".to_owned(),
            Area::Private => "privatliv".to_owned(),
            Area::Own => "et av ordene dine".to_owned(),
        },
        FindingKind::Code(CodeSystem::Icpc2) => "diagnosekode (ICPC-2)".to_owned(),
        FindingKind::Code(CodeSystem::Icd10) => "diagnosekode (ICD-10)".to_owned(),
        FindingKind::Identity(Some(number)) => identity(number).to_owned(),
        FindingKind::Identity(None) => "kalles fødselsnummer".to_owned(),
        FindingKind::Phone => "telefonnummer".to_owned(),
        FindingKind::Email => "e-postadresse".to_owned(),
    }
}

const fn identity(number: IdentityTraits) -> &'static str {
    match (number.register, number.temporary) {
        (Register::Population, Temporary::No) => "fødselsnummer",
        (Register::Population, Temporary::Yes) => "D-nummer",
        (Register::Auxiliary, _) => "hjelpenummer (H-nummer eller Navs testnummer)",
        (Register::Synthetic, Temporary::No) => "fødselsnummer (oppdiktet, til test)",
        (Register::Synthetic, Temporary::Yes) => "D-nummer (oppdiktet, til test)",
    }
}

const fn reason(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Word(area) => match area {
            Area::Mental
            | Area::Muscle
            | Area::Nerves
            | Area::Cancer
            | Area::HeartLungs
            | Area::Metabolism
            | Area::Infection => {
                "Det sier noe om helsen. Det har ikke arbeidsgiver bruk for, heller ikke når det blir fortalt frivillig."
            }
            Area::Women => {
                "Det sier noe om helsen. Graviditet kan gi rett til svangerskapspenger når arbeidet er farlig for barnet; da tas det opp der, ikke i referatet."
            }
            Area::Treatment => {
                "Undersøkelse, behandling og medisin er mellom den ansatte og behandleren."
            }
            Area::Diagnosis => {
                "Arbeidsgiver skal ikke spørre om diagnosen, og den skal ikke skrives ned."
            }
            Area::Private => "Forhold hjemme, økonomi og rus hører ikke hjemme i referatet.",
            Area::Own => "Du har selv bedt om å få beskjed.",
        },
        FindingKind::Code(_) => "Koden er en diagnose for alle som kan slå den opp.",
        FindingKind::Identity(_) => {
            "Referatet trenger det ikke: navn og arbeidssted er nok til å vite hvem det gjelder."
        }
        FindingKind::Phone | FindingKind::Email => {
            "Referatet blir lest av flere. De som skal ha adressen, har den."
        }
    }
}

const fn instead(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Word(Area::Private) => {
            "Skriv bare hva det betyr for arbeidet: kan, kan med tilrettelegging, kan ikke, trenger."
        }
        FindingKind::Word(Area::Own) => "Ta det bort, eller skriv hva det betyr for arbeidet.",
        FindingKind::Word(Area::Treatment) => {
            "Skriv når det ventes en avklaring, og hva som gjelder for arbeidet til da."
        }
        FindingKind::Word(
            Area::Mental
            | Area::Muscle
            | Area::Nerves
            | Area::Cancer
            | Area::HeartLungs
            | Area::Metabolism
            | Area::Women
            | Area::Infection
            | Area::Diagnosis,
        ) => "Skriv hva det betyr for oppgavene: kan, kan med tilrettelegging, kan ikke, trenger.",
        FindingKind::Code(_) => {
            "Ta koden bort, og skriv hva den ansatte kan og ikke kan på jobben."
        }
        FindingKind::Identity(_) => "Ta nummeret bort.",
        FindingKind::Phone => {
            "Ta nummeret bort, hvis det ikke er en telefon på jobben som alle kan ringe."
        }
        FindingKind::Email => "Ta adressen bort, hvis den ikke er en felles adresse på jobben.",
    }
}
