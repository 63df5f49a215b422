//! A test against a simulated OpenStack. Run it with `cargo run --example in_a_test`.
//!
//! The client here is a few lines over a socket, so that the example needs no other crate. Use the
//! client that you test in its place.

use std::error::Error;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use ostk_sandbox::{Clock, RunningSandbox, Sandbox, Settings};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    run()
}

/// Makes a server, and waits for it by moving the clock.
///
/// # Panics
///
/// Panics where the cloud does not do what the example says.
pub fn run() -> Result<(), Box<dyn Error>> {
    // A clock that only this program moves.
    let start = "2026-01-01T00:00:00Z".parse()?;
    let cloud = Sandbox::start_with(Settings::new(Clock::manual(start)))?;
    let token = log_in(&cloud)?;

    let (_, flavors) = send(cloud.address(), "GET /compute/v2.1/flavors", &token, None)?;
    let (_, images) = send(cloud.address(), "GET /image/v2/images", &token, None)?;
    let server = json!({ "server": {
        "name": "example",
        "flavorRef": flavors["flavors"][0]["id"],
        "imageRef": images["images"][0]["id"],
    } });

    // The first create fails, as if a proxy had answered.
    cloud.sandbox().add_fault("POST /servers: 503 x1".parse()?);
    let create = "POST /compute/v2.1/servers";
    let (status, _) = send(cloud.address(), create, &token, Some(&server))?;
    assert_eq!(status, 503);
    let (status, created) = send(cloud.address(), create, &token, Some(&server))?;
    assert_eq!(status, 202);

    // Nothing happens until the clock is moved.
    let id = created["server"]["id"].as_str().ok_or("no ID")?;
    let show = format!("GET /compute/v2.1/servers/{id}");
    let status_of = || -> Result<Value, Box<dyn Error>> {
        let (_, shown) = send(cloud.address(), &show, &token, None)?;
        Ok(shown["server"]["status"].clone())
    };
    assert_eq!(status_of()?, "BUILD");
    // Each step is carried out by the next request.
    while status_of()? == "BUILD" {
        assert!(cloud.sandbox().step()?, "nothing is left to happen");
    }
    assert_eq!(status_of()?, "ACTIVE");

    assert!(cloud.sandbox().take_unknown_routes().is_empty());
    Ok(())
}

fn log_in(cloud: &RunningSandbox) -> Result<String, Box<dyn Error>> {
    let own = cloud.credentials();
    let body = json!({ "auth": {
        "identity": { "methods": ["password"], "password": { "user": {
            "name": own.username, "password": own.password,
            "domain": { "name": own.user_domain_name } } } },
        "scope": { "project": {
            "name": own.project_name, "domain": { "name": own.project_domain_name } } },
    } });
    let head = exchange(
        cloud.address(),
        "POST /identity/v3/auth/tokens",
        "",
        Some(&body),
    )?;
    let token = head.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("x-subject-token")
            .then_some(value)
    });
    Ok(token.ok_or("no token")?.to_owned())
}

/// Sends a request, and returns the status and the JSON of the response.
fn send(
    address: SocketAddr,
    line: &str,
    token: &str,
    body: Option<&Value>,
) -> Result<(u16, Value), Box<dyn Error>> {
    let response = exchange(address, line, token, body)?;
    let (head, body) = response.split_once("\r\n\r\n").ok_or("no head")?;
    let status = head.split(' ').nth(1).ok_or("no status")?.parse()?;
    Ok((status, serde_json::from_str(body).unwrap_or_default()))
}

fn exchange(
    address: SocketAddr,
    line: &str,
    token: &str,
    body: Option<&Value>,
) -> Result<String, Box<dyn Error>> {
    let body = body.map(Value::to_string).unwrap_or_default();
    let length = body.len();
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "{line} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nX-Auth-Token: {token}\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )?;
    let mut response = String::new();
    stream.read_to_string(&mut response)?;
    Ok(response)
}
