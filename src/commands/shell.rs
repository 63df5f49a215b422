//! Words as a POSIX shell reads them, for command lines that people copy. Nothing here runs one.

/// The word in quotes, where it needs any.
pub(crate) fn quote(word: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "_-./:@=+,".contains(letter);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// A whole command line.
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
