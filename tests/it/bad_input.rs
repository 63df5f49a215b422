//! Errors of the command line, the settings, the network and the responses: a clear message on
//! stderr, nothing on stdout, and an exit code that tells the kind of error.

use std::net::TcpListener;

use serde_json::{Value, json};

use crate::support::double::{Double, names, paged, server, server_id, servers, token_body};
use crate::support::run::{Home, password_cloud};
use crate::support::server::{Reply, Request, Server};

/// Returns a cloud that answers the list of servers with this reply.
fn answering(reply: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Double {
    Double::start(move |request| {
        if request.path() == "/compute/v2.1/servers/detail" {
            Some(reply(request))
        } else {
            names(request)
        }
    })
}

#[test]
fn wrong_words_send_nothing() {
    let double = answering(|_| Reply::json(200, &json!({ "servers": [] })));
    let home = double.home();
    for (words, said) in [
        (
            vec!["instances", "list", "--page-size", "-5"],
            "--page-size",
        ),
        (vec!["instances", "list", "--page-size", "0"], "--page-size"),
        (
            vec!["instances", "list", "--max-items", "many"],
            "--max-items",
        ),
        (
            vec!["instances", "list", "--query", "Instances["],
            "--query",
        ),
        (
            vec!["instances", "list", "--output", "xml"],
            "'xml' is no output format",
        ),
        (
            vec!["instances", "list", "--filters", "Name=colour,Values=red"],
            "'colour' is not a filter",
        ),
        (
            vec!["instances", "list", "--filters", "red"],
            "--filters 'red'",
        ),
        (
            vec!["instances", "list", "--state", "runing"],
            "'runing' is no state",
        ),
        (vec!["instances", "list", "--sort", "colour"], "--sort"),
        (
            vec!["instances", "list", "--read-timeout", "soon"],
            "--read-timeout",
        ),
        (vec!["instances", "describe"], "TARGET"),
        (vec!["instances", "describe", ""], "is no name and no ID"),
        (vec!["instances", "lst"], "lst"),
        (vec!["nothing"], "nothing"),
        (vec!["images", "list", "--colour"], "--colour"),
        (vec!["instances", "list", "--raw", "--query", "a"], "--raw"),
    ] {
        home.run(&words)
            .fails(252, &["ostk: [ERROR]: An error occurred (", said]);
    }
    assert_eq!(double.server.take_log(), Vec::<String>::new());
}

#[test]
fn no_words_at_all_show_the_help_on_stderr() {
    let home = Home::new();
    home.run([""; 0]).fails(252, &["Usage: ostk"]);
    home.run(["instances"])
        .fails(252, &["Usage: ostk instances"]);
}

#[test]
fn help_and_version_are_answers() {
    let home = Home::new();
    let version = home.run(["--version"]);
    assert_eq!(version.code, 0);
    assert_eq!(
        version.stdout,
        format!("ostk {}\n", env!("CARGO_PKG_VERSION"))
    );
    let help = home.run(["instances", "list", "--help"]);
    assert_eq!(help.code, 0);
    assert!(help.stdout.contains("--starting-token"), "{}", help.stdout);
}

#[test]
fn an_unknown_cloud_names_those_there_are() {
    let home = Home::with_cloud("auth: {}");
    home.run(["--cloud", "prod", "instances", "list"])
        .fails(253, &["no cloud is named 'prod' (--cloud)", "has: test"]);
}

#[test]
fn no_configuration_at_all_says_where_it_was_searched() {
    Home::new()
        .run(["instances", "list"])
        .fails(253, &["no cloud is chosen", "clouds.yaml"]);
}

#[test]
fn a_broken_file_is_named_with_its_line() {
    let home = Home::new();
    home.write(
        "clouds.yaml",
        "clouds:\n  test:\n    auth: {password: hush\n",
    );
    let outcome = home.run(["instances", "list"]);
    outcome.fails(253, &["clouds.yaml:", "this is not valid YAML"]);
    assert!(!outcome.stderr.contains("hush"));
}

#[test]
fn missing_credentials_are_named() {
    for (body, said) in [
        ("region_name: one", "has no auth_url"),
        (
            "auth: {auth_url: 'http://127.0.0.1:1/v3'}",
            "has no username",
        ),
        (
            "auth: {auth_url: 'http://127.0.0.1:1/v3', username: u}",
            "has no password",
        ),
        (
            "auth: {auth_url: 'ftp://x', username: u, password: p}",
            "auth_url is not a URL",
        ),
        (
            "auth_type: v3applicationcredential\nauth: {auth_url: 'http://127.0.0.1:1', application_credential_secret: s}",
            "application_credential_id or application_credential_name",
        ),
        (
            "auth_type: v3multifactor\nauth: {auth_url: 'http://127.0.0.1:1', username: u, password: p}",
            "has no auth_methods",
        ),
        (
            "auth_type: v3totp\nauth: {auth_url: 'http://127.0.0.1:1/v3', username: u}",
            "has no passcode",
        ),
        (
            "auth_type: v3oidcpassword\nauth: {auth_url: 'http://127.0.0.1:1', username: u, password: p}",
            "discovery_endpoint or access_token_endpoint",
        ),
        (
            "auth: {auth_url: 'http://127.0.0.1:1'}\ncacert: /nowhere.pem",
            "/nowhere.pem cannot be read",
        ),
    ] {
        Home::with_cloud(body).run(["whoami"]).fails(253, &[said]);
    }
}

#[test]
fn a_wrong_password_is_a_wrong_setting() {
    let double = answering(|_| Reply::json(200, &json!({ "servers": [] })));
    let home =
        Home::with_cloud(&password_cloud(&double.server.url("/v3")).replace("secret", "hush"));
    let outcome = home.run(["instances", "list"]);
    outcome.fails(
        253,
        &[
            "(AuthFailure) when calling the CreateToken operation",
            "refused the credentials of cloud 'test'",
            "request id: req-keystone",
        ],
    );
    assert!(!outcome.stderr.contains("hush"));
    // If several requests start at once, only one asks Keystone for a token. Keystone may count
    // failures.
    double.server.take_log();
    let all = [1, 2, 3].map(server_id);
    let words = ["instances", "describe"].map(str::to_owned);
    assert_ne!(home.run(words.iter().chain(&all)).code, 0);
    assert_eq!(double.server.take_log(), ["POST /v3/auth/tokens"]);
}

#[test]
fn an_expired_token_given_by_hand_is_refused_once() {
    let double = answering(|_| Reply::json(200, &json!({ "servers": [] })));
    let url = double.server.url("/v3");
    let home = Home::with_cloud(&format!(
        "auth_type: token\nauth: {{auth_url: '{url}', token: gone, project_name: demo}}"
    ));
    home.run(["instances", "list"]).fails(253, &["AuthFailure"]);
    assert_eq!(double.server.take_log(), ["POST /v3/auth/tokens"]);
}

#[test]
fn an_unreachable_keystone_is_told_with_its_address() {
    let free = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let home = Home::for_double(&format!("http://{free}/v3"));
    home.run(["instances", "list"]).fails(
        255,
        &[
            "(EndpointConnectionError)",
            "(reached max retries: 3)",
            &format!("nothing listens at http://{free}"),
        ],
    );
}

#[test]
fn a_host_that_does_not_exist_is_told() {
    let home = Home::for_double("http://keystone.invalid:5000/v3");
    home.run(["instances", "list"])
        .fails(255, &["cannot connect to http://keystone.invalid:5000"]);
}

#[test]
fn a_catalog_without_the_service_says_what_it_has() {
    let double = Double::with_keystone(
        |_| None,
        |_, base, _| {
            let mut body = token_body(base);
            let catalog = body["token"]["catalog"].as_array_mut().unwrap();
            catalog.retain(|service| service["type"] == "image");
            Reply::json(201, &body).header("X-Subject-Token", "t")
        },
    );
    double.home().run(["instances", "list"]).fails(
        253,
        &["cloud 'test' has no compute service (its catalog lists: image)"],
    );
}

#[test]
fn an_unscoped_token_and_an_unknown_region_are_told() {
    let double = Double::with_keystone(
        |_| None,
        |_, base, _| {
            let mut body = token_body(base);
            body["token"].as_object_mut().unwrap().remove("catalog");
            Reply::json(201, &body).header("X-Subject-Token", "t")
        },
    );
    double
        .home()
        .run(["instances", "list"])
        .fails(253, &["it is not scoped to a project"]);
    let double = answering(|_| Reply::json(200, &json!({ "servers": [] })));
    double
        .home()
        .run(["--region", "nowhere", "instances", "list"])
        .fails(
            253,
            &[
                "no public endpoint in region 'nowhere'",
                "public in RegionOne",
            ],
        );
}

#[test]
fn a_keystone_that_speaks_no_version_3_is_told() {
    let old = Server::start(|_| {
        Reply::json(
            300,
            &json!({ "versions": { "values": [{ "id": "v2.0", "links": [] }] } }),
        )
    });
    Home::for_double(&old.url("/"))
        .run(["whoami"])
        .fails(253, &["has no Identity v3 API; it has v2.0"]);
    let page = Server::start(|_| Reply::text(200, "<html><title>Dashboard</title></html>"));
    Home::for_double(&page.url("/dashboard"))
        .run(["whoami"])
        .fails(255, &["a web page instead of JSON"]);
}

#[test]
fn a_token_without_its_header_is_told() {
    let double = Double::with_keystone(|_| None, |_, base, _| Reply::json(201, &token_body(base)));
    double
        .home()
        .run(["whoami"])
        .fails(255, &["without the header X-Subject-Token"]);
}

#[test]
fn broken_answers_are_told_as_what_they_are() {
    let whole = json!({ "servers": [{ "id": "a" }] }).to_string();
    let half = whole[..whole.len() / 2].to_owned();
    let cut = format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{half}",
        whole.len()
    );
    for (reply, said) in [
        (Reply::text(200, "no json"), "something that is no JSON"),
        (Reply::text(200, &half), "JSON that ends too early"),
        (Reply::text(200, ""), "an empty answer"),
        (
            Reply::text(200, "<html><body>Proxy</body></html>"),
            "a web page instead of JSON",
        ),
        (Reply::json(200, &json!({})), "missing field `servers`"),
        (Reply::json(200, &json!({ "servers": 5 })), "at 'servers'"),
        (
            Reply::json(200, &json!({ "servers": [{ "name": "a" }] })),
            "at 'servers[0]': missing field `id`",
        ),
        (
            Reply::json(200, &json!({ "servers": [{ "id": "a", "status": [] }] })),
            "at 'servers[0].status'",
        ),
        (
            Reply::Bytes(cut.into_bytes()),
            "in the middle of its answer",
        ),
        (Reply::Bytes(Vec::new()), "in the middle of its answer"),
        (
            Reply::Bytes(b"SSH-2.0-OpenSSH\r\n".to_vec()),
            "the answer from http://127.0.0.1",
        ),
        (
            Reply::json(200, &json!({ "servers": null })),
            "at 'servers': invalid type: null",
        ),
        (
            Reply::text(200, "{}").header("Content-Encoding", "br"),
            "is broken: its Content-Encoding",
        ),
    ] {
        let double = answering(move |_| reply.clone());
        let outcome = double.home().run(["instances", "list"]);
        outcome.fails(255, &["when calling the DescribeInstances operation", said]);
    }
}

#[test]
fn a_service_that_says_nothing_runs_into_the_time_out() {
    let double = answering(|_| Reply::Silence);
    let home = double.home();
    // The token is fetched first, without this limit.
    home.run(["whoami"]).json();
    home.run(["instances", "list", "--read-timeout", "0.05"])
        .fails(
            255,
            &[
                "(ReadTimeoutError)",
                "DescribeInstances",
                "no answer from http://127.0.0.1",
            ],
        );
}

#[test]
fn refusals_keep_the_services_words_and_request_id() {
    for (status, body, code, words) in [
        (
            403,
            json!({ "forbidden": { "code": 403, "message": "Policy doesn't allow it." } }),
            "UnauthorizedOperation",
            "Policy doesn't allow it.",
        ),
        (
            500,
            json!({ "computeFault": { "code": 500, "message": "Unexpected API Error." } }),
            "InternalError",
            "Unexpected API Error.",
        ),
        (
            400,
            json!({ "badRequest": { "code": 400, "message": "bad marker" } }),
            "InvalidParameterValue",
            "bad marker",
        ),
    ] {
        let double =
            answering(move |_| Reply::json(status, &body).header("x-compute-request-id", "req-77"));
        double
            .home()
            .run(["instances", "list"])
            .fails(254, &[&format!("({code})"), words, "request id: req-77"]);
    }
}

#[test]
fn errors_are_objects_on_request() {
    let double = answering(|_| {
        Reply::json(
            403,
            &json!({ "forbidden": { "code": 403, "message": "No." } }),
        )
        .header("x-openstack-request-id", "req-1")
    });
    let outcome = double
        .home()
        .run(["instances", "list", "--error-format", "json"]);
    assert_eq!(outcome.code, 254);
    let error: Value = serde_json::from_str(&outcome.stderr).unwrap();
    assert_eq!(
        error,
        json!({ "Code": "UnauthorizedOperation", "Operation": "DescribeInstances",
                "Message": "No.", "Hint": null, "RequestId": "req-1", "HttpStatus": 403 })
    );
    let outcome = double
        .home()
        .run(["instances", "lst", "--error-format=json"]);
    assert_eq!(outcome.code, 252);
    let error: Value = serde_json::from_str(&outcome.stderr).unwrap();
    assert_eq!(error["Code"], "ParamValidation");
}

#[test]
fn a_target_that_is_missing_or_ambiguous_is_refused() {
    let all = vec![
        server(&server_id(1), "twin", "ACTIVE"),
        server(&server_id(2), "twin", "ACTIVE"),
        server(&server_id(3), "web.1", "ACTIVE"),
        server(&server_id(4), "webx1", "ACTIVE"),
    ];
    let double = Double::start(move |request| {
        let path = request.path();
        if path == "/compute/v2.1/servers/detail" {
            // As Nova's database does: there the name is a pattern. Here it must not be one.
            return Some(paged(&all, request, 1000));
        }
        let id = path.strip_prefix("/compute/v2.1/servers/")?;
        let found = all.iter().find(|server| server["id"] == id)?;
        Some(Reply::json(200, &json!({ "server": found })))
    });
    let home = double.home();
    home.run(["instances", "describe", "nobody"]).fails(
        254,
        &[
            "(InvalidInstanceID.NotFound) when calling the DescribeInstances operation",
            "no instance is named 'nobody' in project 'demo'",
            "hint: 'ostk instances list' shows what there is",
        ],
    );
    home.run(["instances", "describe", "twin"]).fails(
        254,
        &["2 instances are named 'twin'", &server_id(1), &server_id(2)],
    );
    let one = home.run(["instance", "show", "web.1"]).json();
    assert_eq!(one["Instances"][0]["InstanceId"], server_id(3));
    assert_eq!(one["Instances"].as_array().unwrap().len(), 1);
    let asked = double
        .server
        .requests()
        .iter()
        .flat_map(|request| request.query("name"))
        .next_back();
    assert_eq!(asked.as_deref(), Some(r"^web\.1$"));
    // A failure does not hide the other targets, and the exit code shows it.
    let some = home.run(["instances", "describe", "web.1", "nobody", &server_id(4)]);
    assert_eq!(some.code, 1);
    assert!(some.stderr.contains("'nobody'"), "{}", some.stderr);
    let shown: Value = serde_json::from_str(&some.stdout).unwrap();
    assert_eq!(shown["Instances"].as_array().unwrap().len(), 2);
    let piped = double.home().stdin(&format!("web.1\n\n{}\n", server_id(3)));
    let shown = piped.run(["instances", "describe", "-"]).json();
    assert_eq!(shown["Instances"].as_array().unwrap().len(), 1);
}

#[test]
fn stray_variables_are_named_on_stderr_and_change_nothing() {
    let double = answering(|request| paged(&servers(1), request, 1000));
    let home = double
        .home()
        .variable("OS_CLOUD", "test")
        .variable("OS_PASSWORD", "wrong");
    let outcome = home.run(["instances", "list"]);
    assert_eq!(outcome.json()["Instances"].as_array().unwrap().len(), 1);
    assert!(
        outcome.stderr.contains("OS_PASSWORD is ignored"),
        "{}",
        outcome.stderr
    );
    let quiet = home.run(["instances", "list", "--quiet"]);
    assert_eq!(quiet.stderr, "");
}
