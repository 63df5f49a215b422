-- Not only instances: one row for each thing that was to be created, of whatever kind. What a kind
-- does not have is null, or an empty list.
CREATE TABLE record (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    cloud TEXT NOT NULL,
    region TEXT NOT NULL,
    project_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    token TEXT NOT NULL,
    number INTEGER NOT NULL,
    run_id TEXT,
    resource_id TEXT,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    resource_state TEXT,
    image TEXT,
    flavor TEXT,
    key_name TEXT,
    networks TEXT NOT NULL,
    security_groups TEXT NOT NULL,
    volumes TEXT NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    error TEXT,
    observed INTEGER,
    sent INTEGER,
    UNIQUE (kind, cloud, region, project_id, token, number)
);
INSERT INTO record
SELECT seq, 'instance', cloud, region, project_id, user_id, token, number, run_id, instance_id,
    name, state, instance_state, image, flavor, key_name, networks, security_groups, volumes,
    created, updated, error, observed, sent
FROM instance;
DROP TABLE instance;
CREATE INDEX record_resource ON record (resource_id);
CREATE INDEX record_run ON record (run_id);

-- The pipeline or job that a key pair was made for.
ALTER TABLE keypair ADD COLUMN run_id TEXT;
