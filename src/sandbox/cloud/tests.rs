use super::*;

fn ask(method: &str, path: &[&str], body: &'static str) -> Ask {
    Ask {
        method: method.to_owned(),
        path: path.iter().map(|segment| (*segment).to_owned()).collect(),
        query: Vec::new(),
        headers: axum::http::HeaderMap::new(),
        body: body.into(),
        length: body.len() as u64,
        root: String::new(),
        origin: String::new(),
        request_id: String::new(),
    }
}

#[test]
fn tokens_end_with_their_life() {
    let settings = Settings::new(Clock::manual(jiff::Timestamp::now()));
    let sandbox = Sandbox::in_memory(settings).unwrap();
    let body = r#"{ "auth": { "identity": { "methods": ["password"], "password": { "user": {
        "name": "viewer", "password": "secret", "domain": { "id": "default" } } } } } }"#;
    let ask = ask("POST", &["identity", "v3", "auth", "tokens"], body);
    let log_in = || {
        sandbox.perform(&ask, None);
        sandbox.store().number_of::<Token>().unwrap()
    };
    assert_eq!((log_in(), log_in()), (1, 2));
    sandbox.clock().advance(4 * 3_600_000);
    assert_eq!(log_in(), 1);
}

#[test]
fn only_so_many_unknown_routes_are_remembered() {
    let settings = Settings::new(Clock::System(jiff::Timestamp::now));
    let sandbox = Sandbox::in_memory(settings).unwrap();
    let ask = ask("GET", &[&"é".repeat(1000)], "");
    for _ in 0..1100 {
        assert_eq!(sandbox.perform(&ask, None).status, 501);
    }
    let unknown = sandbox.take_unknown_routes();
    assert_eq!(unknown.len(), 1000);
    assert!(unknown[0].chars().count() == 200, "{}", unknown[0]);
}

#[test]
fn what_a_panic_leaves_half_done_is_undone() {
    let settings = Settings::new(Clock::System(jiff::Timestamp::now));
    let sandbox = Sandbox::in_memory(settings).unwrap();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let store = sandbox.store();
        store.begin().unwrap();
        seed::add_instances(&store, 1, 0).unwrap();
        // Without the hook, which would search the whole program for a backtrace's names.
        std::panic::resume_unwind(Box::new("on purpose"));
    }));
    assert!(panicked.is_err());
    assert_eq!(sandbox.census().unwrap().instances, 0);
    sandbox.add_instances(2).unwrap();
    assert_eq!(sandbox.census().unwrap().instances, 2);
}
