import { type Formula, readFormula } from '../content/formula.policy.ts';
import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { toDecimal } from './decimal.policy.ts';
import { type MoodleParts, unitsOf } from './moodle-text.ts';
import { LeftOut, type Of } from './writing.ts';
import { textXml, xml } from './xml.ts';

type Key = Of<AnswerKey, 'calculated'>;
type Variable = Key['variables'][number];

/** How many sets of numbers Moodle gets: it draws from a list. */
const sets = 10;

/** A formula over ranges, as Moodle writes it. How we write it stands in attributes. */
export function calculatedParts({ unit }: Of<QuestionBody, 'calculated'>, key: Key): MoodleParts {
  const read = readFormula(key.formula);
  if ('fault' in read) throw new LeftOut('La fórmula no se entiende');
  const answer = [
    textXml(moodleFormula(read.formula)),
    `<tolerance>${key.tolerance}</tolerance><tolerancetype>${key.relative ? 1 : 2}</tolerancetype>`,
    `<correctanswerformat>1</correctanswerformat><correctanswerlength>${key.decimals}</correctanswerlength>`,
  ];
  return {
    type: 'calculatedsimple',
    inside: [
      '<synchronize>0</synchronize>',
      xml('answer', { fraction: '100', 'data-formula': key.formula }, ...answer),
      unitsOf(unit),
      xml('dataset_definitions', {}, ...key.variables.map(datasetOf)),
    ],
  };
}

function datasetOf({ name, min, max, step }: Variable): string {
  const decimals = Math.max(...[min, max, step].map((number) => (number.split('.')[1] ?? '').length));
  const steps = Math.floor((Number(max) - Number(min)) / Number(step) + 1e-9);
  const items = Array.from({ length: sets }, (_, i) =>
    (Number(min) + Math.floor((i * steps) / (sets - 1)) * Number(step)).toFixed(decimals),
  );
  return xml(
    'dataset_definition',
    { 'data-paso': step },
    `<status><text>private</text></status><name>${textXml(name)}</name><type>calculated</type>`,
    `<distribution><text>uniform</text></distribution><minimum><text>${min}</text></minimum><maximum><text>${max}</text></maximum>`,
    `<decimals><text>${decimals}</text></decimals><itemcount>${sets}</itemcount>`,
    xml(
      'dataset_items',
      {},
      ...items.map((item, i) => `<dataset_item><number>${i + 1}</number><value>${item}</value></dataset_item>`),
    ),
    `<number_of_items>${sets}</number_of_items>`,
  );
}

/** The same formula with `{a}` for a variable and `pow` for a power. */
function moodleFormula(formula: Formula): string {
  if ('number' in formula) return numberText(formula.number);
  if ('variable' in formula) return `{${formula.variable}}`;
  const { operation } = formula;
  const of = formula.of.map(moodleFormula);
  if (operation === '^') return `pow(${of.join(',')})`;
  if (operation === 'negate') return `(-${of.join('')})`;
  return /^[a-z]/.test(operation) ? `${operation}(${of.join(',')})` : `(${of.join(operation)})`;
}

/** A number as it was written: what stands below is no more than a power of ten. */
function numberText({ over, under }: { over: bigint; under: bigint }): string {
  let places = 0;
  while (places < 9 && 10n ** BigInt(places) % under !== 0n) places++;
  return toDecimal({ units: (over * 10n ** BigInt(places)) / under, places }) ?? '0';
}
