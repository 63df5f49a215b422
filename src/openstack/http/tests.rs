use super::*;
use reqwest::header::CONNECTION;
use std::io::Write as _;

#[test]
fn credentials_in_a_url_are_not_shown() {
    let url = Url::parse("https://user:pw@keystone:5000/v3").unwrap();
    assert_eq!(shown(&url), "https://keystone:5000/v3");
    assert_eq!(origin(&url), "https://keystone:5000");
}

#[test]
fn only_reads_follow_redirects() {
    let url = Url::parse("http://keystone/identity").unwrap();
    let headers = HeaderMap::from_iter([(
        HeaderName::from_static("location"),
        HeaderValue::from_static("/identity/v3/"),
    )]);
    let target = |method| redirect_target(&method, &url, 302, &headers).map(String::from);
    assert_eq!(
        target(Method::GET),
        Some("http://keystone/identity/v3/".to_owned())
    );
    assert_eq!(target(Method::POST), None);
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn whole(head: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!("HTTP/1.1 {head}\r\nContent-Length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

type Case = (&'static str, Vec<u8>, Result<usize, TransportKind>);

/// Responses, with the body's length or the failure.
fn answers() -> Vec<Case> {
    use TransportKind::{Cut, Garbled, TooLarge};
    let raw = |text: &str| text.as_bytes().to_vec();
    let encoded =
        |name: &str, body: &[u8]| whole(&format!("200 OK\r\nContent-Encoding: {name}"), body);
    let chunked = |text: &str| {
        raw(&format!(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{text}"
        ))
    };
    let zipped = gzip(&[b'x'; 4096]);
    let bomb = gzip(&vec![0; 1024 * 1024]);
    assert!(bomb.len() < 4096);
    let headers = |count| {
        raw(&format!(
            "HTTP/1.1 204 No\r\n{}\r\n",
            "X-More: 1\r\n".repeat(count)
        ))
    };
    vec![
        ("length", whole("200 OK", b"four"), Ok(4)),
        ("at the limit", whole("200 OK", &[b'x'; 4096]), Ok(4096)),
        ("beyond it", whole("200 OK", &[b'x'; 4097]), Err(TooLarge)),
        ("gzip at the limit", encoded("gzip", &zipped), Ok(4096)),
        ("gzip bomb", encoded("gzip", &bomb), Err(TooLarge)),
        (
            "gzip cut",
            encoded("gzip", &zipped[..zipped.len() / 2]),
            Err(Cut),
        ),
        (
            "gzip that is none",
            encoded("gzip", b"{\"servers\": []}"),
            Err(Garbled),
        ),
        ("br", encoded("br", b"x"), Err(Garbled)),
        ("deflate", encoded("deflate", b"x"), Err(Garbled)),
        ("identity", encoded("identity", b"x"), Ok(1)),
        (
            "a refusal in br",
            whole("503 No\r\nContent-Encoding: br", b"x"),
            Ok(0),
        ),
        ("a long refusal", whole("503 No", &[b'x'; 4097]), Ok(1024)),
        ("gzip of nothing", encoded("gzip", b""), Ok(0)),
        ("br of nothing", encoded("br", b""), Ok(0)),
        ("chunks", chunked("4\r\nfour\r\n0\r\n\r\n"), Ok(4)),
        ("chunks cut", chunked("4\r\nfour\r\n"), Err(Cut)),
        ("chunks that are none", chunked("four\r\n"), Err(Garbled)),
        (
            "too short",
            raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour"),
            Err(Cut),
        ),
        ("nothing", Vec::new(), Err(Cut)),
        (
            "no length",
            raw("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nfour"),
            Ok(4),
        ),
        (
            "a bad length",
            raw("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"),
            Err(Garbled),
        ),
        ("no HTTP", raw("SSH-2.0-OpenSSH_9.9\r\n"), Err(Garbled)),
        (
            "a bad status",
            raw("HTTP/1.1 9999 What\r\n\r\n"),
            Err(Garbled),
        ),
        ("headers", headers(100), Ok(0)),
        ("many headers", headers(101), Err(TooLarge)),
        (
            "a long header",
            raw(&format!(
                "HTTP/1.1 204 No\r\nX-Long: {}",
                "x".repeat(2_000_000)
            )),
            Err(TooLarge),
        ),
    ]
}

#[tokio::test]
async fn an_answer_is_whole_or_told_for_what_it_is() {
    let table = answers();
    let http = Http {
        bounds: bounds::tests::small(),
        ..Http::new(HttpSettings::default())
    };
    let url = answering(table.iter().map(|(_, answer, _)| answer.clone()).collect());
    for (name, _, expected) in table {
        let request = HttpRequest {
            method: Method::GET,
            url: url.clone(),
            headers: HeaderMap::from_iter([(CONNECTION, HeaderValue::from_static("close"))]),
            body: None,
        };
        let outcome = http.send(&request).await;
        let seen = outcome
            .as_ref()
            .map(|answer| answer.body.len())
            .map_err(|failure| failure.kind);
        assert_eq!(seen, expected, "{name}");
    }
}

#[test]
fn a_broken_certificate_is_refused_before_anything_is_sent() {
    let settings = HttpSettings {
        ca_bundle: Some(b"no certificate".to_vec()),
        ..HttpSettings::default()
    };
    assert_eq!(settings.check().unwrap_err().setting, "cacert");
}
