// How coaching spreads, in words: Forums, teams that started their own, and what was tapped after Forums. Pure.
import type { Content } from '../../platform/content/load.ts';
import { sideOf } from '../reviewing/result-view.ts';
import { isPart } from '../reviewing/thresholds.ts';
import type { Figures } from './figures.ts';
import { reachOf } from './reach.ts';
import type { Part, Row } from './row.ts';
import { sayShare } from './said-share.ts';

type Spread = NonNullable<Figures['spread']>;

/** Whether there are teams is always said; of what there is none else, nothing is. Reports from before there were any say nothing. */
export function spreadRows(content: Content, { spread }: Pick<Figures, 'spread'>): Row[] {
  if (!spread) return [];
  const row = (each: keyof Omit<Spread, 'feedback'>): Row => ({
    measure: content.plain(`measuring.${each}`),
    figure: String(spread[each]),
  });
  const known = (['starters', 'forums', 'seats', 'hosts'] as const).filter((each) => spread[each] > 0);
  return [row('teams'), ...known.map(row)];
}

/** What was tapped, always beside how many replied. */
export function feedbackSaid(content: Content, { spread }: Pick<Figures, 'spread'>): Pick<Part, 'rows' | 'notes'> {
  const feedback = spread?.feedback;
  if (!feedback) return { rows: [], notes: [] };
  const { replied, asked, statements } = feedback;
  const when = content.plain('measuring.when.forums');
  const rows = statements.flatMap(({ item, side, saying }): Row[] => {
    if (!saying) return [];
    const of = { side: sideOf(content, item, side), figure: sayShare(content, saying) };
    return [
      {
        measure: content.plain(item),
        when,
        figure: content.plain('measuring.sides', { side: of.side, saying: of.figure }),
        of,
        bar: reachOf(saying),
      },
    ];
  });
  const line = [
    content.plain('sp.reply', { x: replied, y: asked }),
    ...(rows.length > 0 && isPart(replied, asked) ? [content.plain('sp.part')] : []),
    ...(rows.length === 0 ? [content.plain('sp.none')] : []),
  ].join(' ');
  return { rows, notes: [content.plain('measuring.reply', { when, line })] };
}
