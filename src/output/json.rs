//! JSON as AWS's command line prints it: four spaces, characters as they are, a newline at the end.

use std::io;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{Formatter, PrettyFormatter};

use super::sanitize::json_for_terminal;
use crate::jmespath::float_text;

/// Renders a value as indented JSON on several lines.
pub(super) fn pretty<T: Serialize + ?Sized>(
    value: &T,
    terminal: bool,
) -> serde_json::Result<Vec<u8>> {
    let mut out = Vec::with_capacity(4096);
    let formatter = Pretty(PrettyFormatter::with_indent(b"    "));
    value.serialize(&mut Serializer::with_formatter(&mut out, formatter))?;
    if terminal {
        let text = String::from_utf8_lossy(&out);
        out = json_for_terminal(&text).into_owned().into_bytes();
    }
    out.push(b'\n');
    Ok(out)
}

/// Returns finished JSON with a line end. For a terminal, unsafe characters are escaped.
pub(super) fn finished(mut json: String, terminal: bool) -> String {
    if terminal {
        json = json_for_terminal(&json).into_owned();
    }
    json.push('\n');
    json
}

/// A formatter for indented JSON, with floats as Python writes them.
struct Pretty(PrettyFormatter<'static>);

macro_rules! laid_out {
    ($($method:ident $(($argument:ident: $type:ty))?),*) => {
        $(fn $method<W: ?Sized + io::Write>(
            &mut self,
            writer: &mut W,
            $($argument: $type)?
        ) -> io::Result<()> {
            self.0.$method(writer, $($argument)?)
        })*
    };
}

impl Formatter for Pretty {
    laid_out!(
        begin_array, end_array, begin_array_value(first: bool), end_array_value,
        begin_object, end_object, begin_object_key(first: bool), begin_object_value,
        end_object_value
    );

    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(float_text(value).as_bytes())
    }
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
