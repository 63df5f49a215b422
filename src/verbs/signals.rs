//! What ends a run beside Ctrl-C.

use std::sync::Arc;

use tokio::sync::Notify;

/// Signals that end the run as Ctrl-C does, from when on somebody asks for that: who changes the
/// terminal puts it right at the run's end, and never if the process is killed. All others leave
/// them to their usual effect, as under `nohup`. What was heard once is heard until the end.
#[derive(Clone, Debug, Default)]
pub struct Signals(Arc<Notify>);

impl Signals {
    /// From now on they end the run.
    pub fn hear(&self) {
        self.0.notify_one();
    }

    /// Waits for one, if they are to be heard, and says which it was.
    #[cfg(unix)]
    pub async fn ended(&self) -> &'static str {
        use tokio::signal::unix::{SignalKind, signal};
        let wait = |kind, words: &'static str| async move {
            match signal(kind) {
                Ok(mut signal) => signal.recv().await,
                // Without a handler it ends the process as ever.
                Err(_) => std::future::pending().await,
            };
            words
        };
        self.0.notified().await;
        tokio::select! {
            words = wait(SignalKind::terminate(), "ended by SIGTERM") => words,
            words = wait(SignalKind::hangup(), "ended by SIGHUP") => words,
            words = wait(SignalKind::quit(), "ended by SIGQUIT") => words,
        }
    }

    /// There are none.
    #[cfg(not(unix))]
    pub async fn ended(&self) -> &'static str {
        std::future::pending().await
    }
}
