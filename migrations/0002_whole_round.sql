-- What a whole round needs: who was reached when, meetings, check-ins, commitments, agreements, pulses, closing, and matches that change.
-- Text that leaders write stands sealed (`…_sealed`) under its author's key, unless something else is said.

-- Every message that nobody asked for, one row for each who reads it: what the limits of a week and of a day are counted by. The day on which
-- it reached somebody is read from the outbox row; while that waits, it counts for today.
create table contact (
  id text not null primary key,
  workspace text not null,
  slack_user text not null,
  leader text not null references leader (id),
  kind text not null,
  rank text not null,
  outbox text not null,
  created_at text not null
);
create unique index contact_once on contact (outbox, slack_user);
create index contact_person on contact (workspace, slack_user, created_at);

-- Days on which one pair's clock stands still, both ends included: someone in it is away (`paused`), or they wanted two more weeks (`longer`).
create table pair_rest (
  id text not null primary key,
  workspace text not null,
  pair text not null references pair (id),
  leader text not null references leader (id),
  because text not null,
  begins_on text not null,
  ends_on text not null,
  added_at text not null
);
create index pair_rest_pair on pair_rest (pair);

-- "Carry on, pause or stop?", asked once after two quiet fortnights. While it stands unanswered, nothing more is sent.
create table quiet (
  id text not null primary key,
  workspace text not null,
  pair text not null references pair (id),
  leader text not null references leader (id),
  fortnight integer not null,
  asked_at text not null,
  answer text,
  answered_at text
);
create unique index quiet_open on quiet (pair, leader) where answered_at is null;

-- One fortnight's meeting of a pair. `state`: booked (with `starts_at`), arranged (they have one, the bot knows no time), none (not this
-- fortnight), cancelled (nothing has taken its place). `sequence` rises with every change, for calendars; `first` speaks first.
create table meeting (
  id text not null primary key,
  workspace text not null,
  pair text not null references pair (id),
  fortnight integer not null,
  state text not null,
  starts_at text,
  minutes integer not null,
  sequence integer not null,
  first text not null references leader (id),
  arranged_by text not null references leader (id),
  arranged_at text not null,
  changed_at text not null,
  timer_started_at text
);
create unique index meeting_once on meeting (pair, fortnight);
create index meeting_starts on meeting (workspace, starts_at);

-- What one leader answered to "Did you meet?". `met`: met, not-yet or skip. `finished_at`: they have been asked all there was to ask.
create table checkin (
  id text not null primary key,
  workspace text not null,
  pair text not null references pair (id),
  leader text not null references leader (id),
  fortnight integer not null,
  met text not null,
  answered_at text not null,
  changed_at text not null,
  finished_at text
);
create unique index checkin_once on checkin (pair, leader, fortnight);

-- "When …, I will …". `state`: open, not-yet (asked, and nothing decided), done, partly, let-go. `carries` counts how often it was carried on,
-- `asked_fortnight` is that of the last answer, `shared_with` the leaders (JSON) who were in the pair when its author shared it, `noticed_sealed`
-- what its author noticed; `noticed_at` says when they wrote that or skipped it.
create table commitment (
  id text not null primary key,
  workspace text not null,
  leader text not null references leader (id),
  round text not null references round (id),
  pair text not null references pair (id),
  fortnight integer not null,
  sealed text not null,
  shared_at text,
  shared_with text,
  state text not null,
  carries integer not null,
  asked_fortnight integer,
  noticed_sealed text,
  noticed_at text,
  carried_from text,
  made_at text not null,
  changed_at text not null,
  settled_at text
);
create index commitment_leader on commitment (leader, round);
create index commitment_pair on commitment (pair);

-- A pair's agreement. `version` rises with every change of a line; complete when everyone in the pair has agreed to the same version. `time` is
-- meant in `zone`; `by` and the line they added are sealed under the key of whoever wrote them.
create table agreement (
  id text not null primary key,
  workspace text not null,
  pair text not null references pair (id),
  version integer not null,
  rhythm text,
  weekday integer,
  time text,
  zone text,
  by_sealed text,
  by_from text,
  added_sealed text,
  added_from text,
  changed_by text not null,
  changed_at text not null,
  completed_at text,
  looked_again_at text
);
create unique index agreement_once on agreement (pair);

-- One leader's own lines in it, and the version they have agreed to. `direct`: gently, straight or ask.
create table agreement_leader (
  agreement text not null references agreement (id),
  leader text not null references leader (id),
  workspace text not null,
  direct text,
  helps_sealed text,
  agreed_version integer,
  agreed_at text,
  primary key (agreement, leader)
);

-- One leader's answers at one moment (opening, half, closing, then, now), as sealed JSON: item to choice. `text_sealed` only where they ticked
-- that the organiser may read it.
create table pulse_answer (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  round text not null references round (id),
  pair text not null,
  leader text not null references leader (id),
  moment text not null,
  sealed text not null,
  text_sealed text,
  answered_at text not null
);
create unique index pulse_answer_once on pulse_answer (round, leader, moment);

-- The results of one pulse, worked out once when it closes and never again: only what is above the thresholds stands in `results`.
create table pulse_result (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  round text not null references round (id),
  moment text not null,
  replied integer not null,
  asked integer not null,
  results text not null,
  remarks_sealed text,
  closed_at text not null,
  change_text text,
  change_by text,
  changed_by text,
  shared_at text
);
create unique index pulse_result_once on pulse_result (round, moment);

-- The private look back: the questions of the closing fortnight, answered in a form.
create table look_back (
  id text not null primary key,
  workspace text not null,
  leader text not null references leader (id),
  round text not null references round (id),
  sealed text not null,
  written_at text not null
);
create unique index look_back_once on look_back (round, leader);

-- One insight a pair is content to share. Each approval names the version it is for; `named` where both want their names on it.
create table insight (
  id text not null primary key,
  workspace text not null,
  pair text not null references pair (id),
  round text not null references round (id),
  version integer not null,
  sealed text not null,
  suggested_by text not null references leader (id),
  suggested_at text not null,
  shared_at text,
  named_at text,
  dropped_at text
);
create unique index insight_once on insight (pair);

create table insight_approval (
  insight text not null references insight (id),
  leader text not null references leader (id),
  workspace text not null,
  version integer not null,
  answer text not null,
  answered_at text not null,
  primary key (insight, leader)
);

-- What a leader hands on to their next partner about themselves, and the sentence their present partner writes about them.
create table hand_on (
  id text not null primary key,
  workspace text not null,
  round text not null references round (id),
  leader text not null references leader (id),
  what text not null,
  written_by text not null references leader (id),
  sealed text not null,
  written_at text not null,
  approved_at text,
  declined_at text
);
create unique index hand_on_once on hand_on (round, leader, what, written_by);

-- Whether a leader wants to be in the next round. `round` is the present one.
create table next_round (
  round text not null references round (id),
  leader text not null references leader (id),
  workspace text not null,
  answer text not null,
  answered_at text not null,
  primary key (round, leader)
);

-- Whose Home tab has been opened, what was last drawn on it (as a mark, not the text), and when it may next have to be drawn anew.
create table home_tab (
  workspace text not null,
  slack_user text not null,
  mark text,
  opened_at text not null,
  drawn_at text not null,
  due_at text,
  primary key (workspace, slack_user)
);
create index home_tab_due on home_tab (workspace, due_at);

-- "Ask for help": seen by organisers until one of them says it is seen to.
create table help_request (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  leader text not null references leader (id),
  sealed text,
  asked_at text not null,
  settled_at text,
  settled_by text
);
create index help_request_open on help_request (programme, settled_at);

-- Somebody who wants a partner during a round: again (another one than they have), new (after a partner who left), join (the same, as the third
-- of a pair), late (they came after the round had begun). `not_with`: the leaders, as JSON, with whom they are not put together again in it.
create table rematch (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  round text not null references round (id),
  leader text not null references leader (id),
  wish text not null,
  not_with text,
  wanted_at text not null,
  due_by text not null,
  settled_at text,
  outcome text
);
create unique index rematch_open on rematch (round, leader) where settled_at is null;
create index rematch_round on rematch (round);

-- A pair is asked in private whether it would take in a third, one row for each who is asked. `answer`: yes or no.
create table third_ask (
  rematch text not null references rematch (id),
  pair text not null references pair (id),
  leader text not null references leader (id),
  workspace text not null,
  asked_at text not null,
  answer text,
  answered_at text,
  primary key (rematch, pair, leader)
);

-- A leader who keeps their own notes and commitments of a round beyond the thirty days.
create table keepsake (
  round text not null references round (id),
  leader text not null references leader (id),
  workspace text not null,
  kept_at text not null,
  primary key (round, leader)
);
