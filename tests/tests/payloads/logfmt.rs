//! Lines of pairs.

use privet_core::Format;
use privet_tests::fuzz::payloads::LOGFMT;

use super::*;

#[test]
fn every_place_is_read() {
    let logfmt = Format::logfmt();
    for template in [
        "a=@@ b=1",
        "a=\"x @@ y\" b=1",
        "a=\"x \\\"@@\\\"\"\n",
        "12:00 from @@ a=1",
        "a=1 then @@",
        "a=\"not closed @@ b=1",
        "@@",
        "=@@",
    ] {
        masks(&logfmt, template, "[EMAIL_ADDRESS]");
    }
    masks(&logfmt, "@@=1 b=2", "[EMAIL_ADDRESS]");
    assert_eq!(redact(&logfmt, r#"a="ann.lee\u0040example.com\n""#).unwrap(), r#"a="[EMAIL_ADDRESS]\n""#);
    assert!(masks_everywhere(&logfmt, "t=1 hello  msg=\"a \\\"b\\\"\\n\" c= d=e=f\n\ng=\"h") > 40);
}

#[test]
fn made_up_lines_keep_the_laws() {
    keeps_the_laws(&LOGFMT, "logfmt");
}

#[test]
fn spoilt_lines_are_read() {
    assert_eq!(refuses_closed(&LOGFMT, "logfmt"), 0, "any line is read");
}
