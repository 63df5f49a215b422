//! The sandbox by its own commands, and ostk against it.

use crate::support::run::Home;
use crate::support::sandbox::TestCloud;

#[test]
fn it_needs_no_file_and_no_variable_and_lasts() {
    let home = Home::new();
    let list = |words: &[&str]| {
        let all = ["--cloud", "sandbox", "instances", "list"];
        home.run(all.iter().chain(words)).json()
    };
    assert_eq!(list(&[])["Instances"].as_array().unwrap().len(), 0);
    let seeded = home.run(["sandbox", "seed", "--instances", "3"]).json();
    assert_eq!(seeded["Instances"], 3);
    let listed = list(&["--page-size", "2"]);
    assert_eq!(listed["Instances"].as_array().unwrap().len(), 3);
    assert_eq!(listed["Instances"][0]["State"]["Name"], "running");
    assert_eq!(home.run(["sandbox", "reset"]).code, 0);
    assert_eq!(home.run(["sandbox", "status"]).json()["Instances"], 0);
}

#[test]
fn a_file_may_have_a_cloud_of_that_name() {
    let home = Home::new();
    home.write(
        "clouds.yaml",
        "clouds:\n  sandbox:\n    auth:\n      auth_url: http://127.0.0.1:9/v3\n      \
         username: a\n      password: b\n",
    );
    let outcome = home.run(["--cloud", "sandbox", "whoami"]);
    outcome.fails(255, &["127.0.0.1:9"]);
}

#[test]
fn another_host_name_is_refused() {
    let cloud = TestCloud::new(0.0);
    let address = cloud.url.trim_start_matches("http://");
    let address = address.split('/').next().unwrap();
    let ask = |host: &str| {
        use std::io::{Read as _, Write as _};
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        let request = format!("GET /compute HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    assert!(ask(address).starts_with("HTTP/1.1 200"));
    assert!(ask("localhost").starts_with("HTTP/1.1 200"));
    assert!(ask("evil.example").starts_with("HTTP/1.1 403"));
}
