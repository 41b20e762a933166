// Who is in a conversation. A click acts as that person.
import type { SceneConversation, ScenePerson } from '../scene.ts';
import { usePage } from '../state.ts';
import { Face } from './face.tsx';
import { aboutPerson } from './labels.ts';
import { cityOf, inWords } from './when.ts';

export function Members({ conversation, close }: { conversation: SceneConversation; close: () => void }) {
  const { scene } = usePage();
  const people = scene.people.filter(({ id }) => conversation.members.includes(id)).sort((a, b) => a.name.localeCompare(b.name));
  return (
    <section class="popover" aria-label="Members">
      <h2>Who is here</h2>
      <ul>
        {conversation.withBot && (
          <li class="member">
            <Face id={scene.bot.id} name={scene.bot.name} bot />
            <span class="who">
              <strong>{scene.bot.name}</strong>
              <small>App</small>
            </span>
          </li>
        )}
        {people.map((person) => (
          <li key={person.id}>
            <Member person={person} close={close} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Member({ person, close }: { person: ScenePerson; close: () => void }) {
  const { scene, me, become } = usePage();
  const act = () => {
    close();
    become(person.id);
  };
  return (
    <button type="button" class="member" disabled={person.id === me || person.kind === 'deactivated'} onClick={act}>
      <Face id={person.id} name={person.name} />
      <span class="who">
        <strong>
          <span class="out-of-sight">Act as </span>
          {person.name}
          {person.id === me && ' (you)'}
        </strong>
        <small>
          {aboutPerson(person)} · {inWords('time', Date.parse(scene.now), person.timeZone)} in {cityOf(person.timeZone)}
        </small>
      </span>
    </button>
  );
}
