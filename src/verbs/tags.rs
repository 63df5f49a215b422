//! Tags of resources to create: from `--tag`, `--tag-specifications`, or a document. The tag `Name`
//! is the resource's name, as in AWS.

use serde::{Deserialize, Serialize};

use super::source::Sources;
use crate::error::CommandError;
use crate::records::is_own_key;
use crate::shorthand::TAG_SPECIFICATIONS;

const OPTION: &str = "--tag-specifications";
/// The tag that AWS's tools show as the name.
const NAME: &str = "Name";

/// A tag, as AWS writes them.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct TagSpec {
    /// The key.
    pub key: String,
    /// The value, which may be empty.
    #[serde(default)]
    pub value: String,
}

/// Tags for one kind of resource, as AWS writes them.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct TagSpecification {
    resource_type: String,
    tags: Vec<TagSpec>,
}

impl TagSpec {
    /// Returns whether it is the resource's name.
    pub fn is_name(&self) -> bool {
        self.key == NAME
    }

    /// Reads `KEY=VALUE`.
    pub fn parse(flag: &str, text: &str) -> Result<Self, CommandError> {
        match text.split_once('=') {
            Some((key, value)) if !key.is_empty() => Ok(Self {
                key: key.to_owned(),
                value: value.to_owned(),
            }),
            _ => Err(CommandError::usage(format!(
                "{flag} '{text}' is not of the form KEY=VALUE"
            ))),
        }
    }
}

impl TagSpecification {
    /// Returns the tags. Refuses tags for another kind of resource.
    pub fn of(self, kind: &str, origin: &str) -> Result<Vec<TagSpec>, CommandError> {
        match self.resource_type.as_str() {
            own if own == kind => {}
            "" => {
                return Err(CommandError::usage(format!(
                    "{origin}: a specification of tags has no ResourceType"
                ))
                .hint(format!(
                    "such as: ResourceType={kind},Tags=[{{Key=env,Value=ci}}]"
                )));
            }
            other => {
                return Err(CommandError::usage(format!(
                    "{origin}: this command tags a resource of type '{kind}', not '{other}'"
                )));
            }
        }
        match self.tags.iter().find(|tag| tag.key.is_empty()) {
            Some(_) => Err(CommandError::usage(format!("{origin}: a tag has no Key"))),
            None => Ok(self.tags),
        }
    }
}

/// Returns the tags for this kind of resource from arguments of `--tag-specifications`.
pub fn specified(
    sources: Sources<'_>,
    kind: &str,
    arguments: &[String],
) -> Result<Vec<TagSpec>, CommandError> {
    let mut tags: Vec<TagSpec> = Vec::new();
    for argument in arguments {
        let parsed = sources.shorthand(OPTION, argument, &TAG_SPECIFICATIONS)?;
        let wrong = |error: serde_json::Error| {
            CommandError::usage(format!("{OPTION} '{argument}': {error}"))
        };
        let all: Vec<TagSpecification> = serde_json::from_value(parsed.value).map_err(wrong)?;
        for specification in all {
            tags.extend(specification.of(kind, OPTION)?);
        }
    }
    Ok(tags)
}

/// Refuses tags with a repeated key, because the intended value is not clear. Also refuses keys
/// that ostk reserves. `origin` is where the user wrote the tags.
pub fn check(tags: &[TagSpec], origin: &str) -> Result<(), CommandError> {
    for (index, tag) in tags.iter().enumerate() {
        let key = &tag.key;
        if tags[..index].iter().any(|other| other.key == *key) {
            return Err(CommandError::usage(format!(
                "{origin}: the tag '{key}' is given twice"
            )));
        }
        if is_own_key(key) {
            return Err(CommandError::usage(format!(
                "{origin}: the tag '{key}' is reserved for ostk"
            ))
            .hint("--client-token and --run-id set what ostk keeps there"));
        }
    }
    Ok(())
}

/// Returns one argument of `--tag-specifications` for all of these tags.
pub fn argument(kind: &str, tags: Vec<TagSpec>) -> String {
    let specification = TagSpecification {
        resource_type: kind.to_owned(),
        tags,
    };
    serde_json::to_string(&specification).unwrap_or_default()
}

/// Reads what [`argument`] writes.
pub fn from_argument(kind: &str, text: &str) -> Result<Vec<TagSpec>, CommandError> {
    serde_json::from_str::<TagSpecification>(text)
        .map_err(|error| CommandError::usage(format!("{OPTION} '{text}': {error}")))?
        .of(kind, OPTION)
}

/// Returns the resource's name: `given`, or the tag `Name`, which is removed from the tags. Refuses
/// two different names. `origin` is the document that holds them.
pub fn name_of(
    given: Option<String>,
    tags: &mut Vec<TagSpec>,
    origin: Option<&str>,
) -> Result<Option<String>, CommandError> {
    let mut name = given;
    for tag in tags.iter().filter(|tag| tag.is_name()) {
        match &name {
            Some(name) if *name != tag.value => {
                let place = match origin {
                    Some(origin) => format!("{origin}: "),
                    None => String::new(),
                };
                return Err(CommandError::usage(format!(
                    "{place}the name '{name}' and the tag Name '{}' differ",
                    tag.value
                ))
                .hint("the tag Name is the name: give one of them, or both alike"));
            }
            _ => name = Some(tag.value.clone()),
        }
    }
    tags.retain(|tag| !tag.is_name());
    Ok(name)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;
    use std::path::Path;

    use super::*;
    use crate::env::Env;
    use crate::io::Input;

    fn read(arguments: &[&str]) -> Result<Vec<(String, String)>, CommandError> {
        let env = Env::for_test(Path::new("/"), []);
        let stdin = Input::new(Cursor::new(""), false);
        let arguments: Vec<String> = arguments.iter().map(|text| (*text).to_owned()).collect();
        let tags = specified(Sources::new(&env, &stdin), "instance", &arguments)?;
        check(&tags, OPTION)?;
        assert_eq!(
            from_argument("instance", &argument("instance", tags.clone())).unwrap(),
            tags
        );
        Ok(tags.into_iter().map(|tag| (tag.key, tag.value)).collect())
    }

    #[test]
    fn awss_specifications_are_read() {
        let tags = |pairs: &[(&str, &str)]| {
            pairs
                .iter()
                .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
                .collect::<Vec<_>>()
        };
        for (arguments, expected) in [
            (
                &["ResourceType=instance,Tags=[{Key=env,Value=ci},{Key=a,Value=b}]"][..],
                tags(&[("env", "ci"), ("a", "b")]),
            ),
            (
                &[
                    r#"Tags = [ { Value = "a,b" , Key = 'x y' } , {Key=z,Value=c\,d} ], ResourceType = instance"#,
                    r#"[{"ResourceType": "instance", "Tags": [{"Key": "env", "Value": "=}"}]}]"#,
                ],
                tags(&[("x y", "a,b"), ("z", "c,d"), ("env", "=}")]),
            ),
            (
                &["ResourceType=instance,Tags=[{Key=env}]"],
                tags(&[("env", "")]),
            ),
            (&["ResourceType=instance,Tags=[]"], tags(&[])),
        ] {
            assert_eq!(read(arguments).unwrap(), expected, "{arguments:?}");
        }
        for (arguments, expected) in [
            (
                &["ResourceType=volume,Tags=[{Key=a,Value=b}]"][..],
                "not 'volume'",
            ),
            (&["Tags=[{Key=a,Value=b}]"], "no ResourceType"),
            (
                &["ResourceType=instance,Tags=[{Value=b}]"],
                "missing field `Key`",
            ),
            (
                &["ResourceType=instance,Tags=[{Key=,Value=b}]"],
                "a tag has no Key",
            ),
            (
                &["ResourceType=instance,Tags=[{Key=a,Key=b,Value=c}]"],
                "'Key' is given twice",
            ),
            (
                &[
                    "ResourceType=instance,Tags=[{Key=a,Value=b}]",
                    "ResourceType=instance,Tags=[{Key=a,Value=c}]",
                ],
                "the tag 'a' is given twice",
            ),
            (&["env=ci"], "unknown key 'env'"),
            (
                &["ResourceType=instance,Tags=[{Key=ostk_run_id,Value=b}]"],
                "reserved for ostk",
            ),
        ] {
            let message = read(arguments).unwrap_err().message;
            assert!(message.contains(expected), "{message}");
        }
    }

    #[test]
    fn the_tag_name_is_the_name() {
        let name = |given: Option<&str>, values: &[&str]| {
            let tag = |value: &&str| TagSpec::parse("--tag", &format!("Name={value}")).unwrap();
            let mut tags: Vec<TagSpec> = values.iter().map(tag).collect();
            tags.push(TagSpec::parse("--tag", "env=ci").unwrap());
            let name = name_of(given.map(str::to_owned), &mut tags, None)?;
            assert_eq!(tags.len(), 1);
            Ok::<_, CommandError>(name)
        };
        assert_eq!(name(None, &["web"]).unwrap().as_deref(), Some("web"));
        assert_eq!(name(Some("web"), &["web"]).unwrap().as_deref(), Some("web"));
        assert_eq!(name(Some("web"), &[]).unwrap().as_deref(), Some("web"));
        assert!(name(Some("web"), &["db"]).is_err());
        assert!(name(None, &["web", "db"]).is_err());
    }
}
