//! The events for readers: numbered, with the last ones kept, and the current state for late
//! readers. Its memory is bounded, whatever readers do.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::extract::ws::Utf8Bytes;
use serde_json::{Map, Value};
use tokio::sync::broadcast;

/// The number of events that are kept for readers that come back or fall behind.
const KEPT: usize = 1024;

/// The effect of an event on the instances that are shown.
#[derive(Clone, Copy, Debug)]
pub enum Shown<'a> {
    /// The instance exists, as the event shows it.
    Is(&'a str),
    /// The instance is gone.
    Gone(&'a str),
    /// There is no effect.
    Same,
}

/// An event with its number, as JSON.
#[derive(Clone, Debug)]
pub(super) struct Numbered {
    pub(super) number: u64,
    pub(super) text: Utf8Bytes,
}

/// The events and their readers.
#[derive(Debug)]
pub struct Hub {
    state: Mutex<State>,
    sender: broadcast::Sender<Numbered>,
}

#[derive(Debug)]
struct State {
    number: u64,
    instances: BTreeMap<String, Value>,
    kept: VecDeque<Numbered>,
}

impl Hub {
    /// Returns a hub; its first event has the number after this one. The number must be higher than
    /// any number of an earlier hub, so that readers don't mix up their events.
    pub fn new(before_first: u64) -> Self {
        Self {
            state: Mutex::new(State {
                number: before_first,
                instances: BTreeMap::new(),
                kept: VecDeque::new(),
            }),
            sender: broadcast::Sender::new(KEPT),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the number of readers.
    pub fn readers(&self) -> usize {
        self.sender.receiver_count()
    }

    /// Sends an event to the readers.
    pub fn publish(&self, event: &Map<String, Value>, shown: Shown<'_>) {
        let mut state = self.state();
        state.number += 1;
        let number = state.number;
        let event = numbered(number, event);
        match shown {
            Shown::Is(id) => {
                state.instances.insert(id.to_owned(), event.clone());
            }
            Shown::Gone(id) => {
                state.instances.remove(id);
            }
            Shown::Same => {}
        }
        let event = Numbered {
            number,
            text: event.to_string().into(),
        };
        if state.kept.len() == KEPT {
            state.kept.pop_front();
        }
        state.kept.push_back(event.clone());
        // Without a reader, sending fails, which does no harm.
        let _ = self.sender.send(event);
    }

    /// Returns the first events for a reader, and a receiver for the rest. The first events are
    /// those after the last one that the reader has seen. If these are no longer kept, a snapshot
    /// of all instances replaces them.
    pub(super) fn join(
        &self,
        after: Option<u64>,
    ) -> (Vec<Numbered>, broadcast::Receiver<Numbered>) {
        let state = self.state();
        let receiver = self.sender.subscribe();
        let oldest = state
            .kept
            .front()
            .map_or(state.number + 1, |one| one.number);
        if let Some(after) = after
            && after <= state.number
            && after + 1 >= oldest
        {
            let missed = state.kept.iter().filter(|one| one.number > after);
            return (missed.cloned().collect(), receiver);
        }
        let instances: Vec<&Value> = state.instances.values().collect();
        let mut snapshot = Map::new();
        snapshot.insert("Type".to_owned(), Value::from("snapshot"));
        snapshot.insert(
            "Instances".to_owned(),
            Value::Array(instances.into_iter().cloned().collect()),
        );
        let snapshot = Numbered {
            number: state.number,
            text: numbered(state.number, &snapshot).to_string().into(),
        };
        (vec![snapshot], receiver)
    }
}

fn numbered(number: u64, event: &Map<String, Value>) -> Value {
    let mut event = event.clone();
    event.insert("Number".to_owned(), Value::from(number));
    Value::Object(event)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn publish(hub: &Hub, id: &str, gone: bool) {
        let event = json!({ "Type": "changed", "InstanceId": id });
        let shown = if gone { Shown::Gone(id) } else { Shown::Is(id) };
        hub.publish(event.as_object().unwrap(), shown);
    }

    fn join(hub: &Hub, after: Option<u64>) -> Vec<Value> {
        let (first, _) = hub.join(after);
        first
            .iter()
            .map(|one| serde_json::from_str(one.text.as_str()).unwrap())
            .collect()
    }

    #[test]
    fn whoever_comes_late_is_told_what_there_is() {
        let hub = Hub::new(100);
        assert_eq!(join(&hub, None)[0]["Number"], 100);
        for (id, gone) in [("a", false), ("b", false), ("a", true)] {
            publish(&hub, id, gone);
        }
        let first = join(&hub, None);
        assert_eq!(first.len(), 1);
        assert_eq!(first[0]["Type"], "snapshot");
        assert_eq!(first[0]["Number"], 103);
        assert_eq!(first[0]["Instances"].as_array().unwrap().len(), 1);
        assert_eq!(first[0]["Instances"][0]["InstanceId"], "b");
    }

    #[test]
    fn whoever_comes_back_is_told_what_was_missed() {
        let hub = Hub::new(100);
        for id in ["a", "b", "c"] {
            publish(&hub, id, false);
        }
        let missed = join(&hub, Some(101));
        let numbers: Vec<&Value> = missed.iter().map(|one| &one["Number"]).collect();
        assert_eq!(numbers, [102, 103]);
        assert!(join(&hub, Some(103)).is_empty());
        assert_eq!(join(&hub, Some(100)).len(), 3);
        // Numbers of another hub, or too old ones, lead to a snapshot.
        for after in [0, 99, 104, u64::MAX] {
            assert_eq!(join(&hub, Some(after))[0]["Type"], "snapshot", "{after}");
        }
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let hub = Hub::new(0);
        for _ in 0..KEPT * 2 {
            publish(&hub, "a", false);
        }
        assert_eq!(hub.state().kept.len(), KEPT);
        let last = u64::try_from(KEPT).unwrap();
        assert_eq!(join(&hub, Some(last)).len(), KEPT);
        assert_eq!(join(&hub, Some(last - 1))[0]["Type"], "snapshot");
    }
}
