//! Reads JSON as Python's `json` module does, since jmespath.py reads literals with it. It has
//! integers of any size, `NaN` and `Infinity`, and no control characters inside strings.

use serde::ser::{Error as _, Serialize, Serializer};

use super::literal::Literal;
use super::number::{self, DIGITS_LIMIT};

/// The deepest nesting of lists and objects.
const DEPTH_LIMIT: usize = 100;

/// The reason why a text can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The text is not JSON.
    #[error("{0}")]
    Broken(String),
    /// The text may be JSON, but is nested too deep.
    #[error("it nests more than {DEPTH_LIMIT} levels deep")]
    TooDeep,
}

impl From<String> for ReadError {
    fn from(message: String) -> Self {
        Self::Broken(message)
    }
}

/// Reads one value, with only white space around it.
pub fn read(text: &str) -> Result<Literal, ReadError> {
    let mut reader = Reader { text, at: 0 };
    reader.skip_space();
    let value = reader.value(0)?;
    reader.skip_space();
    match reader.peek() {
        None => Ok(value),
        Some(letter) => Err(format!("'{letter}' follows its end").into()),
    }
}

/// Serializes the value itself. An integer beyond 128 bits can't be serialized.
impl Serialize for Literal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Int(number) => serializer.serialize_i64(*number),
            Self::Big(digits) => match digits.parse() {
                Ok(number) => serializer.serialize_i128(number),
                Err(error) => Err(S::Error::custom(error)),
            },
            Self::Float(float) => serializer.serialize_f64(*float),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(entries) => {
                serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}

impl Literal {
    /// Returns the number of levels of lists and objects.
    pub(super) fn depth(&self) -> usize {
        match self {
            Self::Array(items) => 1 + items.iter().map(Self::depth).max().unwrap_or(0),
            Self::Object(entries) => {
                let depths = entries.iter().map(|(_, value)| value.depth());
                1 + depths.max().unwrap_or(0)
            }
            _ => 0,
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += letter.len_utf8();
        Some(letter)
    }

    fn eat(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    fn skip_space(&mut self) {
        let trimmed = self.rest().trim_start_matches([' ', '\t', '\n', '\r']);
        self.at = self.text.len() - trimmed.len();
    }

    fn unexpected(&self, wanted: &str) -> String {
        match self.peek() {
            Some(letter) => format!("expected {wanted}, found '{letter}'"),
            None => format!("expected {wanted}, found the end"),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Literal, ReadError> {
        for (word, value) in [
            ("null", Literal::Null),
            ("true", Literal::Bool(true)),
            ("false", Literal::Bool(false)),
            ("NaN", Literal::Float(f64::NAN)),
            ("Infinity", Literal::Float(f64::INFINITY)),
            ("-Infinity", Literal::Float(f64::NEG_INFINITY)),
        ] {
            if self.eat(word) {
                return Ok(value);
            }
        }
        if depth >= DEPTH_LIMIT {
            return Err(ReadError::TooDeep);
        }
        match self.peek() {
            Some('"') => {
                self.next();
                Ok(Literal::String(self.string()?))
            }
            Some('[') => self.array(depth),
            Some('{') => self.object(depth),
            Some('-' | '0'..='9') => Ok(self.number()?),
            _ => Err(self.unexpected("a value").into()),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Literal, ReadError> {
        self.next();
        let mut items = Vec::new();
        self.skip_space();
        if self.eat("]") {
            return Ok(Literal::Array(items));
        }
        loop {
            self.skip_space();
            items.push(self.value(depth + 1)?);
            self.skip_space();
            if self.eat("]") {
                return Ok(Literal::Array(items));
            }
            if !self.eat(",") {
                return Err(self.unexpected("',' or ']'").into());
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Literal, ReadError> {
        self.next();
        let mut entries = Vec::new();
        let mut places = std::collections::HashMap::new();
        self.skip_space();
        if self.eat("}") {
            return Ok(Literal::Object(entries));
        }
        loop {
            self.skip_space();
            if !self.eat("\"") {
                return Err(self.unexpected("a key in double quotes").into());
            }
            let key = self.string()?;
            self.skip_space();
            if !self.eat(":") {
                return Err(self.unexpected("':'").into());
            }
            self.skip_space();
            let value = self.value(depth + 1)?;
            if let Some(&place) = places.get(&key) {
                let entry: &mut (String, Literal) = &mut entries[place];
                entry.1 = value;
            } else {
                places.insert(key.clone(), entries.len());
                entries.push((key, value));
            }
            self.skip_space();
            if self.eat("}") {
                return Ok(Literal::Object(entries));
            }
            if !self.eat(",") {
                return Err(self.unexpected("',' or '}'").into());
            }
        }
    }

    fn digits(&mut self) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|letter: char| !letter.is_ascii_digit());
        let digits = &rest[..end.unwrap_or(rest.len())];
        self.at += digits.len();
        digits
    }

    fn number(&mut self) -> Result<Literal, String> {
        let start = self.at;
        self.eat("-");
        if !self.eat("0") && self.digits().is_empty() {
            return Err(self.unexpected("a digit"));
        }
        let integer_end = self.at;
        for (mark, signs) in [(&["."][..], &[][..]), (&["e", "E"][..], &["+", "-"][..])] {
            let before = self.at;
            if mark.iter().any(|mark| self.eat(mark)) {
                let _ = signs.iter().any(|sign| self.eat(sign));
                if self.digits().is_empty() {
                    // The rest is not part of the number, and makes the JSON invalid.
                    self.at = before;
                    break;
                }
            }
        }
        let text = &self.text[start..self.at];
        if self.at > integer_end {
            return text.parse().map(Literal::Float).map_err(|_| {
                // Rust reads every float that JSON can hold.
                format!("'{text}' is no number")
            });
        }
        if text.len() > DIGITS_LIMIT {
            return Err(format!("it has more than {DIGITS_LIMIT} digits"));
        }
        Ok(number::integer(text))
    }

    /// Reads a string after its opening quote.
    fn string(&mut self) -> Result<String, String> {
        let mut text = String::new();
        loop {
            let rest = self.rest();
            let plain = rest.find(['"', '\\']).unwrap_or(rest.len());
            if rest[..plain].contains(|letter: char| u32::from(letter) < 0x20) {
                return Err("it has a control character inside a string".to_owned());
            }
            text.push_str(&rest[..plain]);
            self.at += plain;
            match self.next() {
                None => return Err("the closing \" is missing".to_owned()),
                Some('"') => return Ok(text),
                Some(_) => text.push(self.escape()?),
            }
        }
    }

    fn escape(&mut self) -> Result<char, String> {
        match self.next() {
            Some(letter @ ('"' | '\\' | '/')) => Ok(letter),
            Some('b') => Ok('\u{8}'),
            Some('f') => Ok('\u{c}'),
            Some('n') => Ok('\n'),
            Some('r') => Ok('\r'),
            Some('t') => Ok('\t'),
            Some('u') => self.unicode(),
            Some(other) => Err(format!("\\{other} is no escape")),
            None => Err("it ends inside an escape".to_owned()),
        }
    }

    fn unicode(&mut self) -> Result<char, String> {
        let first = self.code_unit()?;
        if (0xd800..0xdc00).contains(&first) && self.eat("\\u") {
            let second = self.code_unit()?;
            if (0xdc00..0xe000).contains(&second) {
                let code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                return char::from_u32(code).ok_or_else(|| half(first));
            }
            return Err(half(first));
        }
        char::from_u32(first).ok_or_else(|| half(first))
    }

    fn code_unit(&mut self) -> Result<u32, String> {
        let digits = self.rest().get(..4).filter(|digits| {
            let mut bytes = digits.bytes();
            bytes.all(|byte| byte.is_ascii_hexdigit())
        });
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        self.at += if code.is_some() { 4 } else { 0 };
        code.ok_or_else(|| "\\u is not followed by four hexadecimal digits".to_owned())
    }
}

/// Returns the error for half a surrogate pair. Python keeps it, and fails when it is printed.
fn half(code: u32) -> String {
    format!("\\u{code:04x} is half a character")
}
