//! The waiter's verdicts from observations and entries, in every order.

use super::*;
use serde_json::json;

fn server(status: &str, task: Option<&str>, fault: Option<&str>) -> Arc<Server> {
    let body = json!({ "id": "a", "name": "web", "status": status,
        "OS-EXT-STS:task_state": task, "fault": fault.map(|message| json!({ "message": message })) });
    Arc::new(serde_json::from_value(body).unwrap())
}

fn entry(message: Option<&str>, result: Option<&str>) -> ActionOutcome {
    let events = json!([{ "event": "compute_stop_instance", "result": result }]);
    serde_json::from_value(json!({ "message": message, "events": events })).unwrap()
}

fn asked(goal: State, through: State, goal_stood: bool) -> Waiter {
    let mut waiter = Waiter::for_operation(Goal::State(goal), "StopInstances");
    let request_id = Some("req-1".to_owned());
    waiter.add(
        "a",
        "web",
        through,
        Some(RequestedAction {
            request_id,
            goal_stood,
        }),
    );
    waiter
}

/// Applies observations one after the other. Returns the result: an end, "in doubt" or "open".
fn look(waiter: &mut Waiter, looks: &[(&str, Option<&str>)]) -> String {
    let mut before: Option<Arc<Server>> = None;
    let mut told = String::new();
    for (status, task) in looks {
        let now = server(status, *task, None);
        let change = match before.replace(Arc::clone(&now)) {
            None => Change::Added(now),
            Some(before) if *status == "gone" => Change::Deleted {
                last: Arc::clone(&before),
                before: Some(before),
            },
            Some(before) => Change::Changed { before, now },
        };
        told.extend(waiter.apply_change(&change).map(|error| error.message));
    }
    match waiter.get("a").unwrap().end {
        Some(WaitEnd::Reached) => "reached".to_owned(),
        Some(WaitEnd::Failed) => told,
        None if waiter.unresolved().is_empty() => "open".to_owned(),
        None => "in doubt".to_owned(),
    }
}

#[test]
fn no_task_alone_proves_nothing() {
    use State::{Deleting, Pending, Rebooting, Running, Starting, Stopped, Stopping, Terminated};
    type Looks<'a> = &'a [(&'a str, Option<&'a str>)];
    let table: [(State, State, Looks<'_>, &str); 19] = [
        (
            Stopped,
            Stopping,
            &[("ACTIVE", Some("powering-off"))],
            "open",
        ),
        (Stopped, Stopping, &[("SHUTOFF", None)], "reached"),
        (
            Stopped,
            Stopping,
            &[("SHUTOFF", Some("powering-on"))],
            "open",
        ),
        // The instance is back in its earlier state, or was never seen outside it.
        (Stopped, Stopping, &[("ACTIVE", None)], "in doubt"),
        (
            Stopped,
            Stopping,
            &[("ACTIVE", Some("powering-off")), ("ACTIVE", None)],
            "in doubt",
        ),
        (Stopped, Stopping, &[("ERROR", None)], "in doubt"),
        (Running, Starting, &[("SHUTOFF", None)], "in doubt"),
        (
            Running,
            Starting,
            &[("ACTIVE", Some("image_uploading"))],
            "open",
        ),
        (Running, Pending, &[("BUILD", None)], "open"),
        (
            Running,
            Pending,
            &[("BUILD", None), ("ACTIVE", None)],
            "reached",
        ),
        // The instance may have been in that state already, without progress.
        (Running, Pending, &[("SHUTOFF", None)], "in doubt"),
        (
            Running,
            Rebooting,
            &[("REBOOT", Some("reboot_started"))],
            "open",
        ),
        (
            Terminated,
            Deleting,
            &[("ACTIVE", Some("deleting"))],
            "open",
        ),
        (
            Terminated,
            Deleting,
            &[("DELETED", Some("deleting"))],
            "reached",
        ),
        (
            Terminated,
            Deleting,
            &[("ERROR", None), ("gone", None)],
            "reached",
        ),
        (
            Stopped,
            Stopping,
            &[("ACTIVE", Some("powering-off")), ("gone", None)],
            "instance 'web' (a) is gone",
        ),
        (Terminated, Deleting, &[("ACTIVE", None)], "in doubt"),
        // A build that has not given way yet overwrites the task.
        (
            Terminated,
            Deleting,
            &[
                ("BUILD", Some("deleting")),
                ("BUILD", Some("spawning")),
                ("BUILD", None),
            ],
            "open",
        ),
        (
            Terminated,
            Deleting,
            &[("BUILD", Some("deleting")), ("ERROR", None), ("gone", None)],
            "reached",
        ),
    ];
    for (goal, through, looks, expected) in table {
        let mut waiter = asked(goal, through, false);
        let found = look(&mut waiter, looks);
        assert_eq!(found, expected, "{goal} {looks:?}");
    }
}

#[test]
fn where_the_goal_stood_before_its_standing_proves_nothing() {
    let reboot = |answers: &[Option<ActionOutcome>]| {
        let mut waiter = asked(State::Running, State::Rebooting, true);
        assert_eq!(look(&mut waiter, &[("ACTIVE", None)]), "in doubt");
        let told: Vec<_> = answers
            .iter()
            .filter_map(|answer| waiter.apply_outcome("a", answer.as_ref()))
            .collect();
        (waiter.get("a").unwrap().end, told)
    };
    let (end, told) = reboot(&[Some(entry(Some("Error"), Some("Error")))]);
    assert_eq!(end, Some(WaitEnd::Failed));
    assert_eq!(
        told[0].message,
        "instance 'web' (a) is running, but what was asked for failed: Nova says that \
         compute_stop_instance failed"
    );
    assert_eq!(told[0].request_id.as_deref(), Some("req-1"));
    let (end, _) = reboot(&[Some(entry(None, Some("Success")))]);
    assert_eq!(end, Some(WaitEnd::Reached));
    // Nova has no entry.
    assert_eq!(reboot(&[None]).0, Some(WaitEnd::Reached));
    // According to the entry, Nova is still working.
    let going_on = vec![Some(entry(None, None)); 5];
    assert_eq!(reboot(&going_on).0, None);
    let (end, told) = reboot(&[going_on, vec![Some(entry(None, None))]].concat());
    assert_eq!((end, told.len()), (Some(WaitEnd::Reached), 0));
}

#[test]
fn an_instance_that_rests_elsewhere_is_given_up() {
    let stop = |answer: Option<ActionOutcome>| {
        let mut waiter = asked(State::Stopped, State::Unknown, false);
        assert_eq!(look(&mut waiter, &[("ACTIVE", None)]), "in doubt");
        for count in 1.. {
            if let Some(error) = waiter.apply_outcome("a", answer.as_ref()) {
                assert_eq!(waiter.outcome(), Some(ExitCode::Failed));
                return (count, error.message);
            }
        }
        unreachable!()
    };
    let rests = "instance 'web' (a) is running, from which it does not become 'stopped'";
    let failed = Some(entry(Some("Error"), Some("Error")));
    let (count, message) = stop(failed);
    assert_eq!(count, 1);
    assert!(message.starts_with(rests), "{message}");
    for answer in [None, Some(entry(None, Some("Success")))] {
        let (count, message) = stop(answer);
        assert_eq!(count, 6);
        assert!(message.starts_with(rests), "{message}");
    }
    // An action that continues later is still followed.
    let mut waiter = asked(State::Stopped, State::Stopping, false);
    look(&mut waiter, &[("ACTIVE", None)]);
    waiter.apply_outcome("a", Some(&entry(None, None)));
    let looks = [("ACTIVE", Some("powering-off")), ("SHUTOFF", None)];
    assert_eq!(look(&mut waiter, &looks), "reached");
}

/// An accepted deletion fails only if its own entry says so.
#[test]
fn a_deletion_is_given_up_only_where_its_entry_says_that_it_failed() {
    let looks = [("BUILD", Some("deleting")), ("ERROR", None)];
    for answer in [
        None,
        Some(entry(None, None)),
        Some(entry(None, Some("Success"))),
    ] {
        let mut waiter = asked(State::Terminated, State::Deleting, false);
        assert_eq!(look(&mut waiter, &looks), "in doubt");
        for _ in 0..1000 {
            assert_eq!(waiter.apply_outcome("a", answer.as_ref()), None);
        }
        assert_eq!(waiter.outcome(), None);
        assert_eq!(waiter.exit(), ExitCode::TimedOut);
        assert_eq!(waiter.mark_gone("a"), None);
        assert_eq!(waiter.outcome(), Some(ExitCode::Success));
    }
    let mut waiter = asked(State::Terminated, State::Deleting, false);
    look(&mut waiter, &looks);
    let [(_, of)] = &waiter.unresolved()[..] else {
        panic!("not in doubt")
    };
    assert_eq!(
        (of.request_id.as_deref(), of.newest),
        (Some("req-1"), Some("delete"))
    );
    let failed = entry(Some("Error"), None);
    let error = waiter.apply_outcome("a", Some(&failed)).unwrap();
    assert!(error.message.contains("is in error"), "{}", error.message);
    assert_eq!(waiter.outcome(), Some(ExitCode::Failed));
    // A wait for another command's deletion reads the newest entry, once the deletion was seen.
    let mut waiter = Waiter::new(Goal::State(State::Terminated));
    assert_eq!(look(&mut waiter, &[("ERROR", None)]), "open");
    assert_eq!(look(&mut waiter, &looks), "in doubt");
    let [(_, of)] = &waiter.unresolved()[..] else {
        panic!("not in doubt")
    };
    assert_eq!(
        (of.request_id.as_deref(), of.newest),
        (None, Some("delete"))
    );
    assert!(waiter.apply_outcome("a", Some(&failed)).is_some());
}

/// If another user undoes a finished action, the error says so.
#[test]
fn where_somebody_else_acts_the_wait_says_so() {
    let mut waiter = asked(State::Stopped, State::Stopping, false);
    look(
        &mut waiter,
        &[("ACTIVE", Some("powering-off")), ("ACTIVE", None)],
    );
    let done = entry(None, Some("Success"));
    let error = waiter.apply_outcome("a", Some(&done)).unwrap();
    assert!(
        error
            .message
            .ends_with("so something else has acted on the instance since"),
        "{}",
        error.message
    );
    // While Nova is working, the waiter doesn't give up.
    let mut waiter = asked(State::Stopped, State::Unknown, false);
    look(&mut waiter, &[("ACTIVE", None)]);
    for _ in 0..1000 {
        assert_eq!(waiter.apply_outcome("a", Some(&entry(None, None))), None);
    }
    assert_eq!(waiter.outcome(), None);
}

#[test]
fn nothing_to_follow_is_over() {
    let mut waiter = Waiter::for_operation(Goal::State(State::Running), "RunInstances");
    assert!(waiter.is_idle());
    assert_eq!(waiter.exit(), ExitCode::Success);
    waiter.sought.insert("later".to_owned());
    assert!(!waiter.is_idle());
}

#[test]
fn a_fault_is_the_reason_and_needs_no_entry() {
    let mut waiter = asked(State::Running, State::Pending, false);
    let change = Change::Added(server("ERROR", None, Some(" No valid host was found. ")));
    let error = waiter.apply_change(&change).unwrap();
    assert_eq!(
        error.message,
        "instance 'web' (a) is in error, from which it does not become 'running' by itself: No \
         valid host was found."
    );
    assert_eq!(error.operation, Some("StopInstances"));
}

#[test]
fn whoever_asked_for_nothing_waits_for_others_to_act() {
    let mut waiter = Waiter::new(Goal::State(State::Stopped));
    assert_eq!(look(&mut waiter, &[("ACTIVE", None)]), "open");
    assert_eq!(waiter.outcome(), None);
    let time = Duration::from_secs(5);
    assert_eq!(
        waiter.timeout_errors(time, None)[0].message,
        "instance 'web' (a) is still running: not 'stopped' after 5 s"
    );
    assert_eq!(
        waiter.timeout_errors(time, Some("HTTP 503"))[0].message,
        "instance 'web' (a) was last known to be running: not 'stopped' after 5 s (HTTP 503)"
    );
    let mut sought = Waiter::new(Goal::Exists);
    sought.sought.insert("db".to_owned());
    assert_eq!(
        sought.timeout_errors(time, Some("HTTP 503"))[0].message,
        "instance 'db' could not be looked for in 5 s: HTTP 503"
    );
    let looks = [("ACTIVE", Some("powering-off")), ("ACTIVE", None)];
    assert_eq!(
        look(&mut waiter, &looks),
        "instance 'web' (a) was stopping and is running again, so that it has not become \
         'stopped'"
    );
}

#[test]
fn what_a_first_listing_lacks_is_gone() {
    let end = |goal, through| {
        let mut waiter = asked(goal, through, false);
        assert_eq!(waiter.missing(&ServerSnapshot::default()), ["a"]);
        let error = waiter.mark_gone("a");
        assert!(waiter.missing(&ServerSnapshot::default()).is_empty());
        (waiter.exit(), error.is_some())
    };
    let deleted = end(State::Terminated, State::Deleting);
    assert_eq!(deleted, (ExitCode::Success, false));
    let stopped = end(State::Stopped, State::Stopping);
    assert_eq!(stopped, (ExitCode::Failed, true));
}
