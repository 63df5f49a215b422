//! Creation of a plain noun by one request, which the journal notes before and after. A noun
//! provides its arguments and the request. This is for kinds that hold no client token: a lost
//! response leaves a doubt, and the error says so. `verbs::once` is for the other kinds.

use clap::Args;

use super::context::Context;
use super::delete::Delete;
use super::log::Log;
use super::permission::{dry_run_ok, may_change};
use super::show_made;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{self, Call, Error, Found};
use crate::records::{Created, Intent};

/// The arguments of every creation, beside the noun's own.
#[derive(Args, Clone, Debug)]
pub struct CreationArgs {
    /// The pipeline or job that this belongs to [default: the CI system's own]
    #[arg(long, value_name = "ID")]
    run_id: Option<String>,
    /// Check the role, the arguments and the quota, and create nothing
    #[arg(long)]
    dry_run: bool,
}

/// A resource to create.
#[derive(Debug)]
pub struct NewResource<'a> {
    /// The operation's name in errors.
    pub operation: &'static str,
    /// The resource's name.
    pub name: &'a str,
    /// The request.
    pub call: Call,
    /// The request for a service that lacks the first one's microversion, if there is one.
    pub older: Option<Call>,
}

/// The number of the only resource of its token.
const INDEX: u32 = 1;
/// EC2's state of a resource that needs no time to be created.
const AVAILABLE: &str = "available";

/// Creates a resource and prints it. `check` returns an error that can be foreseen, such as an
/// exhausted quota. It is called in a dry run and after a 403, which services return both for an
/// exhausted quota and for missing permission.
pub async fn run<T: Delete>(
    context: &Context,
    args: &CreationArgs,
    new: &NewResource<'_>,
    check: impl AsyncFn() -> Result<(), CommandError>,
) -> Result<ExitCode, CommandError> {
    may_change(context, new.operation).await?;
    if args.dry_run {
        check().await.map_err(|error| error.during(new.operation))?;
        return Err(dry_run_ok(new.operation));
    }
    let log = Log::new(context, &*context.session.login().await?, T::KIND);
    let token = uuid::Uuid::new_v4().to_string();
    let run_id = args.run_id.clone().or_else(|| context.run_id.clone());
    log.intend(&intent(&log, new, &token, run_id));
    let leftover = context.under_way.may_leave(format!(
        "the {} '{}' may have been created",
        T::NOUN,
        new.name
    ));
    let result = log.sending(&token, INDEX, send::<T>(context, new)).await;
    leftover.settled();
    let error = match result {
        Ok(found) => {
            let done = Created {
                resource_id: found.item.id().to_owned(),
                name: found.item.name().to_owned(),
                state: AVAILABLE.to_owned(),
                volumes: Vec::new(),
            };
            log.complete(&token, INDEX, &done);
            return show_made(context, &found.item, ExitCode::Success);
        }
        Err(error) => error,
    };
    let is_lost = error.may_have_acted();
    let is_forbidden = matches!(&error, Error::Fault(fault) if fault.status == 403);
    let mut refusal = CommandError::from(error).during(new.operation);
    if is_forbidden && let Err(reason) = check().await {
        refusal = refusal.explained_by(reason);
    }
    refusal.message = format!("{} '{}': {}", T::NOUN, new.name, refusal.message);
    if is_lost {
        log.doubt(&token, INDEX, &refusal.message);
        let command = T::NOUN.command.unwrap_or_default();
        return Err(refusal.hint(format!(
            "whether it was created is not known: 'ostk {command} list' tells"
        )));
    }
    log.fail(&token, INDEX, &refusal.message);
    Err(refusal)
}

/// Sends the request, or the older one if the service is too old.
async fn send<T: Delete>(context: &Context, new: &NewResource<'_>) -> Result<Found<T>, Error> {
    let session = &context.session;
    match (openstack::create::<T>(session, &new.call).await, &new.older) {
        (Err(Error::Microversion { .. }), Some(older)) => {
            openstack::create::<T>(session, older).await
        }
        (result, _) => result,
    }
}

fn intent(log: &Log<'_>, new: &NewResource<'_>, token: &str, run_id: Option<String>) -> Intent {
    Intent {
        scope: log.scope.clone(),
        token: token.to_owned(),
        run_id,
        name: new.name.to_owned(),
        index: INDEX,
        count: 1,
        image: None,
        flavor: None,
        key_name: None,
        networks: Vec::new(),
        security_groups: Vec::new(),
        volumes: Vec::new(),
        at: log.now(),
    }
}
