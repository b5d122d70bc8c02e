//! Files that are packed.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;

use crate::{ok, privet, with_rules, write};

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(text).unwrap();
    gzip.finish().unwrap()
}

fn gunzip(packed: &[u8]) -> String {
    let mut text = String::new();
    MultiGzDecoder::new(packed).read_to_string(&mut text).unwrap();
    text
}

#[test]
fn extensions_pack_and_unpack() {
    let folder = tempfile::tempdir().unwrap();
    let line = "ssn 219-09-9999 and more\n";
    let gz = write(folder.path(), "a.log.gz", gzip(line.repeat(50_000).as_bytes()));
    let plain = write(folder.path(), "b.log", line);
    let expected = "ssn [US_SSN] and more\n".repeat(50_001);
    let [out_gz, out_zst] = ["out.gz", "out.zst"].map(|name| folder.path().join(name).to_str().unwrap().to_owned());
    for jobs in ["1", "3"] {
        assert!(ok(&["redact", &gz, &plain, "-j", jobs], "") == expected.as_bytes());
        assert_eq!(ok(&["redact", &gz, &plain, "-j", jobs, "-o", &out_gz], ""), b"");
        assert!(gunzip(&std::fs::read(&out_gz).unwrap()) == expected);
        assert_eq!(ok(&["redact", &gz, &plain, "-j", jobs, "-o", &out_zst], ""), b"");
        let packed = std::fs::read(&out_zst).unwrap();
        assert!(packed.starts_with(b"\x28\xb5\x2f\xfd") && packed.len() < expected.len() / 10);
        assert!(ok(&["redact", &out_zst], "") == expected.as_bytes());
    }
}

#[test]
fn a_broken_gzip_is_an_error_behind_what_was_read() {
    let folder = tempfile::tempdir().unwrap();
    let line = "ssn 219-09-9999 and more\n";
    let whole = gzip((line.repeat(20_000) + "end\n").as_bytes());
    let cut = write(folder.path(), "cut.gz", &whole[..whole.len() - 20]);
    let other = write(folder.path(), "other", "other\n");
    for jobs in ["1", "3"] {
        let output = privet(&with_rules(&["redact", &cut, &other, "-j", jobs]), "");
        assert_eq!(output.status.code(), Some(74));
        let text = String::from_utf8(output.stdout).unwrap();
        let masked = text.lines().filter(|line| *line == "ssn [US_SSN] and more").count();
        assert!(masked > 10_000 && !text.contains("219-09-9999"), "{masked} lines");
        assert!(text.ends_with("other\n"), "the next file is read");
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(told, format!("privet: {cut}: the gzip ends too early\n"));
    }
    let mut damaged = whole.clone();
    let checksum = damaged.len() - 8;
    damaged[checksum] ^= 1;
    let damaged = write(folder.path(), "damaged.gz", damaged);
    let none = write(folder.path(), "none.zst", "no packing");
    for (path, what) in [(damaged, "the gzip is damaged"), (none, "the zstd is damaged")] {
        let output = privet(&with_rules(&["redact", &path]), "");
        assert_eq!(output.status.code(), Some(74));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), format!("privet: {path}: {what}\n"));
    }
}

#[test]
fn a_packed_payload_is_masked_inside() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let line = r#"{"note":"ssn 219-09-9999"}"#;
    // Packed with what is observed, and so left: by another name the extension says nothing.
    let observe = "name = \"o\"\ndescription = \"o\"\nmode = \"observe\"\n";
    let policy = write(folder.path(), "observe.toml", observe);
    ok(&["redact", "--policy", &policy, "-o", &path("plain.zst")], line);
    let payload = write(folder.path(), "payload", std::fs::read(path("plain.zst")).unwrap());
    let masked = write(folder.path(), "masked.zst", ok(&["redact", "--in", "zstd", &payload], ""));
    assert_eq!(ok(&["redact", "--policy", &policy, &masked], ""), br#"{"note":"ssn [US_SSN]"}"#);
    let again = std::fs::read(&masked).unwrap();
    let payload = write(folder.path(), "payload", &again);
    assert!(ok(&["redact", "--in", "zstd", &payload], "") == again, "nothing is left to mask");
}
