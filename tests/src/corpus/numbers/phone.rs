use crate::corpus::{Rng, Sample};

/// The international form: a plus, the country code and the number, with and without spaces.
pub(crate) fn e164(rng: &mut Rng) -> Sample {
    let (country, national) = match rng.below(8) {
        0 => ("1", us(rng)),
        1 => ("44", gb(rng)),
        2 => ("49", de(rng)),
        3 => ("33", fr(rng)),
        4 => ("86", cn(rng)),
        5 => ("81", jp(rng)),
        6 => ("91", india(rng)),
        _ => ("55", br(rng)),
    };
    // The trunk zero of home is not dialled from abroad.
    let home = |text: &str| text.strip_prefix('0').unwrap_or(text).to_owned();
    let spaced = national.shaped.as_deref().map_or_else(String::new, |text| home(&text.replace(['(', ')', '/'], "")));
    Sample::new(format!("+{country}{}", home(&national.plain)), format!("+{country} {spaced}"))
}

pub(crate) fn us(rng: &mut Rng) -> Sample {
    let area = rng.pick(&["212", "415", "312", "617", "202", "303", "404", "512", "206", "713", "305", "602"]);
    // An exchange never ends in 11, and 555 is for films.
    let exchange = format!("{}{}", rng.range(2, 9), rng.pick(&["02", "23", "36", "48", "67", "80", "94"]));
    let line = rng.digits(4);
    let shaped = match rng.below(3) {
        0 => format!("({area}) {exchange}-{line}"),
        1 => format!("{area}-{exchange}-{line}"),
        _ => format!("{area}.{exchange}.{line}"),
    };
    Sample::new(format!("{area}{exchange}{line}"), shaped)
}

pub(crate) fn gb(rng: &mut Rng) -> Sample {
    if rng.one_in(3) {
        let plain = format!("020{}{}", rng.pick(&[3, 7, 8]), rng.digits(7));
        return Sample::grouped(plain, &[3, 4], " ");
    }
    let plain = format!("07{}{}", rng.pick(&[4, 5, 7, 8]), rng.digits(8));
    Sample::grouped(plain, &[5], " ")
}

pub(crate) fn de(rng: &mut Rng) -> Sample {
    if rng.one_in(3) {
        let (area, number) = (rng.pick(&["030", "040", "089"]), format!("{}{}", rng.range(2, 8), rng.digits(7)));
        let shaped = match rng.below(2) {
            0 => format!("{area}/{number}"),
            _ => format!("{area} {} {}", &number[..4], &number[4..]),
        };
        return Sample::new(format!("{area}{number}"), shaped);
    }
    let prefix = rng.pick(&["0151", "0157", "0160", "0170", "0171", "0175", "0176"]);
    // The first digits after 015x name the provider's block; 0151 numbers have one digit more.
    let number = format!("{}{}", rng.range(2, 9), rng.digits(if prefix.starts_with("015") { 7 } else { 6 }));
    Sample::grouped(format!("{prefix}{number}"), &[4], " ")
}

pub(crate) fn fr(rng: &mut Rng) -> Sample {
    let plain = format!("0{}{}", rng.pick(&[1, 2, 3, 4, 5, 6, 6, 6, 7, 9]), rng.digits(8));
    let plain = if plain.starts_with("07") { format!("07{}{}", rng.range(5, 8), &plain[3..]) } else { plain };
    let separator = rng.pick(&[" ", " ", "."]);
    Sample::grouped(plain, &[2, 2, 2, 2], separator)
}

pub(crate) fn cn(rng: &mut Rng) -> Sample {
    let prefix = rng.pick(&["130", "135", "138", "139", "150", "158", "177", "186", "188", "199"]);
    let separator = rng.pick(&[" ", "-"]);
    Sample::grouped(format!("{prefix}{}", rng.digits(8)), &[3, 4], separator)
}

pub(crate) fn jp(rng: &mut Rng) -> Sample {
    if rng.one_in(3) {
        let plain = format!("03{}{}", rng.pick(&[3, 5, 6]), rng.digits(7));
        return Sample::grouped(plain, &[2, 4], "-");
    }
    let plain = format!("{}{}{}", rng.pick(&["070", "080", "090"]), rng.range(1, 9), rng.digits(7));
    Sample::grouped(plain, &[3, 4], "-")
}

pub(crate) fn india(rng: &mut Rng) -> Sample {
    Sample::grouped(format!("{}{}", rng.pick(&["98", "97", "99", "88", "70", "63"]), rng.digits(8)), &[5], " ")
}

pub(crate) fn br(rng: &mut Rng) -> Sample {
    let area = rng.pick(&["11", "21", "31", "41", "51", "61", "71", "81"]);
    let number = format!("9{}{}", rng.range(6, 9), rng.digits(7));
    let shaped = format!("({area}) {}-{}", &number[..5], &number[5..]);
    Sample::new(format!("{area}{number}"), shaped)
}
