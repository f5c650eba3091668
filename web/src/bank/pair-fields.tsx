import { type FieldsProps, leaving } from './choice-fields.tsx';
import { type Option, randomId } from './draft.ts';
import { Add, Group, Pick, Remove, Text } from './fields.tsx';
import { says } from './form-words.ts';
import { Icon } from '../ui/icon.tsx';

const replaced = (options: readonly Option[], at: number, html: string) =>
  options.map((option, i) => (i === at ? { ...option, html } : option));

type PairsProps = {
  items: Option[];
  groups: Option[];
  pairs: Record<string, string>;
  /** The names of both lists in the body, and of the pairs in the key. */
  paths: { items: string; groups: string; pairs: string };
  legends: { groups: string; group: (n: number) => string; addGroup: string };
  set: (next: { items: Option[]; groups: Option[]; pairs: Record<string, string> }) => void;
};

/** Things, and with which of some others each goes. */
function Pairs({ items, groups, pairs, paths, legends, set }: PairsProps) {
  const options = [
    ['', says.choose] as const,
    ...groups.map(({ id, html }, i) => [id, html || legends.group(i + 1)] as const),
  ];
  const state = { items, groups, pairs };
  return (
    <>
      <Group legend={legends.groups} path={`wording.body.${paths.groups}`}>
        {groups.map(({ id, html }, i) => (
          <div key={id} className="removable">
            <Text
              label={legends.group(i + 1)}
              path={`wording.body.${paths.groups}.${i}.html`}
              value={html}
              onChange={(text) => set({ ...state, groups: replaced(groups, i, text) })}
            />
            <Remove
              label={says.removeOption(legends.group(i + 1))}
              onClick={() => set({ ...state, groups: groups.filter((group) => group.id !== id) })}
            />
          </div>
        ))}
        <Add onClick={() => set({ ...state, groups: [...groups, { id: randomId(), html: '' }] })}>
          {legends.addGroup}
        </Add>
      </Group>
      <Group legend={says.left} path={`wording.body.${paths.items}`}>
        {items.map(({ id, html }, i) => (
          <div key={id} className="removable">
            <div className="pair">
              <Text
                label={says.leftOne(i + 1)}
                path={`wording.body.${paths.items}.${i}.html`}
                value={html}
                onChange={(text) => set({ ...state, items: replaced(items, i, text) })}
              />
              <Pick
                label={says.pairOf(i + 1)}
                path={`wording.answerKey.${paths.pairs}.${id}`}
                value={pairs[id] ?? ''}
                options={options}
                onChange={(to) => set({ ...state, pairs: { ...pairs, [id]: to } })}
              />
            </div>
            <Remove
              label={says.removeOption(says.leftOne(i + 1))}
              onClick={() =>
                set({ ...state, items: items.filter((item) => item.id !== id), pairs: leaving(pairs, id) })
              }
            />
          </div>
        ))}
        <Add onClick={() => set({ ...state, items: [...items, { id: randomId(), html: '' }] })}>{says.add.left}</Add>
      </Group>
    </>
  );
}

export function MatchingFields({ draft, change }: FieldsProps<'matching'>) {
  const { body, answerKey } = draft;
  return (
    <Pairs
      items={body.left}
      groups={body.right}
      pairs={answerKey.pairs}
      paths={{ items: 'left', groups: 'right', pairs: 'pairs' }}
      legends={{ groups: says.right2, group: says.rightOne, addGroup: says.add.right }}
      set={({ items, groups, pairs }) =>
        change({ ...draft, body: { ...body, left: items, right: groups }, answerKey: { ...answerKey, pairs } })
      }
    />
  );
}

export function CategoriseFields({ draft, change }: FieldsProps<'categorise'>) {
  const { body, answerKey } = draft;
  return (
    <Pairs
      items={body.items}
      groups={body.bins}
      pairs={answerKey.bins}
      paths={{ items: 'items', groups: 'bins', pairs: 'bins' }}
      legends={{ groups: says.bins, group: says.binOne, addGroup: says.add.bins }}
      set={({ items, groups, pairs }) =>
        change({ ...draft, body: { ...body, items, bins: groups }, answerKey: { ...answerKey, bins: pairs } })
      }
    />
  );
}

/** Steps as they stand when they are right; each can go up or down. */
export function OrderingFields({ draft, change }: FieldsProps<'ordering'>) {
  const { body } = draft;
  const { items } = body;
  const set = (next: Option[]) => change({ ...draft, body: { ...body, items: next } });
  const swap = (at: number) => set([...items.slice(0, at), items[at + 1]!, items[at]!, ...items.slice(at + 2)]);
  return (
    <Group legend={says.order} path="wording.body.items">
      {items.map(({ id, html }, i) => (
        <div key={id} className="removable">
          <Text
            label={says.step(i + 1)}
            path={`wording.body.items.${i}.html`}
            value={html}
            onChange={(text) => set(replaced(items, i, text))}
          />
          <span className="cluster nowrap gap-0">
            <Move label={says.up(i + 1)} disabled={i === 0} onClick={() => swap(i - 1)} up />
            <Move label={says.down(i + 1)} disabled={i === items.length - 1} onClick={() => swap(i)} />
            <Remove
              label={says.removeOption(says.step(i + 1))}
              onClick={() => set(items.filter((item) => item.id !== id))}
            />
          </span>
        </div>
      ))}
      <Add onClick={() => set([...items, { id: randomId(), html: '' }])}>{says.add.items}</Add>
    </Group>
  );
}

type MoveProps = { label: string; disabled: boolean; onClick: () => void; up?: boolean };

const Move = ({ label, disabled, onClick, up = false }: MoveProps) => (
  <button
    type="button"
    className={up ? 'btn quiet icon-only up' : 'btn quiet icon-only'}
    aria-label={label}
    disabled={disabled}
    onClick={onClick}
  >
    <Icon name="chevron-down" />
  </button>
);
