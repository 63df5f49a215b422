//! Actions on a server and their outcomes. See
//! <https://docs.openstack.org/api-ref/compute/#servers-run-an-action-servers-action>.

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

/// Requests an action on a server: `{name: argument}`. Returns the request's ID, under which Nova
/// records the outcome.
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

/// Requests the deletion of a server. Returns the request's ID.
pub async fn delete_server(
    session: &Session,
    operation: &'static str,
    id: &str,
) -> Result<Option<String>, Error> {
    let call = Call::delete(operation, Service::Compute, "servers").below(id);
    let answer = session.send(&call).await?;
    Ok(answer.request_id().map(str::to_owned))
}

/// Nova's record of an action.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
pub struct ActionOutcome {
    /// `Error` if the action failed.
    pub message: Option<String>,
    /// The parts of the action, if the microversion includes them.
    pub events: Option<Vec<ActionEvent>>,
}

/// A part of an action.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct ActionEvent {
    /// The part's name, such as `compute_stop_instance`.
    pub event: String,
    /// `Success` or `Error`; `None` while the part is in progress.
    pub result: Option<String>,
    /// The error's text, which Nova shows only to administrators.
    #[serde(default)]
    pub details: Option<String>,
}

impl ActionOutcome {
    /// Returns whether Nova says that the action failed.
    pub fn failed(&self) -> bool {
        self.message.as_deref() == Some("Error") || self.failed_part().is_some()
    }

    /// Returns the part that failed, if Nova names it.
    pub fn failed_part(&self) -> Option<&ActionEvent> {
        let mut events = self.events.iter().flatten();
        events.find(|event| event.result.as_deref() == Some("Error"))
    }

    /// Returns whether the action is known to be in progress.
    pub fn goes_on(&self) -> bool {
        self.events.as_ref().is_some_and(|events| {
            events.is_empty() || events.iter().any(|event| event.result.is_none())
        })
    }

    /// Returns whether Nova says that the action succeeded.
    pub fn succeeded(&self) -> bool {
        self.events.is_some() && !self.failed() && !self.goes_on()
    }
}

/// From this version on, Nova shows an error's text, to callers that may see it.
const DETAILS_VERSION: Version = Version::new(2, 84);
/// From this version on, Nova shows events to tenants.
const EVENTS_VERSION: Version = Version::new(2, 51);
/// From this version on, Nova shows the actions of a deleted server.
const DELETED_VERSION: Version = Version::new(2, 21);
const LOWEST: Version = Version::new(2, 1);

/// Returns Nova's record of an action, or `None` if it has none.
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
        // Either the request or the server is missing. Old versions show no actions of a deleted
        // server.
        Err(error) if error.says_gone(request_id) || error.says_gone(server) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Returns Nova's record of the newest action with this name, by any user. Returns `None` if it has
/// none.
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

/// Returns the ID of the request that created a server, from Nova's record.
pub async fn creating_request(session: &Session, server: &str) -> Result<Option<String>, Error> {
    let actions = actions_of(session, server).await?;
    let created = actions.into_iter().find(|one| one.action == "create");
    Ok(created.map(|one| one.request_id))
}

/// An action in the list of a server's actions.
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

/// Returns the server with this ID, or `None` if it no longer exists.
pub async fn show_server(session: &Session, id: &str) -> Result<Option<Found<Server>>, Error> {
    calls::show_known::<Server>(session, id).await
}

/// Nova's response to a request that creates a server.
#[derive(Clone, Debug)]
pub struct CreatedServer {
    /// The server's ID.
    pub id: String,
    /// The request's ID, under which Nova records the outcome.
    pub request_id: Option<String>,
}

/// Requests a server. `versions` are the microversions that have all fields of the body, the best
/// first.
pub async fn create_server(
    session: &Session,
    operation: &'static str,
    body: Value,
    versions: &[Version],
) -> Result<CreatedServer, Error> {
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
    Ok(CreatedServer {
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
