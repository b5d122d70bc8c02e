use super::{epoch, float, version};
use crate::corpus::Rng;
use crate::corpus::dates::{Date, moment};

pub(super) fn track(rng: &mut Rng) -> String {
    let event = rng.pick(&["Product Viewed", "Cart Viewed", "Button Clicked", "Video Paused", "Order Refunded"]);
    format!(
        r#"{{"type":"track","event":"{event}","anonymousId":"{}","messageId":"{}","properties":{{"sku":"{}-{}","position":{},"price":{}.{:02},"currency":"USD"}},"context":{{"app":{{"version":"{}","build":"{}"}},"screen":{{"width":{},"height":844,"density":3}}}},"originalTimestamp":"{}"}}"#,
        rng.uuid(),
        rng.uuid(),
        rng.chars("ABCDEFGHJKLMNPQRSTUVWXYZ", 3),
        rng.digits(6),
        rng.range(1, 40),
        rng.range(1, 900),
        rng.below(100),
        version(rng),
        rng.digits(4),
        rng.range(320, 2560),
        moment(rng)
    )
}

pub(super) fn order(rng: &mut Rng) -> String {
    format!(
        r#"{{"event":"order.created","order_id":"ORD-{}-{}","invoice":"INV{}","items":{},"amount_cents":{},"created":{},"shipment":{{"carrier":"DHL","weight_g":{}}}}}"#,
        rng.range(2022, 2026),
        rng.digits(8),
        rng.digits(7),
        rng.range(1, 12),
        rng.range(100, 999_999),
        epoch(rng),
        rng.range(50, 30_000)
    )
}

pub(super) fn prices(rng: &mut Rng) -> String {
    let row: Vec<String> = (0..6).map(|_| format!("{}.{:02}", rng.range(1, 5000), rng.below(100))).collect();
    format!(
        "{},{},{}",
        Date::within(rng, 2020, 2026).iso(),
        rng.pick(&["AAPL", "SAP.DE", "BTC-EUR", "XAU"]),
        row.join(",")
    )
}

pub(super) fn books(rng: &mut Rng) -> String {
    let payload = format!("978{}", rng.digits(9));
    let sum: u32 = payload.bytes().zip([1, 3].into_iter().cycle()).map(|(b, w)| u32::from(b - b'0') * w).sum();
    let isbn = format!("{payload}{}", (10 - sum % 10) % 10);
    match rng.below(2) {
        0 => format!(r#"{{"isbn":"{isbn}","pages":{},"stock":{}}}"#, rng.range(80, 900), rng.below(500)),
        _ => format!("isbn {}-{}-{}-{}-{}", &isbn[..3], &isbn[3..4], &isbn[4..7], &isbn[7..12], &isbn[12..]),
    }
}

pub(super) fn inventory(rng: &mut Rng) -> String {
    format!(
        "{},WH-{},SKU{},{},{},{}",
        rng.range(1, 9_999_999),
        rng.range(1, 40),
        rng.digits(8),
        rng.range(0, 5000),
        float(rng),
        Date::within(rng, 2020, 2026).iso()
    )
}

pub(super) fn page(rng: &mut Rng) -> String {
    format!(
        r#"{{"type":"page","name":"Category","properties":{{"path":"/c/{}/p{}","referrer":"https://shop.example/search?q=shoes&page={}","title":"Running shoes"}},"sentAt":"{}","context":{{"library":{{"name":"analytics.js","version":"{}"}}}}}}"#,
        rng.range(1, 999),
        rng.digits(7),
        rng.range(1, 30),
        moment(rng),
        version(rng)
    )
}
