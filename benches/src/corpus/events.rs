//! Events as RudderStack and its kin send them: track, identify, page, screen, group, and chat; about 0.8 KB each.

use std::fmt::Write;

use super::personal::{self, Item};
use crate::rng::Rng;

const AGENTS: [&str; 5] = [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
    "Dalvik/2.1.0 (Linux; U; Android 14; Pixel 8 Build/AP2A.240605.024)",
];

const PRODUCTS: [&str; 8] = [
    "Trail Running Shoes",
    "Wool Sweater",
    "Espresso Machine",
    "Desk Lamp",
    "Rain Jacket",
    "Noise Cancelling Headphones",
    "Yoga Mat",
    "Water Bottle 750 ml",
];

const OPENINGS: [&str; 8] = [
    "Hi there, I ordered last week and nothing has arrived yet.",
    "Hello! The app keeps logging me out since the update.",
    "Good morning, could you change the address of my order?",
    "Thanks for the quick answer.",
    "I was charged twice for the same order.",
    "Guten Tag, meine Bestellung ist noch nicht angekommen.",
    "Bonjour, je n'arrive pas à me connecter à mon compte.",
    "Hola, quería cancelar la suscripción.",
];

const CLOSINGS: [&str; 5] = [
    "Can you have a look please?",
    "Please get back to me today.",
    "Thanks a lot and have a nice day!",
    "Vielen Dank im Voraus.",
    "Let me know if you need anything else.",
];

/// One event. With `personal` about one item of personal data is planted, and the address of the machine.
pub fn push(rng: &mut Rng, personal: bool, out: &mut String) {
    // One item a message on average: most have one, some two, some none.
    let many = if personal { [0, 1, 1, 1, 1, 1, 1, 2][rng.below(8)] } else { 0 };
    let items: Vec<Item> = (0..many).map(|_| personal::item(rng)).collect();
    // Writing to a string cannot fail.
    let _ = write(rng, &items, personal, out);
}

fn write(rng: &mut Rng, items: &[Item], personal: bool, out: &mut String) -> std::fmt::Result {
    let clock = Clock::of(rng);
    write!(out, r#"{{"anonymousId":"{}","messageId":"{}""#, rng.uuid(), rng.uuid())?;
    if rng.percent(60) {
        write!(out, r#","userId":"u_{}""#, rng.range(10_000, 99_999_999))?;
    }
    match rng.below(12) {
        0..=4 => track(rng, items, out)?,
        5 | 6 => identify(rng, items, out)?,
        7 | 8 => page(rng, items, out)?,
        9 => screen(rng, items, out)?,
        10 => group(rng, items, out)?,
        _ => chat(rng, items, out)?,
    }
    context(rng, personal, out)?;
    write!(out, r#","channel":"{}""#, rng.pick(&["web", "mobile", "server"]))?;
    write!(out, r#","originalTimestamp":"{}","sentAt":"{}""#, clock.iso(0), clock.iso(rng.range(5, 900)))?;
    write!(out, r#","receivedAt":"{}","ts":{}}}"#, clock.iso(rng.range(900, 3000)), clock.epoch())
}

fn context(rng: &mut Rng, personal: bool, out: &mut String) -> std::fmt::Result {
    write!(out, r#","context":{{"library":{{"name":"rudder-sdk-js","version":"2.48.{}"}}"#, rng.below(20))?;
    if personal {
        write!(out, r#","ip":"{}""#, personal::ip(rng))?;
    }
    let (width, height) = rng.pick(&[(1440, 900), (1920, 1080), (390, 844), (2560, 1440)]);
    write!(out, r#","locale":"{}""#, rng.pick(&["en-GB", "en-US", "de-DE", "fr-FR", "pt-BR"]))?;
    write!(out, r#","screen":{{"density":2,"width":{width},"height":{height}}}"#)?;
    write!(out, r#","userAgent":"{}"}}"#, rng.pick(&AGENTS))
}

fn fields(items: &[Item], out: &mut String) -> std::fmt::Result {
    items.iter().try_for_each(|item| write!(out, r#","{}":"{}""#, item.key, item.value))
}

fn track(rng: &mut Rng, items: &[Item], out: &mut String) -> std::fmt::Result {
    let event = rng.pick(&["Product Viewed", "Product Added", "Order Completed", "Coupon Applied", "Checkout Started"]);
    write!(out, r#","type":"track","event":"{event}","properties":{{"order_id":"{}""#, rng.digits(10))?;
    write!(out, r#","sku":"SKU-{}","name":"{}""#, rng.digits(6), rng.pick(&PRODUCTS))?;
    write!(out, r#","price":{}.{},"quantity":{}"#, rng.range(3, 900), rng.range(10, 99), rng.range(1, 4))?;
    write!(out, r#","currency":"{}","took_ms":{}"#, rng.pick(&["EUR", "USD", "GBP"]), rng.below(5000))?;
    fields(items, out)?;
    out.write_char('}')
}

fn identify(rng: &mut Rng, items: &[Item], out: &mut String) -> std::fmt::Result {
    let plan = rng.pick(&["free", "premium", "team", "enterprise"]);
    write!(out, r#","type":"identify","traits":{{"plan":"{plan}","logins":{}"#, rng.below(500))?;
    write!(out, r#","createdAt":"{}","newsletter":{}"#, Clock::of(rng).iso(0), rng.percent(50))?;
    write!(out, r#","segment":"returning","ltv":{}.{}"#, rng.below(9000), rng.range(10, 99))?;
    fields(items, out)?;
    out.write_char('}')
}

fn page(rng: &mut Rng, items: &[Item], out: &mut String) -> std::fmt::Result {
    let section = rng.pick(&["account", "checkout", "catalog", "help"]);
    write!(out, r#","type":"page","name":"{section}","properties":{{"path":"/{section}/{}""#, rng.digits(5))?;
    write!(out, r#","url":"https://shop.example.com/{section}?session={}&step={}""#, rng.hex(16), rng.below(9))?;
    write!(out, r#","referrer":"https://www.example.org/","title":"{}""#, rng.pick(&PRODUCTS))?;
    fields(items, out)?;
    out.write_char('}')
}

fn screen(rng: &mut Rng, items: &[Item], out: &mut String) -> std::fmt::Result {
    let name = rng.pick(&["Home", "Cart", "Profile", "Search"]);
    write!(
        out,
        r#","type":"screen","name":"{name}","properties":{{"build":{}"#,
        rng.digits(9).trim_start_matches('0')
    )?;
    write!(out, r#","version":"4.{}.{}","battery":0.{}"#, rng.below(20), rng.below(10), rng.range(10, 99))?;
    fields(items, out)?;
    out.write_char('}')
}

fn group(rng: &mut Rng, items: &[Item], out: &mut String) -> std::fmt::Result {
    write!(out, r#","type":"group","groupId":"{}","traits":{{"name":"Acme {}""#, rng.hex(24), rng.below(100))?;
    write!(out, r#","industry":"Retail","employees":{},"invoice":"INV-{}""#, rng.below(9000), rng.digits(8))?;
    fields(items, out)?;
    out.write_char('}')
}

fn chat(rng: &mut Rng, items: &[Item], out: &mut String) -> std::fmt::Result {
    write!(out, r#","type":"track","event":"Message Sent","properties":{{"room":"support-{}""#, rng.below(900))?;
    // Some texts are quoted or have line ends: their escapes are read.
    let gap = if rng.percent(15) { r"\n" } else { " " };
    write!(out, r#","text":"{}{gap}"#, rng.pick(&OPENINGS))?;
    for item in items {
        write!(out, "{} {}. ", item.words, item.value)?;
    }
    write!(out, r#"Order {} of ticket #{}.{gap}{}"}}"#, rng.digits(10), rng.below(90_000), rng.pick(&CLOSINGS))
}

/// A moment of the year 2026.
#[derive(Clone, Copy, Debug)]
struct Clock {
    /// Day of the year from 0, in twelve months of 28 days.
    day: usize,
    /// Milliseconds of the day, an hour before its end at most.
    ms: usize,
}

impl Clock {
    fn of(rng: &mut Rng) -> Self {
        Self { day: rng.below(12 * 28), ms: rng.below(82_800_000) }
    }

    fn iso(self, later_ms: usize) -> String {
        let ms = self.ms + later_ms;
        let (month, day) = (self.day / 28 + 1, self.day % 28 + 1);
        let (hour, minute, second) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
        format!("2026-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z", ms % 1000)
    }

    /// Milliseconds since 1970, about.
    fn epoch(self) -> usize {
        1_767_225_600_000 + self.day * 86_400_000 + self.ms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clean_events_hold_no_address_of_any_kind() {
        let mut rng = Rng::new(1);
        for _ in 0..500 {
            let mut out = String::new();
            push(&mut rng, false, &mut out);
            assert!(!out.contains('@') && !out.contains(r#""ip""#), "{out}");
            assert!(out.starts_with('{') && out.ends_with('}'));
        }
    }

    #[test]
    fn about_one_item_a_message() {
        let mut rng = Rng::new(2);
        let many = 4000;
        let mut emails = 0;
        for _ in 0..many {
            let mut out = String::new();
            push(&mut rng, true, &mut out);
            assert!(out.contains(r#""ip":""#));
            emails += usize::from(out.contains('@'));
        }
        // Two of the 26 kinds are addresses of mail.
        assert!((many / 26..many / 9).contains(&emails), "{emails}");
    }
}
