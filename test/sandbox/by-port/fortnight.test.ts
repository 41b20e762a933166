// A fortnight, with a bot that dies in the middle of it: the story as it stands, told over a real port, to the bot’s own Socket Mode door. All stories: `npm run test:port`.
import { comeBy } from '../../open-house.ts';

comeBy('socket');
await import('../../stories/fortnight.test.ts');
