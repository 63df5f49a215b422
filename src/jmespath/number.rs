//! Numbers as in Python: integers of any size and floats, and how both are read, compared and
//! written.

use std::cmp::Ordering;
use std::fmt::Write as _;

use num_bigint::BigInt;

use super::literal::{Literal, is_space};

/// A number.
#[derive(Clone, Copy, Debug)]
pub enum Number<'a> {
    /// An integer.
    Int(i64),
    /// An integer beyond 64 bits, in decimal digits.
    Big(&'a str),
    /// A float.
    Float(f64),
}

/// The most digits of an integer that Python reads or writes.
pub(super) const DIGITS_LIMIT: usize = 4300;

/// 2 to the power of 63, the first float beyond a 64-bit integer.
const BEYOND: f64 = 9_223_372_036_854_775_808.0;

/// Returns the integer with these decimal digits. A sign and leading zeros are allowed.
pub(super) fn integer(digits: &str) -> Literal {
    if let Ok(number) = digits.parse() {
        return Literal::Int(number);
    }
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", digits.trim_start_matches('+')),
    };
    let digits = digits.trim_start_matches('0');
    let text = format!("{sign}{digits}");
    text.parse().map_or(Literal::Big(text), Literal::Int)
}

/// Returns an integer as a literal, as a 64-bit integer if it fits.
pub(super) fn literal(number: &BigInt) -> Literal {
    integer(&number.to_string())
}

impl Number<'_> {
    /// Returns the number as Python prints it.
    pub fn text(self) -> String {
        match self {
            Self::Int(number) => number.to_string(),
            Self::Big(digits) => digits.to_owned(),
            Self::Float(float) => float_text(float),
        }
    }

    /// Compares two numbers, exactly even if their types differ. Returns none if either is NaN.
    pub(super) fn compare(self, other: Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Int(left), Self::Int(right)) => Some(left.cmp(&right)),
            (Self::Float(left), Self::Float(right)) => left.partial_cmp(&right),
            (Self::Float(left), right) => right.compare_float(left).map(Ordering::reverse),
            (left, Self::Float(right)) => left.compare_float(right),
            (left, right) => Some(left.big().cmp(&right.big())),
        }
    }

    fn compare_float(self, float: f64) -> Option<Ordering> {
        if float.is_nan() {
            return None;
        }
        if float.is_infinite() {
            return 0.0_f64.partial_cmp(&float);
        }
        let whole = whole(float.trunc());
        // If the integers are equal, the fraction decides.
        let fraction = 0.0_f64.partial_cmp(&float.fract())?;
        Some(self.big().cmp(&whole).then(fraction))
    }

    /// Returns the integer, or zero for a float.
    pub(super) fn big(self) -> BigInt {
        match self {
            Self::Int(number) => number.into(),
            Self::Big(digits) => digits.parse().unwrap_or_default(),
            Self::Float(_) => BigInt::default(),
        }
    }

    /// Returns the nearest float, which may be infinite.
    pub(super) fn float(self) -> f64 {
        match self {
            #[expect(
                clippy::cast_precision_loss,
                reason = "the nearest float is the result"
            )]
            Self::Int(number) => number as f64,
            Self::Big(digits) => digits.parse().unwrap_or(f64::NAN),
            Self::Float(float) => float,
        }
    }
}

/// Converts a float without a fraction to an integer.
pub(super) fn whole(float: f64) -> BigInt {
    if float.abs() < BEYOND {
        #[expect(clippy::cast_possible_truncation, reason = "it is whole and in range")]
        return BigInt::from(float as i64);
    }
    // Rust writes all digits of a float.
    format!("{float:.0}").parse().unwrap_or_default()
}

/// Returns the nearest float to `total / count`, or none if there is none.
pub(super) fn quotient(total: &BigInt, count: usize) -> Option<f64> {
    const EXACT: i64 = 1 << 53;
    /// More bits of the quotient than a float holds. So the remainder only has to mark the quotient
    /// as inexact.
    const BITS: u32 = 64;
    let count_float = Number::Int(i64::try_from(count).ok()?).float();
    if let Ok(small) = i64::try_from(total.clone())
        && (-EXACT..=EXACT).contains(&small)
    {
        return Some(Number::Int(small).float() / count_float);
    }
    let scaled: BigInt = total << BITS;
    let divisor = BigInt::from(count);
    let mut quotient: BigInt = &scaled / &divisor;
    let is_exact = &quotient * &divisor == scaled;
    quotient <<= 1;
    if !is_exact {
        // Marks the quotient as inexact, away from zero.
        quotient += if *total < BigInt::default() { -1 } else { 1 };
    }
    let float: f64 = quotient.to_string().parse().ok()?;
    let result = float / 2_f64.powi(65);
    // An integer that is too large for a float may have a quotient that is not.
    let result = if float.is_finite() {
        result
    } else {
        (total / &divisor).to_string().parse().ok()?
    };
    result.is_finite().then_some(result)
}

/// Returns a float as Python's `repr` writes it: the fewest digits that read back as the same
/// float, always with a point or an exponent.
pub fn float_text(float: f64) -> String {
    if float.is_nan() {
        return "nan".to_owned();
    }
    if float.is_infinite() {
        return if float > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let scientific = format!("{float:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    if (-4..16).contains(&exponent) {
        let fixed = format!("{float}");
        return if fixed.contains('.') {
            fixed
        } else {
            fixed + ".0"
        };
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

/// The zeros of Unicode's decimal digits beyond ASCII. Nine more digits follow each zero.
const ZEROS: [u32; 65] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x1_04a0, 0x1_0d30, 0x1_1066, 0x1_10f0, 0x1_1136, 0x1_11d0, 0x1_12f0, 0x1_1450, 0x1_14d0,
    0x1_1650, 0x1_16c0, 0x1_1730, 0x1_18e0, 0x1_1950, 0x1_1c50, 0x1_1d50, 0x1_1da0, 0x1_6a60,
    0x1_6ac0, 0x1_6b50, 0x1_d7ce, 0x1_d7d8, 0x1_d7e2, 0x1_d7ec, 0x1_d7f6, 0x1_e140, 0x1_e2f0,
    0x1_e950, 0x1_fbf0,
];

/// Reads a text as Python's `int` does, then as `float` does. Returns none if it is not a number.
pub(super) fn read(text: &str) -> Option<Literal> {
    let text = ascii(text)?;
    let text = text.trim_matches(|letter| matches!(letter, '\t'..='\r' | ' '));
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_grouped = |text: &str| {
        let letters = text.as_bytes();
        text.bytes().enumerate().all(|(index, letter)| {
            let is_digit = |at: usize| letters.get(at).is_some_and(u8::is_ascii_digit);
            letter != b'_' || (index > 0 && is_digit(index - 1) && is_digit(index + 1))
        })
    };
    if !is_grouped(digits) {
        return None;
    }
    let plain = text.replace('_', "");
    let digits = plain.strip_prefix(['+', '-']).unwrap_or(&plain);
    let is_integer = !digits.is_empty() && digits.bytes().all(|letter| letter.is_ascii_digit());
    if is_integer && digits.len() <= DIGITS_LIMIT {
        return Some(integer(&plain));
    }
    plain.parse().ok().map(Literal::Float)
}

/// Converts decimal digits and white space to ASCII. Returns none if the text has other characters
/// beyond ASCII.
fn ascii(text: &str) -> Option<String> {
    if text.is_ascii() {
        return Some(text.to_owned());
    }
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() && !matches!(letter, '\u{1c}'..='\u{1f}') {
            plain.push(letter);
        } else if is_space(letter) {
            plain.push(' ');
        } else {
            let code = u32::from(letter);
            let zero = ZEROS.iter().rev().find(|&&zero| zero <= code)?;
            let digit = code - zero;
            if digit > 9 {
                return None;
            }
            // Writing to a String never fails.
            let _ = write!(plain, "{digit}");
        }
    }
    Some(plain)
}
