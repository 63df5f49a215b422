//! What ends a run beside Ctrl-C.

use std::sync::Arc;

use tokio::sync::Notify;

use crate::exit::ExitCode;

/// Signals that end the run as Ctrl-C does. SIGTERM always does: what is under way is named.
/// SIGHUP and SIGQUIT do from when on somebody asks for that: code that changes the terminal has
/// to restore it at the run's end, and can't if the process is killed. Otherwise they have their
/// usual effect, as under `nohup`. What was heard once is heard until the end.
#[derive(Clone, Debug, Default)]
pub struct Signals(Arc<Notify>);

/// How a signal ends the run: with this exit code, and these words.
pub type Ended = (ExitCode, &'static str);

impl Signals {
    /// From now on all of them end the run.
    pub fn hear(&self) {
        self.0.notify_one();
    }

    /// Waits for one of those that end the run.
    #[cfg(unix)]
    pub async fn ended(&self) -> Ended {
        use tokio::signal::unix::{SignalKind, signal};
        let wait = |kind, exit, words: &'static str| async move {
            match signal(kind) {
                Ok(mut signal) => signal.recv().await,
                // Without a handler it ends the process as ever.
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
