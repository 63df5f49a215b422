//! The past actions on a server, with their results.

use serde_json::{Value, json};

use super::{ComputeHandler, view};
use crate::clock;
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::model::{ActionRecord, Server};
use crate::store::Scan;

impl ComputeHandler<'_> {
    pub(super) fn instance_actions(&self, id: &str, rest: &[&str]) -> HandlerResult {
        self.allow("reader", "os-instance-actions:list")?;
        // Since 2.21 Nova also shows the actions of a deleted server.
        let server = match self.server(id) {
            Err(refusal) if self.minor >= 21 => self
                .context
                .store
                .get::<Server>(id)?
                .filter(|server| server.project == self.caller.project || self.caller.is_admin())
                .ok_or(refusal)?,
            found => found?,
        };
        match rest {
            [] => {
                let actions = self.context.store.all::<ActionRecord>(Scan {
                    parent: Some(&server.id),
                    ..Scan::default()
                })?;
                let views: Vec<Value> = actions
                    .iter()
                    .map(|action| self.action_view(action, false))
                    .collect();
                Ok(Response::json(200, json!({ "instanceActions": views })))
            }
            [request] => {
                let action = self
                    .context
                    .store
                    .get::<ActionRecord>(&format!("{} {request}", server.id))?
                    .ok_or_else(|| {
                        Refusal::new(404, format!("Action {request} could not be found."))
                    })?;
                let view = self.action_view(&action, true);
                Ok(Response::json(200, json!({ "instanceAction": view })))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn action_view(&self, action: &ActionRecord, events: bool) -> Value {
        let mut view = json!({ "action": action.action, "instance_uuid": action.server,
            "request_id": action.request, "user_id": action.user, "project_id": action.project,
            "start_time": clock::naive(action.start), "message": action.message });
        if self.minor >= 58 {
            view["updated_at"] = json!(clock::naive(action.updated));
        }
        // Since 2.51 all users see the events. Administrators always did, with the traceback.
        if events && (self.minor >= 51 || self.caller.is_admin()) {
            view["events"] = action
                .events
                .iter()
                .map(|event| {
                    let mut shown = json!({ "event": event.event,
                        "start_time": clock::naive(event.start),
                        "finish_time": event.finish.map(clock::naive), "result": event.result });
                    if self.caller.is_admin() {
                        shown["traceback"] = Value::Null;
                        if self.minor >= 62 {
                            shown["host"] = json!("compute-1");
                        }
                    }
                    if self.minor >= 62 {
                        shown["hostId"] = json!(view::host_id(&action.project, "compute-1"));
                    }
                    if self.minor >= 84 && self.caller.is_admin() {
                        shown["details"] = Value::Null;
                    }
                    shown
                })
                .collect();
        }
        view
    }
}
