//! Delimited rows.

use privet_core::{Csv, Delimiter, Format, Header, Malady};
use privet_tests::fuzz::payloads::CSV;

use super::*;

#[test]
fn every_place_is_read() {
    let csv = Format::csv(Csv::default());
    for template in [
        "a,b\n1,@@\n",
        "a,b\n1,x @@ y",
        "a,b\n1,\"x \"\"@@\"\"\"\r\n",
        "a,@@\n1,2\n",
        "\"@@\",b\n1,2\n",
        "a,b\n1,2,@@\n",
        "a,b\n1,\"two\n@@\"\n",
        "a;b\n1;@@\n",
        "a\tb\n@@\t2\n",
        "a|b\n@@|2\n",
        "a\r1\r@@\r",
        "@@",
    ] {
        masks(&csv, template, "[EMAIL_ADDRESS]");
    }
    assert!(masks_everywhere(&csv, "id,\"na\"\"me\"\r\n1,\"A\nB\"\r\n\r\n2,C,D\r\n") > 25);
}

#[test]
fn columns_name_their_values() {
    let rows = "123456782,x\n";
    let given = |names: &[&str]| {
        let names = names.iter().map(|&name| name.to_owned()).collect();
        Format::csv(Csv::default().delimiter(Delimiter::Comma).header(Header::Given(names)))
    };
    let none = Format::csv(Csv::default().header(Header::None));
    assert_eq!(redact(&given(&["ssn", "note"]), "123-45-6789,x\n").unwrap(), "[US_SSN],x\n");
    assert_eq!(redact(&given(&["bsn", "note"]), rows).unwrap(), "[NL_BSN],x\n");
    assert_eq!(redact(&none, rows).unwrap(), rows, "a bare number is not enough without its name");
    let first = format!("bsn,note\n{rows}");
    assert_eq!(redact(&Format::csv(Csv::default()), first).unwrap(), "bsn,note\n[NL_BSN],x\n");
}

#[test]
fn made_up_rows_keep_the_laws() {
    keeps_the_laws(&CSV, "csv");
}

#[test]
fn spoilt_rows_are_refused() {
    assert!(refuses_closed(&CSV, "csv") > MADE / 20);
}

#[test]
fn limits_are_named() {
    let error = redact(&Format::csv(Csv::default()), "a,".repeat((1 << 20) + 1)).unwrap_err();
    assert_eq!((error.at, error.what), (2 << 20, Malady::TooMany(1 << 20)));
}
