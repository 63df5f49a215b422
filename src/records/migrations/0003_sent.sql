-- When a request for an intent was sent, or its answer last waited for, by this machine's clock: as
-- long as it may still be on its way, none is sent again. None, where no request was sent, or the
-- last one surely made nothing.
ALTER TABLE instance ADD COLUMN sent INTEGER;
