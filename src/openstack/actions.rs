//! What is done to a server, and what came of it.
//! See <https://docs.openstack.org/api-ref/compute/#servers-run-an-action-servers-action>.

use serde::Deserialize;
use serde_json::{Value, json};

use super::calls::{self, Found};
use super::error::Error;
use super::microversion::Version;
use super::request::Call;
use super::resource::Resource as _;
use super::server::Server;
use super::service::Service;
use super::session::Session;

/// Requests an action on a server: `{name: argument}`. Returns the request's ID, by which Nova keeps
/// the outcome.
pub async fn act(
    session: &Session,
    operation: &'static str,
    id: &str,
    name: &str,
    argument: Value,
) -> Result<Option<String>, Error> {
    let body = json!({ name: argument });
    let call = Call::post(operation, Service::Compute, "servers", body)
        .below(id)
        .below("action");
    let answer = session.send(&call).await?;
    Ok(answer.request_id().map(str::to_owned))
}

/// Requests a server's deletion. Returns the request's ID.
pub async fn delete_server(
    session: &Session,
    operation: &'static str,
    id: &str,
) -> Result<Option<String>, Error> {
    let call = Call::delete(operation, Service::Compute, "servers").below(id);
    let answer = session.send(&call).await?;
    Ok(answer.request_id().map(str::to_owned))
}

/// What Nova keeps of an action.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
pub struct ActionOutcome {
    /// `Error`, if it failed.
    pub message: Option<String>,
    /// What was done for it, where the server's microversion tells.
    pub events: Option<Vec<ActionEvent>>,
}

/// A part of an action.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct ActionEvent {
    /// What it was, such as `compute_stop_instance`.
    pub event: String,
    /// `Success` or `Error`; none, while it goes on.
    pub result: Option<String>,
    /// The error's words, which only administrators are told.
    #[serde(default)]
    pub details: Option<String>,
}

impl ActionOutcome {
    /// Whether Nova says that it failed.
    pub fn failed(&self) -> bool {
        self.message.as_deref() == Some("Error") || self.failed_part().is_some()
    }

    /// The part that failed, where that is told.
    pub fn failed_part(&self) -> Option<&ActionEvent> {
        let mut events = self.events.iter().flatten();
        events.find(|event| event.result.as_deref() == Some("Error"))
    }

    /// Whether Nova is still at it, as far as that is told.
    pub fn goes_on(&self) -> bool {
        self.events.as_ref().is_some_and(|events| {
            events.is_empty() || events.iter().any(|event| event.result.is_none())
        })
    }

    /// Whether Nova says that it was done.
    pub fn succeeded(&self) -> bool {
        self.events.is_some() && !self.failed() && !self.goes_on()
    }
}

/// An error's words are shown from here on, to those who may see them.
const DETAILS_VERSION: Version = Version::new(2, 84);
/// Tenants are shown events from here on.
const EVENTS_VERSION: Version = Version::new(2, 51);
/// A deleted server's actions are shown from here on.
const DELETED_VERSION: Version = Version::new(2, 21);
const LOWEST: Version = Version::new(2, 1);

/// Reads what Nova keeps of an action; nothing, where it keeps none.
pub async fn action_outcome(
    session: &Session,
    server: &str,
    request_id: &str,
) -> Result<Option<ActionOutcome>, Error> {
    #[derive(Deserialize)]
    struct Envelope {
        #[serde(rename = "instanceAction")]
        action: ActionOutcome,
    }
    let call = Call::get("DescribeInstanceAction", Service::Compute, "servers")
        .below(server)
        .below("os-instance-actions")
        .below(request_id)
        .version(DETAILS_VERSION)
        .version(EVENTS_VERSION)
        .version(DELETED_VERSION)
        .version(LOWEST);
    match session.send(&call).await {
        Ok(answer) => Ok(Some(answer.decode::<Envelope>()?.action)),
        // Of the request, or of the server, which older ones keep no actions of.
        Err(error) if error.says_gone(request_id) || error.says_gone(server) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads what Nova keeps of the newest action with this name, whoever asked for it. `None` where
/// it keeps none.
pub async fn newest_outcome(
    session: &Session,
    server: &str,
    action: &str,
) -> Result<Option<ActionOutcome>, Error> {
    let mut actions = match actions_of(session, server).await {
        Err(error) if error.says_gone(server) => return Ok(None),
        result => result?,
    };
    actions.retain(|one| one.action == action);
    // Nova lists the newest first; its times are whole seconds.
    let newest = actions
        .into_iter()
        .rev()
        .max_by(|a, b| a.start_time.cmp(&b.start_time));
    Ok(newest.map(|one| ActionOutcome {
        message: one.message,
        events: None,
    }))
}

/// The ID of the request by which a server was created, as Nova keeps it.
pub async fn creating_request(session: &Session, server: &str) -> Result<Option<String>, Error> {
    let actions = actions_of(session, server).await?;
    let created = actions.into_iter().find(|one| one.action == "create");
    Ok(created.map(|one| one.request_id))
}

/// An action in the list of all.
#[derive(Deserialize)]
struct Listed {
    action: String,
    request_id: String,
    #[serde(default)]
    start_time: Option<String>,
    #[serde(default)]
    message: Option<String>,
}

async fn actions_of(session: &Session, server: &str) -> Result<Vec<Listed>, Error> {
    #[derive(Deserialize)]
    struct Envelope {
        #[serde(rename = "instanceActions")]
        actions: Vec<Listed>,
    }
    let call = Call::get("DescribeInstanceActions", Service::Compute, "servers")
        .below(server)
        .below("os-instance-actions")
        .version(DELETED_VERSION)
        .version(LOWEST);
    Ok(session.send(&call).await?.decode::<Envelope>()?.actions)
}

/// A server by its ID; nothing, where there is none any more.
pub async fn show_server(session: &Session, id: &str) -> Result<Option<Found<Server>>, Error> {
    calls::show_known::<Server>(session, id).await
}

/// What Nova says of a server that it was asked to make.
#[derive(Clone, Debug)]
pub struct Created {
    /// The server's ID.
    pub id: String,
    /// The request, by which Nova keeps what comes of it.
    pub request_id: Option<String>,
}

/// Asks for a server. `versions` are the microversions that hold what the body says, the best
/// first.
pub async fn create_server(
    session: &Session,
    operation: &'static str,
    body: Value,
    versions: &[Version],
) -> Result<Created, Error> {
    #[derive(Deserialize)]
    struct Envelope {
        server: Made,
    }
    #[derive(Deserialize)]
    struct Made {
        id: String,
    }
    let call = versions.iter().fold(
        Call::post(operation, Service::Compute, "servers", body)
            .secret_fields(Server::SECRET_FIELDS),
        |call, version| call.version(*version),
    );
    let answer = session.send(&call).await?;
    Ok(Created {
        id: answer.decode::<Envelope>()?.server.id,
        request_id: answer.request_id().map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(text: &str) -> ActionOutcome {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn an_entry_tells_whether_an_action_failed_or_goes_on() {
        let table = [
            (r#"{"message": null}"#, false, false),
            (r#"{"message": "Error"}"#, true, false),
            (r#"{"message": null, "events": []}"#, false, true),
            (
                r#"{"events": [{"event": "a", "result": null}]}"#,
                false,
                true,
            ),
            (
                r#"{"events": [{"event": "a", "result": "Success"}]}"#,
                false,
                false,
            ),
            (
                r#"{"events": [{"event": "a", "result": "Success"}, {"event": "b", "result": "Error"}]}"#,
                true,
                false,
            ),
        ];
        for (text, failed, goes_on) in table {
            let outcome = outcome(text);
            assert_eq!(outcome.failed(), failed, "{text}");
            assert_eq!(outcome.goes_on(), goes_on, "{text}");
            let succeeded = text.contains("Success") && !failed;
            assert_eq!(outcome.succeeded(), succeeded, "{text}");
        }
    }
}
