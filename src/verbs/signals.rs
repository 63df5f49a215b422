//! Signals that end a run, besides Ctrl-C.

use std::sync::Arc;

use tokio::sync::Notify;

use crate::exit::ExitCode;

/// Signals that end the run as Ctrl-C does: SIGTERM always, SIGHUP and SIGQUIT once a command asks
/// for them. A command that changes the terminal asks: it restores the terminal at the end of the
/// run. All others leave SIGHUP to its usual effect, as under `nohup`.
#[derive(Clone, Debug, Default)]
pub struct Signals(Arc<Notify>);

/// The signal that ended a run.
#[derive(Clone, Copy, Debug)]
pub struct Signal {
    /// What happened, for the error.
    pub words: &'static str,
    /// How the run ends.
    pub exit: ExitCode,
}

impl Signals {
    /// Lets SIGHUP and SIGQUIT end the run from now on.
    pub fn hear(&self) {
        self.0.notify_one();
    }

    /// Waits for a signal that ends the run.
    #[cfg(unix)]
    pub async fn ended(&self) -> Signal {
        use tokio::signal::unix::{SignalKind, signal};
        let wait = |kind, words: &'static str, exit: ExitCode| async move {
            match signal(kind) {
                Ok(mut signal) => signal.recv().await,
                // Without a handler the signal ends the process.
                Err(_) => std::future::pending().await,
            };
            Signal { words, exit }
        };
        let others = async {
            self.0.notified().await;
            tokio::select! {
                signal = wait(SignalKind::hangup(), "ended by SIGHUP", ExitCode::Interrupted) => signal,
                signal = wait(SignalKind::quit(), "ended by SIGQUIT", ExitCode::Interrupted) => signal,
            }
        };
        tokio::select! {
            signal = wait(SignalKind::terminate(), "ended by SIGTERM", ExitCode::Terminated) => signal,
            signal = others => signal,
        }
    }

    /// There are no such signals.
    #[cfg(not(unix))]
    pub async fn ended(&self) -> Signal {
        std::future::pending().await
    }
}
