import fc from 'fast-check';
import { arbitraries, plain, text } from '../../../test/support/questions.ts';
import { type QuestionBody, questionKinds } from '../content/question.schema.ts';
import type { ExchangeQuestion, WritableFormat } from './exchange.schema.ts';
import { canonical, readQuestions, writeQuestions } from './exchange.service.ts';

/** What a format can not hold at all. */
const without: Record<WritableFormat, QuestionBody['kind'][]> = {
  gift: ['ordering', 'gaps', 'categorise', 'hotspot', 'calculated', 'file'],
  moodle: ['hotspot'],
  csv: ['hotspot'],
  xlsx: ['hotspot'],
  text: [],
};
/** What of a kind a format has no place for, whatever is written. */
const always: Partial<Record<WritableFormat, Partial<Record<QuestionBody['kind'] | 'any', RegExp>>>> = {
  gift: { essay: /extensión|pauta/ },
  moodle: { gaps: /respuestas de los espacios/ },
  text: { any: /nombre|comentarios de las alternativas/, gaps: /nombre|el texto con espacios/ },
};

const formats = Object.keys(without) as WritableFormat[];
const cases = formats.flatMap((format) => questionKinds.map((kind) => [format, kind] as const));
const runs = (format: WritableFormat) => ({ numRuns: format === 'xlsx' ? 15 : 40 });

it.each(cases)('%s: what is written of %s comes back the same, or is said to be lost', async (format, kind) => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraries(text)(kind), { minLength: 1, maxLength: 2 }), async (many) => {
      const questions = many.map((question, i) => ({ ...question, key: `clave-${i}` }));
      const file = await writeQuestions(format, questions);
      const { imported, refused } = await back(file);
      expect(refused.filter(({ reason }) => !/está vacío|no trae preguntas/.test(reason))).toEqual([]);
      const left = new Set(file.leftOut.map(({ index }) => index));
      const lossy = new Set(file.withLoss.map(({ index }) => index));
      const written = questions.flatMap((question, index) => (left.has(index) ? [] : [{ question, index }]));
      expect(imported).toHaveLength(written.length);
      for (const [i, { question, index }] of written.entries())
        if (!lossy.has(index)) expect(canonical(imported[i]!.question)).toBe(canonical(question));
    }),
    runs(format),
  );
});

it.each(cases)('%s: nothing is lost of %s but what the format has no place for', async (format, kind) => {
  await fc.assert(
    fc.asyncProperty(arbitraries(plain)(kind), async (question) => {
      const { withLoss, leftOut } = await writeQuestions(format, [question]);
      if (without[format].includes(kind)) {
        expect(leftOut).toHaveLength(1);
        return;
      }
      expect(leftOut).toEqual([]);
      const known = always[format]?.[kind] ?? always[format]?.any;
      for (const { what } of withLoss) expect(what).toMatch(known ?? /^nothing$/);
    }),
    runs(format),
  );
});

const back = ({ bytes, name }: { bytes: Uint8Array; name: string }) => readQuestions(bytes, name);

it('knows two questions for the same whatever the order of what has none', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...questionKinds).chain((kind) => arbitraries(plain)(kind)),
      (question) => {
        const turned = { ...Object.fromEntries(Object.entries(question).reverse()), tags: question.tags.toReversed() };
        expect(canonical(turned as ExchangeQuestion)).toBe(canonical(question));
      },
    ),
  );
});
