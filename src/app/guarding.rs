//! The privacy guard over the open meeting: when it looks, and at what.

use crate::{
    meeting::{Timestamp, place::Place},
    privacy::{Finding, Guard, watch::Watch},
    text::problem::Problem,
    ui::{command::View, scene::Tone},
};

use super::{App, Screen};

impl App {
    /// There is a guard from now on, or it is said why there is none.
    pub(super) fn guarded(&mut self, result: Result<Box<Guard>, Problem>, now: Timestamp) {
        match result {
            Ok(guard) => {
                let first = self.slots(now).first().copied();
                let waits = self.open().is_some_and(|open| {
                    let desk = &open.desk;
                    desk.view == View::Review && desk.task.is_none() && desk.focus == first
                });
                self.watch = Some(Watch::new(*guard));
                self.look_over();
                if waits {
                    // What has to go comes first; whoever has gone on already stays there.
                    self.focus_first(now);
                }
            }
            Err(problem) => self.say((self.text.problem)(&problem), Tone::Alarm, now),
        }
    }

    /// Only the review tells of the whole meeting. Everywhere else a key would wait for what nobody sees.
    pub(super) fn look_over(&mut self) {
        if let (Some(watch), Screen::Open(open)) = (&mut self.watch, &self.screen)
            && open.desk.view == View::Review
        {
            watch.look(&open.meeting);
        }
    }

    /// What the guard finds in the whole meeting, where that is looked at.
    pub(super) fn findings(&self) -> &[(Place, Finding)] {
        let reviews = self.open().map(|open| open.desk.view) == Some(View::Review);
        let watch = self.watch.as_ref().filter(|_| reviews);
        watch.map_or(&[], Watch::findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{
            input::Input,
            open::tests::{app, now, open, screen},
        },
        archive::{guard_file, own_file::Own},
        meeting::{edit::Edit, event::Event, goal::GoalField, place::Field},
    };

    fn guard() -> Box<Guard> {
        Box::new(guard_file::guard(&Own::default()).unwrap())
    }

    fn found(app: &App) -> Vec<Place> {
        let places = |found: &[(Place, Finding)]| found.iter().map(|(place, _)| *place).collect();
        app.with_scene(now(), |scene| places(scene.findings))
            .unwrap()
    }

    fn write(app: &mut App, text: &str) {
        let edit = Edit::set(GoalField::Text, text.to_owned());
        assert!(app.happen(Event::Edit(edit), now()).is_some());
    }

    #[test]
    fn the_review_tells_what_is_found_as_soon_as_there_is_a_guard_and_a_text() {
        let goal = Place::Field(Field::Goal(GoalField::Text));
        let mut app = app();
        open(&mut app);
        write(&mut app, "kreft");
        app.show(View::Review, now());
        app.handle(Input::Tick, now());
        assert_eq!(found(&app), []);
        app.handle(Input::Guard(Ok(guard())), now());
        assert_eq!(found(&app), [goal]);
        write(&mut app, "kan sitte");
        app.handle(Input::Tick, now());
        assert_eq!(found(&app), []);
        write(&mut app, "astma og kreft");
        app.handle(Input::Tick, now());
        assert_eq!(found(&app), [goal, goal]);
        app.show(View::Outcome, now());
        assert_eq!(found(&app), [], "looked at nowhere else");
        open(&mut app);
        app.show(View::Review, now());
        app.handle(Input::Tick, now());
        assert_eq!(found(&app), [], "another meeting");
    }

    #[test]
    fn the_cursor_goes_to_what_has_to_go_unless_it_has_been_moved() {
        let focus = |app: &App| app.open().unwrap().desk.focus.unwrap();
        for moved in [false, true] {
            let mut app = app();
            open(&mut app);
            write(&mut app, "kreft");
            app.show(View::Review, now());
            let first = focus(&app);
            if moved {
                app.step_place(1, now());
            }
            let here = focus(&app);
            assert_eq!(here != first, moved);
            app.handle(Input::Guard(Ok(guard())), now());
            assert_eq!(focus(&app) == here, moved);
        }
    }

    #[test]
    fn that_there_is_no_guard_is_said() {
        let mut app = app();
        open(&mut app);
        app.handle(Input::Guard(Err(Problem::BuiltIn)), now());
        assert!(screen(&app).contains("Programmet er skadet"));
        assert!(
            app.with_scene(now(), |scene| scene.guard.is_none())
                .unwrap()
        );
    }
}
