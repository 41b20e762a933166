-- What groups do together: Leadership Forums, teams that start their own, and the gathering at the end of a round.

-- Forums.

-- One hour for four to eight leaders. What anybody brings there is never kept. It is open until it begins (`began_at`) or ends (`ended_because`: done,
-- called-off, too-few). `space`: channel or group, once there is one (`channel` is its Slack id; nothing for a group, which is known by who is in it).
-- `version`: six (one question), four (two questions) or few (equal turns), settled when it begins. `step` counts the lines of its script that have
-- been posted; the next is due at `step_ends_at`, moved by `more time` and by how long `paused_at` has stood. `reader` says the words aloud, `keeper`
-- may stop advice, `holder` and `second_holder` are whose questions it is about. `seed` draws the speaking orders. `offered_by` is a Slack id: an
-- organiser need not take part. `sequence` rises whenever it is moved or called off, so that calendars know which word is the last. `shown` is a mark
-- of what its message in the channel says, so that one who finds it out of date draws it anew.
create table forum (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  offered_by text not null,
  starts_at text not null,
  places integer not null,
  offered_at text not null,
  seed text not null,
  sequence integer not null,
  shown text,
  space text,
  channel text,
  space_made_at text,
  few_asked_at text,
  began_at text,
  version text,
  step integer not null,
  step_began_at text,
  step_ends_at text,
  paused_at text,
  reader text references leader (id),
  keeper text references leader (id),
  holder text references leader (id),
  second_holder text references leader (id),
  ended_at text,
  ended_because text,
  -- When the two taps were counted, and what may be said of them (JSON).
  counted_at text,
  result text,
  cleaned_at text
);
create index forum_programme on forum (programme, starts_at);
create index forum_open on forum (workspace, cleaned_at);

-- Who has signed up, in their order. `seated_at`: since when they have one of the places; without it they wait. Whoever has left, or is paused over
-- that day, counts for neither. `brings_at`: they said that they would bring a question; the question stands nowhere. `absent_at`: they were not there
-- when it began. `worth_at` and `more_at`: that they have answered, not what.
create table forum_seat (
  forum text not null references forum (id),
  leader text not null references leader (id),
  workspace text not null,
  taken_at text not null,
  seated_at text,
  brings_at text,
  given_back_at text,
  absent_at text,
  worth_at text,
  more_at text,
  primary key (forum, leader)
);
create index forum_seat_leader on forum_seat (leader);

-- How often each answer was tapped: of nobody, and at no time.
create table forum_tally (
  forum text not null references forum (id),
  workspace text not null,
  item text not null,
  choice text not null,
  replies integer not null,
  primary key (forum, item, choice)
);

-- Teams.

-- Eight weeks of coaching in a leader's own team. `run` counts from 1 and rises when the team carries on (`ended_because` of the row before it). `step`
-- counts the fortnights that have been told. `invite_sealed` is the invitation in the leader's own words; `asked` is how many they have chosen, whatever
-- has become of them: it settles what the leader may be told.
create table team (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  leader text not null references leader (id),
  run integer not null,
  follows text references team (id),
  time_zone text not null,
  begins_on text not null,
  invite_sealed text,
  asked integer not null,
  made_at text not null,
  began_at text,
  step integer not null,
  counted_at text,
  result text,
  ended_at text,
  ended_because text
);
create index team_leader on team (leader);
create index team_open on team (workspace, ended_at);

-- Whom the leader asked, by Slack id: they need not be in the programme. The leader never sees a row of it, only how many have joined.
create table team_member (
  team text not null references team (id),
  slack_user text not null,
  workspace text not null,
  asked_at text not null,
  joined_at text,
  declined_at text,
  left_at text,
  -- That they have answered, not what.
  worth_at text,
  more_at text,
  heard_at text,
  primary key (team, slack_user)
);
create index team_member_person on team_member (workspace, slack_user);

create table team_pair (
  id text not null primary key,
  workspace text not null,
  team text not null references team (id),
  formed_at text not null,
  ended_at text
);
create index team_pair_team on team_pair (team);

create table team_pair_member (
  pair text not null references team_pair (id),
  slack_user text not null,
  workspace text not null,
  place integer not null,
  agreed_at text,
  ended_at text,
  primary key (pair, slack_user)
);
create index team_pair_member_person on team_pair_member (workspace, slack_user);

create table team_tally (
  team text not null references team (id),
  workspace text not null,
  item text not null,
  choice text not null,
  replies integer not null,
  primary key (team, item, choice)
);

-- The gathering.

-- Forty-five minutes in which a round ends together. `reveals_at`: since when the organiser wishes that the next pairs are named there; then nobody
-- hears of them before it is over. `approved_…`: the proposal that an organiser approved for that moment. `sequence` rises with every change, for
-- calendars and for what is told of it; `shown` is a mark of what its message in the channel says.
create table gathering (
  id text not null primary key,
  workspace text not null,
  programme text not null references programme (id),
  round text not null references round (id),
  starts_at text not null,
  place text not null,
  planned_by text not null,
  planned_at text not null,
  changed_at text not null,
  sequence integer not null,
  shown text,
  reveals_at text,
  approved_proposal text references proposal (id),
  approved_revision integer,
  approved_by text,
  approved_at text,
  revealed_at text,
  called_off_at text
);
create unique index gathering_once on gathering (round) where called_off_at is null;
create index gathering_programme on gathering (programme, starts_at);

create table gathering_answer (
  gathering text not null references gathering (id),
  leader text not null references leader (id),
  workspace text not null,
  answer text not null,
  answered_at text not null,
  primary key (gathering, leader)
);
