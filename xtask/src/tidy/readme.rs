//! What the README shows is what the command does.

use super::Problem;

/// Every line of JSON in the README is one of `input` or of `output`, and some of it is masked.
pub fn check(readme: &str, input: &str, output: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut masked = 0;
    for (i, line) in readme.lines().enumerate().filter(|(_, line)| line.starts_with('{')) {
        let (came_in, came_out) = (input.lines().any(|l| l == line), output.lines().any(|l| l == line));
        masked += usize::from(came_out && !came_in);
        if !came_in && !came_out {
            problems.push(Problem::new("README.md", i + 1, "neither in examples/events.ndjson nor in its output"));
        }
    }
    if masked == 0 {
        problems.push(Problem::new("README.md", 0, "shows no line of the output"));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_is_there() {
        let (input, output) = ("{\"a\":1}\n{\"b\":2}\n", "{\"a\":[X]}\n{\"b\":2}\n");
        assert_eq!(check("text\n{\"a\":1}\n{\"a\":[X]}\n", input, output), []);
        assert_eq!(check("{\"a\":[X]}\n{\"a\":[Y]}\n", input, output).len(), 1);
        assert_eq!(check("{\"b\":2}\n", input, output).len(), 1);
    }
}
