//! The grammar, with awscli's own rules for where a value ends.
//!
//! ```text
//! parameter = keyval *( "," keyval )
//! keyval    = key [ "@" ] "=" ( list / object / value *( "," value ) )
//! list      = "[" [ item *( "," item ) ] "]"
//! object    = "{" [ key [ "@" ] "=" item *( "," key [ "@" ] "=" item ) ] "}"
//! item      = list / object / value
//! value     = quoted / plain
//! ```
//!
//! A comma after a value begins another value, unless a key and "=" follow it. With "@=", a value
//! that names a file is replaced by the file's content.

use serde_json::{Map, Value};

use super::{DEEPEST, ParsedArgument, ReadFile, ShorthandError, is_space};

/// Reads an object in shorthand.
pub(super) fn parse(
    text: &str,
    read_file: &mut ReadFile<'_>,
) -> Result<ParsedArgument, ShorthandError> {
    let mut parser = Parser {
        letters: text.chars().collect(),
        index: 0,
        depth: 0,
        from_file: false,
        repeated: None,
        read_file,
    };
    let value = parser.parameter()?;
    Ok(ParsedArgument {
        value,
        repeated: parser.repeated,
    })
}

struct Parser<'a, 'b> {
    letters: Vec<char>,
    index: usize,
    /// The number of open lists and objects.
    depth: usize,
    /// Whether "@=" followed the last key.
    from_file: bool,
    repeated: Option<String>,
    read_file: &'a mut ReadFile<'b>,
}

impl Parser<'_, '_> {
    fn parameter(&mut self) -> Result<Value, ShorthandError> {
        let mut object = Map::new();
        loop {
            let key = self.key_and_sign()?;
            let value = self.values()?;
            if object.contains_key(&key) {
                return Err(ShorthandError::Repeated(key));
            }
            object.insert(key, value);
            if self.current().is_none() {
                return Ok(Value::Object(object));
            }
            self.expect_spaced(',')?;
        }
    }

    fn key_and_sign(&mut self) -> Result<String, ShorthandError> {
        let start = self.index;
        while self.current().is_some_and(is_key_letter) {
            self.index += 1;
        }
        let key = self.letters[start..self.index].iter().collect();
        self.skip_spaces();
        self.from_file = self.current() == Some('@');
        if self.from_file {
            self.index += 1;
        }
        self.expect_spaced('=')?;
        Ok(key)
    }

    fn values(&mut self) -> Result<Value, ShorthandError> {
        match self.current() {
            None => Ok(Value::String(String::new())),
            Some('[') => self.list(),
            Some('{') => self.object(),
            Some(_) => self.values_between_commas(),
        }
    }

    fn values_between_commas(&mut self) -> Result<Value, ShorthandError> {
        let first = self.value()?;
        self.skip_spaces();
        if self.current() != Some(',') {
            return Ok(Value::String(first));
        }
        self.expect_spaced(',')?;
        let mut all = vec![Value::String(first)];
        loop {
            match self.further_value() {
                Ok((value, last)) => {
                    all.push(Value::String(value));
                    if last {
                        break;
                    }
                }
                Err(error @ ShorthandError::File(_)) => return Err(error),
                Err(error) if self.current().is_none() => return Err(error),
                // The text here is the next key. Its comma may even be inside the text that was
                // just read.
                Err(_) => {
                    while self.current() != Some(',') {
                        self.index -= 1;
                    }
                    break;
                }
            }
        }
        if all.len() == 1 {
            Ok(all.remove(0))
        } else {
            Ok(Value::Array(all))
        }
    }

    /// Reads a value after a comma, and the comma that follows. Returns whether it is the last
    /// value.
    fn further_value(&mut self) -> Result<(String, bool), ShorthandError> {
        let value = match self.current() {
            Some(quote @ ('\'' | '"')) => self.quoted(quote)?,
            found => {
                let at = self.index + 1;
                let plain = self
                    .plain(is_further_letter)
                    .ok_or(ShorthandError::NoValue { found, at })?;
                self.finished(plain)?
            }
        };
        self.skip_spaces();
        if self.current().is_none() {
            return Ok((value, true));
        }
        self.expect_spaced(',')?;
        Ok((value, false))
    }

    fn list(&mut self) -> Result<Value, ShorthandError> {
        self.open('[')?;
        let mut items = Vec::new();
        while self.current() != Some(']') {
            items.push(self.item()?);
            self.end_item(']')?;
        }
        self.close();
        Ok(Value::Array(items))
    }

    fn object(&mut self) -> Result<Value, ShorthandError> {
        self.open('{')?;
        let mut object = Map::new();
        while self.current() != Some('}') {
            let key = self.key_and_sign()?;
            let value = self.item()?;
            self.end_item('}')?;
            if object.contains_key(&key) {
                self.repeated.get_or_insert_with(|| key.clone());
            }
            object.insert(key, value);
        }
        self.close();
        Ok(Value::Object(object))
    }

    fn open(&mut self, bracket: char) -> Result<(), ShorthandError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(ShorthandError::Deep);
        }
        self.expect_spaced(bracket)
    }

    fn close(&mut self) {
        self.depth -= 1;
        self.index += 1;
    }

    fn item(&mut self) -> Result<Value, ShorthandError> {
        match self.current() {
            Some('[') => self.list(),
            Some('{') => self.object(),
            _ => self.value().map(Value::String),
        }
    }

    /// Reads the comma after an item, unless the list or the object ends.
    fn end_item(&mut self, bracket: char) -> Result<(), ShorthandError> {
        self.skip_spaces();
        if self.current() != Some(bracket) {
            self.expect(',')?;
            self.skip_spaces();
        }
        Ok(())
    }

    /// Reads a value, which may be empty.
    fn value(&mut self) -> Result<String, ShorthandError> {
        if let Some(quote @ ('\'' | '"')) = self.current() {
            return self.quoted(quote);
        }
        let plain = self.plain(is_following_letter).unwrap_or_default();
        self.finished(plain)
    }

    /// Reads a value without quotes. `follows` accepts its characters from the second on. Returns
    /// `None` if no value can begin here.
    fn plain(&mut self, follows: fn(char) -> bool) -> Option<String> {
        let start = self.index;
        loop {
            let belongs = if self.index == start {
                is_first_letter
            } else {
                follows
            };
            match self.current() {
                Some('\\') if self.letters.get(self.index + 1) == Some(&',') => self.index += 2,
                Some(letter) if belongs(letter) => self.index += 1,
                _ => break,
            }
        }
        if self.index == start {
            return None;
        }
        let taken: String = self.letters[start..self.index].iter().collect();
        let value = taken.replace("\\,", ",");
        Some(value.trim_end_matches(is_space).to_owned())
    }

    fn quoted(&mut self, quote: char) -> Result<String, ShorthandError> {
        let start = self.index;
        let end = closing_quote(&self.letters, start, quote)
            .ok_or(ShorthandError::OpenQuote { at: start + 1 })?;
        self.index = end + 1;
        let inner: String = self.letters[start + 1..end].iter().collect();
        let plain = inner
            .replace(&format!("\\{quote}"), &quote.to_string())
            .replace("\\\\", "\\");
        self.finished(plain)
    }

    /// Returns the value, or the content of the file that it names.
    fn finished(&mut self, value: String) -> Result<String, ShorthandError> {
        if !self.from_file {
            return Ok(value);
        }
        let held = (self.read_file)(&value).map_err(ShorthandError::File)?;
        Ok(held.unwrap_or(value))
    }

    fn current(&self) -> Option<char> {
        self.letters.get(self.index).copied()
    }

    fn expect(&mut self, expected: char) -> Result<(), ShorthandError> {
        let found = self.current();
        if found != Some(expected) {
            let at = self.index + 1;
            return Err(ShorthandError::Expected {
                expected,
                found,
                at,
            });
        }
        self.index += 1;
        Ok(())
    }

    fn expect_spaced(&mut self, expected: char) -> Result<(), ShorthandError> {
        self.skip_spaces();
        self.expect(expected)?;
        self.skip_spaces();
        Ok(())
    }

    fn skip_spaces(&mut self) {
        let space = |letter| matches!(letter, ' ' | '\t'..='\r');
        while self.current().is_some_and(space) {
            self.index += 1;
        }
    }
}

/// Returns the position of the closing quote. A backslash escapes the quote after it. If no other
/// quote closes the value, the last escaped quote does.
fn closing_quote(letters: &[char], start: usize, quote: char) -> Option<usize> {
    let mut index = start + 1;
    let mut last_kept = None;
    while let Some(letter) = letters.get(index) {
        if *letter == quote {
            return Some(index);
        }
        if *letter == '\\' && letters.get(index + 1) == Some(&quote) {
            last_kept = Some(index + 1);
            index += 1;
        }
        index += 1;
    }
    last_kept
}

fn is_key_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-_.#/:".contains(letter)
}

/// Returns whether a value without quotes may hold a character: no quotes, commas or control
/// characters, and none above the first plane.
fn is_plain(letter: char) -> bool {
    matches!(letter, '!' | '#'..='&' | '('..='+' | '-'..='\u{ffff}')
}

fn is_first_letter(letter: char) -> bool {
    is_plain(letter) && !matches!(letter, '=' | '[' | '{')
}

fn is_following_letter(letter: char) -> bool {
    is_space(letter) || (is_plain(letter) && !matches!(letter, ']' | '}'))
}

fn is_further_letter(letter: char) -> bool {
    is_space(letter) || (is_plain(letter) && letter != '=')
}
