#!/bin/sh
# An instance's life on the sandbox cloud that is built into ostk: no account, no file and no
# variable is needed, and nothing outside of this machine is asked.
set -eu
cd "$(dirname "$0")/.."
cargo build --quiet --release

ostk() {
    printf '\n$ ostk --cloud sandbox %s\n' "$*"
    target/release/ostk --cloud sandbox "$@"
}

name=tour-$$
ostk images list --output table
ostk instances create "$name" --image cirros-0.6.3 --flavor m1.small --tag env=tour \
    --wait --query 'Instances[].[Name, State.Name, PrivateIpAddress]' --output text
ostk instances list --tag env=tour --output table
ostk instances stop "$name" --wait --output text
ostk instances delete "$name" --wait --output text
ostk instances list --tag env=tour --query 'length(Instances)'
