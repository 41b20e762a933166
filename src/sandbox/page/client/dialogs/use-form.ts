// The form of one view: what has been put into its fields, and its deeds, one after the other. What somebody types stays with them until the view
// is gone; only fields that have been touched are sent.
import { useRef, useState } from 'preact/hooks';
import type { Block, Element, Held } from '../blocks/block-kit.ts';
import { type Stage, stageFor } from '../blocks/stage.ts';
import type { Deed, Scene, SceneView, ViewValues } from '../scene.ts';

/** What the view waits for. */
export type Acting = 'sending' | 'waiting';

interface FormProps {
  view: SceneView;
  scene: Scene;
  perform: (deed: Deed) => Promise<unknown>;
  faults: Readonly<Record<string, string>>;
}

export interface Form {
  stage: Stage;
  acting: Acting | undefined;
  /** How often it has been sent. */
  sent: number;
  submit: () => void;
  /** Goes back to the view below; `all` closes those too. */
  close: (all?: boolean) => void;
}

export function useForm({ view, scene, perform, faults }: FormProps): Form {
  const { touched, put } = useTouched();
  const { acting, sent, act } = useActing(perform);
  const values = () => valuesOf(view.blocks, touched);
  const before = (except?: string): Deed[] => {
    const { [except ?? '']: _told, ...rest } = values();
    return Object.keys(rest).length > 0 ? [{ do: 'fill', values: rest }] : [];
  };
  const stage = stageFor(scene, { view: view.id }, (deed) => {
    const told = 'block' in deed ? deed.block : undefined;
    void act('waiting', [...before(told), deed]);
  });
  return {
    stage: {
      ...stage,
      fields: {
        held: (block) => touched.get(placeOf(block))?.held,
        put,
      },
      faults,
    },
    acting,
    sent,
    submit: () => void act('sending', [{ do: 'submit', values: values() }]),
    close: (all = false) => void act('waiting', [all ? { do: 'close', all: true } : { do: 'close' }]),
  };
}

interface Touched {
  block: string;
  held: Held;
}

function useTouched() {
  const [touched, setTouched] = useState<ReadonlyMap<string, Touched>>(new Map());
  const put = (block: Block, held: Held) => setTouched((now) => new Map(now).set(placeOf(block), { block: block.block_id ?? '', held }));
  return { touched, put };
}

/** A field is the same as long as its ids and its kind are: so Slack tells it too. */
function placeOf({ block_id, element }: Block): string {
  const { action_id, type } = element ?? ({ type: '' } as Element);
  return JSON.stringify([block_id, action_id, type]);
}

/** What the touched fields of these blocks hold, by block id. */
function valuesOf(blocks: readonly Block[], touched: ReadonlyMap<string, Touched>): ViewValues {
  return Object.fromEntries(
    blocks.flatMap((block) => {
      const found = touched.get(placeOf(block));
      return found ? [[found.block, found.held]] : [];
    }),
  );
}

/** One thing at a time: what comes while the bot is thinking is not done twice. */
function useActing(perform: FormProps['perform']) {
  const [acting, setActing] = useState<Acting | undefined>();
  const [sent, setSent] = useState(0);
  const busy = useRef(false);
  const act = async (how: Acting, deeds: readonly Deed[]): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setActing(how);
    try {
      for (const deed of deeds) await perform(deed);
    } finally {
      busy.current = false;
      setActing(undefined);
      if (how === 'sending') setSent((times) => times + 1);
    }
  };
  return { acting, sent, act };
}
