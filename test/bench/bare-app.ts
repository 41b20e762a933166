// The least a Slack app can be: Bolt over Socket Mode, doing nothing but `ack()`. The yardstick beside which the bot's answers are measured.
import bolt from '@slack/bolt';
import { appToken, botToken } from '../../src/sandbox/installed.ts';

const slackApiUrl = process.argv[2] ?? '';
const receiver = new bolt.SocketModeReceiver({
  appToken,
  logLevel: bolt.LogLevel.ERROR,
  installerOptions: { clientOptions: { slackApiUrl } },
});
const app = new bolt.App({ token: botToken, receiver, logLevel: bolt.LogLevel.ERROR, clientOptions: { slackApiUrl } });
app.command(/.*/, async ({ ack }) => ack());
await app.start();
process.stderr.write('{"level":"info","event":"Ready"}\n');
