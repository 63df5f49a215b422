//! Reads arguments in AWS's shorthand and prints their values, for `tests/witness/shorthand`: a line
//! of JSON each, `{"shape": "Filters", "argument": "Name=a,Values=b"}` in, `{"value": …}` or
//! `{"error": "…"}` out.

use std::io::{self, BufRead as _, Write as _};

use ostk::shorthand::{FILTERS, Shape, ShapeMember, TAG_SPECIFICATIONS, read};
use serde_json::{Value, json};

/// EC2's `BlockDeviceMappingRequestList`, as far as the witness names its keys.
const BLOCK_DEVICE_MAPPINGS: Shape = Shape::List(&Shape::Structure(&[
    ShapeMember::new(
        "Ebs",
        Shape::Structure(&[
            ShapeMember::new("DeleteOnTermination", Shape::Boolean),
            ShapeMember::new("Iops", Shape::Integer),
            ShapeMember::new("SnapshotId", Shape::Text),
            ShapeMember::new("VolumeSize", Shape::Integer),
            ShapeMember::new("VolumeType", Shape::Text),
        ]),
    ),
    ShapeMember::new("NoDevice", Shape::Text),
    ShapeMember::new("DeviceName", Shape::Text),
    ShapeMember::new("VirtualName", Shape::Text),
]));

fn main() -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let case: Value = serde_json::from_str(&line?)?;
        let shape = match case["shape"].as_str() {
            Some("Filters") => FILTERS,
            Some("TagSpecifications") => TAG_SPECIFICATIONS,
            _ => BLOCK_DEVICE_MAPPINGS,
        };
        let argument = case["argument"].as_str().unwrap_or_default();
        let answer = match read(argument, &shape, &mut read_file) {
            Ok(parsed) => json!({ "value": parsed.value }),
            Err(error) => json!({ "error": error.to_string() }),
        };
        writeln!(stdout, "{answer}")?;
    }
    Ok(())
}

fn read_file(value: &str) -> Result<Option<String>, String> {
    match value.strip_prefix("file://") {
        Some(path) => std::fs::read_to_string(path)
            .map(Some)
            .map_err(|error| error.to_string()),
        None if value.starts_with("fileb://") => Err("this is no text".to_owned()),
        None => Ok(None),
    }
}
