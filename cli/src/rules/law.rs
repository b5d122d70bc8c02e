//! The law behind a set, in words.

use privet_core::{LawStatus, LawSyntax, Notice, TimeUnit};

/// What is known of it: names, and values for people.
pub fn fields(law: &LawSyntax) -> Vec<(&'static str, String)> {
    let status = match law.status {
        LawStatus::InForce => "in force",
        LawStatus::Enacted => "passed, not yet in force",
        _ => "a draft",
    };
    let since = if law.effective_from.is_empty() { String::new() } else { format!(", from {}", law.effective_from) };
    let mut fields = vec![("law", law.law_id.clone()), ("jurisdiction", law.jurisdiction.clone())];
    fields.push(("status", format!("{status}{since}")));
    fields.extend(law.under.as_ref().map(|above| ("under", above.clone())));
    fields.extend(law.authority.as_ref().map(|who| ("authority", format!("{}, {}", who.name, who.portal))));
    fields.extend(law.notify_authority.as_ref().map(|duty| ("to authority", notice(duty))));
    fields.extend(law.notify_people.as_ref().map(|duty| ("to people", notice(duty))));
    fields.extend(law.encryption_safe_harbour.map(|harbour| {
        let means = if harbour { "data that nobody else can read is exempt" } else { "no exemption" };
        ("encryption", means.to_owned())
    }));
    let class = law.sensitive.as_ref();
    fields.extend(class.map(|class| ("sensitive", format!("{}: {}", class.name, class.members.join("; ")))));
    fields.push(("sources", law.sources.join("\n")));
    if !law.unverified.is_empty() {
        fields.push(("unverified", law.unverified.join(", ")));
    }
    fields.push(("reviewed", law.reviewed_at.clone()));
    fields
}

/// The deadline in front, if there is a number, and the duty.
fn notice(notice: &Notice) -> String {
    let unit = match notice.unit {
        Some(TimeUnit::Hours) => "hours",
        Some(TimeUnit::CalendarDays) => "days",
        Some(TimeUnit::BusinessDays) => "business days",
        _ => "",
    };
    let within = notice.within.map(|within| format!("{within} {unit}"));
    let people = notice.people.map(|people| format!("from {people} people"));
    let records = notice.records.map(|records| format!("from {records} records"));
    let numbers: Vec<String> = [within, people, records].into_iter().flatten().collect();
    if numbers.is_empty() { notice.duty.clone() } else { format!("{}. {}", numbers.join(", "), notice.duty) }
}
