// The open views, one on the other: all are there, the top one acts. They are dialogs of the browser, which keeps the focus in the one in front.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Deed, Scene } from '../scene.ts';
import { focusAgain } from './use-dialog.ts';
import { View } from './view.tsx';

export interface ModalsProps {
  scene: Scene;
  /** Does a deed and waits until the bot has answered. */
  perform: (deed: Deed) => Promise<unknown>;
  /** What the page has to say beside the views: it is said in front of them. */
  said?: string | undefined;
}

export function Modals({ scene, perform, said }: ModalsProps): JSX.Element {
  const { modals } = scene;
  useFocusBack(modals.length > 0);
  return (
    <div class="modals">
      {modals.map((view, index) => {
        const above = modals.length - 1 - index;
        const below = modals[index - 1];
        return (
          <View
            key={view.id}
            view={view}
            scene={scene}
            perform={perform}
            standing={{ depth: index + 1, of: modals.length, ...(below && { on: below.title }) }}
            faults={above === 0 ? scene.faults : {}}
            said={above === 0 ? (said ?? scene.notice) : undefined}
          />
        );
      })}
    </div>
  );
}

/** When all views have gone, at once or one by one, the focus returns to what opened the first. */
function useFocusBack(open: boolean): void {
  const opener = useRef<Element | null>(null);
  if (open && opener.current === null) opener.current = document.activeElement;
  useEffect(() => {
    if (open || opener.current === null) return;
    focusAgain(opener.current);
    opener.current = null;
  }, [open]);
}
