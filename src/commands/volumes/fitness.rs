//! Checks whether a new volume is large enough for its source, and whether the source can be
//! copied. Pure; the messages are Cinder's own.

use super::{Snapshot, Volume};
use crate::commands::images::Image;
use crate::openstack::Resource as _;

const GIB: u64 = 1 << 30;
/// The largest size in GiB that Cinder's database can store.
pub(crate) const LARGEST_SIZE: u64 = i32::MAX as u64;
/// The maximum length of a name, a description, and a tag's key or value, in characters.
const LONGEST: usize = 255;

/// Returns why an image can't be copied to a volume of this size in GiB.
pub(crate) fn unfit_image(image: &Image, size: u64) -> Option<String> {
    let name = image.name();
    if !image.status.is_empty() && image.status != "active" {
        return Some(format!(
            "image '{name}' ({}) is not active, but {}",
            image.id(),
            image.status
        ));
    }
    let needed = image.size.unwrap_or_default().div_ceil(GIB);
    if needed > size {
        return Some(format!(
            "size of specified image {needed}GB is larger than volume size {size}GB ('{name}')"
        ));
    }
    let virtual_size = image.virtual_size.unwrap_or_default().div_ceil(GIB);
    if virtual_size > size {
        return Some(format!(
            "image virtual size is {virtual_size}GB and doesn't fit in a volume of size {size}GB \
             ('{name}')"
        ));
    }
    (image.min_disk > size).then(|| {
        format!(
            "volume size {size}GB cannot be smaller than the image minDisk size {}GB of '{name}'",
            image.min_disk
        )
    })
}

/// Returns everything that prevents creating a volume of this size in GiB from a snapshot.
pub(crate) fn unfit_snapshot(snapshot: &Snapshot, size: u64) -> Vec<String> {
    let name = snapshot.name();
    let mut all = Vec::new();
    if !snapshot.status.is_empty() && snapshot.status != "available" {
        all.push(format!(
            "snapshot '{name}' ({}) is {}, and the originating snapshot status must be 'available'",
            snapshot.id(),
            snapshot.status
        ));
    }
    if size < snapshot.size {
        all.push(format!(
            "volume size {size}GB cannot be smaller than the snapshot size {}GB of '{name}'",
            snapshot.size
        ));
    }
    all
}

/// Returns everything that prevents copying a volume to a volume of this size in GiB.
pub(super) fn unfit_source(source: &Volume, size: u64) -> Vec<String> {
    let name = source.name();
    let mut all = Vec::new();
    if !matches!(source.status(), "" | "available" | "in-use") {
        all.push(format!(
            "volume '{name}' ({}) is {}, and the originating source volume status must be \
             'available' or 'in-use'",
            source.id(),
            source.status()
        ));
    }
    if size < source.size {
        all.push(format!(
            "volume size {size}GB cannot be smaller than original volume size {}GB of '{name}'",
            source.size
        ));
    }
    all
}

/// Returns everything that Cinder refuses in a name, a description and tags. Its database can't
/// store characters beyond U+FFFF, and Cinder returns 500.
pub(super) fn unfit_words(
    name: Option<&str>,
    description: Option<&str>,
    tags: &[(String, String)],
) -> Vec<String> {
    let mut all = Vec::new();
    let mut judge = |what: &str, text: &str| {
        let length = text.chars().count();
        if length > LONGEST {
            all.push(format!(
                "{what} has {length} characters, more than {LONGEST}"
            ));
        } else if let Some(c) = text.chars().find(|c| u32::from(*c) > 0xFFFF) {
            let number = u32::from(c);
            all.push(format!(
                "{what} has the character U+{number:04X}, which cannot be kept"
            ));
        }
    };
    judge("the name", name.unwrap_or_default());
    judge("the description", description.unwrap_or_default());
    for (key, value) in tags {
        judge(&format!("tag '{key}'"), value);
    }
    let letters = |c: char| c.is_ascii_alphanumeric() || "-_:. ".contains(c);
    for (key, _) in tags {
        if key.len() > LONGEST || !key.chars().all(letters) {
            all.push(format!(
                "tag '{key}': a key has up to {LONGEST} letters of ASCII, digits, -_:. and spaces"
            ));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn what_is_copied_fits_or_is_told() {
        let image = |more: Value| -> Image { serde_json::from_value(more).unwrap() };
        let base = |status: &str, size: u64| json!({ "id": "i", "name": "n", "status": status, "size": size });
        for (status, bytes, least, size, words) in [
            ("active", 1, 0, 1, ""),
            ("queued", 0, 0, 1, "is not active"),
            ("active", GIB, 1, 1, ""),
            (
                "active",
                GIB + 1,
                0,
                1,
                "size of specified image 2GB is larger",
            ),
            ("active", 1, 2, 1, "smaller than the image minDisk size 2GB"),
            ("active", 10, 0, 1, "virtual size is 2GB and doesn't fit"),
        ] {
            let mut body = base(status, bytes);
            body["virtual_size"] = json!(if bytes == 10 { GIB + 1 } else { bytes });
            body["min_disk"] = json!(least);
            let found = unfit_image(&image(body), size).unwrap_or_default();
            assert!(found.contains(words), "{status}: {found}");
            assert_eq!(found.is_empty(), words.is_empty(), "{status}: {found}");
        }
        for (status, size, words) in [
            ("available", 2, ""),
            ("available", 1, "cannot be smaller than"),
            ("error", 2, "status must be"),
            ("deleting", 1, "status must be"),
        ] {
            let snapshot: Snapshot = serde_json::from_value(base(status, 2)).unwrap();
            let source: Volume = serde_json::from_value(base(status, 2)).unwrap();
            let found = [unfit_snapshot(&snapshot, size), unfit_source(&source, size)];
            for all in found {
                let told = all.join("; ");
                assert!(told.contains(words), "{status}: {told}");
                assert_eq!(told.is_empty(), words.is_empty(), "{status}: {told}");
            }
        }
    }

    #[test]
    fn words_are_what_cinder_takes() {
        let told = |name: &str, key: &str, value: &str| {
            let tags = [(key.to_owned(), value.to_owned())];
            unfit_words(Some(name), None, &tags).len()
        };
        let long = "n".repeat(256);
        for (name, key, value, problems) in [
            ("\u{65e5}", "a b-c_d:e.f", "\u{e4}", 0),
            (long.as_str(), "a", "", 1),
            ("\u{1f600}", "a", "\u{1f600}", 2),
            ("n", "a/b", &long, 2),
        ] {
            assert_eq!(told(name, key, value), problems, "{name} {key} {value}");
        }
        assert_eq!(unfit_words(None, Some(&long), &[]).len(), 1);
    }
}
