-- By which commit a change came onto the deployed line, and when; null where it was read before this was.
ALTER TABLE deployment_change ADD COLUMN landed_by TEXT;
ALTER TABLE deployment_change ADD COLUMN landed BIGINT;
