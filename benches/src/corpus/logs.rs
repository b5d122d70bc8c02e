//! Lines of servers: access logs, syslog, JSON logs, Java, Kubernetes; about 138 B each.

use std::fmt::Write;

use super::personal;
use crate::rng::Rng;

const HOSTS: [&str; 5] = ["web-1", "web-2", "db-0", "cache-3", "worker-7"];
const PATHS: [&str; 6] = ["/", "/api/v1/orders", "/api/v1/users/me", "/static/app.js", "/healthz", "/login"];
const CLASSES: [&str; 5] = [
    "com.acme.order.OrderService",
    "com.acme.http.RequestFilter",
    "org.apache.kafka.clients.NetworkClient",
    "com.zaxxer.hikari.pool.HikariPool",
    "com.acme.mail.Sender",
];
const MESSAGES: [&str; 8] = [
    "request completed",
    "connection reset by peer",
    "retrying in 500 ms",
    "cache miss for key",
    "slow query",
    "rebalance of partitions started",
    "user logged in",
    "payment authorised",
];

/// One line.
pub fn push(rng: &mut Rng, out: &mut String) {
    // Writing to a string cannot fail.
    let _ = match rng.below(6) {
        0 | 1 => access(rng, out),
        2 => syslog(rng, out),
        3 => json(rng, out),
        4 => java(rng, out),
        _ => kubernetes(rng, out),
    };
}

fn access(rng: &mut Rng, out: &mut String) -> std::fmt::Result {
    let (day, hour) = (rng.range(1, 28), rng.range(0, 23));
    let clock = format!("{day:02}/Mar/2026:{hour:02}:{:02}:{:02} +0000", rng.below(60), rng.below(60));
    write!(out, "{} - - [{clock}] \"{} ", personal::ip(rng), rng.pick(&["GET", "POST", "PUT"]))?;
    write!(out, "{}?page={} HTTP/1.1\" {} ", rng.pick(&PATHS), rng.below(99), rng.pick(&[200, 200, 304, 404, 502]))?;
    write!(
        out,
        "{} \"-\" \"{}\" 0.{:03}",
        rng.below(90_000),
        rng.pick(&[
            "curl/8.5.0",
            "kube-probe/1.29",
            "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"
        ]),
        rng.below(1000)
    )
}

fn syslog(rng: &mut Rng, out: &mut String) -> std::fmt::Result {
    let host = rng.pick(&HOSTS);
    write!(out, "Mar {:2} {:02}:{:02}:{:02} {host} ", rng.range(1, 28), rng.below(24), rng.below(60), rng.below(60))?;
    match rng.below(3) {
        0 => {
            let (pid, port) = (rng.below(32_768), rng.range(30_000, 60_000));
            write!(
                out,
                "sshd[{pid}]: Failed password for invalid user admin from {} port {port} ssh2",
                personal::ip(rng)
            )
        }
        1 => {
            let unit = rng.pick(&["logrotate", "certbot", "fstrim"]);
            write!(
                out,
                "systemd[1]: {unit}.service: Succeeded, consumed {}.{:03}s CPU time",
                rng.below(9),
                rng.below(1000)
            )
        }
        _ => write!(
            out,
            "kernel: [{:5}.{:06}] eth0: renamed from veth{}, IN=eth0 MAC=02:42:ac:11:00:{} LEN={} TTL=64",
            rng.below(99_999),
            rng.below(1_000_000),
            rng.hex(7),
            rng.hex(2),
            rng.range(40, 1500)
        ),
    }
}

fn json(rng: &mut Rng, out: &mut String) -> std::fmt::Result {
    let level = rng.pick(&["info", "info", "warn", "error", "debug"]);
    write!(out, r#"{{"level":"{level}","ts":{}.{:06}"#, rng.range(1_767_000_000, 1_798_000_000), rng.below(1_000_000))?;
    write!(out, r#","msg":"{}","trace_id":"{}""#, rng.pick(&MESSAGES), rng.hex(32))?;
    if rng.percent(15) {
        write!(out, r#","user":"{}""#, personal::email(rng))?;
    }
    write!(out, r#","took_ms":{},"shard":{}}}"#, rng.below(10_000), rng.below(64))
}

fn java(rng: &mut Rng, out: &mut String) -> std::fmt::Result {
    let clock = format!("{:02}:{:02}:{:02},{:03}", rng.below(24), rng.below(60), rng.below(60), rng.below(1000));
    write!(out, "2026-03-{:02} {clock} {:5} ", rng.range(1, 28), rng.pick(&["INFO", "WARN", "ERROR", "DEBUG"]))?;
    write!(out, "[pool-{}-thread-{}] {} - {}", rng.below(9), rng.below(40), rng.pick(&CLASSES), rng.pick(&MESSAGES))?;
    match rng.below(4) {
        0 => write!(out, " id={} offset={} partition={}", rng.uuid(), rng.digits(10), rng.below(48)),
        1 => write!(out, " orderId={} customer={}", rng.digits(8), rng.digits(9)),
        2 if rng.percent(30) => {
            write!(out, " card={} amount={}.{}", personal::card(rng), rng.below(900), rng.digits(2))
        }
        _ => write!(out, " at {}:{} after {} ms", personal::ip(rng), rng.range(1024, 65_000), rng.below(30_000)),
    }
}

fn kubernetes(rng: &mut Rng, out: &mut String) -> std::fmt::Result {
    let (clock, tick) = (rng.below(86_400), rng.below(1_000_000));
    write!(
        out,
        "{}0321 {:02}:{:02}:{:02}.{tick:06} ",
        rng.pick(&["I", "W", "E"]),
        clock / 3600,
        clock / 60 % 60,
        clock % 60
    )?;
    let source = rng.pick(&["controller.go", "kubelet.go", "proxier.go", "reconciler.go"]);
    write!(out, "{:7} {source}:{}] \"{}\" ", rng.range(1, 9_999_999), rng.below(2000), rng.pick(&MESSAGES))?;
    let app = rng.pick(&["orders", "mailer", "ingress"]);
    write!(out, "pod=\"shop/{app}-{}-{}\" uid=\"{}\"", rng.hex(10), rng.hex(5), rng.uuid())
}
