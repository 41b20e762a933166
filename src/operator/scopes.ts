// The rights in Slack that the manifest asks for, and what is lost without each. A test holds the list against the manifest.

export const scopes: Readonly<Record<string, string>> = {
  commands: 'nothing can be typed',
  'chat:write': 'no message can be sent',
  'im:write': 'no conversation with a leader can be opened',
  'im:history': 'replies are not heard, and an unclear message cannot be looked up',
  'mpim:write': "a pair's shared conversation cannot be opened; each of the pair is told alone",
  'users:read': 'nobody can join, because guests cannot be told from members',
  'users:read.email': 'people of an imported roster are not found by their address',
  'users.profile:read': "what a roster leaves out is not taken from Slack's own profile fields",
  'channels:read': 'the bot does not notice who leaves the channel',
  'groups:read': 'the bot does not notice who leaves a private channel',
  'groups:write': 'a forum meets in a group conversation instead of a private channel of its own, which can be archived',
  'files:read': 'a roster cannot be imported in Slack',
  'files:write': 'exports and the bridge map cannot be handed over',
  'dnd:read': 'scheduled messages go out in working hours even where somebody has paused notifications',
};

/** Those that an installation may leave out without anything being wrong. */
export const optional: ReadonlySet<string> = new Set(['users.profile:read', 'groups:write']);
