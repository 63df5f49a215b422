//! Finds the user to log in as: set by the user, set by the image, or guessed from its name.

use serde::Deserialize;

use crate::error::CommandError;
use crate::openstack::{Call, Server, Service};
use crate::verbs::context::Context;

/// An image's properties about its guest
/// (<https://docs.openstack.org/glance/latest/admin/useful-image-properties.html>).
#[derive(Debug, Default, Deserialize)]
struct ImageFacts {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    os_admin_user: Option<String>,
    #[serde(default)]
    os_distro: Option<String>,
}

/// The default users of images, by a word in the image's name or in `os_distro`.
const USERS: [(&str, &str); 22] = [
    ("ubuntu", "ubuntu"),
    ("debian", "debian"),
    ("cirros", "cirros"),
    ("fedora-coreos", "core"),
    ("flatcar", "core"),
    ("coreos", "core"),
    ("fedora", "fedora"),
    ("centos", "cloud-user"),
    ("rocky", "rocky"),
    ("almalinux", "almalinux"),
    ("alma", "almalinux"),
    ("rhel", "cloud-user"),
    ("redhat", "cloud-user"),
    ("red hat", "cloud-user"),
    ("amazon", "ec2-user"),
    ("opensuse", "opensuse"),
    ("sles", "sles"),
    ("archlinux", "arch"),
    ("arch", "arch"),
    ("alpine", "alpine"),
    ("freebsd", "freebsd"),
    ("gentoo", "gentoo"),
];

/// Checks that a user's name is safe among ssh's arguments. It may come from an image, and an
/// image's author is not trusted with more.
pub(super) fn check(user: &str) -> Result<String, CommandError> {
    let fits = |letter: char| letter.is_alphanumeric() || "_.@+-$\\".contains(letter);
    if user.is_empty() || user.starts_with('-') || !user.chars().all(fits) {
        return Err(CommandError::usage(format!(
            "'{user}' is no user's name for ssh"
        )));
    }
    Ok(user.to_owned())
}

/// Returns the user for the instance's image.
pub(super) async fn of_image(context: &Context, server: &Server) -> Result<String, CommandError> {
    let unknown = |why: String| {
        CommandError::usage(format!("the user to log in as is not known: {why}"))
            .hint("--user names the user")
    };
    let Some(id) = server.image_id() else {
        return Err(unknown(format!(
            "the instance '{}' boots from a volume",
            server.name
        )));
    };
    let call = Call::get("DescribeImages", Service::Image, "images").below(id);
    let image: ImageFacts = match context.session.send(&call).await {
        Ok(answer) => answer.decode()?,
        Err(error) => return Err(unknown(format!("image {id} cannot be asked: {error}"))),
    };
    if let Some(user) = image
        .os_admin_user
        .as_deref()
        .filter(|user| !user.is_empty())
    {
        return check(user);
    }
    suggested(&image).map(str::to_owned).ok_or_else(|| {
        unknown(format!(
            "the image '{}' does not say",
            image.name.as_deref().unwrap_or(id)
        ))
    })
}

fn suggested(image: &ImageFacts) -> Option<&'static str> {
    [&image.os_distro, &image.name]
        .into_iter()
        .flatten()
        .find_map(|text| {
            let text = text.to_lowercase();
            USERS
                .iter()
                .find(|(word, _)| text.contains(word))
                .map(|(_, user)| *user)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(name: &str, distro: Option<&str>) -> ImageFacts {
        ImageFacts {
            name: Some(name.to_owned()),
            os_distro: distro.map(str::to_owned),
            ..ImageFacts::default()
        }
    }

    #[test]
    fn a_name_suggests_a_user() {
        for (name, user) in [
            ("cirros-0.6.3", Some("cirros")),
            ("Ubuntu 24.04 LTS", Some("ubuntu")),
            ("fedora-coreos-40", Some("core")),
            ("Fedora-Cloud-Base-40", Some("fedora")),
            ("AlmaLinux 9", Some("almalinux")),
            ("golden-7", None),
        ] {
            assert_eq!(suggested(&image(name, None)), user, "{name}");
        }
        let said = image("golden-7", Some("debian"));
        assert_eq!(suggested(&said), Some("debian"));
    }

    #[test]
    fn what_could_be_an_option_is_no_user() {
        for user in ["root", "core", "DOMAIN\\me", "a.b-c", "me@example.org"] {
            assert!(check(user).is_ok(), "{user}");
        }
        for user in [
            "",
            "-oProxyCommand=id",
            "a b",
            "$(id)",
            "a;b",
            "a\nb",
            "`id`",
        ] {
            assert!(check(user).is_err(), "{user}");
        }
    }
}
