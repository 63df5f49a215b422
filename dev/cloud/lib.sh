# Shared by up, down, status, verify and seed-servers.
DIR=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
export CLOUD_HOME=${CLOUD_HOME:-$HOME/.cache/ostk-dev-cloud}
VENV=$CLOUD_HOME/venv
RUN=$CLOUD_HOME/run
LOG=$CLOUD_HOME/log
DONE=$CLOUD_HOME/done          # one empty file per finished step
DB_PORT=${CLOUD_DB_PORT:-3307}
MQ_PORT=${CLOUD_MQ_PORT:-5673} # RabbitMQ also takes 20000 + this one
EPMD_PORT=${CLOUD_EPMD_PORT:-4370}
MC_PORT=${CLOUD_MC_PORT:-11212}
PASSWORD=secret
COMPUTES=${CLOUD_COMPUTES:-2}
export PATH=$VENV/bin:$PATH PYTHONPATH=$CLOUD_HOME/fakes
export OS_CLIENT_CONFIG_FILE=$CLOUD_HOME/clouds.yaml
unset PYTHONDONTWRITEBYTECODE

say() { printf '%4ds  %s\n' "$SECONDS" "$*" >&2; }

# When a process began, unless it is dead and only not yet reaped (Z).
start_time() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '$1 != "Z" {print $20}'; }

# alive NAME: the process recorded for NAME still runs, and is the same one.
alive() {
    local pid born
    read -r pid born 2>/dev/null <"$RUN/$1.pid" || return 1
    [ -n "$born" ] && [ "$(start_time "$pid")" = "$born" ]
}

# start NAME COMMAND...: run it in a session of its own, unless it runs. It keeps none of the
# caller's streams (nor the lock on 9), so that whoever reads those is not kept waiting.
start() {
    local name=$1 pid
    shift
    alive "$name" && return
    setsid "$@" >>"$LOG/$name.log" 2>&1 </dev/null 3>&- 9>&- &
    pid=$!
    echo "$pid $(start_time "$pid")" >"$RUN/$name.pid"
}

# stop NAME: end the recorded process and its session; wait up to 20 s.
stop() {
    local pid i
    if alive "$1"; then
        read -r pid _ <"$RUN/$1.pid"
        kill -TERM -- "-$pid" 2>/dev/null || true
        for i in $(seq 100); do alive "$1" || break; sleep 0.2; done
        kill -KILL -- "-$pid" 2>/dev/null || true
    fi
    rm -f "$RUN/$1.pid"
}

# listens PORT: something answers there.
listens() { (exec 4<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# wait_for SECONDS WHAT COMMAND...: until the command succeeds.
wait_for() {
    local limit=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        if [ $SECONDS -ge $limit ]; then
            echo "$what did not come up; see $LOG" >&2
            return 1
        fi
        sleep 0.3
    done
}

sql() { mariadb --no-defaults -S "$RUN/mysql.sock" -u root "$@"; }
