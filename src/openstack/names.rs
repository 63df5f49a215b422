//! The names of images and the facts of flavors, by ID. A server's own response does not hold them
//! at the microversion that costs least. They are kept with the token, so that the next list needs
//! no extra requests.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How long an image's name is valid. An image may be renamed, so its name is then requested again.
const IMAGE_NAME_LIFE: SignedDuration = SignedDuration::from_mins(10);

/// The known images and flavors.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    #[serde(default)]
    images: BTreeMap<String, Seen<String>>,
    #[serde(default)]
    flavors: BTreeMap<String, Seen<FlavorFacts>>,
}

/// The result of a look-up by ID, and its time. There is no result if the resource is gone or
/// hidden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen<T> {
    found: Option<T>,
    at: Timestamp,
}

impl<T> Seen<T> {
    /// Returns the result, or `None` if the resource is gone or hidden.
    pub fn found(&self) -> Option<&T> {
        self.found.as_ref()
    }
}

/// The properties that a flavor gives an instance. Nova never changes these under one ID.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlavorFacts {
    /// The flavor's name.
    pub name: String,
    /// The number of virtual processors.
    pub vcpus: u32,
    /// The memory in MiB.
    pub memory_mib: u64,
    /// The root disk in GiB; 0 if it is as large as the image or the volume.
    #[serde(default)]
    pub disk_gib: Option<u64>,
}

impl Names {
    /// Returns what is known of an image's name, or `None` before the first look-up.
    pub fn image(&self, id: &str) -> Option<&Seen<String>> {
        self.images.get(id)
    }

    /// Returns what is known of a flavor's facts, or `None` before the first look-up.
    pub fn flavor(&self, id: &str) -> Option<&Seen<FlavorFacts>> {
        self.flavors.get(id)
    }

    /// Returns the IDs of the flavors with this name. There may be several: Nova allows reuse of a
    /// deleted flavor's name.
    pub fn flavors_named(&self, name: &str) -> Vec<&str> {
        self.flavors
            .iter()
            .filter(|(_, seen)| seen.found.as_ref().is_some_and(|facts| facts.name == name))
            .map(|(id, _)| id.as_str())
            .collect()
    }

    /// Returns whether any flavor is known.
    pub fn knows_flavors(&self) -> bool {
        !self.flavors.is_empty()
    }

    /// Returns those of `ids` with a name that is unknown or too old.
    pub fn unknown_images<'a>(
        &self,
        ids: impl Iterator<Item = &'a str>,
        now: Timestamp,
    ) -> BTreeSet<String> {
        ids.filter(|id| self.images.get(*id).is_none_or(|seen| is_old(seen.at, now)))
            .map(str::to_owned)
            .collect()
    }

    /// Returns those of `ids` that are unknown. A flavor that was not found is tried again later.
    pub fn unknown_flavors<'a>(
        &self,
        ids: impl Iterator<Item = &'a str>,
        now: Timestamp,
    ) -> BTreeSet<String> {
        ids.filter(|id| {
            self.flavors
                .get(*id)
                .is_none_or(|seen| seen.found.is_none() && is_old(seen.at, now))
        })
        .map(str::to_owned)
        .collect()
    }

    /// Stores an image's name, or that none was found.
    pub fn learn_image(&mut self, id: &str, name: Option<String>, now: Timestamp) {
        let seen = Seen {
            found: name,
            at: now,
        };
        self.images.insert(id.to_owned(), seen);
    }

    /// Stores a flavor's facts.
    pub fn learn_flavor(&mut self, id: &str, facts: FlavorFacts, now: Timestamp) {
        let seen = Seen {
            found: Some(facts),
            at: now,
        };
        self.flavors.insert(id.to_owned(), seen);
    }

    /// Stores that those of `ids` which are still unknown are in no list: they are deleted, or
    /// belong to another project.
    pub fn give_up_flavors(&mut self, ids: BTreeSet<String>, now: Timestamp) {
        for id in ids {
            if self.flavor(&id).and_then(Seen::found).is_none() {
                let seen = Seen {
                    found: None,
                    at: now,
                };
                self.flavors.insert(id, seen);
            }
        }
    }
}

/// Returns whether an entry is too old. If the clock was set back, every entry counts as old, and
/// none stays valid without end.
fn is_old(at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(at).abs() > IMAGE_NAME_LIFE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn set(ids: &[&str]) -> BTreeSet<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn an_image_name_is_asked_for_again_and_a_flavor_is_not() {
        let noon = time("2026-11-23T12:00:00Z");
        let later = time("2026-11-23T12:11:00Z");
        let mut names = Names::default();
        names.learn_image("i", Some("cirros".to_owned()), noon);
        names.learn_image("gone", None, noon);
        let facts = FlavorFacts {
            name: "m1.nano".to_owned(),
            vcpus: 1,
            memory_mib: 64,
            disk_gib: Some(1),
        };
        names.learn_flavor("f", facts.clone(), noon);
        names.give_up_flavors(set(&["lost", "f"]), noon);

        let images = || ["i", "gone", "new"].into_iter();
        let flavors = || ["f", "lost", "new"].into_iter();
        assert_eq!(names.unknown_images(images(), noon), set(&["new"]));
        assert_eq!(
            names.unknown_images(images(), later),
            set(&["gone", "i", "new"])
        );
        assert_eq!(names.unknown_flavors(flavors(), noon), set(&["new"]));
        assert_eq!(
            names.unknown_flavors(flavors(), later),
            set(&["lost", "new"])
        );
        let image = |id| names.image(id).map(Seen::found);
        let flavor = |id| names.flavor(id).map(Seen::found);
        assert_eq!(image("i"), Some(Some(&"cirros".to_owned())));
        assert_eq!(image("gone"), Some(None));
        assert_eq!(image("new"), None);
        assert_eq!(flavor("f"), Some(Some(&facts)));
        assert_eq!(flavor("lost"), Some(None));
        assert_eq!(names.flavors_named("m1.nano"), ["f"]);
    }
}
