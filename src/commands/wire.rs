//! Decodes values that OpenStack's services write in several ways.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Reads `null` as the default, although the documentation requires a value.
pub(crate) fn null_as_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Reads a number. An empty text or `null` is zero (a flavor's swap).
pub(crate) fn null_or_empty_as_zero<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<u64, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Number(u64),
        Text(String),
        Null(()),
    }
    match Written::deserialize(deserializer)? {
        Written::Number(number) => Ok(number),
        Written::Text(text) if !text.is_empty() => text.parse().map_err(serde::de::Error::custom),
        Written::Text(_) | Written::Null(()) => Ok(0),
    }
}

/// Reads Cinder's booleans, which are the texts `"true"` and `"false"`.
pub(crate) fn text_as_bool<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Bool(bool),
        Text(String),
        Null(()),
    }
    Ok(match Written::deserialize(deserializer)? {
        Written::Bool(value) => value,
        Written::Text(text) => text.eq_ignore_ascii_case("true"),
        Written::Null(()) => false,
    })
}

/// A time from a service: in UTC, with or without a zone. An unreadable time is `None`, because it
/// is not worth losing a whole list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Time(pub(crate) Option<Timestamp>);

impl Time {
    /// Parses a time in RFC 3339, with or without a zone.
    pub(crate) fn parse(text: &str) -> Self {
        let time = text.parse::<Timestamp>().ok().or_else(|| {
            let local: DateTime = text.parse().ok()?;
            TimeZone::UTC.to_timestamp(local).ok()
        });
        Self(time)
    }

    /// Returns the time in RFC 3339, in UTC and in whole seconds, because the services store no
    /// more.
    pub(crate) fn text(self) -> Option<String> {
        let time = self.0?;
        let whole = Timestamp::from_second(time.as_second()).unwrap_or(time);
        Some(whole.to_string())
    }

    /// Returns the age in its largest unit: "3d", "5h".
    pub(crate) fn age(self, now: Timestamp) -> Option<String> {
        let seconds = now.duration_since(self.0?).as_secs().max(0);
        let (number, unit) = match seconds {
            0..60 => (seconds, "s"),
            60..3_600 => (seconds / 60, "m"),
            3_600..86_400 => (seconds / 3_600, "h"),
            _ => (seconds / 86_400, "d"),
        };
        Some(format!("{number}{unit}"))
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<String>::deserialize(deserializer)?
            .map_or_else(Self::default, |text| Self::parse(&text)))
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.text().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_and_without_a_zone() {
        let table = [
            ("2026-11-23T10:17:57Z", r#""2026-11-23T10:17:57Z""#),
            ("2026-11-23T10:18:01.000000", r#""2026-11-23T10:18:01Z""#),
            ("2026-11-23T12:17:57+02:00", r#""2026-11-23T10:17:57Z""#),
            ("yesterday", "null"),
        ];
        for (text, json) in table {
            assert_eq!(
                serde_json::to_string(&Time::parse(text)).unwrap(),
                json,
                "{text}"
            );
        }
    }

    #[test]
    fn ages_are_in_their_largest_unit() {
        let now: Timestamp = "2026-11-24T00:00:00Z".parse().unwrap();
        let age = |text| Time::parse(text).age(now);
        assert_eq!(age("2026-11-23T23:59:15Z").as_deref(), Some("45s"));
        assert_eq!(age("2026-11-23T23:01:00Z").as_deref(), Some("59m"));
        assert_eq!(age("2026-11-23T00:00:01Z").as_deref(), Some("23h"));
        assert_eq!(age("2025-11-24T00:00:00Z").as_deref(), Some("365d"));
        assert_eq!(age("2027-01-01T00:00:00Z").as_deref(), Some("0s"));
        assert_eq!(age("never"), None);
    }
}
