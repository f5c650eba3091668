import fc from 'fast-check';
import {
  after,
  type AppealState,
  askUntil,
  isOver,
  isOverdue,
  mayAnswer,
  mayAsk,
  maySecond,
  maySettle,
  type Standing,
} from './appeal.policy.ts';

const days = { ask: 7, answer: 5, second: 5, settle: 10 };
const start = new Date('2026-11-20T12:00:00Z');
const fresh = { publishedAt: start, lastAskedAt: null, open: false };

test.each([
  ['in time', {}, 7, null],
  ['a moment late', {}, 7.001, 'appeal_closed'],
  ['while another is open', { open: true }, 1, 'appeal_open'],
  ['after another about this nota', { lastAskedAt: after(start, 1) }, 2, 'appeal_done'],
  ['after another about an earlier nota', { lastAskedAt: after(start, -1) }, 2, null],
])('asking %s', (_, of, later, code) => expect(mayAsk({ ...fresh, ...of }, days, after(start, later))).toBe(code));

type Step = { do: 'answer'; accepted: boolean } | { do: 'second' } | { do: 'settle' } | { do: 'wait'; days: number };

/** What the service does to an appeal, step by step, if the rules allow it. */
function next(appeal: Standing, step: Step, now: Date): Standing {
  if (step.do === 'answer' && mayAnswer(appeal))
    return { ...appeal, state: step.accepted ? 'accepted' : 'rejected', secondUntil: after(now, days.second) };
  if (step.do === 'second' && maySecond(appeal, now))
    return { ...appeal, state: 'second', settleDueAt: after(now, days.settle) };
  return step.do === 'settle' && maySettle(appeal) ? { ...appeal, state: 'settled' } : appeal;
}

const step = fc.oneof<fc.Arbitrary<Step>[]>(
  fc.boolean().map((accepted) => ({ do: 'answer', accepted })),
  fc.constant({ do: 'second' }),
  fc.constant({ do: 'settle' }),
  fc.nat(12).map((days) => ({ do: 'wait', days })),
);
const asked: Standing = {
  state: 'asked',
  answerDueAt: after(start, days.answer),
  secondUntil: null,
  settleDueAt: null,
};
const rank: Record<AppealState, number> = { asked: 0, rejected: 1, accepted: 1, second: 2, settled: 3 };
/** Where each state may lead in one step. */
const ways: Record<AppealState, AppealState[]> = {
  asked: ['accepted', 'rejected', 'second'],
  accepted: [],
  rejected: ['second'],
  second: ['settled'],
  settled: [],
};

test('whatever is tried, an appeal goes forward only, by its ways, and what is over stays so', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let [appeal, now] = [asked, start];
      for (const each of steps) {
        const over = isOver(appeal, now);
        const before = appeal;
        if (each.do === 'wait') now = after(now, each.days);
        else appeal = next(appeal, each, now);
        if (appeal.state !== before.state) {
          expect(over).toBe(false);
          expect(ways[before.state]).toContain(appeal.state);
          expect(rank[appeal.state]).toBeGreaterThan(rank[before.state]);
        }
        if (over) expect(isOver(appeal, now)).toBe(true);
        if (isOverdue(appeal, now)) expect(['asked', 'second']).toContain(appeal.state);
      }
    }),
    { numRuns: 500 },
  );
});

test('nobody is left without an answer: an overdue one leads to the second instance', () => {
  const late = after(start, days.answer + 1);
  expect([isOverdue(asked, late), maySecond(asked, late), maySecond(asked, start)]).toEqual([true, true, false]);
  expect(askUntil(start, days)).toEqual(after(start, 7));
});

test('the second instance closes after its days', () => {
  const rejected: Standing = { ...asked, state: 'rejected', secondUntil: after(start, 6) };
  expect([maySecond(rejected, after(start, 6)), maySecond(rejected, after(start, 6.01))]).toEqual([true, false]);
  expect(isOver(rejected, after(start, 7))).toBe(true);
});
