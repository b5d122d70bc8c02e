use super::*;
use crate::marks::Marks;

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
    let mut marks = Marks::default();
    marks.fill(text.as_bytes());
    let text = Marked { text: text.as_bytes(), marks: &marks };
    let clue = lexicon.judge(text, span, RULE, (64, 32), Care::ALL, &mut Surroundings::default());
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

/// Texts of ASCII are read token by token, others as a whole: both find the same, wherever reading starts and stops.
#[test]
fn both_ways_to_read_find_the_same() {
    let words = ["social security number", "ssn", "id", "x", "2fa", "e mail", "tax no", "passport", "number"];
    let lexicon = Lexicon::new(words.iter().zip(0..).map(|(word, rule)| (RuleId(rule), Role::Word, *word)));
    let pieces = [
        "social", "Security", "number", "NUMBER", "ssn", "SSNs", "id", "Id", "ID", "x", "2fa", "e", "mail", "tax",
        "No", "passports", "_", "-", " ", "\"", ":", "1", "22", "a", "B", "s", "Ns",
    ];
    let mut state = 1_u64;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let (mut marks, mut found) = (Marks::default(), 0);
    for _ in 0..4000 {
        let text: String = (0..1 + random(40)).map(|_| pieces[random(pieces.len())]).collect();
        let text = text.as_bytes();
        marks.fill(text);
        let marked = Marked { text, marks: &marks };
        let (a, b) = (random(text.len() + 1), random(text.len() + 1));
        let part = Span::new(a.min(b), a.max(b));
        let read = |foreign: bool| {
            let mut sightings = Sightings::default();
            if foreign {
                sightings.read_foreign(text, part, &lexicon.heads, &lexicon.trie);
            } else {
                // In two pieces.
                let cut = Span::new(part.start, part.start + part.len() / 3);
                sightings.within(marked, cut, &lexicon.heads, &lexicon.trie);
                sightings.within(marked, part, &lexicon.heads, &lexicon.trie);
            }
            let mut all = sightings.seen;
            all.sort_by_key(|seen| (seen.span, seen.word));
            all
        };
        let (whole, tokens) = (read(true), read(false));
        assert_eq!(whole, tokens, "{:?} {part:?}", String::from_utf8_lossy(text));
        found += whole.len();
    }
    assert!(found > 3000, "{found}");
}

/// A place in a text is where its word stands, whatever becomes of its letters.
#[test]
fn sightings_stand_where_the_word_does() {
    let lexicon = Lexicon::new([(RULE, Role::Word, "téléphone"), (RULE, Role::Word, "电话")]);
    let (mut marks, mut sightings) = (Marks::default(), Sightings::default());
    for (text, word, token) in [
        ("le TÉLÉPHONE: 12", "TÉLÉPHONE", "TÉLÉPHONE"),
        ("les telephones", "telephone", "telephones"),
        ("我的电话是12", "电话", "电话是"),
        ("éé tele_phone", "tele_phone", "tele_phone"),
    ] {
        marks.fill(text.as_bytes());
        sightings.forget();
        let marked = Marked { text: text.as_bytes(), marks: &marks };
        let seen = sightings.within(marked, Span::new(0, text.len()), &lexicon.heads, &lexicon.trie);
        let [Sighting { span, token_end, .. }] = seen else { panic!("{text}: {seen:?}") };
        assert_eq!((&text[span.range()], &text[span.start..*token_end]), (word, token));
    }
}

/// Buffers that have known another lexicon say nothing of its words.
#[test]
fn labels_are_those_of_one_lexicon() {
    let text = b"{\"kennung\":1234}";
    let mut marks = Marks::default();
    marks.fill(text);
    let (mut surroundings, span) = (Surroundings::default(), Span::new(11, 15));
    let mut rank = |word: &'static str| {
        surroundings.forget();
        let lexicon = Lexicon::new([(RULE, Role::Word, "a"), (RULE, Role::Word, word)]);
        let text = Marked { text, marks: &marks };
        lexicon.judge(text, span, RULE, (64, 32), Care::ALL, &mut surroundings).rank
    };
    assert_eq!([rank("kennung"), rank("number"), rank("kennung")], [3, 0, 3]);
}
