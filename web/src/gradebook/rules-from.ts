import type { Scheme } from './schemas.ts';

type Rules = Scheme['rules'];
const cap = 39;
const failing = 40;

/**
 * The rules that a form says: those written as data, with what its options change. Undefined where the text is no data;
 * what else may be wrong with it, the API tells.
 */
export function rulesFrom(text: (name: string) => string): Rules | undefined {
  const written = parse(text('rules'));
  return (
    written && {
      ...written,
      min: text('min') === '20' ? 20 : 10,
      rounding: text('rounding') === 'down' ? 'down' : 'half_up',
      missing: { ...written.missing, as: text('missing') === 'minimum' ? 'minimum' : 'pending' },
      attendance: attendanceIn(written, Number(text('attendance'))),
      requirements: requirementsIn(written, text('required'), text('units').split(' ')),
    }
  );
}

const attendanceIn = ({ attendance }: Rules, least: number) =>
  least > 0 ? { least, cap: attendance?.cap ?? cap } : null;

/** The option stands for whatever is required of one item; what is required of categories stays. */
const requirementsIn = ({ requirements }: Rules, required: string, units: string[]): Rules['requirements'] => [
  ...requirements.filter(({ of, key }) => of === 'category' || !units.includes(key)),
  ...(required ? [{ of: 'item' as const, key: required, least: failing, cap }] : []),
];

function parse(text: string): Rules | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRules(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRules = (value: unknown): value is Rules =>
  typeof value === 'object' && value !== null && 'categories' in value && 'missing' in value && 'requirements' in value;
