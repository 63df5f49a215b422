# What developers do; `just` lists it.

_default:
    @just --list

# All that decides whether a change lands
ci:
    .ci/run

# The quick tests: no cloud, no network
test:
    NEXTEST_DOUBLE_SPAWN=0 cargo nextest run --workspace

# Formatting, lints and docs
lint:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets -- --deny warnings
    cargo clippy --no-default-features --lib --bins -- --deny warnings
    cargo test --package ostk-sandbox --doc
    RUSTDOCFLAGS="--deny warnings" cargo doc --workspace --no-deps --document-private-items

# A real OpenStack on this machine; prints the path of its clouds.yaml
cloud:
    @dev/cloud/up

# What `top` makes of a real terminal; needs tmux
test-terminal:
    cargo nextest run --run-ignored only in_tmux

# The lifecycle tests against that cloud
test-cloud:
    OS_CLIENT_CONFIG_FILE=$(dev/cloud/up) OSTK_TEST_CLOUD=demo cargo nextest run --run-ignored only lifecycle

# ostk beside its peers, on that cloud
bench:
    cargo build --release
    OS_CLIENT_CONFIG_FILE=$(dev/cloud/up) OSTK=target/release/ostk python3 benches/list.py

# Completions and man pages, from the command line itself
generate:
    UPDATE=1 cargo nextest run generated
