//! The meeting itself: the one number, the items of the phase, what to say, and the note being written.

mod figure;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};

use crate::{
    meeting::{ActionItem, Field, ItemStatus, MeetingField},
    ui::{
        focus::FocusTarget,
        layout::{
            Conversation, LEFT, Room, ScreenAreas, conversation, cut_bottom, cut_left, cut_right,
            cut_top, inset, to_u16,
        },
        scene::Scene,
        sheet,
        widgets::{
            editor::Editor,
            line::{fit, put, put_sides, put_text, rule, wrapped},
            wrap,
        },
    },
};

use super::frame;

/// Draws the body; answers with the place of the cursor.
pub fn draw(scene: &Scene, areas: &ScreenAreas, buffer: &mut Buffer) -> Option<Position> {
    let places = conversation(areas);
    match areas.room {
        Room::Wide => {
            let (_, right) = cut_left(areas.body, LEFT);
            frame::divider(right, scene.theme.dim, buffer);
            figure::draw(scene, places.figure, buffer);
            items(scene, places.items, buffer);
            agreed(scene, places.agreed, buffer);
            kladd(scene, places.kladd, buffer);
        }
        Room::Normal => {
            figure::draw(scene, places.figure, buffer);
            items(scene, places.items, buffer);
            rule(areas.body, places.items.height, scene.theme.dim, buffer);
        }
        Room::Small | Room::Tiny => {}
    }
    prompt(scene, areas.room, &places, buffer);
    note(scene, places.note, buffer)
}

/// The items of the phase that is shown, the current one marked; below them whoever has to leave early.
fn items(scene: &Scene, area: Rect, buffer: &mut Buffer) {
    let Some(phase) = scene.meeting.agenda.phase(scene.view_state.item.phase) else {
        return;
    };
    let theme = scene.theme;
    let mut lines: Vec<Line> = Vec::new();
    let normal = area.height <= 6;
    if !normal {
        lines.push(Line::from(Span::styled(
            format!(" {}", phase.title.to_uppercase()),
            theme.strong,
        )));
    }
    for (index, item) in scene.meeting.agenda.items() {
        if index.phase != scene.view_state.item.phase {
            continue;
        }
        let here = index == scene.view_state.item;
        let (sign, style) = match item.status {
            _ if here => ("▶", theme.strong),
            ItemStatus::Done => ("✓", theme.dim),
            ItemStatus::Open if scene.meeting.has_speaker(index) => (" ", theme.text),
            ItemStatus::NotRelevant | ItemStatus::NotReached | ItemStatus::Open => ("–", theme.dim),
        };
        let number = index.item + 1;
        let title = fit(&item.title, usize::from(area.width.saturating_sub(5)));
        lines.push(Line::from(Span::styled(
            format!(" {sign} {number} {title}"),
            style,
        )));
    }
    if let Some((words, style)) = frame::leaver_words(scene) {
        lines.insert(
            usize::from(!normal),
            Line::from(Span::styled(format!(" ◆ {words}"), style)),
        );
    }
    if normal {
        // The current item must show in the few lines there are.
        let current = scene.view_state.item.item;
        let room = usize::from(area.height).saturating_sub(1);
        let skip = (current + 2)
            .saturating_sub(room)
            .min(lines.len().saturating_sub(room));
        lines = lines.split_off(skip);
        let agreed = (scene.text.conversation.agreed_count)(scene.meeting.actions.len());
        let last = area.height.saturating_sub(1);
        put_text(area, last, &format!(" {agreed}"), theme.dim, buffer);
        lines.truncate(room);
    }
    if !normal {
        // In a phase with more items than there are lines, the current one must show.
        let heading = lines.len().saturating_sub(phase.items.len());
        let current = heading + scene.view_state.item.item;
        let skip = (current + 1).saturating_sub(usize::from(area.height));
        lines = lines.split_off(skip.min(lines.len()));
    }
    for (row, line) in (0..area.height).zip(lines) {
        put(area, row, line, buffer);
    }
}

/// Agreed so far: the newest action items, newest last.
fn agreed(scene: &Scene, area: Rect, buffer: &mut Buffer) {
    let t = &scene.text.conversation;
    let theme = scene.theme;
    let actions = &scene.meeting.actions;
    let title = format!(" {}  {}", t.agreed, actions.len());
    put_text(area, 0, &title, theme.strong, buffer);
    let room = usize::from(area.height.saturating_sub(1));
    let newest = actions.iter().skip(actions.len().saturating_sub(room));
    for (row, action) in (1..area.height).zip(newest) {
        let due = action.due.value.map_or_else(
            || t.no_due.to_owned(),
            |due| scene.text.document.calendar.due_short(&due),
        );
        let (_margin, place) = cut_right(area, 1);
        let text = format!(" {}{}", owner(scene, action), action.what);
        let due = Span::styled(due, theme.dim);
        put_sides(place, row, Span::styled(text, theme.text), due, buffer);
    }
}

/// The first owner by first name, with how many more there are.
fn owner(scene: &Scene, action: &ActionItem) -> String {
    let Some((first, others)) = action.owners.split_first() else {
        return String::new();
    };
    let participant = scene.meeting.participant(*first);
    let name = participant.map_or_else(String::new, |p| frame::first_name(scene, p));
    match others.len() {
        0 => format!("{name}: "),
        more => format!("{name} +{more}: "),
    }
}

/// The private jotting, folded to a count of lines: somebody may look at the screen.
fn kladd(scene: &Scene, area: Rect, buffer: &mut Buffer) {
    let t = &scene.text.conversation;
    put_text(
        area,
        0,
        &format!(" {}", t.kladd),
        scene.theme.strong,
        buffer,
    );
    let kladd = scene.meeting.kladd.trim_end();
    let words = if kladd.is_empty() {
        t.kladd_empty.to_owned()
    } else {
        (t.kladd_hidden)(kladd.lines().count())
    };
    let width = usize::from(area.width.saturating_sub(2));
    for (row, line) in (1..area.height).zip(wrapped(&words, width)) {
        put_text(area, row, &format!(" {line}"), scene.theme.dim, buffer);
    }
}

/// What to say, and what the text below is.
fn prompt(scene: &Scene, room: Room, places: &Conversation, buffer: &mut Buffer) {
    let t = &scene.text.conversation;
    let theme = scene.theme;
    let area = places.prompt;
    let state = scene.view_state;
    let (phase, item) = (
        scene.meeting.agenda.phase(state.item.phase),
        scene.meeting.agenda.item(state.item),
    );
    let (Some(phase), Some(item)) = (phase, item) else {
        return;
    };
    let writes_kladd = state.focus == Some(FocusTarget::Field(Field::Meeting(MeetingField::Kladd)));
    let label = if writes_kladd {
        t.kladd_open.to_owned()
    } else {
        (t.note)(&phase.title, &item.title)
    };
    let label_style = if writes_kladd {
        theme.soon
    } else {
        theme.strong
    };
    let lead = match room {
        Room::Wide => 0,
        Room::Normal => 2,
        Room::Small | Room::Tiny => 1,
    };
    let area = inset(area, lead);
    let width = usize::from(area.width);
    let spoken = scene.lines.iter().filter(|line| line.item == state.item);
    let mut lines: Vec<(String, Style)> = Vec::new();
    let say = wrapped(&(t.say)(&item.say), width);
    lines.extend(say.into_iter().map(|line| (line, theme.accent)));
    let label_row = area.height.saturating_sub(1);
    let room_for_say = usize::from(label_row);
    if lines.len() > room_for_say {
        lines.truncate(room_for_say);
        if let Some((last, _)) = lines.last_mut() {
            *last = format!("{} …", fit(last, width.saturating_sub(2)));
        }
    }
    for (row, (line, style)) in (0..label_row).zip(&lines) {
        put_text(area, row, line, *style, buffer);
    }
    put_text(area, label_row, &label, label_style, buffer);

    // Below the note, as far up as it is empty: reminders, questions, and in a practice meeting what people say.
    let mut below: Vec<(String, Style)> = Vec::new();
    for line in spoken {
        let words = (t.practice_says)(&line.who, &line.says);
        below.extend(wrapped(&words, width).into_iter().map(|l| (l, theme.soon)));
    }
    for detail in &item.details {
        let words = format!("· {detail}");
        below.extend(wrapped(&words, width).into_iter().map(|l| (l, theme.dim)));
    }
    // What was agreed before is where the meeting sets out from.
    let plan = scene.meeting.starting_points(scene.view_state.item.phase);
    if !plan.is_empty() && room == Room::Wide {
        below.push((t.plan_points.to_owned(), theme.dim));
        for point in plan {
            below.extend(wrapped(point, width).into_iter().map(|l| (l, theme.dim)));
        }
    }
    let questions = phase.to_ask();
    if !questions.is_empty() && room == Room::Wide {
        below.push((t.questions.to_owned(), theme.dim));
        for question in questions {
            let words = (t.question_line)(question.asking, question.text());
            below.extend(wrapped(&words, width).into_iter().map(|l| (l, theme.dim)));
        }
    }
    let note = places.note;
    let help = help_area(scene, room, note, below.len());
    for (row, (line, style)) in (0..help.height).zip(below) {
        put_text(help, row, &line, style, buffer);
    }
}

/// How many lines below the note serve as memory aid: at most half of it, and never where the note itself has come.
fn help_area(scene: &Scene, room: Room, note: Rect, wanted: usize) -> Rect {
    let editor = scene.view_state.editor();
    let written = editor.map_or(0, |editor| written_rows(editor, note));
    let share = match room {
        Room::Wide => note.height.saturating_mul(2) / 3,
        Room::Normal => note.height / 2,
        Room::Small | Room::Tiny => 0,
    };
    let free = note.height.saturating_sub(written.saturating_add(2));
    let height = share.min(free).min(to_u16(wanted));
    cut_bottom(note, height).0
}

fn note(scene: &Scene, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let editor = scene.view_state.editor()?;
    // The memory aid is drawn below the text: the text has only the rows above it where it is short.
    let rows = written_rows(editor, area).saturating_add(1);
    let (area, _) = cut_top(area, rows);
    sheet::draw_editor(editor, scene, area, buffer)
}

/// How many rows of `area` the text fills, at most all of them. Stops counting there: a long text costs no more.
fn written_rows(editor: &Editor, area: Rect) -> u16 {
    let width = usize::from(area.width.max(1));
    // No grapheme that is drawn has more bytes to a column than this.
    let most = usize::from(area.height) * width * 32;
    let mut rows = 0_u16;
    for line in editor.lines() {
        if rows >= area.height {
            break;
        }
        let start = line.get(..line.floor_char_boundary(most)).unwrap_or(line);
        let wrapped = wrap::wrap(start, width).count();
        rows = rows.saturating_add(to_u16(wrapped));
    }
    rows.min(area.height)
}
