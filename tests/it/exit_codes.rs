//! How runs end: one table for all exit codes of the contract. Signals and closed pipes, which only
//! a process has, are in `binary`.

use serde_json::json;

use crate::support::double::{Double, names, paged, servers, token_body};
use crate::support::run::{Home, password_cloud};
use crate::support::sandbox::TestCloud;
use crate::support::server::{Reply, Request};

/// Returns a cloud with this list of servers, and a Keystone that refuses in this way.
fn double(list: impl Fn(&Request) -> Reply + Send + Sync + 'static, refusal: Reply) -> Double {
    Double::with_keystone(
        move |request| {
            if request.path() == "/compute/v2.1/servers/detail" {
                return Some(list(request));
            }
            names(request)
        },
        move |request, base, _| {
            if request.body.contains("secret") {
                Reply::json(201, &token_body(base)).header("X-Subject-Token", "t")
            } else {
                refusal.clone()
            }
        },
    )
}

fn code(home: &Home, line: &str) -> u8 {
    home.run(line.split_whitespace()).code
}

/// The exit codes of commands on a sandbox with two running instances.
const ENDS: [(u8, &str); 37] = [
    (0, "instances list"),
    (0, "instances stop instance-00001 --wait"),
    (0, "help instances list"),
    (0, "--version"),
    // Some of several targets, and a state that cannot be reached any longer.
    (1, "instances describe instance-00001 nobody"),
    (1, "instances start instance-00001 nobody"),
    (1, "instances wait running nobody instance-00001"),
    (124, "instances wait stopped instance-00002 --timeout 0"),
    (124, "instances wait exists nobody --timeout 0"),
    // The command line.
    (252, ""),
    (252, "instances"),
    (252, "instnaces list"),
    (252, "help instnaces"),
    (252, "instances list --nothing"),
    (252, "instances list --query Instances["),
    (252, "instances list --output xml"),
    (252, "instances list --filters Name=colour,Values=red"),
    (252, "instances describe"),
    (252, "instances delete"),
    (252, "instances delete --state running"),
    (252, "instances create web --image cirros-0.6.3 --count 0"),
    (
        252,
        "instances create web --cli-input-json file:///nowhere.json",
    ),
    (
        252,
        "instances create web --image i --instance-type f --user-data file:///nowhere",
    ),
    (252, "instances wait resting instance-00001"),
    (252, "instances list --cli-auto-prompt"),
    (252, "volumes create v --size many"),
    (
        252,
        "keypairs import k --public-key-material file:///nowhere.pub",
    ),
    // Settings and credentials.
    (253, "--cloud nowhere instances list"),
    (253, "--ca-bundle /nowhere.pem instances list"),
    (253, "--region nowhere instances list"),
    (253, "--project nowhere instances list"),
    // The service refuses.
    (254, "instances describe nobody"),
    (254, "instances delete nobody"),
    (
        254,
        "instances create web --image nothing --instance-type m1.nano",
    ),
    (254, "instances delete instance-00001 --dry-run"),
    (254, "--cloud test-reader instances delete instance-00001"),
    // No connection, and a file that cannot be written.
    (255, "keypairs create k --key-file a-file/k.pem"),
];

#[test]
fn every_kind_of_end_has_its_code() {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(2).unwrap();
    let home = cloud.home();
    home.write("a-file", "");
    for (expected, line) in ENDS {
        assert_eq!(code(&home, line), expected, "ostk {line}");
    }
    let set = |name: &str, value: &str| cloud.home().variable(name, value);
    assert_eq!(code(&set("OSTK_OUTPUT", "xml"), "instances list"), 253);
    assert_eq!(
        code(&set("OSTK_ERROR_FORMAT", "xml"), "instances list"),
        253
    );
    assert_eq!(code(&Home::new(), "instances list"), 253);

    // Wrong credentials are 253 with any status of Keystone. A proxy's page is not Keystone's
    // response.
    let words = |code: u16, title: &str| json!({ "error": { "code": code, "title": title, "message": "no" } });
    let page = "<html><body>no</body></html>";
    for (refusal, expected) in [
        (Reply::json(401, &words(401, "Unauthorized")), 253),
        (Reply::json(404, &words(404, "Not Found")), 253),
        (Reply::json(403, &words(403, "Forbidden")), 253),
        (Reply::json(400, &words(400, "Bad Request")), 253),
        (Reply::text(401, page), 253),
        (Reply::text(404, page), 254),
        (Reply::json(500, &words(500, "Internal Server Error")), 254),
    ] {
        let told = format!("{refusal:?}");
        let all = servers(1);
        let double = double(move |request| paged(&all, request, 10), refusal);
        let settings = password_cloud(&double.server.url("/v3"));
        let wrong = Home::with_cloud(&settings.replace("secret", "wrong"));
        assert_eq!(code(&wrong, "whoami"), expected, "{told}");
    }
    // The service's refusals, and invalid responses.
    let fault = json!({ "forbidden": { "code": 403, "message": "no" } });
    for (reply, expected) in [
        (Reply::json(403, &fault), 254),
        (
            Reply::json(
                400,
                &json!({ "badRequest": { "code": 400, "message": "no" } }),
            ),
            254,
        ),
        (
            Reply::json(
                500,
                &json!({ "computeFault": { "code": 500, "message": "no" } }),
            ),
            254,
        ),
        (Reply::text(200, "no json"), 255),
        (Reply::text(200, page), 255),
        (Reply::text(200, "{\"servers\": ["), 255),
        (Reply::json(200, &json!({})), 255),
    ] {
        let told = format!("{reply:?}");
        let double = double(move |_| reply.clone(), Reply::text(401, ""));
        assert_eq!(code(&double.home(), "instances list"), expected, "{told}");
    }
}
