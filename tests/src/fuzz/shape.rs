//! The structure of a JSON text, without its values.

/// The structural characters of a JSON text in order, with one sign for every string, number and word; `None` when it
/// is no JSON. Strings and numbers have the same sign: a masked number is a string.
pub fn shape(text: &[u8]) -> Option<Vec<u8>> {
    serde_json::from_slice::<serde::de::IgnoredAny>(text).ok()?;
    let mut shape = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match text[at] {
            b'"' => {
                at += 1;
                while text[at] != b'"' {
                    at += if text[at] == b'\\' { 2 } else { 1 };
                }
                shape.push(b'v');
            }
            sign @ (b'{' | b'}' | b'[' | b']' | b',' | b':') => shape.push(sign),
            byte if byte.is_ascii_whitespace() => {}
            byte => {
                let value = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-.".contains(byte);
                at += text[at..].iter().take_while(|byte| value(byte)).count() - 1;
                shape.push(if byte == b'-' || byte.is_ascii_digit() { b'v' } else { byte });
            }
        }
        at += 1;
    }
    Some(shape)
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn a_shape_is_the_structure_alone() {
        let text = br#" {"a\"{": [1, -2.5e+3, true, null], "b": {}} "#;
        assert_eq!(shape(text).unwrap(), b"{v:[v,v,t,n],v:{}}");
        assert_eq!(shape(br#"{"a":[X]}"#), None);
        assert_eq!(shape(br#"["12"]"#), shape(b"[12]"));
    }
}
