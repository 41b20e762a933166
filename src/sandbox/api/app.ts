// auth.test, apps.connections.open, bots.info and api.test: what an app asks about itself, and its way to events.
import { describeBot } from '../describe/message.ts';
import { nextId } from '../ids.ts';
import { type Answered, type Call, type Method, refuse, textArg } from './call.ts';

function authTest(call: Call): Answered {
  const { team, app } = call.world;
  return {
    ok: true,
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: call.world.people.get(app.botUser)?.handle ?? '',
    team_id: team.id,
    user_id: app.botUser,
    bot_id: app.botId,
    is_enterprise_install: false,
  };
}

function openConnection(call: Call): Answered {
  const { hostname, port, protocol } = new URL(call.slack.baseUrl);
  const ticket = nextId(call.world, 'socket-');
  call.slack.tickets.add(ticket);
  const scheme = protocol === 'https:' ? 'wss' : 'ws';
  return { ok: true, url: `${scheme}://${hostname}${port ? `:${port}` : ''}/link/?ticket=${ticket}&app_id=${call.world.app.id}` };
}

function botInfo(call: Call): Answered {
  const wanted = textArg(call.args, 'bot');
  if (wanted !== '' && wanted !== call.world.app.botId) return refuse('bot_not_found');
  const { team_id: _team, ...bot } = describeBot(call.world);
  return { ok: true, bot: { ...bot, user_id: call.world.app.botUser } };
}

export const appMethods: Record<string, Method> = {
  'api.test': {
    tier: 'free',
    run: (call) => ({ ok: true, args: Object.fromEntries(Object.entries(call.args).filter(([name]) => name !== 'token')) }),
  },
  'auth.test': { tier: 'free', run: authTest },
  'apps.connections.open': { tier: 3, token: 'app', run: openConnection },
  'bots.info': { tier: 3, scopes: ['users:read'], run: botInfo },
};
