use crate::corpus::dates::Date;
use crate::corpus::{Rng, Sample};

const SURNAMES: [&str; 8] = ["ERIKSSON", "NOWAK", "DE<LA<CRUZ", "MUELLER", "SILVA", "YILMAZ", "OKAFOR", "TANAKA"];
const GIVEN: [&str; 8] = ["ANNA<MARIA", "JAN", "LUCIA", "PETER<KARL", "ANA", "MEHMET", "CHIDI", "HANA"];
const STATES: [&str; 8] = ["SWE", "POL", "ESP", "D<<", "PRT", "TUR", "NGA", "JPN"];

/// The machine-readable zone of a passport (TD3) or a card (TD1), ICAO 9303; its lines apart by `\n`, as in JSON.
pub(crate) fn mrz(rng: &mut Rng) -> Sample {
    let who = rng.below(8) as usize;
    let (state, name) = (STATES[who], format!("{}<<{}", SURNAMES[who], GIVEN[who]));
    let number = rng.chars("0123456789CFGHJKLMNPRTVWXYZ", 9);
    let (born, expires) = (Date::birth(rng).yymmdd(), Date::within(rng, 2024, 2034).yymmdd());
    let sex = rng.pick(&["F", "M", "<"]);
    let (number, born, expires) = (checked(&number), checked(&born), checked(&expires));
    Sample::plain(if rng.one_in(2) {
        let optional = checked(&"<".repeat(14));
        let whole = check(&format!("{number}{born}{expires}{optional}"));
        format!("{}\\n{number}{state}{born}{sex}{expires}{optional}{whole}", filled(&format!("P<{state}{name}"), 44))
    } else {
        let first = filled(&format!("I<{state}{number}"), 30);
        let whole = check(&format!("{}{born}{expires}{}", &first[5..], "<".repeat(11)));
        format!("{first}\\n{born}{sex}{expires}{state}{}{whole}\\n{}", "<".repeat(11), filled(&name, 30))
    })
}

fn filled(text: &str, width: usize) -> String {
    format!("{text:<<width$}")
}

fn checked(field: &str) -> String {
    format!("{field}{}", check(field))
}

/// The sum of values times 7, 3, 1 over and over, by 10; a filler counts 0.
fn check(field: &str) -> u32 {
    field
        .chars()
        .zip([7, 3, 1].into_iter().cycle())
        .map(|(c, weight)| c.to_digit(36).unwrap_or(0) * weight)
        .sum::<u32>()
        % 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specimen_of_icao() {
        assert_eq!(check("L898902C3"), 6);
        assert_eq!(check("740812"), 2);
        assert_eq!(check("L898902C3674081221204159ZE184226B<<<<<1"), 0);
    }

    #[test]
    fn lines_have_their_length() {
        let mut rng = Rng::new(3);
        for _ in 0..100 {
            let zone = mrz(&mut rng).plain;
            let lengths: Vec<usize> = zone.split("\\n").map(str::len).collect();
            assert!(lengths == [44, 44] || lengths == [30, 30, 30], "{zone}");
        }
    }
}
