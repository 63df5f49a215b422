//! The signals that end a run, beside Ctrl-C.

use std::sync::Arc;

use tokio::sync::Notify;

use crate::exit::ExitCode;

/// Signals that end the run as Ctrl-C does. SIGTERM always does: the error names what is in
/// progress. SIGHUP and SIGQUIT do so only after `Signals::hear`: code that changes the terminal
/// has to restore it at the run's end, which it can't if the process is killed. Before that they
/// have their usual effect, as under `nohup`. This lasts until the end of the run.
#[derive(Clone, Debug, Default)]
pub struct Signals(Arc<Notify>);

/// How a signal ends the run: the exit code and the message.
pub type Ended = (ExitCode, &'static str);

impl Signals {
    /// Makes all of the signals end the run from now on.
    pub fn hear(&self) {
        self.0.notify_one();
    }

    /// Waits for a signal that ends the run.
    #[cfg(unix)]
    pub async fn ended(&self) -> Ended {
        use tokio::signal::unix::{SignalKind, signal};
        let wait = |kind, exit, words: &'static str| async move {
            match signal(kind) {
                Ok(mut signal) => signal.recv().await,
                // Without a handler, the signal ends the process as usual.
                Err(_) => std::future::pending().await,
            };
            (exit, words)
        };
        let interrupt = SignalKind::interrupt();
        let heard = async {
            self.0.notified().await;
            tokio::select! {
                ended = wait(SignalKind::hangup(), ExitCode::Interrupted, "ended by SIGHUP") => ended,
                ended = wait(SignalKind::quit(), ExitCode::Interrupted, "ended by SIGQUIT") => ended,
            }
        };
        tokio::select! {
            biased;
            ended = wait(interrupt, ExitCode::Interrupted, "interrupted") => ended,
            ended = wait(SignalKind::terminate(), ExitCode::Terminated, "ended by SIGTERM") => ended,
            ended = heard => ended,
        }
    }

    /// Waits for Ctrl-C.
    #[cfg(not(unix))]
    pub async fn ended(&self) -> Ended {
        match tokio::signal::ctrl_c().await {
            Ok(()) => (ExitCode::Interrupted, "interrupted"),
            Err(_) => std::future::pending().await,
        }
    }
}
