-- What was to be created, and what came of it: one row an instance. Times are milliseconds since
-- 1970 in UTC; lists are JSON. Where there is no region, it is an empty text, since SQLite takes
-- no two NULLs for the same.
CREATE TABLE instance (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    cloud TEXT NOT NULL,
    region TEXT NOT NULL,
    project_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    token TEXT NOT NULL,
    number INTEGER NOT NULL,
    run_id TEXT,
    instance_id TEXT,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    instance_state TEXT,
    image TEXT,
    flavor TEXT,
    key_name TEXT,
    networks TEXT NOT NULL,
    security_groups TEXT NOT NULL,
    volumes TEXT NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    error TEXT,
    UNIQUE (cloud, region, project_id, token, number)
);
CREATE INDEX instance_id ON instance (instance_id);
CREATE INDEX instance_run ON instance (run_id);
