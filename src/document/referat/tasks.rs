//! Who does what by when: first what each of the two whose meeting it is has to see to, then what they share and what is
//! for others.

use crate::{
    document::{
        block::{Block, Level},
        compose::heading,
        writer::DocumentWriter,
    },
    meeting::{ActionItem, Party},
};

use super::Edition;

impl DocumentWriter<'_> {
    /// The action items under the headings of those they are for. Those who took part are spoken to, as in the referats of
    /// Nav; the archive is nobody's.
    pub(super) fn tasks_by_party(&self, edition: Edition) -> Vec<Block> {
        let t = &self.text.referat;
        let of_employee = match edition {
            Edition::Participants => t.your_task,
            Edition::Archive => (t.task_of)(Party::Employee),
        };
        let parts = [
            (Some(Party::Employee), of_employee),
            (Some(Party::Employer), (t.task_of)(Party::Employer)),
            (None, t.other_tasks),
        ];
        let mut blocks = self.head_of_tasks();
        for (whose, label) in parts {
            let table = self.tasks_table(|action| self.whose(action) == whose);
            let idle = whose.and_then(|party| self.idle(party));
            if table.is_some() || idle.is_some() {
                blocks.push(heading(Level::Two, label));
            }
            blocks.extend(table.into_iter().chain(idle));
        }
        blocks
    }

    /// The party that has to see to it alone.
    fn whose(&self, action: &ActionItem) -> Option<Party> {
        let owners = action.owners.iter();
        let mut owners = owners.filter_map(|id| self.meeting.participant(*id));
        let first = owners.next()?.role;
        let mut parties = [Party::Employee, Party::Employer].into_iter();
        let party = parties.find(|party| party.role() == first)?;
        owners.all(|owner| owner.role == first).then_some(party)
    }
}
