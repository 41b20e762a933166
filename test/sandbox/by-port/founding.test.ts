// How a programme begins and ends: the story as it stands, told over a real port, in signed requests to the bot’s own HTTP door. All stories: `npm run test:port`.
import { comeBy } from '../../open-house.ts';

comeBy('http');
await import('../../stories/founding.test.ts');
