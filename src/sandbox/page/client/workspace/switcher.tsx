// Whom one acts as: a button with the acting person, which opens the list of everyone.
import { usePage } from '../state.ts';
import { Chooser } from './chooser.tsx';
import { Face } from './face.tsx';
import { Icon } from './icons.tsx';
import { usePopup } from './use-popup.ts';
import { inWords } from './when.ts';

export function Switcher() {
  const { scene, me } = usePage();
  const { box, open, turn, close } = usePopup();
  const person = scene.people.find(({ id }) => id === me);
  if (!person) return null;
  return (
    <div class="switcher" ref={box}>
      <button type="button" class="acting" aria-haspopup="dialog" aria-expanded={open} onClick={turn}>
        <Face id={person.id} name={person.name} />
        <span class="who">
          <span class="out-of-sight">Acting as </span>
          <strong>{person.name}</strong>
          <small>
            {inWords('time', Date.parse(scene.now), person.timeZone)} · {person.title || person.handle}
          </small>
        </span>
        <Icon name="down" />
      </button>
      {open && <Chooser close={close} />}
    </div>
  );
}
