//! What has changed since the checklist and the meeting guide were written that are still passed around for dialogmøte 1.
//!
//! What has become of the measures the guide names, its letters a to h, stands with the measures themselves, in the agenda.

/// Something the old papers say that does not hold any longer, or leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleChange {
    /// The guide has the referat sent to Nav within a week; reporting to Nav ended on 01.07.2014.
    ReferatToNav,
    /// The guide gives 45 minutes as the limit; no law does.
    FortyFiveMinutes,
    /// The checklist speaks of the doctor on the wish of "og/bare" the employee: both together, or the employee alone.
    WhoseWishForSykmelder,
    /// The guide reckons with BHT; since 2014 nobody has to call it, nor it to come.
    OccupationalHealth,
    /// The checklist has the plan sent when it is made; it is to be with the sykmelder within four weeks, unasked.
    PlanToSykmelder,
    /// The checklist does not say that the plan goes to Nav a week before meetings Nav calls.
    PlanToNav,
    /// The checklist does not mention the aktivitetskrav at eight weeks.
    ActivityRequirement,
    /// The checklist does not say that each of those who take part can ask Nav for dialogmøte 2 early.
    EarlyMeeting2,
    /// The guide has the doctor take part in the meeting and its minutes like everybody else; whether one is there at all
    /// depends on the employee.
    SykmelderInReferat,
    /// The guide speaks of IA enterprises; that status ended on 01.01.2019.
    InclusiveEnterprise,
    /// Both write NAV and give addresses and forms that are gone.
    NavAddresses,
    /// The guide speaks of taushetsplikt for everybody; it binds health staff and Nav, for the others there is data
    /// protection and what they agree on.
    Confidentiality,
}

impl RuleChange {
    /// Every change.
    pub const ALL: [Self; 12] = [
        Self::ReferatToNav,
        Self::FortyFiveMinutes,
        Self::WhoseWishForSykmelder,
        Self::OccupationalHealth,
        Self::PlanToSykmelder,
        Self::PlanToNav,
        Self::ActivityRequirement,
        Self::EarlyMeeting2,
        Self::SykmelderInReferat,
        Self::InclusiveEnterprise,
        Self::NavAddresses,
        Self::Confidentiality,
    ];
}
