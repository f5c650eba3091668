import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { grade as written } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { words } from './grade-words.ts';
import { Formula, Step } from './steps.tsx';

const { course: says } = words;

export type CourseGrade = Schemas['CourseGrade'];
type Category = CourseGrade['categories'][number];
type Item = Category['items'][number];
/** Where the nota of an item is explained. */
export type AddressOf = (item: CourseGrade['items'][number]) => string;
type Props = { grade: CourseGrade; addressOf: AddressOf };

/** The nota and how it stands. */
export function CourseVerdict({
  grade: { grade, provisional, told, passGrade },
  about,
  title,
}: {
  grade: CourseGrade;
  about: string;
  title: string;
}) {
  const shown = grade ?? provisional;
  return (
    <header className="verdict">
      <output aria-label={says.output}>{written(shown)}</output>
      <div className="stack gap-1">
        <p className="meta">{about}</p>
        <h1>{title}</h1>
        <p>{grade === null ? <Provisional shown={shown} /> : <Final grade={grade} cut={passGrade} />}</p>
        {told && shown !== null && told !== written(shown) && <p>{`${says.scale}: ${told}`}</p>}
      </div>
    </header>
  );
}

function Provisional({ shown }: { shown: number | null }) {
  return (
    <Status tone="info" icon="info" wrap>
      {shown === null ? says.nothing : says.provisional}
    </Status>
  );
}

function Final({ grade, cut }: { grade: number; cut: number }) {
  const passed = grade >= cut;
  return (
    <Status tone={passed ? 'success' : 'danger'} icon={passed ? 'check' : 'alert'} wrap>
      {passed ? says.passed : says.failed(cut)}
    </Status>
  );
}

/** From the notas of a course to its own, step by step. */
export function CourseSteps({ grade, addressOf }: Props) {
  const { categories, caps } = grade;
  const several = categories.length > 1;
  return (
    <ol className="steps">
      <Step title={says.weigh}>
        <p>{says.weighs}</p>
        {categories.map((category) => (
          <Items key={category.key} category={category} alone={!several} {...{ grade, addressOf }} />
        ))}
      </Step>
      {several && categories.map((category) => <CategoryStep key={category.key} category={category} />)}
      <AverageStep grade={grade} />
      {caps.length > 0 && (
        <Step title={says.limit}>
          {caps.map((cap) => (
            <p key={cap}>{cap}</p>
          ))}
          <Rounded tenths={grade.grade ?? grade.provisional} />
        </Step>
      )}
    </ol>
  );
}

function AverageStep({ grade: { lines, bonus, total, unlimited } }: { grade: CourseGrade }) {
  return (
    <Step title={says.add}>
      <p>{lines.length > 0 ? says.adds : says.nothingYet}</p>
      {lines.length > 0 && <Formula lines={lines.slice(0, -1)} result={lines.at(-1) ?? ''} />}
      {bonus.map(({ unit, title, grade, adds }) => (
        <p key={unit}>{says.extraLine(title, grade, adds)}</p>
      ))}
      {bonus.length > 0 && total && <p>{says.extraTotal(total)}</p>}
      {unlimited !== null && <Rounded tenths={unlimited} />}
    </Step>
  );
}

function Rounded({ tenths }: { tenths: number | null }) {
  return (
    <p>
      {says.rounded}
      <strong>{written(tenths)}</strong>.
    </p>
  );
}

function CategoryStep({ category: { title, grade, lines } }: { category: Category }) {
  if (lines.length === 0) return null;
  return (
    <Step title={says.categoryGrade(title)}>
      <Formula lines={lines.slice(0, -1)} result={lines.at(-1) ?? ''} />
      <Rounded tenths={grade} />
    </Step>
  );
}

function Items({ category, alone, grade, addressOf }: Props & { category: Category; alone: boolean }) {
  const { caption, item, weight, nota } = says.table;
  const title = alone ? caption : says.category(category.title, category.weight);
  return (
    <table className="table">
      <caption className={alone ? 'visually-hidden' : undefined}>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{item}</th>
          <th scope="col" className="numeric">
            {weight}
          </th>
          <th scope="col" className="numeric">
            {nota}
          </th>
        </tr>
      </thead>
      <tbody>
        {category.items.map((each) => (
          <tr key={each.unit}>
            <th scope="row">
              <Name item={each} {...{ grade, addressOf }} />
            </th>
            <td className="numeric">{shareOf(each, category)}</td>
            <td className="numeric">{written(each.grade)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What an item weighs within its category, in percent; a weight that comes out uneven keeps one decimal. */
function shareOf({ weight }: Item, { items }: Category): string {
  const sum = items.reduce((total, each) => total + each.weight, 0);
  const share = sum === 0 ? 0 : Math.round((weight * 1000) / sum) / 10;
  return `${String(share).replace('.', ',')}\u00a0%`;
}

function Name({ item, grade, addressOf }: Props & { item: Item }) {
  const known = grade.items.find(({ unit }) => unit === item.unit);
  const marks = [
    item.missing && says.missing,
    item.counts === false && says.dropped,
    known?.overridden && says.byHand,
  ].filter((mark) => typeof mark === 'string');
  return (
    <>
      {known && known.grade !== null ? (
        <Link to={addressOf(known)} aria-label={says.explain(item.title)}>
          {item.title}
        </Link>
      ) : (
        item.title
      )}
      {marks.length > 0 && <span className="fine"> · {marks.join(' · ')}</span>}
    </>
  );
}

/** Every rule of the course in a sentence. */
export function CourseRules({ grade: { rules } }: { grade: CourseGrade }) {
  return (
    <section className="stack gap-3" aria-labelledby="rules">
      <SectionTitle id="rules">{says.rules}</SectionTitle>
      <ul className="stack gap-2">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </section>
  );
}
