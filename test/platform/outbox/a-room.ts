// A post room for tests; it is closed after the test.
import { afterEach } from '@jest/globals';
import { openPostRoom, type PostRoom, type PostRoomSettings } from './post-room.ts';

const rooms: PostRoom[] = [];

afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

export async function aRoom(settings: PostRoomSettings = {}): Promise<PostRoom> {
  const room = await openPostRoom(settings);
  rooms.push(room);
  return room;
}
