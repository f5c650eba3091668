import { useEffect } from 'react';
import { Form, Link, useRevalidator } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { Choice } from '../ui/filters.tsx';
import { Notice } from '../ui/notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { indented } from './bulk-bar.tsx';
import { says } from './import-words.ts';

type Import = Schemas['QuestionImport'];
type ImportProgressProps = { one: Import; categories: Schemas['BankFacets']['categories'] };

/** How often the page asks how far it is, in milliseconds. */
const pace = 1000;

/** What can be done with a file that was read, or how far its import is. */
export function ImportProgress({ one, categories }: ImportProgressProps) {
  const { state, total, done } = one;
  const { revalidate } = useRevalidator();
  const moving = state === 'waiting' || state === 'running';
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(() => void revalidate(), pace);
    return () => clearInterval(timer);
  }, [moving, revalidate]);
  if (state === 'read') return total > 0 ? <Apply one={one} categories={categories} /> : null;
  if (state === 'failed') return <Notice tone="danger" role="alert" title={says.failed} />;
  if (state === 'done')
    return (
      <Notice tone="success" role="status" title={says.done(total)}>
        <p>
          <Link to={one.categoryId ? `/banco?category=${one.categoryId}&origin=import` : '/banco?origin=import'}>
            {says.see}
          </Link>
        </p>
      </Notice>
    );
  return (
    <div className="stack gap-2">
      <p role="status">{state === 'waiting' ? says.waiting : says.running(done, total)}</p>
      <Progress value={done} max={Math.max(1, total)} label={says.running(done, total)} />
      <p>
        <Link to={`?id=${one.id}`}>{says.refresh}</Link>
      </p>
    </div>
  );
}

const Apply = ({ one, categories }: ImportProgressProps) => (
  <Form method="post" className="stack gap-3 upload">
    <input type="hidden" name="id" value={one.id} />
    <Choice
      name="categoryId"
      label={says.into}
      options={[['', says.noCategory], ...categories.map((each) => [each.id, indented(each)] as const)]}
      chosen={undefined}
    />
    <p className="hint">{says.all}</p>
    <p>
      <button className="btn primary">{says.apply(one.total)}</button>
    </p>
  </Form>
);
