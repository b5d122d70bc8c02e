use super::super::testing::{read, replaced};
use super::*;

#[test]
fn fields_are_rendered() {
    for (form, text) in [
        ("a=1&b+c=x%40y+z", r#"{"a":"1","b c":"x@y z",},"#),
        ("a&b=&=c&&d=e=f", r#"{"a","b":"","":"c","d":"e=f",},"#),
        ("a=%zz%4&b=%", r#"{"a":"%zz%4","b":"%",},"#),
        ("a=%C3%A9", r#"{"a":"é",},"#),
        ("https://h/a+b/x%40y?q=1+2#t=3&u", r#"{"https://h/a+b/x@y","q":"1 2","t":"3","u",},"#),
        ("?q=what?", r#"{"","q":"what?",},"#),
        ("q=what?", r#"{"q":"what?",},"#),
        ("", "{},"),
    ] {
        assert_eq!(read(&Fields, form).as_deref(), Ok(text), "{form}");
    }
}

#[test]
fn replacements_are_escaped() {
    for (form, new, expected) in [
        ("a=x+%61nn%20", "[A] b", "a=x+%5BA%5D+b%20"),
        ("ann=1", "é&=", "%C3%A9%26%3D=1"),
        ("/ann/x?y=1", "[A] b", "/%5BA%5D%20b/x?y=1"),
    ] {
        assert_eq!(replaced(&Fields, form, "ann", new), expected);
    }
}
