//! Whether to use colours, and the terminal colour of each tone.

use std::str::FromStr;

use super::cell::Tone;

/// When to use colours: the values of `--color`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// On a terminal that supports colours, unless the user's environment turns them off.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// A word that `--color` does not accept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no choice of colour: it is one of auto, always, never")]
pub struct UnknownWhen(String);

impl FromStr for When {
    type Err = UnknownWhen;

    /// Reads the value of `--color`. Also accepts AWS's words `on` and `off`.
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word {
            "auto" => Ok(Self::Auto),
            "always" | "on" => Ok(Self::Always),
            "never" | "off" => Ok(Self::Never),
            _ => Err(UnknownWhen(word.to_owned())),
        }
    }
}

impl When {
    /// Returns whether to colour a stream. `no_color` is whether `NO_COLOR` is set, `term` is the
    /// variable `TERM`, and `terminal` is whether the stream goes to a terminal. The flag wins over
    /// the environment: with [`When::Always`] nothing else matters.
    pub fn decide(self, no_color: bool, term: Option<&str>, terminal: bool) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => terminal && !no_color && term != Some("dumb"),
        }
    }
}

/// Appends `text`, in the colour of its tone if `color` is on.
pub fn paint(out: &mut String, tone: Tone, color: bool, text: &str) {
    let code = match tone {
        Tone::Good => "32",
        Tone::Busy => "33",
        Tone::Bad => "31",
        Tone::Quiet => "2",
        Tone::Heading => "1",
        Tone::Plain => "",
    };
    if !color || code.is_empty() || text.is_empty() {
        out.push_str(text);
        return;
    }
    out.push_str("\x1b[");
    out.push_str(code);
    out.push('m');
    out.push_str(text);
    out.push_str("\x1b[0m");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_is_for_terminals_that_can_and_users_who_want_it() {
        let cases = [
            (When::Auto, false, Some("xterm"), true, true),
            (When::Auto, false, None, true, true),
            (When::Auto, true, Some("xterm"), true, false),
            (When::Auto, false, Some("dumb"), true, false),
            (When::Auto, false, Some("xterm"), false, false),
            (When::Always, true, Some("dumb"), false, true),
            (When::Never, false, Some("xterm"), true, false),
        ];
        for (when, no_color, term, terminal, expected) in cases {
            assert_eq!(
                when.decide(no_color, term, terminal),
                expected,
                "{when:?} {no_color} {term:?} {terminal}"
            );
        }
    }

    #[test]
    fn the_words_of_the_flag() {
        assert_eq!("auto".parse(), Ok(When::Auto));
        assert_eq!("always".parse(), Ok(When::Always));
        assert_eq!("off".parse(), Ok(When::Never));
        assert!("red".parse::<When>().is_err());
    }

    #[test]
    fn paint_closes_what_it_opens_and_stays_away_when_off() {
        let mut out = String::new();
        paint(&mut out, Tone::Bad, true, "error");
        paint(&mut out, Tone::Bad, false, " error");
        paint(&mut out, Tone::Plain, true, " plain");
        assert_eq!(out, "\x1b[31merror\x1b[0m error plain");
    }
}
