//! The form: `instances create` without a word of what to create asks the user.
//!
//! Its result is a set of flags, and perhaps a key pair to create with the instances. The form
//! changes nothing in the cloud. `model` is the form as a value. Only `terminal` knows how a prompt
//! is drawn.

mod choice;
mod command;
mod lists;
mod menu;
mod model;
mod outcome;
mod prompt;
mod terminal;
mod wording;

#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::future::pending;
use std::sync::Arc;

use self::lists::{ListSource, Lists};
use self::model::{Form, FormProgress};
use self::prompt::{Asker, Check, Note};
use self::terminal::PromptTerminal;
use super::args::CreateArgs;
use super::documents;
use crate::commands::instances::create::references::lookup::Lookup;
use crate::commands::instances::create::references::resolve;
use crate::commands::instances::create::spec::{OPERATION, Spec};
use crate::commands::keypairs::create as keypairs;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::Session;
use crate::verbs::context::Context;
use crate::verbs::permission::may_change;

/// The answers to the form.
pub(super) struct Filled {
    /// The flags that mean the same.
    pub(super) args: CreateArgs,
    /// A key pair to create before the instances.
    pub(super) new_key_pair: Option<String>,
}

/// Asks for what the flags leave open. Returns `None` if the user does not confirm.
pub(super) async fn fill(
    context: &Context,
    lookup: &Lookup<'_>,
    given: &CreateArgs,
) -> Result<Option<Filled>, CommandError> {
    let Some(person) = context.person else {
        return Err(CommandError::usage("nothing says what to create")
            .hint("ostk instances create NAME --image IMAGE --instance-type FLAVOR")
            .hint("on a terminal, 'ostk instances create' alone asks for it all"));
    };
    check_given(context, lookup, given).await?;
    context.signals.hear();
    let mut terminal = PromptTerminal::new(context, person);
    terminal.say(&Note::Words(introduction(context).await?));
    let check_key_pair: Check<str> = {
        let directory = context.env.directory.clone();
        Arc::new(move |name| {
            keypairs::may_be_made(&directory, name).map_err(|problem| problem.message)
        })
    };
    let mut form = Form::new(given.clone(), context.cloud_options.clone(), check_key_pair);
    let mut lists = Lists::new(context);
    let at_work = lists.at_work();
    // The trace of the requests would spoil the prompt's drawing.
    if context.traced {
        at_work.clone().await;
    }
    let loading = async {
        at_work.await;
        pending::<Infallible>().await
    };
    let is_confirmed = tokio::select! {
        filled = fill_in(&mut form, &mut lists, &mut terminal) => filled?,
        never = loading => match never {},
    };
    if !is_confirmed {
        terminal.say(&Note::Words("Nothing was created.".to_owned()));
        return Ok(None);
    }
    Ok(Some(Filled {
        args: form.args(),
        new_key_pair: form.new_key_pair().map(str::to_owned),
    }))
}

/// Checks the flags, what they refer to, and the caller's role before the first question.
async fn check_given(
    context: &Context,
    lookup: &Lookup<'_>,
    given: &CreateArgs,
) -> Result<(), CommandError> {
    context.refuse(wording::problems(given)?)?;
    let spec = given.over(Spec::default())?;
    match &spec.user_data {
        // Standard input can be read once, and is read after the last question.
        Some(source) if source != "-" => documents::user_data(context, source).map(drop)?,
        _ => {}
    }
    may_change(context, OPERATION).await?;
    match Box::pin(resolve(lookup, &spec, None)).await {
        Ok(_) => Ok(()),
        Err(problems) => context.refuse(problems),
    }
}

async fn introduction(context: &Context) -> Result<String, CommandError> {
    let login = Session::login(&context.session).await?;
    Ok(format!(
        "A new instance in {}. Nothing is created before the last question.",
        login.info.scope()
    ))
}

/// Asks until every question is answered. Returns whether the user confirmed.
async fn fill_in(
    form: &mut Form,
    source: &mut impl ListSource,
    asker: &mut impl Asker,
) -> Result<bool, CommandError> {
    loop {
        if let Some(kind) = form.missing() {
            let list = source.list(kind).await;
            form.learn(kind, list);
            continue;
        }
        match form.take(asker.ask(form.prompt()).await?) {
            FormProgress::Open => {}
            FormProgress::Done => return Ok(true),
            FormProgress::Cancelled => return Err(cancelled()),
            FormProgress::Declined => return Ok(false),
        }
    }
}

fn cancelled() -> CommandError {
    CommandError::new(
        ExitCode::Interrupted,
        "Interrupted",
        "cancelled; nothing was created",
    )
}
