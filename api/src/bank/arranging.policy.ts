import { howFull, idsOf, isEach, type Marker, type OptionVerdict, type Part, partOf, within } from './marker.policy.ts';

type Pairs = Record<string, string>;
const fitsPairs = (pairs: Pairs, from: readonly { id: string }[], to: readonly { id: string }[]) =>
  within(Object.keys(pairs), idsOf(from)) && within(Object.values(pairs), idsOf(to));

/** By pair: each item with what belongs to it. */
function markPairs(items: readonly { id: string }[], key: Pairs, response: Pairs = {}): Part {
  const [right, given] = [new Map(Object.entries(key)), new Map(Object.entries(response))];
  const verdictOf = (id: string): OptionVerdict =>
    given.has(id) ? (given.get(id) === right.get(id) ? 'right' : 'wrong') : 'missed';
  return { ...partOf(idsOf(items).map((id) => [id, verdictOf(id)])), all: right.size };
}

export const matching: Marker<'matching'> = {
  fits: ({ left, right }, { pairs }) => fitsPairs(pairs, left, right),
  isAnswered: ({ left }, { pairs }) => howFull(Object.keys(pairs).length, left.length),
  mark: ({ left }, { pairs }, response) => markPairs(left, pairs, response?.pairs),
  solution: ({ pairs }) => ({ kind: 'matching', pairs }),
};

export const categorise: Marker<'categorise'> = {
  fits: ({ items, bins }, response) => fitsPairs(response.bins, items, bins),
  isAnswered: ({ items }, { bins }) => howFull(Object.keys(bins).length, items.length),
  mark: ({ items }, { bins }, response) => markPairs(items, bins, response?.bins),
  solution: ({ bins }) => ({ kind: 'categorise', bins }),
};

/** By neighbours: a piece moved as a whole loses only its seams. */
export const ordering: Marker<'ordering'> = {
  fits: ({ items }, { order }) => within(order, idsOf(items)) && isEach(order),
  isAnswered: ({ items }, { order }) => howFull(order.length, items.length),
  mark({ items }, key, response) {
    const order = response?.order ?? [];
    const before = (sequence: readonly string[], id: string) => sequence[sequence.indexOf(id) - 1];
    const verdictOf = (id: string): OptionVerdict =>
      order.includes(id) ? (before(order, id) === before(key.order, id) ? 'right' : 'wrong') : 'missed';
    const seams = order.filter((id, i) => i > 0 && before(key.order, id) === order[i - 1]).length;
    const options = Object.fromEntries(idsOf(items).map((id) => [id, verdictOf(id)]));
    return { right: seams, all: key.order.length - 1, options };
  },
  solution: ({ order }) => ({ kind: 'ordering', order }),
};
