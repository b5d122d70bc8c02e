//! The records around a value: sentences, events, log lines, rows.

use super::dates::{Date, moment};
use super::phrases::phrases;
use super::record::{Value, fill};
use super::{Identifier, Labelled, Lang, Rng};

/// Events in which a key names the value.
const KEYED: [&str; 6] = [
    r#"{"type":"track","event":"Checkout Completed","anonymousId":"{uuid}","properties":{"{k}":"{v}","total":{price},"currency":"EUR"},"originalTimestamp":"{time}"}"#,
    r#"{"type":"identify","anonymousId":"{uuid}","traits":{"plan":"pro","{k}":"{v}","locale":"{lang}"},"sentAt":"{time}"}"#,
    r#"{"event":"form.submitted","data":{"form":"onboarding","fields":{"step":{small},"{k}":"{v}"}},"id":"{uuid}"}"#,
    r#"{"ts":"{time}","level":"info","msg":"profile saved","{k}":"{v}","duration_ms":{small}}"#,
    r#"{"records":[{"op":"u","after":{"{k}":"{v}","status":"active"},"source":{"table":"accounts"}}]}"#,
    r#"{"{k}": "{v}"}"#,
];

/// Lines in which a key or a word names it.
const NAMED_LINES: [&str; 5] = [
    "{time} INFO  [signup] form accepted {k}={q}{v}{q} status=ok took={small}ms",
    "{time} WARN validation failed for {w} {v} (attempt {small})",
    "level=info ts={time} {k}={q}{v}{q} msg=saved",
    "action=update {k}={q}{v}{q} retries=0",
    "{time} ERROR c.a.billing.Service - {w}: {v} not accepted",
];

/// Events with a sentence in them.
const CHATS: [&str; 4] = [
    r#"{"type":"chat","channel":"support","lang":"{lang}","text":"{sentence}","ts":"{time}"}"#,
    r#"{"message":"{sentence}","thread":"{uuid}"}"#,
    r#"{"type":"track","event":"Message Sent","properties":{"body":"{sentence}","length":{small}},"messageId":"{uuid}"}"#,
    r#"{"ticket":{"status":"open","comments":[{"public":true,"body":"{sentence}"}]}}"#,
];

/// Rows and events in which nothing names it.
const UNNAMED: [&str; 6] = [
    "{row},{date},{v},active,{price},EUR",
    "{date};{row};{v};paid;{price}",
    "{row},\"{v}\",{date},web",
    r#"{"type":"track","event":"Search","properties":{"query":"{v}","results":{small}},"messageId":"{uuid}"}"#,
    r#"{"value":"{v}","at":"{time}"}"#,
    "{time} DEBUG input received: {v} (source=web)",
];

/// A record with `value` that a word or a key names.
pub(crate) fn named(rng: &mut Rng, identifier: &Identifier, value: &Value, label: Option<&'static str>) -> Labelled {
    let (lang, words) = rng.pick(identifier.words);
    let (word, key) = (rng.pick(words), rng.pick(identifier.keys));
    let sentence = rng.pick(phrases(lang).named);
    let template = match rng.below(10) {
        0..=3 => sentence.to_owned(),
        4 | 5 => chat(rng, sentence),
        6 if value.is_number() => rng.pick(&KEYED).replace("\"{v}\"", "{v}"),
        6..=8 => rng.pick(&KEYED).to_owned(),
        _ => rng.pick(&NAMED_LINES).to_owned(),
    };
    write(rng, &template, lang, word, key, value, label)
}

/// A record with `value` that nothing names.
pub(crate) fn unnamed(rng: &mut Rng, identifier: &Identifier, value: &Value, label: Option<&'static str>) -> Labelled {
    let (lang, _) = rng.pick(identifier.words);
    let sentence = rng.pick(phrases(lang).unnamed);
    let template = match rng.below(10) {
        0..=3 => sentence.to_owned(),
        4 | 5 => chat(rng, sentence),
        _ => rng.pick(&UNNAMED).to_owned(),
    };
    write(rng, &template, lang, "", "", value, label)
}

/// A record of JSON in which a key names `value`.
pub(crate) fn keyed(rng: &mut Rng, identifier: &Identifier, value: &Value, label: Option<&'static str>) -> Labelled {
    let (lang, words) = rng.pick(identifier.words);
    let (word, key, template) = (rng.pick(words), rng.pick(identifier.keys), rng.pick(&KEYED));
    write(rng, template, lang, word, key, value, label)
}

/// A record with a template of the caller's.
pub(crate) fn custom(
    rng: &mut Rng,
    template: &str,
    identifier: &Identifier,
    value: &Value,
    label: Option<&'static str>,
) -> Labelled {
    let (lang, words) = rng.pick(identifier.words);
    let (word, key) = (rng.pick(words), rng.pick(identifier.keys));
    write(rng, template, lang, word, key, value, label)
}

fn chat(rng: &mut Rng, sentence: &str) -> String {
    rng.pick(&CHATS).replace("{sentence}", sentence)
}

fn write(
    rng: &mut Rng,
    template: &str,
    lang: Lang,
    word: &str,
    key: &str,
    value: &Value,
    label: Option<&'static str>,
) -> Labelled {
    let quote = if value.is_one_word() { "" } else { "\"" };
    let (uuid, time, date) = (rng.uuid(), moment(rng), Date::within(rng, 2022, 2026).iso());
    let (small, row) = (rng.range(1, 900).to_string(), rng.range(1, 99_999).to_string());
    let price = format!("{}.{:02}", rng.range(3, 300), rng.below(100));
    let fields = [
        ("w", word),
        ("k", key),
        ("q", quote),
        ("lang", lang.tag()),
        ("uuid", &uuid),
        ("time", &time),
        ("date", &date),
        ("small", &small),
        ("row", &row),
        ("price", &price),
    ];
    fill(template, &fields, value, label)
}
