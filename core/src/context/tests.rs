use super::*;

fn plain(text: &str) -> String {
    let mut plain = Plain::default();
    plain.read(text.as_bytes());
    let mut out = plain.text;
    out.iter_mut().filter(|byte| **byte == SOFT).for_each(|byte| *byte = b'~');
    String::from_utf8(out).unwrap()
}

#[test]
fn words_are_plain() {
    for (text, words) in [
        ("userSSN_2", "user~ssn~2"),
        ("SSNNumber", "ssn~number"),
        ("  Téléphone: n° ", "telephone n"),
        ("STRASSE straße", "strasse strasse"),
        ("TC Kimlik No'su İl", "tc kimlik no su il"),
        ("身份证号：", "身份证号"),
        ("SSNは1 TFN番号", "ssn は~1 tfn 番号"),
        ("ТЕЛЕФОН", "телефон"),
        ("e\u{301}te\u{301}", "ete"),
        ("phone-number/email", "phone~number email"),
    ] {
        assert_eq!(plain(text), words);
    }
}

const RULE: RuleId = RuleId(7);

fn clue(text: &str) -> (i8, u8) {
    let lexicon = Lexicon::new([
        (RULE, Role::Word, "social security number"),
        (RULE, Role::Word, "ssn"),
        (RULE, Role::Word, "身份证"),
        (RULE, Role::Key, "sid"),
        (RULE, Role::Hint, "customer"),
        (RULE, Role::Negative, "order"),
        (RuleId(1), Role::Word, "order"),
    ]);
    let at = text.find("1234").unwrap();
    let span = Span::new(at, at + 4);
    let clue = lexicon.judge(text.as_bytes(), span, RULE, (64, 32), Care::ALL, &mut Surroundings::default());
    (clue.shift, clue.rank)
}

#[test]
fn words_around_are_weighed() {
    for (text, expected) in [
        ("1234", (0, 0)),
        ("ssn 1234", (2, 2)),
        ("my SSNs are 1234", (2, 2)),
        ("assn 1234", (0, 0)),
        ("1234 is my social-security number", (2, 2)),
        ("socialSecurityNumber 1234", (2, 2)),
        ("我的身份证1234", (2, 2)),
        ("SsN 1234", (2, 2)),
        ("socialSecuritynumber 1234", (2, 2)),
        ("SSN: 1234", (3, 3)),
        ("{\"sid\":1234}", (3, 3)),
        ("sid 1234", (0, 0)),
        ("customer 1234", (1, 1)),
        ("order 1234", (-1, 0)),
        ("order of ssn 1234", (2, 2)),
        ("ssn in order 1234", (1, 1)),
        ("{\"ssn\":\"x\",\"order\":\"1234\"}", (-2, 0)),
        ("{\"ssn\":\"x\",\"thing\":\"1234\"}", (1, 1)),
        ("{\"order\":\"x\",\"thing\":\"1234\"}", (0, 0)),
        ("{\"customer\":\"1234\"}", (1, 1)),
    ] {
        assert_eq!(clue(text), expected, "{text}");
    }
}
