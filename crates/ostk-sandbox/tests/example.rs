//! The example runs to its end.

#[expect(
    dead_code,
    unreachable_pub,
    reason = "an example has a main of its own"
)]
#[path = "../examples/in_a_test.rs"]
mod in_a_test;

#[test]
fn the_example_in_a_test_passes() {
    in_a_test::run().unwrap();
}

#[test]
fn the_credentials_log_in_and_the_cloud_stops_when_it_is_dropped() {
    let cloud = ostk_sandbox::Sandbox::start().unwrap();
    let address = cloud.address();
    assert_eq!(
        cloud.credentials().auth_url,
        format!("http://{address}/identity/v3")
    );
    let variables = cloud.credentials();
    assert!(
        variables
            .variables()
            .contains(&("OS_USERNAME", "developer"))
    );
    let yaml = cloud.clouds_yaml("test");
    for name in ["  test:\n", "  test-admin:\n", "  test-reader:\n"] {
        assert!(yaml.contains(name), "{yaml}");
    }
    assert!(std::net::TcpStream::connect(address).is_ok());
    drop(cloud);
    assert!(std::net::TcpStream::connect(address).is_err());
}
