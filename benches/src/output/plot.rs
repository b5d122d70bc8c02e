//! Plots of a table: bars of speed for each text, and how speed depends on the number of rules.

use plotters::coord::Shift;
use plotters::prelude::*;

use super::engines;
use crate::data::TableSpec;
use crate::harness::Row;

const FONT: (&str, u32) = ("sans-serif", 14);

/// Sets of the same kinds of patterns: name and number of rules.
const SIZES: [(&str, u32); 3] = [("fifty", 50), ("hundred_fifty", 150), ("three_hundred", 300)];

/// Rows with the same texts, rules and calls, and what is said above them.
struct Group<'a> {
    name: String,
    rows: Vec<&'a Row>,
}

/// Name and text of each drawing of a table.
///
/// # Errors
///
/// It cannot be drawn.
pub fn draw(table: &TableSpec, rows: &[Row]) -> Result<Vec<(String, String)>, String> {
    let mut drawings = Vec::new();
    if rows.is_empty() {
        return Ok(drawings);
    }
    let groups: Vec<Group<'_>> = rows
        .chunk_by(|a, b| (&a.corpus, &a.rules, &a.mode) == (&b.corpus, &b.rules, &b.mode))
        .map(|rows| Group { name: name(table, &rows[0]), rows: rows.iter().collect() })
        .collect();
    drawings.push((format!("{}.svg", table.id), bars(table, &groups).map_err(|error| error.to_string())?));
    if table.id == "rules" {
        for corpus in &table.corpora {
            let here: Vec<&Row> = rows.iter().filter(|row| row.corpus == *corpus).collect();
            let drawing = lines(corpus, &here).map_err(|error| error.to_string())?;
            drawings.push((format!("rules-{corpus}.svg"), drawing));
        }
    }
    Ok(drawings)
}

/// The text, and what of rules and calls the table has several of.
fn name(table: &TableSpec, row: &Row) -> String {
    let rules = Some(row.rules.as_str()).filter(|_| table.rules.len() > 1);
    let mode = Some(row.mode.as_str()).filter(|_| table.modes.len() > 1);
    let parts: Vec<&str> = [Some(row.corpus.as_str()), rules, mode].into_iter().flatten().collect();
    parts.join(", ")
}

type Drawn<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Failure = Box<dyn std::error::Error>;

/// One panel a group, one bar an engine, on a logarithmic scale that all panels share.
fn bars(table: &TableSpec, groups: &[Group<'_>]) -> Result<String, Failure> {
    let mut text = String::new();
    let heights: Vec<i32> = groups.iter().map(|group| 30 + 20 * group.rows.len() as i32).collect();
    let height = 60 + heights.iter().sum::<i32>();
    let fastest = groups.iter().flat_map(|group| &group.rows).map(|row| row.mbps.median).fold(10.0, f64::max);
    {
        let area = SVGBackend::with_string(&mut text, (960, height as u32)).into_drawing_area();
        area.fill(&WHITE)?;
        area.draw_text(&format!("{} (MB/s, logarithmic)", table.title), &style(&BLACK, 18), (12, 10))?;
        let mut top = 46;
        for (group, height) in groups.iter().zip(heights) {
            panel(&area, group, top, fastest)?;
            top += height;
        }
        area.present()?;
    }
    Ok(text)
}

fn style(color: &RGBColor, size: u32) -> TextStyle<'_> {
    (FONT.0, size).into_font().color(color)
}

fn panel(area: &Drawn<'_>, group: &Group<'_>, top: i32, fastest: f64) -> Result<(), Failure> {
    area.draw_text(&group.name, &style(&BLACK, 15), (12, top))?;
    for (i, row) in group.rows.iter().enumerate() {
        let y = top + 22 + 20 * i as i32;
        // The scale starts at a ten-thousandth of the fastest.
        let share = (1.0 + (row.mbps.median / fastest).log10() / 4.0).clamp(0.005, 1.0);
        let right = 250 + (600.0 * share) as i32;
        area.draw_text(&row.engine, &style(&BLACK, FONT.1), (24, y))?;
        area.draw(&Rectangle::new([(250, y), (right, y + 14)], color(&row.engine).filled()))?;
        area.draw_text(&format!("{:.1}", row.mbps.median), &style(&BLACK, FONT.1), (right + 6, y))?;
    }
    Ok(())
}

/// Ours stand out; limits of the machine step back.
fn color(engine: &str) -> RGBColor {
    match engine.split([' ', ',']).next() {
        Some("privet") => RGBColor(20, 110, 60),
        Some("hyperscan") => RGBColor(200, 120, 30),
        Some("dd-sds") => RGBColor(120, 70, 160),
        Some("memchr" | "memcpy") => RGBColor(190, 190, 190),
        _ => RGBColor(60, 110, 180),
    }
}

/// Speed by the number of rules, one line an engine.
fn lines(corpus: &str, rows: &[&Row]) -> Result<String, Failure> {
    let mut text = String::new();
    let speeds = rows.iter().map(|row| row.mbps.median).filter(|speed| *speed > 0.0);
    let (least, most) = speeds.fold((f64::MAX, 1.0_f64), |(least, most), speed| (least.min(speed), most.max(speed)));
    {
        let area = SVGBackend::with_string(&mut text, (960, 520)).into_drawing_area();
        area.fill(&WHITE)?;
        let mut chart = ChartBuilder::on(&area)
            .caption(format!("MB/s by the number of rules: {corpus}"), (FONT.0, 18))
            .margin(14)
            .set_label_area_size(LabelAreaPosition::Left, 60)
            .set_label_area_size(LabelAreaPosition::Bottom, 40)
            .build_cartesian_2d((40.0..500.0).log_scale(), (least * 0.7..most * 1.5).log_scale())?;
        chart.configure_mesh().x_desc("rules").y_desc("MB/s").draw()?;
        for engine in engines(rows) {
            let mut points: Vec<(f64, f64)> = Vec::new();
            for (rules, many) in SIZES {
                let here = rows.iter().find(|row| row.engine == engine && row.rules == rules);
                points.extend(here.map(|row| (f64::from(many), row.mbps.median)));
            }
            let Some(&last) = points.last() else { continue };
            chart.draw_series(LineSeries::new(points.iter().copied(), color(engine).stroke_width(2)))?;
            chart.draw_series(points.iter().map(|&point| Circle::new(point, 3, color(engine).filled())))?;
            // Names of lines that meet stand over each other: the table has the figures.
            chart.draw_series([Text::new(engine.to_owned(), (last.0 * 1.02, last.1), (FONT.0, 11).into_font())])?;
        }
        area.present()?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Data;
    use crate::harness::Spread;
    use crate::rules::Rules;

    fn row(engine: &str, rules: &str, speed: f64) -> Row {
        Row {
            corpus: "events".to_owned(),
            rules: rules.to_owned(),
            mode: "message".to_owned(),
            engine: engine.to_owned(),
            reports: "all ends".to_owned(),
            bytes: 1,
            messages: 1,
            mbps: Spread::of(vec![speed]),
            ratio: Spread::default(),
            count: 0,
            hash: 0,
            haystack: 0,
            patterns: 0,
            build_ms: 0.0,
            memory: None,
            uncompared: 0,
        }
    }

    #[test]
    fn every_engine_is_drawn() {
        let data = Data::load().unwrap();
        let rows =
            [row("hyperscan", "fifty", 60.0), row("memchr", "fifty", 5000.0), row("hyperscan", "three_hundred", 40.0)];
        let drawings = draw(data.table("rules").unwrap(), &rows).unwrap();
        let names: Vec<&str> = drawings.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["rules.svg", "rules-events.svg", "rules-dense.svg"]);
        for (_, drawing) in &drawings[..2] {
            assert!(drawing.contains("hyperscan") && drawing.contains("memchr") && drawing.ends_with("</svg>\n"));
        }
    }

    #[test]
    fn sizes_are_those_of_the_sets() {
        let data = Data::load().unwrap();
        for (id, many) in SIZES {
            assert_eq!(Rules::build(&data, id).unwrap().patterns.len(), many as usize);
        }
    }
}
