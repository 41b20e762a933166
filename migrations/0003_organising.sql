-- What organisers need to run a programme of many leaders.

-- Choosing each other.

-- One leader asks another to be their partner in the round `number`. Open until it is accepted or ends: declined, withdrawn, lapsed, undone (after it was
-- accepted), elsewhere (one of the two has found somebody else), left, rules, switched. Who asked in vain is deleted when the round begins.
create table partner_request (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  number integer not null,
  asker text not null references leader (id),
  asked text not null references leader (id),
  asked_at text not null,
  accepted_at text,
  ended_at text,
  ended_because text
);
create unique index partner_request_one on partner_request (programme, number, asker) where ended_at is null;
create index partner_request_asked on partner_request (asked);
create index partner_request_standing on partner_request (workspace, programme, number) where ended_at is null;

-- The preview.

-- Who has the preview of a round before them, so that it can be drawn anew when another organiser changes the round.
create table preview_open (
  proposal text not null references proposal (id),
  workspace text not null,
  slack_user text not null,
  view_id text not null,
  -- The revision that was shown, and which part of it: a page, a filter, a leader's id.
  revision integer not null,
  look text not null,
  shown_at text not null,
  primary key (proposal, slack_user)
);

-- Measuring.

-- What was reported of a round, half way or at its end (`moment`: half or end): worked out once and never again. `figures` (JSON) holds what may be
-- said and nothing from which it was worked out: no person, no pair, no answer, no text.
create table report (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  round text not null references round (id),
  moment text not null,
  figures text not null,
  published_at text not null
);
create unique index report_once on report (round, moment);
create index report_programme on report (programme, published_at);

-- Rosters.

-- When they answered "Not for me"; when Slack's own fields were asked for what the list leaves out, and whom those name as the manager, by Slack id.
alter table roster_entry add column declined_at text;
alter table roster_entry add column profiled_at text;
alter table roster_entry add column manager text;

-- Which of the workspace's own profile fields tells somebody's function, or their manager (`purpose`).
create table profile_field (
  programme text not null references programme (id),
  workspace text not null,
  purpose text not null,
  field text not null,
  label text not null,
  primary key (programme, purpose)
);

-- What waits for organisers.

-- When an organiser saw to a letter that did not arrive, or may not have.
alter table outbox add column seen_to_at text;

-- Since when the app had been gone from the workspace before it was installed again, until organisers have been told.
alter table workspace add column back_from text;
