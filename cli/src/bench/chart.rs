//! A chart of bars as SVG. Written here, because rectangles and texts are all there is to it.

use std::fmt::Write as _;

/// Bars that share a scale.
pub struct Bars {
    /// What they show, and its unit.
    pub title: String,
    /// Name, length, and the text at the end of each.
    pub rows: Vec<(String, f64, String)>,
}

const WIDTH: usize = 760;
const ROW: usize = 22;
/// Where bars start, and the longest one.
const BARS: (usize, f64) = (240, 430.0);

/// Colours that can be read on paper and in the dark: the viewer says which it is.
const STYLE: &str = "\
text{font:13px sans-serif;fill:#1b1f24}.h{font-weight:bold}.n{text-anchor:end}.b{fill:#3f72c1}.p{fill:#fff}
@media(prefers-color-scheme:dark){text{fill:#e4e7eb}.b{fill:#6d9be6}.p{fill:#16191d}}";

/// The chart.
pub fn svg(title: &str, groups: &[Bars]) -> String {
    let lines = 1 + groups.iter().map(|group| group.rows.len() + 2).sum::<usize>();
    let height = ROW * (lines + 1);
    let title = escaped(title);
    // Writing to a string does not fail.
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n\
         <rect class=\"p\" width=\"{WIDTH}\" height=\"{height}\"/>\n\
         <text class=\"h\" x=\"16\" y=\"{ROW}\">{title}</text>"
    );
    let mut y = ROW;
    for group in groups {
        y += 2 * ROW;
        let _ = writeln!(out, "<text class=\"h\" x=\"16\" y=\"{y}\">{}</text>", escaped(&group.title));
        let longest = group.rows.iter().map(|row| row.1).fold(0.0, f64::max);
        for (name, length, value) in &group.rows {
            y += ROW;
            // A difference of two times can come out below nothing.
            let width = if longest > 0.0 { BARS.1 * length.max(0.0) / longest } else { 0.0 };
            let (x, top, end) = (BARS.0, y - 13, BARS.0 as f64 + width + 6.0);
            let _ = writeln!(
                out,
                "<text class=\"n\" x=\"{}\" y=\"{y}\">{}</text>\
                 <rect class=\"b\" x=\"{x}\" y=\"{top}\" width=\"{width:.1}\" height=\"16\"/>\
                 <text x=\"{end:.1}\" y=\"{y}\">{}</text>",
                x - 8,
                escaped(name),
                escaped(value)
            );
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Text that markup may hold: XML has no way to write most control characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            control if control.is_control() => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_makes_well_formed_xml() {
        let text = "<b> & \"q\" 'a' \u{0}\u{1b}[31m \u{ffff} 漢字";
        let rows = [1.0, 0.0, -3.0].map(|length| (text.to_owned(), length, text.to_owned())).to_vec();
        let none = Bars { title: "none".to_owned(), rows: Vec::new() };
        let chart = svg(text, &[Bars { title: text.to_owned(), rows }, none]);
        let document = roxmltree::Document::parse(&chart).unwrap();
        let bars: Vec<_> = document.descendants().filter(|node| node.attribute("class") == Some("b")).collect();
        assert_eq!(bars.iter().map(|bar| bar.attribute("width").unwrap()).collect::<Vec<_>>(), ["430.0", "0.0", "0.0"]);
        let title = document.descendants().find(|node| node.has_tag_name("title")).unwrap();
        assert_eq!(title.text(), Some("<b> & \"q\" 'a' \u{fffd}\u{fffd}[31m \u{fffd} 漢字"));
    }
}
