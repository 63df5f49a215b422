//! Quotes words for a POSIX shell, for command lines that users copy. No shell is run here.

/// Returns the word, in quotes if it needs them.
pub(crate) fn quote(word: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "_-./:@=+,".contains(letter);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// Returns an option and its value as two words, or as one word if the value looks like an option.
pub(crate) fn option(flag: &str, value: &str) -> Vec<String> {
    if value.starts_with('-') {
        vec![format!("{flag}={value}")]
    } else {
        vec![flag.to_owned(), value.to_owned()]
    }
}

/// Returns a whole command line.
pub(crate) fn line<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(quote).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_shell_would_read_otherwise_is_quoted() {
        assert_eq!(
            line(["ssh", "-l", "a b", "it's", "", "$(id)", "k=v"]),
            r"ssh -l 'a b' 'it'\''s' '' '$(id)' k=v"
        );
    }
}
