// The schema as types: one interface a table, in the order of the migrations. A test holds it against the real columns.

export interface WorkspaceTable {
  id: string;
  name: string;
  bot_user: string;
  time_zone: string;
  connected_at: string;
  disconnected_at: string | null;
  back_from: string | null;
}

export interface PersonTable {
  workspace: string;
  slack_user: string;
  name: string;
  email: string | null;
  title: string | null;
  time_zone: string | null;
  kind: string;
  workspace_admin_at: string | null;
  dm: string | null;
  refreshed_at: string;
}

export interface ProgrammeTable {
  id: string;
  workspace: string;
  channel: string;
  name: string;
  anchor_on: string;
  anchor_number: number;
  cycle_months: number;
  send_weekday: number;
  send_time: string;
  time_zone: string;
  functions: string;
  working_days: string;
  choosing: string;
  announcing: string;
  rotating: string;
  help_links: string;
  founded_by: string;
  founded_at: string;
  closed_at: string | null;
  channel_lost_at: string | null;
}

export interface PauseWeekTable {
  id: string;
  workspace: string;
  programme: string;
  begins_on: string;
  ends_on: string;
  added_by: string;
  added_at: string;
}

export interface OrganiserTable {
  id: string;
  workspace: string;
  programme: string;
  slack_user: string;
  appointed_by: string;
  appointed_at: string;
  removed_at: string | null;
}

export interface RosterImportTable {
  id: string;
  workspace: string;
  programme: string;
  imported_by: string;
  imported_at: string;
  wish: string;
  people: number;
  finished_at: string | null;
}

export interface RosterEntryTable {
  id: string;
  workspace: string;
  programme: string;
  import: string;
  email: string | null;
  name: string;
  function: string;
  level: string;
  manager_email: string | null;
  time_zone: string | null;
  slack_user: string | null;
  imported_at: string;
  looked_up_at: string | null;
  invited_at: string | null;
  reminded_at: string | null;
  declined_at: string | null;
  profiled_at: string | null;
  manager: string | null;
}

export interface ProfileFieldTable {
  programme: string;
  workspace: string;
  purpose: string;
  field: string;
  label: string;
}

export interface LeaderTable {
  id: string;
  workspace: string;
  programme: string;
  slack_user: string;
  name: string;
  email: string | null;
  function: string;
  level: string;
  manager: string | null;
  manager_email: string | null;
  time_zone: string;
  working_days: string;
  working_from: string;
  working_to: string;
  rhythm: string;
  send_weekday: number | null;
  send_time: string | null;
  private_sealed: string | null;
  joined_at: string;
  changed_at: string;
  paused_at: string | null;
  paused_until: string | null;
  left_at: string | null;
  left_because: string | null;
}

export interface ForbiddenPairTable {
  id: string;
  workspace: string;
  programme: string;
  leader_a: string;
  leader_b: string;
  reason: string;
  forbidden_by: string;
  forbidden_at: string;
  lifted_at: string | null;
}

export interface ProposalTable {
  id: string;
  workspace: string;
  programme: string;
  rotates_on: string;
  seed: string;
  plan_sealed: string;
  revision: number;
  proposed_by: string;
  proposed_at: string;
  decision: string | null;
  decided_by: string | null;
  decided_at: string | null;
}

export interface PreviewOpenTable {
  proposal: string;
  workspace: string;
  slack_user: string;
  view_id: string;
  revision: number;
  look: string;
  shown_at: string;
}

export interface RoundTable {
  id: string;
  workspace: string;
  programme: string;
  number: number;
  proposal: string;
  seed: string;
  anchor_before: string;
  rotated_on: string;
  begins_on: string;
  telling: string;
  totals: string;
  approved_by: string;
  approved_at: string;
  confirm_by: string;
  announced_at: string | null;
  undone_at: string | null;
  closed_at: string | null;
}

export interface PairTable {
  id: string;
  workspace: string;
  round: string;
  why_sealed: string;
  compromised: number;
  opened_at: string | null;
  ended_at: string | null;
  ended_because: string | null;
}

export interface PairLeaderTable {
  pair: string;
  leader: string;
  workspace: string;
  round: string;
  place: number;
  confirmed_at: string | null;
  asked_another_at: string | null;
  ended_at: string | null;
}

export interface PromptTable {
  id: string;
  workspace: string;
  pair: string;
  leader: string;
  fortnight: number;
  element: string;
  question: number;
  outbox: string;
  due_at: string;
  created_at: string;
}

export interface NoteTable {
  id: string;
  workspace: string;
  leader: string;
  round: string;
  fortnight: number;
  question: string;
  sealed: string;
  source: string;
  message_channel: string | null;
  message_ts: string | null;
  bring_at: string | null;
  written_at: string;
  changed_at: string;
}

export interface ReplyTable {
  workspace: string;
  channel: string;
  ts: string;
  slack_user: string;
  outcome: string;
  note: string | null;
  kept_with: string | null;
  heard_at: string;
}

export interface OutboxTable {
  id: string;
  workspace: string;
  key: string;
  kind: string;
  lane: string;
  priority: number;
  address: string;
  body_sealed: string | null;
  state: string;
  attempt: number;
  not_before: string;
  expires_at: string | null;
  created_at: string;
  started_at: string | null;
  boot: number | null;
  looks: number;
  looked_at: string | null;
  channel: string | null;
  ts: string | null;
  reason: string | null;
  settled_at: string | null;
  windows: string | null;
  seen_to_at: string | null;
}

export interface LanePauseTable {
  workspace: string;
  lane: string;
  until: string | null;
  reason: string;
  since: string;
}

export interface InboxTable {
  id: string;
  workspace: string;
  key: string;
  twin: string | null;
  kind: string;
  fields: string;
  sealed: string | null;
  received_at: string;
  attempts: number;
  not_before: string | null;
  done_at: string | null;
  failed: string | null;
}

export interface OccurrenceTable {
  id: string;
  workspace: string;
  programme: string;
  stream: string;
  subject: string;
  period: string;
  due_at: string;
  outcome: string;
  reason: string | null;
  settled_at: string;
}

export interface DataKeyTable {
  id: string;
  workspace: string;
  owner: string;
  version: number;
  wrapped: string;
  wrapped_by: string;
  created_at: string;
}

export interface AuditTable {
  id: string;
  workspace: string;
  programme: string | null;
  actor: string;
  action: string;
  subject: string | null;
  detail: string;
  at: string;
}

export interface TombstoneTable {
  workspace: string;
  person_hash: string;
  erased_at: string;
}

export interface BootTable {
  id: number;
  number: number;
  started_at: string;
  ticked_at: string | null;
  key_check: string | null;
  restored_from: string | null;
}

export interface ContactTable {
  id: string;
  workspace: string;
  slack_user: string;
  leader: string;
  kind: string;
  rank: string;
  outbox: string;
  created_at: string;
}

export interface PairRestTable {
  id: string;
  workspace: string;
  pair: string;
  leader: string;
  because: string;
  begins_on: string;
  ends_on: string;
  added_at: string;
}

export interface QuietTable {
  id: string;
  workspace: string;
  pair: string;
  leader: string;
  fortnight: number;
  asked_at: string;
  answer: string | null;
  answered_at: string | null;
}

export interface MeetingTable {
  id: string;
  workspace: string;
  pair: string;
  fortnight: number;
  state: string;
  starts_at: string | null;
  minutes: number;
  sequence: number;
  first: string;
  arranged_by: string;
  arranged_at: string;
  changed_at: string;
  timer_started_at: string | null;
}

export interface CheckinTable {
  id: string;
  workspace: string;
  pair: string;
  leader: string;
  fortnight: number;
  met: string;
  answered_at: string;
  changed_at: string;
  finished_at: string | null;
}

export interface CommitmentTable {
  id: string;
  workspace: string;
  leader: string;
  round: string;
  pair: string;
  fortnight: number;
  sealed: string;
  shared_at: string | null;
  shared_with: string | null;
  state: string;
  carries: number;
  asked_fortnight: number | null;
  noticed_sealed: string | null;
  noticed_at: string | null;
  carried_from: string | null;
  made_at: string;
  changed_at: string;
  settled_at: string | null;
}

export interface AgreementTable {
  id: string;
  workspace: string;
  pair: string;
  version: number;
  rhythm: string | null;
  weekday: number | null;
  time: string | null;
  zone: string | null;
  by_sealed: string | null;
  by_from: string | null;
  added_sealed: string | null;
  added_from: string | null;
  changed_by: string;
  changed_at: string;
  completed_at: string | null;
  looked_again_at: string | null;
}

export interface AgreementLeaderTable {
  agreement: string;
  leader: string;
  workspace: string;
  direct: string | null;
  helps_sealed: string | null;
  agreed_version: number | null;
  agreed_at: string | null;
}

export interface PulseAnswerTable {
  id: string;
  workspace: string;
  programme: string;
  round: string;
  pair: string;
  leader: string;
  moment: string;
  sealed: string;
  text_sealed: string | null;
  answered_at: string;
}

export interface PulseResultTable {
  id: string;
  workspace: string;
  programme: string;
  round: string;
  moment: string;
  replied: number;
  asked: number;
  results: string;
  remarks_sealed: string | null;
  closed_at: string;
  change_text: string | null;
  change_by: string | null;
  changed_by: string | null;
  shared_at: string | null;
}

export interface LookBackTable {
  id: string;
  workspace: string;
  leader: string;
  round: string;
  sealed: string;
  written_at: string;
}

export interface InsightTable {
  id: string;
  workspace: string;
  pair: string;
  round: string;
  version: number;
  sealed: string;
  suggested_by: string;
  suggested_at: string;
  shared_at: string | null;
  named_at: string | null;
  dropped_at: string | null;
}

export interface InsightApprovalTable {
  insight: string;
  leader: string;
  workspace: string;
  version: number;
  answer: string;
  answered_at: string;
}

export interface HandOnTable {
  id: string;
  workspace: string;
  round: string;
  leader: string;
  what: string;
  written_by: string;
  sealed: string;
  written_at: string;
  approved_at: string | null;
  declined_at: string | null;
}

export interface NextRoundTable {
  round: string;
  leader: string;
  workspace: string;
  answer: string;
  answered_at: string;
}

export interface HomeTabTable {
  workspace: string;
  slack_user: string;
  mark: string | null;
  opened_at: string;
  drawn_at: string;
  due_at: string | null;
}

export interface HelpRequestTable {
  id: string;
  workspace: string;
  programme: string;
  leader: string;
  sealed: string | null;
  asked_at: string;
  settled_at: string | null;
  settled_by: string | null;
}

export interface RematchTable {
  id: string;
  workspace: string;
  programme: string;
  round: string;
  leader: string;
  wish: string;
  not_with: string | null;
  wanted_at: string;
  due_by: string;
  settled_at: string | null;
  outcome: string | null;
}

export interface ThirdAskTable {
  rematch: string;
  pair: string;
  leader: string;
  workspace: string;
  asked_at: string;
  answer: string | null;
  answered_at: string | null;
}

export interface KeepsakeTable {
  round: string;
  leader: string;
  workspace: string;
  kept_at: string;
}

export interface PartnerRequestTable {
  id: string;
  workspace: string;
  programme: string;
  number: number;
  asker: string;
  asked: string;
  asked_at: string;
  accepted_at: string | null;
  ended_at: string | null;
  ended_because: string | null;
}

export interface ReportTable {
  id: string;
  workspace: string;
  programme: string;
  round: string;
  moment: string;
  figures: string;
  published_at: string;
}

export interface ForumTable {
  id: string;
  workspace: string;
  programme: string;
  offered_by: string;
  starts_at: string;
  places: number;
  offered_at: string;
  seed: string;
  sequence: number;
  shown: string | null;
  space: string | null;
  channel: string | null;
  space_made_at: string | null;
  few_asked_at: string | null;
  began_at: string | null;
  version: string | null;
  step: number;
  step_began_at: string | null;
  step_ends_at: string | null;
  paused_at: string | null;
  reader: string | null;
  keeper: string | null;
  holder: string | null;
  second_holder: string | null;
  ended_at: string | null;
  ended_because: string | null;
  counted_at: string | null;
  result: string | null;
  cleaned_at: string | null;
}

export interface ForumSeatTable {
  forum: string;
  leader: string;
  workspace: string;
  taken_at: string;
  seated_at: string | null;
  brings_at: string | null;
  given_back_at: string | null;
  absent_at: string | null;
  worth_at: string | null;
  more_at: string | null;
}

export interface ForumTallyTable {
  forum: string;
  workspace: string;
  item: string;
  choice: string;
  replies: number;
}

export interface TeamTable {
  id: string;
  workspace: string;
  programme: string;
  leader: string;
  run: number;
  follows: string | null;
  time_zone: string;
  begins_on: string;
  invite_sealed: string | null;
  asked: number;
  made_at: string;
  began_at: string | null;
  step: number;
  counted_at: string | null;
  result: string | null;
  ended_at: string | null;
  ended_because: string | null;
}

export interface TeamMemberTable {
  team: string;
  slack_user: string;
  workspace: string;
  asked_at: string;
  joined_at: string | null;
  declined_at: string | null;
  left_at: string | null;
  worth_at: string | null;
  more_at: string | null;
  heard_at: string | null;
}

export interface TeamPairTable {
  id: string;
  workspace: string;
  team: string;
  formed_at: string;
  ended_at: string | null;
}

export interface TeamPairMemberTable {
  pair: string;
  slack_user: string;
  workspace: string;
  place: number;
  agreed_at: string | null;
  ended_at: string | null;
}

export interface TeamTallyTable {
  team: string;
  workspace: string;
  item: string;
  choice: string;
  replies: number;
}

export interface GatheringTable {
  id: string;
  workspace: string;
  programme: string;
  round: string;
  starts_at: string;
  place: string;
  planned_by: string;
  planned_at: string;
  changed_at: string;
  sequence: number;
  shown: string | null;
  reveals_at: string | null;
  approved_proposal: string | null;
  approved_revision: number | null;
  approved_by: string | null;
  approved_at: string | null;
  revealed_at: string | null;
  called_off_at: string | null;
}

export interface GatheringAnswerTable {
  gathering: string;
  leader: string;
  workspace: string;
  answer: string;
  answered_at: string;
}

export interface Tables {
  workspace: WorkspaceTable;
  person: PersonTable;
  programme: ProgrammeTable;
  pause_week: PauseWeekTable;
  organiser: OrganiserTable;
  roster_import: RosterImportTable;
  roster_entry: RosterEntryTable;
  leader: LeaderTable;
  forbidden_pair: ForbiddenPairTable;
  proposal: ProposalTable;
  preview_open: PreviewOpenTable;
  round: RoundTable;
  pair: PairTable;
  pair_leader: PairLeaderTable;
  prompt: PromptTable;
  note: NoteTable;
  reply: ReplyTable;
  outbox: OutboxTable;
  lane_pause: LanePauseTable;
  inbox: InboxTable;
  occurrence: OccurrenceTable;
  data_key: DataKeyTable;
  audit: AuditTable;
  tombstone: TombstoneTable;
  boot: BootTable;
  contact: ContactTable;
  pair_rest: PairRestTable;
  quiet: QuietTable;
  meeting: MeetingTable;
  checkin: CheckinTable;
  commitment: CommitmentTable;
  agreement: AgreementTable;
  agreement_leader: AgreementLeaderTable;
  pulse_answer: PulseAnswerTable;
  pulse_result: PulseResultTable;
  look_back: LookBackTable;
  insight: InsightTable;
  insight_approval: InsightApprovalTable;
  hand_on: HandOnTable;
  next_round: NextRoundTable;
  home_tab: HomeTabTable;
  help_request: HelpRequestTable;
  rematch: RematchTable;
  third_ask: ThirdAskTable;
  keepsake: KeepsakeTable;
  profile_field: ProfileFieldTable;
  partner_request: PartnerRequestTable;
  report: ReportTable;
  forum: ForumTable;
  forum_seat: ForumSeatTable;
  forum_tally: ForumTallyTable;
  team: TeamTable;
  team_member: TeamMemberTable;
  team_pair: TeamPairTable;
  team_pair_member: TeamPairMemberTable;
  team_tally: TeamTallyTable;
  gathering: GatheringTable;
  gathering_answer: GatheringAnswerTable;
}
