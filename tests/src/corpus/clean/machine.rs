use super::{epoch, float, hex, version};
use crate::corpus::Rng;
use crate::corpus::dates::moment;

pub(super) fn metric(rng: &mut Rng) -> String {
    format!(
        r#"{{"metric":"http.server.duration","value":{},"ts":{},"tags":{{"pod":"api-{}-{}","zone":"eu-west-{}b","code":"{}"}}}}"#,
        float(rng),
        epoch(rng) * 1000 + rng.below(1000),
        hex(rng, 9),
        rng.chars("bcdfghjklmnpqrstvwxz2456789", 5),
        rng.range(1, 3),
        rng.pick(&[200, 404, 500])
    )
}

pub(super) fn prometheus(rng: &mut Rng) -> String {
    format!(
        "node_network_receive_bytes_total{{device=\"eth0\",instance=\"localhost:9100\"}} {} {}{:03}",
        rng.pick(&["1.8446744073709552e+19", "3.2712981e+08", "41273091827", "9.00123e-05"]),
        epoch(rng),
        rng.below(1000)
    )
}

pub(super) fn sensor(rng: &mut Rng) -> String {
    format!(
        r#"{{"sensor":"buoy-{}","lat":{}.{},"lon":-{}.{},"temp_c":{}.{},"pressure_pa":{},"t_us":{}{}}}"#,
        rng.below(900),
        rng.range(10, 60),
        rng.digits(6),
        rng.range(10, 120),
        rng.digits(6),
        rng.range(1, 30),
        rng.digits(2),
        rng.range(95_000, 104_000),
        epoch(rng),
        rng.digits(6)
    )
}

pub(super) fn kubernetes(rng: &mut Rng) -> String {
    format!(
        r#"{{"kind":"Event","apiVersion":"v1","reason":"{}","metadata":{{"uid":"{}","resourceVersion":"{}","namespace":"payments"}},"involvedObject":{{"kind":"Pod","name":"ledger-{}-{}"}},"count":{},"firstTimestamp":"{}"}}"#,
        rng.pick(&["Scheduled", "BackOff", "Pulled", "Unhealthy", "Killing"]),
        rng.uuid(),
        rng.range(1_000_000, 999_999_999),
        hex(rng, 10),
        rng.chars("bcdfghjklmnpqrstvwxz2456789", 5),
        rng.range(1, 900),
        moment(rng)
    )
}

pub(super) fn cloud_trail(rng: &mut Rng) -> String {
    let account = format!("{}{}", rng.range(1, 9), rng.digits(11));
    format!(
        r#"{{"eventSource":"ec2.amazonaws.com","eventName":"RunInstances","recipientAccountId":"{account}","resources":["arn:aws:ec2:eu-central-1:{account}:instance/i-{}","vol-{}","subnet-{}"],"eventID":"{}","eventTime":"{}"}}"#,
        hex(rng, 17),
        hex(rng, 17),
        hex(rng, 8),
        rng.uuid(),
        moment(rng)
    )
}

pub(super) fn span(rng: &mut Rng) -> String {
    let start = epoch(rng);
    format!(
        r#"{{"traceId":"{}","spanId":"{}","startTimeUnixNano":"{start}{}","endTimeUnixNano":"{start}{}","attributes":{{"db.rows":{},"thread.id":{}}}}}"#,
        hex(rng, 32),
        hex(rng, 16),
        rng.digits(9),
        rng.digits(9),
        rng.below(9999),
        rng.range(1, 999_999)
    )
}

pub(super) fn hashes(rng: &mut Rng) -> String {
    let length = rng.pick(&[32, 40, 64, 128]);
    match rng.below(3) {
        0 => format!("{}  dist/app-{}.tar.gz", hex(rng, length), version(rng)),
        1 => format!(
            r#"{{"etag":"\"{}\"","crc32":"{}","size":{}}}"#,
            hex(rng, 32),
            hex(rng, 8),
            rng.range(1, 9_999_999_999)
        ),
        _ => format!("object 0x{} refcount {} next 0x{}", hex(rng, 12), rng.below(100), hex(rng, 16)),
    }
}

pub(super) fn blob(rng: &mut Rng) -> String {
    let length = rng.range(10, 90) as usize * 4;
    let data = rng.chars("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", length);
    format!(r#"{{"content_type":"application/octet-stream","data":"{data}","cursor":"{}"}}"#, hex(rng, 48))
}

pub(super) fn clocks(rng: &mut Rng) -> String {
    let seconds = epoch(rng);
    format!(
        r#"{{"s":{seconds},"ms":{seconds}{},"us":{seconds}{},"ns":{seconds}{},"iso":"{}","ymd":{}{:02}{:02},"seq":{}}}"#,
        rng.digits(3),
        rng.digits(6),
        rng.digits(9),
        moment(rng),
        rng.range(2000, 2026),
        rng.range(1, 12),
        rng.range(1, 28),
        rng.range(1, 999_999_999_999)
    )
}

pub(super) fn sizes(rng: &mut Rng) -> String {
    format!(
        "mem total={} free={} cached={} swap=0 load={}.{:02} fds={}/{} port={} pid={}",
        rng.range(1_000_000_000, 68_000_000_000),
        rng.range(1_000_000, 9_000_000_000),
        rng.range(1_000_000, 9_000_000_000),
        rng.below(60),
        rng.below(100),
        rng.below(9999),
        1_048_576,
        rng.range(1024, 65535),
        rng.range(100, 4_000_000)
    )
}
