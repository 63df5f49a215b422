//! What must hold on every cloud. Each test creates what it needs under names of its own, and
//! deletes it. The tests always run on the sandbox, and on the real cloud that `OSTK_TEST_CLOUD`
//! names. Without a real cloud that half is skipped, and says so. `.ci/run` starts a cloud and runs
//! all tests.

/// Makes two tests of each function that takes a cloud: one on the sandbox (`sandbox`, or the
/// constructor that is named), and one on a real cloud.
macro_rules! on_both_clouds {
    ($($name:ident),* $(,)?) => {
        on_both_clouds!(sandbox: $($name),*);
    };
    ($sandbox:ident: $($name:ident),* $(,)?) => {
        mod on_the_sandbox {
            $(#[test]
            fn $name() {
                super::$name(&crate::support::real::Real::$sandbox());
            })*
        }

        mod on_a_real_cloud {
            $(#[test]
            #[ignore = "needs a real cloud, which OSTK_TEST_CLOUD names"]
            fn $name() {
                super::$name(&crate::support::real::Real::new());
            })*
        }
    };
}

mod control;
mod create;
mod detail;
mod filters;
mod identity;
mod keypairs;
mod lists;
mod records;
mod server_groups;
mod watch;

/// Returns options for frequent polls. The sandbox allows more, since its clock waits for them.
fn often(real: &crate::support::real::Real) -> &'static [&'static str] {
    match real.as_sandbox() {
        Some(_) => &["--interval", "0.05"],
        None => &["--interval", "0.2"],
    }
}

/// Returns a name that no other test has.
fn unique(what: &str) -> String {
    format!("ostk-test-{what}-{}", uuid::Uuid::new_v4().simple())
}
