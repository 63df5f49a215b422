//! JSON as AWS's command line prints it: four spaces, characters as they are, a newline at the end.

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::PrettyFormatter;

use super::sanitize::json_for_terminal;

/// Renders over several lines, indented.
pub(super) fn pretty<T: Serialize + ?Sized>(
    value: &T,
    terminal: bool,
) -> serde_json::Result<Vec<u8>> {
    let mut out = Vec::with_capacity(4096);
    let formatter = PrettyFormatter::with_indent(b"    ");
    value.serialize(&mut Serializer::with_formatter(&mut out, formatter))?;
    if terminal {
        let text = String::from_utf8_lossy(&out);
        out = json_for_terminal(&text).into_owned().into_bytes();
    }
    out.push(b'\n');
    Ok(out)
}

/// Renders on one line.
pub(super) fn line<T: Serialize + ?Sized>(
    value: &T,
    terminal: bool,
) -> serde_json::Result<Vec<u8>> {
    let mut out = serde_json::to_string(value)?;
    if terminal {
        out = json_for_terminal(&out).into_owned();
    }
    out.push('\n');
    Ok(out.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn text(value: &serde_json::Value, terminal: bool) -> String {
        String::from_utf8(pretty(value, terminal).unwrap()).unwrap()
    }

    #[test]
    fn four_spaces_and_characters_as_they_are() {
        assert_eq!(
            text(&json!({"Name": "日本", "Tags": [], "Labels": ["a"]}), false),
            "{\n    \"Name\": \"日本\",\n    \"Tags\": [],\n    \"Labels\": [\n        \"a\"\n    ]\n}\n"
        );
    }

    #[test]
    fn a_terminal_gets_escapes_and_a_pipe_the_bytes() {
        let name = json!("\u{9b}\u{202e}\x7f\u{e0041}");
        assert_eq!(
            text(&name, true),
            "\"\\u009b\\u202e\\u007f\\udb40\\udc41\"\n"
        );
        assert_eq!(text(&name, false), "\"\u{9b}\u{202e}\x7f\u{e0041}\"\n");
    }
}
