//! Limits on the size and the duration of a response.
//!
//! A read time-out is not enough: one byte every half second never exceeds it. A length in the head
//! is not enough either: 10 MB of gzip can hold 10 GB.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use tokio::time::{Instant, timeout_at};

/// The deepest nesting of objects and arrays that is read: `serde_json` reads them by recursion.
pub(super) const JSON_DEPTH: usize = 127;

/// The limits for one response.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// The most bytes of a successful response's body, after decompression.
    body: usize,
    /// The most bytes of any other body. The rest is not read: the beginning says enough.
    refusal: usize,
    /// The slowest average, in bytes per second, that is accepted.
    slowest: u64,
    /// The longest time for a whole body, unless `--read-timeout` asks for more.
    longest: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            // A page of 1,000 servers is about 3 MB.
            body: 64 * MIB,
            refusal: MIB,
            slowest: 4 * 1024,
            longest: Duration::from_mins(15),
        }
    }
}

const MIB: usize = 1024 * 1024;

impl Bounds {
    /// Returns how long the whole body may take, from the response's head on, after this many
    /// bytes: two read time-outs, and the time that the slowest link needs for these bytes.
    fn allowance(&self, read_timeout: Duration, received: usize) -> Duration {
        let earned = Duration::from_secs(received as u64 / self.slowest.max(1));
        let base = read_timeout.saturating_mul(2);
        base.saturating_add(earned).min(self.longest.max(base))
    }

    /// Reads the body of a response with this status, piece by piece, so that it never keeps more
    /// than the limit. Without a read time-out, there is no limit on the time.
    pub(super) async fn read<E>(
        &self,
        status: u16,
        read_timeout: Option<Duration>,
        mut next_piece: impl AsyncFnMut() -> Result<Option<Bytes>, E>,
    ) -> Result<Bytes, Stopped<E>> {
        let start = Instant::now();
        let mut body = self.collect(status);
        loop {
            let allowance = read_timeout.map(|timeout| self.allowance(timeout, body.bytes.len()));
            let end = allowance.and_then(|allowance| start.checked_add(allowance));
            let piece = match end {
                Some(end) => timeout_at(end, next_piece())
                    .await
                    .map_err(|_| Stopped::TooSlow {
                        received: body.bytes.len(),
                        within: end - start,
                    })?,
                None => next_piece().await,
            };
            let Some(piece) = piece.map_err(Stopped::Failed)? else {
                break;
            };
            match body.add(&piece) {
                Next::More => {}
                Next::Enough => break,
                Next::TooLarge => return Err(Stopped::TooLarge { limit: body.limit }),
            }
        }
        Ok(body.bytes.freeze())
    }

    fn collect(&self, status: u16) -> Collected {
        let refusal = !(200..300).contains(&status);
        Collected {
            bytes: BytesMut::new(),
            limit: if refusal { self.refusal } else { self.body },
            refusal,
        }
    }
}

/// The reason why a body was not read to its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stopped<E> {
    /// Only this many bytes came within this time.
    TooSlow { received: usize, within: Duration },
    /// The body has more bytes than this.
    TooLarge { limit: usize },
    /// The next piece could not be read.
    Failed(E),
}

/// The part of a body that was received.
#[derive(Debug)]
struct Collected {
    bytes: BytesMut,
    limit: usize,
    refusal: bool,
}

/// Whether to read more of a body.
#[derive(Debug, PartialEq, Eq)]
enum Next {
    /// Read on.
    More,
    /// The part that was received is enough.
    Enough,
    /// The body is larger than allowed.
    TooLarge,
}

impl Collected {
    fn add(&mut self, piece: &[u8]) -> Next {
        let room = self.limit - self.bytes.len();
        if piece.len() <= room {
            self.bytes.extend_from_slice(piece);
            return Next::More;
        }
        if self.refusal {
            self.bytes.extend_from_slice(&piece[..room]);
            Next::Enough
        } else {
            Next::TooLarge
        }
    }
}

/// Returns a number of bytes in words.
pub(super) fn size(bytes: usize) -> String {
    match bytes {
        _ if bytes >= MIB => format!("{} MiB", bytes / MIB),
        _ if bytes >= 1024 => format!("{} KiB", bytes / 1024),
        1 => "1 byte".to_owned(),
        _ => format!("{bytes} bytes"),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Returns bounds that a test can reach.
    pub(in super::super) fn small() -> Bounds {
        Bounds {
            body: 4 * 1024,
            refusal: 1024,
            ..Bounds::default()
        }
    }

    #[test]
    fn an_answer_earns_time_with_its_bytes() {
        let minute = Duration::from_mins(1);
        let table = [
            // No bytes, or very few.
            (minute, 0, 120),
            (minute, 240, 120),
            // A page over a slow link.
            (minute, 4096, 121),
            (minute, 3 * MIB, 120 + 768),
            // The most that any response gets.
            (minute, 64 * MIB, 15 * 60),
            (Duration::from_secs(1), 0, 2),
            (Duration::from_secs(1), 3 * MIB, 770),
            // A longer read time-out extends the limit.
            (Duration::from_hours(1), 0, 7200),
            (Duration::from_hours(1), MIB, 7200),
        ];
        for (read_timeout, received, seconds) in table {
            assert_eq!(
                Bounds::default().allowance(read_timeout, received),
                Duration::from_secs(seconds),
                "{read_timeout:?} {received}"
            );
        }
        assert_eq!(
            Bounds::default().allowance(Duration::MAX, usize::MAX),
            Duration::MAX
        );
    }

    #[test]
    fn a_body_is_bounded_by_what_it_is() {
        let piece = [b'x'; 600];
        // Status, pieces, result of the last piece, bytes kept.
        let table = [
            (200, 1, Next::More, 600),
            (200, 6, Next::More, 3600),
            (200, 7, Next::TooLarge, 3600),
            (503, 1, Next::More, 600),
            (503, 2, Next::Enough, 1024),
            (300, 2, Next::Enough, 1024),
        ];
        for (status, pieces, next, kept) in table {
            let mut collected = small().collect(status);
            let last = (0..pieces).map(|_| collected.add(&piece)).last();
            assert_eq!(last, Some(next), "{status} {pieces}");
            assert_eq!(collected.bytes.len(), kept, "{status} {pieces}");
        }
        assert_eq!(Bounds::default().collect(200).limit, 64 * MIB);
        assert_eq!(Bounds::default().collect(404).limit, MIB);
    }

    /// Reads a body in pieces of this size, each after a pause.
    async fn drip(
        status: u16,
        read_timeout: Option<Duration>,
        piece: usize,
        pause: Duration,
        mut pieces: usize,
    ) -> Result<usize, Stopped<()>> {
        let next = async || {
            if pieces == 0 {
                return Ok(None);
            }
            pieces -= 1;
            tokio::time::sleep(pause).await;
            Ok(Some(Bytes::from(vec![b'x'; piece])))
        };
        let body = small().read(status, read_timeout, next).await;
        body.map(|body| body.len())
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_drips_ends_with_an_error() {
        let (minute, half) = (Duration::from_mins(1), Duration::from_millis(500));
        let slow = Stopped::TooSlow {
            received: 240,
            within: Duration::from_mins(2),
        };
        assert_eq!(drip(200, Some(minute), 1, half, 4000).await, Err(slow));
        // Without a read time-out, the time has no limit.
        assert_eq!(drip(200, None, 1, half, 4000).await, Ok(4000));
        assert_eq!(drip(200, Some(minute), 1000, half, 4).await, Ok(4000));
        let large = Stopped::TooLarge { limit: 4096 };
        assert_eq!(drip(200, Some(minute), 1000, half, 5).await, Err(large));
        assert_eq!(drip(500, Some(minute), 1000, half, 5).await, Ok(1024));
        let start = Instant::now();
        assert_eq!(drip(500, Some(minute), 1000, half, 500).await, Ok(1024));
        assert_eq!(start.elapsed(), Duration::from_secs(1));
    }

    #[test]
    fn sizes_are_told_in_the_largest_unit() {
        for (bytes, text) in [
            (0, "0 bytes"),
            (1, "1 byte"),
            (1023, "1023 bytes"),
            (1024, "1 KiB"),
            (64 * MIB + 1, "64 MiB"),
        ] {
            assert_eq!(size(bytes), text);
        }
    }
}
