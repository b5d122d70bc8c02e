use super::{epoch, float, hex, version};
use crate::corpus::Rng;
use crate::corpus::dates::moment;

pub(super) fn access(rng: &mut Rng) -> String {
    let path = rng.pick(&["/api/v2/orders", "/static/app.js", "/healthz", "/search", "/img/logo.png"]);
    format!(
        "127.0.0.1 - - [{:02}/Mar/2025:{:02}:{:02}:{:02} +0000] \"GET {path}?v={} HTTP/1.1\" {} {} \"-\" \"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{}.0.{}.{} Safari/537.36\" {}",
        rng.range(1, 28),
        rng.below(24),
        rng.below(60),
        rng.below(60),
        rng.digits(8),
        rng.pick(&[200, 200, 204, 301, 304, 404, 500]),
        rng.range(120, 90_000),
        rng.range(90, 140),
        rng.range(1000, 7000),
        rng.range(10, 220),
        float(rng)
    )
}

pub(super) fn application(rng: &mut Rng) -> String {
    let (time, trace) = (moment(rng), hex(rng, 16));
    match rng.below(4) {
        0 => format!(
            "{time} INFO  [worker-{}] c.a.jobs.Runner : job {} done in {} ms, trace={trace}",
            rng.below(32),
            rng.uuid(),
            rng.below(90_000)
        ),
        1 => format!(
            "{time} WARN  pool exhausted: active={} idle=0 waiting={} timeout=30000ms",
            rng.range(10, 200),
            rng.below(90)
        ),
        2 => format!(
            "{time} ERROR upstream localhost:{} returned {} after {} retries (request {})",
            rng.range(1024, 65535),
            rng.pick(&[502, 503, 504]),
            rng.below(6),
            hex(rng, 32)
        ),
        _ => format!(
            "{time} DEBUG offset={} partition={} lag={} group=billing-v{}",
            rng.range(1, 9_999_999_999),
            rng.below(64),
            rng.below(99_999),
            rng.below(9)
        ),
    }
}

pub(super) fn key_value(rng: &mut Rng) -> String {
    format!(
        "ts={} level=info caller=head.go:{} component=tsdb msg=\"Head GC completed\" duration={}ms mint={}000 maxt={}000 ulid=01{}",
        moment(rng),
        rng.range(10, 2000),
        float(rng),
        epoch(rng),
        epoch(rng),
        rng.chars("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 24)
    )
}

pub(super) fn stack_trace(rng: &mut Rng) -> String {
    format!(
        r#"{{"level":"error","exception":"java.lang.IllegalStateException: session {} not open","stack":"\tat com.acme.db.Session.get(Session.java:{})\n\tat com.acme.web.Filter$1.run(Filter.java:{})\n\tat java.base/java.lang.Thread.run(Thread.java:{})","thread":"http-nio-8080-exec-{}","object":"Session@{}"}}"#,
        rng.uuid(),
        rng.range(10, 2000),
        rng.range(10, 900),
        rng.range(500, 1600),
        rng.range(1, 200),
        hex(rng, 8)
    )
}

pub(super) fn git(rng: &mut Rng) -> String {
    format!(
        "{} {} Merge pull request #{} from feature/JIRA-{}",
        hex(rng, 40),
        moment(rng),
        rng.range(1, 9999),
        rng.range(1, 99_999)
    )
}

pub(super) fn build(rng: &mut Rng) -> String {
    match rng.below(3) {
        0 => format!("Compiling serde v{} ({}/{})", version(rng), rng.below(300), 300),
        1 => format!("sha256:{} pulled registry.internal/app:{}-{}", hex(rng, 64), version(rng), hex(rng, 7)),
        _ => format!(
            "#{} [build {}/9] RUN npm ci --no-audit  {}s sha512-{}==",
            rng.below(30),
            rng.range(1, 9),
            float(rng),
            rng.chars("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 86)
        ),
    }
}

pub(super) fn health(rng: &mut Rng) -> String {
    format!(
        r#"{{"status":"UP","listen":"127.0.0.1:{}","uptime_s":{},"gc":{{"count":{},"pause_ns":{}}},"version":"{}"}}"#,
        rng.range(1024, 65535),
        rng.range(1, 9_999_999),
        rng.below(99_999),
        rng.range(1000, 999_999_999),
        version(rng)
    )
}

pub(super) fn query(rng: &mut Rng) -> String {
    format!(
        "SELECT id, state FROM jobs WHERE id IN ({}, {}, {}) AND updated_at > to_timestamp({}) LIMIT {} -- {} rows, {} ms",
        rng.range(1, 9_999_999),
        rng.range(1, 9_999_999),
        rng.range(1, 99_999_999),
        epoch(rng),
        rng.pick(&[10, 100, 500]),
        rng.below(500),
        float(rng)
    )
}
