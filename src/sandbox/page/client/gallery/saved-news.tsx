// What the last saves came to: which texts read differently now, or what stands in the way of using them.
import { addressOf } from './address.ts';
import type { Gallery } from './use-gallery.ts';

export function SavedNews({ gallery }: { gallery: Gallery }) {
  const { faults, folder } = gallery.overview;
  const changed = [...gallery.changed];
  return (
    <div role="status" class="saved">
      {faults.length > 0 && (
        <div class="unusable">
          <p>
            The words in <code>{folder}</code> cannot be used as they stand. The bot goes on with what was there before. To put right:
          </p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      {faults.length === 0 && changed.length > 0 && (
        <p>
          Saved. Changed since this page was opened:{' '}
          {changed.slice(0, 12).map((id, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <a href={addressOf.text(id)}>{id}</a>
            </span>
          ))}
          {changed.length > 12 && ` and ${changed.length - 12} more`}. The bot says it so, too.
        </p>
      )}
    </div>
  );
}
