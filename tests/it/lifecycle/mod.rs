//! What must hold on every cloud. Each test makes what it needs under names of its own and removes
//! it. They run on the sandbox always, and on the real cloud that `OSTK_TEST_CLOUD` names;
//! without one that half is skipped, and says so. `.ci/run` brings one up and runs them all.

/// Makes of each function that takes a cloud a test on the sandbox (`sandbox`, or one made
/// otherwise) and one on a real cloud.
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

/// What asks often on the sandbox, whose clock waits for it, and as usual on a real cloud.
fn often(real: &crate::support::real::Real) -> &'static [&'static str] {
    match real.as_sandbox() {
        Some(_) => &["--interval", "0.05"],
        None => &["--interval", "0.2"],
    }
}

/// A name that no other test has.
fn unique(what: &str) -> String {
    format!("ostk-test-{what}-{}", uuid::Uuid::new_v4().simple())
}
