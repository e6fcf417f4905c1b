//! Draws the sheets, and ties what is drawn to the structure.

use chrono::{Datelike, Timelike};
use krilla::{
    Document as Pdf, SerializeSettings,
    color::luma,
    configure::{Accessibility, Archival, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point, Rect},
    metadata::{DateTime, Metadata},
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::Fill,
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, TagGroup, TagTree},
};

use crate::{
    document::{
        block::{Document, TextSpan},
        imprint::Imprint,
    },
    meeting::Timestamp,
};

use super::{
    Unprintable,
    face::{Fonts, drawable, shortened},
    layout::Layout,
    page::{Branch, Heading},
    sheets::{Drawn, FOOT, HEIGHT, Ink, Owner, SIDE, Shade, WIDTH},
};

const FOOT_SIZE: f32 = 8.5;

/// The file of a laid out document.
pub(super) fn draw(
    layout: Layout,
    document: &Document,
    imprint: &Imprint,
    fonts: &Fonts,
) -> Result<Vec<u8>, Unprintable> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| Unprintable)?;
    let mut pdf = Pdf::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let mut drawn: Vec<Vec<Identifier>> = vec![Vec::new(); layout.leaves];
    let count = layout.sheets.sheets.len();
    for (number, mut marks) in (1..).zip(layout.sheets.sheets) {
        marks.push(foot(number, count, imprint, fonts));
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or(Unprintable)?;
        let mut page = pdf.start_page_with(settings);
        let mut surface = page.surface();
        for together in marks.chunk_by(|one, next| one.owner == next.owner) {
            let Some(first) = together.first() else {
                continue;
            };
            let identifier = surface.start_tagged(tag(first.owner));
            for mark in together {
                ink(&mut surface, &mark.ink, fonts);
            }
            surface.end_tagged();
            if let Owner::Text(leaf) = first.owner
                && let Some(places) = drawn.get_mut(leaf)
            {
                places.push(identifier);
            }
        }
        surface.finish();
        page.finish();
    }
    let title = document.title.as_deref().unwrap_or(imprint.program);
    let title = shortened(&drawable(title));
    pdf.set_outline(outline(&layout.headings, &title));
    let mut tree = TagTree::new().with_lang(Some(imprint.language.to_owned()));
    for branch in layout.structure {
        tree.push(grown(branch, &drawn));
    }
    pdf.set_tag_tree(tree);
    pdf.set_metadata(
        Metadata::new()
            .title(title)
            .language(imprint.language.to_owned())
            .creator(imprint.program.to_owned())
            .producer(imprint.program.to_owned())
            .creation_date(moment(imprint.made)),
    );
    pdf.finish().map_err(|_| Unprintable)
}

fn moment(at: Timestamp) -> DateTime {
    let year = u16::try_from(at.year()).unwrap_or_default();
    // Each of these fits in a byte.
    let [month, day, hour, minute, second] =
        [at.month(), at.day(), at.hour(), at.minute(), at.second()]
            .map(|part| u8::try_from(part).unwrap_or_default());
    DateTime::new(year)
        .month(month)
        .day(day)
        .hour(hour)
        .minute(minute)
        .second(second)
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// «Side 1 av 3» at the right.
fn foot(number: usize, count: usize, imprint: &Imprint, fonts: &Fonts) -> Drawn {
    let [page, of] = imprint.page;
    let words = TextSpan::plain(format!("{page} {number} {of} {count}"));
    Drawn {
        owner: Owner::Foot,
        ink: Ink::Words {
            x: WIDTH - SIDE - fonts.width(&words, FOOT_SIZE),
            y: FOOT,
            size: FOOT_SIZE,
            words,
            shade: Shade::Grey,
        },
    }
}

fn tag(owner: Owner) -> ContentTag<'static> {
    let artifact = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
    match owner {
        Owner::Text(_) => ContentTag::Other,
        Owner::Decoration => artifact(ArtifactType::Layout),
        Owner::Repeated => artifact(ArtifactType::PaginationOther),
        Owner::Foot => artifact(ArtifactType::Footer),
    }
}

fn ink(surface: &mut Surface<'_>, ink: &Ink, fonts: &Fonts) {
    match ink {
        Ink::Words {
            x,
            y,
            size,
            words,
            shade,
        } => {
            surface.set_fill(Some(fill(*shade)));
            let face = fonts.of(words);
            let glyphs = face.shaped(&words.text);
            let start = Point::from_xy(*x, *y);
            surface.draw_glyphs(start, &glyphs, face.font.clone(), &words.text, *size, false);
        }
        Ink::Rule {
            x,
            y,
            width,
            height,
            shade,
        } => {
            surface.set_fill(Some(fill(*shade)));
            let mut path = PathBuilder::new();
            if let Some(rule) = Rect::from_xywh(*x, *y, *width, *height) {
                path.push_rect(rule);
            }
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
    }
}

fn fill(shade: Shade) -> Fill {
    let lightness = match shade {
        Shade::Black => 0,
        Shade::Grey => 0x50,
        Shade::Pale => 0xa0,
    };
    Fill {
        paint: luma::Color::new(lightness).into(),
        ..Fill::default()
    }
}

fn grown(branch: Branch, drawn: &[Vec<Identifier>]) -> Node {
    match branch {
        Branch::Group(tag, parts) => {
            let mut group = TagGroup::new(tag);
            for part in parts {
                match part {
                    Branch::Words(leaf) => {
                        let places = drawn.get(leaf).into_iter().flatten();
                        places.for_each(|place| group.push(*place));
                    }
                    Branch::Group(..) => group.push(grown(part, drawn)),
                }
            }
            Node::Group(group)
        }
        // Words stand in a group always.
        Branch::Words(leaf) => {
            let mut group = TagGroup::new(krilla::tagging::Tag::P);
            let places = drawn.get(leaf).into_iter().flatten();
            places.for_each(|place| group.push(*place));
            Node::Group(group)
        }
    }
}

/// The headings to find one's way by; a document without any has its name there, as the standard wants something.
fn outline(headings: &[Heading], title: &str) -> Outline {
    let mut outline = Outline::new();
    let mut rest = headings;
    while let Some(node) = node(&mut rest) {
        outline.push_child(node);
    }
    if headings.is_empty() {
        let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(title.to_owned(), top));
    }
    outline
}

/// The next heading with those that lie deeper; takes them away.
fn node(rest: &mut &[Heading]) -> Option<OutlineNode> {
    let (first, behind) = rest.split_first()?;
    *rest = behind;
    let place = XyzDestination::new(first.sheet, Point::from_xy(SIDE, first.y));
    let mut made = OutlineNode::new(first.name.clone(), place).with_open(true);
    while rest.first().is_some_and(|next| next.depth > first.depth) {
        if let Some(child) = node(rest) {
            made.push_child(child);
        }
    }
    Some(made)
}
