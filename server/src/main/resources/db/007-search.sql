-- What a kept event is found by: its facets as JSON, and its line.
ALTER TABLE event ADD COLUMN facets TEXT NOT NULL DEFAULT '{}';

ALTER TABLE event ADD COLUMN title TEXT NOT NULL DEFAULT '';

-- Events newest first, of all projects and of one.
CREATE INDEX event_newest ON event (at, key);

CREATE INDEX event_of_project ON event (project, at, key);
