// A file as Slack's API describes one, and where it can be fetched.
import type { Conversation, StoredFile, World } from '../world.ts';

/** The file object of files.info, of messages and of a completed upload. */
export function describeFile(world: World, file: StoredFile, baseUrl: string): Record<string, unknown> {
  const places = file.sharedIn.flatMap((id) => world.conversations.get(id) ?? []);
  const url = `${baseUrl}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.includes('.') ? file.name.replace(/^.*\./, '').toLowerCase() : 'binary',
    pretty_type: file.mimetype,
    user: file.user,
    user_team: world.team.id,
    editable: false,
    size: file.bytes.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: places.some((place) => place.kind === 'channel'),
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: url,
    url_private_download: `${url}?download=1`,
    permalink: `https://${world.team.domain}.slack.com/files/${file.user}/${file.id}`,
    permalink_public: '',
    comments_count: 0,
    is_starred: false,
    shares: {},
    channels: idsOf(places, ['channel']),
    groups: idsOf(places, ['private', 'group']),
    ims: idsOf(places, ['dm']),
    has_more_shares: false,
    has_rich_preview: false,
    file_access: 'visible',
    ...(file.altText === '' ? {} : { alt_txt: file.altText }),
  };
}

function idsOf(places: readonly Conversation[], kinds: readonly Conversation['kind'][]): string[] {
  return places.filter((place) => kinds.includes(place.kind)).map((place) => place.id);
}
