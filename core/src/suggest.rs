//! The name that was meant, where there is none of that spelling.

/// The nearest of `names`, if one is near enough to have been meant.
pub(crate) fn nearest<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let wanted = name.to_lowercase();
    names
        .into_iter()
        .map(|there_is| (distance(&wanted, &there_is.to_lowercase()), there_is))
        .min()
        .filter(|&(distance, there_is)| distance <= 1 + there_is.len() / 4)
        .map(|(_, there_is)| there_is)
}

/// The end of a message: `; did you mean "gdpr"?`, or nothing.
pub(crate) fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map_or(String::new(), |nearest| format!("; did you mean {nearest:?}?"))
}

/// Edits that turn one text into the other.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let cost = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_suggested_and_far_ones_are_not() {
        let names = ["US_SSN", "EMAIL_ADDRESS", "CREDIT_CARD"];
        assert_eq!(nearest("us_sn", names), Some("US_SSN"));
        assert_eq!(nearest("EMAIL_ADRESS", names), Some("EMAIL_ADDRESS"));
        assert_eq!(nearest("CREDITCARD", names), Some("CREDIT_CARD"));
        assert_eq!(nearest("PASSPORT", names), None);
        assert_eq!(did_you_mean(Some("gdpr")), "; did you mean \"gdpr\"?");
        assert_eq!(did_you_mean(None), "");
    }
}
