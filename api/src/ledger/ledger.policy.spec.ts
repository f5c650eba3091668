import fc from 'fast-check';
import { computed, lifted, overridden, type Standing, withdrawn } from './ledger.policy.ts';

const nota = fc.integer({ min: 10, max: 70 });
const before = fc.option(
  fc.oneof(
    nota.map((grade): Standing => ({ grade, computed: grade, overridden: false })),
    fc.tuple(nota, fc.option(nota)).map(([grade, computed]): Standing => ({ grade, computed, overridden: true })),
  ),
);

test('a computation never undoes a decision, and is there when the decision is taken back', () => {
  fc.assert(
    fc.property(before, nota, nota, (before, decided, result) => {
      const standing = computed(overridden(before, decided), result);
      expect(standing).toEqual({ grade: decided, computed: result, overridden: true });
      expect(lifted(standing)).toEqual({ grade: result, computed: result, overridden: false });
    }),
  );
});

test('the last decision and, without any, the last computation count', () => {
  fc.assert(
    fc.property(nota, nota, (one, other) => {
      expect(computed(computed(null, one), other)).toEqual({ grade: other, computed: other, overridden: false });
      expect(overridden(overridden(null, one), other).grade).toBe(other);
    }),
  );
});

test('what was only ever decided by hand leaves nothing behind', () => {
  expect(lifted(overridden(null, 45))).toBeNull();
  expect(lifted(null)).toBeNull();
});

test('what counts no more goes, unless somebody decided', () => {
  fc.assert(
    fc.property(before, nota, nota, (before, result, decided) => {
      if (!before?.overridden) expect(withdrawn(computed(before, result))).toBeNull();
      expect(withdrawn(overridden(before, decided))).toEqual({ grade: decided, computed: null, overridden: true });
    }),
  );
});
