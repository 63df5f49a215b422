//! Splits an expression into tokens, each with its position.

use super::error::{CompileError, TextPlace};
use super::json::{self, ReadError};
use super::literal::{Literal, is_space};

/// A token of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// A name without quotes: a field, a function or a key.
    Identifier(String),
    /// A name in double quotes: a field or a key.
    Quoted(String),
    /// A value between backticks, or a raw string.
    Literal(Literal),
    /// An integer. Integers beyond 64 bits become the largest or the smallest.
    Number(i64),
    /// `[]`
    Flatten,
    /// `[?`
    Filter,
    /// Any other mark.
    Mark(Mark),
    /// The end of the expression.
    End,
}

/// A token without a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Dot,
    Star,
    OpenBracket,
    CloseBracket,
    OpenParenthesis,
    CloseParenthesis,
    OpenBrace,
    CloseBrace,
    Comma,
    Colon,
    Current,
    Pipe,
    Or,
    And,
    Reference,
    Not,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Mark {
    fn text(self) -> &'static str {
        match self {
            Self::Dot => ".",
            Self::Star => "*",
            Self::OpenBracket => "[",
            Self::CloseBracket => "]",
            Self::OpenParenthesis => "(",
            Self::CloseParenthesis => ")",
            Self::OpenBrace => "{",
            Self::CloseBrace => "}",
            Self::Comma => ",",
            Self::Colon => ":",
            Self::Current => "@",
            Self::Pipe => "|",
            Self::Or => "||",
            Self::And => "&&",
            Self::Reference => "&",
            Self::Not => "!",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }
}

impl Token {
    /// Returns the token as error messages show it.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Identifier(name) => format!("'{name}'"),
            Self::Quoted(name) => format!("\"{name}\""),
            Self::Literal(_) => "a literal".to_owned(),
            Self::Number(number) => format!("'{number}'"),
            Self::Flatten => "'[]'".to_owned(),
            Self::Filter => "'[?'".to_owned(),
            Self::Mark(mark) => format!("'{}'", mark.text()),
            Self::End => "the end".to_owned(),
        }
    }
}

/// Returns all tokens of an expression with their positions. The last token is the end.
pub(super) fn tokens(text: &str) -> Result<Vec<(Token, TextPlace)>, CompileError> {
    let mut lexer = Lexer { text, at: 0 };
    let mut tokens = Vec::new();
    loop {
        lexer.skip(|letter| matches!(letter, ' ' | '\t' | '\n' | '\r'));
        let place = TextPlace(lexer.at);
        let token = lexer.token()?;
        let is_end = token == Token::End;
        tokens.push((token, place));
        if is_end {
            return Ok(tokens);
        }
    }
}

struct Lexer<'t> {
    text: &'t str,
    /// The position in bytes.
    at: usize,
}

impl<'t> Lexer<'t> {
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

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.next();
        }
        found
    }

    /// Skips the characters that `belongs` accepts, and returns them.
    fn skip(&mut self, belongs: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let length = rest.find(|letter| !belongs(letter)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn token(&mut self) -> Result<Token, CompileError> {
        let start = self.at;
        let Some(letter) = self.next() else {
            return Ok(Token::End);
        };
        let mark = |mark| Ok(Token::Mark(mark));
        match letter {
            '.' => mark(Mark::Dot),
            '*' => mark(Mark::Star),
            ']' => mark(Mark::CloseBracket),
            ',' => mark(Mark::Comma),
            ':' => mark(Mark::Colon),
            '@' => mark(Mark::Current),
            '(' => mark(Mark::OpenParenthesis),
            ')' => mark(Mark::CloseParenthesis),
            '{' => mark(Mark::OpenBrace),
            '}' => mark(Mark::CloseBrace),
            '[' if self.eat(']') => Ok(Token::Flatten),
            '[' if self.eat('?') => Ok(Token::Filter),
            '[' => mark(Mark::OpenBracket),
            '|' if self.eat('|') => mark(Mark::Or),
            '|' => mark(Mark::Pipe),
            '&' if self.eat('&') => mark(Mark::And),
            '&' => mark(Mark::Reference),
            '<' if self.eat('=') => mark(Mark::LessOrEqual),
            '<' => mark(Mark::Less),
            '>' if self.eat('=') => mark(Mark::GreaterOrEqual),
            '>' => mark(Mark::Greater),
            '!' if self.eat('=') => mark(Mark::NotEqual),
            '!' => mark(Mark::Not),
            '=' if self.eat('=') => mark(Mark::Equal),
            '\'' => self.raw_string(start),
            '`' => self.literal(start),
            '"' => self.quoted(start),
            '-' | '0'..='9' => {
                let digits = self.skip(|letter| letter.is_ascii_digit());
                if letter == '-' && digits.is_empty() {
                    return Err(self.error(start, "'-' is not followed by digits"));
                }
                let saturated = if letter == '-' { i64::MIN } else { i64::MAX };
                let number = self.text[start..self.at].parse().unwrap_or(saturated);
                Ok(Token::Number(number))
            }
            'a'..='z' | 'A'..='Z' | '_' => {
                self.skip(|letter| letter.is_ascii_alphanumeric() || letter == '_');
                Ok(Token::Identifier(self.text[start..self.at].to_owned()))
            }
            '=' => Err(self.error(start, "'=' is no operator; '==' compares")),
            other => Err(self.error(start, format!("'{other}' is no token"))),
        }
    }

    fn error(&self, at: usize, message: impl Into<String>) -> CompileError {
        CompileError::new(self.text, TextPlace(at), message)
    }

    /// Reads up to the next delimiter. A backslash escapes the character after it.
    fn until(&mut self, delimiter: char, start: usize) -> Result<&'t str, CompileError> {
        let from = self.at;
        loop {
            let end = self.at;
            let letter = match self.next() {
                Some(letter) if letter == delimiter => return Ok(&self.text[from..end]),
                Some('\\') => self.next(),
                other => other,
            };
            if letter.is_none() {
                let message = format!("the closing {delimiter} is missing");
                return Err(self.error(start, message));
            }
        }
    }

    fn raw_string(&mut self, start: usize) -> Result<Token, CompileError> {
        let text = self.until('\'', start)?.replace("\\'", "'");
        Ok(Token::Literal(Literal::String(text)))
    }

    /// Reads JSON between backticks. Text that is not JSON is a string without quotes. In it,
    /// JSON's escapes apply, and white space at the start is dropped.
    fn literal(&mut self, start: usize) -> Result<Token, CompileError> {
        let text = self.until('`', start)?.replace("\\`", "`");
        let bare = || json::read(&format!("\"{}\"", text.trim_start_matches(is_space)));
        let found = match json::read(&text) {
            Err(error @ ReadError::Broken(_)) => bare().map_err(|_| error),
            found => found,
        };
        found
            .map(Token::Literal)
            .map_err(|error| self.error(start, format!("the literal is broken: {error}")))
    }

    fn quoted(&mut self, start: usize) -> Result<Token, CompileError> {
        self.until('"', start)?;
        match json::read(&self.text[start..self.at]) {
            Ok(Literal::String(name)) => Ok(Token::Quoted(name)),
            Ok(_) => Err(self.error(start, "the quoted name is broken")),
            Err(error) => Err(self.error(start, format!("the quoted name is broken: {error}"))),
        }
    }
}
