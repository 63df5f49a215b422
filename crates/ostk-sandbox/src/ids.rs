//! IDs: random ones, and fixed ones that depend only on a name.

/// Returns a new random ID with dashes.
pub(crate) fn uuid() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// Returns a new random ID without dashes, as Keystone writes them.
pub(crate) fn hex() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}

/// Returns the fixed ID of a name, without dashes.
pub(crate) fn fixed_id(name: &str) -> String {
    fixed_uuid(name).simple().to_string()
}

pub(crate) fn fixed_uuid(name: &str) -> uuid::Uuid {
    let digest = ring::digest::digest(&ring::digest::SHA256, name.as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest.as_ref()[..16]);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}
