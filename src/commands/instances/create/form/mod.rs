//! The form: `instances create` without a word of what to create asks a person for it.
//!
//! What it comes to is a set of flags, which then goes the way of all flags: nothing is created
//! here but the key pair that may be asked for. `model` is the form as a value, `terminal` the
//! only file that knows how a prompt is drawn.

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

use self::lists::{Lists, Source};
use self::model::{Form, Progress};
use self::prompt::{Asker, Check, Note};
use self::terminal::Terminal;
use super::args::CreateArgs;
use super::references::resolve;
use super::spec::Spec;
use super::{OPERATION, check, refuse, request};
use crate::commands::keypairs::create as keypairs;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::Session;
use crate::verbs::context::Context;
use crate::verbs::permission::may_change;

/// Asks for what the flags leave open. The answer is what flags would say of it all; `None`, where
/// the person does not want it in the end.
pub(super) async fn fill(
    context: &Context,
    given: &CreateArgs,
) -> Result<Option<CreateArgs>, CommandError> {
    let Some(person) = context.person else {
        return Err(CommandError::usage("nothing says what to create")
            .hint("ostk instances create NAME --image IMAGE --instance-type FLAVOR")
            .hint("on a terminal, 'ostk instances create' alone asks for it all"));
    };
    check_given(context, given).await?;
    context.signals.hear();
    let mut terminal = Terminal::new(context, person);
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
    // What is shown of them would spoil what a question has drawn.
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
    if let Some(name) = form.new_key_pair() {
        check_filled(context, &form.args()).await?;
        let path = keypairs::make_for_another(context, name).await?;
        context.notes.note(&format!(
            "Key pair '{name}' is made; its private key is in '{}'.",
            path.display()
        ));
    }
    Ok(Some(form.args()))
}

/// What is wrong already is told before a question is asked in vain: flags, and what they refer
/// to, and whoever may create nothing.
async fn check_given(context: &Context, given: &CreateArgs) -> Result<(), CommandError> {
    refuse(context, wording::problems(given)?)?;
    let spec = given.over(Spec::default())?;
    look_up(context, &spec).await
}

/// The same once all is answered, before there is a key pair that nobody would want in the end.
async fn check_filled(context: &Context, filled: &CreateArgs) -> Result<(), CommandError> {
    filled.wait.timeout(context)?;
    let spec = Spec {
        key_name: None,
        ..filled.over(Spec::default())?
    };
    refuse(context, check::problems(std::slice::from_ref(&spec)))?;
    look_up(context, &spec).await
}

/// Whether there is all that is referred to, for somebody who may create.
async fn look_up(context: &Context, spec: &Spec) -> Result<(), CommandError> {
    match &spec.user_data {
        // Standard input can be read once, and is read in the end.
        Some(source) if source != "-" => request::user_data(context, source).map(drop)?,
        _ => {}
    }
    may_change(context, OPERATION).await?;
    match Box::pin(resolve(&context.session, spec)).await {
        Ok(_) => Ok(()),
        Err(problems) => refuse(context, problems),
    }
}

async fn introduction(context: &Context) -> Result<String, CommandError> {
    let login = Session::login(&context.session).await?;
    Ok(format!(
        "A new instance in {}. Nothing is created before the last question.",
        login.info.scope()
    ))
}

/// Asks until everything is answered, and says whether it was confirmed.
async fn fill_in(
    form: &mut Form,
    source: &mut impl Source,
    asker: &mut impl Asker,
) -> Result<bool, CommandError> {
    loop {
        if let Some(kind) = form.missing() {
            let list = source.list(kind).await;
            form.learn(kind, list);
            continue;
        }
        match form.take(asker.ask(form.prompt()).await?) {
            Progress::Open => {}
            Progress::Done => return Ok(true),
            Progress::Cancelled => return Err(cancelled()),
            Progress::Declined => return Ok(false),
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
