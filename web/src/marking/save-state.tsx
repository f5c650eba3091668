import { clockTime } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { Status } from '../ui/status.tsx';
import { refusals } from '../words/refusals.ts';
import type { KeeperState, MarkKeeper } from './mark-keeper.ts';
import { words } from './words.ts';

const { saving: says } = words;

type SaveProps = { state: KeeperState; keeper: MarkKeeper | null; zone: string };

/** Where the draft is: here, on its way, or received. */
export function SaveState({ state, keeper, zone }: SaveProps) {
  if (state.halt) return <Halted halt={state.halt} keeper={keeper} />;
  return <div role="status">{stateOf(state, zone)}</div>;
}

function stateOf({ saving, savedAt }: KeeperState, zone: string) {
  if (saving === 'unsaved') {
    return (
      <Status tone="pending" icon="offline" wrap>
        {says.unsaved}
      </Status>
    );
  }
  if (saving === 'saving') return <Status icon="sync">{says.saving}</Status>;
  if (!savedAt) return <Status>{says.none}</Status>;
  return (
    <Status tone="success" icon="check-circle">
      {says.saved(clockTime(savedAt, zone))}
    </Status>
  );
}

function Halted({ halt, keeper }: { halt: NonNullable<KeeperState['halt']>; keeper: MarkKeeper | null }) {
  if (halt.kind === 'stale') {
    return (
      <Notice tone="pending" title={says.stale} role="alert">
        <div className="stack gap-2">
          <p>{says.staleBy(halt.theirs?.marker ?? '')}</p>
          <p className="cluster">
            <button type="button" className="btn" onClick={() => void keeper?.keepMine()}>
              {says.mine}
            </button>
            {halt.theirs && (
              <button type="button" className="btn" onClick={() => keeper?.takeTheirs()}>
                {says.theirs}
              </button>
            )}
          </p>
        </div>
      </Notice>
    );
  }
  return (
    <Notice tone="pending" title={says.over} role="alert">
      <div className="stack gap-2">
        <p>{halt.kind === 'taken' ? says.taken(halt.by) : refusals[halt.code]}</p>
        <p>
          <button type="button" className="btn" onClick={() => void keeper?.keepMine()}>
            {says.retry}
          </button>
        </p>
      </div>
    </Notice>
  );
}
