// The last fortnight of a round: Amina and Bo are a pair, Chidi, Dolores and Edo a trio, Freya and Goran another pair. Hana organises.
import type { Programme } from '../../src/features/founding/programmes.ts';
import type { Filling } from '../../src/sandbox/world.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound, foundProgramme, type Round } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

export interface Ending {
  house: House;
  programme: Programme;
  round: Round;
  /** Everything that was posted in the channel, as somebody in it reads it. */
  inChannel: () => string[];
  planned: () => Promise<{ id: string; place: string; starts_at: string; called_off_at: string | null }[]>;
  /** An organiser fills in the form; what stands at its fields, or what it became. */
  plans: (name: Name, values?: Record<string, Filling>) => Promise<Record<string, string> | string>;
  sends: (name: Name, values: Record<string, Filling>) => Promise<Record<string, string> | string>;
}

/** Tuesday noon of week 25, unless `now` says otherwise. */
export async function ending(settings: Partial<Programme> = {}, now = '2027-07-06T11:00:00Z'): Promise<Ending> {
  const house = await openHouse({ now, organisers: [cast.hana.id] });
  const programme = await foundProgramme(house.tools, { rotating: 'approve', foundedBy: cast.hana.id, ...settings });
  const takesPart = (name: Name) => enrolled(house, programme, name);
  const pairs = [
    [await takesPart('amina'), await takesPart('bo')],
    [await takesPart('chidi'), await takesPart('dolores'), await takesPart('edo')],
    [await takesPart('freya'), await takesPart('goran')],
  ];
  const round = await beginRound(house.tools, programme, { pairs, beginsOn: '2027-01-18', number: 1 });
  const sends: Ending['sends'] = async (name, values) => {
    const person = house.as(name);
    await person.fillsIn(values);
    const errors = await person.submits();
    if (Object.keys(errors).length > 0) return errors;
    const seen = person.sees() ?? '';
    await house.settled();
    return seen;
  };
  return {
    ...{ house, programme, round, sends },
    inChannel: () => house.as('amina').reads('#leaders'),
    planned: () => house.tools.db.selectFrom('gathering').selectAll().execute(),
    plans: async (name, values = {}) => {
      await house.as(name).types('/coachingpairs gathering', '#leaders');
      return sends(name, { Where: 'Room 5, second floor', ...values });
    },
  };
}
