//! The filters of key pairs.

use super::KeyPair;
use super::view::KeyPairView;
use crate::openstack::Resource as _;
use crate::verbs::filters::{Field, Filterable, Texts};

impl Filterable for KeyPairView {
    const PLURAL: &'static str = KeyPair::NOUN.plural;
    const TAGGED: bool = false;
    const FIELDS: &'static [Field<Self>] = &[
        // Nova identifies a key pair by its name alone.
        Field::<Self>::new(&["name", "key-name", "key-pair-id"], |pair| {
            Texts::one(&pair.key_name)
        }),
        Field::<Self>::new(&["fingerprint"], |pair| {
            let both = [&pair.key_fingerprint, &pair.key_fingerprint_sha256];
            Texts::each(both.into_iter().flatten())
        }),
        Field::<Self>::new(&["key-type"], |pair| {
            let both = [&pair.key_type, &pair.key_algorithm];
            Texts::each(both.into_iter().flatten())
        }),
    ];
}
