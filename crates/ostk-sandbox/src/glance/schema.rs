//! `/schemas`: the JSON schema of an image.

use serde_json::{Value, json};

pub(super) const DISK_FORMATS: [&str; 11] = [
    "ami", "ari", "aki", "vhd", "vhdx", "vmdk", "raw", "qcow2", "vdi", "iso", "ploop",
];
pub(super) const CONTAINER_FORMATS: [&str; 8] = [
    "ami",
    "ari",
    "aki",
    "bare",
    "ovf",
    "ova",
    "docker",
    "compressed",
];

pub(super) fn image() -> Value {
    let property = |kind: Value, text: &str| json!({ "type": kind, "description": text });
    json!({
        "name": "image",
        "properties": {
            "id": property(json!("string"), "An identifier for the image"),
            "name": property(json!(["null", "string"]), "Descriptive name for the image"),
            "status": { "type": "string", "readOnly": true, "description": "Status of the image",
                        "enum": ["queued", "saving", "active", "killed", "deleted", "uploading",
                                 "importing", "pending_delete", "deactivated"] },
            "visibility": { "type": "string", "description": "Scope of image accessibility",
                            "enum": ["community", "public", "private", "shared"] },
            "protected": property(json!("boolean"), "If true, image will not be deletable."),
            "os_hidden": property(
                json!("boolean"),
                "If true, image will not appear in default image list response."
            ),
            "checksum": property(json!(["null", "string"]), "md5 hash of image contents."),
            "os_hash_algo": property(json!(["null", "string"]), "Algorithm of os_hash_value"),
            "os_hash_value": property(json!(["null", "string"]), "Digest of image contents"),
            "owner": property(json!(["null", "string"]), "Owner of the image"),
            "size": property(json!(["null", "integer"]), "Size of image file in bytes"),
            "virtual_size": property(
                json!(["null", "integer"]),
                "Virtual size of image in bytes"
            ),
            "container_format": { "type": ["null", "string"], "enum": CONTAINER_FORMATS,
                                  "description": "Format of the container" },
            "disk_format": { "type": ["null", "string"], "enum": DISK_FORMATS,
                             "description": "Format of the disk" },
            "created_at": property(json!("string"), "Date and time of image registration"),
            "updated_at": property(json!("string"), "Date and time of the last modification"),
            "tags": { "type": "array", "items": { "type": "string", "maxLength": 255 },
                      "description": "List of strings related to the image" },
            "min_ram": property(json!("integer"), "Amount of ram (in MB) required to boot image."),
            "min_disk": property(
                json!("integer"),
                "Amount of disk space (in GB) required to boot image."
            ),
            "self": property(json!("string"), "An image self url"),
            "file": property(json!("string"), "An image file url"),
            "schema": property(json!("string"), "An image schema url"),
        },
        "additionalProperties": { "type": "string" },
        "links": [{ "rel": "self", "href": "{self}" },
                  { "rel": "enclosure", "href": "{file}" },
                  { "rel": "describedby", "href": "{schema}" }],
    })
}

pub(super) fn images() -> Value {
    json!({
        "name": "images",
        "properties": {
            "images": { "type": "array", "items": image() },
            "first": { "type": "string" },
            "next": { "type": "string" },
            "schema": { "type": "string" },
        },
        "links": [{ "rel": "first", "href": "{first}" },
                  { "rel": "next", "href": "{next}" },
                  { "rel": "describedby", "href": "{schema}" }],
    })
}
