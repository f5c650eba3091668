import { useEffect } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { Icon } from '../ui/icon.tsx';
import type { Answer, Attempt, KeeperState } from './answer-keeper.ts';
import { addressOf, groupSize } from './question-map.tsx';
import { QuestionField } from './question.tsx';
import { words } from './words.ts';

const { attempt: says } = words;

type GroupProps = {
  attempt: Attempt;
  state: KeeperState;
  disabled: boolean;
  change: (position: number, change: Partial<Answer>) => void;
  onFocus: (position: number) => void;
};

const untouched: Answer = { response: null, flagged: false };

/** The group that the address asks for, from 1; the first where it asks for none that exists. */
function groupIn(search: URLSearchParams, groups: number): number {
  const asked = Number(search.get('grupo'));
  return Number.isInteger(asked) && asked >= 1 && asked <= groups ? asked : 1;
}

/** Four questions at a time, and the way to those before and after. */
export function QuestionGroup({ attempt: { id, questions }, state, disabled, change, onFocus }: GroupProps) {
  const [search] = useSearchParams();
  const { hash } = useLocation();
  const group = groupIn(search, Math.ceil(questions.length / groupSize));
  const first = (group - 1) * groupSize;
  const shown = questions.slice(first, first + groupSize);

  useEffect(() => {
    const asked = hash ? document.getElementById(hash.slice(1)) : null;
    if (asked) asked.focus({ preventScroll: true });
    else onFocus(first + 1);
  }, [hash, first, onFocus]);

  const last = Math.min(first + groupSize, questions.length);
  return (
    <form className="stack gap-0" aria-label={says.range(first + 1, last)} onSubmit={(event) => event.preventDefault()}>
      <fieldset disabled={disabled}>
        {shown.map((question) => (
          <QuestionField
            key={question.position}
            attempt={id}
            live={!disabled}
            question={question}
            answer={state.answers.get(question.position) ?? untouched}
            rejected={state.rejected.includes(question.position)}
            change={change}
            onFocus={onFocus}
          />
        ))}
      </fieldset>
      <p className="cluster between question-end">
        {first > 0 && (
          <Link className="btn" to={addressOf(first - groupSize + 1)}>
            <Icon name="chevron-left" />
            {says.back(says.shortRange(first - groupSize + 1, first))}
          </Link>
        )}
        {last < questions.length && (
          <Link className="btn primary push-end" to={addressOf(last + 1)}>
            {says.on(says.shortRange(last + 1, Math.min(last + groupSize, questions.length)))}
            <Icon name="arrow" />
          </Link>
        )}
      </p>
    </form>
  );
}
