use super::super::VolumeSpec;
use super::*;
use crate::verbs::tags::TagSpec;

fn good() -> Spec {
    Spec {
        name: Some("web".to_owned()),
        image_id: Some("debian".to_owned()),
        instance_type: Some("m1.small".to_owned()),
        ..Spec::default()
    }
}

#[test]
fn everything_wrong_is_told_at_once() {
    let spec = Spec {
        name: Some(" a".to_owned()),
        labels: vec!["a/b".to_owned()],
        client_token: Some("x".repeat(65)),
        networks: vec!["a,ip=x".to_owned()],
        ..Spec::default()
    };
    assert_eq!(problems(std::slice::from_ref(&spec)).len(), 6);
    assert!(problems(&[good()]).is_empty());
    let messages = problems(&[good(), spec]);
    assert!(messages[0].message.starts_with("instance 2 (' a'): "));
}

#[test]
fn nothing_that_is_said_is_ignored() {
    let kept = Spec {
        keep_root_volume: true,
        ..good()
    };
    let typed = Spec {
        root_volume_type: Some("fast".to_owned()),
        ..good()
    };
    let both = Spec {
        boot_volume: Some("v".to_owned()),
        root_volume_size: Some(1),
        image_id: None,
        ..good()
    };
    let image = Spec {
        boot_snapshot: Some("s".to_owned()),
        ..good()
    };
    let nowhere = Spec {
        networks: vec!["none".to_owned()],
        security_groups: vec!["web".to_owned()],
        ..good()
    };
    let neither = Spec {
        volumes: vec![VolumeSpec::default()],
        ..good()
    };
    for spec in [kept, typed, both, image, nowhere, neither] {
        assert_eq!(problems(std::slice::from_ref(&spec)).len(), 1, "{spec:?}");
    }
}

#[test]
fn names_are_what_nova_takes() {
    // As a real Nova answered.
    for (name, taken) in [
        ("web", true),
        ("***", true),
        ("\u{65e5}\u{672c}\u{8a9e}", true),
        ("a\u{a0}b", true),
        ("..", true),
        ("a\u{1f600}", false),
        ("a\u{ffff}", false),
        ("a\u{e000}", false),
        ("a\u{378}", false),
        ("a\u{200d}b", false),
        ("a\u{202e}b", false),
        ("a\u{2028}b", false),
        ("a\u{a0}", false),
        ("a\u{85}b", false),
        ("a\tb", false),
        ("", false),
    ] {
        assert_eq!(super::name(Some(name)).is_none(), taken, "{name:?}");
    }
}

#[test]
fn every_word_is_what_nova_takes() {
    let problem = |change: &dyn Fn(&mut Spec)| {
        let mut spec = good();
        change(&mut spec);
        let all = problems(std::slice::from_ref(&spec));
        assert!(all.len() < 2, "{all:?}");
        all.first().map(|error| error.message.clone())
    };
    let tag = |key: &str, value: &str| TagSpec {
        key: key.to_owned(),
        value: value.to_owned(),
    };
    let hostname = |text: &str| problem(&|spec| spec.hostname = Some(text.to_owned()));
    for good in ["ab", "a-b", "9a", &"a".repeat(63)] {
        assert_eq!(hostname(good), None, "{good}");
    }
    for bad in ["a", "a_b", "a.b", "-ab", "ab-", &"a".repeat(64)] {
        assert!(hostname(bad).is_some(), "{bad}");
    }
    let tags = |key: &str, value: &str| problem(&|spec| spec.tags = vec![tag(key, value)]);
    for (key, value, good) in [
        ("a b-c_d:e.f", "\u{e4}\n", true),
        ("a/b", "", false),
        ("\u{e4}", "", false),
        ("a", "\u{1f600}", false),
    ] {
        assert_eq!(tags(key, value).is_none(), good, "{key} {value}");
    }
    let description = |text: &str| problem(&|spec| spec.description = Some(text.to_owned()));
    assert_eq!(description(&"d".repeat(255)), None);
    for bad in [&"d".repeat(256), "a\nb", "\u{1f600}"] {
        assert!(description(bad).is_some(), "{bad}");
    }
    let volume = |device: &str, size| {
        problem(&|spec| {
            spec.volumes = vec![VolumeSpec {
                size: Some(size),
                device_name: Some(device.to_owned()),
                ..VolumeSpec::default()
            }];
        })
    };
    assert_eq!(volume("/dev/vdb", LARGEST_SIZE), None);
    assert!(volume("x y", 1).is_some() && volume("vdb", LARGEST_SIZE + 1).is_some());
    assert!(problem(&|spec| spec.labels = vec!["\u{1f600}".to_owned()]).is_some());
    assert!(problem(&|spec| spec.availability_zone = Some("a:b:c:d".to_owned())).is_some());
    let hint = |key: &str, value: &str| {
        problem(&|spec| {
            spec.server_group = Some("g".to_owned());
            spec.hints.insert(key.to_owned(), value.to_owned());
        })
    };
    assert!(hint("group", "g").is_some() && hint("different_host", "web").is_some());
    assert_eq!(hint("colour", "green"), None);
    let group = |networks: &[&str]| {
        problem(&|spec| {
            spec.security_groups = vec!["web".to_owned()];
            spec.networks = networks.iter().map(|text| (*text).to_owned()).collect();
        })
    };
    assert!(group(&["port=a"]).is_some());
    assert_eq!(group(&["port=a", "private"]), None);
    let long = |size| {
        problem(&|spec| {
            spec.name = Some("n".repeat(251));
            spec.root_volume_size = size;
        })
    };
    assert!(long(Some(1)).is_some() && long(None).is_none());
    assert!(run_id(Some("run-7")).is_none() && run_id(None).is_none());
    assert!(run_id(Some("\u{1f600}")).is_some() && run_id(Some(&"r".repeat(256))).is_some());
}

#[test]
fn several_do_not_share_what_there_is_once() {
    let two = |change: fn(&mut Spec)| {
        let mut spec = Spec {
            max_count: Some(2),
            ..good()
        };
        change(&mut spec);
        problems(&[spec]).len()
    };
    assert_eq!(two(|_| {}), 0);
    let boots = |spec: &mut Spec| {
        spec.boot_volume = Some("v".to_owned());
        spec.image_id = None;
    };
    assert_eq!(two(boots), 1);
    assert_eq!(two(|spec| spec.name = Some("n".repeat(254))), 1);
    assert_eq!(two(|spec| spec.name = Some("n".repeat(253))), 0);
    assert_eq!(two(|spec| spec.networks = vec!["port=p".to_owned()]), 1);
    assert_eq!(
        two(|spec| spec.networks = vec!["a,ip=10.0.0.5".to_owned()]),
        1
    );
    assert_eq!(two(|spec| spec.networks = vec!["a".to_owned()]), 0);
}
