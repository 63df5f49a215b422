//! Compares this module's output with the output of AWS's command line.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};

use serde::Deserialize;

use super::{Error, Format, Output, Query, QueryError};
use crate::io::Stream;
use crate::jmespath::{Literal, read_json};

#[derive(Deserialize)]
struct Table {
    documents: Vec<String>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    expression: String,
    document: usize,
    error: Option<String>,
    json: Option<String>,
    yaml: Option<String>,
    text: Option<String>,
}

#[derive(Clone, Default)]
struct Sink(Arc<Mutex<Vec<u8>>>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn printed(expression: &str, document: &Literal, format: Format) -> Result<String, Error> {
    let sink = Sink::default();
    let stream = Stream::new(sink.clone(), None);
    let query = Query::compile(expression)?;
    Output::new(format, Some(query), false, stream).value(document)?;
    let bytes = sink.0.lock().unwrap().clone();
    Ok(String::from_utf8(bytes).unwrap())
}

/// Returns how the output of a case differs, if it does.
fn check(case: &Case, document: &Literal) -> Option<String> {
    for (format, wanted) in [
        (Format::Json, &case.json),
        (Format::Yaml, &case.yaml),
        (Format::Text, &case.text),
    ] {
        let found = printed(&case.expression, document, format);
        let is_right = match (case.error.as_deref(), &found) {
            (Some("compile"), Err(Error::Query(QueryError::Wrong(_))))
            | (Some("evaluate"), Err(Error::Query(QueryError::Unfit(_)))) => true,
            // There is no expected text if AWS's writer fails. This writer must not fail.
            (None, Ok(found)) => wanted.as_ref().is_none_or(|wanted| wanted == found),
            _ => false,
        };
        if !is_right {
            let wanted = case.error.as_ref().or(wanted.as_ref());
            return Some(format!(
                "{} on document {} as {format}:\nwanted {wanted:?}\nfound  {found:?}\n",
                case.expression, case.document
            ));
        }
    }
    None
}

fn check_all(path: &Path, least: usize) {
    let table: Table = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let documents = table.documents.iter().map(|text| read_json(text).unwrap());
    let documents: Vec<_> = documents.collect();
    let wrong: Vec<_> = table
        .cases
        .iter()
        .filter_map(|case| check(case, &documents[case.document]))
        .collect();
    let count = wrong.len();
    assert!(
        wrong.is_empty(),
        "{}\n{count} cases differ",
        wrong[..count.min(20)].join("\n")
    );
    assert!(
        table.cases.len() >= least,
        "only {} cases",
        table.cases.len()
    );
}

#[test]
fn a_table_of_queries_is_printed_as_aws_does() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    check_all(&root.join("tests/jmespath/expected.json"), 300);
}

#[test]
#[ignore = "needs a file of cases: tests/witness/query.py makes it and runs this"]
fn cases_of_a_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    check_all(&root.join("target/witness-query/cases.json"), 1);
}
