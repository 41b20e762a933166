-- Everything the programme keeps from the first round on. Plain SQL that SQLite and PostgreSQL both accept: text ids, instants as UTC
-- text, days as YYYY-MM-DD, an `…_at` where others keep a flag, JSON as text. Every table carries its workspace.

create table workspace (
  id text not null primary key,
  name text not null,
  bot_user text not null,
  time_zone text not null,
  connected_at text not null,
  disconnected_at text
);

-- What Slack says of a person, kept so that a round of 300 does not ask 300 times.
create table person (
  workspace text not null,
  slack_user text not null,
  name text not null,
  email text,
  title text,
  time_zone text,
  kind text not null,
  workspace_admin_at text,
  dm text,
  refreshed_at text not null,
  primary key (workspace, slack_user)
);
create index person_email on person (workspace, email);

create table programme (
  id text not null primary key,
  workspace text not null,
  channel text not null,
  name text not null,
  anchor_on text not null,
  anchor_number integer not null,
  cycle_months integer not null,
  send_weekday integer not null,
  send_time text not null,
  time_zone text not null,
  functions text not null,
  working_days text not null,
  choosing text not null,
  announcing text not null,
  rotating text not null,
  help_links text not null,
  founded_by text not null,
  founded_at text not null,
  closed_at text,
  channel_lost_at text
);
create unique index programme_channel on programme (workspace, channel) where closed_at is null;

create table pause_week (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  begins_on text not null,
  ends_on text not null,
  added_by text not null,
  added_at text not null
);
create unique index pause_week_once on pause_week (programme, begins_on);

create table organiser (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  slack_user text not null,
  appointed_by text not null,
  appointed_at text not null,
  removed_at text
);
create unique index organiser_once on organiser (programme, slack_user) where removed_at is null;

-- People an organiser brings in at once, from a file or by name. They are looked up in Slack afterwards, and then invited or enrolled as wished.
create table roster_import (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  imported_by text not null,
  imported_at text not null,
  wish text not null,
  people integer not null,
  finished_at text
);
create index roster_import_open on roster_import (workspace, finished_at);

-- A line of an imported roster: what is known of someone who may or may not have joined yet. `import` is the latest that named them.
create table roster_entry (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  import text not null references roster_import (id),
  email text,
  name text not null,
  function text not null,
  level text not null,
  manager_email text,
  time_zone text,
  slack_user text,
  imported_at text not null,
  looked_up_at text,
  invited_at text,
  reminded_at text
);
create unique index roster_entry_once on roster_entry (programme, email);

-- `private_sealed` holds wishes and topics (who is welcome, who is not, what to work on, what to help with), sealed for this leader.
create table leader (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  slack_user text not null,
  name text not null,
  email text,
  function text not null,
  level text not null,
  manager text,
  manager_email text,
  time_zone text not null,
  working_days text not null,
  working_from text not null,
  working_to text not null,
  rhythm text not null,
  send_weekday integer,
  send_time text,
  private_sealed text,
  joined_at text not null,
  changed_at text not null,
  paused_at text,
  paused_until text,
  left_at text,
  left_because text
);
create unique index leader_once on leader (programme, slack_user);
create index leader_person on leader (workspace, slack_user);

create table forbidden_pair (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  leader_a text not null references leader (id),
  leader_b text not null references leader (id),
  reason text not null,
  forbidden_by text not null,
  forbidden_at text not null,
  lifted_at text
);
create unique index forbidden_pair_once on forbidden_pair (programme, leader_a, leader_b) where lifted_at is null;

-- A round that an organiser looks at before anyone hears of it. `revision` rises with every change, so that two organisers notice each other.
create table proposal (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  rotates_on text not null,
  seed text not null,
  -- The changes organisers made and the plan with its proof, which would tell of private wishes.
  plan_sealed text not null,
  revision integer not null,
  proposed_by text not null,
  proposed_at text not null,
  decision text,
  decided_by text,
  decided_at text
);
create unique index proposal_open on proposal (programme) where decided_at is null;

create table round (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  number integer not null,
  proposal text not null references proposal (id),
  seed text not null,
  -- The programme's anchor as it stood before this round, for `/rotate undo`.
  anchor_before text not null,
  rotated_on text not null,
  begins_on text not null,
  telling text not null,
  totals text not null,
  approved_by text not null,
  approved_at text not null,
  confirm_by text not null,
  announced_at text,
  undone_at text,
  closed_at text
);
create unique index round_once on round (programme, number) where undone_at is null;

create table pair (
  id text not null primary key,
  workspace text not null,
  round text not null references round (id),
  -- Reasons and compromises; beside them, 0 or 1 says whether there is any compromise, which later rounds count.
  why_sealed text not null,
  compromised integer not null,
  opened_at text,
  ended_at text,
  ended_because text
);
create index pair_round on pair (round);

create table pair_leader (
  pair text not null references pair (id),
  leader text not null references leader (id),
  workspace text not null,
  round text not null references round (id),
  place integer not null,
  confirmed_at text,
  asked_another_at text,
  ended_at text,
  primary key (pair, leader)
);
create unique index pair_leader_once on pair_leader (round, leader) where ended_at is null;
create index pair_leader_round on pair_leader (round, pair, place, leader);
create index pair_leader_leader on pair_leader (leader);

-- One fortnight's question to one leader; where it stands in Slack is read from its outbox row.
create table prompt (
  id text not null primary key,
  workspace text not null,
  pair text not null references pair (id),
  leader text not null references leader (id),
  fortnight integer not null,
  element text not null,
  question integer not null,
  outbox text not null,
  due_at text not null,
  created_at text not null
);
create unique index prompt_once on prompt (pair, leader, fortnight);
create index prompt_leader on prompt (leader, due_at);

create table note (
  id text not null primary key,
  workspace text not null,
  leader text not null references leader (id),
  round text not null references round (id),
  fortnight integer not null,
  question text not null,
  sealed text not null,
  source text not null,
  message_channel text,
  message_ts text,
  bring_at text,
  written_at text not null,
  changed_at text not null
);
create index note_leader on note (leader);
create unique index note_message on note (workspace, message_channel, message_ts) where message_ts is not null;

-- A message that someone wrote to the bot directly: heard once, whatever the order in which its edits arrive. It holds no text; `outcome` is
-- kept, unanswered or removed, and what was removed stays removed. `kept_with` is the note whose confirmation speaks for this one too.
create table reply (
  workspace text not null,
  channel text not null,
  ts text not null,
  slack_user text not null,
  outcome text not null,
  note text,
  kept_with text,
  heard_at text not null,
  primary key (workspace, channel, ts)
);
create index reply_person on reply (workspace, slack_user, heard_at);
create index reply_note on reply (note);

-- A message that will be seen once. When it may reach its readers stands in `windows` as JSON: pairs of instants, in order; empty where any time
-- is right. `body_sealed` is emptied when the row is settled; it is long, and stands last so that nobody reads past it.
create table outbox (
  id text not null primary key,
  workspace text not null,
  key text not null,
  kind text not null,
  lane text not null,
  priority integer not null,
  address text not null,
  state text not null,
  attempt integer not null,
  not_before text not null,
  expires_at text,
  created_at text not null,
  started_at text,
  boot integer,
  looks integer not null,
  looked_at text,
  channel text,
  ts text,
  reason text,
  settled_at text,
  windows text,
  body_sealed text
);
create unique index outbox_key on outbox (workspace, key);
create index outbox_state on outbox (workspace, state, not_before);
create index outbox_started on outbox (workspace, started_at);
create index outbox_message on outbox (workspace, channel, ts);
create index outbox_settled on outbox (workspace, settled_at) where settled_at is not null;

-- Where a lane (a conversation, or a whole workspace) has been told to wait.
create table lane_pause (
  workspace text not null,
  lane text not null,
  until text,
  reason text not null,
  since text not null,
  primary key (workspace, lane)
);

-- What Slack told us and we acknowledged. `fields` is allow-listed and holds no text; text that must be kept stands sealed. `twin` is a
-- second name of the same event: Slack sometimes reports one message twice with different times.
create table inbox (
  id text not null primary key,
  workspace text not null,
  key text not null,
  twin text,
  kind text not null,
  fields text not null,
  sealed text,
  received_at text not null,
  attempts integer not null,
  not_before text,
  done_at text,
  failed text
);
create unique index inbox_key on inbox (workspace, key);
create unique index inbox_twin on inbox (workspace, twin) where twin is not null;
create index inbox_waiting on inbox (workspace, received_at, kind, key) where done_at is null and failed is null;
create index inbox_done on inbox (workspace, done_at) where done_at is not null;

create table occurrence (
  id text not null primary key,
  workspace text not null,
  programme text not null,
  stream text not null,
  subject text not null,
  period text not null,
  due_at text not null,
  outcome text not null,
  reason text,
  settled_at text not null
);
create unique index occurrence_once on occurrence (programme, stream, subject, period);
create index occurrence_period on occurrence (programme, period, stream, subject);

-- One data key per owner (a Slack person, or the workspace itself), wrapped by a key that is not in this database.
create table data_key (
  id text not null primary key,
  workspace text not null,
  owner text not null,
  version integer not null,
  wrapped text not null,
  wrapped_by text not null,
  created_at text not null
);
create unique index data_key_once on data_key (workspace, owner, version);

create table audit (
  id text not null primary key,
  workspace text not null,
  programme text,
  actor text not null,
  action text not null,
  subject text,
  detail text not null,
  at text not null
);
create index audit_at on audit (workspace, at);

-- Whoever asked to be forgotten stays forgotten after a restore: a hash of the person, nothing else.
create table tombstone (
  workspace text not null,
  person_hash text not null,
  erased_at text not null,
  primary key (workspace, person_hash)
);

-- One row: how often the program has been started on this database, the last knock of its clock, and, after a restore, the last knock before
-- the backup was taken.
create table boot (
  id integer not null primary key,
  number integer not null,
  started_at text not null,
  ticked_at text,
  key_check text,
  restored_from text
);
