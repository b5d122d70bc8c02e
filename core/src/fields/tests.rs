use super::*;
use crate::marks::Marks;

/// Two ways: the first names of people anywhere but in hosts, and names in users.
fn fields() -> Fields {
    let mut keys = Keys::default();
    for name in ["first name", "prénom", "имя", "名字"] {
        keys.add(name, 0, Place::Last);
    }
    keys.add("nom", 0, Place::Whole);
    keys.add("host first name", 0, Place::Except);
    keys.add("name", 1, Place::Last);
    keys.around(1, ["user", "customer"], []);
    keys.add("label", 2, Place::Whole);
    keys.around(2, [], ["email", "phone"]);
    let way = |pattern, value: Option<&str>| Way {
        pattern: PatternId(pattern),
        value: value.map(|regex| Shape::new(regex).unwrap()),
        max_len: 40,
    };
    let entities = [Box::from(*b"PERSON")].into();
    Fields::new(vec![way(0, None), way(1, Some(r"[\p{L}\x20]+")), way(2, Some(r"[\p{L}\x20]+"))], keys, entities)
}

fn found(fields: &Fields, text: &str, closed: bool, bare: bool) -> (Vec<String>, Option<usize>) {
    let mut marks = Marks::default();
    marks.fill(text.as_bytes());
    let text = Marked { text: text.as_bytes(), marks: &marks };
    let mut found = Vec::new();
    let open = fields.find(text, 0, closed, bare, &mut Known::default(), |raw| {
        found.push(String::from_utf8_lossy(&text.text[raw.span.range()]).into_owned());
    });
    (found, open)
}

#[test]
fn names_and_values() {
    let fields = fields();
    for (text, expected) in [
        (r#"{"first_name":"Ann Lee","x":1}"#, vec!["Ann Lee"]),
        (r#"{ "customerFirstName" : "Ann" }"#, vec!["Ann"]),
        (r#"{"FIRST-NAME":"Ann"}"#, vec!["Ann"]),
        (r#"{"first_name_2":"Ann"}"#, vec!["Ann"]),
        (r#"{"firstnames":["Ann","Bo"],"x":"y"}"#, vec!["Ann", "Bo"]),
        (r#"{"first_name":null,"first_name":"","first_name":"null"}"#, vec![]),
        (r#"{"first_name":"[PERSON]","first_name":"[PERSON:k1:00112233445566778899aabbccddeeff]"}"#, vec![]),
        (r#"{"first_name":"[PERSON:k1:t:AAECAwQFBgcICQoLDA0ODw]","first_name":"[REDACTED]"}"#, vec![]),
        (r#"{"first_name":"[ANNA]","first_name":"[PERSON:Ann]"}"#, vec!["[ANNA]", "[PERSON:Ann]"]),
        (r#"{"first_name":{"x":"y"}}"#, vec![]),
        (r#"{"first_name":123,"x":1}"#, vec!["123"]),
        (r#"{"nom":"Ann"}"#, vec!["Ann"]),
        (r#"{"le_nom":"Ann"}"#, vec![]),
        (r#"{"host_first_name":"ann-1"}"#, vec![]),
        (r#"{"prenom":"Ann","Prénom":"Bo"}"#, vec!["Ann", "Bo"]),
        (r#"{"имя":"Аня","客户名字":"安"}"#, vec!["Аня", "安"]),
        ("first_name=Ann&x=1", vec!["Ann"]),
        ("level=info first_name=\"Ann Lee\" x=1", vec!["Ann Lee"]),
        ("<first_name lang=\"en\">Ann Lee</first_name>", vec!["Ann Lee"]),
        ("<firstName><![CDATA[Ann]]></firstName>", vec!["Ann"]),
        ("First name: Ann Lee, last: Bo", vec!["Ann Lee"]),
        // A string that ends after its colon has no value in the next one.
        (r#"{"x":"First name:", "\u0061":"y"}"#, vec![]),
        (r#"[["First name:"],["x"]]"#, vec![]),
        (r#"{"first_name" : ", Ann"}"#, vec![", Ann"]),
        (r#"{first_name: "Ann"}"#, vec!["Ann"]),
        ("first name: Ann last name: Lee", vec!["Ann last"]),
        ("I asked for the first name: none came", vec![]),
        (r#"log {\"first_name\":\"Ann\"} end"#, vec!["Ann"]),
        (r#"{"user":{"name":"Ann Lee","id":7},"name":"Order"}"#, vec!["Ann Lee"]),
        (r#"{"users":[{"id":1,"name":"Ann"},{"id":2,"name":"Bo"}]}"#, vec!["Ann", "Bo"]),
        (r#"{"event":{"name":"Ann"}}"#, vec![]),
        (r#"{"customer_name":"Ann","product_name":"Chair","customer_name":"7"}"#, vec!["Ann"]),
        ("12:30:45 http://first/name", vec![]),
    ] {
        assert_eq!(found(&fields, text, true, false).0, expected, "{text}");
    }
}

#[test]
fn quotes_in_a_value() {
    let fields = fields();
    assert_eq!(found(&fields, r#"{"first_name":"Ann "Bo" Lee","x":1}"#, true, true).0, [r#"Ann "Bo" Lee"#]);
    assert_eq!(found(&fields, r#"{"first_name":"Ann \"Bo\" Lee","x":1}"#, true, false).0, [r#"Ann \"Bo\" Lee"#]);
}

#[test]
fn long_values_are_cut() {
    let text = format!(r#"{{"first_name":"{}"}}"#, "é".repeat(30));
    assert_eq!(found(&fields(), &text, true, false).0, ["é".repeat(20)]);
}

#[test]
fn open_texts_wait_for_the_end_of_a_value() {
    let fields = fields();
    let text = r#"{"x":1,"first_name":["Ann","Bo"],"y":2}"#;
    let sign = text.find(":[").unwrap();
    for end in 0..=text.len() {
        let (_, open) = found(&fields, &text[..end], false, false);
        let decided = end <= sign || end > text.find(']').unwrap();
        assert_eq!(open, (!decided).then_some(sign), "{}", &text[..end]);
    }
}

#[test]
fn what_is_beside_a_field_tells() {
    let fields = fields();
    for (text, expected) in [
        (r#"{"label":"Ann Lee","email":"x"}"#, &["Ann Lee"][..]),
        (r#"{"home_phone":7,"a":{"b":[1]},"label":"Ann Lee"}"#, &["Ann Lee"]),
        (r#"{"label":"Ann Lee","a":{"email":"x"}}"#, &[]),
        (r#"{"email":"x","a":{"label":"Ann Lee"}}"#, &[]),
        (r#"{"label":"Ann Lee"},{"email":"x"}"#, &[]),
        ("{\n  \"label\": \"Ann Lee\",\n  \"email\": 1\n}", &["Ann Lee"]),
        ("label=\"Ann Lee\" email=x", &["Ann Lee"]),
        ("label=\"Ann Lee\"\nemail=x", &[]),
        ("email=x\nlabel=\"Ann Lee\"", &[]),
        (r#"{"label":"Ann Lee","emails":["x"]}"#, &["Ann Lee"]),
        (r#"{"label":"7","email":"x"}"#, &[]),
    ] {
        assert_eq!(found(&fields, text, true, false).0, expected, "{text}");
    }
    let far = format!(r#"{{"label":"Ann Lee","a":"{}","email":1}}"#, "x".repeat(600));
    assert_eq!(found(&fields, &far, true, false).0, [""; 0]);
    // What is not there yet may come.
    let open = r#"{"label":"Ann Lee","a":1"#;
    assert_eq!(found(&fields, open, false, false).1, Some(8));
    assert_eq!(found(&fields, r#"{"label":"Ann Lee","a":1}"#, false, false).1, None);
    assert_eq!(found(&fields, r#"{"label":"Ann Lee","email":1"#, false, false), (vec!["Ann Lee".to_owned()], None));
}
