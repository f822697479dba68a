-- Which of an issue's events a person has looked at. An approval from before that was of no event
-- in particular, so it stands for none.
ALTER TABLE issue_approval ADD COLUMN event TEXT NOT NULL DEFAULT '';
