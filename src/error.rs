//! A command's error: AWS's code, a message, hints, the exit code and the error that caused it.
//! Every other error becomes one of these, here.

use std::fmt::Write as _;
use std::io;
use std::sync::Arc;

use serde::Serialize;
use thiserror::Error;

use crate::config;
use crate::exit::ExitCode;
use crate::io::Interrupted;
use crate::openstack::{
    AuthError, CatalogError, Error as CloudError, Fault, HttpSettingError, Service, Transport,
    TransportKind,
};
use crate::output::{self, QueryError};
use crate::records::RecordsError;

/// How errors are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ErrorFormat {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON object on one line.
    Json,
    /// A YAML document for each.
    Yaml,
}

/// A command's failure.
#[derive(Clone, Debug, Error)]
#[error("{message}")]
pub struct CommandError {
    /// How the run ends.
    pub exit: ExitCode,
    /// EC2's code where it has one.
    pub code: &'static str,
    /// What was being done, if a service was asked.
    pub operation: Option<&'static str>,
    /// What is wrong.
    pub message: String,
    /// What would help.
    pub hints: Vec<String>,
    /// The service's request ID.
    pub request_id: Option<String>,
    /// The service's HTTP status.
    pub http_status: Option<u16>,
    /// The error that caused it, if there is one.
    pub source: Option<Arc<ErrorSource>>,
}

/// An error of a lower layer.
#[derive(Debug, Error)]
pub enum ErrorSource {
    /// The client's.
    #[error(transparent)]
    Cloud(#[from] CloudError),
    /// A wrong setting of the connection.
    #[error(transparent)]
    HttpSetting(#[from] HttpSettingError),
    /// The configuration's.
    #[error(transparent)]
    Config(#[from] config::Error),
    /// The output's.
    #[error(transparent)]
    Output(#[from] output::Error),
    /// The journal's.
    #[error(transparent)]
    Records(#[from] RecordsError),
    /// The machine's.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// The same as one object, for `--error-format json`.
#[derive(PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Shown<'a> {
    code: &'a str,
    operation: Option<&'a str>,
    message: &'a str,
    hint: Option<String>,
    request_id: Option<&'a str>,
    http_status: Option<u16>,
}

/// Two errors are equal if users cannot tell them apart.
impl PartialEq for CommandError {
    fn eq(&self, other: &Self) -> bool {
        self.exit == other.exit
            && self.retries() == other.retries()
            && self.fields() == other.fields()
    }
}

impl CommandError {
    /// Makes a failure of this kind with this message.
    pub fn new(exit: ExitCode, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            exit,
            code,
            operation: None,
            message: message.into(),
            hints: Vec::new(),
            request_id: None,
            http_status: None,
            source: None,
        }
    }

    /// Makes the error for wrong words of a command. Nothing was sent.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(ExitCode::Usage, "InvalidParameterValue", message)
    }

    /// Makes the error for settings or credentials that are missing or wrong.
    pub fn configuration(message: impl Into<String>) -> Self {
        Self::new(ExitCode::Configuration, "InvalidConfiguration", message)
    }

    /// Adds what would help.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Names the operation, unless the error has one already.
    #[must_use]
    pub fn during(mut self, operation: &'static str) -> Self {
        self.operation.get_or_insert(operation);
        self
    }

    /// Keeps the error that caused this one.
    #[must_use]
    fn caused_by(mut self, source: impl Into<ErrorSource>) -> Self {
        self.source = Some(Arc::new(source.into()));
        self
    }

    /// Gives the error the code, message and hints of one that says more about the same failure.
    #[must_use]
    pub fn explained_by(self, reason: Self) -> Self {
        Self {
            code: reason.code,
            message: reason.message,
            hints: reason.hints,
            ..self
        }
    }

    /// Returns whether the reader of stdout has gone away, having seen enough. That is no failure.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(
            self.source.as_deref(),
            Some(ErrorSource::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe
        )
    }

    /// Returns whether a name was given that several resources have.
    pub fn is_ambiguous(&self) -> bool {
        matches!(
            self.source.as_deref(),
            Some(ErrorSource::Cloud(CloudError::Ambiguous { .. }))
        )
    }

    /// Returns how often the request was sent again.
    fn retries(&self) -> u32 {
        match self.source.as_deref() {
            Some(ErrorSource::Cloud(CloudError::Fault(fault))) => fault.retries,
            Some(ErrorSource::Cloud(CloudError::Transport(transport))) => transport.retries,
            _ => 0,
        }
    }

    /// Returns the error in this form, without a newline at its end.
    pub fn shown(&self, format: ErrorFormat) -> String {
        match format {
            ErrorFormat::Text => self.text(),
            ErrorFormat::Json => self.json(),
            ErrorFormat::Yaml => self.yaml(),
        }
    }

    /// Returns the error as AWS's command line writes it.
    pub fn text(&self) -> String {
        let mut text = format!("ostk: [ERROR]: An error occurred ({})", self.code);
        if let Some(operation) = self.operation {
            let _ = write!(text, " when calling the {operation} operation");
        }
        let retries = self.retries();
        if retries > 0 {
            let _ = write!(text, " (reached max retries: {retries})");
        }
        let _ = write!(text, ": {}", self.message);
        for hint in &self.hints {
            let _ = write!(text, "\nhint: {hint}");
        }
        if let Some(request_id) = &self.request_id {
            let _ = write!(text, "\nrequest id: {request_id}");
        }
        text
    }

    /// Returns the error as one JSON object on one line.
    pub fn json(&self) -> String {
        serde_json::to_string(&self.fields()).unwrap_or_default()
    }

    /// Returns the error as one YAML document.
    fn yaml(&self) -> String {
        let document = output::yaml_document(&self.fields()).unwrap_or_default();
        format!("---\n{}", document.trim_end())
    }

    fn fields(&self) -> Shown<'_> {
        Shown {
            code: self.code,
            operation: self.operation,
            message: &self.message,
            hint: (!self.hints.is_empty()).then(|| self.hints.join("\n")),
            request_id: self.request_id.as_deref(),
            http_status: self.http_status,
        }
    }
}

impl From<CloudError> for CommandError {
    fn from(error: CloudError) -> Self {
        from_cloud(&error).caused_by(error)
    }
}

fn from_cloud(error: &CloudError) -> CommandError {
    let message = error.to_string();
    match error {
        CloudError::Fault(fault) => from_fault(fault),
        CloudError::Transport(transport) => from_transport(transport),
        CloudError::Decode(decode) => {
            let mut error = CommandError::new(ExitCode::Other, "ResponseParserError", message)
                .during(decode.operation);
            error.request_id.clone_from(&decode.request_id);
            error.http_status = Some(decode.status);
            error.hint("--debug shows the whole answer")
        }
        CloudError::NotFound { noun, .. } => {
            let error = CommandError::new(ExitCode::Service, noun.not_found, message);
            match noun.command {
                Some(command) => error.hint(format!("'ostk {command} list' shows what there is")),
                None => error,
            }
        }
        CloudError::Ambiguous { noun, .. } => {
            CommandError::new(ExitCode::Service, noun.ambiguous, message).hint("name it by its ID")
        }
        CloudError::Auth(error) => from_auth(error),
        CloudError::Catalog(error) => from_catalog(error),
        CloudError::Microversion { .. } => {
            CommandError::new(ExitCode::Service, "UnsupportedOperation", message)
        }
    }
}

fn from_transport(transport: &Transport) -> CommandError {
    let code = transport_code(transport.kind);
    let error =
        CommandError::new(ExitCode::Other, code, transport.to_string()).during(transport.operation);
    match transport.kind {
        TransportKind::Tls => {
            error.hint("'cacert' in clouds.yaml or --ca-bundle names the certificates to trust")
        }
        TransportKind::ReadTimeout | TransportKind::TooSlow => {
            error.hint("--read-timeout gives the service more time")
        }
        TransportKind::TooLarge => {
            error.hint("where a list is asked for, --page-size makes its answers smaller")
        }
        _ => error,
    }
}

fn from_fault(fault: &Fault) -> CommandError {
    let mut error = CommandError::new(
        ExitCode::Service,
        fault_code(fault.service, fault.status, fault.retry_after.is_some()),
        fault.to_string(),
    )
    .during(fault.operation);
    error.request_id.clone_from(&fault.request_id);
    error.http_status = Some(fault.status);
    // The body is not in the service's own form, so nothing is known to be missing.
    if fault.status == 404 && fault.code.is_none() {
        error.code = "ServiceUnavailable";
        return error.hint(format!(
            "this 404 is not the {} service's own: something in front of it answered",
            fault.service.name()
        ));
    }
    error
}

/// Returns EC2's code for a status. Only Nova's words tell which of several limits was reached, and
/// nothing here reads words.
fn fault_code(service: Service, status: u16, retry_after: bool) -> &'static str {
    match status {
        400 | 422 => "InvalidParameterValue",
        401 => "AuthFailure",
        403 => "UnauthorizedOperation",
        404 => "ResourceNotFound",
        406 | 501 | 405 => "UnsupportedOperation",
        409 if service == Service::Compute => "IncorrectInstanceState",
        409 => "IncorrectState",
        // Cinder's answer for a quota that is used up.
        413 if service == Service::BlockStorage => "VolumeLimitExceeded",
        413 | 429 if status == 429 || retry_after => "RequestLimitExceeded",
        413 => "RequestEntityTooLarge",
        502..=504 => "ServiceUnavailable",
        _ => "InternalError",
    }
}

/// Returns the name that AWS's command line has for such a failure.
fn transport_code(kind: TransportKind) -> &'static str {
    match kind {
        TransportKind::Refused | TransportKind::Unreachable => "EndpointConnectionError",
        TransportKind::ConnectTimeout => "ConnectTimeoutError",
        TransportKind::Tls => "SSLError",
        TransportKind::ReadTimeout | TransportKind::TooSlow => "ReadTimeoutError",
        TransportKind::Cut => "ConnectionClosedError",
        TransportKind::TooLarge => "ResponseTooLarge",
        TransportKind::Garbled => "ResponseParserError",
        TransportKind::Other => "HTTPClientError",
    }
}

/// Makes the error for a run that was ended while it waited for input.
fn interrupted() -> CommandError {
    CommandError::new(ExitCode::Interrupted, "Interrupted", "interrupted")
}

fn from_auth(error: &AuthError) -> CommandError {
    let message = error.to_string();
    match error {
        AuthError::Refused {
            request_id, status, ..
        } => {
            let mut error = CommandError::new(ExitCode::Configuration, "AuthFailure", message)
                .during("CreateToken")
                .hint("'ostk configure list' shows which credentials are used and where each comes from");
            error.request_id.clone_from(request_id);
            error.http_status = Some(*status);
            error
        }
        AuthError::MoreFactors { .. } => {
            CommandError::new(ExitCode::Configuration, "AuthFailure", message)
                .during("CreateToken")
                .hint("set auth_type to v3multifactor, and auth_methods to the methods needed")
        }
        AuthError::Unasked { source, .. } if Interrupted::is(source) => interrupted(),
        AuthError::Unasked { .. } => CommandError::new(ExitCode::Other, "IOError", message),
        AuthError::Missing { .. } => {
            CommandError::new(ExitCode::Configuration, "NoCredentials", message)
                .hint("'ostk configure list' shows what is set and where each setting comes from")
        }
        AuthError::Invalid { .. } | AuthError::NoVersion3 { .. } => {
            CommandError::configuration(message)
        }
    }
}

fn from_catalog(error: &CatalogError) -> CommandError {
    let failure = CommandError::configuration(error.to_string());
    match error {
        CatalogError::NoEndpoint { .. } => {
            failure.hint("--region, or region_name and interface in clouds.yaml, choose another")
        }
        CatalogError::Unscoped { .. } => {
            failure.hint("set project_name (or project_id) for this cloud")
        }
        CatalogError::NoService { .. } | CatalogError::BadUrl { .. } => failure,
    }
}

impl From<HttpSettingError> for CommandError {
    fn from(error: HttpSettingError) -> Self {
        Self::configuration(error.to_string()).caused_by(error)
    }
}

impl From<config::Error> for CommandError {
    fn from(error: config::Error) -> Self {
        Self::configuration(error.to_string()).caused_by(error)
    }
}

impl From<output::Error> for CommandError {
    fn from(error: output::Error) -> Self {
        let error = match error {
            output::Error::Io(error) => return error.into(),
            error => error,
        };
        let message = error.to_string();
        let failure = match &error {
            output::Error::Query(QueryError::Wrong(_)) => Self::usage(message),
            output::Error::Serialize(_) => Self::new(ExitCode::Other, "OutputError", message),
            _ => Self::new(ExitCode::Other, "QueryError", message),
        };
        failure.caused_by(error)
    }
}

impl From<RecordsError> for CommandError {
    fn from(error: RecordsError) -> Self {
        let failure = Self::new(ExitCode::Other, "RecordsError", error.to_string());
        let failure = match &error {
            RecordsError::NoFolder => Self::configuration(error.to_string()),
            RecordsError::Newer { .. } => {
                failure.hint("use that version, or another HOME; the file was left as it is")
            }
            error if error.is_damaged() => failure.hint(
                "move the file away, and 'ostk records rebuild' makes it anew from what the cloud has",
            ),
            _ => failure,
        };
        failure.caused_by(error)
    }
}

impl From<io::Error> for CommandError {
    fn from(error: io::Error) -> Self {
        if Interrupted::is(&error) {
            return interrupted().caused_by(error);
        }
        Self::new(ExitCode::Other, "IOError", error.to_string()).caused_by(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noun::Noun;

    #[test]
    fn errors_read_as_awss_do() {
        let mut error = CommandError::new(ExitCode::Service, "InvalidInstanceID.NotFound", "none")
            .during("StopInstances")
            .hint("look")
            .caused_by(CloudError::from(Box::new(Transport {
                operation: "StopInstances",
                kind: TransportKind::Cut,
                origin: "http://h".to_owned(),
                retries: 3,
                cause: String::new(),
            })));
        error.request_id = Some("req-1".to_owned());
        assert_eq!(
            error.text(),
            "ostk: [ERROR]: An error occurred (InvalidInstanceID.NotFound) when calling the \
             StopInstances operation (reached max retries: 3): none\nhint: look\nrequest id: req-1"
        );
        assert_eq!(
            error.json(),
            r#"{"Code":"InvalidInstanceID.NotFound","Operation":"StopInstances","Message":"none","Hint":"look","RequestId":"req-1","HttpStatus":null}"#
        );
        assert_eq!(
            error.shown(ErrorFormat::Yaml),
            "---\nCode: InvalidInstanceID.NotFound\nHint: look\nHttpStatus: null\nMessage: none\n\
             Operation: StopInstances\nRequestId: req-1"
        );
    }

    #[test]
    fn an_error_keeps_what_caused_it() {
        let closed = CommandError::from(io::Error::from(io::ErrorKind::BrokenPipe));
        assert!(closed.is_closed_pipe());
        // Nothing reads its words.
        let other = CommandError::from(io::Error::other("Broken pipe (os error 32)"));
        assert!(!other.is_closed_pipe());
        let error = CommandError::from(config::Error::Unreadable {
            path: "clouds.yaml".into(),
            source: io::Error::from(io::ErrorKind::PermissionDenied),
        });
        let source = std::error::Error::source(&error).unwrap();
        assert_eq!(source.to_string(), error.to_string());
        let explained = closed.explained_by(CommandError::usage("why"));
        assert!(explained.is_closed_pipe());
        assert_eq!(explained.code, "InvalidParameterValue");
    }

    #[test]
    fn a_missing_resource_names_the_command_that_lists_its_kind() {
        let error = CommandError::from(CloudError::NotFound {
            noun: &Noun {
                singular: "security group",
                plural: "security groups",
                command: Some("security-groups"),
                operation: "DescribeSecurityGroups",
                not_found: "InvalidGroup.NotFound",
                ambiguous: "InvalidGroup.Ambiguous",
            },
            target: "web".to_owned(),
            scope: " in project 'demo'".to_owned(),
        });
        assert_eq!(error.code, "InvalidGroup.NotFound");
        assert_eq!(
            error.message,
            "no security group is named 'web' in project 'demo'"
        );
        assert_eq!(
            error.hints,
            ["'ostk security-groups list' shows what there is"]
        );
    }

    #[test]
    fn statuses_have_ec2s_codes() {
        let table = [
            (Service::Compute, 409, false, "IncorrectInstanceState"),
            (Service::Network, 409, false, "IncorrectState"),
            (Service::BlockStorage, 413, true, "VolumeLimitExceeded"),
            (Service::Compute, 413, true, "RequestLimitExceeded"),
            (Service::Compute, 413, false, "RequestEntityTooLarge"),
            (Service::Compute, 429, false, "RequestLimitExceeded"),
            (Service::Compute, 500, false, "InternalError"),
            (Service::Compute, 503, false, "ServiceUnavailable"),
        ];
        for (service, status, retry_after, code) in table {
            assert_eq!(fault_code(service, status, retry_after), code, "{status}");
        }
    }
}
