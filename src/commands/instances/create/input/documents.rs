//! Reads the documents that specifications come from: JSON, YAML and user data.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::args::CreateArgs;
use crate::commands::instances::create::spec::Spec;
use crate::error::CommandError;
use crate::verbs::context::Context;

/// Nova's limit for user data, in bytes of the base64 that it is sent as.
const USER_DATA_LIMIT: usize = 65_535;

/// Reads the specifications that the arguments name, with the flags laid over them.
pub(super) fn specifications(
    context: &Context,
    args: &CreateArgs,
) -> Result<Vec<Spec>, CommandError> {
    let specs = if let Some(source) = &args.cli_input_json {
        if source.trim_start().starts_with(['{', '[']) {
            vec![Spec::from_json(source, "--cli-input-json")?]
        } else {
            let text = context.sources().text_document(source)?;
            vec![Spec::from_json(&text, source)?]
        }
    } else if let Some(source) = &args.from_file {
        Spec::several(&context.sources().text_document(source)?, source)?
    } else {
        vec![Spec::default()]
    };
    let sources = [&args.cli_input_json, &args.from_file];
    let mut stdin_is_read = sources.into_iter().flatten().any(|source| source == "-");
    // Several specifications may name the same file.
    let mut known: HashMap<String, String> = HashMap::new();
    let mut all = Vec::new();
    for spec in specs {
        let mut spec = args.over(spec)?;
        if let Some(source) = spec.user_data.take() {
            let data = match known.get(&source) {
                Some(data) => data.clone(),
                None if source == "-" && stdin_is_read => {
                    return Err(CommandError::usage(
                        "standard input is read once: it is either the instances or the user data",
                    ));
                }
                None => user_data(context, &source)?,
            };
            stdin_is_read |= source == "-";
            spec.user_data = Some(data.clone());
            known.insert(source, data);
        }
        all.push(spec);
    }
    Ok(all)
}

/// Reads user data from a text, `file://PATH` or `-`. Returns it as base64.
pub(super) fn user_data(context: &Context, source: &str) -> Result<String, CommandError> {
    let bytes = match source {
        "-" => context.sources().document(source)?,
        _ => context.sources().value(source)?,
    };
    let text = STANDARD.encode(&bytes);
    if text.len() > USER_DATA_LIMIT {
        return Err(CommandError::usage(format!(
            "the user data has {} bytes, {} as base64; Nova takes {USER_DATA_LIMIT} of that",
            bytes.len(),
            text.len()
        ))
        .hint("a script can fetch the rest from elsewhere when it runs"));
    }
    Ok(text)
}
