//! Form fields and URLs.

use privet_core::Format;
use privet_tests::fuzz::payloads::FORM;

use super::*;

#[test]
fn every_place_is_read() {
    let form = Format::form();
    for template in [
        "a=@@",
        "a=1&b=x+@@+y&c=2",
        "@@=1",
        "a=1&@@",
        "https://h/@@/x?q=1",
        "https://h/x?q=@@",
        "https://h/x?q=1#@@",
        "https://h/x?q=1#t=@@",
        "?@@",
        "@@",
    ] {
        masks(&form, template, "%5BEMAIL_ADDRESS%5D");
    }
    assert_eq!(redact(&form, "a=x%20ann.lee%40example.com%0A").unwrap(), "a=x%20%5BEMAIL_ADDRESS%5D%0A");
    // Within an escape or a name of letters, the marker is part of a longer address.
    assert!(masks_everywhere(&form, "/p?a=1&b+c=%41%zz&&d#e=f") > 20);
}

#[test]
fn made_up_fields_keep_the_laws() {
    keeps_the_laws(&FORM, "form");
}

#[test]
fn spoilt_fields_are_read() {
    assert_eq!(refuses_closed(&FORM, "form"), 0, "any text is a form");
}
