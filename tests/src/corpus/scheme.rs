//! Values written as a pattern: one maker and one check of the form for all schemes of the tables.
//!
//! `#` is a digit, `+` one that is not 0, `@` a capital, `%` a small letter, `&` a hexadecimal digit, `$` a letter and `*` a
//! letter or digit that nobody misreads; `?`, `^` and `!` are check characters: a digit, a letter, either. `<a|b>` is one of
//! several texts and `<yy>` and the like a part of a date of birth. `;` parts the forms that a number has.

use super::dates::{Date, is_day};
use super::{Rng, Sample};

const DIGITS: &str = "0123456789";
const CAPITALS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const EITHER: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// A digit that tells the century: its name, those of the 20th and those of the 21st.
const CENTURIES: [(&str, &str, &str); 6] =
    [("g", "34", "56"), ("h", "12", "34"), ("r", "12", "56"), ("l", "1", "2"), ("c", "9", "0"), ("u", "012345", "678")];

/// A value of one of the forms that `check` accepts, and one of its groupings: `3 3-2` is three, three and two characters.
pub(crate) fn make(rng: &mut Rng, forms: &str, shapes: &[&str], check: fn(&str) -> bool) -> Sample {
    let forms: Vec<&str> = forms.split(';').collect();
    loop {
        let form = rng.pick(&forms);
        let draft = draft(rng, form);
        let Some(plain) = complete(draft, check) else { continue };
        let shaped = (!shapes.is_empty()).then(|| shape(&plain, rng.pick(shapes)));
        return Sample { plain, shaped };
    }
}

/// Whether `text` has one of the forms, whatever its check characters.
pub(crate) fn fits(text: &str, forms: &str) -> bool {
    text.is_ascii() && forms.split(';').any(|form| fits_form(text, form))
}

fn alphabet(class: char) -> Option<&'static str> {
    Some(match class {
        '#' | '?' => DIGITS,
        '+' => &DIGITS[1..],
        '@' | '^' => CAPITALS,
        '!' => EITHER,
        '%' => "abcdefghijklmnopqrstuvwxyz",
        '&' => &EITHER[..16],
        '$' => "ACDEFGHJKMNPQRTUVWXY",
        '*' => "0123456789ACDEFGHJKMNPQRTUVWXY",
        _ => return None,
    })
}

/// The next place of a form and what comes after it: the text between angle brackets, or one character.
fn place(form: &str) -> Option<(Result<&str, char>, &str)> {
    let first = form.chars().next()?;
    match form.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
        Some((name, rest)) => Some((Ok(name), rest)),
        None => Some((Err(first), &form[first.len_utf8()..])),
    }
}

/// The form filled in, but for its check characters.
fn draft(rng: &mut Rng, mut form: &str) -> String {
    let (born, mut text) = (Date::birth(rng), String::new());
    while let Some((next, rest)) = place(form) {
        match next {
            Ok(choice) if choice.contains('|') => text += rng.pick(&choice.split('|').collect::<Vec<_>>()),
            Ok(name) => text += &of_birth(rng, born, name),
            Err(check @ ('?' | '^' | '!')) => text.push(check),
            Err(class) => match alphabet(class) {
                Some(alphabet) => text += &rng.chars(alphabet, 1),
                None => text.push(class),
            },
        }
        form = rest;
    }
    text
}

fn of_birth(rng: &mut Rng, born: Date, name: &str) -> String {
    let Date { year, month, day } = born;
    if let Some((_, before, after)) = CENTURIES.iter().find(|row| row.0 == name) {
        return rng.chars(if year < 2000 { before } else { after }, 1);
    }
    match name {
        "yyyy" => year.to_string(),
        "yyy" => format!("{:03}", year % 1000),
        "yy" => format!("{:02}", year % 100),
        "mm" => format!("{month:02}"),
        "dd" => format!("{day:02}"),
        // Belgium's numbers of those who are not registered, with the sex known or not.
        "m20" => format!("{:02}", month + 20 * rng.range(1, 2)),
        // Bulgaria moves the months of this century.
        "m40" => format!("{:02}", if year < 2000 { month } else { month + 40 }),
        // Women, in the Czech and Slovak numbers and in Indonesia's.
        "m50" => format!("{:02}", month + 50 * rng.below(2)),
        "d40" => format!("{:02}", day + 40 * rng.below(2)),
        _ => unreachable!("no part of a date: {name}"),
    }
}

/// The draft with the first check characters that are accepted. Some drafts have none.
fn complete(draft: String, check: fn(&str) -> bool) -> Option<String> {
    let places: Vec<(usize, &str)> = draft
        .char_indices()
        .filter(|(_, c)| matches!(c, '?' | '^' | '!'))
        .filter_map(|(at, class)| Some((at, alphabet(class)?)))
        .collect();
    let many: usize = places.iter().map(|(_, alphabet)| alphabet.len()).product();
    let mut text = draft;
    (0..many).find_map(|mut number| {
        for &(at, alphabet) in &places {
            let index = number % alphabet.len();
            text.replace_range(at..=at, &alphabet[index..=index]);
            number /= alphabet.len();
        }
        check(&text).then(|| text.clone())
    })
}

fn shape(plain: &str, groups: &str) -> String {
    let (mut rest, mut shaped) = (plain, String::new());
    let mut size = 0;
    for c in groups.chars() {
        match c.to_digit(10) {
            Some(digit) => size = size * 10 + digit as usize,
            None => {
                let (head, tail) = rest.split_at(size.min(rest.len()));
                shaped += head;
                shaped.push(c);
                (rest, size) = (tail, 0);
            }
        }
    }
    shaped + rest
}

fn fits_form(text: &str, mut form: &str) -> bool {
    let (mut left, mut year, mut month, mut day) = (text, None, None, None);
    while let Some((next, rest)) = place(form) {
        let taken = match next {
            Ok(choice) if choice.contains('|') => {
                choice.split('|').find(|option| left.starts_with(option)).map(str::len)
            }
            Ok(name) => {
                let width = if name.starts_with("yyy") { name.len() } else { name.len().min(2) };
                let value: Option<u64> = left.get(..width).and_then(|digits| digits.parse().ok());
                let kept = value.unwrap_or_default();
                match name {
                    "yyyy" | "yyy" | "yy" => year = Some(kept % 100),
                    "mm" => month = Some(kept),
                    "m20" | "m40" => month = Some(kept % 20),
                    "m50" => month = Some(kept % 50),
                    "dd" => day = Some(kept),
                    "d40" => day = Some(kept % 40),
                    _ => {}
                }
                value.map(|_| width)
            }
            Err(class) => {
                let first = left.chars().next();
                first.filter(|&c| alphabet(class).map_or(c == class, |of| of.contains(c))).map(|_| 1)
            }
        };
        let Some(taken) = taken else { return false };
        (left, form) = (&left[taken..], rest);
    }
    let is_date = match (year, month, day) {
        (Some(year), Some(month), Some(day)) => is_day(year, month, day),
        _ => true,
    };
    left.is_empty() && is_date
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_fits() {
        let form = "A+#<yy><m50><dd>@%&$*<X|YY>?";
        for seed in 0..200 {
            let sample = make(&mut Rng::new(seed), form, &["3-6 1"], |text| text.ends_with('7'));
            assert!(fits(&sample.plain, form) && sample.plain.ends_with('7'), "{}", sample.plain);
        }
        assert!(fits("12", "###;##") && !fits("1a", "##") && !fits("123", "##") && !fits("991301", "<yy><mm><dd>"));
    }

    #[test]
    fn groups() {
        assert_eq!(shape("123456789", "3 3-2"), "123 456-789");
        assert_eq!(shape("12345678901234", "10-4"), "1234567890-1234");
    }
}
