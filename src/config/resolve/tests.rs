use std::fs;

use super::*;
use crate::config::{AuthType, Interface};

/// A home folder with these files, and a system folder beside it.
struct Home(tempfile::TempDir);

impl Home {
    fn new(files: &[(&str, &str)]) -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        for (name, text) in files {
            let path = home.0.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        home
    }

    fn resolve(&self, variables: &[(&str, &str)]) -> Result<Resolved, String> {
        self.resolve_with(variables, &Overrides::default())
    }

    fn resolve_with(
        &self,
        variables: &[(&str, &str)],
        overrides: &Overrides,
    ) -> Result<Resolved, String> {
        let env = Env::for_test(self.0.path(), variables.iter().copied());
        let system = self.0.path().join("etc");
        resolve_below(&system, &env, overrides, &Preferences::default())
            .map_err(|error| error.to_string())
    }
}

fn cloud(name: &str) -> Overrides {
    Overrides {
        cloud: Some(name.to_owned()),
        ..Overrides::default()
    }
}

fn value(setting: Option<&Setting<String>>) -> Option<&str> {
    setting.map(|setting| setting.value.as_str())
}

const TWO: &str = "clouds:\n  a:\n    auth: {auth_url: 'http://a/v3', username: anna}\n    \
                   region_name: north\n  b:\n    auth: {auth_url: 'http://b/v3'}\n";
const ONE: &str = "clouds:\n  only:\n    auth: {auth_url: 'http://only/v3', project_name: 1234}\n";

#[test]
fn the_first_place_that_has_a_file_wins() {
    let file = |name: &str| format!("clouds:\n  c:\n    auth: {{auth_url: 'http://{name}'}}\n");
    let (work, user, system) = (file("work"), file("user"), file("system"));
    let places = [
        ("clouds.yaml", work.as_str()),
        (".config/openstack/clouds.yml", user.as_str()),
        ("etc/clouds.json", system.as_str()),
    ];
    for (index, expected) in ["http://work", "http://user", "http://system"]
        .iter()
        .enumerate()
    {
        let home = Home::new(&places[index..]);
        let resolved = home.resolve(&[]).unwrap();
        assert_eq!(
            value(resolved.cloud.auth.auth_url.as_ref()),
            Some(*expected)
        );
    }
}

#[test]
fn a_named_file_must_be_there() {
    let home = Home::new(&[("clouds.yaml", ONE), ("other.yaml", TWO)]);
    let resolved = home
        .resolve_with(&[("OS_CLIENT_CONFIG_FILE", "other.yaml")], &cloud("a"))
        .unwrap();
    assert_eq!(value(resolved.cloud.region.as_ref()), Some("north"));
    let message = home
        .resolve(&[("OS_CLIENT_CONFIG_FILE", "missing.yaml")])
        .unwrap_err();
    assert!(message.contains("missing.yaml cannot be read"), "{message}");
}

#[test]
fn a_cloud_is_chosen_by_flag_then_variable_then_being_the_only_one() {
    let two = Home::new(&[("clouds.yaml", TWO)]);
    let name = |resolved: Resolved| {
        let name = resolved.cloud.name;
        (name.value, name.origin.to_string())
    };
    assert_eq!(
        name(two.resolve_with(&[("OS_CLOUD", "b")], &cloud("a")).unwrap()),
        ("a".to_owned(), "--cloud".to_owned())
    );
    assert_eq!(
        name(two.resolve(&[("OS_CLOUD", "b")]).unwrap()),
        ("b".to_owned(), "variable OS_CLOUD".to_owned())
    );
    let message = two.resolve(&[]).unwrap_err();
    assert!(
        message.contains("no cloud is chosen") && message.ends_with("has: a, b"),
        "{message}"
    );
    let message = two.resolve_with(&[], &cloud("c")).unwrap_err();
    assert!(
        message.starts_with("no cloud is named 'c' (--cloud)"),
        "{message}"
    );
    let one = Home::new(&[("clouds.yaml", ONE)]);
    assert_eq!(
        name(one.resolve(&[]).unwrap()),
        ("only".to_owned(), "default".to_owned())
    );
    let none = Home::new(&[]).resolve(&[]).unwrap_err();
    assert!(none.contains("searched:"), "{none}");
}

#[test]
fn stray_variables_change_nothing_and_are_named() {
    let home = Home::new(&[("clouds.yaml", TWO)]);
    let variables = [
        ("OS_CLOUD", "a"),
        ("OS_USERNAME", "stray"),
        ("OS_REGION_NAME", "south"),
        ("OS_COMPUTE_ENDPOINT_OVERRIDE", "http://stray"),
        ("OS_SOMETHING_ELSE", "x"),
    ];
    let resolved = home.resolve(&variables).unwrap();
    assert_eq!(value(resolved.cloud.auth.username.as_ref()), Some("anna"));
    assert_eq!(value(resolved.cloud.region.as_ref()), Some("north"));
    assert!(resolved.cloud.endpoint_overrides.is_empty());
    let [warning] = resolved.warnings.as_slice() else {
        panic!("{:?}", resolved.warnings);
    };
    assert!(
        warning.ends_with("OS_COMPUTE_ENDPOINT_OVERRIDE, OS_REGION_NAME, OS_USERNAME are ignored"),
        "{warning}"
    );
    let stray = [("OS_USERNAME", "stray")];
    let resolved = home.resolve_with(&stray, &cloud("sandbox")).unwrap();
    assert_eq!(
        resolved.warnings,
        ["cloud 'sandbox' is built in; OS_USERNAME is ignored"]
    );
}

#[test]
fn what_the_sdk_looks_for_beside_auth_is_found_there() {
    let text = "clouds:\n  c:\n    auth_type: v3multifactor\n    \
                auth_methods: [v3password, v3totp]\n    auth: {auth_url: 'http://c'}\n";
    let home = Home::new(&[("clouds.yaml", text)]);
    let methods = home.resolve(&[]).unwrap().cloud.auth.auth_methods;
    assert_eq!(methods.unwrap().value, ["v3password", "v3totp"]);
}

/// As in the SDK, `insecure` wins over any value of `verify`.
#[test]
fn insecure_wins() {
    for (settings, expected) in [
        ("insecure: true", false),
        ("insecure: true\n    verify: true", false),
        ("insecure: false\n    verify: false", false),
        ("insecure: false", true),
    ] {
        let text = format!("clouds:\n  c:\n    auth: {{auth_url: 'http://c'}}\n    {settings}\n");
        let home = Home::new(&[("clouds.yaml", &text)]);
        let verify = home.resolve(&[]).unwrap().cloud.verify.value;
        assert_eq!(verify, expected, "{settings}");
    }
}

#[test]
fn variables_alone_are_a_cloud() {
    let variables = [
        ("OS_AUTH_URL", "http://env/v3"),
        ("OS_USERNAME", "eve"),
        ("OS_PASSWORD", "hush"),
        ("OS_TENANT_NAME", "demo"),
        ("OS_DEFAULT_DOMAIN", "default"),
        ("OS_REGION_NAME", "south"),
        ("OS_ENDPOINT_TYPE", "internalURL"),
        ("OS_BLOCK_STORAGE_ENDPOINT_OVERRIDE", "http://cinder"),
        ("OS_IDENTITY_API_VERSION", "3"),
        ("OS_INSECURE", "true"),
    ];
    // Variables win over a sole cloud, as in the SDK.
    let home = Home::new(&[("clouds.yaml", ONE)]);
    let resolved = home.resolve(&variables).unwrap();
    let cloud = &resolved.cloud;
    assert_eq!(cloud.name.value, "envvars");
    assert_eq!(value(cloud.auth.project_name.as_ref()), Some("demo"));
    assert_eq!(value(cloud.auth.user_domain_id.as_ref()), Some("default"));
    assert_eq!(value(cloud.region.as_ref()), Some("south"));
    assert_eq!(cloud.interface.value, Interface::Internal);
    assert_eq!(
        cloud.endpoint_overrides["block-storage"].value,
        "http://cinder"
    );
    assert!(!cloud.verify.value);
    assert!(resolved.warnings.is_empty());
    let shown = format!("{:?}", cloud.settings());
    assert!(
        shown.contains("OS_PASSWORD") && !shown.contains("hush"),
        "{shown}"
    );
    assert!(!format!("{cloud:?}").contains("hush"));
}

#[test]
fn secure_yaml_and_a_profile_are_laid_over_and_under() {
    let home = Home::new(&[
        (
            "clouds.yaml",
            "clouds:\n  c:\n    profile: vendor\n    auth: {username: u, password: old}\n",
        ),
        ("secure.yaml", "clouds:\n  c:\n    auth: {password: new}\n"),
        (
            "clouds-public.yaml",
            "public-clouds:\n  vendor:\n    auth: {auth_url: 'http://vendor', username: vendor}\n    \
             regions: [one, two]\n    interface: admin\n",
        ),
    ]);
    let cloud = home.resolve(&[]).unwrap().cloud;
    assert_eq!(value(cloud.auth.auth_url.as_ref()), Some("http://vendor"));
    assert_eq!(value(cloud.auth.username.as_ref()), Some("u"));
    let password = cloud.auth.password.unwrap();
    assert_eq!(password.value.expose(), "new");
    assert!(
        password
            .origin
            .to_string()
            .contains("secure.yaml (clouds.c.auth.password)")
    );
    assert_eq!(value(cloud.region.as_ref()), Some("one"));
    assert_eq!(cloud.interface.value, Interface::Admin);
    let home = Home::new(&[("clouds.yaml", "clouds:\n  c: {profile: nowhere}\n")]);
    let message = home.resolve(&[]).unwrap_err();
    assert!(
        message.contains("'nowhere' is not in clouds-public.yaml"),
        "{message}"
    );
}

#[test]
fn a_region_brings_its_own_values_and_must_be_one_of_the_clouds() {
    let home = Home::new(&[(
        "clouds.yaml",
        "clouds:\n  c:\n    auth: {auth_url: 'http://c'}\n    compute_api_version: 2\n    regions:\n    \
         - name: one\n      values: {auth: {auth_url: 'http://one'}}\n    - two\n",
    )]);
    let region = |name: Option<&str>| {
        home.resolve_with(
            &[],
            &Overrides {
                region: name.map(str::to_owned),
                ..Overrides::default()
            },
        )
    };
    let first = region(None).unwrap().cloud;
    assert_eq!(value(first.region.as_ref()), Some("one"));
    assert_eq!(value(first.auth.auth_url.as_ref()), Some("http://one"));
    let second = region(Some("two")).unwrap().cloud;
    assert_eq!(value(second.auth.auth_url.as_ref()), Some("http://c"));
    assert_eq!(second.api_versions["compute"].value, "2");
    let message = region(Some("three")).unwrap_err();
    assert_eq!(
        message,
        "regions (--region): cloud 'c' has no region 'three'; it has: one, two"
    );
}

#[test]
fn the_way_of_authentication_is_read_or_inferred() {
    for (body, expected) in [
        ("auth: {password: x}", AuthType::Password),
        ("auth: {token: x}", AuthType::Token),
        (
            "auth: {application_credential_secret: x}",
            AuthType::ApplicationCredential,
        ),
        ("auth_type: v3multifactor", AuthType::MultiFactor),
        ("auth_type: v3oidcpassword", AuthType::OidcPassword),
        ("auth_type: V3_TOTP", AuthType::Totp),
    ] {
        let home = Home::new(&[("clouds.yaml", &format!("clouds:\n  c:\n    {body}\n"))]);
        let kind = home.resolve(&[]).unwrap().cloud.auth_type.value;
        assert_eq!(kind, expected, "{body}");
    }
}

#[test]
fn values_that_cannot_be_are_refused_with_their_origin() {
    for (body, expected) in [
        ("auth_type: kerberos", "auth_type ("),
        ("verify: perhaps", "not true or false"),
        ("interface: secret", "not public, internal or admin"),
        ("regions: one", "is no list of names"),
        ("identity_api_version: 2.0", "ostk speaks version 3"),
        ("auth: {username: [a]}", "not a text"),
        ("profile: 5", "is no name"),
    ] {
        let home = Home::new(&[("clouds.yaml", &format!("clouds:\n  c:\n    {body}\n"))]);
        let message = home.resolve(&[]).unwrap_err();
        assert!(
            message.contains(expected) && message.contains("clouds.c."),
            "{body}: {message}"
        );
    }
    for text in ["clouds: []\n", "clouds:\n  c: 5\n"] {
        assert!(
            Home::new(&[("clouds.yaml", text)]).resolve(&[]).is_err(),
            "{text}"
        );
    }
}

#[test]
fn paths_booleans_and_numbers_are_read_as_people_write_them() {
    let home = Home::new(&[(
        "clouds.yaml",
        "clouds:\n  c:\n    verify: no\n    cacert: ~/ca.pem\n    cert: my.pem\n    \
         auth: {project_name: 1234, password: 0123}\n",
    )]);
    let cloud = home.resolve(&[]).unwrap().cloud;
    assert!(!cloud.verify.value);
    assert_eq!(cloud.cacert.unwrap().value, home.0.path().join("ca.pem"));
    assert_eq!(cloud.cert.unwrap().value, home.0.path().join("my.pem"));
    assert_eq!(value(cloud.auth.project_name.as_ref()), Some("1234"));
    assert_eq!(cloud.auth.password.unwrap().value.expose(), "0123");
}

#[test]
fn flags_win() {
    let home = Home::new(&[("clouds.yaml", TWO)]);
    let overrides = Overrides {
        region: Some("south".to_owned()),
        ca_bundle: Some("ca.pem".into()),
        ..cloud("a")
    };
    let cloud = home.resolve_with(&[], &overrides).unwrap().cloud;
    assert_eq!(value(cloud.region.as_ref()), Some("south"));
    assert_eq!(cloud.cacert.unwrap().origin.to_string(), "--ca-bundle");
}

#[test]
fn another_project_of_the_login_stays_in_its_domain() {
    const ID: &str = "0123456789abcdef0123456789abcdef";
    let base = "auth_url: 'http://a/v3', username: u, password: p";
    // The other settings of `auth`, and the expected project: ID, name, domain name.
    for (auth, project, expected) in [
        (
            "project_name: demo, project_domain_name: D",
            "x",
            (None, Some("x"), Some("D")),
        ),
        (
            "project_name: demo, user_domain_name: D",
            "x",
            (None, Some("x"), None),
        ),
        (
            "project_id: i, user_domain_name: D",
            "x",
            (None, Some("x"), Some("D")),
        ),
        (
            "project_id: i, project_domain_name: D",
            ID,
            (Some(ID), None, Some("D")),
        ),
        ("system_scope: all", "x", (None, Some("x"), None)),
        (
            "domain_name: d, user_domain_name: D",
            "x",
            (None, Some("x"), Some("D")),
        ),
    ] {
        let text = format!("clouds:\n  c:\n    auth: {{{base}, {auth}}}\n");
        let home = Home::new(&[("clouds.yaml", &text)]);
        let overrides = Overrides {
            project: Some(project.to_owned()),
            ..Overrides::default()
        };
        let auth = home.resolve_with(&[], &overrides).unwrap().cloud.auth;
        let found = (
            value(auth.project_id.as_ref()),
            value(auth.project_name.as_ref()),
            value(auth.project_domain_name.as_ref()),
        );
        assert_eq!(found, expected, "{text}");
        assert!(auth.system_scope.is_none() && auth.domain_name.is_none());
    }
    for (body, words) in [
        (
            "auth_type: v3applicationcredential\n    auth: {application_credential_id: i}",
            "credential",
        ),
        (
            "auth_type: v3multifactor\n    auth: {auth_methods: v3applicationcredential}",
            "credential",
        ),
        ("auth: {trust_id: t}", "a trust"),
    ] {
        let text = format!("clouds:\n  c:\n    {body}\n");
        let home = Home::new(&[("clouds.yaml", &text)]);
        let overrides = Overrides {
            project: Some("x".to_owned()),
            ..Overrides::default()
        };
        let message = home.resolve_with(&[], &overrides).unwrap_err();
        assert!(message.starts_with("project 'x' (--project)"), "{message}");
        assert!(message.contains(words), "{message}");
    }
}
