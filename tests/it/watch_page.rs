//! The page and the events of `watch --listen`, as a browser and other programs request them.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use ostk::secret::Secret;
use ostk::watch::serve::{Door, Front, Hub, Shown, serve};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::support::actor::Actor;
use crate::support::sandbox::TestCloud;

type Reader = WebSocketStream<MaybeTlsStream<TcpStream>>;

const TOKEN: &str = "0123456789abcdef";

/// Starts a front for the test. Returns its hub and its port.
fn front(heartbeat: Duration) -> (Arc<Hub>, u16) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let hub = Arc::new(Hub::new(100));
    let front = Front {
        hub: Arc::clone(&hub),
        door: Door::new(Secret::new(TOKEN), [], port, false),
        heartbeat,
        patience: Duration::from_millis(100),
    };
    tokio::spawn(serve(listener, front));
    (hub, port)
}

fn publish(hub: &Hub, id: &str) {
    let event = json!({ "Type": "changed", "InstanceId": id, "CurrentState": "running" });
    hub.publish(event.as_object().unwrap(), Shown::Is(id));
}

async fn open(port: u16, after: Option<u64>) -> Reader {
    let after = after.map_or_else(String::new, |after| format!("&after={after}"));
    let url = format!("ws://127.0.0.1:{port}/events?token={TOKEN}{after}");
    connect_async(url).await.unwrap().0
}

async fn event(reader: &mut Reader) -> Value {
    let message = reader.next().await.unwrap().unwrap();
    serde_json::from_str(message.to_text().unwrap()).unwrap()
}

/// Returns the status of a refused WebSocket.
async fn refused(port: u16, token: &str, headers: &[(&'static str, &str)]) -> u16 {
    let url = format!("ws://127.0.0.1:{port}/events?token={token}");
    let mut request = url.into_client_request().unwrap();
    for (name, value) in headers {
        request.headers_mut().insert(*name, value.parse().unwrap());
    }
    match connect_async(request).await {
        Ok(_) => 101,
        Err(Error::Http(response)) => response.status().as_u16(),
        Err(error) => panic!("{error}"),
    }
}

const HOUR: Duration = Duration::from_hours(1);

#[tokio::test]
async fn a_snapshot_comes_first_then_changes_and_whoever_comes_back_misses_none() {
    let (hub, port) = front(HOUR);
    publish(&hub, "a");
    let mut reader = open(port, None).await;
    let snapshot = event(&mut reader).await;
    assert_eq!(snapshot["Type"], "snapshot");
    assert_eq!(snapshot["Instances"][0]["InstanceId"], "a");
    publish(&hub, "b");
    assert_eq!(event(&mut reader).await["Number"], 102);
    drop(reader);
    publish(&hub, "c");
    publish(&hub, "d");
    let mut reader = open(port, Some(102)).await;
    assert_eq!(event(&mut reader).await["InstanceId"], "c");
    assert_eq!(event(&mut reader).await["InstanceId"], "d");
    let mut reader = open(port, Some(7)).await;
    assert_eq!(event(&mut reader).await["Type"], "snapshot");
}

#[tokio::test]
async fn a_sign_of_life_comes_when_nothing_else_does() {
    let (_hub, port) = front(Duration::from_millis(20));
    let mut reader = open(port, None).await;
    assert_eq!(event(&mut reader).await["Type"], "snapshot");
    let beat = event(&mut reader).await;
    assert_eq!(beat, json!({ "Type": "heartbeat", "Number": 100 }));
}

#[tokio::test]
async fn a_reader_that_falls_behind_is_cut_off() {
    let (hub, port) = front(HOUR);
    let mut reader = open(port, None).await;
    assert_eq!(event(&mut reader).await["Type"], "snapshot");
    for _ in 0..5000 {
        publish(&hub, "a");
    }
    let mut told = 0;
    let frame = loop {
        match reader.next().await.unwrap().unwrap() {
            Message::Close(frame) => break frame.unwrap(),
            _ => told += 1,
        }
    };
    assert_eq!(u16::from(frame.code), 1013);
    assert!(told < 5000);
    // After it connects again, it gets the whole state.
    let mut reader = open(port, Some(100)).await;
    assert_eq!(event(&mut reader).await["Type"], "snapshot");
}

#[tokio::test]
async fn a_reader_that_does_not_read_is_cut_off() {
    let (hub, port) = front(HOUR);
    let mut reader = open(port, None).await;
    assert_eq!(event(&mut reader).await["Type"], "snapshot");
    assert_eq!(hub.readers(), 1);
    // More than the connection itself holds, and fewer events than the buffer for a slow reader.
    let large = json!({ "Type": "changed", "Name": "x".repeat(256 * 1024) });
    for _ in 0..200 {
        hub.publish(large.as_object().unwrap(), Shown::Same);
        tokio::task::yield_now().await;
    }
    while hub.readers() > 0 {
        tokio::task::yield_now().await;
    }
    let mut told = 0;
    while let Some(Ok(_)) = reader.next().await {
        told += 1;
    }
    assert!(told < 200, "{told}");
}

#[tokio::test]
async fn only_who_may_is_let_in() {
    let (_hub, port) = front(HOUR);
    let host = format!("127.0.0.1:{port}");
    let own = format!("http://{host}");
    assert_eq!(refused(port, TOKEN, &[("origin", &own)]).await, 101);
    assert_eq!(refused(port, "wrong", &[]).await, 401);
    assert_eq!(refused(port, "", &[]).await, 401);
    assert_eq!(
        refused(port, TOKEN, &[("origin", "http://evil.example")]).await,
        403
    );
    assert_eq!(refused(port, TOKEN, &[("origin", "null")]).await, 403);
    assert_eq!(refused(port, TOKEN, &[("host", "evil.example")]).await, 421);
    let named = format!("localhost:{port}");
    assert_eq!(refused(port, TOKEN, &[("host", &named)]).await, 101);
}

#[tokio::test]
async fn the_page_is_for_its_reader_alone() {
    let (_hub, port) = front(HOUR);
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().no_proxy().tls_certs_only([]);
    let client = client.build().unwrap();
    let url = format!("http://127.0.0.1:{port}/");
    let page = client
        .get(format!("{url}?token={TOKEN}"))
        .send()
        .await
        .unwrap();
    assert_eq!(page.status(), 200);
    let header = |name: &str| page.headers()[name].to_str().unwrap().to_owned();
    let policy = header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(header("referrer-policy"), "no-referrer");
    let nonce = policy.split("'nonce-").nth(1).unwrap();
    let nonce = nonce.split('\'').next().unwrap().to_owned();
    let text = page.text().await.unwrap();
    assert_eq!(text.matches(&format!("nonce=\"{nonce}\"")).count(), 2);
    for word in ["innerHTML", "eval(", "{{"] {
        assert!(!text.contains(word), "{word}");
    }
    assert_eq!(client.get(&url).send().await.unwrap().status(), 401);
    let bearer = client.get(&url).bearer_auth(TOKEN).send().await.unwrap();
    assert_eq!(bearer.status(), 200);
}

#[test]
fn the_command_prints_where_it_listens_and_tells_what_happens() {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(1).unwrap();
    let home = cloud.home();
    let actor = Actor::new(&cloud);
    let id = actor.ids().remove(0);
    let words = [
        "instances",
        "watch",
        "--interval",
        "0.05",
        "--listen",
        "127.0.0.1:0",
    ];
    let running = home.start(words);
    let line = running.stderr.next();
    let url = line.strip_prefix("Listening at http://").unwrap();
    let url = format!("ws://{}", url.replace("/?", "/events?"));
    while running.stdout.json()["Type"] != "synced" {}
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let mut reader = connect_async(url).await.unwrap().0;
        let snapshot = event(&mut reader).await;
        assert_eq!(snapshot["Instances"][0]["CurrentState"], "running");
        actor_stops(&cloud, &id);
        let mut change = event(&mut reader).await;
        while change["CurrentState"] != "stopped" {
            change = event(&mut reader).await;
        }
        assert_eq!(change["InstanceId"], id.as_str());
    });
    let remote = home.run(["instances", "watch", "--listen", "0.0.0.0:0"]);
    remote.fails(252, &["--allow-remote"]);
}

/// In another thread, since the actor runs a runtime of its own.
fn actor_stops(cloud: &TestCloud, id: &str) {
    std::thread::scope(|scope| {
        scope.spawn(|| Actor::new(cloud).act(id, &json!({ "os-stop": null })));
    });
}
