//! What the README shows is what the command does.

use super::Problem;

/// Every line of JSON in the README is one of `input` or of one of the `outputs`, and of each of these some masked line is
/// shown that the others do not have.
pub fn check(readme: &str, input: &str, outputs: &[&str]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut shown = vec![0; outputs.len()];
    let holds = |text: &str, line: &str| text.lines().any(|l| l == line);
    for (i, line) in readme.lines().enumerate().filter(|(_, line)| line.starts_with('{')) {
        if holds(input, line) {
            continue;
        }
        let of: Vec<usize> = (0..outputs.len()).filter(|&at| holds(outputs[at], line)).collect();
        match of[..] {
            [] => {
                problems.push(Problem::new("README.md", i + 1, "neither in examples/events.ndjson nor in its output"));
            }
            [one] => shown[one] += 1,
            _ => {}
        }
    }
    for (nth, _) in shown.iter().enumerate().filter(|&(_, &lines)| lines == 0) {
        problems.push(Problem::new("README.md", 0, format!("shows no line of output {}", nth + 1)));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_is_there() {
        let (input, output) = ("{\"a\":1}\n{\"b\":2}\n", "{\"a\":[X]}\n{\"b\":2}\n");
        assert_eq!(check("text\n{\"a\":1}\n{\"a\":[X]}\n", input, &[output]), []);
        assert_eq!(check("{\"a\":[X]}\n{\"a\":[Y]}\n", input, &[output]).len(), 1);
        assert_eq!(check("{\"b\":2}\n", input, &[output]).len(), 1);
        let other = "{\"a\":[Z]}\n{\"b\":2}\n";
        assert_eq!(check("{\"a\":[X]}\n{\"a\":[Z]}\n", input, &[output, other]), []);
        assert_eq!(check("{\"a\":[X]}\n", input, &[output, other]).len(), 1);
        assert_eq!(check("{\"a\":[X]}\n", input, &[output, output]).len(), 2);
    }
}
