//! The styles, under the names that Word itself has for them, so that its panes, its templates and screen readers know them.
//! How they look stands in `styles.xml`: sizes in half points, spaces in twentieths of a point.

pub(super) const TITLE: &str = "Title";
pub(super) const BODY: &str = "BodyText";
pub(super) const BULLET: &str = "ListBullet";
pub(super) const NUMBER: &str = "ListNumber";
pub(super) const QUOTE: &str = "Quote";
pub(super) const TABLE: &str = "TableGrid";
pub(super) const TABLE_HEAD: &str = "TableHead";
pub(super) const TABLE_TEXT: &str = "TableText";
pub(super) const AFTER_TABLE: &str = "AfterTable";
pub(super) const FOOTER: &str = "Footer";

/// The style of a heading, one at the top.
pub(super) fn heading(depth: u16) -> String {
    format!("Heading{}", depth.max(1))
}

/// `word/styles.xml` for a text in this language.
pub(super) fn styles(language: &str) -> Vec<u8> {
    include_str!("styles.xml")
        .replace("{language}", language)
        .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_style_that_a_text_names_is_described() {
        let described = String::from_utf8(styles("nb-NO")).unwrap();
        let headings = (1..=3).map(heading);
        let others = [
            TITLE,
            BODY,
            BULLET,
            NUMBER,
            QUOTE,
            TABLE,
            TABLE_HEAD,
            TABLE_TEXT,
            AFTER_TABLE,
            FOOTER,
        ];
        for name in headings.chain(others.map(str::to_owned)) {
            let style = format!("w:styleId=\"{name}\"");
            assert_eq!(described.matches(&style).count(), 1, "{name}");
        }
        assert!(described.contains("<w:lang w:val=\"nb-NO\"/>"));
    }
}
