//! The privacy guard over the open meeting: when it looks, and at what.

use crate::{
    meeting::{Place, Timestamp},
    privacy::{Finding, Guard, Watch},
    text::Problem,
    ui::View,
};

use super::{Acting, App, Looking};

impl App {
    /// There is a guard from now on, or it is said why there is none.
    pub(super) fn guarded(&mut self, result: Result<Box<Guard>, Problem>, now: Timestamp) {
        let guard = match result {
            Ok(guard) => *guard,
            Err(problem) => return self.shared.tell_problem(&problem, now),
        };
        let waits = self.look(now).is_some_and(Looking::waits_for_the_guard);
        self.shared.watch = Some(Watch::new(guard));
        self.act(now, |acting| {
            acting.refresh_findings();
            if waits {
                // What has to go comes first; whoever has gone on already stays there.
                acting.focus_first();
            }
        });
    }
}

impl<'a> Looking<'a> {
    /// Whether the review is shown as one comes to it.
    fn waits_for_the_guard(self) -> bool {
        let state = &self.open.view_state;
        let first = || self.targets().first().copied();
        state.view == View::Review && state.task.is_none() && state.focus == first()
    }

    /// What the guard finds in the whole meeting, where that is looked at.
    pub(super) fn findings(self) -> &'a [(Place, Finding)] {
        let reviews = self.open.view_state.view == View::Review;
        let watch = self.shared.watch.as_ref().filter(|_| reviews);
        watch.map_or(&[], Watch::findings)
    }
}

impl Acting<'_> {
    /// Only the review tells of the whole meeting. Everywhere else a key would wait for what nobody sees.
    pub(super) fn refresh_findings(&mut self) {
        if let Some(watch) = &mut self.shared.watch
            && self.open.view_state.view == View::Review
        {
            watch.look(&self.open.meeting);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{
            input::Input,
            open::tests::{acting, app, now, open, screen},
        },
        archive::{Own, guard_file},
        meeting::{Edit, Event, Field, GoalField},
    };

    fn guard() -> Box<Guard> {
        Box::new(guard_file::guard(&Own::default()).unwrap())
    }

    fn found(app: &App) -> Vec<Place> {
        let places = |found: &[(Place, Finding)]| found.iter().map(|(place, _)| *place).collect();
        app.look(now())
            .unwrap()
            .with_scene(|scene| places(scene.findings))
    }

    fn write(app: &mut App, text: &str) {
        let edit = Edit::set(GoalField::Text, text.to_owned());
        assert!(acting(app).apply(Event::Edit(edit)).is_some());
    }

    #[test]
    fn the_review_tells_what_is_found_as_soon_as_there_is_a_guard_and_a_text() {
        let goal = Place::Field(Field::Goal(GoalField::Text));
        let mut app = app();
        open(&mut app);
        write(&mut app, "kreft");
        acting(&mut app).show(View::Review);
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
        acting(&mut app).show(View::Outcome);
        assert_eq!(found(&app), [], "looked at nowhere else");
        open(&mut app);
        acting(&mut app).show(View::Review);
        app.handle(Input::Tick, now());
        assert_eq!(found(&app), [], "another meeting");
    }

    #[test]
    fn the_cursor_goes_to_what_has_to_go_unless_it_has_been_moved() {
        let focus = |app: &App| app.look(now()).unwrap().open.view_state.focus.unwrap();
        for moved in [false, true] {
            let mut app = app();
            open(&mut app);
            write(&mut app, "kreft");
            acting(&mut app).show(View::Review);
            let first = focus(&app);
            if moved {
                acting(&mut app).step_place(1);
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
            app.look(now())
                .unwrap()
                .with_scene(|scene| scene.guard.is_none())
        );
    }
}
