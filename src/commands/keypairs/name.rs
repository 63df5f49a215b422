//! The names that a key pair may have. These are Nova's own rules, checked before a request is sent
//! (<https://docs.openstack.org/api-ref/compute/#import-or-create-keypair>).

use crate::error::CommandError;

/// The longest name, in characters.
const LONGEST: usize = 255;

/// The Nova version that a name needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameKind {
    /// Every Nova accepts it.
    Plain,
    /// It contains `@` or `.`, which Nova accepts from 2.92 on. There it no longer creates keys.
    Newer,
}

/// Checks whether Nova would accept the name for a new key pair.
pub(super) fn check(name: &str) -> Result<NameKind, CommandError> {
    let refuse = |why: String| {
        Err(
            CommandError::usage(format!("'{name}' is no name for a key pair: {why}")).hint(
                "a name holds letters and digits of ASCII, spaces inside, '_', '-', and on newer \
                 clouds '.' and '@'",
            ),
        )
    };
    let length = name.chars().count();
    if length == 0 || length > LONGEST {
        return refuse(format!(
            "it has {length} characters; 1 to {LONGEST} are allowed"
        ));
    }
    let fits = |letter: char| letter.is_ascii_alphanumeric() || " _-@.".contains(letter);
    if let Some(letter) = name.chars().find(|letter| !fits(*letter)) {
        return refuse(format!("Nova takes no {}", shown(letter)));
    }
    if name.trim() != name {
        return refuse("it begins or ends with a space".to_owned());
    }
    if matches!(name, "." | "..") {
        return refuse("it would be a folder in the path that it is asked for by".to_owned());
    }
    Ok(if name.contains(['@', '.']) {
        NameKind::Newer
    } else {
        NameKind::Plain
    })
}

fn shown(letter: char) -> String {
    if letter.is_control() {
        format!("control character (U+{:04X})", u32::from(letter))
    } else {
        format!("'{letter}'")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn novas_rules_are_known() {
        for name in ["a", "my key", "a_b-c", "-x", &"k".repeat(255)] {
            assert_eq!(check(name).unwrap(), NameKind::Plain, "{name}");
        }
        for name in ["me@host", "a.b", "...", ".hidden"] {
            assert_eq!(check(name).unwrap(), NameKind::Newer, "{name}");
        }
        let table = [
            ("", "0 characters"),
            (&"k".repeat(256), "256 characters"),
            (" a", "begins or ends with a space"),
            ("a ", "begins or ends with a space"),
            ("a/b", "Nova takes no '/'"),
            ("a%2Fb", "Nova takes no '%'"),
            ("schlüssel", "Nova takes no 'ü'"),
            ("a\nb", "control character (U+000A)"),
            ("..", "folder"),
        ];
        for (name, why) in table {
            let error = check(name).unwrap_err();
            assert!(error.message.contains(why), "{name}: {}", error.message);
        }
    }
}
