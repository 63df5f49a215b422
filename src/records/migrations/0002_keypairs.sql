-- When the service itself said what state an instance is in, by the service's clock: what is
-- heard late must not undo what is newer.
ALTER TABLE instance ADD COLUMN observed INTEGER;

-- Nova keeps key pairs by user, whatever the project. The private key is never here: the path
-- says where it was written.
CREATE TABLE keypair (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    cloud TEXT NOT NULL,
    region TEXT NOT NULL,
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    project_id TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    path TEXT,
    user TEXT NOT NULL,
    created INTEGER NOT NULL,
    UNIQUE (cloud, region, user_id, name)
);
